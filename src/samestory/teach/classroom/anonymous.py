"""A class as one long table for research: a line for every part of every answer, and nobody's name."""

import csv
import hashlib
import hmac
import io
import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from importlib import resources
from pathlib import Path

from samestory.teach.classroom.sitting import Sitting, Tried
from samestory.teach.keys import Keyed, Keys
from samestory.teach.report.plain import cell

SALT_BYTES = 32
WITHHELD = "(typed)"

CODEBOOK = (resources.files("samestory.teach.classroom") / "codebook.md").read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class AnonymousLine:
    """A line of the table; the codebook says what its cells are."""

    person: str
    section: str
    lesson: str
    exercise: str
    kind: str
    part: str
    chosen: str
    outcome: str
    first: str
    share: float
    counts: int
    hints: int
    day: str


def kept_salt(file: Path) -> bytes:
    """Return a file's salt; one that is not there is made. Raises OSError, and ValueError for other content."""
    if not file.exists():
        file.write_text(f"{secrets.token_hex(SALT_BYTES)}\n", encoding="ascii")
        file.chmod(0o600)
    salt = bytes.fromhex(file.read_text(encoding="ascii").strip())
    # Whoever has the class list tries all its names in a moment where the salt is short, or none.
    if len(salt) < SALT_BYTES:
        raise ValueError(file.name)
    return salt


def anonymous_lines(found: Iterable[Sitting], keys: Keys, salt: bytes) -> Iterator[AnonymousLine]:
    """Yield the table's lines, in the order of the gradebook's."""
    for sitting in found:
        person = _hidden(salt, f"{sitting.section}\0{sitting.student}", 16)
        section = _hidden(salt, sitting.section, 4) if sitting.section else ""
        for one in sitting.tried:
            if one.exercise in keys.by_id:
                keyed = keys.by_id[one.exercise]
                for part, chosen, outcome in _parts(one, keyed):
                    card = keyed.exercise.card
                    # A choice as a whole has no part of its own: the first outcome is its.
                    looked = one.look.outcomes
                    first = looked.get(part, "") if part else next(iter(looked.values()), "")
                    yield AnonymousLine(
                        *(person, section, sitting.row, card.id, card.kind, part, chosen, outcome, first),
                        *(round(one.share, 4), int(one.counts), one.hints, one.when[:10]),
                    )


def as_csv(lines: Iterable[AnonymousLine]) -> Iterator[bytes]:
    """Yield the table as CSV in UTF-8, a line at a time, its header first."""
    names = [field.name for field in fields(AnonymousLine)]
    yield f"{','.join(names)}\r\n".encode()
    for one in lines:
        text = io.StringIO(newline="")
        csv.writer(text, lineterminator="\r\n").writerow(
            [cell(value) if isinstance(value := getattr(one, name), str) else value for name in names]
        )
        yield text.getvalue().encode()


def _parts(one: Tried, keyed: Keyed) -> Iterator[tuple[str, str, str]]:
    exercise = keyed.exercise
    words = exercise.chosen(one.answer)
    for part, outcome in one.outcomes.items():
        if "" in words:
            yield "", words[""], outcome
            return
        if outcome != "unanswered":
            chosen = words.get(part, "")
            yield part, WITHHELD if chosen and exercise.is_typed else chosen, outcome


def _hidden(salt: bytes, text: str, digits: int) -> str:
    return hmac.new(salt, text.encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()[:digits]
