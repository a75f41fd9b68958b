"""Python and JavaScript give one verdict: every grading case, every sample of the course, and random answers."""

import json
import random
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from grading_cases import CASES, KINDS
from made_cases import course, exercise, ferry

from samestory.exercise import Exercise, Malformed

pytestmark = pytest.mark.browser  # it needs node
RUN = Path(__file__).parent / "run.mjs"
ANSWERS = 300
SCRAPS = [
    "Founder",
    "the ",
    "Port",
    " ",
    "\u00a0",
    "“",
    "”",
    ".",
    "'",
    "’",
    "🚢",
    "e\u0301",
    "ß",
    "İ",
    "Σ",
    "ﬁ",
    "\u00ad",
]


def canonical(one: Exercise, raw: Any) -> Any:
    """The answer as the front end would hold it, or None if it can't be read."""
    answer = one.parse(raw)
    return None if isinstance(answer, Malformed) else answer.to_json()


def graded_by_node(given: list[tuple[Exercise, Any]]) -> list[Any]:
    """The verdicts of the front end on the answers given, in order."""
    node = shutil.which("node")
    if node is None:
        pytest.fail(
            "Grading in JavaScript needs node. On Debian: apt-get install nodejs. Without it: make test BROWSER=0"
        )
    cases = [{"view": one.view(), "key": one.key(), "kind": one.card.kind, "answer": answer} for one, answer in given]
    done = subprocess.run([node, RUN], input=json.dumps(cases), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def assert_same(given: list[tuple[str, Exercise, Any]]) -> None:
    """Both languages must say the same, to the last character and the last hundredth."""
    theirs = graded_by_node([(one, answer) for _, one, answer in given])
    assert len(theirs) == len(given) > 0
    for (name, one, answer), verdict in zip(given, theirs, strict=True):
        assert one.verdict(answer).to_json() == verdict, f"{one.card.id}, {name}: {json.dumps(answer)[:300]}"


def exercises_of(kind: str) -> list[Exercise]:
    return [one for one in [*ferry().exercises.values(), *course().values()] if one.card.kind == kind]


def test_the_front_end_gives_every_grading_case_the_same_verdict():
    given = [(case["name"], exercise(case["exercise"]), case["answer"]) for _, case in CASES]
    readable = [(name, one, canonical(one, raw)) for name, one, raw in given if canonical(one, raw) is not None]
    assert len(readable) > 80
    assert_same(readable)


def test_the_front_end_gives_every_sample_of_every_exercise_the_same_verdict():
    assert_same(
        [
            (sample.name, one, canonical(one, sample.raw))
            for one in [*course().values(), *ferry().exercises.values()]
            for sample in one.samples()
        ]
    )


@pytest.mark.parametrize("kind", KINDS)
def test_the_front_end_gives_random_answers_the_same_verdict(kind):
    dice = random.Random(f"parity of {kind}")
    known = exercises_of(kind)
    given = [(one, RANDOM[kind](dice, one)) for one in (dice.choice(known) for _ in range(ANSWERS))]
    assert_same([("random", one, canonical(one, raw)) for one, raw in given])


def random_marks(dice: random.Random, one: Exercise) -> Any:
    """Marks anywhere, and marks near the key's, so that every partial credit comes up."""
    size = len(one.task.shown.passage.words)
    labels = [label.id for label in one.task.labels] or [None]
    marks = []
    for _ in range(dice.randint(0, 12)):
        start = dice.randrange(size)
        marks.append((start, start + dice.choice([0, 0, 1, 2, 3, 5, 8, 20, 90])))
    for fault in [*one.task.faults, *one.task.controls, *one.task.neutral]:
        if dice.random() < 0.5:
            marks.append((fault.words[0] + dice.randint(-3, 3), fault.words[1] + dice.randint(-3, 3)))
    kept = [(max(0, a), min(size - 1, b)) for a, b in marks]
    return {"marks": [{"from": a, "to": b, "label": dice.choice([*labels, None])} for a, b in kept if a <= b]}


def random_choice(dice: random.Random, one: Exercise) -> Any:
    ids = [option.id for option in one.task.options]
    chosen = [name for name in ids if dice.random() < 0.5] if one.task.many else dice.sample(ids, dice.randint(0, 1))
    return {"chosen": chosen, "confidence": dice.choice(["open", "likely", "proved", None])}


def random_places(dice: random.Random, one: Exercise) -> Any:
    groups = [group.id for group in one.task.groups]
    return {"placed": {item.id: dice.choice(groups) for item in one.task.items if dice.random() < 0.8}}


def random_text(dice: random.Random, one: Exercise) -> Any:
    """Accepted forms and near misses, bent in small ways; scraps; characters from anywhere."""
    forms = [*one.task.accept, *(form for near in one.task.near for form in near.forms), *SCRAPS]
    text = "".join(dice.choice(forms) for _ in range(dice.randint(0, 3)))
    bend = dice.choice(
        [str, str.upper, str.title, lambda t: f" “{t}”. ", lambda t: f"The {t}", lambda t: f"{t}\u2009!"]
    )
    if dice.random() < 0.2:
        text += "".join(
            chr(dice.choice([dice.randrange(32, 0x2100), dice.randrange(0x1F300, 0x1F600)])) for _ in range(3)
        )
    return {"text": bend(text)[:200]}


def random_values(dice: random.Random, one: Exercise) -> Any:
    """Values of this and other calls, with numbers, brackets and marks exchanged, and errors."""
    calls = one.task.calls
    texts = [text for call in calls for text in (call.expect, *(each.value for each in call.near))]
    bends = [("(", "["), (")", "]"), ("1", "1.0"), (", ", ",  "), ("2", "inf"), ('"', ""), ("[", "{"), ("]", "}")]
    results = []
    for call in calls:
        text = dice.choice([call.expect, call.expect, *texts, f'"{call.expect}"', "None", "-1e-07", "nan", "[]"])
        old, new = dice.choice([("", ""), ("", ""), ("", ""), *bends])
        results.append({"value": text.replace(old, new)} if dice.random() < 0.9 else {"error": dice.choice("ab")})
    return {"source": dice.choice(["", "x"]), "results": dice.choice([results, results[:1] * len(calls)])}


def random_pairs(dice: random.Random, one: Exercise) -> Any:
    others = [*(item.id for item in one.task.others), "none"]
    return {"pairs": {item.id: dice.choice(others) for item in one.task.items if dice.random() < 0.8}}


def random_ratings(dice: random.Random, one: Exercise) -> Any:
    return {each.id: dice.choice(["no", "partly", "yes"]) for each in one.task.rubric if dice.random() < 0.5}


def random_words(dice: random.Random, texts: list[str], most: int = 30) -> str:
    """Words of the texts, runs of them, scraps and characters from anywhere, joined in odd ways."""
    said: list[str] = []
    for _ in range(dice.randint(0, most)):
        words = dice.choice(texts).split()
        start = dice.randrange(len(words))
        said += words[start : start + dice.choice([1, 1, 2, 4, 9])]
    said += [dice.choice([*SCRAPS, chr(dice.randrange(1, 0x2100))]) for _ in range(dice.randint(0, 4))]
    return "".join(word + dice.choice([" ", " ", " ", ", ", "—", "... ", "\n", "’s "]) for word in said)


def random_sentence(dice: random.Random, one: Exercise) -> Any:
    task = one.task
    forms = [" ".join(pattern) for check in (*task.keep, *task.avoid, *task.distort) for pattern in check.patterns]
    texts = [task.model, task.faulty.text, *forms, *([task.source.text] if task.source else [])]
    return {"text": random_words(dice, texts)[:800], "rubric": random_ratings(dice, one)}


def random_brief(dice: random.Random, one: Exercise) -> Any:
    key = one.task.example
    texts = [
        key.text or "a text of our own",
        key.claim,
        key.change,
        *key.rivals,
        *(each.quote for each in key.evidence),
    ]

    def words(most: int) -> str:
        return dice.choice([dice.choice(texts), random_words(dice, texts, 3)])[:most]

    exhibits = [{"source": words(200), "quote": words(1200)} for _ in range(dice.randint(0, 6))]
    return {
        "text": dice.choice([key.text, words(2000)]),
        "claim": words(600),
        "evidence": exhibits,
        "rivals": [words(600) for _ in range(dice.randint(0, 4))],
        "confidence": dice.choice(["open", "likely", "proved", None]),
        "change": words(600),
        "rubric": random_ratings(dice, one),
    }


def random_order(dice: random.Random, one: Exercise) -> Any:
    """The right order with a few items moved, or any order."""
    order = [item.id for item in one.task.items]
    for _ in range(dice.choice([0, 1, 1, 2, 20])):
        order.insert(dice.randrange(len(order)), order.pop(dice.randrange(len(order))))
    return {"order": dice.choice([order, order, order, []])}


def random_number(dice: random.Random, one: Exercise) -> Any:
    """Values in and about every range, in many spellings. Those that can't be read are in tests/exercise."""
    near = [float(end) for each in one.task.ranges for end in (each.low, each.value, each.high)]
    value = dice.choice([*near, 0.0, 12345.5]) + dice.choice([0, 0, 0.001, -0.001, 0.5, 1000])
    digits = dice.choice([f"{value:,.3f}", f"{value:.2f}", f"{value:,.0f}".replace(",", "\u202f"), f"{value:f}"])
    return {"text": f"{digits.replace('-', dice.choice('-−'))} {dice.choice([*one.task.units, ''])}"}


def random_stands(dice: random.Random, one: Exercise) -> Any:
    """The key with some cells changed or left out."""
    rows: dict[str, dict[str, str]] = {}
    for claim, article, stand in one.task.right().stands:
        given = dice.choice([stand, stand, "agrees", "conflicts", "silent", None])
        if given:
            rows.setdefault(claim, {})[article] = given
    return {"stands": rows}


RANDOM = {
    "brief": random_brief,
    "choose": random_choice,
    "classify": random_places,
    "code": random_values,
    "highlight": random_marks,
    "match": random_pairs,
    "matrix": random_stands,
    "number": random_number,
    "order": random_order,
    "rewrite": random_sentence,
    "short": random_text,
}
