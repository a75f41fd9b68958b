"""Where fingerprints stand close together in two texts there may be a passage; elsewhere there is none."""

import random

import pytest
from growing import assert_in_step
from made_archive import prose

from samestory.archive.fingerprint import fingerprints
from samestory.archive.stretch import LONGEST_STRETCH, MOST_STRETCHES, passages_near, stretches

CHANCE = random.Random(11)
PASSAGE, OTHER = " ".join(prose(CHANCE, 5)), " ".join(prose(CHANCE, 5))


def around() -> str:
    return " ".join(prose(CHANCE, 12))


def meetings(a: str, b: str) -> list[tuple[int, int]]:
    in_a, in_b = (dict(zip(*(one.tolist() for one in fingerprints(text)), strict=True)) for text in (a, b))
    return [(at, in_b[print_]) for print_, at in in_a.items() if print_ in in_b]


def found(a: str, b: str) -> list[tuple[str, str]]:
    return [(a[one.a_start : one.a_end], b[one.b_start : one.b_end]) for one in passages_near(a, b, meetings(a, b))]


def test_a_copied_passage_is_found_where_it_stands() -> None:
    a, b = f"{around()} {PASSAGE} {around()}", f"{around()}\n\n{PASSAGE}\n\n{around()}"
    shown = found(a, b)
    assert shown == [(PASSAGE, PASSAGE)]


def test_signs_of_two_units_shift_no_place() -> None:
    a, b = f"😀 {around()} 😀 {PASSAGE}", f"🇺🇦🇺🇦 {around()} {PASSAGE} 😀"
    assert found(a, b) == [(PASSAGE, PASSAGE)]


def test_copy_in_capitals_is_found_beside_copy_in_small_letters() -> None:
    a, b = f"{around()} {PASSAGE} {around()}", f"İ {around()} {PASSAGE} {around()}".upper()
    ((one, other),) = found(a, b)
    assert one.lower() == other.lower() == PASSAGE.lower().removesuffix(".")


def test_passages_in_another_order_are_both_found() -> None:
    a = f"{PASSAGE} {around()} {around()} {OTHER}"
    b = f"{OTHER} {around()} {around()} {PASSAGE}"
    assert sorted(found(a, b)) == sorted([(PASSAGE, PASSAGE), (OTHER, OTHER)])


def test_a_passage_is_found_once_though_two_stretches_have_it_in_their_margins() -> None:
    a = f"{PASSAGE} {OTHER} {around()}"
    b = f"{PASSAGE} {' '.join(prose(CHANCE, 9))} {OTHER} {around()}"
    shown = found(a, b)
    assert len(shown) == len(set(shown))
    assert [PASSAGE in one or OTHER in one for one, _ in shown] == [True] * len(shown)


def test_texts_that_share_nothing_have_none() -> None:
    assert found(around(), around()) == []


@pytest.mark.parametrize(
    ("given", "count"),
    [
        ([], 0),
        ([(5, 9)], 0),
        ([(5, 9), (6, 10)], 0),  # two fingerprints that share words are one saying
        ([(5, 9), (15, 19)], 1),
        ([(15, 19), (5, 9), (5, 9)], 1),
        ([(5, 9), (15, 900)], 0),  # near each other in one text only
        ([(5, 9), (15, 19), (400, 9), (415, 19)], 2),
        ([(5, 500), (15, 510), (8, 20), (18, 30)], 2),  # two that run side by side
    ],
)
def test_stretches(given: list[tuple[int, int]], count: int) -> None:
    assert len(stretches(given)) == count


def test_a_stretch_is_never_long() -> None:
    every = [(n, n) for n in range(0, 20_000, 7)]
    cut = sorted(stretches(every), key=lambda one: one.a_first)
    assert max(one.a_last - one.a_first for one in cut) <= LONGEST_STRETCH
    assert sum(one.meets for one in cut) == len(every)
    assert [one.goes_on for one in cut] == [True] * (len(cut) - 1) + [False]
    assert [one.follows for one in cut] == [False] + [True] * (len(cut) - 1)


def test_two_books_that_differ_in_a_word_share_nearly_all() -> None:
    book = prose(random.Random(5), 2_000)
    a, b = " ".join(book), " ".join([*book[:1_000], "Changed.", *book[1_001:]])
    shared = passages_near(a, b, meetings(a, b))
    covered = set().union(*(range(one.a_start, one.a_end) for one in shared))
    assert len(covered) > 0.95 * len(a)
    assert all(a[one.a_start : one.a_end] == b[one.b_start : one.b_end] for one in shared)


def test_of_very_many_stretches_those_of_most_fingerprints_are_kept() -> None:
    scattered = [(n * 300 + m, (n * 7919 % 1_000) * 300 + m) for n in range(400) for m in (0, 10)]
    kept = stretches([*scattered, (50, 500_000), (60, 500_010), (70, 500_020)])
    assert len(kept) == MOST_STRETCHES
    assert kept[0].meets == 3


def test_hostile_meetings_take_time_in_step_with_their_number() -> None:
    def scattered(size: int) -> list[tuple[int, int]]:
        return [(n // 3, (n * 7919) % 100_003) for n in range(size)]

    assert_in_step(stretches, scattered, 30_000)
