"""Comparisons, lists, counts, speakers, reasons, times and yes or no, each in several wordings."""

from __future__ import annotations

import pytest

from leica_kb.model import Claim, Finding
from leica_kb.query import Answer, ask, parse_filter
from tests.query.bases import base, say

Z10 = say("The shutter of the Z10 is by Crux", "acme-z10", "shutter_supplier", "crux")
Z11 = say("The shutter of the Z11 is by Bolt", "acme-z11", "shutter_supplier", "bolt", start=50)
PLANTS = (
    say(
        "Opened a new factory in Lyon in March 2013", "acme", "has_factory_in", "lyon", qualifiers={"opened": "2013-03"}
    ),
    say("the works in Poland", "acme", "has_factory_in", "poland", start=60),
    say("Bolt builds them in Japan", "bolt", "has_factory_in", "japan", start=90),
)
LEE = (
    say("a leap", "acme-z10", "assessment", {"text": "the Z10 is a leap"}, by=["ann-lee"], modality="opinion"),
    say("Crux made the Z10’s shutter, said Lee", "acme-z10", "shutter_supplier", "crux", by=["ann-lee"], start=20),
)
SAME = say("they are two companies", "acme", "one_with", "bolt", polarity="denied")


def asked(question: str, *claims: Claim, findings: tuple[Finding, ...] = ()) -> Answer:
    connection = base(*claims, findings=findings)
    try:
        return ask(connection, question)
    finally:
        connection.close()


def values(answer: Answer) -> list[str]:
    return [group.value for group in answer.answers]


@pytest.mark.parametrize(
    "question",
    [
        "Z10 vs Z11 shutter",
        "compare the shutters of the Z10 and the Z11",
        "difference between z10 and z11 shutters",
        "which shutter is in the Z10 and which in the Z11?",
    ],
)
def test_names_set_side_by_side_are_each_answered(question: str) -> None:
    answer = asked(question, Z10, Z11)
    assert values(answer) == ["Crux", "Bolt"]
    assert answer.understood["compares"]


def test_a_name_of_which_nothing_is_told_is_named() -> None:
    answer = asked("Z10 vs Z11 shutter", Z10)
    assert (values(answer), answer.understood["silent"]) == (["Crux"], ["Z11"])


def test_bare_names_are_compared_in_what_is_told_of_both() -> None:
    based = [
        say("Acme sits in Lyon", "acme", "based_in", "lyon"),
        say("Bolt sits in Japan", "bolt", "based_in", "japan"),
    ]
    assert values(asked("acme vs bolt", *based, PLANTS[2])) == ["Lyon", "Japan"]


def test_what_is_asked_between_two_names_is_never_answered_for_one() -> None:
    other = say("Acme and Crux are the same", "acme", "one_with", "crux")
    assert not asked("are acme and bolt the same company", other).answered


@pytest.mark.parametrize("question", ["all factories", "list every factory", "which factories are there?"])
def test_a_list_holds_every_value_whatever_words_its_claims_use(question: str) -> None:
    answer = asked(question, *PLANTS)
    assert {claim.quote for group in answer.answers for claim in group.claims} == {plant.quote for plant in PLANTS}


def test_a_list_is_not_cut() -> None:
    many = [say(f"The plant number {n}", "acme", "has_factory_in", f"town-{n}", start=40 * n) for n in range(1500)]
    assert len(asked("list all factories", *many).answers) == 1500


def test_a_long_list_lacks_evidence_rather_than_values() -> None:
    many = [say(f"The plant number {n}", "acme", "has_factory_in", "lyon", start=40 * n) for n in range(700)]
    answer = asked("list all factories", *many, PLANTS[1])
    assert sorted(values(answer)) == ["Acme — has factory in — Lyon", "Acme — has factory in — Poland"]
    assert 1 < len(max(answer.answers, key=lambda group: len(group.claims)).claims) < 700


def test_a_filter_chooses_from_all_claims() -> None:
    many = [
        say(f"The Z10 number {n} is built there", "acme-z10", "made_in", "japan", start=40 * n) for n in range(1200)
    ]
    last = say("The Z10 is built in Lyon", "acme-z10", "made_in", "lyon", source="b")
    connection = base(*many, last)
    assert values(ask(connection, "where is the Z10 built?", parse_filter("source:b"))) == ["Lyon"]
    connection.close()


@pytest.mark.parametrize("question", ["how many factories does Acme have", "number of Acme factories"])
def test_what_is_counted_is_named(question: str) -> None:
    assert sorted(values(asked(question, *PLANTS))) == ["Lyon", "Poland"]


@pytest.mark.parametrize("question", ["what did Lee say about the Z10?", "ann lee's opinion on the z10"])
def test_all_that_one_has_said_of_it(question: str) -> None:
    answer = asked(question, *LEE, Z11)
    assert {claim.quote for group in answer.answers for claim in group.claims} >= {LEE[0].quote}
    assert all(claim.speaker == "ann-lee" for group in answer.answers for claim in group.claims)


def test_a_company_speaks_where_a_verb_of_saying_follows_it() -> None:
    own = say("we are in danger", "acme", "assessment", {"text": "in danger"}, by=["bolt"])
    told = say("Acme is small", "acme", "assessment", {"text": "small"}, start=30)
    assert values(asked("what does Bolt say about Acme?", own, told)) == ["Acme — assessment — in danger"]


def test_who_says_it_is_a_name_and_never_denied() -> None:
    never = say("Acme will not build a Z11", "acme-z11", "made_in", "lyon", polarity="denied", by=["ann-lee"])
    assert values(asked("who said the Z11 is not built in Lyon?", never)) == ["Dr. Ann Lee"]


def test_a_reason_is_what_follows_because() -> None:
    quote = "Acme has no plant in Lyon because rents are high"
    reason = say(quote, "acme", "has_factory_in", "lyon", polarity="denied")
    assert values(asked("why does Acme not have a plant in Lyon?", reason, *PLANTS)) == ["rents are high"]
    assert values(asked("how come acme has no plant in lyon", reason)) == ["rents are high"]


def test_a_bare_fact_is_no_reason() -> None:
    assert not asked("why is the shutter of the Z10 by Crux?", Z10).answered


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("which factory did Acme open in March 2013", True),
        ("which factory did Acme open in April 2013", False),
        ("Acme's factories as of 2015", True),
        ("Acme's factories as of 2011", False),
    ],
)
def test_a_month_and_a_date_by_which_it_holds(question: str, found: bool) -> None:
    plant = say("a new factory", "acme", "has_factory_in", "lyon", qualifiers={"opened": "2013-03"}, stated="2013-06")
    assert asked(question, plant).answered is found


def test_the_present_is_told_with_the_date_of_the_last_saying() -> None:
    based = say("Acme sits in Lyon", "acme", "based_in", "lyon", stated="2013")
    assert asked("where is Acme based today?", based).answers[0].when == "2013"
    assert asked("where is Acme based?", based).answers[0].when is None


def test_what_a_later_value_follows_stands_below_it_with_its_date() -> None:
    old = say("Acme sits in Poland", "acme", "based_in", "poland", stated="2010")
    new = say("Acme sits in Lyon", "acme", "based_in", "lyon", stated="2020", source="b")
    for claims in ((old, new), (new, old)):
        answer = asked("where is Acme based?", *claims)
        assert [(g.value, g.when, g.superseded) for g in answer.answers] == [
            ("Lyon", "2020", False),
            ("Poland", "2010", True),
        ]


def test_a_town_and_its_country_do_not_follow_one_another() -> None:
    old = say("Acme sits in France", "acme", "based_in", "france", stated="2010")
    new = say("Acme sits in Lyon", "acme", "based_in", "lyon", stated="2020", source="b")
    assert not any(group.superseded for group in asked("where is Acme based?", old, new).answers)


def test_a_state_that_its_own_words_end_is_past() -> None:
    was = say("Acme sat in Lyon until 2005", "acme", "based_in", "lyon", valid="/2005", stated="2020")
    now = say("Acme sits in Japan", "acme", "based_in", "japan", stated="2020", start=40)
    answer = asked("where is Acme based?", was, now)
    assert [(group.value, group.superseded) for group in answer.answers] == [("Japan", False), ("Lyon", True)]


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("are Acme and Bolt the same company?", "no"),
        ("are Acme and Bolt separate companies?", "yes"),
        ("is it false that Acme and Bolt are the same company?", "yes"),
        ("is acme the same as crux?", "not stated"),
    ],
)
def test_the_polarity_is_answered(question: str, verdict: str) -> None:
    assert asked(question, SAME).verdict == verdict


@pytest.mark.parametrize(
    ("quote", "polarity", "verdict"),
    [
        ("The plant in Lyon goes on", "affirmed", "no"),
        ("Acme will abandon the plant in Lyon", "affirmed", "yes"),
        ("Acme will abandon the plant in Lyon, they say; no", "denied", "no"),
    ],
)
def test_to_ask_for_an_end_is_to_ask_the_contrary(quote: str, polarity: str, verdict: str) -> None:
    plant = say(quote, "acme", "has_factory_in", "lyon", polarity=polarity)
    assert asked("will Acme abandon the factory plant in Lyon?", plant).verdict == verdict


def test_what_is_said_for_sure_outweighs_what_is_supposed() -> None:
    sure = say("The Z10 is built in Lyon", "acme-z10", "made_in", "lyon")
    guess = say(
        "perhaps not in Lyon", "acme-z10", "made_in", "lyon", polarity="denied", modality="speculated", start=40
    )
    answer = asked("is the Z10 built in Lyon?", sure, guess)
    assert answer.verdict == "yes"


def test_an_open_contradiction_makes_a_plain_yes_disputed_and_shows_its_other_side() -> None:
    one = say("Acme was founded in 1925", "acme", "founded_in", {"date": "1925"})
    other = say("Acme was founded in 1930", "acme", "founded_in", {"date": "1930"}, source="b")
    clash = Finding("f-1", "date", "contradiction", (one.id,), (other.id,), "rule", "why")
    answer = asked("was Acme founded in 1925?", one, other, findings=(clash,))
    assert (answer.verdict, values(answer)) == ("disputed", ["yes", "no"])
    assert [claim.id for claim in answer.answers[1].claims] == [other.id]
    ruled = Finding("f-1", "date", "contradiction", (one.id,), (other.id,), "rule", "why", decision="explained")
    assert asked("was Acme founded in 1925?", one, other, findings=(ruled,)).verdict == "yes"


@pytest.mark.parametrize(
    ("question", "silence", "understood"),
    [
        ("who makes the shutter of the Acme Z99?", "unknown-entity", "«Acme Z99» → shutter supplier"),
        ("k-70 shutter", "unknown-entity", "«k 70» → shutter supplier"),
        ("how heavy is the Z10", "unknown-attribute", "Acme Z10 → «heavy»"),
        ("who makes the shutter of the Z10", "not-stated", "Acme Z10 → shutter supplier"),
        ("what did Lee say about the Z10's price", "not-stated", "Acme Z10 → price → said by Dr. Ann Lee"),
    ],
)
def test_the_three_kinds_of_no_and_what_was_understood(question: str, silence: str, understood: str) -> None:
    lyon = say("The Z10 is built in Lyon", "acme-z10", "made_in", "lyon")
    answer = asked(question, lyon, Z11)
    assert (answer.answered, answer.silence, answer.understood["as"]) == (False, silence, understood)


@pytest.mark.parametrize("word", ["vegan", "sold"])
def test_a_short_word_is_no_slip_for_one_that_begins_otherwise(word: str) -> None:
    began = say("Acme began in 1925", "acme", "founded_in", {"date": "1925"})
    assert not asked(f"is Acme {word}", began).answered


@pytest.mark.parametrize("question", ["founder of acme", "acme founders"])
def test_a_noun_for_a_doer_asks_who(question: str) -> None:
    founded = say("Acme was founded in 1925", "acme", "founded_in", {"date": "1925"})
    assert not asked(question, founded).answered


@pytest.mark.parametrize("words", ["besides Acme", "other than acme", "if not Acme", "except for acme"])
def test_a_name_that_is_not_wanted_is_no_answer(words: str) -> None:
    club = [say(f"{name} is in it", name, "member_of", "z-club", start=n) for n, name in enumerate(("acme", "bolt"))]
    assert values(asked(f"which companies {words} are in the Z Club", *club)) == ["Bolt"]


def test_a_role_is_told_with_its_company() -> None:
    chair = say("Ann Lee chairs Acme", "ann-lee", "holds_role", "acme", qualifiers={"role": "chairwoman"})
    assert values(asked("who is Ann Lee?", chair)) == ["chairwoman, Acme"]


def test_who_owns_it_is_not_what_it_owns() -> None:
    owned = say("Acme belongs to Bolt", "acme", "owned_by", "bolt")
    assert asked("is acme owned by crux", owned).verdict == "no"
    assert asked("does acme own crux", owned).verdict == "not stated"


def test_another_saying_of_the_same_two_is_no_contrast() -> None:
    owned = say("Acme belongs to Bolt", "acme", "owned_by", "bolt")
    bought = say("Crux bought Acme", "acme", "bought_by", "crux", start=30)
    assert asked("is acme owned by crux", owned).verdict == "no"
    assert asked("is acme owned by crux", owned, bought).verdict == "not stated"


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("who owns Acme?", ["Bolt"]),
        ("acme owner", ["Bolt"]),
        ("who owns Bolt?", []),
        ("bolt owner", []),
        ("which company does Bolt own?", ["Acme"]),
        ("which company does Acme own?", []),
        ("who is Acme owned by", ["Bolt"]),
    ],
)
def test_who_does_it_and_to_whom_it_is_done_are_told_apart(question: str, found: list[str]) -> None:
    owned = say("Acme belongs to Bolt", "acme", "owned_by", "bolt")
    assert values(asked(question, owned)) == found


def test_a_reason_right_behind_the_words_is_told_as_far_as_it_is_known() -> None:
    owned = say("Bolt bought Acme", "acme", "bought_by", "bolt", after=", because it needed more ")
    assert values(asked("why did Bolt buy Acme", owned)) == ["it needed more …"]


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("does Bolt own Acme?", "yes"),
        ("does Acme own Bolt?", "not stated"),
        ("is Acme owned by Bolt?", "yes"),
        ("is Bolt owned by Acme?", "not stated"),
    ],
)
def test_yes_is_not_said_to_the_other_way_round(question: str, verdict: str) -> None:
    assert asked(question, say("Acme belongs to Bolt", "acme", "owned_by", "bolt")).verdict == verdict
