"""Which frame becomes which claim: the pack's rules, by what each construction says."""

from __future__ import annotations

import pytest

from leica_kb.extract.statements.mapping import value_types
from tests.extract.saying import Reader

SAME = {
    "based_in": [
        "Orbita Systems is based in Madrid.",
        "Orbita Systems, headquartered in Madrid, sells satellites.",
        "Orbita Systems has its headquarters in Madrid.",
        "The headquarters of Orbita Systems are in Madrid.",
        "Based in Madrid, Orbita Systems sells satellites.",
    ],
    "subsidiary_of": [
        "Orbita Systems is a subsidiary of Helios Group.",
        "Orbita Systems, a subsidiary of Helios Group, makes satellites.",
        "Helios Group's subsidiary Orbita Systems makes satellites.",
        "Orbita Systems is a wholly owned subsidiary of Helios Group.",
        "Orbita Systems is owned by Helios Group.",
    ],
    "founded_by": [
        "Maria Lopez founded Orbita Systems.",
        "Orbita Systems was founded by Maria Lopez.",
        "The founder of Orbita Systems is Maria Lopez.",
        "Maria Lopez, founder of Orbita Systems, lives in Madrid.",
        "Maria Lopez, who founded Orbita Systems, died.",
        "Orbita Systems' founder Maria Lopez died.",
    ],
    "acquired_by": [
        "Helios Group acquired Orbita Systems in 2003.",
        "Orbita Systems was acquired by Helios Group in 2003.",
        "Orbita Systems was sold to Helios Group.",
        "Helios Group, which bought Orbita Systems, grew.",
    ],
    "holds_role": [
        "Maria Lopez is the CEO of Orbita Systems.",
        "Maria Lopez, CEO of Orbita Systems, resigned.",
        "Orbita Systems CEO Maria Lopez resigned.",
        "Maria Lopez serves as CEO of Orbita Systems.",
        "Maria Lopez was named CEO of Orbita Systems.",
    ],
    "founded_in": [
        "Orbita Systems was founded in 1994.",
        "Maria Lopez founded Orbita Systems in 1994.",
        "Orbita Systems, founded in 1994, grew.",
        "Orbita Systems began in 1994.",
    ],
}
SAID = {
    "based_in": "orbita-systems based_in madrid",
    "subsidiary_of": "orbita-systems subsidiary_of helios-group",
    "founded_by": "orbita-systems founded_by maria-lopez",
    "acquired_by": "orbita-systems acquired_by helios-group",
    "holds_role": "maria-lopez holds_role orbita-systems",
    "founded_in": "orbita-systems founded_in 1994",
}


@pytest.mark.parametrize(("predicate", "text"), [(p, t) for p, texts in SAME.items() for t in texts])
def test_every_construction_says_the_same(companies: Reader, predicate: str, text: str) -> None:
    assert companies.says(text, predicate) == {SAID[predicate]}


CAMERAS = [
    ("Sony makes the sensor of the Nikon Z9 here.", "nikon-z9 sensor_supplier sony"),
    ("The sensor of the Nikon Z9 is made by Sony.", "nikon-z9 sensor_supplier sony"),
    ("The Nikon Z9 uses a sensor made by Sony.", "nikon-z9 sensor_supplier sony"),
    ("Sony supplies the sensors for the Nikon Z9 now.", "nikon-z9 sensor_supplier sony"),
    ("The Leica M11 uses Sony sensors.", "leica-m11 sensor_supplier sony"),
    ("Nikon designs its own sensors.", "nikon develops_own_sensor «image sensor»"),
    ("The sensor of the Leica M11 was developed with AMS.", "leica-m11 sensor_codeveloper ams-osram"),
    ("Nikon makes the Z9 in Thailand.", "nikon-z9 made_by nikon"),
    ("Nikon makes the Z9 in Thailand.", "nikon-z9 made_in thailand"),
    ("The Nikon Z9 and the Nikon Z8 are made in Thailand.", "nikon-z8 made_in thailand"),
    ("Japan is the second-largest market of Sigma.", "sigma market_rank japan"),
    ("The waiting list for the Fujifilm X100VI is six months.", "fujifilm-x100vi waiting_list 6 month"),
    ("The Nikon Z9 sells for $5,000.", "nikon-z9 resale_price 5000 USD"),
    ("Sigma’s factory in Aizu grew.", "sigma has_factory_in aizu"),
    ("Nikon cameras are inspected in Sendai.", "nikon-cameras inspected_in sendai"),
    ("Pentax cameras are tested by Ricoh.", "pentax-cameras tested_by ricoh"),
    ("Nikon lenses are polished by hand.", "nikon-lenses manufacturing_method «hand-crafted»"),
    ("The Leica M11 belongs to the M-System.", "leica-m11 part_of_line leica-m-system"),
    ("The Leica SL3 has an electronic viewfinder.", "leica-sl3 viewfinder electronic-viewfinder"),
    ("The Nikon Z9 has a 45 MP sensor.", "nikon-z9 has_feature «45 MP sensor»"),
    ("The Panasonic S9 is identical to the Leica D-Lux 8 inside.", "leica-d-lux-8 equivalent_to panasonic-s9"),
    ("The Leica SL3 uses the L-Mount.", "leica-sl3 uses_mount l-mount"),
    ("The Nikon Z9 replaces the Nikon Z7 soon.", "nikon-z9 successor_of nikon-z7"),
    ("The predecessor of the Nikon Z9 is the Nikon Z7 here.", "nikon-z9 successor_of nikon-z7"),
    ("Nikon licenses its name to Sigma.", "nikon licenses_brand_to sigma"),
    ("Nikon customises the firmware.", "nikon customises «firmware»"),
    ("Sigma joined the L-Mount Alliance.", "sigma member_of l-mount-alliance"),
    ("Sigma partnered with Panasonic.", "panasonic partner_of sigma"),
    ("Sigma is different from Sigma Designs.", "- sigma same_company_as sigma-designs"),
    ("Nikon has a two-year warranty for its cameras.", "nikon warranty 2 year"),
    ("Every Leica is made in Wetzlar.", "leica-cameras made_in wetzlar"),
    ("The Nikon Z9 was designed by Giorgetto Giugiaro.", "nikon-z9 designed_by giorgetto-giugiaro"),
]


@pytest.mark.parametrize(("text", "said"), CAMERAS)
def test_the_predicates_of_cameras(leica: Reader, text: str, said: str) -> None:
    assert said in leica.says(text)


@pytest.mark.parametrize(
    ("text", "predicate", "qualifiers"),
    [
        ("Nikon opened a factory in Sendai in 1971.", "has_factory_in", {"opened": "1971"}),
        ("Nikon closed its factory in Sendai in 2020.", "has_factory_in", {"closed": "2020"}),
        ("Nikon completed its factory in Sendai in 2020.", "has_factory_in", {"completes": "2020"}),
        ("Japan is the second-largest market of Sigma.", "market_rank", {"rank": 2}),
        ("Japan is Sigma’s biggest market.", "market_rank", {"rank": 1}),
        ("Anna Berg is the president of Nikon.", "holds_role", {"role": "president"}),
        ("Anna Berg is chairman of the supervisory board of Nikon.", "holds_role",
         {"role": "chairman of the supervisory board"}),
        ("The sensor of the Nikon Z9 is made by Sony.", "sensor_supplier", {"component": "image sensor"}),
    ],
)  # fmt: skip
def test_qualifiers(leica: Reader, text: str, predicate: str, qualifiers: dict[str, str | int]) -> None:
    [claim] = leica.claims(text, predicate)
    assert claim.qualifiers == qualifiers


def test_a_market_without_a_rank_claims_none(leica: Reader) -> None:
    assert leica.says("Japan is a market of Sigma.", "market_rank") == set()


@pytest.mark.parametrize(
    "text",
    ["Nikon and Canon met in Madrid.", "The Leica shop in Mayfair served coffee.", "Nikon uses glass.",
     "Nikon left the hall with three awards.", "Nikon’s founding fathers were many."],
)  # fmt: skip
def test_silence_where_nothing_is_said(leica: Reader, text: str) -> None:
    assert leica.says(text) == set()


def test_each_of_two_founders(companies: Reader) -> None:
    says = {"orbita-systems founded_by maria-lopez", "orbita-systems founded_by peter-moor"}
    assert companies.says("Orbita Systems was founded by Maria Lopez and Peter Moor.", "founded_by") == says
    assert companies.says("Peter Moor and Maria Lopez founded Orbita Systems.", "founded_by") == says
    assert companies.says("Peter Moor co-founded Orbita Systems with Maria Lopez.", "founded_by") == says


def test_each_office_with_its_own_company(companies: Reader) -> None:
    text = "Peter Moor is the founder of Orbita Systems and chairman of Helios Group."
    found = {(c.qualifiers["role"], str(c.object)) for c in companies.claims(text, "holds_role")}
    assert {role for role, _ in found} == {"founder", "chairman"}
    assert ("chairman", "EntityValue(entity='helios-group')") in found


def test_the_value_types_are_told() -> None:
    assert {"text", "date", "money", "duration"} <= value_types()
