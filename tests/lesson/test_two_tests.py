"""The two tests side by side in the notebook of the second one, out of the answers kept beside it."""

import pytest

from samestory.answer import Record, keep
from samestory.case import UnknownError
from samestory.course import load_shipped
from samestory.lesson import answering, check, shipped, two_tests, waiting
from samestory.lesson.two_tests import NOTHING_YET

FORMS = {"test-a": "2026-03-01T10:00:00Z", "test-b": "2026-05-01T10:00:00Z"}


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("JPY_SESSION_NAME", raising=False)
    monkeypatch.setattr(waiting, "_checked_here", {})
    monkeypatch.setattr(answering, "_shown", {})
    return tmp_path


def keep_whole(name, folder, change=lambda placed: placed):
    form = load_shipped().exercise(name)
    answer = {"placed": change(form.task.right().to_json()["placed"])}
    keep(Record(name, form.fingerprint(), answer, FORMS[name], 0), folder)


def test_both_forms_stand_side_by_side_in_the_order_in_which_they_were_taken(folder, capsys):
    keep_whole("test-b", folder)
    keep_whole("test-a", folder, lambda placed: dict.fromkeys(placed, "sound"))
    shown = repr(two_tests())
    assert capsys.readouterr().out == ""
    assert shown.index(FORMS["test-a"]) < shown.index(FORMS["test-b"])
    assert "6 of 6" in shown
    assert "0 of 6" in shown
    assert " 2.9 " in shown  # a whole right form of six and six, by the log-linear rule
    assert " 0.0 " in shown  # who trusts everything tells nothing apart
    assert shown.count("-1.2 to 1.2") == 2  # what guessing gives with six and six


@pytest.mark.parametrize("left", ["missing", "incomplete"])
def test_one_form_alone_is_laid_beside_nothing(folder, capsys, left):
    keep_whole("test-a", folder)
    if left == "incomplete":
        keep_whole("test-b", folder, lambda placed: dict(list(placed.items())[1:]))
    assert two_tests() is None
    assert NOTHING_YET in capsys.readouterr().out


def test_answers_that_the_folder_could_not_take_are_laid_side_by_side_too(folder, capsys):
    (folder / "answers").write_text("a file stands here")
    for name in FORMS:
        check(name, load_shipped().exercise(name).task.right().to_json())
    capsys.readouterr()
    assert repr(two_tests()).count("6 of 6") == 4
    assert NOTHING_YET not in capsys.readouterr().out


def test_an_answer_to_another_edition_of_a_form_is_laid_beside_nothing(folder, capsys):
    keep_whole("test-a", folder)
    right = load_shipped().exercise("test-b").task.right().to_json()
    keep(Record("test-b", "0123456789ab", right, FORMS["test-b"], 0), folder)
    assert two_tests() is None
    assert NOTHING_YET in capsys.readouterr().out


def test_a_case_of_the_course_is_found_by_its_id_and_no_other_is():
    assert shipped("quernmouth-gate") is load_shipped().cases["quernmouth-gate"]
    with pytest.raises(UnknownError, match="blinken-lavrov, quernmouth-gate"):
        shipped("nordo-ferry")


def test_a_form_that_asks_how_sure_you_are_says_so_where_it_is_left_out(folder, capsys):
    right = load_shipped().exercise("form-a").task.right().to_json()
    assert '"sure": {"a1": "75"}' in repr(check("form-a", right["placed"]))
    assert not (folder / "answers" / "form-a.json").exists()


def test_today_s_forms_are_laid_side_by_side_with_how_sure_one_was_and_go_before_earlier_ones(folder, capsys):
    for name in FORMS:
        keep_whole(name, folder)
    assert "Sure" not in repr(two_tests())
    for name in load_shipped().syllabus.forms():
        check(name, load_shipped().exercise(name).task.right().to_json())
    shown = repr(two_tests())
    assert "Sure, in 100" in shown
    assert shown.count("12 of 12") == 2
