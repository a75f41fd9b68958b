"""The word stock of the invented news, and what another writer would put in a word's place."""

from samestory.words.listed import listed

PEOPLE = sorted(
    listed("""
    mayor teacher fisherman inspector engineer baker vet shopkeeper diver minister spokeswoman farmer surveyor
    nurse builder auditor driver tourist archivist electrician accountant gardener pilot judge postman student
    carpenter swimmer widow lawyer plumber painter dentist sailor professor cook waiter singer ranger pensioner
    banker chemist referee priest miller tailor butcher cyclist hunter librarian photographer reporter welder
    florist trainer mechanic porter guard translator beekeeper caretaker choirmaster fireman harbourmaster
    hairdresser lighthouse-keeper midwife optician skipper violinist shepherd brewer detective clerk apprentice
    neighbour stranger councillor lodger magician
    """)
)
THINGS = sorted(
    listed("""
    bridge stage market road timber budget pool roof timetable warehouse lamp kitchen ferry crane archive
    barrier orchard crossing boiler herd organ quota tractor shelter pump statue store kiosk tunnel footbridge
    playground catch petition fence cable invoice ballot reservoir kayak quarry screen anchor depot avenue tent
    cargo ditch forest manuscript camera rink boat generator oven chimney ladder turbine greenhouse mailbox
    carousel piano clock fountain cellar gate staircase balcony mast rudder engine lock sluice buoy jetty silo
    barn windmill vineyard meadow hedge tram signal platform ticket ledger map telescope microphone curtain
    carpet mirror wardrobe kettle freezer blanket lantern compass drum banner medal
    """)
)
ADJECTIVES = sorted(
    listed("""
    old cracked northern annual leaking empty stone borrowed evening broken rusty municipal rare frozen spare
    wooden unpaid bronze retired young local former southern quiet angry anonymous tired careful famous stubborn
    cheerful nervous tall foreign blind elderly left-handed sleepless honest drowsy cautious hungry polite
    restless shy bankrupt muddy narrow crooked hollow painted floating medieval modern temporary secret crowded
    hidden flooded silent noisy yellow crimson grey bright dusty fragile heavy plain private public royal sunken
    tiny unlit vacant western windy damp ancient costly dubious gilded
    """)
)
VERBS = sorted(
    listed("""
    inspected rejected closed praised bought repaired counted measured painted questioned moved blocked approved
    refused rebuilt lost discovered photographed sold doubled ignored examined promised delayed defended emptied
    insured welcomed inherited flooded removed supported cleaned announced financed guarded evacuated damaged
    halted postponed audited described searched weighed opened ordered abandoned cancelled copied dismantled
    exchanged fenced greased hired hoisted lent locked mapped mentioned polished raised rented rescued restored
    scratched seized shipped sketched towed traded tested wrapped
    """)
)
PREPOSITIONS = sorted(listed("near behind beside under above without despite outside before after against"))
JOINTS = sorted(listed("because although while after before until so whereas"))
# What another writer would put in a word's place.
OTHER_WORDS = {
    "inspected": "looked at", "rejected": "turned down", "closed": "shut", "bought": "purchased",
    "repaired": "mended", "measured": "gauged", "moved": "shifted", "approved": "passed",
    "refused": "declined", "rebuilt": "reconstructed", "discovered": "came upon", "examined": "studied",
    "promised": "pledged", "delayed": "held up", "removed": "took away", "supported": "backed",
    "announced": "made known", "financed": "funded", "evacuated": "cleared", "damaged": "harmed",
    "halted": "stopped", "postponed": "put off", "described": "portrayed", "searched": "combed",
    "opened": "unlocked", "abandoned": "gave up", "cancelled": "called off", "dismantled": "took apart",
    "hired": "employed", "tested": "tried", "rescued": "saved", "seized": "took", "restored": "renewed",
    "traded": "swapped", "raised": "lifted", "lent": "loaned", "old": "ageing", "broken": "defective",
    "empty": "bare", "rare": "uncommon", "quiet": "calm", "angry": "furious", "tired": "weary",
    "famous": "well-known", "foreign": "overseas", "elderly": "aged", "cautious": "wary", "muddy": "dirty",
    "narrow": "tight", "secret": "hidden", "crowded": "packed", "silent": "mute", "noisy": "loud",
    "bright": "shining", "heavy": "weighty", "tiny": "minute", "ancient": "age-old", "costly": "expensive",
    "dubious": "doubtful", "road": "street", "timber": "wood", "budget": "accounts", "timetable": "schedule",
    "barrier": "wall", "forest": "wood", "teacher": "instructor", "inspector": "examiner",
    "shopkeeper": "trader", "lawyer": "solicitor", "skipper": "captain", "stranger": "unknown person",
    "guard": "watchman", "tourist": "visitor", "driver": "motorist", "engine": "motor", "because": "since",
    "although": "though", "while": "as", "until": "till", "near": "close to", "behind": "at the back of",
}  # fmt: skip
