"""Which language a text is in, which way it runs, and where its sentences end."""

from datetime import date

import pytest

from samestory.comparison.abroad import conflicts_abroad
from samestory.comparison.abroad.figure import figures_of
from samestory.language import direction, is_tag, language_name, language_of, pack_of
from samestory.language.stem import plain_form, stem
from samestory.text import Document, sentences
from samestory.text.cut import CutText


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Der Bürgermeister hat das Fest in der Stadt abgesagt, weil es stürmt.", "de"),
        ("La alcaldesa canceló la fiesta mayor porque no hay dinero para los fuegos.", "es"),
        ("Она сказала, что мост закрыт.", "ru"),
        ("قالت الشرطة إن الطريق مغلق", "ar"),
        ("The ferry that was to sail to Nordo had stopped.", "en"),
        # A neighbour is not taken for a language that has a pack.
        ("Le maire a annulé la fête, car le vent est trop fort pour les bateaux.", "fr"),
        ("O prefeito disse que não haverá festa no parque da cidade.", "pt"),
        ("De burgemeester heeft het feest niet voor de zomer maar in het najaar gepland.", "nl"),
        ("Міст через річку відкрили в четвер, і це свято для міста.", "uk"),
        ("پلیس گفت که این راه تا فردا بسته است و از آن نمی‌توان گذشت", "fa"),
        # Too little to say.
        ("", ""),
        ("2026 – 17:30", ""),
        ("Neuhafen", ""),
        ("In May, Alkebulan and Small filed a lawsuit. Costa will play Ferrero.", "en"),
    ],
)
def test_a_text_shows_its_language(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("de", "Er kam am 3. März. Am 31. Mai fährt er. Das 19. Jahrhundert war lang.", 3),
        ("de", "Es gab u. a. Brot, z. B. Laugenbrezeln, Semmeln usw. Die Kinder aßen alles.", 2),
        ("de", "Papst Johannes XXIII. war Italiener. Nr. 5 lebt.", 2),
        ("de", "Er wurde nur 2. Die anderen lachten. Sie ist 45. Er nicht.", 4),
        ("es", "La Sra. Gil y el Dr. Paz viven en EE. UU. desde 1999. Ellos volverán.", 2),
        ("es", "Compró pan, leche, etc. Pagó 3 euros. ¿Cuánto costó? Nadie lo sabe.", 4),
        ("ru", "Родился в 1998 г. Вырос в г. Москве, т. е. далеко. Пришёл А. С. Пушкин.", 3),
        ("ru", "Купили хлеб, соль и т. д. Потом ушли.", 2),
        ("ar", "قال د. سمير إنه متعب. هل نام؟ لا.", 3),
    ],
)
def test_sentences_end_where_the_language_ends_them(language: str, text: str, count: int) -> None:
    assert len(sentences(CutText(text, lang=language))) == count


def test_names_that_print_writes_in_two_ways_are_one_word() -> None:
    assert plain_form("Фёдоров") == plain_form("Федоров")
    assert plain_form("الحدّاد") == plain_form("حداد")
    assert plain_form("Straße") == plain_form("Strasse")
    assert stem("Häusern", "de") == stem("Häuser", "de")
    assert stem("Ferry", "xx") == "ferry"


def test_tags_have_names_and_a_direction() -> None:
    assert [is_tag(one) for one in ("es-MX", "zh-Hant-TW", "german", "de_DE", "")] == [True, True, False, False, False]
    assert [direction(one) for one in ("ar", "fa-IR", "ru", "az-Arab", "")] == ["rtl", "rtl", "ltr", "rtl", "ltr"]
    assert (language_name("de-CH"), language_name("uk"), language_name("tlh")) == ("German", "Ukrainian", "“tlh”")


@pytest.mark.parametrize("code", ["de", "es", "ru", "ar"])
def test_a_pack_has_all_days_and_months_and_says_what_it_cant(code: str) -> None:
    pack = pack_of(code)
    assert pack is not None
    assert (len(set(pack.weekdays.values())), len(set(pack.months.values()))) == (7, 12)
    assert len(pack.unknown) >= 2
    assert all(form.endswith(".") for form in (*pack.short, *pack.either, *pack.numbered))


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("de", "Vom 3. bis 5. März.", ["2026-03-03"]),
        ("de", "Am Dienstag (3. März) kam er. Gestern ging er. Jeden Sonntag ruht er.", ["2026-03-03", "2026-03-09"]),
        ("de", "Am kommenden Freitag wird gewählt. Am Morgen kam sie.", ["2026-03-13"]),
        ("es", "Nació el 1.º de mayo de 1990. Ayer por la mañana llegó.", ["1990-05-01", "2026-03-09"]),
        ("es", "El próximo viernes votarán. Todos los domingos descansa.", ["2026-03-13"]),
        ("ru", "С 3 по 5 марта. Вчера уехал. Каждую среду отдыхает.", ["2026-03-03", "2026-03-09"]),
        ("ar", "وصل أمس. وينتهي في 5 آذار.", ["2026-03-09", "2026-03-05"]),
    ],
)
def test_days_are_reckoned_in_each_language(language: str, text: str, days: list[str]) -> None:
    written = date(2026, 3, 10)
    assert [str(one.date) for one in Document(text, "x", written, lang=language).days] == days


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Am Montag, dem 3. März 2026, begann es."),
        ("es", "El lunes 3 de marzo de 2026 empezó."),
        ("ru", "В понедельник, 3 марта 2026 года, начали."),
        ("ar", "بدأ يوم الاثنين 3 مارس 2026."),
    ],
)
def test_a_weekday_that_does_not_fit_its_date_is_seen(language: str, text: str) -> None:
    (day,) = Document(text, lang=language).days
    assert (day.fits, day.true_weekday) == (False, "Tuesday")


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        (
            "de",
            "1.234.567 Euro, 3,5 Mio. Dollar, 1’500 Franken, zwölf Boote, um 18.30 Uhr, § 5.",
            [1234567, 3.5e6, 1500, 12],
        ),
        ("es", "12.000 firmas, 12 500 votos, 15 mil personas, 2,5 por ciento.", [12000, 12500, 15000, 2.5]),
        ("ru", "1 234 567 рублей, 3,5 млрд, 12 тыс. подписей, 20 процентов.", [1234567, 3.5e9, 12000, 20]),
        ("ar", "١٬٢٣٤٬٥٦٧ دولار و 12 ألف توقيع و ٣٫٥ مليون.", [1234567, 12000, 3.5e6]),
    ],
)
def test_numbers_are_read_as_each_language_writes_them(language: str, text: str, values: list[float]) -> None:
    assert [one.value for one in figures_of(Document(text, lang=language))] == values


def test_a_sentence_that_stands_often_is_told_once() -> None:
    text = "Rund {} Helfer waren für den Umzug in der Stadt eingeplant. "
    found = conflicts_abroad(Document(text.format(120) * 30, lang="de"), Document(text.format(210) * 30, lang="de"))
    assert 0 < len(found) <= 30
