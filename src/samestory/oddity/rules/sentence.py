"""Sentences that do not hold together: half of one behind a stop, a tense that jumps, a victim made the attacker."""

import re
from collections.abc import Iterator, Sequence

from samestory.oddity.finding import OddPhrase, in_line
from samestory.oddity.line import Line
from samestory.words.listed import listed
from samestory.words.lists import words_in

OPENERS = listed("on of in from with about regarding among amid concerning including ranging between over such")
TAKE_ON = listed("ranging including involving concerning regarding reaching stretching spanning")
FEWEST = 7
FINITE = words_in("verbs", "finite")
LATER = listed("later subsequently eventually afterwards")
PRESENT = listed("is are")
PAST = words_in("verbs", "told")
PARTICIPLE = re.compile(r"[a-z]{2,}ed|freed|killed|sent|taken|given|found|held|shot|sold|told|made|put|seen|chosen")
NOT_PARTICIPLE = words_in("verbs", "no participle")
INVADE = {"invaded": "invasion", "annexed": "annexation", "occupied": "occupation"}
EXACT = listed("scheduled planned proposed announced expected agreed promised intended appointed arranged")
MEETINGS = listed("talks meeting visit summit call contact encounter")
RANKED = listed("""
    first second third last only no never not has have is are was were up down no more most still resume
    resumes hold holds begin begins end ends fail fails continue continues stall stalls go goes
    """)


def broken(lines: Sequence[Line], at: int) -> Iterator[OddPhrase]:
    """A stop in mid-sentence: “... complaints. On other matters ranging from arms control to prisoners.”"""
    line = lines[at]
    lows = line.lows
    if at == 0 or len(lows) < FEWEST or lows[0] not in OPENERS or not line.text.endswith("."):
        return
    before = lines[at - 1]
    if not before.parts or not before.text.endswith(".") or line.start - before.end > 2:
        return
    if not TAKE_ON.intersection(lows) or any(_may_be_verb(word) for word in lows):
        return
    first, last = 0, min(len(lows), 3) - 1
    start, end = before.parts[-1].start, line.parts[last].end
    why = "A stop cuts the sentence in two: what follows it has no verb of its own."
    joined = f"{before.parts[-1].text} {line.parts[first].text.lower()} {' '.join(lows[1 : last + 1])}"
    shown = before.text[start - before.start :] + " " * (line.start - before.end) + line.text[: end - line.start]
    yield OddPhrase(start, end, shown, "shape", joined, why)


def _may_be_verb(word: str) -> bool:
    return word in FINITE or (word.endswith("ed") and len(word) > 3) or "'" in word


def tense(lines: Sequence[Line], at: int) -> Iterator[OddPhrase]:
    """“She was tried in May. She is later released”: the present, in a story told in the past."""
    line = lines[at]
    lows = line.lows
    for n in range(1, len(lows) - 2):
        if lows[n] not in PRESENT or lows[n + 1] not in LATER or not _is_participle(lows[n + 2]):
            continue
        told = [*(lines[at - 1].lows if at else ()), *lows[:n]]
        if sum(word in PAST for word in told) < 2 or PRESENT.intersection(told):
            continue
        if not line.parts[n - 1].text[:1].isupper() and lows[n - 1] not in ("he", "she", "they", "it"):
            continue
        right = f"{'was' if lows[n] == 'is' else 'were'} {lows[n + 1]} {lows[n + 2]}"
        why = "The story is told in the past, and this verb jumps into the present."
        yield in_line(line, n, n + 2, "shape", why, right)


def _is_participle(word: str) -> bool:
    return bool(PARTICIPLE.fullmatch(word)) and word not in NOT_PARTICIPLE


def since(line: Line) -> Iterator[OddPhrase]:
    """The headline “Talks Between Lind and Berg Since the Flood”: since when are they the first, or go on?"""
    lows = line.lows
    titled = all(part.text[:1].isupper() for part in line.parts if len(part.text) > 3)
    if not titled or "since" not in lows or line.text.endswith((".", "?")) or len(lows) < 5:
        return
    at = lows.index("since")
    meeting = next((n for n in range(at) if lows[n] in MEETINGS), None)
    if meeting is None or any(word in RANKED or word.endswith(("est", "ed", "ing")) for word in lows[:at]):
        return
    if at + 1 < len(lows) and line.joined(at, len(lows) - 1):
        why = "“Since” wants a “first”, or a verb that says what has gone on."
        yield in_line(line, at, len(lows) - 1, "shape", why)


def planned_twice(lines: Sequence[Line], at: int) -> Iterator[OddPhrase]:
    """“a scheduled meeting that was scheduled for Friday”: the same word says it twice."""
    line = lines[at]
    lows = line.lows
    for n in range(1, len(lows) - 3):
        if lows[n] not in EXACT or lows[n - 1] not in ("a", "an", "the", "his", "her", "their", "its"):
            continue
        for m in range(n + 3, min(n + 12, len(lows))):
            again = lows[m] == lows[n] and lows[m - 1] in ("was", "were", "is", "are", "been")
            if again and {"that", "which"}.intersection(lows[m - 3 : m - 1]):
                why = f"“{lows[n]}” is said twice of one thing; one of the two may belong to something else."
                yield in_line(line, n, m, "shape", why)


def swapped(lines: Sequence[Line]) -> Iterator[OddPhrase]:
    """“Moscow’s invasion of Ukraine”, and then “it invaded Moscow”: who acts and who suffers have changed places."""
    agents: dict[tuple[str, str], str] = {}
    for line in lines:
        for n in range(len(line.parts) - 3):
            noun, of = line.lows[n + 1 : n + 3]
            owner = line.lows[n]
            if of == "of" and noun in INVADE.values() and owner.endswith("'s"):
                agents.setdefault((noun, owner.removesuffix("'s")), line.parts[n + 3].text)
    for line in lines:
        for n in range(1, len(line.parts) - 1):
            noun = INVADE.get(line.lows[n], "")
            victim = line.parts[n + 1]
            if not noun or (noun, victim.low) not in agents or not line.joined(n, n + 1):
                continue
            first = n - 1 if line.lows[n - 1] not in ("eventually", "then", "later", "finally") or n == 1 else n - 2
            whom = agents[noun, victim.low]
            why = f"Elsewhere this text speaks of {victim.text}’s {noun} of {whom}; here {victim.text} suffers it."
            yield in_line(line, first, n + 1, "shape", why, f"{victim.text} {line.lows[n]} {whom}")
