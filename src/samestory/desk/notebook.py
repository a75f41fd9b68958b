"""The desk in a notebook: the front end asks through anywidget, and a session answers."""

from pathlib import Path
from typing import Any

import anywidget

from samestory.desk.session import DeskSession
from samestory.widget.bundle import desk_script, desk_style, styles


class DeskWidget(anywidget.AnyWidget):
    """A case's folder, opened at the desk in a cell's output."""

    _esm = desk_script("notebook")
    _css = styles() + desk_style()

    def __init__(self, folder: Path, by: str) -> None:
        self._session = DeskSession(folder, by)
        super().__init__()
        self.on_msg(self._asked)

    def _asked(self, _: Any, message: Any, __: Any) -> None:
        """Answer a question of the front end; what is none of ours is passed over."""
        if isinstance(message, dict) and "ask" in message:
            self.send({"n": message.get("n"), "reply": self._session.ask(message["ask"])})
