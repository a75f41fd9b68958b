"""Fill in where every quotation of a findings file stands, so that an author types words and no numbers."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from samestory.case.lines import KeyPath, Sheet, read
from samestory.case.problem import Problem
from samestory.case.sheets import article_bytes
from samestory.text import PhraseError, passage

Edit = tuple[int, int, str]
LONGEST_SHOWN = 90


def anchor(folder: Path) -> tuple[int, list[Problem]]:
    """Write `at` beside each quotation of the case in `folder`.

    Returns how many were written anew, and the quotations that could not be placed (they keep what
    they had). Everything else in the files, comments too, stays as it is. Whatever else may be wrong
    with the case is for `load_case` to say.
    """
    case = read(folder / "case.yml", "case.yml")
    if isinstance(case, Problem):
        return 0, [case]
    files = {one["id"]: one["file"] for _, one in _entries(case, "articles", "file")}
    written, problems = 0, []
    for path in sorted((folder / "findings").glob("*.yml")):
        sheet = read(path, f"findings/{path.name}")
        if isinstance(sheet, Problem) or sheet.twice:
            problems += [sheet] if isinstance(sheet, Problem) else [one for _, one in sheet.problems_twice()]
            continue
        text = _article(folder, files, sheet)
        if isinstance(text, Problem):
            problems.append(text)
            continue
        count, wrong = _anchor_file(path, sheet, text)
        written += count
        problems += wrong
    return written, problems


def _article(folder: Path, files: dict[str, str], sheet: Sheet) -> str | Problem:
    """Return the text that a findings file speaks of, or what is in the way."""
    name = sheet.get("article")
    if not isinstance(name, str) or name not in files:
        expected = f"one of {', '.join(files) or 'the articles of case.yml'}"
        return sheet.problem(("article",), str(name), expected, "name an article of case.yml")
    content = article_bytes(folder, files[name])
    try:
        if content is not None:
            return str(content, "utf-8")
    except UnicodeDecodeError:
        pass
    return sheet.problem(("article",), files[name], "a UTF-8 file in this case", "mend the article's entry in case.yml")


def _anchor_file(path: Path, sheet: Sheet, text: str) -> tuple[int, list[Problem]]:
    typed = path.read_bytes().decode("utf-8")
    root = yaml.compose(typed, Loader=yaml.SafeLoader)
    problems: list[Problem] = []
    edits: list[Edit] = []
    for where, one in [*_entries(sheet, "findings", "quote"), *_entries(sheet, "controls", "quote")]:
        nth = one.get("nth", 0)
        try:
            # True is an int to isinstance; what is no whole number counts as none, and `load_case` says so.
            start, end = place(text, one["quote"], nth if type(nth) is int else 0)
        except PhraseError as error:
            do = "copy the words exactly as printed; say which with `nth` if they stand there more than once"
            problems.append(sheet.problem((*where, "quote"), str(error), "a phrase of the article", do))
            continue
        if one.get("at") != [start, end]:
            edits.append(_edit(typed, _node_at(root, where), f"at: [{start}, {end}]"))
    # From the last to the first: no change then moves the places of those before it.
    for first, after, new in sorted(edits, reverse=True):
        typed = typed[:first] + new + typed[after:]
    if edits:
        # In bytes, so that line ends stay as the author's editor has them.
        path.write_bytes(typed.encode("utf-8"))
    return len(edits), problems


def _entries(sheet: Sheet, group: str, needed: str) -> Iterator[tuple[KeyPath, dict[str, Any]]]:
    """Yield the entries of a list that have an id and the field needed, both texts, with their places."""
    for at, one in sheet.entries(group):
        if isinstance(one, dict) and isinstance(one.get("id"), str) and isinstance(one.get(needed), str):
            yield (group, at), one


def _node_at(root: Any, where: KeyPath) -> yaml.MappingNode:
    for step in where:
        root = root.value[step] if isinstance(step, int) else _field(root, step)[1]
    assert isinstance(root, yaml.MappingNode), "only entries with fields are anchored"
    return root


def _field(entry: yaml.Node, name: str) -> tuple[yaml.Node, yaml.Node]:
    found: tuple[yaml.Node, yaml.Node] = next(pair for pair in entry.value if pair[0].value == name)
    return found


def _edit(typed: str, entry: yaml.MappingNode, at: str) -> Edit:
    """Return the change that writes `at` into an entry: in place of the old one, or after its quotation."""
    if any(key.value == "at" for key, _ in entry.value):
        key, value = _field(entry, "at")
        # An old `at` may be empty, with nothing behind its colon: then the colon ends it.
        return key.start_mark.index, max(_end(typed, value), key.end_mark.index + 1), at
    key, value = _field(entry, "quote")
    end = _end(typed, value)
    if entry.flow_style:
        # Entries between braces stand on one line, so a comma parts the two.
        return end, end, f", {at}"
    line_end = typed.find("\n", end)
    # The file may end right behind the quotation, without a line break.
    if line_end < 0:
        return len(typed), len(typed), f"\n{' ' * key.start_mark.column}{at}"
    after = "\r\n" if typed[line_end - 1] == "\r" else "\n"
    return line_end + 1, line_end + 1, f"{' ' * key.start_mark.column}{at}{after}"


def _end(typed: str, value: yaml.Node) -> int:
    """Return where a value ends, without the line breaks that a folded one takes along."""
    start: int = value.start_mark.index
    return start + len(typed[start : value.end_mark.index].rstrip())


def place(text: str, quote: str, nth: int = 0) -> tuple[int, int]:
    """Return the code points of `quote` in `text`, as printed; PhraseError if it is not there.

    `nth` counts occurrences from 1; 0 asks that there is one only.
    """
    printed, wanted = plain(text), plain(quote)
    # Plain words, not a pattern: an author's quotation may hold dots and brackets.
    starts = [found.start() for found in re.finditer(re.escape(wanted), printed)] if len(wanted) <= len(printed) else []
    shown = quote if len(quote) <= LONGEST_SHOWN else f"{quote[:LONGEST_SHOWN]}…"
    if not starts:
        # By its words alone: most misses are a mark that is typed in another way.
        near = passage(text).places(quote)
        hint = f"; the article prints “{passage(text).cut(*near[0])}”" if near else ""
        raise PhraseError(f"“{shown}” does not stand in the article{hint}")
    if nth == 0 and len(starts) > 1:
        raise PhraseError(f"“{shown}” stands {len(starts)} times in the article")
    if nth > len(starts):
        raise PhraseError(f"“{shown}” stands only {len(starts)} times in the article")
    start = starts[max(nth, 1) - 1]
    return start, start + len(quote)


def plain(text: str) -> str:
    """Return `text` with plain spaces for no-break ones, which no author can see; its length stays the same."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")
