"""A lesson runs again when what it rests on has changed, and only then."""

from pathlib import Path

import pytest
from small_book import build

from samestory.book import ahead, rests_on
from samestory.book.rests_on import digest_of_run

CELL = """```{{code-cell}} ipython3
import sys; sys.path.insert(0, {place!r})
from toy import {module}
open({log!r}, "a").write("{module} ")
print("{module} says", {module}.WORD)
```
"""
HEAD = "---\nfile_format: mystnb\nkernelspec: {name: python3}\n---\n# "


@pytest.fixture
def toy(tmp_path: Path) -> Path:
    """A package of two modules, of which `far` imports a third when it is asked."""
    package = tmp_path / "toy"
    (package / "deep").mkdir(parents=True)
    (package / "__init__.py").write_text("")
    (package / "near.py").write_text("WORD = 'near'\n")
    (package / "far.py").write_text("from toy.deep import well\nWORD = well.WORD\n")
    (package / "deep" / "__init__.py").write_text("")
    (package / "deep" / "well.py").write_text("WORD = 'deep'\n")
    return package


def test_a_changed_module_runs_again_only_the_lessons_that_load_it(
    tmp_path: Path, toy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ahead, "asking", lambda: rests_on.asking(toy))
    monkeypatch.setattr(ahead, "digest_of_run", lambda modules, data: digest_of_run(modules, data, toy))
    log = tmp_path / "log"
    cells = {name: CELL.format(place=str(tmp_path), module=name, log=str(log)) for name in ("near", "far")}
    pages = {name: f"{HEAD}{name}\n\n{cell}" for name, cell in cells.items()}
    pages["welcome"] = "# Book\n\n```{toctree}\nnear\nfar\n```\n"

    def ran() -> tuple[set[str], str]:
        log.write_text("")
        for page in pages:  # Sphinx reads a page again when its file is newer
            (tmp_path / "source" / f"{page}.md").unlink(missing_ok=True)
        built, complaints = build(tmp_path, pages, extensions=["myst_nb", "samestory.book"], nb_execution_mode="cache")
        assert complaints == ""
        return set(log.read_text().split()), (built / "far.html").read_text("utf-8")

    assert ran()[0] == {"near", "far"}
    (toy / "deep" / "well.py").write_text("WORD = 'deeper'\n")
    again, page = ran()
    assert again == {"far"}
    assert "far says deeper" in page


def test_the_state_is_of_the_modules_named_of_what_lies_beside_them_and_of_the_data(toy: Path) -> None:
    modules = ["toy", "toy.near"]
    seen = [digest_of_run(modules, "data", toy)]
    (toy / "deep" / "well.py").write_text("WORD = 'other'\n")  # neither named, nor beside
    assert digest_of_run(reversed(modules), "data", toy) == seen[0]
    seen.append(digest_of_run(modules, "other data", toy))
    (toy / "near.py").write_text("WORD = 'nearer'\n")
    seen.append(digest_of_run(modules, "data", toy))
    (toy / "rule.py").write_text("")  # found by being there
    seen.append(digest_of_run(modules, "data", toy))
    (toy / "near.py").unlink()
    seen.append(digest_of_run(modules, "data", toy))
    assert len(set(seen)) == 5
