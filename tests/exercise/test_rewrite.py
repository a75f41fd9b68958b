"""The kind `rewrite`: what cannot be built, what copying and lists earn, what a rating changes."""

import pytest
from made_cases import FERRY, Copy, exercise

FILE = "exercises/rewrite.yml"
UNBUILDABLE = [
    # what is changed, into what; the field that is named, and words of what was found
    ("forms: [until, before, as long as]", "forms: [“…”]", "exercises[0].keep[3]", "needs a word at each end"),
    ("forms: [never .. again, forever]", "forms: [never ..]", "exercises[0].distort[0]", "needs a word at each end"),
    ("[never .. again, forever]", "[a .. b .. c .. d]", "exercises[0].distort[0]", "at most 2 gaps"),
    ("{id: said, text", "{id: engine, text", "exercises[0].keep[2].id", "a second 'engine'"),
    ("{id: never, text", "{id: who, text", "exercises[0].distort[0].id", "a second 'who'"),
    ("{id: claimed, text", "{id: length, text", "exercises[0].avoid[1].id", "a second 'length'"),
    ("{id: true-to, text", "{id: plain, text", "exercises[0].rubric[1].id", "a second 'plain'"),
    ("    source: {quote: {record: captain-says}}\n", "", "exercises[0].own", "there is no `source`"),
    ('model: "Captain Lind said that', 'model: "Captain Lind alleged and said that', "exercises[0].model",
     "the model answer does not pass its own checks: Nothing calls her word into doubt."),
    ("model: Nordö ferry stops for two days", "model: Nordö ferry stops for a while", "exercises[1].model",
     "The number of days is the news."),
    ("words: {least: 4, most: 12}", "words: {least: 8, most: 12}", "exercises[1].model", "From 8 to 12"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "field", "found"), UNBUILDABLE)
def test_a_spec_that_makes_no_exercise_is_one_problem_at_its_place(old, new, field, found, tmp_path):
    copy = Copy(FERRY, tmp_path)
    copy.replace(FILE, old, new)
    problem = copy.problem()
    assert problem.field == field
    assert found in problem.found


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
