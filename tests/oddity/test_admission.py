"""A rule on odd phrases is admitted by what it finds in ten sentences that it was not made for."""

from pathlib import Path

import pytest

from samestory.oddity.register import IN_A_SENTENCE, ODD_RULES, in_a_sentence
from samestory.oddity.row import prose_rows
from samestory.oddity.rules.unusual import unusual
from samestory.text import Document

FAULTS = Path(__file__).parents[2] / "benchmarks" / "engine" / "odd_faults.txt"
FEWEST = 7
NAMED = {rule.__name__: rule for rule in (*IN_A_SENTENCE, *ODD_RULES)}


def sections():
    found = {}
    for line in FAULTS.read_text("utf-8").splitlines():
        if line.startswith("["):
            here = found.setdefault(line.strip("[]"), [])
        elif line and not line.startswith("#"):
            here.append([part.strip() for part in line.split("|")])
    return found


def finds(rule, text, others):
    if rule in IN_A_SENTENCE:
        return any(True for row in prose_rows(Document(text)) for _ in rule(row))
    return any(True for _ in rule(Document(text), [Document(other) for other in others]))


def test_every_rule_has_its_ten_sentences():
    # The weights are judged on round trips, in benchmarks/engine/round_trips.py.
    assert sections().keys() == NAMED.keys() - {unusual.__name__, in_a_sentence.__name__}
    assert {len(faults) for faults in sections().values()} == {10}


@pytest.mark.parametrize("name", sections())
def test_a_rule_finds_seven_of_ten_faults_that_it_was_not_made_for(name):
    assert sum(finds(NAMED[name], text, others) for text, *others in sections()[name]) >= FEWEST


@pytest.mark.parametrize("name", sections())
def test_no_rule_fires_on_the_other_accounts_of_these_events(name):
    for _, *others in sections()[name]:
        for other in others:
            assert not finds(NAMED[name], other, ())
