"""Questions as Moodle's question bank imports them. Source: https://docs.moodle.org/en/Moodle_XML_format .

Where items each have a choice, a question becomes one with embedded answers (Cloze): unlike Moodle's matching it takes
more than one right choice for an item, and says something to each wrong one.
"""

import html
import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from samestory.package.quiz.question import QuizChoice, QuizItem, QuizQuestion

# The only shares that Moodle's import takes, in per cent; others stop it.
MOODLE_GRADES = (100, 90, 83.33333, 80, 75, 70, 66.66667, 60, 50, 40, 33.33333, 30, 25, 20, 16.66667, 14.28571, 12.5,
                 11.11111, 10, 5, 0)  # fmt: skip
# What has a meaning of its own in an embedded answer; takes “}” and “~”, leaves “(”.
_CLOZE_SIGNS = re.compile(r'[{}~#/"\\=%]')
_TYPES = {"one": "multichoice", "several": "multichoice", "each": "cloze", "order": "ordering"}
_TYPES |= {"text": "shortanswer", "number": "numerical"}


def moodle_xml(questions: Sequence[QuizQuestion], lesson: str) -> bytes:
    """The file for *Import* in a question bank; its questions come into a category of their own."""
    quiz = Element("quiz")
    category = SubElement(quiz, "question", type="category")
    _text(category, "category", f"$course$/top/Same Story: {lesson}")
    for one in questions:
        quiz.append(_question(one))
    indent(quiz)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(quiz, encoding="unicode")}\n'.encode()


def nearest_grade(share: float) -> float:
    """The share from -1 to 1 as the per cent that Moodle knows.

    >>> nearest_grade(1 / 3), nearest_grade(-0.26)
    (33.33333, -25)
    """
    best = min(MOODLE_GRADES, key=lambda one: abs(one - 100 * abs(share)))
    return -best if share < 0 else best


def _question(one: QuizQuestion) -> Element:
    question = Element("question", type=_TYPES[one.form])
    _text(question, "name", one.title)
    embedded = "".join(_embedded(item) for item in one.items) if one.form == "each" else ""
    _text(question, "questiontext", prompt_html(one) + embedded, format="html")
    _text(question, "generalfeedback", _paragraph(one.solution), format="html")
    SubElement(question, "defaultgrade").text = f"{one.points:g}"
    SubElement(question, "penalty").text = "0.3333333"
    SubElement(question, "idnumber").text = one.id
    if one.form in ("one", "several"):
        SubElement(question, "single").text = "true" if one.form == "one" else "false"
        SubElement(question, "shuffleanswers").text = "true"
        SubElement(question, "answernumbering").text = "none"
    if one.form == "text":
        SubElement(question, "usecase").text = "0"
    if one.form == "order":
        _ordering(question, one)
    elif one.form != "each":
        for choice in one.items[0].choices:
            _answer(question, one, choice)
    return question


def _answer(question: Element, one: QuizQuestion, choice: QuizChoice) -> None:
    # A star stands for any other answer, of a text and of a number alike.
    shown = _paragraph(choice.text) if one.form in ("one", "several") else choice.text or "*"
    form = "html" if one.form in ("one", "several") else "moodle_auto_format"
    answer = SubElement(question, "answer", fraction=_plain_number(nearest_grade(choice.share)), format=form)
    SubElement(answer, "text").text = shown
    _text(answer, "feedback", _paragraph(choice.said), format="html")
    if one.form == "number" and choice.text:
        SubElement(answer, "tolerance").text = f"{choice.within:g}"


def _ordering(question: Element, one: QuizQuestion) -> None:
    told = {"layouttype": "VERTICAL", "selecttype": "ALL", "selectcount": "0", "showgrading": "SHOW"}
    # Pairs that stand the right way round, as our own score counts them.
    for name, value in {**told, "gradingtype": "RELATIVE_ALL_PREVIOUS_AND_NEXT"}.items():
        SubElement(question, name).text = value
    for at, item in enumerate(one.items, 1):
        answer = SubElement(question, "answer", fraction=str(at), format="html")
        SubElement(answer, "text").text = _paragraph(item.text)


def _embedded(item: QuizItem) -> str:
    """An item with a menu of its choices.

    What Moodle takes for the right one has 100 per cent: there may be several.
    """
    choices = "~".join(map(_alternative, item.choices))
    return f"{_paragraph(item.text)}<p>{{1:MULTICHOICE:{choices}}}</p>"


def _alternative(one: QuizChoice) -> str:
    # The feedback is HTML once its entities are undone.
    said = f"#{_cloze(html.escape(one.said, quote=False))}" if one.said else ""
    return f"%{_plain_number(nearest_grade(one.share))}%{_cloze(one.text)}{said}"


def _plain_number(number: float) -> str:
    # With five decimals, as Moodle lists its shares.
    return f"{number:.5f}".rstrip("0").rstrip(".")


def _cloze(text: str) -> str:
    """A text within an embedded answer: Moodle undoes entities there, and splits at nothing that follows an `&`."""
    plain = html.escape(" ".join(text.split()), quote=False)
    return _CLOZE_SIGNS.sub(lambda sign: f"&#{ord(sign[0])};", plain)


def prompt_html(one: QuizQuestion) -> str:
    """What a question shows above its choices: its paragraphs, then the evidence with its source."""
    evidence = "".join(
        f"<blockquote>{_paragraph(each.quote)}<p><small>{html.escape(each.source)}</small></p></blockquote>"
        for each in one.show
    )
    return "".join(map(_paragraph, one.prompt)) + evidence


def _paragraph(text: str) -> str:
    return f"<p>{html.escape(text, quote=False).replace(chr(10), '<br/>')}</p>" if text else ""


def _text(above: Element, name: str, text: str, **attributes: str) -> None:
    SubElement(SubElement(above, name, attributes), "text").text = text
