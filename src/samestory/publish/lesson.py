"""Build a lesson out of a case's folder: page, notebook, sheet and plan, from texts that belong to the author."""

import json
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from samestory.case import Case, load_case
from samestory.case.lines import Sheet, read
from samestory.course import using
from samestory.course.own import OWN_FILE
from samestory.exercise.handout import hand_out
from samestory.publish.first_text import lesson_text, plan_text, sheet_text
from samestory.publish.notebook import lesson_notebook
from samestory.publish.page import OwnPage, PageError, names_of

OWN_TEXTS: Mapping[str, Callable[[Case], str]] = {"lesson": lesson_text, "sheet": sheet_text, "plan": plan_text}
# What a learner's copy of a case leaves out: keys, and what only its author needs.
_SHEETS = ("articles", "findings", "exercises")
# What a folder holds into which a lesson with its key was built.
_WITH_KEY = ("plan.html", "{case}/exercises", "{case}/findings")
_NOT_COPIED = ("inbox", "cut", "lesson", "desk.yml")


@dataclass(frozen=True, slots=True)
class Built:
    """The files that were written, in their order, and the author's texts among them that were begun just now."""

    files: tuple[Path, ...]
    begun: tuple[Path, ...]
    drafts: int


def own_texts(folder: Path, case: Case) -> tuple[Path, ...]:
    """Begin the texts of a lesson that are not there yet, in `folder/lesson`, and return which."""
    begun = []
    for name, first in OWN_TEXTS.items():
        path = folder / "lesson" / f"{name}.md"
        if not path.exists():
            _write(path, first(case))
            begun.append(path)
    return tuple(begun)


def build_lesson(folder: Path, out: Path) -> Built:
    """Write a lesson's files into `out`, and with them a copy of the case for the notebook.

    Raises CaseError for an unsound case, PageError for a text that asks for what is not there, OSError.
    """
    case, drafts = load_case(folder), _drafts(folder)
    begun = own_texts(folder, case)
    # All pages first: where one is at fault, nothing is written.
    pages = {name: _page(folder, case, name, drafts) for name in OWN_TEXTS}
    files = [_write(out / f"{name}.html", page) for name, page in pages.items()]
    files.append(_write(out / "lesson.ipynb", lesson_notebook(_own(folder, "lesson"))))
    files.append(_copied(folder, out / case.id))
    files.append(_write(out / OWN_FILE, f'cases = ["{case.id}"]\n'))
    return Built(tuple(files), begun, len(drafts))


def assign_lesson(folder: Path, out: Path) -> Built:
    """Write what learners need of a lesson, and nothing of its key: page, notebook, exercises, the accounts shown.

    Raises CaseError, PageError and OSError.
    """
    case, drafts = load_case(folder), _drafts(folder)
    if with_key := [one for one in _WITH_KEY if (out / one.format(case=case.id)).exists()]:
        found = out / with_key[0].format(case=case.id)
        raise PageError(f"{found} holds the key, and would be handed out, too: name another folder.")
    begun = own_texts(folder, case)
    for old in (out / "assigned").glob("*.json"):
        old.unlink()  # of an exercise that is no more
    page = _page(folder, case, "lesson", drafts, assigned=True)
    files = [_write(out / "lesson.html", page), _write(out / "lesson.ipynb", lesson_notebook(_own(folder, "lesson")))]
    for one in case.exercises.values():
        files.append(_write(out / "assigned" / f"{one.card.id}.json", _json(hand_out(one))))
    files += _accounts(folder, case, out / case.id)
    files.append(_write(out / OWN_FILE, f'cases = ["{case.id}"]\n'))
    return Built(tuple(files), begun, len(drafts))


def _page(folder: Path, case: Case, name: str, drafts: frozenset[str], *, assigned: bool = False) -> str:
    path = folder / "lesson" / f"{name}.md"
    title = case.title if name == "lesson" else f"{case.title}: the {name}"
    # Learners are not told which of their exercises nobody has looked at; their teacher is, by the command.
    shown = frozenset() if assigned else drafts
    # A cell that calls `reader` or `clip` means this case.
    with using(folder):
        return OwnPage(case, str(path), shown, assigned).html(_own(folder, name), title)


def _own(folder: Path, name: str) -> str:
    path = folder / "lesson" / f"{name}.md"
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise PageError(f"{path} can’t be read: save it as UTF-8.") from error


def _drafts(folder: Path) -> frozenset[str]:
    found: frozenset[str] = frozenset()
    for path in sorted((folder / "exercises").glob("*.yml")):
        sheet = read(path, path.name)
        if isinstance(sheet, Sheet):
            found |= names_of([one for _, one in sheet.entries("exercises")])
    return found


def _copied(folder: Path, target: Path) -> Path:
    if target.resolve() == folder.resolve():
        return target
    for name in _SHEETS if (target.parent / OWN_FILE).is_file() else ():
        # An earlier copy of ours: what has left the case since must leave it, too.
        shutil.rmtree(target / name, ignore_errors=True)
    shutil.copytree(folder, target, ignore=shutil.ignore_patterns(*_NOT_COPIED), dirs_exist_ok=True)
    return target


def _accounts(folder: Path, case: Case, target: Path) -> list[Path]:
    """Write a case that holds the accounts and nothing that was found out about them."""
    files = []
    for one in case.articles.values():
        path = target / "articles" / f"{one.id}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(one.text.encode("utf-8"))
        files.append(path)
    unsaid = "Your teacher knows."
    articles = [
        {
            "id": one.id, "file": f"articles/{one.id}.txt", "sha256": one.sha256, "outlet": one.outlet,
            "address": one.address or unsaid, "event": one.event, "date": one.date, "dated": one.dated,
            "byline": one.byline, "credit": one.credit, "shows": unsaid,
            "upstream": {"says": unsaid, "certainty": "open"}, "headings": list(one.headings),
            "fictional": one.fictional,
        }
        for one in case.articles.values()
    ]  # fmt: skip
    events = [
        {"id": one.id, "date": one.date or "not looked at", "title": one.title, "what": one.what}
        for one in case.events.values()
    ]
    plain = {"schema": 1, "id": case.id, "title": case.title, "about": case.about, "licence": case.licence,
             "events": events, "articles": articles}  # fmt: skip
    # JSON is YAML, too, and quotes what YAML would take for something else.
    files.append(_write(target / "case.yml", _json(plain)))
    files.append(_write(target / "record.yml", "schema: 1\nstatements: []\n"))
    return files


def _json(value: object) -> str:
    return json.dumps(value, indent=1, ensure_ascii=False) + "\n"


def _write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode("utf-8"))
    return path
