"""`samestory scan`: propose candidates for findings, with their evidence. It writes nothing into the case."""

import argparse
import json
import os
import sys
import textwrap
from pathlib import Path
from typing import Any

from samestory.case import Case, CaseError, case_folders, load_case
from samestory.case.model import Reference
from samestory.case.scanning import Candidate, Scan, scan
from samestory.case.scanning.against import Agreement, agreement
from samestory.cli import FAULTS, FINE, MISUSED
from samestory.errors import SameStoryError
from samestory.exercise.labels import LABELS

WIDTH = 96
LONGEST_QUOTE = 160
KINSHIP = {
    "wholly": "most of the prose goes back to one text",
    "partly": "part of the prose goes back to one text",
    "not": "no sign of it in the prose",
}
FIRST_CASE = "blinken-lavrov"


def add_to(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("scan", help="propose candidates for findings in a case, with evidence")
    parser.add_argument(
        "case", nargs="?", type=Path, metavar="CASE", help="a case's folder (the five articles, if none)"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the whole result to FILE as well")
    parser.add_argument("--all", action="store_true", help="print furniture too")
    parser.add_argument("--findings", action="store_true", help="say how far it agrees with the case's own findings")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Scan a case and print what was found; 0 fine, 1 an unsound case, 2 no such folder."""
    folder = arguments.case or next(path for path in case_folders() if path.name == FIRST_CASE)
    if not os.path.isfile(folder / "case.yml"):
        print(f"{folder} holds no case.yml: name the folder of a case.", file=sys.stderr)
        return MISUSED
    try:
        case = load_case(folder)
    except CaseError as error:
        print(
            f"{folder} is not sound yet; `samestory check {folder}` says why ({len(error.problems)}).", file=sys.stderr
        )
        return FAULTS
    found = _with_progress(case)
    lines = agreement_report(agreement(case, found)) if arguments.findings else report(case, found, arguments.all)
    print("\n".join(lines))
    if arguments.json:
        text = json.dumps(found.to_json(), indent=1, ensure_ascii=False)
        try:
            arguments.json.write_text(text + "\n", encoding="utf-8")
        except OSError as error:
            raise SameStoryError(f"{arguments.json} can't be written: {error.strerror}. Name another file.") from error
        print(f"\nWritten to {arguments.json}.")
    return FINE


def _with_progress(case: Case) -> Scan:
    from tqdm import tqdm

    with tqdm(total=1, desc="Scanning", unit="step", leave=False, disable=not sys.stderr.isatty()) as bar:

        def step(done: int, of: int) -> None:
            bar.total = of
            bar.update(done - bar.n)

        return scan(case, step)


def report(case: Case, found: Scan, whole: bool = False) -> list[str]:
    """The lines that a person reads: events, then each article's candidates, the strongest first."""
    lines = [f"{case.title}: {len(found.candidates)} candidates. Each is a proposal; a person decides.", ""]
    lines += _events(case, found)
    lines += _kinships(case, found)
    lines += _oddities(case, found)
    for name in found.articles:
        shown = [one for one in found.of(name) if whole or not _is_quiet(one)]
        quiet = len(found.of(name)) - len(shown)
        head = f"{case.articles[name].outlet} ({name})"
        lines += ["", head, "=" * len(head), f"It cites {_voices(found.voices[name])}."]
        for one in shown:
            lines += ["", *_candidate(case, one)]
        if not shown:
            lines += ["", "No candidate."]
        if quiet:
            lines += ["", f"{quiet} more of furniture or shared wording: --all prints them."]
    return lines


def agreement_report(found: Agreement) -> list[str]:
    """A table by label and certainty, and what was missed or proposed besides."""
    lines = ["| label | certainty | found | of |", "| --- | --- | --- | --- |"]
    lines += [f"| {label} | {certainty} | {hit} | {of} |" for (label, certainty), (hit, of) in found.by_label().items()]
    lines += [""]
    for certainty in ("proved", "likely", "open"):
        hit, of = found.count(certainty)
        bare, bare_of = found.count(certainty, furniture=False)
        lines.append(f"{certainty}: {hit} of {of}; without furniture {bare} of {bare_of}")
    besides, doubted = len(found.besides), len(found.doubted)
    rate = f"one in {found.words / besides:.0f} words" if besides else f"in {found.words} words"
    lines.append(f"proposed besides: {besides}, {rate}; sound passages called sure: {doubted}")
    lines += [
        "",
        "Missed:",
        *(f"  {one.article} · {one.label}, {one.certainty}: “{_short(one.quote)}”" for one in found.missed),
    ]
    lines += ["", "Besides:"]
    return lines + [
        f"  {one.article} · {one.label}, {one.certainty}: “{_short(one.text)}” ({one.rule})" for one in found.besides
    ]


def _voices(count: int) -> str:
    return f"{count} independent {'voice' if count == 1 else 'voices'}, as far as the page shows"


def _events(case: Case, found: Scan) -> list[str]:
    lines = []
    for number, group in enumerate(found.groups, 1):
        outlets = ", ".join(case.articles[found.articles[n]].outlet for n in group.articles)
        days = sorted({found.days[found.articles[n]] or "day unknown" for n in group.articles})
        lines.append(f"Event {number} ({' to '.join(days[:1] + days[1:][-1:])}): {outlets}")
    return lines


def _kinships(case: Case, found: Scan) -> list[str]:
    lines = ["", "Does one follow the other, or both a third?"] if found.kinships else []
    for one in found.kinships:
        both = f"{case.articles[one.a].outlet} and {case.articles[one.b].outlet}"
        lines += _wrapped(
            f"{both}: {KINSHIP[one.level]} ({one.certainty}). {'; '.join(one.reasons).capitalize()}.", "  "
        )
    return lines


def _oddities(case: Case, found: Scan) -> list[str]:
    odd = [one for one in found.oddities if one.kind != "quotation"]
    lines = ["", "Odd, and shared"] if odd else []
    for one in odd:
        where = " and ".join(dict.fromkeys(case.articles[found.articles[at.article]].outlet for at in one.places))
        lines += _wrapped(f"“{one.text}” in {where}: {one.reason}", "  ")
    return lines


def _is_quiet(one: Candidate) -> bool:
    return one.label == "furniture"


def _candidate(case: Case, one: Candidate) -> list[str]:
    label = LABELS[one.label]
    lines = _wrapped(f"[{label.letter}] {label.name}, {one.certainty}: “{_short(one.text)}”", "")
    lines += _wrapped(one.reason, "    ")
    if one.suggests and one.suggests != one.text:
        lines += _wrapped(f"suggests: {_short(one.suggests)}", "    ")
    for reference in one.evidence:
        shown = _evidence(case, reference)
        if shown and shown.rstrip(".") not in one.reason:
            lines += _wrapped(shown, "    ")
    return lines


def _evidence(case: Case, one: Reference) -> str:
    if one.says:
        return one.says
    quote = _short(one.quote or "")
    if one.record:
        entry = case.record[one.record]
        return f"the record, {entry.date}, {entry.who}: “{quote}”"
    return f"{case.articles[str(one.article)].outlet}: “{quote}”"


def _short(text: str) -> str:
    """One line of it, the middle left out if it is long."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_QUOTE else f"{line[: LONGEST_QUOTE - 50].rstrip()} … {line[-45:].lstrip()}"


def _wrapped(text: str, indent: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=indent, subsequent_indent=f"{indent}  ", break_long_words=False)
