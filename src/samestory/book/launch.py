"""Ways out of a lesson's page into its notebook: download it, or open it on Binder or Colab.

`samestory_launch` in `_config.yml` says where the book's repository is. Without one, only the download shows.
Nothing is asked of another host before a reader follows a link.
"""

import html
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.errors import ConfigError
from sphinx.transforms.post_transforms import SphinxPostTransform

from samestory.book.tree.markup import as_written

SETTINGS = {
    "repository": "",  # owner/name on GitHub
    "branch": "main",
    "binder": "https://mybinder.org",
    "colab": "https://colab.research.google.com",
}
# Takes “ana/same-story”, and nothing at all; leaves “https://github.com/ana/same-story”.
REPOSITORY = re.compile(r"([A-Za-z0-9-]+/[\w.-]+)?", re.ASCII)


class OfferLaunch(SphinxPostTransform):
    """Puts the row of links at the foot of a page that has a notebook; paper has no use for it."""

    default_priority = 7
    formats = ("html",)

    def run(self, **_: Any) -> None:
        """Look for the notebook, then for the title."""
        title = next(self.document.findall(nodes.title), None)
        if (
            self.app.builder.name != "singlehtml"
            and title
            and notebook_of(Path(self.app.srcdir), self.env.docname).is_file()
        ):
            row = launch_row(self.env.docname, settled(self.config.samestory_launch or {}))
            title.parent.append(as_written(row, ["sb-launch"]))


def settled(given: Mapping[str, Any]) -> dict[str, str]:
    """Return all settings, as text; what is left empty is as in SETTINGS. ConfigError says what can't be meant.

    >>> settled({"repository": "ana/same-story/", "branch": 1.5})["branch"]
    '1.5'
    """
    unknown = sorted(given.keys() - SETTINGS.keys())
    if unknown:
        raise ConfigError(f"samestory_launch knows {', '.join(SETTINGS)}; not {', '.join(map(str, unknown))}.")
    filled = {name: str(value).strip().rstrip("/") for name, value in given.items() if value is not None}
    repository = filled.get("repository", "")
    if not REPOSITORY.fullmatch(repository):
        raise ConfigError(f"samestory_launch needs a repository such as ana/same-story, not {repository!r}.")
    return {**SETTINGS, **{name: value for name, value in filled.items() if value}}


def put_notebooks(app: Sphinx, error: Exception | None) -> None:
    """Copy the notebooks of the book's pages to where the links lead."""
    if error is not None or app.builder.name != "html":
        return
    for name in sorted(app.env.found_docs):
        notebook = notebook_of(Path(app.srcdir), name)
        if notebook.is_file():
            there = Path(app.outdir) / f"{name}.ipynb"
            there.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(notebook, there)


def notebook_of(source: Path, name: str) -> Path:
    """Where the notebook of a page lies, if it has one."""
    return source / f"{name}.ipynb"


def launch_row(name: str, settings: dict[str, str]) -> str:
    """The links of a page as HTML, and what one needs to know to follow them.

    >>> "mybinder.org" in launch_row("notebooks/02-when", {**SETTINGS, "repository": "ana/same-story"})
    True
    """
    file = f"{name.rsplit('/', 1)[-1]}.ipynb"
    links = [f'<a href="{html.escape(quote(file))}" download>Download the notebook</a> (for JupyterLab)']
    repository, branch = settings["repository"], settings["branch"]
    if repository:
        notebook, where = f"{name}.ipynb", quote(repository)
        # In Binder’s address a branch is one step of the path, so its own slash is escaped; in Colab’s it stays one.
        binder = f"{settings['binder']}/v2/gh/{where}/{quote(branch, safe='')}?labpath={quote(notebook, safe='')}"
        colab = f"{settings['colab']}/github/{where}/blob/{quote(branch)}/{quote(notebook)}"
        links += [_away(binder, "Open in Binder"), _away(colab, "Open in Colab")]
    row = f'<p class="sb-launch">{"<span> · </span>".join(links)}</p>'
    return row + (_needs(repository, branch) if repository else "")


def _away(address: str, text: str) -> str:
    return f'<a href="{html.escape(address)}" rel="noopener noreferrer">{text}</a>'


def _needs(repository: str, branch: str) -> str:
    """A fold that says what each way asks for. Binder installs what `.binder/` names; Colab has to be told."""
    package = f"git+https://github.com/{repository}@{branch}"
    install = html.escape(f'%pip install -q "samestory @ {package}"')
    here = html.escape(f'pip install "samestory[lab] @ {package}"')
    return (
        '<details class="sb-launch"><summary>What these need</summary>'
        "<p>Binder sets itself up. The first start takes some minutes, and answers are gone when you close it. "
        "Colab, where not every exercise has been tried, first needs this line in a cell above the others:</p>"
        f"<pre>{install}</pre><p>To run the notebook on your own computer, install this once:</p>"
        f"<pre>{here}</pre></details>"
    )
