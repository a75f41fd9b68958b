"""What an exercise asks of its case: passages, faults, controls and evidence, as `exercise.Sources` names them."""

import datetime
import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import Any, TypeVar

from samestory.case.anchor import plain
from samestory.case.model import Article, Finding, Held, Reference, SoundPassage, Statement
from samestory.exercise import Control, Evidence, Fault, Shown, SpecError
from samestory.exercise.sources import Span
from samestory.language import shown_in
from samestory.text import Passage, PhraseError, passage

# Words to either side of a fault that a mark may take in at no cost: readers end a phrase in different places.
GRACE = 2
# What follows a bracket or a semicolon are details of where to find it, too long for a line of evidence.
_OF_SOURCE = re.compile(r" \(|;")
# Words of a heading that are shown whole; of a longer one six at its start and five at its end.
LONGEST_HEADING = 12

Placed = TypeVar("Placed", Finding, SoundPassage)


class LostError(SpecError):
    """What is asked for stands in a part of the case that is broken and has been reported itself."""


@dataclass(frozen=True)
class Desk:
    """The case's articles, record, findings and controls, ready for exercises to be built on.

    `lost` holds the ids that are in the case but broken, and `case`, `record` or `findings` if such a file can't
    be read at all: asking for one of those raises LostError. What lies in a passage `held` for the tests is not among
    "all" that stands somewhere, and can be asked for by name.
    """

    articles: Mapping[str, Article]
    record: Mapping[str, Statement]
    found: Mapping[str, Finding]
    sound: Mapping[str, SoundPassage]
    lost: Set[str] = frozenset()
    held: Sequence[Held] = ()
    _cut: dict[tuple[Any, ...], Passage] = field(default_factory=dict, compare=False)

    def shown(self, where: Mapping[str, Any]) -> Shown:
        """Return the passage that `where` names."""
        article, cut = self._article(where["article"], "passage"), self._passage(where)
        # Told by their text: headings are listed as lines of the file, and the passage numbers words.
        firsts = {p.first for p in cut.paragraphs if "".join(p.texts).strip() in article.headings}
        return Shown(cut, article.outlet, article.dated, frozenset(firsts), article.lang)

    def faults(self, where: Mapping[str, Any], ids: Sequence[str] | None) -> tuple[Fault, ...]:
        """Return findings of the passage as faults."""
        cut = self._passage(where)
        found = self._chosen(self.found, where["article"], cut, ids, "finding")
        return tuple(self._fault(finding, cut) for finding in found)

    def controls(self, where: Mapping[str, Any], ids: Sequence[str] | None) -> tuple[Control, ...]:
        """Return controls of the passage."""
        cut = self._passage(where)
        found = self._chosen(self.sound, where["article"], cut, ids, "control")
        return tuple(self._control(control, cut) for control in found)

    def evidence(self, references: Sequence[Mapping[str, Any]]) -> tuple[Evidence, ...]:
        """Return what the references point at."""
        return tuple(self.cite(reference(one)) for one in references)

    def cite(self, one: Reference) -> Evidence:
        """Return a reference as the learner sees it; SpecError if the case does not bear it out."""
        if one.says is not None:
            return Evidence(one.says, "Anyone can check", None, ours=True)
        if one.record is not None:
            return self._recorded(one.record, one.quote)
        article = self._article(str(one.article))
        # As printed first, marks at the edges included; only then by the words alone.
        printed = _printed(article.text, str(one.quote))
        if not printed:
            try:
                printed = article.passage.cut(*article.passage.find(str(one.quote)))
            except PhraseError as error:
                raise SpecError(f"{error} ({article.id})") from error
        lang = shown_in(article.lang).get("lang", "")
        return Evidence(printed, f"{article.outlet}, {article.dated}", article.id, lang=lang)

    def _recorded(self, name: str, quote: str | None) -> Evidence:
        if name not in self.record:
            there = ", ".join(sorted(self.record))
            raise self._missing([name], "record", f"the record has no entry {name!r}; it has {there}")
        entry = self.record[name]
        text = entry.words or entry.what or ""
        if quote is not None and not passage(text).places(quote):
            raise SpecError(f"the phrase “{quote}” does not stand in the record's entry {name!r}")
        source = f"The record, {day_in_words(entry.date)}: {entry.who} ({_OF_SOURCE.split(entry.source)[0]})"
        # What was done is told in our words, which must not stand in quotation marks as if somebody had said them.
        return Evidence(quote or text, source, None, ours=entry.words is None)

    def _article(self, name: str, *place: str) -> Article:
        if name not in self.articles:
            there = ", ".join(sorted(self.articles))
            raise self._missing([name], "case", f"there is no article {name!r}; there are {there}", *place)
        return self.articles[name]

    def _missing(self, names: Sequence[str], file: str, message: str, *place: str) -> SpecError:
        """Return the error for names that are not there: LostError if none of them is to blame."""
        # What is missing because its own file is broken has been reported there.
        lost = file in self.lost or all(name in self.lost for name in names)
        return LostError(message) if lost else SpecError(message, *place)

    def _passage(self, where: Mapping[str, Any]) -> Passage:
        key = (where["article"], where.get("from"), where.get("to"))
        # Many exercises show one passage, and cutting it into words takes time.
        if key not in self._cut:
            self._cut[key] = _cut(self._article(key[0], "passage"), where.get("from"), where.get("to"))
        return self._cut[key]

    def _chosen(
        self, known: Mapping[str, Placed], article: str, cut: Passage, ids: Sequence[str] | None, what: str
    ) -> tuple[Placed, ...]:
        inside = [one for one in known.values() if one.article == article]
        inside = [one for one in inside if cut.start <= one.start and one.end <= cut.end]
        inside.sort(key=lambda one: one.start)
        there = [one.id for one in inside]
        if ids is None:
            # Nothing here may mean that the file which tells of it is broken.
            if not there and self.lost:
                raise LostError("the findings that stand here may be among those that are broken")
            # Kept for the tests: a lesson that asks for all must not give them away.
            return tuple(one for one in inside if not any(part.touches(one) for part in self.held))
        missing = [name for name in ids if name not in there]
        if missing:
            names = ", ".join(name for name in missing if name not in self.lost)
            message = f"no {what} {names} stands in the passage; there stand: {', '.join(there) or 'none'}"
            raise self._missing(missing, "findings", message, f"{what}s")
        return tuple(one for one in inside if one.id in ids)

    def _fault(self, finding: Finding, cut: Passage) -> Fault:
        words = cut.span(finding.start, finding.end)
        first, last = cut.sentence_of(words[0])[0], cut.sentence_of(words[1])[1]
        # Never into the next sentence: a mark that runs on there marks something else.
        reach = (max(first, words[0] - GRACE), min(last, words[1] + GRACE))
        better = f" It should read: {finding.should_be}" if finding.should_be else ""
        if better and better[-1] not in ".!?”":
            better += "."
        return Fault(
            finding.id,
            words,
            cut.span(*finding.core),
            reach,
            finding.label,
            finding.also,
            heading(cut, words),
            finding.why + better,
            finding.certainty,
            tuple(self.cite(one) for one in finding.evidence),
        )

    def _control(self, control: SoundPassage, cut: Passage) -> Control:
        words = cut.span(control.start, control.end)
        said = f"{control.looks} {control.why}"
        return Control(control.id, words, heading(cut, words), said, tuple(self.cite(one) for one in control.evidence))


def reference(one: Mapping[str, Any]) -> Reference:
    """Return evidence as an author typed it."""
    return Reference(one.get("article"), one.get("record"), one.get("quote"), one.get("says"))


def heading(cut: Passage, words: Span) -> str:
    """Return the words in quotation marks, the middle left out if they are many."""
    first, last = words
    if last - first < LONGEST_HEADING:
        return f"“{cut.cut(first, last)}”"
    return f"“{cut.cut(first, first + 5)} … {cut.cut(last - 4, last)}”"


def _printed(text: str, quote: str) -> str:
    """Return `quote` as the text prints it, marks at its edges included; empty if it is typed in another way."""
    start = plain(text).find(plain(quote))
    return text[start : start + len(quote)] if start >= 0 else ""


def day_in_words(date: str) -> str:
    """Return an ISO date as it is read: 22 February 2022."""
    given = datetime.date.fromisoformat(date)
    return f"{given.day} {given:%B %Y}"


def _cut(article: Article, start: str | None, end: str | None) -> Passage:
    whole = article.passage
    if not whole.words:
        raise SpecError(f"the article {article.id!r} holds no words", "passage")
    try:
        first = whole.find(start, 0)[0] if start else 0
        last = whole.find(end, 0)[1] if end else len(whole.words) - 1
    except PhraseError as error:
        raise SpecError(f"{error} ({article.id})", "passage") from error
    if first > last:
        raise SpecError(f"the passage of {article.id!r} ends before it starts: exchange `from` and `to`", "passage")
    return passage(article.text, _outwards(article.text, whole.words[first].start, -1),
                   _outwards(article.text, whole.words[last].end, 1))  # fmt: skip


def _outwards(text: str, at: int, step: int) -> int:
    """Return `at` moved over the marks that touch the word there, so that no quotation mark is cut off."""
    # The character before when going back, the one at hand when going on.
    while 0 < at < len(text) and not text[at - (step < 0)].isspace():
        at += step
    return at
