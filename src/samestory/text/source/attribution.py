"""Words by which an article cites: verbs of saying, offices, outlets, documents, people without a name."""

import re

from samestory.words.agency import NAMES_PATTERN as AGENCY_NAMES
from samestory.words.day_name import MONTH_KEYS, WEEKDAY_KEYS
from samestory.words.listed import listed
from samestory.words.lists import phrases_in, words_in

# Verbs that anyone who speaks may have; the bare forms need a subject in the plural, or I.
SAID = words_in("saying", "said")
STATED = words_in("saying", "stated")
BARE = words_in("saying", "bare")
SHOWED = words_in("saying", "showed")
SAW = words_in("saying", "seen")
AUXILIARY = listed("""
    has have had also later then again still once now would will could not did does do never first earlier always often
    already just further even all both himself herself itself themselves since
    """)
BE = listed("is are was were be been being am got get")

SUBJECT_PRONOUNS = listed("he she they it we i")
DETERMINERS = listed("""
    the a an his her its their my our this these those one two three four five several some many most few both other
    another no each any
    """)
# With one of these before it, even an office names nobody: “a minister”, “two officials”.
INDEFINITE = listed("a an one two three four five several some many most few another other no any")
# “May” is left out: inside a sentence it is far more often the verb.
TIMES = words_in("calendar", "time") | WEEKDAY_KEYS | (MONTH_KEYS - {"may"})
# No phrase that names a source reaches over one of these.
STOPS = listed("""
    that but while because when if although since until though whether as who which where after before than so yet
    or what how why whose during despite amid against into over under between through about and nor unless once then
    """)
# These may go on with a phrase, after some heads only: “a person familiar with the matter”.
LINKS = listed("""
    of for in at from with to on near inside by within close familiar briefed involved working based
    """)

ROLES = words_in("sources", "role")
UNNAMED = words_in("sources", "unnamed")
OFFICES = words_in("sources", "office")
DOCUMENTS = words_in("sources", "document")
REPORTERS = words_in("sources", "reporter")
TITLES = words_in("sources", "title")
SPOKEN_FOR = re.compile(r"\b(?:spokes(?:man|woman|person|people|men)|press secretary|press officer)\b", re.IGNORECASE)
_OUTLETS = "|".join(map(re.escape, phrases_in("agencies", "outlets")))
_NAMES = f"{AGENCY_NAMES}|{_OUTLETS}"
AGENCY = re.compile(rf"\b(?:{_NAMES})\b")
# Takes “the Nordo Post”, “state television” and “media reports”; leaves “the post office”.
OUTLET = re.compile(
    rf"\b(?:{_NAMES}|(?:[A-Z][\w’'-]* )+(?:Times|Post|Herald|Gazette|News|Tribune|Journal|Courier|Chronicle"
    rf"|Telegraph|Observer"
    r"|Echo|Express|Mirror|Messenger|Star|Globe|Standard|Daily|Broadcasting|Radio|TV|Press|Bell|Review|Bulletin))\b"
    r"|\b(?:newspapers?|[Ss]tate (?:television|TV|radio)|broadcasters?|news (?:agency|agencies|site|website)|media"
    r"|magazine|press reports"
    r"|media reports)\b"
)
PLACES = words_in("places", "speaker")
ORGANISATION = words_in("sources", "organisation")
