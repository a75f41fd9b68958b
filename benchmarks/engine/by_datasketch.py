"""Which texts are near copies by datasketch's MinHash: `archive_peers.py` in the environment of the peers asks it."""

import json
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from beside_peers import DATASKETCH, TOOK, Answers, Cell, Texts, counted

HERE = Path(__file__).resolve().parent


def of_pairs(sets: Mapping[str, Iterable[Texts]]) -> dict[str, dict[Cell, Answers]]:
    """Who took from whom, for each set of pairs. The first run makes the environment, from the package index."""
    asked = {name: list(pairs) for name, pairs in sets.items()}
    texts = list({text: None for pairs in asked.values() for one in pairs for text in (one.a, one.b)})
    alike = _alike(texts)
    number = {text: at for at, text in enumerate(texts)}
    return {
        name: {(TOOK, DATASKETCH): counted((one.taken, {number[one.a], number[one.b]} in alike) for one in pairs)}
        for name, pairs in asked.items()
    }


def _alike(texts: Iterable[str]) -> list[set[int]]:
    from run import PLACE, _environment

    python = _environment(PLACE / "engine-env")
    with TemporaryDirectory() as folder:
        corpus, plants, answer = (Path(folder) / name for name in ("corpus", "plants", "answer"))
        corpus.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts), "utf-8")
        plants.write_text("[]", "utf-8")
        command = [str(python), str(HERE / "archive_peers.py"), DATASKETCH, str(corpus), str(plants), str(answer)]
        subprocess.run(command, check=True)
        return [set(pair) for pair in json.loads(answer.read_text("utf-8"))["pairs"]]
