"""One test over many things: it looks at all of them, and its failure names each that is wrong and says how."""

import inspect
from collections.abc import Callable, Iterable
from typing import Any

import pytest


def for_each(things: Iterable[Any], name: Callable[[Any], str] = str) -> Callable[[Callable[..., None]], Any]:
    """Call a test with each of these as its first argument; a tuple fills as many arguments as it has members.

    In a long list of findings `name` says which thing each is about. Fixtures are the same for all.
    """
    given = list(things)
    assert given, "nothing to look at"

    def turned(test: Callable[..., None]) -> Callable[..., None]:
        def over_all(**fixtures: Any) -> None:
            wrong = {}
            for one in given:
                try:
                    test(*(one if isinstance(one, tuple) else (one,)), **fixtures)
                except (Exception, pytest.fail.Exception) as error:  # an error of the code is a finding as well
                    wrong[name(one)] = f"{type(error).__name__}: {error}"
            assert not wrong, "\n".join([f"{len(wrong)} of {len(given)}", *(f"{a}: {b}" for a, b in wrong.items())])

        width = len(given[0]) if isinstance(given[0], tuple) else 1
        parameters = list(inspect.signature(test).parameters.values())[width:]
        over_all.__name__, over_all.__doc__, over_all.__module__ = test.__name__, test.__doc__, test.__module__
        over_all.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
        return over_all

    return turned
