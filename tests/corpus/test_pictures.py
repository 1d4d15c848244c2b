"""Captions, credits and descriptions, alone and glued to other words."""

from __future__ import annotations

import pytest

from leica_kb.corpus.credits import is_byline, is_credit, is_signature
from leica_kb.corpus.pictures import is_caption, is_description
from tests.corpus.outline import outline

BODY = "Hasselblad unveiled a camera in Gothenburg on Tuesday.\n\n"


def shown(line: str) -> list[str]:
    return outline(BODY + line + "\n\nIt costs €8,200 in Europe, the firm says.\n", 40)[1:-1]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "A woman in a red coat is holding a silver camera in front of a white wall.The X3D | Credit: Anna Ek",
            ["caption: A woman in a red coat is holding a silve", "caption: The X3D", "credit: Credit: Anna Ek"],
        ),
        (
            "Close-up of a rear screen showing a menu, with buttons on the right.The company said the menu is all new.",
            ["caption: Close-up of a rear screen showing a menu", "paragraph: The company said the menu is all new."],
        ),
        (
            "Aerial view of a factory surrounded by trees.The works in Aizu",
            ["caption: Aerial view of a factory surrounded by t", "caption: The works in Aizu"],
        ),
        ("The new plant in Nagano.Photo: Cosina", ["caption: The new plant in Nagano.", "credit: Photo: Cosina"]),
        (
            "President Anna Ek in her office. (Kyodo News/AP)",
            ["caption: President Anna Ek in her office.", "credit: (Kyodo News/AP)"],
        ),
        ("Best of both worlds? [source]", ["caption: Best of both worlds?", "credit: [source]"]),
        ("The works at night – Photo by Ken Sato", ["caption: The works at night", "credit: Photo by Ken Sato"]),
        ("Works in Aizu. Image credit: Sigma", ["caption: Works in Aizu.", "credit: Image credit: Sigma"]),
        ("Photo: The X3D next to its box.", ["caption: Photo: The X3D next to its box."]),
        ("Photo: Reuters/Jane Doe", ["credit: Photo: Reuters/Jane Doe"]),
        ("Photo: Jane Doe", ["credit: Photo: Jane Doe"]),
        ("The lens, as seen from the front", ["caption: The lens, as seen from the front"]),
        ("It sold 4,000 units, the firm said. [source]", ["paragraph: It sold 4,000 units, the firm said. [sou"]),
        ("-The Hasselblad Team", ["credit: -The Hasselblad Team"]),
        ("- The Ek Team\n- The Ito Team", ["list_item <0: - The Ek Team", "list_item <0: - The Ito Team"]),
    ],
)  # fmt: skip
def test_lines_around_pictures(line: str, expected: list[str]) -> None:
    assert shown(line) == expected


@pytest.mark.parametrize(
    "words",
    [
        "A man with a beard is holding a black camera up to his face, looking through the viewfinder.",
        "Two men stand on a stage next to a large screen that reads “X3D”.",
        "Screenshot of a settings menu",
        "A close-up photo of red badges on a black surface.",
        "Front view of a camera with no lens attached.",
    ],
)
def test_descriptions(words: str) -> None:
    assert is_description(words)


@pytest.mark.parametrize(
    "words",
    [
        "A man was holding a black camera in front of the house when the police came.",
        "A camera with a white body costs $400 more, next to the black one.",
        "Two sensors are made in Japan and one is made in France.",
        "A picture of the market emerges: prices fell by a third in 2019.",
        "The red dot is visible on the right, and we like it.",
        "A lens " * 60,
    ],
)
def test_events_and_prices_are_no_descriptions(words: str) -> None:
    assert not is_description(words)


@pytest.mark.parametrize(
    "line",
    [
        "By Jane Doe", "By Jane Doe and Tom Ang | March 3, 2024", "Written by Tom Ang, staff writer", "Words: Tom Ang",
        "Image credits: Leica", "Photos by Jane Doe", "Photo courtesy of Nikon", "Courtesy of Zeiss", "Source: Nikon",
        "[source]", "© Leitz Photo Auction", "Text and photos by Jane Doe", "Header image via Unsplash",
        "Photo: Jane Doe/Getty Images",
    ],
)  # fmt: skip
def test_credits(line: str) -> None:
    assert is_credit(line)


@pytest.mark.parametrize(
    "line",
    [
        "By then the firm had sold its last plant.", "Photography by hand was slow.",
        "Photo: The works at night in 1925, from the hill.",
        "By the end of 1925 Leica had sold a thousand cameras", "Image quality is high", "x" * 300,
    ],
)  # fmt: skip
def test_no_credits(line: str) -> None:
    assert not is_credit(line)


def test_signatures_and_bylines() -> None:
    assert is_signature("— Oscar Wilde")
    assert not is_signature("- one NP-W126S battery")
    assert not is_signature("—It ended.")
    assert is_byline("Jane Doe, March 3, 2021")
    assert not is_byline("The plant opened on March 3, 2021")


@pytest.mark.parametrize(
    "line", ["Fig. 3: The shutter", "[Image: a shutter]", "Pictured: the shutter", "(The shutter, pictured left)"]
)
def test_captions(line: str) -> None:
    assert is_caption(line)


def test_a_long_line_is_no_caption() -> None:
    assert not is_caption("Figure 1: " + "word " * 200)
