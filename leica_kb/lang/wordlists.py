"""Small closed lists that tell a protected word from an ordinary one: calendar, quantity, degree and function words."""

from __future__ import annotations

from typing import Final

from leica_kb.lang.given_names import GIVEN_NAMES
from leica_kb.lang.tokens import fold

MONTHS: Final = (
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec"
).split()
DAYS: Final = "monday tuesday wednesday thursday friday saturday sunday".split()
AMOUNTS: Final = frozenset(
    "half halves quarter quarters third thirds twice thrice once double doubled triple tripled quadruple "
    "dozen dozens hundred hundreds thousand thousands million millions billion billions trillion "
    "trillions single pair couple sixteen seventeen eighteen nineteen eleventh twelfth thirteenth "
    "fifteenth twentieth hundredth".split()
)
"""Words of number beside the numerals."""
DEGREES: Final = frozenset(
    "more less fewer least almost nearly about around roughly approximately exactly over under above "
    "below always usually often sometimes rarely seldom mostly mainly largely partly entirely completely "
    "fully solely exclusively except little much lot lots everyone everything anyone anything someone "
    "something everybody anybody somebody".split()
)
"""Words that widen or narrow how much is meant, beside the determiners."""
DENIALS: Final = frozenset(
    "nor non false falsely untrue wrong wrongly incorrect barely lack lacks lacked lacking fail fails "
    "failed failing deny denies denied denying refuse refuses refused refusing stop stops stopped cease "
    "ceases ceased decline declined declines reject rejects rejected avoid avoids avoided cancel cancels "
    "cancelled canceled unsuccessful excluding unlike instead isn aren wasn weren don doesn didn won "
    "wouldn couldn shouldn can't hasn haven hadn mustn".split()
)
"""Words that deny, beside the negators proper."""
OBLIGATIONS: Final = frozenset("must can ought need needs should shall".split())
"""Modals of duty and ability."""
FUNCTION_WORDS: Final = frozenset(
    "a an the this that these those it its he she they we i you his her their our my your him them us me "
    "who whom whose which what when where why how and or but if because although though while whilst as at by "
    "for from in into of off on onto out since than then there to until upon with within without is are "
    "was were be been being am has have had having do does did done not no so such very too also however "
    "moreover therefore thus after before during between through against under over again further once "
    "here both each few more most other some only own same just now".split()
)
"""Words whose capital at a sentence's start makes no name of them."""
SHARED_WORDS: Final = frozenset(
    "new old first general national international united royal great global north south east west northern southern "
    "eastern western central european american asian african nordic federal public saint san los las".split()
)
"""First words that many companies share."""
STATE_CODES: Final = frozenset(
    "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA "
    "RI SC SD TN TX UT VT VA WA WV WI WY DC AB BC MB NB NL NS ON PE QC SK".split()
)
"""The letters of the states and provinces of North America, as they stand behind a town."""


def may_stand_alone(word: str) -> bool:
    """Whether a firm's first word may mean the firm: not short, not shared by many firms, nobody's given name."""
    plain = fold(word)
    return len(plain) > 3 and plain not in SHARED_WORDS and plain not in GIVEN_NAMES
