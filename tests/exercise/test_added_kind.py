"""The page `add a kind of exercise` is true: its files, added as it says, give a working kind."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FILES = ROOT / "tests" / "cases" / "kind"

TRY_IT = """
import json, sys
from pathlib import Path
from samestory.case import load_case
case = load_case(Path(sys.argv[1]))
one = case.exercise("is-it-monday")
print(json.dumps({
    "view": one.view(), "key": one.key(),
    "samples": [[s.raw, s.low, one.verdict(s.raw).to_json()] for s in one.samples()],
    "odd": one.verdict("perhaps").state,
    "told": one.told(True),
}))
"""


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    """A copy of the house with the kind added as the page says."""
    top = tmp_path_factory.mktemp("house")
    package = top / "samestory"
    shutil.copytree(ROOT / "src" / "samestory", package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "seeds" / "blinken-lavrov", top / "blinken-lavrov")
    shutil.copy(FILES / "yesno.py", package / "exercise" / "kinds")
    shutil.copy(FILES / "yesno.json", package / "exercise" / "kinds")
    shutil.copy(FILES / "yesno.mjs", package / "widget" / "web" / "kinds")
    shutil.copy(FILES / "exercises.yml", top / "blinken-lavrov" / "exercises" / "99-added-kind.yml")
    return top


@pytest.fixture(scope="module")
def tried(house):
    """What a Python that uses this copy makes of the new exercise."""
    command = [sys.executable, "-c", TRY_IT, str(house / "blinken-lavrov")]
    done = subprocess.run(
        command, cwd=house, env={"PYTHONPATH": str(house)}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_the_added_kind_is_found_and_graded_in_python(tried):
    assert tried["view"]["kind"] == "yesno"
    assert "said" not in tried["view"]
    assert [verdict["points"] for _, _, verdict in tried["samples"]] == [1, 0, 0]
    assert tried["odd"] == "unreadable"
    assert tried["told"] == [[tried["view"]["statement"], "yes", False]]


@pytest.mark.browser
def test_the_added_kind_gives_the_same_verdicts_in_javascript(house, tried):
    asked = [{"view": tried["view"], "key": tried["key"], "answer": raw} for raw, _, _ in tried["samples"]]
    script = house / "run.mjs"
    run = (ROOT / "tests" / "grading" / "run.mjs").read_text(encoding="utf-8")
    script.write_text(run.replace("../../src/samestory/", "./samestory/"), encoding="utf-8")
    done = subprocess.run(["node", script], input=json.dumps(asked), capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == [verdict for _, _, verdict in tried["samples"]]
