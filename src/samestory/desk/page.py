"""The desk in the Python of a page: a folder in memory, and which of its files the browser has to keep anew."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from samestory.desk.session import DeskSession

_HOME = Path("/desk")
_FIRST_NAME = "my-event"
_NOT_READ = "This case can’t be read here. `samestory check` on a computer with the tool says where it is unsound."

Stamp = tuple[int, int]


class PageDesk:
    """The one case of a page. What it holds is text and bytes: the browser has no use for anything else."""

    def __init__(self, home: Path = _HOME) -> None:
        self._home = home
        self._session = DeskSession(home / _FIRST_NAME, is_own=True)
        self._told: dict[str, Stamp] = {}
        self._session.folder.mkdir(parents=True, exist_ok=True)

    def restore(self, name: str, files: Mapping[str, bytes]) -> None:
        """Put the files that the browser has kept into the folder; they need not be kept again."""
        self._session = DeskSession(self._home / (name or _FIRST_NAME), is_own=True)
        folder = self._session.folder
        folder.mkdir(parents=True, exist_ok=True)
        for path, content in files.items():
            place = folder / path
            # What a browser keeps can be changed by whoever sits at it; it stays in this folder all the same.
            if place.resolve().is_relative_to(folder.resolve()):
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(bytes(content))
        self._told = self._stamps()

    def ask(self, request: str) -> str:
        """Answer a request, both as JSON. It never raises."""
        asked = json.loads(request)
        try:
            reply = self._session.ask(asked)
        # Without the schemas' checker, what a strange file holds may fail anywhere.
        except Exception as error:
            reply = {"trouble": _NOT_READ, "error": f"{type(error).__name__}: {error}"[:300]}
        return json.dumps(reply, ensure_ascii=False)

    def changes(self) -> dict[str, Any]:
        """Return the name of the case, the files that are new or changed since last asked, and those that are gone."""
        now, folder = self._stamps(), self._session.folder
        new = {path: (folder / path).read_bytes() for path, stamp in now.items() if self._told.get(path) != stamp}
        gone = [path for path in self._told if path not in now]
        self._told = now
        return {"name": folder.name, "files": new, "gone": gone}

    def _stamps(self) -> dict[str, Stamp]:
        folder = self._session.folder
        found = {}
        for path in folder.rglob("*"):
            if path.is_file():
                stat = path.stat()
                found[path.relative_to(folder).as_posix()] = stat.st_mtime_ns, stat.st_size
        return found
