"""`samestory desk CASE`: decide in the browser on what the tool proposes; the decisions are kept beside the case."""

import argparse
import sys
from pathlib import Path
from typing import Any

from samestory.cli import FAULTS, FINE, MISUSED
from samestory.errors import SameStoryError


def add_to(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("desk", help="decide in the browser on what the tool proposes in a case")
    parser.add_argument("case", type=Path, metavar="CASE", help="a case’s folder, or a .zip saved by the web page")
    parser.add_argument("--as", dest="by", metavar="NAME", default="", help="who decides (default: author)")
    parser.add_argument("--port", type=int, default=0, help="the port to listen on (default: any free one)")
    parser.add_argument("--no-browser", action="store_true", help="print the address and open no browser")
    parser.add_argument(
        "--merge", type=Path, action="append", default=[], metavar="FILE",
        help="take in the decisions of another person’s desk.yml or .zip, say how far both agree, and end",
    )  # fmt: skip
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Serve the desk until Ctrl-C; 0 fine, 1 a case that is not sound, 2 used wrongly."""
    from samestory.desk.session import DeskSession

    folder = _folder(arguments.case)
    if not (folder / "case.yml").is_file():
        do = f"make a case first: samestory new {folder.name or 'my-event'} FILES"
        print(f"{folder} holds no case.yml; {do}.", file=sys.stderr)
        return MISUSED
    session = DeskSession(folder, arguments.by or "author")
    if arguments.merge:
        return _merge(session, arguments.merge)
    found = session.ask({"op": "open"})
    if "trouble" in found:
        print(found["trouble"], file=sys.stderr)
        return FAULTS
    return _serve(session, arguments)


def _folder(named: Path) -> Path:
    """The case's folder; a .zip is unpacked beside itself first."""
    from samestory.desk.packed_case import holds_case, packed_name, unpack_case

    if not named.is_file():
        return named
    content = named.read_bytes()
    if not holds_case(content):
        raise SameStoryError(f"{named} is no packed case: name the folder of a case, or a .zip of one.")
    folder = named.parent / packed_name(content)
    if folder.exists():
        raise SameStoryError(
            f"{folder} is there already: samestory desk {folder} opens it, and with --merge {named} it takes in the "
            "decisions of the file."
        )
    unpack_case(content, folder)
    print(f"Unpacked into {folder}.")
    return folder


def _merge(session: Any, files: list[Path]) -> int:
    import base64

    for path in files:
        try:
            content = base64.b64encode(path.read_bytes()).decode()
        except OSError as error:
            raise SameStoryError(f"{path} can’t be opened ({error.strerror}): name a desk.yml or a .zip.") from error
        reply = session.ask({"op": "merge", "content": content})
        if "trouble" in reply:
            print(reply["trouble"], file=sys.stderr)
            return FAULTS
        print(f"{path}: {reply['said']}")
    print("\n".join(reply["desk"]["agreement"]))
    disputed = [card for card in reply["desk"]["cards"] if card["state"] == "disputed"]
    if disputed:
        print(f"{len(disputed)} to settle: samestory desk {session.folder} shows both decisions.")
    return FINE


def _serve(session: Any, arguments: argparse.Namespace) -> int:
    import webbrowser

    from samestory.desk.server import DeskServer

    try:
        server = DeskServer(session, arguments.port)
    except (OSError, OverflowError) as error:
        raise SameStoryError(
            f"Port {arguments.port} can’t be had: leave --port out, and a free one is taken."
        ) from error
    print(
        f"The desk is at {server.address}  (Ctrl-C stops; decisions are in {session.folder / 'desk.yml'})", flush=True
    )
    if not arguments.no_browser:
        webbrowser.open(server.address)
    with server:
        try:
            server.serve_forever(poll_interval=0.1)
        except KeyboardInterrupt:
            print("\nStopped.")
    return FINE
