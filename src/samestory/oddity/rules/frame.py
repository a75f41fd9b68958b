"""Verbs that stand with words they do not go with: “accuse them of having to shell”, “call Ukraine for talks”."""

from collections.abc import Iterator

from samestory.oddity.finding import OddPhrase, in_line
from samestory.oddity.line import Line, Part
from samestory.words.day_name import WEEKDAY_KEYS
from samestory.words.listed import listed

REACH = 7
ACCUSE = listed("accuse accuses accused accusing")
BLAME = listed("blame blames blamed blaming")
CALL = listed("call calls called calling")
TALKS = listed("talks negotiations negotiation dialogue restraint ceasefire truce peace calm")
HELD = listed("talks negotiations dialogue")
TELL = listed("told tells informed informs reminded assured notified")
AUDIENCE = listed("reporters journalists press media parliament lawmakers")
PRESS = listed("press presses pressed pressing")
ITS = listed("its their")
PRESSED = listed("""
    case claim claims advantage point attack attacks demand demands campaign offensive war luck cause bid agenda suit
    argument message interests concerns assault advance views charges complaint grievances government allies rival
    rivals leaders noses faces lips clothes way lead fight challenge candidate neighbours neighbors colleagues
    """)
HIT_WITH = {"struck": "hit", "smitten": "hit", "beaten": "hit", "striking": "hitting", "smashed": "hit"}
BLOWS = listed("sanctions sanction tariffs tariff fine fines penalty penalties lawsuit bill tax taxes fee fees")
DAYS = WEEKDAY_KEYS
DOUBLED = {
    "military": "soldier soldiers serviceman servicemen servicewomen",
    "medical": "physician physicians",
    "legal": "lawyer lawyers attorney attorneys",
    "judicial": "judge judges",
    "electoral": "election elections voter voters",
    "maritime": "ship ships vessel vessels sailor sailors",
    "naval": "sailor sailors",
    "aerial": "plane planes aircraft airplane",
    "financial": "money",
    "monetary": "money cash",
    "educational": "school schools teacher teachers",
    "royal": "king queen",
    "deceased": "corpse corpses",
    "elderly": "pensioner pensioners",
    "juvenile": "child children",
    "burning": "fire",
}
LANGUISH = listed("languish languishes languished languishing")
OCCASIONS = listed("birthday christmas easter holiday winter summer anniversary")
AFTER_PREPOSITION = {
    ("discussed", "about"): "discussed",
    ("discussing", "about"): "discussing",
    ("despite", "of"): "despite",
    ("regardless", "to"): "regardless of",
    ("discuss", "about"): "discuss",
}


def accused_of_having_to(line: Line) -> Iterator[OddPhrase]:
    """“accuse the troops of having to shell”: one accuses of what was done, not of what had to be done."""
    lows = line.lows
    for at in range(1, len(lows) - 3):
        if lows[at : at + 3] != ("of", "having", "to") or lows[at + 3] in ("do", "a", "the"):
            continue
        if ACCUSE.intersection(lows[max(0, at - REACH) : at]):
            why = "One accuses somebody of doing a thing, not of having to do it."
            right, last = f"of {_ing(lows[at + 3])}", at + 3
            if lows[at + 4 : at + 5] == ("and",) and at + 5 < len(lows) and line.joined(at, at + 5):
                right, last = f"{right} and {_ing(lows[at + 5])}", at + 5
            yield in_line(line, at, last, "shape", why, right)


def _ing(verb: str) -> str:
    return (verb[:-1] if verb.endswith("e") and not verb.endswith(("ee", "ye")) else verb) + "ing"


def accused_for(line: Line) -> Iterator[OddPhrase]:
    """“accused Russia for attacking”, “blamed the captain of steering”: the verbs' prepositions have changed places."""
    lows = line.lows
    for at in range(2, len(lows) - 1):
        wrong = {"for": ACCUSE, "of": BLAME}.get(lows[at])
        if wrong is None or not lows[at + 1].endswith("ing") or lows[at + 1] in ("nothing", "something", "everything"):
            continue
        verb = next((n for n in range(at - 2, max(-1, at - 5), -1) if lows[n] in wrong), None)
        if verb is not None and not {"and", "of", "for", "on"}.intersection(lows[verb + 1 : at]):
            right = "of" if lows[at] == "for" else "for"
            why = f"One {'accuses somebody of' if right == 'of' else 'blames somebody for'} something."
            if line.joined(verb, at + 1):
                shown = " ".join(part.text for part in line.parts[verb:at])
                yield in_line(line, verb, at + 1, "shape", why, f"{shown} {right} {lows[at + 1]}")


def accused_to_have(line: Line) -> Iterator[OddPhrase]:
    """“accused Berg to have lied”, “denied to have taken money”: these verbs take “of” or “-ing”, not “to”."""
    lows = line.lows
    for at in range(1, len(lows) - 2):
        if lows[at : at + 2] != ("to", "have") or not lows[at + 2].endswith(("ed", "en", "wn", "one")):
            continue
        named = at > 1 and (line.parts[at - 1].text[:1].isupper() or lows[at - 1] in ("him", "her", "them", "it"))
        if named and lows[at - 2] in ACCUSE and line.joined(at - 2, at + 2):
            why = "One accuses somebody of having done a thing."
            right = f"{lows[at - 2]} {line.parts[at - 1].text} of having {lows[at + 2]}"
            yield in_line(line, at - 2, at + 2, "shape", why, right)
        elif lows[at - 1] in ("denied", "denies", "deny", "denying") and line.joined(at - 1, at + 2):
            why = f"One denies having {lows[at + 2]}; the verb takes no “to”."
            yield in_line(line, at - 1, at + 2, "shape", why, f"{lows[at - 1]} having {lows[at + 2]}")


def called_for_talks(line: Line) -> Iterator[OddPhrase]:
    """“calling Ukraine for talks”: one calls on somebody to talk, or for talks."""
    lows = line.lows
    for at in range(len(lows) - 3):
        named = line.parts[at + 1].text[:1].isupper() and lows[at + 1] not in DAYS
        if lows[at] in CALL and named and lows[at + 2] == "for" and line.joined(at, at + 3):
            object_at = at + 3 if lows[at + 3] not in ("a", "new", "the", "more") else at + 4
            if object_at < len(lows) and lows[object_at] in TALKS:
                name = line.parts[at + 1].text
                hold = "to hold" if lows[object_at] in HELD else "for"
                right = f"{lows[at]} on {name} {hold} {lows[object_at]}"
                why = f"To call {name} for {lows[object_at]} is no English: one calls on somebody to do something."
                yield in_line(line, at, object_at, "shape", why, right)


def told_to(line: Line) -> Iterator[OddPhrase]:
    """“told to reporters that”: this verb takes its hearer without “to”."""
    lows = line.lows
    for at in range(len(lows) - 2):
        if lows[at] in TELL and lows[at + 1] == "to" and (at == 0 or lows[at - 1] not in ("was", "were", "be", "been")):
            hearer = at + 3 if lows[at + 2] == "the" and at + 3 < len(lows) else at + 2
            if lows[hearer] in AUDIENCE and line.joined(at, hearer):
                right = " ".join((lows[at], *lows[at + 2 : hearer + 1]))
                yield in_line(line, at, hearer, "shape", f"“{lows[at]}” takes its hearer without “to”.", right)


def explained(line: Line) -> Iterator[OddPhrase]:
    """“explained reporters that”: this verb takes its hearer with “to”."""
    lows = line.lows
    for at in range(len(lows) - 2):
        told = lows[at] in ("explained", "explains") and lows[at + 1] in AUDIENCE
        if told and lows[at + 2] == "that" and line.joined(at, at + 2):
            why = f"“{lows[at]}” takes its hearer with “to”."
            yield in_line(line, at, at + 1, "shape", why, f"{lows[at]} to {lows[at + 1]}")


def pressed(line: Line) -> Iterator[OddPhrase]:
    """“press its move”: a state presses its case or its claim; other things it presses ahead with."""
    lows = line.lows
    for at in range(1, len(lows) - 2):
        if lows[at] in PRESS and lows[at + 1] in ITS and lows[at - 1] in ("to", "will", "would", "could", "and", "can"):
            noun, after = line.parts[at + 2], lows[at + 3] if at + 3 < len(lows) else ""
            plain = noun.text.islower() and (not after or after in ("in", "on", "for", "against", "with", "and"))
            if plain and line.joined(at, at + 2) and noun.low not in PRESSED:
                why = "One presses a case or a claim; with anything else one presses ahead."
                yield in_line(line, at, at + 2, "shape", why, f"press ahead with {lows[at + 1]} {noun.text}")


def struck_with(line: Line) -> Iterator[OddPhrase]:
    """“struck with more sanctions”: the set phrase of the news is “hit with sanctions”."""
    lows = line.lows
    for at in range(len(lows) - 2):
        if lows[at] in HIT_WITH and lows[at + 1] == "with":
            end = next((n for n in range(at + 2, min(at + 6, len(lows))) if lows[n] in BLOWS), None)
            if end is not None and line.joined(at, end):
                right = HIT_WITH[lows[at]]
                shown = " ".join((right, *lows[at + 1 : end + 1]))
                yield in_line(line, at, end, "shape", f"The set phrase is “{right} with {lows[end]}”.", shown)


def languished(line: Line) -> Iterator[OddPhrase]:
    """“languishes another Christmas”: this verb takes no object; one languishes through it."""
    lows = line.lows
    for at in range(len(lows) - 2):
        if lows[at] in LANGUISH and lows[at + 1] in ("another", "a", "the", "his", "her", "their"):
            noun = line.parts[at + 2]
            if (noun.text[:1].isupper() or noun.low in OCCASIONS) and line.joined(at, at + 2):
                right = f"{lows[at]} through {lows[at + 1]} {noun.text}"
                yield in_line(
                    line, at, at + 2, "shape", f"“{lows[at]}” takes no object: one does it through a time.", right
                )


def doubled_sense(line: Line) -> Iterator[OddPhrase]:
    """“military soldiers”, “make logical sense”, “despite of”: a word that its neighbour has said already."""
    lows = line.lows
    for at in range(1, len(lows)):
        if not line.joined(at - 1, at):
            continue
        before, word = lows[at - 1], lows[at]
        if word in DOUBLED.get(before, "").split() and _is_plain(line.parts[at]):
            yield in_line(line, at - 1, at, "shape", f"“{word}” says “{before}” already.", line.parts[at].text)
        elif (before, word) in AFTER_PREPOSITION:
            right = AFTER_PREPOSITION[before, word]
            yield in_line(line, at - 1, at, "shape", f"English has “{right}” here.", right)
        elif (before, word) == ("logical", "sense") and at > 1 and lows[at - 2] in ("make", "makes", "made", "making"):
            why = "“Make sense” says it; “logical” doubles it."
            yield in_line(line, at - 2, at, "shape", why, f"{line.parts[at - 2].text} sense")


def _is_plain(part: Part) -> bool:
    return part.text.islower()
