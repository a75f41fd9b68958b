"""The line under an exercise: the output that holds the record of the answer, and what it tells the learner."""

import html
from datetime import UTC, datetime
from typing import Any

from samestory.answer import MIME, Record
from samestory.answer.record import instant

# A saved notebook that is opened on a fresh kernel has a place for the exercise and nothing to draw there.
# JupyterLab says "model not found" in it; these rules, saved with the line, show what to do instead.
EMPTY = ".jp-OutputArea-child:not(:has(.jp-OutputArea-output>*))"
LOOK = (
    f"{EMPTY}:has(+* .ss-kept){{display:none}}"
    f"{EMPTY}+* .ss-again{{display:inline;animation:ss-again 2s}}"
    # Hidden for two seconds, in which a widget has time to appear: the line would else flash up with every run.
    "@keyframes ss-again{0%,99%{visibility:hidden}}"
)
YEAR_2100 = 4_102_444_800  # seconds since 1970; a later time is no time that a learner should be shown


class KeptLine:
    """What stands in the output under exercise `number`.

    `record` may be one that the exercise can't read any more: it is held all the same, so that it is not lost.
    `handle` is what IPython's display returned for the line, and changes it where it stands.
    """

    def __init__(self, number: int, record: Record | None, readable: bool = True) -> None:
        self._number, self._record, self._readable = number, record, readable
        self._trouble = ""
        self.handle: Any = None

    def keep(self, record: Record, trouble: str = "") -> None:
        """Hold this record from now on; `trouble` is said beside it."""
        self._record, self._readable, self._trouble = record, True, trouble
        self.redraw()

    def redraw(self, drawing: int = 0) -> None:
        """Show the line again; `drawing` is written into it, for the front end to see whether it arrives."""
        if self.handle is not None:
            self.handle.update(self.bundle(drawing), raw=True)

    def bundle(self, drawing: int = 0) -> dict[str, Any]:
        """Return the output: the record under its own type, and the line as HTML and as text."""
        does = "see it in" if self._record else "do"
        again = f" To {does} exercise {self._number}, choose Run, then Run All Cells."
        arrived = f' data-drawing="{drawing}"' if drawing else ""
        line = (
            f'<style>{LOOK}</style><span class="ss-kept"{arrived}>{html.escape(self.text)}'
            f'<span class="ss-again" hidden>{again}</span></span>'
        )
        shown = {"text/html": line, "text/plain": self.text}
        return {MIME: self._record.to_json(), **shown} if self._record else shown

    @property
    def text(self) -> str:
        """What the learner reads."""
        if self._record is None:
            return "No answer kept yet."
        if not self._readable:
            return "Your answer to an earlier version of this exercise is kept in this notebook."
        return f"Answer kept in this notebook{_given(self._record)}. {self._trouble}".strip()


def _given(record: Record) -> str:
    seconds = instant(record.when)
    # The record may come from a machine whose clock was wrong, or from nobody’s clock at all.
    if seconds is None or not 0 <= seconds < YEAR_2100:
        return ""
    moment = datetime.fromtimestamp(seconds, UTC)
    return f" ({moment.day} {moment:%B %Y, %H:%M} UTC)"
