"""Fixed expressions, and how they go wrong when they are heard and not read."""

from samestory.words.listed import listed

# As it is sometimes written -> as it is fixed. Common knowledge of the language; a teacher may add a line.
WRONG_FORMS = {
    wrong.strip(): right.strip()
    for wrong, right in (
        line.split(" -> ")
        for line in """
    worse-case -> worst-case
    for all intensive purposes -> for all intents and purposes
    case and point -> case in point
    one in the same -> one and the same
    deep-seeded -> deep-seated
    deep seeded -> deep-seated
    free reign -> free rein
    reign in -> rein in
    reigned in -> reined in
    baited breath -> bated breath
    peak interest -> pique interest
    peaked the interest -> piqued the interest
    sneak peak -> sneak peek
    mute point -> moot point
    make due with -> make do with
    by in large -> by and large
    worse comes to worse -> worse comes to worst
    wreck havoc -> wreak havoc
    reek havoc -> wreak havoc
    wrecked havoc -> wreaked havoc
    tender hooks -> tenterhooks
    tow the line -> toe the line
    towing the line -> toeing the line
    hone in on -> home in on
    beckon call -> beck and call
    statue of limitations -> statute of limitations
    extract revenge -> exact revenge
    should of -> should have
    could of -> could have
    would of -> would have
    must of -> must have
    in lieu with -> in lieu of
    in regards of -> with regard to
    with regards of -> with regard to
    without further adieu -> without further ado
    nip in the butt -> nip in the bud
    chomping at the bite -> champing at the bit
    taken for granite -> taken for granted
    escape goat -> scapegoat
    pass mustard -> pass muster
    hunger pains -> hunger pangs
    shoe-in -> shoo-in
    slight of hand -> sleight of hand
    on the lamb -> on the lam
    wet your appetite -> whet your appetite
    tongue and cheek -> tongue in cheek
    self-depreciating -> self-deprecating
    irregardless -> regardless
    all of the sudden -> all of a sudden
    on accident -> by accident
    cut and dry -> cut and dried
    in route to -> en route to
    boldfaced lie -> barefaced lie
    state of the arts -> state of the art
    wide-spreaded -> widespread
    """.strip().splitlines()
    )
}
COMPARATIVES = {"worse": "worst", "better": "best", "higher": "highest", "lower": "lowest"}
DEGREES = listed("even far much still more most very so too rather quite")
# What people hold, launch or suffer, but do not simply want, hope, need or like one of.
ACTIONS = listed("""
    attack assault invasion offensive raid strike airstrike bombardment counterattack escalation coup blockade siege
    shelling incursion annexation massacre
    """)
WISHES = listed("want wants wanted hope hopes hoped wish wishes wished like likes liked need needs needed")
# A noun with the plain verbs that it never takes.
NEVER = {
    "decision": listed("do does did say said put give gives hit"),
    "mistake": listed("do does did say"),
    "crime": listed("make makes made say give"),
    "speech": listed("do does did say said tell told"),
    "question": listed("make makes made do did say"),
    "agreement": listed("do does did say tell"),
    "meeting": listed("do does did say said"),
    "step": listed("do does did say give gave"),
    "effort": listed("do does did say"),
    "war": listed("say said tell take takes took"),
    "homework": listed("make makes made"),
}
BIGGER = listed(
    "better worse bigger smaller higher lower stronger weaker larger longer shorter easier harder faster later"
)
BIGGEST = listed(
    "best worst biggest smallest highest lowest strongest weakest largest longest shortest easiest hardest"
)
