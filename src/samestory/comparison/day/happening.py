"""Do two sentences tell one happening? Who did what decides, not which words stand near the day."""

from collections.abc import Collection

from samestory.comparison.day.telling import Telling
from samestory.comparison.day.verb import family, is_known
from samestory.thresholds import threshold, thresholds
from samestory.words.lists import words_in

# The least share of the words of the shorter sentence that the other has, too: where both have one verb, where one of
# them has no verb that says anything, and where the verbs differ.
SAME_DEED, NO_DEED, OTHER_DEED = thresholds(__name__, "SAME_DEED", "NO_DEED", "OTHER_DEED")
ALL_ALIKE = threshold(__name__, "ALL_ALIKE")  # the share from which on two nouns for a deed prove nothing
SAME_SAYING = threshold(__name__, "SAME_SAYING")  # the share of what both say, of which two sayings are one
SAME_BUT_FIGURES = threshold(__name__, "SAME_BUT_FIGURES")  # the share of what both say beside the figures
FEWEST, FEW, MANY = 3, 4, 5  # word families that both have, in these three cases
_NO_DEED = {"be"}
NAMES_ENOUGH = 2  # names and figures that both have


def is_one_happening(one: Telling, other: Telling) -> bool:
    """Return whether the same people or things do the same in both, as far as words can tell.

    What each says in the day's own clause counts: “condemned the bombing on Friday” is no bombing, and a storm that hit
    Galicia on Thursday may hit Brittany on Friday.
    """
    is_plan = _meet(one, other)
    if (_elsewhere(one, other) and not is_plan) or _counts_otherwise(one, other):
        return False
    share, shared = shared_words(one, other), len(one.words.keys() & other.words.keys())
    # A sentence of two words can share no more than two.
    most = min(len(one.words), len(other.words))
    if {one.role, other.role} == {"said"}:
        return shared >= min(FEWEST, most) and _is_one_saying(one, other)
    acts, others = one.acts - _NO_DEED, other.acts - _NO_DEED
    if acts & other.deeds or others & one.deeds or is_plan:
        return share >= SAME_DEED and shared >= min(FEWEST, most)
    if any(map(is_known, acts)) and any(map(is_known, others)):
        return False
    # “Charged on Saturday after a shooting” and “after a shooting on Friday” give days to two things.
    if one.background != other.background:
        return False
    # Where there is no verb, a noun may tell the deed, unless all the rest is told alike.
    if share < ALL_ALIKE and (_is_something_else(acts or one.deeds, other) or _is_something_else(others, one)):
        return False
    if not acts or not others:
        return share >= NO_DEED and shared >= min(FEW, most)
    return share >= OTHER_DEED and shared >= MANY


def _counts_otherwise(one: Telling, other: Telling) -> bool:
    """Whether both give figures, none the same, and what else they tell isn't nearly all the same.

    “Landed 40 tonnes on Monday” and “landed 55 tonnes on Tuesday” are two landings, but in accounts of one event a day
    and a number may both be told differently.
    """
    if not (one.figures and other.figures) or one.figures & other.figures:
        return False
    shared = one.words.keys() & other.words.keys()
    mine, yours = (sum(row.words[name] for name in row.words.keys() - row.figures) for row in (one, other))
    both = sum(min(one.words[name], other.words[name]) for name in shared)
    # Every day's trading is told in the same words.
    is_trade = not shared.isdisjoint(map(family, words_in("amounts", "market")))
    return is_trade or len(shared) < MANY or 2 * both < SAME_BUT_FIGURES * (mine + yours)


def _is_one_saying(one: Telling, other: Telling) -> bool:
    """Whether two sayings are one: people speak every day and about the same, so each must say what the other says.

    Who argues or promises the same in both does so once, even if one account tells more of it.
    """
    if one.acts and other.acts:
        return bool(one.acts & other.acts) and shared_words(one, other) >= OTHER_DEED
    return told_of_both(one, other) >= SAME_SAYING


def _is_something_else(deeds: Collection[str], other: Telling) -> bool:
    """Whether these and those of the other are known to be two things: “charged” and “after a shooting”."""
    known = {name for name in deeds if is_known(name)}
    return bool(known) and any(map(is_known, other.deeds)) and known.isdisjoint(other.deeds)


def _meet(one: Telling, other: Telling) -> bool:
    """Whether both plan the same for the same people: “talks with Lavrov set for Thursday”."""
    what = sum(map(is_known, one.words.keys() & other.words.keys()))
    who = len(one.names & other.names)
    return {one.role, other.role} == {"ahead"} and bool(what and who) and (what > 1 or who >= NAMES_ENOUGH)


def shared_words(one: Telling, other: Telling) -> float:
    """Return how much of the sentence that says less the other says as well: 0 to 1, by the weight of the words."""
    fewest = min(sum(one.words.values()), sum(other.words.values()))
    return _both(one, other) / fewest if fewest else 0.0


def told_of_both(one: Telling, other: Telling) -> float:
    """Return how much of what the two sentences say both say: 0 to 1 (Dice's measure)."""
    total = sum(one.words.values()) + sum(other.words.values())
    return 2 * _both(one, other) / total if total else 0.0


def _both(one: Telling, other: Telling) -> float:
    return sum(min(one.words[name], other.words[name]) for name in one.words.keys() & other.words.keys())


def _elsewhere(one: Telling, other: Telling) -> bool:
    """Whether each clause has a name that the other lacks, and little that both have makes up for it."""
    mine, yours = one.own_names - other.own_names, other.own_names - one.own_names
    if not (mine and yours and (mine - other.names or yours - one.names)):
        return False
    figures = {each for each in one.own_figures & other.own_figures if len(each) > 1}
    together = len(one.own_names & other.own_names) + len(figures)
    return together < NAMES_ENOUGH and shared_words(one, other) < OTHER_DEED
