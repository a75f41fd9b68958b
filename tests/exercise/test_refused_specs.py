"""What a kind refuses to build: one problem each, at its place, in words that say what was found."""

import pytest
from made_cases import FERRY, Copy

# By kind: what is changed in its file, into what; the field that is named, and words of what was found.
REFUSED = {
    "brief": [
        ("claim: The report gives a wrong title.", "claim: A wrong title.", "exercises[1].example", "at least 5 words"),
        ("quote: The motor has a disease of the heart}", "quote: The motor is ill}", "exercises[0].example",
         "do not stand in the text"),
        ("{id: fair, text", "{id: bears, text", "exercises[0].rubric[1].id", "a second 'bears'"),
        ("quotations: {least: 2}", "quotations: {least: 3}", "exercises[0].example", "Give words from a text"),
        ("claim: The report gives a wrong title.", f"claim: {'long ' * 200}", "exercises[1].example", "at most 600"),
    ],
    "code": [
        ("function: count_words", "function: lambda", "exercises[0].takes", "'lambda' means something else to Python"),
        ("takes: [speakers, without]", "takes: [speakers]", "exercises[2].calls[0].with", "2 inputs for speakers"),
        ("with: [[1], 10]", "with: [[5, 6, 7], 5]", "exercises[1].calls[2].with", "the same inputs"),
        ("returns: 1.0, say", "returns: 0.501, say", "exercises[1].calls[3].near[0]", "0.501 is the right value"),
        ("{tuple: [one, one]}", "{tuple: [Ferry, open.]}", "exercises[3].calls", "every call returns the same value"),
        ("returns: 5\n", "returns: {set: [[1]]}\n", "exercises[0].calls[0].returns", "can't be an input or"),
        ("{set: [3]}", "{set: [[3]]}", "exercises[2].calls[3].with", "unhashable"),
    ],
    "match": [
        ("partner: stops\n", "partner: stop\n", "exercises[0].items[0]", "'stop', which is not there"),
        ("partner: stops\n", "partner: none\n", "exercises[0].items[0]", "names the partner 'none'"),
        ("also: [beats]", "also: [beat]", "exercises[0].items[4]", "names the partner 'beat'"),
        ("wrong: {title: A", "wrong: {titles: A", "exercises[0].items[2]", "names the partner 'titles'"),
        ("- id: back\n", "- id: heart\n", "exercises[0].items[4].id", "a second 'heart'"),
        ("{id: promise, text", "{id: title, text", "exercises[0].others[3].id", "a second 'title'"),
        ("{id: told, text", "{id: lind, text", "exercises[1].others", "'lind' has another meaning"),
        (", say: No text of the Harbour Post speaks of the weather.", "", "exercises[0].others[1]", "is nobody's"),
    ],
    "rewrite": [
        ("forms: [until, before, as long as]", "forms: [“…”]", "exercises[0].keep[3]", "needs a word at each end"),
        ("forms: [never .. again, forever]", "forms: [never ..]", "exercises[0].distort[0]", "needs a word at each"),
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
    ],
}  # fmt: skip
CASES = [(kind, *row) for kind, rows in REFUSED.items() for row in rows]


@pytest.mark.parametrize(("kind", "old", "new", "field", "found"), CASES)
def test_a_spec_that_makes_no_exercise_is_one_problem_at_its_place(kind, old, new, field, found, tmp_path):
    copy = Copy(FERRY, tmp_path)
    copy.replace(f"exercises/{kind}.yml", old, new)
    problem = copy.problem()
    assert problem.field == field
    assert found in problem.found
