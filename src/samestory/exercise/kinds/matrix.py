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
from itertools import product
from typing import Any, ClassVar, Literal, Self

from samestory.exercise.card import Sample, Told
from samestory.exercise.parts.agreement import agreement
from samestory.exercise.parts.grid import read_grid
from samestory.exercise.registry import kind
from samestory.exercise.sources import Sources, SpecError, each_once
from samestory.exercise.verdict import Evidence, Malformed, Measure, Outcome, Part, Verdict, part_heading, rounded

SILENT = "silent"
GUESSED = 0.5  # the most that one word for each article, without reading, may earn
STANDS = ("agrees", "conflicts", SILENT)
IT = {"agrees": "It agrees.", "conflicts": "It conflicts.", SILENT: "It is silent."}
GAP = "Say what this article does with the claim; a reasoned guess teaches more than a gap."


@dataclass(frozen=True, slots=True)
class Column:
    """An article at the head of a column."""

    id: str
    outlet: str
    date: str


@dataclass(frozen=True, slots=True)
class Cell:
    """What an article does with a claim: the best answer first, then others that are accepted."""

    right: tuple[str, ...]
    said: str
    wrong: Mapping[str, str]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim with its cells by the article's id, in the order of the columns."""

    id: str
    text: str
    cells: Mapping[str, Cell]


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
        for stand in STANDS:
            if all(stand in cell.right for _, _, cell in task.cells()):
                raise SpecError(f"every cell takes {stand!r}, which would need no reading: add other claims", "claims")
        if task._share(task._by_article()) > GUESSED:
            found = (
                "one answer for each article would earn more than half without reading: add claims that tell them apart"
            )
            raise SpecError(found, "claims")
        return task

    def cells(self) -> Iterator[tuple[Claim, Column, Cell]]:
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
        """Return what is right in each cell, and every message."""
        cells: dict[str, dict[str, Any]] = {claim.id: {} for claim in self.claims}
        for claim, column, cell in self.cells():
            evidence = [asdict(one) for one in cell.evidence]
            plain = {"right": list(cell.right), "said": cell.said, "wrong": dict(cell.wrong), "evidence": evidence}
            cells[claim.id][column.id] = plain
        return {"cells": cells}

    def right(self) -> Stands:
        """Return the best answer for every cell."""
        return Stands(tuple((claim.id, column.id, cell.right[0]) for claim, column, cell in self.cells()))

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
        stands = self._filled(answer)
        found = agreement([(cell.right, stand) for cell, stand in stands])
        headline = f"{found.right} of {found.of} cells are right."
        if found.right < found.of:
            at_random = f"the same answers would get about {found.by_chance}: points begin there."
            headline += f" Dealt out at random, {at_random}"
        silences = [one for one in stands if one[0].right[0] == SILENT]
        spoken = [one for one in stands if one[0].right[0] != SILENT]
        measures = (_measure("spoken", spoken), _measure("silent", silences)) if silences else ()
        if measures:
            headline += f" Silences read as such: {measures[1].count} of {len(silences)}."
        parts = tuple(_part(*one, stand) for one, (_, stand) in zip(self.cells(), stands, strict=True))
        return Verdict("graded", rounded(found.share * points), points, headline, measures, parts)

    def _filled(self, answer: Stands) -> list[tuple[Cell, str | None]]:
        """Every cell with what was said of it."""
        given = {(claim, article): stand for claim, article, stand in answer.stands}
        return [(cell, given.get((claim.id, column.id))) for claim, column, cell in self.cells()]

    def _share(self, answer: Stands) -> float:
        return agreement([(cell.right, stand) for cell, stand in self._filled(answer)]).share

    def _by_article(self) -> Stands:
        """The answer that gives each article one word throughout and earns most."""
        found = []
        for words in product(STANDS, repeat=len(self.columns)):
            row = list(zip(self.columns, words, strict=True))
            found.append(Stands(tuple((claim.id, column.id, word) for claim in self.claims for column, word in row)))
        return max(found, key=self._share)

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
        found.append(Sample("one word for each article", self._by_article().to_json(), 0, GUESSED))
        found.append(Sample("every cell wrong", turned.to_json(), 0, 0))
        found.append(Sample("the first cell alone", Stands(right[:1]).to_json(), 0, 0.5))
        return found


def _part(claim: Claim, column: Column, cell: Cell, stand: str | None) -> Part:
    name, about = f"{claim.id}/{column.id}", f"{column.outlet} on “{claim.text}”"
    if stand is None:
        return Part(name, "unanswered", part_heading("unanswered", about), GAP, 0.0, 1.0)
    right = stand in cell.right
    outcome: Outcome = "right" if right else "wrong"
    foreseen = () if right or stand not in cell.wrong else (cell.wrong[stand],)
    said = " ".join([IT[stand if right else cell.right[0]], *foreseen, cell.said])
    earned = 1.0 if right else 0.0
    return Part(name, outcome, part_heading(outcome, about), said, earned, 1.0, None, None, cell.evidence)


def _measure(name: Literal["spoken", "silent"], cells: list[tuple[Cell, str | None]]) -> Measure:
    return Measure(name, sum(stand in cell.right for cell, stand in cells), len(cells))


def _wrong(cell: Cell) -> str:
    """An answer that the cell does not take."""
    return next(stand for stand in STANDS if stand not in cell.right)


def _column(name: str, sources: Sources) -> Column:
    shown = sources.shown({"article": name})
    return Column(name, shown.outlet, shown.date)


def _claim(one: Mapping[str, Any], articles: list[str], sources: Sources) -> Claim:
    cells: dict[str, Cell] = {}
    for name in articles:
        cell = one["cells"][name]
        accepted = (cell["is"], *(stand for stand in cell.get("also", ()) if stand != cell["is"]))
        evidence = sources.evidence(cell.get("evidence", ()))
        cells[name] = Cell(accepted, cell["say"], dict(cell.get("wrong", {})), evidence)
    return Claim(one["id"], one["text"], cells)
