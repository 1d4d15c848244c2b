"""What is told of a product: what it has and has not, and whose a part, a plant or a sensor is."""

from __future__ import annotations

import pytest

from tests.extract.saying import Reader

SAID = [
    # a part of another thing, and a part that every camera has
    (
        "# Nova 3 review\n\nThe Nova 3 is a camera. There is a hot shoe on the top plate.",
        "nova-3 has_feature «hot shoe",
    ),
    ("# Nova 3 review\n\nThe Nova 3 is light. The leaf shutter is silent.", "nova-3 has_feature «leaf shutter»"),
    # what closes a clause is no part of its last noun
    ("The Nova 3 has no finder at all.", "- nova-3 has_feature «finder»"),
    ("The Nova 3 has a meter and a tilting screen as well.", "nova-3 has_feature «tilting screen»"),
    # each of a row has its own «no»
    ("The Nova 3 has no mirror and no meter.", "- nova-3 has_feature «meter»"),
    ("The Nova 3 has no mirror, no meter and no flash.", "- nova-3 has_feature «meter»"),
    ("The Nova 3 has neither a mirror nor a meter.", "- nova-3 has_feature «mirror»"),
    ("The Nova 3 has a mirror, a meter and a flash.", "nova-3 has_feature «meter»"),
    # whose it is
    ("The Nova 3 is built around a Sony sensor.", "nova-3 sensor_supplier sony"),
    ("Nikon’s cameras are made in Thailand.", "nikon-cameras made_in thailand"),
    (
        "The Fujifilm X100 is small. I own an X100, and the X100 has a fixed lens.",
        "fujifilm-x100 has_feature «fixed lens»",
    ),
    # what it is by its build, and what is built into it
    ("The Nova 3 is weather-sealed.", "nova-3 has_feature «weather-sealed»"),
    ("The Nova 3 is mechanical.", "nova-3 has_feature «mechanical»"),
    ("# Nova 3 review\n\nThe Nova 3 is light. A filter is built in.", "nova-3 has_feature «filter»"),
    (
        "# Nova 3 review\n\nThe Nova 3 is light. The top plate is milled from brass.",
        "nova-3 manufacturing_method «top plate milled from brass»",
    ),
    ("The Nova 3, a camera milled from brass, is light.", "nova-3 manufacturing_method «milled from brass»"),
    # what a thing has, to the end of the row
    ("The Nova 3 had an alloy body, a front standard, a reflex finder and a leaf shutter.", "nova-3 has_feature «leaf"),
    ("The Nova 3 has a coupled finder and a lens bought in from Zeiss.", "nova-3 lens_supplier zeiss"),
    ("The Nova 3 is small. Built around a sensor bought from Sony, it weighs 300 g.", "nova-3 sensor_supplier sony"),
    # names that are told to be things
    ("The Bessona of 1959 was a reflex with a leaf shutter.", "bessona has_feature «leaf shutter»"),
    ("The Riga factory built cameras, among them the folding Bessona.", "bessona has_feature «folding»"),
    ("Minolta’s Autona has a leaf shutter.", "minolta makes autona"),
    (
        "The first model, the Vitona, was a box camera. Its successor, the Vitona II, had a finder.",
        "vitona-ii successor_of vitona",
    ),
    ("The Orlik company makes microscopes, and Orlik is proud.", "orlik makes microscopes"),
]

UNSAID = [
    ("# Nova 3 review\n\nThe Nova 3 is a camera. There is no ring on any of the SE lenses.", "nova-3 has_feature"),
    ("# Nova 3 review\n\nThe Nova 3 is a camera. There is a small lever on the lens.", "nova-3 has_feature"),
    ("# Nova 3 review\n\nThe Nova 3 is light. The top plate is milled from brass.", "«top plate»"),
    ("The Nova 3 has no mirror and no meter.", "\nnova-3 has_feature"),
    ("The lenses are checked on a device called the Q1, which the firm built around its own Foveon sensors.", "foveon"),
    ("Fujifilm’s camera, assembled in Japan, is a marvel.", "made_in"),
    ("Nikon’s lens is made by Cosina in Nakano.", "nikon-lenses"),
    ("The Olympus OM-1 is old. In 2022 OM Digital Solutions put out a digital OM-1.", "makes olympus-om-1"),
    ("# Nova 3 review\n\nThe Nova 3 is old. The battery door is missing.", "has_feature"),
    ("# Nova 3 review\n\nThe Nova 3 is old. The bridge was built in 1950.", "«bridge»"),
    ("The Nova 3 carries the Vela, a lens with a hood and a cap.", "nova-3 has_feature «cap»"),
    ("Minolta’s Adams has a lens in mind and said so.", "minolta makes"),
    ("Vela Optics makes lenses. The Torino company makes tripods.", "torino makes"),
    (
        "Orlik Optical is old. The camera is made for Vela by Orlik Optical; the rest are built at its plant in Riga.",
        "has_factory_in",
    ),
]


@pytest.mark.parametrize(("text", "said"), SAID)
def test_what_a_thing_has(leica: Reader, text: str, said: str) -> None:
    assert any(c.startswith(said) for c in leica.says(text))


@pytest.mark.parametrize(("text", "said"), UNSAID)
def test_what_is_anothers(leica: Reader, text: str, said: str) -> None:
    assert said not in "".join(f"\n{c}" for c in sorted(leica.says(text)))
