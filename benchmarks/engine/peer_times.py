"""How long the same tasks take the engine and its plain peers, in one run: processor time, as ratios."""

import time
from collections.abc import Callable, Sequence

from baseline import proposals
from beside_peers import OURS, PEERS, derives, texts
from fresh_events import Event
from likeness import Likeness

from samestory.scanning import scan


def told(events: Sequence[Event]) -> str:
    """A sentence for the README; the engine's scan does more than the tasks, and its time is that of all of it."""
    ours = _seconds(lambda: _engine(events))
    ratios = [f"{tool.name} {_seconds(_asked(tool, events)) / ours:.2f} times that" for tool in PEERS]
    return (
        f"Processor time for these tasks on all {len(events)} fresh events, in one run: {OURS} {ours:.1f} s (its scan"
        f" also looks for days, odd phrases, headlines and more), {', '.join(ratios)}."
    )


def _seconds(task: Callable[[], None]) -> float:
    began = time.process_time()
    task()
    return time.process_time() - began


def _engine(events: Sequence[Event]) -> None:
    for event in events:
        scan(event.recorded())
        for pair in texts(event):
            derives(pair.a, pair.b)


def _asked(tool: Likeness, events: Sequence[Event]) -> Callable[[], None]:
    def task() -> None:
        for event in events:
            proposals(event.recorded(), tool)
            for pair in texts(event):
                tool.shares(pair.a, pair.b)

    return task
