"""A JupyterLab for the tests alone, and a notebook in it as a learner handles it."""

import json
import os
import queue
import re
import subprocess
import sys
import threading
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

from playwright.sync_api import Locator, Page, TimeoutError, expect

from samestory.course import load_shipped

TOKEN = "same-story"
SLOW = 60  # seconds for what usually takes two or three
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+(?=/)")
IDLE = re.compile(r"^Python 3.*\| Idle$")
THEMES = Path("@jupyterlab/apputils-extension/themes.jupyterlab-settings")
ALL_DRAWN = """(count) => {
    const running = [...document.querySelectorAll(".jp-CodeCell .jp-InputPrompt")];
    return document.querySelectorAll(".ss-card:not([data-before])").length === count
        && !running.some((prompt) => prompt.textContent.includes("*"));
}"""


STATE = """() => ({
    cards: [...document.querySelectorAll(".ss-card")].map((card) => card.dataset.before ?? "new"),
    prompts: [...document.querySelectorAll(".jp-CodeCell .jp-InputPrompt")].map((prompt) => prompt.textContent),
    status: document.querySelector("#jp-main-statusbar")?.textContent,
    dialog: document.querySelector(".jp-Dialog")?.textContent,
})"""


class Lab:
    """A server on a free port of this machine, over the folder `root`, with settings and kernels of its own.

    It asks nobody for news or extensions. `stop` ends it and its kernels.
    """

    def __init__(self, home: Path) -> None:
        self.root = home / "lessons"
        self.root.mkdir(parents=True)
        self.settings = home / "settings"
        config = home / "config"
        (config / "labconfig").mkdir(parents=True)
        news = {"disabledExtensions": {"@jupyterlab/apputils-extension:announcements": True}}
        (config / "labconfig" / "page_config.json").write_text(json.dumps(news), "utf-8")
        places = {"CONFIG_DIR": config, "DATA_DIR": home / "data", "RUNTIME_DIR": home / "runtime"}
        environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("JPY_")},
            **{f"JUPYTER_{name}": str(place) for name, place in places.items()},
            "JUPYTERLAB_SETTINGS_DIR": str(self.settings),
            "JUPYTERLAB_WORKSPACES_DIR": str(home / "workspaces"),
            "IPYTHONDIR": str(home / "ipython"),
        }
        command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root"]
        command += ["--ServerApp.ip=127.0.0.1", "--ServerApp.port=0", f"--IdentityProvider.token={TOKEN}"]
        command += [f"--ServerApp.root_dir={self.root}", "--LabApp.extension_manager=readonly"]
        self._process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment)
        self._said: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._listen, daemon=True).start()
        self.address = self._wait_for_address()

    def _listen(self) -> None:
        assert self._process.stderr
        for line in self._process.stderr:
            self._said.put(line)
        self._said.put("")

    def _wait_for_address(self) -> str:
        said = ""
        while line := self._said.get(timeout=SLOW):
            found = ADDRESS.search(line)
            if found:
                return found[0]
            said += line
        raise RuntimeError(f"JupyterLab did not start:\n{said}")

    def ask(self, path: str, method: str = "GET") -> Any:
        """What the server's own interface answers, under `/api/`."""
        request = Request(f"{self.address}/api/{path}", method=method, headers={"Authorization": f"token {TOKEN}"})
        with urlopen(request, timeout=SLOW) as reply:
            text = reply.read()
        return json.loads(text) if text else None

    def end_kernels(self) -> None:
        """As after a night: every notebook's kernel is gone."""
        for session in self.ask("sessions"):
            self.ask(f"sessions/{session['id']}", "DELETE")

    def restart_kernels(self) -> None:
        """As when a kernel died and came back with nothing in it."""
        for session in self.ask("sessions"):
            self.ask(f"kernels/{session['kernel']['id']}/restart", "POST")

    @contextmanager
    def theme(self, name: str) -> Iterator[None]:
        """Pages opened meanwhile have this theme."""
        file = self.settings / THEMES
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps({"theme": name}), "utf-8")
        yield
        file.unlink()

    def stop(self) -> None:
        """End the server, which ends its kernels."""
        self._process.terminate()
        try:
            self._process.wait(timeout=SLOW)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


class Notebook:
    """A notebook open in a tab. `troubles` collects what the console says of errors, but for one of JupyterLab's:
    it reports every widget of an earlier kernel."""

    def __init__(self, lab: Lab, page: Page, file: Path) -> None:
        self.lab, self.page, self.file = lab, page, file
        self.troubles: list[str] = []
        page.on("pageerror", lambda error: self.troubles.append(str(error)))
        page.on("console", lambda said: self._heard(said.type, said.text))
        path = file.relative_to(lab.root).as_posix()
        page.goto(f"{lab.address}/lab/workspaces/{uuid.uuid4().hex}/tree/{path}?token={TOKEN}")
        self.ready()

    def _heard(self, kind: str, text: str) -> None:
        if kind == "error" and "widget model not found" not in text:
            self.troubles.append(text)

    def ready(self) -> None:
        """Wait until the cells are there and the kernel answers: JupyterLab runs nothing before."""
        expect(self.page.locator(".jp-Notebook .jp-Cell").first).to_be_visible(timeout=SLOW * 1000)
        expect(self.page.get_by_text(IDLE)).to_be_visible(timeout=SLOW * 1000)

    def run_all(self, exercises: int) -> None:
        """Run all cells by the menu, and wait until they have run and the exercises are drawn anew."""
        before = "() => document.querySelectorAll('.ss-card').forEach((card) => { card.dataset.before = '' })"
        self.page.evaluate(before)
        self.page.get_by_role("menubar").get_by_text("Run", exact=True).click()
        self.page.locator("#jp-mainmenu-run").get_by_text("Run All Cells", exact=True).click()
        try:
            self.page.wait_for_function(ALL_DRAWN, arg=exercises, timeout=SLOW * 1000)
        except TimeoutError:
            raise AssertionError(f"not all {exercises} drawn: {self.page.evaluate(STATE)}") from None

    def run_cell(self, number: int) -> None:
        """Run one cell by key, and wait for the card in it to be drawn anew."""
        cell = self.page.locator(".jp-Notebook .jp-Cell").nth(number)
        old = cell.locator(".ss-card").element_handle()
        cell.locator(".jp-InputArea-editor").click()
        self.page.keyboard.press("Control+Enter")
        self.page.wait_for_function("(card) => !card.isConnected", arg=old, timeout=SLOW * 1000)
        expect(cell.locator(".ss-card")).to_be_visible(timeout=SLOW * 1000)

    def card(self, name: str, copy: int = 0) -> Locator:
        """The exercise with this id; the same one may stand in the notebook twice."""
        return self._cell(name, copy).locator(".ss-card")

    def line(self, name: str, copy: int = 0) -> Locator:
        """The line under an exercise that says what is kept."""
        return self._cell(name, copy).locator(".ss-kept")

    def _cell(self, name: str, copy: int) -> Locator:
        title = re.escape(load_shipped().exercise(name).card.title)
        heading = self.page.locator(".ss-title", has_text=re.compile(f"^{title}$"))
        return self.page.locator(".jp-Notebook .jp-Cell").filter(has=heading).nth(copy)

    def standing(self) -> tuple[list[str], int, str]:
        """What keys that leak would change: the cells and their types, which one is active, and the mode."""
        look = """(cells) => [
            cells.map((cell) => [...cell.classList].find((name) => /^jp-[A-Z][a-z]+Cell$/.test(name))),
            cells.findIndex((cell) => cell.matches(".jp-mod-active")),
        ]"""
        cells, active = self.page.locator(".jp-Notebook .jp-Cell").evaluate_all(look)
        return cells, active, self.page.get_by_text("Mode: ").inner_text()

    def save(self) -> dict[str, Any]:
        """Press the keys that save, wherever the focus is; return what is in the file then."""

        def is_saving(reply: Any) -> bool:
            return reply.request.method == "PUT" and "/api/contents/" in reply.url

        with self.page.expect_response(is_saving, timeout=SLOW * 1000):
            self.page.keyboard.press("ControlOrMeta+s")
        saved: dict[str, Any] = json.loads(self.file.read_text("utf-8"))
        return saved
