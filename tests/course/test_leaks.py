"""What the tests ask about stands on no page before them.

The pages are those of the built book, with what its notebooks showed when it was built, but for the tests' own.
"""

from functools import cache
from pathlib import Path

import pytest
from kept_for_tests import FRESH, held_runs, items, met, row, runs

from samestory.book.leaks import leaks_in
from samestory.book.shown_text import pieces, shown_pieces
from samestory.course import load_shipped

ROOT = Path(__file__).parents[2]
BUILT = ROOT / "_build" / "html"
RUN_WHEN_BUILT = ROOT / "_build" / "jupyter_execute"
TESTS = {"notebooks/00-first-test", "notebooks/11-second-test", "notebooks/12-later-checks"}


def page(file: Path, folder: Path) -> str:
    return file.relative_to(folder).with_suffix("").as_posix()


@cache
def shown() -> dict[str, list[str]]:
    """The pieces of text of every page, with what its notebook showed."""
    if not (BUILT / "sw.js").is_file():
        pytest.fail("The book is not built. Run: make book")
    found: dict[str, list[str]] = {}
    for folder, ending in ((BUILT, "html"), (BUILT, "ipynb"), (RUN_WHEN_BUILT, "ipynb")):
        for file in sorted(folder.rglob(f"*.{ending}")):
            found.setdefault(page(file, folder), []).extend(shown_pieces(file))
    return found


def test_no_page_but_the_tests_own_shows_anything_of_the_later_checks_or_of_earlier_forms() -> None:
    assert {name: here for name, text in shown().items() if name not in TESTS and (here := met(text))} == {}


def test_no_page_shows_anything_that_the_forms_are_made_of_and_none_what_is_right() -> None:
    assert shown()
    assert [*leaks_in(BUILT, load_shipped()), *leaks_in(RUN_WHEN_BUILT, load_shipped())] == []


def test_the_check_reads_all_lessons_with_what_their_readers_show() -> None:
    assert len([name for name in shown() if name.startswith("notebooks/")]) == 13
    assert len(shown()) > 50
    for name, words in (("03-three-accounts", "28 words kept for a test"), ("06-shared-words", "kept for a test")):
        assert words in " ".join(shown()[f"notebooks/{name}"])
    assert {one.id for one in items()} <= set().union(*(met(shown()[name]) for name in TESTS))


def test_held_passages_and_items_are_what_is_looked_for() -> None:
    assert len(held_runs()) > 200
    assert len(items()) == sum(len(load_shipped().exercise(name).view()["items"]) for name in FRESH) == 8


NONSENSE = "Washington has dismissed that justification to deploy troops as “nonsense”."
PAGE = "<html><head><title>A page</title></head><body>{}</body></html>"


@pytest.mark.parametrize(
    "body",
    [
        f"<p>{NONSENSE}</p>",
        "<p>Washington has <b>dismissed</b> that\n<i>justification</i> to deploy</p>",
        "<p>WASHINGTON has dismissed that justifi&shy;cation to de&#8203;ploy</p>",
        '<script type="application/json">{"a": [[0, "Washington has dismissed "], [1, "that justification to deploy"]]}'
        "</script>",
        f'<img alt="{NONSENSE}">',
        f'<span data-says="{NONSENSE}">?</span>',
        f"<noscript><p>{NONSENSE}</p></noscript>",
        '<script type="application/json">"<td>were drowned</td>"</script>',
        "<p>It says that houses ‘were drowned’.</p>",
        "<table><tr><td>Sixteen vessels</td></tr></table>",
        "<p>The page has “whether to celebrate or to scream”.</p>",
        "<li>it was twenty to eleven, by the church</li>",
    ],
)
def test_a_page_that_shows_some_of_a_test_is_found(body: str) -> None:
    assert met(pieces(PAGE.format(body)))


@pytest.mark.parametrize(
    "body",
    [
        "<p>Two men were drowned, said the mayor of another town, and sixteen vessels are in Europe.</p>",
        "<script>const said = 'were drowned';</script>",
        "<p>Washington has dismissed that justification.</p>",
        "<td>Mutual compliance is in the interest of our two countries</td>",
    ],
)
def test_a_page_that_happens_to_use_such_words_is_let_pass(body: str) -> None:
    assert met(pieces(PAGE.format(body))) == set()


def test_every_held_passage_of_a_sentence_is_found_wherever_it_is_printed() -> None:
    for case in load_shipped().cases.values():
        for held in case.held:
            text = case.articles[held.article].text[held.start : held.end]
            if len(list(runs(row(text)))):
                assert met([text]), text
