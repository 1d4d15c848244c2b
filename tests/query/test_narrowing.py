"""Questions with a filter beside them: read apart, answered from the claims that it leaves, refused by its name."""

from __future__ import annotations

import pytest

from leica_kb.model import Claim
from leica_kb.query import Answer, ask, parse_filter
from leica_kb.query.narrowing import part_question
from tests.query.bases import base, say

LYON = say("The Z10 is built in Lyon", "acme-z10", "made_in", "lyon", stated="2010")
POLAND = say("The Z10 is built in Poland", "acme-z10", "made_in", "poland", stated="2020", start=40, by=["ann-lee"])
QUESTION = "where is the Z10 built?"


def asked(filter_: str, *claims: Claim, question: str = QUESTION) -> Answer:
    connection = base(*claims)
    try:
        return ask(connection, question, parse_filter(filter_))
    finally:
        connection.close()


def values(answer: Answer) -> list[str]:
    return [group.value for group in answer.answers]


@pytest.mark.parametrize(
    ("text", "question", "terms"),
    [
        ("who makes the Z10?", "who makes the Z10?", ""),
        ("who makes the Z10 source:post stated:>=2013", "who makes the Z10", "source:post stated:>=2013"),
        ("as-of:2013 who owns Acme", "who owns Acme", "as-of:2013"),
        ('who makes it object:"Acme Z10" now', "who makes it now", 'object:"Acme Z10"'),
        ("Acme: who owns it? see http://acme.example", "Acme: who owns it? see http://acme.example", ""),
        ("what happened at 10:30", "what happened at 10:30", ""),
    ],
)
def test_question_and_filter_are_told_apart(text: str, question: str, terms: str) -> None:
    assert part_question(text) == (question, terms)


@pytest.mark.parametrize(
    ("filter_", "found"),
    [
        ("source:*", {"Lyon", "Poland"}),
        ("stated:>=2013", {"Poland"}),
        ("stated:<2013", {"Lyon"}),
        ("as-of:2015", {"Lyon"}),
        ("speaker:ann-lee", {"Poland"}),
        ("speaker:none", {"Lyon"}),
    ],
)
def test_only_what_the_filter_leaves_answers(filter_: str, found: set[str]) -> None:
    answer = asked(filter_, LYON, POLAND)
    assert set(values(answer)) == found
    assert answer.understood["filter"]


def test_order_and_limit() -> None:
    assert values(asked("sort:stated", LYON, POLAND)) == ["Lyon", "Poland"]
    assert values(asked("sort:-stated", LYON, POLAND)) == ["Poland", "Lyon"]
    assert values(asked("sort:-stated limit:1", LYON, POLAND)) == ["Poland"]


def test_what_the_filter_takes_away_lies_near() -> None:
    answer = asked("source:'none*'", LYON)
    assert (answer.answered, answer.silence, answer.answers) == (False, "not-stated", ())
    assert answer.message == "the corpus does not say: no claim that meets «source:none*» tells this"
    assert [claim.quote for claim in answer.nearest] == [LYON.quote]


def test_without_an_answer_at_all_the_reason_stays_the_question_s() -> None:
    answer = asked("stated:2010", LYON, question="who founded Zonk?")
    assert "Zonk" in answer.message
