"""Every spelling of a name in some articles: where it stands, beside which other names, and who vouches for it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from samestory.comparison.name.gazetteer import gazetteer
from samestory.comparison.name.letters import letters_of
from samestory.text.cut import CutText
from samestory.text.name import NameWord, name_words
from samestory.words.common_word import is_common
from samestory.words.fold import fold

SHORTEST_NAME, LONGEST_NAME = 3, 40  # letters
MOST_SPELLINGS = 5_000  # spellings; what has more is a list and no article, and is read no further


@dataclass(frozen=True, slots=True)
class Place:
    """Where a name stands: `articles[article][start:end]`, counted in code points."""

    article: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Form:
    """One spelling: `key` is folded, `letters` also without accents, `text` as it is printed.

    `known`: the record has it; `listed`: the gazetteer has it. `firm`: it has its capital also where nothing else
    asks for one; `small`: an article writes it small. `before` and `after` are the names (letters) that stand right
    beside it somewhere; `counts` says how often each article has it.
    """

    key: str
    letters: str
    text: str
    places: tuple[Place, ...] = ()
    known: bool = False
    listed: bool = False
    firm: bool = True
    small: bool = False
    before: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()
    counts: dict[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Forms:
    """The spellings of one word by key, and those of two words side by side by the key of both in one (Nord Stream)."""

    single: dict[str, Form]
    paired: dict[str, Form]


class _Notes:
    """What is noted of one spelling while the texts are read."""

    __slots__ = ("after", "before", "firm", "known", "places", "texts")

    def __init__(self) -> None:
        self.places: list[Place] = []
        self.texts: set[str] = set()
        self.before: set[str] = set()
        self.after: set[str] = set()
        self.firm = self.known = False


def spellings(articles: Sequence[str | CutText], known: Iterable[str | CutText] = ()) -> Forms:
    """Return the spellings of all articles and of the record.

    A word that the language has, or that some article writes small, counts only where its capital says something.

    >>> found = spellings(["Mayor Ida Lind left Nordo."], ["Ida Lind"]).single
    >>> sorted(found), found["lind"].known, sorted(found["lind"].before)
    (['ida', 'lind', 'nordo'], True, ['ida'])
    """
    notes: dict[str, _Notes] = defaultdict(_Notes)
    pairs: dict[str, _Notes] = defaultdict(_Notes)
    small: set[str] = set()
    for number, article in enumerate(map(CutText.of, articles)):
        small.update(word.folded for word in article.words if word.text[0].islower())
        _read(notes, pairs, article, number)
    for name in known:
        _read(notes, pairs, CutText.of(name), -1)
    names = gazetteer()
    # Only after the last article, which may write small what a headline of the first has with a capital.
    single = {}
    for key, note in notes.items():
        is_word = key in small or is_common(key)
        listed = key in names.names or key.removesuffix("s") in names.names
        if note.firm or note.known or not is_word or listed:
            single[key] = _form(key, note, listed, key in small)
    # Two words side by side matter only where somebody writes them as one.
    paired = {key: _form(key, note, False, False) for key, note in pairs.items() if key in single}
    return Forms(single, paired)


def _read(notes: dict[str, _Notes], pairs: dict[str, _Notes], article: CutText, number: int) -> None:
    """Note the names of an article, or of the record where `number` is -1."""
    last: NameWord | None = None
    read: set[str] = set()
    for word in name_words(article):
        key = fold(word.text)
        if not SHORTEST_NAME <= len(key) <= LONGEST_NAME:
            last = None
            continue
        read.add(key)
        if len(read) > MOST_SPELLINGS:
            break
        _note(notes[key], word, word.start, number)
        if word.joined and last:
            before = fold(last.text)
            notes[key].before.add(letters_of(before))
            notes[before].after.add(letters_of(key))
            if word.start - last.end == 1:
                whole = NameWord(last.start, word.end, article.text[last.start : word.end], last.opens, False)
                _note(pairs[before + key], whole, last.start, number)
        last = word


def _note(note: _Notes, word: NameWord, start: int, article: int) -> None:
    if article >= 0:
        note.places.append(Place(article, start, word.end))
        note.firm = note.firm or not word.opens
    # The record may be whole sentences: the capital at their head makes no name of a common word.
    elif not word.opens or not is_common(fold(word.text)):
        note.known = True
    note.texts.add(word.text)


def _form(key: str, note: _Notes, listed: bool, small: bool) -> Form:
    counts = dict(Counter(place.article for place in note.places))
    # “BLINKEN” is shown only where no article has “Blinken”.
    text = min(note.texts, key=lambda text: (text.isupper(), text))
    letters = letters_of(key)
    before, after = frozenset(note.before), frozenset(note.after)
    return Form(key, letters, text, tuple(note.places), note.known, listed, note.firm, small, before, after, counts)
