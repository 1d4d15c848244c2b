from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leica_kb.errors import KbError
from leica_kb.lang.edtf import ALWAYS, Interval, NotEdtfError, edtf_in_words, is_edtf, overlap, parse_edtf


def _limits(text: str) -> tuple[str | None, str | None]:
    found = parse_edtf(text)
    start = None if found.start is None else date.fromordinal(found.start).isoformat()
    return start, None if found.end is None else date.fromordinal(found.end).isoformat()


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2013", "2013-01-01", "2013-12-31"),
        ("2013-02", "2013-02-01", "2013-02-28"),
        ("2012-02", "2012-02-01", "2012-02-29"),
        ("2013-03-12", "2013-03-12", "2013-03-12"),
        ("192X", "1920-01-01", "1929-12-31"),
        ("18XX", "1800-01-01", "1899-12-31"),
        ("2013-XX", "2013-01-01", "2013-12-31"),
        ("2013-XX-XX", "2013-01-01", "2013-12-31"),
        ("2013-05-XX", "2013-05-01", "2013-05-31"),
        ("2013-21", "2013-03-01", "2013-05-31"),
        ("2013-24", "2013-12-01", "2014-02-28"),
        ("2013-03/2013-12", "2013-03-01", "2013-12-31"),
        ("/2013-12", None, "2013-12-31"),
        ("../2013-12", None, "2013-12-31"),
        ("2013/..", "2013-01-01", None),
        ("2013/", "2013-01-01", None),
        ("..", None, None),
        ("192X/1935-06", "1920-01-01", "1935-06-30"),
    ],
)
def test_reads_the_first_and_the_last_day(text: str, start: str | None, end: str | None) -> None:
    assert _limits(text) == (start, end)


@pytest.mark.parametrize(
    "text",
    [
        "20133",
        "2013-3",
        "2013/2014/2015",
        "2013 ",
        "[2013,2014]",
        "192?X",
        "٢٠١٣",
        "",
        "/",
        "13",
        "2013-13",
        "2013-02-30",
        "2014/2013",
        "192X-03",
        "March 2013",
        "2013-XX-05",
        "2013-21-01",
        "0000",
    ],
)
def test_refuses_what_is_no_date_and_says_what_to_write(text: str) -> None:
    with pytest.raises(NotEdtfError, match="write 2013"):
        parse_edtf(text)
    assert not is_edtf(text)


def test_a_refusal_is_a_value_error_and_a_kb_error() -> None:
    assert issubclass(NotEdtfError, ValueError)
    assert issubclass(NotEdtfError, KbError)
    assert is_edtf("192X")


@pytest.mark.parametrize(("text", "approximate", "uncertain"), [("2013~", 1, 0), ("2013?", 0, 1), ("2013%", 1, 1)])
def test_marks_are_kept(text: str, approximate: int, uncertain: int) -> None:
    found = parse_edtf(text)
    assert (found.approximate, found.uncertain) == (bool(approximate), bool(uncertain))


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("2013", "2013-03", "certain"),
        ("2013", "2014", "none"),
        ("2013~", "2014", "possible"),
        ("2013?", "2013", "possible"),
        ("2013~", "2019", "none"),
        ("192X", "1918", "none"),
        ("192X~", "1918", "possible"),
        ("2010/..", "2024", "certain"),
        ("2010/", "2024", "possible"),
        ("/2013-12", "2013-05", "possible"),
        ("../2013-12", "2013-05", "certain"),
        ("/2013-12", "2014", "none"),
        ("..", "1900", "certain"),
    ],
)
def test_overlap_is_certain_possible_or_none(left: str, right: str, expected: str) -> None:
    assert overlap(parse_edtf(left), parse_edtf(right)) == expected


def test_an_unknown_time_overlaps_possibly() -> None:
    assert overlap(None, parse_edtf("2013")) == "possible"
    assert overlap(None, None) == "possible"


def test_holds_needs_both_limits_inside() -> None:
    decade, year, after = parse_edtf("192X"), parse_edtf("1923"), parse_edtf("1925/..")
    assert decade.holds(year)
    assert not year.holds(decade)
    assert not decade.holds(after)
    assert ALWAYS.holds(after)
    assert not after.holds(ALWAYS)


def test_days_and_middle() -> None:
    assert parse_edtf("2013").days == 365
    assert parse_edtf("2013/..").days is None
    assert parse_edtf("2013-03-12").middle == date(2013, 3, 12).toordinal()
    assert parse_edtf("2013/..").middle == date(2013, 1, 1).toordinal()
    assert ALWAYS.middle == 0.0


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2013-03", "March 2013"),
        ("192X", "the 1920s"),
        ("18XX", "the 1800s"),
        ("2013-03-12", "12 March 2013"),
        ("/2013-12", "by the end of 2013"),
        ("/2013-05", "by the end of May 2013"),
        ("/2013-05-03", "by 3 May 2013"),
        ("2010/2013", "from 2010 to 2013"),
        ("2010/..", "since 2010"),
        ("..", "at any time"),
        ("../..", "at any time"),
        ("2013~", "about 2013"),
        ("2013?", "perhaps 2013"),
        ("2013-21", "spring 2013"),
        ("2013-XX", "2013"),
    ],
)
def test_in_words(text: str, words: str) -> None:
    assert edtf_in_words(text) == words


def test_in_words_refuses_what_is_no_date() -> None:
    with pytest.raises(NotEdtfError):
        edtf_in_words("soon")


DAYS = st.one_of(st.none(), st.integers(700_000, 740_000))


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    start, end = draw(DAYS), draw(DAYS)
    if start is not None and end is not None and end < start:
        start, end = end, start
    return Interval(start, end, approximate=draw(st.booleans()), uncertain=draw(st.booleans()), slack=30)


@given(intervals(), intervals())
def test_overlap_does_not_depend_on_the_side(left: Interval, right: Interval) -> None:
    assert overlap(left, right) == overlap(right, left)


@given(intervals(), intervals())
def test_the_union_holds_both_and_what_is_held_meets(left: Interval, right: Interval) -> None:
    whole = left.union(right)
    assert whole.holds(left)
    assert whole.holds(right)
    assert whole.meets(left)


@given(intervals(), intervals())
def test_before_and_meets_exclude_each_other(left: Interval, right: Interval) -> None:
    assert not (left.is_before(right) and left.meets(right))
    assert left.meets(right) or left.is_before(right) or right.is_before(left)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_day_is_inside_its_month_inside_its_year_inside_its_decade(day: date) -> None:
    text = day.isoformat()
    chain = [parse_edtf(part) for part in (text, text[:7], text[:4], f"{text[:3]}X", f"{text[:2]}XX")]
    assert all(whole.holds(part) for part, whole in pairwise(chain))
