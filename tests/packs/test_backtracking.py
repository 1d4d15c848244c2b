"""Patterns that some text would keep busy without end are refused when their pack is loaded."""

from __future__ import annotations

from pathlib import Path

import pytest

from leica_kb.packs import backtracking, load_packs
from leica_kb.packs.automaton import EndlessPatternError
from leica_kb.packs.backtracking import check_pattern
from leica_kb.packs.loading import pack_names
from tests.packs.writing import write_pack


@pytest.mark.parametrize(
    "regex",
    [
        r"(a+)+b",
        r"(?:a*)*b",
        r"(?:a?){25}b",
        r"(?:ab|ab)*c",
        r"(?:a|ab|b)*c",
        r"(?:\w+\s*)+Bridge",
        r"\w+(?:\s?\w+)*Works",
        r"(?: [A-Z]\w*\d?)*x",
        r"(?: (?:[A-Z]{1,4}|II))*x",
        r"(?: a?a?)*x",
        r"(?:\w{1,4}){1,16}x",
        r"(?i:(?:[A-Z][a-z]+)+)x",
        r"(?=(?:a+)+b)a",
    ],
)
def test_a_repeat_whose_turns_can_be_read_in_two_ways_is_refused(regex: str) -> None:
    with pytest.raises(EndlessPatternError, match="turn"):
        check_pattern(regex)


@pytest.mark.parametrize("regex", [r".*.*.*x", r"\w*\d+\w*x", r"\w+.*,?.*Lake"])
def test_three_repeats_that_share_what_they_read_are_refused(regex: str) -> None:
    with pytest.raises(EndlessPatternError, match="in a row"):
        check_pattern(regex)


@pytest.mark.parametrize(
    ("regex", "told"), [(r"x*", "no character"), (r"(?:a|)", "no character"), (r"(\w+) \1", "back"), ("a{700}a", None)]
)
def test_what_else_no_pattern_may_do(regex: str, told: str | None) -> None:
    if told is None:
        check_pattern(regex)  # a repeat counts once, whatever its number
    else:
        with pytest.raises(EndlessPatternError, match=told):
            check_pattern(regex)


@pytest.mark.parametrize(
    ("regex", "told"),
    [("ab" * 400, "longer than"), (r"(?:[a-z][0-9]|[a-z][A-Z]|[b-d]-){1,9}" * 30, "too intricate")],
)
def test_the_check_itself_ends(regex: str, told: str) -> None:
    with pytest.raises(EndlessPatternError, match=told):
        check_pattern(regex)


@pytest.mark.parametrize(
    "regex",
    [
        r"\b(?!The\b)[A-Z]\w+(?: [A-Z]\w+)* (?:Bridge|Viaduct)\b",
        r"(?:[A-Z][a-z]+)+ Light",
        r"\w+(?:-\w+)*(?: \w+)* x",
        r"(?:\w+, )*\w+ Ltd",
        r"(?:APO-|Super-|Macro-)*Nova",
        r"(?:[A-Z]\w*\s?){1,2} Works",
        r"(?: a{0,3})*x",
        r"[A-Z]\w*\d+",
        r"River .*",
    ],
)
def test_repeats_with_one_reading_stay(regex: str) -> None:
    check_pattern(regex)


def test_every_pattern_of_the_shipped_packs_passes() -> None:
    patterns = load_packs(pack_names())[0].patterns
    assert len(patterns) > 10
    for pattern in patterns:
        check_pattern(pattern.regex)


def test_the_refusal_tells_file_line_and_the_way_out_and_the_other_patterns_stay(tmp_path: Path) -> None:
    patterns = r"""
        parts: {word: '[a-z]+'}
        patterns:
          - {type: grape, regex: 'Tinta \w+'}
          - {type: grape, regex: '(?:{word})+ Noir'}
          - {type: grape, regex: '[a-z'}
    """
    pack, problems = load_packs([write_pack(tmp_path / "wine", patterns=patterns)])
    assert [pattern.regex for pattern in pack.patterns] == [r"Tinta \w+"]
    endless, broken = (found for found in problems if found.path.name == "patterns.yaml")
    lines = (tmp_path / "wine" / "patterns.yaml").read_text(encoding="utf-8").splitlines()
    assert (endless.line, broken.line) == tuple(
        at for at, line in enumerate(lines, 1) if "Noir" in line or "'[a-z'" in line
    )
    assert "(?:{word})+ Noir is left out" in endless.message
    assert "bound it ({0,2} for *, {1,2} for +)" in endless.message


def test_a_pattern_of_a_million_characters_is_not_even_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backtracking, "PARSER", None)
    with pytest.raises(EndlessPatternError, match="longer than 10,000 characters"):
        check_pattern("9" * 1_000_000)
