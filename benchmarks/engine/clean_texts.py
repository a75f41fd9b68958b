"""Registers of clean English for the benchmarks on odd phrases: sentences to learn from, and others to judge on.

    python -m nltk.downloader -d _build/nltk_data abc brown masc_tagged state_union
    pip install gensim      # its test data hold a sample of Wikipedia, and the Lee background corpus of news

and, for novels, plain text files of Project Gutenberg in `_build/books` (see `BOOKS`).

| register | from | licence | used |
| --- | --- | --- | --- |
| speeches | State of the Union addresses; odd years to learn, even ones to judge | public domain | both |
| encyclopedia | Wikipedia, a sample: the first articles to learn, the others to judge | CC BY-SA 3.0 | both |
| magazines | MASC: news, essays, blogs, letters, jokes, guides; every second file | free for any use | both |
| news | ABC rural and science news, Lee background, Brown's news, editorial, reviews | not ours to pass on | to judge |
| novels | six of Project Gutenberg | public domain | to judge |
| fiction | Brown's stories | not ours to pass on | to judge |

What is learned from is in the weights only as counts; nothing of these texts is in the project.
"""

import bz2
import random
import re
from collections.abc import Callable, Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from zipfile import ZipFile

from samestory.text import Document
from samestory.text.sentence import sentences

CORPORA, BOOKS_FOLDER = Path("_build/nltk_data/corpora"), Path("_build/books")
# Number at Project Gutenberg, and what it is.
BOOKS = {
    "1661": "Doyle, The Adventures of Sherlock Holmes (1892)",
    "36": "Wells, The War of the Worlds (1898)",
    "3829": "Wodehouse, Love Among the Chickens (1906)",
    "64317": "Fitzgerald, The Great Gatsby (1925)",
    "58866": "Christie, The Murder on the Links (1923)",
    "558": "Buchan, The Thirty-Nine Steps (1915)",
}
WIKIPEDIA = "enwiki-latest-pages-articles1.xml-p000000010p000030302-shortened.bz2"
MOST = 9_000  # sentences of a register
# No written sentences: telephone and table talk, tweets, scripts, spam. Takes “sw2014-...”, leaves “wsj_0006”.
_SPOKEN = re.compile(r"sw20|Bed0|Bmr0|tweets|Napier|Polk|Reid|Rind|interview|Jurassic|111")
_STRAIGHT = str.maketrans("“”‘’\u00a0", "\"\"'' ")


def whole(texts: Iterable[str]) -> list[str]:
    """The sentences of texts, each once: of 5 to 45 words, from a capital to a stop."""
    found = []
    for text in texts:
        text = text.translate(_STRAIGHT).replace("--", " - ")
        for one in sentences(Document(text)):
            said = " ".join(text[one.start : one.end].split())
            is_plain = (
                said.isascii() and said[0] in "\"'ABCDEFGHIJKLMNOPQRSTUVWXYZ" and said.rstrip("\"'")[-1:] in ".!?"
            )
            if is_plain and 5 <= len(said.split()) <= 45 and not set("_|@=<>{}") & set(said):
                found.append(said)
    return list(dict.fromkeys(found))


def zipped(name: str, wanted: Callable[[str], bool]) -> Iterator[tuple[str, str]]:
    """The files of a corpus of nltk_data, by name."""
    with ZipFile(CORPORA / f"{name}.zip") as box:
        for one in sorted(box.namelist()):
            if not one.endswith("/") and wanted(one):
                yield one, box.read(one).decode("utf-8", "replace")


def joined(tagged: str, mark: str) -> str:
    """Tagged words as running text, a sentence a line: marks close up, quotation marks alternate."""
    lines = []
    for line in tagged.splitlines():
        words = [token.rpartition(mark)[0] for token in line.split()]
        text, opened = "", False
        for word in ({"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")"}.get(one, one) for one in words if one):
            tight = word in (".", ",", ";", ":", "!", "?", ")", "%") or word.startswith("'") or word == "n't"
            if word == '"':
                opened = not opened
                tight = not opened
            text += word if tight or not text or text.endswith(("(", ' "')) or text == '"' else f" {word}"
        lines.append(text)
    return "\n\n".join(lines)


def speeches(parity: int) -> list[str]:
    return whole(text for name, text in zipped("state_union", lambda one: one.endswith(".txt"))
                 if int(name.split("/")[-1][:4]) % 2 == parity)  # fmt: skip


def gensim_data() -> Path:
    """Where gensim keeps its test data; it is not imported, which would take its own time."""
    spec = find_spec("gensim")
    if spec is None or spec.origin is None:
        raise SystemExit("pip install gensim: its test data hold the sample of Wikipedia.")
    return Path(spec.origin).parent / "test" / "test_data"


def encyclopedia(part: int) -> list[str]:
    text = bz2.decompress((gensim_data() / WIKIPEDIA).read_bytes()).decode("utf-8")
    pages = [_bare(page) for page in re.findall(r"<text[^>]*>(.*?)</text>", text, re.DOTALL)]
    pages = [page for page in pages if not page.lstrip().lower().startswith("#redirect")]
    cut = len(pages) * 2 // 3
    return whole(pages[cut:] if part else pages[:cut])


def _bare(page: str) -> str:
    """A page of a wiki without its marks: templates and tables go, links keep their words."""
    page = page.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&")
    page = re.sub(r"<!--.*?-->|<ref[^>/]*/>|<ref.*?</ref>|<math.*?</math>|\{\|.*?\n\|\}", "", page, flags=re.DOTALL)
    for _ in range(4):  # templates within templates
        page = re.sub(r"\{\{[^{}]*\}\}", "", page)
    page = re.sub(r"\[\[(?:File|Image|Category)[^\[\]]*(?:\[\[[^\]]*\]\][^\[\]]*)*\]\]", "", page)
    page = re.sub(r"\[\[(?:[^|\]]*\|)?([^\]]*)\]\]|\[\S+ ([^\]]*)\]", lambda link: link[1] or link[2] or "", page)
    page = re.sub(r"'{2,}|<[^>]+>|&[a-z]+;", "", page)
    return "\n\n".join(line for line in page.splitlines() if line[:1] not in ("*", "#", "=", ":", "|", "!", ";", "{"))


def magazines(parity: int) -> list[str]:
    named = zipped("masc_tagged", lambda one: one.endswith(".txt") and one.count("/") == 2)
    return whole(joined(text, "_") for at, (name, text) in enumerate(named)
                 if at % 2 == parity and not _SPOKEN.match(name.split("/")[-1]))  # fmt: skip


def novels() -> list[str]:
    return whole(_book(BOOKS_FOLDER / f"{number}.txt") for number in BOOKS)


def _book(path: Path) -> str:
    """A book between the marks of Project Gutenberg, its lines joined to paragraphs."""
    text = path.read_text("utf-8", errors="replace").partition("*** START")[2].partition("*** END")[0]
    return "\n\n".join(" ".join(part.split()) for part in re.split(r"\n\s*\n", text.partition("\n")[2]))


def abc(name: str) -> list[str]:
    return whole(text for _, text in zipped("abc", lambda one: one.endswith(f"{name}.txt")))


def lee() -> list[str]:
    return whole([(gensim_data() / "lee_background.cor").read_text("utf-8", errors="replace")])


def brown(*categories: str) -> list[str]:
    [(_, cats)] = zipped("brown", lambda one: one.endswith("cats.txt"))
    kept = {line.split()[0] for line in cats.splitlines() if line.split()[1] in categories}
    return whole(joined(text, "/") for _, text in zipped("brown", lambda one: one.split("/")[-1] in kept))


LEARNED: dict[str, Callable[[], list[str]]] = {
    "speeches": lambda: speeches(1),
    "encyclopedia": lambda: encyclopedia(0),
    "magazines": lambda: magazines(0),
}
UNSEEN: dict[str, Callable[[], list[str]]] = {
    "speeches (even years)": lambda: speeches(0),
    "encyclopedia (other articles)": lambda: encyclopedia(1),
    "magazines (other files)": lambda: magazines(1),
    "novels": novels,
    "rural news": lambda: abc("rural"),
    "science news": lambda: abc("science"),
    "news of 2000": lee,
    "news of 1961": lambda: brown("news"),
    "editorials, reviews": lambda: brown("editorial", "reviews"),
    "fiction": lambda: brown("fiction", "mystery", "adventure", "romance", "humor"),
}


def sample(found: list[str], most: int = MOST) -> list[str]:
    """At most so many sentences, the same on every run, in their order."""
    kept = sorted(random.Random(7).sample(range(len(found)), min(most, len(found))))
    return [found[at] for at in kept]
