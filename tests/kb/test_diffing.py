"""``diff`` tells what differs between two commits of a base, and runs nothing that a repository brings."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from leica_kb.cli import run
from leica_kb.kb import KnowledgeBase
from leica_kb.kb.answers.changes import Difference
from leica_kb.kb.history.revisions import RevisionError
from tests.packs.writing import write_pack

Commit = Callable[[], str]


def git(root: Path, *words: str) -> str:
    named = ("-c", "user.name=ann", "-c", "user.email=ann@example.org", "-c", "commit.gpgsign=false")
    done = subprocess.run(["git", "-C", str(root), *named, *words], capture_output=True, check=True, text=True)  # noqa: S603, S607  a repository of the test's own
    return done.stdout.strip()


@pytest.fixture
def commit(base: Path) -> Commit:
    """Commit the base as it is; gives the commit's hash. The first commit is made already."""
    git(base, "init", "-q", "-b", "main")

    def go() -> str:
        git(base, "add", "-A")
        git(base, "commit", "-q", "--allow-empty", "-m", "x")
        return git(base, "rev-parse", "HEAD")

    go()
    return go


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert text.count(old) == 1
    path.write_text(text.replace(old, new))


def diff(root: Path, revisions: str = "HEAD") -> Difference:
    return KnowledgeBase(root).diff(revisions)


def test_nothing_differs(base: Path, commit: Commit) -> None:
    found = diff(base)
    claims = (found.came, found.withdrawn, found.reworded, found.reviewed)
    assert (*claims, found.disputed, found.settled, found.sources, found.shifted) == (*[()] * 7, 0)
    assert (found.old.partition(" ")[0], found.new) == ("HEAD", "the working tree")


def test_claims_that_came_and_went(base: Path, commit: Commit) -> None:
    path = base / "claims" / "maker.yaml"
    path.write_text(
        path.read_text() + "  - {subject: sigma, predicate: assessment, object: {text: x}, quote: The company}\n"
    )
    KnowledgeBase(base).build()
    new = diff(base)
    assert [(change.claim.predicate, change.why) for change in new.came] == [("assessment", "")]
    commit()
    back = diff(base, "HEAD..HEAD~1")
    assert [(change.claim.predicate, change.why) for change in back.withdrawn] == [("assessment", "removed")]
    assert back.came == ()


def test_a_rejected_claim_is_withdrawn_with_the_reason_and_its_dispute_settled(base: Path, commit: Commit) -> None:
    (finding,) = KnowledgeBase(base).contradictions().findings
    ruled = "    review: {state: rejected, by: ann, because: a slip}\n"
    change(base / "claims" / "blog.yaml", 'object: {date: "1971"}\n', f'object: {{date: "1971"}}\n{ruled}')
    found = diff(base)
    assert [change.why for change in found.withdrawn] == ["rejected by ann: a slip"]
    assert [(change.finding.id, change.why) for change in found.settled] == [
        (finding.id, f"{found.withdrawn[0].claim.id} withdrawn")
    ]
    commit()
    again = diff(base, "HEAD..HEAD~1")
    assert [change.why for change in again.came] == ["no longer rejected"]
    assert [change.finding.id for change in again.disputed] == [finding.id]


def test_a_claim_that_says_something_else_tells_each_field(base: Path, commit: Commit) -> None:
    path = base / "claims" / "maker.yaml"
    change(path, 'object: {date: "1961"}\n', 'object: {date: "1962"}\n    qualifiers: {scope: all}\n')
    found = diff(base)
    (changed,) = found.reworded
    assert [(one.field, one.old, one.new) for one in changed.changes] == [
        ("object", {"date": "1961"}, {"date": "1962"}),
        ("qualifiers.scope", None, "all"),
    ]
    assert changed.before is not None
    assert changed.before.id == changed.claim.id


def test_a_review_alone_is_no_rewording(base: Path, commit: Commit) -> None:
    change(
        base / "claims" / "maker.yaml",
        'object: {date: "1961"}\n',
        'object: {date: "1961"}\n    review: {state: accepted}\n',
    )
    found = diff(base)
    assert found.reworded == ()
    assert [(one.field, one.new) for change in found.reviewed for one in change.changes] == [
        ("review", {"state": "accepted"})
    ]


def test_a_dispute_that_began_and_one_that_was_ruled_on(base: Path, commit: Commit) -> None:
    change(base / "claims" / "blog.yaml", 'object: {date: "1971"}', 'object: {date: "1961"}')
    commit()
    git(base, "checkout", "-q", "HEAD~1", "--", "claims/blog.yaml")
    found = diff(base)
    assert [change.finding.kind for change in found.disputed] == ["date"]
    (finding,) = KnowledgeBase(base).contradictions().findings
    commit()
    KnowledgeBase(base).decide(finding.id, "explained", "two companies")
    assert [(change.finding.id, change.why) for change in diff(base).settled] == [(finding.id, "ruled explained")]


def test_articles_and_claims_that_only_moved(base: Path, commit: Commit) -> None:
    seed = base / "seeds" / "blog.txt"
    seed.write_text("New.\n\n" + seed.read_text())
    (base / "seeds" / "maker.yaml").write_text("title: The Making\npublisher: Lens World\npublished: 2013-03/2013-12\n")
    (base / "seeds" / "more.txt").write_text("Nothing to say.\n")
    KnowledgeBase(base).build()
    found = diff(base)
    assert found.shifted > 0
    assert found.reworded == ()
    assert [(change.source, change.what, [one.field for one in change.changes]) for change in found.sources] == [
        ("blog", "changed", ["text"]),
        ("maker", "changed", ["title"]),
        ("more", "new", []),
    ]


def test_what_is_told_in_words(base: Path, commit: Commit, capsys: pytest.CaptureFixture[str]) -> None:
    change(base / "claims" / "maker.yaml", 'object: {date: "1961"}', 'object: {date: "1962"}')
    assert run(["diff", "HEAD", "--root", str(base)]) == 0
    out = capsys.readouterr().out
    assert "1 claim re-worded\n" in out
    assert "  object: 1961 → 1962\n" in out
    assert run(["diff", "HEAD", "--root", str(base), "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert set(data) == {"old", "new", "claims", "findings", "sources"}
    (reworded,) = data["claims"]["reworded"]
    assert reworded["changes"] == [{"field": "object", "old": {"date": "1961"}, "new": {"date": "1962"}}]


def test_every_part_is_told_in_words(base: Path, commit: Commit, capsys: pytest.CaptureFixture[str]) -> None:
    blog = base / "claims" / "blog.yaml"
    change(blog, 'object: {date: "1971"}\n', 'object: {date: "1971"}\n    review: {state: rejected, because: a slip}\n')
    change(blog, 'attribution: ["commenter:1"]', 'attribution: [sigma, "via:japan"]')
    seed = base / "seeds" / "maker.txt"
    seed.write_text("New.\n\n" + seed.read_text())
    KnowledgeBase(base).build()
    commit()
    assert run(["diff", "HEAD~1..HEAD", "--root", str(base)]) == 0
    out = capsys.readouterr().out
    for words in ("1 claim withdrawn", "rejected: a slip", "attribution: reader's comment 1 → Sigma, via Japan",
                  "1 finding settled", "1 article\n", " rewritten  maker", "at another place"):  # fmt: skip
        assert words in out
    git(base, "checkout", "-q", "HEAD~1", "--", ".")
    assert run(["diff", "HEAD", "--root", str(base)]) == 0
    out = capsys.readouterr().out
    for words in ("1 claim new", "no longer rejected", "1 finding newly disputed"):
        assert words in out


def test_a_base_in_a_folder_of_its_repository_with_a_pack_beside_it(tmp_path: Path) -> None:
    root = tmp_path / "bases" / "wine"
    write_pack(tmp_path / "packs" / "wine")
    (root / "claims").mkdir(parents=True)
    (root / "seeds").mkdir()
    (root / "claims" / "kb.yaml").write_text("format: 1\npacks: [../../packs/wine]\n")
    (root / "seeds" / "a.txt").write_text("Rioja is old.\n")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-q", "-m", "x")
    (root / "seeds" / "b.txt").write_text("Rioja is very old.\n")
    assert [change.source for change in diff(root).sources] == ["b"]


def test_what_cannot_be_compared_is_told(base: Path, commit: Commit, tmp_path: Path) -> None:
    for revision in ("nowhere", "-x", "--output=x", "HEAD...HEAD~1", "HEAD..nowhere", "a\0b", "HEAD:seeds"):
        with pytest.raises(RevisionError):
            diff(base, revision)
    outside = tmp_path / "outside"
    (outside / "seeds").mkdir(parents=True)
    with pytest.raises(RevisionError, match="git init"):
        diff(outside)


def test_a_commit_before_the_base_began(tmp_path: Path, base: Path) -> None:
    git(base, "init", "-q")
    git(base, "commit", "-q", "--allow-empty", "-m", "nothing yet")
    found = diff(base)
    assert {change.claim.source for change in found.came} == {"blog", "maker"}
    assert {change.what for change in found.sources} == {"new"}


def test_files_of_a_commit_that_cannot_be_read_are_told(
    base: Path, commit: Commit, capsys: pytest.CaptureFixture[str]
) -> None:
    path = base / "claims" / "blog.yaml"
    good = path.read_text()
    path.write_text("claims: [")
    commit()
    path.write_text(good)
    assert run(["diff", "HEAD", "--root", str(base)]) == 0
    assert "KB103" in capsys.readouterr().err


# --- repositories of strangers ----------------------------------------------------------------------------------------


def test_nothing_that_the_repository_brings_is_run(base: Path, commit: Commit, tmp_path: Path) -> None:
    mark = tmp_path / "was-run"
    script = tmp_path / "run.sh"
    script.write_text(f"#!/bin/sh\ntouch {mark}\ncat\n")
    script.chmod(0o755)
    for key in (
        "core.fsmonitor",
        "diff.external",
        "core.pager",
        "core.sshCommand",
        "filter.x.smudge",
        "diff.x.textconv",
    ):
        git(base, "config", key, str(script))
    (base / ".gitattributes").write_text("* filter=x diff=x\n")
    hooks = base / ".git" / "hooks"
    hooks.mkdir(exist_ok=True)
    for hook in ("post-checkout", "pre-auto-gc", "post-index-change", "reference-transaction"):
        (hooks / hook).write_text(script.read_text())
        (hooks / hook).chmod(0o755)
    mark.unlink(missing_ok=True)
    diff(base)
    assert not mark.exists()


def test_names_that_lead_out_and_links_write_nothing_outside(base: Path, commit: Commit, tmp_path: Path) -> None:
    blob = git(base, "hash-object", "-w", "seeds/blog.txt")
    target = tmp_path / "target"
    link = subprocess.run(  # noqa: S603
        ["git", "-C", str(base), "hash-object", "-w", "--stdin"],  # noqa: S607
        input=str(target), capture_output=True, text=True, check=True,
    ).stdout.strip()  # fmt: skip
    names = (f"100644 {blob}\todd\nname;$(touch x).txt", f"120000 {link}\tlink.txt", f"100644 {blob}\t-rf.txt")
    seeds = _tree(base, *(row.replace(" ", " blob ", 1) for row in names))
    up = _tree(base, f"100644 blob {blob}\tescaped.txt")
    tree = _tree(base, f"040000 tree {seeds}\tseeds", f"040000 tree {up}\t..")
    hostile = git(base, "commit-tree", tree, "-m", "hostile")
    before = sorted(path for path in tmp_path.rglob("*") if ".git" not in path.parts)
    found = diff(base, f"{hostile}..HEAD")
    assert sorted(path for path in tmp_path.rglob("*") if ".git" not in path.parts) == before
    assert not target.exists()
    assert {change.source for change in found.sources if change.what == "new"} == {"blog", "maker"}


def _tree(base: Path, *rows: str) -> str:
    done = subprocess.run(  # noqa: S603
        ["git", "-C", str(base), "mktree", "-z"],  # noqa: S607
        input="\0".join(rows) + "\0", capture_output=True, text=True, check=True,
    )  # fmt: skip
    return done.stdout.strip()


def test_in_a_hook_of_git_its_own_repository_is_meant(
    base: Path, commit: Commit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    monkeypatch.setenv("GIT_INDEX_FILE", os.devnull)
    assert diff(base).sources == ()


def test_without_git_a_message_says_so(base: Path, commit: Commit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(RevisionError, match="git is not installed"):
        diff(base)
