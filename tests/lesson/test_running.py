"""A learner's function in the learner's own kernel: run on the inputs, stopped in time, kept as data."""

import os
import signal
import subprocess
import sys
import threading
import time

import made_cases
import pytest
from made_cases import exercise, ferry

from samestory.answer import MIME
from samestory.course import Course
from samestory.exercise.handout import hand_out, handed_out
from samestory.lesson import answering, check, finding
from samestory.lesson.running import NO_LIMIT, end_after, has_limit, run_here, source_of

LONG_AGO_ENOUGH = 20  # seconds; a loop that is not stopped never gets there


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """Where the notebook is; it knows the made-up case."""
    monkeypatch.chdir(tmp_path)
    known = Course({"nordo-ferry": ferry()})
    for module in (answering, finding):
        monkeypatch.setattr(module, "load_shipped", lambda: known)
    return tmp_path


@pytest.fixture(autouse=True)
def as_in_a_cell():
    """Interrupts raise KeyboardInterrupt, as in a notebook's cell, even where the tests run in the background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def count_words(text):
    from samestory.text import words

    return len(words(text))


def test_a_function_is_run_graded_and_kept_with_its_source():
    report = check("ferry-count", count_words)
    assert report.verdict.points == 3
    answer = report._repr_mimebundle_()[MIME]["answer"]
    assert answer["results"] == [{"value": "5"}, {"value": "7"}, {"value": "0"}]
    assert answer["source"].startswith("def count_words(text):")


def test_an_expression_is_checked_as_a_lambda():
    share = lambda delays, limit: sum(one > limit for one in delays) / len(delays)  # noqa: E731
    assert check("ferry-share-of-delays", share).verdict.points == 4


def test_an_error_names_the_line_of_the_cell():
    def oh(text):
        return [][5]

    line = oh.__code__.co_firstlineno + 1
    report = check("ferry-count", oh)
    assert report.verdict.headline == "No value came back that could be graded."
    assert f"Line {line}: a list or a text is shorter" in repr(report)


def test_what_is_no_function_is_said_and_not_kept(folder):
    for answer in (5, "def count_words(text): return 5", None):
        assert check("ferry-count", answer).record is None
    assert not (folder / "answers").exists()


def test_a_function_for_an_exercise_that_asks_for_none_is_refused():
    assert check("ferry-why", count_words).verdict.state == "unreadable"


def test_what_an_assigned_exercise_asks_for_is_run_and_kept_without_a_key(monkeypatch, capsys):
    assigned = handed_out(hand_out(exercise("ferry-count")))
    monkeypatch.setattr(answering, "find", lambda name: assigned)
    report = check("ferry-count", count_words)
    assert report.verdict.state == "recorded"
    assert exercise("ferry-count").verdict(report.record.answer).points == 3
    assert 'count_words("The ferry stays in port.")\n    5\n' in capsys.readouterr().out


def forever(text):
    while text:
        pass
    return 0


def asleep(text):
    time.sleep(60)


@pytest.mark.parametrize("function", [forever, asleep])
def test_what_does_not_end_is_stopped_and_said(function):
    began = time.monotonic()
    answer = run_here(exercise("ferry-count").view(), function, within=0.3)
    assert time.monotonic() - began < LONG_AGO_ENOUGH
    assert len(answer["results"]) == 3
    assert "did not end within 0.3 seconds" in answer["results"][0]["error"]
    assert exercise("ferry-count").verdict(answer).points == 0


def test_what_was_returned_in_time_counts():
    def late(text):
        return forever(text) if "Monday" in text else len(text.split())

    answer = run_here(exercise("ferry-count").view(), late, within=0.3)
    assert answer["results"][0] == {"value": "5"}
    assert [list(one) for one in answer["results"]] == [["value"], ["error"], ["error"]]


def test_the_interrupt_of_a_limit_never_arrives_late():
    ended = 0
    try:
        for _ in range(200):
            end_after(0.002, lambda: time.sleep(0.0019))
            ended += 1
        time.sleep(0.01)  # long enough for an interrupt that is on its way
    except KeyboardInterrupt:
        pytest.fail(f"an interrupt arrived after the work of turn {ended}")
    assert ended == 200


def test_an_interrupt_by_the_learner_goes_through():
    def interrupted(text):
        signal.raise_signal(signal.SIGINT)

    with pytest.raises(KeyboardInterrupt):
        run_here(exercise("ferry-count").view(), interrupted)


IN_THE_BACKGROUND = """
import signal, sys, time
sys.path.insert(0, sys.argv[1])
from made_cases import ferry
from samestory.lesson.running import run_here
assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
def forever(text):
    while True:
        pass
for function in (forever, lambda text: time.sleep(60)):
    print(run_here(ferry().exercises["ferry-count"].view(), function, within=0.3)["results"][2]["error"])
assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows starts no program with interrupts ignored")
def test_the_limit_holds_in_a_program_that_was_started_in_the_background():
    done = subprocess.run(
        [sys.executable, "-c", IN_THE_BACKGROUND, os.path.dirname(made_cases.__file__)],
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_IGN),
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.stdout.count("did not end within 0.3 seconds") == 2, done.stderr
    assert done.returncode == 0, done.stderr


def by_itself(number, frame):
    """What a program of somebody's does with an interrupt."""
    heard.append(number)


heard: list[int] = []
HANDLERS = [by_itself, signal.SIG_IGN, signal.SIG_DFL, signal.default_int_handler]


@pytest.fixture(params=HANDLERS, ids=["own", "ignored", "default", "Python's"])
def handler(request):
    """What interrupts do in the program around."""
    before = signal.signal(signal.SIGINT, request.param)
    heard.clear()
    yield request.param
    signal.signal(signal.SIGINT, before)


@pytest.mark.parametrize("function", [forever, asleep])
def test_the_limit_holds_whatever_interrupts_do_and_they_do_it_again_afterwards(handler, function):
    answer = run_here(exercise("ferry-count").view(), function, within=0.2)
    assert "did not end within 0.2 seconds" in answer["results"][0]["error"]
    assert signal.getsignal(signal.SIGINT) is handler
    assert heard == []


def test_what_ends_in_time_changes_nothing_about_interrupts(handler):
    answer = run_here(exercise("ferry-count").view(), count_words)
    assert answer["results"][0] == {"value": "5"}
    assert signal.getsignal(signal.SIGINT) is handler


def test_an_interrupt_that_a_program_handles_itself_reaches_it_while_a_function_runs():
    before = signal.signal(signal.SIGINT, by_itself)
    heard.clear()
    try:
        answer = run_here(exercise("ferry-count").view(), lambda text: signal.raise_signal(signal.SIGINT))
    finally:
        signal.signal(signal.SIGINT, before)
    assert heard == [signal.SIGINT] * 3
    assert answer["results"] == [{"value": "None"}] * 3


def test_an_interrupt_that_goes_through_leaves_no_other_to_come():
    with pytest.raises(KeyboardInterrupt):
        end_after(0.1, lambda: signal.raise_signal(signal.SIGINT))
    time.sleep(0.3)  # the limit would be over by now
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def in_a_thread(work):
    found: list = []
    thread = threading.Thread(target=lambda: found.append(work()))
    thread.start()
    thread.join()
    return found[0]


def test_outside_the_main_thread_a_function_runs_without_a_limit():
    assert has_limit()
    assert in_a_thread(has_limit) is False
    found = in_a_thread(lambda: run_here(exercise("ferry-count").view(), count_words))
    assert found["results"][0] == {"value": "5"}


def test_where_there_is_no_limit_the_learner_is_told_before_the_function_runs(capsys):
    said: list[str] = []

    def listening(text):
        said.append(capsys.readouterr().out)
        return count_words(text)

    assert in_a_thread(lambda: check("ferry-count", listening)).verdict.points == 3
    assert said[0] == NO_LIMIT + "\n"
    assert check("ferry-count", count_words).verdict.points == 3
    assert check("ferry-why", "because") is not None
    assert NO_LIMIT not in capsys.readouterr().out


def test_a_source_that_is_not_known_is_empty_and_a_long_one_is_cut():
    assert source_of(len) == ""
    names: dict = {}
    exec("def f(text): return 1", names)
    assert source_of(names["f"]) == ""
    assert len(source_of(pytest.fixture)) <= 3000
