"""Words that are said of an office, a stake, a member or goods as often as of something else."""

from __future__ import annotations

import pytest

from tests.extract.saying import Reader

NOT_SAID = [
    # of whom somebody speaks is not the firm of his office
    ("Anna Lind, a professor from the Cork Academy, said of Kodak that it was slow.", "holds_role", "kodak"),
    # of the items under an office's key the first holds it
    ("Nordal Optik (President: Anna Lind, Kita-ku, Vellmar) announced a lens.", "holds_role", "kita-ku"),
    # to lead somebody to do something is no office
    ("Anna Lind led Kodak to believe in discs.", "holds_role", "kodak"),
    ("Bo Berg became the Chief Scientist at Nordal.", "same_company_as", "scientist"),
    # where an owned noun is, is no firm
    ("Anna Lind became the manager of Nordal’s presence in Austin.", "holds_role", "austin"),
    # nobody owns a firm by its share of the market
    ("Nikon took Kodak’s market share.", "owns", "kodak"),
    # what says already of what it is shares nothing with the office behind it
    ("Anna Lind was a camera shop owner and later the editor of the magazine Nordal Courier.", "owns", "courier"),
    # persons are the members of a club
    ("Chuck Grant is a member of the Lindau Computer Club.", "subsidiary_of", "club"),
    (
        "The Lindau Computer Club met in Cork. Anna Lind and two other Lindau members, Chuck Grant and Bo Dahl, left.",
        "subsidiary_of",
        "club",
    ),
    # what a person creates is a firm only where something tells so
    ("Despite creating Vorlan, Anna Lind had bigger ideas.", "founded_by", "lind"),
    # nothing that is made
    ("Kodak made a number of investments in this field.", "makes", "investments"),
    ("Kodak made several costly errors.", "makes", "errors"),
    # a part of it only
    ("The Nikon Z6 is based on the Nikon D750.", "equivalent_to", "nikon"),
    # inside a comparison
    ("The Nikon Z6 is small. It is not as comfortable as a camera with a deeper grip.", "has_feature", "grip"),
    # what comes along for a price
    ("The Nikon Z6 arrives in May for $4,049 with a zoom lens.", "has_feature", "lens"),
    # a time is no place
    ("Cosina was one of the top brands by revenue in Q1.", "based_in", "q1"),
]


@pytest.mark.parametrize(("text", "predicate", "part"), NOT_SAID)
def test_what_is_not_said_is_no_claim(leica: Reader, text: str, predicate: str, part: str) -> None:
    assert [c for c in leica.says(text, predicate) if part in c.lower()] == []


SAID = [
    ("Nordal Optik (President: Anna Lind, Kita-ku, Vellmar) announced a lens.", "anna-lind holds_role nordal-optik"),
    ("Anna Lind, a professor of the Cork Academy, said that Kodak was slow.", "anna-lind holds_role cork-academy"),
    ("Anna Lind led Kodak from 1990 to 1995.", "anna-lind holds_role kodak"),
    ("Anna Lind became the manager of Nordal’s presence in Austin.", "anna-lind holds_role nordal"),
    ("Nikon took a share of 20 % in Kodak.", "nikon owns kodak"),
    ("Anna Lind was owner and editor of the magazine Nordal Courier.", "anna-lind owns nordal-courier"),
    ("Nordal is a member of the Lindau Group.", "nordal subsidiary_of lindau-group"),
    ("In 1950 Anna Lind created the firm Vorlan.", "vorlan founded_by anna-lind"),
    ("Kodak made microscopes.", "kodak makes microscopes"),
    ("The Nikon Z6 is a rebadged Nikon D750.", "nikon-d750 equivalent_to nikon-z6"),
    ("The Nikon Z6 is a camera with a deeper grip.", "nikon-z6 has_feature «deeper grip»"),
    ("The Nikon Z6 comes with a zoom lens.", "nikon-z6 has_feature «zoom lens»"),
    ("Cosina is a brand in Nagano.", "cosina based_in nagano"),
    # a judgement behind the comma is none of those denied
    (
        "Not that the Nikon Z6 was bad by any means, great camera.",
        "- nikon-z6 assessment «bad by any means»",
    ),
]


@pytest.mark.parametrize(("text", "claim"), SAID)
def test_what_is_said_is_a_claim(leica: Reader, text: str, claim: str) -> None:
    assert claim in leica.says(text)
