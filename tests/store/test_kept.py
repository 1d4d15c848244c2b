"""The YAML of one content is parsed once; what was kept is believed only where it is whole and of this make."""

from __future__ import annotations

from pathlib import Path

import pytest

from leica_kb.store import ClaimFile, load_claims
from leica_kb.store import kept as keeping

TEXT = """format: 1
source: a
claims:
  - id: c-0123456789ab
    subject: acme
    predicate: based_in
    object: {entity: lyon}
    qualifiers: {scope: all}
    polarity: denied
    modality: asserted
    attribution: [ann-lee, "via:the-post"]
    time: {stated: 2013-03}
    quote: Acme is not in Lyon
    start: 0
    end: 19
    cues: {polarity: [[8, 11]]}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "a.yaml").write_text(TEXT, encoding="utf-8")
    return tmp_path


def load(root: Path) -> ClaimFile:
    (file,), problems = load_claims(root, kept=root / "kept")
    assert problems == ()
    return file


def no_parsing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("leica_kb.store.loading.parse_claims", lambda *_: pytest.fail("parsed again"))


def test_a_content_is_parsed_once_and_comes_back_the_same(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = load(root)
    no_parsing(monkeypatch)
    assert load(root) == first
    (root / "claims" / "a.yaml").touch()
    assert load(root) == first


def test_another_content_is_parsed_and_the_old_one_forgotten(root: Path) -> None:
    load(root)
    (root / "claims" / "a.yaml").write_text(TEXT.replace("lyon", "paris"), encoding="utf-8")
    assert load(root).claims[0].to_json()["object"] == {"entity": "paris"}
    assert len(list((root / "kept").iterdir())) == 1


@pytest.mark.parametrize("damage", [b"", b"junk", b"\xff\xfe", None])
def test_what_is_damaged_is_parsed_again(root: Path, damage: bytes | None) -> None:
    whole = load(root)
    (kept,) = (root / "kept").iterdir()
    kept.write_bytes(kept.read_bytes().replace(b"lyon", b"lime") if damage is None else damage)
    assert load(root) == whole


def test_what_another_version_kept_is_parsed_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load(root)
    monkeypatch.setattr(keeping, "_code_digest", lambda: "another")
    no_parsing(monkeypatch)
    with pytest.raises(pytest.fail.Exception, match="parsed again"):
        load(root)


def test_faults_and_drafts_are_told_every_time(root: Path) -> None:
    (root / "claims" / "a.yaml").write_text(TEXT.replace("polarity: denied", "polarity: never"), encoding="utf-8")
    told = [load_claims(root, kept=root / "kept")[1] for _ in range(2)]
    assert [problem.code for problem in told[0]] == ["KB102"]
    assert told[0] == told[1]
    draft = TEXT.replace("    start: 0\n    end: 19\n", "").replace("    cues: {polarity: [[8, 11]]}\n", "")
    (root / "claims" / "a.yaml").write_text(draft, encoding="utf-8")
    assert [len(load(root).drafts) for _ in range(2)] == [1, 1]


def test_where_nothing_can_be_kept_everything_is_read_all_the_same(root: Path) -> None:
    (root / "kept").write_text("a file stands here", encoding="utf-8")
    assert load(root).claims
