"""The own question set over the seeds: tuned and held-out questions are scored apart, by the rule in the set's head."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import pytest

from leica_kb.index import build_index, open_index
from leica_kb.query import ask
from tests.query.scoring import DATA, Tally, is_right, read_questions, score_questions, seeds_content


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    path = tmp_path_factory.mktemp("seeds") / "index"
    build_index(path, seeds_content())
    connection = open_index(path)
    yield connection
    connection.close()


@pytest.fixture(scope="module")
def tallies(seeds: sqlite3.Connection) -> dict[str, Tally]:
    return score_questions(seeds, read_questions(DATA / "questions.yaml"))


@pytest.mark.parametrize(("part", "right", "refused"), [("tuned", 0.94, 0.97), ("held out", 0.9, 0.95)])
def test_the_own_questions(tallies: dict[str, Tally], part: str, right: float, refused: float) -> None:
    tally = tallies[part]
    assert tally.right / tally.answerable >= right
    assert tally.refused / tally.unanswerable >= refused


def test_the_set_is_as_large_and_as_odd_as_asked() -> None:
    questions = read_questions(DATA / "questions.yaml")
    assert len(questions) >= 200
    assert len({question["question"] for question in questions}) == len(questions)
    assert sum(not question["answerable"] for question in questions) >= 50
    assert sum(question["typos"] for question in questions) / len(questions) >= 0.5
    assert sum(question["held_out"] for question in questions) / len(questions) > 0.29


def test_the_score_can_fail(seeds: sqlite3.Connection) -> None:
    question = read_questions(DATA / "questions.yaml")[0]
    answer = ask(seeds, question["question"])
    assert is_right(question, answer)
    assert not is_right({**question, "evidence": []}, answer)
    assert not is_right({**question, "object": "kodak"}, answer)
    assert not is_right(question, ask(seeds, "who makes the sensor of the Zonk?"))
