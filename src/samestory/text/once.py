"""Work something out once for each object and keep it with the object, as `cached_property` does inside a class."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, cast

_Whole = TypeVar("_Whole")
_Found = TypeVar("_Found")


def once(work: Callable[[_Whole], _Found]) -> Callable[[_Whole], _Found]:
    """Return `work` so that it runs once for each object; what it found is freed together with the object.

    So what a comparison needs of a document is kept with the document, which knows nothing of comparisons. The object
    must not change and must have a `__dict__`.

    >>> from samestory.text.document import Document
    >>> letters = once(lambda one: sorted(set(one.text)))
    >>> note = Document("noon")
    >>> letters(note), letters(note) is letters(note)
    (['n', 'o'], True)
    """
    # The module's name too, since functions of one name from two modules may read the same object.
    name = f"{work.__module__}.{work.__qualname__}"

    @wraps(work)
    def kept(whole: _Whole) -> _Found:
        # By `vars`, since a frozen dataclass refuses attributes.
        held = vars(whole)
        if name not in held:
            held[name] = work(whole)
        return cast(_Found, held[name])

    return kept
