"""What a pronoun or a description cannot mean: something nearer has no name, or the thing is of another kind."""

from __future__ import annotations

import pytest

from tests.extract.saying import Reader

REFUSED = [
    # the thing that the sentence has just spoken of
    ("The Nikon Z9 is heavy. The eyepiece is important because it has a rubber ring.", "has_feature"),
    ("The Nikon Z9 is heavy. You have to press a small button, but it has a lock.", "has_feature"),
    ("I bought a mount for the Nikon Z9. The mount I chose is strong. It has two motors.", "has_feature"),
    ("The Nikon Z9 is heavy, but the 24-70 is good. It comes with a hood.", "has_feature"),
    # what the subject is compared with
    ("A little lighter than the Nikon Z9, it has a larger screen.", "has_feature"),
    # what the subject is told apart from, what somebody does with a thing
    ("The Canon R1 is new. It is lighter, without the weight of the Nikon Z9, and its price is $300.", "nikon-z9"),
    ("The Canon R1 is new. I got it to replace the Nikon Z9.", "successor_of"),
    # what is said to exist, what nobody has named for long
    ("The Nikon Z9 is good. There is the Canon R1, but it costs $5,000.", "nikon-z9 resale"),
    ("Nikon is old. There used to be a website for fans. It was founded by Karl Moor.", "nikon founded_by"),
    ("The Nikon Z9 is good. I thank Karl. He wrote a lot. I thank him for making it in Porto.", "made_in"),
    # a pair that nobody named, one's own
    ("Nikon and Fujifilm make cameras. My friends came. We have a partnership.", "partner_of"),
    # a firm that the text has left
    ("A day.\n\nOrlik Optik is in Oslo. The sun shone. The hills are green. They moved to Porto in 1961.", "based_in"),
    # what is said to exist, named with figures
    (
        "The Nikon 20mm f/1.8 is mine. There's the superb Orlik 17.5, but it costs $1,000.",
        "resale_price",
    ),
    # people, and one that a figure tells from others
    ("Anna Lund works for Orlik Optik. She married her boss. They moved to Oslo in 1961.", "based_in"),
    ("The Nikon Z9 is good. The 50x camera has a flash.", "nikon-z9 has_feature"),
    # a firm's own, a lens, so many of a kind
    ("The Nikon Z9 is new. In its official sensor report, Orlik Optik said that it is here.", "has_feature"),
    ("The Nikon Z9 is good. It is an older lens and it has a rubber ring.", "has_feature"),
    ("Anna Moor designed two film cameras. They were made by Orlik Optik.", "made_by"),
    ("Anna Moor designed two film cameras.", "designed_by"),
    (
        "Tamar Q7 B\n\nThe camera is old. This camera is mine.\n\nTamar Q7 B\n\nThis lens was made in Japan.",
        "made_in",
    ),
    # a thing of another kind
    ("The Nikon Z9 is mine. He sold the phone for 300 dollars.", "resale_price"),
    ("The Nikon Z9 is mine. The lens was made in Japan.", "made_in"),
    ("The Nikon Z9 is mine. The lens is nice.", "assessment"),
    (
        "Contax G2: The Long Review\n\nThe Contax G2 is old. The G2 lenses are very good.",
        "contax-g2 assessment «very good",
    ),
    # what has been named only after the first «it», or behind another subject
    ("I like the Orlik KX3. It is new. I took it along with the Nikon Z9, and it has a lock.", "has_feature"),
    ("The Nikon Z9 is new. The finder is large, and it helps me. It has a magnifying lens.", "has_feature"),
    (
        "Old things\n\nA Nikon Z9 costs $3,000. Others cost less. I bought that, and it came with a strap.",
        "has_feature",
    ),
    # a thing told by its maker, a line of things
    ("The Orlik KX3 is old. I prefer the Nikon. It is light, and its image quality is amazing.", "assessment"),
    ("The Orlik KX3 is old. That is the trouble with the Nikon lens: it shows in its focal length.", "has_feature"),
    ("The Orlik KX3 is here. The charm of the Leica M series is its tilting screen.", "orlik-kx3 has_feature"),
    # a relative word reaches no further than its sentence
    ("The Nikon Z9 has a lock. I am happy with mine though, which includes a split ring, and I like it.", "split ring"),
    # one of a kind, one of the two that the title sets against each other
    ("The Nikon Z9 is good. Many cameras have a mirror, and the camera's metering system reads it.", "has_feature"),
    ("Orlik KX3 vs Tamar Q7\n\nI like both. I need an Orlik KX3. The camera is great.", "assessment"),
    # a firm told by its own clause, one that somebody has done something to, one whose name stands for a thing's
    ("Nordal Optik is a company from Oslo. The company I joined was acquired by Sony.", "acquired_by"),
    ("Nordal is old. Canon overtook the company. In 1996, the firm was acquired by Sony.", "acquired_by"),
    ("Nordal Optik is in Oslo. It rained. The sun shone. In 1990 Sony bought the platform.", "acquired_by"),
    ("Vesta is old. Kelvo Three closed after its founder Karl Moor left.", "vesta founded_by"),
    # a pair that has its partner told beside it
    ("Nordal Optik and Orlik Optik are old. They collaborated with Anna Lund.", "partner_of"),
]

KEPT = [
    ("The Nikon Z9 is heavy. The camera is good, and it has two slots.", "nikon-z9 has_feature «two slots»"),
    ("The Nikon Z9 is heavy. It is slow. It has two slots.", "nikon-z9 has_feature «two slots»"),
    ("The Nikon Z9 is new. Your camera is quick when you start. It has a lock.", "nikon-z9 has_feature «lock»"),
    ("The Nikkor 50mm f/1.2 is new. The lens was made in Japan.", "nikkor-50mm-f-1.2 made_in japan"),
    ("The Panasonic CM1 smartphone is new. The smartphone sells for $300.", "panasonic-cm1 resale_price 300 USD"),
    ("The Nikon Z9 is new. The camera was made in Japan.", "nikon-z9 made_in japan"),
    ("I like the Nikon Z9. It is small, and the Nikon Z9 is light. It has a lock.", "nikon-z9 has_feature «lock»"),
    ("The Nikon Z9 is new. The camera is large, and it helps me. It has a lock.", "nikon-z9 has_feature «lock»"),
    ("The Nikon Z9 is old. I love the Nikon. It is light, and it has a lock.", "nikon-z9 has_feature «lock»"),
    ("I own the Nikon Z9, which has a lock.", "nikon-z9 has_feature «lock»"),
    ("Orlik KX3 vs Tamar Q7\n\nThe Orlik KX3 is quick. The camera is great.", "orlik-kx3 assessment «great»"),
    ("Nordal Optik is in Oslo. The company was acquired by Sony.", "nordal-optik acquired_by sony"),
    ("Nordal Optik is a supplier. It rained. Sony bought the supplier in 1990.", "nordal-optik acquired_by sony"),
    ("Vesta was sold after its founder Karl Moor left the company.", "vesta founded_by karl-moor"),
    (
        "The Nikon 20mm f/1.8 is mine. There's the superb Voigtländer 17.5mm f/0.95, but it costs $1,000.",
        "voigtlander-17.5mm-f-0.95 resale_price 1000 USD",
    ),
]


@pytest.mark.parametrize(("text", "predicate"), REFUSED)
def test_what_stands_nearer_is_not_passed_over(leica: Reader, text: str, predicate: str) -> None:
    assert [s for s in leica.says(text) if predicate in s] == []


@pytest.mark.parametrize(("text", "said"), KEPT)
def test_what_fits_is_found(leica: Reader, text: str, said: str) -> None:
    assert said in leica.says(text)


def test_the_lens_that_the_title_names_is_no_camera(leica: Reader) -> None:
    page = (
        "The case against the Orlik Dahl 15mm f/1.7 lens\n\nToday I saw the Orlik Dahl 15mm f/1.7 lens. It is nice. {}"
    )
    assert leica.says(page.format("This means light goes to the camera's metering system."), "has_feature") == set()
    said = leica.says(page.format("This means light goes to the lens's aperture ring."), "has_feature")
    assert said == {"orlik-dahl-15mm-f-1.7 has_feature «aperture ring»"}


def test_its_factory_is_the_makers_whose_things_are_named(leica: Reader) -> None:
    text = "Sigma opened. Until now every Sigma lens was made at its factory in Aizu."
    assert "sigma has_factory_in aizu" in leica.says(text)
