"""The closed word classes of English that turn a statement: negation, hedges, modals, quantifiers, saying and opinion.

The lists follow the classes of Quirk et al., A Comprehensive Grammar of the English Language (1985), chapters 2 and 8,
and the speculation cues of the BioScope corpus (Vincze et al. 2008), written anew here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from leica_kb.model import Scope

NEGATORS: Final = frozenset(
    "not n't n’t never no none nobody nothing neither nor without cannot hardly scarcely nowhere".split()
)
"""Words that deny what they govern."""

NEGATIVE_VERBS: Final = frozenset("deny refuse decline fail refute rule_out stop cease quit abandon".split())
"""Lemmas that deny their complement."""

HEDGE_ADVERBS: Final = frozenset(
    "probably possibly perhaps maybe likely presumably apparently reportedly allegedly supposedly seemingly "
    "conceivably potentially purportedly rumoredly rumouredly arguably".split()
)
HEARSAY_ADVERBS: Final = frozenset("reportedly allegedly supposedly purportedly rumoredly rumouredly".split())
"""Those of them that hand on what others say."""
HEDGE_ADJECTIVES: Final = frozenset("likely unlikely possible probable conceivable plausible rumored rumoured".split())
HEDGE_NOUNS: Final = frozenset(
    "rumor rumour rumors rumours speculation guess guesswork conjecture possibility chance likelihood probability "
    "suspicion hunch prospect".split()
)
HEDGE_VERBS: Final = frozenset("seem appear suspect speculate guess suppose presume assume rumor rumour".split())
HEARSAY_VERBS: Final = frozenset(
    "say believe think report repute rumor rumour understand suppose allege assume whisper hear".split()
)
"""Lemmas that in the passive hand on what unnamed people say: is said to be."""
POSSIBILITY_MODALS: Final = frozenset("may might could".split())
FUTURE_MODALS: Final = frozenset("will shall 'll ’ll wo".split())
CONDITIONAL_MODALS: Final = frozenset("would should 'd ’d".split())

INTENTION_VERBS: Final = frozenset(
    "plan intend aim promise pledge commit vow want hope propose mull consider decide prepare seek agree".split()
)
BOUND_TO: Final = frozenset("bound poised destined sure certain".split())
"""Words that foretell what follows them with «to»."""
SET_TO: Final = frozenset("set slated due scheduled going".split())
"""Words that announce what follows them with «to»."""
PREDICTION_VERBS: Final = frozenset("expect predict forecast anticipate believe foresee project estimate".split())
OPINION_VERBS: Final = frozenset("think feel find consider regard reckon love hate like prefer admire praise".split())

JUDGING_VERBS: Final = frozenset("find consider deem rate judge think call regard view describe".split())
"""Lemmas whose subject judges their object: «finds it too heavy»."""

SAYING_VERBS: Final = frozenset(
    "say tell explain note add continue claim state report announce confirm reveal mention write argue believe think "
    "insist admit acknowledge declare comment remark suggest stress emphasize emphasise point describe recall reply "
    "respond answer observe joke warn predict promise maintain assert disclose share dish according quote deny "
    "complain lament boast concede contend allege recount caution".split()
)
"""Lemmas whose subject is the speaker of their complement."""
SPEECH_VERBS: Final = frozenset(
    "say tell explain note add claim state announce confirm write argue insist admit acknowledge declare comment "
    "remark recall reply respond answer joke warn promise assert deny complain lament concede contend allege".split()
)
"""Of these the ones by which a common noun speaks, too: «the shopkeeper said», but not «the name suggests»."""

QUANTIFIERS: Final[Mapping[str, Scope]] = {
    "all": "all",
    "every": "all",
    "each": "all",
    "any": "all",
    "both": "all",
    "entire": "all",
    "whole": "all",
    "most": "most",
    "majority": "most",
    "many": "many",
    "numerous": "many",
    "plenty": "some",
    "some": "some",
    "several": "some",
    "certain": "some",
    "few": "some",
    "various": "some",
    "only": "only",
    "no": "none",
    "none": "none",
    "neither": "none",
}
"""Determiners and the share of the class that they speak of."""

NEARLY: Final = frozenset("nearly almost virtually practically".split())
"""Adverbs that make most of all."""

FRACTIONS: Final = frozenset("half third quarter fifth tenth percent % rest handful dozen dozens".split())
"""Nouns that with an of-phrase speak of a part of what it names."""

PARTITIVES: Final = frozenset(
    "range line series family number variety lineup selection set kind type pair couple copy example specimen".split()
)
"""Nouns that only measure out what their of-phrase names."""

SUPERLATIVE_RANKS: Final[Mapping[str, int]] = {
    "largest": 1,
    "biggest": 1,
    "greatest": 1,
    "top": 1,
    "leading": 1,
    "main": 1,
    "strongest": 1,
    "most important": 1,
    "number one": 1,
}
"""Words that name the first place of a ranking."""

ORDINALS: Final[Mapping[str, int]] = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}

WISHING_VERBS: Final = frozenset("wish hope suppose imagine dream pretend".split())
"""Lemmas whose complement is wished or imagined, not stated."""
DOUBTING_VERBS: Final = frozenset("doubt question dispute contest".split())
"""Lemmas whose complement is not stated, unless they are denied: «nobody disputes that …»."""
FACTIVE_VERBS: Final = frozenset(
    "know forget remember realise realize regret resent notice overlook ignore discover appreciate learn mind "
    "pick".split()
)
"""Lemmas whose complement holds, whether they are denied or not: «few know that …»."""
FACTIVE_ADJECTIVES: Final = frozenset(
    "aware unaware glad sorry proud happy unhappy sad surprised ashamed angry pity shame secret fact surprise".split()
)
"""Adjectives and nouns whose that-clause holds, whatever is said of it: «it is no secret that …»."""
UNTRUE: Final = frozenset(
    "false untrue wrong incorrect mistaken nonsense myth legend misconception fallacy lie error fiction hoax".split()
)
"""Adjectives and nouns that deny the that-clause they judge."""
WRONGLY: Final = frozenset("wrongly mistakenly falsely erroneously incorrectly".split())
"""Adverbs by which the author denies what others say or believe."""

OFFICES: Final = frozenset(
    "deputy ceo cfo cto coo cio vp svp evp president chairman chairwoman chairperson chair founder co-founder "
    "cofounder director chief executive officer senior vice manager managing partner head owner co-owner secretary "
    "treasurer principal general editor engineer mr mrs ms dr prof sir member governor minister professor".split()
)
"""Words of office and address: written with a capital they are still no names."""

KIN: Final = frozenset(
    "husband wife widow widower daughter son brother sister father mother cousin nephew niece uncle aunt grandson "
    "granddaughter grandfather grandmother stepson stepdaughter sister-in-law brother-in-law son-in-law "
    "daughter-in-law father-in-law".split()
)
"""Nouns of kinship."""

_PERSONS: Final = re.compile(
    r"(?:grapher|ician|preneur|(?<!qu)ist|(?:sales|business|sports|crafts|spokes|dutch|english|french|irish|scots)(?:wo)?man)s?$"
)
_PERSON_EPITHETS: Final = frozenset(
    "designer inventor luthier architect physicist chemist scientist machinist mechanic industrialist brothers sisters "
    "siblings twins expert veteran journalist reviewer author writer artist illustrator sculptor painter guitarist "
    "drummer bassist cyclist critic analyst blogger youtuber user reader customer collector enthusiast investor banker "
    "lawyer teacher student graduate colleague friend apprentice employee composer actor actress researcher programmer "
    "creator collaborator spokesperson astronaut historian filmmaker".split()
)
_FIRM_EPITHETS: Final = frozenset(
    "rival competitor newcomer startup start-up upstart manufacturer producer distributor importer exporter retailer "
    "publisher developer supplier builder seller dealer reseller wholesaler subsidiary affiliate licensee conglomerate "
    "specialist successor predecessor".split()
)


def is_epithet(word: str, *, of_firm: bool = False) -> bool:
    """Whether a noun is one that stands before a name and says who or what it is: «Designer Anna Berg»."""
    last = word.lower().rsplit("-", 1)[-1]
    if last in _FIRM_EPITHETS or last.endswith(("maker", "makers")):
        return True
    return not of_firm and is_persons_epithet(last)


def is_persons_epithet(word: str) -> bool:
    """Whether a noun before a name says that it is a person's: «engineer Anna Berg»."""
    return word in OFFICES or word in _PERSON_EPITHETS or _PERSONS.search(word) is not None


EVALUATIVE: Final = frozenset(
    "good great best better bad worse worst excellent superb brilliant beautiful ugly amazing interesting exciting "
    "impressive disappointing superior inferior iconic legendary perfect lovely fantastic terrible awful poor "
    "wonderful stunning overpriced fiasco masterpiece disaster joy gem treasured special boring remarkable "
    "outstanding exceptional gorgeous mediocre nice cheap expensive pleasant annoying".split()
)
"""Adjectives and nouns whose use as a predicate is a value judgement."""

_AGENTIVE: Final = re.compile(r"(?:er|or|ist|ian|man|woman|people|ee|ic|ant|keeper|smith|wright)s?$")
_PEOPLE: Final = frozenset(
    "analyst pundit critic "
    "boss chief clerk expert executive representative official veteran colleague friend guide guard staff source "
    "folk local fan neighbour neighbor men women kid guest host wife husband widow daughter son brother sister heir "
    "insider authority professor crew pilot apprentice agent student recruit".split()
)
_NO_PEOPLE: Final = frozenset(
    "paper newspaper letter sticker poster number register newsletter folder banner disclaimer trailer order offer "
    "matter computer printer filter counter power paperwork error mirror monitor sensor motor factor tutorial "
    "music logic topic statistic graphic".split()
)


def is_person_noun(noun: str) -> bool:
    """Whether a common noun means somebody, told by how nouns for people end and by the ones that end otherwise."""
    last = noun.rsplit("-", 1)[-1]
    if last in _NO_PEOPLE or last.removesuffix("s") in _NO_PEOPLE:
        return False
    return last in _PEOPLE or last.removesuffix("s") in _PEOPLE or last in OFFICES or _AGENTIVE.search(last) is not None


OWNERS: Final = frozenset("its their his her".split())
"""Possessives that stand for a thing or a person named before."""
