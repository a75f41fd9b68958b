"""A run finds who shares what with whom, says what it left out, and does nothing twice."""

import json
import random
from pathlib import Path
from typing import Any

import duckdb
import pytest
from made_archive import prose, rows, write_lines

from samestory.archive import Corpus, ReuseSettings, Summary, find_reuse
from samestory.archive import run as run_module
from samestory.errors import SameStoryError

ONE = ReuseSettings(workers=1)


def reuse(folder: Path, given: list[Any], settings: ReuseSettings = ONE) -> tuple[Summary, Path]:
    (folder / "corpus").mkdir(exist_ok=True)
    write_lines(folder / "corpus" / "a.jsonl", given)
    return find_reuse(Corpus(folder / "corpus"), folder / "out", settings), folder / "out"


def table(out: Path, name: str, shown: str = "*") -> list[tuple[Any, ...]]:
    with duckdb.connect() as base:
        return base.execute(f"select {shown} from '{out}/{name}.parquet'").fetchall()


def article(id_: str, *sentences: str, **known: str) -> dict[str, str]:
    return {"id": id_, "text": " ".join(sentences), **known}


def test_the_planted_pairs_are_found_and_no_others(tmp_path: Path) -> None:
    given = rows(60)
    summary, out = reuse(tmp_path, given)
    planted = {(f"n{number - 2}", f"n{number}") for number in range(4, 60, 5)}
    assert set(table(out, "pairs", "a, b")) == planted
    assert summary.pairs == len(planted)
    texts = {row["id"]: row["text"] for row in given}
    for a, b, a_start, a_end, b_start, b_end, level in table(
        out, "passages", "a, b, a_start, a_end, b_start, b_end, level"
    ):
        assert level == "verbatim"
        assert texts[a][a_start:a_end] == texts[b][b_start:b_end]


def test_what_is_left_out_is_listed_and_nothing_else_is_lost(tmp_path: Path) -> None:
    given = rows(10)
    bad = [{"id": "x"}, "no object", {**given[3], "text": "Another text."}, {"text": "Words without an id."}]
    summary, out = reuse(tmp_path, [*given, *bad])
    listed = [json.loads(line) for line in (out / "left-out.jsonl").read_text("utf-8").splitlines()]
    assert sorted(one["place"] for one in listed) == [f"a.jsonl:{n}" for n in (11, 12, 13, 14)]
    assert "a.jsonl:4" in next(one["why"] for one in listed if one["place"] == "a.jsonl:13")
    assert summary.rows == 14
    assert summary.articles == 10
    assert sum(summary.left_out.values()) == 4


def test_copies_are_a_star_and_not_a_square(tmp_path: Path) -> None:
    chance = random.Random(1)
    story = " ".join(prose(chance))
    given = [article(f"c{n:03}", story) for n in range(200)] + [article("other", *prose(chance))]
    summary, out = reuse(tmp_path, given)
    assert summary.copies == summary.pairs == 199
    assert {a for (a,) in table(out, "pairs", "a")} == {"c000"}
    assert table(out, "timeline", "articles") == [(200,)]


def test_a_line_that_stands_everywhere_joins_nobody_and_is_named(tmp_path: Path) -> None:
    chance = random.Random(2)
    footer = " ".join(prose(chance, 3))
    given = [article(f"f{n}", *prose(chance), footer) for n in range(80)]
    summary, _ = reuse(tmp_path, given)
    assert summary.pairs == 0
    assert summary.frequent > 0
    assert all("80 articles" in line for line in summary.boilerplate)


def test_a_story_that_many_printed_among_words_of_their_own_is_one_cluster(tmp_path: Path) -> None:
    chance = random.Random(3)
    story = prose(chance, 14)
    given = [article(f"w{n:03}", *story[:7], *prose(chance, 12), *story[7:]) for n in range(120)]
    _, out = reuse(tmp_path, given)
    assert table(out, "timeline", "articles") == [(120,)]


def test_a_shared_quotation_joins_no_cluster(tmp_path: Path) -> None:
    chance = random.Random(4)
    said = f"“{' '.join(prose(chance, 3))}” the minister said."
    given = [article(f"q{n}", *prose(chance, 6), f"\n\n{said}\n\n", *prose(chance, 6)) for n in range(2)]
    summary, out = reuse(tmp_path, given)
    assert {kind for (kind,) in table(out, "passages", "kind")} == {"quotation"}
    assert summary.pairs == 1
    assert summary.clusters == 0


@pytest.mark.parametrize(
    ("days", "first", "alone", "between"),
    [
        (["2024-03-05", "2024-03-04"], ["s1"], True, "b"),
        (["2024-03-05", "2024-03-05"], ["s0", "s1"], False, "tie"),
        (["2024-03-05", "2024-03-05T09:00:00Z"], ["s0", "s1"], False, "tie"),
        (["2024-03-05T10:00:00+02:00", "2024-03-05T09:00:00Z"], ["s0"], True, "a"),
        (["", "2024-03-05"], ["s1"], True, "unknown"),
        (["", "soon"], None, False, "unknown"),
    ],
)
def test_who_was_first(days: list[str], first: Any, alone: bool, between: str, tmp_path: Path) -> None:
    story = prose(random.Random(5))
    given = [article(f"s{n}", *story, f"End {n}.", published=day, outlet=f"O{n}") for n, day in enumerate(days)]
    _, out = reuse(tmp_path, given)
    assert table(out, "timeline", "first, alone") == [(first, alone)]
    assert table(out, "pairs", "first") == [(between,)]
    page = (out / "timeline.html").read_text("utf-8")
    assert ("can’t be told apart" in page) == (between == "tie")
    assert ("may have been earlier" in page) == (days[0] == "" and bool(first))
    assert ("can’t be said" in page) == (first is None)
    assert ('role="img"' in page) == (first is not None)
    assert (", first</text>" in page) == (alone and days[0] != "")
    assert (", perhaps first</text>" in page) == (first is not None and not (alone and days[0] != ""))


def test_the_page_stands_alone_and_runs_nothing_from_the_corpus(tmp_path: Path) -> None:
    story = prose(random.Random(6))
    evil = "<script>alert(1)</script>"
    given = [article(f"{evil}{n}", evil, *story, outlet=evil, published="2024") for n in range(2)]
    _, out = reuse(tmp_path, given)
    page = (out / "timeline.html").read_text("utf-8")
    assert "<script" not in page
    assert "http:" not in page.replace("http-equiv", "")
    assert "https:" not in page


def test_a_run_that_is_done_is_not_done_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    summary, out = reuse(tmp_path, rows(10))
    before = (out / "pairs.parquet").stat().st_mtime_ns
    monkeypatch.setattr(run_module, "take_in", None)
    assert find_reuse(Corpus(tmp_path / "corpus"), out, ONE) == summary
    assert (out / "pairs.parquet").stat().st_mtime_ns == before
    assert not (out / "shards").exists()


def test_two_workers_find_what_one_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = rows(60)
    (tmp_path / "other").mkdir()
    _, one = reuse(tmp_path, given)
    monkeypatch.setattr(run_module, "PAIRS", 3)
    _, two = reuse(tmp_path / "other", given, ReuseSettings(workers=2))
    assert table(one, "passages") == table(two, "passages")
    assert table(one, "clusters") == table(two, "clusters")


@pytest.mark.parametrize("change", ["corpus", "limits", "foreign", "inside", "nothing"])
def test_what_can_not_go_on_says_why(change: str, tmp_path: Path) -> None:
    corpus, out = tmp_path / "corpus", tmp_path / "out"
    settings = ONE
    if change == "foreign":
        out.mkdir()
        (out / "letter.txt").write_text("Keep me.")
        corpus.mkdir()
        write_lines(corpus / "a.jsonl", rows(3))
    elif change == "nothing":
        corpus.mkdir()
        write_lines(corpus / "a.jsonl", ["bad"])
    else:
        reuse(tmp_path, rows(10))
        if change == "corpus":
            write_lines(corpus / "b.jsonl", rows(3))
        if change == "limits":
            settings = ReuseSettings(workers=1, least_words=7)
        if change == "inside":
            out = corpus / "out"
    with pytest.raises(SameStoryError) as refused:
        find_reuse(Corpus(corpus), out, settings)
    assert str(refused.value).endswith(("folder.", "one.", "elsewhere.", "fields."))
    assert change != "foreign" or (out / "letter.txt").read_text() == "Keep me."


def test_a_corpus_of_unlike_articles_has_empty_results(tmp_path: Path) -> None:
    summary, out = reuse(tmp_path, rows(3))
    assert (summary.pairs, summary.passages, summary.clusters) == (0, 0, 0)
    assert [table(out, name) for name in ("pairs", "passages", "clusters", "timeline")] == [[]] * 4
    assert "No two articles" in (out / "timeline.html").read_text("utf-8")


def test_a_full_disk_is_told_and_the_run_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_given: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(run_module, "list_articles", full)
        with pytest.raises(SameStoryError, match="No space left on device"):
            reuse(tmp_path, rows(10))
    summary = find_reuse(Corpus(tmp_path / "corpus"), tmp_path / "out", ONE)
    assert summary.pairs == 2


@pytest.mark.parametrize(
    ("memory", "workers", "processes", "of_duckdb"),
    [(2048, 2, 2, 768), (2048, 8, 2, 768), (100, 4, 1, 512), (16_384, 4, 4, 3840)],
)
def test_no_more_processes_than_the_memory_is_enough_for(memory, workers, processes, of_duckdb) -> None:
    settings = ReuseSettings(memory=memory, workers=workers)
    assert (settings.processes, settings.of_duckdb(False)) == (processes, of_duckdb)


def test_data_that_is_no_words_is_no_fingerprint(tmp_path: Path) -> None:
    blob = "".join(random.Random(8).choices("abcdef0123456789", k=900_000))
    given = [article(f"b{n}", blob, *prose(random.Random(n))) for n in range(3)]
    summary, _ = reuse(tmp_path, given)
    assert summary.pairs == 0
