"""Same Story: a media-literacy course on real news articles, and the tool that makes such courses.

    import samestory as ss
    ss.compare(one, other).to_frame()

A lesson's cells call `samestory.lesson`; teachers and authors use the `samestory` command.
"""

from samestory.api import compare, load_case, read, scan

__version__ = "0.1.0"
__all__ = ["compare", "load_case", "read", "scan"]
