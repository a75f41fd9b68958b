"""Rewrite: a sentence set right in one's own words.

Words are checked, not meaning, and the verdict says so. What the sentence should keep, words that had to go, foreseen
distortions, copying, a list of keywords and a wrong length make a list of things to look at, without points: nonsense
with the right words would earn them, and a good sentence in other words would not. Points come from judging `others`,
real answers to the same task. Where there are none, the share of the list is graded and enters no sum. A rubric, which
the learner applies with the model at hand, is kept beside the answer and earns nothing.

The smallest spec, beside what every exercise has (`*` and `..` in a form: see samestory.exercise.parts.plain_words):

    faulty: {text: The ferry has a heart disease and pauses.}
    keep: [{id: ferry, text: the ferry, forms: [ferr*, ship], say: The sentence is about the ferry.}]
    words: {least: 4, most: 20}
    rubric: [{id: plain, text: "Would somebody who has not seen the page understand it?"}]
    model: The ferry stays in port because its engine has failed.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from functools import cached_property
from random import Random
from typing import Any, ClassVar, Self

from samestory.exercise.card import Sample, Told
from samestory.exercise.parts.plain_words import GAP, longest_shared_run, plain_words, scrambled
from samestory.exercise.parts.rubric import (
    Criterion,
    Ratings,
    criteria_of,
    random_ratings,
    read_ratings,
    rubric_view,
    told_ratings,
)
from samestory.exercise.parts.signing import (
    SIGNED,
    VERDICTS,
    Other,
    Signed,
    judged_others,
    others_key,
    others_of,
    others_view,
    random_signed,
    read_signed,
    told_others,
)
from samestory.exercise.parts.word_check import WordCheck, checks_of
from samestory.exercise.parts.wording import Wording, wording_of
from samestory.exercise.registry import kind
from samestory.exercise.sources import Sources, SpecError
from samestory.exercise.verdict import Evidence, Malformed, Outcome, Part, Verdict, rounded, total, well_formed

LONGEST_REWRITTEN = 800
# Shares of all that is to be kept: a trick must not pay, and a wrong length alone is a small fault.
COSTS = {"avoid": 0.5, "distort": 0.5, "own": 0.5, "list": 0.5, "length": 0.25}
_CAVEAT = "Only words are checked here, not meaning."
_COPIED = "This is the sentence as it stood. Say it in words that the evidence bears out."
_LISTED = (
    "The words to keep are here, and hardly anything that joins them: a list says nothing about them. Write a sentence."
)


@dataclass(frozen=True, slots=True)
class Rewritten:
    """An answer: the sentence, what its writer says of it by the rubric, and of the sentences of others."""

    text: str
    ratings: Ratings
    signed: Signed = ()

    @property
    def empty(self) -> bool:
        """True if no word was written, and nothing said of others."""
        return not plain_words(self.text) and not self.signed

    def to_json(self) -> dict[str, Any]:
        """Return the canonical form; `others` only where something was said of them, as 0.1.0 knew none."""
        plain = {"text": self.text, "rubric": dict(self.ratings)}
        return plain | ({"others": dict(self.signed)} if self.signed else {})


@kind
@dataclass(frozen=True)
class Rewrite:
    """The task of an exercise of the kind `rewrite`; `own` is the longest run of words it may share with the source."""

    name: ClassVar[str] = "rewrite"
    is_typed: ClassVar[bool] = True
    faulty: Wording
    source: Wording | None
    keep: tuple[WordCheck, ...]
    avoid: tuple[WordCheck, ...]
    distort: tuple[WordCheck, ...]
    least: int
    most: int
    own: int | None
    rubric: tuple[Criterion, ...]
    model: str
    others: tuple[Other, ...] = ()

    @classmethod
    def build(cls, spec: Mapping[str, Any], sources: Sources) -> Self:
        """Build from `faulty`, `source`, `keep`, `avoid`, `distort`, `words`, `own`, `rubric`, `model` and `others`."""
        checks = {name: checks_of(spec, name, sources) for name in ("keep", "avoid", "distort")}
        _each_id_once(checks)
        source = wording_of(spec["source"], sources) if "source" in spec else None
        if "own" in spec and source is None:
            raise SpecError("`own` limits what is shared with the source, and there is no `source`", "own")
        task = cls(
            faulty=wording_of(spec["faulty"], sources),
            source=source,
            **checks,
            least=spec["words"]["least"],
            most=spec["words"]["most"],
            own=spec.get("own"),
            rubric=criteria_of(spec["rubric"]),
            model=spec["model"],
            others=others_of(spec, sources),
        )
        troubles = [part.said for part in task.grade(task.right(), 1).parts if part.outcome != "right"]
        if troubles:
            raise SpecError(f"the model answer does not pass its own checks: {troubles[0]}", "model")
        return task

    @property
    def worth(self) -> float:
        """A point for each sentence of others, or, where there are none, for each thing to keep."""
        return len(self.others or self.keep)

    @property
    def counts(self) -> bool:
        """False where words alone are checked: nonsense with the right words passes such a check."""
        return bool(self.others)

    def view(self) -> dict[str, Any]:
        """Return the sentence, the source, the lengths and the rubric; not what is looked for."""
        return {
            "faulty": asdict(self.faulty),
            "source": asdict(self.source) if self.source else None,
            "words": {"least": self.least, "most": self.most},
            "own": self.own,
            "max": LONGEST_REWRITTEN,
            "rubric": rubric_view(self.rubric),
            **others_view(self.others),
        }

    def key(self) -> dict[str, Any]:
        """Return every form that is looked for, and the words of the sentence and of the source."""
        checks = {name: [one.to_json() for one in getattr(self, name)] for name in ("keep", "avoid", "distort")}
        return {**checks, "faulty": self._faulty, "source": self._source, **others_key(self.others)}

    @cached_property
    def _faulty(self) -> list[str]:
        return plain_words(self.faulty.text)

    @cached_property
    def _source(self) -> list[str]:
        return plain_words(self.source.text) if self.source else []

    def right(self) -> Rewritten:
        """Return the model answer."""
        return Rewritten(self.model, (), tuple((one.id, one.verdict) for one in self.others))

    def parse(self, raw: object) -> Rewritten | Malformed:
        """Read a text, or {"text": "...", "rubric": {question: "yes"}, "others": {sentence: "sign"}}."""
        given: object = raw
        rubric: object = None
        others: object = None
        if isinstance(raw, Mapping):
            given, rubric, others = raw.get("text"), raw.get("rubric"), raw.get("others")
        ratings = read_ratings(rubric, self.rubric)
        if isinstance(ratings, Malformed):
            return ratings
        signed = read_signed(others, self.others)
        if isinstance(signed, Malformed):
            return signed
        if given is not None and not isinstance(given, str):
            return Malformed("Give your sentence as text, in quotation marks.")
        if given and len(given) > LONGEST_REWRITTEN:
            return Malformed(
                f"That is {len(given)} characters; a sentence of at most {LONGEST_REWRITTEN} is asked for."
            )
        return Rewritten(well_formed(given or ""), ratings, signed)

    def grade(self, answer: Rewritten, points: float) -> Verdict:
        """Judge what was said of others; of the words only the list of what to look at remains, without points."""
        words = plain_words(answer.text)
        listed = self._looked_for(words, points)
        if not self.others:
            return listed
        judged = judged_others(answer.signed, self.others)
        right = sum(part.outcome == "right" for part in judged)
        own = f"Your own sentence: {listed.headline}" if words else "Write your own sentence too."
        headline = f"{right} of {len(judged)} sentences of others judged rightly. {own}"
        aside = [_without_points(part) for part in listed.parts] if words else []
        share = right / len(judged)
        return Verdict("graded", rounded(share * points), points, headline, (), (*judged, *aside))

    def _looked_for(self, words: Sequence[str], points: float) -> Verdict:
        """Look for what must be kept, then for what must not be there."""
        places = {one.id: one.places(words) for one in self.keep}
        kept = [_kept(one, bool(places[one.id])) for one in self.keep]
        found = sum(part.outcome == "right" for part in kept)
        # A copy keeps nothing: the words stood there already.
        if self._is_copy(words, {name for name, some in places.items() if some}):
            kept, troubles = [], [_trouble("copied", "copied out", _COPIED, len(self.keep))]
        else:
            troubles = list(self._troubles(words, set().union(*places.values())))
        share = max(0.0, (found + total(part.earned for part in troubles)) / len(self.keep))
        headline = f"{found} of {len(self.keep)} kept, {len(troubles)} to mend. {_CAVEAT}"
        return Verdict("graded", rounded(share * points), points, headline, (), (*kept, *troubles))

    def _is_copy(self, words: Sequence[str], kept: set[str]) -> bool:
        """True if the whole sentence as it stood is in it, and nothing more is kept than that sentence keeps."""
        start, end = longest_shared_run(words, self._faulty)
        return end - start == len(self._faulty) and all(one.places(self._faulty) for one in self.keep if one.id in kept)

    def _troubles(self, words: Sequence[str], covered: set[int]) -> Iterator[Part]:
        """What takes points away; `covered` are the words that belong to something kept."""
        cost = {name: share * len(self.keep) for name, share in COSTS.items()}
        for name, some in (("avoid", self.avoid), ("distort", self.distort)):
            for one in some:
                if one.places(words):
                    yield _trouble(one.id, one.text, one.said, cost[name], one.evidence)
        start, end = longest_shared_run(words, self._source) if self.own else (0, 0)
        if self.own and end - start > self.own:
            run = " ".join(words[start:end])
            said = f"{end - start} words in a row are the source's: “{run}”. At most {self.own} may be."
            yield _trouble("own", "your own words", said, cost["own"])
        # Different words, so that one of them repeated does not make a sentence of a list.
        others = {word for at, word in enumerate(words) if at not in covered}
        if 2 * len(others) < len(covered):
            yield _trouble("list", "a sentence", _LISTED, cost["list"])
        if not self.least <= len(words) <= self.most:
            said = f"Words: {len(words)}. From {self.least} to {self.most} are asked for."
            yield _trouble("length", "the length", said, cost["length"])

    def samples(self) -> list[Sample]:
        """Return the model, nothing, and the ways to score without writing: copies, lists, one word."""
        return self._samples_of_others() if self.others else self._samples_of_words()

    def _samples_of_others(self) -> list[Sample]:
        """The key, nothing, words without judgement, and one verdict for all."""
        found = [Sample("key", self.right().to_json(), 1, 1), Sample("nothing", {"text": " … "}, 0, 0)]
        found.append(Sample("only the model", {"text": self.model}, 0, 0))
        nonsense = f"{self.model} banana purple elephant"[:LONGEST_REWRITTEN]
        found.append(Sample("the right words with nonsense", {"text": nonsense}, 0, 0))
        other = {"text": "It is otherwise, and I can say why.", "others": dict(self.right().signed)}
        found.append(Sample("other words, and the others judged", other, 1, 1))
        for verdict in VERDICTS:
            alike = {"text": self.model, "others": {one.id: verdict for one in self.others}}
            found.append(Sample(f"all {verdict}", alike, 0, 0.5 if verdict == SIGNED else 0.75))
        return found

    def _samples_of_words(self) -> list[Sample]:
        found = [Sample("key", self.right().to_json(), 1, 1), Sample("nothing", {"text": " … "}, 0, 0)]
        for name, text in (("it stood", self.faulty.text), ("it stood, and a word", f"Perhaps: {self.faulty.text}")):
            found.append(Sample(f"the sentence as {name}", {"text": text[:LONGEST_REWRITTEN]}, 0, 0))
        forms = [" ".join(one.patterns[0]).replace("*", "").replace(f" {GAP} ", " ") for one in self.keep]
        listed = ", ".join(forms)[:LONGEST_REWRITTEN]
        found.append(Sample("the words to keep and nothing else", {"text": listed}, 0, 0.5))
        found.append(Sample("the same ten times over", {"text": ((listed + ", ") * 10)[:LONGEST_REWRITTEN]}, 0, 0.5))
        found.append(Sample("one word", {"text": "Perhaps"}, 0, 0.25))
        if self.source and self.own:
            found.append(Sample("the source as it stands", {"text": self.source.text[:LONGEST_REWRITTEN]}, 0, 0.5))
        rated = {"text": "Perhaps", "rubric": {one.id: "yes" for one in self.rubric}}
        return [*found, Sample("one word that its writer is pleased with", rated, 0, 0.25)]

    def guess(self, dice: Random) -> dict[str, Any]:
        """Return runs of words from the sentence, the source, the model and the forms that are looked for."""
        checks = (*self.keep, *self.avoid, *self.distort)
        texts = [self.model, self.faulty.text, *(" ".join(form) for one in checks for form in one.patterns)]
        texts += [self.source.text] if self.source else []
        answer = {"text": scrambled(dice, texts, 30)[:LONGEST_REWRITTEN], "rubric": random_ratings(dice, self.rubric)}
        return answer | ({"others": random_signed(dice, self.others)} if self.others else {})

    def in_full(self) -> tuple[str, str]:
        """Return the model."""
        return "For example", self.model

    def told(self, answer: Rewritten) -> list[Told]:
        """Return the sentence, then the rubric, then what was said of others."""
        own = [(answer.text, "", False), *told_ratings(answer.ratings, self.rubric)]
        return [*own, *told_others(answer.signed, self.others)]

    def chosen(self, answer: Rewritten) -> dict[str, str]:
        """Return what was said of each sentence of others."""
        return {name: VERDICTS[verdict] for name, verdict in answer.signed}


def _kept(one: WordCheck, found: bool) -> Part:
    outcome: Outcome = "right" if found else "missed"
    heading = f"{'Kept' if found else 'Missing'}: {one.text}"
    return Part(one.id, outcome, heading, one.said, 1.0 if found else 0.0, 1.0, None, None, one.evidence, one.text)


def _trouble(name: str, text: str, said: str, cost: float, evidence: tuple[Evidence, ...] = ()) -> Part:
    """A part that takes points away."""
    return Part(name, "wrong", f"To mend: {text}", said, -cost, 0.0, None, None, evidence, text)


def _without_points(part: Part) -> Part:
    """The part as a thing to look at: the words it looks for may be missing from a good sentence."""
    if part.outcome != "missed":
        return replace(part, earned=0.0, possible=0.0)
    heading = f"Not found: {part.about}"
    return replace(part, outcome="near", heading=heading, earned=0.0, possible=0.0)


def _each_id_once(checks: Mapping[str, Sequence[WordCheck]]) -> None:
    """Raise SpecError where two parts of a verdict would have one id."""
    # The verdict's own parts have these ids.
    seen = {"copied", *COSTS}
    for name, some in checks.items():
        for at, one in enumerate(some):
            if one.id in seen:
                raise SpecError(f"a second {one.id!r}: two things in a verdict could not be told apart", name, at, "id")
            seen.add(one.id)
