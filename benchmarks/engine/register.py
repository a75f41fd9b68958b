"""The register of rules: what each says of the cases, of planted sentences and of clean news; and which are admitted.

    python benchmarks/engine/register.py --clean rural=FILE --clean business=FOLDER ... [--list] [--write]

A rule is admitted if it finds 7 of 10 of some kind of planted fault and has at most 0.2 false alarms in 1,000 words of
clean news; all rules together may call one thing *sure* in 100,000 words. Words in `fresh/read.yml` are no false alarm.
"""

import argparse
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from clean_news import Genre, genre, mistakes, sound_paragraphs
from fresh_events import SETS
from interval import Share
from planted import pairs, single
from printed import README, line, write
from rule_hits import ANY, Answer, Hit, answers_of_odd_rules, answers_of_scan, in_cases, odd_rules, on_clean
from unseen import shipped

LEAST_FOUND, MOST_FALSE, MOST_SURE = 0.7, 0.2, 1.0  # a share; in 1,000 words; in 100,000 words
ODD = "odd phrase"


@dataclass(frozen=True, slots=True)
class Entry:
    """A rule in the register. `cases` are hits that findings bear out; `answer` is None if no sentence tests it."""

    rule: str
    cases: Share
    answer: Answer | None


@dataclass(frozen=True, slots=True)
class Clean:
    """Hits on clean news, each with its genre; `words` by genre. What a person found right is `borne_out`."""

    words: dict[str, int]
    false: tuple[tuple[str, Hit], ...]
    borne_out: tuple[tuple[str, Hit], ...]

    def of(self, rule: str) -> list[int]:
        """The false alarms of a rule in each genre."""
        return [sum(name == genre and hit.rule == rule for genre, hit in self.false) for name in self.words]

    def right(self, rule: str) -> int:
        """The hits of a rule that are mistakes of the papers."""
        return sum(hit.rule == rule for _, hit in self.borne_out)

    def in_1000(self, rule: str) -> float:
        """False alarms of a rule in 1,000 words of all genres."""
        return 1000 * sum(self.of(rule)) / sum(self.words.values())


def entries() -> list[Entry]:
    """Every rule with what needs no news: the cases and the planted sentences."""
    odd_cases, scan_cases = in_cases(shipped())
    odd, whole = answers_of_odd_rules(single()), answers_of_scan(pairs())
    found = [Entry(name, odd_cases.get(name, Share()), odd[name]) for name in odd_rules()]
    named = sorted(rule for rule in {*scan_cases, *whole} - {ANY} if not rule.startswith((ODD, "furniture")))
    return found + [Entry(rule, scan_cases.get(rule, Share()), whole.get(rule)) for rule in named]


def clean(genres: Iterable[Genre], read: Container[tuple[str, str]]) -> Clean:
    """Run every rule over clean news; `read` has genre and words of what is a mistake of the paper."""
    words: dict[str, int] = {}
    hits: dict[bool, list[tuple[str, Hit]]] = {True: [], False: []}
    for one in genres:
        words[one.name] = one.words
        for hit in on_clean(one.articles):
            hits[(one.name, hit.text) in read].append((one.name, hit))
    return Clean(words, tuple(hits[False]), tuple(hits[True]))


def known(one: Entry) -> tuple[str, ...]:
    """The columns that need no news: the rule, the cases, the kind of which it finds most, sound sentences accused."""
    if one.answer is None:
        return f"`{one.rule}`", _bare(one.cases), "no sentence", "–"
    kind, share = one.answer.best
    return (
        f"`{one.rule}`",
        _bare(one.cases),
        f"{kind} {share}" if kind else "none",
        _bare(sum(one.answer.accused.values(), Share())),
    )


def reasons(one: Entry, news: Clean) -> Iterator[str]:
    """What keeps a rule out of the register; nothing if it is admitted."""
    share = one.answer.best[1] if one.answer else Share()
    if not share.of or share.hit < LEAST_FOUND * share.of:
        yield "finds too few" if one.answer else "not tested"
    if news.in_1000(one.rule) > MOST_FALSE:
        yield "false alarms"


def sentences() -> str:
    """A row a kind of planted sentence: how many any rule finds, and how many sound ones of the kind it accuses."""
    lines = [line("kind", "found", "sound accused"), line("---", "---", "---")]
    for answer in (answers_of_odd_rules(single())[ANY], answers_of_scan(pairs())[ANY]):
        for kind, share in answer.found.items():
            lines.append(line(kind, str(share), _bare(answer.accused[kind])))
    return "\n".join(lines)


def table(rules: Sequence[Entry], news: Clean) -> str:
    """The register in Markdown, a row a rule."""
    heads = ["rule", "cases", "unseen sentences, best kind", "sound accused"]
    heads += [f"{name}, {count:,} words" for name, count in news.words.items()]
    heads += ["false in 1,000", "papers' mistakes", "admitted"]
    lines = [line(*heads), line(*["---"] * len(heads))]
    for one in rules:
        counts = [str(count) for count in news.of(one.rule)]
        said = ", ".join(reasons(one, news)) or "yes"
        lines.append(line(*known(one), *counts, f"{news.in_1000(one.rule):.3f}", str(news.right(one.rule)), said))
    return "\n".join(lines)


def below(news: Clean) -> str:
    """Sure proposals of scans over clean news, all rules together."""
    words = sum(news.words.values())
    wrong, right = (len(_sure(hits)) for hits in (news.false, news.borne_out))
    low, high = Share(wrong, words).interval or (0.0, 0.0)
    rate = 100_000 * wrong / words
    verdict = "within" if rate <= MOST_SURE else "above"
    return (
        f"Called *sure* in {words:,} words of clean news by all rules together: {wrong + right}, of which {right} are"
        f" mistakes of the papers and {wrong} false alarms, {rate:.2f} in 100,000 words"
        f" ({100_000 * low:.2f}–{100_000 * high:.2f}), {verdict} the {MOST_SURE:.0f} that is allowed."
    )


def _sure(hits: Iterable[tuple[str, Hit]]) -> list[tuple[str, Hit]]:
    # A scan repeats what the rules of odd phrases said one by one.
    return [(name, hit) for name, hit in hits if hit.level == "sure" and hit.rule not in odd_rules()]


def named_news(named: Iterable[str]) -> list[Genre]:
    """Read clean news from `NAME=PATH`; ValueError for what has no name, for a name given twice, for no articles."""
    written = {name: sound_paragraphs(name) for name in SETS}
    found: dict[str, Genre] = dict(written)
    for one in named:
        name, _, path = one.partition("=")
        if not path or not name or name in found:
            raise ValueError(f"{one!r} is no NAME=PATH with a name of its own.")
        found[name] = genre(name, Path(path))
    # Last, since they are the smallest.
    return [*(one for name, one in found.items() if name not in written), *written.values()]


def _bare(share: Share) -> str:
    return f"{share.hit} of {share.of}" if share.of else "–"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--clean", action="append", default=[], metavar="NAME=PATH", help="clean news of a kind")
    parser.add_argument("--list", action="store_true", help="list all false alarms in clean news")
    parser.add_argument("--write", action="store_true", help="put the table into the README")
    wanted = parser.parse_args()
    try:
        genres = named_news(wanted.clean)
    except (ValueError, OSError) as error:
        parser.error(str(error))
    found = clean(genres, mistakes())
    shown = f"{table(entries(), found)}\n\n{below(found)}"
    print(sentences(), shown, sep="\n\n")
    if wanted.list:
        print(
            *(f"{name}: {one.level} {one.rule}: “{one.text}” -> {one.suggests}" for name, one in found.false), sep="\n"
        )
    if wanted.write:
        write({"sentences": sentences(), "register": shown}, README)


if __name__ == "__main__":
    main()
