"""What lesson 6 says in numbers is what the engine counts, and nothing tells it before the learner has counted."""

import re
from collections.abc import Iterator

import nbformat
import pytest
from made_cases import exercise

from samestory.comparison import derivation
from samestory.comparison.passage.run import Run, runs
from samestory.course import folder, load_shipped
from samestory.text import fold, furniture, quotations, words

CASES = load_shipped().cases
TEXTS = {name: article.text for case in CASES.values() for name, article in case.articles.items()}
WIRE = CASES["blinken-lavrov"].record["reuters-first-copy"].words
TERN = CASES["quernmouth-gate"].record["tern-first-copy"].words
COUNTED = ("longest-run", "runs-without-quotations", "runs-in-other-words")
PAIRS = {
    "two-reports": ("al-jazeera", "responsible-statecraft"),
    "retold": ("al-jazeera", "powerhouse-news"),
    "other-years": ("san-juan-daily-star", "visegrad24"),
}


def row(text: str, quoted: bool, gap: str) -> list[str]:
    """The folded words of an article without its furniture; a gap of its own stands for each word left out."""
    out = [(line.start, line.end) for line in furniture(text)]
    out += [] if quoted else [part for one in quotations(text) for part in one.parts]
    return [
        f"{gap} {at}" if any(start <= word.start < end for start, end in out) else fold(word.text)
        for at, word in enumerate(words(text))
    ]


def shared(a: str, b: str, least: int, quoted: bool = True) -> list[Run]:
    """The runs of at least so many words, each as long as it goes, as the engine finds them; the longest first."""
    return runs(row(a, quoted, "a"), row(b, quoted, "b"), least)


def begun(found: list[Run], n: int) -> int:
    """How many runs of n words begin in these."""
    return sum(run.size - n + 1 for run in found)


def pair(name: str) -> tuple[str, str]:
    one, other = PAIRS[name]
    return TEXTS[one], TEXTS[other]


def values(name: str) -> list[float]:
    return [float(one.value) for one in exercise(name).task.ranges]


# The keys


def test_the_longest_run_of_the_key_is_the_engines_and_holds_a_quotation_and_one_word_more():
    (longest, *rest) = shared(*pair("two-reports"), 5)
    assert values("longest-run")[0] == longest.size == 33
    assert all(run.size <= 5 for run in rest)
    text = TEXTS["al-jazeera"]
    spoken = next(one for one in quotations(text) if one.text.startswith("Now that we see"))
    assert len(words(spoken.text)) == longest.size - 1 == 32
    assert {32, 27, 4} <= set(values("longest-run"))
    assert (begun([longest], 7), begun([longest], 30)) == (27, 4)


def test_without_quotations_no_run_of_seven_is_left_and_the_near_misses_are_other_numbers_of_the_tables():
    assert begun(shared(*pair("two-reports"), 7), 7) == 27
    assert shared(*pair("two-reports"), 6, quoted=False) == []
    (left,) = shared(*pair("two-reports"), 5, quoted=False)
    assert " ".join(row(TEXTS["al-jazeera"], False, "a")[left.a : left.a + left.size]) == (
        "secretary of state antony blinken"
    )
    assert values("runs-without-quotations")[0] == 0
    assert begun(shared(*pair("retold"), 5, quoted=False), 5) == 6
    assert begun(shared(*pair("retold"), 7, quoted=False), 7) == 2
    assert {27, 1, 6, 2, 26} == set(values("runs-without-quotations")[1:])


def test_the_two_runs_in_other_words_are_titles_and_names():
    found = shared(*pair("retold"), 6)
    shown = row(TEXTS["al-jazeera"], True, "a")
    assert [" ".join(shown[run.a : run.a + run.size]) for run in found] == [
        "with ukrainian foreign minister dmytro kuleba in washington",
        "us secretary of state antony blinken",
    ]
    assert values("runs-in-other-words")[0] == len(found) == 2
    assert (begun(found, 6), len(shared(*pair("retold"), 7)), len(shared(*pair("retold"), 4))) == (4, 1, 5)
    assert {4, 1, 5} <= set(values("runs-in-other-words"))


def test_the_prediction_is_ordered_by_the_runs_of_seven():
    task = exercise("predict-three-pairs").task
    counts = [begun(shared(*pair(one.id), 7), 7) for one in task.items]
    assert counts == [27, 2, 0]
    alike = [len(set(row(a, True, "a")) & set(row(b, True, "b"))) for a, b in map(pair, PAIRS)]
    assert alike == sorted(alike)  # single words put the pairs the other way round


def test_the_first_and_last_paragraph_lie_in_the_wire_without_any_quotation():
    for quoted in (True, False):
        assert begun(shared(TEXTS["al-jazeera"], WIRE, 7, quoted), 7) == 13
    assert shared(TEXTS["al-jazeera"], WIRE, 7)[0].size == 15


def test_the_engine_classes_the_pages_as_the_keys_do():
    keys = {item.id: (item.group, *item.also) for item in exercise("derived-or-not").task.items}
    assert derivation(*pair("retold")).level in keys["retelling"]
    assert derivation(*pair("two-reports")).level == "not" == keys["analysis"][0].removesuffix("-derived")
    assert derivation(*pair("other-years")).level == "not" == keys["two-winters"][0].removesuffix("-derived")
    order = derivation(*pair("retold")).order
    assert order.tells
    assert order.in_order == 2 * order.reversed
    assert not derivation(*pair("two-reports")).order.tells


@pytest.mark.parametrize(
    ("item", "page"),
    [
        ("gazette", "oxbow-gazette"),
        ("messenger", "tolbay-messenger"),
        ("newsgull", "newsgull"),
        ("bell", "quernmouth-bell"),
        ("skerry", "radio-skerry"),
    ],
)
def test_the_engine_classes_the_pages_of_quernmouth_as_the_key_does(item, page):
    key = {one.id: (one.group, *one.also) for one in exercise("quernmouth-predict").task.items}[item]
    assert derivation(TERN, TEXTS[page]).level in {group.removesuffix("-derived") for group in key}
    left = shared(TERN, TEXTS[page], 7, quoted=False)
    assert bool(left) == (key[0] != "not-derived")


# Nothing is told too early


def before_counting() -> Iterator[str]:
    """The prose of the page before the last of the three exercises, and what the three show before they are done."""
    page = nbformat.read(folder("notebooks") / "06-shared-words.ipynb", as_version=4)
    for cell in page.cells:
        if cell.source == f'exercise("{COUNTED[-1]}")':
            break
        if cell.cell_type == "markdown":
            yield cell.source
    for name in ("predict-three-pairs", *COUNTED):
        card = exercise(name).card
        yield " ".join([card.title, *card.prompt])
    yield " ".join([*exercise("predict-three-pairs").card.hints, exercise("predict-three-pairs").card.solution])


def test_neither_prose_nor_prompts_tell_the_numbers_before_they_are_counted():
    text = "\n".join(before_counting())
    assert not re.findall(r"\b(?:27|32|33|twenty-seven|thirty-two|thirty-three)\b", text, re.IGNORECASE)
    # figures come after the counting: what a table shows there, the learner has turned up
    page = nbformat.read(folder("notebooks") / "06-shared-words.ipynb", as_version=4)
    sources = [cell.source for cell in page.cells]
    drawn = next(at for at, source in enumerate(sources) if "\nfigure(" in source)
    assert drawn > sources.index(f'exercise("{COUNTED[-1]}")')


def test_the_prediction_costs_nothing_and_waits_for_the_three():
    card = exercise("predict-three-pairs").card
    assert card.extra
    assert card.until == COUNTED
