"""The document that is printed: a title page, the contents, the pages of the course, and the answers."""

import html
import itertools
from collections.abc import Mapping, Sequence
from pathlib import Path

from samestory.book.directives.answers import AnswerLine, answer_lines
from samestory.book.print.whole import Leaf, Placed
from samestory.course import load_shipped
from samestory.course.syllabus import Syllabus
from samestory.exercise import Exercise
from samestory.widget.awaited import SCRIPT

SKIPPED = ("results.css", "progress.css")
STYLE = Path(__file__).parent / "paper.css"
SUBTITLE = "One event, several accounts. Learn to read the news against itself."
HOW = (
    "Everything here can be done with a pencil. Where the screen asks you to mark words, underline them and write the "
    "label’s letter beside them; tick boxes, circle the word that fits, write numbers and letters on the lines. Then "
    "look up the answers at the end, and count both: what you caught, and what you rightly left alone. Of the test’s "
    "two forms, form A stands before the lessons and form B after them."
)
RIGHTS = (
    "Lessons, exercises and the fictional case: CC BY 4.0. The five news articles, and the words quoted from them, "
    "belong to their publishers and are under no licence of ours; they are quoted as evidence, for teaching and "
    "criticism, with outlet and address beside them. If you reuse them, the law of your country on quotation and "
    "teaching decides what you may do."
)


def document(
    title: str,
    leaves: Sequence[Leaf],
    exercises: Mapping[str, Exercise],
    pages: Mapping[str, int],
    plan: Syllabus | None = None,
) -> str:
    """Return the whole HTML page; `pages` has the page numbers for the contents by anchor, as far as they are known.

    `plan` is that of the shipped course where none is given.
    """
    styles = dict.fromkeys(style for leaf in leaves for style in leaf.styles if not style.endswith(SKIPPED))
    links = "".join(f'<link rel="stylesheet" href="{html.escape(one)}">' for one in styles)
    told = answers(leaves, exercises, plan)
    sheets = "".join(f'<section class="sp-sheet" id="{leaf.anchor}">{leaf.body}</section>' for leaf in leaves)
    back = f'<section class="sp-sheet sp-answers" id="answers"><h1>Answers</h1>{told}</section>' if told else ""
    head = f'<meta charset="utf-8"><title>{html.escape(title)}</title><link rel="icon" href="data:,">{links}'
    return (
        f'<!DOCTYPE html><html lang="en" data-theme="light" class="js"><head>{head}'
        f'<style>{STYLE.read_text("utf-8")}</style><script defer src="_static/{SCRIPT}"></script></head>'
        f'<body><main class="sb-main"><article class="sb-article">{_front(title, leaves, bool(told), pages)}'
        f"{sheets}{back}</article></main></body></html>"
    )


def answers(leaves: Sequence[Leaf], exercises: Mapping[str, Exercise], plan: Syllabus | None = None) -> str:
    """Return the solution of every printed exercise that carries its key, page by page, the tests last."""
    last = (plan or load_shipped().syllabus).kept_apart()
    told: list[tuple[bool, str]] = []
    for leaf in leaves:
        known = [(one, exercises[one.id]) for one in leaf.exercises if one.id in exercises]
        shown = [(one, exercise) for one, exercise in known if exercise.card.mode == "practice"]
        if shown:
            entries = "".join(_answer(one, exercise) for one, exercise in shown)
            section = f"<section><h2>{html.escape(leaf.entry.title)}</h2>{entries}</section>"
            told.append((all(exercise.card.lesson in last for _, exercise in shown), section))
    return "".join(section for _, section in sorted(told, key=lambda one: one[0]))


def _front(title: str, leaves: Sequence[Leaf], is_answered: bool, pages: Mapping[str, int]) -> str:
    """Return the title page and the contents."""
    lists = []
    for part, group in itertools.groupby(leaves, key=lambda leaf: leaf.entry.part):
        rows = "".join(_row(leaf.anchor, leaf.entry.title, pages) for leaf in group)
        lists.append((f"<h3>{html.escape(part)}</h3>" if part else "") + f"<ul>{rows}</ul>")
    if is_answered:
        lists.append(f"<ul>{_row('answers', 'Answers', pages)}</ul>")
    return (
        f'<section class="sp-title"><h1>{html.escape(title)}</h1><p class="sp-line">{SUBTITLE}</p>'
        f'<p>{HOW}</p><p class="sp-rights">{RIGHTS}</p></section>'
        f'<section class="sp-sheet sp-contents"><h2>Contents</h2>{"".join(lists)}</section>'
    )


def _row(anchor: str, title: str, pages: Mapping[str, int]) -> str:
    number = f"<span>{pages[anchor]}</span>" if anchor in pages else ""
    return f'<li><a href="#{anchor}">{html.escape(title)}{number}</a></li>'


def _answer(placed: Placed, exercise: Exercise) -> str:
    card, told = exercise.card, answer_lines(exercise)
    number = f"Exercise {placed.number}. " if placed.number else ""
    head = f'<h3><a href="#{placed.anchor}">{number}{html.escape(card.title)}</a></h3>'
    solution = "".join(f"<p>{html.escape(text)}</p>" for text in card.solution.split("\n\n"))
    introduced, text = exercise.in_full()
    full = f"<p>{introduced}:</p><pre>{html.escape(text)}</pre>" if text else ""
    if len(told) == 1:
        return f"{head}<p><b>{html.escape(told[0].about)}</b></p>{solution}{full}"
    tag = "ol" if exercise.is_numbered(on_paper=True) else "ul"
    return f"{head}{solution}{full}<{tag}>{''.join(map(_item, told))}</{tag}>"


def _item(line: AnswerLine) -> str:
    place = f"<i>{html.escape(line.place)}.</i> " if line.place else ""
    return f"<li><b>{html.escape(line.about)}</b> {place}{html.escape(line.why)}</li>"
