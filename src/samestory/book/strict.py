"""Ends a build with exit code 1 where a page has not what its author asked for: a book must not ship with a hole in it.

Sphinx and MyST-NB only warn of a directive that found nothing and of a cell that failed. The pages are written all the
same, and every fault is said at the end, so that one build shows them all.
"""

import re
from collections.abc import Iterator
from typing import Any

from docutils.parsers.rst import DirectiveError
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

_FAULTS = "samestory-faults"  # in a page's metadata, which Sphinx keeps from build to build
_COLOURS = re.compile(r"\x1b\[[0-9;]*m")
_log = logging.getLogger(__name__)


def fault(directive: SphinxDirective, said: str) -> DirectiveError:
    """The error to raise for a directive that can't show what it names; it is noted for the end of the build."""
    faults = directive.env.metadata[directive.env.docname].setdefault(_FAULTS, [])
    faults.append(f"{{{directive.name}}} in line {directive.lineno}: {said}")
    return directive.error(said)


def end_with_faults(app: Sphinx, error: Exception | None) -> None:
    """Say every fault of every page, and let the build end with 1 if there is any."""
    # A build that broke off has said why, and that is what its author has to mend first.
    faults = [] if error else list(_faults(app.env))
    for page, said in faults:
        _log.error("%s", said, location=page, type="samestory")
    if faults:
        app.statuscode = 1


def _faults(env: BuildEnvironment) -> Iterator[tuple[str, str]]:
    ran: dict[str, dict[str, Any]] = getattr(env, "nb_metadata", {})
    for page in sorted(env.found_docs):
        yield from ((page, said) for said in env.metadata.get(page, {}).get(_FAULTS, ()))
        told = ran.get(page, {}).get("exec_data")
        # A cell that is tagged to fail counts as a success here.
        if told and not told["succeeded"]:
            yield page, f"A cell failed: {_last_line(told)}. Mend it; one that is meant to fail: tag raises-exception."


def _last_line(told: dict[str, Any]) -> str:
    """The end of a traceback, which says what happened."""
    lines = _COLOURS.sub("", told.get("traceback") or "").strip().splitlines()
    return (lines[-1] if lines else str(told.get("error"))).rstrip(".")
