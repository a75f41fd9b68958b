"""The kind `rewrite`: what cannot be built, what copying and lists earn, what a rating changes."""

import pytest
from made_cases import course, exercise

from samestory.exercise.parts.signing import SIGNED, VERDICTS

FILE = "exercises/rewrite.yml"


def test_the_view_shows_both_sentences_and_nothing_that_is_looked_for():
    view = exercise("ferry-rewrite").view()
    assert view["faulty"]["source"] == "Harbour Post, 7 March 2023"
    assert view["source"]["text"].startswith("The engine has heart trouble")
    assert not {"keep", "avoid", "distort", "model"} & set(view)


def test_ratings_are_kept_and_change_no_points():
    one = exercise("ferry-rewrite")
    text = "The captain said that nobody leaves the quay as long as the engine is in trouble."
    points = {one.verdict({"text": text, "rubric": {"plain": level}}).points for level in ("no", "partly", "yes", None)}
    assert points == {4.0}
    assert one.parse({"text": text, "rubric": {"plain": "no"}}).to_json()["rubric"] == {"plain": "no"}


@pytest.mark.parametrize("more", ["please", "today at noon", "in the harbour of the island"])
def test_the_faulty_sentence_with_words_added_never_gets_full_points(more):
    for name in ("ferry-rewrite",):
        one = exercise(name)
        assert one.verdict(f"{one.task.faulty.text} {more}").points <= one.card.points / 2


def test_the_verdict_says_that_it_does_not_grade_meaning():
    one = exercise("ferry-rewrite")
    assert "Only words are checked here, not meaning." in one.verdict("Nonsense about engines.").headline
    nonsense = "Captain Lind said the engine eats purple trams until the moon is full of soup."
    assert one.verdict(nonsense).points == one.card.points  # plain words can't tell; the rubric is for that


def test_each_trouble_says_what_it_costs_and_points_at_evidence():
    one = exercise("ferry-rewrite")
    verdict = one.verdict("Captain Lind said the engine has heart disease, so nobody leaves until it runs.")
    (trouble,) = [part for part in verdict.parts if part.outcome == "wrong"]
    assert (trouble.heading, trouble.earned, trouble.possible) == ("To mend: the disease", -2.0, 0.0)
    assert trouble.evidence[0].source.startswith("The record")


def test_an_answer_is_told_with_its_rubric():
    task = exercise("ferry-headline").task
    assert task.told(task.parse({"text": "Ferry <b>stops</b>", "rubric": {"bears": "partly"}})) == [
        ("Ferry <b>stops</b>", "", False),
        ("Does the story bear it out?", "the learner says: partly", False),
    ]


JUDGING = sorted(name for name, one in course().items() if one.card.kind == "rewrite")
NONSENSE = (
    "Blinken said Putin banana Ukraine accepts land purple elephant bath, Lavrov told reporters Washington sanctions"
)


def judged(name: str, given: str | dict[str, str]) -> dict[str, str]:
    """What is said of every sentence of others: one thing of all, or what is given."""
    return dict.fromkeys((one.id for one in exercise(name).task.others), given) if isinstance(given, str) else given


@pytest.mark.parametrize("name", JUDGING)
def test_words_alone_earn_nothing_whatever_they_are(name):
    one = exercise(name)
    listed = ", ".join(form.replace("*", "") for check in one.task.keep for form in check.patterns[0])
    for text in (NONSENSE, one.task.model, f"{one.task.model} banana elephant", one.task.faulty.text, listed[:800]):
        assert one.verdict({"text": text[:800]}).points == 0


@pytest.mark.parametrize("name", JUDGING)
@pytest.mark.parametrize("text", ["The minister put it otherwise, and not one word here is looked for.", "Nein", ""])
def test_a_sentence_in_other_words_loses_nothing(name, text):
    one = exercise(name)
    right = {other.id: other.verdict for other in one.task.others}
    verdict = one.verdict({"text": text, "others": right})
    assert verdict.points == one.card.points
    assert [part.id for part in verdict.parts if part.possible] == list(right)
    assert sum(part.earned for part in verdict.parts if not part.possible) == 0


@pytest.mark.parametrize("name", JUDGING)
@pytest.mark.parametrize("verdict", VERDICTS)
def test_one_verdict_for_all_sentences_earns_no_more_than_has_that_verdict(name, verdict):
    one = exercise(name)
    fitting = sum(verdict in (other.verdict, *other.also) for other in one.task.others)
    assert one.verdict({"text": "", "others": judged(name, verdict)}).points == fitting
    assert fitting <= len(one.task.others) / 2 + 0.5


def test_over_the_course_the_sentence_to_sign_is_found_by_no_look():
    others = [[(len(other.text), other.verdict == SIGNED) for other in exercise(name).task.others] for name in JUDGING]
    assert len(others) == 6
    chance = sum(1 / len(some) for some in others)
    longest = sum(max(some)[1] for some in others)
    shortest = sum(min(some)[1] for some in others)
    first, last = sum(some[0][1] for some in others), sum(some[-1][1] for some in others)
    assert max(longest, shortest, first, last) <= chance + 0.1 * len(others), (longest, shortest, first, last)


@pytest.mark.parametrize("name", JUDGING)
def test_the_sentence_to_sign_passes_the_list_of_the_exercise_itself_in_what_it_must_not_hold(name):
    one = exercise(name)
    (signed,) = [other.text for other in one.task.others if other.verdict == SIGNED]
    parts = one.verdict({"text": signed}).parts
    assert [part.heading for part in parts if part.outcome == "wrong"] == []


def test_each_mistake_is_answered_for_itself():
    one = exercise("plain-headline")
    said = {
        given: {
            part.id: part.said for part in one.verdict({"text": "", "others": judged("plain-headline", given)}).parts
        }
        for given in VERDICTS
    }
    assert said["sign"]["wrong-day"].startswith("Nobody should sign this one.")
    assert said["more"]["wrong-day"].startswith("Something is wrong with it, and it is another thing. A number, a day")
    assert said["no"]["its-size"].startswith("This one can be printed.")
    assert said["number"]["wrong-day"].startswith("Tuesday was the day")


def test_an_answer_of_an_edition_without_others_is_read_and_shown():
    one = exercise("plain-headline")
    old = {"text": "Blinken won't meet Lavrov this Thursday after all, he says", "rubric": {"size": "yes"}}
    verdict = one.verdict(old)
    assert (verdict.state, verdict.points) == ("graded", 0)
    assert "Your own sentence: 4 of 4 kept" in verdict.headline
    assert one.parse(old).to_json() == old


@pytest.mark.parametrize(
    "odd", [7, "sign", ["sign"], {"x": "sign"}, {"by-lavrov": 1}, {"by-lavrov": "yes"}, {1: "sign"}]
)
def test_what_is_no_verdict_is_asked_about(odd):
    assert exercise("plain-headline").verdict({"text": "A headline", "others": odd}).state == "unreadable"
