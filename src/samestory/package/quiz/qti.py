"""Questions in QTI 2.1, which most platforms import: an item each, a test that lists them, and a manifest.

Source: IMS Question and Test Interoperability, version 2.1 (2012), https://www.imsglobal.org/question/ .
"""

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, fromstring, indent, register_namespace, tostring

from samestory.package.quiz.moodle import prompt_html
from samestory.package.quiz.question import QuizChoice, QuizItem, QuizQuestion
from samestory.package.scorm import zipped
from samestory.template import rendered

QTI = "http://www.imsglobal.org/xsd/imsqti_v2p1"
WHERE = "http://www.w3.org/2001/XMLSchema-instance"
SCHEMA_PLACE = f"{QTI} http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd"
SOLUTION = "solution"
ALL_OR_NOTHING = "the order earns its points only as a whole"
# By form: how many values an answer has, and of which type.
_DECLARED = {
    "one": ("single", "identifier"),
    "several": ("multiple", "identifier"),
    "each": ("multiple", "directedPair"),
    "order": ("ordered", "identifier"),
    "text": ("single", "string"),
    "number": ("single", "float"),
}


def qti_zip(questions: Sequence[QuizQuestion], lesson: str, title: str) -> bytes:
    """The package; the same questions give the same bytes."""
    items = {f"{one.id}.xml": qti_item(one) for one in questions}
    test = rendered("package/quiz/test.xml.j2", lesson=lesson, title=title, items=items)
    manifest = rendered("package/quiz/manifest.xml.j2", lesson=lesson, items=items)
    return zipped({"imsmanifest.xml": manifest, "test.xml": test, **items})


def qti_item(one: QuizQuestion) -> str:
    """A question as an item of its own."""
    register_namespace("", QTI)
    register_namespace("xsi", WHERE)
    told = {"identifier": f"item-{one.id}", "title": one.title, "adaptive": "false", "timeDependent": "false"}
    item = Element(_name("assessmentItem"), {f"{{{WHERE}}}schemaLocation": SCHEMA_PLACE, **told})
    _declare(item, one)
    for name, cardinality, base in (("SCORE", "single", "float"), ("FEEDBACK", "multiple", "identifier")):
        _add(item, "outcomeDeclaration", identifier=name, cardinality=cardinality, baseType=base)
    body = _add(item, "itemBody")
    # Our own markup, which is sound XML; what it quotes is escaped.
    body.extend(fromstring(f'<div xmlns="{QTI}">{prompt_html(one)}</div>'))
    _interaction(body, one)
    _processing(item, one)
    for name, said in _said(one).items():
        feedback = _add(item, "modalFeedback", outcomeIdentifier="FEEDBACK", showHide="show", identifier=name)
        _add(feedback, "p").text = said
    indent(item)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(item, encoding="unicode") + "\n"


def _declare(item: Element, one: QuizQuestion) -> None:
    cardinality, base = _DECLARED[one.form]
    declared = _add(item, "responseDeclaration", identifier="RESPONSE", cardinality=cardinality, baseType=base)
    correct = _add(declared, "correctResponse")
    for value in _right(one):
        _add(correct, "value").text = value
    if one.form in ("order", "number"):
        return
    most = one.points / len(one.items)
    mapping = _add(declared, "mapping", lowerBound="0", upperBound=f"{one.points:g}", defaultValue="0")
    for part in one.items:
        for choice in part.choices:
            if choice.share and choice.text:
                more = {"caseSensitive": "false"} if one.form == "text" else {}
                _add(
                    mapping,
                    "mapEntry",
                    mapKey=_key(one, part, choice),
                    mappedValue=f"{choice.share * most:.4g}",
                    **more,
                )


def _right(one: QuizQuestion) -> list[str]:
    if one.form == "order":
        return [_id(item.id) for item in one.items]
    if one.form == "several":
        return [_key(one, item, each) for item in one.items for each in item.choices if each.share > 0]
    return [_key(one, item, item.best[0]) for item in one.items]


def _key(one: QuizQuestion, item: QuizItem, choice: QuizChoice) -> str:
    if one.form in ("text", "number"):
        return choice.text
    return f"{_id(item.id)} to-{choice.id}" if one.form == "each" else _id(choice.id)


def _id(name: str) -> str:
    """An identifier begins with a letter or an underscore; ours may begin with a digit."""
    return f"_{name}" if name[:1].isdigit() else name


def _interaction(body: Element, one: QuizQuestion) -> None:
    asked = {"responseIdentifier": "RESPONSE"}
    if one.form in ("one", "several"):
        most = "1" if one.form == "one" else "0"
        choices = _add(body, "choiceInteraction", **asked, shuffle="true", maxChoices=most)
        for choice in one.items[0].choices:
            _add(choices, "simpleChoice", identifier=_id(choice.id)).text = choice.text
    elif one.form == "order":
        order = _add(body, "orderInteraction", **asked, shuffle="true")
        for item in sorted(one.items, key=lambda each: each.id):
            _add(order, "simpleChoice", identifier=_id(item.id)).text = item.text
    elif one.form == "each":
        _matching(body, one, asked)
    else:
        _add(_add(body, "p"), "textEntryInteraction", **asked, expectedLength="40")


def _matching(body: Element, one: QuizQuestion, asked: dict[str, str]) -> None:
    count = str(len(one.items))
    match = _add(body, "matchInteraction", **asked, shuffle="false", maxAssociations=count)
    items, options = _add(match, "simpleMatchSet"), _add(match, "simpleMatchSet")
    for item in one.items:
        _add(items, "simpleAssociableChoice", identifier=_id(item.id), matchMax="1").text = item.text
    for choice in one.items[0].choices:
        _add(options, "simpleAssociableChoice", identifier=f"to-{choice.id}", matchMax=count).text = choice.text


def _processing(item: Element, one: QuizQuestion) -> None:
    """The points, then the feedback: the solution, and of one choice what is said to it."""
    steps = _add(item, "responseProcessing")
    if one.form == "number":
        _numbers(steps, one)
    elif one.form == "order":
        condition = _add(_add(steps, "responseCondition"), "responseIf")
        match = _add(condition, "match")
        _add(match, "variable", identifier="RESPONSE")
        _add(match, "correct", identifier="RESPONSE")
        _points(condition, one.points)
    else:
        _add(_add(steps, "setOutcomeValue", identifier="SCORE"), "mapResponse", identifier="RESPONSE")
    feedback = _add(_add(steps, "setOutcomeValue", identifier="FEEDBACK"), "multiple")
    _add(feedback, "baseValue", baseType="identifier").text = SOLUTION
    if one.form in ("one", "several"):
        _add(feedback, "variable", identifier="RESPONSE")


def _numbers(steps: Element, one: QuizQuestion) -> None:
    condition = _add(steps, "responseCondition")
    for at, choice in enumerate(each for each in one.items[0].choices if each.text and each.share):
        branch = _add(condition, "responseElseIf" if at else "responseIf")
        within = f"{choice.within:g} {choice.within:g}"
        equal = _add(branch, "equal", toleranceMode="absolute", tolerance=within)
        _add(equal, "variable", identifier="RESPONSE")
        _add(equal, "baseValue", baseType="float").text = choice.text
        _points(branch, choice.share * one.points)


def _points(above: Element, points: float) -> None:
    _add(_add(above, "setOutcomeValue", identifier="SCORE"), "baseValue", baseType="float").text = f"{points:.4g}"


def _said(one: QuizQuestion) -> dict[str, str]:
    choices = one.items[0].choices if one.form in ("one", "several") else ()
    return {SOLUTION: one.solution, **{_id(each.id): each.said for each in choices if each.said}}


def _name(tag: str) -> str:
    return f"{{{QTI}}}{tag}"


def _add(above: Element, tag: str, **attributes: str) -> Element:
    return SubElement(above, _name(tag), attributes)
