"""Sentences of others on the same task: which could be printed, and what is wrong with each of the rest.

It is for kinds in which learners write. What a program looks for in somebody's own words earns nothing; what earns
points is the judgement on real answers. `widget/web/grading/signing.mjs` takes the same steps.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from random import Random
from typing import Any

from samestory.exercise.card import Told
from samestory.exercise.sources import Sources, SpecError, each_once
from samestory.exercise.verdict import Evidence, Malformed, Part, brief, part_heading

SIGNED = "sign"
VERDICTS: Mapping[str, str] = {
    SIGNED: "Fit to print as it stands",
    "no": "A “no” has come in, or got lost",
    "turned": "Turned round: who does what to whom",
    "number": "A number, a day or a name is off",
    "source": "Who says so is lost, or wrong",
    "more": "It says more than is known",
}


@dataclass(frozen=True, slots=True)
class Other:
    """Somebody's sentence; `verdict` is what is to be said of it, `also` what fair readers may say too."""

    id: str
    text: str
    verdict: str
    also: tuple[str, ...]
    said: str
    evidence: tuple[Evidence, ...]


Signed = tuple[tuple[str, str], ...]


def others_of(spec: Mapping[str, Any], sources: Sources) -> tuple[Other, ...]:
    """Return the sentences listed under `others`; SpecError if two have one id, or none can be signed."""
    entries: Sequence[Mapping[str, Any]] = spec.get("others", ())
    each_once(entries, "others")
    found = tuple(
        Other(
            one["id"],
            one["text"],
            one["verdict"],
            tuple(one.get("also", ())),
            one["say"],
            sources.evidence(one.get("evidence", ())),
        )
        for one in entries
    )
    if found and sum(one.verdict == SIGNED for one in found) != 1:
        raise SpecError("one of the sentences, and no more, has to be fit to print", "others")
    return found


def others_view(others: Sequence[Other]) -> dict[str, Any]:
    """Return the sentences and what can be said of them, without the key; nothing where there are none."""
    if not others:
        return {}
    verdicts = [{"id": name, "text": text} for name, text in VERDICTS.items()]
    return {"others": [{"id": one.id, "text": one.text} for one in others], "verdicts": verdicts}


def others_key(others: Sequence[Other]) -> dict[str, Any]:
    """Return what grading needs of each; nothing where there are none."""
    plain = [{**asdict(one), "evidence": [each.to_json() for each in one.evidence]} for one in others]
    return {"others": plain} if plain else {}


def read_signed(raw: object, others: Sequence[Other]) -> Signed | Malformed:
    """Read {sentence: verdict}, in the order of the sentences; None is no verdict; never raises."""
    if raw is None:
        return ()
    known = [one.id for one in others]
    if not isinstance(raw, Mapping) or len(raw) > 100:
        return Malformed(f"Say of each sentence one of {', '.join(VERDICTS)}.")
    for name, verdict in raw.items():
        if not isinstance(name, str) or name not in known:
            return Malformed(f"There is no sentence {brief(name)!r}; there is {', '.join(known) or 'none'}.")
        if verdict is not None and (not isinstance(verdict, str) or verdict not in VERDICTS):
            return Malformed(f"Say of a sentence one of {', '.join(VERDICTS)}, not {brief(verdict)!r}.")
    return tuple((name, raw[name]) for name in known if raw.get(name) is not None)


def judged_others(signed: Signed, others: Sequence[Other]) -> list[Part]:
    """Return a part for each sentence, worth one point."""
    given = dict(signed)
    return [_judged(one, given.get(one.id)) for one in others]


def _judged(one: Other, given: str | None) -> Part:
    about = f"“{one.text}”"
    if given is None:
        said = "Say what you would do with it: sign it, or name what is wrong."
        return Part(one.id, "unanswered", part_heading("unanswered", about), said, 0.0, 1.0)
    if given in (one.verdict, *one.also):
        return Part(one.id, "right", part_heading("right", about), one.said, 1.0, 1.0, None, None, one.evidence)
    said = f"{_mistake(one, given)} {one.said}"
    return Part(one.id, "wrong", part_heading("wrong", about), said, 0.0, 1.0, None, None, one.evidence)


def _mistake(one: Other, given: str) -> str:
    """What is said of the very mistake."""
    if one.verdict == SIGNED:
        return "This one can be printed."
    if given == SIGNED:
        return "Nobody should sign this one."
    return f"Something is wrong with it, and it is another thing. {VERDICTS[one.verdict]}."


def told_others(signed: Signed, others: Sequence[Other]) -> list[Told]:
    """Return what was said of each sentence as lines to read."""
    given = dict(signed)
    return [(one.text, VERDICTS[given[one.id]], True) for one in others if one.id in given]


def random_signed(dice: Random, others: Sequence[Other]) -> dict[str, str]:
    """Return verdicts by chance, for some of the sentences."""
    return {one.id: dice.choice(list(VERDICTS)) for one in others if dice.random() < 0.7}
