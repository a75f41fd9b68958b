"""A word that its neighbour has said already: “military soldiers”, “despite of”."""

from collections.abc import Iterator

from samestory.oddity.finding import OddPhrase, in_row
from samestory.oddity.row import WordRow
from samestory.words.listed import listed
from samestory.words.lists import pairs_in

# An adjective, and the nouns that say it themselves.
SAYS_IT = {adjective: listed(nouns) for adjective, nouns in pairs_in("odd_shapes", "says it").items()}
# A word, what it is wrongly followed by, and how English has it.
NO_PREPOSITION = {
    "discuss": ("about", "discuss"),
    "discussed": ("about", "discussed"),
    "discussing": ("about", "discussing"),
    "despite": ("of", "despite"),
    "regardless": ("to", "regardless of"),
}


def doubled_sense(row: WordRow) -> Iterator[OddPhrase]:
    """“military soldiers”, “make logical sense”, “despite of”: a word that its neighbour has said already."""
    for at in row.each(SAYS_IT.keys()):
        adjective, noun = row.lows[at], row.low(at + 1)
        if noun in SAYS_IT[adjective] and row.words[at + 1].text.islower() and row.joined(at, at + 1):
            yield in_row(row, at, at + 1, "shape", f"“{noun}” says “{adjective}” already.", row.words[at + 1].text)
    for at in row.each(NO_PREPOSITION.keys()):
        wrong, right = NO_PREPOSITION[row.lows[at]]
        if row.low(at + 1) == wrong and row.joined(at, at + 1):
            yield in_row(row, at, at + 1, "shape", f"English has “{right}” here.", right)
    for at in row.each({"logical"}):
        made = row.low(at - 1) in ("make", "makes", "made", "making")
        if made and row.low(at + 1) == "sense" and row.joined(at, at + 1):
            why = "“Make sense” says it; “logical” doubles it."
            yield in_row(row, at - 1, at + 1, "shape", why, f"{row.words[at - 1].text} sense")
