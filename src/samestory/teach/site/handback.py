"""Pack the pages of feedback as a course site takes them back: named as the site named what was handed in.

Moodle reads `Name_ID_assignsubmission_file_feedback.html` (its `importziplib.php`: name, number and plugin, parted by
underscores), Canvas the first two numbers of a name, its own for the person and for the upload
(`infer_comment_context_from_filename` of its assignments). Where no site has named the files, each page keeps its name
and a table says whose it is.
"""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from samestory.teach.handin.names import CANVAS, MOODLE
from samestory.teach.report.plain import cell

TABLE = "students.csv"
_BEGINNING_OF_TIME = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can hold: the same pages give the same bytes
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class HandedBack:
    """A page of feedback: where it lies, the name it gets in the zip, and whose it is."""

    page: str
    name: str
    student: str
    section: str
    by_site: bool


def handed_back(submissions: Iterable[dict[str, Any]]) -> Iterator[HandedBack]:
    """Yield each student's page once, from the elements of `results.json`.

    Raises ValueError for a page outside the folder of feedback: results edited by hand send no other file to a class.
    """
    seen: set[str] = set()
    for one in submissions:
        page = one["feedback"]
        if not page or page in seen:
            continue
        seen.add(page)
        if "\\" in page or PurePosixPath(page).parts != ("feedback", PurePosixPath(page).name) or page.endswith(".."):
            raise ValueError(page)
        named = next((name for file in one["files"] if (name := site_name(file["file"]))), "")
        yield HandedBack(page, named or PurePosixPath(page).name, one["student"], one["section"], bool(named))


def site_name(file: str) -> str:
    """The name for the feedback on a file that Moodle or Canvas has named, or an empty text.

    >>> site_name("Ana Lee_9001_assignsubmission_file_/07.ipynb"), site_name("leeana_LATE_101_5_07-1.ipynb")
    ('Ana Lee_9001_assignsubmission_file_feedback.html', 'leeana_LATE_101_5_feedback.html')
    """
    for part in PurePosixPath(file).parts:
        if moodle := MOODLE.fullmatch(part):
            return f"{moodle['name'][:_LONGEST]}_{moodle['id']}_assignsubmission_file_feedback.html"
        if canvas := CANVAS.fullmatch(part):
            return f"{canvas['name'][:_LONGEST]}{canvas['late'] or ''}_{canvas['id']}_{canvas['upload']}_feedback.html"
    return ""


def pack(folder: Path, pages: Iterable[HandedBack], out: Any) -> int:
    """Write the zip into the open file `out`; return how many pages are in it.

    The table of names goes with it where a page has no name of a site. Raises OSError for a page that is not there.
    """
    count, table = 0, io.StringIO(newline="")
    rows = csv.writer(table, lineterminator="\r\n")
    rows.writerow(["student", "section", "file"])
    unnamed = False
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for one in pages:
            _add(archive, one.name, (folder / one.page).read_bytes())
            rows.writerow([cell(one.student), cell(one.section), cell(one.name)])
            unnamed, count = unnamed or not one.by_site, count + 1
        if unnamed:
            _add(archive, TABLE, table.getvalue().encode("utf-8-sig"))
    return count


def _add(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name.encode("utf-8", "replace").decode(), _BEGINNING_OF_TIME)
    entry.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(entry, content)
