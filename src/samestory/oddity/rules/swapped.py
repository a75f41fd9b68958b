"""A victim made the attacker: “Moscow’s invasion of Ukraine”, and then “it invaded Moscow”."""

from collections.abc import Iterator, Sequence

from samestory.oddity.finding import OddPhrase, in_row
from samestory.oddity.row import WordRow, prose_rows
from samestory.text.cut import CutText

INVADE = {"invaded": "invasion", "annexed": "annexation", "occupied": "occupation"}


def swapped(document: CutText, others: Sequence[CutText]) -> Iterator[OddPhrase]:
    """Who acts and who suffers have changed places, against what the same text says elsewhere."""
    rows = prose_rows(document)
    whom = _victims(rows)
    for row in rows if whom else ():
        for at in row.each(INVADE.keys()):
            noun, suffers = INVADE[row.lows[at]], row.low(at + 1)
            if at == 0 or (noun, suffers) not in whom or not row.joined(at, at + 1):
                continue
            first = at - 2 if at > 1 and row.lows[at - 1] in ("eventually", "then", "later", "finally") else at - 1
            agent, victim = row.words[at + 1].text, whom[noun, suffers]
            why = f"Elsewhere this text speaks of {agent}’s {noun} of {victim}; here {agent} suffers it."
            yield in_row(row, first, at + 1, "shape", why, f"{agent} {row.lows[at]} {victim}")


def _victims(rows: Sequence[WordRow]) -> dict[tuple[str, str], str]:
    """Whom the text names as invaded, by the noun for it and the (folded) name of who did it."""
    found: dict[tuple[str, str], str] = {}
    for row in rows:
        for at in row.each(frozenset(INVADE.values())):
            owner = row.low(at - 1)
            if row.low(at + 1) == "of" and owner.endswith("'s") and at + 2 < len(row.words):
                found.setdefault((row.lows[at], owner.removesuffix("'s")), row.words[at + 2].text)
    return found
