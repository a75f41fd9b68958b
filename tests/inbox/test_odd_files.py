"""Each odd file is a sentence and the others are read; nothing of a file is run, and nothing fetched."""

import io
import socket
import sys
import zipfile
from pathlib import Path

import pytest

from samestory.inbox import FileFound, Refused, Taken, take, take_files
from samestory.inbox import files as gathering

STORY = "The gate of the harbour was shut on Tuesday. The keeper said that it stays shut until May.\n"
PAGE = """<!DOCTYPE html><html><head><base href="http://example.invalid/"><title>The gate is shut</title>
<meta property="og:site_name" content="Harbour Post"><meta property="article:published_time" content="2026-03-03T08:00">
<link rel="canonical" href="https://example.org/gate"><script>document.write("<p>Run!</p>")</script></head>
<body><nav><p>Home Sport</p></nav><article><h1>The gate is shut</h1>
<p>The gate of the harbour was <b>shut</b> on Tuesday &amp; stays so.</p><img src="http://example.invalid/x.png">
<p onclick="run()">The keeper said that it stays shut until the end of May, when the boats come home.</p></article>
<footer><p>All rights reserved</p></footer></body></html>"""


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a file was to be read, and something was fetched")

    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)


def archive(**files: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as out:
        for name, text in files.items():
            out.writestr(name, text)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "empty"),
        (b" \r\n ", "empty"),
        (b"\xef\xbb\xbf", "no words"),
        (b"x" * (gathering.LARGEST_FILE + 1), "20 MB"),
        (b"word " * 250_000, "a million characters"),
        (b"{\\rtf1 words}", "rich text"),
        (b"\xd0\xcf\x11\xe0 words", "old Word file"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (bytes(range(256)) * 9, "no text"),
        (b"PK\x03\x04 broken", "no text document"),
        (archive(**{"[Content_Types].xml": "", "xl/workbook.xml": ""}), "no text document"),
    ],
)
def test_a_file_without_a_text_is_refused_in_words(content: bytes, why: str) -> None:
    refused = take(FileFound("odd.txt", content))
    assert isinstance(refused, Refused)
    assert why in refused.why


def test_the_others_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("", "utf-8")
    (tmp_path / "b.txt").write_text(STORY, "utf-8")
    (tmp_path / ".hidden").write_text(STORY, "utf-8")
    named = [tmp_path, tmp_path / "gone.txt", tmp_path / ("n" * 300 + ".txt"), tmp_path / "b.txt"]
    found = list(take_files(named))
    assert [type(one) for one in found] == [Refused, Taken, Refused, Refused, Taken]


def test_an_archive_is_unpacked_in_memory_under_last_names() -> None:
    found = archive(**{"../../evil.txt": STORY, "inner/b.txt": STORY, "__MACOSX/b.txt": "", "n" * 300: STORY})
    assert [one.name for one in gathering._unpacked("all.zip", found)] == ["evil.txt", "b.txt", "n" * 300]


def test_a_bomb_is_not_unpacked_and_its_neighbour_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gathering, "LARGEST_FILE", 100_000)
    bomb, story = gathering._unpacked("all.zip", archive(**{"bomb.txt": "0" * 200_000, "story.txt": STORY}))
    assert isinstance(bomb, Refused)
    assert "bomb" in bomb.why
    assert isinstance(story, FileFound)


def test_an_archive_in_an_archive_stays_packed() -> None:
    outer = io.BytesIO()
    with zipfile.ZipFile(outer, "w") as out:
        out.writestr("inner.zip", archive(**{"a.txt": STORY}))
    (inner,) = gathering._unpacked("outer.zip", outer.getvalue())
    assert isinstance(inner, Refused)


def test_a_page_gives_its_story_and_fields_without_any_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    taken = take(FileFound("gate.html", PAGE.encode()))
    assert isinstance(taken, Taken)
    assert taken.text.split("\n\n") == [
        "The gate is shut",
        "The gate of the harbour was shut on Tuesday & stays so.",
        "The keeper said that it stays shut until the end of May, when the boats come home.",
    ]
    assert (taken.fields.outlet, taken.fields.date) == ("Harbour Post", "2026-03-03")
    assert taken.fields.address == "https://example.org/gate"
    assert "pip install 'samestory[import]'" in " ".join(taken.notes)
    assert taken.cut == ("Home Sport", "All rights reserved")


def test_a_page_gives_its_story_with_the_library() -> None:
    pytest.importorskip("trafilatura")
    taken = take(FileFound("gate.html", PAGE.encode()))
    assert isinstance(taken, Taken)
    assert "The keeper said that it stays shut until the end of May" in taken.text
    assert "Run!" not in taken.text
    assert "rights reserved" not in taken.text
    assert (taken.fields.outlet, taken.fields.date) == ("Harbour Post", "2026-03-03")
    assert "All rights reserved" in taken.cut


def test_a_library_that_is_missing_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    refused = take(FileFound("odd", b"%PDF-1.4"))
    assert isinstance(refused, Refused)
    assert "pip install 'samestory[import]'" in refused.why


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def docx_of(body: str, head: str = "") -> FileFound:
    """A .docx as its words lie in it."""
    markup = f'<?xml version="1.0" encoding="UTF-8"?>{head}<w:document {W}><w:body>{body}</w:body></w:document>'
    return FileFound("gate.docx", archive(**{"[Content_Types].xml": "", "word/document.xml": markup}))


def test_without_its_library_a_docx_gives_the_same_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    inserted = "<w:ins><w:r><w:t>in May.</w:t></w:r></w:ins>"
    deleted = "<w:del><w:r><w:delText>in June.</w:delText></w:r></w:del>"
    opens = "<w:r><w:t>The “gate” opens</w:t><w:tab/><w:t xml:space='preserve'>again </w:t></w:r>"
    cell = "<w:tc><w:p><w:r><w:instrText>PAGE</w:instrText><w:t>In a cell 🔥</w:t></w:r></w:p></w:tc>"
    taken = take(docx_of(f"<w:p>{opens}{inserted}{deleted}</w:p><w:p/><w:tbl><w:tr>{cell}</w:tr></w:tbl>"))
    assert isinstance(taken, Taken)
    assert taken.text == "The “gate” opens\tagain in May.\n\nIn a cell 🔥"


@pytest.mark.parametrize(
    ("found", "why"),
    [
        (docx_of("<w:p>", ""), "damaged"),
        (docx_of("<w:p/>"), "no paragraphs"),
        (docx_of("<w:p><w:r><w:t>&a;</w:t></w:r></w:p>", '<!DOCTYPE a [<!ENTITY a "aaaaaaaa">]>'), "damaged"),
        (docx_of("<w:p>" * 3000 + "</w:p>" * 3000), "no paragraphs"),
    ],
    ids=["broken", "empty", "names that multiply", "deep"],
)
def test_without_its_library_an_odd_docx_is_refused_in_words(
    found: FileFound, why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    refused = take(found)
    assert isinstance(refused, Refused)
    assert why in refused.why


def test_a_docx_gives_its_words_and_nothing_else() -> None:
    docx = pytest.importorskip("docx")
    written = docx.Document()
    written.add_paragraph("The gate is shut.")
    written.part.relate_to("http://example.invalid/t.dotm", docx.opc.constants.RELATIONSHIP_TYPE.HYPERLINK, True)
    saved = io.BytesIO()
    written.save(saved)
    with zipfile.ZipFile(saved, "a") as packed:
        packed.writestr("word/vbaProject.bin", b"macro")
    taken = take(FileFound("gate.docx", saved.getvalue()))
    assert isinstance(taken, Taken)
    assert taken.text == "The gate is shut."


def test_a_word_file_with_macros_is_read_as_text() -> None:
    docx = pytest.importorskip("docx")
    written, saved, macros = docx.Document(), io.BytesIO(), io.BytesIO()
    written.add_paragraph("The gate is shut.")
    written.save(saved)
    with zipfile.ZipFile(saved) as packed, zipfile.ZipFile(macros, "w") as out:
        for one in packed.infolist():
            plain = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
            typed = b"application/vnd.ms-word.document.macroEnabled.main+xml"
            out.writestr(one.filename, packed.read(one).replace(plain, typed))
        out.writestr("word/vbaProject.bin", b"macro")
    taken = take(FileFound("gate.docm", macros.getvalue()))
    assert isinstance(taken, Taken)
    assert taken.text == "The gate is shut."


def test_a_docx_that_ends_too_soon_is_called_a_damaged_docx(tmp_path: Path) -> None:
    (tmp_path / "gate.docx").write_bytes(b"PK\x03\x04")
    (tmp_path / "gate.zip").write_bytes(b"PK\x03\x04")
    whys = {one.name: one.why for one in take_files([tmp_path]) if isinstance(one, Refused)}
    assert "the .docx is damaged" in whys["gate.docx"]
    assert "the archive is damaged" in whys["gate.zip"]


def test_a_broken_docx_is_refused() -> None:
    pytest.importorskip("docx")
    broken = take(FileFound("gate.docx", archive(**{"[Content_Types].xml": "<", "word/document.xml": ""})))
    assert isinstance(broken, Refused)


def test_a_pdf_of_pictures_and_a_broken_one_are_refused_in_words() -> None:
    pypdf = pytest.importorskip("pypdf")
    writer = pypdf.PdfWriter()
    writer.add_blank_page(200, 200)
    saved = io.BytesIO()
    writer.write(saved)
    for content, why in ((saved.getvalue(), "text recognition"), (b"%PDF-1.4 broken", "damaged")):
        refused = take(FileFound("scan.pdf", content))
        assert isinstance(refused, Refused)
        assert why in refused.why


def test_what_a_page_says_of_itself_is_checked() -> None:
    head = '<meta name="date" content="2026-13-45"><meta name="author" content="\u202eLee"><title>Shut</title>'
    taken = take(FileFound("a.html", f"<html>{head}<p>The gate of the harbour is shut.</p>".encode()))
    assert isinstance(taken, Taken)
    assert taken.fields.date is None
    assert taken.fields.byline == "Lee"
    assert taken.text.startswith("Shut\n\nThe gate")


def pdf(lines: list[str]) -> bytes:
    """A PDF of one page with these lines, and a script that wants to run when it is opened."""
    drawn = b"BT /F1 12 Tf 72 700 Td " + b"".join(f"({line}) Tj 0 -14 Td ".encode() for line in lines) + b"ET"
    parts = [
        b"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(drawn), drawn),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    body, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(b"%010d 00000 n \n" % len(body))
        body += b"%d 0 obj%s\nendobj\n" % (number, part)
    table = b"xref\n0 6\n0000000000 65535 f \n" + b"".join(places)
    return body + table + b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(body)


def test_the_lines_of_a_pdf_become_paragraphs() -> None:
    pytest.importorskip("pypdf")
    lines = [
        "The keeper of the gate said on Tuesday that the old cran-",
        "berry market would be closed to all visitors.",
    ]
    lines += [
        "She said no more.",
        "The harbour town has had a gate since the year of 1702,",
        "and no flood came over it.",
    ]
    taken = take(FileFound("gate.pdf", pdf(lines)))
    assert isinstance(taken, Taken)
    assert taken.text.split("\n\n") == [
        "The keeper of the gate said on Tuesday that the old cranberry market would be closed to all visitors."
        " She said no more.",
        "The harbour town has had a gate since the year of 1702, and no flood came over it.",
    ]
