"""The web book: a Sphinx extension and theme for slim pages with exercises that work with no kernel and no network."""

from pathlib import Path

from sphinx.application import Sphinx

from samestory import __version__
from samestory.book import case_page, directive, fresh, front, offline, page, python_worker, reader, slim

THEME = Path(__file__).parent / "assets"


def setup(app: Sphinx) -> dict[str, object]:
    """Register the theme `samestory`, the directive `exercise` and the steps that shape every page."""
    app.add_html_theme("samestory", str(THEME))
    app.add_directive("exercise", directive.ExerciseDirective)
    app.add_directive("case", case_page.CaseDirective)
    app.add_directive("reader", reader.ReaderDirective)
    app.add_js_file("book.js", loading_method="defer")
    app.add_config_value("comments_config", {}, "")  # Jupyter Book sets it even where its extension isn't loaded
    app.add_config_value("samestory_lessons", "", "env", str)
    app.add_config_value("samestory_look", "", "html", str)
    app.add_config_value("samestory_python", "", "html", str)
    app.connect("config-inited", fresh.name_the_sources, priority=100)
    app.connect("config-inited", python_worker.find_python, priority=100)
    app.connect("builder-inited", slim.write_exercise_files)
    app.connect("html-page-context", page.describe)
    app.connect("html-page-context", python_worker.say_if_missing, priority=600)
    app.connect("html-page-context", slim.load_what_the_page_uses, priority=900)
    app.connect("html-collect-pages", front.front_page)
    app.connect("build-finished", slim.remove_unused_files, priority=800)
    app.connect("build-finished", python_worker.put_python, priority=850)
    app.connect("build-finished", offline.write_worker, priority=900)
    return {"version": __version__, "parallel_read_safe": True, "parallel_write_safe": True}
