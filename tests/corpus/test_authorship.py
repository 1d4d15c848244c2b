"""Author and day, read from the first lines of an article that no sidecar accompanies."""

from __future__ import annotations

from pathlib import Path

import pytest

from leica_kb.corpus import find_authorship, load_documents

PROSE = (
    "The firm has made lenses in Oslo for as long as anybody there can remember, and it says that it will go on doing "
    "so for as long as there is light."
)


def article(head: str) -> str:
    return f"Lenses from Oslo\n\n{head}\n\n{PROSE}\n"


@pytest.mark.parametrize(
    ("head", "author", "published"),
    [
        ("By Jane Doe | March 3, 2021", "Jane Doe", "2021-03-03"),
        ("by Mara Lindqvist - Nov 9, 2012 1:50 pm UTC", "Mara Lindqvist", "2012-11-09"),
        ("By Jane Doe on 3rd March 2021", "Jane Doe", "2021-03-03"),
        ("By Tove Aalund\nMarch 3, 2021", "Tove Aalund", "2021-03-03"),
        ("March 3, 2021\nBy Tove Aalund", "Tove Aalund", "2021-03-03"),
        ("Sept 3, 2021 | By Tove Aalund", "Tove Aalund", "2021-09-03"),
        ("Posted on Mar 3, 2021 by Tove Aalund", "Tove Aalund", "2021-03-03"),
        ("By Jane Doe, Staff Writer", "Jane Doe", None),
        ("Written by Tove Aalund", "Tove Aalund", None),
        (
            "By Jane Doe, John Roe and Ann van der Berg\nPublished: Wed, 2021-03-03 10:30",
            *("Jane Doe, John Roe and Ann van der Berg", "2021-03-03"),
        ),
        ("BY JANE DOE • MARCH 3RD, 2021 • 5 min read", "JANE DOE", "2021-03-03"),
        ("Jane Doe • 3 March 2021", "Jane Doe", "2021-03-03"),
        ("Published March 3, 2021", None, "2021-03-03"),
        ("By Jane Doe | Updated March 3, 2021", "Jane Doe", None),
        ("By Jane Doe | 03/04/2021", "Jane Doe", None),
        ("By Jane Doe | February 31, 2021", "Jane Doe", None),
    ],
)
def test_a_byline_gives_author_and_day(head: str, author: str | None, published: str | None) -> None:
    found = find_authorship(article(head))
    assert (found.author, found.published) == (author, published)
    assert all(words in article(head) for kept in found.basis.values() for words in kept)
    assert set(found.basis) == {name for name in ("author", "published") if getattr(found, name)}


@pytest.mark.parametrize(
    "head",
    [
        "By March 3, 2021, the firm had sold ten.",
        "By Monday, March 3, 2021",
        "By 1954",
        "By Popular Demand",
        "By Aalund Optics AS",
        "By Jane Doe’s account the lens broke",
        "Photo by Jane Doe, March 3, 2021",
        "Sydney, March 3, 2021",
        "Stand By Me | March 3, 2021",
        "Opens March 3, 2021",
        "Updated March 3, 2021",
        "March 3, 2021",
        "Jane Doe",
    ],
)
def test_what_only_looks_like_a_byline_is_not_read(head: str) -> None:
    assert find_authorship(article(head)).basis == {}
    assert find_authorship(article(head)) == find_authorship("")


def test_a_byline_below_the_head_is_somebody_elses() -> None:
    assert find_authorship(f"Lenses from Oslo\n\n{PROSE}\n\nBy Jane Doe | March 3, 2021\n").author is None


def test_a_sidecar_alone_speaks_where_there_is_one(tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    for name in ("alone", "with"):
        (seeds / f"{name}.txt").write_text(article("By Jane Doe | March 3, 2021"), encoding="utf-8")
    (seeds / "with.yaml").write_text("title: Lenses\n", encoding="utf-8")
    (alone, accompanied), problems = load_documents(tmp_path)
    assert (alone.metadata.author, alone.metadata.published) == ("Jane Doe", "2021-03-03")
    assert (accompanied.metadata.author, accompanied.metadata.published) == (None, None)
    [lack] = problems
    assert lack.message.endswith(
        "title and publisher of the article are unknown (read from its head: Jane Doe, March 3, 2021)"
    )
