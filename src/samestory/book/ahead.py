"""Runs the lessons side by side before the pages are read; reading then finds each of them in the cache.

Nearly all of a lesson's time is a kernel that starts and imports, so on two cores this halves the time of a cold build.
"""

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from samestory.book.rests_on import asking, digest_of_run, loaded

LONGEST_FOLDER = 90  # characters of a folder for sockets; with a name behind it, a socket's path has room for 107


@dataclass(frozen=True, slots=True)
class LessonRun:
    """A run that went well: the seconds it took, and the package's modules that were loaded at its end."""

    seconds: float
    modules: list[str]


def run_lessons(app: Sphinx, env: BuildEnvironment, pages: Sequence[str], kernel: Any = None) -> None:
    """Run every page that has code cells and no good run in the cache; one that fails is run again as it is read.

    Each has a kernel of its own, or all have the manager of the one that is given, which goes on afterwards.
    """
    config = getattr(env, "mystnb_config", None)
    if config is None or config.execution_mode != "cache":
        return
    from jupyter_cache import get_cache
    from jupyter_cache.base import CacheBundleIn

    cache, data = get_cache(config.execution_cache_path), app.config.samestory_data
    waiting = []
    for page in pages:
        path = env.doc2path(page)
        notebook = read_notebook(path, env)
        if notebook is not None and not _has_good_run(cache, notebook, data):
            waiting.append((path, notebook))
    # Threads do, for the work is the kernels’. The cache is a database: this thread alone writes to it.
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        runs = pool.map(lambda one: run_notebook(one[1], config.execution_timeout, kernel), waiting)
        for (path, notebook), ran in zip(waiting, runs, strict=True):
            if ran is not None:
                kept = {
                    "execution_seconds": ran.seconds,
                    "modules": ran.modules,
                    "state": digest_of_run(ran.modules, data),
                }
                # The check wants cells counted from 1; a kernel that got its imports beforehand begins with 2.
                bundle = CacheBundleIn(notebook, path, data=kept)
                cache.cache_notebook_bundle(bundle, check_validity=False, overwrite=True)


def read_notebook(path: str, env: Any) -> Any:
    """Return the notebook that a page is, without outputs; None for a page without code cells."""
    from myst_nb.core.read import create_nb_reader

    text = Path(path).read_text("utf-8")
    reader = create_nb_reader(path, env.myst_config, env.mystnb_config, text)
    return reader and reader.read(text)


def run_notebook(notebook: Any, timeout: float, kernel: Any = None) -> LessonRun | None:
    """Run a notebook in a folder of its own and fill in its outputs; return how it went, or None if it failed.

    `kernel` is the manager of one that runs already; it goes on, and stays where it is.
    """
    from jupyter_cache.executors.utils import single_nb_execution

    question = asking()
    # It goes again before the run is kept: the cache finds a page by its cells, and this one is not on the page.
    notebook.cells.append(question)
    with TemporaryDirectory() as folder, TemporaryDirectory() as sockets:
        how = {"cwd": folder, "timeout": timeout, "allow_errors": False, "config": talking_through(sockets)}
        if kernel is not None:
            how["km"] = kernel
        try:
            result = single_nb_execution(notebook, **how)
        except RuntimeError:  # a kernel that did not start, or died
            return None
        finally:
            notebook.cells.pop()
    return None if result.err else LessonRun(float(result.time), loaded(question))


def talking_through(folder: str) -> Any:
    """Let a kernel talk through files where that works: two that start at once can otherwise take the same port."""
    from traitlets.config import Config

    works = os.name == "posix" and len(folder) < LONGEST_FOLDER
    return Config({"KernelManager": {"transport": "ipc", "ip": f"{folder}/kernel"}} if works else {})


def _has_good_run(cache: Any, notebook: Any, data: str) -> bool:
    """Whether the cache holds a run of these cells; one that rests on what has changed since is thrown away."""
    try:
        # Only code cells are compared: a page whose prose alone has changed keeps its run.
        record = cache.match_cache_notebook(notebook)
    except KeyError:
        return False
    # A run that was made while a page was read names no modules: nobody knows what it rests on.
    modules = record.data.get("modules")
    if modules is not None and record.data.get("state") == digest_of_run(modules, data):
        return True
    cache.remove_cache(record.pk)
    return False
