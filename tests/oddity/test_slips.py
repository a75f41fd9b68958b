"""What counts as a slip once two texts share it: for each rule what it takes (text, words, why) and what it leaves."""

import pytest

from samestory.oddity.register import slips
from samestory.oddity.rules.departure import departures
from samestory.oddity.rules.misspelled import misspelled
from samestory.oddity.rules.quotation import holders, shared_quotations
from samestory.oddity.rules.rare import rare_wordings
from samestory.text import Document
from samestory.words.common_word import band, is_common

TAKEN = {
    "fixed": [
        ("The storm wreck havoc.", "wreck havoc", "the fixed expression is “wreak havoc”"),
        ("An even worse-case plan.", "even worse-case", "the fixed word is “worst-case”"),
        ("A better-case plan.", "better-case", "the fixed word is “best-case”"),
        ("He took it for all intensive purposes.", "for all intensive purposes", "for all intents and purposes"),
    ],
    "said twice": [("They left the pier pier.", "pier pier", "“pier” stands twice")],
    "compared twice": [("It is more better so.", "more better", "“better” already says “more”")],
    "article": [("It was a early start.", "a early", "“early” takes “an”")],
    "agreement": [
        ("Then he were late.", "he were", "“he” and “were” do not agree"),
        ("They was late.", "They was", "“they” and “was” do not agree"),
    ],
    "object": [
        ("Some want an attack soon.", "want an attack", "one does not “want” an attack but launches"),
        ("They made the homework.", "made the homework", "“made” does not go with “homework”"),
    ],
    "misspelled": [("No signal was recieved.", "recieved", "“recieved” is “received” misspelled")],
}
LEFT = {
    "fixed": [
        "The storm wrecks, havoc follows.",
        "Wreck. Havoc.",
        "The Free Reign sank.",
        "In lower-case letters, a best-case plan.",
    ],
    "said twice": ["He had had enough; long, long ago. The pier. Pier again.", "The Nordo Nordo line."],
    "compared twice": ["More, better boats.", "Most people fared best."],
    "article": ["A unit, an hour, an early start, a Early name."],
    "agreement": ["If he were late.", "Who of they was it?", "They were; he was."],
    "object": ["They feared an attack.", "We want the attack to end."],
    "misspelled": ["The tranche of Recieved Blinkin organised it.", "Wir gehen morgen zur Fähre."],
}


def found(text):
    return [(one.text, one.reason) for one in slips(Document(text))]


@pytest.mark.parametrize(("text", "words", "why"), [case for cases in TAKEN.values() for case in cases])
def test_a_rule_takes_what_is_odd_by_its_shape(text, words, why):
    [(shown, reason)] = found(text)
    assert shown == words
    assert why in reason


@pytest.mark.parametrize("text", [text for texts in LEFT.values() for text in texts])
def test_a_rule_leaves_what_only_looks_so(text):
    assert found(text) == []


@pytest.mark.parametrize(("word", "meant"), [("goverment", "government"), ("recieved", "received"), ("tranche", "")])
def test_a_misspelled_word_tells_what_was_meant(word, meant):
    assert misspelled(word) == meant


@pytest.mark.parametrize(
    ("text", "wordings"),
    [
        ("A tide that gnaws the breakwater came in.", ["gnaws the breakwater"]),
        ("“A tide that gnaws the breakwater,” he said.", []),
        ("Nordo Gnaws The Breakwater", []),
        ("At fever pitch.", []),
        ("It gnaws, breakwater or not.", []),
    ],
)
def test_a_wording_is_rare_outside_names_idioms_and_quotation_marks(text, wordings):
    assert [one.text for one in rare_wordings(Document(text))] == wordings


@pytest.mark.parametrize(
    ("text", "departs"),
    [
        ("Lind said: “Storms could want the pier in pieces.”", [("want", "leave")]),
        ("Storms could want the pier in pieces, Lind said.", []),
        ("“Storms could leave the pier in pieces,” Lind said.", []),
        ("“Storms could Leave the pier in pieces,” Lind said.", []),
    ],
)
def test_quoted_words_that_depart_from_the_record_are_found(text, departs):
    said = [Document("Storms could leave the pier in pieces.")]
    assert [(one.text, one.suggests) for one in departures(Document(text), said)] == departs


def test_a_quotation_is_shared_from_six_words_on():
    long, short = "“We shall not sell the old lighthouse,” she said.", "“We shall not sell,” she said."
    for text, runs in ((long, ["We shall not sell the old lighthouse"]), (short, [])):
        texts = [Document(text), Document(f"In May: {text}")]
        assert [one.text for one in shared_quotations(texts[0], holders(texts))] == runs


def test_common_words_and_their_forms_are_known_and_rare_ones_not():
    assert [band(word) for word in ("the", "meetings", "didn't", "2022")] == [1, 2, 1, 2]
    assert is_common("organised")
    assert not is_common("luhasnk")
