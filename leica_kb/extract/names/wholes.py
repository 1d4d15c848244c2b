"""Names that are more than a name inside them: a maker's daughter firm, a firm that is named after two founders."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from leica_kb.extract.names.unlisted import FORMS, is_organisation
from leica_kb.extract.parsing.dictionary import in_dictionary
from leica_kb.extract.parsing.mention import Mention
from leica_kb.lang.cues import OFFICES
from leica_kb.lang.given_names import GIVEN_NAMES
from leica_kb.lang.tokens import slug
from leica_kb.lang.wordlists import DAYS, MONTHS, SHARED_WORDS
from leica_kb.model import Span

_BEHIND: Final = re.compile(r"\s([A-ZÄÖÜ][a-zäöüéè]{2,}(?:-[A-Z]\w+)?)(?![\w'’-])")
_IN_FRONT: Final = re.compile(r"(?<=[a-z] )([A-ZÄÖÜ]\w*[a-zäöü]-[A-Z]\w+|[A-ZÄÖÜ][a-zäöüéè]{2,})\s$")
_FORMED: Final = re.compile(rf"(?:\s[A-ZÄÖÜ][\w-]*){{1,4}}(?={FORMS.pattern})")
"""Capitals between a firm's name and a legal form: all are one name."""
_WHERE: Final = re.compile(r"\b(?:in|at|near|outside|from|around|to)\s$", re.IGNORECASE)
"""What a place stands behind that is no part of the name after it: «in Tokyo Nikon opened …»."""
_DIVIDED: Final = frozenset({"demonym", "person", "product", "product_line", "product_class"})
"""Types of names that stand beside a firm's as names of their own."""


def swallows_all(text: str, guess: Mention, declared: Sequence[Mention]) -> bool:
    """Whether no declared name stands in the guess's way: «Carl Zeiss of Germany» is no firm, but Zeiss and a place."""
    inside = [m for m in declared if m.span.meets(guess.span)]
    types = {m.type for m in inside}
    return not types >= {"demonym", "company"} and all(swallows(text, guess, m) for m in inside)


def swallows(text: str, guess: Mention, declared: Mention) -> bool:
    """«American Refining Group», «Victor Hasselblad»: a declared name inside a longer one is a part of it."""
    if declared.type not in ("demonym", "place", "company") or (guess.type == "place" and declared.type != "demonym"):
        return False
    if declared.type == "company":
        named_after = guess.type == "person" and guess.span.end == declared.span.end
        firm = guess.type == "company" and is_organisation(guess.text) and guess.span.start == declared.span.start
        if not (named_after or firm or _is_daughter(text, guess, declared)):
            return False
    return guess.span.holds(declared.span) and len(guess.text.split()) > len(declared.text.split())


def _is_daughter(text: str, guess: Mention, firm: Mention) -> bool:
    """«Sendai Nikon Inc.» taken for one firm: capitals in front of a declared one, and none of a sentence's front."""
    front = text[guess.span.start : firm.span.start].split()
    opens = not text[: guess.span.start].rstrip() or text[: guess.span.start].rstrip()[-1] in ".!?:\n"
    named = all(w[:1].isupper() and w[1:].islower() and w.lower() not in _NO_PART | SHARED_WORDS for w in front)
    return guess.type == "company" and guess.span.end == firm.span.end and bool(front) and named and not opens


def made_whole(text: str, mentions: Sequence[Mention], place: Span) -> list[Mention]:
    """The mentions of a sentence, those made one that are pieces of one name."""
    found = sorted(_founders_firms(text, mentions, place), key=lambda m: m.span)
    wholes = [w for i, m in enumerate(found) if m.known and m.type == "company" and (w := _longer(text, found, i))]
    return [*(m for m in found if not any(w.span.holds(m.span) for w in wholes)), *wholes]


def _longer(text: str, found: Sequence[Mention], i: int) -> Mention | None:
    """«Olympus Medtech», «Sendai Nikon»: a declared firm's name with unlisted capitals beside it is another's."""
    firm = found[i]
    behind, kind = _after(text, firm, found[i + 1] if i + 1 < len(found) else None)
    form = FORMS.match(text, behind)
    behind = form.end() if form else behind
    previous = found[i - 1] if i else None
    start = firm.span.start
    if previous is not None and text[previous.span.end : start] == " ":
        start = previous.span.start if _is_front(text, previous) else start
    elif front := _IN_FRONT.search(text, max(start - 40, 0), start):
        start = start if _is_plain(front[1]) else front.start(1)
    span = Span(start, behind)
    words = span.of(text)
    if span == firm.span:
        return None
    legal = any(m.end() == len(words) for m in FORMS.finditer(words))
    placed = previous is not None and start == previous.span.start and previous.type in ("place", "company")
    kind = "company" if legal or placed or is_organisation(words) else kind
    return Mention(span, kind, words, slug(words), known=False, name=words, parts=(firm,))


def _after(text: str, firm: Mention, following: Mention | None) -> tuple[int, str]:
    """Where the name ends that begins with the firm's, and what its end is taken for."""
    end, kind = firm.span.end, "unknown"
    if text[end - 1] == ".":
        return end, kind
    if formed := _FORMED.match(text, end):
        return formed.end(), "company"
    while following is None or following.span.start > end + 1:
        word = _BEHIND.match(text, end)
        if word is None or _is_plain(word[1]):
            return end, kind
        end = word.end()
    if following.span.start == end + 1 and text[end] == " " and not following.known and _can_join(following):
        return following.span.end, following.type
    return end, kind


_NO_PART: Final = OFFICES | frozenset((*MONTHS, *DAYS))


def _is_plain(word: str) -> bool:
    """Whether a capital need not be a part of a name: a word of the dictionary, an office, a month."""
    return in_dictionary(word) or word.lower() in _NO_PART


def _can_join(name: Mention) -> bool:
    """Whether an unlisted name may be half of a firm's: no person's full name, no model, no place, no common word."""
    single = " " not in name.text
    if not name.is_name or name.type in _DIVIDED - {"person"} or (name.type == "person" and not single):
        return False
    return name.type != "place" and not (single and in_dictionary(name.text))


def _is_front(text: str, previous: Mention) -> bool:
    """Whether the name right before the firm's is the front of the same name: «Sendai Nikon»."""
    if previous.type == "place":
        return not previous.parts and not _WHERE.search(text, 0, previous.span.start)
    return not previous.known and _can_join(previous) and previous.type != "person"


_PAIR: Final = re.compile(r"(?<![\w’'&-])([A-ZÄÖÜ][a-zäöüéè]{2,}) (?:and|und|et|&) ([A-ZÄÖÜ][a-zäöüéè]{2,})(?![\w’'-])")
_ONE: Final = re.compile(r",?\s(?:is|was|has|does|([a-z]+)s)\s")
"""A verb in the singular behind two names: they are one."""
_JOINED: Final = re.compile(r"(?:,|\b(?:and|or|in|of|from|near|for|between|with|by))\s$")
"""What makes two names the end of a list, or what a phrase in front of the verb's subject speaks of."""
_FIRM: Final = re.compile(r"\b(?:company|firm|maker|manufacturer|brand)(?:\scalled|\snamed)?,?\s$")
_FOUNDING: Final = re.compile(r"\b(?:found(?:ed|ing)|establish(?:ed|ing)|form(?:ed|ing)|set\sup|start(?:ed|ing))\s$")


def _founders_firms(text: str, found: Sequence[Mention], place: Span) -> list[Mention]:
    """«Smith and Wesson is …»: two surnames that are one firm by what stands around them."""
    pairs = (m for m in _PAIR.finditer(text, place.start, place.end) if _is_firm(text, m, found))
    spans = [Span(m.start(), m.end()) for m in pairs]
    wholes = [
        Mention(s, "company", s.of(text), slug(s.of(text)), known=False, name=s.of(text))
        for s in spans
        if all(_is_surname(m, s) for m in found if m.span.meets(s))
    ]
    return [*(m for m in found if not any(w.span.holds(m.span) for w in wholes)), *wholes] if wholes else list(found)


def _is_surname(name: Mention, pair: Span) -> bool:
    """Whether a name inside the two is one of them and nothing declared."""
    return not name.known and pair.holds(name.span) and " " not in name.text


def _is_firm(text: str, pair: re.Match[str], found: Sequence[Mention]) -> bool:
    if "&" in pair[0]:  # «Voss & Pell», and no couple
        return not any(map(_is_plain, pair.groups())) and pair[1].lower() not in GIVEN_NAMES
    verb = _ONE.match(text, pair.end())
    alone = not _JOINED.search(text, max(pair.start() - 9, 0), pair.start()) and not all(map(_is_plain, pair.groups()))
    if verb and alone and (verb[1] is None or in_dictionary(verb[1], ("verb",))):
        return True
    if _FIRM.search(text, max(pair.start() - 40, 0), pair.start()):
        return True
    people = {m.text.rsplit(maxsplit=1)[-1] for m in found if m.type == "person" and " " in m.text}
    return bool(_FOUNDING.search(text, max(pair.start() - 20, 0), pair.start())) and set(pair.groups()) <= people
