"""Hard words on a page: which are marked, which are left alone, and the page that lists them."""

import re
from pathlib import Path

import pytest
from docutils import nodes
from made_nodes import written
from small_book import build

from samestory.book.tree.gloss import MOST_GLOSSES, mark
from samestory.book.tree.glossary import GlossaryError, Term, read_terms
from samestory.book.tree.markup import read_markup
from samestory.book.tree.places import place_of_exercise

FERRY = Term("slipway", ("slipway", "slipways"), "A ramp for boats.")
OFFICE = Term("Harbour Board", ("Harbour Board",), "Those who run a harbour.")
TAUGHT = Term("furniture", ("furniture",), "What is around an article.", lesson=1)
TERMS = (FERRY, OFFICE, TAUGHT)
EVIDENCE = '<blockquote class="ss-evidence"><p>%s</p></blockquote>'


def glossed(body: str, terms: tuple[Term, ...] = TERMS, lesson: int = 0) -> tuple[str, int]:
    """A page's HTML with marks, and how many there are."""
    page = nodes.Element("", *read_markup(body))
    count = mark(page, terms, lesson)
    return written(page.children), count


def marked(body: str, terms: tuple[Term, ...] = TERMS, lesson: int = 0) -> list[str]:
    """The words that are marked on a page, in their order."""
    text, count = glossed(body, terms, lesson)
    found = re.findall(r'<span class="sb-gloss" data-says="[^"]*">([^<]*)</span>', text)
    assert len(found) == count
    assert re.sub(r'<span class="sb-gloss" data-says="[^"]*">([^<]*)</span>', r"\1", text) == body
    return found


def test_the_first_mention_is_marked_and_no_other() -> None:
    assert glossed("<p>The slipway. The slipway.</p>", TERMS)[0] == (
        '<p>The <span class="sb-gloss" data-says="A ramp for boats.">slipway</span>. The slipway.</p>'
    )


def test_every_form_counts_as_the_term() -> None:
    assert marked("<p>Two slipways, one slipway.</p>") == ["slipways"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Slipway in sight.", ["Slipway"]),
        ("SLIPWAY in sight.", []),
        ("the Harbour Board met", ["Harbour Board"]),
        ("the harbour board met", []),
        ("slipwayside, unslipway, slipway-like, pre-slipway", []),
        ("“slipway”, (slipway)", ["slipway"]),
        ("Nordo’s slipway’s end", ["slipway"]),
        ("&lt;slipway&gt; &amp; more", ["slipway"]),
    ],
)
def test_whole_words_in_the_right_letters_are_marked(text: str, words: list[str]) -> None:
    assert marked(f"<p>{text}</p>") == words


@pytest.mark.parametrize(
    "body",
    [
        "<h2>The slipway</h2>",
        '<p><a href="x.html">The slipway</a></p>',
        "<p><code>slipway</code></p>",
        "<ul><li><button>slipway</button></li></ul>",
        '<figure class="ss-figure"><p>slipway</p></figure>',
        "<same-story-explorer><table><tr><td>slipway</td></tr></table></same-story-explorer>",
        '<div class="ss-fallback"><p>slipway</p></div>',
        '<p><script type="application/json">{"text": "<p>slipway"}</script></p>',
        '<p title="slipway">Here</p>',
        "<div>slipway</div>",
        "<p><!-- slipway --></p>",
    ],
)
def test_words_elsewhere_are_left_alone(body: str) -> None:
    assert marked(body) == []


@pytest.mark.parametrize(
    "body",
    ["<p>slipway</p>", "<ol><li>slipway</li></ol>", "<table><tr><td>slipway</td></tr></table>", EVIDENCE % "slipway"],
)
def test_words_of_texts_lists_tables_and_clippings_are_marked(body: str) -> None:
    assert marked(body) == ["slipway"]


WORD = nodes.Text("The slipway")


@pytest.mark.parametrize(
    ("node", "count"),
    [
        (nodes.paragraph("", "", WORD), 1),
        (nodes.list_item("", WORD), 1),
        (nodes.entry("", WORD), 1),
        (nodes.definition("", WORD), 1),
        (nodes.rubric("", "", WORD), 1),
        (nodes.admonition("", nodes.title("", "", WORD)), 1),
        (nodes.section("", nodes.title("", "", WORD)), 0),
        (nodes.paragraph("", "", nodes.reference("", "", WORD)), 0),
        (nodes.paragraph("", "", nodes.literal("", "", WORD)), 0),
        (nodes.paragraph("", "", nodes.strong("", "", WORD)), 0),
        (nodes.literal_block("", "", WORD), 0),
        (nodes.figure("", nodes.caption("", "", WORD)), 0),
        (place_of_exercise("a", 1, nodes.paragraph("", "", WORD)), 0),
        (nodes.container("", WORD), 0),
        (nodes.container("", nodes.paragraph("", "", WORD), classes=["ss-evidence"]), 1),
    ],
)
def test_words_of_the_page_s_own_text_are_marked_as_those_of_cells_are(node: nodes.Element, count: int) -> None:
    assert mark(nodes.Element("", node.deepcopy()), TERMS) == count


def test_a_word_that_the_page_explains_where_it_first_stands_is_not_marked() -> None:
    assert marked("<p>A <strong>slipway</strong> is a ramp.</p><p>The slipway was wet.</p>") == []


def test_a_word_that_is_met_before_it_is_explained_is_marked() -> None:
    assert marked(f"{EVIDENCE % 'the slipway'}<p>A <strong>slipway</strong> is a ramp.</p>") == ["slipway"]


def test_a_word_of_an_earlier_lesson_is_marked_in_evidence_only() -> None:
    both = f"<p>Its furniture.</p>{EVIDENCE % 'Old furniture'}"
    assert glossed(both, TERMS, lesson=2)[0].index("sb-gloss") > both.index("blockquote")
    assert marked("<p>Its furniture.</p>", lesson=2) == []
    assert marked("<p>Its furniture.</p>", lesson=1) == ["furniture"]


def test_a_line_may_end_between_two_words_of_a_term() -> None:
    term = Term("harbour log", ("harbour log",), "What the harbour notes.")
    assert marked("<p>It stands in the harbour\nlog. The harbour log is old.</p>", (term,)) == ["harbour\nlog"]


def test_of_two_terms_in_one_place_the_longer_wins() -> None:
    terms = (Term("control", ("control",), "x"), Term("arms control", ("arms control",), "y"))
    assert marked("<p>Talks on arms control.</p>", terms) == ["arms control"]


def test_a_page_stays_calm_and_hard_words_of_the_evidence_go_first() -> None:
    many = tuple(Term(f"word{letter}", (f"word{letter}",), "x") for letter in "abcdefghijklmnopqrst")
    prose = "".join(f"<p>{term.name}</p>" for term in many)
    found = marked(f"{prose}{EVIDENCE % 'the slipway'}", (*many, FERRY))
    assert len(found) == MOST_GLOSSES
    assert "slipway" in found


def test_marking_a_page_of_a_megabyte_ends() -> None:
    assert marked(f"<p>{'slipwa ' * 150_000}</p>") == []
    assert marked("<p>slipwa " * 20_000 + "</div>" * 20_000) == []
    assert marked("<p>slipwa</p> " * 70_000) == []


# The page that lists them

ENTRIES = """
- term: slipway
  forms: [slipway, slipways]
  says: A ramp for boats.
- term: "Crew & mate"
  says: Those on board.
- term: furniture
  says: What is around an article.
  lesson: 1
"""


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("book")
    for name in ("book", "notebooks"):
        (folder / "source" / name).mkdir(parents=True)
    (folder / "source" / "book" / "glossary.yml").write_text(ENTRIES, "utf-8")
    toctree = "```{toctree}\n:hidden:\nbook/glossary\nnotebooks/01-page\nplain\n```\n"
    built, complaints = build(
        folder,
        {
            "welcome": f"# Welcome\n\nThe slipway of Nordo.\n\n{toctree}",
            "book/glossary": "# Glossary\n\nWords.\n\n```{glossary-list}\n```\n",
            "notebooks/01-page": "# 1 · Page\n\nIts *furniture*.\n",
            "plain": "# Plain\n\nNo hard word.\n",
        },
    )
    assert complaints == ""
    return built


def test_the_glossary_lists_every_term_under_its_letter(book: Path) -> None:
    text = (book / "book" / "glossary.html").read_text("utf-8")
    assert re.findall(r'href="(#letter-\w)"', text) == ["#letter-c", "#letter-f", "#letter-s"]
    assert re.findall(r'<dt id="([^"]*)">', text) == ["term-crew-mate", "term-furniture", "term-slipway"]
    assert 'id="letter-s"' in text
    assert "A ramp for boats." in text


def test_a_term_leads_to_the_lesson_that_teaches_it(book: Path) -> None:
    text = (book / "book" / "glossary.html").read_text("utf-8")
    assert re.search(r'href="\.\./notebooks/01-page\.html"[^>]*><span[^>]*>Lesson 1</span></a>', text)


def test_nothing_is_marked_on_the_glossary_itself(book: Path) -> None:
    text = (book / "book" / "glossary.html").read_text("utf-8")
    assert "sb-gloss" not in text
    assert "gloss.css" in text


def test_pages_load_what_shows_the_notes_only_if_they_have_some(book: Path) -> None:
    welcome, plain = ((book / f"{name}.html").read_text("utf-8") for name in ("welcome", "plain"))
    assert 'data-says="A ramp for boats."' in welcome
    assert "gloss.css" in welcome
    assert "gloss.css" not in plain


def test_the_search_knows_the_words_of_the_glossary(book: Path) -> None:
    assert '"ramp": 0' in (book / "searchindex.js").read_text("utf-8")


@pytest.mark.parametrize(
    ("entries", "says"),
    [
        ("- term: a\n  says: x\n- term: a\n  says: y\n", "a: an entry of its own"),
        ("- term: a\n", "expected are term and says"),
        ("- term: a\n  says: x\n  colour: red\n", "expected are term and says"),
    ],
)
def test_an_entry_that_can_not_be_used_is_named(tmp_path: Path, entries: str, says: str) -> None:
    file = tmp_path / "glossary.yml"
    file.write_text(entries, "utf-8")
    with pytest.raises(GlossaryError, match=says):
        read_terms(file)
