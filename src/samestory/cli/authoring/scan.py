"""`samestory scan`: propose candidates for findings, with their evidence. It writes nothing into the case."""

import argparse
import json
import os
import shutil
import sys
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, Any

from samestory.case import Case, CaseError, load_case
from samestory.case.model import Reference
from samestory.cli import FAULTS, FINE, MISUSED
from samestory.cli.authoring._taking import loose_case
from samestory.course import case_folders
from samestory.errors import SameStoryError
from samestory.exercise.labels import LABELS

if TYPE_CHECKING:  # every command reads this file, and only this one needs the engine
    from samestory.scanning import Candidate, Scan
    from samestory.scanning.rules.against import Agreement

# Columns; under forty a long word and its indent fill a line, and nobody can read the report.
WIDTH, NARROWEST = 96, 40
LIMITS = (
    "What is not listed here is not thereby right: a scan sees some kinds of fault only, and reads no meaning. Sources "
    "are counted as the page names them: a copy cites as many as what it was copied from."
)
LONGEST_QUOTE = 160
KINSHIP = {
    "wholly": "most of the prose seems to go back to one text",
    "partly": "part of the prose seems to go back to one text",
    "not": "no sign of it in the prose, which doesn’t prove that they are independent",
}
KINSHIP_ASKED = "Does one follow the other, or both a third? Who came first, this doesn’t show."
# Pairs of articles that the report shows; forty accounts of one event would be 780.
MOST_PAIRS = 12
FIRST_CASE = "blinken-lavrov"
# Marks that turn the direction of what follows them (Unicode's bidirectional controls).
TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def add_to(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("scan", help="propose candidates for findings in a case or in files, with evidence")
    parser.add_argument(
        "case",
        nargs="*",
        type=Path,
        metavar="CASE",
        help="a case's folder (the five articles, if none), or files and folders of texts, of which nothing is kept",
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the whole result to FILE as well")
    parser.add_argument("--all", action="store_true", help="print furniture too")
    parser.add_argument("--findings", action="store_true", help="say how far it agrees with the case's own findings")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Scan a case or files and print what was found; 0 fine, 1 an unsound case, 2 no such folder, or no text."""
    named = arguments.case or [next(path for path in case_folders() if path.name == FIRST_CASE)]
    folders = [path for path in named if os.path.isfile(path / "case.yml")]
    if folders and len(named) > 1:
        print(f"{folders[0]} is a case: scan it by itself, or name its texts.", file=sys.stderr)
        return MISUSED
    if not folders:
        return _scan_files(named, arguments)
    try:
        case = load_case(named[0])
    except CaseError as error:
        why = f"`samestory check {named[0]}` says why ({len(error.problems)})"
        print(f"{named[0]} is not sound yet; {why}.", file=sys.stderr)
        return FAULTS
    if arguments.json and arguments.json.resolve().is_relative_to(named[0].resolve()):
        raise SameStoryError(f"{arguments.json} lies in the case, which a scan leaves alone. Name a file elsewhere.")
    _tell(case, arguments)
    return FINE


def _scan_files(paths: list[Path], arguments: argparse.Namespace) -> int:
    """Scan files without a case, and keep nothing."""
    case = loose_case(paths)
    if case is None:
        message = f"{paths[0]} holds no case.yml and no text: name the folder of a case, or files with words in them."
        print(message, file=sys.stderr)
        return MISUSED
    if arguments.findings:
        print("--findings compares with a case’s own findings, and files have none: leave it out.", file=sys.stderr)
        return MISUSED
    if arguments.json and arguments.json.exists() and any(arguments.json.samefile(one) for one in paths):
        raise SameStoryError(f"{arguments.json} is one of the texts. Name another file.")
    _tell(case, arguments)
    return FINE


def _tell(case: Case, arguments: argparse.Namespace) -> None:
    from samestory.scanning.rules.against import agreement

    found = _with_progress(case)
    if arguments.json:
        _write(arguments.json, found)
    lines = agreement_report(agreement(case, found)) if arguments.findings else report(case, found, arguments.all)
    if arguments.json:
        lines += ["", f"Written to {arguments.json}."]
    print("\n".join(map(_printable, lines)))


def _write(path: Path, found: "Scan") -> None:
    text = json.dumps(found.to_json(), indent=1, ensure_ascii=False)
    try:
        path.write_text(text + "\n", encoding="utf-8")
    except OSError as error:
        raise SameStoryError(f"{path} can't be written: {error.strerror}. Name another file.") from error


def _printable(line: str) -> str:
    """The line without what an article could steer the terminal by: controls and marks that turn the writing."""
    return "".join(mark for mark in line if mark not in TURNING and (mark.isprintable() or mark.isspace()))


def _with_progress(case: Case) -> "Scan":
    from tqdm import tqdm

    from samestory.scanning import scan

    with tqdm(total=1, desc="Scanning", unit="step", leave=False, disable=not sys.stderr.isatty()) as bar:

        def step(done: int, of: int) -> None:
            # How many steps there are is known with the first; the bar wants the difference to the last.
            bar.total = of
            bar.update(done - bar.n)

        return scan(case, step)


def report(case: Case, found: "Scan", whole: bool = False) -> list[str]:
    """The lines that a person reads: events, then each article's candidates, the strongest first."""
    from samestory.scanning.rules.language import is_english, language_told
    from samestory.text import Document

    # Counted apart: lines of the page around it would make an article look full of faults.
    page = sum(_is_quiet(one) for one in found.candidates)
    count = _count(len(found.candidates) - page, "candidate")
    count += f", and {_count(page, 'line')} that may be the page’s and not the article’s" if page else ""
    lines = [*_wrapped(f"{case.title}: {count}. Each is a proposal; a person decides.", ""), ""]
    lines += _events(case, found)
    lines += _kinships(case, found, whole)
    lines += _oddities(case, found)
    for name in found.articles:
        shown = [one for one in found.of(name) if whole or not _is_quiet(one)]
        quiet = len(found.of(name)) - len(shown)
        outlet = case.articles[name].outlet
        head = outlet if outlet == name else f"{outlet} ({name})"
        text = Document(case.articles[name].text, lang=case.articles[name].lang)
        # Sources are known of English only, and “0 sources” would be wrong of another.
        told = [_voices(found.voices[name])] if is_english(text) else []
        lines += ["", head, "=" * len(head)]
        lines += [line for sentence in (*told, *language_told(text)) for line in _wrapped(sentence, "")]
        for one in shown:
            lines += ["", *_candidate(case, one)]
        if not shown:
            lines += ["", "No candidate."]
        if quiet:
            lines += ["", f"{quiet} more of furniture: --all prints them."]
    return [*lines, "", *_wrapped(LIMITS, "")]


def agreement_report(found: "Agreement") -> list[str]:
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
    return f"It cites {_count(count, 'source')}, each counted once."


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _events(case: Case, found: "Scan") -> list[str]:
    lines = []
    for number, group in enumerate(found.groups, 1):
        outlets = ", ".join(case.articles[found.articles[n]].outlet for n in group.articles)
        days = sorted({day for n in group.articles if (day := found.days[found.articles[n]])}) or ["day unknown"]
        inferred = any(
            found.days[one] and not case.articles[one].date for one in map(found.articles.__getitem__, group.articles)
        )
        when = " to ".join(days[:1] + days[1:][-1:]) + (
            "; an undated page by the last words that it quotes" if inferred else ""
        )
        lines += _wrapped(f"Event {number} ({when}): {outlets}", "")
    return lines


def _kinships(case: Case, found: "Scan", whole: bool) -> list[str]:
    lines = ["", *_wrapped(KINSHIP_ASKED, "")] if found.kinships else []
    # Where pairs are cut, the ones with something to tell stay; few or all of them keep the order of the articles.
    order = sorted(found.kinships, key=lambda one: list(KINSHIP).index(one.level))
    shown = found.kinships if whole or len(order) <= MOST_PAIRS else order[:MOST_PAIRS]
    for one in shown:
        both = f"{case.articles[one.a].outlet} and {case.articles[one.b].outlet}"
        how = KINSHIP[one.level] + (f" ({one.certainty})" if one.level != "not" else "")
        lines += _wrapped(f"{both}: {how}. {_sentence('; '.join(one.reasons))}.", "  ")
    if len(shown) < len(order):
        lines += [f"  {len(order) - len(shown)} more pairs: --all prints them."]
    return lines


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _oddities(case: Case, found: "Scan") -> list[str]:
    odd = [one for one in found.oddities if one.kind != "quotation"]
    lines = ["", "Odd, and shared"] if odd else []
    for one in odd:
        where = " and ".join(dict.fromkeys(case.articles[found.articles[at.article]].outlet for at in one.places))
        lines += _wrapped(f"“{one.text}” in {where}: {one.reason}", "  ")
    return lines


def _is_quiet(one: "Candidate") -> bool:
    return one.label == "furniture"


def _candidate(case: Case, one: "Candidate") -> list[str]:
    label = LABELS[one.label]
    # A conflict has no letter: under which label one side belongs, nobody knows yet.
    letter = "≠" if one.kind == "conflict" else label.letter
    lines = _wrapped(f"[{letter}] {one.called(label.name)}, {one.certainty}: “{_short(one.text)}”", "")
    lines += _wrapped(one.reason, "    ")
    if one.suggests and one.suggests != one.text:
        lines += _wrapped(f"suggests: {_short(one.suggests)}", "    ")
    for reference in one.evidence:
        shown = _evidence(case, reference)
        # Some rules quote their evidence in the reason, and twice is once too often.
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
    # Both ends are kept, for by them a passage is found again in its text.
    return line if len(line) <= LONGEST_QUOTE else f"{line[: LONGEST_QUOTE - 50].rstrip()} … {line[-45:].lstrip()}"


def _wrapped(text: str, indent: str) -> list[str]:
    width = max(NARROWEST, min(WIDTH, shutil.get_terminal_size((WIDTH, 24)).columns))
    return textwrap.wrap(text, width, initial_indent=indent, subsequent_indent=f"{indent}  ", break_long_words=False)
