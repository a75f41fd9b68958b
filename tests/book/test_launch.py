"""Links from a lesson's page to its notebook."""

import html
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from small_book import build
from sphinx.errors import ConfigError

from samestory.book.launch import SETTINGS, launch_row, settled
from samestory.book.offline import precached

NAME = "notebooks/02-when"


def links(repository: str, branch: str = "main") -> dict[str, str]:
    row = launch_row(NAME, {**SETTINGS, "repository": repository, "branch": branch})
    return {text: html.unescape(address) for address, text in re.findall(r'<a href="([^"]*)"[^>]*>([^<]*)</a>', row)}


def test_without_a_repository_only_the_download_shows() -> None:
    assert links("") == {"Download the notebook": "02-when.ipynb"}


def test_with_a_repository_there_are_three_ways() -> None:
    assert links("ana/nordo") == {
        "Download the notebook": "02-when.ipynb",
        "Open in Binder": "https://mybinder.org/v2/gh/ana/nordo/main?labpath=notebooks%2F02-when.ipynb",
        "Open in Colab": "https://colab.research.google.com/github/ana/nordo/blob/main/notebooks/02-when.ipynb",
    }


@pytest.mark.parametrize("branch", ["spring/2027", "a b", 'x"><script>'])
def test_a_branch_of_any_name_stays_in_its_place(branch: str) -> None:
    found = links("ana/nordo", branch)
    assert unquote(urlsplit(found["Open in Binder"]).path) == f"/v2/gh/ana/nordo/{branch}"
    assert unquote(urlsplit(found["Open in Colab"]).path) == f"/github/ana/nordo/blob/{branch}/{NAME}.ipynb"
    assert "<script" not in launch_row(NAME, {**SETTINGS, "repository": "ana/nordo", "branch": branch})


@pytest.mark.parametrize("repository", ["ana", "https://github.com/ana/nordo", "ana/na me", "../..", '">/x', 5])
def test_a_repository_that_is_none_stops_the_build_in_words(repository: object) -> None:
    with pytest.raises(ConfigError, match="such as ana/same-story, not"):
        settled({"repository": repository})


def test_a_setting_that_is_not_known_is_named() -> None:
    with pytest.raises(ConfigError, match="not repo"):
        settled({"repo": "ana/nordo"})


def test_what_is_left_empty_is_as_it_was_and_a_number_is_a_name() -> None:
    assert settled({"repository": None, "branch": None, "binder": "https://binder.nordo/"}) == {
        **SETTINGS,
        "binder": "https://binder.nordo",
    }
    assert settled({"repository": "ana/nordo/", "branch": 2.0}) == {
        **SETTINGS,
        "repository": "ana/nordo",
        "branch": "2.0",
    }


def test_what_colab_has_to_be_told_names_the_repository() -> None:
    row = launch_row(NAME, {**SETTINGS, "repository": "ana/nordo"})
    assert "%pip install -q &quot;samestory @ git+https://github.com/ana/nordo@main&quot;" in row


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("book")
    (folder / "source").mkdir()
    (folder / "source" / "lesson.ipynb").write_text('{"cells": []}', "utf-8")
    welcome = "# Welcome\n\n```{toctree}\n:hidden:\nlesson\nplain\n```\n"
    built, complaints = build(
        folder, {"welcome": welcome, "lesson": "# Lesson\n\nText.\n", "plain": "# Plain\n\nText.\n"}
    )
    assert complaints == ""
    return built


def test_a_page_with_a_notebook_offers_it_at_its_foot(book: Path) -> None:
    text = (book / "lesson.html").read_text("utf-8")
    assert re.search(r'Text\.</p>\s<p class="sb-launch"><a href="lesson\.ipynb" download>', text)
    assert "launch.css" in text


def test_the_notebook_lies_where_the_link_leads(book: Path) -> None:
    assert (book / "lesson.ipynb").read_text("utf-8") == '{"cells": []}'


def test_other_pages_offer_nothing(book: Path) -> None:
    text = (book / "plain.html").read_text("utf-8")
    assert "sb-launch" not in text
    assert "launch.css" not in text


def test_the_copy_for_reading_offline_holds_no_notebooks(book: Path) -> None:
    assert "lesson.html" in precached(book)
    assert "lesson.ipynb" not in precached(book)


def test_binder_installs_the_checkout_with_the_versions_of_the_tests() -> None:
    root = Path(__file__).parents[2]
    lines = (root / ".binder" / "requirements.txt").read_text("utf-8").splitlines()
    wanted = [line for line in lines if not line.startswith("#")]
    assert wanted == ["--constraint ../constraints.txt", ".[lab]"]
