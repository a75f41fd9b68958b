"""An entry's kind and a case's fiction stand in fields; cases from before the fields mean what they meant."""

import json
from importlib import resources

import pytest
from made_cases import FERRY, Copy

from samestory.case import Statement, load_case
from samestory.case.record_kind import RECORD_KINDS, kinds_in
from samestory.course import load_shipped

OLD_WHO = [
    ("Ada J. Lind", ("statement",)),
    ("Reuters", ("agency-copy",)),
    ("Tern, a news agency, at 22:40", ("agency-copy",)),
    ("Skerry Wire", ("agency-copy",)),
    ("Ada Lind, in Danish (renderings differ)", ("rendering",)),
    ("Ada Lind, at a press conference on Nordö", ("briefing",)),
    ("Ada Lind, at a Briefing", ("briefing",)),
    ("Ada Lind, press secretary", ("statement",)),
    ("Ada Lind, at a news conference, in Danish (renderings differ)", ("rendering", "briefing")),
    ("AP, from a briefing (renderings differ)", ("agency-copy", "rendering", "briefing")),
    ("Ada Lind, in Danish (Renderings differ)", ("statement",)),
]


@pytest.mark.parametrize(("who", "kinds"), OLD_WHO)
def test_an_entry_without_a_kind_is_what_its_who_said(who, kinds, tmp_path):
    copy = Copy(FERRY, tmp_path)
    copy.replace("record.yml", "who: Ada J. Lind", f"who: {json.dumps(who)}")
    entry = load_case(copy.folder).record["captain-says"]
    assert (entry.kind, *entry.also) == kinds
    assert [kind for kind in RECORD_KINDS if entry.is_a(kind)] == sorted(kinds, key=RECORD_KINDS.index)
    assert entry.named == (who,)


def test_an_entry_without_words_is_an_event():
    assert load_case(FERRY).record["town-title"].kind == "event"


@pytest.mark.parametrize(("who", "kinds"), OLD_WHO)
def test_an_entry_made_in_a_program_without_a_kind_is_what_its_who_says(who, kinds):
    entry = Statement("one", "2023-03-07", who, "We sail.", None, "", None)
    assert [kind for kind in RECORD_KINDS if entry.is_a(kind)] == sorted(kinds, key=RECORD_KINDS.index)


@pytest.mark.parametrize("kind", RECORD_KINDS)
def test_a_kind_that_is_given_holds_whatever_who_says(kind, tmp_path):
    copy = Copy(FERRY, tmp_path)
    who = "who: Reuters, at a press conference (renderings differ)"
    copy.replace("record.yml", "who: Ada J. Lind", f"{who}\n    kind: {kind}\n    names: [Ada J. Lind]")
    entry = load_case(copy.folder).record["captain-says"]
    assert [one for one in RECORD_KINDS if entry.is_a(one)] == [kind]
    assert entry.named == ("Ada J. Lind",)


def test_an_entry_can_be_of_two_kinds(tmp_path):
    copy = Copy(FERRY, tmp_path)
    copy.replace("record.yml", "who: Ada J. Lind", "who: Ada J. Lind\n    kind: briefing\n    also: [rendering]")
    entry = load_case(copy.folder).record["captain-says"]
    assert (entry.kind, entry.also) == ("briefing", ("rendering",))


@pytest.mark.parametrize(
    ("given", "field", "expected"),
    [
        ("kind: rumour", "kind", "one of statement, briefing"),
        ("kind: null", "kind", "one of statement, briefing"),
        ("kind: [briefing]", "kind", "one of statement, briefing"),
        ("kind: briefing\n    also: rendering", "also", "a list"),
        ("kind: briefing\n    also: []", "also", "at least 1"),
        ("kind: briefing\n    also: [gossip]", "also[0]", "one of statement, briefing"),
        ("also: [rendering]", "", "kind"),
        ("names: Ada", "names", "a list"),
        ("names: ['']", "names[0]", "some text"),
    ],
)
def test_a_kind_that_there_is_not_is_a_problem_with_its_place(given, field, expected, tmp_path):
    copy = Copy(FERRY, tmp_path)
    copy.replace("record.yml", "who: Ada J. Lind", f"who: Ada J. Lind\n    {given}")
    problem = copy.problem()
    assert problem.field == f"statements[0]{'.' if field else ''}{field}"
    assert expected in problem.expected


def test_the_schema_knows_the_kinds_that_the_program_knows():
    file = resources.files("samestory.case.schema") / "shared.json"
    assert tuple(json.loads(file.read_text("utf-8"))["$defs"]["recordKind"]["enum"]) == RECORD_KINDS


def test_every_entry_that_ships_says_its_kind_and_what_it_says_agrees_with_what_it_said_before():
    entries = [entry for case in load_shipped().cases.values() for entry in case.record.values()]
    assert len(entries) == 50
    for entry in entries:
        before = kinds_in(entry.who, bool(entry.words))
        assert entry.is_a("agency-copy") == ("agency-copy" in before), entry.id
        assert entry.is_a("rendering") == ("rendering" in before), entry.id
        assert entry.is_a("event") <= (entry.words is None), entry.id
        assert entry.names, entry.id


# Fiction


def made_up(tmp_path, case, article, outlet):
    copy = Copy(FERRY, tmp_path)
    copy.replace("case.yml", "id: nordo-ferry\n", f"id: nordo-ferry\n{case}")
    copy.replace("case.yml", "outlet: Harbour Post\n", f"outlet: {outlet}\n{article}")
    return [one.fictional for one in load_case(copy.folder).articles.values()]


@pytest.mark.parametrize(
    ("case", "article", "outlet", "fictional"),
    [
        ("", "", "Harbour Post", [False, False]),
        ("", "", "Harbour Post (fictional)", [True, False]),
        ("", "    fictional: true\n", "Harbour Post", [True, False]),
        ("", "    fictional: false\n", "Harbour Post (fictional)", [False, False]),
        ("fictional: true\n", "", "Harbour Post", [True, True]),
        ("fictional: false\n", "", "Harbour Post (fictional)", [False, False]),
        ("fictional: true\n", "    fictional: false\n", "Harbour Post (fictional)", [False, True]),
        ("fictional: false\n", "    fictional: true\n", "Harbour Post", [True, False]),
    ],
)
def test_the_article_says_whether_it_is_fiction_else_its_case_else_its_outlet_s_name(
    case, article, outlet, fictional, tmp_path
):
    assert made_up(tmp_path, case, article, outlet) == fictional


@pytest.mark.parametrize("given", ["yes it is", "1", "null", "[true]"])
def test_fiction_is_true_or_false(given, tmp_path):
    copy = Copy(FERRY, tmp_path)
    copy.replace("case.yml", "id: nordo-ferry\n", f"id: nordo-ferry\nfictional: {given}\n")
    assert (copy.problem().field, copy.problem().expected) == ("fictional", "true or false")
