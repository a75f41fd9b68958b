"""A scan proposes what people found, leaves alone what they trust, and writes nothing."""

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

import samestory
from samestory.case import Case, load_case
from samestory.case.model import Statement
from samestory.course import case_folders, load_shipped
from samestory.scanning import Scan, scan
from samestory.scanning.rules.against import agreement
from samestory.scanning.rules.language import is_english
from samestory.text import passage
from samestory.text.blank import blanked

NORDO = Path(__file__).parents[1] / "cases" / "nordo-ferry"
SCHEMA = json.loads((Path(samestory.__file__).parent / "case" / "schema" / "scan.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def five() -> Case:
    return load_shipped().cases["blinken-lavrov"]


@pytest.fixture(scope="module")
def found(five: Case) -> Scan:
    return scan(five)


def test_four_in_five_proved_findings_are_found_and_three_in_four_of_the_story_itself(five: Case, found: Scan) -> None:
    agreed = agreement(five, found)
    assert agreed.share("proved") >= 0.8
    assert agreed.share("proved", furniture=False) >= 0.75
    assert agreed.share("likely") >= 0.25


def test_at_most_one_candidate_in_150_words_is_false_and_no_control_is_called_sure(five: Case, found: Scan) -> None:
    agreed = agreement(five, found)
    assert len(agreed.besides) <= agreed.words / 150
    assert [one.id for one in agreed.doubted] == []


def test_no_control_has_a_sure_candidate_on_it_at_all(five: Case, found: Scan) -> None:
    sure = [one for one in found.candidates if one.certainty == "sure"]
    touched = [
        (control.id, one.text)
        for control in five.controls.values()
        for one in sure
        if one.article == control.article and one.start < control.end and control.start < one.end
    ]
    assert touched == []


def made(five: Case, texts: dict[str, str], *record: tuple[str, str]) -> Scan:
    """A scan of texts of 7 March 2023 beside a record: who said what."""
    some = five.articles["al-jazeera"]
    articles = {
        name: replace(some, id=name, outlet=name, text=text, passage=passage(text), date="2023-03-07")
        for name, text in texts.items()
    }
    said = {
        f"s{n}": Statement(f"s{n}", "2023-03-07", who, words, None, "", None) for n, (who, words) in enumerate(record)
    }
    return scan(replace(five, articles=articles, record=said, findings={}, controls={}, exercises={}))


REPORT = (
    "Mayor Lind spoke on the quay at Nordo about the ferry. “{}” she told the Harbour Post. About 140 people waited in "
    "the rain, and the harbour office counted them twice. Captain Holm brought the ferry {} in the evening.\n"
)


def test_an_agencys_copy_does_not_settle_what_was_said(five: Case) -> None:
    texts = {"harbour-post": REPORT.format("We will not sell the old ferry this year,", "home")}
    copy = ("Skerry Wire, a news agency", "“We will not sell the old boat this year,” Lind said.")
    [by_agency] = [one for one in made(five, texts, copy).candidates if one.label == "altered-quotation"]
    assert by_agency.certainty == "possible"
    assert by_agency.reason.startswith("The agency’s copy has “boat”, not “ferry”")
    speech = ("Mayor Lind", "We will not sell the old boat this year.")
    [by_record] = [one for one in made(five, texts, speech).candidates if one.label == "altered-quotation"]
    assert by_record.certainty == "sure"


def test_two_accounts_that_disagree_are_told_evenly_if_nothing_shows_who_is_right(five: Case) -> None:
    texts = {
        "harbour-post": REPORT.format("We will not sell the old ferry this year,", "home"),
        "island-radio": REPORT.format("We will not sell the old boat this year,", "home"),
    }
    found = [one for one in made(five, texts).candidates if one.label == "altered-quotation"]
    assert [one.article for one in found] == ["harbour-post", "island-radio"]
    for one in found:
        assert one.suggests is None
        assert "nothing here shows which is right" in one.reason


def test_a_number_told_differently_is_a_conflict_that_names_both_accounts(five: Case) -> None:
    texts = {
        "harbour-post": REPORT.format("We stay,", "home").replace("About 140 people", "About 1,400 people"),
        "island-radio": REPORT.format("We stay,", "home"),
    }
    found = [one for one in made(five, texts).candidates if one.rule == "number against another account"]
    assert [(one.article, one.text) for one in found] == [("harbour-post", "1,400"), ("island-radio", "140")]
    for one in found:
        assert (one.certainty, one.suggests) == ("possible", None)
        assert one.reason.startswith("Two accounts are in conflict: ")
        assert "harbour-post has “1,400”" in one.reason
        assert "island-radio has “140”" in one.reason
        assert one.reason.endswith("Nothing here shows which is right.")


def test_a_number_is_set_against_what_an_agency_sent_out(five: Case) -> None:
    texts = {"harbour-post": REPORT.format("We stay,", "home").replace("About 140 people", "About 1,400 people")}
    told = REPORT.format("We stay,", "home")
    copy = ("Skerry Wire, a news agency", told)
    same = ("Skerry Wire, a news agency", told.replace("140", "1,400"))
    for entry, expected in ((copy, [("1,400", "140")]), (same, [])):
        scanned = made(five, texts, entry)
        found = [one for one in scanned.candidates if one.rule == "number against the record"]
        assert [(one.text, one.suggests) for one in found] == expected
        assert all(one.certainty == "possible" for one in found)


def test_copies_of_a_day_do_not_outvote_who_was_there(five: Case) -> None:
    copy = "{}\n\nThe ferry sank two rowing boats at the quay of Nordo on Sunday, the harbour office said.\n"
    texts = {name: copy.format(name) for name in ("Harbour Post", "Island Radio", "North Sun")}
    texts["witness"] = "On the quay\n\nOn Monday the ferry sank two rowing boats at the quay of Nordo; I saw it.\n"
    found = [one for one in made(five, texts).candidates if one.rule == "day against another account"]
    assert {one.article for one in found} == set(texts)
    assert all(one.suggests is None for one in found)


def test_copies_of_a_name_do_not_make_another_spelling_surely_wrong(five: Case) -> None:
    copy = "The clerk, Anton Holm, counted the boats. Anton Holm found nine of them, and Anton Holm wrote it down."
    texts = {"harbour-post": copy, "island-radio": copy, "witness": "Antton Holm counted the boats; he found eight."}
    [found] = [one for one in made(five, texts).candidates if one.label == "name"]
    assert (found.article, found.certainty) == ("witness", "possible")
    [known] = [one for one in made(five, texts, ("Anton Holm", "Nine.")).candidates if one.label == "name"]
    assert known.certainty == "sure"


def test_words_that_the_record_has_too_are_not_called_odd(five: Case) -> None:
    texts = {
        "harbour-post": REPORT.format("We stay,", "to the pier"),
        "island-radio": REPORT.format("We stay,", "under the crane"),
    }
    odd = [one.text for one in made(five, texts).candidates if one.rule == "odd phrase: other account"]
    assert odd
    told = ("The harbour office", "Captain Holm brought the ferry to the pier in the evening.")
    mended = [one for one in made(five, texts, told).candidates if one.rule == "odd phrase: other account"]
    assert all(one.article == "island-radio" for one in mended)


def test_a_text_in_another_language_is_told_from_english(five: Case) -> None:
    assert all(is_english(one.text) for one in five.articles.values())
    assert not is_english("Die Fähre nach Nordo fährt heute nicht, sagte die Bürgermeisterin am Morgen. " * 3)
    assert not is_english("フェリーは止まった。市長は言った。")
    assert is_english("")


def test_articles_are_grouped_by_event_and_the_strangers_stand_alone(found: Scan) -> None:
    groups = [{found.articles[n] for n in group.articles} for group in found.groups]
    assert groups == [
        {"al-jazeera", "powerhouse-news", "responsible-statecraft"},
        {"san-juan-daily-star"},
        {"visegrad24"},
    ]


def test_an_undated_page_is_dated_by_the_last_speech_that_it_quotes(found: Scan) -> None:
    assert found.days["san-juan-daily-star"] == "2022-01-18"


def test_every_candidate_cuts_its_words_and_brings_evidence(five: Case, found: Scan) -> None:
    for one in found.candidates:
        assert five.articles[one.article].text[one.start : one.end] == one.text
        assert one.evidence
        assert one.reason
        assert 0 <= one.weight <= 1
        for reference in one.evidence:
            if reference.article and reference.quote:
                assert reference.quote in five.articles[reference.article].text
            if reference.record:
                assert reference.record in five.record


def test_candidates_come_strongest_first(found: Scan) -> None:
    ranks = [(one.certainty != "sure", -one.weight) for one in found.candidates]
    assert ranks == sorted(ranks)


def test_the_json_has_the_shape_that_its_schema_describes(found: Scan) -> None:
    jsonschema.validate(json.loads(json.dumps(found.to_json())), SCHEMA)


def test_progress_counts_up_to_the_end(five: Case) -> None:
    steps: list[tuple[int, int]] = []
    scan(five, lambda done, of: steps.append((done, of)))
    assert [done for done, _ in steps] == list(range(1, steps[-1][1] + 1))


def test_the_findings_of_the_case_are_not_looked_at(five: Case, found: Scan) -> None:
    assert scan(replace(five, findings={}, controls={}, exercises={})).candidates == found.candidates


def test_furniture_around_an_article_changes_nothing_in_it(five: Case, found: Scan) -> None:
    head, foot = "Share this story\n\nAdvertisement\n\n", "\n\nThis website uses cookies. Accept"
    changed = {
        name: replace(one, text=head + one.text + foot, passage=passage(head + one.text + foot))
        for name, one in five.articles.items()
    }
    again = scan(replace(five, articles=changed))

    def inside(result: Scan, shift: int) -> set[tuple[str, str, int, str]]:
        return {
            (one.article, one.label, one.start - shift, one.text)
            for one in result.candidates
            if one.label != "furniture"
        }

    assert inside(again, len(head)) == inside(found, 0)


@pytest.mark.parametrize("folder", [NORDO, *case_folders()], ids=lambda path: path.name)
def test_every_case_can_be_scanned_and_is_left_as_it_was(folder: Path) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    scan(load_case(folder))
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_a_case_without_record_or_with_one_empty_article_ends(five: Case) -> None:
    bare = replace(five, record={}, articles={name: five.articles[name] for name in ("al-jazeera",)})
    assert scan(bare).groups[0].articles == (0,)
    empty = replace(five.articles["al-jazeera"], text="", passage=passage(""))
    assert scan(replace(bare, articles={"al-jazeera": empty})).candidates == ()


def test_blanked_text_keeps_every_offset_and_line_end() -> None:
    text = "one\r\ntwo three"
    assert blanked(text, [(4, 8), (0, 3)]) == "   \r\n    three"
    assert blanked(text, []) == text
    assert len(blanked(text, [(2, 9), (1, 4)])) == len(text)


def test_a_case_without_a_record_is_scanned_by_its_articles_alone(five: Case) -> None:
    bare = scan(replace(five, record={}))
    assert [one for one in bare.candidates if one.label == "furniture"]
    assert not [one for one in bare.candidates if any(reference.record for reference in one.evidence)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Wir können die Sicherheit der Gäste nicht gewährleisten",
            "Wir wollen die Sicherheit der Gäste nicht gewährleisten",
        ),
        ("Nie możemy zapewnić bezpieczeństwa gości na rynku", "Nie chcemy zapewnić bezpieczeństwa gości na rynku"),
    ],
)
def test_what_is_odd_is_known_of_english_only(five: Case, one: str, other: str) -> None:
    """The rest of each text is the same, so that the exchanged word stands in one sentence on both pages."""
    rest = {
        "W": " Das Fest am Hafen fällt deshalb aus, sagte die Sprecherin der Stadt am Abend vor dem Rathaus im Regen.",
        "N": " Dlatego święto w porcie nie odbędzie się, powiedziała wieczorem rzeczniczka miasta przed ratuszem.",
    }[one[0]]
    scanned = made(five, {"a": f"{one}.{rest}\n", "b": f"{other}.{rest}\n"})
    assert [found.rule for found in scanned.candidates if found.rule.startswith("odd phrase")] == []
    assert list(scanned.oddities) == []
