"""What a person has decided on a proposal, with everything that is needed to write it into a case later."""

from dataclasses import asdict, dataclass
from typing import Any, Literal, cast, get_args

from samestory.case.model import Reference
from samestory.desk.foothold import Foothold
from samestory.exercise.labels import LABELS
from samestory.exercise.verdict import Certainty

Decided = Literal["accepted", "changed", "refused", "own"]
Comes = Literal["finding", "control", "dropped"]
NOBODY = "author"  # who decided, where nobody has given a name
_LONGEST = 4000  # characters of a field; more is no sentence of a person


@dataclass(frozen=True, slots=True)
class Ruling:
    """One decision by one person.

    `proposal` is the stable id of what was decided on; *own* is a finding that a person has marked without any
    proposal. `sound` says of what was refused whether it is sound, and so a control. `place` tells where the words
    stand in `article`. `when` is ISO 8601 in UTC. `settles` is set where it was decided in sight of two people's
    decisions that differ.
    """

    proposal: str
    decided: Decided
    article: str
    place: Foothold
    label: str
    why: str
    by: str = NOBODY
    when: str = ""
    sound: bool = False
    should_be: str | None = None
    certainty: Certainty = "likely"
    evidence: tuple[Reference, ...] = ()
    note: str = ""
    settles: bool = False

    @property
    def outcome(self) -> Comes:
        """What comes of it: a finding, a control, or neither."""
        if self.decided == "refused":
            return "control" if self.sound else "dropped"
        return "finding"

    def to_json(self) -> dict[str, Any]:
        """Return plain values, those that say nothing left out."""
        plain = {name: value for name, value in asdict(self).items() if name not in ("place", "evidence")}
        plain |= {name: value for name, value in asdict(self.place).items() if value}
        plain["evidence"] = [{k: v for k, v in asdict(one).items() if v} for one in self.evidence]
        return {name: value for name, value in plain.items() if value not in (None, "", False, [])}


def ruling_from(given: object) -> Ruling | None:
    """Return the decision that plain values hold; None if they hold none, as a file edited by hand may not.

    Values that can't be meant are replaced by the usual ones; only a decision without a proposal, an article or words
    is none.
    """
    if not isinstance(given, dict):
        return None
    told = {name: _text(given.get(name)) for name in ("proposal", "article", "quote", "label", "why", "by", "when")}
    decided = given.get("decided")
    if decided not in get_args(Decided) or not (told["proposal"] and told["article"] and told["quote"]):
        return None
    certainty = given.get("certainty")
    evidence = given.get("evidence")
    return Ruling(
        proposal=told["proposal"],
        decided=cast(Decided, decided),
        article=told["article"],
        place=Foothold(told["quote"], _text(given.get("before")), _text(given.get("after"))),
        label=told["label"] if told["label"] in LABELS else "slip",
        why=told["why"],
        by=told["by"] or NOBODY,
        when=told["when"],
        sound=given.get("sound") is True,
        should_be=_text(given.get("should_be")) or None,
        certainty=cast(Certainty, certainty) if certainty in get_args(Certainty) else "likely",
        evidence=tuple(filter(None, map(_reference, evidence))) if isinstance(evidence, list) else (),
        note=_text(given.get("note")),
        settles=given.get("settles") is True,
    )


def _reference(given: object) -> Reference | None:
    if not isinstance(given, dict):
        return None
    told = {name: _text(given.get(name)) or None for name in ("article", "record", "quote", "says")}
    # The three forms that evidence can have, one of them at a time; anything else points nowhere.
    if told["record"]:
        return Reference(record=told["record"], quote=told["quote"])
    if told["article"] and told["quote"]:
        return Reference(told["article"], quote=told["quote"])
    return Reference(says=told["says"]) if told["says"] else None


def _text(given: object) -> str:
    return given[:_LONGEST] if isinstance(given, str) else ""
