"""How common is an English word? A coarse answer in four bands, from a small list of our own."""

from functools import cache, lru_cache
from importlib.resources import files

UNLISTED = 5
_ENDINGS = (
    *(
        ("'s", ""),
        ("men", "man"),
        ("ies", "y"),
        ("ied", "y"),
        ("iest", "y"),
        ("ier", "y"),
        ("ily", "y"),
        ("es", ""),
        ("s", ""),
    ),
    *(
        ("ed", ""),
        ("ed", "e"),
        ("ing", ""),
        ("ing", "e"),
        ("ly", ""),
        ("er", ""),
        ("er", "e"),
        ("ers", ""),
        ("est", ""),
    ),
    *(("ers", "e"), ("est", "e"), ("ness", ""), ("ment", ""), ("al", ""), ("ally", ""), ("ful", ""), ("less", "")),
    *(("ation", "e"), ("ion", "e"), ("ion", ""), ("able", ""), ("able", "e"), ("or", "e"), ("ors", "e"), ("or", "")),
)
_CONTRACTED = ("n't", "'re", "'ve", "'ll", "'m", "'d")
_STARTS = ("un", "re", "non", "over", "anti", "pre", "mis", "dis")
_FORMS = """
    be: being; begin: began begun; bring: brought; build: built; buy: bought; fall: fell fallen; fight: fought;
    forget: forgot forgotten; freeze: froze frozen; hide: hid hidden; hold: held; keep: kept; lead: led; leave:
    left; lose: lost; mean: meant; meet: met; pay: paid; rise: rose risen; run: ran; say: said; sell: sold; send:
    sent; shoot: shot; sit: sat; speak: spoke spoken; spend: spent; stand: stood; steal: stole stolen; strike:
    struck; teach: taught; think: thought; throw: threw thrown; understand: understood; wear: wore worn; win: won;
    write: wrote written; break: broke broken; become: became; choose: chose chosen; draw: drew drawn; drive: drove
    driven; eat: ate eaten; feel: felt; fly: flew flown; grow: grew grown; know: knew known; lie: lay lain; seek:
    sought; withdraw: withdrew withdrawn; child: children; man: men; woman: women; foot: feet; people: peoples;
    wife: wives; life: lives; leaf: leaves; half: halves; bad: worse worst; good: better best; give: gave; take:
    taken; show: shown; hear: heard; go: gone; see: seen; sink: sank sunk; swim: swam swum; sing: sang sung; shake:
    shook shaken; wake: woke woken; tear: tore torn; swear: swore sworn; bear: bore borne; bind: bound; catch:
    caught; deal: dealt; feed: fed; flee: fled; overthrow: overthrew overthrown; withhold: withheld
    """
_IRREGULAR = {
    form: base.strip() for base, forms in (pair.split(":") for pair in _FORMS.split(";")) for form in forms.split()
}


@cache
def _bands() -> dict[str, int]:
    found: dict[str, int] = {}
    band = 0
    for line in files("samestory.words").joinpath("common_words.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            band = int(line.strip("[]"))
        elif not line.startswith("#"):
            for word in line.split():
                found.setdefault(word, band)
    return found


@lru_cache(maxsize=65536)
def band(word: str) -> int:
    """Return 1 for the commonest words of English to 4, and 5 for a word that the list has in no form.

    `word` is folded; its endings and some beginnings are taken off, and each part of a compound is looked up: the
    rarest part counts. Every number and every single letter is in band 2.

    >>> band("the"), band("meetings"), band("statecraft"), band("worse-case"), band("gimlet")
    (1, 2, 4, 2, 5)
    """
    if word.endswith(_CONTRACTED):
        return 1
    parts = [part for part in word.replace("'", "-").split("-") if len(part) > 1]
    if not parts or any(one.isdigit() for one in word):
        return 2
    return max(_of_part(part) for part in parts)


def common_words() -> tuple[str, ...]:
    """Return the words of the list."""
    return tuple(_bands())


def is_base(word: str) -> bool:
    """Is `word` (folded) in the list itself, and not only with an ending taken off?

    >>> is_base("cope"), is_base("coper"), is_common("coper")
    (True, False, True)
    """
    return word in _bands()


def is_common(word: str) -> bool:
    """Is `word` (folded) in the list, in any form?"""
    return band(word) < UNLISTED


def _of_part(word: str) -> int:
    bands = _bands()
    if word in bands or word in _IRREGULAR:
        return bands.get(_IRREGULAR.get(word, word)) or 2
    found = [bands[base] for base in _bases(word) if base in bands]
    for start in _STARTS:
        if word.startswith(start) and len(word) > len(start) + 3:
            found.extend(max(3, bands[base]) for base in _bases(word[len(start) :]) if base in bands)
    return min(found, default=UNLISTED)


def _bases(word: str) -> list[str]:
    found = [word]
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 2:
            base = word[: len(word) - len(ending)] + instead
            found.append(base)
            if len(base) > 3 and base[-1] == base[-2] and not instead:
                found.append(base[:-1])
    if word.endswith("our") or "ours" in word or "oured" in word:
        found.append(word.replace("our", "or"))
    if "is" in word[3:]:
        found.extend(base.replace("is", "iz") for base in tuple(found))
    return found
