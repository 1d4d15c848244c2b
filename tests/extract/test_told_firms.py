"""Where a sentence may speak of a person or thing as well, an unlisted name is a firm's only if something tells it."""

from __future__ import annotations

import pytest

from tests.extract.saying import Reader

REFUSED = [
    ("The first panorama camera was built in 1938 by Ossian Brandt.", "makes"),
    ("Nikon is old. The dial sets the speed and controls Exposure.", "subsidiary_of"),
    ("The first Nikon Z9 was fitted with a Dragonia sensor.", "sensor_supplier"),
    ("COVEX is almost entirely great.", "assessment"),
    # behind «the» a thing, which is begun, made or from somewhere as well
    ("In the same year Karl Moor created the Vocavox.", "founded_by"),
    ("He is billed as The Loud Voice from Oslo.", "based_in"),
    ("The Orbital Kestrel was launched in 1990.", "founded_in"),
    # a person, who has what is his
    ("Brevik built his first booth and launched in 1925.", "founded_in"),
    # what stands before a noun, or what is a part of what nobody knows
    ("It is an XV-based camera, the Nikon F3.", "makes"),
    ("Nova Frame is part of ROTE.", "subsidiary_of"),
    ("The Alto Guitar (also known as the Reed Guitar) has a short neck.", "same_company_as"),
]

KEPT = [
    ("The Orlik Duo looks absolutely perfect.", "orlik-duo assessment «absolutely perfect»"),
    ("Brandt Holm is a lens maker. The zoom was built by Brandt Holm.", "brandt-holm makes lenses"),
    # the firm, and not the goods that are named before it
    ("Kelvo PowerBoard is here. Kelvo is a maker. Kelvo makes keyboards.", "kelvo makes keyboards"),
    ("Brevik built its first booth and launched in 1925.", "brevik founded_in 1925"),
    ("In 1991 Karl Moor founded the Berg Observatory.", "berg-observatory founded_by karl-moor"),
    ("Meopta started out in 1933 as Optikotechna.", "meopta same_company_as optikotechna"),
]


@pytest.mark.parametrize(("text", "predicate"), REFUSED)
def test_who_may_be_anybody_is_no_firm(leica: Reader, text: str, predicate: str) -> None:
    assert leica.says(text, predicate) == set()


@pytest.mark.parametrize(("text", "said"), KEPT)
def test_who_is_told_is_one(leica: Reader, text: str, said: str) -> None:
    assert said in leica.says(text)
