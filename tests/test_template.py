"""Templates escape every value, know no value that is missing, and lie in the package."""

from pathlib import Path

import pytest
from jinja2 import UndefinedError

import samestory
from samestory.table import markup
from samestory.template import _environment, rendered

PACKAGE = Path(samestory.__file__).parent
TEMPLATES = [path.relative_to(PACKAGE).as_posix() for path in sorted(PACKAGE.rglob("*.j2"))]


def test_every_template_is_compiled_and_lies_beside_what_fills_it():
    assert len(TEMPLATES) > 5
    for name in TEMPLATES:
        assert name.endswith((".html.j2", ".xml.j2"))
        _environment().get_template(name)
        filled_by = "".join(path.read_text("utf-8") for path in (PACKAGE / name).parent.glob("*") if path.is_file())
        assert f'"{name}"' in filled_by, f"{name} is filled by nobody beside it"


@pytest.mark.parametrize("name", TEMPLATES)
def test_only_our_own_markup_passes_unescaped(name):
    passing = [line for line in (PACKAGE / name).read_text("utf-8").splitlines() if "| safe" in line]
    ours = ("{{ generator | safe }}", "{{ style | safe }}", "{{ table | safe }}", '{{ "<br>" | safe if')
    ours += ("{{ body | safe }}", "{{ told | safe }}")  # a packed lesson: built of elements that are escaped themselves
    assert [line for line in passing if not any(one in line for one in ours)] == []


def test_a_value_that_is_missing_is_an_error():
    with pytest.raises(UndefinedError, match="summary"):
        rendered("book/directives/fold.html.j2")


@pytest.mark.parametrize("text", ["<script>x</script>", '"><b>', "' onclick='x", "{{ 7*7 }}", "{% include 'x' %}"])
def test_a_value_stays_text(text):
    page = markup([(text, text)], (text, "b"), text, evidence=(text,), is_region=True)
    for sign in ("<script", "<b>", "' onclick", "49"):
        assert sign not in page
    assert page.count("<td") == 1


def test_a_table_leaves_nothing_empty_but_what_is_not_there():
    assert "<td>0</td><td></td>" in markup([("a", 0, None)], ("x", "y", "z"), "Three")
    assert "<tbody></tbody>" in markup([], ("x",), "None")
