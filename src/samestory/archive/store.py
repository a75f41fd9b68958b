"""The files of a run: shards of columns in Parquet, each there as a whole or not at all."""

import os
import uuid
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from samestory.errors import SameStoryError

if TYPE_CHECKING:
    import duckdb

LEAST_MEMORY = 512  # MiB that DuckDB gets in one process: with less it can't read a row group of long texts


@dataclass(frozen=True, slots=True)
class Store:
    """A folder of a run. `shard("prints", 3)` is the path of the third shard of one kind."""

    home: Path

    def shard(self, kind: str, number: int | str, ending: str = "parquet") -> Path:
        """The path of a shard, there or not."""
        name = f"{number:05}" if isinstance(number, int) else number
        return self.home / kind / f"{name}.{ending}"

    def shards(self, kind: str, ending: str = "parquet") -> list[Path]:
        """The shards of a kind that are there, in order."""
        return sorted((self.home / kind).glob(f"[!.]*.{ending}"))

    def table(self, kind: str) -> str:
        """What SQL reads all shards of a kind by."""
        return f"read_parquet([{', '.join(map(glob_safe, self.shards(kind)))}])"

    def one(self, path: Path, options: str = "") -> str:
        """What SQL reads one file by."""
        return f"read_parquet({glob_safe(path)}{options})"

    @contextmanager
    def written(self, path: Path) -> Iterator[Path]:
        """Give a path to write to, which becomes `path` at the end: who is stopped before leaves nothing behind it."""
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f".{uuid.uuid4().hex}.part")
        try:
            yield part
            os.replace(part, path)
        finally:
            part.unlink(missing_ok=True)

    def write(self, base: "duckdb.DuckDBPyConnection", query: str, path: Path) -> None:
        """Write what a query finds."""
        with self.written(path) as part:
            base.execute(f"copy ({query}) to {sql_path(part)} (format parquet, compression zstd, row_group_size 20480)")

    def write_columns(self, columns: Mapping[str, Any], path: Path, order: str = "") -> None:
        """Write arrays of one length, each under its name."""
        # An array of texts that is empty, or holds no text, doesn't say what it is an array of.
        shown = ", ".join(
            f"{name}::varchar as {name}" if one.dtype == object else name for name, one in columns.items()
        )
        with connect() as base:
            base.register("columns_given", dict(columns))
            self.write(base, f"select {shown} from columns_given{f' order by {order}' if order else ''}", path)


@contextmanager
def connect(memory: int = LEAST_MEMORY, spill: Path | None = None) -> Iterator["duckdb.DuckDBPyConnection"]:
    """Give DuckDB on one core, with so many MiB and a folder for what is more. SameStoryError if it isn't installed."""
    try:
        import duckdb
    except ImportError:
        raise SameStoryError("This needs DuckDB: pip install 'samestory[archive]'") from None
    with duckdb.connect(":memory:") as base:
        base.execute(f"set threads = 1; set memory_limit = '{max(memory, LEAST_MEMORY)}MiB'")
        base.execute("set enable_progress_bar = false; set autoinstall_known_extensions = false")
        if spill:
            base.execute(f"set temp_directory = {sql_path(spill)}")
        yield base


def sql_path(path: Path) -> str:
    """A path as SQL writes it."""
    return "'" + str(path).replace("'", "''") + "'"


def glob_safe(path: Path) -> str:
    """A path as SQL reads files by it, where brackets and stars would be a pattern."""
    return sql_path(Path("".join(f"[{one}]" if one in "*?[" else one for one in str(path))))


def columns(names: Sequence[str], rows: Sequence[Sequence[Any]], numbers: Mapping[str, str]) -> dict[str, Any]:
    """Rows as arrays by name: those in `numbers` of that type, the others of text."""
    import numpy as np

    turned = list(zip(*rows, strict=True)) or [()] * len(names)
    made = {}
    for name, values in zip(names, turned, strict=True):
        made[name] = np.array(values, dtype=numbers.get(name, object))
    return made
