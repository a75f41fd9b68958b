"""Learn which runs of words are unusual in written English, and write `unusual_runs.txt`.

    pip install scikit-learn    # in an environment that has samestory too
    python benchmarks/engine/round_trips_data.py
    python benchmarks/engine/unusual_runs.py [--without MACHINE ...] [--without-register REGISTER ...] [--to FILE]

A logistic regression (stochastic descent, averaged, both sides weighing the same) tells clean sentences from what came
back. Runs in fewer than 20 sentences are left out; weights are cut at their 99th percentile, so that no run decides
alone. A sentence's score, the sum over the root of its length, is turned into the log of a likelihood ratio on two of
the registers to judge on (Platt, 1999). `--without` leaves a machine out, to see what is found of one never seen.
"""

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from textwrap import fill
from typing import Any
from zlib import crc32

import numpy as np
from clean_texts import LEARNED, sample
from round_trips_data import MACHINES, MOST_JUDGED, MOST_LEARNED, read
from scipy.sparse import csr_matrix, vstack
from sklearn.linear_model import LogisticRegression, SGDClassifier

from samestory.oddity.row import WordRow, prose_rows
from samestory.oddity.unusual import word_runs
from samestory.text import Document

OUT = Path(__file__).resolve().parents[2] / "src" / "samestory" / "words" / "data" / "unusual_runs.txt"
FREQUENT, FEWEST, CUT = 300, 20, 99.0
FEWEST_TENTHS = 2  # a weight that rounds to less is not worth its bytes
CALIBRATED = ("magazines (other files)", "science news")  # registers to judge on that the scale is taken from
HEAD = """\
# Runs of words, and what each adds to the odds that a sentence came back from a translation program: the headings are
# tenths of the log of the odds. Written by benchmarks/engine/unusual_runs.py from {count:,} sentences of {registers}
# and from what Apertium made of them by way of {machines}.
# Sources: State of the Union addresses of odd years (public domain), Wikipedia (CC BY-SA 3.0), MASC (free for any use).
# Nothing of the texts is here but these weights, which are under the licence of the code.
# A run that begins with _ is one of shapes: all but the frequent words are replaced by their ending (~ed), by # for a
# figure or by ^ for a name; < and > are the edges of a sentence.
"""


def rows(lines: Iterable[str]) -> list[WordRow]:
    return [row for line in lines for row in prose_rows(Document(line))]


def names(row: WordRow, frequent: frozenset[str]) -> set[str]:
    return {name for name, _, _ in word_runs(row, frequent)}


def frequent_words(registers: Sequence[list[WordRow]]) -> frozenset[str]:
    """The words that are frequent in each register: by the smallest of their shares."""
    counts = [Counter(low for row in one for low in row.lows if low[0].isalpha()) for one in registers]
    shared = set(counts[0]).intersection(*counts[1:])
    least = {word: min(count[word] / count.total() for count in counts) for word in shared}
    return frozenset(sorted(shared, key=lambda word: (-least[word], word))[:FREQUENT])


def vocabulary(held: Sequence[list[WordRow]], frequent: frozenset[str]) -> dict[str, int]:
    """The runs that stand in enough sentences, numbered; buckets first, since most runs stand in one."""
    buckets = np.zeros(1 << 24, dtype=np.int32)
    for row in chain.from_iterable(held):
        np.add.at(buckets, [crc32(name.encode()) & 0xFFFFFF for name in names(row, frequent)], 1)
    counts = Counter(
        name
        for row in chain.from_iterable(held)
        for name in names(row, frequent)
        if buckets[crc32(name.encode()) & 0xFFFFFF] >= FEWEST
    )
    return {name: at for at, name in enumerate(sorted(name for name, count in counts.items() if count >= FEWEST))}


def matrix(held: list[WordRow], numbers: dict[str, int], frequent: frozenset[str]) -> Any:
    """A row a sentence: 1 where it has a run, over the root of its length if it is scored."""
    found = [sorted(numbers[name] for name in names(row, frequent) if name in numbers) for row in held]
    ends = np.cumsum([0, *map(len, found)])
    ones = np.ones(int(ends[-1]), dtype=np.float32)
    return csr_matrix((ones, list(chain.from_iterable(found)), ends), shape=(len(held), len(numbers)))


def fitted(clean: Any, back: Any) -> Any:
    model = SGDClassifier(
        loss="log_loss", alpha=1e-5, max_iter=25, tol=None, random_state=0, class_weight="balanced", average=True
    )
    model.fit(vstack([clean, back]), np.r_[np.zeros(clean.shape[0]), np.ones(back.shape[0])])
    most = np.percentile(abs(model.coef_[0]), CUT)
    return np.round(np.clip(model.coef_[0], -most, most), 1)


def scale(scores: Any, is_back: Any) -> tuple[float, float]:
    found = LogisticRegression(class_weight="balanced", C=1e6).fit(scores.reshape(-1, 1), is_back)
    return float(found.coef_[0][0]), float(found.intercept_[0])


def written(values: dict[str, int], frequent: frozenset[str], slope: float, offset: float, head: str) -> Iterator[str]:
    """The file, part by part."""
    yield f"{head}\n[frequent]\n{fill(' '.join(sorted(frequent)), 118)}\n"
    yield f"\n[scale]\nslope: {slope:.3f}\noffset: {offset:.3f}\n"
    for tenths in sorted(set(values.values()), reverse=True):
        line, lines = "", []
        for name in sorted(name for name, value in values.items() if value == tenths):
            if len(line) + len(name) > 116:
                lines.append(line)
                line = ""
            line += f", {name}" if line else name
        yield f"\n[{tenths}]\n" + "\n".join([*lines, line]) + "\n"


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--without", nargs="*", default=[], choices=MACHINES, metavar="MACHINE")
    asked.add_argument("--without-register", nargs="*", default=[], choices=LEARNED, metavar="REGISTER")
    asked.add_argument("--to", type=Path, default=OUT)
    given = asked.parse_args()
    registers = [name for name in LEARNED if name not in given.without_register]
    machines = [name for name in MACHINES if name not in given.without]
    clean = {name: rows(sample(read(name, "clean"), MOST_LEARNED)) for name in registers}
    back = [rows(read(name, machine)) for name in registers for machine in machines]
    frequent = frequent_words(list(clean.values()))
    numbers = vocabulary([*clean.values(), *back], frequent)
    found = fitted(
        matrix(list(chain.from_iterable(clean.values())), numbers, frequent),
        vstack([matrix(one, numbers, frequent) for one in back]),
    )
    judged = [(rows(sample(read(name, "clean"), MOST_JUDGED)), 0) for name in CALIBRATED]
    judged += [(rows(read(name, machine)), 1) for name in CALIBRATED for machine in machines]
    held = [row for one, _ in judged for row in one]
    scores = matrix(held, numbers, frequent).dot(found) / np.sqrt([max(1, len(row.words)) for row in held])
    slope, offset = scale(scores, np.repeat([kind for _, kind in judged], [len(one) for one, _ in judged]))
    values = {name: round(10 * float(found[at])) for name, at in numbers.items()}
    values = {name: value for name, value in values.items() if abs(value) >= FEWEST_TENTHS}
    head = HEAD.format(
        count=sum(map(len, clean.values())), registers=", ".join(registers), machines=", ".join(machines)
    )
    given.to.write_text("".join(written(values, frequent, slope, offset, head)), "utf-8")
    print(f"{len(values):,} runs of {len(numbers):,}, {given.to.stat().st_size:,} bytes; slope {slope:.3f}")


if __name__ == "__main__":
    main()
