"""Fill in where every quotation of a findings file stands, so that an author types words and no numbers."""

import re
from pathlib import Path

import yaml

from samestory.case.lines import Sheet, read
from samestory.case.problem import Problem
from samestory.text import PhraseError, passage

_AT = re.compile(r"^\s*at: \[\d+, \d+\]\s*$")


def anchor(folder: Path) -> tuple[int, list[Problem]]:
    """Write `at` beside each quotation of the case in `folder`.

    Returns how many were written anew, and the quotations that could not be placed (they keep what
    they had). Everything else in the files, comments too, stays as it is.
    """
    case = read(folder / "case.yml", "case.yml")
    if isinstance(case, Problem):
        return 0, [case]
    files = {one["id"]: one["file"] for one in case.data["articles"]}
    written, problems = 0, []
    for path in sorted((folder / "findings").glob("*.yml")):
        sheet = read(path, f"findings/{path.name}")
        if isinstance(sheet, Problem):
            problems.append(sheet)
            continue
        name = sheet.data["article"]
        if name not in files:
            do = "name an article of case.yml"
            problems.append(sheet.problem(("article",), name, f"one of {', '.join(files)}", do))
            continue
        text = (folder / files[name]).read_bytes().decode("utf-8")
        count, wrong = _anchor_file(path, sheet, text)
        written += count
        problems += wrong
    return written, problems


def _anchor_file(path: Path, sheet: Sheet, text: str) -> tuple[int, list[Problem]]:
    lines = path.read_text(encoding="utf-8").split("\n")
    node = yaml.compose("\n".join(lines), Loader=yaml.SafeLoader)
    problems: list[Problem] = []
    edits: list[tuple[int, int, str]] = []
    for group in ("findings", "controls"):
        for at, one in enumerate(sheet.data.get(group) or ()):
            try:
                start, end = place(text, one["quote"], one.get("nth", 0))
            except PhraseError as error:
                do = "copy the words exactly as printed; say which with `nth` if they stand there more than once"
                problems.append(sheet.problem((group, at, "quote"), str(error), "a phrase of the article", do))
                continue
            if one.get("at") == [start, end]:
                continue
            first, last = _lines_of_quote(node, group, at)
            indent = len(lines[first]) - len(lines[first].lstrip(" -"))
            edits.append((last, at, " " * indent + f"at: [{start}, {end}]"))
    for last, _, line in sorted(edits, reverse=True):
        if last + 1 < len(lines) and _AT.match(lines[last + 1]):
            lines[last + 1] = line
        else:
            lines.insert(last + 1, line)
    if edits:
        path.write_text("\n".join(lines), encoding="utf-8")
    return len(edits), problems


def place(text: str, quote: str, nth: int = 0) -> tuple[int, int]:
    """Return the code points of `quote` in `text`, as printed; PhraseError if it is not there.

    `nth` counts occurrences from 1; 0 asks that there is one only.
    """
    starts = [found.start() for found in re.finditer(re.escape(plain(quote)), plain(text))]
    if not starts:
        near = passage(text).places(quote)
        hint = ""
        if near:
            printed = passage(text).cut(*near[0])
            hint = f"; the article prints “{printed}”"
        raise PhraseError(f"“{quote}” does not stand in the article{hint}")
    if nth == 0 and len(starts) > 1:
        raise PhraseError(f"“{quote}” stands {len(starts)} times in the article")
    if nth > len(starts):
        raise PhraseError(f"“{quote}” stands only {len(starts)} times in the article")
    start = starts[max(nth, 1) - 1]
    return start, start + len(quote)


def plain(text: str) -> str:
    """Return `text` with plain spaces for no-break ones, which no author can see; its length stays the same."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def _lines_of_quote(root: yaml.Node | None, group: str, at: int) -> tuple[int, int]:
    """Return the first line of the quotation's key and the last line of its value, from 0."""
    assert root is not None, "a file that was read has a root"
    items = {key.value: value for key, value in root.value}[group]
    key, value = next((key, value) for key, value in items.value[at].value if key.value == "quote")
    end = value.end_mark.line - (value.end_mark.column == 0 and value.end_mark.line > value.start_mark.line)
    return key.start_mark.line, end
