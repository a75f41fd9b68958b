"""The language of a case and of its articles: as given, else as their words tell; a wrong one is a fault in words."""

from pathlib import Path

import pytest

from samestory.case import CaseError, load_case
from samestory.inbox.made import add_to_case, make_case
from samestory.inbox.taken import FileFound, Taken
from samestory.scanning.rules.language import language_told
from samestory.text import Document

GERMAN = "Die Fähre nach Nordo fährt in dieser Woche nicht mehr, sagte das Hafenamt am Montag in der Stadt."
ENGLISH = "The ferry to Nordo does not sail this week, and the harbour office said that it was sorry for that."


def taken(name: str, text: str) -> Taken:
    return Taken(FileFound(name, b""), text)


def test_a_new_case_has_the_language_of_its_texts_and_one_that_differs_has_its_own(tmp_path: Path) -> None:
    folder = tmp_path / "ferry"
    make_case(folder, "Ferry", [taken("a.txt", GERMAN), taken("b.txt", GERMAN.replace("Montag", "Dienstag"))])
    add_to_case(folder, [taken("c.txt", ENGLISH)])
    case = load_case(folder)
    assert case.lang == "de"
    assert [one.lang for one in case.articles.values()] == ["de", "de", "en"]


def test_a_case_without_a_language_is_asked_by_its_words(tmp_path: Path) -> None:
    folder = tmp_path / "ferry"
    make_case(folder, "Ferry", [taken("a.txt", GERMAN)])
    sheet = folder / "case.yml"
    sheet.write_text(sheet.read_text("utf-8").replace("lang: de\n", ""), "utf-8")
    case = load_case(folder)
    assert (case.lang, case.articles["text-a"].lang) == ("", "de")


@pytest.mark.parametrize("wrong", ["german", "de_DE", "Deutsch"])
def test_a_name_in_the_place_of_a_code_is_told_with_what_is_known(tmp_path: Path, wrong: str) -> None:
    folder = tmp_path / "ferry"
    make_case(folder, "Ferry", [taken("a.txt", GERMAN)])
    sheet = folder / "case.yml"
    sheet.write_text(sheet.read_text("utf-8").replace("lang: de\n", f"lang: {wrong}\n"), "utf-8")
    with pytest.raises(CaseError) as error:
        load_case(folder)
    assert "de (German)" in str(error.value)


def test_a_language_that_does_not_fit_the_words_is_told() -> None:
    told = language_told(Document(GERMAN, lang="es"))
    assert told[0].startswith("Its `lang` says Spanish, and its words look like German")
    assert language_told(Document(ENGLISH)) == []
    assert "no lists of words" in language_told(Document("Le bac ne part pas, et le quai est dans un état grave."))[0]
