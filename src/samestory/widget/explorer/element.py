"""The HTML of an explorer for a page without a kernel: every state, one below the other, and the control to choose one.

Without scripts the page shows all states under their headings and no control. With scripts the stylesheet shows one
state and the control from the first paint on, so nothing jumps when the script arrives.
"""

import hashlib
import html
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

ControlKind = Literal["choice", "scale", "ticks"]  # radio buttons, a range with steps, boxes to tick


@dataclass(frozen=True, slots=True)
class ExplorerState:
    """What an explorer shows at one stop: the text of the stop, and HTML."""

    text: str
    html: str


def explorer_element(
    label: str, control: ControlKind, names: Sequence[str], states: Sequence[ExplorerState], start: int
) -> str:
    """Return the element that the front end brings to life."""
    sections = "".join(
        f'<section class="ss-explorer-state{" is-shown" if at == start else ""}" data-state="{at}">'
        f"{state_html(state)}</section>"
        for at, state in enumerate(states)
    )
    controls = _scale(label, states, start) if control == "scale" else _buttons(label, control, names, start)
    return (
        f'<same-story-explorer data-control="{control}"><p class="ss-explorer-label">{html.escape(label)}</p>'
        f'{controls}<div class="ss-explorer-states">{sections}</div></same-story-explorer>'
    )


def state_html(state: ExplorerState) -> str:
    """Return a state under the text of its stop."""
    return f'<p class="ss-explorer-stop"><strong>{html.escape(state.text)}</strong></p>{state.html}'


def joined(names: Sequence[str]) -> str:
    """Return names as a phrase.

    >>> joined([]), joined(["Ann"]), joined(["Ann", "Ben", "Cy"])
    ('none', 'Ann', 'Ann, Ben and Cy')
    """
    if len(names) < 2:
        return "".join(names) or "none"
    return f"{', '.join(names[:-1])} and {names[-1]}"


def is_ticked(at: int, number: int, of: int) -> bool:
    """True if the name `at` is ticked in the state `number`: the states count in twos, the first name highest.

    >>> [is_ticked(at, 4, 3) for at in range(3)]
    [True, False, False]
    """
    return bool(number >> (of - 1 - at) & 1)


def _buttons(label: str, control: ControlKind, names: Sequence[str], start: int) -> str:
    # Radio buttons of one name are one group for the whole page, so each explorer’s is made of its own words.
    group = "ss-explorer-" + hashlib.sha256("\n".join([label, *names]).encode()).hexdigest()[:8]
    kind = "radio" if control == "choice" else "checkbox"
    chosen = [at == start if control == "choice" else is_ticked(at, start, len(names)) for at in range(len(names))]
    inputs = "".join(
        f'<label><input type="{kind}" name="{group}" value="{at}"{" checked" if is_on else ""} autocomplete="off">'
        f"<span>{html.escape(name)}</span></label>"
        for at, (name, is_on) in enumerate(zip(names, chosen, strict=True))
    )
    said = html.escape(label)
    role = "radiogroup" if control == "choice" else "group"
    return f'<div class="ss-explorer-control" role="{role}" aria-label="{said}" hidden>{inputs}</div>'


def _scale(label: str, states: Sequence[ExplorerState], start: int) -> str:
    said, last = html.escape(label), len(states) - 1
    return (
        '<div class="ss-explorer-control" hidden><button type="button" data-step="-1">Previous</button>'
        f'<input type="range" min="0" max="{last}" step="1" value="{start}" aria-label="{said}"'
        f' aria-valuetext="{html.escape(states[start].text)}" autocomplete="off">'
        '<button type="button" data-step="1">Next</button>'
        '<span class="ss-spoken" role="status"></span></div>'
    )
