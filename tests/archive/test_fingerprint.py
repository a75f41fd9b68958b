"""The fingerprints of a text say what it says, wherever and however it is printed."""

import random
import unicodedata

import pytest
from growing import assert_in_step
from made_archive import prose

from samestory.archive.fingerprint import SAMPLED, WORD, fingerprints

ARTICLE = " ".join(prose(random.Random(3), 30))
ACCENTS = "José criticó rápidamente cañones lejanos"
PASSAGE = " ".join(prose(random.Random(4), 6))


def prints(text: str) -> set[int]:
    return set(fingerprints(text)[0].tolist())


def test_a_passage_has_the_same_fingerprints_in_any_article() -> None:
    around = " ".join(prose(random.Random(5)))
    assert len(prints(PASSAGE)) > 4
    assert prints(PASSAGE) <= prints(f"{around} {PASSAGE}")
    assert prints(PASSAGE) <= prints(f"{PASSAGE} {around}")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The mayor closed the old bridge near Duncor", "A mayor closed an old bridge near Duncor"),
        ("investigators organised colourful parades nearby", "“Investigators organized colorful parades nearby”"),
        (ACCENTS, unicodedata.normalize("NFD", ACCENTS)),
        ("company directors rejected proposals", "com\u00adpany DIRECTORS  rejected\n\nproposals"),
    ],
)
def test_small_words_spelling_case_and_accents_make_no_difference(one: str, other: str, monkeypatch) -> None:
    monkeypatch.setattr("samestory.archive.fingerprint.SAMPLED", 1)
    assert prints(one)
    assert prints(one) == prints(other)


def test_the_order_of_words_makes_a_difference(monkeypatch) -> None:
    monkeypatch.setattr("samestory.archive.fingerprint.SAMPLED", 1)
    assert prints("dogs bit angry postmen") != prints("postmen bit angry dogs")


def test_about_a_third_of_the_runs_are_kept_each_once_and_in_order() -> None:
    found, at = fingerprints(f"{ARTICLE} {ARTICLE}")
    content = len(ARTICLE.split()) * 2 / 3
    assert 0.6 < len(found) / (content / SAMPLED) < 1.6
    assert found.tolist() == sorted(set(found.tolist()))
    # Of a run that stands twice the first place is kept.
    assert max(at) < len(WORD.findall(ARTICLE)) + 4


@pytest.mark.parametrize("text", ["", "   ", "the of and", "one two", "…", "\u0301\u0301", "\x00", "😀 😀 😀 😀"])
def test_a_text_that_says_too_little_has_none(text: str) -> None:
    found, at = fingerprints(text)
    assert len(found) == len(at) == 0


def test_twice_the_text_takes_twice_the_time() -> None:
    piece = " ".join(prose(random.Random(6), 40)) + " "
    assert_in_step(fingerprints, lambda size: (piece * (size // len(piece) + 1))[:size], 300_000)
