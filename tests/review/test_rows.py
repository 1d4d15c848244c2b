"""Files of verdicts: YAML or JSON Lines, each bad row told with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from leica_kb.errors import InputError
from leica_kb.review import ClaimVerdict
from leica_kb.review.rows import MOST, parse_verdicts

ONE, TWO = "c-000000000001", "c-000000000002"
HERE = Path("verdicts")


def told(data: bytes) -> list[str]:
    return [str(error) for error in parse_verdicts(data, HERE)[1]]


def test_a_yaml_list_of_verdicts() -> None:
    data = f"""# from the meeting
- claim: {ONE}
  verdict: accept
- {{claim: {TWO}, verdict: correct, set: {{predicate: made_by}}, because: by hand}}
"""
    assert parse_verdicts(data.encode(), HERE)[0] == (
        ClaimVerdict(ONE, "accept", path=HERE, line=2),
        ClaimVerdict(TWO, "correct", "by hand", {"predicate": "made_by"}, path=HERE, line=4),
    )


def test_json_lines_of_verdicts() -> None:
    data = f'\n{{"claim": "{ONE}", "verdict": "reject", "because": "a  joke"}}\n'
    assert parse_verdicts(data.encode(), HERE)[0] == (ClaimVerdict(ONE, "reject", "a  joke", path=HERE, line=2),)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("{claim: c-1, verdict: accept}", "claim: String should match"),
        (f"{{claim: {ONE}, verdict: perhaps}}", "verdict: Input should be 'accept', 'reject' or 'correct'"),
        (f"{{claim: {ONE}, verdict: accept, becuase: x}}", "becuase: no such key; keys are claim"),
        (f"{{verdict: accept, because: {ONE}}}", "claim: is missing"),
        (f"{{claim: {ONE}, verdict: reject}}", "a rejection needs a reason"),
        (f"{{claim: {ONE}, verdict: correct}}", "a correction needs what to set"),
        (f"{{claim: {ONE}, verdict: accept, set: {{subject: x}}}}", "only a correction sets values"),
        (f"{{claim: {ONE}, verdict: correct, set: {{id: {TWO}}}}}", "id is not set by a correction"),
        (ONE, "must be keys and their values"),
    ],
)
def test_a_bad_row_is_told_with_its_line_and_the_good_ones_are_read(row: str, message: str) -> None:
    data = f"- {{claim: {TWO}, verdict: accept}}\n- {row}\n".encode()
    (error,) = told(data)
    assert error.startswith("verdicts:2: ")
    assert message in error
    assert [given.claim for given in parse_verdicts(data, HERE)[0]] == [TWO]


def test_two_verdicts_on_one_claim_are_refused() -> None:
    data = f"- {{claim: {ONE}, verdict: accept}}\n- {{claim: {ONE}, verdict: accept}}\n".encode()
    assert told(data) == [f"verdicts:2: {ONE} has a verdict on line 1 already"]


def test_broken_json_is_told_line_by_line() -> None:
    data = f'{{"claim": "{ONE}", "verdict": "accept"}}\n{{"claim"\n'.encode() + b"{" * 100_000
    assert [error.partition(": not JSON")[0] for error in told(data)] == ["verdicts:2", "verdicts:3"]


def test_a_file_full_of_faults_is_not_read_to_its_end() -> None:
    assert len(told(b'{"verdict": "accept"}\n' * 5000)) == MOST


def test_what_is_no_list_at_all_is_refused() -> None:
    with pytest.raises(InputError, match="not a list of verdicts"):
        parse_verdicts(b"claim: x", HERE)
    with pytest.raises(InputError, match="tag"):
        parse_verdicts(b"- !!python/object:os.system {}", HERE)
    assert parse_verdicts(b"[]", HERE) == ((), ())
