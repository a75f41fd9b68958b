"""A learner at a page of the book: answers each kind of exercise by keys alone, with a mouse, or with a finger."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Locator, Page, expect

from samestory.exercise import Exercise, Verdict
from samestory.exercise.parts.both_scores import scores_in_words

FACE = """(card) => ({
    checked: [...card.querySelectorAll("input:checked")].map((input) => input.value),
    text: card.querySelector("input[type=text], textarea")?.value ?? null,
    lists: [...card.querySelectorAll("select")].map((one) => [one.getAttribute("aria-label"), one.value]),
})"""
LISTEN = """(region) => {
    const heard = globalThis.heard = [];
    new MutationObserver(() => heard.push(region.textContent)).observe(region, { childList: true, subtree: true });
}"""
DRAWN = "() => [...document.querySelectorAll('same-story-exercise')].every((one) => one.querySelector('article'))"
# From pressing Check to the end of the frame that shows the verdict.
ANSWERED = """(check) => new Promise((done) => {
    const channel = new MessageChannel();
    const start = performance.now();
    channel.port1.onmessage = () => done(performance.now() - start);
    check.click();
    requestAnimationFrame(() => channel.port2.postMessage(0));
})"""
FOCUSED = "(node) => node === document.activeElement"
HOLDS_FOCUS = "(node) => node.contains(document.activeElement)"
FURTHEST = 150  # presses of Tab that lead to an exercise and through it


def visit(page: Page, address: str | None = None) -> None:
    """Open an address, or the same one again, and wait until its exercises are drawn."""
    if address:
        page.goto(address)
    else:
        page.reload()
    page.wait_for_function(DRAWN)


class Card:
    """One exercise on a page, as a learner finds it: by its title and by what its controls are called."""

    def __init__(self, page: Page, exercise: Exercise) -> None:
        self.page, self.exercise = page, exercise
        self.view = exercise.view()
        self.node = page.get_by_role("article", name=exercise.card.title)

    def button(self, name: str) -> Locator:
        """The button of exactly this name, among those that can be seen."""
        return self.node.get_by_role("button", name=name, exact=True)

    @property
    def check(self) -> Locator:
        """The button that checks."""
        return self.button("Check")

    @property
    def feedback(self) -> Locator:
        """Where the verdict stands."""
        return self.node.get_by_role("group", name="Feedback", exact=True)

    @property
    def headline(self) -> Locator:
        """The verdict in a sentence."""
        return self.feedback.get_by_role("heading").first

    @property
    def picker(self) -> Locator:
        """The bar with what can be done with selected words."""
        return self.node.get_by_role("group", name="The phrase you selected")

    @property
    def cursor(self) -> Locator:
        """The one tab stop into the passage."""
        return self.node.get_by_role("slider", name="Text to mark")

    def word(self, number: int) -> Locator:
        """A word of the passage."""
        return self.node.locator(f'[data-w="{number}"]')

    def phrase(self, first: int, last: int) -> str:
        """Words of the passage as they are printed."""
        return phrase(self.view, first, last)

    def face(self) -> dict[str, Any]:
        """The answer that can be seen."""
        return self.node.evaluate(FACE)

    def listen(self) -> Callable[[], list[str]]:
        """Hear what a screen reader is told from now on."""
        self.node.get_by_role("status").evaluate(LISTEN)
        return lambda: self.page.evaluate("heard")

    def expect_verdict(self, verdict: Verdict) -> None:
        """The verdict that can be seen is this one: headline, both measures, points."""
        if verdict.state == "not attempted":
            expect(self.headline).to_have_text(verdict.headline)
            return
        rest = verdict.headline.removeprefix(scores_in_words(verdict.measures)).strip()
        points = points_of(verdict) if self.exercise.has_points else ""
        expect(self.headline).to_have_text(f"{rest} {points}".strip())
        for measure in verdict.measures:
            expect(self.feedback.get_by_text(said_of(measure), exact=True)).to_be_visible()

    def kept(self) -> dict[str, Any]:
        """What the browser keeps of this exercise."""
        key = f"samestory:1:{self.exercise.card.id}"
        return self.page.evaluate("(key) => JSON.parse(localStorage.getItem(key)) ?? {}", key)


def said_of(measure: Any) -> str:
    """A measure as it is written beside its bar."""
    names = {"spoken": "Where it is said", "silent": "Where it is silent"}
    name = {"caught": "Caught", "noticed": "Noticed under another label", "trusted": "Rightly trusted", **names}[
        measure.name
    ]
    return f"{name} {measure.count} of {measure.of}"


def points_of(verdict: Verdict) -> str:
    """Points as they are written after a headline."""
    return f"{verdict.points:g} of {verdict.of:g} {'point' if verdict.of == 1 else 'points'}."


def phrase(view: dict[str, Any], first: int, last: int) -> str:
    """Words of a passage as they are printed."""
    before: dict[int, str] = {}
    words: dict[int, str] = {}
    end = ""
    for paragraph in view["passage"]["paragraphs"]:
        for i, text in enumerate(paragraph["texts"]):
            (words if i % 2 else before)[paragraph["first"] + i // 2] = text
        before[paragraph["first"]] = f"{end} {paragraph['texts'][0]}"
        end = paragraph["texts"][-1]
    printed = (f"{before[n] if n > first else ''}{words[n]}" for n in range(first, last + 1))
    return " ".join("".join(printed).split())


def face_of(exercise: Exercise, answer: dict[str, Any]) -> dict[str, Any]:
    """How an answer looks on the page: what is chosen, typed, set in a list (a mark's label, an item's partner)."""
    view = exercise.view()
    checked = [one["id"] for one in view.get("options", []) if one["id"] in answer.get("chosen", [])]
    checked += [answer["confidence"]] if answer.get("confidence") else []
    placed = answer.get("placed", {})
    checked += [placed[item["id"]] for item in view.get("items", []) if item["id"] in placed]
    checked += [answer["rubric"][one["id"]] for one in view.get("rubric", []) if one["id"] in answer.get("rubric", {})]
    lists = [
        [f"Label of “{phrase(view, mark['from'], mark['to'])}”", mark["label"] or ""]
        for mark in answer.get("marks", [])
    ]
    if view["kind"] == "rewrite" and "others" in view:
        lists = [[None, answer.get("others", {}).get(one["id"], "")] for one in view["others"]]
    if view["kind"] == "match":
        pairs = answer.get("pairs", {})
        lists = [[f"Partner of {item['mark']}", pairs.get(item["id"], "")] for item in view["items"]]
    return {"checked": checked, "text": answer.get("text"), "lists": lists}


def others_of(card: "Card", answer: dict[str, Any]) -> Iterator[tuple[int, str]]:
    """The sentences of others that something is said of, by their numbers, and what is said."""
    texts = {one["id"]: one["text"] for one in card.view.get("verdicts", [])}
    for at, one in enumerate(card.view.get("others", []), 1):
        if one["id"] in answer.get("others", {}):
            yield at, texts[answer["others"][one["id"]]]


def texts_of(view: dict[str, Any], answer: dict[str, Any]) -> Iterator[str]:
    """What stands beside each option that an answer to a choice chooses."""
    for option in [*view["options"], *view["confidence"]]:
        if option["id"] in [*answer["chosen"], answer.get("confidence")]:
            yield option["text"]


@dataclass
class Keyboard:
    """Answers by keys alone. The focus starts before the exercise and gets into it by Tab."""

    page: Page

    def press(self, key: str, times: int = 1) -> None:
        """Press a key."""
        for _ in range(times):
            self.page.keyboard.press(key)

    def use(self, control: Locator, back: bool = False) -> None:
        """Go on to a control, or back to it, and press it."""
        self.reach(control, back=back)
        self.press("Enter")

    def reach(self, control: Locator, how: str = FOCUSED, back: bool = False, furthest: int = FURTHEST) -> None:
        """Press Tab until a control has the focus."""
        for _ in range(furthest):
            if control.evaluate(how):
                return
            self.press("Shift+Tab" if back else "Tab")
        raise AssertionError(f"Tab does not lead to {control}")

    def answer(self, card: Card, answer: dict[str, Any]) -> None:
        """Give an answer."""
        getattr(self, card.view["kind"])(card, answer)

    def short(self, card: Card, answer: dict[str, Any]) -> None:
        """Type it."""
        self.reach(card.node.get_by_label("Your answer", exact=True))
        self.page.keyboard.type(answer["text"])

    def choose(self, card: Card, answer: dict[str, Any]) -> None:
        """Each checkbox is a tab stop, each group of radio buttons is one."""
        for text in texts_of(card.view, answer):
            option = card.node.get_by_label(text, exact=True)
            if option.get_attribute("type") == "radio":
                self.radio(option.locator("xpath=ancestor::fieldset"), option)
            else:
                self.reach(option)
                self.press("Space")

    def classify(self, card: Card, answer: dict[str, Any]) -> None:
        """A group of radio buttons for each item."""
        for group in groups_of(card, answer):
            # The nearest one: the steps of sureness stand in a group of their own within the item's.
            self.radio(group.locator("xpath=ancestor::fieldset[1]"), group)

    def number(self, card: Card, answer: dict[str, Any]) -> None:
        """Type it."""
        self.short(card, answer)

    def match(self, card: Card, answer: dict[str, Any]) -> None:
        """The list under each item; a letter or two choose in it."""
        marks = {one["id"]: one["mark"] for one in card.view["others"]}
        for item in card.view["items"]:
            other = answer["pairs"].get(item["id"])
            if other:
                self.reach(card.node.get_by_label(f"Partner of {item['mark']}", exact=True))
                self.page.keyboard.type("No partner" if other == "none" else f"{marks[other]}.")

    def matrix(self, card: Card, answer: dict[str, Any]) -> None:
        """A list in each cell; the first letter chooses in it."""
        for cell, stand in cells_of(card, answer):
            self.reach(cell)
            self.page.keyboard.type(stand[0])

    def order(self, card: Card, answer: dict[str, Any]) -> None:
        """Arrow keys move each item up to its place, from the first place on; so the way leads downwards only."""
        texts = {item["id"]: item["text"] for item in card.view["items"]}
        stands = [item["id"] for item in card.view["items"]]
        for place, name in enumerate(answer["order"]):
            if stands.index(name) != place:
                self.reach(card.button(f"Move up: {texts[name]}"))
                self.press("ArrowUp", stands.index(name) - place)
                stands.remove(name)
                stands.insert(place, name)

    def rewrite(self, card: Card, answer: dict[str, Any]) -> None:
        """Type the sentence, rate it, then say what to do with those of others, by arrows in the list."""
        self.write(card, "Your sentence", answer["text"])
        self.rate(card, answer)
        for at, text in others_of(card, answer):
            listed = card.node.get_by_label(f"What would you do with sentence {at}?", exact=True)
            self.reach(listed)
            self.press("ArrowDown", listed.locator("option").all_text_contents().index(text))

    def brief(self, card: Card, answer: dict[str, Any]) -> None:
        """Field by field, in their order."""
        if answer["text"]:
            self.write(card, "The text that you quote from", answer["text"])
        self.write(card, "What you claim", answer["claim"])
        for number, one in enumerate(answer["evidence"], 1):
            self.add_if_missing(card, f"Quotation {number}, as printed", "Add a quotation")
            self.write(card, f"Where quotation {number} stands: outlet and date", one["source"])
            self.write(card, f"Quotation {number}, as printed", one["quote"])
        for number, rival in enumerate(answer["rivals"], 1):
            self.add_if_missing(card, f"Rival explanation {number}", "Add a rival explanation")
            self.write(card, f"Rival explanation {number}", rival)
        sure = next((one["text"] for one in card.view["confidence"] if one["id"] == answer["confidence"]), None)
        if sure:
            group = card.node.get_by_role("group", name="How sure can one be?")
            self.radio(group, group.get_by_role("radio", name=sure, exact=True))
        self.write(card, "What would change your mind", answer["change"])
        self.rate(card, answer)

    def add_if_missing(self, card: Card, label: str, button: str) -> None:
        """Press the button that adds a row, then go back to the row's start."""
        field = card.node.get_by_label(label, exact=True)
        if not field.count():
            self.use(card.button(button))
            self.press("Shift+Tab", 2)

    def code(self, card: Card, answer: dict[str, Any]) -> None:
        """Type the source in place of what stands there; Check runs it."""
        name = "Your code" if card.view["function"] else "Your expression"
        self.reach(card.node.get_by_role("textbox", name=name, exact=True))
        self.press("Control+a")
        self.page.keyboard.insert_text(answer["source"])

    def write(self, card: Card, label: str, text: str) -> None:
        """Go on to a field and put a text into it."""
        self.reach(card.node.get_by_label(label, exact=True))
        self.page.keyboard.insert_text(text)

    def rate(self, card: Card, answer: dict[str, Any]) -> None:
        """A group of radio buttons for each question of the rubric."""
        for group in ratings_of(card, answer):
            self.radio(group.locator("xpath=ancestor::fieldset[1]"), group)

    def radio(self, group: Locator, option: Locator) -> None:
        """Tab leads to the first one of a group, arrows lead to the others and choose them."""
        self.reach(group, HOLDS_FOCUS)
        while not option.evaluate(FOCUSED):
            self.press("ArrowDown")
        if not option.is_checked():
            self.press("Space")

    def highlight(self, card: Card, answer: dict[str, Any]) -> None:
        """Walk to each phrase and select it; label one by its letter, the next one by a button, and so on."""
        letters = {label["id"]: label["letter"].lower() for label in card.view["labels"]}
        names = {label["id"]: label["name"] for label in card.view["labels"]}
        for i, mark in enumerate(answer["marks"]):
            self.reach(card.cursor)
            self.select(card, mark["from"], mark["to"])
            if i % 2:
                self.press("Enter")
                self.use(card.picker.get_by_role("button", name=names[mark["label"]], exact=True))
            else:
                self.press(letters[mark["label"]])

    def select(self, card: Card, first: int, last: int) -> None:
        """Walk from where the cursor stands to a phrase, by sentences and words, and select it with Shift."""
        at = int(card.cursor.get_attribute("aria-valuenow") or 0) - 1
        while at > first:
            at -= 1
            self.press("ArrowLeft")
        for start in card.view["passage"]["sentences"]:
            if at < start <= first:
                at = start
                self.press("ArrowDown")
        self.press("ArrowRight", first - at)
        expect(card.cursor).to_have_attribute("aria-valuenow", str(first + 1))
        self.press("Shift+ArrowRight", last - first)
        expect(card.cursor).to_have_attribute("aria-valuenow", str(last + 1))


@dataclass
class Pointer:
    """Answers with a mouse, or with a finger that only taps."""

    page: Page
    finger: bool = False

    def use(self, control: Locator) -> None:
        """Click or tap."""
        if self.finger:
            control.tap()
        else:
            control.click()

    def answer(self, card: Card, answer: dict[str, Any]) -> None:
        """Give an answer."""
        getattr(self, card.view["kind"])(card, answer)

    def short(self, card: Card, answer: dict[str, Any]) -> None:
        """Point at the field and type; a phone shows its keys for that."""
        self.use(card.node.get_by_label("Your answer", exact=True))
        self.page.keyboard.type(answer["text"])

    def choose(self, card: Card, answer: dict[str, Any]) -> None:
        """Point at the words beside each option, not at the button itself."""
        for text in texts_of(card.view, answer):
            self.use(card.node.locator("label").get_by_text(text, exact=True))

    def classify(self, card: Card, answer: dict[str, Any]) -> None:
        """Point at a group for each item."""
        for group in groups_of(card, answer):
            self.use(group.locator("xpath=ancestor::label"))

    def highlight(self, card: Card, answer: dict[str, Any]) -> None:
        """The first word, the last word, a label."""
        names = {label["id"]: label["name"] for label in card.view["labels"]}
        for mark in answer["marks"]:
            self.use(card.word(mark["from"]))
            if mark["to"] != mark["from"]:
                self.use(card.word(mark["to"]))
            self.use(card.picker.get_by_role("button", name=names[mark["label"]], exact=True))

    def match(self, card: Card, answer: dict[str, Any]) -> None:
        """An item, then its partner."""
        texts = {one["id"]: one["text"] for both in ("items", "others") for one in card.view[both]}
        ids = [one["id"] for one in card.view["items"]]
        for item, other in answer["pairs"].items():
            step_to(card, ids.index(item))
            for name in (texts[item], texts.get(other, "No partner")):
                self.use(card.node.get_by_role("button", name=name).first)

    def rewrite(self, card: Card, answer: dict[str, Any]) -> None:
        """Point at the field and type, then at the words beside each rating; what is said of others is chosen."""
        self.use(card.node.get_by_label("Your sentence", exact=True))
        self.page.keyboard.insert_text(answer["text"])
        for group in ratings_of(card, answer):
            self.use(group.locator("xpath=ancestor::label"))
        for at, text in others_of(card, answer):
            card.node.get_by_label(f"What would you do with sentence {at}?", exact=True).select_option(label=text)


def step_to(card: Card, at: int) -> None:
    """Open an item where a narrow card shows one at a time."""
    dot = card.node.locator(".ss-dot").nth(at)
    if dot.is_visible():
        dot.evaluate("(button) => button.click()")


def cells_of(card: Card, answer: dict[str, Any]) -> Iterator[tuple[Locator, str]]:
    """The list of each cell that an answer fills, by the names of its row and its column, and what it says there."""
    for claim in card.view["claims"]:
        for article in card.view["articles"]:
            stand = answer["stands"].get(claim["id"], {}).get(article["id"])
            if stand:
                name = f"{claim['text']} {article['outlet']} {article['date']}".strip()
                yield card.node.get_by_role("combobox", name=name, exact=True), stand


def ratings_of(card: Card, answer: dict[str, Any]) -> Iterator[Locator]:
    """The radio button for each question of a rubric that an answer judges."""
    names = {"no": "not yet", "partly": "partly", "yes": "yes"}
    for question in card.view["rubric"]:
        if question["id"] in answer["rubric"]:
            fieldset = card.node.get_by_role("group").filter(has_text=question["text"]).last
            yield fieldset.get_by_role("radio", name=names[answer["rubric"][question["id"]]], exact=True)


def groups_of(card: Card, answer: dict[str, Any]) -> Iterator[Locator]:
    """The radio button for each item that an answer places, and the one for how sure that is."""
    names = {group["id"]: group["text"] for group in card.view["groups"]}
    steps = {step["id"]: step["text"] for step in card.view.get("sure", ())}
    for at, item in enumerate(card.view["items"]):
        if item["id"] in answer["placed"]:
            step_to(card, at)
            fieldset = card.node.get_by_role("group").filter(has_text=item["text"])
            # Without what stands within: “How sure are you?” is a group too.
            yield fieldset.first.get_by_role("radio", name=names[answer["placed"][item["id"]]], exact=True)
            if item["id"] in answer.get("sure", {}):
                yield fieldset.first.get_by_role("radio", name=steps[answer["sure"][item["id"]]], exact=True)
