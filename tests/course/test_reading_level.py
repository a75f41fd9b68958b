"""Our own prose stays readable: grade 8 or below, by Flesch and Kincaid, in lessons, prompts and hints."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from reading_level import grade, syllables

from samestory.course import folder, load_shipped

ROOT = Path(__file__).parents[2]
HARDEST = 8.0
HARDEST_ALONE = 11.0  # of a single prompt: a name or two weigh much in one sentence
LESSONS = sorted(folder("notebooks").glob("[0-9]*.md"))
EXERCISES = sorted(folder("seeds").glob("*/exercises/*.yml"))
PAGES = [ROOT / "book" / f"{name}.md" for name in ("index", "method", "glossary", "cases/blinken-lavrov")]
WORDS = yaml.safe_load((ROOT / "tests" / "cases" / "syllables.yml").read_text("utf-8"))

CELL = re.compile(r"^(`{3,}|:{3,})[^\n]*\n.*?^\1[^\n]*$\n?", re.DOTALL | re.MULTILINE)
FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
NOT_OURS = re.compile(r"“[^”]*”|\"[^\"]*\"")  # quoted words are the articles'
NOT_PROSE = re.compile(r"^(?:#.*|\+\+\+.*|\|.*|\(.*\)=|\[\^.*|<[^>]*>)$", re.MULTILINE)
LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")


def prose(text: str) -> str:
    """The sentences of a page that are ours, without headings, tables, code and what it quotes."""
    text = NOT_PROSE.sub("", CELL.sub("", FRONT.sub("", text)))
    return plain("\n".join(" ".join(part.split("\n")) for part in re.split(r"\n\s*\n|\n(?=\s*(?:[-*:]|\d+\.) )", text)))


def plain(text: str) -> str:
    """Text without marks of Markdown, a word in place of what it quotes."""
    return re.sub(r"[*_`]", "", NOT_OURS.sub("this", LINK.sub(r"\1", text)))


def instructions(file: Path) -> Iterator[str]:
    """The prompts and hints of a file of exercises."""
    for one in yaml.safe_load(file.read_text("utf-8"))["exercises"]:
        for name in ("prompt", "hints"):
            some = one.get(name) or []
            yield from [some] if isinstance(some, str) else map(str, some)


@pytest.mark.parametrize("page", [*LESSONS, *PAGES], ids=lambda page: page.stem)
def test_our_prose_can_be_read_at_grade_8(page: Path) -> None:
    assert grade(prose(page.read_text("utf-8"))) <= HARDEST


@pytest.mark.parametrize("file", EXERCISES, ids=lambda file: f"{file.parts[-3]}-{file.stem}")
def test_prompts_and_hints_can_be_read_at_grade_8(file: Path) -> None:
    assert grade("\n".join(map(plain, instructions(file)))) <= HARDEST


@pytest.mark.parametrize("file", EXERCISES, ids=lambda file: f"{file.parts[-3]}-{file.stem}")
def test_no_single_prompt_is_much_harder(file: Path) -> None:
    prompts = {one["id"]: plain(str(one["prompt"])) for one in yaml.safe_load(file.read_text("utf-8"))["exercises"]}
    assert {name: grade(text) for name, text in prompts.items() if grade(text) > HARDEST_ALONE} == {}


def test_what_the_glossary_says_can_be_read_at_grade_8() -> None:
    entries = yaml.safe_load((ROOT / "book" / "glossary.yml").read_text("utf-8"))
    assert grade("\n".join(entry["says"] for entry in entries)) <= HARDEST


# The measure itself


def test_syllables_are_counted_right_for_nearly_every_word() -> None:
    wrong = {word: count for word, count in WORDS.items() if syllables(word) != count}
    assert len(WORDS) > 150
    assert len(wrong) <= len(WORDS) / 50, wrong


def test_an_easy_text_has_a_lower_grade_than_a_hard_one() -> None:
    easy = "The ferry left at two. It was late. Nobody on the quay was told."
    hard = (
        "The municipal administration subsequently acknowledged that operational considerations had necessitated an"
        " unanticipated modification of the established timetable."
    )
    assert grade(easy) < 3 < 12 < grade(hard)


def test_the_articles_are_harder_than_what_we_write_about_them() -> None:
    articles = load_shipped().cases["blinken-lavrov"].articles
    assert grade(articles["al-jazeera"].text) > 10


def test_only_our_own_sentences_are_measured() -> None:
    page = (
        "---\na: b\n---\n# Title\n\nIt is *ours*, and “this is theirs”.\n\n```{code-cell}\ncode\n```\n\n"
        "| a | b |\n\n- [One](x.md)\n- two\n"
    )
    assert [line.strip() for line in prose(page).split("\n") if line.strip()] == [
        "It is ours, and this.",
        "- One",
        "- two",
    ]
