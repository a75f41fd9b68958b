"""The list of exercises that may be left out."""

import re
from pathlib import Path

from small_book import build

from samestory.course import load_shipped


def test_every_extra_exercise_is_listed_and_leads_to_its_place_where_the_lesson_is_in_the_book(tmp_path: Path) -> None:
    extra = [one.card for one in load_shipped().exercises.values() if one.card.extra]
    assert extra
    here = extra[0].lesson
    (tmp_path / "source" / "notebooks").mkdir(parents=True)
    welcome = f"# Welcome\n\n```{{extras}}\n```\n\n```{{toctree}}\n:hidden:\nnotebooks/{here}\n```\n"
    built, complaints = build(tmp_path, {"welcome": welcome, f"notebooks/{here}": "# Lesson\n\nText.\n"})
    assert complaints == ""
    text = (built / "welcome.html").read_text("utf-8")
    entries = re.findall(r"<li><p>(.*? min\))</p>", text)
    assert len(entries) == len(extra)
    for card in extra:
        assert (f'href="notebooks/{card.lesson}.html#{card.id}"' in text) == (card.lesson == here)


def test_links_to_lessons_hold_in_a_book_that_is_printed_first(tmp_path: Path) -> None:
    extra = next(one.card for one in load_shipped().exercises.values() if one.card.extra)
    (tmp_path / "source" / "notebooks").mkdir(parents=True)
    lesson = f"notebooks/{extra.lesson}"
    lists = f"```{{extras}}\n```\n\n```{{answers}} {extra.lesson}\n```\n"
    welcome = f"# Welcome\n\n{lists}\n```{{toctree}}\n:hidden:\n{lesson}\n```\n"
    pages = {"welcome": welcome, lesson: "# Lesson\n\nText.\n"}
    for builder in ("singlehtml", "html"):
        built, complaints = build(tmp_path, pages, builder)
        assert complaints == ""
    text = (built / "welcome.html").read_text("utf-8")
    assert len(re.findall(rf'<a class="reference internal" href="{lesson}\.html#{extra.id}">', text)) == 2
    assert "#document-" not in text
