"""Which language a text is in, which way it runs, and where its sentences end."""

import pytest

from samestory.language import direction, is_tag, language_name, language_of, pack_of
from samestory.language.stem import plain_form, stem
from samestory.text import sentences
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
