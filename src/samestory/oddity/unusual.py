"""How unusual the runs of words of a sentence are in written English, by weights learned from round trips.

Sentences of speeches, an encyclopedia and magazines went through five translation programs and back;
a logistic regression learned which runs stand in what came back and hardly in what went in. A run is taken twice: with
its words, and with all but the most frequent words replaced by their ending, so that “the majority of important” is
known by its shape where nobody has seen its words. `benchmarks/engine/unusual_runs.py` writes the weights.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import exp, log, sqrt

from samestory.oddity.row import WordRow
from samestory.thresholds import thresholds
from samestory.words.lists import groups_in

LONGEST_RUN = 3  # words of a run that keeps its words
LONGEST_SHAPE = 5  # words of a run of shapes
ENDINGS = (
    "ation", "ings", "ing", "edly", "ed", "ly", "ment", "ness", "ers", "er", "est", "ies", "es", "s", "al", "ive",
    "ous", "able", "ful",
)  # fmt: skip
EDGES = ("<", ">")  # of a sentence: they stand in runs as words do
# How many sentences of a text are expected to be unusual, and how many sentences say so.
UNUSUAL_SHARE, STRENGTH = thresholds(__name__, "UNUSUAL_SHARE", "STRENGTH")
_ROUNDS = 12  # of the estimate of that share; it hardly moves after six
WordRun = tuple[str, int, int]  # as the weights name it, the number of its first word and of the one behind its last


@dataclass(frozen=True, slots=True)
class Weights:
    """`runs`: what a run adds, in the log of the odds; `frequent`: the words that a shape keeps.

    `slope` and `offset` turn a sentence's score into the log of a likelihood ratio: how much likelier such a score is
    for a round trip than for what went in.
    """

    runs: Mapping[str, float]
    frequent: frozenset[str]
    slope: float
    offset: float

    @classmethod
    def of(cls, groups: Mapping[str, Sequence[str]]) -> "Weights":
        """Weights from the lines of their file by heading: the frequent words, the scale, and runs under tenths."""
        scale = dict(line.split(": ") for line in groups["scale"])
        named = {name: lines for name, lines in groups.items() if name not in ("frequent", "scale")}
        runs = {run: int(tenths) / 10 for tenths, lines in named.items() for line in lines for run in line.split(", ")}
        frequent = frozenset(word for line in groups["frequent"] for word in line.split())
        return cls(runs, frequent, float(scale["slope"]), float(scale["offset"]))


@cache
def run_weights() -> Weights:
    """Read the weights that ship, once."""
    return Weights.of(groups_in("unusual_runs"))


@lru_cache(maxsize=65536)
def shape(word: str, is_first: bool, frequent: frozenset[str]) -> str:
    """What a word is in a run of shapes: itself if it is frequent, else # for a figure, ^ for a name, or its ending.

    >>> [shape(word, False, frozenset({"the"})) for word in ("the", "Lavrov", "12", "quickly", "gate")]
    ['the', '^', '#', '~ly', '~']
    """
    low = word.lower()
    if low in frequent:
        return low
    if word[0].isdigit():
        return "#"
    if word[0].isupper() and not is_first:
        return "^"
    return "~" + next((end for end in ENDINGS if low.endswith(end) and len(low) > len(end) + 2), "")


def word_runs(row: WordRow, frequent: frozenset[str]) -> Iterator[WordRun]:
    """Every run of a sentence, those with words first; the names of runs of shapes begin with _."""
    words = (EDGES[0], *row.lows, EDGES[1])
    shapes = (EDGES[0], *(shape(word.text, at == 0, frequent) for at, word in enumerate(row.words)), EDGES[1])
    for longest, signs, mark in ((LONGEST_RUN, words, ""), (LONGEST_SHAPE, shapes, "_")):
        for size in range(2, longest + 1):
            for at in range(len(signs) - size + 1):
                yield mark + " ".join(signs[at : at + size]), at - 1, at - 1 + size


def weighed_runs(row: WordRow, known: Weights) -> list[tuple[float, WordRun]]:
    """The runs of a sentence that have a weight, each once, with it."""
    found = {run[0]: run for run in word_runs(row, known.frequent) if run[0] in known.runs}
    return [(known.runs[name], run) for name, run in found.items()]


def log_odds(row: WordRow, known: Weights) -> float:
    """The log of how much likelier the runs of a sentence are in a round trip than in what went in.

    The sum of weights grows with the length of a sentence, and its spread with the root of it.
    """
    total = sum(weight for weight, _ in weighed_runs(row, known))
    return known.slope * total / sqrt(max(1, len(row.words))) + known.offset


def chances(evidence: Sequence[float]) -> list[float]:
    """For each sentence of one text the chance, from 0 to 1, that it is one of the unusual ones.

    How many of a text's sentences are unusual is estimated with it, beginning with one in twenty, and for each sentence
    by the others: so one strange sentence among plain ones must be very strange, and in a text that is strange all
    through each of them counts.

    >>> alone, plain, many = chances([2.5]), chances([2.5] + [-2.5] * 9), chances([2.5] * 10)
    >>> round(alone[0], 2), round(plain[0], 2), round(many[0], 2)
    (0.39, 0.2, 0.95)
    """
    found = [UNUSUAL_SHARE] * len(evidence)
    for _ in range(_ROUNDS):
        total = sum(found) + UNUSUAL_SHARE * STRENGTH
        shares = [(total - one) / (len(found) - 1 + STRENGTH) for one in found]
        found = [_chance(one + log(share / (1 - share))) for one, share in zip(evidence, shares, strict=True)]
    return found


def _chance(odds: float) -> float:
    """The chance of which `odds` is the logarithm of the odds; no chance is nothing or all."""
    return 1 / (1 + exp(-max(-20.0, min(20.0, odds))))
