"""What makes a build redo its pages and run its lessons again."""

from pathlib import Path

from samestory.book.fresh import digest


def test_the_same_files_give_the_same_digest_wherever_they_lie(tmp_path: Path) -> None:
    for place in ("one", "other"):
        (tmp_path / place / "seeds").mkdir(parents=True)
        (tmp_path / place / "seeds" / "case.yml").write_text("id: x")
    assert digest([tmp_path / "one" / "seeds"]) == digest([tmp_path / "other" / "seeds"])


def test_a_changed_or_renamed_or_added_file_gives_another(tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "case.yml").write_text("id: x")
    seen = {digest([seeds])}
    (seeds / "case.yml").write_text("id: y")
    seen.add(digest([seeds]))
    (seeds / "case.yml").rename(seeds / "cases.yml")
    seen.add(digest([seeds]))
    (seeds / "record.yml").write_text("")
    seen.add(digest([seeds]))
    assert len(seen) == 4


def test_pythons_leftovers_and_missing_folders_do_not_count(tmp_path: Path) -> None:
    package = tmp_path / "package"
    (package / "__pycache__").mkdir(parents=True)
    (package / "one.py").write_text("")
    before = digest([package, tmp_path / "missing"])
    (package / "__pycache__" / "one.pyc").write_bytes(b"1")
    assert digest([package]) == before
