"""Files that are not what they should be: each with its message, none stops the others."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

import pytest

from leica_kb import files
from leica_kb.corpus import CODES, LEFT_OUT, Limits, UnknownEncodingError, load_document, load_documents, reading
from leica_kb.errors import InputError, OutsideRootError

GOOD = "Leica makes its lenses in Wetzlar.\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A base with one sound article."""
    (tmp_path / "seeds").mkdir()
    put(tmp_path, "good", GOOD.encode())
    return tmp_path


def put(root: Path, stem: str, data: bytes, sidecar: str | None = "language: en\n") -> Path:
    path = root / "seeds" / f"{stem}.txt"
    path.write_bytes(data)
    if sidecar is not None:
        path.with_suffix(".yaml").write_text(sidecar, encoding="utf-8")
    return path


def complaints(root: Path, limits: Limits | None = None) -> list[str]:
    """The problems in words, after proof that the sound article was loaded all the same."""
    documents, problems = load_documents(root, limits=limits or Limits())
    assert "good" in [document.id for document in documents]
    assert all(problem.code == CODES[problem.kind] for problem in problems)  # type: ignore[index]  # kinds are the table's
    return [str(problem) for problem in problems]


def test_sound_articles_have_no_problem(root: Path) -> None:
    put(root, "also", b"Sony makes sensors in Japan.")
    documents, problems = load_documents(root)
    assert [(document.id, document.path) for document in documents] == [
        ("also", "seeds/also.txt"),
        ("good", "seeds/good.txt"),
    ]
    assert problems == ()


def test_a_missing_folder(tmp_path: Path) -> None:
    documents, problems = load_documents(tmp_path)
    assert documents == ()
    assert [str(problem) for problem in problems] == [
        (
            "seeds: KB201 missing-folder: no folder of articles here; "
            "make seeds/ and put one .txt file into it for each article"
        )
    ]
    (tmp_path / "seeds").write_text("a file")
    assert load_documents(tmp_path)[1] == problems


def test_a_folder_without_articles(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "README.md").write_text("Articles go here.")
    assert [problem.message for problem in load_documents(tmp_path)[1]] == [
        "no article here; put one .txt file into seeds/ for each article"
    ]


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        (b"", "KB202 empty-article: is empty; fill it or remove it"),
        (b" \n\t\r\n", "KB202 empty-article: holds only white space; fill it or remove it"),
        (b"\xef\xbb\xbf", "KB202 empty-article: holds only white space; fill it or remove it"),
        (b"---\n***\n", "KB202 empty-article: holds no words, only white space or signs; fill it or remove it"),
        (
            b"Leica \xe9 makes",
            ("KB203 not-decodable: not UTF-8: byte 6 (0xe9); "
            "save it as UTF-8, or name its encoding, for example --encoding cp1252"),
        ),
        (
            "Leica".encode("utf-16"),
            ("KB203 not-decodable: not UTF-8: byte 0 (0xff); "
            "save it as UTF-8, or name its encoding, for example --encoding utf-16"),
        ),
        (
            b"Leica\x00makes",
            "KB204 nul-bytes: byte 5 is NUL, so this is no plain text; if it is UTF-16, read it with --encoding utf-16",
        ),
    ],
)  # fmt: skip
def test_contents_that_are_no_article(root: Path, data: bytes, complaint: str) -> None:
    put(root, "bad", data)
    assert complaints(root) == [f"seeds/bad.txt: {complaint}"]


@pytest.mark.parametrize(
    ("encoding", "text"), [("cp1252", "Werkstätte “Leitz”"), ("utf-16", "Leitz"), ("utf-16-le", "Leitz")]
)
def test_another_encoding_is_the_way_out(root: Path, encoding: str, text: str) -> None:
    data = text.encode(encoding)
    put(root, "old", data)
    documents, problems = load_documents(root, limits=Limits(encoding=encoding))
    assert [document.text for document in documents] == [GOOD, text]
    assert documents[1].sha256 == sha256(data).hexdigest()
    assert problems == ()


def test_the_named_encoding_does_not_touch_what_is_utf8(root: Path) -> None:
    put(root, "new", "Werkstätte".encode())
    documents, _ = load_documents(root, limits=Limits(encoding="cp1252"))
    assert [document.text for document in documents] == [GOOD, "Werkstätte"]


@pytest.mark.parametrize(("data", "place"), [(b"\xffab\x81", "ascii (byte 0)"), (b"a\x81b", "ascii (byte 1)")])
def test_an_encoding_that_does_not_help_either(root: Path, data: bytes, place: str) -> None:
    put(root, "bad", data)
    [complaint] = complaints(root, Limits(encoding="ascii"))
    assert complaint.endswith(f") nor {place}; name another --encoding")
    assert "neither UTF-8 (byte" in complaint


def test_an_encoding_that_yields_nul_characters_does_not_help(root: Path) -> None:
    put(root, "bad", b"\xe9\x00")
    put(root, "bad2", b"a\x00")
    assert [line.split(": ")[1] for line in complaints(root, Limits(encoding="latin-1"))] == [
        "KB203 not-decodable",
        "KB204 nul-bytes",
    ]


@pytest.mark.parametrize("name", ["klingon", "rot13", "a\x00b"])
def test_a_name_that_is_no_encoding(name: str) -> None:
    with pytest.raises(UnknownEncodingError, match="no text encoding that Python knows"):
        Limits(encoding=name)


def test_a_byte_order_mark_is_kept_and_named(root: Path) -> None:
    put(root, "marked", b"\xef\xbb\xbfLeica makes lenses.")
    document = load_documents(root)[0][1]
    assert document.text == "\ufeffLeica makes lenses."
    assert [(block.start, block.end) for block in document.blocks] == [(1, 20)]
    assert complaints(root) == [
        (
            "seeds/marked.txt:1: KB234 byte-order-mark: begins with a byte order mark; it is kept, as character 0, "
            "so that offsets stay those of the file"
        )
    ]


def test_carriage_returns_are_kept_and_named(root: Path) -> None:
    put(root, "dos", b"Leica makes lenses.\r\n\r\nSony makes sensors.\r\n")
    document = load_documents(root)[0][0]
    assert [block.span.of(document.text) for block in document.blocks] == ["Leica makes lenses.", "Sony makes sensors."]
    assert document.blocks[1].start == 23
    assert complaints(root) == [
        (
            "seeds/dos.txt:1: KB235 carriage-returns: lines end with carriage returns (CRLF); they are kept, "
            "so that offsets stay those of the file"
        )
    ]


def test_a_file_over_the_limit(root: Path) -> None:
    put(root, "big", b"x" * 101)
    assert complaints(root, Limits(max_bytes=100)) == [
        (
            "seeds/big.txt: KB205 article-too-large: 101 bytes, more than the 100 that are read; "
            "split it or pass --max-bytes 101"
        )
    ]


def test_a_folder_or_a_pipe_named_like_an_article(root: Path) -> None:
    (root / "seeds" / "x.txt").mkdir()
    os.mkfifo(root / "seeds" / "y.txt")
    assert complaints(root) == [
        "seeds/x.txt: KB206 not-a-file: a folder with an article's name; rename or remove it",
        "seeds/y.txt: KB206 not-a-file: not an ordinary file; rename or remove it",
    ]


def test_a_file_that_may_not_be_read(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(root, "secret", b"Leica")
    read = files.read_file

    def refuse(path: Path, max_bytes: int) -> bytes:
        if path.name == "secret.txt":
            raise InputError(path, "may not be read; give yourself the permission with: chmod u+r")
        return read(path, max_bytes)

    monkeypatch.setattr(reading, "read_file", refuse)
    assert complaints(root) == [
        "seeds/secret.txt: KB207 not-readable: may not be read; give yourself the permission with: chmod u+r"
    ]


def test_permissions_are_asked_of_the_system(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(root, "secret", b"Leica")
    opened = os.open

    def refuse(path: str, flags: int, *rest: int) -> int:
        if str(path).endswith("secret.txt"):
            raise PermissionError(13, "Permission denied")
        return opened(path, flags, *rest)

    monkeypatch.setattr(os, "open", refuse)
    [complaint] = complaints(root)
    assert complaint.startswith("seeds/secret.txt: KB207 not-readable: may not be read")


def test_a_file_whose_state_cannot_be_asked(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(root, "odd", b"Leica")
    asked = Path.stat

    def refuse(self: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        if self.name == "odd.txt":
            raise OSError(5, "Input/output error")
        return asked(self, follow_symlinks=follow_symlinks)

    monkeypatch.setattr(Path, "stat", refuse)
    assert complaints(root) == ["seeds/odd.txt: KB207 not-readable: cannot be read: Input/output error"]


def test_a_folder_that_cannot_be_listed(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert [str(problem) for problem in load_documents(root)[1]] == [
        "seeds: KB207 not-readable: cannot be listed: Permission denied"
    ]


def test_links_that_lead_out_of_the_base_or_nowhere(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "secret.txt"
    elsewhere.write_text("Leica")
    put(root, "a", b"", sidecar="language: en").unlink()
    (root / "seeds" / "a.txt").symlink_to(elsewhere)
    (root / "seeds" / "b.txt").symlink_to(root / "seeds" / "none.txt")
    (root / "seeds" / "c.txt").symlink_to(root / "seeds" / "c.txt")
    (root / "seeds" / "good2.txt").symlink_to(root / "seeds" / "good.txt")
    (root / "seeds" / "good2.yaml").symlink_to(elsewhere)
    lines = complaints(root)
    out = "KB208 outside-root: a link or path that leads out of the base is not followed; copy the file in instead"
    assert lines[0] == f"seeds/a.txt: {out}"
    assert lines[1] == "seeds/b.txt: KB207 not-readable: a link without its target"
    assert lines[2].startswith("seeds/c.txt: KB20")
    assert lines[3] == f"seeds/good2.yaml: {out}"
    assert len(lines) == 4


def test_a_link_inside_the_base_is_followed(root: Path) -> None:
    (root / "elsewhere.txt").write_text("Sony makes sensors.")
    (root / "seeds" / "linked.txt").symlink_to(root / "elsewhere.txt")
    (root / "seeds" / "linked.yaml").write_text("language: en")
    assert [document.text for document in load_documents(root)[0]] == [GOOD, "Sony makes sensors."]


def test_a_folder_of_articles_that_is_a_link_out(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "base").mkdir()
    (tmp_path / "base" / "seeds").symlink_to(tmp_path / "out")
    assert [problem.kind for problem in load_documents(tmp_path / "base")[1]] == ["outside-root"]


def test_two_files_with_one_id(root: Path) -> None:
    put(root, "another", b"Sony makes sensors.", "id: good\n")
    put(root, "zeiss", b"Zeiss makes glass.", "id: Good\n")
    assert complaints(root) == [
        (
            "seeds/another.txt: KB209 duplicate-id: has the id «good», which seeds/good.txt has too; "
            "give one of them another id in its sidecar"
        ),
        (
            "seeds/zeiss.txt: KB209 duplicate-id: has the id «Good», which seeds/good.txt has too; "
            "give one of them another id in its sidecar"
        ),
    ]


def test_names_that_differ_only_by_case(root: Path) -> None:
    put(root, "one", b"Leica")
    put(root, "ONE", b"Leica")
    assert {problem.kind for problem in load_documents(root)[1]} == {"name-clash"}


@pytest.mark.parametrize("stem", ["kb", "Entities", "a b", "x" * 121, "-x"])
def test_a_name_that_cannot_be_an_id(root: Path, stem: str) -> None:
    put(root, stem, b"Leica makes lenses.")
    [complaint] = complaints(root)
    assert f"seeds/{stem}.txt: KB210 bad-id: «" in complaint
    put(root, stem, b"Leica makes lenses.", "id: fine\n")
    assert complaints(root) == []


def test_hidden_files_and_others_are_left_alone(root: Path) -> None:
    (root / "seeds" / "._good.txt").write_bytes(b"\x00")
    (root / "seeds" / "picture.jpg").write_bytes(b"\x00")
    assert complaints(root) == []


def test_codes_that_keep_an_article_out() -> None:
    assert len(set(CODES.values())) == len(CODES)
    assert CODES["duplicate-id"] in LEFT_OUT
    assert CODES["missing-sidecar"] not in LEFT_OUT


def test_a_file_that_the_caller_names(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    document, problems = load_document(root, Path("seeds/good.txt"))
    assert (document.id, document.path, problems) == ("good", "seeds/good.txt", ())
    loose = tmp_path_factory.mktemp("loose") / "my notes.txt"
    loose.write_text("Sony makes sensors.")
    document, problems = load_document(None, loose)
    assert (document.id, document.path, problems) == ("my notes", loose.as_posix(), ())
    with pytest.raises(InputError, match="leads out of the base"):
        load_document(root, loose)
    with pytest.raises(InputError, match=r"none\.txt: no such file"):
        load_document(None, Path("none.txt"))


def test_paths_that_lead_out_are_refused_before_anything_is_read(root: Path) -> None:
    found = reading.read_bytes(root, root / ".." / "x", Path("x"), 10)
    assert not isinstance(found, bytes)
    assert found.kind == "outside-root"
    assert issubclass(OutsideRootError, Exception)


def test_the_order_of_files_does_not_matter(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(root, "b", b"", None)
    put(root, "c", b"Sony makes sensors.", None)
    once = load_documents(root)
    listed = Path.iterdir
    monkeypatch.setattr(Path, "iterdir", lambda self: iter(sorted(listed(self), reverse=True)))
    assert load_documents(root) == once
