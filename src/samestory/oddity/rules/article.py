"""Articles that do not fit: “a attack”, “built a the bridge”, “the Russia has said”, “in United States”."""

from collections.abc import Iterator

from samestory.oddity.finding import OddPhrase, in_row
from samestory.oddity.row import SMALL_WORDS, WordRow
from samestory.words.article_sound import article_for
from samestory.words.common_word import UNLISTED, band
from samestory.words.listed import listed
from samestory.words.lists import phrases_in, words_in

_INDEFINITE, _ARTICLES = listed("a an"), listed("a an the")
_A_THAT_IS_NO_ARTICLE = listed("cappella capella priori posteriori fortiori la propos")
NO_ARTICLE = frozenset(place.lower() for place in words_in("places", "bare"))
_NAMES = [tuple(name.lower().split()) for name in phrases_in("odd_shapes", "with an article")]
# What follows the first word of such a name: the states and the nations are both united.
NEEDS_ARTICLE = {first: {name[1:] for name in _NAMES if name[0] == first} for first, *_ in _NAMES}
PREPOSITIONS = listed("in of by with from at to for against")
AFTER_NAME = listed("""
    has have had is was were will would could said says may might for as on in at by with from and but to when after
    before since during if who
    """)


def article_sound(row: WordRow) -> Iterator[OddPhrase]:
    """“a attack”, “an Russian minister”: the article does not fit the sound that follows."""
    for at in row.each(_INDEFINITE):
        # Inside a sentence a capital “A” is a letter, as in “vitamin A”.
        article = row.words[at].text.lower() if at == 0 else row.words[at].text
        if article not in _INDEFINITE or row.gaps[at + 1] != " " or at + 1 == len(row.words):
            continue
        after = row.words[at + 1].text
        if after in SMALL_WORDS:
            continue
        right = article_for(_whole_number(row, at + 1))
        if right not in (None, article):
            yield in_row(row, at, at + 1, "typing", f"Before “{after}” English has “{right}”.", f"{right} {after}")


def wrong_article(row: WordRow, at: int) -> OddPhrase | None:
    """“a early start”, before a common word: enough where two texts share it."""
    article, word = row.lows[at], row.low(at + 1)
    if article not in _INDEFINITE or len(word) < 3 or not word.isalpha() or row.breaks(at + 1):
        return None
    # How a name or a rare word is pronounced would be a guess.
    if row.words[at + 1].text[0].isupper() or band(word) == UNLISTED or article_for(word) in (None, article):
        return None
    return in_row(row, at, at + 1, "typing", f"“{word}” takes “{'an' if article == 'a' else 'a'}”")


def _whole_number(row: WordRow, at: int) -> str:
    """The word at `at`; a number with all its digits, since 1,800 is read otherwise than 1,200."""
    if not row.words[at].text.isdigit():
        return row.words[at].text
    last = at
    while last + 1 < len(row.words) and row.gaps[last + 1] == "," and row.words[last + 1].text.isdigit():
        last += 1
    return ",".join(word.text for word in row.words[at : last + 1])


def two_articles(row: WordRow) -> Iterator[OddPhrase]:
    """“built a the bridge”: one article too many."""
    for at in row.each(_ARTICLES):
        pair = {word.text for word in row.words[max(0, at - 1) : at + 1]}
        # “An a cappella group” has one article only.
        is_latin = row.lows[at] == "a" and row.low(at + 1) in _A_THAT_IS_NO_ARTICLE
        # Two different ones: “the the” is left to the rule for doubled words.
        if row.gaps[at] == " " and len(pair) == 2 and pair <= _ARTICLES and not is_latin:
            why = f"Two articles stand here, “{row.lows[at - 1]}” and “{row.lows[at]}”."
            yield in_row(row, at - 1, at, "typing", why)


def article_too_many(row: WordRow) -> Iterator[OddPhrase]:
    """“the Russia has said”: a name that takes no article. “The Russia of old” is right."""
    for at in row.each(NO_ARTICLE):
        name = row.words[at].text
        alone = row.low(at - 1) == "the" and row.low(at + 1) in AFTER_NAME
        if alone and name[0].isupper() and row.gaps[at] == row.gaps[at + 1] == " ":
            yield in_row(row, at - 1, at, "shape", f"“{name}” as a name takes no “the”.", name)


def article_missing(row: WordRow) -> Iterator[OddPhrase]:
    """“the talks in United States.”: a name that takes its article, but for headlines."""
    for at in row.each(NEEDS_ARTICLE.keys()):
        before = row.low(at - 1)
        more = next(
            (tail for tail in NEEDS_ARTICLE[row.lows[at]] if row.lows[at + 1 : at + 1 + len(tail)] == tail), None
        )
        if before not in PREPOSITIONS or more is None:
            continue
        last = at + len(more)
        over = last + 1 == len(row.words) or row.gaps[last + 1][:1] in ".,;" or row.low(last + 1) in AFTER_NAME
        # Headlines leave articles out: “Talks in United States” is right there.
        is_headline = all(word.text[:1].isupper() for word in row.words if len(word.text) > 3)
        is_name = all(word.text[0].isupper() for word in row.words[at : last + 1])
        if over and is_name and not is_headline and row.joined(at - 1, last):
            name = row.printed(at, last)
            yield in_row(row, at - 1, last, "shape", f"“{name}” takes “the” before it.", f"{before} the {name}")
