"""Clippings, tables and figures: what they show, and what those learn who can't see them."""

import re

import pandas as pd
import pytest

from samestory.case import UnknownError
from samestory.exercise import SpecError
from samestory.lesson import clip, figure, recorded, style, table


def test_a_clipping_shows_the_words_as_printed_under_their_source():
    shown = clip("powerhouse-news", "if moscow's approach improves")
    assert repr(shown) == "Powerhouse News, 22 February 2022, by its content\n    if Moscow’s approach improves"
    assert shown._repr_html_().startswith('<figure class="ss-clipping" data-article="powerhouse-news">')
    assert "<p>if Moscow’s approach improves</p>" in shown._repr_html_()


def test_an_entry_of_the_record_shows_whole_or_in_part():
    assert "Kremlin" in repr(recorded("putin-decrees"))
    assert repr(recorded("biden-invasion", "the beginning")).endswith("\n    the beginning")


@pytest.mark.parametrize(
    ("call", "error", "said"),
    [
        (lambda: clip("powerhouse-news", "never printed"), SpecError, "never printed"),
        (lambda: clip("nowhere", "x"), UnknownError, "'nowhere'"),
        (lambda: recorded("nothing"), UnknownError, "'nothing'"),
        (lambda: recorded("biden-invasion", "never said"), SpecError, "never said"),
        (lambda: clip("biden-invasion", "x"), SpecError, "no article 'biden-invasion'"),
        (lambda: recorded("powerhouse-news"), SpecError, "no entry 'powerhouse-news'"),
    ],
)
def test_words_that_are_nowhere_stop_the_lesson(call, error, said):
    with pytest.raises(error, match=said):
        call()


FRAME = pd.DataFrame([("a <b>", "“Q” & more", 1), ("c", None, 2.5)], columns=["What", "Words", "<n>"])


def test_a_table_heads_its_rows_and_columns_and_escapes_what_it_holds():
    html = table(FRAME, "It shows <this>", evidence=("Words",))._repr_html_()
    assert "<caption>It shows &lt;this&gt;</caption>" in html
    assert html.count('<th scope="col"') == 3
    assert html.count('<th scope="row">') == 2
    assert "a &lt;b&gt;" in html
    assert "<b>" not in html
    assert html.count('class="ss-evidence"') == 2
    assert 'tabindex="0"' in html


def test_a_column_of_numbers_leaves_the_width_of_a_phone_to_the_words():
    html = table(pd.DataFrame({"Pair": ["one page and another"], "Runs": [27]}), "Runs")._repr_html_()
    assert '<th scope="col">Pair</th><th scope="col" class="ss-narrow">Runs</th>' in html
    assert '<th scope="row">one page and another</th><td class="ss-narrow">27</td>' in html


def test_a_table_reads_as_text_too():
    text = repr(table(FRAME, "It shows this"))
    assert text.startswith("It shows this\n\n")
    assert "“Q” & more" in text


def drawn(alt="A line that goes up, from 1 to 2.", source="Made up.", title="Up & <up>"):
    import matplotlib.pyplot as plt

    with plt.rc_context(style()):
        drawing, axes = plt.subplots()
        axes.plot([1, 2], color="#b04a00")
        axes.set_title(title)
    return figure(drawing, alt=alt, source=source)


def test_a_figure_is_svg_with_words_for_those_who_can_not_see_it():
    shown = drawn(alt='It says "up" & <more>.')
    html = shown._repr_html_()
    assert 'role="img" aria-label="It says &quot;up&quot; &amp; &lt;more&gt;."' in html
    assert "<figcaption>Made up.</figcaption>" in html
    assert repr(shown) == 'Figure: It says "up" & <more>.'


def test_a_figure_follows_the_theme_and_the_reader_s_font():
    html = drawn()._repr_html_()
    assert "var(--ss-artifact, #b04a00)" in html
    assert "var(--ss-ink, currentColor)" in html
    assert "system-ui" in html
    assert "<text" in html


def test_a_figure_is_the_same_every_time_and_carries_no_date():
    assert drawn()._repr_html_() == drawn()._repr_html_()
    assert "<metadata>" not in drawn()._repr_html_()
    assert not re.search(r"20\d\d-\d\d-\d\d", drawn()._repr_html_())


def test_a_figure_is_closed_once_it_is_shown():
    import matplotlib.pyplot as plt

    before = plt.get_fignums()
    drawn()
    assert plt.get_fignums() == before
