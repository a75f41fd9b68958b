"""What each rule says of a text, of a pair of accounts, and of the cases: the rules of odd phrases one by one."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from interval import Share
from judging import FACTS, claimed
from planted import Pair, Sentence

from samestory.case import Case
from samestory.case.model import Finding, Statement
from samestory.comparison.event import events
from samestory.comparison.sureness import Sureness
from samestory.oddity import register as tables
from samestory.oddity.find import odd_phrases
from samestory.oddity.finding import OddPhrase
from samestory.oddity.row import prose_rows
from samestory.scanning import scan
from samestory.scanning.bare import bare_case
from samestory.scanning.material import material
from samestory.scanning.rules.against import agreement
from samestory.text.cut import CutText
from samestory.text.document import Document

OddRule = Callable[[CutText, Sequence[CutText]], Iterable[OddPhrase]]
ANY = "any rule"
# Stands before both sentences of a pair: two single sentences would be too little to tell one event by.
LEAD = "Readers wrote letters about it, the archbishop preached about it, and a brass band rehearsed under the lindens."


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule says of some words: how sure it is, the words, and what it suggests."""

    rule: str
    level: Sureness
    text: str
    suggests: str | None


@dataclass(frozen=True, slots=True)
class Answer:
    """How many faulty sentences a rule finds and how many sound ones it accuses, both by kind."""

    found: Mapping[str, Share]
    accused: Mapping[str, Share]

    @property
    def best(self) -> tuple[str, Share]:
        """The kind of which it finds most, by its share; ("", 0 of 0) if it finds none."""
        some = ((kind, share) for kind, share in self.found.items() if share.hit)
        return max(some, key=lambda one: (one[1].hit / one[1].of, one[0]), default=("", Share()))


def odd_rules() -> dict[str, OddRule]:
    """Every rule of odd phrases by its name, file and function, in the order of the tables."""
    rows = {_name(rule): _over_rows(rule) for rule in tables.IN_A_SENTENCE}
    return rows | {_name(rule): rule for rule in tables.ODD_RULES if rule is not tables.in_a_sentence}


def answers_of_odd_rules(sentences: Sequence[Sentence]) -> dict[str, Answer]:
    """Each rule of odd phrases on sentences by themselves, and all of them together under `ANY`."""
    cut = [(one, CutText(one.text)) for one in sentences]
    rules = {**odd_rules(), ANY: odd_phrases}
    return {
        name: _answer((one.kind, bool(one.faults), _hits(rule, one, text)) for one, text in cut)
        for name, rule in rules.items()
    }


def answers_of_scan(pairs: Sequence[Pair]) -> dict[str, Answer]:
    """Each rule of a scan, and any, on pairs: both as articles, and the second beside the first as record."""
    met: dict[str, set[int]] = defaultdict(set)
    for number, pair in enumerate(pairs):
        for case in (_two(pair), _beside_record(pair)):
            for one in scan(case).candidates:
                if claimed(one) not in FACTS:
                    met[one.rule].add(number)
                    met[ANY].add(number)
    return {
        rule: _answer((pair.kind, pair.is_fault, number in numbers) for number, pair in enumerate(pairs))
        for rule, numbers in met.items()
    }


def in_cases(cases: Iterable[Case]) -> tuple[dict[str, Share], dict[str, Share]]:
    """Hits in the cases that findings bear out, of all: of the rules of odd phrases, and of those of a scan."""
    odd: dict[str, Share] = defaultdict(Share)
    whole: dict[str, Share] = defaultdict(Share)
    for case in cases:
        seen = scan(case)
        besides = set(agreement(case, seen).besides)
        for one in seen.candidates:
            whole[one.rule] += Share(int(one not in besides), 1)
        for name, found in _odd_in(case):
            odd[name] += found
    return odd, whole


def on_clean(articles: Sequence[str]) -> Iterator[Hit]:
    """Hits on clean articles: of each rule of odd phrases by itself, and what scans propose.

    Articles that seem to tell one event are read beside each other, the others by themselves.
    """
    texts = [Document(article, f"clean {number}") for number, article in enumerate(articles)]
    for group in events(texts):
        inside = [texts[number] for number in group.articles]
        for name, rule in odd_rules().items():
            for text in inside:
                others = [other for other in inside if other is not text]
                yield from (Hit(name, one.certainty, one.text, one.suggests) for one in rule(text, others))
        for found in scan(bare_case(inside), documents=inside).candidates:
            if claimed(found) not in FACTS:
                yield Hit(found.rule, found.certainty, found.text, found.suggests)


def _name(rule: Callable[..., object]) -> str:
    return f"{rule.__module__.rpartition('.')[2]}.{rule.__name__}"


def _over_rows(rule: Callable[..., Iterable[OddPhrase]]) -> OddRule:
    return lambda text, others: (one for row in prose_rows(text) for one in rule(row))


def _hits(rule: OddRule, one: Sentence, text: CutText) -> bool:
    """Whether the rule stands on a faulty word; on any word of a sound sentence."""
    spans = one.faults or ((0, len(one.text)),)
    return any(odd.start < end and start < odd.end for odd in rule(text, ()) for start, end in spans)


def _answer(results: Iterable[tuple[str, bool, bool]]) -> Answer:
    shares: dict[bool, dict[str, Share]] = {True: defaultdict(Share), False: defaultdict(Share)}
    for kind, is_fault, hit in results:
        shares[is_fault][kind] += Share(int(hit), 1)
    return Answer(shares[True], shares[False])


def _two(pair: Pair) -> Case:
    texts = zip((pair.first, pair.second), pair.days, ("first", "second"), strict=True)
    return bare_case([Document(f"{LEAD} {text}", name, day) for text, day, name in texts])


def _beside_record(pair: Pair) -> Case:
    day = pair.days[0] or pair.days[1]
    said = Statement(
        "first", day.isoformat() if day else "2020-01-01", "Statement", pair.first, None, "", None, "statement"
    )
    return replace(bare_case([Document(f"{LEAD} {pair.second}", "second", pair.days[1])]), record={"first": said})


def _odd_in(case: Case) -> Iterator[tuple[str, Share]]:
    """Each hit of a rule of odd phrases, read as a scan reads: beside the other accounts of the event."""
    read = material(case)
    for article, text in read.texts.items():
        others = [read.texts[peer] for peer in read.peers[article]]
        known = [(one.start, one.end) for one in case.findings.values() if one.article == article and _is_odd(one)]
        for name, rule in odd_rules().items():
            for odd in rule(text, others):
                yield name, Share(int(any(start < odd.end and odd.start < end for start, end in known)), 1)


def _is_odd(one: Finding) -> bool:
    return not {"artifact", "slip"}.isdisjoint((one.label, *one.also))
