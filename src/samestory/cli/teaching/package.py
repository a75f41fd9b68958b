"""`samestory package LESSON`: a lesson as a file for a learning platform: SCORM, cmi5, a quiz, an autograder."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from samestory.cli import FINE, MISUSED
from samestory.errors import SameStoryError


def add_to(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("package", help="pack a lesson for a learning platform: SCORM, cmi5, Moodle, QTI")
    parser.add_argument("lesson", metavar="LESSON", help="such as 07-odd-phrases, or the page of a test")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="the folder that the files go to")
    parser.add_argument(
        "--scorm", choices=("1.2", "2004"), action="append", default=[], help="a package that most platforms play"
    )
    parser.add_argument("--cmi5", action="store_true", help="a package for platforms with a learning record store")
    parser.add_argument("--moodle", action="store_true", help="questions for Moodle’s question bank (XML)")
    parser.add_argument("--qti", action="store_true", help="questions for other platforms (QTI 2.1)")
    parser.add_argument("--gradescope", action="store_true", help="Gradescope’s autograder for this lesson’s notebook")
    parser.add_argument("--keys", type=Path, metavar="DIR", help="with --gradescope: your own exercises and their keys")
    parser.add_argument("--wheel", type=Path, metavar="FILE", help="with --gradescope: a wheel of samestory to install")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write what was asked for into DIR; 0 fine, 2 used wrongly."""
    try:
        files = dict(_files(arguments))
        if not files:
            raise SameStoryError("Say what to make: --scorm 1.2, --scorm 2004, --cmi5, --moodle, --qti, --gradescope.")
        arguments.out.mkdir(parents=True, exist_ok=True)
        for name, data in files.items():
            (arguments.out / name).write_bytes(data)
            print(f"{arguments.out / name}: {max(1, len(data) // 1024)} KiB")
    except SameStoryError as error:
        print(error, file=sys.stderr)
        return MISUSED
    except OSError as error:
        print(f"{error.filename or arguments.out}: {error.strerror}.", file=sys.stderr)
        return MISUSED
    return FINE


def _files(asked: argparse.Namespace) -> Iterator[tuple[str, bytes]]:
    if asked.scorm or asked.cmi5:
        from samestory.package.lesson_page import lesson_page
        from samestory.package.scorm import package

        page = lesson_page(asked.lesson)
        for edition in asked.scorm:
            how = "scorm-1.2" if edition == "1.2" else "scorm-2004"
            yield f"{asked.lesson}-{how}.zip", package(page, how)  # type: ignore[arg-type]
        if asked.cmi5:
            yield f"{asked.lesson}-cmi5.zip", package(page, "cmi5")
    if asked.moodle or asked.qti:
        yield from _quiz(asked)
    if asked.gradescope:
        yield f"{asked.lesson}-gradescope.zip", _autograder(asked)


def _quiz(asked: argparse.Namespace) -> Iterator[tuple[str, bytes]]:
    from samestory.course import load_shipped
    from samestory.package.quiz.moodle import moodle_xml
    from samestory.package.quiz.qti import ALL_OR_NOTHING, qti_zip
    from samestory.package.quiz.question import quiz_of

    course = load_shipped()
    if asked.lesson not in course.lessons:
        raise SameStoryError(f"There is no lesson {asked.lesson!r}: name one of {', '.join(course.lessons)}.")
    questions, unfit = quiz_of(course.lesson(asked.lesson))
    if not questions:
        raise SameStoryError(f"No exercise of {asked.lesson} fits a quiz: pack the lesson with --scorm or --cmi5.")
    if asked.moodle:
        yield f"{asked.lesson}-moodle.xml", moodle_xml(questions, asked.lesson)
    if asked.qti:
        yield f"{asked.lesson}-qti.zip", qti_zip(questions, asked.lesson, asked.lesson)
    print(f"{len(questions)} exercises are questions.")
    for left in unfit:
        print(f"  Left out: “{left.exercise.card.title}” ({left.why}).")
    for one in questions:
        lost = (*one.lost, ALL_OR_NOTHING) if asked.qti and one.form == "order" else one.lost
        if lost:
            print(f"  “{one.title}”: {'; '.join(lost)}.")


def _autograder(asked: argparse.Namespace) -> bytes:
    from samestory.course import load_shipped
    from samestory.teach.graders.gradescope import autograder
    from samestory.teach.keys import load_keys

    keys = load_keys(load_shipped(), asked.keys)
    if asked.lesson not in keys.lessons:
        raise SameStoryError(f"There is no lesson {asked.lesson!r}: name one of {', '.join(keys.lessons)}.")
    files = [path for path in asked.keys.iterdir() if path.suffix in (".yml", ".yaml")] if asked.keys else []
    return autograder(asked.lesson, files, asked.wheel)
