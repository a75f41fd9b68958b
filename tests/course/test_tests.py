"""Guards over the later checks and the tests of earlier editions: they keep to their plan, and can't be guessed."""

import itertools
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import nbformat
import pytest
import yaml
from made_cases import exercise
from nbclient import NotebookClient

from samestory.book.directives.pair import notebook
from samestory.case import Case, Finding
from samestory.course import case_folders, folder, load_shipped

FORMS = ("test-a", "test-b")
CHECKS = ("week-one-news", "week-four-news", "week-one-quernmouth", "week-four-quernmouth")
FAULTS = ("quotation", "phrase", "name", "fact")

# Row and level of the plan of the earlier tests, and what their form A and form B ask for.
BLUEPRINT = [
    ("exact words, fault", "middle", "start-of-invasion", "sign-the-text"),
    ("exact words, control", "easy", "aj-deeply-disturbing", "not-isolated"),
    ("exact words, control", "middle", "aj-nonsense", "everything-discussed"),
    ("odd phrase, fault", "easy", "estimations-from-authorities", "broken-sentence"),
    ("odd phrase, fault", "middle", "personal-conversations", "press-its-move"),
    ("odd phrase, fault", "hard", "military-installations", "optimistic-that"),
    ("name, fault", "easy", "maxa-for-maxar", "blinkin"),
    ("changed fact, fault", "hard", "trucks-at-airstrip", "on-the-anniversary"),
    ("looks wrong and holds, control", "easy", "belarus-borders-ukraine", "host-india"),
    ("looks wrong and holds, control", "middle", "aj-letter", "asked-to-speak"),
    ("looks wrong and holds, control", "hard", "aj-in-europe", "two-paragraphs"),
    ("true report of a statement, control", "hard", "moscow-denied", "not-to-replicate"),
]
NEAR_TRANSFER = {"maxa-for-maxar", "blinkin"}  # names that a lesson practises too, and the page says so
PRACTISED = [
    {"regional-reality", "sunday-speech", "hundred-thousand", "all-agree"},
    {"autonomous-for-independent", "luhansk-name", "pause-on-approval", "aj-two-days"},
]
FRESH = [
    {"ng-sixteen", "ng-drowned", "ng-power-cut", "ng-sibling"},
    {"ng-wray-85", "ng-celebrate-scream", "rk-twenty-to-eleven", "rk-eleven-damaged"},
]


def sheets() -> Iterator[tuple[Case, Path]]:
    for path in case_folders():
        for sheet in sorted(path.glob("exercises/*.yml")):
            yield load_shipped().cases[path.name], sheet


@cache
def spec_of(name: str) -> tuple[Case, dict[str, Any]]:
    """The case and the spec of an exercise, as its author wrote it."""
    for case, sheet in sheets():
        for one in yaml.safe_load(sheet.read_text("utf-8"))["exercises"]:
            if one["id"] == name:
                return case, one
    raise LookupError(name)


def items(name: str) -> list[dict[str, Any]]:
    return spec_of(name)[1]["items"]


def sound(item: dict[str, Any]) -> bool:
    return item["group"] == "sound"


@cache
def asked(name: str) -> dict[str, str]:
    """The finding or control that each item rests on: the one that meets the article's words in its first evidence."""
    case, spec = spec_of(name)
    found = {}
    for item in spec["items"]:
        first = item["evidence"][0]
        printed = case.articles[first["article"]].passage
        ((start, end),) = [(printed.words[a].start, printed.words[b].end) for a, b in printed.places(first["quote"])]
        marked = [*case.findings.values(), *case.controls.values()]
        meets = [one for one in marked if one.article == first["article"] and one.start < end and start < one.end]
        assert len(meets) == 1, f"{item['id']} rests on {[one.id for one in meets]}"
        assert isinstance(meets[0], Finding) != sound(item), item["id"]
        found[item["id"]] = meets[0].id
    return found


def lines(item: dict[str, Any]) -> tuple[str, str, str]:
    """The words to judge, where they are printed, and what is needed to check them."""
    words, printed, check = item["text"].strip().split("\n")
    assert re.fullmatch(r"“[^“”]+”", words), item["id"]
    assert printed.startswith("Printed: “"), item["id"]
    assert printed.endswith("”"), item["id"]
    assert check.startswith("To check: "), item["id"]
    return words[1:-1], printed.removeprefix("Printed: ")[1:-1], check.removeprefix("To check: ")


def plain(text: str) -> str:
    """The text with one sort of quotation mark, for an item that has marks within marks."""
    return re.sub(r"[“”‘’\"']+", "'", " ".join(text.split()))


@pytest.mark.parametrize("name", FORMS)
def test_a_form_has_twelve_items_six_faults_and_six_controls(name):
    assert len(items(name)) == 12
    assert sum(map(sound, items(name))) == 6
    measures = {one.name: (one.count, one.of) for one in exercise(name).solution().measures}
    assert measures == {"caught": (6, 6), "trusted": (6, 6)}


@pytest.mark.parametrize(("name", "column"), [("test-a", 2), ("test-b", 3)])
def test_a_form_asks_for_what_its_blueprint_says(name, column):
    assert set(asked(name).values()) == {row[column] for row in BLUEPRINT}
    kinds = {"quotation": "exact words", "phrase": "odd phrase", "name": "name", "fact": "changed fact"}
    rows = {row[column]: row[0] for row in BLUEPRINT}
    for item in items(name):
        row = rows[asked(name)[item["id"]]]
        assert row.endswith("control") if sound(item) else row == f"{kinds[item['group']]}, fault"


def test_the_forms_are_equally_hard_from_the_first_item_to_the_last():
    levels = []
    for name, column in zip(FORMS, (2, 3), strict=True):
        level = {row[column]: row[1] for row in BLUEPRINT}
        levels.append([level[asked(name)[item["id"]]] for item in items(name)])
    assert levels[0] == levels[1]
    assert sorted(levels[0]) == ["easy"] * 4 + ["hard"] * 4 + ["middle"] * 4


def test_half_of_each_forms_faults_are_proved():
    for name in FORMS:
        case, _ = spec_of(name)
        faults = [case.findings[one] for one in asked(name).values() if one in case.findings]
        assert sorted(one.certainty for one in faults) == ["likely"] * 3 + ["proved"] * 3


def test_the_key_of_one_form_does_not_give_away_the_other():
    first, second = ([sound(item) for item in items(name)] for name in FORMS)
    assert sum(a == b for a, b in zip(first, second, strict=True)) <= 6


def test_faults_and_controls_come_in_no_pattern():
    for name in FORMS:
        row = [sound(item) for item in items(name)]
        assert max(len(run) for run in re.findall(r"T+|F+", "".join("FT"[one] for one in row))) <= 3
        assert sum(a != b for a, b in itertools.pairwise(row)) <= 9


def test_the_forms_are_about_equally_long_and_so_are_faults_and_controls():
    lengths = {name: [len(item["text"].split()) for item in items(name)] for name in FORMS}
    first, second = (sum(lengths[name]) for name in FORMS)
    assert abs(first - second) <= 0.1 * first
    for name in FORMS:
        faults = [length for length, item in zip(lengths[name], items(name), strict=True) if not sound(item)]
        assert abs(sum(faults) - sum(lengths[name]) / 2) <= 0.06 * sum(lengths[name])


@pytest.mark.parametrize("name", FORMS)
def test_a_rule_of_thumb_gets_eight_of_twelve_at_most(name):
    """Length, a note on usage, a second wording, marks in print: none of them tells what is sound."""
    case, _ = spec_of(name)
    for thumb in (
        lambda item: len(item["text"].split()) > 55,
        lambda item: len(lines(item)[0].split()) > 3,
        lambda item: len(lines(item)[2].split()) > 34,
        lambda item: "‘" in lines(item)[1],
        lambda item: "“" in lines(item)[2],
        lambda item: lines(item)[0].lower() in lines(item)[2].lower(),
        lambda item: any(char.isdigit() for char in lines(item)[2]),
        lambda item: "…" in lines(item)[1][:2],
    ):
        right = sum(bool(thumb(item)) == sound(item) for item in items(name))
        assert 4 <= right <= 8, f"{right} of 12"
    articles = {item["evidence"][0]["article"] for item in items(name)}
    seen = str(exercise(name).view()["items"])
    assert not any(case.articles[article].outlet in seen for article in articles), "no item names its page"


@pytest.mark.parametrize("name", FORMS + CHECKS)
def test_an_item_prints_what_its_article_prints(name):
    case, spec = spec_of(name)
    for item in spec["items"]:
        words, printed, check = lines(item)
        assert plain(words).strip("'") in plain(printed), item["id"]
        assert len(check.split()) >= 12, item["id"]
        article = plain(case.articles[item["evidence"][0]["article"]].text)
        for piece in filter(None, (part.strip(" ,.'") for part in plain(printed).split("…"))):
            assert piece in article, f"{item['id']}: {piece}"


@pytest.mark.parametrize("name", FORMS + CHECKS)
def test_every_item_says_something_to_every_group_that_is_wrong_for_it(name):
    for item in items(name):
        fit = {item["group"], *item.get("also", ())}
        assert set(item["wrong"]) == {"sound", *FAULTS} - fit, item["id"]
        assert not (sound(item) and item.get("also"))
        assert re.fullmatch(r"(a|b|w1|w4|q1|q4)-\d+", item["id"]), "an id gives nothing away"


@pytest.mark.parametrize(("name", "other"), [FORMS, FORMS[::-1]])
def test_a_form_has_no_hints_and_keeps_its_result_until_the_other_is_done(name, other):
    card = exercise(name).card
    assert (card.hints, card.until, card.minutes, card.lesson) == ((), (other,), 15, "tests")


def test_the_forms_ask_in_the_same_words():
    views = [exercise(name).view() for name in FORMS]
    assert views[0]["groups"] == views[1]["groups"]
    assert views[0]["prompt"][1:] == views[1]["prompt"][1:]
    assert [bool(item.get("also")) for item in items(FORMS[0])].count(True) == 2
    assert [bool(item.get("also")) for item in items(FORMS[1])].count(True) == 2


@pytest.mark.parametrize(("name", "ids"), list(zip(CHECKS, PRACTISED + FRESH, strict=True)))
def test_a_later_check_has_two_faults_and_two_controls(name, ids):
    assert sum(map(sound, items(name))) == 2
    assert set(asked(name).values()) == ids
    card = exercise(name).card
    assert (card.lesson, card.until) == ("later-checks", ())
    assert card.hints


@pytest.mark.parametrize("name", [*FORMS, *CHECKS[2:]])
def test_what_a_test_asks_for_is_held_out(name):
    case, _ = spec_of(name)
    for one in set(asked(name).values()) - NEAR_TRANSFER:
        marked = case.findings.get(one) or case.controls[one]
        assert any(held.touches(marked) for held in case.held), f"{one} lies in no held passage"


@pytest.mark.parametrize("name", [*FORMS, *CHECKS[2:]])
def test_no_lesson_prints_what_a_test_asks_for(name):
    case, _ = spec_of(name)
    lessons = {path.name: path.read_text("utf-8") for path in folder("notebooks").glob("[0-9]*.md")}
    lessons |= {f"{one.id}/{path.name}": path.read_text("utf-8") for one, path in sheets()}
    for one in set(asked(name).values()) - NEAR_TRANSFER:
        marked = case.findings.get(one) or case.controls[one]
        for place, text in lessons.items():
            if not place.endswith(("/tests.yml", "/later-checks.yml")):
                assert plain(marked.quote) not in plain(text), f"{place} prints {marked.quote!r}"
                assert one not in re.findall(r"[\w-]+", text), f"{place} names {one}"


NOTEBOOKS = {
    "00-first-test": [("exercise", "starter"), ("drawn", "first")],
    "11-second-test": [("drawn", "second")],
    "12-later-checks": [("exercise", name) for name in ("week-one-news", "week-one-quernmouth")]
    + [("exercise", name) for name in ("week-four-news", "week-four-quernmouth", "form-c")],
}


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_the_notebook_of_a_test_shows_it_and_runs(name, tmp_path):
    path = folder("notebooks") / f"{name}.md"
    assert path.with_suffix(".ipynb").read_text("utf-8") == notebook(path)
    run = nbformat.reads(notebook(path), as_version=4)
    cells = [cell for cell in run.cells if cell.cell_type == "code"]
    assert all("remove-input" in cell.metadata.tags for cell in cells)
    shown = [found for cell in cells for found in re.findall(r'^(drawn|exercise)\("([\w-]+)"\)$', cell.source, re.M)]
    assert shown == NOTEBOOKS[name]
    NotebookClient(run, timeout=120, kernel_name="python3", resources={"metadata": {"path": str(tmp_path)}}).execute()
    assert not [out for cell in cells for out in cell.outputs if out.output_type == "error"]


@pytest.mark.parametrize("forms", [load_shipped().syllabus.forms(), FORMS], ids=["today's", "an earlier edition's"])
def test_the_second_notebook_lays_both_tests_side_by_side(tmp_path, forms):
    run = nbformat.reads(notebook(folder("notebooks") / "11-second-test.md"), as_version=4)
    last = next(cell for cell in reversed(run.cells) if cell.cell_type == "code")
    again = nbformat.v4.new_code_cell(last.source)
    checks = [f"check({name!r}, {exercise(name).key()['answer']!r})" for name in forms]
    run.cells += [nbformat.v4.new_code_cell("\n".join(["from samestory.lesson import check", *checks])), again]
    NotebookClient(run, timeout=120, kernel_name="python3", resources={"metadata": {"path": str(tmp_path)}}).execute()
    assert "before both tests are checked" in str(last.outputs)
    assert str(again.outputs).count("6 of 6") >= 4
    assert "2.9" in str(again.outputs)
