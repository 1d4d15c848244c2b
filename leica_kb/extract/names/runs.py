"""Runs of capitals that are two names, as a document tells elsewhere: an owner and a thing, a thing and a firm."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from leica_kb.extract.names.unlisted import is_organisation, unknown
from leica_kb.extract.parsing.dictionary import in_dictionary
from leica_kb.extract.parsing.mention import Mention
from leica_kb.model import Span

_OWNED: Final = re.compile(r"[’']s\s(?=[A-ZÄÖÜ])")


def parted(text: str, mentions: Sequence[Mention], told: Collection[str]) -> Iterator[Mention]:
    """The mentions of a sentence, each unlisted run that is two names as both of them; ``told`` are all names."""
    for mention in mentions:
        found = None if mention.known or not mention.is_name else _joint(mention, told) or _kin(mention, text)
        if found is None:
            yield mention
            continue
        end, start = found
        yield unknown(Span(mention.span.start, end), text, "unknown")
        yield unknown(Span(start, mention.span.end), text, "unknown")


_BOTH: Final = re.compile(r"[A-ZÄÖÜ][\w’-]+(?P<and> and )[A-ZÄÖÜ][\w’-]+ [A-ZÄÖÜ][\w’-]+")
_RELATED: Final = re.compile(r"\b(?:brothers|sisters|siblings|twins|cousins|couple),?\s$", re.IGNORECASE)


def _kin(run: Mention, text: str) -> tuple[int, int] | None:
    """«the brothers Ettore and Guido Lund»: two people whom the recogniser takes for one."""
    both = _BOTH.fullmatch(run.text)
    if both is None or not _RELATED.search(text, max(0, run.span.start - 20), run.span.start):
        return None
    return run.span.start + both.start("and"), run.span.start + both.end("and")


def _joint(run: Mention, told: Collection[str]) -> tuple[int, int] | None:
    """Where the first name ends and where the second begins."""
    ends = _behind_owner(run.text, told) or _behind_plural(run.text, told)
    return (run.span.start + ends[0], run.span.start + ends[1]) if ends else None


def _behind_owner(words: str, told: Collection[str]) -> tuple[int, int] | None:
    """«Otmar’s Kolvomat» where both are told of elsewhere, too; no firm like «Otmar’s Studios»."""
    owned = _OWNED.search(words)
    if owned is None or is_organisation(words):
        return None
    owner, thing = words[: owned.start()], words[owned.end() :]
    full = any(name == owner or (name.startswith(f"{owner} ") and not _OWNED.search(name)) for name in told)
    return (owned.start(), owned.end()) if full and thing in told else None


def _behind_plural(words: str, told: Collection[str]) -> tuple[int, int] | None:
    """«the Dorn Trail Lamps Kolvik sells»: what is made in the plural, and who makes it, each told of elsewhere."""
    things, _, maker = words.rpartition(" ")
    several = " " in things and things.endswith("s") and things in told
    return (len(things), len(things) + 1) if several and maker in told and not in_dictionary(maker) else None
