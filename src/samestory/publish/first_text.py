"""The first text of a lesson, its sheet and its plan: Markdown that belongs to its author from then on."""

import re
from collections.abc import Iterator

from samestory.case import Case
from samestory.draft.material import DraftMaterial, why_in_short
from samestory.exercise import Exercise

# Takes “*” and “[”, and “#” and “1.” where a line begins; leaves “-” within a word.
_SIGNS = re.compile(r"([\\\\`*_\[\]<>|~&]|^[#+-]|(?<=^\d)[.)])")
_MOST_READ = 3  # texts that stand side by side


def lesson_text(case: Case) -> str:
    """Return a lesson: the accounts side by side, a place worked out, the exercises, the exit question, the scores."""
    exercises = list(case.exercises)
    parts = [f"# {_plain(case.title)}", _plain(case.about), *_reader(case), *_worked(case)]
    if exercises:
        parts += _exercises(*exercises)
    return "\n\n".join(parts) + "\n"


def _exercises(*names: str) -> list[str]:
    *own, last = names
    return [
        "## Your turn",
        "Take the exercises as they come. Press *Check* when you are ready: you see at once what was right, and why.",
        *(_directive("exercise", name) for name in own),
        "## Before you go",
        _directive("exercise", last),
        "## Your two scores",
        "A careful reader catches what is wrong **and** trusts what is right. Which of the two was harder for you?",
        _directive("scores"),
    ]


def sheet_text(case: Case) -> str:
    """Return a sheet for a lesson without computers."""
    names = [name for name, one in case.exercises.items() if one.is_question or one.card.kind == "classify"]
    parts = [
        f"# {_plain(case.title)}: the sheet",
        "Name: ______________________________",
        "Read the accounts first. Your teacher has them. Then judge.",
        *(_directive("paper", name) for name in names[:4]),
        "## What would you ask?",
        "Choose one place of which you are not sure. Whom would you ask, and what?",
        _directive("lines", "4"),
    ]
    return "\n\n".join(parts) + "\n"


def plan_text(case: Case) -> str:
    """Return a teacher's plan."""
    rows = [("Read the accounts side by side", 8, "Alone, then in pairs: where do they part?")]
    rows += [(one.card.title, one.card.minutes, _how(one)) for one in case.exercises.values()]
    total = sum(minutes for _, minutes, _ in rows)
    table = ["| Minutes | What | How |", "| ---: | --- | --- |"]
    table += [f"| {minutes} | {_plain(what)} | {how} |" for what, minutes, how in rows]
    parts = [
        f"# {_plain(case.title)}: the plan",
        f"About {total} minutes. Leave out what your class doesn't need: take its lines out of `lesson.md`.",
        "## Afterwards they can",
        "- **say** where accounts of one event part, and **check** such a place against a source;\n"
        "- **leave alone** what looks odd and is right;\n"
        "- **say how sure** one can be: proved, likely or open.",
        "## You need",
        "The page `lesson.html` on each screen, from a memory stick, a shared folder or a site. It needs no network. "
        "Or the sheet, printed, with the accounts.",
        "## The hour",
        "\n".join(table),
        "## Ask, and listen for",
        "- “What told you that it was wrong?” *Listen for:* a source, not a feeling.\n"
        "- “You caught much and trusted little. What did you throw away that is true?” *Listen for:* one sound place.\n"
        "- “How sure can one be?” *Listen for:* what would have to turn up to change their mind.",
        "## Answers",
        _directive("answers", "all"),
    ]
    return "\n\n".join(parts) + "\n"


def _plain(text: str) -> str:
    """Return a text of somebody else's in such a way that Markdown takes none of its signs for its own."""
    return _SIGNS.sub(r"\\\1", " ".join(text.split()))


def _how(one: Exercise) -> str:
    return "In pairs" if one.is_question else "Alone"


def _directive(name: str, argument: str = "", *lines: str) -> str:
    return "\n".join([f"```{{{name}}} {argument}".rstrip(), *lines, "```"])


def _reader(case: Case) -> Iterator[str]:
    readable = [one for one in case.articles.values() if one.passage.words]
    told = [one.event for one in readable]
    event = max(told, key=told.count, default="")
    names = [one.id for one in readable if one.event == event][:_MOST_READ]
    if len(names) < 2:
        names = [one.id for one in readable][:_MOST_READ]
    if len(names) >= 2:
        yield "## Read the accounts side by side"
        yield (
            "Bands join the passages that accounts share. What has only one of them? Where do they tell it otherwise? "
            "Read before you judge."
        )
        yield _directive("reader", " ".join(names), ":without: finding control")
    if case.record:
        yield "Some places are easier to judge by what was said and done at the time."
        yield _directive("record")


def _worked(case: Case) -> Iterator[str]:
    given = DraftMaterial(case)
    one = given.worked
    if one is None:
        return
    _, evidence = given.speaking(one)[0]
    should = f" It should read “{_plain(one.should_be)}”." if one.should_be else ""
    yield "## One place, worked out"
    yield f"{given.outlet(one.article)} prints:"
    yield f"> {_plain(given.sentence(one))}"
    yield f"Is “{_plain(one.quote)}” right? We look for somebody who can know. {_plain(evidence.source)} has:"
    yield f"> {_plain(evidence.quote)}"
    yield f"{_plain(why_in_short(one))}{should} How sure can one be? We say: *{one.certainty}*."
