"""Planted sentences and clean news are read as they stand in their files."""

from collections import Counter
from pathlib import Path

import pytest
from clean_news import LINES, genre, sound_paragraphs
from fresh_events import fresh
from planted import pairs, single


def test_the_faulty_words_are_those_in_brackets(tmp_path: Path) -> None:
    file = tmp_path / "sentences.yml"
    file.write_text("schema: 1\nodd:\n  faulty: ['A [red] cat [sat on] it.']\n  sound: [A cat.]\n", "utf-8")
    faulty, sound = single(file)
    assert faulty.text == "A red cat sat on it."
    assert [faulty.text[start:end] for start, end in faulty.faults] == ["red", "sat on"]
    assert (sound.text, sound.faults) == ("A cat.", ())


def test_every_kind_has_at_least_ten_faults_and_some_sound_ones() -> None:
    faults = Counter(one.kind for one in single() if one.faults) + Counter(one.kind for one in pairs() if one.is_fault)
    sound = Counter(one.kind for one in single() if not one.faults) + Counter(
        one.kind for one in pairs() if not one.is_fault
    )
    assert min(faults.values()) >= 10
    assert faults.keys() == sound.keys()


def test_every_pair_of_days_is_of_two_days() -> None:
    dated = [one for one in pairs() if one.kind == "day"]
    assert dated
    assert all(one.days[0] and one.days[1] and one.days[0] <= one.days[1] for one in dated)


def test_news_is_cut_into_articles_by_the_kind_of_its_file(tmp_path: Path) -> None:
    (tmp_path / "a.cor").write_text("One two.\n\nThree.\n", "utf-8")
    (tmp_path / "b.xml").write_text("<TITLE>No</TITLE><BODY>Oil &lt;OIL&gt;\n rose.</BODY>", "utf-8")
    (tmp_path / "c.txt").write_text("\n".join(f"Line {n}.\n" for n in range(LINES + 1)), "utf-8")
    read = genre("all", tmp_path).articles
    assert read[:3] == ("One two.", "Three.", "Oil <OIL> rose.")
    assert [len(article.splitlines()) for article in read[3:]] == [LINES, 1]
    assert genre("one", tmp_path / "a.cor").words == 3


def test_a_folder_without_articles_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="There are no articles in"):
        genre("none", tmp_path)


def test_sound_paragraphs_have_no_planted_fault() -> None:
    clean = sound_paragraphs("fresh")
    told = [account.text for one in fresh("fresh") for account in one.accounts]
    # Words that the agency has too are a fault only where nobody credits it.
    faults = {label.says for one in fresh("fresh") for label in one.labels if label.is_fault}
    only_there = [says for says in faults if sum(says in text for text in told) == 1]
    assert len(only_there) > 50
    assert [says for says in only_there if any(says in text for text in clean.articles)] == []
    assert clean.words > 5000
    assert not any("COMMENTATOR:" in text for text in clean.articles)
