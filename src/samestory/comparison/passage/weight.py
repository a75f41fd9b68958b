"""How much it proves that two texts share a word: much for a rare one, little for what news says all the time."""

from functools import lru_cache

from samestory.text.document import Document
from samestory.text.once import once
from samestory.words.key import key
from samestory.words.listed import listed
from samestory.words.wording import is_content, is_number

TITLES = listed("""
    secretary state president prime minister ministers foreign affairs chief executive officer director
    chairman chairwoman spokesman spokeswoman spokesperson senator representative governor general vice
    deputy mayor judge attorney counterpart ambassador official officials leader us united states news
    agency reuters chancellor king queen pope mr mrs ms dr sen rep gov st jr
    """)
# What news says all the time proves little when two sentences share it.
EVERYDAY = listed("""
    reporters journalists
    say said says told tell add added announce announced call called ask asked year years month months week
    weeks day days today yesterday monday tuesday wednesday thursday friday saturday sunday january february
    march april june july august september october november december people man men woman women time new
    last first second one two three four make made take took get got go going come came also report reported
    according statement company companies government country percent per cent million billion share shares
    stock quarter group work use used us united states city world number high low rose fell part end start
    end back way back early late more most many much other such only than less number expect expected
    include including say find found show work month several around near
    """)


@lru_cache(maxsize=65536)
def weight(key_: str) -> float:
    """Return how much it proves that two sentences share a word: 0 for a small one, 0.35 for an everyday one, else 1.

    A title such as “minister” is worth 0.4, a number 1.3.
    """
    if not is_content(key_):
        return 0.0
    if key_ in EVERYDAY:
        return 0.35
    if key_ in TITLES:
        return 0.4
    return 1.3 if is_number(key_) else 1.0


@once
def evidence(one: Document) -> tuple[bool, ...]:
    """Say of each word of a document whether it is more than a small word, a name, a title or a figure."""
    return tuple(_is_evidence(word.text) for word in one.words)


@lru_cache(maxsize=65536)
def _is_evidence(shown: str) -> bool:
    key_ = key(shown)
    return is_content(key_) and key_ not in TITLES and not shown[:1].isupper() and not shown[:1].isdigit()
