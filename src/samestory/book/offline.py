"""Makes the book readable with no network after the first visit: writes the service worker and its list of files."""

import hashlib
import json
from pathlib import Path

from sphinx.application import Sphinx

TEMPLATE = Path(__file__).parent / "assets" / "worker.js"
LEFT_OUT = {"sw.js", "objects.inv", "_sources"}


def write_worker(app: Sphinx, error: Exception | None) -> None:
    """Write `sw.js` at the top of a finished book. Its text changes with any file, so browsers notice a new book."""
    if error is None and app.builder.format == "html":
        top = Path(app.outdir)
        (top / "sw.js").write_text(worker(top), encoding="utf-8")


def worker(top: Path) -> str:
    """The service worker for the files below a folder."""
    files = precached(top)
    edition = hashlib.sha256(TEMPLATE.read_bytes())
    for name in files:
        edition.update(name.encode() + hashlib.sha256((top / name).read_bytes()).digest())
    listing = json.dumps(files, ensure_ascii=False, indent=0)
    text = TEMPLATE.read_text(encoding="utf-8")
    return text.replace('"EDITION"', json.dumps(edition.hexdigest()[:16])).replace('"FILES"', listing)


def precached(top: Path) -> list[str]:
    """Every file that a reader may ask for, as addresses relative to the book's own, in a fixed order."""
    found = []
    for file in top.rglob("*"):
        parts = file.relative_to(top).parts
        hidden = any(part.startswith(".") or part in LEFT_OUT for part in parts)
        if file.is_file() and not hidden:
            found.append("/".join(parts))
    return sorted(found)
