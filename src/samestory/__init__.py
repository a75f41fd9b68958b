"""Same Story: a media-literacy course on real news articles, and the tool that makes such courses.

A lesson's cells call `samestory.lesson`; teachers and authors use the `samestory` command.
"""

__version__ = "0.1.0"
