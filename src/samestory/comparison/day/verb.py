"""Words that news uses for one another when it tells an event: one family for all of them."""

from functools import lru_cache

from samestory.words.key import key, root
from samestory.words.listed import listed

SPEECH_NOUNS = listed("speech address statement announcement remarks interview briefing broadcast comments")
_GROUPS = (
    "meeting meet conference talks session summit appointment discussion gathering encounter",
    "cancel cancelled call scrap abandon drop axe",
    "postpone delay defer adjourn",
    "recognise recognize acknowledge declare reveal announce proclaim recognition",
    "speech address statement announcement",
    "crash collide collision wreck sink sank sunk capsize",
    "attack assault raid strike bombing offensive",
    "invade invasion",
    "die died dead death",
    "kill killed slain",
    "shoot shot gunned shooting",
    "arrest arrested apprehend detain detained seize seized capture captured custody",
    "resign quit stepped resignation",
    "elect election vote poll ballot voted",
    "win won beat defeat defeated victory triumph",
    "begin began begun start started open opened commence launch kick",
    "end ended close closed finish finished conclude",
    "accuse accused criticise criticised blame blamed blasted",
    "reject rejected refuse refused rebuff dismissed spurned",
    "approve approved endorse pass passed back adopted",
    "ship ferry vessel boat",
    "plane airplane aircraft jet airliner flight",
    "fire blaze",
    "pier jetty quay wharf",
    "tell told inform informed",
    "buy bought purchase acquire",
    "show display exhibit unveil unveiled present",
    "fired sack sacked",
    "born birth",
    "bury buried funeral",
    "find found discover discovered locate located",
    "see seen saw sight sighted spotted",
    "free freed release released",
    "reopen reopened",
    "reelect reelected",
    "visit visited tour toured",
    "answer answered reply replied",
    "return returned",
    "debate debated discuss discussed",
    "marry married wed",
    "fall fell drop dropped decline declined",
    "rise rose jump jumped gain gained climb climbed",
    "leave left depart departed departure",
    "arrive arrived arrival reach reached landed",
    "sign signed signing",
    "send sent dispatch dispatched",
    "sentence sentenced jailed imprisoned",
    "charge charged indict indicted",
    "injure injured wound wounded hurt",
    "storm gale hurricane",
    "school academy",
    "plan planned set schedule scheduled slated due fixed",
    "agreement deal accord pact treaty",
)
_GROUP = {root(key(word)): f"={number}" for number, group in enumerate(_GROUPS) for word in group.split()}


@lru_cache(maxsize=65536)
def family(word: str) -> str:
    """Return what a word (its key) is compared by: its group of synonyms, or its letters in order of the alphabet.

    The order makes one of “Luhansk” and the typing slip “Luhasnk”; two words of one stem stay one family.
    """
    stem = root(word)
    return _GROUP.get(stem) or (stem[:1] + "".join(sorted(stem[1:])) if len(stem) >= 6 else stem)


def is_known(family_: str) -> bool:
    """Return whether the family is a group of synonyms, so that two that differ mean two things."""
    return family_.startswith("=")
