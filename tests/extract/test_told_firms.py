"""Where a sentence may speak of a person or thing as well, an unlisted name is a firm's only if something tells it."""

from __future__ import annotations

import pytest

from tests.extract.saying import Reader

REFUSED = [
    ("The first panorama camera was built in 1938 by Ossian Brandt.", "makes"),
    ("Nikon is old. The dial sets the speed and controls Exposure.", "subsidiary_of"),
    ("The first Nikon Z9 was fitted with a Dragonia sensor.", "sensor_supplier"),
    ("COVEX is almost entirely great.", "assessment"),
    ("The Alto Guitar (also known as the Reed Guitar) has a short neck.", "same_company_as"),
]

KEPT = [
    ("The Orlik Duo looks absolutely perfect.", "orlik-duo assessment «absolutely perfect»"),
    ("Brandt Holm is a lens maker. The zoom was built by Brandt Holm.", "brandt-holm makes lenses"),
    ("Meopta started out in 1933 as Optikotechna.", "meopta same_company_as optikotechna"),
]


@pytest.mark.parametrize(("text", "predicate"), REFUSED)
def test_who_may_be_anybody_is_no_firm(leica: Reader, text: str, predicate: str) -> None:
    assert leica.says(text, predicate) == set()


@pytest.mark.parametrize(("text", "said"), KEPT)
def test_who_is_told_is_one(leica: Reader, text: str, said: str) -> None:
    assert said in leica.says(text)
