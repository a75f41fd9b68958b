"""Run a learner's code on the inputs of an exercise and write down what comes back, or what went wrong and where.

This is for whoever's machine it is: the learner's own kernel, or the Python worker of the learner's own page. Nothing
that grades imports it.
"""

import ast
import contextlib
import io
import linecache
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TextIO

from samestory.exercise.code.error import error_explained
from samestory.exercise.code.value import RefusedValueError, written

_FILE = "<your code>"
MOST_PRINTED = 2000  # characters
STOPPED = "It did not end within {seconds:g} seconds and was stopped. Is there a loop that never ends?"
Result = dict[str, str]


def arguments(call: Mapping[str, Any]) -> list[Any]:
    """Return the inputs of a call in an exercise's view, new ones each time."""
    given: list[Any] = ast.literal_eval(call["args"])
    return given


def result_of(function: Callable[..., Any], given: list[Any], file: str = _FILE) -> Result:
    """Return what the function gives back for these inputs, written down, or its error in a sentence.

    >>> result_of(len, ["abc"])
    {'value': '3'}
    >>> result_of(lambda words: words[3], [["a"]], __file__)["error"].startswith("Line ")
    True
    """
    try:
        return {"value": written(function(*given))}
    except RefusedValueError as error:
        return {"error": str(error)}
    # The stop button, and the limit of time, must get through.
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # SystemExit too: a learner's exit() ends the call, not the notebook
        return {"error": error_explained(error, file)}


def results_of(view: Mapping[str, Any], source: str) -> Iterator[Result]:
    """Yield the result of each call of an exercise's view, in order, for a learner's source text."""
    # Tracebacks read the source lines from here, for the code lies in no file.
    linecache.cache[_FILE] = (len(source), None, source.splitlines(keepends=True), _FILE)
    try:
        function = _made(view, source)
    except RefusedValueError as error:
        yield from [{"error": str(error)} for _ in view["calls"]]
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        yield from [{"error": error_explained(error, _FILE)} for _ in view["calls"]]
    else:
        for call in view["calls"]:
            yield result_of(function, arguments(call))


def _made(view: Mapping[str, Any], source: str) -> Callable[..., Any]:
    """Return the function that the source text defines, or one that works out its expression."""
    names: dict[str, Any] = {"__name__": "answer"}
    if view["function"] is None:
        # It takes `def f(x):`, ` return x` and nothing at all; it leaves `definitely + 1`.
        if re.match(r"\s*(?:(?:def|return)\b|\Z)", source):
            raise RefusedValueError(
                f"Write one expression that uses {', '.join(view['takes'])}, without def or return."
            )
        code = compile(source.strip(), _FILE, "eval")
        return lambda *given: eval(code, {**names, **dict(zip(view["takes"], given, strict=True))})
    exec(compile(source, _FILE, "exec"), names)
    function = names.get(view["function"])
    if not callable(function):
        takes = ", ".join(view["takes"])
        raise RefusedValueError(f"Define a function with this name: def {view['function']}({takes}):")
    found: Callable[..., Any] = function
    return found


class PrintedText(io.TextIOBase):
    """What a learner's code prints, as far as it is shown."""

    def __init__(self) -> None:
        self.text = ""

    def writable(self) -> bool:
        """It can be printed to."""
        return True

    def write(self, text: str) -> int:
        """Keep the first characters, and pass over the rest."""
        # A loop that prints without end must not fill the memory before it is stopped.
        self.text += text[: max(0, MOST_PRINTED - len(self.text))]
        return len(text)


def run_quietly(view: Mapping[str, Any], source: str, tell: Callable[[Result], None]) -> str:
    """Run as `results_of` does, tell each result as soon as it is there, and return what was printed."""
    printed = PrintedText()
    out: TextIO = printed  # type: ignore[assignment]
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        for result in results_of(view, source):
            tell(result)
    return printed.text
