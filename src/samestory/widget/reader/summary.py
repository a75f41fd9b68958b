"""What the reader says in words: how two texts are related at a glance, and what one band is."""

from collections.abc import Mapping, Sequence

from samestory.widget.reader.band import Band, Bands


def title(outlets: Sequence[str]) -> str:
    """Return the heading of a reader.

    >>> title(["One", "Two", "Three"])
    'One, Two and Three side by side'
    """
    return f"{', '.join(outlets[:-1])} and {outlets[-1]} side by side"


def band_kind(band: Band) -> str:
    """Say what a band is: “quoted in both, word for word”."""
    if band.layer == "echo":
        return "a weak echo, which proves nothing alone"
    if band.layer == "reworded":
        return "a quotation, possibly in other words" if band.is_quotation else "may tell the same, in other words"
    what = "quoted in both" if band.is_quotation else "the same run of words"
    changes = sum(bool(piece.kind) for piece in band.words.pieces)
    if not changes:
        return f"{what}, word for word"
    grave = sum(piece.substantive for piece in band.words.pieces)
    weight = f"{grave} of them in meaning" if grave < changes else "in meaning"
    return f"{what}, changed in {_count(changes, 'place', 'places')}, {weight if grave else 'none of them in meaning'}"


def summary(outlets: Sequence[str], between: Mapping[tuple[int, int], Bands]) -> list[str]:
    """Return a sentence for each pair of texts, after the names of the outlets where there is more than one pair."""
    return [
        f"{outlets[i]} and {outlets[j]}: {relation(found)}" if len(between) > 1 else _capital(relation(found))
        for (i, j), found in between.items()
    ]


def relation(found: Bands) -> str:
    """Say in a sentence what two texts have in common; it speaks of the texts and claims nothing of their makers."""
    count = {layer: sum(band.layer == layer for band in found.bands) for layer in ("quoted", "run", "reworded")}
    if not found.bands:
        return "nothing in them corresponds."
    if found.derivation.order.tells:
        runs = f"with {_count(count['run'], 'run', 'runs')} of the same words" if count["run"] else "yet in other words"
        return f"likely the same story in the same order, {runs}."
    if count["run"]:
        return f"{_count(count['run'], 'run', 'runs')} of the same words."
    if count["quoted"] and not count["reworded"]:
        return f"{_count(count['quoted'], 'quotation', 'quotations')} in both, and nothing else."
    return f"{_count(len(found.bands), 'passage', 'passages')} that may correspond, in no telling order."


def _capital(text: str) -> str:
    """A sentence with a _capital."""
    return text[:1].upper() + text[1:]


def _count(count: int, one: str, many: str) -> str:
    """A count with its noun; one is spelled out.

    >>> _count(1, "place", "places"), _count(2, "place", "places")
    ('one place', '2 places')
    """
    return f"one {one}" if count == 1 else f"{count} {many}"
