"""The vocabulary of site boilerplate: shapes of lines that pages of any kind address to their visitors."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from leica_kb.corpus.vocabulary import WHEN

_PLACES: Final = (
    r"(?:facebook|twitter|linkedin|pinterest|reddit|whats ?app|telegram|instagram|you ?tube|tumblr|flipboard|e-?mail"
    r"|sms|copy link|print|messenger|mastodon|bluesky|threads|tiktok|rss|pocket|hacker news|google\+?|x\.com)"
)
_COUNTED: Final = (
    r"(?:views?|shares?|likes?|reads|visits?|visitors?|followers|subscribers|claps|upvotes|points|replies"
    r"|reactions|votes?|ratings?|hits|downloads|retweets|hearts)"
)

WHOLE: Final[Mapping[str, Sequence[str]]] = {
    "buttons": (
        (
            r"(?:(?:like|dislike|share|tweet|pin|save|reply|quote|report|flag|edit|delete|permalink|helpful|upvote"
            r"|downvote)\b\W*)+"
        ),
        "follow|subscribe|register|print|close|menu|main menu|search|home|next|prev(?:ious)?|back|more|less|sign up",
        "log ?in|sign in|log ?out|verified (?:purchase|buyer|owner)|accept(?: all)?|reject(?: all)?",
        "got it|ok|dismiss|submit|send|play|embed|view gallery",
    ),
    "places": (rf"(?:{_PLACES}(?![\w-])\s*[0-9,.k]*[\s|/,·•&+]*)+",),
    "pages": (
        "news|opinion|blog|newsroom|press releases?|breaking news|exclusive",
        r"track ?backs?|ping ?backs?|sharing is caring\W*",
        "contents|table of contents|in this article|about us|contact us|contact|advertise(?: with us)?",
        "skip to (?:main )?content",
        r"page [0-9]+(?: of [0-9]+)?|[0-9]+ ?(?:/|of) ?[0-9]+|image [0-9]+ of [0-9]+|back to (?:top|home|the top)",
        r"(?:toggle )?navigation|site ?map|jobs|careers|imprint|impressum",
        r"(?:home|start(?:page)?|news|forums?)\s*[>»›/|].*|[^.!?>»›]{1,40}(?:\s[>»›]\s[^.!?>»›]{1,40}){2,}",
    ),
    "adverts": ("advertisements?|ads?|sponsored(?: (?:content|posts?|links?))?|promoted|partner content|paid content",),
    "times": (WHEN, r"(?:reading time:? )?(?:about )?[0-9]+[- ]min(?:ute)?s?\.?(?: read(?:ing time)?)?"),
    "counters": (
        rf"\(?(?:[0-9][0-9.,]*[km]?|no) {_COUNTED}\)?(?:[\s,|·•]+[0-9][0-9.,]*[km]? {_COUNTED})*",
        r"\(?(?:visited|viewed|read|shared|downloaded) [0-9][0-9.,]* times.*",
        rf"(?:total |page |post )?(?:{_COUNTED}|posts|messages): ?[0-9][0-9.,km]*",
        "(?:joined|registered|member since):? .{0,30}",
    ),
    "addresses": (r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+", r"(?:#[\w-]+[\s,]*)+"),
    "stars": (
        r"(?:[0-9] ?stars?\s*){2,}.*|\(?no ratings(?: yet)?\)?",
        r"[0-9.]+ ?(?:/|out of) ?[0-9]+(?: stars)?(?: ?\([0-9,]+ (?:votes?|ratings?|reviews?)\))?",
    ),
    "press release": (r"(?:for )?immediate release.*|[-–—\s]+ends?[-–—\s]+|ends",),
    "form": (
        r"(?:your )?(?:name|e-?mail|email address|website|comment|message)(?: \(?(?:required|optional)\)?)?\s*\*?",
        r"cancel reply|load more(?: .{0,20})?|show more(?: .{0,20})?|sort by:? .{0,30}|newest first|oldest first",
    ),
    "policies": (
        (
            r"(?:(?:(?:privacy|cookie) (?:policy|notice|settings|preferences|statement)|cookies|about|contact"
            r"|terms (?:of (?:use|service)|(?:and|&) conditions))\b[\s|·•,&]*)+"
        ),
    ),
}
"""Lines that consist of nothing else."""

STARTS: Final[Mapping[str, tuple[int, Sequence[str]]]] = {
    "share": (
        16,
        (
            (
                r"(?:please )?(?:share|tweet|pin|e-?mail|print|bookmark|like|follow)\s+"
                rf"(?:this|it|us|me|on|via|@\w+|{_PLACES}|.{{1,40}} on {_PLACES})\b"
            ),
        ),
    ),
    "please": (
        25,
        (
            (
                r"(?=.{0,200}\b(?:please|consider|don['’]t forget|if you (?:['’]ve |have )?(?:enjoyed|liked|found))\b)"
                r"(?=.{0,200}\b(?:shar(?:e|ing)|subscrib(?:e|ing)|follow(?:ing)? us|lik(?:e|ing) (?:it"
                r"|this|us)|donat(?:e|ing)"
                r"|support(?:ing)? (?:us|our|me))\b)"
                r"(?=.{0,200}\b(?:it|this|us|me|article|post|channel|page|blog|site|friends)\b)"
            ),
        ),
    ),
    "related": (
        20,
        (
            (
                r"(?:read (?:more|next|also|the (?:full|rest|original))|also read|see also|up next"
                r"|(?:continue|keep) reading"
                r"|more (?:on this|like this|stories|articles|posts)|more from (?:this|our|the) \w+"
                r"|(?:older|newer) posts?"
                r"|related(?: (?:articles?|posts?|stor(?:y|ies)|content|reading|topics?|links?|news|coverage))?"
                r"|you (?:might|may)(?: also)? (?:like|enjoy|be interested)|recommended(?: for you| \w+)?"
                r"|(?:next|previous|prev) (?:article|post|story|page)|trending(?: now| \w+)?|don['’]t miss"
                r"|most (?:popular|read|viewed|shared)|popular (?:posts|now|articles)|latest (?:news|posts"
                r"|articles|stories)"
                r"|editor['’]?s['’]? picks?|from (?:our|the) (?:archives?|partners)|click to (?:read|share|tweet))"
                r"(?:\s*[:»›→|…].*|\s+(?:on|in|at|about|here)\b.*|\.{0,3}\s*$)"
            ),
        ),
    ),
    "tags": (
        40,
        (
            (
                r"(?:tags?|tagged(?: (?:with|as))?|filed (?:under|in)|categor(?:y|ies)|posted in|topics?"
                r"|labels?|keywords?)\s*[:：]"
            ),
            r"(?:filed under|posted in|tagged(?: with)?) .{1,80}$",
        ),
    ),
    "posted": (
        16,
        (
            (
                r"(?:(?:first |originally |last )?(?:posted|published|updated|modified|edited|reviewed)|created|date"
                rf"|last update)\b[^.!?]{{0,60}}\b{WHEN}.{{0,30}}$"
            ),
            r"posted by:? .{1,40}$|(?:published|updated|posted|date):",
        ),
    ),
    "newsletter": (
        45,
        (
            r"(?:please )?(?:subscribe (?:to|now|here|for|today)|sign[- ]up (?:for|to|now|here|today))",
            r"join (?:our|the (?:news|mail|discussion|conversation)|over|more than|[0-9])",
            r"get .{1,80}\b(?:inbox|newsletter|e-?mail)|enter your e-?mail|never miss|unlock\b|start your free|no spam",
            r"stay (?:informed|up[- ]to[- ]date|in the loop|tuned|connected)\b|become a (?:member|subscriber|patron)",
            r"register (?:now|here|today|for free)|(?:log|sign)[- ]?in (?:to|with|or)|already a (?:member|subscriber)",
            r"(?:you can )?unsubscribe|we (?:will never|won['’]t|don['’]t) (?:spam|share your)|follow (?:our|my) ",
            r"thanks? (?:you )?for (?:subscribing|signing up|your (?:rating|vote|submission))",
            r".{0,120}\b(?:your e-?mail(?: address)?|our (?:free |weekly |daily )*newsletter)\b",
        ),
    ),
    "cookies": (
        120,
        (
            r".{0,80}\b(?:(?:we|(?:this|our|the) (?:web)?site|partners) uses? cookies|use of cookies)\b",
            (
                r"(?:accept|reject|manage|allow|decline) (?:all |optional |necessary |your )*"
                r"(?:cookies|preferences|consent|settings)\b"
            ),
            (
                r"by (?:continuing|using|browsing|clicking|subscribing|signing)\b.{0,160}\b(?:agree|consent"
                r"|accept|cookies|terms)\b"
            ),
            r"we (?:value|respect) your privacy|(?:do not|don['’]t) sell my",
            r"manage (?:my )?(?:preferences|options|choices)",
        ),
    ),
    "comment form": (
        30,
        (
            r"(?:submit|post|leave|add|write) (?:a|your|the) (?:comment|reply|review|response)|required fields",
            r"save my name",
            r"notify me|logged in as|you must (?:be|log) (?:logged )?in|(?:please )?(?:log|sign) ?in to",
            r"report (?:abuse|comment|post)|this site uses akismet|comments (?:are|have been) (?:closed|off|disabled)",
            r"be the first to|no comments(?: yet)?\W*$|view (?:all )?[0-9]* ?(?:comments|replies)|reply to ",
            r"in reply to ",
            r"html tags|join the (?:discussion|conversation)",
        ),
    ),
    "ratings": (
        25,
        (
            r"(?:user|reader|visitor|average|community)s?['’]? (?:ratings?|scores?|reviews?)\b\s*[:：(]|rate this",
            r"loading\s*(?:\.{2,}|…)|click (?:on )?(?:a|the) stars?|\(?[0-9,]+ votes?,? average",
            r"was this .{0,20}helpful",
            r"[0-9,]+ (?:of [0-9,]+ )?people found",
        ),
    ),
    "captcha": (
        90,
        (
            r".{0,100}\b(?:re)?captcha\b|.{0,40}\bnot a robot\b",
            r"(?:please )?(?:verify|confirm|prove) (?:that )?you(?:['’]re| are)\b",
        ),
    ),
    "rights": (
        60,
        (
            r"(?:©|\(c\)) ?(?:copyright )?[0-9]{4}|copyright (?:©|\(c\)|[0-9]{4}|by)|.{0,100}\ball rights reserved\b",
            "powered by ",
            r"theme by ",
            r".{0,120}\b(?:affiliate links?|earn (?:a |an )?(?:small )?(?:affiliate )?commission)\b",
        ),
    ),
    "go there": (
        30,
        (
            r".{0,120}\bclick (?:here|below|on the link|the link|this link)\b",
            r"(?:learn|find out) more(?: (?:at|here|about)\b|\W*$)|visit (?:our|us)\b|check out our ",
            r"open in (?:the )?app",
            r"(?:buy|order|shop|pre-?order|book|donate)(?: it| yours| them)? (?:now|here|today)\b",
            r"for (?:more|further|additional) information,? (?:please )?(?:visit|contact|see|call|go)",
            r"download (?:the |our )?(?:pdf|app|brochure|press kit)|scroll (?:down|to continue)",
            r"(?:article|story) continues",
            r"listen to this (?:article|story)|view this post|watch (?:now|the (?:full )?video)\b",
            r"(?:please )?(?:enable|turn on) javascript|your browser (?:does not|is) ",
        ),
    ),
    "press contact": (
        25,
        (
            r"(?:media|press|investor(?: relations)?|pr)\s+(?:contacts?|enquiries|inquiries|office)\b",
            r"contacts?\s*:|e-?mails?\s*:",
            r"(?:tel|phone|telephone|fax|mobile)\b\.?\s*[.:]|source:? (?:prnewswire|business wire|globe newswire)",
        ),
    ),
}
"""Lines of at most so many words that begin so; the limit keeps prose about cookies and newsletters out."""
