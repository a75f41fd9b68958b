"""Explorers: what can be turned, what a page and a notebook get, and what an author is told who asks for too much."""

import re

import pandas as pd
import pytest
from IPython.core.formatters import DisplayFormatter

from samestory.lesson import clip, explore, figure, style, table
from samestory.lesson.svg_ids import with_own_ids

VIEW = "application/vnd.jupyter.widget-view+json"


def numbers(value):
    return table(pd.DataFrame({"n": [value]}), f"It is <{value}>")


def drawn(value):
    import matplotlib.pyplot as plt

    with plt.rc_context(style()):
        drawing, axes = plt.subplots(figsize=(2, 1))
        axes.plot([1, value], marker="o")
    return [figure(drawing, alt=f"A line to {value}.", source="Made up."), numbers(value)]


def bundle(explorer):
    """What the explorer leaves in a notebook, as IPython formats it."""
    return DisplayFormatter().format(explorer)[0]


def states(markup):
    """Text and HTML of every state, in order, and which are shown."""
    found = re.findall(
        r'<section class="ss-explorer-state( is-shown)?" data-state="(\d)">(.*?)</section>', markup, re.S
    )
    assert [int(number) for _, number, _ in found] == list(range(len(found)))
    texts = [re.search(r"<strong>(.*?)</strong>", inside)[1] for _, _, inside in found]
    return texts, [inside for _, _, inside in found], [bool(shown) for shown, _, _ in found]


def test_a_page_gets_every_state_under_its_text_with_one_shown():
    data = bundle(explore(numbers, {"two": 2, "thr<ee": 3}, label="Words & more"))
    texts, inside, shown = states(data["text/html"])
    assert texts == ["two", "thr&lt;ee"]
    assert shown == [True, False]
    assert "It is &lt;2&gt;" in inside[0]
    assert "It is &lt;3&gt;" in inside[1]
    assert '<p class="ss-explorer-label">Words &amp; more</p>' in data["text/html"]


def test_its_control_is_hidden_until_there_are_scripts():
    for over in ([1, 2], range(6)):
        data = bundle(explore(numbers, over, label="N"))
        assert re.search(r'<div class="ss-explorer-control"[^>]* hidden>', data["text/html"])


def test_up_to_four_stops_are_buttons_and_more_are_stepped_through():
    few = bundle(explore(numbers, [1, 2, 3, 4], label="N"))
    many = bundle(explore(numbers, [1, 2, 3, 4, 5], label="N", start=3))
    assert few["text/html"].count('type="radio"') == 4
    assert 'type="range" min="0" max="4" step="1" value="2" aria-label="N" aria-valuetext="3"' in many["text/html"]


def test_stops_that_can_be_ticked_together_have_a_state_for_each_choice():
    seen = []

    def show(chosen):
        seen.append(chosen)
        return numbers(len(chosen))

    data = bundle(explore(show, {"Ann": "a", "Ben": "b"}, label="Who", several=True, start=("a",)))
    texts, _, shown = states(data["text/html"])
    assert texts == ["none", "Ben", "Ann", "Ann and Ben"]
    assert seen == [(), ("b",), ("a",), ("a", "b")]
    assert shown == [False, False, True, False]
    assert re.findall(r'value="(\d)"( checked)?', data["text/html"]) == [("0", " checked"), ("1", "")]


def test_a_column_or_an_array_of_values_will_do():
    data = bundle(explore(numbers, pd.Series([2, 3]), label="N", start=3))
    assert states(data["text/html"])[0] == ["2", "3"]
    assert states(data["text/html"])[2] == [False, True]


@pytest.mark.parametrize("start", ["three", 3])
def test_it_starts_where_it_is_told_by_text_or_by_value(start):
    data = bundle(explore(numbers, {"two": 2, "three": 3}, label="N", start=start))
    assert states(data["text/html"])[2] == [False, True]
    assert "three\n\nIt is <3>" in data["text/plain"]


def test_no_two_drawings_share_an_id_even_where_they_look_the_same():
    over = {"one": 5, "other": 5, "third": 6}
    page = "".join(bundle(explore(drawn, over, label=label))["text/html"] for label in ("A", "B"))
    page += drawn(5)[0]._repr_html_() + drawn(6)[0]._repr_html_()
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) > 8
    assert len(set(ids)) == len(ids)
    assert set(re.findall(r'(?:url\(#|href="#)([^")]+)', page)) == set(ids)


def test_ids_outside_a_drawing_stay():
    assert with_own_ids('<p id="x"></p><svg id="y"></svg>') == '<p id="x"></p><svg></svg>'


def test_a_kernel_calls_show_again_for_what_is_chosen():
    seen = []

    def show(value):
        seen.append(value)
        return numbers(value)

    for over, move in (([1, 2], 1), (range(6), 4)):
        explorer = explore(show, over, label="N")
        box = widget_of(explorer)
        seen.clear()
        box.children[1].value = move
        assert seen == [over[move]]
        assert f"It is &lt;{over[move]}&gt;" in box.children[2].value
        assert f"<strong>{over[move]}</strong>" in box.children[2].value


def test_a_kernel_has_boxes_to_tick_for_several_stops():
    box = widget_of(explore(lambda chosen: numbers("".join(chosen)), list("abc"), label="Who", several=True))
    ticks = box.children[1].children
    ticks[0].value = True
    ticks[2].value = True
    assert "<strong>a and c</strong>" in box.children[2].value
    assert "It is &lt;ac&gt;" in box.children[2].value
    ticks[0].value = False
    assert "<strong>c</strong>" in box.children[2].value


def test_a_fault_that_comes_later_is_told_where_the_figure_was():
    trouble = []

    def show(value):
        if trouble:
            raise KeyError("<gone>")
        return numbers(value)

    box = widget_of(explore(show, [1, 2], label="N"))
    trouble.append(True)
    box.children[1].value = 1
    assert "This stop could not be drawn: &#x27;&lt;gone&gt;&#x27;" in box.children[2].value
    trouble.clear()
    box.children[1].value = 0
    assert "It is &lt;1&gt;" in box.children[2].value


def widget_of(explorer):
    from samestory.widget.explorer.widget import explorer_widget

    what = explorer._what
    return explorer_widget(what.label, what.control, what.names, explorer.states, what.start, explorer.at)


def test_a_state_may_hold_clippings_and_tables_together():
    quoted = clip("powerhouse-news", "if moscow's approach improves")
    data = bundle(explore(lambda value: [quoted, numbers(value)], [1, 2], label="N"))
    assert data["text/html"].count("ss-clipping") == 2
    assert VIEW in data


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"over": range(9)}, "9 states; an explorer has 2 to 8"),
        ({"over": [1]}, "1 states"),
        ({"over": "abc"}, "not 'abc'"),
        ({"over": 7}, "not 7"),
        ({"over": {1, 2}}, "not {1, 2}"),
        ({"over": [1, 2], "start": pd.Series([1])}, "can't start at"),
        ({"over": list("abcd"), "several": True}, "16 states"),
        ({"over": [1, 1]}, "two stops of the same text"),
        ({"over": [1, " "]}, "or one with none"),
        ({"over": [1, 2], "label": " "}, "needs a label"),
        ({"over": [1, 2], "start": 5}, "can't start at 5: its stops are '1', '2'"),
        ({"over": [1, 2], "start": True}, "can't start at True"),
        ({"over": [1, 2], "show": lambda value: None}, "At '1', show gives nothing"),
        ({"over": [1, 2], "show": lambda value: [numbers(1), "text"]}, "show gives str: it must return a figure"),
        ({"over": [1, 2], "show": lambda value: []}, "At '1', show gives an empty list"),
    ],
)
def test_an_author_is_told_in_plain_words_what_is_wrong(asked, said):
    asked = {"show": numbers, "label": "N", **asked}
    with pytest.raises(ValueError, match=re.escape(said)):
        explore(asked.pop("show"), asked.pop("over"), **asked)
