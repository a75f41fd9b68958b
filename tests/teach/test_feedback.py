"""A page of feedback explains every part, escapes everything, loads nothing, and keeps an assigned key."""

import base64
import hashlib
import itertools
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_notebooks import answered, notebook, record
from small_course import RIGHT, SECRET, keys

from samestory.teach.grade import grade_student
from samestory.teach.handin.intake import Content
from samestory.teach.handin.submissions import Submission
from samestory.teach.report.feedback import lesson_title, page
from samestory.teach.row import Row

ALL = [record(name, answer) for name, answer in RIGHT.items()]
VOID = {"meta", "rect"}


class Outline(HTMLParser):
    """The elements of a page, and whether they are closed in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.names: list[str] = []
        self.text = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.names += [name for name, _ in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def rows(*records: object, student: str = "anna", file: str = "a.ipynb", assigned: tuple[str, ...] = ()) -> list[Row]:
    data = notebook(answered(*records))
    return grade_student([Submission(student, "", file, lambda _: Content(data))], keys(assigned), 2e9)


def test_a_page_shows_both_scores_the_answer_and_the_explanation() -> None:
    text = Outline(page(rows(*ALL))).text
    for words in ("6 of 6 points", "Caught: 2 of 2", "Rightly trusted: 2 of 2", SECRET, "Lesson 1: first steps"):
        assert words in text
    for own in ("Founding of the Republic", "hello", "because", "keep the peace"):
        assert own in text


def test_a_page_is_well_formed_and_its_headings_stand_in_order() -> None:
    outline = Outline(page(rows(*ALL)))
    assert outline.open == []
    levels = [int(tag[1]) for tag in outline.tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))
    assert {"header", "main", "footer", "caption"} <= set(outline.tags)


def test_the_policy_allows_the_pages_own_style_and_nothing_else() -> None:
    text = page(rows(*ALL))
    (style,) = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    allowed = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{allowed}'; base-uri 'none'; form-action 'none'" in text
    assert text.index("Content-Security-Policy") < text.index("<style>")
    outline = Outline(text)
    assert not {"script", "link", "img", "iframe", "object", "form", "base"} & set(outline.tags)
    assert re.findall(r'href="(?!#)', text) == []
    assert not {"style", "src", "onload", "onclick"} & set(outline.names)
    assert "url(" not in style
    assert "@import" not in style


def test_an_assigned_exercise_shows_points_and_the_own_answer_but_nothing_of_the_key() -> None:
    text = Outline(page(rows(*ALL, assigned=tuple(RIGHT)))).text
    assert SECRET not in text
    assert "Point by point" not in text
    for words in ("2 of 2", "Caught 1 of 1", "hello", "because", "Founding of the Republic", "set by your teacher"):
        assert words in text


def test_a_wrong_answer_to_an_assigned_exercise_tells_nothing_of_the_right_one() -> None:
    wrong = record("greeting", {"text": "bye"}), record("sorting", {"placed": {"i1": "fine"}})
    text = Outline(page(rows(*wrong, assigned=tuple(RIGHT)))).text
    assert "hello" not in text
    assert "because" not in text


HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</title></style><h1>x",
    "' onmouseover='x",
    "&lt;b&gt;",
    "]]><!--",
    "\u202egnp.exe\u2066",
    "\0\x1b[31m",
    "{{ 7*7 }}{% raw %}{#",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_a_learner_wrote_or_is_named_stays_text(text: str) -> None:
    given = rows(record("greeting", {"text": text}), record(text, text), student=text, file=f"{text}.ipynb")
    plain = Outline(page(rows(*ALL)))
    hostile = Outline(page(given))
    assert hostile.open == []
    assert set(hostile.tags) <= set(plain.tags) | {"ul", "li"}
    assert set(hostile.names) <= set(plain.names)
    assert not set("\0\x1b\u202e\u2066") & set(page(given))


def test_what_looks_like_a_template_is_shown_as_it_was_written() -> None:
    given = rows(record("greeting", {"text": "{{ 7*7 }}"}), student="{{ 7*7 }}", file="{{ 7*7 }}.ipynb")
    shown = page(given).partition("<body>")[2]
    assert "49" not in shown
    assert shown.count("{{ 7*7 }}") == 4  # the heading, the file, the answer, and what is said of it


@settings(max_examples=200, derandomize=True, deadline=None)
@given(st.text(), st.text())
def test_no_text_breaks_a_page(student: str, answer: str) -> None:
    text = page(rows(record("greeting", {"text": answer}), student=student or "x"))
    assert Outline(text).open == []
    text.encode()


def test_a_file_that_can_not_be_read_has_a_page_that_says_why() -> None:
    lost = grade_student([Submission("anna", "", "a.ipynb", lambda _: Content(b""))], keys())
    assert "The file is empty." in Outline(page(lost)).text


@pytest.mark.parametrize("answer", [7, {"text": ["a"]}, None, {"marks": 3}])
def test_an_answer_of_the_wrong_type_is_shown_as_it_is(answer: object) -> None:
    text = Outline(page(rows(record("greeting", [answer])))).text
    assert "Your answer" in text


def test_a_long_mark_is_shown_by_its_ends() -> None:
    whole = record("marking", {"marks": [{"from": 0, "to": 18, "label": None}]})
    assert "The Founding" in Outline(page(rows(whole))).text


def test_a_lesson_has_a_title_that_people_can_say() -> None:
    assert [lesson_title(name) for name in ("07-odd-phrases", "later-checks", "")] == [
        "Lesson 7: odd phrases",
        "Later checks",
        "What you handed in",
    ]


def test_a_page_on_several_lessons_begins_with_a_list_of_them_and_every_link_leads_somewhere():
    answers = [record(name, answer) for name, answer in RIGHT.items()] + [record("farewell", {"text": "hello"})]
    data = notebook(answered(*answers))
    mine = [Submission("anna", "", "anna.ipynb", lambda _: Content(data))]
    text = page(grade_student(mine, keys()))
    assert "On this page" in text
    links, ids = re.findall(r'href="#([^"]+)"', text), re.findall(r' id="([^"]+)"', text)
    assert len(links) == 2 + 5
    assert set(links) <= set(ids)
    assert len(ids) == len(set(ids))


def handed_in(*names: str) -> list[Row]:
    """The rows of one student who handed in these files, all alike."""
    data = notebook(answered(*ALL))
    return grade_student([Submission("anna", "", name, lambda _: Content(data)) for name in names], keys(), 2e9)


def test_files_that_no_learner_knows_are_not_named() -> None:
    """What `check` keeps beside a notebook is ours; a learner who handed in nothing else is told of it."""
    text = Outline(page(handed_in("07/a.ipynb", "07/answers/greeting.json"))).text
    assert "Read from 07/a.ipynb." in text
    alone = Outline(page(handed_in("07/answers/greeting.json"))).text
    assert "Read from 07/answers/greeting.json." in alone


def test_several_lessons_are_folded_and_one_is_not() -> None:
    one = rows(*ALL)[:1]
    assert "details" not in Outline(page(one)).tags
    outline = Outline(page([*one, *one]))
    assert outline.tags.count("details") == outline.tags.count("summary") == 2
    assert outline.open == []
