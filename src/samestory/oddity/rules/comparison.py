"""Forms that standard English does not have: “informations”, “more better than”, “did not went”, “was sank”."""

from collections.abc import Iterator

from samestory.oddity.finding import OddPhrase, in_line
from samestory.oddity.line import Line
from samestory.words.listed import listed

MORE_LESS = listed("better worse easier bigger stronger faster cheaper happier safer clearer weaker")
MASS = {
    "informations": "information",
    "equipments": "equipment",
    "advices": "advice",
    "furnitures": "furniture",
    "softwares": "software",
    "aircrafts": "aircraft",
    "homeworks": "homework",
    "luggages": "luggage",
    "baggages": "baggage",
    "weaponries": "weapons",
    "estimations": "estimates",
    "knowledges": "knowledge",
}
PAST_ONLY = {
    "went": "go",
    "took": "take",
    "gave": "give",
    "wrote": "write",
    "knew": "know",
    "spoke": "speak",
    "chose": "choose",
    "flew": "fly",
    "threw": "throw",
    "grew": "grow",
    "drew": "draw",
    "forgot": "forget",
    "sank": "sink",
    "began": "begin",
    "drank": "drink",
    "sang": "sing",
    "stole": "steal",
}
PARTICIPLES = {
    "took": "taken",
    "gave": "given",
    "wrote": "written",
    "knew": "known",
    "spoke": "spoken",
    "chose": "chosen",
    "flew": "flown",
    "threw": "thrown",
    "drew": "drawn",
    "forgot": "forgotten",
    "sank": "sunk",
    "drank": "drunk",
    "sang": "sung",
    "stole": "stolen",
    "began": "begun",
}


def forms(line: Line) -> Iterator[OddPhrase]:
    """“more better than”, “informations”, “did not went”: forms that standard English does not have."""
    lows = line.lows
    for at, word in enumerate(lows):
        before = lows[at - 1] if at else ""
        earlier = lows[at - 2] if at > 1 else ""
        if word in MASS:
            yield in_line(line, at, at, "shape", f"English news writes “{MASS[word]}”.", MASS[word])
        elif word in MORE_LESS and before == "more" and lows[at + 1 : at + 2] == ("than",) and line.joined(at - 1, at):
            yield in_line(line, at - 1, at, "shape", f"“{word}” says “more” already.", word)
        elif (
            word in PAST_ONLY
            and (before == "didn't" or (before == "not" and earlier == "did"))
            and line.joined(at - 1, at)
        ):
            first = at - 2 if before == "not" else at - 1
            why = f"After “did” the verb has no past form: “{PAST_ONLY[word]}”."
            right = " ".join((*lows[first:at], PAST_ONLY[word]))
            yield in_line(line, first, at, "shape", why, right)
        elif word in PARTICIPLES and before in ("was", "were", "been") and line.joined(at - 1, at):
            why = f"After “{before}” this verb has the form “{PARTICIPLES[word]}”."
            yield in_line(line, at - 1, at, "shape", why, f"{before} {PARTICIPLES[word]}")
