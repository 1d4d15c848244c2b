"""Constructions that real pages use and that made-up sentences seldom show."""

from __future__ import annotations

import pytest

from tests.extract.saying import Reader

READ = [
    # names
    ("Leitz Canada made lenses for the army.", {"leitz-canada makes lenses"}),
    (
        "Karl Moor founded a small firm called Moor-Optik Hallberg Nord.",
        {"moor-optik-hallberg-nord founded_by karl-moor"},
    ),
    ("The Lumatic cameras featured a red meter.", {"lumatic-cameras has_feature «red meter»"}),
    ("Nikon-branded macro lenses designed by Tokina are made in Japan.", {"nikon-macro-lenses made_in japan"}),
    # pairs, shared makers, examples
    (
        "Nearly all Nikon cameras and lenses are made in Thailand and Japan, respectively.",
        {"nikon-cameras made_in thailand", "nikon-lenses made_in japan"},
    ),
    ("Canon-branded cameras including the EOS R5 are made in Japan.", {"canon-eos-r5 made_in japan"}),
    # firms: what they are called, where they are, who holds what of them
    ("Sigma was renamed Kestrel Optics Ltd.", {"kestrel-optics-ltd same_company_as sigma"}),
    ("In 1990 Sigma changed its name to Kestrel Optics Ltd.", {"kestrel-optics-ltd same_company_as sigma"}),
    ("Sigma became Kestrel Optics Ltd. in 1990.", {"kestrel-optics-ltd same_company_as sigma"}),
    ("Sigma of Japan was first.", {"sigma based_in japan"}),
    ("Sony bought a minority stake in Sigma.", {"sony owns sigma"}),
    ("Sony and Sigma entered into an agreement on lenses.", {"sigma partner_of sony"}),
    ("The roots of Sigma can be traced back to 1961.", {"sigma founded_in 1961"}),
    ("Sigma’s founder, Michihiro Yamaki, loved lenses.", {"sigma founded_by michihiro-yamaki"}),
    ("Anna Lind, President and CEO, Sigma, praised the lens.", {"anna-lind holds_role sigma"}),
    ("Sigma expanded into the production of cinema lenses.", {"sigma makes cinema-lenses"}),
    ("Sigma is old. It also manufactures binoculars.", {"sigma makes binoculars"}),
    # products: what they take, what they cost
    ("The Sigma fp is a gem of a camera that takes M-mount lenses.", {"sigma-fp uses_mount m-mount"}),
    ("You can get the Nikon Z9 at S$7,000.", {"nikon-z9 resale_price 7000 SGD"}),
    ("A camera like Nikon’s new Z4 costing $6,000 is rare.", {"nikon-z4 resale_price 6000 USD"}),
    ("Nikon introduced its first SLR camera, the Lumatic.", {"nikon makes lumatic"}),
    ("The Lumatic 2 was Nikon's first camera.", {"nikon makes lumatic-2"}),
    ("In 1964 Nikon introduced the Lumatics series.", {"nikon makes lumatics-series"}),
    ("Nikon built the pocket camera “Lumatic 200” in Japan.", {"lumatic-200 made_in japan"}),
    ("Nikon sells the Z8 and the Z9, both of which are made in Thailand.", {"nikon-z8 made_in thailand"}),
    (
        "The sensors used in the Lumix GX1 and Lumix G3 models are from Sony.",
        {"panasonic-lumix-g3 sensor_supplier sony"},
    ),
    ("Nikon launched the Lumatic I camera, its first one with a bright mirror.", {"nikon makes lumatic-i"}),
    ("Leitz Canada, LCAN, was sold to Sony.", {"leitz-canada acquired_by sony"}),
    ("Orlik Optik built the Orlik Peak VI. It followed the Orlik Peak V.", {"orlik-peak-vi successor_of orlik-peak-v"}),
    (
        "The Orlik Peak VI is heavy. It followed the Orlik Peak V and was itself replaced by the Orlik Peak VII.",
        {"orlik-peak-vii successor_of orlik-peak-vi"},
    ),
    (
        "Many think it is a Sony in disguise. It isn't: the Nikon Z9 is built in Thailand.",
        {"nikon-z9 made_in thailand"},
    ),
    # what a pronoun meant stays the subject
    ("Sigma is old. It is a part of the Kestrel Group. The company was founded in 1961.", {"sigma founded_in 1961"}),
    ("Nikon designed such old lenses as the Nikon S1 and the Nikon S2.", {"nikon-s1 designed_by nikon"}),
]


@pytest.mark.parametrize(("text", "said"), READ)
def test_what_a_reader_reads(leica: Reader, text: str, said: set[str]) -> None:
    assert leica.says(text) >= said


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Nikon cameras and lenses are made in Thailand and Japan respectively.", "nikon-cameras made_in japan"),
        ("Leitz Canada, LCAN, was sold to Sony.", "leitz-canada based_in lcan"),
        ("Kestrel Touts Commitment to Releasing New Nikon Cameras", "commitment makes new-cameras"),
        ("Nikon is old. The Z9 was rare. It is from Canada.", "nikon based_in canada"),
        ("Sigma works with Sony and Nikon. They are launching the Sigma fp.", "nikon makes sigma-fp"),
        ("Sony acquired Pentax and renamed it Kestrel Optics Ltd.", "kestrel-optics-ltd same_company_as sony"),
        ("Sony and Nikon make lenses.", "sony-lenses made_by nikon"),
        (
            "Nikon lenses last. Sony has a plant in Trier, where bodies get their assembly.",
            "nikon-lenses made_in trier",
        ),
        ("Sony and Nikon grew. Most of its interchangeable lenses are heavy.", "nikon equivalent_to sony"),
        ("The Nikon Z9 followed the Z8. Its heir, the Z10, is a rebadged Sony A9.", "sony-a9 successor_of nikon-z9"),
        ("Chief Harvest Officer Anna Lind spoke of the Nikon lens.", "anna-lind holds_role harvest"),
    ],
)
def test_what_nobody_would_read(leica: Reader, text: str, wrong: str) -> None:
    assert wrong not in leica.says(text)


def test_nearly_all_is_most(leica: Reader) -> None:
    [claim] = leica.claims("Nearly all Nikon cameras are made in Thailand.", "made_in")
    assert claim.qualifiers["scope"] == "most"
