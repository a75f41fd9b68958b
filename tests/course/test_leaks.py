"""What the tests ask about stands on no page before them, but for what the plan of the tests lists.

The pages are those of the built book, with what its notebooks showed when it was built, but for the tests' own.
"""

import re
from functools import cache
from pathlib import Path

import pytest
from kept_for_tests import FRESH, held_runs, items, met, row, runs

from samestory.book.leaks import leaks_in
from samestory.book.shown_text import pieces, pieces_of
from samestory.course import load_shipped

ROOT = Path(__file__).parents[2]
BUILT = ROOT / "_build" / "html"
RUN_WHEN_BUILT = ROOT / "_build" / "jupyter_execute"
PLAN = ROOT / "book" / "teaching" / "blueprint.md"
TESTS = {"notebooks/00-first-test", "notebooks/11-second-test", "notebooks/12-later-checks"}
ROW = re.compile(r"^\| “(?P<words>[^”]+)” \| (?P<form>[AB]) \| (?P<where>.+) \|$", re.MULTILINE)
LINK = re.compile(r"\]\(([^)]+)\.md\)")
NUMBER = {"A": "a-", "B": "b-"}


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
            found.setdefault(page(file, folder), []).extend(pieces_of(file))
    return found


def listed() -> dict[str, set[str]]:
    """Which items the plan of the tests says can be met, by page."""
    found: dict[str, set[str]] = {}
    for line in ROW.finditer(PLAN.read_text("utf-8")):
        here = [one for one in items() if one.id.startswith(NUMBER[line["form"]]) and one.judged == row(line["words"])]
        (item,) = here
        for link in LINK.findall(line["where"]):
            found.setdefault(page((PLAN.parent / link).resolve(), ROOT), set()).add(item.id)
    return found


def test_every_page_shows_of_the_tests_what_their_plan_lists_and_nothing_else() -> None:
    found = {name: here for name, text in shown().items() if name not in TESTS and (here := met(text))}
    named = found.pop(page(PLAN, ROOT), set())
    assert found == listed()
    assert named == set().union(*listed().values())


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
    assert len(items()) == sum(len(load_shipped().exercise(name).view()["items"]) for name in FRESH) == 32


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
        '<script type="application/json">"<td>nonsense</td>"</script>',
        "<p>It calls the reason ‘nonsense’.</p>",
        "<table><tr><td>Nonsense</td></tr></table>",
        "<p>The page has “denied that it is plotting”.</p>",
        "<li>military and equipment installations, by the firm</li>",
    ],
)
def test_a_page_that_shows_some_of_a_test_is_found(body: str) -> None:
    assert met(pieces(PAGE.format(body)))


@pytest.mark.parametrize(
    "body",
    [
        "<p>That is nonsense, said the mayor of another town, and trucks are in Europe.</p>",
        "<script>const nonsense = 'nonsense';</script>",
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
