"""Draft a sentence to be set right in one's own words."""

from collections.abc import Iterator

from samestory.case.model import Finding
from samestory.draft.material import DraftMaterial, Spec, exchanged_words, plain_reference, references_of, why_in_short
from samestory.text import words

_SHORTEST, _LONGEST = 6, 45  # words of a sentence that is worth to be written again, and can be


def draft_rewrite(given: DraftMaterial) -> Iterator[Spec]:
    """Yield one exercise; none without a fault whose right words are known, in a sentence of a fit length."""
    fit = [one for one in given.faults if _is_fit(given, one)]
    if fit:
        # Last comes what has been asked for word by word already.
        yield _spec(given, fit[-1])


def _is_fit(given: DraftMaterial, one: Finding) -> bool:
    sentence = given.sentence(one)
    return all(exchanged_words(one)) and one.quote in sentence and _SHORTEST <= len(words(sentence)) <= _LONGEST


def _spec(given: DraftMaterial, one: Finding) -> Spec:
    wrong, right = exchanged_words(one)
    sentence, size = given.sentence(one), len(words(given.sentence(one)))
    model = sentence.replace(one.quote, str(one.should_be), 1)
    reference, _ = given.speaking(one)[0]
    others = [each for each in given.faults if each.id != one.id and given.sentence(each) == sentence]
    for each in others:
        model = model.replace(each.quote, each.should_be or each.quote, 1)
    return {
        "id": given.name("rewrite"),
        "kind": "rewrite",
        "title": "Say it right",
        "prompt": (
            f"{given.outlet(one.article)} prints the sentence below. “{wrong}” is wrong in it. Can you write it "
            "again, so that a reader learns what is true? Keep what is right."
        ),
        "minutes": 4,
        "show": [plain_reference(reference)],
        "faulty": {"text": sentence},
        "keep": [
            {"id": "right", "text": right, "forms": [right], "say": f"“{right}” has to stand in it.",
             "evidence": references_of(one)}
        ],
        "avoid": [{"id": "wrong", "text": wrong, "forms": [wrong], "say": f"“{wrong}” is what was wrong."}],
        "words": {"least": max(3, size - 10), "most": min(120, size + 15)},
        "rubric": [
            {"id": "true", "text": "Does it say no more than the sources bear out?"},
            {"id": "plain", "text": "Would somebody understand it who has not seen the page?"},
        ],
        "model": model,
        "say": why_in_short(one),
        "hints": [
            "First say aloud what happened. Then write that.",
            "Look at what stands above for the words that are right.",
        ],
        "solution": f"One way: {model}",
    }  # fmt: skip
