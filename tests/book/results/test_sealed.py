"""The page of results and the tests' closed keys: nothing before both are done, then all; and earlier tests alone."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from samestory.course import load_shipped, manifest

pytestmark = pytest.mark.browser  # it needs node

WEB = Path(__file__).parents[3] / "src" / "samestory" / "book" / "web"
LOOK = """
import { compared, testsDone } from %s;
import { opened } from %s;
const [forms, given] = JSON.parse(process.argv[1]);
const entries = new Map(Object.entries(given));
const after = await opened(forms, entries);
console.log(JSON.stringify({
  before: compared(forms, entries, "ab"), done: testsDone(forms, entries), both: compared(after, entries, "ab"),
}));
"""
COURSE = load_shipped()


def entry(name: str, **changes: str) -> dict[str, Any]:
    one = COURSE.exercise(name)
    answer = one.key()["answer"]
    answer["placed"] |= changes
    record = {
        "schema": 1,
        "exercise": name,
        "spec": one.fingerprint(),
        "answer": answer,
        "when": "2026-11-01T10:00:00Z",
    }
    return {"record": record, "checked": True}


def looked(forms: dict[str, Any] | None, entries: dict[str, Any]) -> dict[str, Any]:
    script = LOOK % tuple(json.dumps((WEB / name).as_uri()) for name in ("compared.mjs", "opened.mjs"))
    given = json.dumps([forms, entries])
    done = subprocess.run(
        ["node", "--input-type=module", "-e", script, given], capture_output=True, text=True, check=True
    )
    return dict(json.loads(done.stdout))


def test_both_tests_open_when_both_are_done_and_count_what_python_counts() -> None:
    found = looked(
        manifest.forms(COURSE), {"form-a": entry("form-a", a2="sound", a5="detail"), "form-b": entry("form-b")}
    )
    assert (found["before"], found["done"]) == (None, 2)
    first, second = found["both"]["first"], found["both"]["second"]
    verdict = COURSE.exercise("form-a").verdict(entry("form-a", a2="sound", a5="detail")["record"]["answer"])
    assert {one.name: [one.count, one.of] for one in verdict.measures} == {
        "caught": first["caught"],
        "trusted": first["trusted"],
    }
    assert (second["caught"], second["trusted"]) == ([6, 6], [6, 6])
    assert (first["sure"]["right"], first["sure"]["said"]) == (10, 100)


@pytest.mark.parametrize("missing", ["form-b", "one group", "one step", "another edition"])
def test_with_one_test_incomplete_nothing_opens(missing: str) -> None:
    entries = {"form-a": entry("form-a"), "form-b": entry("form-b")}
    if missing == "form-b":
        del entries["form-b"]
    elif missing == "one group":
        del entries["form-b"]["record"]["answer"]["placed"]["b1"]
    elif missing == "one step":
        del entries["form-b"]["record"]["answer"]["sure"]["b1"]
    else:
        entries["form-b"]["record"]["spec"] = "000000000000"
    found = looked(manifest.forms(COURSE), entries)
    assert (found["done"], found["both"]) == (1, None)


def test_a_course_without_tests_has_nothing_to_open() -> None:
    assert looked(None, {}) == {"before": None, "done": 0, "both": None}


def test_tests_of_an_earlier_edition_are_counted_without_a_key() -> None:
    earlier = manifest.earlier_forms(COURSE)
    found = looked(earlier, {name: entry(name) for name in earlier})
    assert found["both"]["first"]["caught"] == [6, 6]
    assert found["both"]["first"]["sure"] is None
