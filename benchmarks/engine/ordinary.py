"""Drop from the lexicon of odd phrases what is ordinary English: `heavy rainfall`, `legal counsel`, `combat veteran`.

    pip install symspellpy pocketsphinx    # in an environment that has samestory too
    python benchmarks/engine/ordinary.py

Every phrase that a stand-in can make of a fixed term is looked up in two places: the 243,342 frequent pairs of words
that symspellpy ships (MIT), and the English language model that pocketsphinx ships (BSD), where a pair is ordinary if
its second word is more than twice as likely behind the first as anywhere. A stand-in that makes ordinary phrases of a
quarter of the terms that it fits leaves, and so does one that is the word itself grown longer (marketplace); the other
ordinary phrases go into [sound]. A second run changes nothing.
"""

from collections import defaultdict
from functools import cache
from importlib.resources import files
from itertools import product
from math import log
from pathlib import Path

from pocketsphinx import Config, LogMath, NGramModel
from symspellpy import __name__ as symspell

from samestory.oddity.lexicon import Bases, base, lexicon, plural
from samestory.oddity.row import SMALL_WORDS

LEXICON = Path(__file__).resolve().parents[2] / "src" / "samestory" / "words" / "data" / "odd_lexicon.txt"
LEAST = log(2)
LEAST_SHARE = 0.25
Swap = tuple[str, str]  # the stand-in, and the word that it replaces

MODEL = NGramModel(Config(), LogMath(), str(files("pocketsphinx") / "model" / "en-us" / "en-us.lm.bin"))
PAIRS = {
    tuple(base(word) for word in line.split()[:2])
    for line in (files(symspell) / "frequency_bigramdictionary_en_243_342.txt").read_text("utf-8-sig").splitlines()
}


@cache
def chance(*words: str) -> float:
    """The logarithm of the chance of the first word behind the others, of which the nearest comes first."""
    return float(LogMath().log_to_ln(MODEL.prob(list(words))))


def forms(word: str) -> set[str]:
    return {word, plural(word)}


def is_pair(one: str, other: str) -> bool:
    """Do the two words stand beside each other in ordinary English?"""
    if (one, other) in PAIRS:
        return True
    return any(chance(b, a) - chance(b) > LEAST for a in forms(one) for b in forms(other))


def is_linked(one: str, link: str, other: str) -> bool:
    """The same of two words with a small one between them: burden of evidence."""
    return any(chance(b, link, a) - chance(b, link) > LEAST for a in forms(one) for b in forms(other))


def is_ordinary(phrase: Bases, term: Bases) -> bool:
    """Is each place of `phrase` at which it differs from `term` ordinary beside its neighbours?"""
    new = {at for at, word in enumerate(phrase) if word != term[at]}
    found = []
    for at in range(len(phrase) - 1):
        if new & {at, at + 1} and not {phrase[at], phrase[at + 1]} & SMALL_WORDS:
            found.append(is_pair(phrase[at], phrase[at + 1]))
        if at + 2 < len(phrase) and new & {at, at + 2} and phrase[at + 1] in SMALL_WORDS:
            found.append(is_linked(phrase[at], phrase[at + 1], phrase[at + 2]))
    return bool(found) and all(found)


def is_grown(one: str, other: str) -> bool:
    """Is one word the other with more behind it: market, marketplace?"""
    short, long = sorted((one, other), key=len)
    return len(short) > 3 and long.startswith(short)


def made(term: Bases) -> set[Bases]:
    """The phrases that stand-ins make of a term and that would be proposed."""
    known = lexicon()
    options = [[word, *sorted(one for one, heads in known.stands_for.items() if word in heads)] for word in term]
    return {phrase for phrase in product(*options) if (known.replaced(phrase) or (0, ()))[1] == term}


def ordinary() -> tuple[set[Swap], set[Bases]]:
    """The stand-ins to drop, and the ordinary phrases that are left without them."""
    fits: dict[Swap, list[bool]] = defaultdict(list)
    found: dict[Bases, Bases] = {}
    for term in lexicon().terms:
        for phrase in made(term):
            is_one = is_ordinary(phrase, term)
            swaps = [(own, word) for own, word in zip(phrase, term, strict=True) if own != word]
            if len(swaps) == 1:
                fits[swaps[0]].append(is_one)
            if is_one:
                found[phrase] = term
    drop = {swap for swap, fit in fits.items() if len(fit) > 1 and sum(fit) >= LEAST_SHARE * len(fit)}
    drop |= {(own, word) for own, words in lexicon().stands_for.items() for word in words if is_grown(own, word)}
    left = {phrase for phrase, term in found.items() if drop.isdisjoint(zip(phrase, term, strict=True))}
    return drop, left


def without(line: str, drop: set[Swap]) -> str:
    """A line of [stand-ins] without those that leave; "" if none is left."""
    word, _, others = line.partition(":")
    kept = [other for other in others.split() if (base(other), base(word)) not in drop]
    return f"{word}: {' '.join(kept)}" if kept else ""


def written(left: set[Bases], text: str) -> str:
    """The phrases in the words of the lexicon's `text`, between commas and in lines of 118 characters."""
    shown = {base(word): word for word in reversed(text.replace(",", " ").replace(":", " ").split())}
    lines = [""]
    for phrase in sorted(" ".join(shown.get(word, word) for word in phrase) for phrase in left):
        if len(lines[-1]) + len(phrase) > 116:
            lines.append("")
        lines[-1] += f", {phrase}" if lines[-1] else phrase
    return "".join(f"{line}\n" for line in lines if line)


def main() -> None:
    drop, left = ordinary()
    text = LEXICON.read_text("utf-8")
    head, _, rest = text.partition("\n[stand-ins]\n")
    stand_ins, _, rest = rest.partition("\n[sound]\n")
    pairs = [(line, line if ":" not in line else without(line, drop)) for line in stand_ins.splitlines()]
    body = "\n".join(new for old, new in pairs if new or not old)
    sound = written(left, text)
    LEXICON.write_text(f"{head}\n[stand-ins]\n{body}\n\n[sound]\n{sound}{rest}", "utf-8")
    print(f"{len(drop)} stand-ins left out, {len(left)} ordinary phrases kept from being called odd.")


if __name__ == "__main__":
    main()
