"""Exercises as questions of other systems earn there what they earn here, and say what could not go along.

The schemas of QTI are not at hand here: the order of an item's parts, its identifiers and what refers to what are
looked at one by one, as the specification has them.
"""

import html
import re
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
from each import for_each

from samestory.cli import FINE, MISUSED, main
from samestory.course import load_shipped
from samestory.exercise import Exercise
from samestory.package.quiz.moodle import MOODLE_GRADES, moodle_xml
from samestory.package.quiz.qti import qti_item
from samestory.package.quiz.question import QuizQuestion, Unfit, question_of, quiz_of

FITTING = {"choose", "classify", "match", "order", "short", "number"}
EVERY = [one for one in load_shipped().exercises.values() if not one.card.once]
MADE = [(one, made) for one in EVERY if isinstance(made := question_of(one), QuizQuestion)]
SPACE = "{http://www.imsglobal.org/xsd/imsqti_v2p1}"
IN_ORDER = ["responseDeclaration", "outcomeDeclaration", "itemBody", "responseProcessing", "modalFeedback"]


def test_every_exercise_of_a_kind_that_fits_is_a_question_and_no_test_is() -> None:
    assert {one.card.kind for one, _ in MADE} == FITTING
    assert len(MADE) == sum(one.card.kind in FITTING for one in EVERY)
    assert isinstance(question_of(load_shipped().exercise("form-a")), Unfit)


def moodle(question: QuizQuestion) -> Element:
    """The question as it stands in the file."""
    _, found = ElementTree.fromstring(moodle_xml([question], "lesson")).findall("question")
    return found


def menus(question: Element) -> list[list[tuple[float, str, str]]]:
    """The embedded answers: per cent, text and feedback of each."""
    text = question.findtext("questiontext/text") or ""
    return [[alternative(one) for one in found.split("~")] for found in re.findall(r"\{1:MULTICHOICE:([^}]*)\}", text)]


def alternative(one: str) -> tuple[float, str, str]:
    read = re.fullmatch(r"%(-?[\d.]+)%(.+?)(?:(?<!&)#(.*))?", one)
    assert read, one
    return float(read[1]), html.unescape(read[2]), html.unescape(html.unescape(read[3] or ""))


@for_each([made for _, made in MADE], name=lambda one: one.id)
def test_moodle_can_read_a_question(one: QuizQuestion) -> None:
    found = moodle(one)
    assert float(found.findtext("defaultgrade") or 0) == one.points
    answers = found.findall("answer")
    if one.form == "each":
        read = menus(found)
        assert len(read) == len(one.items)
        for item, menu in zip(one.items, read, strict=True):
            assert [text for _, text, _ in menu] == [" ".join(each.text.split()) for each in item.choices]
            assert max(share for share, _, _ in menu) == 100
            assert [said for _, _, said in menu] == [" ".join(each.said.split()) for each in item.choices]
    elif one.form == "order":
        assert [each.get("fraction") for each in answers] == [str(at) for at in range(1, len(one.items) + 1)]
    else:
        shares = [float(each.get("fraction", "nan")) for each in answers]
        assert {abs(share) for share in shares} <= set(MOODLE_GRADES)
        assert sum(share for share in shares if share > 0) == pytest.approx(100, abs=1) or one.form != "several"
        assert max(shares) == 100 or one.form == "several"


@for_each([made for _, made in MADE], name=lambda one: one.id)
def test_an_item_has_its_parts_in_order_and_refers_to_nothing_that_is_missing(one: QuizQuestion) -> None:
    item = ElementTree.fromstring(qti_item(one))
    tags = [child.tag.removeprefix(SPACE) for child in item]
    assert tags == sorted(tags, key=IN_ORDER.index)
    body = item.find(f"{SPACE}itemBody")
    assert body is not None
    interactions = [each for each in body.iter() if each.get("responseIdentifier")]
    assert [each.get("responseIdentifier") for each in interactions] == ["RESPONSE"]
    names = [each.get("identifier", "") for each in body.iter() if each.get("identifier")]
    assert len(set(names)) == len(names)
    for name in [*names, item.get("identifier", "")]:
        assert re.fullmatch(r"[A-Za-z_][\w.-]*", name), name
    if one.form not in ("text", "number"):
        keys = [entry.get("mapKey", "") for entry in item.iter(f"{SPACE}mapEntry")]
        assert {part for key in keys for part in key.split()} <= set(names)
        values = [value.text or "" for value in item.iter(f"{SPACE}value")]
        assert {part for value in values for part in value.split()} <= set(names)
    feedback = {each.get("identifier") for each in item.iter(f"{SPACE}modalFeedback")}
    assert feedback <= {*names, "solution"}


def qti_points(item: Element, response: list[str], number: float | None = None) -> float:
    """What QTI gives for a response, by the rules of the item itself."""
    if (mapping := item.find(f".//{SPACE}mapping")) is not None:
        points = {entry.get("mapKey", ""): float(entry.get("mappedValue", 0)) for entry in mapping}
        total = sum(points.get(one, 0) for one in response)
        return min(max(total, float(mapping.get("lowerBound", 0))), float(mapping.get("upperBound", 0)))
    for branch in item.iterfind(f".//{SPACE}responseCondition/*"):
        given = float(branch.findtext(f"{SPACE}setOutcomeValue/{SPACE}baseValue") or 0)
        equal = branch.find(f"{SPACE}equal")
        if equal is None:
            right = [value.text for value in item.iterfind(f".//{SPACE}correctResponse/{SPACE}value")]
            return given if response == right else 0.0
        within = float(equal.get("tolerance", "0").split()[0])
        if number is not None and abs(number - float(equal.findtext(f"{SPACE}baseValue") or 0)) <= within:
            return given
    return 0.0


def response_of(exercise: Exercise, answer: Any) -> tuple[list[str], float | None]:
    """An answer of ours as QTI would have it."""
    kind = exercise.card.kind
    if kind == "choose":
        return [f"_{one}" if one[0].isdigit() else one for one in answer["chosen"]], None
    if kind in ("classify", "match"):
        pairs = answer["placed" if kind == "classify" else "pairs"]
        return [f"{f'_{item}' if item[0].isdigit() else item} to-{to}" for item, to in pairs.items()], None
    if kind == "order":
        return [f"_{one}" if one[0].isdigit() else one for one in answer["order"]], None
    return [answer["text"]], float(re.sub(r"[^\d.]", "", answer["text"])) if kind == "number" else None


@for_each(MADE, name=lambda one: one[1].id)
def test_the_right_answer_earns_all_points_in_qti_and_none_earns_none(exercise: Exercise, one: QuizQuestion) -> None:
    item = ElementTree.fromstring(qti_item(one))
    response, number = response_of(exercise, exercise.task.right().to_json())
    assert qti_points(item, response, number) == pytest.approx(one.points, abs=0.01)
    assert qti_points(item, []) == 0


@pytest.mark.parametrize("name", ["odd-or-sound", "update-or-contradiction", "declared-or-recognised", "keep-or-drop"])
def test_a_sample_in_part_right_earns_in_qti_what_it_earns_here(name: str) -> None:
    exercise = load_shipped().exercise(name)
    one = question_of(exercise)
    assert isinstance(one, QuizQuestion)
    item = ElementTree.fromstring(qti_item(one))
    for sample in exercise.samples():
        answer = exercise.parse(sample.raw).to_json()
        if answer.get("confidence") or (exercise.card.kind == "choose" and exercise.task.confidence):
            continue  # how sure one can be does not go along
        response, number = response_of(exercise, answer)
        assert qti_points(item, response, number) == pytest.approx(exercise.verdict(answer).points, abs=0.02), sample


def test_odd_signs_survive(tmp_path: Any) -> None:
    exercise = load_shipped().exercise("odd-or-sound")
    one = question_of(exercise)
    assert isinstance(one, QuizQuestion)
    first = one.items[0]
    odd = 'a } b ~ c # d / e \\ f = g % h < i & j " k {1:SHORTANSWER:=x} 😀'
    spoiled = first.choices[0].__class__("x", odd, 1.0, odd)
    item = first.__class__("first", odd, (spoiled, *first.choices[1:]))
    made = one.__class__(one.id, one.form, one.title, one.prompt, one.show, one.points, odd, (item,))
    ((share, text, said), *_) = menus(moodle(made))[0]
    assert (share, text, said) == (100, odd, odd)
    assert odd in "".join(ElementTree.fromstring(qti_item(made)).itertext())


def test_the_command_says_what_was_left_out(tmp_path: Any, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["package", "07-odd-phrases", "--moodle", "--qti", "--out", str(tmp_path)]) == FINE
    said = capsys.readouterr().out
    _, unfit = quiz_of(load_shipped().lesson("07-odd-phrases"))
    assert said.count("Left out:") == len(unfit) > 0
    assert main(["package", "tests", "--moodle", "--out", str(tmp_path / "none")]) == MISUSED
    assert not (tmp_path / "none").exists()
