"""The plain peers do their best, and with the same texts: a rival made of straw would prove nothing."""

import pytest
from baseline import altered, renumbered, respelled
from likeness import DIFFLIB, RAPIDFUZZ, Likeness

BOTH = pytest.mark.parametrize("tool", [DIFFLIB, RAPIDFUZZ], ids=lambda tool: tool.name)
FIRST = "“We will not close the old mill this year,” Ada Holt said. The mill has 31 workers and two cats."


def words(text: str, spans: list[tuple[int, int]]) -> list[str]:
    return [text[slice(*span)] for span in spans]


@BOTH
def test_a_quotation_with_other_words_is_altered_and_a_part_of_one_is_not(tool: Likeness) -> None:
    turned, cut = "'We will close the old mill this year,' she said.", "“the old mill”, she said"
    assert words(turned, list(altered(turned, FIRST, tool))) == ["We will close the old mill this year,"]
    assert not list(altered(cut, FIRST, tool))
    assert not list(altered("“It never rains on a Sunday here,” she said.", FIRST, tool))


@BOTH
def test_a_name_of_nearly_the_same_letters_is_misspelled_unless_both_texts_have_both(tool: Likeness) -> None:
    other = "Ada Hollt said nothing."
    assert words(other, list(respelled(other, FIRST, tool))) == ["Hollt"]
    assert not list(respelled("Ada Holt and Hollt", "Ada Holt and Hollt", tool))


@BOTH
def test_a_number_is_another_only_in_a_sentence_that_is_alike(tool: Likeness) -> None:
    other = "The mill has 13 workers and two cats. It rained for 9 days."
    assert words(other, list(renumbered(other, FIRST, tool))) == ["13"]


@BOTH
def test_seven_words_or_forty_letters_in_a_row_are_shared(tool: Likeness) -> None:
    assert tool.shares("So it is said: “" + FIRST, FIRST)
    assert not tool.shares("The old mill has a new roof.", FIRST)
