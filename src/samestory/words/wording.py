"""Which words carry what a sentence says: lists of the small ones, of negations, numbers and modal verbs."""

import re
from collections.abc import Sequence

from samestory.words.listed import listed

FILLERS = listed("""
    now just well so really very that still simply actually also quite indeed then too certainly clearly
    perhaps oh um uh er ah yes yeah okay ok please again even rather basically literally
    """)
FUNCTION_WORDS = (
    listed("""
    a an the this that these those of in on at to for from by with as into onto upon about over under
    between and or but if because while when where which who whom whose what than then there here so it its
    is are was were be been being am do does did done has have had having will would shall 's 're toward
    towards through during after before again out up down off s d ll re ve m t u such however therefore
    though although whether amid among via per i you he she we they me him her us them my your his our their
    mine yours ours theirs himself herself itself themselves myself ourselves yourself can could may might
    must should ought need
    """)
    | FILLERS
)
NEGATIONS = listed("""
    not no never none nor neither nobody nothing nowhere without cannot hardly barely scarcely n't non ain
    """)
PRONOUNS = {
    form: group
    for group, forms in enumerate(
        (
            "i me my mine myself",
            "you your yours yourself",
            "he him his himself",
            "she her hers herself",
            "we us our ours ourselves",
            "they them their theirs themselves",
        )
    )
    for form in forms.split()
}
MODALS = {
    form: group
    for group, forms in enumerate(
        ["may might maybe possibly perhaps", "must should ought shall", "can could", "cannot"]
    )
    for form in forms.split()
}
NUMBER_WORDS = {
    word: figures
    for pair in [
        "zero 0",
        "one 1",
        "two 2",
        "three 3",
        "four 4",
        "five 5",
        "six 6",
        "seven 7",
        "eight 8",
        "nine 9",
        "ten 10",
        "eleven 11",
        "twelve 12",
        "thirteen 13",
        "fourteen 14",
        "fifteen 15",
        "sixteen 16",
        "seventeen 17",
        "eighteen 18",
        "nineteen 19",
        "twenty 20",
        "thirty 30",
        "forty 40",
        "fifty 50",
        "sixty 60",
        "seventy 70",
        "eighty 80",
        "ninety 90",
    ]
    for word, figures in [pair.split()]
}
OPPOSITES = frozenset(
    frozenset(pair.split())
    for pair in ("before after", "more less", "up down", "over under", "with against", "in out", "on off", "from to")
)
SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "bn": 1e9}
_DIGIT = re.compile(r"\d")
_PLAIN = re.compile(r"\d{1,15}(?:\.\d{1,6})?")
_BIG = listed("hundred thousand million billion trillion dozen half third quarter double twice percent")


def is_number(word: str) -> bool:
    """Whether `word` (folded) is a number, in figures or as a word."""
    return bool(_DIGIT.search(word)) or word in NUMBER_WORDS or word in _BIG


def number_value(word: str) -> str:
    """`word` with a number's word written in figures and without thousands commas; "twelve" is "12"."""
    return NUMBER_WORDS.get(word, word.replace(",", "").strip("$€£%"))


def quantity(words: Sequence[str]) -> float | None:
    """The number that `words` (folded) write, "three million" as 3,000,000; None if they are anything else."""
    total = 0.0
    for word in words:
        if word in SCALES:
            total = (total or 1.0) * SCALES[word]
        elif total or not _PLAIN.fullmatch(number_value(word)):
            return None
        else:
            total = float(number_value(word))
    return total or None


def is_content(word: str) -> bool:
    """Whether `word` (folded) says something by itself: no article, preposition, auxiliary, pronoun or filler."""
    return word not in FUNCTION_WORDS and word not in NEGATIONS and any(one.isalnum() for one in word)
