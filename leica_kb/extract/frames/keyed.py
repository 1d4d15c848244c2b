"""What stands under a key as a frame: the names and measures of the value, the items it lists, the whole of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from leica_kb.extract.candidates.keyed import Keyed, items_of
from leica_kb.extract.frames.frame import Frame
from leica_kb.extract.names.unlisted import FORMS, unknown
from leica_kb.extract.parsing.mention import Mention
from leica_kb.extract.parsing.parser import Node
from leica_kb.model import Span

_BEHIND: Final = re.compile(r"\s(?:with|of|for|in|at|to|from|on|by|that|which|and|or)\s|[,;:(–—.]|\s-\s")
"""Where the head of a listed item ends."""


def keyed_frame(keyed: Keyed, mentions: Sequence[Mention], text: str) -> Frame:
    """The value as a frame: its names and measures, the first name, each item and point of it, the whole."""
    whole = _node(keyed.value, text, None)
    values = tuple(_node(m.span, text, m) for m in mentions)
    items = tuple(_node(span, text, None) for span in items_of(keyed.value, text))
    points = tuple(_node(span, text, None) for span in points_of(keyed.value, text))
    roles = {"whole": (whole,), "item": items, "point": points, "listed": (_headed(keyed.value, text),)}
    first = next(((n,) for n in values if n.mention and n.mention.is_name), ())
    roles |= {"value": values, "first": first} if values else {}
    return Frame(whole, keyed.key, "key", roles, whole)


def points_of(value: Span, text: str) -> Sequence[Span]:
    """«excellent lens, pocketable» is two points; a longer text between commas is one."""
    start, found = value.start, list[Span]()
    for mark in _BETWEEN.finditer(text, value.start, value.end):
        found.append(Span(start, mark.start()))
        start = mark.end()
    found.append(Span(start, value.end))
    short = all(0 < len(s.of(text).split()) <= _POINT and not _GOES_ON.match(s.of(text)) for s in found)
    return found if short else (value,)


_BETWEEN: Final = re.compile(r"[,;]\s+(?:and\s+)?")
_POINT: Final = 6
"""Words of a point at most."""
_GOES_ON: Final = re.compile(
    r"(?:but|so|which|who|though|although|yet|or|especially|even|because|if|when|as)\b", re.IGNORECASE
)


def _headed(span: Span, text: str) -> Node:
    """A listed phrase as its head: «tilting screen with touch control» is a screen."""
    words = re.sub(r"^(?:an?|the)\s", "", span.of(text), flags=re.IGNORECASE)
    before = (_BEHIND.split(words, maxsplit=1)[0].split() or [""])[-1].lower()
    start = span.end - len(words)
    lemma = before if before == "lens" else before.removesuffix("es" if before.endswith("ses") else "s")
    return Node(0, words, lemma, "NOUN", "NN", "ROOT", start, span.end, None)


def named_in(value: Span, text: str, found: Sequence[Mention]) -> tuple[Mention, ...]:
    """A value's mentions with its unlisted names; of measures and of «Oslo, Norway» the first stands for all."""
    names = [s for s in items_of(value, text) if _is_capital(s.of(text))]
    found = [m for m in found if not any(_is_part(m, s, text) for s in names)]
    fresh = [s for s in names if not any(m.span.meets(s) for m in found)]
    named = sorted((*found, *(unknown(s, text, "unknown") for s in fresh)), key=lambda m: m.span)
    around = {m.span for before, m in pairwise(named) if _is_around(m, before, text)}
    if named and named[-1].span in around:  # «Nordal, Bergen, Norway»: what stands before a land is a town, too
        towns = (m.span for before, m in pairwise(named[:-1]) if _is_beside(m, before, text) and not m.known)
        around |= set(towns)
    first = {m.type: m for m in reversed(named)}
    return tuple(m for m in named if m.span not in around and (m.is_name or m is first[m.type]))


def _is_capital(words: str) -> bool:
    return 0 < len(words.split()) < 5 and all(w[0].isupper() for w in words.split())


def _is_part(firm: Mention, item: Span, text: str) -> bool:
    """«Tokina» of «Kenko Tokina»: a firm's name inside a longer one, which is another's."""
    longer = item.holds(firm.span) and len(item) > len(firm.span)
    return firm.type == "company" and longer and FORMS.search(f" {item.of(text)}") is None


def _is_around(place: Mention, before: Mention, text: str) -> bool:
    return place.type == "place" and _is_beside(place, before, text)


def _is_beside(mention: Mention, before: Mention, text: str) -> bool:
    return text[before.span.end : mention.span.start] == ", "


def named_with_key(keyed: Keyed, text: str, find: Callable[[str, Span], tuple[Mention, ...]]) -> tuple[Mention, ...]:
    """«Viewfinder: electronic, optional»: a declared name of which the key says the last word."""
    first = keyed.value.of(text).split(",")[0]
    name = f"{first} {keyed.key}".lower()
    whole = next((m for m in find(name, Span(0, len(name))) if len(m.span) == len(name)), None)
    span = Span(keyed.value.start, keyed.value.start + len(first))
    return (replace(whole, span=span, text=first),) if whole is not None else ()


def _node(span: Span, text: str, mention: Mention | None) -> Node:
    words = span.of(text)
    tag = "NNP" if mention else "NNS" if words.endswith("s") else "NN"
    return Node(0, words, words.lower(), "PROPN" if mention else "NOUN", tag, "ROOT", span.start, span.end, mention)
