"""The list below a lead-in that ends in a colon: what its items add to the lead-in's clause."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from leica_kb.extract.names.unlisted import unknown
from leica_kb.extract.parsing.mention import Mention
from leica_kb.extract.parsing.parser import counted_in, runs_on
from leica_kb.model import Document, Span

_LONGEST: Final = 9
"""Words that an item has at most which may end its lead-in's clause."""


def list_tail(
    document: Document, lead_in: int, declared: Sequence[Sequence[Mention]]
) -> tuple[tuple[Span, tuple[Mention, ...]], ...]:
    """The items of the list that a lead-in ending in a colon opens, with their names; empty where one says more."""
    sentence = document.sentences[lead_in]
    bare = not document.text[sentence.start : sentence.end].endswith(":")
    if bare and not runs_on(document.text, sentence.end):
        return ()
    running = bare or runs_on(document.text, sentence.end - 1) or counted_in(document.text, sentence.span) is not None
    found: list[tuple[Span, tuple[Mention, ...]]] = []
    for i in range(lead_in + 1, len(document.sentences)):
        item = document.sentences[i]
        block = document.blocks[item.block]
        titled = block.within is None and lead_in == 0 and document.blocks[sentence.block].kind == "title"
        if block.kind != "list_item" or not (titled or block.within == sentence.block):
            break
        name = _only_name(document.text, item.span, declared[i])
        words = _phrase(document.text, item.span) if running and name is None else None
        if name is not None:
            found.append((name.span, (name,)))
        elif words is not None:
            found.append((words, tuple(m for m in declared[i] if words.holds(m.span))))
        else:
            return ()
    return tuple(found)


_REST: Final = re.compile(r"(?:,\s(?:[a-z]+(?:\s\w+){0,4}|[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)|\s\([^()]*\))$")
"""What an item adds to its name in a few words: «Hanoi, since 2012», «Cork, Ireland», «Sigma (founding member)»."""
_HEAD: Final = re.compile(r",\s|\s(?:that|which|who)\s")
"""Where the phrase ends that an item begins with."""


def _phrase(text: str, span: Span) -> Span | None:
    """An item that is a phrase and no clause of its own."""
    words = _HEAD.split(span.of(text).rstrip(" .,;"), maxsplit=1)[0]
    plain = words and not words[0].isupper() and not set(words) & set(":;?!–—")
    return Span(span.start, span.start + len(words)) if plain and len(words.split()) <= _LONGEST else None


def _only_name(text: str, span: Span, mentions: Sequence[Mention]) -> Mention | None:
    """The one name that an item consists of."""
    words = _REST.sub("", span.of(text).rstrip(" .,;"))
    whole = Span(span.start, span.start + len(words))
    mentions = [m for m in mentions if whole.holds(m.span)]
    if len(mentions) == 1 and len(mentions[0].span) >= len(whole) - 4:
        return mentions[0]
    short = len(words.split()) <= 4 and all(w[0].isupper() for w in words.split())
    opening = len(mentions) == 1 and mentions[0].type == "company" and mentions[0].span.start == whole.start
    return unknown(whole, text, "unknown") if words and short and (opening or not mentions) else None
