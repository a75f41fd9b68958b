"""Pack a lesson's page for a platform: a zip with SCORM's or cmi5's own description of it, and all that it loads."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from samestory.package.lesson_page import PackedPage
from samestory.template import rendered
from samestory.widget.bundle import classic, kinds, styles

Format = Literal["scorm-1.2", "scorm-2004", "cmi5"]
# The file that describes a package, and the template that it is made of.
MANIFESTS: Mapping[Format, tuple[str, str]] = {
    "scorm-1.2": ("imsmanifest.xml", "package/scorm-1.2.xml.j2"),
    "scorm-2004": ("imsmanifest.xml", "package/scorm-2004.xml.j2"),
    "cmi5": ("cmi5.xml", "package/cmi5.xml.j2"),
}
LARGEST_PACKAGE = 5 * 1024 * 1024  # bytes: what the smallest upload limits of platforms let through
_HERE = Path(__file__).parent


def package(page: PackedPage, how: Format) -> bytes:
    """The zip of a lesson. The same lesson gives the same bytes."""
    files = {
        "index.html": page.html,
        "package.js": classic(*kinds(), _HERE / "web" / "package.mjs"),
        "samestory.css": styles(),
        "package.css": (_HERE / "package.css").read_text("utf-8"),
    }
    name, template = MANIFESTS[how]
    described = rendered(template, title=page.title, slug=page.name, files=sorted(files))
    return zipped({name: described, **files})


def zipped(files: dict[str, str]) -> bytes:
    """A zip of texts, without times, so that what is alike has the same bytes."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            entry = zipfile.ZipInfo(name)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o100644 << 16
            archive.writestr(entry, text.encode())
    return content.getvalue()
