"""`samestory report`: make the class page again from `results.json`, without the files that were handed in."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from samestory.cli import FINE, MISUSED
from samestory.errors import SameStoryError

if TYPE_CHECKING:
    from samestory.teach.keys import Keys


def add_to(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("report", help="make the class page again from results.json")
    parser.add_argument("results", type=Path, metavar="DIR", help="the folder that `samestory grade` wrote")
    parser.add_argument("--keys", type=Path, metavar="DIR", help="your folder with keys of assigned exercises")
    parser.add_argument("--case", type=Path, metavar="CASE", help="your own case, as `samestory grade` had it")
    parser.add_argument(
        "--with-keys", action="store_true", help="with the choices in tests and assigned exercises: not for the wall"
    )
    parser.add_argument("--anonymous", type=Path, metavar="FILE", help="also a long table without names, as CSV")
    parser.add_argument("--salt", type=Path, metavar="FILE", help="your salt, kept apart (default: beside the results)")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write `class.html` beside the results; 0 fine, 2 used wrongly."""
    from samestory.course import using

    with using(*([arguments.case] if arguments.case else ())):
        return _run(arguments)


def _run(arguments: argparse.Namespace) -> int:
    from samestory.course import load_shipped
    from samestory.teach.classroom.class_page import write_class_page
    from samestory.teach.keys import load_keys
    from samestory.teach.report.outbox import Outbox

    folder, course = arguments.results, load_shipped()
    results = folder / "results.json"
    if not results.is_file():
        print(f"There is no {results}: name the folder that `samestory grade` wrote.", file=sys.stderr)
        return MISUSED
    if arguments.anonymous and arguments.anonymous.exists() and arguments.anonymous.samefile(results):
        print(f"{results} stays as it is: name another file for the table without names.", file=sys.stderr)
        return MISUSED
    try:
        keys, outbox = load_keys(course, arguments.keys, bool(arguments.case)), Outbox(folder)
        name = write_class_page(folder, keys, course, outbox, arguments.with_keys)
        if arguments.anonymous:
            _write_anonymous(folder, keys, arguments.anonymous, arguments.salt or folder / "salt.txt")
    except SameStoryError as error:
        print(error, file=sys.stderr)
        return MISUSED
    except OSError as error:
        print(f"{folder} can’t be written to: {error.strerror}. Name a folder that can.", file=sys.stderr)
        return MISUSED
    for kept in outbox.set_aside:
        print(f"Kept as {kept}: it has been changed since it was written.")
    print(f"Class page: {folder / name}")
    if arguments.anonymous:
        salt = arguments.salt or folder / "salt.txt"
        print(f"Without names: {arguments.anonymous}, and its codebook. Keep {salt} to yourself.")
    return FINE


def _write_anonymous(folder: Path, keys: "Keys", out: Path, salt: Path) -> None:
    from samestory.answer.writing import written_whole
    from samestory.teach.classroom.anonymous import CODEBOOK, anonymous_lines, as_csv, kept_salt
    from samestory.teach.classroom.sitting import sittings

    try:
        secret = kept_salt(salt)
    except ValueError:
        raise SameStoryError(f"{salt} holds no salt: name another file, which is then made.") from None
    with written_whole(out) as file:
        file.writelines(as_csv(anonymous_lines(sittings(folder / "results.json"), keys, secret)))
    with written_whole(out.with_name(f"{out.stem}-codebook.md")) as file:
        file.write(CODEBOOK.encode())
