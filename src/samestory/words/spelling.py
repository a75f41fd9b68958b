"""Take spellings of one word for one: British and American, hyphens, initials, contractions."""

import re
from functools import lru_cache

from samestory.words.listed import listed
from samestory.words.wording import NUMBER_WORDS

_FIXED = {
    form: forms.split()[0]
    for forms in [
        "gray grey", "program programme", "toward towards", "among amongst", "while whilst", "tire tyre",
        "defense defence", "offense offence", "license licence", "practice practise", "pretense pretence",
        "skeptic sceptic", "skeptical sceptical", "skepticism scepticism", "check cheque", "plow plough",
        "aluminum aluminium", "judgment judgement", "acknowledgment acknowledgement", "aging ageing",
        "jewelry jewellery", "mustache moustache", "pajamas pyjamas", "story storey", "curb kerb", "mold mould",
        "draft draught", "artifact artefact", "ax axe", "cozy cosy", "maneuver manoeuvre", "fulfill fulfil",
        "enroll enrol", "skillful skilful", "willful wilful", "installment instalment", "learned learnt",
        "burned burnt", "spelled spelt", "dreamed dreamt", "spoiled spoilt", "percent %", "okay ok", "alright",
        "analyze analyse", "paralyze paralyse", "catalog catalogue", "dialog dialogue", "anymore", "forever",
        "us usa", "uk", "un", "adviser advisor", "backward backwards", "forward forwards",
        "afterward afterwards", "disk disc", "whiskey whisky", "specialty speciality",
        "encyclopedia encyclopaedia", "pediatric paediatric", "orthopedic orthopaedic", "estrogen oestrogen",
        "fetus foetus", "airplane aeroplane", "sulfur sulphur", "woolen woollen", "cipher cypher",
        "inquiry enquiry", "inquiries enquiries", "defenseless defenceless", "licensed licenced", "licensing licencing",
    ]
    for form in forms.split()
}  # fmt: skip
_RULES = (
    (re.compile(r"(?<=[a-z]{2})our(?=(?:s|ed|ing|able|ably|ite|ites|ful|less|er|ers|ist|hood|y|al|ation)?$)"), "or"),
    (re.compile(r"(?<=[a-z]{2})is(?=(?:e|es|ed|er|ers|ing|ation|ations|ational)$)"), "iz"),
    (re.compile(r"(?<=[a-z]{2})ys(?=(?:e|es|ed|ing)$)"), "yz"),
    (re.compile(r"(?<=[bcfhlst])re(?=s?$)"), "er"),
    (re.compile(r"(?<=[aeiou])ll(?=(?:ed|ing|er|ers|or|ors|ous|ation)$)"), "l"),
    (re.compile(r"ogue(?=s?$)"), "og"),
)
_NOT_OUR = listed("our hour four tour pour sour your dour hours fours tours pours flour flours scour devour contour")
CONTRACTED = {
    "n't": "not", "'re": "are", "'ve": "have", "'ll": "will", "'m": "am",
}  # fmt: skip
_IRREGULAR = {
    "can't": ("can", "not"), "cannot": ("can", "not"), "won't": ("will", "not"), "shan't": ("shall", "not"),
    "ain't": ("is", "not"), "let's": ("let", "us"), "gonna": ("going", "to"), "wanna": ("want", "to"),
    "gotta": ("got", "to"), "'em": ("them",), "'cause": ("because",), "'til": ("until",), "y'all": ("you", "all"),
}  # fmt: skip
_IS_AFTER = listed("it that he she there what who here where how this everything nothing everyone")


@lru_cache(maxsize=65536)
def spelling(word: str) -> str:
    """A key that the spellings of one word share; `word` is folded. For comparing only: it is often no word.

    >>> spelling("defence") == spelling("defense"), spelling("organised") == spelling("organized")
    (True, True)
    """
    bare = word.replace("-", "").replace(".", "").replace(",", "") if len(word) > 1 else word
    if bare in _FIXED:
        return _FIXED[bare]
    if bare.endswith("s") and bare[:-1] in _FIXED:
        return _FIXED[bare[:-1]] + "s"
    if bare in NUMBER_WORDS:
        return NUMBER_WORDS[bare]
    if bare not in _NOT_OUR:
        for rule, instead in _RULES:
            bare = rule.sub(instead, bare)
    return bare


def expand(word: str) -> tuple[str, ...]:
    """The words that the folded `word` contracts: "we're" is we are; "the world's" stays a genitive.

    >>> expand("won't"), expand("it's"), expand("world's")
    (('will', 'not'), ('it', 'is'), ("world's",))
    """
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    for ending, full in CONTRACTED.items():
        if word.endswith(ending) and len(word) > len(ending):
            return (word.removesuffix(ending), full)
    if word.endswith("'d") and len(word) > 2:
        return (word.removesuffix("'d"), "'d")
    if word.endswith("'s") and word.removesuffix("'s") in _IS_AFTER:
        return (word.removesuffix("'s"), "is")
    return (word,)
