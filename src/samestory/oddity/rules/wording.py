"""Where a sentence is another account's, word for word, but for one phrase: what stands there instead."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from samestory.oddity.lexicon import lexicon
from samestory.oddity.line import SMALL, Line, kindred
from samestory.words.listed import listed
from samestory.words.lists import words_in, words_in_order

COMMON = 40
TRIED = 3
LONGEST = 120
FEWEST_KEPT = 4
LONGEST_PHRASE = 5
NUMBERS = words_in("numbers", "amounts") | {*words_in_order("numbers", "units")[1:13], "twenty", "thirty"}
AFTER_VERB = listed("the a an to that his her its their this these it him them two three up down out off over whether")
BEFORE_VERB = listed("to will would could should may might can must not he she they it who we i had has have")
VERBS = words_in("verbs", "exchanged")


@dataclass(frozen=True, slots=True)
class Replaced:
    """Words `first` to `last` of `line` stand where words `their_first` to `their_last` stand in `their_line`.

    Nothing else in the sentence differs; `other` is the number of the account, from 0.
    """

    line: Line
    first: int
    last: int
    other: int
    their_line: Line
    their_first: int
    their_last: int


def replaced(text: Sequence[Line], others: Sequence[Sequence[Line]]) -> Iterator[Replaced]:
    """Yield each phrase of `text` for which a sentence of another account, otherwise the same, has other words."""
    theirs = [(number, line) for number, other in enumerate(others) for line in other]
    same = {line.bases for _, line in theirs}
    index: dict[str, list[int]] = defaultdict(list)
    for place, (_, line) in enumerate(theirs):
        for word in sorted(set(line.bases) - SMALL):
            index[word].append(place)
    for line in text:
        if line.bases in same or not FEWEST_KEPT < len(line.bases) <= LONGEST:
            continue
        for place in _likely(line, index, theirs):
            found = _difference(line, *theirs[place])
            if found:
                yield found
                break


def _likely(line: Line, index: dict[str, list[int]], theirs: list[tuple[int, Line]]) -> list[int]:
    """The three sentences of the others that share most words with `line`, if they share half of them."""
    counts: dict[int, int] = defaultdict(int)
    own = set(line.bases) - SMALL
    for word in sorted(own):
        places = index.get(word, ())
        if len(places) <= COMMON:
            for place in places:
                counts[place] += 1
    best = sorted(counts, key=lambda place: (-counts[place], place))[:TRIED]
    return [place for place in best if 2 * counts[place] >= len(own) - 2 and len(theirs[place][1].bases) <= LONGEST]


def _difference(line: Line, number: int, their: Line) -> Replaced | None:
    """The one phrase in which `line` differs from `their`, if it is odd."""
    blocks = SequenceMatcher(None, their.bases, line.bases, autojunk=False).get_opcodes()
    kept = sum(block[4] - block[3] for block in blocks if block[0] == "equal")
    changes = _merged([block[1:] for block in blocks if block[0] != "equal"])
    if len(changes) != 1 or kept < max(FEWEST_KEPT, len(line.bases) // 2, len(their.bases) // 2):
        return None
    a, b, c, d = changes[0]
    grown = _odd(line, their, a, b, c, d)
    if grown is None:
        return None
    left, right = grown
    return Replaced(line, left, right - 1, number, their, a - (c - left), b + (right - d) - 1)


def _odd(line: Line, their: Line, a: int, b: int, c: int, d: int) -> tuple[int, int] | None:
    """Where the phrase begins and ends, if words `c` to `d` of `line` are odd for `a` to `b` of `their`; else None."""
    mine, other = line.bases[c:d], their.bases[a:b]
    if not (_is_phrase(line, c, d) and _is_phrase(their, a, b)) or _same_words(mine, other):
        return None
    if all(word in SMALL or _is_everyday(word) for word in mine) or _touches_term(line, c, d):
        return None
    if any(line.lows[at].endswith("ed") and line.lows[at + 1] in AFTER_VERB for at in range(c, d - 1)):
        return None
    if _telling(mine) > 1 and _telling(other) > 1:
        return c, d
    if _telling(other) > 1 or any(_is_verb(line, at) for at in range(c, d)):
        return None
    left, right = _term_around(line, c) if d - c == 1 else (c, d)
    return (left, right) if right - left > 1 else None


def _merged(changes: list[tuple[int, int, int, int]]) -> list[tuple[int, int, int, int]]:
    """Changes with at most one word between them, made one."""
    found: list[tuple[int, int, int, int]] = []
    for a, b, c, d in changes:
        if found and a - found[-1][1] <= 1 and c - found[-1][3] <= 1:
            found[-1] = (found[-1][0], b, found[-1][2], d)
        else:
            found.append((a, b, c, d))
    return found


def _is_phrase(line: Line, first: int, after: int) -> bool:
    """Words that say something, no figures, and not a name only: whom a text names is another matter."""
    parts = line.parts[first:after]
    if not 0 < len(parts) <= LONGEST_PHRASE or any(part.low[0].isdigit() or part.low in NUMBERS for part in parts):
        return False
    return any(part.low not in SMALL and (part.text.islower() or first == 0) for part in parts)


def _is_everyday(word: str) -> bool:
    """A word that a desk puts in anywhere, or a form of one: distributed, distributing."""
    known = lexicon().everyday
    bare = word.removesuffix("ing") if word.endswith("ing") else word.removesuffix("ed").removesuffix("er")
    doubled = len(bare) > 2 and bare[-1] == bare[-2]
    return word in known or bare in known or bare + "e" in known or (doubled and bare[:-1] in known)


def _touches_term(line: Line, first: int, after: int) -> bool:
    """Do the words `first` to `after` make a fixed term, by themselves or with a neighbour?"""
    known = lexicon()
    return any(
        known.is_fixed(line.bases[start:end])
        for start in range(max(0, first - 1), after)
        for end in range(max(start + 2, first + 1), min(len(line.bases), after + 1) + 1)
    )


def _telling(bases: Sequence[str]) -> int:
    return sum(word not in SMALL for word in bases)


def _same_words(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    """Are these only spellings or forms of the same words?"""
    return len(mine) == len(theirs) and all(kindred(one, two) for one, two in zip(mine, theirs, strict=True))


def _term_around(line: Line, at: int) -> tuple[int, int]:
    """A single word with the one that it makes a term with: the next, or else the one before; alone if it is a verb."""
    if _is_verb(line, at):
        return at, at + 1
    after = at + 1 < len(line.parts) and _joins(line, at + 1) and line.joined(at, at + 1)
    if after and not line.lows[at + 1].endswith("ed"):
        return at, at + 2
    if at and _joins(line, at - 1) and line.joined(at - 1, at):
        return at - 1, at + 1
    return at, at + 1


def _joins(line: Line, at: int) -> bool:
    """May this word be half of a term: no small word, figure, name or verb?"""
    part = line.parts[at]
    known = part.low in SMALL or part.low in NUMBERS or part.low in VERBS or not part.low.isalpha()
    return not known and (part.text.islower() or at == 0) and not _is_verb(line, at)


def _is_verb(line: Line, at: int) -> bool:
    """Does the word look like a verb of its sentence: an ending, and what follows a verb behind it?"""
    word = line.lows[at]
    after = line.lows[at + 1] if at + 1 < len(line.lows) else ""
    if word in VERBS or (at and line.lows[at - 1] in BEFORE_VERB):
        return True
    return word.endswith(("ed", "s", "ing")) and not word.endswith("ss") and after in AFTER_VERB
