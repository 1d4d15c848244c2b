"""Readings that go wrong more often than right, each refused for a reason, beside the sure ones that stay."""

from __future__ import annotations

import pytest

from tests.extract.saying import Reader

REFUSED = [
    # a heading of plain words is nobody's name
    ("Tech Specs\n\n- Weight: 850g\n- Price: $300", ""),
    # that there are differences says nothing of them
    ("There are key differences between the Nikon Z8 and the Nikon Z9.", "differs_from"),
    # what fits is not supplied with it
    ("The Nikon Z9 fits with some patience into the bag.", "has_feature"),
    # a shop sells somebody a camera without making it
    ("Halberg Optik sold me the Nikon Z9.", "makes"),
    # one camera is no class, and «the same» and «the lens made by …» point to nothing before
    ("Nikon makes film cameras. The new camera was built in Thailand.", "made_in"),
    ("The Nikon Z9 is out. It has the glass lens made by Cosina.", "made_by"),
    # a title before a name tells an office, which no other rule could read
    ("The Nikon cameras of former Nikon chief Karl Moor are sold.", "holds_role"),
    # what is no part and no measure is no feature
    ("The Nikon Z9 has a certain charm.", "has_feature"),
    ("The Nikon Z9 has the same qualities.", "has_feature"),
    # a unit is not its firm, and nobody who opened it founded the firm
    ("Nikon was founded in 1917. Karl Moor started the optical department of the firm in 1950.", "founded_by"),
    # what is asked or shown is not praised
    ("I will show what the Nikon Z9 is good at.", "assessment"),
    # a code that several firms use
    ("Fujifilm was making the S2 then.", "made_by"),
    # versions are no kind of goods
    ("Nikon made other models of it.", "makes"),
    # a maker's name for one of its cameras
    ("Zeiss acquired its first Leica in 1975.", "acquired_by"),
    # one's own firm is another than the one spoken of
    ("Marta Olsen joined Sigma in 2009. She now runs her own studio in Aizu.", "holds_role"),
    # a part from a firm is no part of it
    ("Leica is silent, but Karl Moor identified it as a Sony part.", "subsidiary_of"),
    # a bound is no price, the rest of a thing not the thing, one more of a class not the class
    ("The Nikon Z9 costs up to $5,000.", "resale_price"),
    ("The Nikon Z9 sells for less than $5,000.", "resale_price"),
    ("The Nikon Z9 is here. The rest of the camera is good.", "assessment"),
    ("Canon decided not to make a new mount.", "makes"),
    # goods sold to a firm are not those that one makes, and a measure's unit supplies nothing
    ("Konica sold its camera optics to Sony.", "makes"),
    ("The Nikon Z5 has a 42-Megapixel Full Frame sensor.", "sensor_supplier"),
    # what somebody wants, what another is compared with, any one of many, a value with a hole in it
    ("Karl Moor wants the Nikon Z9 to cost $10,000.", "resale_price"),
    ("Its speeds, which are much faster than my Nikon Z9 are great.", "assessment"),
    ("If somebody returns a Nikon Z9 which has a red shutter, call me.", "has_feature"),
    ("It lies beside a Nikon Z9, with a 16 MP 23.7 × 15.7 mm sensor from 2013.", "has_feature"),
    # several that «include» others
    ("The Nikon lenses made for this mount include:\n\n- N 110mm WR portrait lens\n", "has_feature"),
]

KEPT = [
    ("The Nikon Z9 sells for about $5,000.", {"nikon-z9 resale_price 5000 USD"}),
    ("The Nikon Z9 is still “good enough” for me.", {"nikon-z9 assessment «good enough for me»"}),
    ("Pianist Roland Lamb founded Nordal in 2009.", {"nordal founded_by roland-lamb", "nordal founded_in 2009"}),
    ("The Nikon Z9 has a Sony sensor.", {"nikon-z9 sensor_supplier sony"}),
    ("Nikon Z8 Specs\n\n- Price: $300", {"nikon-z8 resale_price 300 USD"}),
    ("Nikon sold the Nikon Z9 for years.", {"nikon makes nikon-z9"}),
    ("The Nikon Z9 is new. The camera was built in Thailand.", {"nikon-z9 made_in thailand"}),
    ("The Nikon Z9 has a quiet shutter.", {"nikon-z9 has_feature «quiet shutter»"}),
    ("Nikon makes great lenses.", {"nikon makes lenses"}),
    (
        "Nikon and Canon were rivals. Sony makes cameras, and they released the Sony A9.",
        {"sony makes cameras", "sony makes sony-a9"},
    ),
    ("Dave Moor of Nikon unveiled it.", {"dave-moor holds_role nikon"}),
    ("The Xo M1 also has a nice touchscreen.", {"xo-m1 has_feature «nice touchscreen»"}),
]


@pytest.mark.parametrize(("text", "predicate"), REFUSED)
def test_what_is_not_sure_is_not_said(leica: Reader, text: str, predicate: str) -> None:
    assert leica.says(text, predicate) == set()


@pytest.mark.parametrize(("text", "said"), KEPT)
def test_what_is_sure_stays(leica: Reader, text: str, said: set[str]) -> None:
    assert leica.says(text) >= said


def test_another_firms_model_is_not_what_a_firm_showed(leica: Reader) -> None:
    assert leica.says("The Sony NEX-5 is light. Canon debuted the camera in May.", "makes") == set()
    assert leica.says("Almost all of it is plastic. The Orlik KX3 has almost no external buttons.") == set()
    assert leica.says("The Orlik KX3 can cost as little as $10.", "resale_price") == set()


@pytest.mark.parametrize(
    "text",
    [
        "Nikon continues to manufacture lenses.",
        "Nikon launched the autofocus F-501 in 1986; Canon responded in 1987 with a new mount.",
    ],
)
def test_going_on_is_no_saying(leica: Reader, text: str) -> None:
    assert {c.attribution for c in leica.claims(text)} == {()}


def test_a_code_is_anybodys_on_a_page_that_does_not_name_its_maker(leica: Reader) -> None:
    walk = "We walked along the coast for most of the day and took our time over every picture. " * 20
    page = "{} busy. " + walk + "\n\nThe Canon EOS M100 replaces the M10."
    assert leica.says(page.format("Canon is"), "successor_of") == set()
    named = leica.says(page.format("Leica and Canon are"), "successor_of")
    assert named == {"canon-eos-m100 successor_of leica-m10"}
