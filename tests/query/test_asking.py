from __future__ import annotations

import sqlite3
from collections.abc import Sequence

import pytest

from leica_kb.index import StaleIndexError
from leica_kb.model import Claim, Finding
from leica_kb.query import Answer, ask
from tests.query.bases import base, say

SHUTTER = say("Bolt supplies the shutter of the Z-Line", "acme-z-line", "shutter_supplier", "bolt")
Z10 = say("The shutter of the Z10 is by Crux", "acme-z10", "shutter_supplier", "crux", start=50)
LYON = say("The Z10 is built in Lyon", "acme-z10", "made_in", "lyon", start=100)
WAIT = say("For the Z10 you wait one year", "acme-z10", "waiting_list", {"number": 1, "unit": "year"}, stated="2013-03")
PRICE = say("A Z10 sells for £799", "acme-z10", "price", {"money": 799, "currency": "GBP"})
US = say("Its largest market is the US", "acme", "market_rank", "united-states", qualifiers={"rank": 1})
FRANCE = say("second comes France", "acme", "market_rank", "france", qualifiers={"rank": 2}, start=30)
JAPAN = say(
    "Lee believes Japan will pass France",
    "acme",
    "market_rank",
    "japan",
    qualifiers={"rank": 2},
    modality="predicted",
    by=["ann-lee"],
)
CHAIR = say("Ann Lee, chairman of Acme", "ann-lee", "holds_role", "acme", qualifiers={"role": "chairman of the board"})
PLANT = say("a plant in Lyon since May 2010", "acme", "has_factory_in", "lyon", qualifiers={"opened": "2010-05"})
CLUB = tuple(
    say(f"{name} is in the club", name, "member_of", "z-club", start=n) for n, name in enumerate(("acme", "bolt"))
)


def quotes(answer: Answer) -> list[str]:
    return [claim.quote for group in answer.answers for claim in group.claims]


def asked(question: str, *claims: Claim) -> Answer:
    connection = base(*claims)
    try:
        return ask(connection, question)
    finally:
        connection.close()


ANSWERED: Sequence[tuple[str, Sequence[Claim], str, str]] = [
    ("Who makes the shutter of the Z10?", (SHUTTER, Z10), Z10.quote, "Crux"),
    ("who supplies the shutter in the Acme Z-11", (SHUTTER, Z10), SHUTTER.quote, "Bolt"),
    ("whose shutter does the acme z 10 use?", (SHUTTER, Z10), Z10.quote, "Crux"),
    ("which company is behind the shuter of the Z10", (SHUTTER, Z10), Z10.quote, "Crux"),
    ("Z10 shutter", (SHUTTER, Z10), Z10.quote, "Crux"),
    ("where is the Z10 built?", (LYON, Z10), LYON.quote, "Lyon"),
    ("in which town is the Z10 built?", (LYON,), LYON.quote, "Lyon"),
    ("Is the Z10 built in France?", (LYON,), LYON.quote, "yes"),
    ("isn't the Z10 built in Europe", (LYON,), LYON.quote, "yes"),
    ("is the Z10 built in Japan?", (LYON,), LYON.quote, "Lyon"),
    ("how long is the wait for a Z10", (WAIT,), WAIT.quote, "1 year"),
    ("how many years is the waiting list for the Z10", (WAIT,), WAIT.quote, "1 year"),
    ("how long was the wait for a Z10 in 2013", (WAIT,), WAIT.quote, "1 year"),
    ("how much does a Z10 cost?", (PRICE, WAIT), PRICE.quote, "£799"),
    ("price of a Z10", (PRICE, WAIT), PRICE.quote, "£799"),
    ("What is Acme's biggest market?", (US, FRANCE), US.quote, "United States"),
    ("what is the second largest market of acme", (US, FRANCE, JAPAN), FRANCE.quote, "France"),
    ("acme's number 2 market", (US, FRANCE), FRANCE.quote, "France"),
    ("what rank does France have among Acme's markets?", (US, FRANCE), FRANCE.quote, "second"),
    ("which country will probably come second among Acme's markets", (US, FRANCE, JAPAN), JAPAN.quote, "Japan"),
    ("who is the chairman of Acme", (CHAIR,), CHAIR.quote, "Dr. Ann Lee"),
    ("who is the head of Acme's board", (CHAIR,), CHAIR.quote, "Dr. Ann Lee"),
    ("what position does Ann Lee have?", (CHAIR,), CHAIR.quote, "chairman of the board"),
    ("is Ann Lee chairman of Acme?", (CHAIR,), CHAIR.quote, "yes"),
    ("when did Acme open the plant in Lyon?", (PLANT,), PLANT.quote, "May 2010"),
    ("where does Ann Lee work", (CHAIR,), CHAIR.quote, "Acme"),
    ("how many companies are in the Z Club?", CLUB, CLUB[0].quote, "Acme"),
    ("do you know who makes the shutter of the Z10?", (SHUTTER, Z10), Z10.quote, "Crux"),
    ("who made the shutter of the Z10: Bolt or Crux", (SHUTTER, Z10), Z10.quote, "Crux"),
]


@pytest.mark.parametrize(("question", "claims", "quote", "value"), ANSWERED, ids=[case[0] for case in ANSWERED])
def test_a_question_gets_its_claim(question: str, claims: Sequence[Claim], quote: str, value: str) -> None:
    answer = asked(question, *claims)
    assert answer.answered
    assert (answer.answers[0].value, answer.answers[0].claims[0].quote) == (value, quote)


REFUSED: Sequence[tuple[str, Sequence[Claim], str]] = [
    ("Who makes the shutter of the Acme Z12?", (SHUTTER, Z10), "unknown-entity"),
    ("who makes the shutter of the zonk", (SHUTTER, Z10), "unknown-entity"),
    ("Who makes the shutter of the Zonk?", (SHUTTER, Z10), "unknown-entity"),
    ("how many megapixels does the Z10 have", (SHUTTER, Z10, LYON), "unknown-attribute"),
    ("who is the treasurer of Acme?", (CHAIR,), "unknown-attribute"),
    ("who is the chairman of Bolt?", (CHAIR, SHUTTER), "not-stated"),
    ("where is the Z11 built?", (LYON,), "not-stated"),
    ("how much does a Z11 cost?", (PRICE, SHUTTER), "not-stated"),
    ("what is Acme's third biggest market", (US, FRANCE), "not-stated"),
    ("what is Acme's smallest market", (US, FRANCE), "unknown-attribute"),
    ("how long was the wait for a Z10 in 2020", (WAIT,), "unknown-attribute"),
    ("how many people are in the Z Club?", CLUB, "unknown-attribute"),
    ("how many", CLUB, "not-understood"),
    ("when was the Z10 built?", (LYON,), "not-stated"),
    ("who was chairman of Acme before Ann Lee", (CHAIR,), "unknown-attribute"),
    ("tell me a joke", (CHAIR,), "unknown-attribute"),
    ("", (CHAIR,), "not-understood"),
]


@pytest.mark.parametrize(("question", "claims", "silence"), REFUSED, ids=[case[0] for case in REFUSED])
def test_what_no_claim_tells_is_refused(question: str, claims: Sequence[Claim], silence: str) -> None:
    answer = asked(question, *claims)
    assert (answer.answered, answer.answers, answer.silence) == (False, (), silence)
    assert answer.message.startswith("the corpus does not say: ")


def test_an_unknown_name_is_named_in_full_and_the_nearest_claims_are_shown_as_near() -> None:
    answer = asked("Who makes the shutter of the Acme Z12?", SHUTTER, Z10)
    assert "«Acme Z12»" in answer.message
    assert {claim.id for claim in answer.nearest} == {SHUTTER.id, Z10.id}
    assert answer.understood["unknown"] == ["Z12"]


def test_a_digit_is_never_taken_for_a_typo() -> None:
    assert not asked("who makes the shutter of the Z1O", Z10).answered
    assert asked("who maks the shutterr of the Z10", Z10).answered


def test_what_was_mended_is_told() -> None:
    answer = asked("whre is the Z10 bulit", LYON)
    assert answer.understood["corrected"] == {"whre": "where", "bulit": "built"}
    assert answer.answered


def test_a_word_with_two_equally_near_spellings_is_tried_both_ways() -> None:
    part = say("The Z10 has a metal grip", "acme-z10", "has_feature", {"text": "metal grip"})
    other = say("The Z10 has a medal", "acme-z10", "has_feature", {"text": "medal"}, start=40)
    assert asked("does the Z10 have a metel grip", part, other).answered


def test_a_yes_or_no_question_gets_its_verdict() -> None:
    no = say("Bolt does not build Acmes", "acme-cameras", "made_by", "bolt", polarity="denied")
    yes = say("Bolt builds Acmes", "acme-cameras", "made_by", "bolt", source="b")
    assert asked("does Bolt build Acmes?", no).verdict == "no"
    assert asked("does Bolt build Acmes?", yes).verdict == "yes"
    assert asked("does Bolt build Acmes?", no, yes).verdict == "disputed"
    assert asked("does Crux build Acmes?", yes).verdict == "no"
    assert asked("does Crux build Acmes?", yes).message == "no: Bolt"
    assert not asked("does Crux build Acmes?", no).answered


def test_who_is_not_answered_by_a_denial() -> None:
    no = say("Bolt does not build Acmes", "acme-cameras", "made_by", "bolt", polarity="denied")
    assert not asked("who builds Acmes?", no).answered
    assert asked("who does not build Acmes?", no).answers[0].value == "not Bolt"


def test_where_may_be_answered_by_a_denial() -> None:
    no = say("The Z10 is not made in Japan", "acme-z10", "made_in", "japan", polarity="denied")
    assert asked("where is the Z10 made?", no).answers[0].value == "not Japan"


def test_findings_stand_beside_the_answer_loud_ones_first() -> None:
    findings = [
        Finding("f-1", "value", "note", (LYON.id,), (Z10.id,), "r", "e"),
        Finding("f-2", "value", "contradiction", (LYON.id,), (Z10.id,), "r", "e"),
        Finding("f-3", "value", "tension", (SHUTTER.id,), (Z10.id,), "r", "e"),
    ]
    connection = base(LYON, Z10, SHUTTER, findings=findings)
    assert ask(connection, "where is the Z10 built?").answers[0].findings == ("f-2", "f-1")
    connection.close()


def test_relays_of_one_interview_are_one_witness() -> None:
    told = ["ann-lee", "via:the-post"]
    claims = (
        say("built in Lyon", "acme-z10", "made_in", "lyon", by=told),
        say("it is built in Lyon", "acme-z10", "made_in", "lyon", by=told, source="b"),
        say("Lyon is where it is built", "acme-z10", "made_in", "lyon", source="c"),
        say("built by hand in Lyon", "acme-z10", "made_in", "lyon", by=["commenter:1"], source="c", start=60),
    )
    answer = asked("where is the Z10 built?", *claims)
    assert (len(answer.answers[0].claims), answer.answers[0].witnesses) == (4, 2)


def test_sources_of_one_origin_are_one_witness() -> None:
    claims = (
        say("built in Lyon", "acme-z10", "made_in", "lyon"),
        say("it is built in Lyon", "acme-z10", "made_in", "lyon", source="b"),
    )
    connection = base(*claims, witnesses={"a": "told by the-post", "b": "told by the-post"})
    assert ask(connection, "where is the Z10 built?").answers[0].witnesses == 1
    connection.close()


def test_what_a_person_said_of_something() -> None:
    praise = say(
        "Lee called the Z10 a leap", "acme-z10", "assessment", {"text": "a leap"}, by=["ann-lee"], modality="opinion"
    )
    assert quotes(asked("what did Lee think of the Z10?", praise, LYON)) == [praise.quote]
    assert quotes(asked("Ann Lee on the Z10", praise, LYON)) == [praise.quote]
    assert quotes(asked("according to Lee, what about the Z10", praise, LYON)) == [praise.quote]
    assert not asked("what did Lee think of the Z11?", praise).answered
    assert asked("who says the Z10 is a leap?", praise).answers[0].value == "Dr. Ann Lee"


def test_what_a_commenter_or_a_publication_said() -> None:
    comment = say("The Z10 is a brick", "acme-z10", "assessment", {"text": "a brick"}, by=["commenter:1"], source="b")
    own = say("The Z10 is good", "acme-z10", "assessment", {"text": "good"})
    assert quotes(asked("what did the commenter say about the Z10 brick", comment, own)) == [comment.quote]
    assert quotes(asked("what does The Post say about the Z10", comment, own)) == [own.quote]


def test_what_a_source_does_not_know_answers_the_question_that_it_words() -> None:
    unknown = say(
        "not clear when a Z-Line camera may make it to market",
        "acme-z-line",
        "unknown_to_source",
        {"text": "when it comes"},
    )
    assert asked("when will a Z-Line camera come out?", unknown).answers[0].value == "not known"
    assert not asked("who will release a Z-Line camera?", unknown).answered
    whether = say(
        "unclear whether Bolt builds the Z-Line", "acme-z-line", "unknown_to_source", {"text": "whether Bolt builds it"}
    )
    assert asked("will Bolt build the Z-Line?", whether).verdict == "not stated"


def test_a_claim_about_a_part_answers_only_when_the_part_is_asked_for() -> None:
    part = say("The grip of the Z10 is made in Japan", "acme-z10", "made_in", "japan", qualifiers={"component": "grip"})
    assert not asked("where is the Z10 made?", part).answered
    assert asked("where is the grip of the Z10 made?", part).answers[0].value == "Japan"


def test_some_of_a_line_is_not_every_member() -> None:
    some = say("Some of the Z-Line is made in Japan", "acme-z-line", "made_in", "japan", qualifiers={"scope": "some"})
    assert asked("where is the Z-Line made?", some).answered
    assert not asked("where is the Z11 made?", some).answered


def test_a_line_is_answered_by_its_members_and_a_company_by_its_products() -> None:
    assert quotes(asked("where is the Z-Line built?", LYON)) == [LYON.quote]
    assert quotes(asked("Who makes Acme's shutter?", Z10)) == [Z10.quote]
    assert not asked("where are Bolt's cameras built?", LYON).answered


def test_twins_differ_without_being_named() -> None:
    cosmetic = say("The differences are mostly cosmetic", "acme-twins", "differs_from", {"text": "mostly cosmetic"})
    assert quotes(asked("how do Bolt-made Acmes differ from Bolt cameras?", cosmetic)) == [cosmetic.quote]
    assert quotes(asked("differences between Bolt Acmes and Bolt cameras", cosmetic)) == [cosmetic.quote]


def test_names_side_by_side_are_answered_one_by_one() -> None:
    z11 = say("The Z11 is built in Japan", "acme-z11", "made_in", "japan", start=200)
    answer = asked("Z10 vs Z11: where are they built?", LYON, z11)
    assert {group.value for group in answer.answers} == {"Lyon", "Japan"}


def test_either_or_is_met_by_either() -> None:
    hand = say("Acmes are hand-made", "acme-cameras", "made_how", {"text": "by-hand"})
    assert asked("are Acmes made by hand or mass produced?", hand).verdict == "yes"
    assert not asked("are Acmes glued or mass produced?", hand).answered


def test_all_that_is_said_of_a_lone_name() -> None:
    assert set(quotes(asked("tell me about the Z10", LYON, WAIT, SHUTTER))) == {LYON.quote, WAIT.quote}


def test_which_of_a_class() -> None:
    answer = asked("which Acme cameras come from Lyon?", LYON)
    assert answer.answers[0].value == "Acme Z10"


def test_a_lower_case_word_that_asks_is_no_name_and_a_capital_one_is() -> None:
    polish = say("The Z10 is polished in Lyon", "acme-z10", "has_feature", {"text": "polish"})
    assert asked("does the Z10 have polish?", polish).answered
    assert ask_ids("What is the US market rank for Acme?", US) == ["united-states", "acme"]
    assert ask_ids("tell us about Acme", US) == ["acme"]


def ask_ids(question: str, *claims: Claim) -> list[str]:
    return [entity["ids"][0] for entity in asked(question, *claims).understood["entities"]]


def test_words_that_only_name_the_article_need_no_account() -> None:
    assert asked("according to the French article, where is the Z10 built?", LYON).answered


def test_where_the_dutch_company_is_lies_in_its_adjective() -> None:
    crux = say("Crux, a French company", "crux", "based_in", "france")
    assert asked("where is the French company Crux based?", crux).answers[0].value == "France"


def test_which_country_prefers_the_country_over_the_town() -> None:
    country = say("The Z10 is built in France", "acme-z10", "made_in", "france", source="b")
    assert asked("in which country is the Z10 built?", LYON, country).answers[0].value == "France"
    assert asked("in which city is the Z10 built?", LYON, country).answers[0].value == "Lyon"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ({"number": 3, "unit": "year", "bound": "at_least"}, "at least 3 years"),
        ({"number": 1, "unit": "month"}, "1 month"),
        ({"text": "a long time"}, "a long time"),
    ],
)
def test_durations_in_plain_words(value: dict[str, object], words: str) -> None:
    wait = say("one waits for the Z10", "acme-z10", "waiting_list", value)
    assert asked("how long is the wait for the Z10?", wait).answers[0].value == words


@pytest.mark.parametrize(
    ("date", "words"), [("192X", "the 1920s"), ("/1925-12", "by the end of 1925"), ("1925", "1925")]
)
def test_dates_in_plain_words(date: str, words: str) -> None:
    founded = say("Acme was founded then", "acme", "founded_in", {"date": date})
    assert asked("when was Acme founded?", founded).answers[0].value == words


def test_a_date_may_stand_in_the_words_alone() -> None:
    plant = say("a plant in Lyon", "acme", "has_factory_in", "lyon")
    assert not asked("when did Acme open the plant in Lyon?", plant).answered
    opened = say("opened a plant in Lyon in March 2013", "acme", "has_factory_in", "lyon")
    assert asked("when did Acme open the plant in Lyon?", opened).answered


def test_rejected_claims_answer_nothing() -> None:
    wrong = say("The Z10 is built in Japan", "acme-z10", "made_in", "japan", review="rejected")
    assert not asked("where is the Z10 built?", wrong).answered


def test_a_damaged_row_is_told_not_believed() -> None:
    whole = base(LYON)
    copy = sqlite3.connect(":memory:")
    whole.backup(copy)
    copy.execute("UPDATE claim SET data = replace(data, 'lyon', 'japan')")
    with pytest.raises(StaleIndexError, match="checksum"):
        ask(copy, "where is the Z10 built?")
    copy.close()
    whole.close()


def test_the_machine_form_has_the_keys_of_the_design() -> None:
    data = asked("where is the Z10 built?", LYON).to_json()
    assert list(data)[:5] == ["question", "understood", "answered", "answers", "nearest"]
    assert set(data["answers"][0]) >= {"value", "claims", "findings"}
    assert data["answers"][0]["claims"] == [LYON.to_json()]


def test_the_same_question_gets_the_same_answer() -> None:
    claims = (LYON, Z10, SHUTTER, WAIT, PRICE, US, FRANCE, JAPAN, CHAIR)
    first = asked("Z10", *claims).to_json()
    assert asked("Z10", *reversed(claims)).to_json() == first


def test_names_set_against_each_other_are_answered_each_by_itself() -> None:
    answer = asked("Z10 vs Z11 shutter", SHUTTER, Z10)
    assert [group.value for group in answer.answers] == ["Crux", "Bolt"]
    assert answer.understood["compares"]
