"""The front end's modules join into one file that is small, whole, and touches no page when it is imported."""

import gzip
import re
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from samestory.exercise import all_kinds
from samestory.widget import bundle as bundling
from samestory.widget.bundle import bundle, classic, page_script, styles

MODULES = sorted(bundling.FRONT_END.rglob("*.mjs"))
DESK_HOSTS = ("page", "server", "notebook")
ELSEWHERE = {"discernment.mjs", "chance.mjs"}  # the page of results has it, the exercises do not
TOP_NAME = re.compile(r"^(?:export )?(?:async )?(?:class|const|let|function) (\w+)", re.MULTILINE)


def test_nothing_is_imported_and_one_default_is_exported() -> None:
    assert not re.search(r"^import ", bundle(), re.MULTILINE)
    assert re.findall(r"^export .*", bundle(), re.MULTILINE) == ["export default { render };"]


def test_a_pages_script_is_what_elements_need_and_nothing_of_the_notebook() -> None:
    assert not re.search(r"^(?:import|export) |\bimport\.meta\b", page_script(), re.MULTILINE)
    assert page_script().count('customElements.define("same-story-') == 4
    assert "class NotebookHost" not in page_script()


def test_every_module_is_in_the_bundle_once() -> None:
    for module in (one for one in MODULES if one.name not in ELSEWHERE and one.parent != bundling.DESK_WEB):
        for name in TOP_NAME.findall(module.read_text("utf-8")):
            assert len(re.findall(rf"^(?:async )?(?:class|const|let|function) {name}\b", bundle(), re.MULTILINE)) == 1


@pytest.mark.parametrize("host", DESK_HOSTS)
def test_no_two_modules_of_the_desk_give_one_name_to_two_things(host: str) -> None:
    names = re.findall(r"^(?:async )?(?:class|const|let|function) (\w+)", bundling.desk_script(host), re.MULTILINE)
    assert [name for name, count in Counter(names).items() if count > 1] == []
    assert not re.search(r"^import ", bundling.desk_script(host), re.MULTILINE)


def test_pages_of_exercises_carry_nothing_of_the_desk() -> None:
    assert "ss-d-" not in styles() + bundle() + page_script()
    weight = sum(len(gzip.compress(text.encode())) for text in (bundling.desk_script("page"), bundling.desk_style()))
    assert weight <= 40 * 1024


def test_a_module_stands_after_those_it_imports() -> None:
    assert bundle().index("const KINDS") < bundle().index("class WordCursor") < bundle().index("class Highlight")


def test_every_kind_is_there_before_the_elements_that_draw_it() -> None:
    elements = page_script().index('customElements.define("same-story-exercise"')
    added = [at.start() for at in re.finditer(r"^addKind\(", page_script(), re.MULTILINE)]
    assert [path.stem for path in bundling.kinds()] == list(all_kinds())
    assert len(added) == len(all_kinds())
    assert max(added) < elements


def test_no_folder_of_modules_is_long_but_that_of_the_kinds() -> None:
    counts = Counter(path.parent.name for path in MODULES if path.parent.name != "kinds")
    assert max(counts.values()) <= 20


def test_comments_on_their_own_lines_are_left_out_and_code_is_not() -> None:
    assert not re.search(r"^ *(?://.*|/\*\*.*\*/)$", bundle(), re.MULTILINE)
    assert 'customElements.define("same-story-exercise"' in bundle()


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(bundling.FRONT_END).as_posix())
def test_text_never_becomes_markup(module: Path) -> None:
    source = module.read_text("utf-8")
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function", source)


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(bundling.FRONT_END).as_posix())
def test_a_module_can_be_read_in_one_sitting(module: Path) -> None:
    assert module.read_text("utf-8").count("\n") <= 250


def test_no_other_host_is_named() -> None:
    languages = "http://www.w3.org/2000/svg"  # the name of a language, which no browser asks for
    assert not re.search(
        r"https?://|@import|url\(",
        (bundle() + styles() + bundling.desk_script("page") + bundling.desk_style()).replace(languages, ""),
    )


def test_script_and_styles_weigh_at_most_80_kib_gzipped() -> None:
    assert len(gzip.compress(bundle().encode())) + len(gzip.compress(styles().encode())) <= 80 * 1024


def test_every_label_has_a_colour_in_both_themes() -> None:
    from samestory.exercise.labels import LABELS

    for label in LABELS:
        assert styles().count(f"--ss-{label}: #") == 2
        assert f".ss-l-{label} {{ --ss-label: var(--ss-{label}); }}" in styles()


@pytest.mark.browser
def test_node_imports_the_bundle_without_a_page(tmp_path: Path) -> None:
    path = tmp_path / "samestory.mjs"
    path.write_text(bundle(), "utf-8")
    script = f"import({path.as_uri()!r}).then((all) => process.stdout.write(typeof all.default.render))"
    done = subprocess.run(["node", "-e", script], capture_output=True, text=True, timeout=30, check=True)
    assert done.stdout == "function"


def test_modules_that_give_one_name_to_two_things_are_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "most.mjs").write_text("export const MOST = 20;\n", encoding="utf-8")
    (tmp_path / "page.mjs").write_text('import { MOST } from "./most.mjs";\nfunction f() {}\n', encoding="utf-8")
    assert "const MOST" in classic(tmp_path / "page.mjs")
    (tmp_path / "page.mjs").write_text('import "./most.mjs";\nconst MOST = 1000;\n', encoding="utf-8")
    with pytest.raises(ValueError, match=r"most\.mjs and page\.mjs both have 'MOST'"):
        classic(tmp_path / "page.mjs")
