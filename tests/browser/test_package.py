"""A packed lesson in a real SCORM runtime and before a record store: it reports and goes on elsewhere."""

import io
import json
import threading
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from acting import DRAWN
from playwright.sync_api import Browser, Frame, Page, expect

from samestory.course import load_shipped
from samestory.package.lesson_page import PackedPage, lesson_page
from samestory.package.scorm import LARGEST_PACKAGE, Format, package

LESSON = "07-odd-phrases"
PLAYER = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Player</title><link rel="icon" href="data:,">
<script src="{runtime}"></script>
<script>
const settings = {{ autocommit: false, logLevel: 5 }};
globalThis.{object} = new {maker}(settings);
const saved = sessionStorage.getItem("cmi");
if (saved) {object}.loadFromJSON(JSON.parse(saved), "cmi");
</script>
<iframe name="lesson" src="lesson/index.html" style="width:100%;height:90vh" title="lesson"></iframe>"""
OPEN = ("luhansk-name", "odd-phrases", "exit-ticket")
RUNTIMES = {
    "scorm-1.2": ("scorm12.min.js", "API", "Scorm12API"),
    "scorm-2004": ("scorm2004.min.js", "API_1484_11", "Scorm2004API"),
}
# What each of them calls the same things.
FIELDS = {
    "scorm-1.2": ("core.student_id", "core.lesson_status", "core.lesson_location", "core.score.raw"),
    "scorm-2004": ("learner_id", "completion_status", "location", "score.scaled"),
}


@pytest.fixture(scope="module")
def lesson() -> PackedPage:
    return lesson_page(LESSON)


def unpacked(page: PackedPage, how: Format, place: Path) -> Path:
    data = package(page, how)
    assert len(data) < LARGEST_PACKAGE
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        archive.extractall(place)
    return place


@dataclass
class Played:
    """A lesson in a runtime: `frame` is what the learner sees."""

    frame: Frame
    how: str

    def value(self, name: str) -> str:
        object_ = RUNTIMES[self.how][1]
        get = "LMSGetValue" if self.how == "scorm-1.2" else "GetValue"
        return str(self.frame.page.evaluate(f"() => {object_}.{get}('cmi.{name}')"))

    def wait_for(self, name: str, value: str) -> None:
        """Until the platform was told this."""
        object_, path = RUNTIMES[self.how][1], f"cmi.{name}"
        self.frame.page.wait_for_function(f"() => String({object_}.{path}) === {json.dumps(value)}")

    def cmi(self) -> dict[str, Any]:
        """What the platform has kept when the page is left."""
        object_ = RUNTIMES[self.how][1]
        kept: dict[str, Any] = json.loads(self.frame.page.evaluate(f"() => JSON.stringify({object_}.cmi)"))
        return kept


@contextmanager
def played(
    browser: Browser, address: str, how: str, cmi: dict[str, Any], seen: list[str], **options: Any
) -> Iterator[Played]:
    """The lesson on a machine that has never seen it, with what the platform keeps of a learner."""
    context = browser.new_context(**options)
    context.on("weberror", lambda problem: seen.append(f"error: {problem.error}"))
    context.on("request", lambda asked: None if asked.url.startswith((address, "data:")) else seen.append(asked.url))
    context.add_init_script(
        f"if (location.pathname === '/player.html') sessionStorage.setItem('cmi', {json.dumps(json.dumps(cmi))})"
    )
    page = context.new_page()
    page.goto(f"{address}/player.html")
    frame = page.frame("lesson")
    assert frame
    frame.wait_for_function(f"() => document.readyState === 'complete' && ({DRAWN})()")
    frame.wait_for_selector("same-story-exercise article")
    yield Played(frame, how)
    context.close()


@pytest.fixture
def player(
    lesson: PackedPage, open_book: Callable[[Path], Any], node_modules: Path, tmp_path: Path
) -> Callable[[Format], str]:
    """Puts a player of a format on a server; returns its address."""

    def put(how: Format) -> str:
        runtime, name, maker = RUNTIMES[how]
        unpacked(lesson, how, tmp_path / "lesson")
        (tmp_path / runtime).write_bytes((node_modules / "scorm-again" / "dist" / runtime).read_bytes())
        (tmp_path / "player.html").write_text(PLAYER.format(runtime=runtime, object=name, maker=maker), "utf-8")
        return str(open_book(tmp_path).address)

    return put


def learner(how: str, name: str) -> dict[str, Any]:
    return {"core": {"student_id": name}} if how == "scorm-1.2" else {"learner_id": name}


def kept_by_platform(how: str, name: str, page: PackedPage) -> dict[str, Any]:
    """What a platform keeps of a learner who has everything right, and has yet to check `OPEN`."""
    answers = []
    for each in page.exercises:
        exercise = load_shipped().exercise(each)
        right = exercise.task.right().to_json()
        record = {
            "schema": 1,
            "exercise": each,
            "spec": exercise.fingerprint(),
            "answer": right,
            "when": "",
            "hints": 0,
        }
        verdict = exercise.verdict(right)
        counts = {one.name: [one.count, one.of] for one in verdict.measures}
        scored = {"points": verdict.points, "of": verdict.of, "rule": 2, "caught": None, "trusted": None, **counts}
        checked = {"record": record, "checked": True, "scored": scored}
        answers.append([each, {"draft": right} if each in OPEN else checked])
    return {**learner(how, name), "suspend_data": f"j:{json.dumps({'format': 1, 'answers': answers})}"}


def check(shown: Page | Frame, name: str) -> None:
    """Press the button of an exercise that is answered right."""
    node, points = shown.locator(f"#{name}"), load_shipped().exercise(name).card.points
    node.get_by_role("button", name="Check", exact=True).click()
    expect(node).to_contain_text(f"checked: {points:g} of {points:g}")


@pytest.mark.parametrize("how", ["scorm-1.2", "scorm-2004"])
def test_a_lesson_reports_and_goes_on_on_another_machine(
    how: Format, player: Callable[[Format], str], browser: Browser, lesson: PackedPage
) -> None:
    address, seen = player(how), []
    _, status, place, score = FIELDS[how]
    counted = [load_shipped().exercise(name) for name in lesson.exercises]
    of = sum(one.card.points for one in counted if one.counts)
    with played(browser, address, how, kept_by_platform(how, "ana", lesson), seen) as one:
        assert one.value(status) == "incomplete"
        check(one.frame, "odd-phrases")
        one.wait_for(place, "odd-phrases")
        left = sum(load_shipped().exercise(name).card.points for name in OPEN if name != "odd-phrases")
        share = (of - left) / of
        assert float(one.value(score)) == pytest.approx(100 * share if how == "scorm-1.2" else share, abs=0.01)
        assert one.value(place) == "odd-phrases"
        assert [one.value(f"objectives.{at}.id") for at in (0, 1)] == ["caught", "trusted"]
        assert float(one.value("objectives.0.score.raw")) > 0
        kept = one.cmi()
    with played(browser, address, how, kept, seen) as other:
        expect(other.frame.locator("#odd-phrases")).to_contain_text("checked: 10 of 10")
        for name in ("luhansk-name", "exit-ticket"):
            check(other.frame, name)
        other.wait_for(status, "completed")
        assert float(other.value(score)) == pytest.approx(100 if how == "scorm-1.2" else 1)
        assert len(other.value("suspend_data")) <= 4096
    assert seen == []


def test_another_learner_in_the_same_browser_sees_nothing_of_the_first(
    player: Callable[[Format], str], browser: Browser
) -> None:
    address = player("scorm-1.2")
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}/player.html")
    page.evaluate(
        """() => localStorage.setItem("samestory:1:luhansk-name", '{"draft": {"text": "somebody’s words"}}')"""
    )
    page.reload()
    frame = page.frame("lesson")
    assert frame
    frame.wait_for_selector("#luhansk-name article")
    assert frame.locator("#luhansk-name input").input_value() == ""
    context.close()


def test_without_a_platform_it_says_so_and_works(
    lesson: PackedPage, open_book: Callable[[Path], Any], browser: Browser, tmp_path: Path
) -> None:
    address = open_book(unpacked(lesson, "scorm-1.2", tmp_path)).address
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}/index.html")
    page.wait_for_selector("#luhansk-name article")
    expect(page.get_by_role("status").first).to_contain_text("No learning platform answers here")
    context.close()


@dataclass
class RecordStore:
    """A learning record store as cmi5 needs one, and what came to it in order."""

    statements: list[dict[str, Any]] = field(default_factory=list)
    documents: dict[str, str] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    fetched: int = 0


TEMPLATE = {
    "contextActivities": {
        "grouping": [{"id": "urn:course"}],
        "category": [{"id": "https://example.org/of-the-platform"}],
    },
    "extensions": {"https://w3id.org/xapi/cmi5/context/extensions/sessionid": "s1"},
}


def serving(store: RecordStore) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_: Any) -> None:
            """Say nothing."""

        def _answer(self, body: str = "", status: int = 200) -> None:
            self.send_response(status)
            self.send_header("Access-Control-Allow-Origin", "*")
            self.send_header("Access-Control-Allow-Headers", "*")
            self.send_header("Access-Control-Allow-Methods", "*")
            self.end_headers()
            self.wfile.write(body.encode())

        def _body(self) -> str:
            return self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()

        def do_OPTIONS(self) -> None:
            # A wildcard does not cover this one header.
            self.send_response(204)
            self.send_header("Access-Control-Allow-Origin", "*")
            self.send_header("Access-Control-Allow-Headers", "authorization, content-type, x-experience-api-version")
            self.send_header("Access-Control-Allow-Methods", "GET, PUT, POST")
            self.end_headers()

        def do_POST(self) -> None:
            store.fetched += 1
            self._answer(json.dumps({"auth-token": "dG9rZW4="}))

        def do_GET(self) -> None:
            asked = urlsplit(self.path)
            store.asked.append(asked.path)
            document = parse_qs(asked.query).get("stateId", [""])[0]
            if document == "LMS.LaunchData":
                self._answer(json.dumps({"contextTemplate": TEMPLATE, "launchMode": "Normal", "moveOn": "Completed"}))
            elif document in store.documents:
                self._answer(store.documents[document])
            else:
                self._answer("", 404)

        def do_PUT(self) -> None:
            asked = urlsplit(self.path)
            assert self.headers["Authorization"] == "Basic dG9rZW4="
            assert self.headers["X-Experience-API-Version"] == "1.0.3"
            if asked.path.endswith("/statements"):
                statement = json.loads(self._body())
                assert parse_qs(asked.query)["statementId"] == [statement["id"]]
                store.statements.append(statement)
            else:
                store.documents[parse_qs(asked.query)["stateId"][0]] = self._body()
            self._answer("", 204)

    return Handler


@pytest.fixture
def record_store() -> Iterator[tuple[RecordStore, str]]:
    store = RecordStore()
    server = ThreadingHTTPServer(("127.0.0.1", 0), serving(store))
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield store, f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def test_cmi5_begins_reports_completes_and_ends(
    lesson: PackedPage,
    open_book: Callable[[Path], Any],
    browser: Browser,
    record_store: tuple[RecordStore, str],
    tmp_path: Path,
) -> None:
    store, lrs = record_store
    kept = kept_by_platform("cmi5", "ana", lesson)["suspend_data"]
    store.documents["samestory.answers"] = json.dumps({"kept": kept, "place": "odd-phrases"})
    actor = {"objectType": "Agent", "account": {"homePage": "https://example.org", "name": "ana"}}
    launch = {
        "endpoint": f"{lrs}/xapi/", "fetch": f"{lrs}/fetch", "actor": json.dumps(actor),
        "registration": "11111111-2222-4333-8444-555555555555", "activityId": "urn:lesson",
    }  # fmt: skip
    book = open_book(unpacked(lesson, "cmi5", tmp_path))
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{book.address}/index.html?{urlencode(launch)}")
    page.wait_for_selector("#odd-phrases article")
    for name in OPEN:
        check(page, name)
    page.wait_for_timeout(600)
    page.goto("about:blank")
    context.close()
    verbs = [one["verb"]["id"].rsplit("/", 1)[-1] for one in store.statements]
    assert verbs[0] == "initialized"
    assert verbs[-1] == "terminated"
    assert verbs.count("completed") == verbs.count("initialized") == store.fetched == 1
    assert "/xapi/agents/profile" in store.asked
    for one in store.statements:
        assert one["actor"] == actor
        assert one["object"] == {"objectType": "Activity", "id": "urn:lesson"}
        assert one["context"]["registration"] == launch["registration"]
        assert one["context"]["extensions"] == TEMPLATE["extensions"]
        marked = "https://w3id.org/xapi/cmi5/context/categories/cmi5" in str(one["context"]["contextActivities"])
        assert marked == (not one["verb"]["id"].endswith("progressed"))
    last = [one["result"] for one in store.statements if one["verb"]["id"].endswith("progressed")][-1]
    assert last["score"]["scaled"] == 1
    assert last["extensions"]["urn:samestory:extensions:caught"]["of"] > 0
    assert json.loads(store.documents["samestory.answers"])["kept"].startswith("z:")
