"""Pairs, a sentence and a brief in a real JupyterLab: a teacher's own, answered, saved, opened again and graded."""

import csv
from pathlib import Path

import nbformat
import pytest
from lab import Lab, Notebook
from playwright.sync_api import Browser, Locator, expect

from samestory.cli import main

EXERCISES = """
schema: 1
lesson: my-own-lesson
exercises:
  - id: my-pairs
    kind: match
    title: Who did what?
    prompt: Give each its partner.
    minutes: 1
    mode: assigned
    heads: [Who, What]
    items:
      - {id: mayor, text: Mayor Lind, partner: spoke, say: She spoke.}
      - {id: gull, text: The gull, say: It did nothing.}
      - {id: ship, text: The ferry, partner: sailed, say: It sailed.}
    others:
      - {id: rained, text: rained, say: Nobody rains.}
      - {id: sailed, text: sailed}
      - {id: spoke, text: spoke}
    hints: [Read., Read again.]
    solution: The mayor spoke, the ferry sailed.
  - id: my-sentence
    kind: rewrite
    title: How should it read?
    prompt: Set it right.
    minutes: 1
    mode: assigned
    faulty: {text: The ferry has a heart disease.}
    keep: [{id: ferry, text: the ferry, forms: [ferr*], say: It is about the ferry.}]
    words: {least: 3, most: 20}
    rubric: [{id: plain, text: "Is it plain?"}]
    model: The ferry has stopped.
    hints: [Read., Read again.]
    solution: The ferry has stopped.
  - id: my-brief
    kind: brief
    title: What do you say?
    prompt: Write a brief.
    minutes: 5
    mode: assigned
    rubric: [{id: bears, text: "Does it hold?"}]
    example:
      claim: The ferry did not sail then.
      quotations: [{source: Post, quote: a pause of two days}]
      rivals: [It may have sailed at night.]
      confidence: likely
      change: A photograph of it at sea.
    hints: [Read., Read again.]
    solution: See the example.
"""
TITLES = {"my-pairs": "Who did what?", "my-sentence": "How should it read?", "my-brief": "What do you say?"}
SENTENCE = "dd xx bb aa: the ferry has stopped"  # keys that add and delete cells, if JupyterLab gets them


def card(notebook: Notebook, name: str) -> Locator:
    return notebook.page.get_by_role("article", name=TITLES[name])


def state(notebook: Notebook, name: str) -> Locator:
    return card(notebook, name).locator(".ss-state")


def answer_all(notebook: Notebook) -> None:
    """The pairs by pointer and list, the rest by keys; one point short in the brief, which has no rival."""
    keyboard, pairs = notebook.page.keyboard, card(notebook, "my-pairs")
    pairs.get_by_role("button", name="Mayor Lind").click()
    pairs.get_by_role("button", name="spoke").click()
    pairs.get_by_label("Partner of 2").select_option("none")
    pairs.get_by_label("Partner of 3").select_option("sailed")
    card(notebook, "my-sentence").get_by_label("Your sentence", exact=True).focus()
    keyboard.type(SENTENCE)
    card(notebook, "my-sentence").get_by_role("radio", name="partly").focus()
    keyboard.press("Space")
    brief = card(notebook, "my-brief")
    for label, text in (
        ("What you claim", "a claim of five words\nor more"),
        ("Where quotation 1 stands: outlet and date", "Post"),
        ("Quotation 1, as printed", "a pause of two days"),
        ("What would change your mind", "a photograph of it at sea"),
    ):
        brief.get_by_label(label, exact=True).focus()
        keyboard.type(text)
    brief.get_by_role("radio", name="likely").focus()
    keyboard.press("Space")
    for name in TITLES:
        card(notebook, name).get_by_role("button", name="Record my answer").click()
        expect(state(notebook, name)).to_have_text("recorded")


@pytest.mark.slow
def test_a_teachers_own_exercises_are_kept_in_the_notebook_and_graded(
    lab: Lab, browser: Browser, tmp_path: Path
) -> None:
    keys, folder = tmp_path / "keys", lab.root / "mine"
    keys.mkdir()
    (keys / "mine.yml").write_text(EXERCISES, encoding="utf-8")
    assert main(["assign", str(keys), "--out", str(folder)]) == 0
    book = nbformat.v4.new_notebook(metadata={"kernelspec": {"display_name": "Python 3", "name": "python3"}})
    sources = ["from samestory.lesson import exercise", *(f'exercise("{name}")' for name in TITLES)]
    book.cells = [nbformat.v4.new_code_cell(source) for source in sources]
    nbformat.write(book, folder / "ana.ipynb")

    context = browser.new_context()
    notebook = Notebook(lab, context.new_page(), folder / "ana.ipynb")
    notebook.run_all(len(TITLES))
    cells = notebook.standing()[0]
    answer_all(notebook)
    assert notebook.standing()[0] == cells
    notebook.save()
    context.close()
    lab.end_kernels()

    context = browser.new_context()
    again = Notebook(lab, context.new_page(), folder / "ana.ipynb")
    again.run_all(len(TITLES))
    for name in TITLES:
        expect(state(again, name)).to_have_text("recorded")
    expect(card(again, "my-pairs").get_by_label("Partner of 3")).to_have_value("sailed")
    expect(card(again, "my-sentence").get_by_label("Your sentence", exact=True)).to_have_value(SENTENCE)
    expect(card(again, "my-brief").get_by_label("What you claim")).to_have_value("a claim of five words\nor more")
    assert notebook.troubles == again.troubles == []
    context.close()

    handed_in, out = tmp_path / "in", tmp_path / "out"
    handed_in.mkdir()
    (handed_in / "ana.ipynb").write_bytes((folder / "ana.ipynb").read_bytes())
    assert main(["grade", str(handed_in), "--out", str(out), "--keys", str(keys)]) == 0
    with (out / "grades.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["points"], row["of"]) == ("4", "4")  # the pairs; what checks words enters no sum
    page = (out / "feedback" / "ana.html").read_text(encoding="utf-8")
    for shown in (SENTENCE, "with C. spoke", "no partner", "the learner says: partly", "a pause of two days"):
        assert shown in page
