"""«The Nikon», where a document or its title tells of one Nikon only: that model."""

from __future__ import annotations

import pytest

from tests.extract.saying import Reader

ONE = [
    ("I have a Nikon FM2. The Nikon has a bright viewfinder.", "nikon-fm2"),
    ("I bought the Sigma 50mm f/1.4 last year. The Sigma has a metal hood.", "sigma-50mm-f-1.4"),
    ("Nikon FM2 against Canon AE-1\n\nI once had a Nikon F3, too. The Nikon has a bright viewfinder.", "nikon-fm2"),
]
NONE = [
    # two of them; before the model is named; another one; several
    "I have a Nikon FM2 and a Nikon F3. The Nikon has a bright viewfinder.",
    "The Nikon has a bright viewfinder. I have a Nikon FM2.",
    "Nikon FM2 T against Canon AE-1\n\nI had a Nikon FM2 and a Nikon FM2 T. The Nikon has a bright viewfinder.",
    "I have a Nikon FM2. The bigger Nikon has a bright viewfinder.",
    "I have a Nikon FM2. The Nikon I had as a child had a bright viewfinder.",
    "I have a Nikon FM2. Nikon has a bright viewfinder.",
]


@pytest.mark.parametrize(("text", "model"), ONE)
def test_the_only_one_of_a_make(leica: Reader, text: str, model: str) -> None:
    assert {c.split(maxsplit=1)[0] for c in leica.says(text, "has_feature")} == {model}


@pytest.mark.parametrize("text", NONE)
def test_a_make_of_which_it_may_be_another(leica: Reader, text: str) -> None:
    assert not leica.says(text, "has_feature")
