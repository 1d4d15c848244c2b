"""What title and headings tell: the thing that the lines below leave unnamed."""

from __future__ import annotations

import pytest

from leica_kb.extract.candidates.topics import Topics
from tests.extract.saying import Reader


def about(reader: Reader, text: str) -> str | None:
    document = reader.document(text)
    extractor = reader.extractor
    spans = [s.span for s in document.sentences]
    declared = [extractor.finder.declared(text, span) for span in spans]
    return Topics.find(document, declared, extractor.pack).of(len(document.blocks) - 1, frozenset({"product"}))


@pytest.mark.parametrize(
    ("title", "thing"),
    [
        ("The Orlik Vista field camera", "orlik-vista"),
        ("Review of the Orlik Vista", "orlik-vista"),
        ("Orlik Vista: a note", "orlik-vista"),
        ("Kuro To Launch Orlik's $499 Vista Camera On May 2", "vista-camera"),
        ("Hands on with the Orlik KX3", "orlik-kx3"),
        ("Orlik announces new KX3 compact camera", "kx3"),
        ("The Orlik Camera Company", None),
        ("My favourite cameras", None),
        ("Photokina 2010", None),
    ],
)
def test_the_thing_that_a_title_names(leica: Reader, title: str, thing: str | None) -> None:
    prose = "We tried the Orlik Vista, and the Vista Camera, too. The Vista has a finder. The camera is light."
    assert about(leica, f"# {title}\n\n{prose}") == thing


def test_what_stands_below_a_title_speaks_of_its_thing(leica: Reader) -> None:
    text = (
        "# Orlik KX3 review\n\nI took a walk.\n\nThe light was good.\n\nIt rained.\n\nThe camera has a tilting screen."
    )
    assert leica.says(text, "has_feature") == {"orlik-kx3 has_feature «tilting screen»"}


def test_a_section_about_one_thing_is_not_about_the_pages(leica: Reader) -> None:
    sections = "## Orlik KX3\n\nIt has a tilting screen.\n\n## Tamar Q7\n\nIt has a fixed lens."
    said = leica.says(f"# Two cameras\n\n{sections}", "has_feature")
    assert said == {"orlik-kx3 has_feature «tilting screen»", "tamar-q7 has_feature «fixed lens»"}


def test_a_thing_is_heard_by_the_end_of_its_name(leica: Reader) -> None:
    text = "# The Tamar accent compact camera\n\nThe Tamar accent was tested. The Tamar accent has a tilting screen."
    assert leica.says(text, "has_feature") == {"tamar-accent has_feature «tilting screen»"}


def test_a_longer_name_that_begins_like_the_topic_is_another(leica: Reader) -> None:
    text = "# Tamar Hexo\n\nThe Tamar Hexo is a camera. The Hexo is small. The Hexo RF has a tilting screen."
    assert "tamar-hexo has_feature «tilting screen»" not in leica.says(text, "has_feature")


@pytest.mark.parametrize(
    ("prose", "thing"),
    [
        # two words that the prose has together only are one maker's name
        ("They were made by Harrow and Pell. Harrow and Pell know about sound.", "harrow-and-pell-n5"),
        # two that it has apart are two
        ("They were made by Pell. Harrow and Pell are rivals. Harrow and Pell know about sound.", "pell-n5"),
    ],
)
def test_an_and_within_a_makers_name(leica: Reader, prose: str, thing: str) -> None:
    assert about(leica, f"# Harrow And Pell N5 Camera\n\n{prose} The camera is light.") == thing
