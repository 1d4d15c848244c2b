"""Places that hold one another as one name: a town with its state or country behind a comma."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from leica_kb.extract.names.unlisted import is_organisation
from leica_kb.extract.parsing.mention import Mention
from leica_kb.lang.tokens import slug
from leica_kb.lang.wordlists import STATE_CODES
from leica_kb.model import Span

_STATE: Final = re.compile(r",\s((?:[A-Z]{2}|[A-Z][a-z]{1,4}\.)(?![\w.]))")
"""The short form of a state after a town: CA, Va."""


def chained_places(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """«Arusha, Tanzania», «Sacramento, CA»: places that hold one another, as one name with parts."""
    chain: list[Mention] = []
    for mention in _with_states(text, mentions):
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
