"""Whose words each quotation is: “he said” and “the mayor said” followed back to a name."""

from bisect import bisect_left

from samestory.text.cut import CutText
from samestory.text.once import once
from samestory.text.quotation import Quotation, quotations
from samestory.text.source.attribution import SUBJECT_PRONOUNS
from samestory.text.source.find import Citation, sources
from samestory.words.fold import fold

REACH_OF_SPEAKER = 300  # characters between a quotation and the name or pronoun that says it
_NOBODY = SUBJECT_PRONOUNS | {"who", "it", "you", ""}


def speakers(text: str | CutText) -> tuple[str, ...]:
    """Return who says each quotation of `text`, by the fullest name that the text has for them; "" where it's open.

    A quotation without a speaker of its own goes on with the one before it in its paragraph, or with the one that ends
    the paragraph above; else it is that person's who is cited last in its paragraph. Inside another one nobody speaks.

    >>> speakers("“We wait,” Mayor Ida Lind said. “It is late,” she said. “Too late.”")
    ('Ida Lind', 'Ida Lind', 'Ida Lind')
    """
    return _speakers(CutText.of(text))


@once
def _speakers(cut: CutText) -> tuple[str, ...]:
    cited = sources(cut).citations
    starts = [one.start for one in cited]
    found: list[str] = []
    before: Quotation | None = None
    last = ""
    for one in quotations(cut):
        if one.level:
            found.append("")
            continue
        name = _named(cut, one, _near(cited, starts, one))
        if not one.speaker:
            name = last if before and _goes_on(cut, before, one) else _told_before(cut, cited, starts, one)
        found.append(name)
        before, last = one, name
    return tuple(found)


def _near(cited: tuple[Citation, ...], starts: list[int], one: Quotation) -> list[Citation]:
    low = bisect_left(starts, one.start - REACH_OF_SPEAKER)
    return list(cited[low : bisect_left(starts, one.end + REACH_OF_SPEAKER)])


def _named(cut: CutText, one: Quotation, near: list[Citation]) -> str:
    """The fullest name of the speaker whom the sentence names, or points to by a pronoun or a title."""
    said = fold(one.speaker)
    alike = [cited for cited in near if (name := fold(cited.name)) in said or said in name] if said else []
    if alike:
        nearest = min(alike, key=lambda cited: _distance(one, cited))
        if nearest.voice >= 0:
            return sources(cut).voices[nearest.voice].name
    return "" if said in _NOBODY else one.speaker


def _distance(one: Quotation, cited: Citation) -> int:
    edges = [edge for part in one.parts for edge in part]
    return min(abs(edge - at) for edge in edges for at in (cited.start, cited.end))


def _told_before(cut: CutText, cited: tuple[Citation, ...], starts: list[int], one: Quotation) -> str:
    """Who is cited last in the paragraph before a quotation that has no speaker: “Lind wants a bridge. “We wait.””"""
    at = bisect_left(starts, one.start) - 1
    if at < 0 or cited[at].voice < 0 or "\n" in cut.text[cited[at].start : one.start]:
        return ""
    voice = sources(cut).voices[cited[at].voice]
    return voice.name if voice.kind == "person" else ""


def _goes_on(cut: CutText, before: Quotation, one: Quotation) -> bool:
    """Whether nothing but a paragraph's end, or nothing that speaks, stands between two quotations."""
    between = cut.text[before.end : one.start]
    if "\n" not in between and "\r" not in between:
        return True
    # A paragraph that opens with a quotation, after one that ended with a quotation.
    return not between.strip("\"'“”‘’ \r\n.,")
