"""What drafts are made of: the faults and controls of a case, each with its sentence and with what speaks about it."""

from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from itertools import permutations
from random import Random
from typing import Any

from samestory.case import Case
from samestory.case.desk import Desk
from samestory.case.load import FICTION
from samestory.case.model import Finding, Reference, SoundPassage
from samestory.comparison import Derivation, derivation
from samestory.comparison.name.letters import unaccented
from samestory.exercise import Evidence
from samestory.exercise.labels import FAULT_LABELS
from samestory.text import Document, passage
from samestory.words.wording import NEGATIONS

Spec = dict[str, Any]
Judged = Finding | SoundPassage
_LONGEST_SENTENCE = 60  # words of a sentence that is printed whole
_LONGEST_TEXT = 20_000  # characters; to compare longer texts takes too long for a draft
_MOST_TEXTS = 6
_TO_SPARE_ONE = 6  # faults; of fewer none is given away
_CONFLICTING = ("slip", "name", "altered-quotation")
_FEW = 4  # words by which two forms of one phrase differ
_LONGEST_WHY = 45  # words of a reason that is said whole


@dataclass(frozen=True)
class DraftMaterial:
    """A case as drafts see it. What it keeps for tests is not here."""

    case: Case

    @cached_property
    def desk(self) -> Desk:
        """What the exercises of this case are built on."""
        one = self.case
        return Desk(one.articles, one.record, one.findings, one.controls, held=one.held)

    @cached_property
    def found(self) -> tuple[Finding, ...]:
        """Every finding that a lesson may use."""
        return tuple(one for one in self.case.findings.values() if not self.case.holds_back(one))

    @cached_property
    def faults(self) -> tuple[Finding, ...]:
        """The findings that are faults, sure enough to give points for them, without the one that is worked out."""
        return tuple(one for one in self._sure_faults if one is not self.worked)

    @cached_property
    def worked(self) -> Finding | None:
        """The fault that a lesson works out before it asks: a plain one, where there are enough; else None."""
        if len(self._sure_faults) < _TO_SPARE_ONE:
            return None
        fit = [one for one in self._sure_faults if one.should_be and self.is_alone(one) and len(one.quote) <= 80]
        return max(fit, key=lambda one: (one.label == "artifact", one.certainty == "proved", one.id), default=None)

    @cached_property
    def _sure_faults(self) -> list[Finding]:
        return [one for one in self.found if one.label in FAULT_LABELS and one.certainty != "open"]

    @cached_property
    def conflicts(self) -> tuple[tuple[Finding, Reference], ...]:
        """Findings of which nobody knows who is right, each with the other account's words; of each pair one.

        Where one account only has more of the same words, such as a longer quotation, both can be right.
        """
        pairs: list[tuple[Finding, Reference]] = []
        for one in self.found:
            other = next(
                (ref for ref in one.evidence if ref.article and ref.article != one.article and ref.quote), None
            )
            is_open = one.certainty == "open" and one.label in _CONFLICTING
            if not is_open or other is None or not _exclude_each_other(one, other):
                continue
            # What two accounts tell otherwise a third may tell, too, and each of the two is told of the other.
            if not any(_is_told(one, other, *pair) for pair in pairs):
                pairs.append((one, other))
        return tuple(pairs)

    def sentence_with(self, other: Reference) -> str:
        """Return the sentence in which the words of a reference to an article begin."""
        whole = self.case.articles[str(other.article)].passage
        first = whole.find(str(other.quote))[0]
        start, end = whole.sentence_of(first)
        end = min(end, start + _LONGEST_SENTENCE)
        return _on_one_line(_with_its_marks(whole.text, whole.words[start].start, whole.words[end].end))

    @cached_property
    def sound(self) -> tuple[SoundPassage, ...]:
        """The controls that a lesson may use."""
        return tuple(one for one in self.case.controls.values() if not self.case.holds_back(one))

    @cached_property
    def nearest(self) -> tuple[Derivation, str, str] | None:
        """The two accounts of one event that share most, the earlier one first where their days are known."""
        articles = [one for one in self.case.articles.values() if len(one.text) <= _LONGEST_TEXT][:_MOST_TEXTS]
        # Each is read once, whatever it is compared with.
        texts = {one.id: Document(one.text) for one in articles}
        found: list[tuple[Derivation, str, str]] = []
        for a, b in permutations(articles, 2):
            if a.event == b.event and not (a.date and b.date and a.date > b.date):
                found.append((derivation(texts[a.id], texts[b.id]), a.id, b.id))
        return max(found, key=lambda one: one[0].share, default=None)

    def dice(self, name: str) -> Random:
        """Return the same chance each time for the same exercise of the same case."""
        return Random(f"{self.case.id}:{name}")

    def name(self, what: str) -> str:
        """Return the id of an exercise."""
        return f"{self.case.id[: 47 - len(what)].rstrip('-')}-{what}"

    def outlet(self, article: str) -> str:
        """Return who published an article, without the remark that it is made up."""
        return self.case.articles[article].outlet.removesuffix(FICTION).rstrip()

    def sentence(self, one: Judged) -> str:
        """Return the sentence in which a place stands, as printed; of a very long one what is nearest."""
        whole = self.case.articles[one.article].passage
        first, last = whole.span(one.start, one.end)
        start, end = whole.sentence_of(first)[0], whole.sentence_of(last)[1]
        if end - start >= _LONGEST_SENTENCE:
            start, end = max(start, first - 15), min(end, last + 15)
        return _on_one_line(_with_its_marks(whole.text, whole.words[start].start, whole.words[end].end))

    def is_alone(self, one: Judged) -> bool:
        """Whether no other finding stands in the same sentence, which would be judged along with it."""
        sentence = self.sentence(one)
        return not any(
            other.id != one.id and other.article == one.article and self.sentence(other) == sentence
            for other in self.found
        )

    def speaking(self, one: Judged) -> list[tuple[Reference, Evidence]]:
        """Return the evidence, the plainest first: the record's, then another account's, then any."""

        def far(reference: Reference) -> int:
            return 0 if reference.record else 1 if reference.article not in (None, one.article) else 2

        return [(reference, self.desk.cite(reference)) for reference in sorted(one.evidence, key=far)]


def _exclude_each_other(one: Finding, other: Reference) -> bool:
    """Whether each has words that the other has not, accents apart; or one has a “not” more."""
    here, there = (frozenset(passage(unaccented(text)).folded) for text in (one.quote, str(other.quote)))
    differing = here ^ there
    # A whole sentence may have its “not” about something else.
    return bool(here - there and there - here) or (len(differing) <= _FEW and not NEGATIONS.isdisjoint(differing))


def _is_told(one: Finding, other: Reference, known: Finding, beside: Reference) -> bool:
    """Whether a conflict is known already: with the same words, or seen from the other side."""
    here, there = one.quote.casefold(), str(other.quote).casefold()
    known_here, known_there = known.quote.casefold(), str(beside.quote).casefold()
    if {here, there} == {known_here, known_there}:
        return True
    return here in known_there and known_here in there


def exchanged_words(one: Finding) -> tuple[str, str]:
    """Return the words of a finding's quotation that are wrong, and those that should stand there.

    What both begin or end with is left out. Either may be empty.
    """
    if not one.should_be:
        return "", ""
    printed, right = passage(one.quote), passage(one.should_be)
    blocks = SequenceMatcher(None, printed.folded, right.folded, autojunk=False).get_matching_blocks()
    head = blocks[0].size if blocks[0].a == blocks[0].b == 0 else 0
    rest = min(len(printed.words), len(right.words)) - head
    tail = 0
    while tail < rest and printed.folded[-1 - tail] == right.folded[-1 - tail]:
        tail += 1

    def between(cut: Any) -> str:
        last = len(cut.words) - tail - 1
        return cut.cut(head, last) if head <= last else ""

    return between(printed), between(right)


def plain_reference(one: Reference) -> dict[str, str]:
    """Return a reference as an author writes it."""
    # A rule may say beside a quotation what it compared; an author's reference is one or the other.
    names = ("article", "record", "quote") if one.article or one.record else ("says",)
    return {name: value for name in names if (value := getattr(one, name))}


def references_of(one: Judged) -> list[dict[str, str]]:
    """Return all the evidence for a finding or a control as an author writes it."""
    return [plain_reference(reference) for reference in one.evidence]


def why_in_short(one: Judged) -> str:
    """Return the reason as feedback gives it: its first sentences, as far as they are short."""
    why = passage(one.why)
    if len(why.words) <= _LONGEST_WHY:
        return _on_one_line(one.why)
    ends = [start - 1 for start in why.sentence_starts[1:] if start <= _LONGEST_WHY]
    if not ends:
        return _on_one_line(one.why)
    return _on_one_line(one.why[: why.words[ends[-1] + 1].start]).rstrip(" “‘\"'(")


def _with_its_marks(text: str, start: int, end: int) -> str:
    """Return `text[start:end]` with the marks that touch it, such as its full stop."""
    while start and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return text[start:end]


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
