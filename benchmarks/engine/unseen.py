"""What a scan finds on events that no rule was made from, beside the two cases that rules were made with.

    python benchmarks/engine/unseen.py [--json FILE] [--wrong] [--missed] [--write]

Prints the tables that the README shows; `--write` puts them there and into the book's page on evidence. `--wrong` lists
every wrong proposal instead, and `--missed` every fault that was not found: who mends rules by the newest set has
used it up.
"""

import argparse
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

import beside_peers
import measures
from beside_peers import Answers, Cell
from by_datasketch import of_pairs
from fresh_events import SETS, fresh
from judging import FACTS, found
from measured import LEVELS, ROWS, Measured, Row, Rows, Scanned, by_label, developed, measured, scanned
from peer_times import told
from printed import README, line, write
from ranking import FIRST, area, first

from samestory.case import Case, load_case
from samestory.course import case_folders
from samestory.scanning import Scan, scan

SHOWN = {
    "number": "numbers told differently",
    "day": "days",
    "name": "names",
    "altered-quotation": "altered quotations",
    "cut-quotation": "quotations cut short",
    "turned": "a sense turned round",
    "lost-hedge": "a lost “may” or “up to”",
    "doubled": "words or paragraphs printed twice",
    "odd-phrase": "odd phrases",
}
ALIKE = ("altered-quotation", "name", "slip", "artifact", "headline", "attribution", "wire-copy")
CASES, MODES = "the cases", ("recorded", "bare")
Modes = Mapping[str, Sequence[Scanned]]


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


def alike(columns: Mapping[str, Rows]) -> str:
    """Several measurements by label, side by side: found of planted, right of proposed."""
    heads = ["label", *(f"{name}: {what}" for name in columns for what in ("found", "right"))]
    lines = [line(*heads), line(*["---"] * len(heads))]
    for label in ALIKE:
        of = [rows.get(label, Row()) for rows in columns.values()]
        lines.append(line(label, *(str(share) for row in of for share in (row.found, row.proposals))))
    return "\n".join(lines)


def labelled(sets: Mapping[str, Modes], cases: Sequence[tuple[Case, Scan]]) -> dict[str, Rows]:
    """Found and right by the project's labels: in the cases, and in each set beside its record."""
    return {CASES: developed(cases), **{name: by_label(modes["recorded"]) for name, modes in sets.items()}}


def peers(sets: Mapping[str, Modes], cases: Sequence[tuple[Case, Scan]]) -> dict[str, dict[Cell, Answers]]:
    """The engine and plain peers on the same tasks, but for datasketch, which needs an environment of its own."""
    found = {name: beside_peers.of_events(modes["recorded"]) for name, modes in sets.items()}
    return {CASES: beside_peers.of_cases(cases), **found}


def with_datasketch(
    columns: Mapping[str, dict[Cell, Answers]], sets: Mapping[str, Modes], cases: Iterable[Case]
) -> dict[str, dict[Cell, Answers]]:
    """The same columns with what datasketch says."""
    events = {name: [one.event for one in modes["recorded"]] for name, modes in sets.items()}
    pairs = {name: list(chain.from_iterable(map(beside_peers.texts, some))) for name, some in events.items()}
    asked = of_pairs({CASES: list(chain.from_iterable(map(beside_peers.copies, cases))), **pairs})
    return {name: {**found, **asked[name]} for name, found in columns.items()}


def tables(sets: Mapping[str, Modes], cases: Sequence[tuple[Case, Scan]]) -> dict[str, str]:
    """Every table of what the engine finds, by the name of its place in the README."""
    parts = {f"{name}-{mode}": measured(modes[mode]) for name, modes in sets.items() for mode in MODES}
    shown = {name: f"{table(one)}\n\n{below(one)}" for name, one in parts.items()}
    return {**shown, "alike": alike(labelled(sets, cases))}


def on_the_page(sets: Mapping[str, Modes]) -> dict[str, Any]:
    """The slot of the book's page on evidence: each kind, and all together, without what is no fault; no record."""
    found = [measured(modes["bare"]) for modes in sets.values()]
    rows = [(SHOWN[kind], [one.rows[kind] for one in found]) for kind in SHOWN]
    rows.append(("all these", [one.total for one in found]))
    counts = [len(modes["bare"]) for modes in sets.values()]
    return {
        "columns": [
            "Kind",
            *(
                f"{n} events: {what}"
                for n in counts
                for what in ("found of those planted", "right of what was proposed")
            ),
        ],
        "rows": [[name, *(cell for row in each for cell in _cells(row))] for name, each in rows],
        "said": "Found and right by kind, without a record (95 % interval)",
    }


def beside(columns: Mapping[str, Rows]) -> list[dict[str, Any]]:
    """What the page draws: by label, found of what there was and right of what was proposed, in each column."""
    counts = {
        label: {
            name: (rows.get(label, Row()).found, rows.get(label, Row()).proposals) for name, rows in columns.items()
        }
        for label in ALIKE
    }
    return [
        {"label": label, **{name: {"found": [a.hit, a.of], "right": [b.hit, b.of]} for name, (a, b) in row.items()}}
        for label, row in counts.items()
    ]


def plainly(columns: Mapping[str, Mapping[Cell, Answers]]) -> dict[str, Any]:
    """The slot of the book's page on evidence for the newest set: the engine beside peers, task by task."""
    newest = columns[SETS[-1]]
    rows = [
        [task, tool, str(each.found), str(each.right) if each.right.of else "nothing said"]
        for task in beside_peers.ORDER
        for tool in (beside_peers.OURS, *(one.name for one in beside_peers.PEERS))
        if (each := newest.get((task, tool)))
    ]
    return {
        "columns": ["Task", "By", "Found of what there is", "Right of what was said"],
        "rows": rows,
        "said": "On the events never seen (95 % interval)",
    }


def read_sets() -> dict[str, Modes]:
    """Every set of fresh events, scanned beside its record and without."""
    return {name: {mode: scanned(fresh(name), mode == "recorded") for mode in MODES} for name in SETS}


def shipped() -> list[Case]:
    """The two cases that rules were made with."""
    return [case for case in map(load_case, case_folders()) if not case.tests_only]


def wrong(one: Measured) -> Iterator[str]:
    """Each wrong proposal in a line, with the sound look-alike on which it stands."""
    for event, judged in one.wrong:
        it = judged.candidate
        like = f" (sound: {judged.look_alike.why})" if judged.look_alike else ""
        yield f"{event} {it.article}: {it.certainty} {it.rule}: “{it.text}” -> {it.suggests}{like}"


def missed(given: Iterable[Scanned]) -> Iterator[str]:
    """Each fault that no proposal names, in a line."""
    for one in given:
        for label, hit in found(one.event, one.seen):
            if not hit:
                yield f"{one.event.name} {label.place.account}: {label.kind}: “{label.says}” ({label.why})"


def _cells(row: Row) -> tuple[str, str]:
    return str(row.found), str(row.proposals) if row.proposals.of else "nothing proposed"


def _listed(sets: Mapping[str, Modes], wanted: argparse.Namespace) -> Iterator[str]:
    for name, modes in sets.items():
        for mode in MODES:
            yield f"\n{name}-{mode}"
            if wanted.wrong:
                yield from wrong(measured(modes[mode]))
            if wanted.missed:
                yield from missed(modes[mode])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures of the fresh events to FILE")
    parser.add_argument("--wrong", action="store_true", help="list the wrong proposals instead")
    parser.add_argument("--missed", action="store_true", help="list the faults that were not found instead")
    parser.add_argument("--write", action="store_true", help="put the tables into the README and the book")
    wanted = parser.parse_args()
    sets = read_sets()
    if wanted.json:
        every = {f"{name}-{mode}": measured(modes[mode]).to_json() for name, modes in sets.items() for mode in MODES}
        wanted.json.write_text(json.dumps(every, indent=1), "utf-8")
    if wanted.wrong or wanted.missed:
        print(*_listed(sets, wanted), sep="\n")
        return
    cases = [(case, scan(case)) for case in shipped()]
    parts = tables(sets, cases)
    columns = with_datasketch(peers(sets, cases), sets, [case for case, _ in cases])
    parts["peers"] = beside_peers.table(columns)
    parts["peers-time"] = told([one.event for modes in sets.values() for one in modes["recorded"]])
    print(*parts.values(), sep="\n\n")
    if wanted.write:
        write(parts, README)
        measures.write("fresh", on_the_page(sets))
        measures.write("alike", beside(labelled(sets, cases)))
        measures.write("peers", plainly(columns))


if __name__ == "__main__":
    main()
