"""What is told of a firm and is not its deed, or no more than a thought, is refused with its reason."""

from __future__ import annotations

import pytest

from tests.extract.saying import Reader

REFUSED = [
    # which of two firms makes what they do together
    (
        "Nikon partnered with Cosina in 1998 to launch a new line of Nordal lenses.",
        "makes",
        "deed: done together with another",
    ),
    (
        "Nikon announced a partnership with Hoya to create Nikon cameras.",
        "designed_by",
        "deed: done together with another",
    ),
    # what was founded is the agreement
    (
        "A sales agreement with Nikon — established in 2003 and covering lenses — was the first.",
        "founded_in",
        "deed: of what stands before the aside",
    ),
    # a plan of long ago, one that is only weighed, one thing that need not be
    ("Nikon had hoped to buy Sigma.", "acquired_by", "plan of the past"),
    ("Nordal GmbH decided in 1935 to make folding cameras.", "makes", "plan of the past"),
    ("When Karl Moor set out to design the Nikon F2, he was thirty.", "designed_by", "plan of the past"),
    ("Canon is mulling buying a stake in Cosina.", "owns", "only weighed"),
    ("Nikon could make a watch that tells the weather.", "makes", "possibility of one"),
    ("Nordal Optik was then still owned by Cosina.", "owns", "state of the past"),
    ("Nikon tried to buy Cosina. Canon offered to buy Hoya.", "acquired_by", "only tried or offered"),
    ("Nordal, formerly a division of Zeiss, makes lenses.", "subsidiary_of", "state of the past"),
    ("Nordal was originally a division of Zeiss.", "subsidiary_of", "state of the past"),
    # who sells what another firm makes, who makes for nobody else
    ("Amazon sells the Nikon Z9 for $5,000.", "makes", "deed: sells what another firm makes"),
    ("Nikon commissioned Cosina to build the Nova X2.", "made_by", "deed: another was to do it"),
    # what did not come about
    ("Nikon almost bought Cosina in 1990.", "acquired_by", "only nearly"),
    # another seat, founding, mount than the predicate means
    ("Nikon's German headquarters are in Düsseldorf.", "based_in", "deed: the seat for a region"),
    ("Nikon was founded again in 1950.", "founded_in", "deed: founded anew"),
    ("The Sony A7 can use F-mount lenses with an adapter.", "uses_mount", "deed: by an adapter only"),
    # by how much, from where
    ("For $500 more you get the Nikon Z9.", "resale_price", "value: a difference, no price"),
    ("The New York-based photographer Karl Moor joined Magnum.", "holds_role", "name: tells where or when from"),
    # what is no image sensor, no mount of the firm's own, no price of the thing
    ("The Nikon Z9 is a console. Its chip is made by Hoya.", "sensor_supplier", "deed: no image sensor"),
    ("Nikon introduced the L-mount in 2016.", "uses_mount", ""),
    ("The price of film for the Nikon F3 is $12.", "resale_price", "value: the price of something else"),
    # what a picture has is no goods
    ("Nikon produces great colors.", "makes", ""),
    # whose name is cut
    ("Tony Hawk's Underground 2 was released in 2004.", "makes", "type: a person is no firm"),
    ("Edinburgh-based developer, Rostock, has seen the camera.", "holds_role", "type: a place is no firm"),
    ("Fuji Xerox is 75% owned by Canon.", "owns", "type: the end of another firm's name"),
    ("E. Halvard's Nordal X2 was the first of its kind.", "makes", "type: a person is no firm"),
    (
        "It took the rest of the trade, including Ada Moor and the entire lens team at Nikon, years to see it.",
        "holds_role",
        "",
    ),
    ("Women bought them. The Nikon Z9 is new. Children were buying it.", "acquired_by", ""),
]


@pytest.mark.parametrize(("text", "predicate", "reason"), REFUSED)
def test_what_is_no_deed_is_refused(leica: Reader, text: str, predicate: str, reason: str) -> None:
    assert leica.claims(text, predicate) == []
    assert not reason or reason in {r.refusal for r in leica.read(text).readings}


READ = [
    ("Nikon's headquarters are in Tokyo.", "based_in", "nikon based_in tokyo"),
    ("The Sony A7 uses the E mount without an adapter.", "uses_mount", "sony-a7 uses_mount e-mount"),
    ("Nikon sells the Nikon Z9 for $5,000.", "makes", "nikon makes nikon-z9"),
    ("For $500 you get the Nikon Z9.", "resale_price", "nikon-z9 resale_price 500 USD"),
    ("In 2009 Cosina still owned Nordal Optik.", "owns", "cosina owns nordal-optik"),
    ("The Nikon Z9 has a new sensor. Its chip is made by Hoya.", "sensor_supplier", "nikon-z9 sensor_supplier hoya"),
    ("The price of the Nikon F3 is $12.", "resale_price", "nikon-f3 resale_price 12 USD"),
    ("Nikon partnered with Cosina. Nikon launched the Nordal X2.", "makes", "nikon makes nordal-x2"),
    ("Nikon wants to make folding cameras.", "makes", "nikon makes folding-cameras"),
    ("Nikon said it planned to make folding cameras.", "makes", "nikon makes folding-cameras"),
]


@pytest.mark.parametrize(("text", "predicate", "claim"), READ)
def test_what_is_one_is_read(leica: Reader, text: str, predicate: str, claim: str) -> None:
    assert leica.says(text, predicate) == {claim}


def test_the_role_is_the_whole_office(leica: Reader) -> None:
    [office] = leica.claims("They met Nikon's chief executive Ada Moor.", "holds_role")
    assert office.qualifiers["role"] == "chief executive"


def test_what_stands_with_a_team_beside_a_person_is_the_teams(leica: Reader) -> None:
    assert "at" not in leica.roles("It took years, including Andrew Miller and the entire team at Nikon.", "person")
    assert leica.roles("It was shown by Andrew Miller of Nikon.", "person")["of"] == ["Nikon"]


def test_what_a_firm_is_to_do_is_planned(leica: Reader) -> None:
    [claim] = leica.claims("Nikon is to launch the Nikon Z9 in May.", "makes")
    assert claim.modality == "planned"


def test_what_a_firm_has_agreed_to_do_is_planned(leica: Reader) -> None:
    [claim] = leica.claims("Nikon agreed to buy Cosina.", "acquired_by")
    assert claim.modality == "planned"


def test_whose_a_thing_is_holds_whatever_the_clause_denies(leica: Reader) -> None:
    said = leica.says("Nikon's Z6 and other mirrorless cameras don't get the praise of Pentax.", "makes")
    assert said == {"nikon makes nikon-z6"}


def test_kin_make_nothing(leica: Reader) -> None:
    assert leica.says("It was a Kodak Instamatic 100, which was Grandpa's camera.", "makes") == set()


def test_the_last_of_three_measures_is_no_measure(leica: Reader) -> None:
    text = "The Nikon Z9 weighs 20 ounces and measures 5.9 x 5.9 x 3.6 inches, which is a lot."
    assert leica.says(text, "has_feature") == {"nikon-z9 has_feature «20 ounces»"}


@pytest.mark.parametrize("deed", ["began selling", "has marketed", "offers", "sells"])
def test_who_sells_a_thing_need_not_make_it(leica: Reader, deed: str) -> None:
    assert leica.says(f"Orlik Optik {deed} the Vela KX3.", "makes") == set()


def test_who_launches_a_thing_makes_it(leica: Reader) -> None:
    assert leica.says("Orlik Optik launched the Vela KX3.", "makes") == {"orlik-optik makes vela-kx3"}
