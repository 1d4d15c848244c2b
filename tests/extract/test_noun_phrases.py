"""Relations that stand inside noun phrases: whose a thing is, what a name is said to be, where a firm is from."""

from __future__ import annotations

import pytest

from leica_kb.extract.phrases.classes import plural
from tests.extract.saying import Reader

READ = [
    # a possessive tells the maker, a bare brand does not
    ("Nikon's Z50 is light.", "makes", {"nikon makes nikon-z50"}),
    ("Pentax’s new Vesta Reflex is light.", "makes", {"pentax makes vesta-reflex"}),
    ("Samsung's Vesta Camera costs $900.", "makes", {"samsung makes vesta-camera"}),
    ("The Nikon Z50 is light.", "makes", set()),
    ("Its Z50 is light. Nikon is old.", "makes", set()),
    ("Canon beat Nikon to the market with its EOS R8.", "makes", {"canon makes canon-eos-r8"}),
    # … but not of people, offices and departments
    ("Canon's Anna Moor likes cameras.", "makes", set()),
    ("Nikon's SVP of sales likes cameras.", "makes", set()),
    ("Sigma's Lens Repair Service is good.", "makes", set()),
    # what a name is said to be tells that it is a thing
    ("Nordika, the folding camera by Vela Optik, has a meter.", "made_by", {"nordika made_by vela-optik"}),
    ("Nikon's first rangefinder was the Vesta.", "makes", {"nikon makes vesta"}),
    ("The Vesta, a camera of Pentax, was heavy.", "made_by", {"vesta made_by pentax"}),
    ("The Vesta 35 is a pocket camera by designer Ada Moor.", "designed_by", {"vesta-35 designed_by ada-moor"}),
    # where a firm is from, before its noun or its name
    ("The Görlitz firm Vela Optik made shutters.", "based_in", {"vela-optik based_in gorlitz"}),
    ("The camera was built by the Zurich company Brandt & Moor.", "based_in", {"brandt-moor based_in zurich"}),
    ("In 1952 the Swiss watchmaker Pellos introduced a new reflex.", "based_in", {"pellos based_in switzerland"}),
    ("Japan's Nikon makes cameras.", "based_in", {"nikon based_in japan"}),
    ("Pentax is Japan's Leica, they say.", "based_in", set()),
    ("The German filmmaker Pellos introduced a new reflex.", "based_in", set()),
    ("She asked what the Porto firm Vela Optik made.", "based_in", {"vela-optik based_in porto"}),
    ("Canon said that it would produce lenses at its vast Cowley factory.", "has_factory_in",
     {"canon has_factory_in cowley"}),
    ("The best of them was the Swiss-made Vesta.", "made_in", {"vesta made_in switzerland"}),
    ("Vela Optik and Brandt Optik are among the leading camera makers.", "makes",
     {"vela-optik makes cameras", "brandt-optik makes cameras"}),
    # what is the first of its kind bears the name, not the part in between
    ("The first camera with a pentaprism, the Vesta 2, was made by Nikon.", "made_by", {"vesta-2 made_by nikon"}),
    ("Peter Moor designed the first camera with one, the Vesta.", "designed_by", {"vesta designed_by peter-moor"}),
    ("The first SLR that used a pentaprism was the Vesta 2.", "has_feature", {"vesta-2 has_feature «pentaprism»"}),
    # a kind that glosses a name is that thing, a town before «-based» no part of the firm's name
    ("The Vesta 3, a rangefinder camera built in Porto by Vela Optik, sold.", "made_in", {"vesta-3 made_in porto"}),
    ("Vesta's maker was Vela Optik.", "made_by", {"vesta made_by vela-optik"}),
    ("The Vesta B (made by Vela Optik in Porto) takes film.", "made_by", {"vesta-b made_by vela-optik"}),
    ("The Vesta was made by the Swiss watchmaker LeCardin.", "based_in", {"lecardin based_in switzerland"}),
    ("Sigma's 24-70mm f/2.8 is light.", "makes", {"sigma makes sigma-24-70mm-f-2.8"}),
    ("Sigma's Kazuto liked the food and the lens.", "makes", set()),
    # a lens of its own, not one that is put on it
    ("The Vesta 35 comes with a Zeiss lens.", "lens_supplier", {"vesta-35 lens_supplier zeiss"}),
    ("The Vesta 35 has a Zeiss Tessar lens.", "lens_supplier", {"vesta-35 lens_supplier zeiss"}),
    ("The Vesta 35 is a phone with a Zeiss lens.", "lens_supplier", {"vesta-35 lens_supplier zeiss"}),
    ("The Vesta 35, with a lens made by Vela Optik, is small.", "lens_supplier", {"vesta-35 lens_supplier vela-optik"}),
    ("The Vesta 35 was tested with a Zeiss lens.", "lens_supplier", set()),
    ("The Vesta 35 has a Nikon lens mount.", "lens_supplier", set()),
    # people of a firm
    ("“It is good,” said Peter Moor, from Nikon.", "holds_role", {"peter-moor holds_role nikon"}),
    ("Peter Moor, a member of the Nikon management board, spoke.", "holds_role", {"peter-moor holds_role nikon"}),
    ("Kodak's lens designer Peter Moor wrote a book.", "holds_role", {"peter-moor holds_role kodak"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "predicate", "expected"), READ)
def test_reads_noun_phrases(leica: Reader, text: str, predicate: str, expected: set[str]) -> None:
    assert leica.says(text, predicate) == expected


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Nikon made its new camera in Cork.", set[str]()),
        ("Nikon upgraded its camera to a lighter one in 1995.", set[str]()),
        ("Nikon builds all its cameras in Cork.", {"nikon-cameras made_by nikon", "nikon-cameras made_in cork"}),
    ],
)
def test_a_firms_one_camera_is_not_all_of_its_cameras(leica: Reader, text: str, claims: set[str]) -> None:
    assert leica.says(text) == claims


@pytest.mark.parametrize(
    ("one", "many"),
    [("knife", "knives"), ("shelf", "shelves"), ("woman", "women"), ("cap", "caps")],
)
def test_plurals(one: str, many: str) -> None:
    assert plural(one) == many
