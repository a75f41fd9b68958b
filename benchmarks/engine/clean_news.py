"""Clean news to count false alarms on: files as packages ship them, cut into articles."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml
from fresh_events import Account, Event, fresh

READ = Path(__file__).resolve().parent / "fresh" / "read.yml"
# Lines of a text without marks between its articles that are read as one; its paragraphs are a line each.
LINES = 30
# Takes the body of one of Reuters' articles of 1987 (<BODY>Gulf said ...</BODY>); leaves title and dateline.
_BODY = re.compile(r"<BODY>(.*?)</BODY>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Genre:
    """News of one kind: the articles in their order. `words` counts by white space."""

    name: str
    articles: tuple[str, ...]

    @property
    def words(self) -> int:
        """How many words all articles have together."""
        return sum(len(article.split()) for article in self.articles)


def genre(name: str, path: Path) -> Genre:
    """Read a file, or all files of a folder. ValueError if there is nothing to read.

    A `.cor` has an article a line, as gensim ships them, an `.xml` one between `<BODY>` and `</BODY>`; any other text
    is cut every thirty lines.
    """
    files = sorted(one for one in path.rglob("*") if one.is_file()) if path.is_dir() else [path]
    articles = tuple(article for file in files for article in _articles(file) if article.strip())
    if not articles:
        raise ValueError(f"There are no articles in {path}.")
    return Genre(name, articles)


def _articles(file: Path) -> Iterator[str]:
    text = file.read_text("utf-8", errors="replace")
    if file.suffix == ".cor":
        yield from text.splitlines()
    elif file.suffix == ".xml":
        yield from (" ".join(html.unescape(body).split()) for body in _BODY.findall(text))
    else:
        lines = [line for line in text.splitlines() if line.strip()]
        yield from ("\n".join(lines[n : n + LINES]) for n in range(0, len(lines), LINES))


def sound_paragraphs(name: str) -> Genre:
    """What people wrote for a set of fresh events, without the paragraphs that have a fault."""
    accounts = ((event, one) for event in fresh(name) for one in event.accounts if _is_written(one))
    return Genre(name, tuple("\n\n".join(_sound(event, one)) for event, one in accounts))


def _is_written(account: Account) -> bool:
    """Whether a person wrote it for a page: no record, which has the speakers' words without marks."""
    return account.role != "record" and not account.machine


def _sound(event: Event, account: Account) -> Iterator[str]:
    start = 0
    for paragraph in account.text.split("\n\n"):
        end = start + len(paragraph)
        here = (one.place for one in event.labels if one.is_fault and one.place.account == account.id)
        if not any(place.start < end and start < place.end for place in here):
            yield paragraph
        start = end + 2


def mistakes(file: Path = READ) -> frozenset[tuple[str, str]]:
    """Genre and words of what a person found to be a mistake of the paper itself, and no false alarm."""
    read = yaml.safe_load(file.read_text("utf-8"))["mistakes"]
    return frozenset((name, words) for name, found in read.items() for words in found)
