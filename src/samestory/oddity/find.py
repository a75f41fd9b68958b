"""Find odd phrases: words that stand where the language, or another account, has a fixed phrase."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from samestory.oddity.finding import OddPhrase
from samestory.oddity.register import ODD_RULES
from samestory.text.cut import CutText


def odd_phrases(text: str | CutText, others: Sequence[str | CutText] = ()) -> tuple[OddPhrase, ...]:
    """Return the odd phrases of `text`, ordered by start; `others` are other accounts of the same event.

    Three things show one: a sentence that another account has word for word but for one phrase (kind “other account”),
    shapes that English does not have (“shape”, “typing”), and sentences full of runs of words that hardly stand in
    written English (“unusual”). That odd phrases betray a text put into other words: Cabanac, Labbé and Magazinov,
    arXiv:2107.06751 (2021). Each is a candidate, never a verdict; offsets count code points, and no two overlap.

    >>> found = odd_phrases("He did not went to the the ferry.")
    >>> [(one.text, one.suggests, one.certainty) for one in found]
    [('did not went', 'did not go', 'possible'), ('the the', 'the', 'sure')]
    >>> odd_phrases("Lind blew up the old pier.", ["Lind blew up the old pier.", "Nothing happened."])
    ()
    """
    document, accounts = CutText.of(text), [CutText.of(other) for other in others]
    return _apart(one for rule in ODD_RULES for one in rule(document, accounts))


def _apart(found: Iterable[OddPhrase]) -> tuple[OddPhrase, ...]:
    """The findings in order; where two overlap, the surer stays, then what a rule names, then the longer."""
    kept: list[OddPhrase] = []
    for one in sorted(found, key=lambda odd: (odd.start, -odd.end)):
        if kept and one.start < kept[-1].end:
            # The sort is stable: of two of equal rank the later one comes last, and stays.
            kept[-1] = _joined(*sorted((kept[-1], one), key=_rank))
        else:
            kept.append(one)
    return tuple(kept)


def _joined(weaker: OddPhrase, stronger: OddPhrase) -> OddPhrase:
    """The stronger of two that overlap; if both suggest the same words, they bear each other out."""
    if (weaker.suggests or "").casefold() != (stronger.suggests or "").casefold():
        return stronger
    return replace(stronger, witnesses=stronger.witnesses | weaker.witnesses, where=stronger.where or weaker.where)


def _rank(one: OddPhrase) -> tuple[bool, bool, int]:
    return one.certainty == "sure", one.kind != "unusual", one.end - one.start
