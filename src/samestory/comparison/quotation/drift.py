"""One quotation in two forms: what changed between them, and whether the meaning did."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from samestory.comparison.quotation.change import COST, SUBSTANTIVE, Change, ChangeKind, change_kind
from samestory.comparison.quotation.diff import Step, TooLongError, steps, to_edges
from samestory.comparison.quotation.token import Token, Tokens, tokens_of
from samestory.text.document import Text, as_document
from samestory.thresholds import threshold, thresholds
from samestory.words.wording import FILLERS, NEGATIONS, is_content

DriftKind = Literal["same", "bracketed", "truncated", "altered"]
# How many words before what stays a “not” that was left out can still deny it.
REACH_OF_NEGATION = 4
LONGEST_TEXT = 100_000  # characters
# A long quotation keeps nearly all its words without its “not”; its fidelity must be low all the same.
MOST_WITHOUT_NEGATION = threshold(__name__, "MOST_WITHOUT_NEGATION")
FILLER, SMALL_WORD_SAID = thresholds(__name__, "FILLER", "SMALL_WORD_SAID")


@dataclass(frozen=True, slots=True)
class Drift:
    """How far two forms of a quotation are apart.

    `kind`: *same*; *bracketed* (only words in square brackets differ); *truncated* (only words at its edges or
    at “...” are missing in one of them); *altered*. `substantive` is whether a change touches the meaning: a content
    word, a negation, a number, a name, who is meant, or how sure. `fidelity` runs from 0 to 1: honest variation
    (contractions, spelling, fillers, “[...]”, shortening) stays above 0.9, one lost “not” is below 0.6.
    `shared` is how many words stand in both.
    """

    kind: DriftKind
    changes: tuple[Change, ...]
    substantive: bool
    fidelity: float
    shared: int

    @property
    def mirrored(self) -> "Drift":
        """The same drift read from the other form."""
        return replace(self, changes=tuple(change.mirrored for change in self.changes))


def drift(a: Text, b: Text, loose: bool = False) -> Drift:
    """Compare two forms of a quotation. Raises `TooLongError` for 100,000 characters or 1,500 differing words.

    With `loose` each form may begin and end with sentences that the other one leaves out, as two quotations of one
    speech may: then whole sentences at an edge are cut and not altered.

    >>> found = drift("We will not go now.", "We'll go.")
    >>> found.kind, found.substantive, [(change.a, change.kind) for change in found.changes]
    ('altered', True, [(('not',), 'negation'), (('now',), 'cut')])
    """
    a, b = as_document(a), as_document(b)
    # Always from the shorter to the longer: the matcher may line up b and a otherwise than a and b.
    if (len(b.text), b.text) < (len(a.text), a.text):
        return drift(b, a, loose).mirrored
    if len(b.text) > LONGEST_TEXT:
        raise TooLongError(f"a quotation of {len(b.text):,} characters: a mark is missing, or it is a whole text")
    cut_a, cut_b = tokens_of(a), tokens_of(b)
    found = to_edges(steps(cut_a.keys, cut_b.keys), cut_a.keys, cut_b.keys)
    changes: list[Change] = []
    for number, step in enumerate(found):
        if step.same:
            changes.extend(_respelled(cut_a, cut_b, step))
            continue
        at_edge = number in (0, len(found) - 1)
        if loose and at_edge and len(found) > 1 and _is_sentences(cut_a, cut_b, step, number == 0):
            changes.extend(_cuts(cut_a, cut_b, step))
            continue
        changes.append(_change(cut_a, cut_b, step, at_edge))
    changes = _with_moves(changes)
    shared = sum(step.a_end - step.a_start for step in found if step.same)
    kind = _kind(changes)
    substantive = any(one.substantive for one in changes)
    return Drift(kind, tuple(changes), substantive, _fidelity(cut_a, cut_b, changes), shared)


def _with_moves(changes: list[Change]) -> list[Change]:
    """Take words that only stand elsewhere for what they are; a “not” that moves still changes what it denies."""
    gone = {change.a for change in changes if not change.b}
    come = {change.b for change in changes if not change.a}
    moved = {words for words in gone & come if not NEGATIONS & set(words)}
    return [
        replace(change, kind="moved", substantive=False)
        if (change.a in moved and not change.b) or (change.b in moved and not change.a)
        else change
        for change in changes
    ]


def _respelled(a: Tokens, b: Tokens, step: Step) -> list[Change]:
    """The words of an unchanged stretch that are spelled in another way."""
    found = []
    for i, j in zip(range(step.a_start, step.a_end), range(step.b_start, step.b_end), strict=True):
        one, other = a.tokens[i], b.tokens[j]
        if one.word != other.word and one.word.replace(".", "") != other.word.replace(".", ""):
            found.append(Change((one.word,), (other.word,), _span([one]), _span([other]), "spelling", False))
    return found


def _change(a: Tokens, b: Tokens, step: Step, at_edge: bool) -> Change:
    left, right = a.tokens[step.a_start : step.a_end], b.tokens[step.b_start : step.b_end]
    kind = _special(left, right, a, b, step, at_edge) or change_kind(left, right)
    substantive = kind in SUBSTANTIVE or (kind in ("cut", "omission") and _hides_negation(kind, left or right, step))
    # A thumb up for a thumb down is a lie; an emoji left out is a newspaper's habit.
    substantive = substantive or (kind == "sign" and bool(left) and bool(right))
    return _of_step(a, b, step, kind, substantive)


def _of_step(a: Tokens, b: Tokens, step: Step, kind: ChangeKind, substantive: bool) -> Change:
    left, right = a.tokens[step.a_start : step.a_end], b.tokens[step.b_start : step.b_end]
    return Change(
        tuple(one.word for one in left),
        tuple(one.word for one in right),
        _span(left) if left else _point(a, step.a_start),
        _span(right) if right else _point(b, step.b_start),
        kind,
        substantive,
    )


def _is_sentences(a: Tokens, b: Tokens, step: Step, is_first: bool) -> bool:
    """Whether a step at an edge holds whole sentences of both forms, other ones in each."""
    if is_first:
        return step.a_end in a.starts and step.b_end in b.starts
    return step.a_start in a.starts and step.b_start in b.starts


def _cuts(a: Tokens, b: Tokens, step: Step) -> Iterator[Change]:
    """What each form has at its edge, as words that the other one left out."""
    if step.a_end > step.a_start:
        yield _of_step(a, b, replace(step, b_end=step.b_start), "cut", False)
    if step.b_end > step.b_start:
        yield _of_step(a, b, replace(step, a_start=step.a_end), "cut", False)


def _special(
    left: tuple[Token, ...], right: tuple[Token, ...], a: Tokens, b: Tokens, step: Step, at_edge: bool
) -> ChangeKind | None:
    # What stands in brackets is the editor's and was never said.
    if any(side and all(one.bracketed for one in side) for side in (left, right)):
        return "bracket"
    if not right and step.b_start in b.cuts and step.b_start not in a.cuts:
        return "omission"
    if not left and step.a_start in a.cuts:
        return "omission"
    if not right and step.b_start in b.cuts:
        return "omission"
    if at_edge and (not left or not right):
        return "cut"
    return None


def _hides_negation(kind: ChangeKind, missing: tuple[Token, ...], step: Step) -> bool:
    """Whether the words left out denied the ones that stayed: an omitted “not”, or “I don't think” cut off in front."""
    close = missing if kind == "omission" else missing[-REACH_OF_NEGATION:] if step.a_start == step.b_start == 0 else ()
    # A longer stretch is a sentence of its own, and its “not” denies what left with it.
    return any(one.word in NEGATIONS for one in close) and len(missing) <= 2 * REACH_OF_NEGATION


def _span(side: tuple[Token, ...] | list[Token]) -> tuple[int, int]:
    return min(one.start for one in side), max(one.end for one in side)


def _point(side: Tokens, number: int) -> tuple[int, int]:
    """An empty span where words would stand."""
    if number < len(side.tokens):
        return side.tokens[number].start, side.tokens[number].start
    end = side.tokens[-1].end if side.tokens else 0
    return end, end


def _kind(changes: list[Change]) -> DriftKind:
    kinds = {change.kind for change in changes}
    if not kinds:
        return "same"
    if kinds <= {"bracket"}:
        return "bracketed"
    if kinds <= {"bracket", "cut", "omission"}:
        return "truncated"
    return "altered"


def _fidelity(a: Tokens, b: Tokens, changes: list[Change]) -> float:
    total = max(sum(map(_weight, a.tokens)), sum(map(_weight, b.tokens)), 1.0)
    lost = 0.0
    highest = 1.0
    for change in changes:
        is_hidden = change.kind in ("cut", "omission") and change.substantive
        lost += _cost(change, is_hidden)
        if is_hidden or change.kind == "negation":
            highest = MOST_WITHOUT_NEGATION
    return round(max(0.0, min(highest, 1 - lost / total)), 4)


def _cost(change: Change, is_hidden: bool) -> float:
    if is_hidden:
        return COST["negation"]
    if change.kind in ("negation", "number"):
        return COST[change.kind]
    return COST[change.kind] * max(sum(map(is_content, change.a)), sum(map(is_content, change.b)), 1)


def _weight(token: Token) -> float:
    if token.word in FILLERS:
        return FILLER
    return 1.0 if is_content(token.word) else SMALL_WORD_SAID
