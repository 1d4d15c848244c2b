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
    ("Nikon designed such old lenses as the Nikon S1 and the Nikon S2.", {"nikon-s1 designed_by nikon"}),
]


@pytest.mark.parametrize(("text", "said"), READ)
def test_what_a_reader_reads(leica: Reader, text: str, said: set[str]) -> None:
    assert leica.says(text) >= said


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Nikon cameras and lenses are made in Thailand and Japan respectively.", "nikon-cameras made_in japan"),
        ("Chief Harvest Officer Anna Lind spoke of the Nikon lens.", "anna-lind holds_role harvest"),
    ],
)
def test_what_nobody_would_read(leica: Reader, text: str, wrong: str) -> None:
    assert wrong not in leica.says(text)


def test_nearly_all_is_most(leica: Reader) -> None:
    [claim] = leica.claims("Nearly all Nikon cameras are made in Thailand.", "made_in")
    assert claim.qualifiers["scope"] == "most"
