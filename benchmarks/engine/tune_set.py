"""Labelled pairs of texts that anyone can have: made by rule out of real news that a Python package ships.

The news is the Lee background corpus, 299 articles of the Australian Broadcasting Corporation from the end of 2001,
which gensim's wheel holds as test data; no rule of ours was made from it. It is read where pip puts it and never kept.
What is planted is known, so the labels need no reader. Related articles, which tell one event in their own words,
stand in for two reporters: some of their sentences may truly tell the same, so that no method reaches nought there.
"""

import random
import re
import subprocess
import sys
import zipfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from math import log, sqrt
from pathlib import Path

from word_stock import OTHER_WORDS

from samestory.comparison.passage.run import runs
from samestory.text import Document, sentences

PACKAGE, INSIDE = "gensim==4.4.0", "gensim/test/test_data/lee_background.cor"
MOST_USED = 3
LONGEST_OWN = 9  # words that two articles of one event may not share in a row: so long a run is a copy
# What stands around a part that was taken out of its sentence.
FRAMES = (
    ("It was put to us this way: ", ", according to somebody who knows. "),
    ("Locals remember ", " as if nothing else had ever mattered here. "),
    ("Whoever asks hears of ", ", again and again. "),
)
# What another newsroom puts for a word.
NEWS_WORDS = """
    says: states, said: stated, police: officers, killed: left dead, people: residents, government: cabinet,
    attack: assault, attacks: assaults, fire: blaze, fires: blazes, near: close to, about: around, more than: over,
    begin: start, began: started, help: assist, found: discovered, told: informed, called: summoned, area: district,
    last night: overnight, today: on Tuesday, yesterday: on Monday, children: youngsters, died: lost their lives,
    injured: hurt, arrested: detained, workers: staff, company: firm, talks: negotiations, meeting: gathering,
    report: study, minister: secretary, leader: head, troops: soldiers, accused: blamed, plans: intends, large: big,
    several: a number of, many: numerous, will: is going to, must: has to, however: but, also: too, house: home,
    houses: homes, jobs: posts, cut: reduced, increase: rise, decision: ruling, show: reveal, asked: requested,
    agreed: consented, continue: go on, still: even now, expected: likely, set up: established, city: town
"""


@dataclass(frozen=True)
class Pair:
    """Two texts, what the second took from the first (spans and level), and whether they tell one event apart."""

    name: str
    a: str
    b: str
    shared: tuple[tuple[tuple[int, int], tuple[int, int], str], ...]
    is_hard: bool


@dataclass(frozen=True)
class Quoted:
    """Two texts with one quotation each, and whether it is one utterance."""

    name: str
    a: str
    b: str
    is_one: bool


@dataclass(frozen=True)
class Named:
    """Two spellings, and whether they are one name."""

    name: str
    a: str
    b: str
    is_one: bool


@dataclass(frozen=True)
class Labelled:
    """All that a choice is made from."""

    pairs: tuple[Pair, ...]
    quoted: tuple[Quoted, ...]
    named: tuple[Named, ...]


def news(place: Path) -> list[str]:
    """The articles, out of gensim's wheel, which pip downloads to `place` once."""
    if not (held := sorted(place.glob("gensim-*.whl"))):
        place.mkdir(parents=True, exist_ok=True)
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(place), PACKAGE]
        subprocess.run(command, check=True)
        held = sorted(place.glob("gensim-*.whl"))
    with zipfile.ZipFile(held[-1]) as wheel:
        return [line.strip() for line in wheel.read(INSIDE).decode("utf-8").splitlines() if line.strip()]


def made(articles: Sequence[str], seed: int = 11) -> Labelled:
    """Pairs out of these articles: what is planted comes from one and goes to one; see also `related`."""
    chance = random.Random(seed)
    hard = related(articles)
    apart = {n for pair in hard for n in pair}
    pairs = planted([text for n, text in enumerate(articles) if n not in apart], chance, stock_of(articles))
    own = [Pair(f"one event {a}, {b}", articles[a], articles[b], (), True) for a, b in hard]
    said = [one for text in articles for one in _quotations(text)]
    return Labelled((*pairs, *own), tuple(_quoted(chance, said)), tuple(_named(chance, articles)))


def stock_of(articles: Sequence[str]) -> list[str]:
    """The longer words in small letters, from which rewording takes."""
    return sorted({word for text in articles for word in re.findall(r"(?<= )[a-z]{5,}(?= )", text)})


def planted(articles: Sequence[str], chance: random.Random, stock: Sequence[str]) -> list[Pair]:
    """The articles two by two in any order, sentences of the first put into the second."""
    mixed = chance.sample(articles, len(articles))
    both = zip(mixed[::2], mixed[1::2], strict=False)
    return [_planted(chance, f"planted {n}", source, host, stock) for n, (source, host) in enumerate(both)]


def related(articles: Sequence[str], most: int = 120) -> list[tuple[int, int]]:
    """Pairs of articles that are likest to each other and share no run of nine words; each is in three at most."""
    holders = Counter(word for text in articles for word in set(_content(text)))
    vectors = []
    for text in articles:
        raw = {word: (1 + log(n)) * log(len(articles) / holders[word]) for word, n in Counter(_content(text)).items()}
        length = sqrt(sum(value * value for value in raw.values())) or 1
        vectors.append({word: value / length for word, value in raw.items()})
    likest = sorted(
        (-sum(one[word] * other[word] for word in one.keys() & other.keys()), i, j)
        for (i, one), (j, other) in combinations(enumerate(vectors), 2)
    )
    found: list[tuple[int, int]] = []
    used: Counter[int] = Counter()
    for _, i, j in likest[: 20 * most]:
        keys = Document(articles[i]).keys, Document(articles[j]).keys
        if len(found) < most and max(used[i], used[j]) < MOST_USED and not runs(*keys, seed=LONGEST_OWN):
            found.append((i, j))
            used.update((i, j))
    return found


def _content(text: str) -> list[str]:
    return [word for word in re.findall(r"[a-z]+", text.casefold()) if len(word) > 3]


def _planted(chance: random.Random, name: str, source: str, host: str, stock: Sequence[str]) -> Pair:
    """A host into which two to five sentences of the source are put, each at one of three levels or in part."""
    here = [one.text for one in sentences(source) if len(one.text.split()) >= 8]
    there = [one.text for one in sentences(host)]
    taken = sorted(chance.sample(range(len(here)), min(len(here), chance.randint(2, 5))))
    at = {n: chance.randint(0, len(there)) for n in taken}
    levels = {n: chance.choice(["verbatim", "light", "paraphrase", "part"]) for n in taken}
    whole, spans = "", {}
    own = {n: _part(chance, here[n]) if levels[n] == "part" else here[n] for n in taken}
    for place in range(len(there) + 1):
        for n in (n for n in taken if at[n] == place):
            said = _at_level(chance, own[n], levels[n], stock)
            # A part stands in a sentence of its own words.
            before, after = chance.choice(FRAMES) if levels[n] == "part" else ("", " ")
            start = len(whole) + len(before)
            spans[n] = start, start + len(said)
            whole += before + said + after
        whole += there[place] + " " if place < len(there) else ""
    shared = []
    for n in taken:
        start = source.index(here[n]) + here[n].index(own[n])
        shared.append(((start, start + len(own[n])), spans[n], levels[n]))
    return Pair(name, source, whole.strip(), tuple(shared), False)


def _part(chance: random.Random, sentence: str) -> str:
    """Six to fourteen words in a row out of a sentence."""
    words = sentence.split(" ")
    size = chance.randint(6, min(14, len(words)))
    start = chance.randint(0, len(words) - size)
    return " ".join(words[start : start + size])


def _at_level(chance: random.Random, sentence: str, level: str, stock: Sequence[str]) -> str:
    if level in ("verbatim", "part"):
        return sentence
    return _edited(chance, sentence) if level == "light" else reworded(chance, sentence, stock)


def _others() -> dict[str, str]:
    """Each word and the other one; those that are two words, or one that has other uses too, lead one way only."""
    both = {**OTHER_WORDS, **{one.strip(): other.strip() for one, other in _rows()}}
    return {**{other: one for one, other in both.items() if " " not in other and len(other) > 4}, **both}


def _rows() -> list[list[str]]:
    return [row.split(":") for row in NEWS_WORDS.split(",")]


OTHERS = _others()
_OTHER = re.compile(r"\b(" + "|".join(sorted(map(re.escape, OTHERS), key=len, reverse=True)) + r")\b")


def _edited(chance: random.Random, sentence: str) -> str:
    """One to three small edits: a word for another, a word left out, a word put in."""
    words = sentence.split()
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(1, len(words) - 1)
        match chance.choice(["other", "out", "in"]):
            case "other":
                words[at] = OTHERS.get(words[at], words[at])
            case "out" if words[at].islower():
                del words[at]
            case "in":
                words.insert(at, chance.choice(["also", "now", "already", "reportedly"]))
    return " ".join(words)


def reworded(chance: random.Random, sentence: str, stock: Sequence[str] = ()) -> str:
    """The sentence as another writer might put it: other words, and its parts in another order.

    Of its longer words a quarter to two thirds become words of `stock`: to who only counts words a synonym is any word
    that does not stand there. Names and figures, which a writer keeps, change a fourth as often.
    """
    change = chance.uniform(0.25, 0.67) if stock else 0
    swapped = [_swapped(chance, word, change, stock) for word in sentence.split(" ")]
    sentence = " ".join([sentence.split(" ")[0], *swapped[1:-1], sentence.split(" ")[-1]])
    end = sentence[-1] if sentence[-1] in ".!?" else ""
    body = _OTHER.sub(lambda found: OTHERS[found.group()] if chance.random() < 0.8 else found.group(), sentence)
    body = re.sub(r"\b(?!only|family|early)(\w+ly) ", "", body.removesuffix(end))
    # Takes “Mr Smith says the road is shut”; leaves a sentence that names no speaker.
    said = re.match(r"((?:[A-Z][\w'.]+ ?){1,5})(?:says|states|said|stated)(?: that)? (.+)", body)
    if said:
        told = said.group(2)
        body = f"{told[0].upper()}{told[1:]}, according to {said.group(1).strip()}"
    elif len(halves := body.rsplit(", ", 1)) == 2 and min(map(len, halves)) > 20:
        body = f"{halves[1][0].upper()}{halves[1][1:]}, {halves[0][0].lower()}{halves[0][1:]}"
    # Takes the “in Sydney” or “on Monday” that ends a sentence to its front.
    elif when := re.fullmatch(r"(.+) ((?:on|in|at|after|during) (?:\w+ ?){1,3})", body):
        body = f"{when.group(2).capitalize()} {when.group(1)[0].lower()}{when.group(1)[1:]}"
    return body + end


def _swapped(chance: random.Random, word: str, change: float, stock: Sequence[str]) -> str:
    is_kept = word[:1].isupper() or word[:1].isdigit()
    if len(word) < 4 or chance.random() >= (change / 4 if is_kept else change):
        return word
    return chance.choice(stock) + ("," if word.endswith(",") else "")


def _quotations(text: str) -> list[str]:
    """Each quotation of eight words or more."""
    return [one for one in re.findall(r'"([^"]+)"', text) if 8 <= len(one.split()) <= 60]


def _quoted(chance: random.Random, said: Sequence[str]) -> list[Quoted]:
    """One utterance in two forms; and each beside the likest other one that has no five words in a row of it."""
    found = []
    for n, one in enumerate(said):
        form = _said_again(chance, one)
        found.append(Quoted(f"one {n}", f'He was clear. "{one}" Smith said.', f'"{form}" said Smith on Monday.', True))
        likest = max(said, key=lambda other, one=one: _likeness(one, other))
        found.append(Quoted(f"two {n}", f'"{one}" Smith said.', f'"{likest}" Smith said on Monday.', False))
    return found


def _likeness(one: str, other: str) -> float:
    mine, theirs = set(_content(one)), set(_content(other))
    if one == other or not mine or not theirs or runs(Document(one).keys, Document(other).keys, seed=5):
        return -1
    return len(mine & theirs) / min(len(mine), len(theirs))


def _said_again(chance: random.Random, one: str) -> str:
    """What another reporter wrote down: cut at an end, a few words changed or missed, or half in other words."""
    words = one.split()
    match chance.choice(["same", "cut", "edited", "other words"]):
        case "cut":
            keep = chance.randint(5, len(words) - 1)
            words = words[:keep] if chance.random() < 0.5 else words[-keep:]
        case "edited":
            words = _edited(chance, one).split()
        case "other words":
            words = [word for word in reworded(chance, one).split() if chance.random() < 0.85]
    return " ".join(words).strip(" ,")


def _named(chance: random.Random, articles: Sequence[str]) -> list[Named]:
    """Names of the news with a slip of the hand in them, and names of the news that are near each other by chance."""
    # Takes “Smith” in “Mr Smith said”; leaves “The” at the start of a sentence.
    seen = Counter(one for text in articles for one in re.findall(r"(?<=[a-z,] )[A-Z][a-z]{3,}", text))
    names = sorted(one for one, count in seen.items() if count >= 2)
    slips = [Named(f"slip {one}", one, _slip(chance, one), True) for one in chance.sample(names, 200)]
    near = [
        Named(f"near {one} {other}", one, other, False)
        for one, other in combinations(names, 2)
        if one[:1] == other[:1] and _is_near(one.casefold(), other.casefold())
    ]
    return [*slips, *chance.sample(near, min(200, len(near)))]


def _slip(chance: random.Random, name: str) -> str:
    """Two letters that changed places, one that is missing, doubled or another one."""
    at = chance.randrange(1, len(name) - 1)
    before, letter, after = name[:at], name[at], name[at + 1 :]
    match chance.choice(["places", "missing", "doubled", "another"]):
        case "places":
            return before + after[0] + letter + after[1:]
        case "missing":
            return before + after
        case "doubled":
            return before + letter + letter + after
        case _:
            return before + chance.choice("aeioulnrst") + after


def _is_near(one: str, other: str) -> bool:
    from samestory.words.distance import distance

    return distance(one, other, 2) <= 2
