"""Draft “which page tells which event?”, where a case has accounts of more than one."""

from collections import Counter
from collections.abc import Iterator

from samestory.case.model import Article
from samestory.draft.material import DraftMaterial, Spec
from samestory.text import Document

_MOST = 8
_LONGEST = 45  # words of a passage that is quoted


def draft_event(given: DraftMaterial) -> Iterator[Spec]:
    """Yield one exercise; none where all accounts tell one event."""
    case = given.case
    opened = _balanced([(one, text) for one in case.articles.values() if (text := _opening(one.text, one.headings))])
    told = {one.event for one, _ in opened}
    if len(told) < 2 or len(opened) < 3:
        return
    given.dice("event").shuffle(opened)
    yield {
        "id": given.name("events"),
        "kind": "classify",
        "title": "Which event is this about?",
        "prompt": "Here is how some accounts begin. They look alike and tell different events. Which tells which?",
        "minutes": 3,
        "groups": [{"id": one.id, "text": one.title} for one in case.events.values() if one.id in told],
        "items": [
            {
                "id": f"i{number}",
                "text": f"“{text}”",
                "group": article.event,
                "say": f"It is from {article.outlet} ({article.dated}). {case.events[article.event].title}.",
                "wrong": dict.fromkeys(sorted(told - {article.event}), "Which day, place and people does it name?"),
            }
            for number, (article, text) in enumerate(opened[:_MOST], 1)
        ],
        "hints": ["Look for days, places and names.", "Two of them may tell the same in other words."],
        "solution": "; ".join(f"{one.outlet}: {case.events[one.event].title}" for one, _ in opened) + ".",
    }


def _balanced(opened: list[tuple[Article, str]]) -> list[tuple[Article, str]]:
    """Leave out accounts of the event that most tell: where nearly all tell one, it could be said of every account."""
    counts = Counter(one.event for one, _ in opened)
    if not counts:
        return []
    event, count = counts.most_common(1)[0]
    most = 2 * (len(opened) - count)
    kept: list[tuple[Article, str]] = []
    for one in opened:
        if one[0].event != event or sum(each.event == event for each, _ in kept) < most:
            kept.append(one)
    return kept


def _opening(text: str, headings: tuple[str, ...]) -> str:
    """Return the first sentence of the story that is long enough to tell something."""
    story = Document(text).without_furniture
    for sentence in story.sentences[:12]:
        if sentence.text.strip() not in headings and 8 <= len(sentence.text.split()) <= _LONGEST:
            return " ".join(sentence.text.split())
    return ""
