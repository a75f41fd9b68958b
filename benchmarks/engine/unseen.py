"""What a scan finds on events that no rule was made from, beside the two cases that rules were made with.

    python benchmarks/engine/unseen.py [--json FILE] [--wrong] [--write]

Prints the tables that the README shows; `--write` puts them there, `--wrong` lists every wrong proposal instead.
"""

import argparse
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import measures
from fresh_events import Event, events
from judging import FACTS
from measured import LEVELS, ROWS, Measured, Row, Rows, by_label, developed, measured, scanned
from printed import README, line, write
from ranking import FIRST, area, first

from samestory.case import Case, load_case
from samestory.course import case_folders

SHOWN = {
    "number": "numbers told differently",
    "day": "days",
    "name": "names",
    "altered-quotation": "altered quotations",
    "cut-quotation": "quotations cut short",
    "turned": "a sense turned round",
    "lost-hedge": "a lost “may” or “it is said”",
    "doubled": "words or paragraphs printed twice",
    "odd-phrase": "odd phrases",
}
ALIKE = ("altered-quotation", "name", "slip", "artifact", "headline", "attribution", "wire-copy")


def table(one: Measured) -> str:
    """The figures as a table in Markdown, a row a kind."""
    shown = [level for level in LEVELS if any(row.of(level).of for row in one.rows.values())]
    rows: list[tuple[str, Row]] = [(kind, one.rows[kind]) for kind in ROWS]
    rows.insert(len(ROWS) - len(FACTS), ("**all these**", one.total))
    heads = ("kind", "found of planted", *(f"right, *{level}*" for level in shown), "wrong in 1,000 words")
    lines = [line(*heads), line(*["---"] * len(heads))]
    for name, row in rows:
        rights = [str(row.of(level)) for level in shown]
        lines.append(line(name, str(row.found), *rights, f"{one.false_alarms(row):.2f}"))
    return "\n".join(lines)


def below(one: Measured) -> str:
    """What the table has no column for."""
    quoted = one.weighed("altered-quotation")
    under = area(quoted)
    curve = "" if under is None else f", area under the curve {under:.2f}"
    return (
        f"{one.words:,} words. All accounts of an event put together: {one.together}. Sound look-alikes left alone: "
        f"{one.left_alone}. Odd phrases in machine texts that bear no label, not judged: {one.open}. Altered "
        f"quotations, the surest and weightiest first: {first(quoted)} of the first {FIRST} are right{curve}."
    )


def alike(*columns: tuple[str, Rows]) -> str:
    """Several measurements by label, side by side: found of planted, right of proposed."""
    heads = ["label", *(f"{name}: {what}" for name, _ in columns for what in ("found", "right"))]
    lines = [line(*heads), line(*["---"] * len(heads))]
    for label in ALIKE:
        of = [rows.get(label, Row()) for _, rows in columns]
        lines.append(line(label, *(str(share) for row in of for share in (row.found, row.proposals))))
    return "\n".join(lines)


def tables(fresh: Sequence[Event], cases: Iterable[Case]) -> dict[str, str]:
    """Every table, by the name of its place in the README."""
    bare, recorded = scanned(fresh, recorded=False), scanned(fresh, recorded=True)
    parts = {name: measured(scans) for name, scans in (("bare", bare), ("recorded", recorded))}
    columns = ("the cases", developed(cases)), ("fresh", by_label(recorded)), ("fresh, bare", by_label(bare))
    return {**{name: f"{table(one)}\n\n{below(one)}" for name, one in parts.items()}, "alike": alike(*columns)}


def on_the_page(one: Measured) -> dict[str, Any]:
    """The slot of the book's page on evidence: each kind, and all together, without what is no fault."""
    rows = [(SHOWN[kind], one.rows[kind]) for kind in SHOWN] + [("all these", one.total)]
    cells = [
        [name, str(row.found), str(row.proposals) if row.proposals.of else "nothing proposed"] for name, row in rows
    ]
    return {
        "columns": ["Kind", "Found of those planted", "Right of what was proposed"],
        "rows": cells,
        "said": "Seventeen events written and labelled before anybody looked at a rule, three articles each and no "
        "record; in brackets the 95 % interval",
    }


def shipped() -> list[Case]:
    """The two cases that rules were made with."""
    return [case for case in map(load_case, case_folders()) if not case.tests_only]


def wrong(one: Measured) -> Iterator[str]:
    """Each wrong proposal in a line, with the sound look-alike on which it stands."""
    for event, judged in one.wrong:
        it = judged.candidate
        like = f" (sound: {judged.look_alike.why})" if judged.look_alike else ""
        yield f"{event} {it.article}: {it.certainty} {it.rule}: “{it.text}” -> {it.suggests}{like}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures of the fresh events to FILE")
    parser.add_argument("--wrong", action="store_true", help="list the wrong proposals instead")
    parser.add_argument("--write", action="store_true", help="put the tables into the README")
    wanted = parser.parse_args()
    fresh = events()
    if wanted.wrong or wanted.json:
        both = {name: measured(scanned(fresh, name == "recorded")) for name in ("bare", "recorded")}
    if wanted.json:
        wanted.json.write_text(json.dumps({name: one.to_json() for name, one in both.items()}, indent=1), "utf-8")
    if wanted.wrong:
        for name, one in both.items():
            print(f"\n{name}", *wrong(one), sep="\n")
        return
    parts = tables(fresh, shipped())
    print(*parts.values(), sep="\n\n")
    if wanted.write:
        write(parts, README)
        measures.write("fresh", on_the_page(measured(scanned(fresh, recorded=False))))


if __name__ == "__main__":
    main()
