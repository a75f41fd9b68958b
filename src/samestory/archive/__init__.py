"""Who printed whose words: the passages that a corpus of up to some millions of articles shares, in bounded memory.

The corpus is cut into shards; every step reads and writes files of shards below one folder, so that a run which was
stopped goes on where it was. DuckDB, which this folder needs, comes with `pip install samestory[archive]`.
"""

from samestory.archive.corpus import Corpus
from samestory.archive.entry import Fields
from samestory.archive.results import Summary
from samestory.archive.run import ReuseSettings, find_reuse

__all__ = ["Corpus", "Fields", "ReuseSettings", "Summary", "find_reuse"]
