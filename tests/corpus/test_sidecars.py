"""What people write beside an article, right and wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from leica_kb.corpus import load_documents
from leica_kb.model import Document, Metadata

ARTICLE = "The works opened on Christmas Eve.\nLeica says so.\n"


def load(root: Path, sidecar: str | bytes | None) -> tuple[Document | None, list[str]]:
    folder = root / "seeds"
    folder.mkdir(exist_ok=True)
    (folder / "one.txt").write_text(ARTICLE, encoding="utf-8")
    if sidecar is not None:
        (folder / "one.yaml").write_bytes(sidecar if isinstance(sidecar, bytes) else sidecar.encode())
    documents, problems = load_documents(root)
    return (documents[0] if documents else None), [str(problem) for problem in problems]


def test_everything_that_a_sidecar_can_tell(tmp_path: Path) -> None:
    sidecar = """
id: works-2025
title: The works
publisher: Example Post
author: Jane Doe
published: 2025-12-24/2026-01
language: de
retells: [example-podcast, example-wire]
basis:
  published: [on Christmas Eve]
  title:
  - The works
"""
    document, problems = load(tmp_path, sidecar)
    assert problems == []
    assert document is not None
    assert document.id == "works-2025"
    assert document.metadata == Metadata(
        title="The works",
        publisher="Example Post",
        author="Jane Doe",
        published="2025-12-24/2026-01",
        language="de",
        retells=("example-podcast", "example-wire"),
        basis={"published": ("on Christmas Eve",), "title": ("The works",)},
    )


@pytest.mark.parametrize("sidecar", ["", "# nothing yet\n", "title: null\npublished: null\n", "{}"])
def test_everything_may_be_unknown(tmp_path: Path, sidecar: str) -> None:
    document, problems = load(tmp_path, sidecar)
    assert problems == []
    assert document is not None
    assert document.metadata == Metadata()


def test_a_bare_number_is_the_text_that_stands_in_the_file(tmp_path: Path) -> None:
    document, problems = load(tmp_path, "title: 1984\npublished: 2013\n")
    assert problems == []
    assert document is not None
    assert (document.metadata.title, document.metadata.published) == ("1984", "2013")


def test_a_missing_sidecar_is_told(tmp_path: Path) -> None:
    document, problems = load(tmp_path, None)
    assert document is not None
    assert problems == [
        (
            "seeds/one.txt: KB231 missing-sidecar: no sidecar one.yaml: "
            "title, publisher and date of the article are unknown"
        )
    ]


def test_an_unknown_key_is_named_with_its_line_and_the_rest_is_used(tmp_path: Path) -> None:
    document, problems = load(tmp_path, "title: The works\n# a note\npublishr: Example Post\n")
    assert document is not None
    assert document.metadata.title == "The works"
    assert problems == [
        (
            "seeds/one.yaml:3: KB221 unknown-sidecar-key: unknown key publishr; known are "
            "id, title, publisher, author, published, language, retells, basis"
        )
    ]


@pytest.mark.parametrize(
    ("sidecar", "line", "words"),
    [
        ("published: last year\n", 1, "published: not a date that this base reads: «last year»"),
        ("title: T\npublished: 2013-14\n", 2, "published: not a date"),
        ("published: true\n", 1, "published: "),
        ("title: T\nlanguage: English, mostly\n", 2, "language: «English, mostly» is no language tag"),
        ("title: ''\n", 1, "title: "),
        ("retells: one\n", 1, "retells: "),
        ("basis:\n  publishr: [x]\n", 2, "basis.publishr"),
        ("basis:\n  title: The works\n", 2, "basis.title: "),
    ],
)
def test_a_wrong_value_is_named_with_its_line_and_left_out(tmp_path: Path, sidecar: str, line: int, words: str) -> None:
    document, problems = load(tmp_path, sidecar)
    assert document is not None
    [problem] = problems
    assert problem.startswith(f"seeds/one.yaml:{line}: KB222 bad-sidecar-value: {words}")
    assert document.metadata == Metadata(title="T" if sidecar.startswith("title: T") else None)


@pytest.mark.parametrize(
    ("sidecar", "complaint"),
    [
        (b"title: [a\n", "seeds/one.yaml:2: KB211 malformed-sidecar: not YAML"),
        (b"title: a\ntitle: b\n", "seeds/one.yaml:2: KB211 malformed-sidecar: key 'title'"),
        (b"title: !!python/name:os.system\n", "seeds/one.yaml:1: KB211 malformed-sidecar: tag"),
        (b"title: \xff\n", "seeds/one.yaml:1: KB211 malformed-sidecar: not UTF-8: byte 7"),
        (b"just words\n", "seeds/one.yaml:1: KB211 malformed-sidecar: holds no keys"),
        (b"- a\n", "seeds/one.yaml:1: KB211 malformed-sidecar: holds no keys"),
    ],
)
def test_a_sidecar_that_cannot_be_read_keeps_its_article_out(tmp_path: Path, sidecar: bytes, complaint: str) -> None:
    document, problems = load(tmp_path, sidecar)
    assert document is None
    assert problems[0].startswith(complaint)


@pytest.mark.parametrize("name", ["../evil", "kb", "a/b", ".hidden", "''"])
def test_an_id_that_cannot_name_a_file_keeps_the_article_out(tmp_path: Path, name: str) -> None:
    document, problems = load(tmp_path, f"title: T\nid: {name}\n")
    assert document is None
    assert problems[0].startswith("seeds/one.yaml:2: KB210 bad-id: id: «")


def test_words_that_do_not_stand_in_the_article(tmp_path: Path) -> None:
    document, problems = load(tmp_path, "publisher: X\nbasis:\n  publisher:\n  - Leica says so\n  - X says so\n")
    assert document is not None
    assert problems == [
        (
            "seeds/one.yaml:5: KB233 basis-not-found: basis.publisher: «X says so» does not stand in the article; "
            "quote its exact words"
        )
    ]


def test_sidecars_without_an_article_or_with_another_ending(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "two.yaml").write_text("title: Two")
    (tmp_path / "seeds" / "one.yml").write_text("title: One")
    _, problems = load(tmp_path, "title: One")
    assert problems == [
        (
            "seeds/one.yml: KB232 sidecar-without-article: sidecars end with .yaml; "
            "rename it to one.yaml, for now it is not read"
        ),
        "seeds/two.yaml: KB232 sidecar-without-article: a sidecar without its article two.txt; rename or remove it",
    ]


def test_a_look_up_pays_for_no_pydantic() -> None:
    import subprocess
    import sys

    code = "import sys, leica_kb.corpus; leica_kb.corpus.parse_document('x'); "
    code += "print({'pydantic', 'spacy'} & set(sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 - our own code
    assert run.stdout.strip() == "set()"
