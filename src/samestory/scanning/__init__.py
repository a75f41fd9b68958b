"""Scan a case: everything that the engine can say at first sight, as candidates with evidence.

A rule is one file: it reads the material of the case and yields candidates of one article. The table `RULES` is the
whole list, in the order in which they run.
"""

from collections.abc import Callable, Iterator, Sequence

from samestory.case.model import Case
from samestory.oddity.shared import shared_oddities
from samestory.scanning.candidate import Candidate, Kinship, Scan, ranked
from samestory.scanning.kin import kinships
from samestory.scanning.material import Material, material
from samestory.scanning.rules.altered_quotation import altered_against_peers, altered_against_record
from samestory.scanning.rules.cut_quotation import cut_against_peers, cut_against_record
from samestory.scanning.rules.day import day_against_peers, day_against_record, wrong_weekday
from samestory.scanning.rules.exchanged import exchanged
from samestory.scanning.rules.furniture import furniture
from samestory.scanning.rules.headline import headline
from samestory.scanning.rules.hedge import hedge_lost_or_gained
from samestory.scanning.rules.language import is_english
from samestory.scanning.rules.number import number_against_peers, number_against_record
from samestory.scanning.rules.odd_phrase import odd_phrase
from samestory.scanning.rules.printed_twice import printed_twice
from samestory.scanning.rules.sense import turned_sense
from samestory.scanning.rules.shared_quotation import shared_quotation
from samestory.scanning.rules.spelled_name import spelled_name
from samestory.scanning.rules.told import told_against_record, told_in_the_text
from samestory.scanning.rules.told_abroad import told_abroad
from samestory.scanning.rules.unattributed import unattributed
from samestory.scanning.rules.wire_copy import agency_eyes, agencys_sign, wire_copy
from samestory.text.document import Document

__all__ = ["RULES", "Candidate", "Kinship", "Scan", "scan"]

Rule = Callable[[Material, str], Iterator[Candidate]]
# Of two candidates with one label that are as strong on the same words, the earlier rule's is kept.
RULES: tuple[Rule, ...] = (
    furniture,
    altered_against_record,
    altered_against_peers,
    cut_against_record,
    cut_against_peers,
    shared_quotation,
    wire_copy,
    agency_eyes,
    agencys_sign,
    told_in_the_text,
    told_against_record,
    unattributed,
    printed_twice,
    spelled_name,
    wrong_weekday,
    day_against_record,
    day_against_peers,
    number_against_record,
    number_against_peers,
    turned_sense,
    hedge_lost_or_gained,
    exchanged,
    headline,
    odd_phrase,
    told_abroad,
)
# Rules that go by English words: a text in a language with a pack has `told_abroad` in their place.
ENGLISH_ONLY = frozenset(
    (
        told_in_the_text,
        told_against_record,
        unattributed,
        agency_eyes,
        spelled_name,
        day_against_record,
        day_against_peers,
        number_against_record,
        number_against_peers,
        turned_sense,
        hedge_lost_or_gained,
        exchanged,
        headline,
        odd_phrase,
    )
)


def scan(
    case: Case, progress: Callable[[int, int], None] = lambda done, of: None, documents: Sequence[Document] = ()
) -> Scan:
    """Return the articles of a case grouped by event, and candidates for findings, the strongest first.

    Nothing is written into the case; the findings and controls that it holds are not looked at. `progress` is called
    with the number of steps done and the number of all steps. What was read of `documents`, which are articles of the
    case under their names, is not read again.
    """
    steps = 2 + len(RULES) * len(case.articles)
    read = material(case, documents)
    progress(1, steps)
    found: list[Candidate] = []
    done = 1
    for article in case.articles:
        for rule in RULES:
            if rule not in ENGLISH_ONLY or read.texts[article].pack is None:
                found.extend(rule(read, article))
            done += 1
            progress(done, steps)
    days = {name: text.written.isoformat() if text.written else None for name, text in read.texts.items()}
    named = tuple(case.articles)
    # An empty text in the place of one in another language: the places count the articles.
    english = [text if is_english(text) else Document("") for text in map(read.texts.__getitem__, named)]
    oddities = shared_oddities(english, record=[read.entries[entry.id] for entry in read.said])
    voices = {name: read.texts[name].sources.independent for name in named}
    progress(steps, steps)
    return Scan(case.id, read.groups, named, days, ranked(found), tuple(kinships(read, named)), oddities, voices)
