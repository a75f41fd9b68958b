"""A verb with a thing that it does not take: “want an attack”, “make a crime”."""

from samestory.oddity.finding import OddPhrase, in_row
from samestory.oddity.row import WordRow
from samestory.words.listed import listed
from samestory.words.lists import pairs_in

# What people hold, launch or suffer, but do not simply want, hope, need or like one of.
ACTIONS = listed("""
    attack assault invasion offensive raid strike airstrike bombardment counterattack escalation coup blockade siege
    shelling incursion annexation massacre
    """)
WISHES = listed("want wants wanted hope hopes hoped wish wishes wished like likes liked need needs needed")
# A noun with the plain verbs that it never takes.
NEVER_TAKEN = {noun: listed(verbs) for noun, verbs in pairs_in("odd_shapes", "never together").items()}


def never_taken(row: WordRow, at: int) -> OddPhrase | None:
    """“want an attack”, “make a crime”: a verb with a thing that it does not take."""
    if row.low(at + 1) not in ("a", "an", "the") or not row.in_one_breath(at, at + 3):
        return None
    verb, article, noun = row.lows[at : at + 3]
    # “They want the blockade” may speak of one that there is already.
    if article != "the" and verb in WISHES and noun in ACTIONS:
        why = f"one does not “{verb}” {article} {noun} but launches, fears or plans it"
        return in_row(row, at, at + 2, "shape", why)
    if verb in NEVER_TAKEN.get(noun, ()):
        return in_row(row, at, at + 2, "shape", f"“{verb}” does not go with “{noun}”")
    return None
