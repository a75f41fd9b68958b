"""Broken copies of the case that ships: every fault is named with its file, line and field, and nothing else is."""

import hashlib
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from made_cases import FERRY, SHIPPED, Copy, read_cases

from samestory.case import load_case

POST = "findings/powerhouse-news.yml"
LEAN = ("exercises/*", "findings/[a-o]*", "findings/[q-z]*")  # of the shipped case, what takes long to load


def numbered(field: str) -> str:
    """A field whose entry is named by its id, with the entry's number in the file of findings in its place."""
    ids = [one["id"] for one in yaml.safe_load((SHIPPED / POST).read_text("utf-8"))["findings"]]
    return re.sub(r"\[([a-z-]+)\]", lambda found: f"[{ids.index(found[1])}]", field)


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    return Copy(SHIPPED, tmp_path, LEAN)


@pytest.mark.parametrize("fault", read_cases("faults.yml"), ids=lambda fault: fault["name"])
def test_a_fault_is_named_with_file_line_and_field(fault, copy):
    copy.replace(fault["file"], fault["old"], fault["new"])
    problem = copy.problem()
    assert (problem.file, problem.line) == (fault["file"], copy.line(fault["file"], fault["at"]))
    assert problem.field == numbered(fault["field"])
    assert fault["found"] in problem.found
    assert fault["expected"] in problem.expected
    assert fault["do"] in problem.do
    assert str(problem).startswith(f"{problem.file}:{problem.line} [{problem.field}]\n    found     ")
    assert len(str(problem).splitlines()) == 4


def swap(old: bytes, new: bytes) -> Callable[[bytes], bytes]:
    """A change that puts `new` in the place of the first `old`."""
    return lambda content: content.replace(old, new, 1)


UNREADABLE: list[tuple[str, str, Callable[[bytes], bytes], int, str]] = [
    ("a key twice", POST, swap(b"    label: slip\n", b"    label: slip\n    label: name\n"), 0, "key again"),
    ("broken YAML", POST, swap(b"article: powerhouse-news\n", b"article: [powerhouse-news\n"), 3, "expected"),
    ("a colon in a text", POST, swap(b"article: powerhouse-news\n", b"article: a: b\n"), 2, "mapping values"),
    ("a tab for spaces", POST, swap(b"findings:\n", b"findings:\n\t- id: x\n"), 4, "cannot start any token"),
    ("bytes that are no UTF-8", POST, swap(b"article: powerhouse", b"article: p\xffwerhouse"), 2, "0xff"),
    ("UTF-16", POST, lambda b: b.decode().encode("utf-16"), 1, "0xff"),
    ("a character that can't be seen", POST, swap(b"article: powerhouse", b"article: p\x00werhouse"), 2, "0x0000"),
    ("half a character", POST, swap(b"article: powerhouse-news", b'article: "\\ud800"'), 2, "half of a character"),
    ("a number without end", POST, swap(b"article: powerhouse-news", b"article: .nan"), 2, "nan"),
    ("a number beyond counting", POST, swap(b"article: powerhouse-news", b"article: 0x" + b"f" * 9999), 2, "too large"),
    ("a number of 9999 digits", POST, swap(b"article: powerhouse-news", b"article: " + b"9" * 9999), 2, "does not fit"),
    ("an alias", POST, swap(b"article: powerhouse-news", b"article: &a [*a]"), 2, "an alias"),
    ("a key that is a number", POST, swap(b"article: powerhouse-news", b"1: powerhouse-news"), 2, "the key 1"),
    ("a key that is no", POST, swap(b"article: powerhouse-news", b"no: powerhouse-news"), 2, "the key no"),
    ("a key that is a list", POST, swap(b"article: powerhouse-news", b"? [a, b]\n: c"), 2, "several values"),
    ("a tag", POST, swap(b"article: powerhouse-news", b"article: !!python/name:os.system x"), 2, "constructor"),
    ("a tag that does not fit", POST, swap(b"article: powerhouse-news", b'article: !!int ""'), 2, "does not fit"),
    ("a truth that is none", POST, swap(b"article: powerhouse-news", b"article: !!bool maybe"), 2, "does not fit"),
    ("a date by its tag", POST, swap(b"article: powerhouse-news", b"article: !!timestamp soon"), 2, "does not fit"),
    ("two documents", POST, lambda b: b + b"\n---\nschema: 1\n", -1, "but found another document"),
    ("lists without end", POST, swap(b"article: powerhouse-news", b"article: " + b"[" * 5000), 0, "nested too deeply"),
    ("an empty file", POST, lambda _: b"", 0, "null"),
    ("a text for a file", POST, lambda _: b"hello", 1, '"hello"'),
    ("a list for a file", POST, lambda _: b"- schema: 1\n- article: x\n", 1, "schema"),
    ("an empty case", "case.yml", lambda _: b"# nothing\n", 0, "null"),
    ("an empty record", "record.yml", lambda _: b"---\n", 2, "null"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "file", "change", "line", "found"), UNREADABLE, ids=[one[0] for one in UNREADABLE])
def test_a_file_that_is_no_plain_yaml_is_one_problem_at_its_line(name, file, change, line, found, copy):
    path = copy.folder / file
    path.write_bytes(change(path.read_bytes()))
    problem = copy.problem()
    assert problem.file == file
    assert found in problem.found
    if name == "a key twice":
        line = copy.line(file, "label: slip\n    label: name") + 1
        assert problem.field.endswith("].label")
        assert f"line {line - 1}" in problem.found
    if line >= 0:
        assert problem.line == line
    else:
        assert problem.line == path.read_bytes().count(b"\n", 0, path.read_bytes().index(b"---")) + 1
    str(problem).encode("utf-8")


@pytest.mark.parametrize("file", ["case.yml", "record.yml"])
def test_a_file_that_is_missing_is_the_one_problem(file, copy):
    (copy.folder / file).unlink()
    problem = copy.problem()
    assert (problem.file, problem.line, problem.found) == (file, 0, "no such file")


def test_a_folder_in_the_place_of_a_file_is_the_one_problem(copy):
    (copy.folder / POST).unlink()
    (copy.folder / POST).mkdir()
    problem = copy.problem()
    assert (problem.file, problem.line) == (POST, 0)
    assert "directory" in problem.found


def test_an_article_that_is_no_utf8_is_the_one_problem(copy):
    path = copy.folder / "articles/powerhouse-news.txt"
    content = path.read_bytes() + b"\xff"
    path.write_bytes(content)
    sha = hashlib.sha256(content).hexdigest()
    copy.replace("case.yml", "7f846a38fbf4229ee95516d16487b771bddc6c850b91267ccef6c4bca0d77efd", sha)
    problem = copy.problem()
    assert (problem.field, problem.expected) == ("articles[1].file", "UTF-8 text")
    assert problem.line == copy.line("case.yml", "file: articles/powerhouse-news.txt")


def test_an_edited_article_stops_the_load_by_its_hash_and_by_the_words_that_changed(copy):
    copy.replace("articles/powerhouse-news.txt", "Founding of the Republic", "foundling of the Republic"[:24])
    problems = copy.problems()
    assert [one.field for one in problems][:1] == ["articles[1].sha256"]
    assert numbered("findings[luhansk-name].quote") in [one.field for one in problems]


def test_an_edited_article_with_its_new_hash_stops_the_load_all_the_same(copy):
    copy.replace("articles/powerhouse-news.txt", "Founding of the Republic", "Foundlng of the Republic")
    sha = hashlib.sha256((copy.folder / "articles/powerhouse-news.txt").read_bytes()).hexdigest()
    copy.replace("case.yml", "7f846a38fbf4229ee95516d16487b771bddc6c850b91267ccef6c4bca0d77efd", sha)
    problem = copy.problem()
    assert (problem.file, problem.field) == (POST, numbered("findings[luhansk-name].quote"))
    assert problem.line == copy.line(POST, "quote: the Luhansk Founding of the Republic")


def test_one_word_put_in_at_the_start_moves_every_place_and_each_is_named(copy):
    text = copy.text("articles/powerhouse-news.txt")
    copy.write("articles/powerhouse-news.txt", "Now " + text)
    fields = [one.field for one in copy.problems()]
    places = copy.text(POST).count("\n    at: [")
    assert fields.count("articles[1].sha256") == 1
    assert sum(field.endswith(".at") for field in fields) == places


@pytest.mark.parametrize(
    "overlap", ["the Luhansk Founding of the Republic", "Founding", "as well as the Luhansk Founding"]
)
def test_findings_that_share_words_are_named_at_the_later_one(overlap, copy):
    start = copy.text("articles/powerhouse-news.txt").index(overlap)
    copy.replace(
        POST,
        "\ncontrols:\n",
        f"\ncontrols:\n  - id: second-look\n    quote: {overlap}\n    at: [{start}, {start + len(overlap)}]\n"
        "    looks: Odd.\n    why: Sound.\n    evidence: [{says: So it is.}]\n",
    )
    problem = copy.problem()
    assert (problem.field, problem.found) == ("controls[0].quote", "words of 'luhansk-name'")
    assert problem.line == copy.line(POST, "id: second-look") + 1


def test_five_faults_in_four_files_are_five_problems_at_once(copy):
    copy.replace("case.yml", "7f846a38fbf4229e", "0000000000000000")
    copy.replace("case.yml", "date: 2023-03-02\n    title", "date: 2023-02-30\n    title")
    copy.replace("record.yml", "date: 2022-01-18", "date: 18 January 2022")
    copy.replace(POST, "at: [950, 986]", "at: [0, 36]")
    copy.write("findings/extra.yml", "schema: 1\narticle: nowhere\nfindings: []\ncontrols: []\n")
    assert [(one.file, one.field) for one in copy.problems()] == [
        ("case.yml", "events[2].date"),
        ("case.yml", "articles[1].sha256"),
        ("findings/extra.yml", "article"),
        (POST, numbered("findings[luhansk-name].at")),
        ("record.yml", "statements[0].date"),
    ]


def test_every_fault_of_the_made_up_case_is_named_in_one_go(tmp_path):
    copy = Copy(FERRY, tmp_path)
    copy.replace("case.yml", "d0607e54", "00000000")
    copy.replace("case.yml", "headings: [Ferry Takes", "headings: [Boat Takes")
    copy.replace("findings/harbour-post.yml", "{record: town-title}", "{record: town-titles}")
    copy.replace("findings/harbour-post.yml", "quote: 61 years young", "quote: 16 years young")
    copy.replace("findings/harbour-post.yml", "core: sea mail", "core: air mail")
    copy.replace("exercises/01-ferry.yml", "findings: [founding, sea-mail]", "findings: [founding, lost]")
    copy.replace(
        "exercises/01-ferry.yml", "{article: harbour-post, quote: The motor", "{article: harbour-post, quote: A motor"
    )
    copy.replace("exercises/01-ferry.yml", "{id: ill,", "{id: part,")
    assert [(one.file, one.field) for one in copy.problems()] == [
        ("case.yml", "articles[0].sha256"),
        ("case.yml", "articles[0].headings[0]"),
        ("exercises/01-ferry.yml", "exercises[1].findings"),
        ("exercises/01-ferry.yml", "exercises[2].show[0]"),
        ("findings/harbour-post.yml", "findings[1].core"),
        ("findings/harbour-post.yml", "findings[2].evidence[0]"),
        ("findings/harbour-post.yml", "findings[3].quote"),
    ]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("case.yml", "file: articles/harbour-post.txt", "file: articles/nowhere.txt"),
        ("case.yml", "    outlet: Harbour Post\n", ""),
        ("case.yml", "schema: 1", "schema: ["),
        ("record.yml", "schema: 1", "schema: ["),
        ("record.yml", "id: captain-says", "id: Captain"),
        ("findings/harbour-post.yml", "schema: 1", "schema: ["),
        ("findings/harbour-post.yml", "certainty: open", "certainty: none"),
        ("findings/harbour-post.yml", "quote: U.S. firm Gear & Sons", "quote: U.S. firm Sons & Gear"),
        ("findings/harbour-post.yml", "quote: sent 1,500 screws", "quote: sent 1,600 screws"),
    ],
)
def test_what_follows_from_a_fault_is_not_named_beside_it(file, old, new, tmp_path):
    copy = Copy(FERRY, tmp_path)
    copy.replace(file, old, new)
    assert copy.problem().file == file


def test_a_fault_that_follows_from_nothing_is_named_beside_one_that_hides_much(tmp_path):
    copy = Copy(FERRY, tmp_path)
    copy.replace("case.yml", "file: articles/island-radio.txt", "file: articles/nowhere.txt")
    copy.replace("exercises/01-ferry.yml", "controls: [us-firm]", "controls: [us-film]")
    assert [one.field for one in copy.problems()] == ["articles[1].file", "exercises[1].controls"]


def test_a_copy_that_nobody_broke_loads(copy):
    assert copy.problems() == []
    assert load_case(copy.folder).id == "blinken-lavrov"
