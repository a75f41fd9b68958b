"""`samestory desk`: what it opens, what it says where it can't, and another person's decisions taken in."""

import shutil
from pathlib import Path

import pytest

from samestory.case import load_case
from samestory.cli import main
from samestory.desk.packed_case import pack_case
from samestory.desk.session import DeskSession

TEXTS = {
    "post.txt": "About 300 people came on Monday 11 May, said Ann Lee.\n",
    "echo.txt": "About 400 people came on Monday 11 May, said Ann Lee.\n",
}


@pytest.fixture
def event(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text)
    assert main(["new", str(tmp_path / "event"), *(str(tmp_path / name) for name in TEXTS)]) == 0
    capsys.readouterr()
    return tmp_path / "event"


def test_who_names_no_case_is_told_how_to_make_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["desk", str(tmp_path / "suez")]) == 2
    assert "samestory new suez FILES" in capsys.readouterr().err


def test_a_case_that_is_not_sound_is_not_opened(event: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (event / "record.yml").write_text("schema: 1\nstatements: {}\n")
    assert main(["desk", str(event)]) == 1
    assert "samestory check" in capsys.readouterr().err


def test_two_peoples_decisions_become_one_file(event: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = Path(shutil.copytree(event, tmp_path / "ben" / "event"))
    mine, theirs = DeskSession(event, "Ada"), DeskSession(other, "Ben")
    for number, one in enumerate(mine.ask({"op": "open"})["desk"]["cards"]):
        mine.ask({"op": "decide", "proposal": one["id"], "decided": "accepted"})
        theirs.ask({"op": "decide", "proposal": one["id"], "decided": "refused" if number else "accepted"})
    packed = tmp_path / "event.zip"
    packed.write_bytes(pack_case(other))
    assert main(["desk", str(event), "--merge", str(packed), "--merge", str(other / "desk.yml")]) == 0
    said = capsys.readouterr().out
    assert "2 decisions taken in." in said
    assert "0 decisions taken in." in said
    assert "Ada and Ben agree on 1 of 2" in said
    assert "1 to settle" in said
    assert len(load_case(event).findings) == 1
    assert main(["desk", str(event), "--merge", str(tmp_path / "nothing")]) == 1
    assert main(["desk", str(event), "--merge", str(tmp_path / "post.txt")]) == 1


def test_a_packed_case_is_opened_beside_itself_and_never_over_another(
    event: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    served: list[Path] = []

    def serve(session: DeskSession, _: object) -> int:
        served.append(session.folder)
        return 0

    monkeypatch.setattr("samestory.cli.authoring.desk._serve", serve)
    packed = tmp_path / "there" / "event.zip"
    packed.parent.mkdir()
    packed.write_bytes(pack_case(event))
    assert main(["desk", str(packed)]) == 0
    assert served == [tmp_path / "there" / "event"]
    assert main(["desk", str(packed)]) == 1
    assert "is there already" in capsys.readouterr().err
    assert main(["desk", str(tmp_path / "post.txt")]) == 1
    assert "no packed case" in capsys.readouterr().err


def test_new_takes_a_packed_case_too(event: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    packed = tmp_path / "saved.zip"
    packed.write_bytes(pack_case(event))
    assert main(["new", str(tmp_path / "again"), str(packed)]) == 0
    assert "a case with 2 texts" in capsys.readouterr().out
    again = load_case(tmp_path / "again")
    assert (again.id, sorted(again.articles)) == ("again", ["echo", "post"])
