"""Make accounts of one event as newsrooms print them: an agency's copy, own reports, and a slip here and there.

The event is invented. Every second account is made of the agency's sentences, word for word, shortened, with a word or
two exchanged, or put into other words; the others report by themselves and share a quotation, a number or a name.
"""

import random
from collections.abc import Callable

from made_news import DAYS, _name, _retold, _sentence, _speech
from word_stock import ADJECTIVES, OTHER_WORDS, THINGS, VERBS

WIRE_SENTENCES, FEWEST, MOST = 36, 14, 26
A_COPY, A_SLIP = 0.5, 0.06  # how often an account is a copy of the agency's, and how often a sentence gets a slip

_Write = Callable[[random.Random, list[str]], str]


def make_event(accounts: int, seed: int = 5) -> list[str]:
    """Make so many accounts of one event, of 14 to 26 sentences each; the same ones for the same seed."""
    chance = random.Random(seed)
    names = [_name(chance) for _ in range(10)]
    wire = [_any(chance, names) for _ in range(WIRE_SENTENCES)]
    return [_account(chance, names, wire) for _ in range(accounts)]


def _account(chance: random.Random, names: list[str], wire: list[str]) -> str:
    size = chance.randint(FEWEST, MOST)
    taken = size if chance.random() < A_COPY else chance.randint(2, 5)
    kept = [wire[at] for at in sorted(chance.sample(range(len(wire)), min(size, taken)))]
    told = [_edited(chance, one, names) for one in kept]
    # Each reporter meets people of his own besides those of the event.
    mine = [*chance.sample(names, 4), _name(chance), _name(chance)]
    while len(told) < size:
        told.insert(chance.randint(0, len(told)), _any(chance, mine))
    paragraphs = [" ".join(told[at : at + 2]) for at in range(0, len(told), 2)]
    return "\n\n".join(paragraphs) + "\n"


def _any(chance: random.Random, names: list[str]) -> str:
    return chance.choices((_sentence, _speech, _count, _day), (5, 3, 1, 1))[0](chance, names)


def _count(chance: random.Random, names: list[str]) -> str:
    number, what = chance.randint(3, 900), chance.choice(["injured", "killed", "evacuated", "arrested"])
    return f"{number} people were {what} when the {_thing(chance)} {chance.choice(VERBS)} the hall at {names[0]}."


def _day(chance: random.Random, names: list[str]) -> str:
    who, where = chance.sample(names, 2)
    return f"{who} closed the {_thing(chance)} near {where} on {chance.choice(DAYS)} after the {_thing(chance)} burned."


def _thing(chance: random.Random) -> str:
    return f"{chance.choice(ADJECTIVES)} {chance.choice(THINGS)}"


def _edited(chance: random.Random, sentence: str, names: list[str]) -> str:
    """What a desk makes of a sentence of the agency's; now and then with a slip."""
    if chance.random() < A_SLIP:
        return _with_slip(chance, sentence, names)
    if "“" in sentence:
        return sentence if chance.random() < 0.7 else _reworded_once(chance, sentence)
    return _retold(chance, sentence, chance.choices(("verbatim", "light", "reworded"), (5, 3, 2))[0])


def _reworded_once(chance: random.Random, sentence: str) -> str:
    known = [word for word in sentence.split() if word in OTHER_WORDS]
    if not known:
        return sentence
    word = chance.choice(known)
    return sentence.replace(f" {word} ", f" {OTHER_WORDS[word]} ", 1)


def _with_slip(chance: random.Random, sentence: str, names: list[str]) -> str:
    """A day, a number or the letters of a name changed, whichever the sentence has first."""
    for day in DAYS:
        if day in sentence:
            return sentence.replace(day, chance.choice(DAYS), 1)
    number = sentence.split(" ", 1)[0]
    if number.isdigit():
        return sentence.replace(number, str(int(number) + 10), 1)
    for name in names:
        if name in sentence:
            return sentence.replace(name, f"{name[:3]}{name[4:5]}{name[3:4]}{name[5:]}", 1)
    return sentence
