"""`samestory write LESSON`: for authors: show one page, and build it anew with every save."""

import argparse
import contextlib
import signal
import threading
import time
from functools import partial
from pathlib import Path
from typing import Any

from samestory.cli import FINE
from samestory.cli.book._writing.builder import Builder
from samestory.cli.book._writing.live import LivePages, News
from samestory.cli.book._writing.watch import changes
from samestory.cli.book.serve import HERE, open_server, port_number
from samestory.errors import SameStoryError

_PORT = 8100  # not that of `serve`, whose pages a browser may have kept for reading offline
_PACKAGE = "src"  # the folder whose changes a builder in waiting has not seen


class CannotWriteError(SameStoryError):
    """No such page, or no book here."""


def add_to(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("write", help="for authors: show one lesson, built anew with every save")
    parser.add_argument("lesson", metavar="LESSON", help="a lesson's number, such as 3, or a page: book/glossary")
    parser.add_argument("--port", type=port_number, default=_PORT, metavar="N", help=f"the first to try ({_PORT})")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Build, serve and watch until Ctrl-C; SameStoryError where there is no such page or no free port."""
    root = Path.cwd()
    page, folder, news = page_of(root, arguments.lesson), root / "_build" / "write", News()
    (folder / "html").mkdir(parents=True, exist_ok=True)
    for name in (signal.SIGINT, signal.SIGTERM):
        # SIGTERM too ends as Ctrl-C does, so that no builder is left; a shell may have had SIGINT ignored.
        signal.signal(name, signal.default_int_handler)
    with open_server(folder / "html", arguments.port, partial(LivePages, news=news)) as server:
        threading.Thread(target=server.serve_forever, args=(0.1,), daemon=True).start()
        print(f"{page} is at http://{HERE}:{server.server_address[1]}/{page}.html  (Ctrl-C stops)", flush=True)
        try:
            with Builder(root, page, folder) as builder:
                _go_on(root, builder, news)
        except KeyboardInterrupt:
            print("\nStopped.")
        server.shutdown()
    return FINE


def _go_on(root: Path, builder: Builder, news: News) -> None:
    """Build now, and again whenever files have changed; what is wrong shows here and on the page."""
    for saved in changes(root):
        # The builder in waiting has imported the package as it was; for a page or a case it is still good.
        if any(file.is_relative_to(root / _PACKAGE) for file in saved):
            builder.renew()
        began = time.monotonic()
        built, faults = builder.build()
        news.tell(faults, built)
        took = f"{'built' if built else 'not built'} in {time.monotonic() - began:.1f} s"
        print("\n".join([f"{time.strftime('%H:%M:%S')}  {took}", *faults]), flush=True)
        builder.renew()


def page_of(root: Path, name: str) -> str:
    """The page that is meant, by its path in the book without `.md`: by a lesson's number or name, or by its path."""
    if not (root / "_config.yml").is_file():
        raise CannotWriteError("There is no book in this folder: go to the one that holds _config.yml.")
    lessons = sorted((root / "notebooks").glob("[0-9][0-9]-*.md"))
    bare = name.removesuffix(".md")
    for lesson in lessons:
        number, _, slug = lesson.stem.partition("-")
        if bare in (slug, lesson.stem) or bare.zfill(2) == number:
            return f"notebooks/{lesson.stem}"
    with contextlib.suppress(OSError, ValueError):  # what can't be a path names no page
        page = (root / f"{bare}.md").resolve(strict=True).relative_to(root.resolve())
        return page.with_suffix("").as_posix()
    known = ", ".join(lesson.stem for lesson in lessons)
    raise CannotWriteError(f"There is no page {name!r}. Name a lesson by its number, or a page by its path: {known}.")
