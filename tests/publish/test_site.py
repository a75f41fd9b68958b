"""A case becomes a small web book where Jupyter Book is installed, with our extension and no clone."""

import re

import pytest

from samestory.draft.ready import write_example
from samestory.publish import site
from samestory.publish.site import SiteError, build_site


@pytest.mark.slow
def test_a_book_of_one_case_shows_its_exercises_and_its_answers(tmp_path):
    write_example(tmp_path / "hive")
    pages = build_site(tmp_path / "hive", tmp_path / "book")
    lesson, plan = ((pages / f"{name}.html").read_text("utf-8") for name in ("lesson", "plan"))
    assert len(re.findall(r'<same-story-exercise id="hive-', lesson)) == 10
    assert '<same-story-reader id="reader-cressing-courier' in lesson
    assert "Two digits have changed places" in plan


@pytest.mark.slow
def test_a_book_that_asks_for_what_is_not_there_is_refused_with_what_the_builder_said(tmp_path):
    write_example(tmp_path / "hive")
    (tmp_path / "hive" / "lesson").mkdir()
    (tmp_path / "hive" / "lesson" / "lesson.md").write_text("# One\n\n```{exercise} nobody\n```\n", "utf-8")
    with pytest.raises(SiteError, match="There is no exercise 'nobody'"):
        build_site(tmp_path / "hive", tmp_path / "book")


def test_without_jupyter_book_it_says_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setattr(site.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(SiteError, match=r"pip install 'samestory\[book\]'"):
        build_site(tmp_path, tmp_path / "book")
