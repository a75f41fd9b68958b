"""A sound case as it is in memory, wherever its folder lies; and the cases that ship, together."""

import shutil
from pathlib import Path

import pytest
from made_cases import FERRY, SHIPPED, Copy

from samestory.case import CaseError, UnknownError, load_case, load_exercises
from samestory.case.desk import Desk, day_in_words
from samestory.case.model import Reference
from samestory.course import Course, case_folders, folder, load_shipped
from samestory.course import shipped as shipped_module
from samestory.errors import SameStoryError
from samestory.exercise import SpecError


def test_a_finding_knows_its_place_its_core_and_its_evidence(ferry):
    finding = ferry.findings["heart-disease"]
    text = ferry.articles["harbour-post"].text
    assert text[finding.start : finding.end] == finding.quote == "The motor has a disease of the heart"
    assert text[slice(*finding.core)] == "disease of the heart"
    assert (finding.label, finding.also, finding.certainty, finding.harm) == (
        "altered-quotation", ("artifact",), "proved", "low"
    )  # fmt: skip
    assert [one.record or one.article for one in finding.evidence] == ["captain-says", "island-radio"]


def test_a_finding_without_a_core_is_wrong_as_a_whole(ferry):
    finding = ferry.findings["years-young"]
    assert finding.core == (finding.start, finding.end)


def test_a_folded_quotation_is_one_line(ferry):
    assert ferry.findings["founding"].quote == "the Founding of the Port"


def test_an_article_keeps_its_text_to_the_byte(ferry):
    for article in ferry.articles.values():
        assert article.text.encode("utf-8") == (FERRY / "articles" / f"{article.id}.txt").read_bytes()
    assert "1,500\u00a0screws" in ferry.articles["harbour-post"].text


def test_a_statement_without_words_has_none(ferry):
    assert ferry.record["town-title"].words is None
    assert ferry.record["captain-says"].what is None
    assert ferry.record["captain-says"].date == "2023-03-07"


def test_an_unknown_exercise_is_an_error_that_names_the_nearest(ferry):
    with pytest.raises(UnknownError, match="ferry-marks"):
        ferry.exercise("ferry-mark")
    with pytest.raises(UnknownError, match="luhansk-name"):
        load_shipped().exercise("luhansk")
    with pytest.raises(UnknownError, match=r"The lessons have them: .*07-odd-phrases"):
        load_shipped().exercise("???")


@pytest.mark.parametrize("name", ["a folder with spaces", "ünïcödé 🚢", "quote ' and \" mark"])
def test_a_case_loads_from_a_folder_of_any_name(name, tmp_path):
    copy = Copy(FERRY, tmp_path / name)
    assert load_case(copy.folder).id == "nordo-ferry"


def test_a_case_loads_from_the_folder_that_one_stands_in(tmp_path, monkeypatch):
    monkeypatch.chdir(Copy(FERRY, tmp_path).folder)
    assert load_case(Path()).id == "nordo-ferry"
    assert load_case(Path("../nordo-ferry/articles/..")).id == "nordo-ferry"


def test_a_case_loads_through_a_link_of_any_name(tmp_path):
    (tmp_path / "mine").symlink_to(Copy(FERRY, tmp_path).folder)
    assert load_case(tmp_path / "mine").id == "nordo-ferry"


def test_a_link_inside_a_case_may_point_inside_and_not_outside(tmp_path):
    copy = Copy(FERRY, tmp_path)
    article = copy.folder / "articles" / "harbour-post.txt"
    article.rename(copy.folder / "post.txt")
    article.symlink_to(copy.folder / "post.txt")
    assert copy.problems() == []
    article.unlink()
    article.symlink_to(FERRY / "articles" / "harbour-post.txt")
    assert (copy.problem().field, copy.problem().expected) == ("articles[0].file", "a file in this case")


def test_links_that_lead_in_a_circle_are_a_problem(tmp_path):
    copy = Copy(FERRY, tmp_path)
    article = copy.folder / "articles" / "harbour-post.txt"
    article.unlink()
    article.symlink_to(article)
    assert copy.problem().field == "articles[0].file"


def test_a_file_name_as_long_as_no_system_takes_is_a_problem(tmp_path):
    copy = Copy(FERRY, tmp_path)
    copy.replace("case.yml", "file: articles/island-radio.txt", f"file: {'x' * 5000}")
    assert copy.problem().field == "articles[1].file"


def test_a_folder_without_a_case_is_an_error_that_names_the_file(tmp_path):
    with pytest.raises(CaseError, match=r"case\.yml"):
        load_case(tmp_path)


def test_files_with_windows_line_ends_and_a_byte_order_mark_load(tmp_path):
    copy = Copy(FERRY, tmp_path)
    for path in copy.folder.rglob("*.yml"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert copy.problems() == []
    copy.replace("findings/harbour-post.yml", "certainty: open", "certainty: none")
    assert copy.problem().line == copy.line("findings/harbour-post.yml", "certainty: none")


def test_an_error_of_a_case_reads_as_all_its_problems(tmp_path):
    copy = Copy(FERRY, tmp_path)
    copy.replace("findings/harbour-post.yml", "certainty: open", "certainty: none")
    copy.replace("record.yml", "date: 1901-05-01", "date: 1901-02-29")
    with pytest.raises(CaseError) as error:
        load_case(copy.folder)
    assert "certainty]" in str(error.value)
    assert "1901-02-29" in str(error.value)
    assert len(error.value.problems) == 2


# Evidence, as it is cited


def desk(case):
    return Desk(case.articles, case.record, case.findings, case.controls)


@pytest.mark.parametrize(
    ("reference", "quote", "source"),
    [
        (Reference(article="island-radio", quote="“The engine has heart trouble"),
         "“The engine has heart trouble", "Island Radio, undated"),
        (Reference(article="harbour-post", quote="sent 1,500 screws"),
         "sent 1,500\u00a0screws", "Harbour Post, 7 March 2023"),
        (Reference(article="harbour-post", quote="WE'LL be back"), "We’ll be back", "Harbour Post, 7 March 2023"),
        (Reference(record="town-title"), "The council gives its oldest skipper the title “Founder of the Port”.",
         "The record, 1 May 1901: The town council (The council's minutes)"),
        (Reference(record="captain-says", quote="We'll be back."), "We'll be back.",
         "The record, 7 March 2023: Ada J. Lind (A recording)"),
        (Reference(says="Anyone knows."), "Anyone knows.", "Anyone can check"),
    ],
)  # fmt: skip
def test_evidence_is_cited_as_printed_with_its_source(reference, quote, source, ferry):
    cited = desk(ferry).cite(reference)
    assert (cited.quote, cited.source) == (quote, source)


@pytest.mark.parametrize(
    ("reference", "said"),
    [
        (Reference(article="nowhere", quote="x"), "no article 'nowhere'; there are harbour-post, island-radio"),
        (Reference(article="harbour-post", quote="never printed"), "“never printed” does not stand"),
        (Reference(record="nothing"), "no entry 'nothing'; it has captain-says, town-title"),
        (Reference(record="town-title", quote="never said"), "“never said” does not stand"),
    ],
)
def test_evidence_that_is_not_there_is_an_error_that_says_what_is(reference, said, ferry):
    with pytest.raises(SpecError, match=said):
        desk(ferry).cite(reference)


def test_a_day_is_written_out():
    assert day_in_words("2022-02-22") == "22 February 2022"


# Exercises outside their case


def test_exercises_in_a_folder_of_their_own_are_built_on_the_case(tmp_path, ferry):
    path = tmp_path / "mine.yml"
    path.write_text((FERRY / "exercises/01-ferry.yml").read_text("utf-8").replace("id: ferry-", "id: my-"), "utf-8")
    mine = load_exercises(path, ferry)
    assert sorted(mine)[0] == "my-causes"
    assert mine["my-marks"].verdict("Founding").points == 0.75


@pytest.mark.parametrize(
    ("old", "new", "marker", "field"),
    [
        ("schema: 1\nlesson", "schema: 2\nlesson", "schema: 2", "schema"),
        ("kind: short", "kind: shirt", "kind: shirt", "exercises[7].kind"),
        ("kind: short", "kind: [short]", "kind: [short]", "exercises[7].kind"),
        ("quote: The motor", "quote: A motor", "quote: A motor", "exercises[2].show[0]"),
        ("id: ferry-days", "id: ferry-sort", "id: ferry-sort\n    kind: classify\n    title: Which", "exercises[6].id"),
    ],
)
def test_exercises_with_a_fault_are_an_error_that_names_it(old, new, marker, field, tmp_path, ferry):
    text = (FERRY / "exercises/01-ferry.yml").read_text("utf-8").replace(old, new)
    (tmp_path / "mine.yml").write_text(text, "utf-8")
    with pytest.raises(CaseError) as error:
        load_exercises(tmp_path / "mine.yml", ferry)
    (problem,) = error.value.problems
    line = text[: text.index(marker)].count("\n") + 1
    assert (problem.file, problem.line, problem.field) == ("mine.yml", line, field)


def test_exercises_that_are_no_yaml_or_not_there_are_an_error(tmp_path, ferry):
    (tmp_path / "mine.yml").write_text("exercises: [", "utf-8")
    for name in ("mine.yml", "nowhere.yml"):
        with pytest.raises(CaseError, match=name):
            load_exercises(tmp_path / name, ferry)


# What ships


def test_every_case_that_ships_is_found_by_its_case_yml():
    assert [path.name for path in case_folders()] == sorted(
        path.parent.name for path in folder("seeds").glob("*/case.yml")
    )
    assert SHIPPED in case_folders()


def test_a_lesson_gives_its_exercises_in_their_order():
    course = load_shipped()
    names = [one.card.id for one in course.lesson("07-odd-phrases")]
    assert names[0] == "review-credit-line"
    assert names[-1] == "exit-ticket"
    assert course.lesson("99-nowhere") == []
    assert "07-odd-phrases" in course.lessons


def test_the_course_is_loaded_once():
    assert load_shipped() is load_shipped()


def test_a_folder_that_is_missing_is_an_error_that_says_to_install_again():
    with pytest.raises(SameStoryError, match="install samestory again"):
        folder("nowhere")


def test_two_cases_with_one_exercise_of_the_same_id_are_an_error(tmp_path, monkeypatch):
    Copy(FERRY, tmp_path)
    shutil.copytree(tmp_path / "nordo-ferry", tmp_path / "second")
    (tmp_path / "second" / "case.yml").write_text(
        (FERRY / "case.yml").read_text("utf-8").replace("id: nordo-ferry", "id: second"), "utf-8"
    )
    monkeypatch.setattr(shipped_module, "case_folders", lambda: [tmp_path / "nordo-ferry", tmp_path / "second"])
    with pytest.raises(SameStoryError, match="ferry-causes"):
        load_shipped()


def test_an_exercise_that_waits_for_one_that_no_case_has_is_an_error(tmp_path, monkeypatch):
    copy = Copy(FERRY, tmp_path)
    line = "  - id: ferry-why\n    kind: choose\n"
    copy.replace("exercises/01-ferry.yml", line, f"{line}    until: [ferry-causes, of-no-case]\n")
    monkeypatch.setattr(shipped_module, "case_folders", lambda: [copy.folder])
    with pytest.raises(SameStoryError, match="'ferry-why' waits until 'of-no-case' is done"):
        load_shipped()


def test_a_course_knows_the_exercises_of_all_its_cases(ferry):
    course = Course({"nordo-ferry": ferry, **load_shipped().cases})
    assert course.exercise("ferry-why").card.points == 3
    assert course.exercise("luhansk-name").card.kind == "short"
    assert set(course.exercises) == {*ferry.exercises, *load_shipped().exercises}


def test_a_case_may_have_an_empty_record(tmp_path):
    folder = tmp_path / "nordo-ferry"
    shutil.copytree(FERRY, folder, ignore=shutil.ignore_patterns("exercises"))
    (folder / "record.yml").write_text("schema: 1\nstatements: []\n", encoding="utf-8")
    for name in (folder / "findings").iterdir():
        name.unlink()
    assert load_case(folder).record == {}
