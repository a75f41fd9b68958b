"""Read an author's Markdown: prose, and between fences what is drawn, such as `{exercise} bridge-exit`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

# Takes “{reader} mill post”; leaves “python”, the language of a piece of code.
_DIRECTIVE = re.compile(r"\{([a-z-]+)\}\s*(.*)")
_OPTION = re.compile(r":([a-z-]+):\s*(.*)")


@dataclass(frozen=True, slots=True)
class Prose:
    """A stretch of Markdown, as typed and as HTML; HTML in it has become text."""

    typed: str
    html: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What a fence asks for: `{name} argument`, its options and other lines; `line` counts from 1."""

    name: str
    argument: str
    options: dict[str, str]
    body: str
    line: int


Block = Prose | Asked


def blocks(text: str) -> list[Block]:
    """Return the parts of an author's text in their order."""
    markdown = _markdown()
    lines = text.split("\n")
    found: list[Block] = []
    start = 0
    for token in markdown.parse(text):
        if token.type == "fence" and token.level == 0 and token.map and (asked := _asked(token)):
            found += _prose(markdown, lines[start : token.map[0]])
            found.append(asked)
            start = token.map[1]
    return [*found, *_prose(markdown, lines[start:])]


def _prose(markdown: "MarkdownIt", lines: list[str]) -> Iterator[Prose]:
    typed = "\n".join(lines).strip("\n")
    if typed.strip():
        yield Prose(typed, str(markdown.render(typed)))


def _asked(token: "Token") -> Asked | None:
    found = _DIRECTIVE.fullmatch(token.info.strip())
    if not found:
        return None
    options: dict[str, str] = {}
    rest: list[str] = []
    for line in token.content.splitlines():
        option = None if rest else _OPTION.fullmatch(line.strip())
        if option:
            options[option[1]] = option[2]
        elif line.strip() or rest:
            rest.append(line)
    return Asked(found[1], found[2].strip(), options, "\n".join(rest), (token.map or [0])[0] + 1)


def _markdown() -> Any:
    """Markdown as CommonMark has it, with tables; an author's HTML is shown as text, so that no script slips in."""
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False, "typographer": False}).enable("table")
