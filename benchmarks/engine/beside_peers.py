"""The same tasks by the engine and by plain peers, with one judge: who took from whom, quotations, names, numbers.

Peers may look at what the engine looks at, and their proposals count as its own do. What a peer is not for is left out.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from baseline import proposals
from fresh_events import Account, Event, PassagePair
from interval import Share
from judging import claimed, found, judged
from likeness import CLOSE, DIFFLIB, RAPIDFUZZ, Likeness
from measured import NOTHING, Scanned
from printed import line

from samestory.case import Case
from samestory.comparison import derivation, passages, quotations
from samestory.scanning import Candidate, Scan
from samestory.scanning.rules.against import agreement

OURS = "samestory"
PEERS = (DIFFLIB, RAPIDFUZZ)
DATASKETCH = "datasketch"
# A task, the claim that answers it, the faults that were planted for it, and the label of a case's findings.
TASKS = {
    "quotations altered or cut": ("altered-quotation", ("altered-quotation", "cut-quotation"), "altered-quotation"),
    "names misspelled": ("name", ("name",), "name"),
    "other numbers": ("number", ("number",), None),
}
TOOK = "who took from whom"
PAIRED = {"translated": "two renderings of one utterance", "telling": "the same in other words"}
ORDER = (TOOK, *TASKS, *PAIRED.values())


@dataclass(frozen=True, slots=True)
class Answers:
    """How much of what there was a tool found, and how much of what it said is right."""

    found: Share = NOTHING
    right: Share = NOTHING

    def __add__(self, other: "Answers") -> "Answers":
        return Answers(self.found + other.found, self.right + other.right)


@dataclass(frozen=True, slots=True)
class Texts:
    """Two texts, and whether one of them was made from the other, or both from a third."""

    a: str
    b: str
    taken: bool


Cell = tuple[str, str]  # a task and a tool
Asked = Callable[[str, str], bool]


def of_events(given: Sequence[Scanned]) -> dict[Cell, Answers]:
    """Every task on fresh events, scanned beside the record and the agency's copy."""
    cells = _kin(pair for one in given for pair in texts(one.event))
    for one in given:
        for name, candidates in _proposed(one.event.recorded(), one.seen).items():
            seen = replace(one.seen, candidates=candidates)
            for task, (claim, kinds, _) in TASKS.items():
                cells[task, name] = cells.get((task, name), Answers()) + _judged(one.event, seen, claim, kinds)
    return cells | _paired([one.event for one in given])


def of_cases(given: Iterable[tuple[Case, Scan]]) -> dict[Cell, Answers]:
    """The tasks on cases, by what people proved: its findings bear out who is right."""
    seen = list(given)
    cells = _kin(pair for case, _ in seen for pair in copies(case))
    for case, scan in seen:
        for name, candidates in _proposed(case, scan).items():
            for task, (_, _, label) in TASKS.items():
                if label:
                    one = _agreed(case, replace(scan, candidates=candidates), label)
                    cells[task, name] = cells.get((task, name), Answers()) + one
    return cells


def texts(event: Event) -> Iterator[Texts]:
    """Every two printed accounts of an event, and each of them with those of another event."""
    printed = [one for one in event.accounts if one.role != "record"]
    for a, b in combinations(printed, 2):
        yield Texts(a.text, b.text, _source(event, a) == _source(event, b))
    for a in printed:
        yield from (Texts(a.text, other.text, False) for other in event.besides)


def copies(case: Case) -> Iterator[Texts]:
    """Every article of a case with each agency's copy; taken if a proved finding names the copy as its source."""
    wire = {name: entry.words for name, entry in case.record.items() if entry.is_a("agency-copy") and entry.words}
    proved = [one for one in case.findings.values() if one.certainty == "proved" and one.label == "wire-copy"]
    cited = {(one.article, each.record) for one in proved for each in one.evidence}
    for article, page in case.articles.items():
        yield from (Texts(words, page.text, (article, name) in cited) for name, words in wire.items())


def table(columns: Mapping[str, Mapping[Cell, Answers]]) -> str:
    """A row a task and tool, two columns a set: found of what there is, right of what was said."""
    heads = ["task", "by", *(f"{name}: {what}" for name in columns for what in ("found", "right"))]
    cells = {cell for found in columns.values() for cell in found}
    tools = (OURS, *(one.name for one in PEERS), DATASKETCH)
    lines = [line(*heads), line(*["---"] * len(heads))]
    for task, tool in [(task, tool) for task in ORDER for tool in tools if (task, tool) in cells]:
        each = [found.get((task, tool), Answers()) for found in columns.values()]
        lines.append(line(task, tool, *(str(share) for one in each for share in (one.found, one.right))))
    return "\n".join(lines)


def counted(answers: Iterable[tuple[bool, bool]]) -> Answers:
    """Add up whether it is so, and whether a tool says so."""
    rows = list(answers)
    hits = sum(so and said for so, said in rows)
    return Answers(Share(hits, sum(so for so, _ in rows)), Share(hits, sum(said for _, said in rows)))


def _source(event: Event, account: Account) -> str:
    while account.takes_from:
        account = event.account(account.takes_from)
    return account.id


def _kin(pairs: Iterable[Texts]) -> dict[Cell, Answers]:
    rows = list(pairs)
    asked: dict[str, Asked] = {OURS: derives, **{one.name: one.shares for one in PEERS}}
    return {(TOOK, name): counted((one.taken, asks(one.a, one.b)) for one in rows) for name, asks in asked.items()}


def derives(a: str, b: str) -> bool:
    """Whether the engine says that one of two texts may follow the other, or both a third."""
    return derivation(a, b).level != "not"


def _proposed(case: Case, seen: Scan) -> dict[str, tuple[Candidate, ...]]:
    return {OURS: seen.candidates, **{tool.name: proposals(case, tool) for tool in PEERS}}


def _judged(event: Event, seen: Scan, claim: str, kinds: Sequence[str]) -> Answers:
    seen = replace(seen, candidates=tuple(one for one in seen.candidates if claimed(one) == claim))
    right = [one.verdict == "right" for one in judged(event, seen)]
    hits = [hit for label, hit in found(event, seen) if label.kind in kinds]
    return Answers(Share(sum(hits), len(hits)), Share(sum(right), len(right)))


def _agreed(case: Case, seen: Scan, label: str) -> Answers:
    agreed = agreement(case, seen)
    hit, missed = (
        sum(one.label == label and one.certainty == "proved" for one in group)
        for group in (agreed.found, agreed.missed)
    )
    said, besides = (sum(one.label == label for one in group) for group in (seen.candidates, agreed.besides))
    return Answers(Share(hit, hit + missed), Share(said - besides, said))


def _paired(given: Sequence[Event]) -> dict[Cell, Answers]:
    cells = {}
    for kind, task in PAIRED.items():
        pairs = [(event, one) for event in given for one in event.pairs if one.kind == kind]
        asked = {OURS: _together, **{tool.name: _alike(tool) for tool in PEERS}}
        for name, asks in asked.items() if pairs else ():
            cells[task, name] = counted((one.same, asks(event, one)) for event, one in pairs)
    return cells


def _together(event: Event, pair: PassagePair) -> bool:
    """Whether the engine, given both whole texts, lays these passages beside each other."""
    a, b = (event.account(place.account).text for place in (pair.a, pair.b))
    if pair.kind == "translated":
        spans = [((one.a.start, one.a.end), (one.b.start, one.b.end)) for one in quotations(a, b)]
    else:
        spans = [((one.a_start, one.a_end), (one.b_start, one.b_end)) for one in passages(a, b)]
    return any(
        left[0] < pair.a.end and pair.a.start < left[1] and right[0] < pair.b.end and pair.b.start < right[1]
        for left, right in spans
    )


def _alike(tool: Likeness) -> Callable[[Event, PassagePair], bool]:
    """Whether a peer calls these passages alike; it is told where they begin and end, which the engine is not."""

    def asks(event: Event, pair: PassagePair) -> bool:
        a, b = (event.words(place) for place in (pair.a, pair.b))
        return tool.ratio(a, b) >= CLOSE

    return asks
