"""Matrix: claims by articles; each article agrees with a claim, conflicts with it, or is silent.

What is scored is what beats chance, as in Cohen's kappa (see `agreement`): of `n` cells `r` are right, and the same
answers dealt to the cells at random would get `c` right on average; the share of the points is (r - c) / (n - c), at
least 0. So one answer everywhere earns nothing, whatever it is, and nobody gains by saying more often what is right
more often. Silences read as silences are counted apart: they are what readers get wrong most.

The smallest spec, beside what every exercise has:

    articles: [harbour-post, island-radio]
    claims:
      - id: two-days
        text: The ferry stops for two days.
        cells: {harbour-post: {is: agrees, say: The headline has it.},
                island-radio: {is: agrees, say: Its first sentence has it.}}
      - id: screws
        text: The firm sent 1,500 screws.
        cells: {harbour-post: {is: agrees, say: The second paragraph has it.},
                island-radio: {is: silent, say: It has no word of screws., wrong: {agrees: Look again.}}}
"""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import cached_property
from itertools import product
from random import Random
from typing import Any, ClassVar, Self

from samestory.exercise.card import Sample, Told
from samestory.exercise.grading import MOST_GUESSED, Fill, HeadlinePiece, Measured, Reply, Scheme, Slot
from samestory.exercise.parts.grid import read_grid
from samestory.exercise.registry import kind
from samestory.exercise.sources import Sources, SpecError, each_once
from samestory.exercise.verdict import Malformed, Verdict

SILENT = "silent"
STANDS = ("agrees", "conflicts", SILENT)
IT = {"agrees": "It agrees.", "conflicts": "It conflicts.", SILENT: "It is silent."}
UNSAID = "Say what this article does with the claim; a reasoned guess teaches more than a gap."
AT_RANDOM = " Dealt out at random, the same answers would get about {chance}: points begin there."


@dataclass(frozen=True, slots=True)
class Column:
    """An article at the head of a column."""

    id: str
    outlet: str
    date: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim with its cells by the article's id, in the order of the columns."""

    id: str
    text: str
    cells: Mapping[str, Slot]


@dataclass(frozen=True, slots=True)
class Stands:
    """An answer: claim, article and what was said of the two, in the exercise's order."""

    stands: tuple[tuple[str, str, str], ...]

    @property
    def empty(self) -> bool:
        """True if no cell is filled."""
        return not self.stands

    def to_json(self) -> dict[str, Any]:
        """Return the canonical form."""
        plain: dict[str, dict[str, str]] = {}
        for claim, article, stand in self.stands:
            plain.setdefault(claim, {})[article] = stand
        return {"stands": plain}


@kind
@dataclass(frozen=True)
class Matrix:
    """The task of an exercise of the kind `matrix`."""

    name: ClassVar[str] = "matrix"
    columns: tuple[Column, ...]
    claims: tuple[Claim, ...]

    @classmethod
    def build(cls, spec: Mapping[str, Any], sources: Sources) -> Self:
        """Build from `articles` and `claims`; each claim has a cell for every article."""
        each_once([{"id": name} for name in spec["articles"]], "articles")
        each_once(spec["claims"], "claims")
        for at, one in enumerate(spec["claims"]):
            odd = set(spec["articles"]) ^ set(one["cells"])
            if odd:
                what = "has a cell for" if min(odd) in one["cells"] else "has no cell for"
                raise SpecError(f"claim {one['id']!r} {what} {min(odd)!r}", "claims", at)
        columns = tuple(_column(name, sources) for name in spec["articles"])
        task = cls(columns, tuple(_claim(one, spec["articles"], sources) for one in spec["claims"]))
        # Such a word would be right everywhere, and then nothing can beat chance.
        for stand in STANDS:
            if all(stand in cell.accepted for _, _, cell in task.cells()):
                raise SpecError(f"every cell takes {stand!r}, which would need no reading: add other claims", "claims")
        if task.scheme.share(task._fills(task._by_article())) > MOST_GUESSED:
            found = (
                "one answer for each article would earn more than half without reading: add claims that tell them apart"
            )
            raise SpecError(found, "claims")
        return task

    def cells(self) -> Iterator[tuple[Claim, Column, Slot]]:
        """Yield every cell, claim by claim."""
        for claim in self.claims:
            for column in self.columns:
                yield claim, column, claim.cells[column.id]

    @property
    def worth(self) -> float:
        """A point for each claim."""
        return len(self.claims)

    def view(self) -> dict[str, Any]:
        """Return the claims, and the articles that they are held against."""
        return {
            "articles": [asdict(column) for column in self.columns],
            "claims": [{"id": claim.id, "text": claim.text} for claim in self.claims],
        }

    def key(self) -> dict[str, Any]:
        """Return the scheme."""
        return self.scheme.to_json()

    @cached_property
    def scheme(self) -> Scheme:
        """A slot for each cell, claim by claim."""
        slots = tuple(cell for _, _, cell in self.cells())
        silences = sum(cell.measure == SILENT for cell in slots)
        headline: tuple[HeadlinePiece, ...] = (
            (f"{{right}} of {len(slots)} cells are right.", ""),
            (AT_RANDOM, "amiss"),
        )
        if silences:
            headline = (*headline, (f" Silences read as such: {{silent}} of {silences}.", ""))
        return Scheme(slots, headline, Reply(UNSAID, outcome="unanswered", bare=True), "beyond chance")

    def right(self) -> Stands:
        """Return the best answer for every cell."""
        return Stands(tuple((claim.id, column.id, cell.accepted[0]) for claim, column, cell in self.cells()))

    def parse(self, raw: object) -> Stands | Malformed:
        """Read {claim: {article: stand}}, or {"stands": {...}}; a stand is agrees, conflicts or silent."""
        if isinstance(raw, Mapping) and isinstance(raw.get("stands"), (Mapping, type(None))) and "stands" in raw:
            raw = raw["stands"]
        if raw is None:
            return Stands(())
        given = read_grid(raw, [claim.id for claim in self.claims], [column.id for column in self.columns], STANDS)
        if isinstance(given, Malformed):
            return given
        return Stands(tuple((claim, article, stand) for (claim, article), stand in given.items()))

    def grade(self, answer: Stands, points: float) -> Verdict:
        """Grade cell by cell, and count what beats chance."""
        return self.scheme.grade(self._fills(answer), points)

    def _fills(self, answer: Stands) -> list[Fill]:
        """What is said of every cell."""
        given = {(claim, article): stand for claim, article, stand in answer.stands}
        return [
            Fill(given.get((claim.id, column.id)), f"{column.outlet} on “{claim.text}”")
            for claim, column, _ in self.cells()
        ]

    def _by_article(self) -> Stands:
        """The answer that gives each article one word throughout and earns most."""
        found = []
        for words in product(STANDS, repeat=len(self.columns)):
            row = list(zip(self.columns, words, strict=True))
            found.append(Stands(tuple((claim.id, column.id, word) for claim in self.claims for column, word in row)))
        return max(found, key=lambda one: self.scheme.share(self._fills(one)))

    def chosen(self, answer: Stands) -> dict[str, str]:
        """Return what was said of each cell."""
        cells = zip(self.scheme.slots, self._fills(answer), strict=True)
        return {slot.id: fill.value for slot, fill in cells if fill.value is not None}

    def told(self, answer: Stands) -> list[Told]:
        """Return each claim with what was said of each article."""
        outlets = {column.id: column.outlet for column in self.columns}
        rows: dict[str, list[str]] = {}
        for claim, article, stand in answer.stands:
            rows.setdefault(claim, []).append(f"{outlets[article]} {stand}")
        return [(claim.text, ", ".join(rows[claim.id]), False) for claim in self.claims if claim.id in rows]

    def samples(self) -> list[Sample]:
        """Return the key, nothing, one word everywhere or for each article, parts of the key, and every cell wrong."""
        right = self.right().stands
        found = [Sample("key", self.right().to_json(), 1, 1), Sample("nothing", {"stands": {}}, 0, 0)]
        for stand in STANDS:
            everywhere = Stands(tuple((claim, article, stand) for claim, article, _ in right))
            found.append(Sample(f"{stand} everywhere", everywhere.to_json(), 0, 0))
            said = Stands(tuple(one for one in right if one[2] == stand))
            found.append(Sample(f"only what is {stand}", said.to_json(), 0, 0.99))
        turned = Stands(tuple((claim.id, column.id, _wrong(cell)) for claim, column, cell in self.cells()))
        found.append(Sample("one word for each article", self._by_article().to_json(), 0, MOST_GUESSED))
        found.append(Sample("every cell wrong", turned.to_json(), 0, 0))
        found.append(Sample("the first cell alone", Stands(right[:1]).to_json(), 0, 0.5))
        return found

    def guess(self, dice: Random) -> dict[str, Any]:
        """Return the key with some cells changed or left out."""
        rows: dict[str, dict[str, str | None]] = {}
        for claim, article, stand in self.right().stands:
            rows.setdefault(claim, {})[article] = dice.choice([stand, stand, *STANDS, None])
        return {"stands": rows}


def _wrong(cell: Slot) -> str:
    """An answer that the cell does not take."""
    return next(stand for stand in STANDS if stand not in cell.accepted)


def _column(name: str, sources: Sources) -> Column:
    shown = sources.shown({"article": name})
    return Column(name, shown.outlet, shown.date)


def _claim(one: Mapping[str, Any], articles: list[str], sources: Sources) -> Claim:
    return Claim(
        one["id"], one["text"], {name: _cell(f"{one['id']}/{name}", one["cells"][name], sources) for name in articles}
    )


def _cell(name: str, one: Mapping[str, Any], sources: Sources) -> Slot:
    """The slot of a cell: what the article does is said first, then the mistake where it is foreseen."""
    best = IT[one["is"]]
    right = [Reply(IT[stand], (stand,), 1.0) for stand in dict.fromkeys((one["is"], *one.get("also", ())))]
    foreseen = [Reply(f"{best} {why}", (stand,)) for stand, why in one.get("wrong", {}).items()]
    evidence = sources.evidence(one.get("evidence", ()))
    # By the best answer, even where another is taken too.
    measure: Measured = "silent" if one["is"] == SILENT else "spoken"
    return Slot(name, (*right, *foreseen, Reply(best)), one["say"], evidence, measure=measure)
