"""Who is cited in an article: persons, offices, outlets, documents, the reporter's own eyes, credit lines."""

from dataclasses import dataclass

from samestory.text.cut import CutText
from samestory.text.once import once
from samestory.text.page.find import furniture, number_at
from samestory.text.source.credit import Credit, credits_of
from samestory.text.source.kind import SourceKind, is_named
from samestory.text.source.spoken import Cited, outlet_in, spoken
from samestory.text.source.voice import Voices

BESIDE = 16  # characters between “documents” and the outlet in “documents seen by Reuters”
MOST_ABOVE = 40  # lines of furniture above a picture in which another story may begin
_ALWAYS_NAMED = ("credit", "byline", "photo-credit", "own-eyes")


@dataclass(frozen=True, slots=True)
class Citation:
    """One place where the article says whose words or eyes it relies on: `text[start:end]` is the name as printed.

    `verb` is the word that ties it (“said”, “according to”, “seen by”), "" for credits. `via` names the outlet to which
    it was said. `voice` is the number of its voice in `Sources.voices`; -1 for a pronoun that nobody answers to.
    `is_named` says whether a reader learns who it is, through the pronoun too.
    """

    start: int
    end: int
    name: str
    kind: SourceKind
    is_named: bool
    verb: str
    via: str
    voice: int


@dataclass(frozen=True, slots=True)
class VoiceCited:
    """One voice with its fullest name; `counts_with` is the number of the voice with which it is counted as one."""

    name: str
    kind: SourceKind
    is_named: bool
    counts_with: int


@dataclass(frozen=True, slots=True)
class Sources:
    """What `sources` found: citations in order, the voices behind them, and how many are independent."""

    citations: tuple[Citation, ...]
    voices: tuple[VoiceCited, ...]
    independent: int


def sources(text: str | CutText) -> Sources:
    """Return who is cited in `text`; lines that are the page's and not the article's are left out.

    *Independent* counts voices, not mentions: a person counts once under name, office and pronoun; a spokeswoman counts
    with her house; a document with the body that issued it; a person who spoke to an agency with that agency. Credits,
    bylines and pictures add none. It is an estimate read from the page: two voices may still repeat a third.

    >>> found = sources("“We wait,” Mayor Ida Lind said. She told Reuters it was late. Police said nobody was hurt.")
    >>> [(one.name, one.kind, one.verb) for one in found.citations], found.independent
    ([('Mayor Ida Lind', 'person', 'said'), ('She', 'person', 'told'), ('Police', 'office', 'said')], 2)
    """
    return _sources(CutText.of(text))


@once
def _sources(cut: CutText) -> Sources:
    credited = (Cited(one.start, one.end, "", one.kind) for one in credits_of(cut) if _is_articles(cut, one))
    cited = sorted(dict.fromkeys((*spoken(cut), *credited)), key=lambda one: (one.start, one.end, one.kind))
    voices = Voices(cut)
    numbered = _numbered(cut, cited, voices)
    citations = tuple(
        Citation(one.start, one.end, name, one.kind, _is_named(voices, one, name, number), one.verb, one.via, number)
        for one, name, number in numbered
    )
    # A credit tells who wrote or sent the text, not on whose word it rests.
    counted = {voices.root(one.voice) for one in citations if one.voice >= 0 and one.kind not in ("credit", "byline")}
    shown = tuple(
        VoiceCited(voice.name, voice.kind, is_named(voice.name, voice.kind), voices.root(voice.number))
        for voice in voices.all
    )
    return Sources(citations, shown, len(counted))


def _numbered(cut: CutText, cited: list[Cited], voices: Voices) -> list[tuple[Cited, str, int]]:
    """Each citation with its name and the number of its voice; those who spoke to an agency count with it."""
    numbered: list[tuple[Cited, str, int]] = []
    for one in cited:
        name = cut.text[one.start : one.end]
        number = _voice(voices, one, name)
        # For the reporter's own eyes the outlet is that voice already.
        if one.via and number >= 0 and one.kind != "own-eyes":
            voices.join(number, voices.find(one.via, "outlet", one.start))
        if numbered and one.verb.endswith(" by") and one.kind == "own-eyes":
            before, _, earlier = numbered[-1]
            if earlier >= 0 and one.start - before.end <= BESIDE:  # “documents seen by Reuters”
                voices.join(earlier, number)
        numbered.append((one, name, number))
    return numbered


def _voice(voices: Voices, one: Cited, name: str) -> int:
    if one.kind in ("byline", "photo-credit"):
        return -1
    if one.kind in ("own-eyes", "credit"):
        return voices.find(one.via or outlet_in(name), "outlet", one.start)
    return voices.find(name, one.kind, one.start)


def _is_named(voices: Voices, one: Cited, name: str, number: int) -> bool:
    if one.kind in _ALWAYS_NAMED or is_named(name, one.kind):
        return True
    return number >= 0 and voices.all[number].kind == "person" and bool(voices.all[number].names)


def _is_articles(cut: CutText, credit: Credit) -> bool:
    """Whether a credit stands in the article or beside its picture, and not on another story's line."""
    page = furniture(cut)
    at = number_at(page, credit.start)
    if at < 0:
        return True
    is_picture = page[at].kind in ("caption", "photo-credit")
    return is_picture and all(line.kind not in ("other-story", "related") for line in page[:at][-MOST_ABOVE:])
