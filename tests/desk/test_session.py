"""A session at the desk, by what the front end asks: decisions become findings that `samestory check` takes."""

import base64
import io
import random
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from samestory.case import load_case
from samestory.desk.desk_file import DeskFileError, rulings_in
from samestory.desk.packed_case import unpack_case
from samestory.desk.page import PageDesk
from samestory.desk.session import DeskSession

Ask = Callable[..., dict[str, Any]]


def packed_text(text: str, name: str = "pasted.txt", **more: str) -> dict[str, str]:
    """A text as the front end sends it."""
    return {"name": name, "content": base64.b64encode(text.encode()).decode(), **more}


def card(reply: dict[str, Any], article: str, words: str) -> dict[str, Any]:
    return next(one for one in reply["desk"]["cards"] if one["article"] == article and one["context"][1] == words)


def test_a_finding_a_control_and_what_is_dropped(asked: Ask, fire: Path) -> None:
    opened = asked("open")
    name, number = card(opened, "valley-echo", "Lindquist"), card(opened, "valley-echo", "3,000")
    known = {"label": "slip", "certainty": "likely", "should_be": "300", "why": "The hall holds no more."}
    asked("decide", proposal=number["id"], decided="changed", **known)
    asked("decide", proposal=name["id"], decided="refused", sound=True, note="He spells it so himself.")
    reply = asked("decide", proposal=card(opened, "harbour-post", "300")["id"], decided="refused")
    case = load_case(fire)
    assert [(one.quote, one.label) for one in case.findings.values()] == [("3,000", "slip")]
    assert [(one.quote, one.why) for one in case.controls.values()] == [("Lindquist", "He spells it so himself.")]
    assert [one["state"] for one in reply["desk"]["cards"]].count("dropped") == 1
    counts = next(one for one in reply["desk"]["gathered"] if one["article"] == "valley-echo")
    assert (counts["faults"], counts["controls"]) == (1, 1)
    assert counts["lacks"] == [
        "2 more faults: three are a start.",
        "1 more place that is sound: one in three should be.",
    ]


def test_to_take_back_brings_back_what_was_before(asked: Ask, fire: Path) -> None:
    one = card(asked("open"), "valley-echo", "3,000")
    asked("decide", proposal=one["id"], decided="accepted")
    asked(
        "decide", proposal=one["id"], decided="changed", label="framing", certainty="open", should_be="300", why="See."
    )
    assert [(f.label, f.should_be, f.why) for f in load_case(fire).findings.values()] == [("framing", "300", "See.")]
    assert "3,000" in asked("undo")["said"]
    assert [f.label for f in load_case(fire).findings.values()] == ["slip"]
    assert card(asked("undo"), "valley-echo", "3,000")["state"] == "open"
    assert not load_case(fire).findings
    assert asked("undo")["said"] == "There is nothing to take back."


def test_words_marked_by_hand_are_a_finding_and_can_turn_out_sound(asked: Ask, fire: Path) -> None:
    asked("open")
    reply = asked("decide", decided="own", article="harbour-post", **{"from": 0, "to": 1}, label="framing")
    (found,) = load_case(fire).findings.values()
    assert (found.quote, found.label, found.evidence[0].says) == (
        "Fire closes",
        "framing",
        "A person has looked at it.",
    )
    asked("decide", proposal=reply["decided"], decided="own", **{"from": 1, "to": 1}, why="It leans.", label="headline")
    (found,) = load_case(fire).findings.values()
    assert (found.id, found.quote, found.label, found.why) == (reply["decided"], "closes", "headline", "It leans.")
    asked("decide", proposal=reply["decided"], decided="refused", sound=True)
    assert [one.quote for one in load_case(fire).controls.values()] == ["closes"]


def test_decisions_survive_a_changed_text_and_are_set_aside_where_their_words_are_gone(asked: Ask, fire: Path) -> None:
    opened = asked("open")
    for words in ("3,000", "Lindquist"):
        asked("decide", proposal=card(opened, "valley-echo", words)["id"], decided="accepted")
    text = (fire / "articles" / "valley-echo.txt").read_text()
    reply = asked("text", article="valley-echo", text="Late edition 🔥\n\n" + text.replace("Lindquist", "Lindqvist"))
    (found,) = load_case(fire).findings.values()
    assert (found.quote, found.start) == ("3,000", text.index("3,000 traders") + 16)
    assert [one["quote"] for one in reply["desk"]["aside"]] == ["Lindquist"]
    back = asked("text", article="valley-echo", text=text)
    assert (back["desk"]["aside"], len(load_case(fire).findings)) == ([], 2)


def test_a_new_session_finds_everything_as_it_was(asked: Ask, fire: Path) -> None:
    one = card(asked("open"), "valley-echo", "3,000")
    asked("decide", proposal=one["id"], decided="accepted", by="Ben  Okri")
    again = DeskSession(fire).ask({"op": "open"})
    assert card(again, "valley-echo", "3,000")["rulings"][0]["by"] == "Ben Okri"
    assert again["desk"]["people"] == ["Ben Okri"]


def test_a_text_says_which_way_it_is_written(asked: Ask) -> None:
    asked("add", files=[packed_text("« أُغلقت البوابة يوم الاثنين »، قال حداد.", "bawaba.txt")])
    texts = {one["id"]: one["passage"]["dir"] for one in asked("open")["desk"]["texts"]}
    assert (texts["bawaba"], texts["valley-echo"]) == ("rtl", "ltr")


def test_two_windows_on_one_folder_lose_nothing_of_each_other(asked: Ask, fire: Path) -> None:
    cards, other = asked("open")["desk"]["cards"], DeskSession(fire, "Ben")
    for turn, one in enumerate(cards[:6]):
        if turn % 2:
            asked("decide", proposal=one["id"], decided="accepted")
        else:
            other.ask({"op": "decide", "proposal": one["id"], "decided": "refused"})
    assert [one.by for one in rulings_in(fire).all] == ["Ben", "Ada"] * 3
    assert asked("open")["desk"]["people"] == ["Ben", "Ada"]


def test_a_text_that_its_author_changes_in_an_editor_is_read_again(asked: Ask, fire: Path) -> None:
    before = asked("open")["desk"]
    asked("decide", proposal=before["cards"][0]["id"], decided="refused")
    DeskSession(fire).ask({"op": "text", "article": "harbour-post", "text": "Nothing at all happened on Monday."})
    after = asked("open", edition=before["edition"])["desk"]
    assert after["texts"][0]["words"] == 6
    assert asked("open", edition=after["edition"])["desk"].get("texts") is None


def test_two_findings_never_share_a_word(asked: Ask, fire: Path) -> None:
    opened = asked("open")
    whole = next(
        one
        for one in opened["desk"]["cards"]
        if one["label"] == "altered-quotation" and one["article"] == "valley-echo"
    )
    asked("decide", proposal=whole["id"], decided="accepted")
    reply = asked(
        "decide",
        decided="own",
        article="valley-echo",
        **{"from": whole["from"] + 2, "to": whole["from"] + 3},
        label="slip",
    )
    mine = next(one for one in reply["desk"]["cards"] if one["id"] == reply["decided"])
    assert mine["crowded"] == whole["id"]
    assert list(load_case(fire).findings) == [whole["id"]]


def test_findings_that_an_author_typed_stay_and_are_counted(asked: Ask, fire: Path) -> None:
    typed = fire / "findings" / "valley-echo.yml"
    typed.parent.mkdir()
    text = (fire / "articles" / "valley-echo.txt").read_text()
    at = text.index("3,000")
    typed.write_text(
        "schema: 1\narticle: valley-echo\n# mine\nfindings:\n"
        f"  - {{id: many, label: slip, quote: '3,000', nth: 1, at: [{at}, {at + 5}], should_be: null, certainty: open,"
        " why: W., evidence: [{says: S}], harm: {level: none, why: H}}\ncontrols: []\n"
    )
    before = typed.read_text()
    opened = asked("open")
    there = [one for one in opened["desk"]["cards"] if one["state"] == "there"]
    assert [one["there"] for one in there if one["start"] == at] == ["many"] * len(
        [o for o in there if o["start"] == at]
    )
    asked("decide", proposal=card(opened, "valley-echo", "Lindquist")["id"], decided="accepted")
    assert typed.read_text() == before
    assert sorted(load_case(fire).findings) == sorted(["many", card(opened, "valley-echo", "Lindquist")["id"]])


def test_what_was_said_goes_into_the_record_and_quotations_are_measured_at_once(asked: Ask) -> None:
    asked("open")
    said = "We had to shut the hall because the smoke had reached the second floor and people could not breathe there."
    reply = asked("record", words=said, who="Marta Lindqvist, fire chief", date="2026-05-12", source="A recording")
    quoted = [
        one for one in reply["desk"]["cards"] if one["kind"] == "altered-quotation" and one["article"] == "valley-echo"
    ]
    assert any("The record, 12 May 2026" in each["source"] for one in quoted for each in one["evidence"])
    again = asked(
        "record", words="The hall is safe.", who="Marta Lindqvist, fire chief", date="2026-05-13", source="A note"
    )
    assert [one["id"] for one in again["desk"]["record"]] == [
        "marta-lindqvist-fire-chief",
        "marta-lindqvist-fire-chief-2",
    ]


def test_outlet_and_day_are_entered_and_only_their_lines_change(asked: Ask, fire: Path) -> None:
    before = (fire / "case.yml").read_text().splitlines()
    reply = asked("fields", article="harbour-post", outlet="Harbour: “Post”", date="2026-05-12")
    after = (fire / "case.yml").read_text().splitlines()
    assert len([1 for old, new in zip(before, after, strict=True) if old != new]) == 3
    text = next(one for one in reply["desk"]["texts"] if one["id"] == "harbour-post")
    assert (text["outlet"], text["date"]) == ("Harbour: “Post”", "2026-05-12")


@pytest.mark.parametrize(
    ("op", "more", "said"),
    [
        ("fields", {"article": "harbour-post", "date": "12 May"}, "is no day"),
        ("fields", {"article": "nobody", "outlet": "x"}, "no article"),
        ("text", {"article": "harbour-post", "text": " … "}, "no words"),
        ("text", {"article": "../case", "text": "a"}, "another name"),
        ("record", {"words": "a"}, "who said them, the day, the source"),
        ("decide", {"proposal": "slip-00000000", "decided": "accepted"}, "not there any more"),
        (
            "decide",
            {"decided": "own", "article": "harbour-post", "from": 4, "to": 2, "label": "slip"},
            "Mark the words",
        ),
        (
            "decide",
            {"decided": "own", "article": "harbour-post", "from": 0, "to": 10**9, "label": "slip"},
            "Mark the words",
        ),
        ("merge", {"content": "%%%"}, "did not arrive"),
        ("merge", {"content": base64.b64encode(b"PK\x03\x04 broken").decode()}, "desk"),
        ("unpack", {"content": ""}, "is yours"),
        ("reader", {"articles": []}, "Choose"),
        ("fly", {}, "doesn’t know"),
    ],
)
def test_what_can_not_be_done_is_said_and_nothing_changes(fire: Path, op: str, more: dict[str, Any], said: str) -> None:
    session = DeskSession(fire)
    session.ask({"op": "open"})
    before = {path: path.read_bytes() for path in fire.rglob("*") if path.is_file()}
    assert said in session.ask({"op": op, **more})["trouble"]
    assert {path: path.read_bytes() for path in fire.rglob("*") if path.is_file()} == before


def test_two_people_who_worked_apart_are_merged_and_one_settles(asked: Ask, fire: Path, tmp_path: Path) -> None:
    other = Path(shutil.copytree(fire, tmp_path / "other" / "fire"))
    ben, one = DeskSession(other, "Ben"), card(asked("open"), "valley-echo", "3,000")
    asked("decide", proposal=one["id"], decided="accepted")
    ben.ask({"op": "decide", "proposal": one["id"], "decided": "refused", "sound": True})
    packed = ben.ask({"op": "pack"})["content"]
    reply = asked("merge", content=packed)
    assert reply["said"] == "1 decision taken in."
    assert card(reply, "valley-echo", "3,000")["state"] == "disputed"
    assert not load_case(fire).findings
    assert reply["desk"]["agreement"] == [
        "Ada and Ben agree on 0 of 1 (Cohen’s kappa 0.00: 1 is full agreement, 0 is what chance gives)."
    ]
    assert (
        asked("merge", content=base64.b64encode((other / "desk.yml").read_bytes()).decode())["said"]
        == "0 decisions taken in."
    )
    asked("decide", proposal=one["id"], decided="refused", sound=True, settles=True)
    assert [found.quote for found in load_case(fire).controls.values()] == ["3,000"]


def test_a_damaged_desk_file_stops_the_desk_and_stays_as_it_is(fire: Path) -> None:
    path = fire / "desk.yml"
    for text in ("decisions: [", "schema: 1\ndecisions:\n  - {proposal: a}\n", "schema: 9\ndecisions: []\n", "- a\n"):
        path.write_text(text)
        with pytest.raises(DeskFileError):
            rulings_in(fire)
        assert "trouble" in DeskSession(fire).ask({"op": "decide", "decided": "own"})
        assert path.read_text() == text


def test_the_page_keeps_only_what_changed_and_goes_on_where_it_stopped(tmp_path: Path) -> None:
    from json import dumps, loads

    page = PageDesk(tmp_path / "one")
    assert loads(page.ask(dumps({"op": "open"})))["desk"]["texts"] == []
    texts = {
        "Post": "About 300 people were there on Monday, said Ann Lee.",
        "Echo": "About 400 people were there on Monday, said Ann Lee.",
    }
    files = [packed_text(text, f"{name}.txt", outlet=name, date="2026-05-12") for name, text in texts.items()]
    made = loads(page.ask(dumps({"op": "add", "files": files})))["desk"]
    kept = page.changes()
    assert {"case.yml", "record.yml", "articles/post.txt"} <= set(kept["files"])
    page.ask(dumps({"op": "decide", "proposal": made["cards"][0]["id"], "decided": "accepted"}))
    more = page.changes()
    assert set(more["files"]) == {"desk.yml", f"findings/{made['cards'][0]['article']}.desk.yml"}
    other = PageDesk(tmp_path / "two")
    other.restore(kept["name"], {**kept["files"], **more["files"], "../../out.txt": b"x"})
    assert not (tmp_path / "out.txt").exists()
    again = loads(other.ask(dumps({"op": "open"})))["desk"]
    assert [one["state"] for one in again["cards"]].count("finding") == 1
    renamed = loads(other.ask(dumps({"op": "name", "title": "Crowd: “Monday”"})))["desk"]
    assert (renamed["title"], renamed["name"], other.changes()["name"]) == (
        "Crowd: “Monday”",
        "crowd-monday",
        "crowd-monday",
    )
    packed = base64.b64decode(loads(other.ask(dumps({"op": "pack"})))["content"])
    unpack_case(packed, tmp_path / "crowd-monday")
    assert len(load_case(tmp_path / "crowd-monday").findings) == 1
    into = loads(page.ask(dumps({"op": "unpack", "content": base64.b64encode(packed).decode()})))["desk"]
    assert into["title"] == "Crowd: “Monday”"
    assert "out.txt" not in page.changes()["files"]


@pytest.mark.parametrize("case", ["", "id: [", "schema: 1\nid: a\n"])
def test_a_file_that_is_no_sound_case_never_takes_the_place_of_what_the_page_has(tmp_path: Path, case: str) -> None:
    page = DeskSession(tmp_path / "mine", is_own=True)
    page.ask({"op": "add", "files": [packed_text("The gate shut at ten."), packed_text("The gate shut at nine.")]})
    before = {path.name: path.read_bytes() for path in page.folder.rglob("*") if path.is_file()}
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("a/../case.yml", case)
    reply = page.ask({"op": "unpack", "content": base64.b64encode(made.getvalue()).decode()})
    assert reply["trouble"]
    assert {path.name: path.read_bytes() for path in page.folder.rglob("*") if path.is_file()} == before
    assert len(page.ask({"op": "open"})["desk"]["texts"]) == 2


def test_whatever_is_asked_in_whatever_order_the_case_stays_sound(fire: Path) -> None:
    dice, session = random.Random(5), DeskSession(fire)
    cards = session.ask({"op": "open"})["desk"]["cards"]
    for turn in range(60):
        one = dice.choice(cards)
        first = dice.randrange(30)
        ruling: dict[str, Any] = dice.choice(
            [
                {"op": "undo"},
                {"op": "decide", "proposal": one["id"], "decided": "accepted"},
                {
                    "op": "decide",
                    "proposal": one["id"],
                    "decided": "refused",
                    "sound": dice.random() < 0.5,
                    "note": "ok: “no” # x",
                },
                {
                    "op": "decide",
                    "decided": "own",
                    "article": one["article"],
                    "from": first,
                    "to": first + dice.randrange(4),
                    "label": "slip",
                },
            ]
        )
        session.ask({**ruling, "by": dice.choice(["Ada", "Ben"])})
        if turn % 15 == 14:
            load_case(fire)
