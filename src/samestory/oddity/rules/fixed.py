"""Fixed expressions that go wrong when they are heard and not read: “wreck havoc”, “an even worse-case scenario”."""

from samestory.oddity.finding import OddPhrase, in_row
from samestory.oddity.row import WordRow
from samestory.words.listed import listed

# As it is sometimes written -> as it is fixed. Common knowledge of the language; a teacher may add a line.
WRONG_FORMS = dict(
    line.strip().split(" -> ")
    for line in """
    worse-case -> worst-case
    for all intensive purposes -> for all intents and purposes
    case and point -> case in point
    one in the same -> one and the same
    deep-seeded -> deep-seated
    deep seeded -> deep-seated
    free reign -> free rein
    reign in -> rein in
    reigned in -> reined in
    baited breath -> bated breath
    peak interest -> pique interest
    peaked the interest -> piqued the interest
    sneak peak -> sneak peek
    mute point -> moot point
    make due with -> make do with
    by in large -> by and large
    worse comes to worse -> worse comes to worst
    wreck havoc -> wreak havoc
    reek havoc -> wreak havoc
    wrecked havoc -> wreaked havoc
    tender hooks -> tenterhooks
    tow the line -> toe the line
    towing the line -> toeing the line
    hone in on -> home in on
    beckon call -> beck and call
    statue of limitations -> statute of limitations
    extract revenge -> exact revenge
    should of -> should have
    could of -> could have
    would of -> would have
    must of -> must have
    in lieu with -> in lieu of
    in regards of -> with regard to
    with regards of -> with regard to
    without further adieu -> without further ado
    nip in the butt -> nip in the bud
    chomping at the bite -> champing at the bit
    taken for granite -> taken for granted
    escape goat -> scapegoat
    pass mustard -> pass muster
    hunger pains -> hunger pangs
    shoe-in -> shoo-in
    slight of hand -> sleight of hand
    on the lamb -> on the lam
    wet your appetite -> whet your appetite
    tongue and cheek -> tongue in cheek
    self-depreciating -> self-deprecating
    irregardless -> regardless
    all of the sudden -> all of a sudden
    on accident -> by accident
    cut and dry -> cut and dried
    in route to -> en route to
    boldfaced lie -> barefaced lie
    state of the arts -> state of the art
    wide-spreaded -> widespread
    """.strip().splitlines()
)
_FIRST_WORDS = frozenset(wrong.split()[0] for wrong in WRONG_FORMS)
_LONGEST_FIXED = max(len(wrong.split()) for wrong in WRONG_FORMS)
COMPARATIVES = {"worse": "worst", "better": "best", "higher": "highest", "lower": "lowest"}
BEFORE_ADJECTIVES = listed("even far much still more most very so too rather quite")


def fixed(row: WordRow, at: int) -> OddPhrase | None:
    """An expression of the list, the longest that begins here."""
    if row.lows[at] not in _FIRST_WORDS:
        return None
    for size in range(_LONGEST_FIXED, 0, -1):
        right = WRONG_FORMS.get(" ".join(row.lows[at : at + size]))
        if right and row.in_one_breath(at, at + size):
            what = "expression" if " " in right else "word"
            return in_row(row, _with_degree(row, at), at + size - 1, "shape", f"the fixed {what} is “{right}”", right)
    return None


def compound(row: WordRow, at: int) -> OddPhrase | None:
    """“better-case”: a comparative in a compound that takes a superlative."""
    head, _, tail = row.lows[at].partition("-")
    if tail != "case" or head not in COMPARATIVES:
        return None
    right = f"{COMPARATIVES[head]}-{tail}"
    return in_row(row, _with_degree(row, at), at, "shape", f"the fixed word is “{right}”", right)


def _with_degree(row: WordRow, at: int) -> int:
    return at - 1 if row.low(at - 1) in BEFORE_ADJECTIVES and not row.breaks(at) else at
