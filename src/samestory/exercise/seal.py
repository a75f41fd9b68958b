"""Close a key that travels with a page, so that nobody reads it there before it may be used.

It is a seal and no lock. A page without a server can keep nothing from somebody who runs its code: whoever fills in all
forms with anything, in another browser, has the key. What it keeps out: a look at the source, a search in it, a script
that prints what the page holds. `widget/web/grading/closed.mjs` takes the same steps.
"""

import base64
import hashlib
import json
from functools import cache
from typing import Any

from samestory.exercise.card import Exercise

ROUNDS = 600_000  # of PBKDF2 with HMAC-SHA-256, about half a second; the OWASP cheat sheet on passwords, 2023
_STRETCHED = 32  # bytes


def is_sealed(exercise: Exercise) -> bool:
    """True for practice whose first complete check counts: its key must not be read before."""
    return exercise.card.once and exercise.card.mode == "practice"


def sealed_key(exercise: Exercise) -> dict[str, Any]:
    """Return the key of an exercise, closed: `rounds`, and `text` in base64. One key always gives the same text."""
    plain = json.dumps(exercise.key(), ensure_ascii=False, separators=(",", ":"))
    return {"rounds": ROUNDS, "text": _closed(exercise.card.id, exercise.fingerprint(), plain)}


@cache
def _closed(name: str, spec: str, plain: str) -> str:
    text = plain.encode()
    first = hashlib.pbkdf2_hmac("sha256", name.encode(), spec.encode(), ROUNDS, _STRETCHED)
    stream = hashlib.pbkdf2_hmac("sha256", first, spec.encode(), 1, len(text))
    return base64.b64encode(bytes(a ^ b for a, b in zip(text, stream, strict=True))).decode()
