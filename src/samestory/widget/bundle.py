"""The front end as one script and one stylesheet: the modules in `web/`, joined without a build step.

A notebook's host wants an ES module, a page a classic script: browsers refuse a module from disk, from a server that
does not know its type, and in a sandboxed frame.
"""

import re
from functools import cache
from pathlib import Path

FRONT_END = Path(__file__).parent / "web"
ENTRY = "main.mjs"
ON_PAGES = "elements.mjs"
SHARED_STYLE = "samestory.css"
DESK_WEB = FRONT_END / "desk"  # a tool of its own: pages of exercises carry nothing of it
# Takes an import of a module beside it; leaves one of a package or another host, at which a test fails.
_IMPORT = re.compile(r'^import (?:\{[^}]*\} from )?"(\.{1,2}/[\w./]+\.mjs)";\n', re.MULTILINE)
# Takes comments on lines of their own; leaves “//” behind code, for it may stand in a text, as in “https://”.
_COMMENT = re.compile(r"^ *(?:/\*\*(?:(?!\*/).)*\*/|//[^\n]*)\n", re.MULTILINE | re.DOTALL)
# Takes “export function”; leaves “export default”, which a notebook’s host asks for.
_EXPORT = re.compile(r"^export (?=(?:async )?(?:class|const|function)\b)", re.MULTILINE)
# Takes “async function fill(” and “const MOST =” at the start of a line; leaves what stands inside a function.
_AT_THE_TOP = re.compile(r"^(?:export )?(?:async )?(?:class|const|function\*?|let) (\w+)", re.MULTILINE)


@cache
def bundle() -> str:
    """Return every kind and every module that `main.mjs` needs, each after those it imports, as one ES module.

    Imports of siblings, the word `export` and comments on lines of their own are left out, so a name may
    stand at the top of one module only; the default export of `main.mjs` stays.
    """
    return joined_modules(*kinds(), FRONT_END / ENTRY)


@cache
def page_script() -> str:
    """Return every module that a page's exercises, readers and explorers need as one classic script."""
    return classic(*kinds(), FRONT_END / ON_PAGES)


@cache
def desk_script(host: str) -> str:
    """Return the desk as one script, for the host `page`, `server` (both classic) or `notebook` (an ES module)."""
    entry = DESK_WEB / f"{host}.mjs"
    return joined_modules(entry) if host == "notebook" else classic(entry)


@cache
def desk_style() -> str:
    """Return what the desk's stylesheet adds to `styles`."""
    return (DESK_WEB / "desk.css").read_text("utf-8")


def kinds() -> list[Path]:
    """Return the modules of the kinds of exercise, found by being in their folder."""
    return sorted((FRONT_END / "kinds").glob("*.mjs"))


def classic(*entries: Path) -> str:
    """Return the modules at these paths and all that they import as one classic script that leaves no name behind."""
    return f'(() => {{\n"use strict";\n{joined_modules(*entries)}}})();\n'


def joined_modules(*entries: Path) -> str:
    """Return the modules at these paths and all that they import as one script, as `bundle` joins them.

    ValueError where two have one name at the top: a browser would run nothing of such a script.
    """
    parts: dict[Path, str] = {}
    for entry in entries:
        _join(entry.resolve(), parts)
    homes: dict[str, Path] = {}
    for module, source in parts.items():
        for name in _AT_THE_TOP.findall(source):
            if name in homes:
                raise ValueError(f"{homes[name].name} and {module.name} both have {name!r} at the top: rename one")
            homes[name] = module
    return "\n".join(parts.values())


@cache
def styles() -> str:
    """Return the stylesheets as one: what all share, then each part's own in the order of their names."""
    # What all share stands first, so that a part’s own rule can overrule it.
    found = (path for path in FRONT_END.rglob("*.css") if path.name != SHARED_STYLE and path.parent != DESK_WEB)
    own = sorted(found, key=lambda path: path.name)
    return "".join(path.read_text("utf-8") for path in (FRONT_END / SHARED_STYLE, *own))


def _join(module: Path, parts: dict[Path, str]) -> None:
    if module in parts:
        return
    source = module.read_text("utf-8")
    for imported in _IMPORT.findall(source):
        # First what a module imports: in one script a constant must stand above its use.
        _join((module.parent / imported).resolve(), parts)
    for pattern in (_IMPORT, _COMMENT, _EXPORT):
        source = pattern.sub("", source)
    parts[module] = source.strip() + "\n"
