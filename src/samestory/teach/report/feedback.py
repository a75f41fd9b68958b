"""A student's page of feedback: one HTML file that loads nothing, runs nothing, and can be read by anybody's machine.

Whatever came from a learner or a file's name is escaped and kept from steering the text; the Content-Security-Policy
allows the page's own style sheet, by its hash, and nothing else. An assigned exercise shows its points and counts
and the learner's own answer; nothing of its key. Of one that waits for another, such as a form of a test, only the
learner's own answer is shown: the page is given back, and what was right would help with the other form.
"""

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from html import escape
from importlib import resources

from samestory.course import load_shipped
from samestory.exercise import Part, Verdict
from samestory.exercise.parts.withheld import withheld
from samestory.teach.grade import Graded, Row
from samestory.teach.own import Said, in_words
from samestory.teach.report.gradebook import percent
from samestory.teach.report.plain import shown
from samestory.teach.seal import GENERATOR

_STYLE = (resources.files("samestory.teach.report") / "feedback.css").read_text(encoding="utf-8")
_HASH = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
POLICY = f"default-src 'none'; style-src 'sha256-{_HASH}'; base-uri 'none'; form-action 'none'"
_NAMES = {"caught": "Caught", "trusted": "Rightly trusted"}
_MEANING = {"caught": "faults found, and their kind", "trusted": "sound passages left alone"}


def page(rows: Sequence[Row]) -> str:
    """The page on everything that one student handed in."""
    student = rows[0].student
    kept = _kept_back(rows)
    body = "\n".join(piece for at, row in enumerate(kept, 1) for piece in _lesson(row, at))
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
{GENERATOR}
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Feedback for {_text(student)}</title>
<style>{_STYLE}</style>
</head>
<body>
<header>
<h1>Feedback for <bdi>{_text(student)}</bdi></h1>
</header>
<main>
{body}
</main>
<footer>
<p>Same Story graded the answers in your notebook; none of its code was run. <em>Caught</em> counts the faults
whose kind you told, <em>rightly trusted</em> the sound passages that you left alone: a good reader scores on both.</p>
</footer>
</body>
</html>
"""


def _kept_back(rows: Sequence[Row]) -> list[Row]:
    """The rows, with verdicts kept back from the learner as the exercises themselves keep them back."""
    course = load_shipped().exercises
    every = [one for row in rows for one in row.graded]
    done = {one.keyed.exercise.card.id for one in every if one.verdict.state == "graded" and not _left(one)}

    def kept(one: Graded) -> Graded:
        waits = [] if one.keyed.assigned else [name for name in one.keyed.exercise.card.until if name not in done]
        titles = [course[name].card.title if name in course else name for name in waits]
        return replace(one, verdict=withheld(one.verdict, titles, left=0 if one.keyed.assigned else _left(one)))

    return [replace(row, graded=tuple(map(kept, row.graded))) for row in rows]


def _left(one: Graded) -> int:
    """How many items are left empty, of an exercise that is done when none is."""
    exercise = one.keyed.exercise
    return exercise.left(one.chosen.found.record.answer) if exercise.card.once and one.chosen else 0


def lesson_title(lesson: str) -> str:
    """A lesson's name as people say it.

    >>> lesson_title("07-odd-phrases")
    'Lesson 7: odd phrases'
    """
    numbered = re.fullmatch(r"(\d+)-(.+)", lesson)
    if numbered:
        return f"Lesson {int(numbered[1])}: {numbered[2].replace('-', ' ')}"
    return f"{lesson[:1].upper()}{lesson[1:].replace('-', ' ')}" or "What you handed in"


def _lesson(row: Row, at: int) -> Iterator[str]:
    title = lesson_title(row.lesson) if row.status != "unreadable" else "A file that could not be read"
    yield f'<section aria-labelledby="lesson-{at}">\n<h2 id="lesson-{at}">{_text(title)}</h2>'
    if row.graded and not any(one.verdict.state == "recorded" for one in row.graded):
        share = percent(row)
        of_all = f' <span class="quiet">({share:g} %)</span>' if share is not None else ""
        yield f'<p class="points">{row.points:g} of {row.of:g} points{of_all}</p>'
        yield from _scores(row)
    names = ", ".join(f"<bdi>{_text(file.name)}</bdi>" for file in row.files[:20])
    names += f" and {len(row.files) - 20} more" if len(row.files) > 20 else ""
    yield f'<p class="quiet">Read from {names}.</p>'
    if row.notes:
        yield "<h3>What was found in your files</h3>\n<ul>"
        yield from (f"<li><bdi>{_text(note.text)}</bdi></li>" for note in row.notes)
        yield "</ul>"
    if row.graded:
        yield from _overview(row)
        for number, one in enumerate(row.graded, 1):
            yield from _exercise(one, number, at)
    yield "</section>"


def _scores(row: Row) -> Iterator[str]:
    scores = [(name, *row.measured(name)) for name in _NAMES]
    if not any(of for _, _, of in scores):
        return
    yield '<dl class="scores">'
    for name, count, of in scores:
        if of:
            bar = _bar(count / of)
            yield f"<div><dt>{_NAMES[name]}: {count} of {of}</dt><dd>{_MEANING[name]}{bar}</dd></div>"
    yield "</dl>"


def _bar(share: float) -> str:
    """A bar beside its numbers. (A drawing, since the policy allows no style of its own on an element.)"""
    bars = f'<rect class="all" width="100" height="8"/><rect class="got" width="{100 * share:.1f}" height="8"/>'
    return f'<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">{bars}</svg>'


def _overview(row: Row) -> Iterator[str]:
    yield "<table>\n<caption>Your exercises</caption>"
    heads = "".join(f'<th scope="col">{name}</th>' for name in ("Exercise", "Points", *_NAMES.values()))
    yield f"<thead><tr>{heads}</tr></thead>\n<tbody>"
    for number, one in enumerate(row.graded, 1):
        counts = {measure.name: f"{measure.count} of {measure.of}" for measure in one.verdict.measures}
        cells = "".join(f"<td>{counts.get(name, '–')}</td>" for name in ("caught", "trusted"))
        title = f'<th scope="row">{number}. {_text(one.keyed.exercise.card.title)}{_aside(one)}</th>'
        yield f"<tr>{title}<td>{_points(one.verdict)}</td>{cells}</tr>"
    yield "</tbody>\n</table>"


def _exercise(one: Graded, number: int, at: int) -> Iterator[str]:
    verdict = one.verdict.without_key() if one.keyed.assigned else one.verdict
    name = f"exercise-{at}-{number}"
    title = _text(one.keyed.exercise.card.title)
    yield f'<article class="exercise" aria-labelledby="{name}">\n<h3 id="{name}">{number}. {title}</h3>'
    yield f"<p><strong>{_points(verdict)}{_aside(one)}.</strong> <bdi>{_text(verdict.headline)}</bdi></p>"
    if one.chosen and verdict.state != "not attempted":
        yield "<h4>Your answer</h4>"
        yield from _own(in_words(one.keyed, one.chosen.found.record.answer))
    if verdict.parts:
        yield '<h4>Point by point</h4>\n<ul class="parts">'
        for part in verdict.parts:
            yield from _part(part)
        yield "</ul>"
    elif one.keyed.assigned and verdict.state == "graded":
        yield '<p class="quiet">This exercise is set by your teacher, who has its solution.</p>'
    yield "</article>"


def _own(said: Iterable[Said]) -> Iterator[str]:
    yield '<ul class="given">'
    for one in said:
        text = f"<q><bdi>{_text(one.text)}</bdi></q>" if one.quoted else f"<bdi>{_text(one.text)}</bdi>"
        about = f": {_text(one.about)}" if one.about else ""
        yield f"<li>{text}{about}</li>"
    yield "</ul>"


def _part(part: Part) -> Iterator[str]:
    yield f'<li class="part {_text(part.outcome)}">\n<h5><bdi>{_text(part.heading)}</bdi></h5>'
    facts = [f"{part.earned:g} of {part.possible:g}"] if part.possible > 0 else []
    facts += [f"costs {-part.earned:g}"] if part.earned < 0 else []
    facts += [part.certainty] if part.certainty else []
    if facts:
        yield f'<p class="quiet">{_text(", ".join(facts))}</p>'
    yield f"<p>{_text(part.said)}</p>"
    for evidence in part.evidence:
        tag = "p" if evidence.ours else "blockquote"
        yield (
            f'<figure class="clipping"><figcaption>{_text(evidence.source)}</figcaption>'
            f"<{tag}>{_text(evidence.quote)}</{tag}></figure>"
        )
    yield "</li>"


def _aside(one: Graded) -> str:
    """Why its points are in no sum, if they are not."""
    if one.counts:
        return ""
    return " (extra, not counted)" if one.keyed.exercise.card.extra else " (a check of words, not counted)"


def _points(verdict: Verdict) -> str:
    named = {"not attempted": "not answered", "recorded": "kept"}
    return named.get(verdict.state) or f"{verdict.points:g} of {verdict.of:g}"


def _text(text: str) -> str:
    """The one door through which text comes onto the page."""
    return escape(shown(text), quote=True)
