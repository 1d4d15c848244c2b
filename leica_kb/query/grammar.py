"""The English of questions: words that ask, words that add nothing to be found, ranks, and verbs of saying."""

from __future__ import annotations

from typing import Final

from leica_kb.index.words import stem


def _stems(words: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words.split())


FILLERS: Final = frozenset(
    """
    a an the this that these those there here it its itself they them their theirs he him his she her we us our
    you your i me my one ones some any each every all both either neither other others another such same much
    many more most less least few several lot lots bit is are was were be been being am do does did doing done
    have has had having can could will would shall should may might must ought need needs gonna wanna going get
    gets got getting gotten let lets used use uses using of in on at by to for from with within into onto over
    under up down out off about around between among amongst against through during since till as than like per
    via upon across along near and or but nor if then else so because though although while whether not no yes
    only just also too even still yet already ever never always often sometimes usually again now today
    currently nowadays presently recently lately soon later once really actually exactly precisely basically
    generally roughly approximately approx probably maybe perhaps possibly certainly definitely apparently
    supposedly officially originally initially finally eventually specifically particular particularly
    especially quite very rather pretty almost nearly simply truly indeed please pls plz tell show give know
    find explain describe say says said according info information details detail question answer fact facts
    true truth false correct right wonder wondering hi hello hey thanks thank ok okay well anyway etc eg ie vs
    versus kind sort type thing things stuff something someone somebody anyone anybody anything whole entire
    entirely full fully different certain current various name names named called known exact precise actual
    typical typically common commonly normal normally happen happens happened seem seems mean means meant
    concern concerning regarding re terms case way ways time due supposed set able likely expected intend
    intends want wants try tries keep keeps what which who whom whose where when why how whats wheres whos hows
    whens im ive dont doesnt isnt arent wont cant ai s t d ll ve new latest total overall ago long far nearby
    apart back away
    future moment anymore these days possible confirm confirmed reported majority partly guys folks somewhere
    everything everyone everybody enumerate
    """.split()
)
"""Words that no claim need account for."""

FILLER_STEMS: Final = frozenset(stem(word) for word in FILLERS)

SOURCE_NOUNS: Final = frozenset(
    "blog article interview post story report source page website site piece text author writer".split()
)
"""Nouns by which a question speaks of the articles themselves."""
SOURCE_CUES: Final = frozenset("according per in by from".split())

GLUE: Final = frozenset("a an the of in on at by to for from with and or is are was were be as its it s".split())
"""Words that are never more than glue, even inside a name."""

NEGATIONS: Final = frozenset({"not", "never", "no", "isnt", "arent", "doesnt", "dont", "wont", "cant"})
WH: Final = frozenset("who whom whose where when why how what which".split())
AUXILIARIES: Final = frozenset(
    "is are was were am do does did has have had can could will would shall should may might must isnt arent wasnt "
    "doesnt didnt dont wont cant hasnt havent ain".split()
)
TYPOS: Final = {
    "wich": "which",
    "whcih": "which",
    "witch": "which",
    "wat": "what",
    "waht": "what",
    "whta": "what",
    "wht": "what",
    "whats": "what",
    "wher": "where",
    "wehre": "where",
    "wheres": "where",
    "whos": "who",
    "hows": "how",
    "hwo": "how",
    "whens": "when",
    "wen": "when",
    "whne": "when",
    "teh": "the",
    "hte": "the",
    "thier": "their",
    "theyre": "they",
    "dose": "does",
    "deos": "does",
    "isnt": "is",
    "arent": "are",
    "doesnt": "does",
    "dont": "do",
    "wont": "will",
    "nu": "new",
    "yr": "year",
    "yrs": "years",
    "min": "minute",
    "mins": "minutes",
    "hr": "hour",
    "hrs": "hours",
    "yuo": "you",
    "adn": "and",
    "fro": "for",
    "form": "from",
    "abuot": "about",
    "wether": "whether",
    "u": "you",
    "r": "are",
    "ur": "your",
    "hw": "how",
    "wil": "will",
    "wll": "will",
    "woud": "would",
    "wuz": "was",
    "ware": "where",
    "thru": "through",
    "whos's": "who",
}
"""Common slips in the words that carry a question, which are too short for a distance to tell."""

_TENS: Final = (
    ("one", "first"),
    ("two", "second"),
    ("three", "third"),
    ("four", "fourth"),
    ("five", "fifth"),
    ("six", "sixth"),
    ("seven", "seventh"),
    ("eight", "eighth"),
    ("nine", "ninth"),
    ("ten", "tenth"),
)
NUMBERS: Final = {number: at for at, (number, _) in enumerate(_TENS, 1)}
QUESTION_WORDS: Final = tuple("who what when where which why how long from with does have the are".split())
"""What a short unknown word may be a slip for."""
ORDINALS: Final = {
    **{ordinal: at for at, (_, ordinal) in enumerate(_TENS, 1)},
    **{f"{at}{'st' if at == 1 else 'nd' if at == 2 else 'rd' if at == 3 else 'th'}": at for at in range(1, 11)},
}
SUPERLATIVES: Final = frozenset("biggest largest greatest top main leading primary strongest foremost".split())
"""Words that ask for rank 1 where nothing counts beside them."""
RANK_NOUNS: Final = _stems("rank position place spot number ranking")

SAYING: Final = _stems(
    "say think believe claim state tell mention explain note opinion view comment feel predict expect reckon consider "
    "judge argue admit announce report describe call rate praise criticise suggest"
)
"""Verbs and nouns of saying: with a person beside them they ask what that person said."""
"""Kept as stems."""

HEDGES: Final = _stems(
    "probably likely perhaps might forecast predict prediction expect rumour rumor speculate speculation future"
)
"""Words that ask for what is foreseen or supposed rather than for what is."""

CAUSES: Final = _stems("because since so due reason therefore thus hence cause result thanks owing why")
"""Words that tell why; a claim without one, in its words or beside them, gives no reason."""

ENDING: Final = _stems("abandon drop ditch stop discontinue cease quit cancel scrap")
"""Verbs by which a thing comes to an end: to be asked whether it does is to be asked whether it will not be."""
ENDING_PHRASES: Final = (
    ("give", "up"),
    ("mov", "away"),
    ("phas", "out"),
    ("get", "rid"),
    ("do", "away"),
    ("mak", "end"),
)
"""The same in two words, as stems."""
UNTRUE: Final = frozenset({"false", "wrong", "untrue", "incorrect", "myth", "lie"})
"""Is it *false* that: the answer turns round."""

NOW: Final = frozenset("now today currently nowadays presently current still moment".split())
"""Words that ask how things are at present."""

EXCEPTING: Final = tuple(
    tuple(phrase.split())
    for phrase in ("if not", "other than", "besides", "apart from", "except", "except for", "excluding", "aside from")
)
"""Words in front of a name that is not wanted: *who besides Leica*."""

EVERY: Final = frozenset({"all", "every", "everything", "everyone", "everybody", "each"})
LISTING: Final = frozenset({"list", "enumerate", "show", "name", "give"})
"""Verbs that ask for a list where they stand in front."""
AGENTS: Final = frozenset(
    "founder owner maker manufacturer supplier producer provider designer developer buyer acquirer inventor".split()
)
"""Nouns for who does it; in a phrase without a question word they ask who."""

SPEAKERS: Final = _stems("commenter reader commentator")
"""Nouns for people that a source lets speak without naming them."""

KNOWING: Final = frozenset(
    "know known clear sure certain stated said told tell say clue idea announced unknown unclear".split()
)
"""Words before a question word that only ask whether the answer is known."""
ACTORS: Final = ("company", "person", "publication")
