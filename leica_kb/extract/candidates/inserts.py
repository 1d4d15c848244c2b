"""Inserts: what stands between commas or dashes in the midst of a clause, cut before the parse and hung back after."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from leica_kb.extract.parsing.mention import Mention
from leica_kb.lang.cues import HEDGE_ADVERBS, HEDGE_NOUNS, SAYING_VERBS
from leica_kb.model import Span

_JOINED: Final = re.compile(r"\b(?:and|or|but|but also|so|neither|nor)(?P<cut>, (?P<in>\w[^,;:()\n]*), )(?=\S)")
"""«made lenses and, after the war, cameras»: behind a conjunction and a comma nothing else can stand."""
_DASHED: Final = re.compile(r"(?<=\S)(?P<cut> [–—-] (?P<in>\w[^–—;:()\n]*?) [–—-] |—(?P<tight>\w[^–—;:()\n]*)—)(?=\S)")
_ADVERBIAL: Final = re.compile(
    r"(?P<cut>, (?P<in>(?:after|before|since|until|during|despite|without|besides|under|over|through|throughout|among|"
    r"along with|like|unlike|towards?|apart|aside|instead of|rather than|because of|thanks to|due to|owing to|at least|"
    r"at most|at first|at last|in part|in fact|in effect|in turn|in spite|in those|in these|in many|in most|for most|"
    r"for all|for a|for some|for the most|for reasons|for want|for lack|of course|much to|more or less|most of them|"
    r"(?:all|some|none|many|both|each) of them|with (?:no|few|little|some|many|only)|"
    r"as (?:it|he|she|they|we|you|I|everybody|everyone|anybody|the|his|her|its|their|so|most|many|some)|"
    r"if (?:only|ever|not|at all|I|you|we)|so far as|as far as|albeit|even if)\b(?! wh)[^,;:()\n]+),)(?= (?!wh)\S)",
)
"""An adverbial between commas; it is cut where no name and no value stands in it."""
_NAMING: Final = re.compile(r"\b(?!I\b)[A-Z]")
_GLOSSED: Final = re.compile(
    r"(?<=\w)(?P<cut>, (?P<in>(?:the|an?|its|his|her|their|now|then|once|formerly)\b[^,;:()\n]+),)"
    r"(?= (?:in|at|by|for|from|on|since|to)\b)"
)
"""«and Rollei, the youngest of the three, in 1920»: a gloss that keeps a name from its phrase."""
_COMPARED: Final = re.compile(
    r"(?P<cut>, (?P<in>(?:unlike|like|as opposed to|compared (?:with|to)|in contrast to|besides|apart from)\b"
    r"[^,;:()\n]+),)(?= (?!wh)\S)"
)
"""«builds, unlike Canon, its cameras in Thailand»: what is compared is no item of a list, whatever names it has."""
_HEDGED: Final = re.compile(
    r"(?P<cut>, (?P<in>(?:it (?:seems|appears|would (?:seem|appear))|(?:I|we) (?:think|believe|suspect|guess|suppose|"
    r"presume|gather|understand)|one (?:suspects|supposes|presumes|gathers))),)(?= \S)"
)
"""«Orlik, it seems, makes the lens»: how sure the clause around it is."""
_FRONTED: Final = re.compile(
    r"(?:In|At|On|By|After|Before|Since|Until|During|From|For|With|As|When|While|Although|Though|If|Because|Under|To|Of|"
    r"Among|Like|Unlike|Despite|Besides|Having|Founded|Based|Born)\b"
)
_HEDGING: Final = frozenset(
    f
    for word in SAYING_VERBS | HEDGE_ADVERBS | HEDGE_NOUNS | {"according", "if", "unless", "whether", "not", "never"}
    for f in (word, f"{word}s", f"{word}ed")
) | {"said", "told", "thought"}
"""Words by which an insert says how sure only what follows is: «lenses and, some say, cameras» stays as it is."""
_LONGEST: Final = 16
"""Words of an insert: what is longer is more likely a clause of the sentence."""


def find_inserts(text: str, span: Span, mentions: Sequence[Mention]) -> tuple[Span, ...]:
    """The spans to be cut from a sentence, their commas or dashes with them, in order."""
    found: list[Span] = []
    for cut, plain in _candidates(text, span):
        crossed = any(m.span.meets(cut) and not cut.holds(m.span) for m in mentions)
        named = plain and (any(cut.holds(m.span) for m in mentions) or _NAMING.search(cut.of(text)) is not None)
        if not crossed and not named and not any(cut.meets(other) for other in found):
            found.append(cut)
    return tuple(sorted(found))


def _candidates(text: str, span: Span) -> Iterator[tuple[Span, bool]]:
    """Each stretch that may be an insert, and whether only one without names is."""
    for pattern, plain in (
        (_JOINED, False),
        (_DASHED, False),
        (_COMPARED, False),
        (_ADVERBIAL, True),
        (_GLOSSED, True),
        (_HEDGED, True),
    ):
        for match in pattern.finditer(text, span.start, span.end):
            words = (match.groupdict().get("tight") or match["in"]).split()
            hedged = (
                pattern is _JOINED and words[0] not in ("I", "we") and not _HEDGING.isdisjoint(map(str.lower, words))
            )
            if len(words) <= _LONGEST and not hedged:
                yield Span(match.start("cut"), match.end("cut") - (plain and _ends_front(text, span, match))), plain


def _ends_front(text: str, span: Span, match: re.Match[str]) -> bool:
    """Whether the comma behind the insert ends the phrase in front of the clause, and so has to stay."""
    return "," not in text[span.start : match.start()] and _FRONTED.match(text, span.start) is not None
