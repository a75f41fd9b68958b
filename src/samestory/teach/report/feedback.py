"""A student's page of feedback: one HTML file that loads nothing, runs nothing, and can be read by anybody's machine.

Whatever came from a learner or a file's name is escaped and kept from steering the text; the Content-Security-Policy
allows the page's own style sheet, by its hash, and nothing else. An assigned exercise shows its points and counts
and the learner's own answer; nothing of its key. Of one that waits for another, such as a form of a test, only the
learner's own answer is shown: the page is given back, and what was right would help with the other form.
"""

import base64
import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace
from importlib import resources
from pathlib import PurePosixPath

from samestory.answer.keep import FOLDER
from samestory.course import load_shipped
from samestory.exercise import Part, Verdict
from samestory.exercise.card import Told
from samestory.exercise.parts.first_look import first_look_in_words
from samestory.exercise.parts.withheld import withheld
from samestory.teach.handin.nbgrader import STAMP
from samestory.teach.report.gradebook import percent
from samestory.teach.report.plain import MOST_NAMED, harmless
from samestory.teach.row import File, Graded, Row
from samestory.teach.seal import GENERATOR
from samestory.template import rendered

_HERE = resources.files("samestory.teach.report")
COLOURS = (_HERE / "colours.css").read_text(encoding="utf-8")  # of every page that grading writes
_STYLE = COLOURS + (_HERE / "feedback.css").read_text(encoding="utf-8")
MOST_TOLD = 200  # lines of an answer
_NAMES = {"caught": "Caught", "trusted": "Rightly trusted"}
_MEANING = {
    "caught": "faults found, and their kind, at the first look",
    "trusted": "sound passages left alone, at the first look",
}
_INSTEAD_OF_POINTS = {"not attempted": "not answered", "recorded": "kept"}


def page(rows: Sequence[Row]) -> str:
    """The page on everything that one student handed in."""
    page = rendered(
        "teach/report/feedback.html.j2",
        generator=GENERATOR,
        style=_STYLE,
        hash=base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode(),
        student=rows[0].student,
        rows=_kept_back(rows),
        names=_NAMES,
        most_named=MOST_NAMED,
        meaning=_MEANING,
        title=_title,
        percent=percent,
        measured=_measured,
        counted=_counted,
        first_look=_first_look,
        after=_after,
        points=_points,
        aside=_aside,
        shown_to_learner=_shown_to_learner,
        answered=_answered,
        own_files=_own_files,
        facts=_facts,
    )
    return f"{harmless(page)}\n"


def _kept_back(rows: Sequence[Row]) -> list[Row]:
    """The rows, with verdicts kept back from the learner as the exercises themselves keep them back."""
    course = load_shipped().exercises
    every = [one for row in rows for one in row.graded]
    done = {one.keyed.exercise.card.id for one in every if one.verdict.state == "graded" and not _left(one)}

    def kept(one: Graded) -> Graded:
        # Of an assigned exercise nothing of the key is shown anyhow, so its points need not wait.
        waits = [] if one.keyed.assigned else [name for name in one.keyed.exercise.card.until if name not in done]
        titles = [course[name].card.title if name in course else name for name in waits]
        verdict = withheld(one.verdict, titles, left=0 if one.keyed.assigned else _left(one))
        return replace(one, verdict=verdict, first=one.first if verdict is one.verdict else None)

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
    # Only lessons have a number in front: `tests` and a teacher's own file keep their names.
    numbered = re.fullmatch(r"(\d+)-(.+)", lesson)
    if numbered:
        return f"Lesson {int(numbered[1])}: {numbered[2].replace('-', ' ')}"
    return f"{lesson[:1].upper()}{lesson[1:].replace('-', ' ')}" or "What you handed in"


def _own_files(row: Row) -> list[File]:
    """The files that a learner handed in and knows: not the records that `check` keeps beside a notebook."""
    known = [one for one in row.files if PurePosixPath(one.name).parent.name != FOLDER and _is_theirs(one)]
    return known or list(row.files)


def _is_theirs(file: File) -> bool:
    # nbgrader's stamp, and copies of exercises that were handed out, are no learner's work.
    path = PurePosixPath(file.name)
    return path.name != STAMP and path.parent.name != "assigned"


def _title(row: Row) -> str:
    return lesson_title(row.lesson) if row.status != "unreadable" else "A file that could not be read"


def _measured(row: Row) -> list[tuple[str, int, int]]:
    """Both scores of a row, as far as there is anything to find."""
    scores = [(name, *row.measured(name)) for name in _NAMES]
    return [(name, count, of) for name, count, of in scores if of]


def _answered(one: Graded) -> list[Told]:
    assert one.chosen, "the template asks only where there is an answer"
    return one.keyed.exercise.told(one.chosen.found.record.answer)[:MOST_TOLD]


def _shown_to_learner(one: Graded) -> Verdict:
    return one.verdict.without_key() if one.keyed.assigned else one.verdict


def _counted(verdict: Verdict, name: str) -> str:
    return next((f"{one.count} of {one.of}" for one in verdict.measures if one.name == name), "–")


def _after(row: Row) -> str:
    """Both scores as last checked, where that is not what the first looks came to."""
    said = [f"{name.lower()} {found[0]}" for key, name in _NAMES.items() if (found := row.found_after(key))[1]]
    differs = any(row.found_after(name) != row.found(name) for name in _NAMES)
    return f"After feedback: {', '.join(said)}." if said and differs else ""


def _first_look(one: Graded) -> str:
    """What there is to say of the first look, where feedback was given between it and the answer that counts."""
    exercise = one.keyed.exercise
    if not one.chosen or one.verdict.state != "graded" or exercise.card.once or one.keyed.assigned:
        return ""
    look = one.chosen.first
    return first_look_in_words(one.looked.measures, look.hints, look.sure, one.first is None)


def _points(verdict: Verdict) -> str:
    return _INSTEAD_OF_POINTS.get(verdict.state) or f"{verdict.points:g} of {verdict.of:g}"


def _aside(one: Graded) -> str:
    """Why its points are in no sum, if they are not."""
    if one.excused:
        return " (excused, not counted)"
    if one.counts:
        return ""
    return " (extra, not counted)" if one.keyed.exercise.card.extra else " (a check of words, not counted)"


def _facts(part: Part) -> str:
    """What a part earned or cost, and how sure it is."""
    facts = [f"{part.earned:g} of {part.possible:g}"] if part.possible > 0 else []
    facts += [f"costs {-part.earned:g}"] if part.earned < 0 else []
    facts += [part.certainty] if part.certainty else []
    return ", ".join(facts)
