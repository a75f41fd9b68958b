"""Evidence as a lesson shows it: words cut out of an article or the record, with where they stand above them."""

from samestory.case import UnknownError
from samestory.case.desk import Desk
from samestory.case.model import Case, Reference
from samestory.course import load_shipped
from samestory.exercise import Evidence
from samestory.template import rendered


class Clipping:
    """A piece of evidence ready to be shown by a notebook or a page."""

    def __init__(self, evidence: Evidence) -> None:
        self.evidence = evidence

    def __repr__(self) -> str:
        return f"{self.evidence.source}\n    {self.evidence.quote}"

    def _repr_html_(self) -> str:
        return rendered("lesson/clip.html.j2", evidence=self.evidence)


def clip(article: str, quote: str) -> Clipping:
    """Return words of an article as a clipping. Raises SpecError if the article does not print them."""
    return _cited(Reference(article=article, quote=quote))


def recorded(entry: str, quote: str | None = None) -> Clipping:
    """Return an entry of the record, or `quote` out of it. Raises SpecError if the entry does not hold it."""
    return _cited(Reference(record=entry, quote=quote))


def case_of(name: str) -> Case:
    """Return the shipped case that holds the article or the entry of the record `name`."""
    for case in load_shipped().cases.values():
        if name in case.articles or name in case.record:
            return case
    known = "; ".join(", ".join((*case.articles, *case.record)) for case in load_shipped().cases.values())
    raise UnknownError(f"No case has an article or an entry of the record named {name!r}. There are: {known}.")


def _cited(reference: Reference) -> Clipping:
    case = case_of(reference.article or reference.record or "")
    return Clipping(Desk(case.articles, case.record, case.findings, case.controls).cite(reference))
