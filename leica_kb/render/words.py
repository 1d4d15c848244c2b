"""Says articles, speakers and receipts in plain words, so that every screen says them the same way."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from leica_kb.kb import Names, Source
from leica_kb.lang.clauses import date_in_words
from leica_kb.lang.edtf import MONTHS, is_edtf
from leica_kb.model import Claim, EntityValue
from leica_kb.render.blocks import Line, Piece, Style, line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leica_kb.kb.answers.lists import ClaimList
    from leica_kb.model.finding import AnchorStatus, Severity

_MONTH: Final = re.compile("|".join(MONTHS))
_SHORT: Final = 36
"""Characters of a title in a table."""
MODALITIES: Final = {
    "asserted": "",
    "speculated": "speculation",
    "predicted": "forecast",
    "planned": "plan",
    "opinion": "opinion",
}
SEVERITY_STYLES: Final[dict[Severity, Style]] = {"contradiction": "bad", "tension": "warn", "note": "quiet"}
STATUS_STYLES: Final[dict[AnchorStatus, Style]] = {
    "exact": "good",
    "moved": "warn",
    "normalised": "warn",
    "changed": "bad",
    "ambiguous": "bad",
    "missing": "bad",
}


def published_in_words(date: str | None) -> str:
    """When an article appeared: «between Mar and Dec 2013», «24 Dec 2025», «undated»."""
    if not date:
        return "undated"
    left, slash, right = date.partition("/")
    if not slash or not is_edtf(date) or {left, right} & {"", ".."}:
        return _short_months(date_in_words(date))
    first, last = _short_months(date_in_words(left)), _short_months(date_in_words(right))
    year = f" {right[:4]}"
    shared = left[:4] == right[:4] and len(left) > 4
    return f"between {first.removesuffix(year) if shared else first} and {last}"


def _short_months(words: str) -> str:
    return _MONTH.sub(lambda found: found[0][:3], words)


def source_in_words(source: Source | None, name: str) -> str:
    """An article by title, publisher and date."""
    if source is None:
        return name
    parts = (f"“{source.label}”", source.metadata.publisher, published_in_words(source.metadata.published))
    return ", ".join(part for part in parts if part)


def short_source(source: Source | None, name: str) -> str:
    """An article in few words for tables: its publisher, else its title, and the date."""
    if source is None:
        return name
    called = source.metadata.publisher or shortened(source.label, _SHORT)
    return f"{called}, {published_in_words(source.metadata.published)}"


def shortened(text: str, most: int) -> str:
    """The text, or its first words and an ellipsis where it is longer than that."""
    return text if len(text) <= most else f"{text[:most].rsplit(' ', 1)[0].rstrip(' …')} …"


def person_in_words(name: str, names: Names) -> str:
    """A speaker or relay as shown: commenters by their number."""
    if name.startswith("commenter:"):
        who = name.removeprefix("commenter:")
        return f"reader's comment {who}" if who.isdigit() else f"reader {who.replace('-', ' ')}"
    return names.name_of(name)


def one_line(text: str) -> str:
    """The text without line breaks, so that what a stranger wrote cannot pass for a line of ours."""
    return " ".join(text.split())


def count(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def attribution_in_words(claim: Claim, names: Names) -> str:
    """Who says it and through whom; empty where the article speaks for itself."""
    said = [person_in_words(name, names) for name in claim.attribution if not name.startswith("via:")]
    relayed = [names.name_of(name.removeprefix("via:")) for name in claim.attribution if name.startswith("via:")]
    return ", via ".join([", ".join(said), *relayed]) if said else ", ".join(f"via {name}" for name in relayed)


def receipt(claim: Claim, names: Names) -> Line:
    """Who says it, how surely, where and when; then the id by which the claim is shown in full."""
    source = names.sources.get(claim.source)
    who = attribution_in_words(claim, names)
    how = MODALITIES[claim.modality]
    valid = f"holds {date_in_words(claim.time.valid)}" if claim.time.valid else ""
    told = "; ".join(part for part in (who, how, valid) if part)
    return line(
        Piece(f"{told}; " if told else ""),
        source_in_words(source, claim.source),
        Piece(f"  [{claim.id}]" if claim.id else "", "quiet"),
    )


def caveat_of(claim: Claim, names: Names) -> str | None:
    """The words with which the article disclaims what it says in its own voice, where this claim is such a saying."""
    source = names.sources.get(claim.source)
    return source.caveat if source is not None and not claim.attribution else None


def merged_names(found: ClaimList) -> Iterator[str]:
    """What a reader of bare ids should know: which of them people ruled the same as another."""
    ends = {claim.subject for claim in found.claims}
    ends |= {claim.object.entity for claim in found.claims if isinstance(claim.object, EntityValue)}
    ends |= {name.removeprefix("via:") for claim in found.claims for name in claim.attribution}
    for name in sorted(ends & found.names.merged.keys()):
        yield f"{name} is ruled the same as {found.names.merged[name]}; claims keep the id of their article"
