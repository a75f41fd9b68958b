"""Where a sentence is another account's, word for word, but for one phrase: what stands there instead."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from samestory.oddity.alike import OtherAccounts, telling_words
from samestory.oddity.finding import OddPhrase, in_row
from samestory.oddity.lexicon import lexicon
from samestory.oddity.row import SMALL_WORDS, WordRow, sentence_rows
from samestory.text.cut import CutText
from samestory.words.key import key, root
from samestory.words.listed import listed
from samestory.words.lists import words_in, words_in_order

LONGEST_ALIKE = 120  # words
FEWEST_KEPT = 4  # words
LONGEST_PHRASE = 5  # words
COUNTS = words_in("numbers", "amounts") | {*words_in_order("numbers", "units")[1:13], "twenty", "thirty"}
AFTER_VERB = listed("the a an to that his her its their this these it him them two three up down out off over whether")
BEFORE_VERB = listed("to will would could should may might must can not he she they it who we i had has have")
VERBS = words_in("verbs", "exchanged")
_OF_ADJECTIVES = ("ical", "onal", "ular", "eous", "ious", "ful")
_Change = tuple[int, int, int, int]  # words a to b of their sentence, c to d of this one; b and d are not included


def replaced(document: CutText, others: Sequence[CutText]) -> Iterator[OddPhrase]:
    """Yield each phrase for which a sentence of another account, otherwise the same, has other words."""
    accounts = OtherAccounts.of(others)
    same = {row.bases for _, row in accounts.rows}
    for row, telling in zip(sentence_rows(document), telling_words(document), strict=True):
        if row.bases in same or not FEWEST_KEPT < len(row.bases) <= LONGEST_ALIKE:
            continue
        compared = (_difference(row, *one) for one in accounts.like(telling) if len(one[1].bases) <= LONGEST_ALIKE)
        found = next(filter(None, compared), None)
        if found:
            yield found


def _difference(row: WordRow, number: int, their: WordRow) -> OddPhrase | None:
    """The one phrase in which a sentence differs from theirs, if it is odd."""
    blocks = SequenceMatcher(None, their.bases, row.bases, autojunk=False).get_opcodes()
    kept = sum(block[4] - block[3] for block in blocks if block[0] == "equal")
    changes = _merged([block[1:] for block in blocks if block[0] != "equal"])
    # A sentence with two changes was written anew, which is no sign of words exchanged one by one.
    if len(changes) != 1 or kept < max(FEWEST_KEPT, len(row.bases) // 2, len(their.bases) // 2):
        return None
    a, b, c, d = changes[0]
    odd = _odd(row, their, changes[0])
    if odd is None:
        return None
    left, right = odd
    start, end = their.words[a - (c - left)].start, their.words[b + (right - d) - 1].end
    usual = their.text[start:end]
    why = f"Another account has this sentence word for word, but with “{usual}” at this place."
    return in_row(row, left, right - 1, "other account", why, usual, (number, start, end), "same sentence")


def _merged(changes: list[_Change]) -> list[_Change]:
    """Changes with at most one word between them, made one."""
    found: list[_Change] = []
    for a, b, c, d in changes:
        if found and a - found[-1][1] <= 1 and c - found[-1][3] <= 1:
            found[-1] = (found[-1][0], b, found[-1][2], d)
        else:
            found.append((a, b, c, d))
    return found


def _odd(row: WordRow, their: WordRow, change: _Change) -> tuple[int, int] | None:
    """Where the phrase begins and ends, if the words of this sentence are odd for those of theirs; else None."""
    a, b, c, d = change
    mine, other = row.bases[c:d], their.bases[a:b]
    if not (_is_phrase(row, c, d) and _is_phrase(their, a, b)) or _same_words(mine, other):
        return None
    if all(word in SMALL_WORDS or _is_everyday(word) for word in mine) or _touches_term(row, c, d):
        return None
    # “robbed the” is a verb with its object: editors exchange verbs, and no fixed term is lost.
    if any(row.lows[at].endswith("ed") and row.lows[at + 1] in AFTER_VERB for at in range(c, d - 1)):
        return None
    # Two words for two is how a term is put into other words.
    if _telling(mine) > 1 and _telling(other) > 1:
        return c, d
    # One word for a phrase is a cut, and a verb any editor's to change.
    if _telling(other) > 1 or any(_is_verb(row, at) for at in range(c, d)):
        return None
    left, right = _term_around(row, c) if d - c == 1 else (c, d)
    return (left, right) if right - left > 1 else None


def _is_phrase(row: WordRow, first: int, after: int) -> bool:
    """Words that say something, no figures, and not a name only: whom a text names is another matter."""
    if not 0 < after - first <= LONGEST_PHRASE:
        return False
    if any(low[0].isdigit() or low in COUNTS for low in row.lows[first:after]):
        return False
    return any(
        row.lows[at] not in SMALL_WORDS and (row.words[at].text.islower() or first == 0) for at in range(first, after)
    )


def _is_everyday(word: str) -> bool:
    """A word that a desk puts in anywhere, or a form of one: distributed, distributing."""
    known = lexicon().everyday
    bare = word.removesuffix("ing") if word.endswith("ing") else word.removesuffix("ed").removesuffix("er")
    doubled = len(bare) > 2 and bare[-1] == bare[-2]
    return word in known or bare in known or bare + "e" in known or (doubled and bare[:-1] in known)


def _touches_term(row: WordRow, first: int, after: int) -> bool:
    """Do the words `first` to `after` make a fixed term, by themselves or with a neighbour?"""
    known = lexicon()
    return any(
        known.is_fixed(row.bases[start:end])
        for start in range(max(0, first - 1), after)
        for end in range(max(start + 2, first + 1), min(len(row.bases), after + 1) + 1)
    )


def _telling(bases: Sequence[str]) -> int:
    return sum(word not in SMALL_WORDS for word in bases)


def _same_words(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    """Are these only spellings or forms of the same words?"""
    return len(mine) == len(theirs) and all(kindred(one, two) for one, two in zip(mine, theirs, strict=True))


def kindred(one: str, other: str) -> bool:
    """Are two folded words forms or spellings of one (nation, national; organise, organize)?

    >>> kindred("estimations", "estimates"), kindred("centre", "center"), kindred("peace", "war")
    (True, True, False)
    """
    return one == other or (bool(one and other) and root(key(one)) == root(key(other)))


def _term_around(row: WordRow, at: int) -> tuple[int, int]:
    """A single word with the one that it makes a term with: the next, or else the one before; alone if it is a verb."""
    if _is_verb(row, at):
        return at, at + 1
    after = at + 1 < len(row.words) and _joins(row, at + 1) and row.joined(at, at + 1)
    if after and not row.lows[at + 1].endswith("ed"):
        return at, at + 2
    if at and _joins(row, at - 1) and row.joined(at - 1, at):
        return at - 1, at + 1
    return at, at + 1


def _joins(row: WordRow, at: int) -> bool:
    """May this word be half of a term: no small word, figure, name or verb?"""
    low = row.lows[at]
    known = low in SMALL_WORDS or low in COUNTS or low in VERBS or not low.isalpha()
    return not known and (row.words[at].text.islower() or at == 0) and not _is_verb(row, at)


def _is_verb(row: WordRow, at: int) -> bool:
    """Does the word look like a verb of its sentence: an ending, and what follows a verb behind it?"""
    word = row.lows[at]
    # “Turned to electrical power”: by its ending the word is no verb, whatever stands before it.
    if word.endswith(_OF_ADJECTIVES):
        return False
    if word in VERBS or row.low(at - 1) in BEFORE_VERB:
        return True
    return word.endswith(("ed", "s", "ing")) and not word.endswith("ss") and row.low(at + 1) in AFTER_VERB
