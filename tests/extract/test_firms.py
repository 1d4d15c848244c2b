"""Firms and their people in ordinary prose, where names that nobody listed stand in loose sentences."""

from __future__ import annotations

import pytest

from tests.extract.saying import Reader

READ = [
    # what «parent» is said for
    ("Tessel Group is the parent company for Brandt Optics and Vela Systems.", "subsidiary_of",
     {"brandt-optics subsidiary_of tessel-group", "vela-systems subsidiary_of tessel-group"}),
    # an as-phrase in front, and one behind a verb of serving, speak of the subject
    ("As a subsidiary of Tessel Group, Vela Systems makes pumps.", "subsidiary_of",
     {"vela-systems subsidiary_of tessel-group"}),
    ("Anna Brandt joined the Vela Systems family in 2003 as president of Vela Labs.", "holds_role",
     {"anna-brandt holds_role vela-labs"}),
    # a description in front glosses the subject, one behind a comma the name before it
    ("A unit of Tessel Group, Vela Systems makes pumps.", "subsidiary_of", {"vela-systems subsidiary_of tessel-group"}),
    ("Anna Brandt works at Vela Systems in Porto, a subsidiary of Tessel Group.", "subsidiary_of",
     {"vela-systems subsidiary_of tessel-group"}),
    # a relative clause right behind a firm's name is the firm's
    ("Tessel Group is the parent company of Vela Systems, which is based in Porto.", "based_in",
     {"vela-systems based_in porto"}),
    # offices are coordinated with offices
    ("Tessel Group is headed by Peter Moor, the chairman of the board and chief executive officer.", "holds_role",
     {"peter-moor holds_role tessel-group"}),
    # a verb shares the name behind its neighbour's preposition
    ("Anna Brandt founded and became president of Vela Systems.", "founded_by",
     {"vela-systems founded_by anna-brandt"}),
    # a bracket that opens in a name closes it
    ("Adam Moor set up Vela Enterprises (VE) in 1985.", "founded_in", {"vela-enterprises founded_in 1985"}),
    # a pronoun in a phrase in front means the subject behind it
    ("Since its founding in 1972, Vela Systems has grown.", "founded_in", {"vela-systems founded_in 1972"}),
    ("Before their formation in 1999, Vela Systems had no rival.", "founded_in", {"vela-systems founded_in 1999"}),
    # who founds is a person, wherever the text names him
    ("Dabbert founded Vela Systems, where he served as president until 1990.", "holds_role",
     {"dabbert holds_role vela-systems"}),
    # «found» is no founding where it is what finding was
    ("Anna Brandt found Vela Systems in the telephone book in 1990.", "founded_by", set()),
    # each office has the firm behind it
    ("Anna Brandt is the founder of Tessel Group and former president of Vela Systems.", "founded_by",
     {"tessel-group founded_by anna-brandt"}),
    ("Anna Brandt is the former spokeswoman of Tessel Media and president of Vela Systems.", "holds_role",
     {"anna-brandt holds_role tessel-media", "anna-brandt holds_role vela-systems"}),
    # two offices in front of a name
    ("The plant was opened by Tessel Group's president and CEO Anna Brandt.", "holds_role",
     {"anna-brandt holds_role tessel-group"}),
    # an office without a firm is held where its holder founds, leads or joins
    ("Tessel Group was founded in 1990 by Anna Brandt, president.", "holds_role",
     {"anna-brandt holds_role tessel-group"}),
    ("Anna Brandt joined Tessel Group as chief executive officer.", "holds_role",
     {"anna-brandt holds_role tessel-group"}),
    ("Tessel Group was founded by Anna Brandt, president of Vela Systems.", "holds_role",
     {"anna-brandt holds_role vela-systems"}),
    # what is a bank somewhere is based there, unless it is only its largest
    ("Orlik Trust is a savings bank in Porto.", "based_in", {"orlik-trust based_in porto"}),
    ("Orlik Trust is the largest bank in Portugal.", "based_in", set()),
    # firms keep words of office, capitals before what the recogniser saw, and their own side of a comma
    ("Anna Brandt is president and C.E.O. of Orlik General Bancorp.", "holds_role",
     {"anna-brandt holds_role orlik-general-bancorp"}),
    ("Tessel Group is the parent company of Orlik Power Tools, Vela Power Tools and Kivi Power Tools.", "subsidiary_of",
     {"orlik-power-tools subsidiary_of tessel-group", "vela-power-tools subsidiary_of tessel-group",
      "kivi-power-tools subsidiary_of tessel-group"}),
    # a legal form makes a firm of the name before it, whatever follows
    ("Kivi, LLC of Porto is a wholly-owned subsidiary of Tessel Group.", "subsidiary_of",
     {"kivi-llc subsidiary_of tessel-group"}),
    ("Kivi Optics™ is a subsidiary of Tessel S.A.S.", "subsidiary_of", {"kivi-optics subsidiary_of tessel"}),
    # the letters of a state make a town of the name before them
    ("Orlik Ventures is a private company in Quimby, CA.", "based_in", {"orlik-ventures based_in quimby"}),
    # an office behind another and its dates is held by the same person
    ("Peter Moor served as CEO of Orlik Labs from 1983 to 1984 and CEO of Vela Labs from 1990 to 1991.",
     "holds_role", {"peter-moor holds_role orlik-labs", "peter-moor holds_role vela-labs"}),
    # who has a subsidiary, or acts through one, owns it
    ("Tessel Group has a subsidiary in Spain called Vela Labs.", "subsidiary_of",
     {"vela-labs subsidiary_of tessel-group"}),
    ("Tessel Group sells pumps through the wholly-owned subsidiary Vela Labs.", "subsidiary_of",
     {"vela-labs subsidiary_of tessel-group"}),
    # he is the one who did something before, and «its» the name that it is joined to
    ("Dabbert quit his job, and now he is president of Vela Labs.", "holds_role", {"dabbert holds_role vela-labs"}),
    ("The Orlik Foundation wrote about Vela Labs and its founder, Jane Moor.", "founded_by",
     {"vela-labs founded_by jane-moor"}),
    # a participle between a subject and its verb is the subject's
    ("Vela Marine LLC (VM), headquartered in Tampa, FL is a shipyard.", "based_in", {"vela-marine-llc based_in tampa"}),
    # an office that is at a house in a town
    ("Vela Labs is small. Its head office is at Quay House in the Lindholm Centre in Porto.", "based_in",
     {"vela-labs based_in porto"}),
    # a town and what holds it, without a comma
    ("Vela Labs is based in Tulsa Oklahoma.", "based_in", {"vela-labs based_in tulsa"}),
    # a legal form ends one name, however much stands before it
    ("Orlik Game Works Porto LLC was founded in 1990.", "founded_in",
     {"orlik-game-works-porto-llc founded_in 1990"}),
    # a place behind a firm is no second firm, and a gloss behind the place is the firm's
    ("Anna Brandt is founder and president of Orlik Labs, Lisbon, Portugal.", "founded_by",
     {"orlik-labs founded_by anna-brandt"}),
    ("Anna Brandt became director of Vela Transport Holding in Porto, a subsidiary of Tessel Group in Bern.",
     "subsidiary_of", {"vela-transport-holding subsidiary_of tessel-group"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "predicate", "expected"), READ)
def test_a_firm_is_read_in_loose_prose(text: str, predicate: str, expected: set[str], companies: Reader) -> None:
    assert companies.says(text, predicate) == expected


def test_a_firms_other_name_is_the_firm(leica: Reader) -> None:
    told = "The company was founded by Karl Berg. Nordwerk made finders, too."
    text = f"Norden Optik (formerly Nordwerk) makes lenses. {told}"
    known = text.replace(" (formerly Nordwerk)", ", known as Nordwerk,")
    assert "norden-optik same_company_as nordwerk" in leica.says(known)
    assert {"norden-optik founded_by karl-berg", "norden-optik makes finders"} <= leica.says(text)


def test_a_firm_in_capitals_with_its_legal_form_is_the_one_of_the_title(leica: Reader) -> None:
    told = "The company was founded by Anna Lund. Orlik Guitars is small."
    text = f"Orlik Guitars\n\nORLIK GUITARS INC. makes guitars. {told}"
    assert {c.split()[0] for c in leica.says(text)} == {"orlik-guitars-inc"}


def test_a_grand_old_name_of_a_town_is_no_firms_former_name(leica: Reader) -> None:
    assert leica.says("Norden Optik, the grand old name of Vendeny, makes lenses.", "same_company_as") == set()
    told = leica.says("The old name of Norden Optik is Vela.", "same_company_as")
    assert told == {"norden-optik same_company_as vela"}
