"""One page of the book, built alone: what is wrong with it or with a case is said, and never ends the loop."""

import shutil
from pathlib import Path

import pytest

from samestory.book import one_page
from samestory.case import CaseError
from samestory.case.problem import Problem

ROOT = Path(__file__).parents[2]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copy(ROOT / "_config.yml", tmp_path)
    (tmp_path / "page.md").write_text("# Page\n\n[Elsewhere](other.md), and one {unknown}`role`.\n")
    (tmp_path / "other.md").write_text("# Other\n")
    return tmp_path


def test_only_the_page_is_built_and_its_faults_are_told_but_not_its_links_to_others(root: Path) -> None:
    built, faults = one_page.build(root, "page", root / "out")
    assert built
    assert len(faults) >= 1
    assert all("unknown" in fault or "role" in fault for fault in faults)
    assert (root / "out/html/page.html").is_file()
    assert not (root / "out/html/other.html").exists()


def test_with_a_fault_in_a_case_nothing_is_built_and_the_fault_is_told(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def faulty() -> None:
        raise CaseError([Problem("exercises/03.yml", 8, "kind", "nothing", "a kind", "give it one")])

    monkeypatch.setattr(one_page, "load_shipped", faulty)
    built, (fault,) = one_page.build(root, "page", root / "out")
    assert not built
    assert fault.startswith("exercises/03.yml:8 [kind]")
    assert not (root / "out/html").exists()


def test_what_stops_the_build_is_told(root: Path) -> None:
    (root / "_config.yml").write_text("title: [unclosed")
    built, faults = one_page.build(root, "page", root / "out")
    assert not built
    assert "ParserError" in faults[-1] or "expected" in faults[-1]
