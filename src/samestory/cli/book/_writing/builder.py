"""A builder of one page that is always ready: while an author writes, the process for the next build has started."""

import contextlib
import json
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

_MODULE = "samestory.book.one_page"  # run, never imported: the other commands need no Sphinx
_ANSWER = "{"  # how the line begins that says how it went
_PATIENCE = 10.0  # seconds that a process may take to end its kernel and itself
_LAST = 5  # lines of what a process said before it died


class Builder:
    """Builds a page of the book in `root` into `folder`. A context, at whose end no process is left."""

    def __init__(self, root: Path, page: str, folder: Path) -> None:
        self.command = [sys.executable, "-m", _MODULE, str(root), page, str(folder)]
        self.waiting = _Waiting(self.command)

    def __enter__(self) -> "Builder":
        return self

    def __exit__(self, *_: object) -> None:
        self.waiting.end()

    def build(self) -> tuple[bool, list[str]]:
        """Build now; return whether the page was written, and what was wrong. Call `renew` before the next build."""
        return self.waiting.build()

    def renew(self) -> None:
        """Let another process get ready, which sees the package as it is now."""
        self.waiting.end()
        self.waiting = _Waiting(self.command)


class _Waiting:
    """A process that gets ready and then builds once. A group of its own: Ctrl-C is for the command, which ends it."""

    def __init__(self, command: list[str]) -> None:
        self.errors = TemporaryFile("w+", encoding="utf-8", errors="replace")  # noqa: SIM115 (open as long as it runs)
        pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": self.errors}
        self.process = subprocess.Popen(command, text=True, encoding="utf-8", start_new_session=True, **pipes)

    def build(self) -> tuple[bool, list[str]]:
        with contextlib.suppress(BrokenPipeError):  # it died while it got ready: the package has a fault
            self._talk("build\n")
        # Other lines are what the libraries print while they build.
        for line in self.process.stdout or ():
            if line.startswith(_ANSWER):
                answer = json.loads(line)
                return answer["built"], answer["faults"]
        self.process.wait()
        self.errors.seek(0)
        return False, self.errors.read().strip().splitlines()[-_LAST:] or ["The builder died without a word."]

    def _talk(self, words: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(words)
        self.process.stdin.flush()

    def end(self) -> None:
        """Let it end, which it does when nobody talks to it any more; a stubborn one is killed."""
        try:
            # This closes its input, which is what tells it that nobody talks any more.
            self.process.communicate(timeout=_PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.communicate()
        self.errors.close()
