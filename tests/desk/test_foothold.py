"""A quotation is found again in a changed text by its words and what stands around them; where it could be two, not."""

import pytest

from samestory.desk.foothold import Foothold, foothold, found_again

TEXT = "The hall burned. The mayor saw the hall. Nobody saw 🔥 the mayor, the hall’s owner said."


@pytest.mark.parametrize("quote", ["The hall burned", "the mayor", "🔥 the", "owner said."])
@pytest.mark.parametrize("more", ["", "A word before it. ", "🔥\n\n"])
def test_words_are_found_where_a_text_has_grown(quote: str, more: str) -> None:
    start = TEXT.index(quote)
    one = foothold(TEXT, start, start + len(quote))
    at = found_again(one, more + TEXT)
    assert at == (start + len(more), start + len(more) + len(quote))


def test_of_two_places_that_one_is_taken_around_which_the_words_are_the_same() -> None:
    one = foothold(TEXT, TEXT.rindex("the hall"), TEXT.rindex("the hall") + 8)
    assert found_again(one, TEXT.replace("The hall burned. ", "")) == (48, 56)


@pytest.mark.parametrize(
    ("one", "text"),
    [
        (Foothold("the bridge"), TEXT),
        (Foothold("the hall"), "the hall the hall"),
        (Foothold(""), TEXT),
        (Foothold("  "), "a  b"),
        (Foothold("the hall"), ""),
    ],
)
def test_what_is_gone_or_could_be_two_places_is_not_found(one: Foothold, text: str) -> None:
    assert found_again(one, text) is None


def test_other_marks_between_the_same_words_do_no_harm() -> None:
    assert found_again(Foothold("shut, they said"), "They shut they said so.") == (5, 19)
