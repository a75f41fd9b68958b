"""One change between two forms of a quotation: what kind it is, and whether it touches the meaning."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from samestory.comparison.name.likeness import likeness
from samestory.comparison.quotation.masked import is_one_rude_word
from samestory.comparison.quotation.token import Token, is_sign
from samestory.thresholds import weights
from samestory.words.key import root
from samestory.words.wording import (
    FILLERS,
    MODALS,
    NEGATIONS,
    OPPOSITES,
    PRONOUNS,
    is_content,
    is_number,
    number_value,
    quantity,
)

ChangeKind = Literal[
    "spelling", "masked", "moved", "filler", "small word", "inflection", "bracket", "cut", "omission", "sign",
    "pronoun", "modal", "word", "name", "number", "negation",
]  # fmt: skip
SUBSTANTIVE: frozenset[ChangeKind] = frozenset(["pronoun", "modal", "word", "name", "number", "negation"])
# How far a changed word lowers fidelity, where an unchanged content word weighs 1.
COST = weights(__name__, "COST")


@dataclass(frozen=True, slots=True)
class Change:
    """Words of one form against words of the other (either may be none); spans count code points of each form.

    `kind` names the gravest thing that changed; `substantive` is whether it touches the meaning.
    """

    a: tuple[str, ...]
    b: tuple[str, ...]
    a_span: tuple[int, int]
    b_span: tuple[int, int]
    kind: ChangeKind
    substantive: bool

    @property
    def mirrored(self) -> "Change":
        """The same change read from the other form."""
        return Change(self.b, self.a, self.b_span, self.a_span, self.kind, self.substantive)


def change_kind(a: Sequence[Token], b: Sequence[Token]) -> ChangeKind:
    """Return the gravest kind of change between the tokens `a` and `b`, brackets and cuts left aside."""
    # The order is the rule: first what changes nothing, then from the graver kinds to the lighter.
    left, right = _without_shared(a, b)
    if _joined(a) == _joined(b) or _initials(a, b) or _is_same_number(a, b) or (not left and not right):
        return "spelling"
    if _is_house_style(left, right):
        return "spelling"
    if _is_one_rude_word(left, right):
        return "masked"
    if all(is_sign(one.word) for one in (*left, *right)):
        return "sign"
    if {one.word for one in left} | {one.word for one in right} in OPPOSITES:
        return "word"
    if _count(left, NEGATIONS) != _count(right, NEGATIONS):
        return "negation"
    if _numbers(left) != _numbers(right):
        return "number"
    content_left = [one for one in left if is_content(one.word) and one.word not in NEGATIONS]
    content_right = [one for one in right if is_content(one.word) and one.word not in NEGATIONS]
    if content_left or content_right:
        if _stems(content_left) == _stems(content_right):
            return "inflection"
        return "name" if any(one.is_name for one in (*content_left, *content_right)) else "word"
    if _groups(left, MODALS) != _groups(right, MODALS):
        return "modal"
    if _groups(left, PRONOUNS) != _groups(right, PRONOUNS) and _is_swap(left, right):
        return "pronoun"
    return "filler" if all(one.word in FILLERS for one in (*left, *right)) else "small word"


def _without_shared(a: Sequence[Token], b: Sequence[Token]) -> tuple[list[Token], list[Token]]:
    shared = Counter(one.key for one in a) & Counter(one.key for one in b)
    left, right = _less(a, shared), _less(b, shared)
    # “He'd” is “he had” or “he would”: who opens it has changed no word.
    if [one.word for one in left] == ["'d"] and [one.word for one in right] in (["had"], ["would"]):
        return [], []
    if [one.word for one in right] == ["'d"] and [one.word for one in left] in (["had"], ["would"]):
        return [], []
    return left, right


def _less(side: Sequence[Token], shared: Counter[str]) -> list[Token]:
    left, kept = Counter(shared), []
    for one in side:
        if left[one.key]:
            left[one.key] -= 1
        else:
            kept.append(one)
    return kept


def _joined(side: Sequence[Token]) -> str:
    return "".join(one.word.replace("'", "").replace(".", "") for one in side)


def _initials(a: Sequence[Token], b: Sequence[Token]) -> bool:
    """Whether one side is the other's initials: UN for United Nations."""
    short, full = (a, b) if len(a) < len(b) else (b, a)
    letters = [one.word[:1] for one in full if one.word not in ("of", "the", "and")]
    return len(short) == 1 and len(letters) > 1 and short[0].word.replace(".", "") == "".join(letters)


def _is_house_style(left: Sequence[Token], right: Sequence[Token]) -> bool:
    """Whether both sides are one name, written as two houses write it: Sergei and Sergey, Kyiv and Kiev."""
    if len(left) != 1 or len(right) != 1 or not (left[0].is_capital and right[0].is_capital):
        return False
    return likeness(left[0].word.title(), right[0].word.title()).relation == "variant"


def _is_one_rude_word(left: Sequence[Token], right: Sequence[Token]) -> bool:
    return len(left) == len(right) == 1 and is_one_rude_word(left[0].word, right[0].word)


def _is_same_number(a: Sequence[Token], b: Sequence[Token]) -> bool:
    value = quantity([one.word for one in a])
    return value is not None and value == quantity([one.word for one in b])


def _count(side: Sequence[Token], group: frozenset[str]) -> int:
    return sum(one.word in group for one in side)


def _numbers(side: Sequence[Token]) -> Counter[str]:
    return Counter(number_value(one.word) for one in side if is_number(one.word))


def _stems(side: Sequence[Token]) -> set[str]:
    return {root(one.key) for one in side}


def _groups(side: Sequence[Token], groups: dict[str, int]) -> set[int]:
    return {groups[one.word] for one in side if one.word in groups}


def _is_swap(left: Sequence[Token], right: Sequence[Token]) -> bool:
    """Whether a person stands on both sides, so that one took the other's place."""
    return bool(_groups(left, PRONOUNS)) and bool(_groups(right, PRONOUNS))
