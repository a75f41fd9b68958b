"""Take the picture of the class page that the book shows, of a class that is made up.

python benchmarks/grading/picture.py book/images/class.png
"""

import io
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from classes import LESSON, make
from PIL import Image
from playwright.sync_api import sync_playwright

from samestory.course import folder

LEARNERS = 28
SIZE = {"width": 900, "height": 945}


def main(picture: Path) -> None:
    with tempfile.TemporaryDirectory() as place:
        notebook = json.loads((folder("notebooks") / f"{LESSON}.ipynb").read_text("utf-8"))
        make(notebook, LEARNERS, Path(place, "in"))
        command = ["-m", "samestory.cli", "grade", f"{place}/in", "--out", f"{place}/out"]
        subprocess.run([sys.executable, *command], check=True, stdout=subprocess.DEVNULL)
        with sync_playwright() as play:
            browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            page = browser.new_page(viewport=SIZE, color_scheme="light")
            page.goto(Path(place, "out", "class.html").as_uri())
            shot = page.screenshot()
            browser.close()
    # A picture of text needs few colours, and everybody who reads offline fetches it.
    Image.open(io.BytesIO(shot)).convert("RGB").quantize(64).save(picture, optimize=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
