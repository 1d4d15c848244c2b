"""Dates and ranges in English prose as EDTF, with the spans where they stand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from leica_kb.lang.edtf import parse_edtf
from leica_kb.model import Span


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date expression and what it means in EDTF (None where the document's date is needed but unknown)."""

    span: Span
    edtf: str | None


_MONTHS: Final = "january february march april may june july august september october november december".split()
_MONTH = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|"
    r"Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_YEAR = r"(?P<year>1[5-9]\d\d|20\d\d)"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_HOLIDAYS: Final = {
    "christmas eve": "12-24",
    "christmas day": "12-25",
    "christmas": "12-25",
    "new year's eve": "12-31",
    "new year's day": "01-01",
}


def _month(name: str) -> int:
    return next(i for i, m in enumerate(_MONTHS, 1) if m.startswith(name.lower()[:3]))


def _full(m: re.Match[str], _: str | None) -> str:
    return f"{m['year']}-{_month(m['month']):02}-{int(m['day']):02}"


def _month_year(m: re.Match[str], _: str | None) -> str:
    return f"{m['year']}-{_month(m['month']):02}"


def _range(m: re.Match[str], _: str | None) -> str:
    second = m["second"]
    return f"{m['year']}/{m['year'][: 4 - len(second)]}{second}"


def _decade(m: re.Match[str], _: str | None) -> str:
    digits = m["decade"]
    return f"{digits if len(digits) == 3 else '19' + digits}X"


def _since(m: re.Match[str], _: str | None) -> str:
    return f"{m['year']}/.."


def _published_year(published: str | None) -> tuple[int, int] | None:
    if not published:
        return None
    interval = parse_edtf(published)
    if interval.start is None or interval.end is None:
        return None
    return date.fromordinal(interval.start).year, date.fromordinal(interval.end).year


def _end_of_year(_: re.Match[str], published: str | None) -> str | None:
    years = _published_year(published)
    return f"/{years[1]}-12" if years else None


def _relative_year(m: re.Match[str], published: str | None) -> str | None:
    years = _published_year(published)
    shift = {"this": 0, "last": -1, "next": 1}[m["which"].lower()]
    if years is None:
        return None
    first, last = years[0] + shift, years[1] + shift
    return str(first) if first == last else f"{first}/{last}"


def _holiday(m: re.Match[str], published: str | None) -> str | None:
    years = _published_year(published)
    name = re.sub(r"\s+", " ", m["holiday"].lower().replace("’", "'"))
    return f"{years[0]}-{_HOLIDAYS[name]}" if years else None


def _ago(_: re.Match[str], __: str | None) -> str | None:
    return None


_Reading = Callable[[re.Match[str], "str | None"], "str | None"]
_GRAMMAR: Final[tuple[tuple[re.Pattern[str], _Reading], ...]] = tuple(
    (re.compile(pattern, flags), reading)
    for pattern, flags, reading in (
        (rf"\b{_DAY}(?: of)? {_MONTH},? {_YEAR}\b", 0, _full),
        (rf"\b{_MONTH} {_DAY},? {_YEAR}\b", 0, _full),
        (r"\b(?P<year>(?:1[5-9]|20)\d\d)-(?P<m>0[1-9]|1[0-2])-(?P<day>[0-3]\d)\b", 0, lambda m, _: m.group()),
        (rf"\b(?:(?:early|mid|late)[- ])?{_MONTH}(?: of|,)? {_YEAR}\b", re.IGNORECASE, _month_year),
        (
            rf"\b(?:between|from) {_YEAR} (?:and|to|until|till|through) (?P<second>(?:1[5-9]|20)\d\d)\b",
            re.IGNORECASE,
            _range,
        ),
        (rf"\b{_YEAR}\s?[–/-]\s?(?P<second>(?:1[5-9]|20)\d\d|\d\d)\b", 0, _range),
        (r"\b(?:the )?(?:(?:early|mid|late)[- ])?(?P<decade>(?:1[5-9]|20)\d)0['’]?s\b", re.IGNORECASE, _decade),
        (r"(?<!\w)(?:the )(?:(?:early|mid|late)[- ])?['’]?(?P<decade>[2-9])0['’]?s\b", re.IGNORECASE, _decade),
        (rf"\bsince(?: the year)? {_YEAR}\b", re.IGNORECASE, _since),
        (r"\b(?:by|before|at) the end of (?:the|this) year\b", re.IGNORECASE, _end_of_year),
        (r"\b(?:later|before the end of|by the end of) this year\b", re.IGNORECASE, _end_of_year),
        (r"\b(?P<which>this|last|next) year\b", re.IGNORECASE, _relative_year),
        (r"\b(?P<holiday>Christmas Eve|Christmas Day|Christmas|New Year['’]s (?:Eve|Day))\b", re.IGNORECASE, _holiday),
        (r"\b(?:\w+ )(?:years?|months?|weeks?|days?|decades?) ago\b", re.IGNORECASE, _ago),
        (rf"\b(?:(?:early|mid|late)[- ]|the year )?{_YEAR}(?![\w-]|,\d|\.\d)", 0, lambda m, _: m["year"]),
    )
)


def _matches(text: str, offset: int, published: str | None) -> Iterator[DateMention]:
    for pattern, reading in _GRAMMAR:
        for match in pattern.finditer(text):
            yield DateMention(Span(match.start() + offset, match.end() + offset), reading(match, published))


def find_dates(text: str, published: str | None = None, offset: int = 0) -> tuple[DateMention, ...]:
    """The date expressions of a text in order, longest first where they overlap.

    ``published`` (EDTF) resolves «by the end of the year», «last year» and feast days; without it ``edtf`` is None.
    """
    kept: list[DateMention] = []
    for mention in sorted(_matches(text, offset, published), key=lambda d: (d.span.start, -d.span.end)):
        if not kept or mention.span.start >= kept[-1].span.end:
            kept.append(mention)
    return tuple(kept)
