"""Calls what counts results, in node, and makes what a browser may keep of answers."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

RUN = Path(__file__).parents[1] / "book" / "results" / "run.mjs"
SPEC = "abcdef012345"


def call(*calls: tuple[str, list[Any]]) -> list[Any]:
    """What these functions of the page return, one after the other."""
    node = shutil.which("node")
    if node is None:
        pytest.fail("Counting runs in node. On Debian: apt-get install nodejs. Without it: make test BROWSER=0")
    given = json.dumps([{"call": name, "args": args} for name, args in calls])
    done = subprocess.run([node, RUN], input=given, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def one(name: str, *args: Any) -> Any:
    """What one function of the page returns."""
    return call((name, list(args)))[0]


def answer(name: str, spec: str = SPEC, when: str = "2026-11-02T10:00:00Z", **more: Any) -> dict[str, Any]:
    """What a browser keeps of a checked answer."""
    record = {"schema": 1, "exercise": name, "spec": spec, "answer": {"text": "x"}, "when": when, "hints": 0}
    return {"record": record, "checked": True, **more}


def score(points: float, of: float, caught: Any = None, trusted: Any = None) -> dict[str, Any]:
    """What a browser keeps of a score."""
    return {"points": points, "of": of, "caught": caught, "trusted": trusted, "rule": 2}


def kept(**entries: Any) -> dict[str, Any]:
    """Entries as a browser's storage holds them."""
    return {f"samestory:1:{name}": json.dumps(entry) for name, entry in entries.items()}
