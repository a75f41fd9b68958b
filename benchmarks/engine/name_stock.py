"""Make the stock of names that tells two names from one misspelled name: `words/data/name_stock.txt`.

    pip install names==0.3.0 Faker==40.63.0    # in an environment that has samestory too
    python benchmarks/engine/name_stock.py

It holds the given names of the United States' census of 1990 (public domain, by way of the package names), its 8,000
most frequent surnames, and the rarer ones of it and of Faker's lists for forty countries (MIT) that look like a name of
the gazetteer: Polis beside Polish, Liberman beside Liberian.
"""

import re
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from importlib.resources import files
from pathlib import Path

from samestory.comparison.name.gazetteer import gazetteer
from samestory.comparison.name.index import gazetteer_index
from samestory.comparison.name.letters import unaccented
from samestory.words.distance import distance

STOCK = Path(__file__).resolve().parents[2] / "src" / "samestory" / "words" / "data" / "name_stock.txt"
MOST_FREQUENT = 8_000
RAREST = 50_000  # rank of a surname; rarer ones are often misread in the census itself
RAREST_LONG = 30_000  # and of one of eight letters or more, where a slip is likelier than a name
WIDTH = 118
HEAD = """\
# Given names and surnames, in small letters without accents: what stands here is a name in its own right, and no slip
# for another one. Made by benchmarks/engine/name_stock.py, which says what is chosen. Sources: the census of the United
# States of 1990 (public domain; by way of the Python package names 0.3.0) and the name lists of Faker 40.63.0 (MIT).

[names]
"""


def census(part: str) -> list[str]:
    """The names of one of the census's lists, the most frequent first."""
    return [line.split()[0].lower() for line in (files("names") / f"dist.{part}").read_text("ascii").splitlines()]


def of_many_countries() -> Counter[str]:
    """How many of Faker's lists have a name; those in Latin letters only."""
    found: Counter[str] = Counter()
    for folder in (files("faker") / "providers" / "person").iterdir():
        if re.fullmatch("[a-z]{2}_[A-Z]{2}", folder.name):
            found.update(set(_names(import_module(f"faker.providers.person.{folder.name}").Provider)))
    return found


def _names(provider: type) -> Iterator[str]:
    for field in dir(provider):
        listed = getattr(provider, field)
        if re.search("(?:first|last)_names", field) and isinstance(listed, list | tuple | dict):
            for name in listed:
                yield from (word for word in unaccented(str(name)).split() if word.isascii() and word.isalpha())


def looks_listed(name: str) -> bool:
    """Is a name of the gazetteer near this one?"""
    index, keys = gazetteer_index()
    near = (one for one in index.near(name) if not gazetteer().is_person(keys[one]))
    return any(distance(name, one, 2) <= 2 for one in near)


def chosen() -> set[str]:
    given = {*census("female.first"), *census("male.first")}
    surnames = census("all.last")
    abroad = of_many_countries()
    kept = given | set(surnames[:MOST_FREQUENT])
    for rank, name in enumerate(surnames[:RAREST]):
        if looks_listed(name) and (rank < RAREST_LONG or len(name) < 8):
            kept.add(name)
    kept |= {name for name, lists in abroad.items() if (lists > 1 or len(name) < 6) and looks_listed(name)}
    return {name for name in kept if len(name) > 2 and name not in gazetteer().names}


def main() -> None:
    lines = [""]
    for name in sorted(chosen()):
        if len(lines[-1]) + len(name) >= WIDTH:
            lines.append("")
        lines[-1] += f" {name}" if lines[-1] else name
    STOCK.write_text(HEAD + "\n".join(lines) + "\n", "utf-8")
    print(f"{len(' '.join(lines).split()):,} names, {STOCK.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
