"""What stands on a page where a script is to draw something, for as long as it has not: the true reason why."""

import html

SCRIPT = "samestory.js"  # draws exercises, readers and explorers


def awaited(unscripted: str, script: str = SCRIPT) -> str:
    """Return a reason for readers who have switched JavaScript off, and one for a script that has not come.

    The second is true for as long as it stands. When the page is complete and the script is not there, `book.js`
    says in its place what went wrong; see `book/web/awaited.mjs`.

    >>> awaited("It needs JavaScript.")
    '<noscript><p>It needs JavaScript.</p></noscript><p data-awaits="samestory.js">The file samestory.js draws this \
part of the page. If this line stays, the file did not arrive: reload the page.</p>'
    """
    late = (
        f"The file {script} draws this part of the page. If this line stays, the file did not arrive: reload the page."
    )
    return f'<noscript><p>{html.escape(unscripted)}</p></noscript><p data-awaits="{script}">{late}</p>'
