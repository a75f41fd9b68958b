"""“Accuse”, “blame” and “deny” with words that they do not take: “accused them for lying”, “denied to have lied”."""

from collections.abc import Iterator

from samestory.oddity.finding import OddPhrase, in_row
from samestory.oddity.row import WordRow
from samestory.words.listed import listed
from samestory.words.lists import pairs_in

ACCUSE = listed("accuse accuses accused accusing")
BLAME = listed("blame blames blamed blaming")
DENY = listed("denied denies deny denying")
_BE = listed("is are was were be been being")
PARTICIPLES = frozenset(forms.split()[-1] for forms in pairs_in("irregular", "verbs").values())


def accused_for(row: WordRow) -> Iterator[OddPhrase]:
    """“accused Russia for attacking”, “blamed the captain of steering”: the verbs' prepositions have changed places."""
    lows = row.lows
    for at in row.each({"for", "of"}):
        wrong, deed = (ACCUSE if lows[at] == "for" else BLAME), row.low(at + 1)
        if not deed.endswith("ing") or deed in ("nothing", "something", "everything"):
            continue
        # One to three words between name the one who is accused.
        verb = next((n for n in range(at - 2, max(-1, at - 5), -1) if lows[n] in wrong), None)
        # “accused Lind of theft and for lying”: the preposition belongs to another noun.
        if verb is None or {"and", "of", "for", "on"}.intersection(lows[verb + 1 : at]) or not row.joined(verb, at + 1):
            continue
        right = "of" if lows[at] == "for" else "for"
        why = f"One {'accuses somebody of' if right == 'of' else 'blames somebody for'} something."
        shown = " ".join(word.text for word in row.words[verb:at])
        yield in_row(row, verb, at + 1, "shape", why, f"{shown} {right} {deed}")


def accused_to_have(row: WordRow) -> Iterator[OddPhrase]:
    """“accused Berg to have lied”, “denied to have taken money”: these verbs take “of” or “-ing”, not “to”."""
    lows = row.lows
    for have in row.each({"have"}):
        at, done = have - 1, row.low(have + 1)
        if at < 1 or lows[at] != "to" or not _is_done(done):
            continue
        whom = row.words[at - 1].text
        named = whom[:1].isupper() or lows[at - 1] in ("him", "her", "them", "it")
        if named and row.low(at - 2) in ACCUSE and row.joined(at - 2, at + 2):
            why = "One accuses somebody of having done a thing."
            yield in_row(row, at - 2, at + 2, "shape", why, f"{lows[at - 2]} {whom} of having {done}")
        elif lows[at - 1] == "accused" and row.low(at - 2) in _BE and row.joined(at - 2, at + 2):
            why = "One is accused of having done a thing."
            yield in_row(row, at - 1, at + 2, "shape", why, f"accused of having {done}")
        elif lows[at - 1] in DENY and row.joined(at - 1, at + 2):
            why = f"One denies having {done}; the verb takes no “to”."
            yield in_row(row, at - 1, at + 2, "shape", why, f"{lows[at - 1]} having {done}")


def _is_done(word: str) -> bool:
    """Is the word a participle, by its ending (lied, taken, known, done) or as one of the irregular ones?"""
    return word.endswith(("ed", "en", "wn", "one")) or word in PARTICIPLES
