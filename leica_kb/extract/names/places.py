"""Places that hold one another as one name: a town with its state or country behind a comma."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from leica_kb.extract.names.guesses import STARTERS
from leica_kb.extract.names.unlisted import FORMS, is_organisation
from leica_kb.extract.parsing.dictionary import in_dictionary
from leica_kb.extract.parsing.mention import Mention
from leica_kb.lang.tokens import slug
from leica_kb.lang.wordlists import FUNCTION_WORDS, STATE_CODES
from leica_kb.model import Span

_STATE: Final = re.compile(r",\s((?:[A-Z]{2}|[A-Z][a-z]{1,4}\.)(?![\w.]))")
"""The short form of a state after a town: CA, Va."""


def chained_places(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """«Arusha, Tanzania», «Sacramento, CA»: places that hold one another, as one name with parts."""
    chain: list[Mention] = []
    for mention in _without_subjects(text, _with_towns(text, _with_states(text, mentions))):
        joint = text[chain[-1].span.end : mention.span.start] if chain and mention.type == "place" else ""
        behind = joint in (", ", " ") or (joint == " of " and not mention.known)
        apart = bool(chain and chain[-1].within) and mention.known and mention.entity not in chain[-1].within
        if behind and not apart and (mention.known or not _LISTED_ON.match(text, mention.span.end)):
            chain.append(mention)
            continue
        yield from _linked(text, chain)
        chain = []
        if mention.type == "place":
            chain = [mention]
        else:
            yield mention
    yield from _linked(text, chain)


def _with_towns(text: str, mentions: Iterable[Mention]) -> Iterator[Mention]:
    """«the city of Linz», «operates out of Linz»: what nobody listed is a place there, and no firm."""
    last: Mention | None = None
    for mention in mentions:
        guessed = mention.is_name and not mention.known and mention.type in ("company", "unknown", "person")
        town = guessed and _is_plain(mention.text) and not is_organisation(mention.text)
        before = text[max(mention.span.start - _NEAR, 0) : mention.span.start] if town else ""
        based = town and mention.text not in _SYSTEMS and _BASED.match(text, mention.span.end) is not None
        firms = town and last is not None and _is_firm_of(last, text[last.span.end : mention.span.start])
        yield replace(mention, type="place") if based or firms or _TOWN.search(before) else mention
        last = mention


def based_places(text: str, span: Span, found: Sequence[Mention]) -> Iterator[Mention]:
    """«the Faro-based group»: what a firm is based in is a place, though nobody listed or recognised it."""
    for match in _TOWN_BASED.finditer(text, span.start, span.end):
        first = match[1].partition(" ")[0]
        start = match.start(1) + (len(first) + 1 if first in STARTERS else 0)
        town = Span(start, match.end(1))
        words = town.of(text)
        if words and not in_dictionary(words) and not any(m.span.meets(town) for m in found):
            yield Mention(town, "place", words, slug(words), known=False, name=words)


def _is_plain(words: str) -> bool:
    """«Linz», «Bad Aussee»: a capital with small letters behind it, or two."""
    return all(w[:1].isupper() and w[1:].islower() for w in words.split()[:2]) and words.count(" ") < _WORDS


_WORDS: Final = 2


def _is_firm_of(firm: Mention, joint: str) -> bool:
    """«Nordal & Co. of Linz»: behind a firm with its legal form «of» tells where it is."""
    formed = "&" in firm.text or any(m.end() == len(firm.text) for m in FORMS.finditer(firm.text))
    return joint == " of " and firm.type == "company" and not firm.known and formed


_NEAR: Final = 24
_BASED: Final = re.compile(
    r"-(?:based|headquartered) (?:[a-z-]+ ){0,3}?"
    r"(?:[A-Z]|company|firm|maker|manufacturer|group|start-?up|business|builder|supplier|retailer|distributor|dealer)"
)
_TOWN_BASED: Final = re.compile(rf"(?<![\w’'-])([A-ZÄÖÜ][a-zà-ÿ]+(?:[ -][A-ZÄÖÜ][a-zà-ÿ]+)?)(?={_BASED.pattern})")
_SYSTEMS: Final = frozenset("Windows Android Linux Web Java Chrome".split())
"""What things are based on, and nobody in."""
_TOWN: Final = re.compile(
    r"\b(?:(?:city|town|village|hamlet|suburb|borough|municipality|port|district|province|canton|county|outskirts) of"
    r"|operat(?:es?|ed|ing) (?:out of|from)|(?:based|headquartered) (?:in|out of|at)) $"
)


def _with_states(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """«Saratoga, CA»: a state's letters behind a comma are a place, and so is the unlisted name before them."""
    pairs = [(m, n) for m, n in pairwise(mentions) if n.text in STATE_CODES and _is_town_before(text, m, n)]
    places = {m.span for pair in pairs for m in pair}
    yield from (replace(m, type="place") if m.span in places else m for m in mentions)


def _is_town_before(text: str, name: Mention, state: Mention) -> bool:
    behind = text[name.span.end : state.span.start] == ", " and text[state.span.end : state.span.end + 1] not in (
        "'",
        "’",
    )
    return behind and name.is_name and (name.type == "place" or not (name.known or is_organisation(name.text)))


_LISTED_ON: Final = re.compile(r"(?:, [A-Z][\w-]+)*,? (?:and|or)(?: [A-Z]|,)")
"""How a list of towns goes on: «Oita, Nagasaki and Taichung» holds no town in a town."""


def _without_subjects(text: str, mentions: Iterable[Mention]) -> Iterator[Mention]:
    """«In Brno, Orlik grinds lenses»: right before a verb a name that nobody listed is who does it, and no land."""
    last: Mention | None = None
    for mention in mentions:
        follows = _FOLLOWS.match(text, mention.span.end)
        acts = follows is not None and follows[1] not in FUNCTION_WORDS
        behind = last is not None and last.type == "place" and text[last.span.end : mention.span.start] == ", "
        guessed = mention.type == "place" and not mention.known
        yield replace(mention, type="unknown") if acts and behind and guessed else mention
        last = mention


_FOLLOWS: Final = re.compile(r"\s([a-z]+)\b(?!\sby\b)")
"""A word behind a name, but no participle of what somebody did: «of Salem, Ohio founded by Orlik»."""


def _linked(text: str, chain: Sequence[Mention]) -> Iterator[Mention]:
    if not chain:
        return
    state = _STATE.match(text, chain[-1].span.end)
    parts = [*chain]
    if state:
        place = Span(state.start(1), state.end(1))
        parts.append(Mention(place, "place", state[1], slug(state[1]), known=False, name=state[1]))
    if len(parts) == 1:
        yield chain[0]
        return
    end = parts[-1].span.end
    span = Span(parts[0].span.start, end + (text[end : end + 2] == ".,"))
    yield replace(parts[0], span=span, text=span.of(text), parts=tuple(parts), name=parts[0].name or parts[0].text)
