"""The explorer where a kernel runs: ipywidgets that call the lesson's function each time something is chosen."""

import html
from collections.abc import Callable, Sequence
from typing import Any

import anywidget
import ipywidgets
import traitlets

from samestory.widget.bundle import bundle, styles
from samestory.widget.explorer.element import ControlKind, ExplorerState, is_ticked, state_html

BROKEN = "This stop could not be drawn: {error}. Choose Run, then Run All Cells, and try again."


class Manners(anywidget.AnyWidget):
    """Shows nothing: teaches the widgets around it what they lack in a notebook.

    JupyterLab adds and deletes cells on single letters unless the focused element asks it not to; a slider says the
    number of its stop, and not its text; what grows pushes the cells below away.
    """

    _esm = bundle()
    _css = styles()
    explorer = traitlets.Dict().tag(sync=True)


def explorer_widget(
    label: str,
    control: ControlKind,
    names: Sequence[str],
    states: Sequence[ExplorerState],
    start: int,
    draw: Callable[[int], str],
) -> ipywidgets.VBox:
    """Return the widgets of an explorer that starts with the state `start`; `draw` gives the HTML of another."""
    area = ipywidgets.HTML(state_html(states[start]))
    area.add_class("ss-explorer-state")

    def turn(number: int) -> None:
        try:
            drawn = draw(number)
        except Exception as error:  # the lesson's own code, perhaps changed by the learner
            drawn = f'<p class="ss-trouble">{html.escape(BROKEN.format(error=error))}</p>'
        area.value = state_html(ExplorerState(states[number].text, drawn))

    control_box = _ticks(names, start, turn) if control == "ticks" else _one(control, states, start, turn)
    head = ipywidgets.HTML(f'<p class="ss-explorer-label">{html.escape(label)}</p>')
    manners = Manners(explorer={"label": label, "texts": [state.text for state in states]})
    box = ipywidgets.VBox([head, control_box, area, manners])
    box.add_class("ss-explorer-lab")
    box.add_class(f"ss-explorer-{control}")
    return box


def _one(control: ControlKind, states: Sequence[ExplorerState], start: int, turn: Callable[[int], None]) -> Any:
    """Toggle buttons or a slider, for one stop at a time."""
    options = [(state.text, at) for at, state in enumerate(states)]
    if control == "choice":
        chooser = ipywidgets.ToggleButtons(options=options, value=start, style={"button_width": "auto"})
    else:
        wide = ipywidgets.Layout(width="100%", max_width="40rem")
        chooser = ipywidgets.SelectionSlider(options=options, value=start, readout=False, layout=wide)
    chooser.observe(lambda change: turn(change["new"]), "value")
    return chooser


def _ticks(names: Sequence[str], start: int, turn: Callable[[int], None]) -> Any:
    """Boxes to tick, for several stops at a time."""
    boxes = [
        ipywidgets.Checkbox(is_ticked(at, start, len(names)), description=name, indent=False)
        for at, name in enumerate(names)
    ]

    def changed(_: Any) -> None:
        # The same order as in `is_ticked`: the first box counts most.
        turn(sum(box.value << (len(boxes) - 1 - at) for at, box in enumerate(boxes)))

    for box in boxes:
        box.observe(changed, "value")
    return ipywidgets.VBox(boxes)
