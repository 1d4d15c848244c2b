"""One fact in many words: who makes, designs and supplies a thing and its parts, and where."""

from __future__ import annotations

import pytest

from tests.extract.saying import Reader

SAID = [
    # who makes it
    ("The Hexar 2 was handmade by Konica.", {"hexar-2 made_by konica"}),
    ("The Hexar 2 is a Konica camera.", {"hexar-2 made_by konica"}),
    ("Konica is the company behind the Hexar 2.", {"hexar-2 made_by konica"}),
    ("Konica handled the production of the Hexar 2.", {"hexar-2 made_by konica"}),
    ("Konica acts as manufacturer of the Hexar 2.", {"hexar-2 made_by konica"}),
    ("The Hexar 2 rolled off Konica’s production line in 1999.", {"hexar-2 made_by konica"}),
    ("The Hexar 2 comes from Konica’s plant in Osaka.", {"hexar-2 made_by konica"}),
    ("The Hexar 2, a watch by Konica, is thin.", {"hexar-2 made_by konica"}),
    ("Konica mass-produced the Hexar 2.", {"hexar-2 made_by konica"}),
    ("Konica assembles darkroom enlargers.", {"konica makes darkroom-enlargers"}),
    ("Konica is famous for its enlargers.", {"konica makes konica-enlargers"}),
    ("Konica focuses on binoculars.", {"konica makes binoculars"}),
    ("Konica kept the Hexar 2 in production.", {"konica makes hexar-2"}),
    ("Konica added the Hexar 2 to its lineup.", {"konica makes hexar-2"}),
    ("Konica expanded its range with the Hexar 2.", {"konica makes hexar-2"}),
    ("Konica has the Hexar 2 in its range.", {"konica makes hexar-2"}),
    ("Konica is responsible for the Hexar 2.", {"konica makes hexar-2"}),
    ("Konica’s products include binoculars.", {"konica makes binoculars"}),
    ("Konica diversified into binoculars.", {"konica makes binoculars"}),
    ("Konica made its name with the Hexar 2.", {"konica makes hexar-2"}),
    ("The Hexar 2 is part of Konica’s lineup.", {"hexar-2 made_by konica"}),
    ("The production of the Hexar 2 is in the hands of Konica.", {"hexar-2 made_by konica"}),
    ("The telescope firm Konica moved to Riga.", {"konica makes telescopes"}),
    ("Konica, a leading watch company, was sold to Vela.", {"konica makes watches"}),
    ("Konica launched the Hexar 2 together with the Hexar 3.", {"konica makes hexar-2", "konica makes hexar-3"}),
    ("Konica launched the Hexar 2 with a lens, and the Hexar 3 in 2000.", {"konica makes hexar-3"}),
    ("Konica supplies focal-plane shutters to three camera makers.", {"konica makes focal-plane-shutters"}),
    ("# Konica\n\nKonica is old. The first model, the Hexar 2, was small.", {"konica makes hexar-2"}),
    ("Lenses come from Konica.", {"konica makes lenses"}),
    # where
    ("Konica opened a plant on the northern edge of Braga.", {"konica has_factory_in braga"}),
    ("Konica shifted assembly to Portugal in 1999.", {"konica has_factory_in portugal"}),
    ("# Hexar 2\n\nThe Hexar 2 is small. Production has moved to Osaka.", {"hexar-2 made_in osaka"}),
    ("Konica has a factory near Osaka.", {"konica has_factory_in osaka"}),
    ("Thailand is where the Hexar 2 is made.", {"hexar-2 made_in thailand"}),
    ("The Hexar 2 starts life in a factory in Thailand.", {"hexar-2 made_in thailand"}),
    ("The birthplace of the Hexar 2 is Osaka.", {"hexar-2 made_in osaka"}),
    ("The Hexar 2 is put together in Thailand.", {"hexar-2 made_in thailand"}),
    ("Konica has the Hexar 2 made in Thailand.", {"hexar-2 made_in thailand"}),
    ("The country of origin of the Hexar 2 is Japan.", {"hexar-2 made_in japan"}),
    ("Craftsmen in Osaka assemble the Hexar 2.", {"hexar-2 made_in osaka"}),
    ("The Hexar 2 comes out of a plant in Malaysia.", {"hexar-2 made_in malaysia"}),
    ("Osaka is home to a Konica factory.", {"konica has_factory_in osaka"}),
    ("Konica broke ground on a plant in Osaka.", {"konica has_factory_in osaka"}),
    ("Konica runs an assembly plant in Osaka.", {"konica has_factory_in osaka"}),
    ("Konica’s production is based in Osaka.", {"konica has_factory_in osaka"}),
    # designers
    ("Anna Lind penned the Hexar 2.", {"hexar-2 designed_by anna-lind"}),
    ("Anna Lind gave the Hexar 2 its shape.", {"hexar-2 designed_by anna-lind"}),
    ("The Hexar 2 owes its look to Anna Lind.", {"hexar-2 designed_by anna-lind"}),
    ("The design of the Hexar 2 is credited to Anna Lind.", {"hexar-2 designed_by anna-lind"}),
    ("Anna Lind is credited with the design of the Hexar 2.", {"hexar-2 designed_by anna-lind"}),
    ("The Hexar 2 came from the drawing board of Anna Lind.", {"hexar-2 designed_by anna-lind"}),
    ("Anna Lind was the architect of the Hexar 2.", {"hexar-2 designed_by anna-lind"}),
    ("The styling of the Hexar 2 was the work of Anna Lind.", {"hexar-2 designed_by anna-lind"}),
    ("Anna Lind drew the body of the Hexar 2.", {"hexar-2 designed_by anna-lind"}),
    ("Konica hired Anna Lind to style the Hexar 2.", {"hexar-2 designed_by anna-lind"}),
    ("Konica turned to Anna Lind for the design of the Hexar 2.", {"hexar-2 designed_by anna-lind"}),
    ("Anna Lind came up with the idea of the Hexar 2.", {"hexar-2 designed_by anna-lind"}),
    ("The Hexar 2 is based on designs by Anna Lind.", {"hexar-2 designed_by anna-lind"}),
    ("A team led by Anna Lind designed the Hexar 2.", {"hexar-2 designed_by anna-lind"}),
    ("The Hexar 2, a five-element design computed by Anna Lind, is sharp.", {"hexar-2 designed_by anna-lind"}),
    # mounts
    (
        "The Hexar 2 is available for Canon RF and Nikon Z.",
        {"hexar-2 uses_mount rf-mount", "hexar-2 uses_mount z-mount"},
    ),
    ("The Hexar 2 comes in PL and LPL mounts.", {"hexar-2 uses_mount pl-mount", "hexar-2 uses_mount lpl-mount"}),
    ("The Hexar 2 uses a bayonet which Konica calls the N-mount.", {"hexar-2 uses_mount n-mount"}),
    ("Konica announced a Hexar 2 for Canon RF.", {"hexar-2 uses_mount rf-mount"}),
    ("The Hexar 2, a lens in PL mount, is sharp.", {"hexar-2 uses_mount pl-mount"}),
    # lenses
    ("The Hexar 2 had a lens bought in from Cosina.", {"hexar-2 lens_supplier cosina"}),
    ("The Hexar 2’s lens was supplied by Cosina.", {"hexar-2 lens_supplier cosina"}),
    ("Cosina supplies Konica with lenses for the Hexar 2.", {"hexar-2 lens_supplier cosina"}),
    ("Konica equipped the Hexar 2 with a lens by Cosina.", {"hexar-2 lens_supplier cosina"}),
    ("The Hexar 2 is built around a Cosina lens.", {"hexar-2 lens_supplier cosina"}),
    ("The Hexar 2, with its Cosina lens, is sharp.", {"hexar-2 lens_supplier cosina"}),
    ("Konica sources the lenses for the Hexar 2 from Cosina.", {"hexar-2 lens_supplier cosina"}),
    ("Cosina is the lens supplier for the Hexar 2.", {"hexar-2 lens_supplier cosina"}),
    ("Konica turned to Cosina for the lens of the Hexar 2.", {"hexar-2 lens_supplier cosina"}),
    ("Cosina furnishes the lens for the Hexar 2.", {"hexar-2 lens_supplier cosina"}),
    ("The lens of the Hexar 2 is procured from Cosina.", {"hexar-2 lens_supplier cosina"}),
    ("The Hexar 2, whose lens was sourced from Cosina, is small.", {"hexar-2 lens_supplier cosina"}),
    # sensors
    ("The Hexar 2, whose sensor was sourced from Sony, is small.", {"hexar-2 sensor_supplier sony"}),
    ("Sony delivered the sensor for the Hexar 2.", {"hexar-2 sensor_supplier sony"}),
    ("The Hexar 2 draws on a Sony sensor.", {"hexar-2 sensor_supplier sony"}),
    ("The supplier of the sensor in the Hexar 2 is Sony.", {"hexar-2 sensor_supplier sony"}),
    ("Konica built a Sony sensor into the Hexar 2.", {"hexar-2 sensor_supplier sony"}),
    ("The Hexar 2 has a Sony-made sensor.", {"hexar-2 sensor_supplier sony"}),
    ("Konica turned to Sony for the sensor of the Hexar 2.", {"hexar-2 sensor_supplier sony"}),
    ("The sensor of the Hexar 2 comes from a plant in Malaysia.", {"hexar-2 sensor_made_in malaysia"}),
    ("A plant in Kumamoto makes the sensor of the Hexar 2.", {"hexar-2 sensor_made_in kumamoto"}),
    ("Konica and Sony jointly developed the sensor.", {"konica sensor_codeveloper sony"}),
    ("Konica teamed up with Sony to design a sensor.", {"konica sensor_codeveloper sony"}),
    ("Konica and Sony collaborated in developing a sensor.", {"konica sensor_codeveloper sony"}),
    ("Konica developed the sensor in cooperation with Sony.", {"konica sensor_codeveloper sony"}),
    ("Konica designed the sensor with the help of Sony.", {"konica sensor_codeveloper sony"}),
    ("Konica designs its sensors in house.", {"konica develops_own_sensor «image sensor»"}),
    ("Konica has developed a sensor of its own.", {"konica develops_own_sensor «image sensor»"}),
    ("Konica is working on its own sensor.", {"konica develops_own_sensor «image sensor»"}),
    ("Konica invented a curved sensor.", {"konica develops_own_sensor «curved sensor»"}),
    ("Konica unveiled its own sensor.", {"konica develops_own_sensor «image sensor»"}),
    # with whom, where and how long
    ("The Hexar 2 was designed in collaboration with Cosina.", {"hexar-2 designed_by cosina"}),
    ("The Hexar 2 was designed together with Cosina.", {"hexar-2 designed_by cosina"}),
    ("The Hexar 2 is inspected at the quality department in Osaka.", {"hexar-2 inspected_in osaka"}),
    ("Forty minutes are spent on adjusting the rangefinder.", {"rangefinder-adjustment processing_time 40 minute"}),
    ("The Hexar 2 went through Imaging Resource's full set of tests.", {"hexar-2 tested_by imaging-resource"}),
    ("Konica has the sensor for its Hexar 2 produced in Osaka.", {"hexar-2 sensor_made_in osaka"}),
    ("In 1961 serial production of the Hexar 2 began.", {"hexar-2 manufacturing_method «serial production»"}),
]


@pytest.mark.parametrize(("text", "claims"), SAID)
def test_the_words_are_known(leica: Reader, text: str, claims: set[str]) -> None:
    assert claims <= leica.says(text)


NOT_SAID = [
    ("Konica and Sony developed the sensor of the Hexar 2.", "sensor_supplier"),
    ("Konica and Sony teamed up to develop a sensor.", "develops_own_sensor"),
    ("Konica developed a sensor for Sony.", "develops_own_sensor"),
    ("# Hexar 2\n\nThe Hexar 2 is small. The first model, the Hexar 1, was heavy.", "makes"),
    ("# Hexar 2\n\nThe Hexar 2 is small. Production of its charger moved to Osaka.", "made_in"),
    ("Konica supplies advice and lenses.", "makes"),
    ("I sold the Hexar 2 for my Canon RF.", "uses_mount"),
    ("Konica is a camera rental company in Riga.", "makes"),
    ("Konica, a film company in Riga, was sold.", "makes"),
    ("The lens came from the Hexar 2.", "makes"),
    ("Konica launched the Hexar 2 together with Cosina.", "cosina makes"),
    ("The Canon RF is for sale, and the Hexar 2 is for Nikon.", "uses_mount"),
    ("The Hexar 2 has a Rokkor lens.", "lens_supplier"),
    ("Konica finished behind the Hexar 2 in sales.", "made_by"),
    ("I bought a lens for the Hexar 2 from Cosina.", "lens_supplier"),
    ("Anna Lind led the band behind the Hexar 2 advertisement.", "designed_by"),
    ("Osaka has a Konica shop and a museum.", "has_factory_in"),
    ("Konica is responsible for its staff.", "makes"),
    ("The lens maker for the Hexar 2 is Cosina.", "made_by"),
    ("Konica supplies the Hexar 2 with a Sony-made sensor.", "makes"),
    ("I equipped the Hexar 2 with a Cosina lens.", "lens_supplier"),
    ("The Hexar 2 comes from a good family.", "made_in"),
    ("Konica has the sensor for its Hexar 2 produced in Osaka.", "made_in"),
    ("Konica cameras sold in Japan are made by hand.", "made_in"),
    ("The Oxford factory was producing the Hexar 2.", "makes"),
    ("The Hexar 2 comes from the Oxford factory.", "made_by"),
    ("The Hexar 3 uses a sensor that Konica developed in cooperation with Sony.", "develops_own_sensor"),
]


@pytest.mark.parametrize(("text", "predicate"), NOT_SAID)
def test_what_looks_alike_is_not_said(leica: Reader, text: str, predicate: str) -> None:
    assert not [claim for claim in leica.says(text) if f" {predicate} " in claim]
