"""Send clean sentences through translation programs and back: what odd phrases are learned from and judged on.

    apt-get install apertium apertium-eng-spa apertium-eng-cat apertium-en-gl apertium-eo-en apertium-hbs-eng
    python benchmarks/engine/round_trips_data.py

writes `_build/round_trips/REGISTER.clean` and `REGISTER.MACHINE`, a sentence a line, for the registers of
`clean_texts.py`. Apertium translates by rules and is deterministic: a second run makes the same files. Takes about
fifteen minutes on two cores; files that are there are left alone.
"""

import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from clean_texts import LEARNED, UNSEEN, sample

MADE = Path("_build/round_trips")
MACHINES = {
    "Spanish": ("eng-spa", "spa-eng"),
    "Catalan": ("eng-cat", "cat-eng"),
    "Galician": ("en-gl", "gl-en"),
    "Esperanto": ("en-eo", "eo-en"),
    "Serbo-Croatian": ("eng-hbs", "hbs-eng"),
}
MOST_LEARNED, MOST_JUDGED = 9_000, 500  # sentences of a register that are sent
# Registers to judge on that are sent, too; of the others only false alarms are counted.
SENT = (
    "speeches (even years)", "magazines (other files)", "rural news", "science news",
)  # fmt: skip
_CHUNK = 500  # sentences; a pair that stumbles over one loses no more


def translated(lines: list[str], pair: tuple[str, str]) -> list[str]:
    """What comes back of these sentences; of a chunk in which the program stops, what came before."""
    found: list[str] = []
    for at in range(0, len(lines), _CHUNK):
        text = "\n\n".join(lines[at : at + _CHUNK])
        for mode in pair:
            command = ["apertium", "-u", "-f", "txt", mode]
            text = subprocess.run(command, input=text, capture_output=True, text=True, errors="replace").stdout
        found.extend(" ".join(line.split()) for line in text.splitlines() if line.strip())
    return found


def file(register: str, kind: str) -> Path:
    return MADE / f"{register.replace(' ', '-')}.{kind}"


def read(register: str, kind: str) -> list[str]:
    """The sentences of a register, *clean* or as a machine gave them back."""
    return file(register, kind).read_text("utf-8").splitlines()


def write(register: str, kind: str, lines: list[str]) -> None:
    MADE.mkdir(parents=True, exist_ok=True)
    file(register, kind).write_text("\n".join(lines) + "\n", "utf-8")


def main() -> None:
    tasks = []
    for name, texts in (LEARNED | UNSEEN).items():
        if not file(name, "clean").exists():
            write(name, "clean", sample(texts()) if name in LEARNED else texts())
        if name in LEARNED or name in SENT:
            lines = sample(read(name, "clean"), MOST_LEARNED if name in LEARNED else MOST_JUDGED)
            tasks += [(name, machine, lines) for machine in MACHINES if not file(name, machine).exists()]

    def send(task: tuple[str, str, list[str]]) -> None:
        name, machine, lines = task
        write(name, machine, translated(lines, MACHINES[machine]))
        print(f"{name}, {machine}: {len(read(name, machine))} of {len(lines)}", flush=True)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(send, tasks))


if __name__ == "__main__":
    main()
