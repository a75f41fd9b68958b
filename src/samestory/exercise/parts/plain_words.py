"""Words as an answer in one's own words is compared: by a rule so plain that Python and JavaScript agree on it.

A form is a word or a phrase. A star at a word's end stands for any ending (`sail*` is sail, sails, sailing), two
points between words for up to six words of any kind (`nobody .. sail*`).
"""

import unicodedata
from collections.abc import Sequence
from random import Random

GAP = ".."
# Six words let a clause come between, and no second sentence.
_WIDEST_GAP = 6
# What parts two words. Signs within a number or a word (1,000; 3.5; don't) stay where letters stand on both sides.
PARTING = '"()[]{}<>;:!?*_/\\|~^`+=-–—―«»‹›‚‟′″¿¡•·' + "".join(map(chr, (*range(33), *range(127, 161))))
PARTING += "\u1680\u2028\u2029\u202f\u205f\u3000\ufeff" + "".join(map(chr, range(0x2000, 0x200B)))
# Marks that may stand within a word and mean nothing at its edge.
_EDGES = ".,'&"
_SAME = str.maketrans(
    {"’": "'", "‘": "'", "‛": "'", "“": '"', "”": '"', "„": '"', "‐": "-", "‑": "-", "‒": "-"}
    | dict.fromkeys(map(chr, (*range(0x300, 0x370), 0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F))))
)
_PARTS = str.maketrans(dict.fromkeys(PARTING, " "))


def plain_words(text: str) -> list[str]:
    """Return the words of `text` as they are compared: small letters without accents, without 's at the end.

    >>> plain_words("“Nordö’s two-day stop,” she said: 1,500 waited…")
    ['nordo', 'two', 'day', 'stop', 'she', 'said', '1,500', 'waited']
    """
    # Translated twice: lower() itself makes accents, as of the capital İ.
    plain = unicodedata.normalize("NFKD", text).translate(_SAME).lower().translate(_SAME)
    parted = plain.translate(_PARTS).replace("...", " ").split(" ")
    return [word for one in parted if (word := _bare(one))]


def _bare(word: str) -> str:
    word = word.strip(_EDGES)
    return word[:-2].rstrip(_EDGES) if word.endswith("'s") else word


def pattern_of(form: str) -> tuple[str, ...]:
    """Return a form as it is looked for: its words, a star at the end of those with any ending, and its gaps.

    >>> pattern_of("Nobody .. sail*")
    ('nobody', '..', 'sail*')
    """
    found: list[str] = []
    for piece in form.split():
        words = [GAP] if piece == GAP else plain_words(piece)
        if piece.endswith("*") and words:
            words[-1] += "*"
        found += words
    return tuple(found)


def found_at(words: Sequence[str], pattern: Sequence[str], start: int = 0) -> int:
    """Return where the pattern, begun at word `start`, ends (the word after it); -1 if it does not stand there."""
    at = start
    for i, one in enumerate(pattern):
        if one == GAP:
            rest = pattern[i + 1 :]
            # The narrowest gap first, so that the words found lie as close together as they can.
            ends = (found_at(words, rest, at + width) for width in range(_WIDEST_GAP + 1))
            return next((end for end in ends if end >= 0), -1)
        if at >= len(words) or not fits(words[at], one):
            return -1
        at += 1
    return at


def places_of(words: Sequence[str], pattern: Sequence[str]) -> list[tuple[int, int]]:
    """Return every place of the pattern as its first word and the word after its last."""
    if not pattern:
        return []
    first = pattern[0]  # most words are not it: asked first, for there are many words and patterns
    if first == GAP:
        starts = list(range(len(words)))
    elif first.endswith("*"):
        starts = [at for at, word in enumerate(words) if word.startswith(first[:-1])]
    else:
        starts = [at for at, word in enumerate(words) if word == first]
    return [(start, end) for start in starts if (end := found_at(words, pattern, start)) > start]


def longest_shared_run(words: Sequence[str], other: Sequence[str]) -> tuple[int, int]:
    """Return the longest run of words that both hold, as its first word and the word after its last in `words`."""
    best = (0, 0)
    before = [0] * (len(other) + 1)
    for i, word in enumerate(words):
        here = [0] * (len(other) + 1)
        for j, theirs in enumerate(other):
            if word == theirs:
                here[j + 1] = before[j] + 1
                # Of several runs of one length the first stays, as in JavaScript.
                if here[j + 1] > best[1] - best[0]:
                    best = (i + 1 - here[j + 1], i + 1)
        before = here
    return best


def fits(word: str, pattern: str) -> bool:
    """True if a word is that of a pattern, or begins with it where a star stands."""
    return word.startswith(pattern[:-1]) if pattern.endswith("*") else word == pattern


def scrambled(dice: Random, texts: Sequence[str], most: int) -> str:
    """Return at most `most` runs of words from the texts, by chance, as nobody would write them."""
    said: list[str] = []
    for _ in range(dice.randint(0, most)):
        words = dice.choice(texts).split()
        start = dice.randrange(len(words))
        said += words[start : start + dice.choice([1, 1, 2, 4, 9])]
    return "".join(word + dice.choice([" ", " ", " ", ", ", "—", "... ", "\n", "’s "]) for word in said)
