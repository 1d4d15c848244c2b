"""An answer on a screen: verdicts once, statements as sentences, compared names in front, equal words once."""

from __future__ import annotations

from leica_kb.kb.answers.names import Names, Wording
from leica_kb.kb.answers.told import Told
from leica_kb.model import Claim, EntityValue
from leica_kb.query import Answer, AnswerGroup
from leica_kb.render.answers import answer_blocks
from leica_kb.render.plain import draw_plain

NAMES = Names(
    {"acme-z10": "Acme Z10", "lyon": "Lyon"}, {"made_in": Wording("factories", "{subject} is made in {object}")}
)


def claim(name: str, start: int = 0) -> Claim:
    quote = "built in Lyon"
    return Claim(
        id=name,
        source="post",
        subject="acme-z10",
        predicate="made_in",
        object=EntityValue("lyon"),
        quote=quote,
        start=start,
        end=start + len(quote),
    )


def drawn(answer: Answer) -> list[str]:
    return draw_plain(answer_blocks(Told(answer, (), NAMES)), 80).splitlines()


def test_a_verdict_stands_once_and_equal_words_once() -> None:
    group = AnswerGroup("yes", (claim("c-1"), claim("c-2", 50)))
    shown = drawn(Answer("is it?", {}, answered=True, answers=(group,), verdict="yes"))
    assert shown[0] == "Yes: Acme Z10 is made in Lyon"
    assert "Yes" not in shown[1:]
    assert sum("built in Lyon" in row for row in shown) == 1
    assert "c-1" in " ".join(shown)


def test_a_statement_is_a_sentence() -> None:
    group = AnswerGroup("Acme Z10 — made in — Lyon", (claim("c-1"),))
    assert drawn(Answer("what?", {}, answered=True, answers=(group,)))[0] == "Acme Z10 is made in Lyon"


def test_compared_names_stand_in_front() -> None:
    group = AnswerGroup("Lyon", (claim("c-1"),))
    shown = drawn(Answer("Z10 vs Z11", {"compares": True}, answered=True, answers=(group,)))
    assert shown[0] == "Acme Z10: Lyon"
