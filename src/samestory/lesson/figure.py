"""The course's one style of figure: drawn by matplotlib, shown as SVG whose colours follow the reader's theme."""

import html
import io
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from samestory.lesson.svg_ids import with_own_ids

if TYPE_CHECKING:
    from matplotlib.figure import Figure

# What matplotlib draws with, and the custom property of samestory.css that takes its place on the page.
INKS: Mapping[str, tuple[str, str]] = {
    "ink": ("#1c1b1a", "--ss-ink"),
    "muted": ("#5c5a57", "--ss-muted"),
    "line": ("#c9c5bd", "--ss-line"),
    "accent": ("#1a5fa0", "--ss-accent"),
    "artifact": ("#b04a00", "--ss-artifact"),
    "altered-quotation": ("#8a4f7d", "--ss-altered-quotation"),
    "slip": ("#8a6100", "--ss-slip"),
    "name": ("#0061a8", "--ss-name"),
    "wire-copy": ("#00694f", "--ss-wire-copy"),
}


def style() -> Any:
    """Return matplotlib settings for a figure of the course: `with plt.rc_context(style()): ...`."""
    ink, muted, line = INKS["ink"][0], INKS["muted"][0], INKS["line"][0]
    return {
        "figure.figsize": (6.4, 4.0),
        "font.family": ["DejaVu Sans"],
        "font.size": 11,
        "text.color": ink,
        "axes.edgecolor": line,
        "axes.labelcolor": muted,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.titlelocation": "left",
        "axes.titlesize": 13,
        "axes.titleweight": "bold",
        "xtick.color": muted,
        "ytick.color": ink,
        "savefig.transparent": True,
        # Letters stay text, which can be selected, searched and set in the reader’s own font.
        "svg.fonttype": "none",
        # Without a salt of ours ids differ from run to run, and with them every page that has a figure.
        "svg.hashsalt": "samestory",
    }


class Drawn:
    """A figure ready to be shown by a notebook or a page."""

    def __init__(self, markup: str, alt: str) -> None:
        self._markup, self._alt = markup, alt

    def __repr__(self) -> str:
        return f"Figure: {self._alt}"

    def _repr_html_(self) -> str:
        return self._markup


def figure(drawing: "Figure", alt: str, source: str) -> Drawn:
    """Return a matplotlib figure as inline SVG, and close it.

    `alt` gives the finding and the shape of the figure in a sentence or two; `source` says below it where
    the numbers come from. Text stays text, in the reader's own font, and every ink of `INKS` follows the theme.
    """
    import matplotlib.pyplot as plt

    buffer = io.StringIO()
    with plt.rc_context(style()):
        # A date would make the same figure a new one with every build.
        drawing.savefig(buffer, format="svg", bbox_inches="tight", pad_inches=0.05, metadata={"Date": None})
    plt.close(drawing)
    svg = buffer.getvalue()
    # Inside a page an XML declaration and a doctype are errors.
    svg = svg[svg.index("<svg") :]
    svg = re.sub(r"<metadata>.*?</metadata>", "", svg, flags=re.DOTALL)
    # Takes the drawing’s own size in points, so that it fits a phone; leaves its viewBox and sizes without a unit.
    svg = re.sub(r' width="[\d.]+pt"| height="[\d.]+pt"', "", svg, count=2)
    for colour, name in INKS.values():
        # A saved notebook opened on a dark ground has no stylesheet of ours until it is run.
        instead = "currentColor" if name in ("--ss-ink", "--ss-muted") else colour
        svg = svg.replace(colour, f"var({name}, {instead})")
    svg = svg.replace("'DejaVu Sans'", "system-ui, 'DejaVu Sans', sans-serif")
    svg = svg.replace("<svg ", f'<svg role="img" aria-label="{html.escape(alt)}" ', 1)
    markup = f'<figure class="ss-figure">{with_own_ids(svg)}<figcaption>{html.escape(source)}</figcaption></figure>'
    return Drawn(markup, alt)
