"""The web book: a Sphinx extension and theme for slim pages with exercises that work with no kernel and no network."""

from pathlib import Path

from myst_nb.sphinx_ import HideCodeCellNode, depart_HideCellInput
from sphinx.application import Sphinx

from samestory import __version__
from samestory.book import ahead, fresh, launch, leaks, offline, page, python_worker, scripts, slim, strict
from samestory.book.directives import answers, case_page, desk, extras, fields, first_look, front, reader, sheet
from samestory.book.directives import exercise as directive
from samestory.book.print.builder import PaperBuilder
from samestory.book.tree import counting, gloss, glossary, markup, places, stations, texts, translator
from samestory.widget import awaited

THEME = Path(__file__).parent / "assets"


def setup(app: Sphinx) -> dict[str, object]:
    """Register the theme `samestory`, the directive `exercise` and the steps that shape every page."""
    app.add_html_theme("samestory", str(THEME))
    app.add_directive("exercise", directive.ExerciseDirective)
    app.add_directive("answers", answers.AnswersDirective)
    app.add_directive("lines", sheet.LinesDirective)
    app.add_directive("fold", sheet.FoldDirective)
    app.add_directive("fields", fields.FieldsDirective)
    app.add_directive("case", case_page.CaseDirective)
    app.add_directive("reader", reader.ReaderDirective)
    app.add_directive("desk", desk.DeskDirective)
    app.add_directive("extras", extras.ExtrasDirective)
    app.add_directive("first-look", first_look.FirstLookDirective)
    app.add_directive("glossary-list", glossary.GlossaryList)
    app.add_directive("results", counting.ResultsDirective)
    app.add_builder(PaperBuilder, override=True)
    for name in ("html", "singlehtml"):
        app.set_translator(name, translator.PageTranslator)
    app.add_node(markup.Tag, html=(markup.visit_tag, markup.depart_tag))
    app.add_node(places.ExercisePlace, html=(places.visit_exercise, None))
    app.add_node(places.ReaderPlace, html=(places.visit_reader, None))
    app.add_node(HideCodeCellNode, override=True, html=(translator.visit_hidden, depart_HideCellInput))
    for step in (
        markup.ReadMarkup,
        places.FillPlaces,
        launch.OfferLaunch,
        stations.CutIntoStations,
        texts.CarryTexts,
        gloss.MarkHardWords,
    ):
        app.add_post_transform(step)
    for script in (
        scripts.EVERYWHERE,
        scripts.LESSON_SCRIPT,
        counting.RESULTS_SCRIPT,
        awaited.SCRIPT,
        desk.DESK_SCRIPT,
    ):
        app.add_js_file(script, loading_method="defer")
    for style in (
        "progress",
        "answers",
        "method",
        "worksheet",
        "reference",
        "launch",
        "stations",
        "drawer",
        "first",
        "gloss",
        "results",
        "samestory",
        "desk",
    ):
        app.add_css_file(f"{style}.css")
    if "comments_config" not in app.config:  # Jupyter Book sets it even where the extension that knows it isn't loaded
        app.add_config_value("comments_config", {}, "")
    app.add_config_value("samestory_cases", [], "env", list)
    app.add_config_value("samestory_lessons", "", "env", str)
    app.add_config_value("samestory_data", "", "", str)
    app.add_config_value("samestory_look", "", "html", str)
    app.add_config_value("samestory_python", "", "html", str)
    app.add_config_value("samestory_glossary", "", "html", str)
    app.add_config_value("samestory_launch", {}, "html", dict)
    app.connect("config-inited", fresh.use_the_cases, priority=90)
    # Digests stand in the configuration, and Sphinx compares that with the last build’s before it reads a page.
    app.connect("config-inited", fresh.name_the_sources, priority=100)
    app.connect("config-inited", python_worker.find_python, priority=100)
    app.connect("config-inited", gloss.digest_the_words, priority=100)
    app.connect("env-before-read-docs", ahead.run_lessons)
    app.connect("builder-inited", scripts.write_scripts)
    # What fills a page’s context comes in this order; slimming comes last, when extensions have added their files.
    app.connect("html-page-context", page.describe)
    app.connect("html-page-context", python_worker.say_if_missing, priority=600)
    app.connect("html-page-context", slim.load_what_the_page_uses, priority=900)
    app.connect("html-collect-pages", front.front_page)
    # Slimming comes first, as it might take new files for unused; what is kept for reading offline is listed last.
    app.connect("build-finished", slim.remove_unused_files, priority=800)
    app.connect("build-finished", python_worker.put_python, priority=850)
    app.connect("build-finished", launch.put_notebooks, priority=860)
    app.connect("build-finished", offline.write_worker, priority=900)
    app.connect("build-finished", leaks.end_with_leaks, priority=940)
    app.connect("build-finished", strict.end_with_faults, priority=950)
    return {"version": __version__, "parallel_read_safe": True, "parallel_write_safe": True}
