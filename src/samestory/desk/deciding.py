"""Make a decision out of what the front end sends: words are asked for by their numbers, never by their characters."""

import hashlib
from collections.abc import Mapping
from typing import Any

from samestory.case.model import Article
from samestory.desk.foothold import foothold
from samestory.desk.opened_case import OpenedCase
from samestory.desk.ruling import Ruling, ruling_from
from samestory.desk.rulings import Rulings
from samestory.errors import SameStoryError
from samestory.exercise.labels import LABELS
from samestory.exercise.sources import Span

_FIELDS = ("why", "should_be", "certainty", "sound", "note", "settles", "label")


class CannotDecideError(SameStoryError):
    """A decision that can't be taken as it was sent; the message says why."""


def ruling_asked_for(asked: Mapping[str, Any], opened: OpenedCase, rulings: Rulings, by: str, when: str) -> Ruling:
    """Return the decision that a request asks for. Raises CannotDecideError.

    What it doesn't say is taken from the proposal, or from what was decided on it before.
    """
    name = str(asked.get("proposal") or "")
    known = _proposed(name, opened) or _decided_before(name, rulings)
    decided = asked.get("decided")
    if known is None and decided != "own":
        raise CannotDecideError("This proposal is not there any more: the texts have changed. Choose another.")
    base = known or {}
    given = {key: asked[key] for key in _FIELDS if asked.get(key) is not None}
    article = opened.case.articles.get(str(base.get("article") or asked.get("article")))
    if article is None:
        raise CannotDecideError("This text is not there any more. Choose another.")
    place = _place(asked, article)
    if place is None and "quote" not in base:
        raise CannotDecideError("Mark the words that you mean first.")
    if place:
        hold = foothold(article.text, *place)
        base = {**base, "quote": hold.quote, "before": hold.before, "after": hold.after}
    base = {**base, **given, "article": article.id, "decided": decided, "by": by, "when": when}
    if known is None:
        base["proposal"] = _own_id(article.id, place)
    ruling = ruling_from(base)
    if ruling is None or (ruling.decided == "own" and ruling.label not in LABELS):
        raise CannotDecideError("Say what you decide: keep, change or refuse.")
    return ruling


def _proposed(name: str, opened: OpenedCase) -> dict[str, Any] | None:
    for one in opened.queue:
        if one.id == name:
            hold = foothold(opened.case.articles[one.article].text, one.start, one.end)
            return {
                "proposal": name,
                "article": one.article,
                "quote": hold.quote,
                "before": hold.before,
                "after": hold.after,
                "label": one.label,
                "why": one.reason,
                "should_be": one.suggests if one.suggests != one.text else None,
                # Where two texts differ and nothing shows which is right, nobody can be surer than that.
                "certainty": "open" if one.kind == "conflict" else "likely",
                "evidence": [
                    {key: getattr(each, key) for key in ("article", "record", "quote", "says")} for each in one.evidence
                ],
            }
    return None


def _decided_before(name: str, rulings: Rulings) -> dict[str, Any] | None:
    for one in reversed(rulings.all):
        if one.proposal == name:
            return {key: value for key, value in one.to_json().items() if key not in ("sound", "settles", "note")}
    return None


def _place(asked: Mapping[str, Any], article: Article) -> Span | None:
    """The code points of the words asked for, with the marks of a quotation that they take in."""
    first, last = asked.get("from"), asked.get("to")
    words = article.passage.words
    if not (type(first) is int and type(last) is int and 0 <= first <= last < len(words)):
        return None
    return words[first].start, words[last].end


def _own_id(article: str, place: Span | None) -> str:
    digest = hashlib.sha256(f"{article}\0{place}".encode()).hexdigest()
    return f"own-{digest[:8]}"
