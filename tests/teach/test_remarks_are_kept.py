"""Nothing that a person wrote into the results is lost when they are written again, and our own pages make no heap."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from made_notebooks import answered, notebook, record
from small_course import RIGHT, keys

from samestory.cli import main
from samestory.teach.desk import grade_all
from samestory.teach.handin.submissions import find_submissions
from samestory.teach.report.outbox import Outbox
from samestory.teach.seal import is_as_sealed, is_as_written, sealed
from samestory.teach.unfinished import UNFINISHED

ALL = notebook(answered(*(record(name, answer) for name, answer in RIGHT.items())))
SOME = notebook(answered(record("greeting")))
CHANGES: dict[str, Callable[[bytes], bytes]] = {
    "a remark at the end": lambda page: page + b"<!-- see me -->",
    "a remark inside": lambda page: page.replace(b"</h1>", b"</h1>\n<p>Well done, Anna.</p>"),
    "a letter": lambda page: page.replace(b"Feedback", b"feedback", 1),
    "line ends of Windows": lambda page: page.replace(b"\n", b"\r\n"),
    "a byte order mark": lambda page: b"\xef\xbb\xbf" + page,
    "the sum taken out": lambda page: page.replace(b"samestory-sum", b"other"),
    "cut": lambda page: page[:-1],
    "emptied": lambda page: b"",
    "ours no more": lambda page: b"<p>My own page</p>",
}


def grade_into(place: Path, **handed_in: bytes) -> Outbox:
    """Grade these students' notebooks into `place`/out."""
    for old in (place / "in").glob("*"):
        old.unlink()
    (place / "in").mkdir(exist_ok=True)
    for student, data in handed_in.items():
        (place / "in" / f"{student}.ipynb").write_bytes(data)
    outbox = Outbox(place / "out")
    grade_all(find_submissions(place / "in"), keys(), outbox, 2e9)
    return outbox


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("new", [ALL, SOME], ids=["same answers", "other answers"])
def test_a_page_that_was_changed_is_kept_under_another_name(change: str, new: bytes, tmp_path: Path) -> None:
    grade_into(tmp_path, anna=ALL, ben=ALL)
    anna, ben = (tmp_path / "out" / "feedback" / name for name in ("anna.html", "ben.html"))
    ours = anna.read_bytes()
    changed = CHANGES[change](ours)
    assert changed != ours
    anna.write_bytes(changed)
    outbox = grade_into(tmp_path, anna=new, ben=new)
    kept = anna.with_name("anna.kept-1.html")
    assert outbox.set_aside == [str(kept)]
    assert kept.read_bytes() == changed
    assert is_as_sealed(anna.read_bytes())
    assert is_as_sealed(ben.read_bytes())


def test_remarks_of_several_runs_are_all_kept(tmp_path: Path) -> None:
    for remark in ("first", "second", "third"):
        grade_into(tmp_path, anna=ALL)
        with (tmp_path / "out" / "feedback" / "anna.html").open("a") as file:
            file.write(remark)
    grade_into(tmp_path, anna=ALL)
    kept = sorted((tmp_path / "out" / "feedback").glob("*.kept-*"))
    assert [path.read_text()[-5:] for path in kept] == ["first", "econd", "third"]


def test_pages_that_nobody_changed_are_replaced_in_silence(tmp_path: Path) -> None:
    for given in (ALL, SOME, ALL):
        assert grade_into(tmp_path, anna=given, ben=given).set_aside == []
    assert len(list((tmp_path / "out" / "feedback").iterdir())) == 2


def without_sum(page: bytes) -> bytes:
    """The page as 0.1.0 wrote it."""
    lines = page.split(b"\n")
    return b"\n".join(line for line in lines if b"samestory-sum" not in line)


def test_a_page_of_the_first_version_is_kept_once_unless_the_new_one_says_the_same(tmp_path: Path) -> None:
    grade_into(tmp_path, anna=ALL, ben=ALL)
    for page in (tmp_path / "out" / "feedback").iterdir():
        page.write_bytes(without_sum(page.read_bytes()))
    outbox = grade_into(tmp_path, anna=ALL, ben=SOME)
    assert outbox.set_aside == [str(tmp_path / "out" / "feedback" / "ben.kept-1.html")]
    assert grade_into(tmp_path, anna=SOME, ben=ALL).set_aside == []


def test_results_that_a_person_changed_are_kept(tmp_path: Path) -> None:
    grade_into(tmp_path, anna=ALL)
    results = tmp_path / "out" / "results.json"
    assert is_as_written(results)
    told = json.loads(results.read_bytes())
    assert set(told["files"]) == {"grades.csv", "results.json"}
    changed = results.read_bytes().replace(b'"points": 6', b'"points": 5')
    results.write_bytes(changed)
    outbox = grade_into(tmp_path, anna=ALL)
    assert outbox.set_aside == [str(tmp_path / "out" / "results.kept-1.json")]
    assert (tmp_path / "out" / "results.kept-1.json").read_bytes() == changed
    assert is_as_written(results)


@pytest.mark.parametrize("end", [b" ", b"\n", b"{}"])
def test_results_with_something_behind_them_are_not_as_written(end: bytes, tmp_path: Path) -> None:
    grade_into(tmp_path, anna=ALL)
    with (tmp_path / "out" / "results.json").open("ab") as file:
        file.write(end)
    assert not is_as_written(tmp_path / "out" / "results.json")


def test_a_page_of_a_student_who_is_no_longer_there_stays_and_is_named(tmp_path: Path) -> None:
    grade_into(tmp_path, anna=ALL, ben=ALL, Änne=ALL)
    ben = tmp_path / "out" / "feedback" / "ben.html"
    ben.write_bytes(ben.read_bytes() + b"remark")
    (ben.parent / "mine.html").write_bytes(b"<p>a page of my own</p>")
    outbox = grade_into(tmp_path, anna=ALL, Änne=ALL)
    assert outbox.set_aside == []
    assert outbox.left_over() == ["ben.html"]
    assert ben.read_bytes().endswith(b"remark")
    grade_into(tmp_path, anna=ALL, Änne=ALL, ben=ALL)
    assert (ben.parent / "ben.kept-1.html").read_bytes().endswith(b"remark")


def test_a_page_that_names_us_late_or_not_at_all_is_not_sealed() -> None:
    for page in (b"", b"<p>", b"x" * 5000):
        assert sealed(page) == page
        assert not is_as_sealed(page)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="only an ordinary account is kept from reading")
def test_a_page_that_can_not_be_read_is_kept(tmp_path: Path) -> None:
    grade_into(tmp_path, anna=ALL)
    (tmp_path / "out" / "feedback" / "anna.html").chmod(0)
    assert len(grade_into(tmp_path, anna=ALL).set_aside) == 1


def test_many_pages_that_were_kept_do_not_flood_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = {f"s{at:02}": ALL for at in range(40)}
    grade_into(tmp_path, **given)
    for page in (tmp_path / "out" / "feedback").iterdir():
        page.write_bytes(page.read_bytes() + b"!")
    assert main(["grade", str(tmp_path / "in"), "--out", str(tmp_path / "out")]) == 1  # the answers have no key here
    said = capsys.readouterr().out
    assert said.count("Kept as ") == 20
    assert "and 20 more" in said
    for gone in list((tmp_path / "in").iterdir())[1:]:
        gone.unlink()
    main(["grade", str(tmp_path / "in"), "--out", str(tmp_path / "out")])
    said = capsys.readouterr().out
    assert "left as they are (39): " in said
    assert said.count(".html") == 20 + 1  # the class page


def test_a_stop_while_grading_says_what_there_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    grade_into(tmp_path, anna=SOME, ben=SOME)
    before = (tmp_path / "out" / "results.json").read_bytes()
    for problem, code in ((KeyboardInterrupt(), 130), (OSError(28, "No space left on device"), 2)):

        def write(self: Outbox, name: str, content: bytes, problem: BaseException = problem) -> None:
            raise problem

        monkeypatch.setattr(Outbox, "write", write)
        assert main(["grade", str(tmp_path / "in"), "--out", str(tmp_path / "out")]) == code
        assert "it goes on with who is left" in capsys.readouterr().err
        assert (tmp_path / "out" / "results.json").read_bytes() == before
        assert [path.name for path in (tmp_path / "out").glob(".*")] == [UNFINISHED]
