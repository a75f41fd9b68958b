"""A case of the course, for cells that look into its texts."""

from samestory.case import Case, UnknownError
from samestory.course import load_shipped


def shipped(name: str) -> Case:
    """Return the case of the course with this id. Raises UnknownError, which names those that there are.

    >>> shipped("quernmouth-gate").articles["newsgull"].outlet
    'Newsgull (fictional)'
    """
    cases = load_shipped().cases
    if name not in cases:
        raise UnknownError(f"There is no case {name!r} in the course; there are: {', '.join(cases)}.")
    return cases[name]
