"""Findings in plain English: what each side says, who says it, what would settle it, and the words that clash."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from leica_kb.checks.context import Context
from leica_kb.checks.reading import Reading
from leica_kb.lang.clauses import clause_of, date_in_words
from leica_kb.model import DateValue, EntityValue, Modality, MoneyValue, NumberValue, Span, TextValue, Value

VERBS: Final[Mapping[Modality, tuple[str, str]]] = {
    "asserted": ("says", "say"),
    "speculated": ("supposes", "suppose"),
    "predicted": ("expects", "expect"),
    "planned": ("tells of a plan", "tell of a plan"),
    "opinion": ("finds", "find"),
}
"""How what is said in each manner is reported."""
SHOWN: Final = 3
"""So many different sayings of one side are spelt out in a sentence."""


def who_says(reading: Reading, context: Context) -> str:
    """Whose words they are: a person's name, a commenter, else the article's title."""
    claim, facts = reading.claim, context.source(reading.claim.source)
    title = f"«{facts.title}»" if facts.title else f"the article {claim.source}"
    when = f", {date_in_words(reading.stated)}" if reading.stated else ""
    if claim.speaker is None:
        return f"{title}{when}"
    if claim.speaker.startswith("commenter:"):
        return f"a commenter on {title}{when}"
    return f"{context.name_of(claim.speaker)} in {title}{when}"


def side_in_words(readings: Sequence[Reading], context: Context) -> str:
    """Who says what on one side, each different saying once: «A» says that … and that …, «B» and 2 more say that …."""
    distinct: dict[object, dict[tuple[str, str | None], Reading]] = {}
    for reading in readings:
        saying = (reading.subject, reading.key, reading.affirmed, reading.dates, reading.modality)
        voices = distinct.setdefault(saying, {})
        voices.setdefault((reading.claim.source, reading.claim.speaker), reading)
    said: dict[tuple[object, ...], list[Reading]] = {}
    for voices in list(distinct.values())[:SHOWN]:
        first = next(iter(voices.values()))
        said.setdefault((first.modality, *voices), []).append(first)
    more = len(distinct) - SHOWN
    parts = [f"{_counted(len(who) - 1, mine[0], context)} {_clauses(mine, context)}" for who, mine in said.items()]
    return "; ".join(parts) + (f" (and {more} more)" if more > 0 else "")


def settles(kind: str, reasons: Iterable[str], predicate: str) -> str:
    """What would settle a finding of this kind, met by these reasons."""
    wanted = [words for reason, words in REMEDIES if any(reason in given for given in reasons)]
    wanted.append(SOURCES.get(kind, f"a first-hand source for {predicate.replace('_', ' ')}"))
    return "; ".join(dict.fromkeys(wanted))


REMEDIES: Final = (
    ("not sure that both hold", "the date at which each side holds"),
    ("in general only", "which models or makes are meant"),
    ("product line", "the name of the model"),
    ("has declared where", "the place in the base's entities, with what it lies within"),
    ("names the model", "the name of the model on the other side"),
    ("quoted speaker", "the source's own statement or the speaker's original words"),
)
"""Reason of a tension → what would take it away."""
SOURCES: Final = {
    "date": "a dated document of the event itself",
    "rank": "figures for the ranked places at one date",
    "number": "the figure from its first publication, with date and unit",
    "self-contradiction": "the speaker's own correction, or the full wording of the original",
    "derived-difference": "a data sheet that compares the twins part by part",
    "universal-exception": "a maker's statement that names the exceptions",
}


def clash_spans(reading: Reading, context: Context) -> tuple[Span, ...]:
    """The words of the quote that clash: the object's name, else its figures, else the cues, else all of it."""
    claim = reading.claim
    spans = [*_named(reading, context), *(claim.cues.get("polarity", ()) if not reading.affirmed else ())]
    return tuple(sorted(dict.fromkeys(spans))) or (Span(claim.start, claim.end),)


def _named(reading: Reading, context: Context) -> list[Span]:
    claim = reading.claim
    for word in _surface(reading, context):
        found = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", claim.quote, re.IGNORECASE)
        if found:
            return [Span(claim.start + found.start(), claim.start + found.end())]
    return []


def _surface(reading: Reading, context: Context) -> list[str]:
    """The wordings under which the object may stand in the quote, longest first."""
    value: Value = EntityValue(reading.claim.subject) if reading.turned else reading.value
    match value:
        case EntityValue(entity):
            known = context.vocabulary.entities.get(entity)
            names = (known.name, *known.aliases, *known.demonyms) if known else (entity.replace("-", " "),)
        case TextValue(text):
            names = (text, *reading.predicate.values.get(reading.key[1], ()))
        case NumberValue(number):
            names = (f"{number:g}", f"{number:,g}")
        case MoneyValue(money):
            names = (f"{money:g}", f"{money:,g}")
        case DateValue(date):
            names = (date_in_words(date), *re.findall(r"[0-9]{4}", date))
    dated = [year for _, date in reading.dates for year in (date_in_words(date), *re.findall(r"[0-9]{4}", date))]
    return [*dated, *sorted(names, key=lambda name: (-len(name), name))]


def _counted(voices: int, first: Reading, context: Context) -> str:
    who, (one, several) = who_says(first, context), VERBS[first.modality]
    return f"{who} {one}" if voices == 1 else f"{who} and {voices - 1} more {several}"


def _clauses(readings: Sequence[Reading], context: Context) -> str:
    return _joined([f"that {clause_of(reading.claim, context)}{_held(reading)}" for reading in readings])


def _held(reading: Reading) -> str:
    return f", {date_in_words(reading.claim.time.valid)}" if reading.claim.time.valid else ""


def _joined(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
