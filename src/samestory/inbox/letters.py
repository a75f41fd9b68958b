"""Turn bytes into text, whatever program saved them, and give the text plain line breaks."""

import codecs
import re

from samestory.inbox.taken import NoTextError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WESTERN = 0.4  # share of letters beyond ASCII up to which bytes are taken for a language of Western Europe
_BREAKS = re.compile(r"\r\n?|\u0085|\u2028")
_PARAGRAPHS = re.compile(r"[\f\v\u2029]")
# Takes "\x07" and the halves of a character, leaves a tab and a line break.
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
_MANY_UNSEEN = 0.01
_NO_TEXT = "it is no text: open it in its own program and save it as .txt, .docx, .pdf or .html"


def decoded(content: bytes, named: str | None = None) -> tuple[str, str | None]:
    """Return the text of a file, and a note where its encoding had to be guessed.

    `named` is the encoding that the file itself names, as a web page can; it is believed if it fits. Raises
    NoTextError for what is no text.

    >>> decoded("Señora".encode("cp1252"))[0]
    'Señora'
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return tidied(content.decode(encoding, "replace")), None
    wide = _wide(content)
    if wide:
        return tidied(content.decode(wide, "replace")), f"read as {wide.upper()}, which it doesn’t say"
    if b"\0" in content:
        raise NoTextError(_NO_TEXT)
    for known in (named or "utf-8", "utf-8"):
        try:
            return tidied(content.decode(known)), None
        except (UnicodeError, LookupError):  # not in that encoding, or there is none of that name
            continue
    encoding = _guessed(content)
    return tidied(content.decode(encoding, "replace")), f"its letters were read as {encoding}, a guess: look at accents"


def tidied(text: str) -> str:
    """Return a text with "\\n" as its only line break and nothing that can't be seen; NoTextError if it is no text."""
    unseen = len(_UNSEEN.findall(text))
    if unseen > max(2, len(text) * _MANY_UNSEEN):
        raise NoTextError(_NO_TEXT)
    plain = _UNSEEN.sub("", _PARAGRAPHS.sub("\n\n", _BREAKS.sub("\n", text)))
    lines = "\n".join(line.rstrip() for line in plain.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", lines).strip("\n")


def _wide(content: bytes) -> str | None:
    """Return the UTF-16 that bytes without a mark are in: of plain letters every other byte is zero."""
    half = max(len(content) // 2, 1)
    high, low = content[0::2].count(0) / half, content[1::2].count(0) / half
    if max(high, low) < 0.4 or min(high, low) > 0.1:
        return None
    return "utf-16-le" if low > high else "utf-16-be"


def _guessed(content: bytes) -> str:
    foreign = sum(byte >= 0xC0 for byte in content)  # below are the marks: quotation marks, dashes, signs
    if foreign <= _WESTERN * (foreign + sum(chr(byte).isalpha() for byte in content if byte < 128)):
        return "cp1252"
    try:
        from charset_normalizer import from_bytes
    except ImportError:
        raise NoTextError(
            "its letters are neither UTF-8 nor Western: save it as UTF-8, or pip install 'samestory[import]'"
        ) from None
    best = from_bytes(content).best()
    if best is None:
        raise NoTextError("its letters can’t be made out: save it as UTF-8")
    return best.encoding
