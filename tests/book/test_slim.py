"""Which files a page loads, and which files of the static folder are used at all."""

import logging
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace

import pytest
from docutils import nodes

from samestory.book.slim import named_in_pages, remove_unused_files, used_in, wanted
from samestory.book.tree.markup import read_markup
from samestory.book.tree.places import place_of_exercise


@dataclass(frozen=True)
class Asset:
    filename: str | None
    attributes: dict[str, str] = field(default_factory=dict)


@pytest.mark.parametrize(
    ("file", "page", "used", "loaded"),
    [
        ("_static/book.css", "a", "", True),
        ("_static/pygments.css", "a", "", False),
        ("_static/basic.css", "a", "", False),
        ("_static/mystnb.8ecb98da25f57f5357bf6f572d296f466b2cfe2517ffebfabe82451661e28f02.css", "a", "", False),
        ("_static/sphinx-design.min.css", "a", "plain", False),
        ("_static/sphinx-design.min.css", "a", "sd-card", True),
        ("_static/design-tabs.js", "a", "sd-card", False),
        ("_static/design-tabs.js", "a", "sd-tab-label", True),
        ("_static/doctools.js", "a", "", False),
        ("_static/doctools.js", "search", "", True),
        ("_static/authors-own.js", "a", "", True),
        ("_static/gloss.css", "a", "sb-terms", True),
        ("_static/samestory.css", "a", "ss-figure", True),
        ("_static/samestory.css", "a", "same-story-reader", True),
        ("_static/samestory.css", "a", "class-action", False),
        ("_static/samestory.js", "a", "ss-figure", False),
        ("_static/samestory.js", "a", "same-story-reader", True),
    ],
)
def test_a_page_loads_what_it_uses(file: str, page: str, used: str, loaded: bool) -> None:
    assert wanted(Asset(file), page, {used}) is loaded


def test_an_inline_script_is_kept_and_dead_widget_state_is_not() -> None:
    assert wanted(Asset(None), "a", ())
    assert not wanted(Asset(None, {"type": "application/vnd.jupyter.widget-state+json"}), "a", ())


@pytest.mark.parametrize("address", ["https://cdn.example/x.js", "//cdn.example/x.js"])
def test_a_file_of_another_host_is_left_out_and_reported(address: str, caplog: pytest.LogCaptureFixture) -> None:
    logging.getLogger("sphinx").propagate = True
    with caplog.at_level(logging.WARNING):
        assert not wanted(Asset(address), "lesson", ())
    assert "lesson" in caplog.text
    assert "cdn.example" in caplog.text


@pytest.mark.parametrize(
    ("page", "used"),
    [
        ([place_of_exercise("a", 1)], {"same-story-"}),
        (read_markup("<same-story-explorer></same-story-explorer>"), {"same-story-explorer"}),
        (read_markup('<figure class="wide ss-figure">'), {"wide", "ss-figure"}),
        (read_markup('<svg><text style="fill: var(--ss-ink)"></text></svg>'), {"ss-figure"}),
        ([nodes.table()], {"ss-table"}),
        ([nodes.paragraph(classes=["class-action"])], {"class-action"}),
        ([], set()),
    ],
)
def test_a_page_uses_its_classes_and_our_elements(page: list[nodes.Node], used: set[str]) -> None:
    assert used_in(nodes.Element("", *page)) == used


def test_files_are_followed_from_pages_through_their_styles_and_scripts(tmp_path: Path) -> None:
    files = {
        "deep/page.html": '<link href="../used.css?v=1"><script src="../main.mjs">',
        "other.html": '<img src="a%20b.svg"><img src="mühle.png">',
        "used.css": '@font-face { src: url("face.woff2") } i { background: url(dot.svg) }',
        "face.woff2": "",
        "dot.svg": "",
        "main.mjs": 'new Worker(new URL("./engine.mjs", import.meta.url))',
        "engine.mjs": 'fetch("engine.wasm")',
        "engine.wasm": "",
        "a b.svg": "",
        "mühle.png": "",
        "unused.css": "i { background: url(lonely.svg) }",
        "lonely.svg": "",
    }
    (tmp_path / "deep").mkdir()
    for name, text in files.items():
        (tmp_path / name).write_text(text, "utf-8")
    found = named_in_pages(tmp_path, [tmp_path / name for name in files if not name.endswith(".html")])
    assert {file.name for file in found} == files.keys() - {"deep/page.html", "other.html", "unused.css", "lonely.svg"}


def test_files_that_nothing_names_are_removed_after_a_good_build_only(tmp_path: Path) -> None:
    static = tmp_path / "_static"
    static.mkdir()
    (tmp_path / "page.html").write_text('<script src="_static/used.js"></script>')
    (static / "used.js").write_text("")
    (static / "unused.js").write_text("")
    app = SimpleNamespace(outdir=str(tmp_path), builder=SimpleNamespace(format="html"))
    remove_unused_files(app, ValueError())
    assert (static / "unused.js").exists()
    remove_unused_files(app, None)
    assert [path.name for path in static.iterdir()] == ["used.js"]
