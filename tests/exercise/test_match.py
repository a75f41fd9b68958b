"""The kind `match`: what cannot be built, what guessing earns, and how an answer is told."""

import itertools
from statistics import mean

import pytest
from made_cases import FERRY, Copy, course, exercise

FILE = "exercises/match.yml"


def test_an_exercise_whose_answer_stands_in_order_is_refused(tmp_path):
    copy = Copy(FERRY, tmp_path)
    for old, new, say in (("sent", "gave", "The firm"), ("gave", "told", "It gave"), ("told", "sent", "She told")):
        copy.replace(FILE, f"partner: {old}, say: {say}", f"partner: {new}, say: {say}")
    problem = copy.problem()
    assert "the answer “straight down” would earn more than half" in problem.found


def test_pairing_by_chance_earns_little():
    one = exercise("ferry-match")
    items, others = [[item.id for item in some] for some in (one.task.items, one.task.others)]
    shares = [
        one.verdict(dict(zip(items, given, strict=True))).points / one.card.points
        for given in itertools.permutations([*others, "none"], len(items))
    ]
    assert mean(shares) <= 0.2


def test_who_leaves_everything_alone_earns_nothing_however_many_stand_alone():
    one = exercise("ferry-match")
    verdict = one.verdict({item.id: "none" for item in one.task.items})
    assert verdict.points == 0
    assert verdict.headline == "0 of 4 pairs found; 2 of 2 without a partner left alone."


def test_pairs_are_no_faults_and_what_stands_alone_is_no_sound_passage():
    one = exercise("ferry-match")
    assert one.solution().measures == one.verdict({item.id: "none" for item in one.task.items}).measures == ()


def test_every_pair_found_adds_points():
    one = exercise("ferry-match")
    pairs = list(one.task.right().pairs)
    found = [one.verdict(dict(pairs[:count])).points for count in range(1, len(pairs) + 1)]
    assert found == sorted(set(found))
    assert found[-1] == one.card.points


def test_the_view_holds_the_lists_and_nothing_of_the_pairs():
    view = exercise("ferry-match").view()
    assert [item["mark"] for item in view["items"]] == ["1", "2", "3", "4", "5"]
    assert [item["mark"] for item in view["others"]] == ["A", "B", "C", "D", "E"]
    assert {tuple(item) for item in (*view["items"], *view["others"])} == {("id", "mark", "text", "source")}
    assert view["items"][0]["source"] == "Harbour Post, 7 March 2023"


def test_an_answer_is_told_in_the_words_of_both_lists():
    task = exercise("ferry-match").task
    told = task.told(task.parse({"heart": "stops", "screws": "none"}))
    assert told == [
        ("The motor has a disease of the heart", "with E. Ferry stops for two days", True),
        ("sent 1,500\xa0screws by sea mail on Feb. 24", "no partner", True),
    ]


MATCHING = {name: one for name, one in course().items() if one.card.kind == "match"}


@pytest.mark.parametrize("name", MATCHING)
def test_every_partner_that_is_taken_wrongly_is_answered_for_itself(name):
    one = MATCHING[name]
    for item in one.task.items:
        for other in one.task.others:
            if other.id not in item.partners:
                said = {part.id: part.said for part in one.verdict({"pairs": {item.id: other.id}}).parts}[item.id]
                assert not said.startswith(("Its partner is", "It has no partner")), (item.id, other.id)


def test_what_is_foreseen_of_a_pair_goes_before_what_the_partner_would_have_asked():
    one = MATCHING["heads-and-feet"]
    said = {
        item: next(part.said for part in one.verdict({"pairs": {item: "account"}}).parts if part.id == item)
        for item in ("source", "cookies")
    }
    (source,) = [item for item in one.task.items if item.id == "source"]
    assert said["source"].startswith(source.wrong["account"])
    assert said["cookies"].startswith("An account has a name")
