"""Which rules on odd phrases are admitted: what each finds of ten unseen faults, in the cases, and in clean English.

    python benchmarks/engine/round_trips_data.py      # says what it needs; makes the clean texts
    python benchmarks/engine/odd_rules.py

A rule is admitted that finds seven of its ten sentences in `odd_faults.txt` and has at most 0.2 false alarms in 1,000
words of clean English. In clean texts every finding counts as false, though doubled words and wrong articles are mostly
slips of those texts. Words of 1961, of telephones and of the web are among them.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from clean_texts import UNSEEN
from round_trips_data import file, read

from samestory.case import load_case
from samestory.oddity.finding import OddPhrase
from samestory.oddity.register import IN_A_SENTENCE, ODD_RULES, in_a_sentence
from samestory.oddity.row import prose_rows
from samestory.text import Document

HERE = Path(__file__).resolve().parent
SEEDS = HERE.parents[1] / "seeds"
A_TEXT = 20  # sentences
Named = tuple[str, OddPhrase]


def found(document: Document, others: Sequence[Document] = ()) -> Iterator[Named]:
    """What each rule finds in a text, by the name of the rule, whatever overlaps."""
    for rule in ODD_RULES:
        if rule is not in_a_sentence:
            yield from ((rule.__name__, one) for one in rule(document, others))
    for row in prose_rows(document):
        for in_row in IN_A_SENTENCE:
            yield from ((in_row.__name__, one) for one in in_row(row))


def faults() -> Iterator[tuple[str, list[str]]]:
    """The name of a rule, and a faulty sentence with the accounts beside it."""
    name = ""
    for line in (HERE / "odd_faults.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            name = line.strip("[]")
        elif line and not line.startswith("#"):
            yield name, [part.strip() for part in line.split("|")]


def in_faults() -> Counter[str]:
    hits: Counter[str] = Counter()
    for name, (text, *others) in faults():
        hits[name] += any(rule == name for rule, _ in found(Document(text), [Document(one) for one in others]))
    return hits


def in_case(folder: Path) -> Counter[str]:
    case = load_case(folder)
    texts = {name: Document(article.text) for name, article in case.articles.items()}
    return Counter(
        rule
        for name, document in texts.items()
        for rule, _ in found(document, [other for peer, other in texts.items() if peer != name])
    )


def in_clean(lines: Sequence[str]) -> Iterator[Named]:
    for at in range(0, len(lines), A_TEXT):
        yield from found(Document(" ".join(lines[at : at + A_TEXT])))


def counted(named: Iterable[Named]) -> tuple[Counter[str], int]:
    """How often each rule fires, and how often one is sure."""
    held = list(named)
    return Counter(name for name, _ in held), sum(one.certainty == "sure" for _, one in held)


def main() -> None:
    registers = {name: read(name, "clean") for name in UNSEEN if file(name, "clean").exists()}
    words = sum(len(line.split()) for lines in registers.values() for line in lines)
    alarms, sure = counted(one for lines in registers.values() for one in in_clean(lines))
    ten = in_faults()
    cases = [in_case(folder) for folder in sorted(SEEDS.iterdir()) if folder.is_dir()]
    rules = [rule.__name__ for rule in (*IN_A_SENTENCE, *ODD_RULES) if rule is not in_a_sentence]
    print(
        f"{words:,} clean words of {len(registers)} registers; sure {sure}, {1e5 * sure / words:.2f} in 100,000 words\n"
    )
    print(
        "| rule | of ten unseen faults | in the two cases | findings in clean texts | in 1,000 words |\n|"
        + " --- |" * 5
    )
    for name in rules:
        hits = " + ".join(str(case[name]) for case in cases)
        print(f"| {name} | {ten.get(name, '–')} | {hits} | {alarms[name]} | {1000 * alarms[name] / words:.3f} |")


if __name__ == "__main__":
    main()
