"""What of a class may be projected: no key that is still needed, no words of one student's own, and nobody's name."""

from collections import defaultdict
from collections.abc import Iterable

from samestory.teach.classroom.tally import Choice, Chosen, ClassTally, ExerciseTally, RowTally
from samestory.teach.site.match import name_key, squeezed

LEAST_TOGETHER = 3  # students; the figures of fewer are those of a person
TYPED_ALONE = "(typed by one student each)"
NAMES_SOMEBODY = "(words with a student’s name in them)"


class StudentNames:
    """The names of a class, to tell whether a text holds one of them."""

    def __init__(self, students: Iterable[str]) -> None:
        self._squeezed: set[str] = set()
        # By one of its words, so that a text is compared with the few names that share one with it.
        self._by_word: dict[str, list[frozenset[str]]] = defaultdict(list)
        for name in set(students):
            self._squeezed.add(squeezed(name))
            if words := name_key(name).split():
                self._by_word[words[0]].append(frozenset(words))

    def are_in(self, text: str) -> bool:
        """Whether all words of somebody's name are in the text, in any order, or it is a name without its blanks."""
        words = set(name_key(text).split())
        named = any(name <= words for word in words for name in self._by_word.get(word, ()))
        return named or (bool(words) and squeezed(text) in self._squeezed)


def is_for_the_wall(exercise: ExerciseTally) -> bool:
    """Whether its passages and choices may be shown to a class.

    A test is given again in its other form and next year, and of an assigned exercise learners are shown nothing of
    the key.
    """
    return not exercise.keyed.exercise.card.once and not exercise.keyed.assigned


def shown_choices(row: RowTally, one: ExerciseTally, part: str, names: StudentNames) -> list[Chosen]:
    """What was chosen at a part, without words that one student alone has typed, or in which a name stands."""
    found = row.chosen(one, part)
    if not one.keyed.exercise.is_typed:
        return found
    together: dict[Choice, Chosen] = {}
    for each in found:
        words = (
            TYPED_ALONE if each.count < 2 else NAMES_SOMEBODY if names.are_in(each.choice.words) else each.choice.words
        )
        choice = each.choice if each.choice.is_plain else Choice(words, each.choice.outcome)
        before = together.get(choice)
        together[choice] = Chosen(choice, each.count, each.upper, each.lower) if before is None else _sum(before, each)
    return list(together.values())


def _sum(one: Chosen, other: Chosen) -> Chosen:
    upper, lower = (
        None if a is None or b is None else a + b for a, b in ((one.upper, other.upper), (one.lower, other.lower))
    )
    return Chosen(one.choice, one.count + other.count, upper, lower)


def shown_sums(tally: ClassTally, names: StudentNames) -> dict[str, dict[str, tuple[int, int]]]:
    """Caught and rightly trusted by section; those of too few students, or called like one, are under an empty name.

    Where these are too few even together, they are left out.
    """
    members: dict[str, set[str]] = defaultdict(set)
    for row in tally.rows.values():
        for section, student in row.students:
            members[section].add(student)
    own = {name for name, who in members.items() if name and len(who) >= LEAST_TOGETHER and not names.are_in(name)}
    rest = sum(len(who) for name, who in members.items() if name not in own)
    shown: dict[str, dict[str, tuple[int, int]]] = {}
    for section, found in tally.sums().items():
        name = section if section in own else ""
        if name or not own or rest >= LEAST_TOGETHER:
            before = shown.get(name, {})
            shown[name] = {what: _added(before.get(what, (0, 0)), pair) for what, pair in found.items()}
    return shown


def _added(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    return one[0] + other[0], one[1] + other[1]
