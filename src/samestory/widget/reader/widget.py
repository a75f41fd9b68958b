"""The reader in a notebook: one trait beside the front end that also draws it on the page."""

from collections.abc import Sequence
from typing import Any

import anywidget
import traitlets

from samestory.widget.bundle import bundle, styles
from samestory.widget.reader.element import reader_place
from samestory.widget.reader.view import Parts, reader_view


class ViewWidget(anywidget.AnyWidget):
    """A view of two or three texts; nothing comes back from the front end. `place` is for hosts without widgets."""

    _esm = bundle()
    _css = styles()
    reader = traitlets.Dict().tag(sync=True)

    def __init__(self, view: dict[str, Any], place: str) -> None:
        self._place = place
        super().__init__(reader=view)

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        """Return the widget's own bundle, with words and a place to fill for hosts that draw no widgets."""
        shown = super()._repr_mimebundle_(**kwargs)
        if shown is None:
            return None
        data, metadata = shown if isinstance(shown, tuple) else (shown, {})
        text = " ".join([f"{self.reader['title']}.", *self.reader["summary"]])
        return {**data, "text/plain": text, "text/html": self._place}, metadata


class ReaderWidget(ViewWidget):
    """Two or three articles of a case side by side."""

    def __init__(self, names: Sequence[str], parts: Parts, without: Sequence[str]) -> None:
        view = reader_view(names, parts, without)
        super().__init__(view, reader_place(names, parts, without, view["title"]))
