"""The reference in the book is made from the code: it has every public name, every parameter, every example."""

import inspect
import re
from pathlib import Path

import pytest
from small_book import build

import samestory as ss
from samestory.comparison import Comparison
from samestory.scanning import Scan
from samestory.text import Document

PAGES = Path(__file__).parents[2] / "book" / "engine"
RESULTS = (Document, Comparison, Scan)


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    pages = {
        "welcome": "# Welcome\n\n```{toctree}\nuse\nreference\n```\n",
        "use": "# Use\n",
        "reference": (PAGES / "reference.md").read_text("utf-8"),
    }
    extensions = ["myst_parser", "sphinx.ext.autodoc", "samestory.book"]
    folder = tmp_path_factory.mktemp("reference")
    built, complaints = build(folder, pages, extensions=extensions, default_role="literal")
    assert complaints == ""
    return (built / "reference.html").read_text("utf-8")


def test_every_public_function_is_there_with_every_parameter(page: str) -> None:
    for name in ss.__all__:
        signature = re.search(rf'<dt class="sig[^"]*" id="samestory\.(?:api\.)?{name}">(.*?)</dt>', page, re.DOTALL)
        assert signature, name
        shown = re.sub(r"<[^>]+>", "", signature[1])
        assert [one for one in inspect.signature(getattr(ss, name)).parameters if f"{one}:" not in shown] == []


@pytest.mark.parametrize("result", RESULTS, ids=lambda one: one.__name__)
def test_every_public_part_of_a_result_is_there_with_words_of_its_own(page: str, result: type) -> None:
    parts = [
        name
        for name, value in inspect.getmembers_static(result)
        if not name.startswith("_") and (callable(value) or hasattr(value, "func") or isinstance(value, property))
    ]
    assert len(parts) > 3
    missing = [name for name in parts if not re.search(rf'id="samestory[\w.]*\.{result.__name__}\.{name}"', page)]
    assert missing == []
    assert [name for name in parts if not inspect.getdoc(inspect.getattr_static(result, name))] == []


def test_what_is_code_in_a_docstring_is_code_on_the_page(page: str) -> None:
    assert '<code class="docutils literal' in page
    assert "<cite>" not in page


def test_the_page_for_pandas_users_calls_what_there_is() -> None:
    code = "\n".join(
        re.findall(r"```(?:\{code-cell\} ipython3|python)\n(.*?)```", (PAGES / "use.md").read_text("utf-8"), re.DOTALL)
    )
    assert set(re.findall(r"\bss\.(\w+)", code)) == {"read", "compare", "scan"}
    compile(re.sub(r"^:tags:.*$", "", code, flags=re.MULTILINE), "use.md", "exec")
