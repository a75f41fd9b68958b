"""`anchor`: quotations get their places, and nothing else in an author's file changes."""

import pytest
from made_cases import FERRY, Copy

from samestory.case import load_case
from samestory.case.anchor import anchor, place
from samestory.text import PhraseError

POST = "findings/harbour-post.yml"
ARTICLE = "articles/harbour-post.txt"
TEXT = "The “ferry” stops. The ferry\u00a0stops, 🚢 the ferry stops."


def entry(copy: Copy, text: str) -> None:
    """Leave one finding only, whose lines up to `certainty` are `text`."""
    rest = (
        "    should_be: null\n    certainty: open\n    why: Odd.\n    evidence: [{says: So it is.}]\n"
        "    harm: {level: none, why: None.}\ncontrols: []\n"
    )
    copy.write(POST, f"schema: 1\narticle: harbour-post\nfindings:\n{text}{rest}")
    (copy.folder / "exercises/01-ferry.yml").unlink()


@pytest.fixture
def copy(tmp_path) -> Copy:
    return Copy(FERRY, tmp_path)


def without_places(copy: Copy) -> str:
    """The findings file as its author typed it, before any place was filled in."""
    return "".join(line for line in copy.text(POST).splitlines(keepends=True) if not line.startswith("    at: ["))


def test_every_place_is_filled_in_and_the_file_is_what_it_was(copy):
    before = copy.text(POST)
    copy.write(POST, without_places(copy))
    assert anchor(copy.folder) == (7, [])
    assert copy.text(POST) == before
    assert load_case(copy.folder).findings["founding"].start == 335


def test_a_second_run_writes_nothing(copy):
    path = copy.folder / POST
    before = path.stat().st_mtime_ns
    assert anchor(copy.folder) == (0, [])
    assert path.stat().st_mtime_ns == before


def test_a_place_that_is_wrong_is_written_anew(copy):
    before = copy.text(POST)
    copy.replace(POST, "at: [335, 359]", "at: [1, 2]")
    assert anchor(copy.folder) == (1, [])
    assert copy.text(POST) == before


Q = "the Founding of the Port"
WAYS = {
    "plain": f"  - id: one\n    label: name\n    quote: {Q}\n",
    "with a comment": f"  - id: one\n    label: name\n    quote: {Q}   # a founding?\n",
    "in quotation marks": f'  - id: one\n    label: name\n    quote: "{Q}"\n',
    "over two lines": "  - id: one\n    label: name\n    quote: the Founding\n      of the Port\n",
    "folded": "  - id: one\n    label: name\n    quote: >-\n      the Founding\n      of the Port\n",
    "folded, then a blank line": f"  - id: one\n    label: name\n    quote: >-\n      {Q}\n\n",
    "folded, then a comment": f"  - id: one\n    label: name\n    quote: >-  # why so?\n      {Q}\n    # and\n",
    "in a block": f"  - id: one\n    label: name\n    quote: |-\n      {Q}\n",
    "first of its entry": f"  - quote: {Q}\n    id: one\n    label: name\n",
    "with a place elsewhere": f"  - id: one\n    at: [0, 1]\n    quote: {Q}\n    label: name\n",
    "with a place over three lines": f"  - id: one\n    at:\n      - 0\n      - 1\n    quote: {Q}\n    label: name\n",
    "with a place that is empty": f"  - id: one\n    at:\n    quote: {Q}\n    label: name\n",
    "with a place and a comment": f"  - id: one\n    label: name\n    quote: {Q}\n    at: [0, 1]  # old\n",
}


@pytest.mark.parametrize("typed", WAYS.values(), ids=WAYS)
def test_a_quotation_is_anchored_however_it_is_typed(typed, copy):
    entry(copy, typed)
    written = copy.text(POST)
    assert anchor(copy.folder) == (1, [])
    finding = load_case(copy.folder).findings["one"]
    assert (finding.quote, finding.start, finding.end) == ("the Founding of the Port", 335, 359)
    assert anchor(copy.folder) == (0, [])
    kept = [line for line in written.splitlines() if "at:" not in line and line.strip() not in ("- 0", "- 1")]
    assert [line for line in copy.text(POST).splitlines() if "at:" not in line] == kept
    assert copy.text(POST).count("#") == written.count("#")


def test_an_entry_on_one_line_is_anchored_on_it(copy):
    line = "  - {id: one, quote: the Founding of the Port, label: name, should_be: null, certainty: open, why: Odd., "
    line += "evidence: [{says: So.}], harm: {level: none, why: None.}}\n"
    copy.write(POST, f"schema: 1\narticle: harbour-post\nfindings:\n{line}controls: []\n")
    (copy.folder / "exercises/01-ferry.yml").unlink()
    assert anchor(copy.folder) == (1, [])
    assert "quote: the Founding of the Port, at: [335, 359], label" in copy.text(POST)
    assert load_case(copy.folder).findings["one"].start == 335
    assert anchor(copy.folder) == (0, [])


def test_a_quotation_at_the_end_of_a_file_without_a_last_line_break_is_anchored(copy):
    typed = (
        "schema: 1\narticle: harbour-post\ncontrols: []\nfindings:\n  - id: one\n    quote: the Founding of the Port"
    )
    copy.write(POST, typed)
    assert anchor(copy.folder) == (1, [])
    assert copy.text(POST) == f"{typed}\n    at: [335, 359]"


def test_windows_line_ends_stay(copy):
    copy.write(POST, without_places(copy).replace("\n", "\r\n"))
    assert anchor(copy.folder) == (7, [])
    text = copy.text(POST)
    assert text.count("\n") == text.count("\r\n")
    assert load_case(copy.folder).id == "nordo-ferry"


def test_of_several_places_nth_says_which(copy):
    entry(copy, "  - id: one\n    label: name\n    quote: Two Days\n")
    copy.write(ARTICLE, "Two Days and Two Days and Two Days\n")
    written, (problem,) = anchor(copy.folder)
    assert (written, problem.field, problem.line) == (0, "findings[0].quote", 6)
    assert "stands 3 times" in problem.found
    copy.replace(POST, "quote: Two Days\n", "quote: Two Days\n    nth: 2\n")
    assert anchor(copy.folder) == (1, [])
    assert "at: [13, 21]" in copy.text(POST)
    copy.replace(POST, "nth: 2", "nth: 4")
    assert "only 3 times" in anchor(copy.folder)[1][0].found


def test_a_quotation_that_is_nowhere_is_named_and_keeps_what_it_had(copy):
    copy.replace(POST, "quote: sent 1,500 screws by", "quote: sent 1500 screws by")
    before = copy.text(POST)
    written, (problem,) = anchor(copy.folder)
    assert (written, problem.file, problem.field) == (0, POST, "findings[1].quote")
    assert problem.line == copy.line(POST, "1500 screws")
    assert copy.text(POST) == before


def test_after_the_article_changed_its_findings_are_anchored_anew_but_its_hash_still_stops_the_load(copy):
    copy.write(ARTICLE, "Now " + copy.text(ARTICLE))
    assert len(copy.problems()) == 9  # the hash, seven places, and a heading that is not printed any more
    assert anchor(copy.folder) == (7, [])
    assert [one.field for one in copy.problems()] == ["articles[0].sha256", "articles[0].headings[0]"]


@pytest.mark.parametrize(
    ("file", "old", "new", "where"),
    [
        ("case.yml", "schema: 1", "schema: [", "case.yml"),
        (POST, "schema: 1", "schema: [", POST),
        (POST, "label: name", "label: name\n    label: name", POST),
        (POST, "article: harbour-post\nfindings", "article: nowhere\nfindings", POST),
        (POST, "article: harbour-post\nfindings", "article: 7\nfindings", POST),
        (POST, "article: harbour-post\nfindings", "findings", POST),
        ("case.yml", "file: articles/harbour-post.txt", "file: articles/nowhere.txt", POST),
        ("case.yml", "file: articles/harbour-post.txt", "file: ../../other.txt", POST),
    ],
)
def test_a_file_that_can_not_be_anchored_is_a_problem_and_stays_as_it_is(file, old, new, where, copy):
    copy.replace(file, old, new)
    before = copy.text(POST)
    written, (problem,) = anchor(copy.folder)
    assert (written, problem.file) == (0, where)
    assert copy.text(POST) == before


def test_an_article_that_is_no_utf8_can_not_be_anchored_in(copy):
    (copy.folder / ARTICLE).write_bytes(b"\xff")
    assert [problem.file for problem in anchor(copy.folder)[1]] == [POST]


@pytest.mark.parametrize(
    "text", ["", "- x\n", "findings: 7\n", "article: harbour-post\nfindings: [7, {}, {quote: 1}]\n"]
)
def test_a_file_of_another_shape_raises_nothing(text, copy):
    copy.write(POST, text)
    assert anchor(copy.folder)[0] == 0
    assert copy.text(POST) == text


@pytest.mark.parametrize(
    ("quote", "nth", "where"),
    [
        ("The “ferry”", 0, (0, 11)),
        ("ferry stops", 1, (23, 34)),
        ("ferry stops", 2, (42, 53)),
        ("🚢 the", 0, (36, 41)),
    ],
)
def test_a_place_counts_code_points_and_takes_a_space_for_a_no_break_space(quote, nth, where):
    assert place(TEXT, quote, nth) == where
    assert TEXT[slice(*where)].replace("\u00a0", " ") == quote


@pytest.mark.parametrize(
    ("quote", "nth", "said"),
    [
        ("the “ferry”", 0, "the article prints “The “ferry”"),
        ('The "ferry"', 0, "the article prints “The “ferry”"),
        ("ferry stops", 0, "stands 2 times"),
        ("ferry stops", 3, "stands only 2 times"),
        ("never", 0, "“never” does not stand in the article"),
        ("x" * 10_000, 0, "xxx…” does not stand"),
    ],
)
def test_a_quotation_without_one_place_is_an_error_that_says_why(quote, nth, said):
    with pytest.raises(PhraseError, match=said):
        place(TEXT, quote, nth)
