"""The kinds of exercise: every module in `kinds/` that registers a task class."""

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache
from typing import Any, TypeVar

from samestory.exercise.card import Task

T = TypeVar("T", bound=type[Task[Any]])

_KINDS: dict[str, type[Task[Any]]] = {}


def kind(task: T) -> T:
    """Register a task class under its `name`; ValueError if the name is taken."""
    # Two kinds of one name would grade each other's answers.
    if task.name in _KINDS:
        raise ValueError(f"two kinds of exercise are named {task.name!r}: rename one")
    _KINDS[task.name] = task
    return task


@cache
def all_kinds() -> Mapping[str, type[Task[Any]]]:
    """Return every kind by name, found by being in the folder."""
    # By name, not at the top: the kinds import this module to register themselves.
    folder = importlib.import_module("samestory.exercise.kinds")
    for module in pkgutil.iter_modules(folder.__path__):
        importlib.import_module(f"{folder.__name__}.{module.name}")
    return dict(sorted(_KINDS.items()))
