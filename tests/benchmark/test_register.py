"""The register of rules: what is counted, and who is admitted."""

import pytest
from clean_news import Genre
from interval import Share
from planted import Pair, Sentence
from printed import README, read
from register import Clean, Entry, below, clean, entries, known, named_news, reasons, sentences, table
from rule_hits import Answer, Hit, answers_of_odd_rules, answers_of_scan, odd_rules, on_clean

GOOD = Answer({"number": Share(9, 12), "day": Share(1, 12)}, {"number": Share(0, 8)})
TYPO, SURE = Hit("r", "possible", "the a", None), Hit("s", "sure", "Lees", "Lee")
QUIET = Clean({"news": 10_000}, (("news", TYPO),) * 2, (("news", TYPO),))
LOUD = Clean({"news": 10_000}, (("news", TYPO),) * 3, ())


def test_a_rule_that_finds_seven_of_ten_and_is_quiet_is_admitted() -> None:
    assert list(reasons(Entry("r", Share(), GOOD), QUIET)) == []


def test_a_rule_stays_out_for_false_alarms_for_few_hits_and_without_sentences() -> None:
    few = Answer({"number": Share(6, 10)}, {})
    assert list(reasons(Entry("r", Share(), GOOD), LOUD)) == ["false alarms"]
    assert list(reasons(Entry("r", Share(), few), QUIET)) == ["finds too few"]
    assert list(reasons(Entry("r", Share(), None), QUIET)) == ["not tested"]


def test_the_best_kind_is_that_of_the_largest_share() -> None:
    assert GOOD.best == ("number", Share(9, 12))
    assert Answer({"day": Share(0, 12)}, {}).best == ("", Share())


def test_a_doubled_word_is_found_and_a_sound_sentence_that_a_rule_hits_counts_as_accused() -> None:
    fault, sound = Sentence("doubled", "Off until the the autumn.", ((10, 17),)), Sentence("x", "The the band.", ())
    answer = answers_of_odd_rules([fault, sound])["doubled.doubled"]
    assert (answer.found, answer.accused) == ({"doubled": Share(1, 1)}, {"x": Share(1, 1)})


def test_a_hit_beside_the_faulty_words_is_none() -> None:
    beside = Sentence("doubled", "Off until the the autumn.", ((0, 3),))
    assert answers_of_odd_rules([beside])["doubled.doubled"].found == {"doubled": Share(0, 1)}


def test_pairs_are_read_as_two_accounts_and_beside_a_record() -> None:
    said = "“We will never sell the mill,” the owner, Ada Holt, said."
    pair = Pair("altered", said, said.replace("never ", "gladly "), True, (None, None))
    found = answers_of_scan([pair])
    assert found["quotation against another account"].found == {"altered": Share(1, 1)}
    assert found["quotation against the record"].found == {"altered": Share(1, 1)}


def test_clean_news_counts_hits_of_rules_and_proposals_of_scans() -> None:
    article = "The ferry left the the pier at noon, and nobody saw it leave."
    hits = list(on_clean([article, "Snow fell."]))
    assert [(one.rule, one.level, one.text) for one in hits if one.level == "sure"] == [
        ("doubled.doubled", "sure", "the the"),
        ("odd phrase: typing", "sure", "the the"),
    ]


def test_a_mistake_of_the_paper_that_a_person_has_read_is_no_false_alarm() -> None:
    genre = Genre("news", ("The ferry left the the pier at noon, and nobody saw it leave.",))
    unread, read = clean([genre], frozenset()), clean([genre], frozenset({("news", "the the")}))
    assert (unread.of("doubled.doubled"), unread.right("doubled.doubled")) == ([1], 0)
    assert (read.of("doubled.doubled"), read.right("doubled.doubled")) == ([0], 1)
    assert "13 words of clean news by all rules together: 1, of which 1 are mistakes" in below(read)
    assert "0 are mistakes of the papers and 1 false alarms, 7692.31 in 100,000 words" in below(unread)


def test_one_sure_false_alarm_in_100_000_words_is_allowed() -> None:
    assert "within the 1" in below(Clean({"news": 100_000}, (("news", SURE),), ()))
    assert "above the 1" in below(Clean({"news": 100_000}, (("news", SURE),) * 2, ()))


@pytest.mark.parametrize("given", ["rural.txt", "=rural.txt", "rural=", "fresh=rural.txt"])
def test_news_needs_a_name_of_its_own(given: str) -> None:
    with pytest.raises(ValueError, match="is no NAME=PATH with a name of its own"):
        named_news([given])


@pytest.fixture(scope="module")
def rules() -> list[Entry]:
    """The register without news."""
    return entries()


def test_every_rule_of_the_tables_is_in_the_register_once(rules: list[Entry]) -> None:
    names = [one.rule for one in rules]
    assert len(names) == len(set(names))
    assert set(odd_rules()) <= set(names)


def test_the_readme_prints_what_needs_no_news_as_a_run_gives_it(rules: list[Entry]) -> None:
    rows = [row.split(" | ") for row in read("register", README).splitlines() if row.startswith("| `")]
    printed = [tuple(cell.removeprefix("| ") for cell in row[:4]) for row in rows]
    assert printed == [known(one) for one in rules], "Run: python benchmarks/engine/register.py --write"
    assert read("sentences", README) == sentences()
    assert table([Entry("r", Share(), GOOD)], QUIET).splitlines()[-1].endswith("| 2 | 0.200 | 1 | yes |")
