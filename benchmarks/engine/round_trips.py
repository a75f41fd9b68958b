"""What the engine finds of sentences that went through a translation program and back, and how often it errs.

    python benchmarks/engine/round_trips_data.py      # says what it needs
    python benchmarks/engine/round_trips.py [--weights FILE]

Nothing that is judged here was learned from: other speeches, other articles, another novel, and registers of which
nothing was seen. Two tables. *As the rule works*: clean texts and round trips in texts of twenty sentences, the unusual
sentences that `odd_phrases` would show. *Alone*: each sentence by itself, at the score that errs once in 1,000 words
of the clean sentences of all these registers, and at the one that errs once in 5,000. `--weights` judges a file that
`unusual_runs.py --without MACHINE --to FILE` wrote: its column of that machine is of one never seen.
"""

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

from clean_texts import UNSEEN
from round_trips_data import MACHINES, SENT, file, read

from samestory.oddity.row import WordRow, prose_rows
from samestory.oddity.rules.unusual import FEWEST_JUDGED, LEAST_CHANCE
from samestory.oddity.unusual import Weights, chances, log_odds, run_weights
from samestory.text import Document

A_TEXT = 20  # sentences
RATES = (1.0, 0.2)  # false alarms in 1,000 words
Judged = tuple[float, int]  # the evidence of a sentence, and its words


def weights_in(path: Path) -> Weights:
    groups: dict[str, list[str]] = {}
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("["):
            lines = groups.setdefault(line.strip("[]"), [])
        elif line and not line.startswith("#"):
            lines.append(line)
    return Weights.of(groups)


def judged(lines: Sequence[str], known: Weights) -> list[Judged]:
    """For each line the evidence of the sentence that speaks most in it; lines that are too short are left out."""
    found = []
    for line in lines:
        rows: list[WordRow] = [row for row in prose_rows(Document(line)) if len(row.words) >= FEWEST_JUDGED]
        if rows:
            found.append((max(log_odds(row, known) for row in rows), sum(len(row.words) for row in rows)))
    return found


def shown(sentences: Sequence[Judged]) -> int:
    """How many sentences the rule shows of texts of twenty."""
    texts = [sentences[at : at + A_TEXT] for at in range(0, len(sentences), A_TEXT)]
    return sum(one >= LEAST_CHANCE for text in texts for one in chances([odds for odds, _ in text]))


def words(sentences: Sequence[Judged]) -> int:
    return sum(count for _, count in sentences)


def at_rate(clean: Mapping[str, Sequence[Judged]], rate: float) -> float:
    """The evidence that so many of 1,000 clean words' sentences exceed."""
    scores = sorted((odds for sentences in clean.values() for odds, _ in sentences), reverse=True)
    return scores[int(rate * sum(map(words, clean.values())) / 1000)]


def share(part: int, whole: int) -> str:
    return f"{part / whole:.2f} ({part} of {whole})" if whole else "–"


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--weights", type=Path)
    given = asked.parse_args()
    known = weights_in(given.weights) if given.weights else run_weights()
    clean = {name: judged(read(name, "clean"), known) for name in UNSEEN if file(name, "clean").exists()}
    back = {
        (name, machine): judged(read(name, machine), known)
        for name in SENT
        for machine in MACHINES
        if file(name, machine).exists()
    }
    print("As the rule works, in texts of twenty sentences\n")
    columns = " | ".join(MACHINES)
    print(f"| register | words | false alarms in 1,000 words | {columns} |\n|{' --- |' * (3 + len(MACHINES))}")
    for name, sentences in clean.items():
        count = shown(sentences)
        held = [back.get((name, machine), []) for machine in MACHINES]
        cells = [share(shown(one), len(one)) for one in held]
        rate = f"{1000 * count / words(sentences):.2f} ({count})"
        print(f"| {name} | {words(sentences):,} | {rate} | {' | '.join(cells)} |")
    total = sum(map(words, clean.values()))
    count = sum(map(shown, clean.values()))
    print(f"| all | {total:,} | {1000 * count / total:.2f} ({count}) |{' |' * len(MACHINES)}\n")
    print("Alone\n")
    print(f"| register | false alarms in 1,000 words | {columns} |\n|{' --- |' * (2 + len(MACHINES))}")
    for rate_ in RATES:
        least = at_rate(clean, rate_)
        for name in dict.fromkeys(name for name, _ in back):
            held = [back.get((name, machine), []) for machine in MACHINES]
            cells = [share(sum(odds > least for odds, _ in one), len(one)) for one in held]
            print(f"| {name} | {rate_} | {' | '.join(cells)} |")


if __name__ == "__main__":
    main()
