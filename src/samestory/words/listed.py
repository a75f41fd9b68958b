"""Word lists, written as running text."""


def listed(text: str) -> frozenset[str]:
    """Return the words of `text`, parted by spaces or line ends, as a set."""
    return frozenset(text.split())
