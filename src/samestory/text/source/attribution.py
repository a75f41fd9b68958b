"""Words by which an article cites: verbs of saying, offices, outlets, documents, people without a name."""

import re

from samestory.words.agency import NAMES_PATTERN as AGENCY_NAMES
from samestory.words.listed import listed

# Verbs that anyone who speaks may have; the forms in the second list need a subject in the plural, or I.
SAID = listed("""
    said says told tells added adds asked asks replied replies answered wrote writes tweeted posted testified
    explained explains recalled recalls joked quipped remarked commented continued responded exclaimed shouted
    whispered concluded
    """)
STATED = listed("""
    announced announces stated states noted notes insisted insists argued argues claimed claims confirmed confirms
    denied denies declared declares warned warns urged urges stressed stresses emphasised emphasized acknowledged
    acknowledges admitted admits alleged alleges asserted asserts cautioned complained conceded contended countered
    demanded demands dismissed disclosed estimated estimates expects expected hinted lamented maintained maintains
    mocked observed pledged predicted predicts promised promises proposed protested reiterated rejected rejects
    reported reports revealed reveals signaled signalled suggested suggests vowed believes accused accuses advised
    assured blamed called criticised criticized condemned denounced describes described welcomed praised pleaded
    cited quoted thinks thought informed
    """)
BARE = listed("""
    say tell believe warn report claim think expect deny argue insist note add estimate predict suggest fear write
    ask accuse
    """)
SHOWED = listed("""
    show shows showed indicate indicates indicated found finds suggest suggests suggested reveal reveals
    """)
SHOWED |= listed("""
    revealed say says said state states stated read reads put puts describe describes described
    """)
SAW = listed("saw heard watched witnessed counted visited photographed seen")
AUXILIARY = listed("""
    has have had also later then again still once now would will could not did does do never first
    """)
AUXILIARY |= listed("""
    earlier always often already just further even all both himself herself itself themselves since
    """)
BE = listed("is are was were be been being am got get")

PRONOUNS = listed("he she they it we i")
DETERMINERS = listed("""
    the a an his her its their my our this these those one two three four five several some many most few both other
    another no each any
    """)
INDEFINITE = listed("a an one two three four five several some many most few another other no any")
TIMES = listed("""
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december today yesterday tomorrow tonight earlier later late early last next week month year
    morning afternoon evening night days weeks months years hours ago meanwhile however
    """)
STOPS = listed("""
    that but while because when if although since until though whether as who which where after before than so yet
    or what how why whose during despite amid against into over under between through about and nor unless once then
    """)
LINKS = listed("""
    of for in at from with to on near inside by within close familiar briefed involved working based
    """)

ROLES = listed("""
    services embassy orchestra politician politicians chairman board skaters rescuers firefighters divers farmers
    voters locals islanders villagers campaigners activists protesters organisers organizers investigators priest
    bishop nurse nurses official officials spokesman spokeswoman spokesperson spokespeople spokesmen minister
    ministers president secretary mayor mayors chancellor governor senator senators diplomat diplomats ambassador
    envoy aide aides adviser advisers advisor advisors analyst analysts expert experts witness witnesses resident
    residents police officer officers prosecutor prosecutors lawyer lawyers judge judges doctor doctors teacher
    teachers captain skipper master chief chiefs director head leader leaders chairman chairwoman chair manager
    owner owners fisherman fishermen neighbour neighbours neighbor neighbors brother sister mother father wife
    husband son daughter friend friends colleague colleagues family relatives parents person people source sources
    insider insiders researcher researchers scientist scientists professor economist economists historian engineer
    engineers soldier soldiers commander general authorities authority government ministry department company firm
    council committee union party agency office court parliament army coastguard critics critic observers supporters
    passengers passenger worker workers employee employees employer executive executives student students woman man
    women men child children girl boy driver pilot sailor sailors farmer farmers member members delegate delegates
    negotiator negotiators counterpart administration group team organisation organization hospital school
    university museum church bank operator airline shipowner shipyard hotel restaurant shop factory port club
    station carrier manufacturer publisher charity brewery mill yard archaeologist biologist baker keeper postman
    vet coach player referee actor singer writer author clerk guard guards
    """)
_UNNAMED_HEADS = "source sources person people insider insiders witness witnesses analysts analyst experts expert"
UNNAMED = listed(
    f"{_UNNAMED_HEADS} critics observers residents neighbours neighbors passengers relatives friends some many others"
)
OFFICES = listed("""
    services embassy orchestra shipyard hotel factory port club station carrier manufacturer publisher charity
    officials authorities authority government ministry department police company firm council committee union party
    agency office court parliament army coastguard administration group organisation organization hospital school
    university museum bank operator airline church spokesperson prosecutors kremlin pentagon house commission
    association institute service navy bureau
    """)
DOCUMENTS = listed("""
    memoir book emails mail mails messages letters photos recording recordings videos files accounts invoices
    contracts diary statement report reports study document documents letter summary footage image images data
    figures records record survey poll memo transcript description filing filings indictment paragraphs resolution
    email note bulletin forecast analysis papers minutes register charges readout release declaration communique
    notice table log video
    """)
REPORTERS = listed(
    "reporter reporters correspondent correspondents journalist journalists photographer photographers witness"
)
TITLES = listed("""
    sgt gen lt col capt gov sen rep rev maj adm insp det hon mr mrs ms dr sir lord lady dame prof professor
    president minister secretary chancellor mayor senator governor general captain colonel judge king queen pope
    prince princess ambassador director chairman chairwoman chief officer master spokesman spokeswoman spokesperson
    representative commissioner premier inspector sergeant admiral father skipper
    """)
SPOKEN_FOR = re.compile(r"\b(?:spokes(?:man|woman|person|people|men)|press secretary|press officer)\b", re.IGNORECASE)
_OUTLETS = (
    "CNN|BBC|NBC|CBS|ABC|NPR|PBS|CBC|Sky News|Fox News|MSNBC|Al Jazeera|Deutsche Welle|Politico|Axios|The Economist"
    "|Der Spiegel|Le Monde|Financial Times|Wall Street Journal|Washington Post|New York Times|Guardian|Daily Telegraph"
)
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
PLACES = listed("""
    Moscow Kremlin Washington Kyiv Kiev Beijing London Paris Berlin Brussels Rome Madrid Tokyo Delhi Ankara Tehran
    Jerusalem Warsaw Vienna Oslo Stockholm Copenhagen Helsinki Russia Ukraine China India Germany France Britain
    Italy Spain Poland Turkey Iran Israel Japan Canada Mexico Brazil Norway Sweden Denmark Finland Belarus Europe
    America NATO EU UN UK US Interpol Pentagon Vatican Congress Parliament Senate Cabinet Hamas Taliban Greenpeace
    Amnesty Unicef
    """)
ORGANISATION = listed("""
    ministry department house council company inc corp ltd party union university police agency committee institute
    bank government office court army group association commission foundation centre center organisation
    organization service authority administration parliament congress senate navy guard coastguard club trust lines
    energy board bureau nations kremlin pentagon museum hospital hall district network fund league federation
    technologies
    """)
