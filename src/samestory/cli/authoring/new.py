"""`samestory new NAME FILES...`: make a case out of files as people have them."""

import argparse
import re
import sys
from pathlib import Path
from typing import Any

from samestory.cli import FINE, MISUSED
from samestory.cli.authoring._taking import take_aloud, told_of
from samestory.errors import SameStoryError

_ID = re.compile(r"[a-z0-9][a-z0-9-]{1,47}")


def add_to(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "new", help="make a case out of texts: .txt, saved pages, .docx, .pdf, a folder, a .zip"
    )
    parser.add_argument("case", type=Path, metavar="NAME", help="the case’s folder, which is made: suez")
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="files, folders, .zip; - is pasted text")
    parser.add_argument("--title", metavar="TITLE", help="what the case is called (NAME, if not given)")
    parser.add_argument("--example", action="store_true", help="a small ready case, all made up, to look at and change")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the case; 0 fine, 1 it can't be written, 2 used wrongly, or no file could be read."""
    from samestory.inbox.made import make_case, slug

    folder: Path = arguments.case
    name = folder.resolve().name
    if not _ID.fullmatch(name):
        print(
            f"{name!r} can’t name a case: take small letters, digits and hyphens, such as {slug(name)}.",
            file=sys.stderr,
        )
        return MISUSED
    if folder.is_file() or (folder.is_dir() and any(folder.iterdir())):
        do = f"name another, or add to it: samestory add {folder} FILES"
        print(f"{folder} is there already: {do}.", file=sys.stderr)
        return MISUSED
    if arguments.example:
        return _example(folder, arguments.files)
    if _is_packed_case(arguments.files):
        return _unpack(arguments.files[0], folder)
    texts = take_aloud(arguments.files)
    if not texts:
        print("No text was read, and no case made: name files with words in them.", file=sys.stderr)
        return MISUSED
    try:
        kept = make_case(folder, " ".join((arguments.title or name.replace("-", " ").capitalize()).split()), texts)
    except OSError as error:
        raise SameStoryError(f"{folder} can’t be written ({error.strerror}): name another folder.") from error
    print(f"{folder}: a case with {len(kept)} {'text' if len(kept) == 1 else 'texts'}.")
    print("\n".join(line for one in kept for line in told_of(one.taken)))
    if len(kept) < len(texts):
        print(f"  Of the same text there is one article: {len(texts) - len(kept)} left out.")
    print("Texts are in articles/, your files in inbox/" + (", what was left out in cut/." if _has_cut(texts) else "."))
    print(f"Next: samestory scan {folder} proposes what to look at; samestory check {folder} lists what is to do.")
    return FINE


def _example(folder: Path, files: list[Path]) -> int:
    """Write the shipped example under this name."""
    from samestory.draft.ready import write_example

    if files:
        print("--example takes no files: leave them out, or leave --example out.", file=sys.stderr)
        return MISUSED
    try:
        write_example(folder)
    except OSError as error:
        raise SameStoryError(f"{folder} can’t be written ({error.strerror}): name another folder.") from error
    print(f"{folder}: three accounts of an event that never was, with a record, findings, controls and exercises.")
    print(f"Next: samestory build {folder} --out {folder.name}-lesson, then open {folder.name}-lesson/lesson.html.")
    return FINE


def _has_cut(texts: list[Any]) -> bool:
    return any(one.cut for one in texts)


def _is_packed_case(files: list[Path]) -> bool:
    from samestory.desk.packed_case import holds_case

    return (
        len(files) == 1
        and files[0].suffix.lower() == ".zip"
        and files[0].is_file()
        and holds_case(files[0].read_bytes())
    )


def _unpack(packed: Path, folder: Path) -> int:
    """Write the case that the desk's page has saved, under this name."""
    from samestory.desk.case_edit import ids_in, with_name
    from samestory.desk.packed_case import unpack_case

    unpack_case(packed.read_bytes(), folder)
    path = folder / "case.yml"
    typed = with_name(path.read_text(encoding="utf-8"), folder.resolve().name, None)
    path.write_bytes(typed.encode())
    count = len(ids_in(typed, "articles"))
    print(f"{folder}: a case with {count} {'text' if count == 1 else 'texts'}, as it was saved.")
    print(f"Next: samestory desk {folder} goes on deciding; samestory check {folder} lists what is to do.")
    return FINE
