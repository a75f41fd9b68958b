"""`samestory reuse`: who printed whose words, in a corpus of up to some millions of articles."""

import argparse
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from samestory.cli import FINE, MISUSED

if TYPE_CHECKING:
    from samestory.archive import Summary
    from samestory.archive.run import Progress

_FIELDS = ("id", "text", "outlet", "published")
_STEPS = {
    "reading": "Reading the corpus",
    "prints": "Taking fingerprints",
    "meetings": "Looking for what is shared",
    "promising": "Choosing pairs",
    "found": "Comparing closely",
    "results": "Writing the results",
}


def add_to(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("reuse", help="find who printed whose words in an archive of articles")
    parser.add_argument(
        "corpus", type=Path, metavar="CORPUS", help="a folder or file: .txt, .jsonl, .jsonl.gz, .parquet"
    )
    parser.add_argument("--out", type=Path, default=Path("reuse"), metavar="FOLDER", help="for the results (reuse)")
    for name in _FIELDS:
        parser.add_argument(f"--{name}-field", default=name, metavar="NAME", help=f"what the corpus calls the {name}")
    parser.add_argument("--least-words", type=int, default=20, metavar="N", help="that a pair must share (20)")
    parser.add_argument(
        "--most-holders", type=int, default=50, metavar="N", help="articles that make a run of words boilerplate (50)"
    )
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1, metavar="N", help="processes (one a core)")
    parser.add_argument("--memory", type=float, metavar="GIB", help="for all of them, more or less (1 for each)")
    parser.add_argument("--scheduler", metavar="ADDRESS", help="do the work on this Dask cluster: tcp://host:8786")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Find reuse and print what was found; 0 fine, 1 nothing could be done, 2 a number that is none."""
    if min(arguments.least_words, arguments.most_holders, arguments.workers) < 1 or (
        arguments.memory is not None and arguments.memory <= 0
    ):
        print("--least-words, --most-holders, --workers and --memory must be above 0.", file=sys.stderr)
        return MISUSED
    from samestory.archive import Corpus, Fields, ReuseSettings, find_reuse

    fields = Fields(*(getattr(arguments, f"{name}_field") for name in _FIELDS))
    memory = int(1024 * (arguments.workers if arguments.memory is None else arguments.memory))
    settings = ReuseSettings(arguments.most_holders, arguments.least_words, memory, arguments.workers)
    corpus = Corpus(arguments.corpus, fields)
    with _bars() as told:
        found = find_reuse(corpus, arguments.out, settings, arguments.scheduler, told)
    print("\n".join(_lines(found, arguments.out, corpus.others)))
    return FINE


@contextmanager
def _bars() -> Iterator["Progress"]:
    """A bar for each step, where somebody sees it."""
    from tqdm import tqdm

    bar: Any = None
    step = ""

    def told(name: str, done: int, of: int) -> None:
        nonlocal bar, step
        if name != step:
            if bar is not None:
                bar.close()
            unit = "article" if name == "reading" else "shard"
            bar = tqdm(desc=_STEPS[name], total=of or None, unit=unit, disable=not sys.stderr.isatty())
            step = name
        bar.update(done - bar.n)

    try:
        yield told
    finally:
        if bar is not None:
            bar.close()


def _lines(found: "Summary", out: Path, others: dict[str, int]) -> list[str]:
    """What a person wants to know first."""
    lines = [
        f"{found.articles:,} articles of {found.rows:,} rows were compared.",
        f"{found.pairs:,} pairs share {found.passages:,} passages and make {found.clusters:,} clusters.",
    ]
    if found.copies:
        lines.append(f"{found.copies:,} articles are exact copies; each makes a pair with the first that has its text.")
    if found.undated:
        lines.append(f"{found.undated:,} have no day that can be read, so who was first leaves them open.")
    if found.frequent:
        lines.append(
            f"{found.frequent:,} sampled runs of words stand in too many articles and led to no pair, such as:"
        )
        lines += [f"  {_shown(one)}" for one in found.boilerplate[:3]]
    if found.left_out:
        lines.append(f"Rows that were left out ({out / 'left-out.jsonl'} lists each):")
        lines += [f"  {count:,}: {_shown(why)}" for why, count in found.left_out.items()]
    if others:
        kinds = ", ".join(f"{count:,} {ending or 'without an ending'}" for ending, count in sorted(others.items()))
        lines.append(_shown(f"Files of other kinds were not read: {kinds}."))
    return [*lines, f"The results are in {out}; open {out / 'timeline.html'} first."]


def _shown(line: str) -> str:
    """The line without what a corpus could steer the terminal by."""
    return "".join(mark for mark in line if mark.isprintable())
