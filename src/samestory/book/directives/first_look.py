"""The directive `{first-look} intelligence-community`: a sentence that was said beside one that was printed.

Whoever taps the word that was exchanged reads what it did; without a script the answer stands behind a fold.
"""

from collections.abc import Iterator

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from samestory.book.strict import fault
from samestory.case.model import Case, Finding
from samestory.course import load_shipped
from samestory.template import rendered
from samestory.text import fold, words


class FirstLookDirective(SphinxDirective):
    """Puts both sentences on the page, with every printed word to tap."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """One raw HTML node; a finding that is not there, or that no record speaks against, stops the page."""
        name = self.arguments[0]
        for case in load_shipped().cases.values():
            if name in case.findings:
                return [nodes.raw("", first_look(case, case.findings[name]), format="html", classes=["sb-look"])]
        raise fault(self, f"There is no finding {name!r}.")


def first_look(case: Case, finding: Finding) -> str:
    """Return the HTML of a finding to be discovered, and of how many there are like it."""
    spoken = next(one for one in finding.evidence if one.record)
    entry, article = case.record[spoken.record or ""], case.articles[finding.article]
    return rendered(
        "book/directives/first_look.html.j2",
        said=spoken.quote,
        speaker=entry.who,
        pieces=list(printed_pieces(finding, spoken.quote or "")),
        outlet=article.outlet,
        why=finding.why,
        of=sum(one.should_be is not None and one.certainty != "open" for one in case.findings.values()),
        articles=len(case.articles),
    )


def printed_pieces(finding: Finding, said: str) -> Iterator[tuple[str, str]]:
    """Yield the printed sentence in pieces with what each is: `core`, `changed`, `same`, or nothing between words."""
    known, at = {fold(word.text) for word in words(said)}, 0
    start, end = (place - finding.start for place in finding.core)
    for word in words(finding.quote):
        if word.start > at:
            yield finding.quote[at : word.start], ""
        # Of the words at fault, one that was spoken too is no mistake to tap: it stands in the wrong phrase.
        is_core = start <= word.start < end
        yield word.text, "core" if is_core else "same" if fold(word.text) in known else "changed"
        at = word.end
    if at < len(finding.quote):
        yield finding.quote[at:], ""
