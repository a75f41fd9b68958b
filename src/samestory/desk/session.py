"""One person at the desk: a case's folder, and what the front end may ask of it. The same for all three hosts.

A request is plain values with `op`; so is the reply. What went wrong is said in the reply's `trouble`, in a sentence.
"""

import base64
import binascii
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from samestory.case import CaseError
from samestory.desk.deciding import ruling_asked_for
from samestory.desk.desk_file import DESK_FILE, rulings_in, write_rulings
from samestory.desk.desk_view import desk_view, texts_view
from samestory.desk.kept_findings import KeptFindings
from samestory.desk.on_disk import Stamps, stamps
from samestory.desk.opened_case import CaseTexts, OpenedCase, open_case, settle
from samestory.desk.packed_case import PackedCaseError, holds_case, pack_case, packed_name, unpack_case
from samestory.desk.ruling import NOBODY
from samestory.desk.rulings import Rulings
from samestory.desk.texts_changed import change_fields, drop_article, name_case, put_statement, put_text, take_files_in
from samestory.errors import SameStoryError
from samestory.exercise.labels import LABELS
from samestory.widget.reader.view import MOST_READ, reader_text, view_of

Request = dict[str, Any]
_LONGEST_NAME = 60


class DeskSession:
    """A case's folder, opened. `is_own` is set where the folder is the page's own, and may be emptied and renamed."""

    def __init__(self, folder: Path, by: str = NOBODY, is_own: bool = False) -> None:
        self.folder, self.by, self.is_own = folder, by, is_own
        self._opened: OpenedCase | None = None
        self._rulings, self._kept = Rulings(), KeptFindings()
        self._words: CaseTexts | None = None
        self._stamps, self._edition = Stamps(), 0
        self._ops: dict[str, Callable[[Request], dict[str, Any]]] = {
            "open": lambda _: {},
            "decide": self._decide,
            "undo": self._undo,
            "add": self._add,
            "fields": self._fields,
            "text": self._text,
            "remove": self._remove,
            "record": self._record,
            "reader": self._reader,
            "merge": self._merge,
            "pack": self._pack,
            "name": self._name,
            "unpack": self._unpack,
        }

    def ask(self, request: object) -> dict[str, Any]:
        """Answer a request. The reply to all but `reader` and `pack` has the whole view in `desk`.

        `texts` are in it where the request's `edition` is not the present one.
        """
        asked = _whole(request) if isinstance(request, dict) else {}
        does = self._ops.get(str(asked.get("op")))
        if does is None:
            return {"trouble": "The desk doesn’t know this request. Reload the page."}
        self.by = " ".join(str(asked.get("by") or self.by).split())[:_LONGEST_NAME] or NOBODY
        try:
            self._look()
            reply = does(asked)
            return reply if asked["op"] in ("reader", "pack") else self._with_view(reply, asked.get("edition"))
        except CaseError as error:
            first = error.problems[0]
            more = f" ({len(error.problems)} problems in all; `samestory check` lists them.)"
            return {"trouble": f"The case is not sound: {first.file}:{first.line} {first.found}: {first.do}.{more}"}
        except SameStoryError as error:
            return {"trouble": str(error)}
        except OSError as error:
            return {"trouble": f"It could not be written ({error.strerror}). What you see is what is kept."}

    def _look(self) -> None:
        """Open the case, if there is one, and read again what has changed on the disk: others may be at it too."""
        now = stamps(self.folder)
        if now.words != self._stamps.words and now.words:
            self._opened, self._rulings, self._kept, self._words = open_case(self.folder)
            self._edition += 1
        elif now.decisions != self._stamps.decisions and self._words is not None:
            self._rulings = rulings_in(self.folder)
            self._kept = settle(self.folder, self._rulings, self._words)
        self._stamps = now

    def _again(self) -> None:
        self._opened, self._stamps = None, Stamps()
        self._look()

    def _with_view(self, reply: dict[str, Any], edition: object) -> dict[str, Any]:
        view: dict[str, Any] = {"edition": self._edition, "name": self.folder.name, "by": self.by}
        if self._opened is None:
            return {**reply, "desk": {**view, "cards": [], "texts": [], "labels": _labels()}}
        view |= desk_view(self._opened, self._rulings, self._kept)
        if edition != self._edition:
            view |= {"texts": texts_view(self._opened.case), "labels": _labels()}
        return {**reply, "desk": view}

    def _case(self) -> OpenedCase:
        if self._opened is None:
            raise SameStoryError("There are no texts yet: add two or more.")
        return self._opened

    def _decide(self, asked: Request) -> dict[str, Any]:
        now = datetime.now(UTC).isoformat(timespec="seconds")
        ruling = ruling_asked_for(asked, self._case(), self._rulings, self.by, now)
        self._keep(self._rulings.with_one(ruling))
        return {"decided": ruling.proposal}

    def _undo(self, _: Request) -> dict[str, Any]:
        rulings, undone = self._rulings.without_last(self.by)
        if undone is None:
            return {"said": "There is nothing to take back."}
        self._keep(rulings)
        return {"decided": undone.proposal, "said": f"Taken back: “{undone.place.quote[:80]}”."}

    def _keep(self, rulings: Rulings) -> None:
        # First the decisions: the findings can be written anew from them, and nothing else could write those.
        write_rulings(self.folder, rulings)
        self._rulings = rulings
        if self._words is not None:
            self._kept = settle(self.folder, rulings, self._words)
        self._stamps = stamps(self.folder)

    def _add(self, asked: Request) -> dict[str, Any]:
        said = take_files_in(self.folder, asked.get("files"), self.is_own)
        self._again()
        return {"told": said}

    def _fields(self, asked: Request) -> dict[str, Any]:
        change_fields(self.folder, str(asked.get("article")), asked.get("outlet"), asked.get("date"))
        self._again()
        return {}

    def _text(self, asked: Request) -> dict[str, Any]:
        put_text(self.folder, str(asked.get("article")), str(asked.get("text") or ""))
        self._again()
        return {}

    def _remove(self, asked: Request) -> dict[str, Any]:
        drop_article(self.folder, str(asked.get("article")))
        self._again()
        return {}

    def _record(self, asked: Request) -> dict[str, Any]:
        self._case()
        put_statement(self.folder, {name: asked.get(name) for name in ("words", "who", "date", "source")})
        self._again()
        return {}

    def _reader(self, asked: Request) -> dict[str, Any]:
        case = self._case().case
        given = asked.get("articles")
        named = [one for one in case.articles if isinstance(given, list) and one in given]
        names = sorted(named, key=given.index if isinstance(given, list) else None)[:MOST_READ]
        if not names:
            raise SameStoryError("Choose the texts to read.")
        return {
            "reader": view_of([reader_text(case, name, None, None) for name in names], ("finding", "control"), case)
        }

    def _merge(self, asked: Request) -> dict[str, Any]:
        self._case()
        before = len(self._rulings.all)
        self._keep(self._rulings.merged(merged_file(_bytes(asked.get("content")), self.folder)))
        count = len(self._rulings.all) - before
        return {"said": f"{count} decision{'' if count == 1 else 's'} taken in."}

    def _pack(self, _: Request) -> dict[str, Any]:
        self._case()
        content = base64.b64encode(pack_case(self.folder)).decode()
        return {"name": f"{self.folder.name}.zip", "content": content}

    def _name(self, asked: Request) -> dict[str, Any]:
        self._mine()
        self._case()
        self.folder = name_case(self.folder, str(asked.get("title") or ""))
        self._again()
        return {}

    def _unpack(self, asked: Request) -> dict[str, Any]:
        self._mine()
        content = _bytes(asked.get("content"))
        if not holds_case(content):
            raise PackedCaseError("The file has no case.yml in it, so it is no packed case.")
        # Beside the case first: what turns out to be damaged, or not sound, must not take the place of what is here.
        beside = self.folder.parent / ".incoming" / packed_name(content)
        shutil.rmtree(beside.parent, ignore_errors=True)
        unpack_case(content, beside)
        open_case(beside)
        shutil.rmtree(self.folder)
        self.folder = Path(shutil.move(beside, beside.parent.parent / beside.name))
        self._again()
        return {}

    def _mine(self) -> None:
        if not self.is_own:
            raise SameStoryError("This folder is yours and is not replaced from here.")


def merged_file(content: bytes, near: Path) -> Rulings:
    """Return the decisions in a packed case or in a desk.yml. Raises PackedCaseError, DeskFileError, OSError."""
    import tempfile

    with tempfile.TemporaryDirectory() as made:
        folder = Path(made) / near.name
        if holds_case(content):
            unpack_case(content, folder)
        else:
            folder.mkdir()
            (folder / DESK_FILE).write_bytes(content)
        return rulings_in(folder)


def _whole(value: Any) -> Any:
    """The values without halves of characters, which JavaScript can send and no file can hold."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, dict):
        return {str(name): _whole(one) for name, one in value.items()}
    return [_whole(one) for one in value] if isinstance(value, list) else value


def _labels() -> list[dict[str, str]]:
    return [one.to_json() for one in LABELS.values()]


def _bytes(given: object) -> bytes:
    try:
        return base64.b64decode(str(given or ""), validate=True)
    except (binascii.Error, ValueError):
        raise SameStoryError("The file did not arrive whole. Try again.") from None
