"""Every row of a corpus is an article or is listed with the reason, and reading can go on from any row."""

import gzip
import json
import os
import random
from pathlib import Path

import duckdb
import pytest
from made_archive import rows, write_lines

from samestory.archive import corpus as corpus_module
from samestory.archive.corpus import Corpus
from samestory.archive.entry import LONGEST_ARTICLE, Entry, Fields, LeftOut
from samestory.errors import SameStoryError


def read(path: Path, fields: Fields | None = None) -> tuple[list[Entry], list[LeftOut]]:
    every = [one for _, one in Corpus(path, fields or Fields()).rows()]
    return [one for one in every if isinstance(one, Entry)], [one for one in every if isinstance(one, LeftOut)]


def write_parquet(path: Path, query: str) -> Path:
    with duckdb.connect() as base:
        base.execute(f"copy ({query}) to '{path}' (format parquet)")
    return path


def test_a_folder_of_texts(tmp_path: Path) -> None:
    (tmp_path / "herald").mkdir()
    (tmp_path / "herald" / "2024-03-05-flood.txt").write_bytes("The river\r\nrose.".encode("utf-16"))
    (tmp_path / "plain.txt").write_bytes("Señora".encode("cp1252"))
    (tmp_path / "empty.txt").write_text(" \n")
    (tmp_path / "picture.txt").write_bytes(bytes(range(256)) * 4)
    (tmp_path / "notes.docx").write_bytes(b"PK")
    (tmp_path / ".hidden.txt").write_text("not one of them")
    found, left_out = read(tmp_path)
    assert [(one.id, one.text, one.outlet, one.published) for one in found] == [
        ("herald/2024-03-05-flood.txt", "The river\nrose.", "herald", "2024-03-05"),
        ("plain.txt", "Señora", "", ""),
    ]
    assert [one.id for one in left_out] == ["empty.txt", "picture.txt"]
    assert Corpus(tmp_path).others == {".docx": 1}


BAD = [
    ("", "empty"),
    ("{", "no JSON"),
    ("[" * 100_000, "no JSON"),
    ("[1]", "no object"),
    ('"text"', "no object"),
    ('{"text": "Words."}', "no “id” (its fields: text)"),
    ('{"id": "", "text": "Words."}', "no “id”"),
    ('{"id": true, "text": "Words."}', "no “id”"),
    ('{"id": "1"}', "no “text”"),
    ('{"id": "1", "text": 7}', "is no text but int"),
    ('{"id": "1", "text": " … "}', "no words"),
    (json.dumps({"id": "1", "text": "a" * (LONGEST_ARTICLE + 1)}), "1,000,001 characters"),
    (json.dumps({"id": "1" * 2_000, "text": "Words."}), "its id has 2,000 characters"),
]


@pytest.mark.parametrize(("line", "why"), BAD, ids=[why for _, why in BAD])
def test_a_bad_line_is_listed_with_its_number_and_costs_no_other(line: str, why: str, tmp_path: Path) -> None:
    good = '{"id": "good", "text": "Words."}'
    (tmp_path / "a.jsonl").write_text(f"{good}\n{line}\n{good}", "utf-8")
    found, left_out = read(tmp_path)
    assert [one.place for one in found] == ["a.jsonl:1", "a.jsonl:3"]
    assert [one.place for one in left_out] == ["a.jsonl:2"]
    assert why in left_out[0].why


def test_a_line_of_many_megabytes_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(corpus_module, "LONGEST_LINE", 64)
    lines = ['{"id": "1", "text": "A"}', f'{{"id": "2", "text": "{"b" * 500}"}}', '{"id": "3", "text": "C"}']
    (tmp_path / "a.jsonl").write_text("\n".join(lines), "utf-8")
    found, left_out = read(tmp_path)
    assert [one.id for one in found] == ["1", "3"]
    assert "more than 64 bytes" in left_out[0].why


def test_odd_signs_come_through(tmp_path: Path) -> None:
    lines = [
        b'\xef\xbb\xbf{"id": 1, "text": "One \\ud83d\\ude00 two"}',
        b'{"id": "half", "text": "One \\ud800 two"}',
        b'{"id": "bytes", "text": "One \xff two"}',
        b'{"id": "nul", "text": "One \\u0000 two"}',
    ]
    (tmp_path / "a.jsonl").write_bytes(b"\n".join(lines))
    found, left_out = read(tmp_path)
    assert [one.text for one in found] == ["One 😀 two", "One \ufffd two", "One \ufffd two", "One \0 two"]
    assert found[0].id == "1"
    assert left_out == []


def test_fields_may_have_other_names_in_lines_and_in_columns(tmp_path: Path) -> None:
    fields = Fields("url", "body", "paper", "day")
    write_lines(tmp_path / "a.jsonl", [{"url": "x", "body": "Words.", "paper": "Echo", "day": "2024"}])
    write_parquet(tmp_path / "b.parquet", "select 'y' as url, 'More.' as body, 'S' as paper, date '2024-01-02' as day")
    found, _ = read(tmp_path, fields)
    assert [(one.id, one.text, one.outlet, one.published) for one in found] == [
        ("x", "Words.", "Echo", "2024"),
        ("y", "More.", "S", "2024-01-02"),
    ]


def test_a_parquet_file_without_the_column_names_those_that_it_has(tmp_path: Path) -> None:
    write_parquet(tmp_path / "b.parquet", "select 1 as id, 'Words' as body")
    assert [one.why for one in read(tmp_path)[1]] == ["it has no column “text” (its columns: id, body)"]


def test_half_a_file_loses_only_its_other_half(tmp_path: Path) -> None:
    write_lines(tmp_path / "z.jsonl", [{"id": "whole", "text": "Words."}])
    (tmp_path / "a.parquet").write_bytes(b"PAR1 and nothing else")
    lines = "".join(json.dumps({"id": n, "text": "Words."}) + "\n" for n in range(20_000))
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(lines.encode())[:-2_000])
    found, left_out = read(tmp_path)
    assert found[-1].id == "whole"
    assert [one.place for one in left_out] == ["a.parquet", "b.jsonl.gz"]


def test_reading_goes_on_from_any_row(tmp_path: Path) -> None:
    given = rows(30)
    write_lines(tmp_path / "a.jsonl", [*given[:9], "bad", *given[9:10]])
    (tmp_path / "b.txt").write_text("A text.")
    write_parquet(tmp_path / "c.parquet", "select i::varchar as id, 'Words ' || i as text from range(700) t(i)")
    (tmp_path / "d.ndjson.gz").write_bytes(gzip.compress(b'{"id": "last", "text": "Words."}\n'))
    one = Corpus(tmp_path)
    every = list(one.rows())
    assert len(every) == 11 + 1 + 700 + 1
    for at in [0, 8, 9, 10, 11, 12, *random.Random(1).sample(range(13, 712), 9), len(every) - 1]:
        assert list(one.rows(every[at][0])) == every[at + 1 :]


def test_a_name_with_signs_of_a_pattern_is_a_name(tmp_path: Path) -> None:
    odd = tmp_path / "[a-z] it's (1) *?"
    odd.mkdir()
    write_parquet(tmp_path / "plain.parquet", "select 1 as id, 'Words' as text")
    (tmp_path / "plain.parquet").rename(odd / "[x]'*.parquet")
    assert [one.text for one in read(odd)[0]] == ["Words"]


@pytest.mark.parametrize("make", [lambda path: None, lambda path: path.mkdir()])
def test_a_corpus_without_articles_is_refused(make, tmp_path: Path) -> None:
    make(tmp_path / "corpus")
    with pytest.raises(SameStoryError, match="corpus"):
        list(Corpus(tmp_path / "corpus").rows())


def test_pipes_and_links_that_lead_nowhere_are_no_files(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "text.txt").write_text("Words.")
    assert Corpus(tmp_path).files == ["text.txt"]


def test_a_name_of_bytes_that_are_no_text_is_shown_with_a_mark(tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    (tmp_path / name).write_text("Words.")
    assert [one.id for one in read(tmp_path)[0]] == ["caf\ufffd.txt"]
