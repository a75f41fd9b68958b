"""Specs that no exercise can be built from: each is a problem that names the line and says what to mend."""

import pytest
from made_cases import FERRY, Copy

from samestory.case import load_case

FILE = "exercises/01-ferry.yml"
UNBUILDABLE = [
    # what is changed, into what; the line that is named, the field, and words of what was found
    ("findings: [founding, sea-mail]", "findings: [founding, mail]", "findings: [founding, mail]",
     "exercises[1].findings", "no finding mail stands in the passage"),
    ("findings: [founding, sea-mail]", "findings: [heart-disease]", "findings: [heart-disease]",
     "exercises[1].findings", "no finding heart-disease stands in the passage; there stand: sea-mail, founding"),
    ("controls: [us-firm]", "controls: [beats-again, film]", "controls: [beats-again, film]",
     "exercises[1].controls", "no control beats-again, film stands"),
    ("from: The U.S. firm Gear & Sons", "from: The U.S. firm Gear and Sons", "Gear and Sons",
     "exercises[1].passage", "does not stand in this passage"),
    ("to: on the quay stays open", "to: the", "to: the}", "exercises[1].passage", "stands 10 times"),
    ("from: The U.S. firm Gear & Sons, to: on the quay stays open", "from: on the quay, to: The U.S. firm",
     "from: on the quay", "exercises[1].passage", "ends before it starts"),
    ("{article: harbour-post, from:", "{article: harbour-mail, from:", "harbour-mail",
     "exercises[1].passage", "there is no article 'harbour-mail'"),
    ("labels: [artifact, altered-quotation, name]", "labels: [slip]", "id: ferry-marks",
     "exercises[0]", "no finding of this kind stands in the passage"),
    ("findings: [founding, sea-mail]", "labels: [name]\n    findings: [founding, sea-mail]", "id: ferry-plain-marks",
     "exercises[1]", "the label of sea-mail (artifact) is not among the labels"),
    ("id: engine, text: The engine is broken, right: true", "id: engine, text: The engine is broken",
     "options:\n      - {id: engine", "exercises[2].options", "no option is right"),
    ("{id: ill,", "{id: part,", "{id: part, text: The captain is ill", "exercises[2].options[2].id", "a second 'part'"),
    ("{id: ill,", "{id: constructor,", "{id: constructor, text", "exercises[2].options[2].id", "choose another"),
    ("say: Nothing shows it.}\n      - {id: captain, text: The captain, say", "right: true, say: It fits.}\n"
     "      - {id: captain, text: The captain, right: true, say", "options:\n      - {id: program",
     "exercises[3].options", "every option is right"),
    ("group: name\n", "group: names\n", "- id: founding", "exercises[5].items[0]", "names the group 'names'"),
    ("also: [artifact]", "also: [slip]", "- id: founding", "exercises[5].items[0]", "names the group 'slip'"),
    ("wrong: {sound: Look it up.}", "wrong: {fine: Look it up.}", "- id: founding", "exercises[5].items[0]",
     "names the group 'fine'"),
    ("{id: firm,", "{id: mail,", "{id: mail, text: “Gear", "exercises[5].items[3].id", "a second 'mail'"),
    ("{id: later, text: Later}", "{id: tuesday, text: Later}", "{id: tuesday, text: Later}",
     "exercises[6].groups[1].id", "a second 'tuesday'"),
    ("accept: [Founder of the Port, Port Founder]", "accept: [Founder of the Port, “…”]", "accept: [Founder",
     "exercises[7].accept[1]", "holds nothing that is compared"),
    ("forms: [Founder, the founder]", "forms: [Founder, “…”]", "forms: [Founder, “…”]",
     "exercises[7].near[0]", "holds nothing that is compared"),
    ("forms: [Founder, the founder]", "forms: [Founder, “the PORT founder.”]", "forms: [Founder, “the",
     "exercises[7].near[0]", "'port founder' is both right and a near miss"),
    ("accept: [Founder of the Port, Port Founder]", f"accept: [Founder of the Port, {'x' * 201}]", "accept: [Founder",
     "exercises[7].accept[1]", "longer than the 200 characters"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "marker", "field", "found"), UNBUILDABLE)
def test_a_spec_that_makes_no_exercise_is_one_problem_at_its_line(old, new, marker, field, found, tmp_path):
    copy = Copy(FERRY, tmp_path)
    copy.replace(FILE, old, new)
    problem = copy.problem()
    assert (problem.file, problem.line) == (FILE, copy.line(FILE, marker))
    assert problem.field == field
    assert found in problem.found


def test_a_wrong_option_among_several_keeps_the_key_at_full_points(ferry):
    assert ferry.exercise("ferry-causes").key()["answer"]["chosen"] == ["program", "person", "haste"]


def test_findings_that_are_open_are_asked_for_by_name_only(tmp_path):
    copy = Copy(FERRY, tmp_path)
    copy.replace(FILE, "findings: [founding, sea-mail]", "findings: [years-young]")
    case = load_case(copy.folder)
    assert [fault.id for fault in case.exercise("ferry-plain-marks").task.faults] == ["years-young"]
    assert "years-young" not in [fault.id for fault in case.exercise("ferry-marks").task.faults]


def test_points_are_one_for_each_fault_or_item_unless_the_spec_says_otherwise(ferry):
    points = {name: one.card.points for name, one in ferry.exercises.items() if one.card.lesson == "01-ferry"}
    assert points == {
        "ferry-marks": 3, "ferry-plain-marks": 5, "ferry-why": 3, "ferry-causes": 2, "ferry-sure": 1,
        "ferry-sort": 4, "ferry-days": 1, "ferry-title": 2,
    }  # fmt: skip
