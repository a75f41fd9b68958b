"""Read the paragraphs of a .docx without any library: it is a .zip with one XML file that holds the words."""

import io
import zipfile
from xml.etree import ElementTree

_WORDS = "word/document.xml"
_LARGEST = 50_000_000  # bytes of XML
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BREAKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
# What was deleted and is still in the file, and the instructions of fields: no words of the text.
_UNSEEN = {f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}delText"}


class DocxError(ValueError):
    """A .docx that can't be read."""


def docx_paragraphs(content: bytes) -> list[str]:
    """Return the paragraphs that have words, in order. Raises DocxError for a file that is damaged or no .docx.

    Nothing is run or fetched: macros, links and pictures are other files of the archive, which are not opened.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if packed.getinfo(_WORDS).file_size > _LARGEST:
                raise DocxError("too large")
            markup = packed.read(_WORDS)
    except (zipfile.BadZipFile, KeyError, RuntimeError, NotImplementedError, EOFError) as error:
        raise DocxError(str(error)) from error
    # No .docx has a document type; one that has could multiply names without end.
    if b"<!DOCTYPE" in markup or b"<!ENTITY" in markup:
        raise DocxError("a document type")
    try:
        root = ElementTree.fromstring(markup)
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise DocxError(str(error)) from error
    found = ["".join(_runs(one)) for one in root.iter(f"{_W}p")]
    return [text for text in found if text.strip()]


def _runs(paragraph: ElementTree.Element) -> list[str]:
    """The words of a paragraph; one inside it, as in a box, is told by itself."""
    said: list[str] = []
    waiting = [*reversed(paragraph)]
    while waiting:
        node = waiting.pop()
        if node.tag == f"{_W}t":
            said.append(node.text or "")
        elif node.tag in _BREAKS:
            said.append(_BREAKS[node.tag])
        elif node.tag not in _UNSEEN and node.tag != f"{_W}p":
            waiting += reversed(node)
    return said
