"""Time as intervals of days: the subset of EDTF (ISO 8601-2) that claims and sidecars use, and how such dates meet."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Final, Literal

from leica_kb.errors import KbError

Overlap = Literal["certain", "possible", "none"]
Precision = Literal["day", "month", "season", "year", "decade", "century"]

DATE: Final = re.compile(
    r"(?P<year>[0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?(?P<mark>[?~%]?)"
)
SEASONS: Final[dict[int, tuple[str, int]]] = {
    21: ("spring", 3),
    22: ("summer", 6),
    23: ("autumn", 9),
    24: ("winter", 12),
}
"""Season codes of EDTF level 1: the name and the first of its three months (northern hemisphere)."""
SLACK: Final[dict[Precision, int]] = {"day": 7, "month": 31, "season": 92, "year": 731, "decade": 1827, "century": 9131}
"""Days that ``~`` and ``%`` widen a date by on either side: about one more unit of what is written, two for a year."""
MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


class NotEdtfError(KbError, ValueError):
    """A text that is no date of the subset."""

    def __init__(self, text: str, why: str) -> None:
        super().__init__(
            f"not a date that this base reads: «{text}» ({why}); write 2013, 2013-03, 2013-03-12, 192X, "
            "2013-21 (spring), 2010/2013, /2013-12 (by the end of 2013), 2013/.. (from 2013 on), "
            "with ~ for about and ? for perhaps"
        )


@dataclass(frozen=True, slots=True)
class Interval:
    """Days from ``start`` to ``end``, both included, as proleptic ordinals; None is without limit on that side."""

    start: int | None
    end: int | None
    approximate: bool = False
    """Marked ``~`` or ``%``: the limits may lie ``slack`` days further out."""
    uncertain: bool = False
    """Marked ``?`` or ``%``: the source of the date itself is in doubt."""
    start_unknown: bool = False
    """Written ``/2013-12``: it began at some unknown time, unlike ``../2013-12``, which is always before."""
    end_unknown: bool = False
    slack: int = 0

    @property
    def days(self) -> int | None:
        """Length in days, or None without limit."""
        return None if self.start is None or self.end is None else self.end - self.start + 1

    @property
    def middle(self) -> float:
        """A single point to sort by; an open side counts as its other limit, and no limit at all as day 0."""
        known = [limit for limit in (self.start, self.end) if limit is not None]
        return sum(known) / len(known) if known else 0.0

    def meets(self, other: Interval) -> bool:
        """Whether at least one day lies in both, limits taken as written."""
        return _not_after(self.start, other.end) and _not_after(other.start, self.end)

    def holds(self, other: Interval) -> bool:
        """Whether the other lies wholly inside this one."""
        low = self.start is None or (other.start is not None and self.start <= other.start)
        return low and (self.end is None or (other.end is not None and other.end <= self.end))

    def is_before(self, other: Interval) -> bool:
        """Whether every day here comes before every day there."""
        return self.end is not None and other.start is not None and self.end < other.start

    def widened(self) -> Interval:
        """The interval with its slack taken on either side."""
        return self.padded(self.slack)

    def padded(self, days: int) -> Interval:
        """The interval with so many days more on either limited side."""
        start = None if self.start is None else self.start - days
        return replace(self, start=start, end=None if self.end is None else self.end + days, slack=0)

    def core(self) -> Interval:
        """The part that surely belongs to it: an unknown side shrinks to the known limit."""
        start = self.end if self.start_unknown else self.start
        return replace(self, start=start, end=self.start if self.end_unknown else self.end)

    def union(self, other: Interval) -> Interval:
        """The shortest interval that holds both."""
        start = None if self.start is None or other.start is None else min(self.start, other.start)
        end = None if self.end is None or other.end is None else max(self.end, other.end)
        return Interval(
            start,
            end,
            approximate=self.approximate or other.approximate,
            uncertain=self.uncertain or other.uncertain,
            start_unknown=start is None and (self.start_unknown or other.start_unknown),
            end_unknown=end is None and (self.end_unknown or other.end_unknown),
            slack=max(self.slack, other.slack),
        )


ALWAYS: Final = Interval(None, None)


def overlap(left: Interval | None, right: Interval | None) -> Overlap:
    """Whether two times share a day: surely, perhaps (unknown, about, doubtful), or not; None is unknown."""
    if left is None or right is None:
        return "possible"
    if not left.widened().meets(right.widened()):
        return "none"
    vague = left.approximate or right.approximate or left.uncertain or right.uncertain
    return "possible" if vague or not left.core().meets(right.core()) else "certain"


@lru_cache(maxsize=65_536)
def parse_edtf(text: str) -> Interval:
    """The interval that an EDTF text of the subset names; raises NotEdtfError (a ValueError) on any other."""
    left, slash, right = text.partition("/")
    if not slash:
        return ALWAYS if text == ".." else _parse_date(text, text)
    if not left and not right:
        raise NotEdtfError(text, "both sides are missing")
    start = _parse_side(left, text)
    end = _parse_side(right, text)
    if end.is_before(start):
        raise NotEdtfError(text, "the end comes before the start")
    return Interval(
        start.start,
        end.end,
        approximate=start.approximate or end.approximate,
        uncertain=start.uncertain or end.uncertain,
        start_unknown=not left,
        end_unknown=not right,
        slack=max(start.slack, end.slack),
    )


def is_edtf(text: str) -> bool:
    """Whether the text is a date of the subset."""
    try:
        parse_edtf(text)
    except NotEdtfError:
        return False
    return True


def edtf_in_words(text: str) -> str:
    """The date as a reader says it: «March 2013», «the 1920s», «by the end of 2013», «from 2010 to 2013»."""
    left, slash, right = text.partition("/")
    if not slash:
        return "at any time" if text == ".." else _date_in_words(text)
    open_left, open_right = left in ("", ".."), right in ("", "..")
    if open_left and open_right:
        return "at any time"
    if open_left:
        whole = DATE.fullmatch(right)
        ends = "the end of " if whole and not whole["day"] else ""
        return f"by {ends}{_date_in_words(_year_end(right))}"
    if open_right:
        return f"since {_date_in_words(left)}"
    return f"from {_date_in_words(left)} to {_date_in_words(right)}"


def _not_after(start: int | None, end: int | None) -> bool:
    return start is None or end is None or start <= end


def _parse_side(side: str, text: str) -> Interval:
    return ALWAYS if side in ("", "..") else _parse_date(side, text)


def _parse_date(part: str, text: str) -> Interval:
    found = DATE.fullmatch(part)
    if not found:
        raise NotEdtfError(text, f"«{part}» is no date")
    try:
        first, last, precision = _limits(found["year"], found["month"], found["day"])
    except ValueError as error:
        raise NotEdtfError(text, str(error)) from error
    approximate = found["mark"] in ("~", "%")
    return Interval(
        first.toordinal(),
        last.toordinal(),
        approximate=approximate,
        uncertain=found["mark"] in ("?", "%"),
        slack=SLACK[precision] if approximate else 0,
    )


def _limits(year: str, month: str | None, day: str | None) -> tuple[date, date, Precision]:
    """First day, last day and precision of one date; raises ValueError where the calendar has no such day."""
    low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if "X" in year and month:
        raise ValueError("a month needs a whole year")
    if month is None or month == "XX":
        if day not in (None, "XX"):
            raise ValueError("a day needs a month")
        precision: Precision = {0: "year", 1: "decade"}.get(year.count("X"), "century")  # type: ignore[assignment]  # get() widens literals
        return date(max(low, 1), 1, 1), date(high, 12, 31), precision
    if int(month) in SEASONS:
        return (*_season(low, int(month), day), "season")
    if day is None or day == "XX":
        return date(low, int(month), 1), date(low, int(month), monthrange(low, int(month))[1]), "month"
    only = date(low, int(month), int(day))
    return only, only, "day"


def _season(year: int, code: int, day: str | None) -> tuple[date, date]:
    if day is not None:
        raise ValueError("a season has no day")
    first = SEASONS[code][1]
    last_year, last = (year + 1, 2) if first == 12 else (year, first + 2)
    return date(year, first, 1), date(last_year, last, monthrange(last_year, last)[1])


def _year_end(right: str) -> str:
    """``2013-12`` as the year that it ends, since «by the end of 2013» is how people say it."""
    return right.replace("-12", "", 1) if re.fullmatch(r"[0-9]{4}-12[?~%]?", right) else right


def _date_in_words(part: str) -> str:
    found = DATE.fullmatch(part)
    if not found:
        raise NotEdtfError(part, "no date")
    mark = {"~": "about ", "?": "perhaps ", "%": "perhaps about "}.get(found["mark"], "")
    return mark + _plain_date(found["year"], found["month"], found["day"])


def _plain_date(year: str, month: str | None, day: str | None) -> str:
    if "X" in year:
        return f"the {year.replace('X', '0')}s"
    if month in (None, "XX"):
        return year
    number = int(month or 0)
    if number in SEASONS:
        return f"{SEASONS[number][0]} {year}"
    named = f"{MONTHS[number - 1]} {year}"
    return named if day in (None, "XX") else f"{int(day or 0)} {named}"
