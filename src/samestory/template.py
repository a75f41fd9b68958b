"""Write HTML and XML from templates, which lie beside what fills them: every value is escaped, none may be missing.

A template is a file `*.html.j2` or `*.xml.j2` in Jinja2's language.
"""

from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jinja2 import Environment


def rendered(name: str, **values: Any) -> str:
    """Return the template `name`, its path in this package, filled with `values`.

    Raises jinja2.TemplateNotFound for a name that is none, jinja2.UndefinedError for a value that is not given.

    >>> rendered("book/directives/lines.html.j2", lines=2)
    '<div class="sb-lines" aria-hidden="true"><i></i><i></i></div>'
    """
    return _environment().get_template(name).render(values)


@cache
def _environment() -> "Environment":
    """The one environment, in which a template is compiled once."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("samestory", ""),
        autoescape=True,
        # A misspelled name is an error then, and not a hole in the page.
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        # What is installed doesn’t change under a running program, and asking costs a look at the disk each time.
        auto_reload=False,
    )
