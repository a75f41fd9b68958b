"""Forms that standard English does not have: “informations”, “more better than”, “did not went”, “was sank”."""

from collections.abc import Iterator

from samestory.oddity.finding import OddPhrase, in_row
from samestory.oddity.row import WordRow
from samestory.words.common_word import is_base
from samestory.words.listed import listed
from samestory.words.lists import pairs_in, words_in

MASS = pairs_in("odd_shapes", "no plural")
# The past of a verb, its plain form, and its participle where that is another word.
PASTS = {forms.split()[0]: (plain, *forms.split()[1:]) for plain, forms in pairs_in("irregular", "verbs").items()}
# Behind “did not” these may be plain forms themselves (to saw, to found), and “was broke” or “was bore” may be right.
_PLAIN_TOO, _AFTER_WAS_TOO = (
    listed("saw found fell felt left lay wound ground bound shot being"),
    listed("broke bore ran"),
)
_MORE_BEFORE_THAN = words_in("odd_shapes", "compared")
_BIGGEST = frozenset(word.removesuffix("er") + "est" for word in _MORE_BEFORE_THAN) | {"best", "worst"}


def counted_mass(row: WordRow) -> Iterator[OddPhrase]:
    """“informations”: what is not counted has no plural."""
    for at in row.each(MASS.keys()):
        right = MASS[row.lows[at]]
        yield in_row(row, at, at, "shape", f"English news writes “{right}”.", right)


def more_better(row: WordRow) -> Iterator[OddPhrase]:
    """“more better than”: compared twice."""
    for at in row.each({"more"}):
        word = row.low(at + 1)
        if word in _MORE_BEFORE_THAN and row.low(at + 2) == "than" and row.joined(at, at + 1):
            yield in_row(row, at, at + 1, "shape", f"“{word}” says “more” already.", word)


def compared_twice(row: WordRow, at: int) -> OddPhrase | None:
    """“more better”, “most best”, without “than” too: enough where two texts share it."""
    one, other = row.lows[at], row.low(at + 1)
    if not (one == "more" and other in _MORE_BEFORE_THAN) and not (one == "most" and other in _BIGGEST):
        return None
    return None if row.breaks(at + 1) else in_row(row, at, at + 1, "shape", f"“{other}” already says “{one}”")


def past_after_did(row: WordRow) -> Iterator[OddPhrase]:
    """“did not went”, “didn't wanted”: after “did” the verb has its plain form."""
    for at in row.each({"not", "didn't"}):
        first = at if row.lows[at] == "didn't" else at - 1
        verb = row.low(at + 1)
        if (
            first < 0
            or row.lows[first] not in ("did", "didn't")
            or not row.joined(first, min(at + 1, len(row.lows) - 1))
        ):
            continue
        plain = "" if verb in _PLAIN_TOO else PASTS.get(verb, (_plain(verb),))[0]
        if plain:
            why = f"After “did” the verb has no past form: “{plain}”."
            yield in_row(row, first, at + 1, "shape", why, " ".join((*row.lows[first : at + 1], plain)))


def _plain(verb: str) -> str:
    """The plain form of a regular past; "" if it is none, as “need” and “exceed” are."""
    if not verb.endswith("ed") or is_base(verb):
        return ""
    bare = verb.removesuffix("ed")
    forms = [bare + "e", bare, bare[:-1] if bare[-1:] == bare[-2:-1] else bare]
    forms = [bare.removesuffix("i") + "y", *forms] if bare.endswith("i") else forms
    return next((form for form in forms if is_base(form)), "")


def past_after_was(row: WordRow) -> Iterator[OddPhrase]:
    """“was sank”: after “was” the verb has its participle."""
    for at in row.each(PASTS.keys()):
        before, participle = row.low(at - 1), PASTS[row.lows[at]][1:]
        is_other = bool(participle) and row.lows[at] not in _AFTER_WAS_TOO and row.lows[at] not in participle
        if is_other and before in ("was", "were", "been") and row.joined(at - 1, at):
            why = f"After “{before}” this verb has the form “{participle[0]}”."
            yield in_row(row, at - 1, at, "shape", why, f"{before} {participle[0]}")
