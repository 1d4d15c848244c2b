"""Sentences with something put in between, remnants of clauses, and coordination that the parser hangs wrongly."""

from __future__ import annotations

import pytest

from leica_kb.extract.candidates.inserts import find_inserts
from leica_kb.model import Span
from tests.extract.saying import Reader

CUT = [
    ("Orlik made sights and, after the fire, cameras.", [", after the fire, "]),
    ("Orlik made sights and – until 1988 – cameras.", [" – until 1988 – "]),
    ("The Nova, for most of its life, came from Cork.", [", for most of its life,"]),
    ("Orlik builds, unlike Vela, its cameras in Cork.", [", unlike Vela,"]),
    ("Orlik in 1920 and Vela, the youngest of all, in 1930.", [", the youngest of all,"]),
    # no inserts: the items of a list, a relative clause, a hearsay that bears on what follows, a whole clause
    ("Lenses come from Cork, from Porto, from Braga and from Riga.", []),
    ("Orlik made sights and, some say, cameras.", []),
    ("Its works, until the fire, which nobody forgets, stood here.", []),
    ("Orlik, after the death of Ada Moor, moved.", []),
]
READ = [
    # inserts
    (
        "Orlik Optics, Vela Cameras and, since the spring of 2012, Sony have a plant in Cork.",
        {"sony has_factory_in cork", "orlik-optics has_factory_in cork"},
    ),
    (
        "Brandt Optik makes sights for hunters, relay lenses for surgeons and, on the side, a projector.",
        {"brandt-optik makes sights", "brandt-optik makes projector"},
    ),
    ("Sony builds, unlike Canon, its lenses in Thailand.", {"sony-lenses made_in thailand"}),
    # remnants
    (
        "Nikon has its headquarters in Shinagawa and Canon, the larger of the two, in Ota.",
        {"nikon based_in shinagawa", "canon based_in ota"},
    ),
    ("Sigma was founded in 1961, Tamron in 1950.", {"sigma founded_in 1961", "tamron founded_in 1950"}),
    (
        "Ada Moor designed the Nova 3; Piet Maas, the Vega 7.",
        {"nova-3 designed_by ada-moor", "vega-7 designed_by piet-maas"},
    ),
    ("Sony makes the sensor of the Leica Q3, as it did for the Leica Q2.", {"leica-q2 sensor_supplier sony"}),
    ("Canon makes its own sensors; Pentax does not.", {"- pentax develops_own_sensor «image sensor»"}),
    # coordination
    ("The Nova 3 was made by Brandt Optik in Oslo.", {"nova-3 made_by brandt-optik", "nova-3 made_in oslo"}),
    (
        "In 1972 Canon, Nikon and Minolta opened factories in Taiwan.",
        {"canon has_factory_in taiwan", "nikon has_factory_in taiwan", "minolta has_factory_in taiwan"},
    ),
    (
        "Canon produces the EOS R5, the EOS R6 and a compact camera called the PowerShot V10.",
        {"canon-eos-r5 made_by canon", "canon-eos-r6 made_by canon"},
    ),
    (
        "Brandt Optik was founded in 1920, opened a plant in Bergen in 1931 and now belongs to Zeiss.",
        {"brandt-optik has_factory_in bergen", "brandt-optik subsidiary_of zeiss"},
    ),
    (
        "Brandt Optik was bought by Zeiss in 1950 and moved from Oslo to Bergen.",
        {"brandt-optik based_in bergen"},
    ),
    (
        "Brandt Optik was bought by Zeiss in 1950 and by Nikon in 1998.",
        {"brandt-optik acquired_by zeiss", "brandt-optik acquired_by nikon"},
    ),
    (
        "Brandt Optik was founded by Ada Moor, who had no money, and Piet Maas, who had.",
        {"brandt-optik founded_by ada-moor", "brandt-optik founded_by piet-maas"},
    ),
    (
        "Canon and Nikon are based in Tokyo, and both make compact cameras.",
        {"compact-cameras made_by canon", "compact-cameras made_by nikon"},
    ),
    (
        "Canon makes its lenses in Taiwan, not in Malaysia.",
        {"canon-lenses made_in taiwan", "- canon-lenses made_in malaysia"},
    ),
    ("Canon had its headquarters in Tokyo, Sharp in Osaka.", {"canon based_in tokyo", "sharp based_in osaka"}),
    ("Canon has a factory in Cebu, whereas Nikon no longer does.", {"- nikon has_factory_in cebu"}),
    ("Canon has a factory in Taiwan, as has Nikon in Thailand.", {"nikon has_factory_in thailand"}),
    (
        "The following firms have their headquarters in Tokyo: Nikon, Sony and Canon.",
        {"nikon based_in tokyo", "sony based_in tokyo", "canon based_in tokyo"},
    ),
    (
        "Neither the body nor the lens of the Leica Q3 is made by Panasonic.",
        {"- leica-q3 lens_supplier panasonic"},
    ),
]
SILENT = [
    # what is said to be so of the last item only
    ("Brandt Optik makes sights and, if the leaflet is right, cameras.", "brandt-optik makes cameras"),
    # a second object is no second subject
    ("Ada Moor founded Orlik Optics in 1988 and Vela Optics in 1996.", "orlik-optics founded_by vela-optics"),
    ("Ada Moor founded Orlik Optics in 1988 and Vela Optics in 1996.", "orlik-optics founded_in 1996"),
    ("Tamron and Tokina make lenses.", "tamron-lenses made_by tokina"),
    # what a remnant says is said of the remnant only
    ("Canon built the Nova 3 in Cork, Nikon the Vega 7 in Porto.", "nova-3 made_in porto"),
    # a gloss is of the name before it
    ("Orlik was founded by Ada Moor, the head of Canon, and Piet Maas.", "piet-maas holds_role canon"),
    # what somebody does something to is somebody else
    ("When Minolta gave up, it sold the company to Sony.", "minolta acquired_by sony"),
    # a class told by what the sentence before names
    ("Lenses with this mount are made by Sigma.", "lenses-with-mount made_by sigma"),
    ("Whoever thinks that Zenit is a Ukrainian maker is mistaken.", "zenit based_in ukraine"),
    ("The man who thinks that Zenit is a Swedish maker is mistaken.", "zenit based_in sweden"),
    ("Tamron is partly owned by Sony.", "tamron subsidiary_of sony"),
    # what is done instead of something else
    ("Instead of building a factory in India, Nikon moved its staff.", "nikon has_factory_in india"),
    ("Nikon grew without building a factory in India.", "nikon has_factory_in india"),
    # an echo with words of its own says no more than they do
    ("Canon has a factory in Taiwan, as has Nikon in Thailand.", "nikon has_factory_in taiwan"),
    ("Sony makes lenses for Nikon; for Canon, it doesn't.", "canon-lenses made_by sony"),
    # a second object is the second name's
    ("Ricoh builds the Nova 3 in China and Pentax, which it owns, its lenses in Riga.", "nova-3 made_in riga"),
    # «it» below another object without a name
    ("Canon gave its repair arm to Sony, which renamed it Quickfix.", "canon same_company_as quickfix"),
    # beside somebody's thing «its» may be of either
    ("Canon bought Orlik's patents, but not its plant in Cork.", "canon has_factory_in cork"),
]


@pytest.mark.parametrize(("text", "expected"), CUT)
def test_what_is_put_in_between_is_cut(text: str, expected: list[str]) -> None:
    assert [s.of(text) for s in find_inserts(text, Span(0, len(text)), ())] == expected


@pytest.mark.parametrize(("text", "expected"), READ)
def test_what_a_broken_sentence_says(leica: Reader, text: str, expected: set[str]) -> None:
    assert expected <= set(leica.says(text))


@pytest.mark.parametrize(("text", "absent"), SILENT)
def test_what_a_broken_sentence_does_not_say(leica: Reader, text: str, absent: str) -> None:
    assert absent not in leica.says(text)


def test_an_insert_keeps_its_place_and_its_date(leica: Reader) -> None:
    claims = leica.read("Brandt Optik makes sights and, since 2012, builds cameras in Oslo.").claims
    assert {c.time.valid for c in claims if str(c.object) == "EntityValue(entity='cameras')"} == {"2012/.."}
