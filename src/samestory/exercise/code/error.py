"""An error of a learner's code in a sentence: the line, what it means in plain words, then Python's own words."""

import traceback

LONGEST_EXPLANATION = 400  # characters of a sentence
MEANINGS = {
    "AttributeError": "this value has no such part",
    "FileNotFoundError": "there is no such file here",
    "ImportError": "that can't be imported",
    "IndentationError": "the indentation does not fit the line before",
    "IndexError": "a list or a text is shorter than that: places count from 0, and the last one is its length minus 1",
    "KeyError": "the dict has no such key",
    "MemoryError": "this needs more memory than there is",
    "ModuleNotFoundError": "there is no module of that name here",
    "NameError": "Python does not know this name here: is it spelled as where it was made?",
    "OverflowError": "a number grew too large",
    "RecursionError": "the function calls itself without end",
    "SyntaxError": "Python can't read this line: look for a missing bracket, quotation mark or colon, here or above",
    "SystemExit": "the code ended itself with exit()",
    "TabError": "tabs and blanks are mixed in the indentation",
    "TypeError": "a value is of a type that does not fit here, or the inputs are too many or too few",
    "UnboundLocalError": "the name is used before it has a value in this function",
    "UnicodeError": "the text has characters that can't be turned into bytes like that, or back",
    "ValueError": "the type fits, but not this value",
    "ZeroDivisionError": "a division by zero",
}


def error_explained(error: BaseException, file: str) -> str:
    """Return the sentence; its line is the last one in `file` that was being worked on.

    >>> error_explained(ZeroDivisionError("division by zero"), "x.py")
    'A division by zero. Python says: ZeroDivisionError: division by zero'
    """
    kind = type(error)
    # By its ancestors too: a learner's own class of errors is at least, say, a ValueError.
    known = next((one.__name__ for one in kind.__mro__ if one.__name__ in MEANINGS), "")
    meaning = MEANINGS.get(known, "the code stopped with an error")
    line = _line(error, file)
    said = f"Line {line}: {meaning}" if line else f"{meaning[0].upper()}{meaning[1:]}"
    own = f"{kind.__name__}: {_words(error)}".rstrip(": ")
    text = f"{said}{'' if said.endswith('?') else '.'} Python says: {' '.join(own.split())}"
    return text if len(text) <= LONGEST_EXPLANATION else text[: LONGEST_EXPLANATION - 1] + "…"


def _line(error: BaseException, file: str) -> int | None:
    # A syntax error is found before any line runs, so no frame of its traceback lies in the code.
    if isinstance(error, SyntaxError) and error.filename == file:
        return error.lineno
    # At most a thousand frames: an endless recursion would have more than are worth reading.
    lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__, 1000) if frame.filename == file]
    return lines[-1] if lines else None


def _words(error: BaseException) -> str:
    """Python's own words; an error of the learner's own may fail even at saying what it is."""
    try:
        text = error.msg if isinstance(error, SyntaxError) else str(error)
    except Exception:
        return ""
    return str(text)[:LONGEST_EXPLANATION].encode("utf-8", "replace").decode("utf-8")
