"""Draft a gap: a sentence as printed, the words in it that are wrong, and what should stand there."""

import re
from collections.abc import Iterator

from samestory.case.model import Finding
from samestory.draft.material import DraftMaterial, Spec, exchanged_words, plain_reference, references_of, why_in_short
from samestory.text import words

_LABELS = ("slip", "name", "altered-quotation", "artifact")  # the earlier, the fewer ways there are to say it right
# Takes the comma of “18,000”; leaves that of “Monday, 3”.
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}\b)")
# Takes “241.5” of “241.5 meters”; leaves “4:20 p.m.”, which is no number.
_NUMBER = re.compile(r"[£$€]?\d[\d.,]*\d?(?= [^\W\d]|$)")
_LONGEST = 4  # words that are typed alike by everybody


def draft_short(given: DraftMaterial) -> Iterator[Spec]:
    """Yield one exercise; none without a fault whose right words are few and stand in evidence from elsewhere."""
    fit = [one for one in given.faults if _is_fit(given, one)]
    if fit:
        yield _spec(given, min(fit, key=lambda one: (_LABELS.index(one.label), one.certainty != "proved")))


def draft_told(given: DraftMaterial) -> Iterator[Spec]:
    """Yield a question for what another account has instead; none without a conflict told in a few words."""
    for one, other in given.conflicts:
        value = " ".join(str(other.quote).split())
        if (
            one.label == "slip"
            and 0 < len(words(value)) <= _LONGEST
            and given.case.articles[one.article].passage.places(one.quote)
        ):
            yield _other_side(given, one, str(other.article), value)
            return


def _other_side(given: DraftMaterial, one: Finding, other: str, value: str) -> Spec:
    here, there = given.outlet(one.article), given.outlet(other)
    return {
        "id": given.name("told"),
        "kind": "short",
        "title": "What does the other one say?",
        "prompt": (
            f"This is printed by {here}: {given.sentence(one)}\n\n"
            f"Read on the same thing in {there}. What stands there in the place of “{one.quote}”?"
        ),
        "minutes": 2,
        "accept": _forms(value),
        "say": why_in_short(one),
        "near": [{"forms": [one.quote], "say": f"That is what {here} has. What has {there}?"}],
        "otherwise": f"Look in {there} for the sentence that tells of the same thing.",
        "evidence": references_of(one),
        "hints": [
            f"Find the words around it in {there}. They may be the same.",
            f"The answer begins with “{value[0]}”.",
        ],
        "solution": f"“{value}”.",
    }


def _forms(value: str) -> list[str]:
    """Return the ways to type some words: of a number also without its commas, and without what is counted."""
    number = _NUMBER.match(value)
    forms = [value, *([number[0]] if number else [])]
    return list(dict.fromkeys([*forms, *(_THOUSANDS.sub("", one) for one in forms)]))


def _is_fit(given: DraftMaterial, one: Finding) -> bool:
    wrong, right = exchanged_words(one)
    if one.label not in _LABELS or not wrong or not 0 < len(words(right)) <= _LONGEST:
        return False
    reference, evidence = given.speaking(one)[0]
    return reference.article != one.article and right.casefold() in evidence.quote.casefold()


def _named(source: str) -> str:
    """Return a source without where exactly it is found."""
    return source.split(" (")[0].removesuffix(".")


def _spec(given: DraftMaterial, one: Finding) -> Spec:
    wrong, right = exchanged_words(one)
    reference, evidence = given.speaking(one)[0]
    accepted = list(dict.fromkeys([*_forms(right), str(one.should_be)]))
    return {
        "id": given.name("word"),
        "kind": "short",
        "title": "Set it right",
        "prompt": (
            f"This is printed by {given.outlet(one.article)}: {given.sentence(one)}\n\n"
            f"In this sentence “{wrong}” is wrong. Above you see what there is to check it by. What should stand there?"
        ),
        "minutes": 2,
        "show": [plain_reference(reference)],
        "accept": accepted,
        "say": why_in_short(one),
        "near": [
            {"forms": list(dict.fromkeys([wrong, one.quote])), "say": "That is what is printed, and it is wrong."}
        ],
        "otherwise": f"Look again at what stands above ({_named(evidence.source)}). What does it have in that place?",
        "evidence": references_of(one),
        "hints": [
            "Find the same moment in what stands above. Which word differs?",
            f"The answer has {len(words(right))} {'word' if len(words(right)) == 1 else 'words'}"
            f" and begins with “{right[0]}”.",
        ],
        "solution": f"“{right}”.",
    }
