"""Take the picture of the desk that the book shows, on the shipped example.

python benchmarks/way/desk_picture.py book/images/desk.png
"""

import io
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

SIZE = {"width": 1100, "height": 820}
COMMAND = (sys.executable, "-m", "samestory.cli")


def main(picture: Path) -> None:
    with tempfile.TemporaryDirectory() as place:
        subprocess.run([*COMMAND, "new", "hive", "--example"], cwd=place, check=True, stdout=subprocess.DEVNULL)
        texts = sorted(map(str, Path(place, "hive", "articles").glob("*.txt")))
        subprocess.run([*COMMAND, "new", "swarm", *texts], cwd=place, check=True, stdout=subprocess.DEVNULL)
        desk = subprocess.Popen(
            [*COMMAND, "desk", "swarm", "--no-browser"], cwd=place, stdout=subprocess.PIPE, text=True, bufsize=1
        )
        try:
            assert desk.stdout
            address = re.search(r"http://\S+", desk.stdout.readline())
            assert address
            with sync_playwright() as play:
                browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
                page = browser.new_page(viewport=SIZE, color_scheme="light")
                page.goto(address[0])
                page.get_by_role("button", name="Accept").wait_for()
                page.get_by_text("18,000", exact=True).first.click()  # marked by hand: the labels open below
                page.get_by_role("button", name="Side by side").evaluate("(button) => button.scrollIntoView()")
                shot = page.screenshot()
                browser.close()
        finally:
            desk.terminate()
    # A picture of text needs few colours, and everybody who reads offline fetches it.
    Image.open(io.BytesIO(shot)).convert("RGB").quantize(64).save(picture, optimize=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
