"""`samestory new`, `add`, and `scan` of files: from texts to a sound case in one command."""

import io
import shutil
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from made_cases import FERRY

from samestory.case import load_case
from samestory.cli import FAULTS, FINE, MISUSED, main

POST = "The gate of the harbour was shut on Tuesday, the keeper said. It stays shut until the end of May."
BELL = "The gate of the harbour was shut on Monday, the keeper said. It stays shut until the end of May."


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "brought"
    folder.mkdir()
    (folder / "Harbour Post 3.txt").write_bytes(POST.encode("cp1252") + b"\r\n")
    (folder / "bell.txt").write_bytes(BELL.encode("utf-16"))
    (folder / "empty.txt").write_bytes(b"")
    return folder


def test_files_and_a_name_are_a_sound_case(inbox: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = tmp_path / "gate-night"
    assert main(["new", str(case), str(inbox), "--title", 'The "gate": no']) == FINE
    assert "empty.txt was not read: the file is empty." in capsys.readouterr().err
    loaded = load_case(case)
    assert loaded.title == 'The "gate": no'
    assert [one.text for one in loaded.articles.values()] == [f"{POST}\n", f"{BELL}\n"]
    assert [one.outlet for one in loaded.articles.values()] == ["harbour-post-3", "bell"]
    assert (case / "inbox" / "bell.txt").read_bytes() == BELL.encode("utf-16")


def test_what_nobody_has_looked_at_is_to_do_and_no_fault(
    inbox: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["new", str(tmp_path / "gate"), str(inbox)])
    capsys.readouterr()
    assert main(["check", str(tmp_path / "gate")]) == FINE
    printed = capsys.readouterr().out
    assert "sound. 2 articles" in printed
    assert "To do, 20 not looked at:" in printed
    assert "case.yml:17 [articles[0].outlet] who published it, such as “Harbour Post”" in printed
    assert main(["scan", str(tmp_path / "gate")]) == FINE


def test_a_case_that_is_looked_at_has_nothing_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(FERRY)]) == FINE
    assert "To do" not in capsys.readouterr().out


def test_texts_are_added_and_the_file_stays_as_typed(inbox: Path, tmp_path: Path) -> None:
    case = tmp_path / "gate"
    main(["new", str(case), str(inbox / "bell.txt")])
    typed = (case / "case.yml").read_text("utf-8") + "# A word of mine.\nheld: []\n"
    (case / "case.yml").write_text(typed, "utf-8")
    assert main(["add", str(case), str(inbox)]) == FINE
    now = (case / "case.yml").read_text("utf-8")
    assert now.endswith("# A word of mine.\nheld: []\n")
    assert now.startswith(typed.partition("# A word")[0])
    assert list(load_case(case).articles) == ["bell", "harbour-post-3"]


def test_a_text_is_added_to_a_case_written_by_hand(inbox: Path, tmp_path: Path) -> None:
    case = shutil.copytree(FERRY, tmp_path / FERRY.name)
    before = load_case(case)
    assert main(["add", str(case), str(inbox)]) == FINE
    assert list(load_case(case).articles) == [*before.articles, "harbour-post-3", "bell"]


def test_a_case_written_on_one_line_is_left_alone(
    inbox: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "case.yml").write_text("articles: [{id: one}]\n", "utf-8")
    assert main(["add", str(tmp_path), str(inbox)]) == FAULTS
    assert "one dash each" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["Gate Night", "ü", "x" * 60])
def test_a_name_that_no_case_can_have_is_answered_with_one(
    name: str, inbox: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", str(tmp_path / name), str(inbox)]) == MISUSED
    assert "such as " in capsys.readouterr().err
    assert not (tmp_path / name).exists()


def test_a_case_that_is_there_is_never_written_over(
    inbox: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", str(tmp_path / "gate"), str(inbox)]) == FINE
    assert main(["new", str(tmp_path / "gate"), str(inbox)]) == MISUSED
    assert "samestory add" in capsys.readouterr().err


def test_without_a_text_no_folder_is_made(inbox: Path, tmp_path: Path) -> None:
    assert main(["new", str(tmp_path / "gate"), str(inbox / "empty.txt")]) == MISUSED
    assert not (tmp_path / "gate").exists()


def test_pasted_text_is_a_file_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(POST.encode())))
    assert main(["new", str(tmp_path / "gate"), "-"]) == FINE
    assert load_case(tmp_path / "gate").articles["pasted"].text == f"{POST}\n"


def test_names_that_are_long_foreign_or_alike_each_get_an_id(tmp_path: Path) -> None:
    brought = tmp_path / "brought"
    for name in ("a/حداد.txt", "b/حداد.txt", f"{'n' * 240}.txt"):
        (brought / name).parent.mkdir(parents=True, exist_ok=True)
        (brought / name).write_text(f"{POST} {name}", "utf-8")
    assert main(["new", str(tmp_path / "gate"), str(brought)]) == FINE
    assert list(load_case(tmp_path / "gate").articles) == ["text", "text-2", "n" * 40]
    assert len(list((tmp_path / "gate" / "inbox").iterdir())) == 3


def test_files_are_scanned_without_a_case_and_nothing_is_kept(inbox: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(inbox.iterdir())
    assert main(["scan", str(inbox / "bell.txt"), str(inbox / "Harbour Post 3.txt")]) == FINE
    printed = capsys.readouterr().out
    assert "bell.txt" in printed
    assert "a person decides" in " ".join(printed.split())
    assert main(["scan", str(inbox)]) == FINE
    assert sorted(inbox.iterdir()) == before


def test_a_case_is_scanned_by_itself(inbox: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scan", str(FERRY), str(inbox)]) == MISUSED
    assert "scan it by itself" in capsys.readouterr().err


def test_files_have_no_findings_to_agree_with(inbox: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scan", str(inbox), "--findings"]) == MISUSED
    assert "leave it out" in capsys.readouterr().err


def test_a_saved_page_brings_its_fields_and_what_was_cut(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = '<meta property="og:site_name" content="Harbour Post"><meta name="date" content="2026-03-03T09:00">'
    story = f"<article><h1>The gate is shut</h1><p>{POST}</p><p>{BELL} Boats come home in May.</p></article>"
    page = f"<html><title>Shut</title>{told}<body><nav><p>Home and sport</p></nav>{story}</body></html>"
    (tmp_path / "gate.html").write_text(page, "utf-8")
    assert main(["new", str(tmp_path / "gate"), str(tmp_path / "gate.html")]) == FINE
    printed = capsys.readouterr().out
    assert "the page’s own outlet: Harbour Post" in printed
    assert "left out: 3 words in 1 places" not in printed
    assert "left out: 3 words in 1 place" in printed
    article = load_case(tmp_path / "gate").articles["gate"]
    assert (article.outlet, article.date, article.headings) == ("Harbour Post", "2026-03-03", ("The gate is shut",))
    assert "Home and sport" in (tmp_path / "gate" / "cut" / "gate.txt").read_text("utf-8")
    assert (tmp_path / "gate" / "inbox" / "gate.html").read_text("utf-8") == page
