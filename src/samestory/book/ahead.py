"""Runs the lessons side by side before the pages are read; reading then finds each of them in the cache.

Nearly all of a lesson's time is a kernel that starts and imports, so on two cores this halves the time of a cold build.
"""

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

LONGEST_FOLDER = 90  # characters of a folder for sockets; with a name behind it, a socket's path has room for 107


def run_lessons(app: Sphinx, env: BuildEnvironment, pages: Sequence[str]) -> None:
    """Run every page that has code cells and is not in the cache; one that fails is run again as it is read."""
    config = getattr(env, "mystnb_config", None)
    if config is None or config.execution_mode != "cache":
        return
    from jupyter_cache import get_cache
    from jupyter_cache.base import CacheBundleIn

    cache = get_cache(config.execution_cache_path)
    waiting = []
    for page in pages:
        path = env.doc2path(page)
        notebook = read_notebook(path, env)
        if notebook is not None and not _is_cached(cache, notebook):
            waiting.append((path, notebook))
    if len(waiting) < 2:
        return
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        seconds = pool.map(lambda one: run_notebook(one[1], config.execution_timeout), waiting)
        for (path, notebook), took in zip(waiting, seconds, strict=True):
            if took is not None:
                bundle = CacheBundleIn(notebook, path, data={"execution_seconds": took})
                cache.cache_notebook_bundle(bundle, check_validity=False, overwrite=True)


def read_notebook(path: str, env: Any) -> Any:
    """Return the notebook that a page is, without outputs; None for a page without code cells."""
    from myst_nb.core.read import create_nb_reader

    text = Path(path).read_text("utf-8")
    reader = create_nb_reader(path, env.myst_config, env.mystnb_config, text)
    return reader and reader.read(text)


def run_notebook(notebook: Any, timeout: float) -> float | None:
    """Run a notebook in a folder of its own and fill in its outputs; return the seconds, or None if it failed."""
    from jupyter_cache.executors.utils import single_nb_execution

    with TemporaryDirectory() as folder, TemporaryDirectory() as sockets:
        how = {"cwd": folder, "timeout": timeout, "allow_errors": False, "config": talking_through(sockets)}
        try:
            result = single_nb_execution(notebook, **how)
        except RuntimeError:  # a kernel that did not start, or died
            return None
    return None if result.err else float(result.time)


def talking_through(folder: str) -> Any:
    """Let a kernel talk through files where that works: two that start at once can otherwise take the same port."""
    from traitlets.config import Config

    works = os.name == "posix" and len(folder) < LONGEST_FOLDER
    return Config({"KernelManager": {"transport": "ipc", "ip": f"{folder}/kernel"}} if works else {})


def _is_cached(cache: Any, notebook: Any) -> bool:
    try:
        cache.match_cache_notebook(notebook)
    except KeyError:
        return False
    return True
