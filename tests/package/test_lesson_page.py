"""A lesson is packed whole: its text, its cells, its exercises, and a description that a platform can read."""

import io
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

from samestory.cli import FINE, MISUSED, main
from samestory.course import folder
from samestory.errors import SameStoryError
from samestory.package.lesson_page import PackedPage, lesson_page
from samestory.package.scorm import LARGEST_PACKAGE, Format, package

PAGES = sorted(path.stem for path in folder("notebooks").glob("*.ipynb"))
CP = {
    "scorm-1.2": "{http://www.imsproject.org/xsd/imscp_rootv1p1p2}",
    "scorm-2004": "{http://www.imsglobal.org/xsd/imscp_v1p1}",
}
KIND = {
    "scorm-1.2": "{http://www.adlnet.org/xsd/adlcp_rootv1p2}scormtype",
    "scorm-2004": "{http://www.adlnet.org/xsd/adlcp_v1p3}scormType",
}


@pytest.fixture(scope="module")
def tests_page() -> PackedPage:
    return lesson_page("00-first-test")


def opened(data: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(data))


def test_a_page_of_tests_has_both_forms_in_the_place_that_draws_one(tests_page: PackedPage) -> None:
    assert {"form-a", "form-b"} <= set(tests_page.exercises)
    assert re.search(r'<same-story-drawn data-turn="first">\s*<same-story-exercise id="form-a"', tests_page.html)


def test_of_a_test_the_key_travels_closed(tests_page: PackedPage) -> None:
    assert tests_page.html.count('"closed":{') == 2


@pytest.mark.parametrize("how", ["scorm-1.2", "scorm-2004"])
def test_the_manifest_lists_every_file_once_and_launches_the_page(how: Format, tests_page: PackedPage) -> None:
    with opened(package(tests_page, how)) as archive:
        manifest = ElementTree.fromstring(archive.read("imsmanifest.xml"))
        names = set(archive.namelist()) - {"imsmanifest.xml"}
    (resource,) = manifest.iter(f"{CP[how]}resource")
    assert sorted(one.get("href") for one in resource) == sorted(names)
    assert resource.get(KIND[how]) == "sco"
    assert resource.get("href") == "index.html"
    (item,) = manifest.iter(f"{CP[how]}item")
    assert item.get("identifierref") == resource.get("identifier")
    (course,) = manifest.iter(f"{CP[how]}organizations")
    assert course.get("default") == course[0].get("identifier")


def test_cmi5_describes_one_unit_with_ids_that_are_addresses(tests_page: PackedPage) -> None:
    with opened(package(tests_page, "cmi5")) as archive:
        course = ElementTree.fromstring(archive.read("cmi5.xml"))
    space = "{https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd}"
    (unit,) = course.findall(f"{space}au")
    assert unit.findtext(f"{space}url") == "index.html"
    assert unit.get("moveOn") == "Completed"
    ids = [one.get("id", "") for one in (unit, course.find(f"{space}course")) if one is not None]
    assert len({re.fullmatch(r"[a-z]+:\S+", one)[0] for one in ids}) == 2  # type: ignore[index]


def test_the_same_lesson_gives_the_same_bytes(tests_page: PackedPage) -> None:
    assert package(tests_page, "scorm-1.2") == package(lesson_page("00-first-test"), "scorm-1.2")


def test_the_command_writes_what_is_asked_for_and_refuses_what_is_not_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert (
        main(["package", "12-later-checks", "--out", str(tmp_path), "--scorm", "1.2", "--scorm", "2004", "--cmi5"])
        == FINE
    )
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "12-later-checks-cmi5.zip",
        "12-later-checks-scorm-1.2.zip",
        "12-later-checks-scorm-2004.zip",
    ]
    for wrong in (["no-such", "--scorm", "1.2"], ["12-later-checks"], ["../x", "--cmi5"]):
        assert main(["package", *wrong, "--out", str(tmp_path / "none")]) == MISUSED
    assert not (tmp_path / "none").exists()
    assert "name one of 00-first-test" in capsys.readouterr().err


@pytest.mark.slow
@pytest.mark.parametrize("name", PAGES)
def test_every_lesson_is_packed_and_small_and_names_no_other_host(name: str) -> None:
    page = lesson_page(name)
    assert len(package(page, "scorm-1.2")) < LARGEST_PACKAGE
    # What a browser loads by itself: a link that a learner follows is another matter.
    assert re.findall(r'(?:src|srcset|poster)="https?:|<link[^>]+href="https?:|url\(https?:', page.html) == []
    assert not re.search(r'<a [^>]*href="(?!https?:|#)', page.html)
    assert "Run all cells" not in page.html


def test_a_lesson_that_is_not_there_is_refused() -> None:
    with pytest.raises(SameStoryError, match="There is no lesson"):
        lesson_page("../../etc/passwd")
