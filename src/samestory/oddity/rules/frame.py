"""Verbs that stand with words they do not go with: “call Ukraine for talks”, “told to reporters”, “want an attack”."""

from collections.abc import Iterator

from samestory.oddity.finding import OddPhrase, in_row
from samestory.oddity.row import WordRow
from samestory.oddity.rules.time import DAY_NAMES
from samestory.words.listed import listed
from samestory.words.lists import pairs_in, words_in

_CALL = listed("call calls called calling")
TALKS = listed("talks negotiations negotiation dialogue restraint ceasefire truce peace calm")
HELD = listed("talks negotiations dialogue")
TELL = listed("told tells informed informs reminded assured notified")
AUDIENCE = listed("reporters journalists press media parliament lawmakers")
PRESS = listed("press presses pressed pressing")
PRESSED = words_in("odd_shapes", "pressed")
HIT_WITH = {"struck": "hit", "smitten": "hit", "beaten": "hit", "striking": "hitting", "smashed": "hit"}
BLOWS = listed("sanctions sanction tariffs tariff fine fines penalty penalties lawsuit bill tax taxes fee fees")
LANGUISH = listed("languish languishes languished languishing")
OCCASIONS = listed("birthday christmas easter holiday winter summer anniversary")
# What people hold, launch or suffer, but do not simply want, hope, need or like one of.
ACTIONS = listed("""
    attack assault invasion offensive raid strike airstrike bombardment counterattack escalation coup blockade siege
    shelling incursion annexation massacre
    """)
WISHES = listed("want wants wanted hope hopes hoped wish wishes wished like likes liked need needs needed")
# A noun with the plain verbs that it never takes.
NEVER_TAKEN = {noun: listed(verbs) for noun, verbs in pairs_in("odd_shapes", "never together").items()}


def called_for_talks(row: WordRow) -> Iterator[OddPhrase]:
    """“calling Ukraine for talks”: one calls on somebody to talk, or for talks."""
    for at in row.each(_CALL):
        last = at + 4 if row.low(at + 3) in ("a", "new", "the", "more") else at + 3
        talks = row.low(last)
        if talks not in TALKS or row.lows[at + 2] != "for" or not row.joined(at, at + 3):
            continue
        name = row.words[at + 1].text
        if name[:1].isupper() and row.lows[at + 1] not in DAY_NAMES:
            right = f"{row.lows[at]} on {name} {'to hold' if talks in HELD else 'for'} {talks}"
            why = f"To call {name} for {talks} is no English: one calls on somebody to do something."
            yield in_row(row, at, last, "shape", why, right)


def told_to(row: WordRow) -> Iterator[OddPhrase]:
    """“told to reporters that”: this verb takes its hearer without “to”."""
    for at in row.each(TELL):
        verb, hearer = row.lows[at], at + 3 if row.low(at + 2) == "the" else at + 2
        # “The story was told to reporters” is right.
        passive = row.low(at - 1) in ("was", "were", "be", "been")
        if row.low(at + 1) == "to" and not passive and row.low(hearer) in AUDIENCE and row.joined(at, hearer):
            right = " ".join((verb, *row.lows[at + 2 : hearer + 1]))
            yield in_row(row, at, hearer, "shape", f"“{verb}” takes its hearer without “to”.", right)


def explained_reporters(row: WordRow) -> Iterator[OddPhrase]:
    """“explained reporters that”: this verb takes its hearer with “to”."""
    for at in row.each({"explained", "explains"}):
        verb, hearer = row.lows[at], row.low(at + 1)
        if hearer in AUDIENCE and row.low(at + 2) == "that" and row.joined(at, at + 2):
            yield in_row(row, at, at + 1, "shape", f"“{verb}” takes its hearer with “to”.", f"{verb} to {hearer}")


def pressed(row: WordRow) -> Iterator[OddPhrase]:
    """“press its move”: a state presses its case or its claim; other things it presses ahead with."""
    for at in row.each(PRESS):
        whose, noun, after = row.low(at + 1), row.low(at + 2), row.low(at + 3)
        if whose not in ("its", "their") or noun in ("", *PRESSED) or not row.joined(at, at + 2):
            continue
        shown, is_verb = row.words[at + 2].text, row.low(at - 1) in ("to", "will", "would", "could", "and", "can")
        if is_verb and shown.islower() and after in ("", "in", "on", "for", "against", "with", "and"):
            why = "One presses a case or a claim; with anything else one presses ahead."
            yield in_row(row, at, at + 2, "shape", why, f"press ahead with {whose} {shown}")


def struck_with(row: WordRow) -> Iterator[OddPhrase]:
    """“struck with more sanctions”: the set phrase of the news is “hit with sanctions”."""
    for at in row.each(HIT_WITH.keys()):
        end = next((n for n in range(at + 2, at + 6) if row.low(n) in BLOWS), None)
        if row.low(at + 1) == "with" and end is not None and row.joined(at, end):
            right = HIT_WITH[row.lows[at]]
            shown = " ".join((right, *row.lows[at + 1 : end + 1]))
            yield in_row(row, at, end, "shape", f"The set phrase is “{right} with {row.lows[end]}”.", shown)


def languished(row: WordRow) -> Iterator[OddPhrase]:
    """“languishes another Christmas”: this verb takes no object; one languishes through it."""
    for at in row.each(LANGUISH):
        verb, article = row.lows[at], row.low(at + 1)
        if article not in ("another", "a", "the", "his", "her", "their") or at + 2 >= len(row.words):
            continue
        noun = row.words[at + 2].text
        if (noun[:1].isupper() or row.lows[at + 2] in OCCASIONS) and row.joined(at, at + 2):
            why = f"“{verb}” takes no object: one does it through a time."
            yield in_row(row, at, at + 2, "shape", why, f"{verb} through {article} {noun}")


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
