"""A case as the desk needs it: decisions placed in the texts as they are now, the scan, what stands there already."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from samestory.case import Case, CaseError, load_case
from samestory.case.anchor import plain
from samestory.case.lines import Sheet, read
from samestory.case.model import Reference
from samestory.case.problem import Problem
from samestory.case.sheets import article_bytes
from samestory.desk.desk_file import is_desks_own, rulings_in, write_findings
from samestory.desk.kept_findings import KeptFindings, kept_findings
from samestory.desk.proposal import Proposal, proposals
from samestory.desk.rulings import Rulings
from samestory.exercise.sources import Span
from samestory.scanning import Scan, scan
from samestory.text import Passage, PhraseError, passage


@dataclass(frozen=True)
class OpenedCase:
    """A case, its scan and the proposals; `typed` has the findings and controls of other files than the desk's."""

    case: Case
    found: Scan
    queue: tuple[Proposal, ...]
    typed: Mapping[str, Mapping[str, Span]]


@dataclass(frozen=True)
class CaseTexts:
    """The words of a case before it is loaded: articles and record by id, and where findings of others stand."""

    texts: Mapping[str, str]
    record: Mapping[str, str]
    typed: Mapping[str, Mapping[str, Span]]

    def bears(self, one: Reference) -> bool:
        """Whether the case holds what a reference points at."""
        if one.says:
            return True
        text = self.record.get(one.record) if one.record else self.texts.get(str(one.article))
        if text is None or one.quote is None:
            return text is not None
        return plain(one.quote) in plain(text) or bool(passage(text).places(one.quote))


def case_texts(folder: Path) -> CaseTexts:
    """Read the words of a case and nothing more. Raises CaseError where `case.yml` can't be read."""
    sheet = read(folder / "case.yml", "case.yml")
    if isinstance(sheet, Problem):
        raise CaseError([sheet])
    texts = {}
    for _, one in sheet.entries("articles"):
        content = article_bytes(folder, str(one.get("file"))) if isinstance(one, dict) else None
        if content is not None:
            texts[str(one["id"])] = content.decode("utf-8", "replace")
    record = read(folder / "record.yml", "record.yml")
    said = {
        str(one.get("id")): str(one.get("words") or one.get("what") or "")
        for _, one in (record.entries("statements") if isinstance(record, Sheet) else ())
        if isinstance(one, dict)
    }
    return CaseTexts(texts, said, _typed(folder, texts))


def settle(folder: Path, rulings: Rulings, words: CaseTexts) -> KeptFindings:
    """Write what the decisions come to into the case's findings, and return it. Raises OSError."""
    kept = kept_findings(rulings, words.texts, words.typed, words.bears)
    write_findings(folder, kept.files)
    return kept


def open_case(folder: Path) -> tuple[OpenedCase, Rulings, KeptFindings, CaseTexts]:
    """Open a case for the desk. Raises CaseError where it is not sound, DeskFileError where its desk.yml is not.

    The desk's findings are placed anew before the case is loaded: a text that was changed would make them unsound.
    """
    rulings, words = rulings_in(folder), case_texts(folder)
    kept = settle(folder, rulings, words)
    case = load_case(folder)
    found = scan(case)
    queue = proposals(found, case.articles)
    # What is kept for the tests of a course is nobody's to work on here.
    queue = [one for one in queue if not case.keeps(one.article, one.start, one.end)]
    return OpenedCase(case, found, tuple(queue), words.typed), rulings, kept, words


def _typed(folder: Path, texts: Mapping[str, str]) -> dict[str, dict[str, Span]]:
    """Where findings and controls of files that people write stand, by their own `at`."""
    found: dict[str, dict[str, Span]] = {}
    for path in sorted((folder / "findings").glob("*.yml")):
        sheet = None if is_desks_own(path.name) else read(path, path.name)
        article = sheet.get("article") if isinstance(sheet, Sheet) else None
        if not isinstance(sheet, Sheet) or not isinstance(article, str) or article not in texts:
            continue
        cut = passage(texts[article])
        for _, one in (*sheet.entries("findings"), *sheet.entries("controls")):
            at = one.get("at") if isinstance(one, dict) else None
            # What is not a place of the text is for `load_case` to name.
            if isinstance(at, list) and len(at) == 2 and _is_place(cut, *at):
                found.setdefault(article, {})[str(one.get("id"))] = at[0], at[1]
    return found


def _is_place(cut: Passage, start: object, end: object) -> bool:
    try:
        return isinstance(start, int) and isinstance(end, int) and bool(cut.span(start, end))
    except PhraseError:
        return False
