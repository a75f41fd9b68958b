"""What the desk's tests share: a made-up fire, told by three pages, as a case that is scanned once."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from samestory.desk.session import DeskSession
from samestory.inbox import Taken, take_files
from samestory.inbox.made import make_case

TEXTS = Path(__file__).parents[1] / "cases" / "desk"


@pytest.fixture(scope="session")
def fire_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The case, in a folder that nobody changes."""
    folder = tmp_path_factory.mktemp("desk") / "fire"
    make_case(folder, "The fire in the market hall", [one for one in take_files([TEXTS]) if isinstance(one, Taken)])
    return folder


@pytest.fixture
def fire(fire_once: Path, tmp_path: Path) -> Path:
    """The case, to be worked on."""
    return Path(shutil.copytree(fire_once, tmp_path / "fire"))


@pytest.fixture
def asked(fire: Path) -> Callable[..., dict[str, Any]]:
    """Asks the desk of the case; a reply with `trouble` is a failure."""
    session = DeskSession(fire, "Ada")

    def ask(op: str, **more: Any) -> dict[str, Any]:
        reply = session.ask({"op": op, **more})
        assert "trouble" not in reply, reply["trouble"]
        return reply

    return ask
