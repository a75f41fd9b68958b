"""A key that travels closed: the page holds nothing of it in the open, and node opens what Python has closed."""

import base64
import json
import subprocess
from pathlib import Path

import pytest

from samestory.course import load_shipped, manifest
from samestory.exercise.seal import is_sealed, sealed_key
from samestory.widget.element import element, waits_of

MODULE = Path(__file__).parents[2] / "src" / "samestory" / "widget" / "web" / "grading" / "closed.mjs"
FORMS = [one for one in load_shipped().exercises.values() if is_sealed(one)]
OPEN = """
import { openKey } from %s;
const [view, closed] = JSON.parse(process.argv[1]);
openKey(view, closed).then((key) => console.log(JSON.stringify(key)), (error) => console.log(error.name));
"""


def node(view: dict[str, str], closed: dict[str, object]) -> str:
    script = OPEN % json.dumps(MODULE.as_uri())
    given = json.dumps([view, closed])
    done = subprocess.run(
        ["node", "--input-type=module", "-e", script, given], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def named(one) -> dict[str, str]:
    return {"id": one.card.id, "spec": one.fingerprint()}


def test_tests_are_sealed_and_lessons_are_not() -> None:
    assert {one.card.id for one in FORMS} >= {"form-a", "form-b", "form-c"}
    assert not is_sealed(load_shipped().exercise("odd-phrases"))


@pytest.mark.parametrize("one", FORMS, ids=lambda one: one.card.id)
def test_a_page_holds_nothing_of_the_key_in_the_open(one) -> None:
    page = element(one, 1, waits_of(one, load_shipped().exercise))
    key = one.key()
    said = [reply.get("first", "") for slot in key["slots"] for reply in slot["replies"]]
    said += [key["solution"], *(slot["said"] for slot in key["slots"])]
    assert len(said) > 24
    assert [words for words in said if words and words[:40] in page] == []
    assert '"key"' not in page
    assert '"credit"' not in page
    closed = base64.b64decode(sealed_key(one)["text"])
    assert b'"slots"' not in closed


def test_the_page_of_results_holds_nothing_of_the_key_in_the_open() -> None:
    told = json.dumps(manifest.forms(load_shipped()))
    assert '"items"' not in told
    assert '"answer"' not in told


@pytest.mark.browser  # it needs node
@pytest.mark.parametrize("one", FORMS[:3], ids=lambda one: one.card.id)
def test_node_opens_what_python_has_closed(one) -> None:
    assert json.loads(node(named(one), sealed_key(one))) == json.loads(json.dumps(one.key()))


@pytest.mark.browser
def test_a_key_is_not_opened_by_another_name_or_edition_or_with_fewer_rounds() -> None:
    one = FORMS[0]
    closed = sealed_key(one)
    for view, changed in (
        ({**named(one), "id": "form-x"}, closed),
        ({**named(one), "spec": "000000000000"}, closed),
        (named(one), {**closed, "rounds": closed["rounds"] - 1}),
    ):
        assert node(view, changed) == "SyntaxError"
