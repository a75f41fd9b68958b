"""Is it one utterance? Asked of two quotations before anything is said of what changed between them."""

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from math import sqrt

from samestory.comparison.quotation.diff import steps
from samestory.comparison.quotation.masked import unmasked
from samestory.text.document import Document
from samestory.text.once import once
from samestory.text.source.kind import person_name
from samestory.text.source.misspelt import LastNames
from samestory.text.source.same import is_one_person
from samestory.thresholds import threshold, thresholds, weights
from samestory.words.common_word import band
from samestory.words.distance import distance
from samestory.words.fold import fold
from samestory.words.key import root
from samestory.words.wording import is_content

# What a shared word weighs: one that says nothing by itself, the commonest of the others, the common ones; else 1.
SMALL_WORD, COMMONEST, COMMON = thresholds(__name__, "SMALL_WORD", "COMMONEST", "COMMON")
WHOLE_RUN = 4  # words in a row that weigh fully: of words that stand alone, some are shared by chance
# The least share of the shorter quotation, and the least weight, that must stand in the other one, if both have one
# speaker, if that is open, and if they have two.
LEAST_KEPT, LEAST_KEPT_WEIGHT = weights(__name__, "LEAST_KEPT"), weights(__name__, "LEAST_KEPT_WEIGHT")
LONG_NAME = 6  # letters of a last name from which on one other letter, after the same first name, is a slip
_SPEAKERS = {True: "one speaker", None: "open", False: "two speakers"}
FEWEST_OF_SHORT, LEAST_OF_SHORT = 3, threshold(__name__, "LEAST_OF_SHORT")
HALF_SURE = threshold(__name__, "HALF_SURE")  # the shared weight that is half as good a proof as any can be
# Of two translations: the most that they share in runs, the least that they share in rare words, and of all of these.
MOST_IN_TRANSLATION = threshold(__name__, "MOST_IN_TRANSLATION")
LEAST_RARE, LEAST_SENSE = thresholds(__name__, "LEAST_RARE", "LEAST_SENSE")


@dataclass(frozen=True, slots=True)
class KeptWording:
    """What two quotations have in common: `weight` of the shared runs, and their `share` (0 to 1) of the shorter one.

    A rare word weighs 1 and a common one less, and so does one that both articles use again and again: by the root of
    how often. A run of fewer than four words weighs as much less as it is shorter.
    """

    weight: float
    share: float

    @property
    def proof(self) -> float:
        """How much they speak for one utterance, from 0 to 1: a share of very little proves little."""
        return round(self.share * self.weight / (self.weight + HALF_SURE), 4)


@once
def uses(text: Document) -> Counter[str]:
    """How often each word stands in a text, by its root."""
    return Counter(map(root, text.keys))


def kept_wording(a: Sequence[str], b: Sequence[str], in_a: Mapping[str, int], in_b: Mapping[str, int]) -> KeptWording:
    """Return what the words `a` and `b` of two quotations share; `in_a` and `in_b` count roots in their articles."""

    def worth(of: Sequence[str], is_small: bool) -> float:
        chosen = (one for one in of if is_content(one) != is_small)
        return sum(_worth(one) / sqrt(max(1, min(in_a[one], in_b[one]))) for one in chosen)

    def weight(of: Sequence[str]) -> float:
        # However long a stock phrase is, “I don't think I can” proves nothing by its small words.
        content = worth(of, is_small=False)
        return content + min(content, worth(of, is_small=True))

    a, b = tuple(map(root, unmasked(a, b))), tuple(map(root, unmasked(b, a)))
    runs = [a[step.a_start : step.a_end] for step in steps(a, b) if step.same]
    kept = sum(weight(run) * min(1.0, len(run) / WHOLE_RUN) for run in runs)
    shorter = min(weight(a), weight(b))
    return KeptWording(round(kept, 4), round(min(1.0, kept / shorter), 4) if shorter else 0.0)


def _worth(word: str) -> float:
    if not is_content(word):
        return SMALL_WORD
    return {1: COMMONEST, 2: COMMON}.get(band(word), 1.0)


def one_speaker(a: str, b: str) -> bool | None:
    """Whether two articles name one person; None where one of them names nobody, or only an office.

    >>> one_speaker("Senator Ida Lind", "Lind"), one_speaker("Ida Lind", "Erik Dahl"), one_speaker("Ida Lind", "")
    (True, False, None)
    """
    one, other = fold(person_name(a) if a else ""), fold(person_name(b) if b else "")
    if not one or not other:
        return True if a and fold(a) == fold(b) else None
    parts, others = one.split(), other.split()
    # “Sheriff Tom Oakes”, where the list of titles has no sheriff, is Tom Oakes, and Tom E. Oakes too.
    shared = set(parts) & set(others)
    if len(shared) == min(len(parts), len(others)) or (len(shared) > 1 and parts[-1] == others[-1]):
        return True
    if is_one_person(parts, [other]):
        return True
    is_named_alike = parts[0] == others[0] and min(len(parts), len(others), len(parts[0])) > 1
    # “Niamh Costello” and “Niamh Costelo” said the same; “Ana Silva” and “Ana Salva” may be two.
    is_long = min(len(parts[-1]), len(others[-1])) >= LONG_NAME
    if is_named_alike and is_long and distance(parts[-1], others[-1], 1) <= 1:
        return True
    known = LastNames()
    known.add(others[-1], 0)
    return known.near(parts[-1]) is not None


def is_one_utterance(kept: KeptWording, same: bool | None) -> bool:
    """Whether what two quotations share can hardly be chance; two speakers may quote a third only word for word."""
    whose = _SPEAKERS[same]
    return kept.share >= LEAST_KEPT[whose] and kept.weight >= LEAST_KEPT_WEIGHT[whose]


def is_one_short_sentence(shared: int, longer: int, same: bool | None) -> bool:
    """Whether one speaker's short sentence has hardly another word: “We will go” and “We will not go”.

    `shared` counts the words of both, `longer` those of the longer one.
    """
    return same is True and shared >= FEWEST_OF_SHORT and shared >= LEAST_OF_SHORT * longer


def is_rendered_twice(
    kept: KeptWording, both: Set[str], either: Set[str], in_a: Mapping[str, int], in_b: Mapping[str, int]
) -> bool:
    """Whether two forms of a foreign speaker's words have the sense in common and hardly a run of words.

    `both` are the roots of words of weight in both forms, `either` those in one of them.
    """
    rare = sum(1 / sqrt(max(1, min(in_a[one], in_b[one]))) for one in both)
    return kept.share < MOST_IN_TRANSLATION and rare >= LEAST_RARE and rare >= LEAST_SENSE * len(either)
