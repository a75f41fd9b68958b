"""Names and leading words that the other accounts agree on, and that this text has otherwise."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from samestory.oddity.finding import OddPhrase, in_line
from samestory.oddity.lexicon import Bases, base, lexicon
from samestory.oddity.line import Line, Part
from samestory.words.listed import listed

INSIDE_NAMES = listed("of the for")
NAMED_BODIES = listed("""
    republic kingdom union federation emirate council court party front assembly treaty pact accord bank fund army
    guard alliance league
    """)
Place = tuple[int, Line, int, int]  # the other's number, the line, its first and last word
LONGEST = 400
FEWEST_ACCOUNTS = 2
FEWEST_THERE = 4
FEWEST_HERE = 3

# One thing, and the words that a text put into other words calls it by in turn.
ONE_THING = {
    word: frozenset(base(other) for other in others.split())
    for word, others in {
        "meeting": "conference discussion appointment gathering assembly encounter session",
        "troops": "fighters servicemen warriors soldiery",
        "invasion": "intrusion foray raid trespass",
        "sanctions": "penalties punishments approvals endorsements",
        "talks": "conversations chats speeches lectures",
        "ceasefire": "pause halt standstill",
        "election": "selection choosing picking",
        "strike": "hit blow knock",
        "ferry": "craft barge canoe",
        "flood": "deluge torrent inundation",
        "earthquake": "trembling shaking quaking",
        "mayor": "governor alderman burgomaster",
        "hospital": "sanatorium infirmary sickbay",
        "bridge": "overpass span crossing",
        "agreement": "understanding arrangement contract",
        "budget": "spending finances expenditure",
    }.items()
}


def other_words(lines: Sequence[Line], others: Sequence[Sequence[Line]]) -> Iterator[OddPhrase]:
    """Yield the words by which this text calls in turn what two or more other accounts call by one word throughout."""
    here = Counter(word for line in lines for word in line.bases)
    there = [Counter(word for line in other for word in line.bases) for other in others]
    for shown, stand_ins in sorted(ONE_THING.items()):
        word = base(shown)
        counts = [count[word] for count in there if count[word]]
        if here[word] or len(counts) < FEWEST_ACCOUNTS or sum(counts) < FEWEST_THERE:
            continue
        used = {one for one in stand_ins if here[one] and not any(count[one] for count in there)}
        if len(used) < FEWEST_ACCOUNTS or sum(here[one] for one in used) < FEWEST_HERE:
            continue
        where = next((n, part.start, part.end) for n, part in _each(others, word))
        why = f"The other accounts say “{shown}” throughout; this text never does, and has {len(used)} others in turn."
        for line in lines:
            for at, own in enumerate(line.bases):
                if own in used:
                    yield in_line(line, at, at, "other account", why, shown, where)


def _each(others: Sequence[Sequence[Line]], word: str) -> Iterator[tuple[int, Part]]:
    for number, other in enumerate(others):
        for line in other:
            for at, own in enumerate(line.bases):
                if own == word:
                    yield number, line.parts[at]


def other_names(lines: Sequence[Line], others: Sequence[Sequence[Line]]) -> Iterator[OddPhrase]:
    """Yield names of states, courts, parties ... whose second half is another than everywhere else.

    Another account has the name with the usual half, or a name of the same build stands beside it.
    """
    known: dict[tuple[str, str], dict[Bases, Place]] = defaultdict(dict)
    for number, other in enumerate(others):
        for line in other:
            for first, last in _names(line):
                tails = known[line.bases[first], line.bases[last]]
                tails.setdefault(line.bases[first + 1 : last + 1], (number, line, first, last))
    for line in lines:
        names = list(_names(line))
        for first, last in names:
            tail = line.bases[first + 1 : last + 1]
            # Two courts or parties of one country are two; only “X of the Republic” is no name of the usual build.
            if not INSIDE_NAMES.intersection(tail) or lexicon().is_fixed(tail):
                continue
            there = known.get((line.bases[first], line.bases[last]))
            yield from _against(line, first, last, there) if there else _beside(line, first, last, names)


def _names(line: Line) -> Iterator[tuple[int, int]]:
    """The capitalised names of three words or more that end on a word for a body (Republic, Court)."""
    first: int | None = None
    if len(line.parts) > LONGEST:
        return
    for at, part in enumerate(line.parts):
        if part.text[:1].isupper() and part.low not in ("the", "a"):
            if first is None or not line.joined(at - 1, at):
                first = at
            if part.low in NAMED_BODIES and at - first >= 2:
                yield first, at
                first = None
        elif part.low not in INSIDE_NAMES or first is None or not line.joined(at - 1, at):
            first = None


def _against(line: Line, first: int, last: int, there: dict[Bases, Place]) -> Iterator[OddPhrase]:
    tail = set(line.bases[first + 1 : last + 1])
    if len(there) > 1:
        return
    [(usual, (number, other, a, b))] = there.items()
    if set(usual) <= tail or tail <= set(usual) or not lexicon().is_fixed(usual):
        return
    start, end = other.parts[a].start, other.parts[b].end
    shown = other.text[start - other.start : end - other.start]
    why = f"Another account has the name as “{shown}”."
    yield in_line(line, first, last, "other account", why, shown, (number, start, end))


def _beside(line: Line, first: int, last: int, names: list[tuple[int, int]]) -> Iterator[OddPhrase]:
    """A name beside one of the same build: “the Donetsk People's Republic and the Luhansk Founding of the Republic”."""
    for a, b in names:
        tail = line.bases[a + 1 : b + 1]
        if line.bases[b] != line.bases[last] or (a, b) == (first, last) or not lexicon().is_fixed(tail):
            continue
        if abs(first - b) > 6 and abs(a - last) > 6:
            continue
        usual = line.text[line.parts[a + 1].start - line.start : line.parts[b].end - line.start]
        why = f"The name beside it ends on “{usual}”, and so should this one."
        yield in_line(line, first, last, "shape", why, f"{line.parts[first].text} {usual}")
        return
