"""What the lines of a news page say when they belong to the page: one rule for each kind of furniture."""

import re
from dataclasses import dataclass

_SITES = r"(?:facebook|twitter|x|instagram|whatsapp|telegram|linkedin|youtube|tiktok|threads|bluesky|mastodon|reddit)"
_PIECE = r"(?:article|story|post|page|video|report)"
# Takes “Keep reading” and “Read more »”, leaves “Read the report”.
READ_ON = re.compile(
    r"(?:(?:keep|continue) reading|read (?:more|on|now|(?:the )?full (?:story|article))|full story|more »)"
    r"(?: ?(?:show less|»|→|…|\.{3}))*"
)


@dataclass(frozen=True, slots=True)
class FurnitureRule:
    """Lines of at most `longest` words whose folded text matches `pattern` from its first sign are of `kind`."""

    kind: str
    reason: str
    longest: int
    pattern: re.Pattern[str]


def _rule(kind: str, reason: str, longest: int, *choices: str) -> FurnitureRule:
    return FurnitureRule(kind, reason, longest, re.compile("|".join(f"(?:{choice})" for choice in choices)))


FURNITURE_RULES = (
    # Takes “Back to top”, “Log in or register” and “2 / 5”; leaves “Home rule for the island”.
    _rule(
        "navigation",
        "This is a button or a link of the page.",
        8,
        rf"(?:{READ_ON.pattern}|show (?:more|less)|load more(?: \w+)?|(?:see|view) (?:more|all)(?: \w+)?)$",
        r"(?:back to (?:the )?)?(?:top|bottom)(?: of (?:the )?page)?$|back to (?:the )?(?:home ?page|news|stories)$",
        r"skip (?:to [\w ]+|navigation|ad)$|more options$|sort by \w+$|jump to [\w ]+$|go to [\w ]*(?:homepage|page)$",
        r"(?:(?:main|open|close|toggle|site) )*(?:menu|navigation)$|search(?: for:?|…|\.{3}| [\w ]*site)?$"
        r"|home ?page$|home$",
        r"(?:log ?in|log out|sign in|sign out|my account|register)(?: (?:or|/|\|)? ?(?:register|sign up|log ?in))?$",
        rf"(?:next|previous|prev|older|newer)(?: {_PIECE}s?)?[ »«›‹→←]*$|page \d+ of \d+$|\d+ (?:/|of) \d+$",
        r"accessibility(?: help| statement| links)?$|site ?map$",
        r"(?:print|listen|refresh|close|expand|dismiss|clear|undo|save|bookmark|play|pause|mute)(?: this \w+)?$",
        r"click (?:here|to)\b.*$|(?:shop|buy|book|order|learn|find out|discover) (?:now|more|here|today)$|close$"
        r"|autoplay$",
        r"(?:contact|about|advertise with) us$|e-?paper$|[a-z]{2}(?: ?[|/·] ?[a-z]{2})+$|(?:show|view"
        r"|see) (?:key events|latest updates?)(?: only)?$",
    ),
    # Takes “You are here: News” and “Opens in new window”; leaves “Home is where the ferry stops”.
    _rule(
        "navigation",
        "This is a button or a link of the page.",
        24,
        r"home ?(?:[>»›/|·•→]|[-–] ).*$|you are here:? .*$|(?:.{0,80}\b)?opens (?:in )?(?:an? )?new (?:tab|window)\b"
        r"|our standards:",
        r"download (?:the |this |our |as )?(?:\w+ )?(?:image|pdf|app|file|audio|transcript|photo|episode)s?\b.{0,40}$",
    ),
    # Takes “Share this article on Facebook” and “Follow us”; leaves “Share prices fell”.
    _rule(
        "share",
        "This line asks to share the page or to follow the outlet elsewhere.",
        14,
        rf"share(?: (?:this|the)(?: {_PIECE})?)?(?: (?:on|via|with|to|by|now|options).*|:.*)?$|(?:re)?tweet(?: this)?$",
        r"follow us\b.*$|like(?: this)?:?$|like loading\W*$|like us on .*$|find us on .*$|copy(?: the)? link$"
        r"|(?:link )?copied!?$|gift this article$",
        rf"(?:send|e-?mail|share|recommend|gift|forward)(?: (?:this|it|the))?(?: {_PIECE})?(?: to| with)?"
        rf" (?:a|any|your) friends?(?: (?:this|an?|the) {_PIECE})?$",
        rf"follow [\w.’' -]+ on (?:social(?: media)?|google news|{_SITES}).*$|follow @\w+.*$",
        rf"(?:join|subscribe to|follow)(?: us on| our|) [\w ]*(?:channel|group|{_SITES})(?: (?:on|for) .*)?$",
        # Takes a row of names and signs such as “Facebook | X | E-mail”; `++` tries a long one in one way only.
        rf"(?=\W*\w)(?:{_SITES}|share|tweet|pin(?:terest|it)?|e-?mail|print|copy link|messenger|save|rss|flipboard"
        rf"|\W)++$",
    ),
    # Takes “1.2k views” and “5 min read”; leaves “12 people died”.
    _rule(
        "counter",
        "This is a number that the page counts.",
        10,
        r"(?:\d[\d.,]*\s?[km]?\+?\s*(?:views?|shares?|comments?|likes?|reads?|reactions?|replies|votes?)[\s·|,•]*)+$",
        r"(?:views|shares|comments|likes|reads)\s*[:(]?\s*\d[\d.,]*[km]?\)?$|no comments(?: yet)?$",
        r"\d+[ -]?min(?:ute)?s?\.?(?: of)? read(?:ing)?(?: time)?$|(?:reading|estimated"
        r"|read) (?:read(?:ing)? )?time:? .*$",
        r"\d[\d.,]* (?:people|users|readers) (?:are |have )?(?:like|liked|reading|read|shared|viewed|watching) this.*$",
    ),
    # Takes “Leave a comment” and “Comments are closed”; leaves “Comment on the plan was sought”.
    _rule(
        "comments",
        "This belongs to the readers' comments.",
        30,
        r"(?:leave|post|add|write|submit) (?:a |your )?(?:reply|comment).*$|comments?(?: are (?:closed|off).*"
        r"| section)?:?$",
        r"(?:please )?(?:log|sign) ?in (?:or \w+ )?to (?:comment|leave|post|join|reply).*$|(?:view|show|read"
        r"|see|join)(?: (?:all|the))?(?: \d[\d.,]*)? comments(?: \(\d[\d.,]*\)?)?$",
        r"be the first to (?:comment|reply|know what).*$|join the (?:conversation|discussion)\b.*$|cancel reply$",
        r"your e-?mail address will not be .*$|required fields are .*$|save my name.*$|have your say\b.*$"
        r"|most liked first$",
        r"what do you think\b.{0,80}(?:comment|tell us|let us know|\?$).*$|let us know (?:what you think"
        r"|in the comments).*$|notify me of .*$",
    ),
    # Takes “Advertisement - continue reading below” and “Sponsored content”; leaves “Ads for the ferry were stopped”.
    _rule(
        "advertisement",
        "This marks an advertisement.",
        14,
        r"advert(?:is(?:e|ing|e?ment))?s?(?:[.:]| [-–—]? ?(?:continue|scroll|keep|story|article)\b.*)?$|ads?$|adv\.?$",
        r"(?:sponsored|promoted|paid|presented)(?: (?:content|post|for by|by|links?|stor(?:y|ies)"
        r"|partnership)\b.*)?$|partner content$|ads by .*$",
        r"(?:story|article) continues (?:below|after)\b.*$|(?:scroll|keep scrolling|continue reading) (?:down "
        r"|below |after )?"
        r"(?:to continue|for more|below|the ad)\b.*$|(?:remove|hide|skip|close)(?: this)? ads?$"
        r"|why (?:am i seeing )?this ad\??$",
    ),
    # Takes “We use cookies” and “Accept all”; leaves “They accept all terms of the pact”.
    _rule(
        "cookies",
        "This line asks for consent to cookies or to the use of data.",
        140,
        r"(?:.{0,120}\b)?(?:we|this (?:web ?)?(?:site|page)|our (?:web ?)?sites?|our partners|us)\b.{0,60}\b"
        r"(?:use|uses|using|store|set|place|sets)\b.{0,40}\bcookies\b",
        r"(?:accept|reject|allow|decline|refuse|manage|necessary|only necessary|essential)(?: (?:all|only|and|&|more"
        r"|my|your|"
        r"necessary|essential|cookies?|preferences|settings|consent|choices|close|continue|options))*$",
        r"(?:cookies?|consent|privacy|data protection) (?:settings|policy|preferences|notice|consent|choices|manager)$",
        r"we (?:value|care about|respect) your (?:privacy|data)\b|by (?:continuing|clicking|using|browsing"
        r"|signing up|subscribing|submitting)\b.{0,120}\b"
        r"(?:agree|consent|accept)|we and our (?:[\d,]+ )?(?:partners|vendors)\b|your (?:privacy|consent"
        r"|data) (?:choices|matters?)\b",
    ),
    # Takes “Sign up for our daily briefing”; leaves “They signed up for the crew”.
    _rule(
        "newsletter",
        "This line advertises a newsletter or an alert.",
        70,
        r"(?:our |the |daily |weekly |e-?mail |free )*newsletters?(?: sign-?up| signup)?$|sign[- ]?up(?: now| here"
        r"| today| free)*!?$",
        r"(?:please )?(?:sign up|subscribe|register|signing up|subscribing)\b.{0,140}\b(?:newsletters?|inbox|alerts?|"
        r"briefings?|e-?mails?|updates|round-?up|digest|notifications?|bulletin|podcast|channel)\b",
        r"(?:get|receive|want|have) .{0,100}\b(?:in|to|into|straight to) your (?:inbox|phone|mailbox|e-?mail)\b",
        r"(?:.{0,60}\b)?(?:delivered|sent)(?: \w+){0,3} to your (?:inbox|e-?mail)\b"
        r"|(?:enter )?your e-?mail(?: address)?\b.{0,30}$",
        r"you (?:can|may) (?:unsubscribe|opt out)\b|thank(?:s| you) for (?:subscribing|signing up)\b|"
        r"(?:turn on|enable|allow) (?:push )?notifications\b",
    ),
    # Takes “This article is for subscribers” and “Donate now”; leaves “Support for the mayor grew”.
    _rule(
        "appeal",
        "Here the outlet speaks of itself and asks for money or a subscription.",
        24,
        r"this (?:article|story|content|page) is (?:only |exclusively |free |premium )?(?:for|available|reserved"
        r"|exclusive|to read)\b.*\b"
        r"(?:subscribers?|members?|readers like you|support)\b|(?:to (?:continue|keep) reading|to read (?:this"
        r"|the full))\b.*\b"
        r"(?:subscribe|register|log in|sign|account|member)|already (?:an? )?(?:subscriber|subscribed|member"
        r"|registered)\b",
        r"as an? (?:\w+ )?(?:subscriber|member|supporter|reader), you (?:have|can|get|may|are|will)\b",
        r"(?:you have )?\d+ (?:gift|free) (?:articles?|stories) (?:left|remaining|to (?:give|share))\b",
        r"(?:you have|you've).{0,30}\bfree (?:articles?|stories)\b|(?:please )?donate(?: (?:now|today|here|to us))*$"
        r"|support (?:us|our|local|independent|quality|free|public)\b.{0,30}$",
        r"(?:subscribe|become an? (?:member|subscriber|supporter|friend))(?: (?:now|today|here|from|for|on|with|to"
        r"|and|via|in)\b.*)?$",
    ),
    # Takes “© 2026 Nordo Post” and “All rights reserved”; leaves “Legal aid was promised”.
    _rule(
        "copyright",
        "This is the page's legal line.",
        60,
        r"©|\(c\) ?\d{4}|copyright\b[ :]*(?:©|\(c\)|\d{4}|by\b|notice)|(?:.{0,100}\b)?all rights reserved\b",
        r"(?:terms|conditions|privacy|imprint|impressum|legal|disclaimer|cookie|contact|about|accessibility|careers"
        r"|sitemap)"
        r"(?: (?:of|and|&|use|us|service|conditions|policy|notice|statement|settings|sale|terms|privacy|cookies?)|[ "
        r"|·•,/-]+"
        r"(?:terms|privacy|imprint|legal|cookies?|contact|about|help|jobs|careers|advertise|sitemap|accessibility))+$",
        r"(?:imprint|impressum|legal notice|disclaimer|data protection|reuse this content|reprints)$"
        r"|(?:proudly )?powered by [\w .]+$|(?:theme|design|website|site) by [\w .]+$",
        r"(?:.{0,60}\b)?(?:may|must) not be (?:published|reproduced|republished|copied|redistributed)\b",
        r"(?:acquire|purchase|buy|request) (?:licens|reprint)|republish (?:this|our)\b|reprinted with permission\b"
        r"|(?:.{0,60}\b)?is not responsible for the content of external\b",
    ),
    # Takes “Related stories”, “Read more: Ferry stops” and “Most read”; leaves “More than ten boats sank”.
    _rule(
        "related",
        "This leads to other stories.",
        24,
        r"related(?: (?:stories|story|articles?|posts?|content|news|topics|coverage|reading|items|links|tags))?:?$",
        r"(?:read|see|watch|listen|also|related|more|further reading|don't miss|dig deeper|up next|go deeper|opinion)"
        r"(?: (?:also|more|next|read|this|here|on this|now|stor(?:y|ies)|articles?))*\s?(?:[:>»→]|[-–—] ).+$",
        r"more (?:\w+ ){0,2}(?:news|stories|coverage|headlines)$|(?:read |see )?more (?:from|in|on|about|stories"
        r"|news|like this|by|coverage|headlines)\b[\w’'&. -]*$|other stories[\w ]*$",
        r"(?:stories )?you (?:may|might)(?: also)? (?:like|enjoy|have missed|be interested in)\b.*$|(?:must"
        r"|good)[- ]reads?$",
        r"most (?:read|popular|viewed|shared|commented|watched)\b[\w’' ]*$|(?:top|latest|recent|popular|trending"
        r"|other|more|"
        r"recommended|featured|similar) (?:stories|news|posts|articles|headlines|videos|comments|reading|now|topics"
        r"|for you)"
        r"\b[\w’' ]*$|(?:latest|trending|popular|recommended|(?:up next|next up):?|read next|what to read next"
        r"|further reading"
        r"|live now)$",
        r"explore more\b[\w ]*$|similar topics$|(?:our )?editors?'?s?'? (?:picks?|choice)$"
        r"|in case you missed it\b.*$|from (?:around the web|our partners|the web)$",
        r"in other news$|elsewhere on [\w ]+$|also on [\w ]+$|more to (?:read|explore)$|you may have missed$"
        r"|promoted stories$",
    ),
    # Takes “Tags: ferry, Nordo” and “Filed under: news”; leaves “Topics were many”.
    _rule(
        "tags",
        "These are the page's tags.",
        24,
        r"(?:tags?|topics?|filed under|categor(?:y|ies)|keywords|in this (?:article|story)|posted in"
        r"|tagged)(?:\s?:.*|$)",
        r"(?:#\w+[ ,]*)+$",
    ),
    # Takes “About the author” and “Follow her on X”; leaves “About the talks he said nothing”.
    _rule(
        "author",
        "This presents the author, apart from the byline.",
        60,
        r"about the (?:author|writer|reporter|journalist)s?\b.*$|(?:writer|author|profile|user|contributor)(?:'s)? "
        r"(?:picture|photo|avatar|image)",
        r"(?:view|see|read|more)(?: all| more)? (?:posts|articles|stories|from|by)(?: by| from) [\w .’'-]+$"
        r"|[\w.+-]+@[\w.-]+\w$|@\w+$",
        r"(?:you can )?(?:contact|reach|e-?mail) (?:the (?:author|reporter|writer)|[\w .’'-]{3,40} (?:at|on|via) \S*@)",
        r"(?:.{0,160}\. )?(?:follow|e-?mail|contact|reach) (?:him|her|them) (?:on|at|via)\b.{0,60}$",
        r"e-?mail: ?\S+@\S+$|[\w .’'-]{3,40} (?:can be (?:reached|contacted) (?:at|on|via)\b|is on (?:twitter|x)\b"
        r"|(?:tweets|posts)\b.{0,40} @\w)",
    ),
    # Takes “Got a tip?” and “Send us your photos at ...”; leaves “Send help, he wrote”.
    _rule(
        "contact",
        "Here the outlet asks its readers to write or to call.",
        50,
        r"(?:have you )?got a (?:tip|story|news tip|question|photo)\b|do you (?:know more|have (?:a|any|more"
        r"|information|photos))"
        r"\b.{0,160}\b(?:e-?mail|contact|tell us|let us know|get in touch|write to us|call us|send)\b",
        r"send (?:us )?(?:your )?(?:news )?(?:tips|photos|pictures|letters|stories|comments|feedback"
        r"|videos)\b.{0,60}\b(?:to|at|us)\b",
        r"(?:spotted|found|see|noticed) (?:an? )?(?:error|mistake|typo)\b|report (?:an? )?(?:error|mistake|typo"
        r"|correction)\b",
        r"(?:media |press )?contacts?: .{0,100}@",
        r"(?:was this|did you find this) (?:article |story |page )?(?:helpful|useful|interesting)\b|"
        r"(?:get in touch|write to us|call our newsroom|contact our newsroom)\b",
    ),
    # Takes “Video player”, “Watch live” and “0:10 / 2:30”; leaves “Video showed the pier”.
    _rule(
        "player",
        "This belongs to a player or a script of the page.",
        30,
        r"(?:current|remaining) time\b.*$|(?:audio|video|media) (?:player|caption|playback|duration|unavailable"
        r"|loading)\b.*$|loading\W*$|\d+:\d\d ?/ ?\d+:\d\d$",
        r"(?:please )?(?:enable|activate|turn on) javascript\b|javascript (?:is|must|needs)\b|your browser (?:does"
        r"|is|doesn't)\b",
        r"(?:our )?podcasts?\s?:.*$|to (?:view|play|watch) this (?:video|content)\b|this (?:video|content|audio"
        r"|embed) (?:can ?not|is not|isn't|could)\b|"
        r"(?:live )?(?:video|watch|listen|audio) ?(?:[-–—:|]|live:?|now:?)(?: .*[^.])?$"
        r"|listen to this (?:article|story)\b",
    ),
    # Takes “Take our poll” and “View results”; leaves “Online sales rose”.
    _rule(
        "poll",
        "This is a poll or a quiz of the page.",
        20,
        r"(?:take|vote in|answer) (?:our|the|this|part in our) (?:\w+ )?(?:poll|quiz|survey)\b|(?:reader"
        r"|online)s? poll\b|"
        r"cast your vote$|view results$|vote now$",
    ),
)

# An appeal is told by several of these, one of them strong; all speak as the outlet to the reader.
# Takes “our readers”, “tax-deductible” and “your support”; leaves “the readers” and “their support”.
APPEAL = re.compile(
    r"\b(?:our (?:readers|supporters|donors|subscribers|members|journalism|reporting|newsroom|coverage|mission)"
    r"|page views"
    r"|tax[- ](?:exempt|deductible)|reader[- ](?:supported|funded)|(?:become|be|as) an? (?:paying )?(?:member"
    r"|subscriber|supporter|patron)"
    r"|(?:monthly|one-off|one-time) (?:gift|contribution|donation)|make an? (?:gift|donation|contribution)"
    r"|your (?:support|gift|"
    r"contribution|donation|generosity|subscription)|(?:independent|quality|local|fearless|public[- ]interest"
    r"|nonprofit|trusted) "
    r"(?:journalism|news|reporting|analysis)|please (?:consider|support|give)|support(?:ing)? (?:us"
    r"|our (?:journalism|work|reporting|newsroom))"
    r"|as little as|(?:you will|please) consider|unlimited access|paywall|free articles?|readers (?:like you"
    r"|looking for)|small newsroom)\b"
)
# Takes “donate”, “help us” and “we rely”; leaves “helped them” and “they rely”.
APPEAL_TOO = re.compile(
    r"\b(?:donat(?:e|ions?)|contributions?|subscribe|subscription|giving|chip in|help us|join us|go-to for|our work"
    r"|to continue reading"
    r"|we (?:hope|need|ask|rely|depend|can't|cannot|are able|believe)|if you (?:like|enjoy|value|appreciate|believe"
    r"|can)|please enjoy)\b"
)
# Takes “cookies ... settings” and “accept ... cookies”; leaves a recipe's “cookies”.
COOKIES = re.compile(
    r"(?:^|\s)cookies?\b.{0,200}\b(?:accept|consent|settings|browser|experience|web ?site|policy|third part(?:y|ies)"
    r"|preferences|party)\b"
    r"|\b(?:accept|consent|settings|browser|experience|web ?site|policy|third part(?:y|ies)|preferences"
    r"|manage)\b.{0,200}\bcookies?\b"
)
# Articles speak of “them”; an outlet's own lines speak as “we” to “you”.
SPOKEN_TO = re.compile(r"\b(?:our|we|us|you|your|subscribers|members)\b")
