"""Submissions are found in folders and downloads as teachers have them, each with its student."""

import os
from pathlib import Path

import pytest
from made_notebooks import answered, notebook, record
from zips import linked, named_in_bytes, streamed, with_flag, without_list, zipped

from samestory.teach.handin.intake import Allowance, UnreadableError
from samestory.teach.handin.submissions import HandedIn, Submission, find_submissions

BOOK = notebook(answered(record()))
MOODLE = "Doe Jane_11_assignsubmission_file_/x.ipynb", "Roe Rick_12_assignsubmission_file_/x.ipynb"
CANVAS = "doejane_LATE_11_101_x.ipynb", "roerick_12_102_x.ipynb"


def laid_out(folder: Path, *names: str, content: bytes = BOOK) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def archived(folder: Path, content: bytes, name: str = "class.zip") -> Path:
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(content)
    return folder / name


def students(found: HandedIn) -> list[tuple[str, str]]:
    return [(one.student, one.file) for one in found.submissions]


def problem(one: Submission) -> str:
    try:
        one.read(Allowance())
    except UnreadableError as error:
        return str(error)
    return ""


def test_a_flat_folder_has_a_student_a_file(tmp_path: Path) -> None:
    found = find_submissions(laid_out(tmp_path, "ben.ipynb", "anna.ipynb", "Zoe.ipynb"))
    assert students(found) == [("anna", "anna.ipynb"), ("ben", "ben.ipynb"), ("Zoe", "Zoe.ipynb")]
    assert found.submissions[0].read(Allowance()).data == BOOK


def test_a_folder_a_student(tmp_path: Path) -> None:
    found = find_submissions(laid_out(tmp_path, "anna/x.ipynb", "anna/old/y.ipynb", "ben/x.ipynb"))
    assert students(found) == [("anna", "anna/old/y.ipynb"), ("anna", "anna/x.ipynb"), ("ben", "ben/x.ipynb")]


@pytest.mark.parametrize("names", [MOODLE, tuple(name.replace("_/", "_") for name in MOODLE), CANVAS])
@pytest.mark.parametrize("wrapper", ["", "Lesson 7-424242/"])
@pytest.mark.parametrize("packed", [False, True])
def test_downloads_of_moodle_and_canvas(names: tuple[str, ...], wrapper: str, packed: bool, tmp_path: Path) -> None:
    names = tuple(wrapper + name for name in names)
    path = archived(tmp_path, zipped(*((name, BOOK) for name in names))) if packed else laid_out(tmp_path, *names)
    found = find_submissions(path)
    assert [(one.id, one.student.casefold().replace(" ", "")) for one in found.submissions] == [
        ("11", "doejane"),
        ("12", "roerick"),
    ]
    assert found.submissions[0].late == ("LATE" in names[0])
    assert all(one.read(Allowance()).data == BOOK for one in found.submissions)


def test_a_single_notebook_is_a_class_of_one(tmp_path: Path) -> None:
    assert students(find_submissions(laid_out(tmp_path, "anna.ipynb") / "anna.ipynb")) == [("anna", "anna.ipynb")]


def test_a_folder_that_only_wraps_the_students_folders_is_not_a_student(tmp_path: Path) -> None:
    laid_out(tmp_path, "class 7/anna/x.ipynb", "class 7/ben/x.ipynb", "__MACOSX/class 7/._anna")
    assert [one.student for one in find_submissions(tmp_path).submissions] == ["anna", "ben"]


def test_the_only_student_of_a_class_keeps_their_folder(tmp_path: Path) -> None:
    assert students(find_submissions(laid_out(tmp_path, "anna/week 1/x.ipynb"))) == [("anna", "anna/week 1/x.ipynb")]


def test_an_archive_that_wraps_a_flat_class_in_its_own_name(tmp_path: Path) -> None:
    path = archived(tmp_path, zipped(("class/anna.ipynb", BOOK), ("class/ben.ipynb", BOOK)))
    assert [one.student for one in find_submissions(path).submissions] == ["anna", "ben"]


def test_a_folder_that_holds_only_the_download_is_that_download(tmp_path: Path) -> None:
    archived(tmp_path, zipped(*((name, BOOK) for name in MOODLE)))
    assert [one.student for one in find_submissions(tmp_path).submissions] == ["Doe Jane", "Roe Rick"]


def test_a_zip_that_a_student_handed_in_is_theirs_whatever_its_names_say(tmp_path: Path) -> None:
    inner = zipped(("work/x.ipynb", BOOK), ("Roe Rick_12_assignsubmission_file_/y.ipynb", BOOK))
    path = archived(tmp_path, zipped(("doejane_11_101_work.zip", inner), ("roerick_12_102_x.ipynb", BOOK)))
    found = find_submissions(path)
    assert [one.student for one in found.submissions] == ["doejane", "doejane", "roerick"]
    assert all(one.read(Allowance()).data == BOOK for one in found.submissions)


def test_a_zip_within_a_students_zip_stays_closed_and_is_named(tmp_path: Path) -> None:
    inner = zipped(("deeper.zip", zipped(("x.ipynb", BOOK))), ("y.ipynb", BOOK))
    laid_out(tmp_path, "anna/work.zip", content=inner)
    laid_out(tmp_path, "ben/x.ipynb")
    deeper, whole, _ = find_submissions(tmp_path).submissions
    assert "not opened" in problem(deeper)
    assert whole.read(Allowance()).data == BOOK


@pytest.mark.parametrize(
    "name",
    [
        *("../x.ipynb", "anna/../../x.ipynb", "/etc/x.ipynb", "C:\\x.ipynb", "\\\\host\\x.ipynb", "..\\x.ipynb"),
        *("anna/..\\..\\x.ipynb", "//x.ipynb"),
    ],
)
def test_an_entry_that_climbs_out_is_named_and_left_out(name: str, tmp_path: Path) -> None:
    found = find_submissions(
        archived(tmp_path / "in", zipped((name, BOOK), ("ben/x.ipynb", BOOK), ("cy/x.ipynb", BOOK)))
    )
    bad = [one for one in found.submissions if one.problem]
    assert len(bad) == 1
    assert "points outside" in problem(bad[0])
    assert len(found.submissions) == 3
    assert [path.name for path in tmp_path.rglob("*")] == ["in", "class.zip"]


def test_a_link_in_an_archive_is_named_and_not_followed(tmp_path: Path) -> None:
    (one,) = find_submissions(archived(tmp_path, linked("anna.ipynb", "/etc/passwd"))).submissions
    assert "is a link" in problem(one)


def test_a_link_in_a_folder_is_named_and_not_followed(tmp_path: Path) -> None:
    outside = laid_out(tmp_path / "outside", "secret.ipynb")
    inside = laid_out(tmp_path / "inside", "ben.ipynb")
    (inside / "anna.ipynb").symlink_to(outside / "secret.ipynb")
    (inside / "cy").symlink_to(outside)
    (inside / "loop").symlink_to(inside)
    found = find_submissions(inside)
    assert [bool(one.problem) for one in found.submissions] == [True, False, True, True]
    assert "is a link" in problem(found.submissions[0])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are not everywhere")
def test_a_named_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "anna.ipynb")
    (one,) = find_submissions(tmp_path).submissions
    assert "no ordinary file" in problem(one)


def test_an_encrypted_entry_is_named(tmp_path: Path) -> None:
    (one,) = find_submissions(archived(tmp_path, with_flag(zipped(("anna.ipynb", BOOK)), 1))).submissions
    assert "password" in problem(one)


@pytest.mark.parametrize("method", [14, 9, 99])
def test_an_unknown_way_of_packing_is_named(method: int, tmp_path: Path) -> None:
    data = zipped(("anna.ipynb", BOOK), method=0)
    data = data.replace(
        b"PK\x01\x02\x14\x03\x14\x00\x00\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x00\x00" + bytes([method, 0])
    )
    (one,) = find_submissions(archived(tmp_path, data)).submissions
    assert "ask for an ordinary zip" in problem(one)


@pytest.mark.parametrize("make", [zipped, streamed])
def test_a_truncated_archive_gives_what_is_left_of_it(make: object, tmp_path: Path) -> None:
    whole = make(("anna.ipynb", BOOK), ("ben.ipynb", BOOK), ("cy.ipynb", BOOK * 50))  # type: ignore[operator]
    found = find_submissions(archived(tmp_path, without_list(whole)))
    assert [one.student for one in found.submissions] == ["anna", "ben", "cy"]
    assert [one.read(Allowance()).data for one in found.submissions] == [BOOK, BOOK, BOOK * 50]
    assert "damaged or cut short" in found.submissions[0].notes[0].text
    half = find_submissions(archived(tmp_path, whole[: whole.index(b"cy.ipynb") + 60]))
    assert [one.student for one in half.submissions] == ["anna", "ben", "cy"]
    assert half.submissions[0].read(Allowance()).data == BOOK


def test_a_damaged_entry_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    data = bytearray(zipped(("anna.ipynb", BOOK), ("ben.ipynb", BOOK), method=0))
    data[data.index(b"hello")] ^= 1
    found = find_submissions(archived(tmp_path, bytes(data)))
    content = found.submissions[0].read(Allowance())
    assert content.data == BOOK.replace(b"hello", b"iello")
    assert "damaged" in content.notes[0].text
    assert found.submissions[1].read(Allowance()).notes == ()


@pytest.mark.parametrize(
    "data", [b"", b"PK", b"PK\x05\x06" + b"\0" * 18, b"no zip at all", b"PK\x03\x04" + b"\xff" * 26]
)
def test_an_archive_with_nothing_in_it_says_so(data: bytes, tmp_path: Path) -> None:
    laid_out(tmp_path, "anna.zip", content=data)
    laid_out(tmp_path, "ben.ipynb")
    found = find_submissions(tmp_path)
    assert [one.student for one in found.submissions] == ["anna", "ben"]
    assert problem(found.submissions[0])


def test_two_entries_of_one_name_are_both_read(tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate"):
        data = zipped(("anna.ipynb", BOOK), ("anna.ipynb", BOOK + b" "))
    found = find_submissions(archived(tmp_path, data))
    assert {one.read(Allowance()).data for one in found.submissions} == {BOOK, BOOK + b" "}
    assert "one of them" in found.submissions[1].notes[0].text


def test_names_in_other_encodings_are_read(tmp_path: Path) -> None:
    names = ["Jörg.ipynb".encode(), "Łukasz.ipynb".encode(), "Zoë.ipynb".encode("cp437")]
    found = find_submissions(archived(tmp_path, named_in_bytes((name, BOOK) for name in names)))
    assert [one.student for one in found.submissions] == ["Jörg", "Zoë", "Łukasz"]


def test_what_systems_leave_lying_about_is_set_aside_by_name(tmp_path: Path) -> None:
    found = find_submissions(
        laid_out(
            tmp_path,
            "anna/x.ipynb",
            "__MACOSX/anna/._x.ipynb",
            ".DS_Store",
            "anna/.ipynb_checkpoints/x-checkpoint.ipynb",
        )
    )
    assert [one.student for one in found.submissions] == ["anna"]
    assert found.ignored == (".DS_Store", "__MACOSX/anna/._x.ipynb", "anna/.ipynb_checkpoints/x-checkpoint.ipynb")


def test_a_checkpoint_is_read_where_there_is_nothing_else(tmp_path: Path) -> None:
    found = find_submissions(laid_out(tmp_path, "anna/.ipynb_checkpoints/x-checkpoint.ipynb", "ben/x.ipynb"))
    assert [one.student for one in found.submissions] == ["anna", "ben"]
    assert "Jupyter saves by itself" in found.submissions[0].notes[0].text


def test_an_empty_folder_is_named(tmp_path: Path) -> None:
    laid_out(tmp_path, "ben/x.ipynb")
    (tmp_path / "anna").mkdir()
    assert problem(find_submissions(tmp_path).submissions[0]) == "The folder is empty."


def test_two_students_of_one_name_show_their_numbers(tmp_path: Path) -> None:
    names = [f"Doe Jane_{number}_assignsubmission_file_/x.ipynb" for number in (11, 12)]
    assert [one.student for one in find_submissions(laid_out(tmp_path, *names)).submissions] == [
        "Doe Jane (11)",
        "Doe Jane (12)",
    ]


def test_our_own_results_are_no_submission(tmp_path: Path) -> None:
    laid_out(tmp_path, "anna.ipynb", "graded/grades.csv", "graded/feedback/anna.html")
    assert [one.student for one in find_submissions(tmp_path, tmp_path / "graded").submissions] == ["anna"]


def test_a_file_that_may_not_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    laid_out(tmp_path, "anna.ipynb")
    anna = find_submissions(tmp_path).submissions[0]
    monkeypatch.setattr(os, "open", refused)  # taking the permission away would not stop root
    assert problem(anna) == "The file can’t be opened: Permission denied."


def test_an_entry_without_a_name_is_an_entry(tmp_path: Path) -> None:
    found = find_submissions(archived(tmp_path, zipped(("", BOOK), ("/", BOOK), (".", BOOK), ("ben.ipynb", BOOK))))
    assert [one.student for one in found.submissions].count("unnamed") == len(found.submissions) - 1


@pytest.mark.parametrize(
    "names",
    [
        ("Doe Jane_12_assignsubmission_file_/x.ipynb", "Roe Ray_13_assignsubmission_file_/x.ipynb"),
        ("doejane_1_22_x.ipynb", "roeray_2_23_x.ipynb"),
    ],
)
def test_a_sites_download_left_among_other_files_still_holds_many_students(tmp_path, names):
    laid_out(tmp_path, "ana.ipynb")
    archived(tmp_path, zipped(*((name, BOOK) for name in names)), "download.zip")
    assert len({one.student for one in find_submissions(tmp_path).submissions}) == 3
