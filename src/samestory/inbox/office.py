"""Take the text out of a .docx or a .pdf: words only, no macros, no links, no pictures."""

import io
import logging
import zipfile

from samestory.inbox.files import DAMAGED_DOCX
from samestory.inbox.letters import tidied
from samestory.inbox.plain_docx import DocxError, docx_paragraphs
from samestory.inbox.taken import FileFound, NoTextError, PageFields, Taken
from samestory.inbox.wrapped import unwrapped

_UNPACKED = 100_000_000  # bytes; a .docx that unpacks to more is none that a person wrote
_PAGES = 200
_MACRO_TYPE = b"application/vnd.ms-word.document.macroEnabled.main+xml"
_PLAIN_TYPE = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_ASKED = "{0} files need a library: pip install 'samestory[import]', or save it as .txt"


def taken_from_docx(found: FileFound) -> Taken:
    """Return the paragraphs of a .docx, or of a .docm, whose macros are left out."""
    try:
        import docx
    except ImportError:
        return _plainly_taken(found)
    with zipfile.ZipFile(io.BytesIO(found.content)) as packed:
        if sum(one.file_size for one in packed.infolist()) > _UNPACKED:
            raise NoTextError("it unpacks to more than 100 MB: save its words as .txt")
    try:
        opened = docx.Document(io.BytesIO(_typed_plainly(found.content)))
        text = tidied("\n\n".join(one.text for one in opened.paragraphs if one.text.strip()))
        title = " ".join(opened.core_properties.title.split())
    except (KeyError, ValueError, SyntaxError, zipfile.BadZipFile) as error:  # lxml's errors are syntax errors
        raise NoTextError(DAMAGED_DOCX) from error
    if not text:
        raise NoTextError("it has no paragraphs: text in boxes or pictures can’t be taken; save its words as .txt")
    return Taken(found, text, PageFields(title=title or None))


def _plainly_taken(found: FileFound) -> Taken:
    """The paragraphs of a .docx where its library is not there: the same words, without the document's own title."""
    try:
        text = tidied("\n\n".join(docx_paragraphs(found.content)))
    except DocxError as error:
        raise NoTextError(DAMAGED_DOCX) from error
    if not text:
        raise NoTextError("it has no paragraphs: text in boxes or pictures can’t be taken; save its words as .txt")
    return Taken(found, text)


def _typed_plainly(content: bytes) -> bytes:
    """A Word file with macros (.docm) as the library takes it: by its type. What nobody runs may stay in it."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        types = packed.read("[Content_Types].xml")
        if _MACRO_TYPE not in types:
            return content
        plain = io.BytesIO()
        with zipfile.ZipFile(plain, "w") as repacked:
            for one in packed.infolist():
                is_types = one.filename == "[Content_Types].xml"
                held = types.replace(_MACRO_TYPE, _PLAIN_TYPE) if is_types else packed.read(one)
                repacked.writestr(one.filename, held)
    return plain.getvalue()


def taken_from_pdf(found: FileFound) -> Taken:
    """Return the text layer of a PDF, its broken lines joined."""
    try:
        from pypdf import PdfReader
        from pypdf.errors import PyPdfError
    except ImportError:
        raise NoTextError(_ASKED.format(".pdf")) from None
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its warnings are for programmers
    try:
        reader = PdfReader(io.BytesIO(found.content))
        if reader.is_encrypted:
            raise NoTextError("it asks for a password: save a copy without one")
        pages = len(reader.pages)
        if pages > _PAGES:
            raise NoTextError(f"it has {pages} pages: save the ones with the article")
        raw = tidied("\n\n".join(page.extract_text() for page in reader.pages))
    except (PyPdfError, ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError) as error:
        raise NoTextError("the PDF is damaged: open it and print it into a new one") from error
    text, joined = unwrapped(raw, surely=True)
    if not text.strip():
        raise NoTextError("it holds pictures of pages and no text: run it through text recognition (OCR) first")
    return Taken(found, text, notes=("lines of the PDF were joined: look at its paragraphs",) if joined else ())
