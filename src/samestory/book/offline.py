"""Makes the book readable with no network after the first visit: writes the service worker and its list of files."""

import hashlib
import json
from pathlib import Path

from sphinx.application import Sphinx

WORKER_TEMPLATE = Path(__file__).parent / "assets" / "worker.js"
# The worker’s own text holds the edition, which can’t be reckoned from it; the others are for tools, not readers.
LEFT_OUT = {"sw.js", "objects.inv", "_sources"}
DOWNLOADS = ".ipynb"  # a reader who wants one keeps it
WHEN_USED = "_static/python/"  # 14 MB that only those need who run code: kept once they have been used


def write_worker(app: Sphinx, error: Exception | None) -> None:
    """Write `sw.js` at the top of a finished book. Its text changes with any file, so browsers notice a new book."""
    if error is None and app.builder.name == "html":
        top = Path(app.outdir)
        (top / "sw.js").write_text(worker(top), encoding="utf-8")


def worker(top: Path) -> str:
    """The service worker for the files below a folder."""
    files = precached(top)
    now = [name for name in files if not name.startswith(WHEN_USED)]
    later = [name for name in files if name.startswith(WHEN_USED)]
    text = WORKER_TEMPLATE.read_text(encoding="utf-8")
    for mark, value in (
        # Two editions, so that a mended page doesn’t make a reader fetch 14 MB of Python again.
        ("EDITION", edition(top, now)),
        ("FILES", now),
        ("LATER_EDITION", edition(top, later)),
        ("LATER", later),
    ):
        text = text.replace(f'"{mark}"', json.dumps(value, ensure_ascii=False, indent=0))
    return text


def edition(top: Path, names: list[str]) -> str:
    """Sixteen hex digits that change with any of these files, and with the worker itself."""
    digest = hashlib.sha256(WORKER_TEMPLATE.read_bytes())
    for name in names:
        digest.update(name.encode() + hashlib.sha256((top / name).read_bytes()).digest())
    return digest.hexdigest()[:16]


def precached(top: Path) -> list[str]:
    """Every file that a reader may ask for, as addresses relative to the book's own, in a fixed order."""
    found = []
    for file in top.rglob("*"):
        parts = file.relative_to(top).parts
        hidden = any(part.startswith(".") or part in LEFT_OUT for part in parts)
        if file.is_file() and not hidden and file.suffix != DOWNLOADS:
            found.append("/".join(parts))
    return sorted(found)
