"""Make articles of known descent: a seeded generator of invented local news, with copied, edited and reworded parts.

Each sentence is put together from single words, so nothing here is anybody's text, and long runs are not shared by
chance; the events are nonsense.
"""

import random
from dataclasses import dataclass
from typing import Literal

from word_stock import ADJECTIVES, JOINTS, OTHER_WORDS, PEOPLE, PREPOSITIONS, THINGS, VERBS

from samestory.words.listed import listed

DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
SYLLABLES = sorted(
    listed("ar bel cor dun esk fal gor hel isk jor kel lom mur nes ost pell quen ros sul tor ulv vass wen yrm")
)

Level = Literal["verbatim", "light", "reworded", "quotation"]


@dataclass(frozen=True)
class Descent:
    """The sentence `text[start:end]` of article b comes from one of article a."""

    a: int
    b: int
    a_span: tuple[int, int]
    b_span: tuple[int, int]
    level: Level


@dataclass(frozen=True)
class News:
    """The articles, and which sentence comes from which."""

    articles: list[str]
    descents: list[Descent]

    @property
    def derived(self) -> set[tuple[int, int]]:
        """The pairs of articles of which the second takes from the first."""
        return {(one.a, one.b) for one in self.descents}


def make(count: int, words: int = 500, seed: int = 5, derived: float = 0.2) -> News:
    """Make `count` articles of about `words` words; a share of them take two to eight sentences from an earlier one."""
    chance = random.Random(seed)
    sentences: list[list[str]] = []
    handed_on: set[str] = set()
    taken: list[tuple[int, int, int, int, Level]] = []
    for b in range(count):
        own = _article(chance, words)
        if b and chance.random() < derived:
            taken.extend(_derive(chance, sentences, own, b, handed_on))
        sentences.append(own)
    laid = [_laid_out(chance, one) for one in sentences]
    descents = [Descent(a, b, laid[a][1][at_a], laid[b][1][at_b], level) for a, b, at_a, at_b, level in taken]
    return News([text for text, _ in laid], descents)


def _article(chance: random.Random, words: int) -> list[str]:
    names = [_name(chance) for _ in range(8)]
    found: list[str] = []
    while sum(len(one.split()) for one in found) < words:
        found.append(_speech(chance, names) if chance.random() < 0.12 else _sentence(chance, names))
    return found


def _name(chance: random.Random) -> str:
    """A name that hardly another article has, as the people and places of an event are."""
    return "".join(chance.choice(SYLLABLES) for _ in range(3)).capitalize()


def _sentence(chance: random.Random, names: list[str]) -> str:
    whole = _clause(chance, names)
    if chance.random() < 0.3:
        whole += f" on {chance.choice(DAYS)}"
    if chance.random() < 0.6:
        whole += f" {chance.choice(JOINTS)} {_clause(chance, names)}"
    return f"{whole[0].upper()}{whole[1:]}."


def _clause(chance: random.Random, names: list[str]) -> str:
    whole = f"{_noun(chance, PEOPLE)} {chance.choice(VERBS)} {_noun(chance, THINGS)}"
    if chance.random() < 0.5:
        return f"{whole} {chance.choice(PREPOSITIONS)} {chance.choice(names)}"
    return f"{whole} {chance.choice(PREPOSITIONS)} {_noun(chance, THINGS)}" if chance.random() < 0.5 else whole


def _noun(chance: random.Random, nouns: list[str]) -> str:
    article = chance.choice(["the", "the", "one", "our", "every"])
    return f"{article} {chance.choice(ADJECTIVES)} {chance.choice(nouns)}"


def _speech(chance: random.Random, names: list[str]) -> str:
    said = f"{_clause(chance, names)}, and {_clause(chance, names)}"
    return f"“{said[0].upper()}{said[1:]},” {chance.choice(names)} said of {_noun(chance, THINGS)}."


def _derive(
    chance: random.Random, sentences: list[list[str]], own: list[str], b: int, handed_on: set[str]
) -> list[tuple[int, int, int, int, Level]]:
    """Put some of an earlier article's sentences in place of own ones, each in one of four ways, and each but once."""
    a = chance.randrange(b)
    source = sentences[a]
    first_hand = [at for at, sentence in enumerate(source) if sentence not in handed_on]
    size = min(chance.randint(2, 8), len(first_hand), len(own))
    found: list[tuple[int, int, int, int, Level]] = []
    for at_a, at_b in zip(chance.sample(first_hand, size), chance.sample(range(len(own)), size), strict=True):
        levels: list[Level] = ["quotation"] if source[at_a][0] == "“" else ["verbatim", "light", "reworded"]
        level = chance.choice(levels)
        own[at_b] = _retold(chance, source[at_a], level)
        handed_on |= {source[at_a], own[at_b]}
        found.append((a, b, at_a, at_b, level))
    return found


def _retold(chance: random.Random, sentence: str, level: Level) -> str:
    if level == "light":
        words = sentence.split()
        for at in chance.sample(range(1, len(words) - 1), 2):
            words[at] = OTHER_WORDS.get(words[at], "" if chance.random() < 0.5 else words[at])
        return " ".join(word for word in words if word)
    if level == "reworded":
        words = [OTHER_WORDS.get(word, word) for word in f"{sentence[0].lower()}{sentence[1:-1]}".split()]
        for joint in (OTHER_WORDS.get(joint, joint) for joint in JOINTS):
            if joint in words[4:]:  # the clause that follows the joint goes first
                at = words.index(joint, 4)
                words = [*words[at:], *words[:at]]
                break
        whole = " ".join(words)
        return f"{whole[0].upper()}{whole[1:]}."
    return sentence


def _laid_out(chance: random.Random, sentences: list[str]) -> tuple[str, list[tuple[int, int]]]:
    """The sentences in paragraphs of one to three, and the span of each."""
    text, spans = "", []
    for sentence in sentences:
        if text:
            text += "\n\n" if chance.random() < 0.5 else " "
        spans.append((len(text), len(text) + len(sentence)))
        text += sentence
    return text, spans
