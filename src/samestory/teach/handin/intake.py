"""Take in one file that anybody may have made: read piece by piece, counted, and never more in memory than a notebook.

A notebook of this course has some hundred kilobytes; a learner's pictures may make it a hundred megabytes. These are
long texts without a quotation mark, in which no answer stands: of a large file such pieces are read and not kept.
"""

import hashlib
import io
from dataclasses import dataclass
from typing import IO

from samestory.answer import Note, Reading

FILE_LIMIT = 256 * 1024 * 1024  # bytes read of one file
LARGEST_KEPT = 64 * 1024 * 1024  # bytes of it in memory
LARGEST_ANSWERS = (
    8 * 1024 * 1024
)  # characters of one student's answers: as values they take up to 25 times as much memory
STUDENT_LIMIT = 1024 * 1024 * 1024  # bytes unpacked for one student
_PIECE = 1024 * 1024
_HOPELESS = 8 * 1024 * 1024  # bytes without a quotation mark, after which no notebook comes any more
_LARGE = 16 * 1024 * 1024  # bytes, from which on pieces without one are not kept
_QUOTE = b'"'


class UnreadableError(Exception):
    """A file that can't be read at all; the message says why, for the person who grades."""


@dataclass(frozen=True)
class Content:
    """The bytes of a submitted file, and what happened on the way to them.

    `read` is how many bytes were read and their SHA-256, where somebody has counted: not all may be in `data`.
    """

    data: bytes
    notes: tuple[Note, ...] = ()
    read: tuple[int, str] | None = None

    @property
    def size(self) -> int:
        """How many bytes were read."""
        return self.read[0] if self.read else len(self.data)

    @property
    def sha256(self) -> str:
        """The sum of what was read."""
        return self.read[1] if self.read else hashlib.sha256(self.data).hexdigest()


class Allowance:
    """How many bytes may still be unpacked for one student, and how many characters of answers taken in.

    `whole`: every piece of a file is kept, as an archive needs it.
    """

    def __init__(self, left: int = STUDENT_LIMIT, whole: bool = False) -> None:
        self.left = left
        self.whole = whole
        self._answers = LARGEST_ANSWERS

    def within(self, reading: Reading) -> Reading:
        """The reading, if it fits. Raises UnreadableError if the student has handed in too many answers."""
        self._answers -= reading.size
        self.check()
        return reading

    def check(self) -> None:
        """Raises UnreadableError if the student has handed in too many answers: no other file is read then."""
        if self._answers < 0:
            raise UnreadableError("More answers than a student can give: what this file holds was left out.")


def limited(stream: IO[bytes], allowance: Allowance) -> Content:
    """What a stream holds, as far as the limits above and the student's allowance go. Raises UnreadableError."""
    allowance.check()
    limit = max(0, min(FILE_LIMIT, allowance.left))
    kept, summed = io.BytesIO(), hashlib.sha256()  # a BytesIO gives its bytes away without a second copy
    got = 0
    seen = allowance.whole
    while piece := stream.read(_PIECE):
        piece = piece[: limit - got]
        got += len(piece)
        allowance.left -= len(piece)  # at once: what breaks off later has been unpacked all the same
        quoted = _QUOTE in piece
        seen = seen or quoted
        summed.update(piece)
        if allowance.whole or quoted or kept.tell() < _LARGE:
            kept.write(piece[: LARGEST_KEPT - kept.tell()])
        if got == limit or kept.tell() == LARGEST_KEPT or (not seen and got >= _HOPELESS):
            break
    notes: tuple[Note, ...] = ()
    # Only if there is more: a file that ends right at the limit was read whole.
    if stream.read(1):
        notes = (Note(f"Only the first {got // _PIECE} MiB of the file were read.", True),)
    return Content(kept.getvalue(), notes, (got, summed.hexdigest()))
