"""The kind `rewrite`: what cannot be built, what copying and lists earn, what a rating changes."""

import pytest
from made_cases import exercise

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
