"""Exercises drafted from the findings and controls of a case; each is a draft until a person has looked at it.

A template is one file in `kinds/`: it reads the material and yields exercises as an author writes them. The table
`DRAFTERS` is the whole list, in the order of a lesson.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from samestory.case import Case
from samestory.draft.kinds.choose import draft_first, draft_sure
from samestory.draft.kinds.classify import draft_classify
from samestory.draft.kinds.conflict import draft_conflict
from samestory.draft.kinds.event import draft_event
from samestory.draft.kinds.highlight import draft_highlight, draft_parting
from samestory.draft.kinds.match import draft_match
from samestory.draft.kinds.matrix import draft_matrix
from samestory.draft.kinds.number import draft_number
from samestory.draft.kinds.order import draft_order
from samestory.draft.kinds.rewrite import draft_rewrite
from samestory.draft.kinds.short import draft_short, draft_told
from samestory.draft.material import DraftMaterial, Spec
from samestory.exercise import Malformed, SpecError, all_kinds
from samestory.text import PhraseError

__all__ = ["DRAFTERS", "MOST_COUNTED", "Drafts", "drafts"]

Drafter = Callable[[DraftMaterial], Iterator[Spec]]
DRAFTERS: tuple[Drafter, ...] = (
    draft_event,
    draft_classify,
    draft_conflict,
    draft_highlight,
    draft_parting,
    draft_short,
    draft_told,
    draft_match,
    draft_first,
    draft_matrix,
    draft_number,
    draft_order,
    draft_rewrite,
    draft_sure,
)
_ROUNDED = 0.011  # points are rounded to two places
MOST_COUNTED = 8  # exercises of a lesson, with its exit question; what is more is extra


@dataclass(frozen=True, slots=True)
class Drafts:
    """Exercises as an author writes them, and what each template that made none, or a useless one, still lacks."""

    specs: tuple[Spec, ...]
    lacking: tuple[str, ...]


def drafts(case: Case) -> Drafts:
    """Return drafts of exercises; the same case gives the same each time. Those beyond a lesson's length are extra."""
    given = DraftMaterial(case)
    specs: list[Spec] = []
    lacking: list[str] = []
    for drafter in DRAFTERS:
        name = drafter.__name__.removeprefix("draft_")
        try:
            made = list(drafter(given))
            for spec in made:
                _check(spec, given)
        except (SpecError, PhraseError) as error:
            lacking.append(f"{name}: {error}")
            continue
        specs += made
        if not made:
            lacking.append(f"{name}: {_WANTED[name]}")
    return Drafts(tuple(_marked(specs)), tuple(lacking))


def _check(spec: Spec, given: DraftMaterial) -> None:
    """Build an exercise and give it the samples of its kind: none may be solved unread. Raises SpecError."""
    task = all_kinds()[spec["kind"]].build(spec, given.desk)
    for sample in task.samples():
        answer = task.parse(sample.raw)
        unread = isinstance(answer, Malformed) or answer.empty
        share = 0.0 if unread else task.grade(answer, 1.0).points
        if not sample.low - _ROUNDED <= share <= sample.high + _ROUNDED:
            raise SpecError(f"the answer “{sample.name}” would earn {share:g} of the points")


_WANTED = {
    "event": "all accounts tell one event",
    "classify": "it needs two faults and a control, each alone in its sentence",
    "conflict": "it needs two conflicts between accounts of which nobody knows who is right, and a control",
    "highlight": "it needs a passage with two faults and a control",
    "parting": "it needs, in place of faults, a passage with two conflicts and a control",
    "told": "it needs a conflict between accounts that is told in a few words",
    "short": "it needs a fault whose right words are few and stand in a source",
    "match": "it needs three faults whose right words are known, and a control",
    "first": "it needs an agency's copy in the record, or two accounts that share words",
    "matrix": "it needs two claims on which accounts of one event differ",
    "number": "it needs the day of the event and of an account some days later, or two accounts that share words",
    "order": "it needs three days, of entries of the record or of accounts",
    "rewrite": "it needs a fault whose right words are known",
    "sure": "it needs a finding",
}


def _marked(specs: Sequence[Spec]) -> Iterator[Spec]:
    """Yield them in the lesson's order, each as a draft, the exit question always counted."""
    for number, spec in enumerate(specs, 1):
        surplus = number >= MOST_COUNTED and number < len(specs)
        yield {"id": spec["id"], "draft": True, **spec, **({"extra": True} if surplus else {})}
