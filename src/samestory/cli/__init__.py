"""The `samestory` command: a file for each, found by being in a folder here, with `add_to(commands)` and `run`."""

import argparse
import importlib
import io
import pkgutil
import sys
from collections.abc import Iterator, Sequence

from samestory import __version__
from samestory.errors import SameStoryError

FINE, FAULTS, MISUSED = 0, 1, 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; exit code 0 fine, 1 faults found, 2 used wrongly."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a character that this terminal can't show stops nothing
    parser = argparse.ArgumentParser("samestory", description="Read the news against itself, and grade how it went.")
    parser.add_argument("--version", action="version", version=f"samestory {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name in sorted(_commands(), key=lambda name: name.rpartition(".")[2]):
        # Every command is imported for any of them, so each imports what is heavy inside its `run`.
        importlib.import_module(name).add_to(commands)
    arguments = parser.parse_args(argv)
    try:
        return int(arguments.run(arguments))
    except SameStoryError as error:
        print(error, file=sys.stderr)
        return FAULTS
    except KeyboardInterrupt:
        # What shells return for a program that Ctrl-C has ended: 128 and the number of the signal.
        return 130
    except BrokenPipeError:
        # Python flushes what is left as it ends, and would print a complaint about the pipe.
        sys.stderr.close()
        return FAULTS


def _commands() -> Iterator[str]:
    """The modules of the commands."""
    for module in pkgutil.walk_packages(__path__, f"{__name__}."):
        folders = module.name.count(".") - __name__.count(".") - 1
        if folders and not module.ispkg and "._" not in module.name:
            yield module.name
