"""Brief: an evidence brief on texts of one's own: claim, evidence, rivals, confidence, what would change one's mind.

Whether the parts are there is checked, and whether each quotation stands in the text that the learner pasted, where
the exercise asks for it. Whether the claim follows from the evidence no program can judge, and the verdict says so;
a rubric leaves that to the learner and the teacher.

The smallest spec, beside what every exercise has:

    rubric: [{id: bears, text: "Does the evidence bear the claim out?"}]
    example:
      claim: The report was copied from the agency's.
      quotations: [{source: The report, quote: a pause of two days}]
      rivals: [Both may quote one press statement.]
      confidence: likely
      change: A press statement that has the phrase.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Any, ClassVar, Self

from samestory.exercise.card import Sample, Told
from samestory.exercise.parts.brief_answer import BRIEF_LIMITS, Brief, Exhibit, read_brief
from samestory.exercise.parts.plain_words import plain_words, scrambled
from samestory.exercise.parts.quoted_words import pieces_of, stands_in
from samestory.exercise.parts.rubric import Criterion, criteria_of, random_ratings, rubric_view, told_ratings
from samestory.exercise.registry import kind
from samestory.exercise.sources import Sources, SpecError
from samestory.exercise.verdict import Malformed, Outcome, Part, Verdict, rounded, total

HOW_SURE = {
    "open": "open: readers may reasonably differ",
    "likely": "likely: the evidence points this way, but nothing proves it",
    "proved": "proved: a source that anyone can check settles it",
}
_CAVEAT = "Whether the claim follows from the evidence, no program can judge."
LEAST = {"text": 30, "claim": 5, "quote": 3, "rival": 4, "change": 4}  # words
LONGEST_EXHIBIT = 60  # words
_THERE, _MISSING, _TO_MEND = "There", "Missing", "To mend"


@kind
@dataclass(frozen=True)
class BriefTask:
    """The task of an exercise of the kind `brief`; `text`: the learner pastes what is quoted."""

    name: ClassVar[str] = "brief"
    is_typed: ClassVar[bool] = True
    counts: ClassVar[bool] = False  # nonsense with the right words passes a check of words
    text: bool
    evidence: int
    rivals: int
    rubric: tuple[Criterion, ...]
    example: Brief

    @classmethod
    def build(cls, spec: Mapping[str, Any], sources: Sources) -> Self:
        """Build from `text`, `quotations` and `rivals` (the least of each), `rubric` and `example`."""
        rubric = criteria_of(spec["rubric"])
        example = read_brief({**spec["example"], "evidence": spec["example"]["quotations"]}, rubric)
        if isinstance(example, Malformed):
            raise SpecError(f"the example is no brief: {example.message}", "example")
        least = [spec.get(name, {}).get("least", 1) for name in ("quotations", "rivals")]
        task = cls(bool(spec.get("text", False)), least[0], least[1], rubric, example)
        short = [part.said for part in task.grade(example, 1).parts if part.outcome != "right"]
        if short:
            raise SpecError(f"the example does not pass its own checks: {short[0]}", "example")
        return task

    @property
    def worth(self) -> float:
        """A point for each part that is asked for."""
        return 3 + self.evidence + self.rivals + (1 if self.text else 0)

    def view(self) -> dict[str, Any]:
        """Return what is asked for, the sizes of the fields, and the rubric."""
        return {
            "text": self.text,
            "evidence": self.evidence,
            "rivals": self.rivals,
            "limits": dict(BRIEF_LIMITS),
            "confidence": [{"id": name, "text": text} for name, text in HOW_SURE.items()],
            "rubric": rubric_view(self.rubric),
        }

    def key(self) -> dict[str, Any]:
        """Return nothing: there is no key to one's own texts, only an example."""
        return {}

    def right(self) -> Brief:
        """Return the example."""
        return self.example

    def parse(self, raw: object) -> Brief | Malformed:
        """Read {"claim": ..., "evidence": [{"source", "quote"}], "rivals": [...], "confidence", "change", "text"}."""
        return read_brief(raw, self.rubric)

    def grade(self, answer: Brief, points: float) -> Verdict:
        """Say which parts are there, and which quotations stand in the text."""
        exhibits = list(self._exhibits(answer))
        rivals = list(self._rivals(answer))
        claim = self._claim(answer)
        single = [*self._text(answer), claim, _confidence(answer, claim), self._change(answer)]
        earned = total(part.earned for part in single)
        # More than asked for is welcome; what does not hold weighs as much as what does.
        for some, least in ((exhibits, self.evidence), (rivals, self.rivals)):
            earned += total(part.earned for part in some) * least / max(least, len(some))
        # In the order of the form, with confidence and change at its end.
        whole = [*single[:-2], *exhibits, *rivals, *single[-2:]]
        # The example as an answer is the solution being shown.
        if answer == self.example:
            whole = [replace(part, said=self._shown(part)) for part in whole]
        there = sum(part.outcome == "right" for part in whole)
        headline = f"{there} of {len(whole)} parts are in order. {_CAVEAT}"
        return Verdict("graded", rounded(earned / self.worth * points), points, headline, (), tuple(whole))

    def _text(self, answer: Brief) -> Iterator[Part]:
        if not self.text:
            return
        count = len(plain_words(answer.text))
        if count >= LEAST["text"]:
            yield _part("text", "right", "the text", f"Words: {count}. Quotations are looked up in it.")
        else:
            asked = f"Paste the text that you quote, at least {LEAST['text']} words of it."
            yield _part("text", "unanswered", "the text", asked)

    def _claim(self, answer: Brief) -> Part:
        words = plain_words(answer.claim)
        if len(words) < LEAST["claim"]:
            asked = f"Say in a sentence of at least {LEAST['claim']} words what you claim."
            return _part("claim", "unanswered" if not words else "wrong", "the claim", asked)
        if any(words == plain_words(one.quote) for one in answer.evidence):
            return _part("claim", "wrong", "the claim", "It is a quotation, word for word: say what follows from it.")
        return _part("claim", "right", "the claim", "Could somebody show that it is wrong? If not, sharpen it.")

    def _exhibits(self, answer: Brief) -> Iterator[Part]:
        text = plain_words(answer.text)
        seen: set[str] = set()
        for at in range(max(self.evidence, len(answer.evidence))):
            name, about = f"evidence-{at + 1}", f"quotation {at + 1}"
            if at >= len(answer.evidence):
                yield _part(name, "unanswered", about, "Give words from a text that bear the claim out.")
                continue
            one = answer.evidence[at]
            pieces = pieces_of(one.quote)
            joined = f" {' '.join(word for piece in pieces for word in piece)} "
            # Part of a quotation that was given is that one again, and so is what holds it.
            again = any(joined in other or other in joined for other in seen)
            outcome, said = self._judged(one, pieces, again, text)
            # What was refused may be given again, mended.
            if outcome != "wrong":
                seen.add(joined)
            yield _part(name, outcome, about, said)

    def _judged(
        self, one: Exhibit, pieces: Sequence[Sequence[str]], again: bool, text: Sequence[str]
    ) -> tuple[Outcome, str]:
        count = sum(map(len, pieces))
        if again:
            return "wrong", "This quotation is given already: the same words prove a thing once."
        if not LEAST["quote"] <= count <= LONGEST_EXHIBIT:
            return (
                "wrong",
                f"Words: {count}. Quote from {LEAST['quote']} to {LONGEST_EXHIBIT}, those that carry the claim.",
            )
        if self.text and not stands_in(pieces, text):
            return "wrong", "These words do not stand in the text that you pasted. Copy them as they are printed."
        if not plain_words(one.source):
            return "near", "Say where it stands: outlet and date."
        return "right", "It stands in your text." if self.text else "Check once more that it is quoted as printed."

    def _rivals(self, answer: Brief) -> Iterator[Part]:
        # The claim too: a rival that says the same is none.
        seen = [plain_words(answer.claim)]
        for at in range(max(self.rivals, len(answer.rivals))):
            name, about = f"rival-{at + 1}", f"rival explanation {at + 1}"
            words = plain_words(answer.rivals[at]) if at < len(answer.rivals) else []
            if len(words) < LEAST["rival"]:
                asked = f"Give another explanation of the same evidence, in at least {LEAST['rival']} words."
                yield _part(name, "unanswered" if not words else "wrong", about, asked)
            elif words in seen:
                yield _part(name, "wrong", about, "This says again what stands above; a rival says something else.")
            else:
                yield _part(name, "right", about, "Is it the best that somebody who disagrees could say?")
            seen.append(words)

    def _change(self, answer: Brief) -> Part:
        words, about = plain_words(answer.change), "what would change your mind"
        if len(words) < LEAST["change"]:
            asked = f"Name a find that would make you drop the claim, in at least {LEAST['change']} words."
            return _part("change", "unanswered" if not words else "wrong", about, asked)
        if words in [plain_words(one) for one in (answer.claim, *answer.rivals)]:
            return _part("change", "wrong", about, "This says again what stands above: name what one could find.")
        return _part("change", "right", about, "Could somebody really find it? Then it is a fair offer.")

    def _shown(self, part: Part) -> str:
        """What is said of a part of the example itself, which is the solution: its words."""
        one = self.example
        words = {"claim": one.claim, "change": one.change}
        words |= {f"rival-{at}": rival for at, rival in enumerate(one.rivals, 1)}
        words |= {f"evidence-{at}": f"“{each.quote}” ({each.source})" for at, each in enumerate(one.evidence, 1)}
        return f"For example: {words[part.id]}" if part.id in words and part.outcome == "right" else part.said

    def in_full(self) -> tuple[str, str]:
        """Return the text that the example is about, where the learner pastes one."""
        return "For example", self.example.text

    def samples(self) -> list[Sample]:
        """Return the example, nothing, and briefs filled in without thought."""
        full = self.right().to_json()
        same = "the same words stand everywhere in this"
        fields = {"evidence": [{"source": "x", "quote": same}] * self.evidence, "rivals": [same] * self.rivals}
        alike = {"text": f"{same} " * 5, "claim": same, **fields, "change": same, "confidence": "open"}
        word = {"evidence": [{"source": "x", "quote": "x"}], "rivals": ["x"], "claim": "x", "change": "x", "text": "x"}
        rated = {"claim": "x", "rubric": {one.id: "yes" for one in self.rubric}}
        found = [Sample("key", full, 1, 1), Sample("nothing", {}, 0, 0), Sample("one letter everywhere", word, 0, 0)]
        found.append(Sample("one sentence everywhere", alike, 0, 0.4))
        found.append(Sample("only pleased with itself", rated, 0, 0))
        for name, value in (("rivals", []), ("confidence", None), ("change", ""), ("evidence", [])):
            found.append(Sample(f"without {name}", {**full, name: value}, 0.2, 0.95))
        return found

    def guess(self, dice: Random) -> dict[str, Any]:
        """Return a brief of fields that are the example's, or words of it in some order."""
        key = self.example
        texts = [key.text or key.claim, key.claim, key.change, *key.rivals, *(one.quote for one in key.evidence)]

        def words(name: str) -> str:
            return dice.choice([dice.choice(texts), scrambled(dice, texts, 3)])[: BRIEF_LIMITS[name]]

        exhibits = range(dice.randint(0, BRIEF_LIMITS["exhibits"]))
        return {
            "text": dice.choice([key.text, words("text")]),
            "claim": words("claim"),
            "evidence": [{"source": words("source"), "quote": words("quote")} for _ in exhibits],
            "rivals": [words("rival") for _ in range(dice.randint(0, BRIEF_LIMITS["rivals"]))],
            "confidence": dice.choice([*HOW_SURE, None]),
            "change": words("change"),
            "rubric": random_ratings(dice, self.rubric),
        }

    def told(self, answer: Brief) -> list[Told]:
        """Return the parts of the brief, then the rubric."""
        lines = [(answer.claim, "the claim", False)]
        lines += [(one.quote, one.source, True) for one in answer.evidence]
        lines += [(rival, "a rival explanation", False) for rival in answer.rivals]
        lines.append((HOW_SURE.get(answer.confidence or "", "not chosen"), "how sure", False))
        lines.append((answer.change, "what would change the mind", False))
        if answer.text:
            lines.append((answer.text, "the text that was pasted", False))
        return [line for line in lines if line[0]] + told_ratings(answer.ratings, self.rubric)


def _confidence(answer: Brief, claim: Part) -> Part:
    if claim.outcome in ("unanswered", "wrong"):
        return _part("confidence", "unanswered", "how sure", "How sure of what? First say what you claim.")
    if answer.confidence is None:
        return _part("confidence", "unanswered", "how sure", "Say how sure one can be with this evidence.")
    said = "A good judgement holds as tightly as its evidence and no tighter."
    return _part("confidence", "right", f"how sure, {answer.confidence}", said)


def _part(name: str, outcome: Outcome, about: str, said: str) -> Part:
    """A part of the brief. It is there, or to mend; nobody says that it is right."""
    head = {"right": _THERE, "unanswered": _MISSING}.get(outcome, _TO_MEND)
    earned = {"right": 1.0, "near": 0.5}.get(outcome, 0.0)
    return Part(name, outcome, f"{head}: {about}", said, earned, 1.0, about=about)
