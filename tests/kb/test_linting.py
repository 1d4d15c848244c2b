"""Lint finds each kind of fault in a base's files, at its line, and tells what to do; a good base is clean."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leica_kb.checks import CODES as LINT_CODES
from leica_kb.checks import LINT_NOTES
from leica_kb.cli import run
from leica_kb.corpus import Limits
from leica_kb.corpus.problems import CODES as CORPUS_CODES
from leica_kb.files import parse_yaml
from leica_kb.kb import KnowledgeBase
from leica_kb.kb.checking import checked
from leica_kb.kb.checking.codes import load_codes
from leica_kb.kb.checking.linting import is_fault
from leica_kb.packs import CODES as PACK_CODES
from leica_kb.store import CODES as STORE_CODES
from leica_kb.store import Decision, load_claim_file, save_decisions
from tests.documents import CHECKS, checks_page
from tests.packs.writing import write_pack
from tests.readme import copy_base

ROOT = Path(__file__).parents[2]
ENTITIES = "format: 1\nentities:\n  sigma-fp: {name: Sigma fp, type: product}\n"


@pytest.fixture
def tidy(base: Path) -> Path:
    """The built base, in canonical form."""
    (base / "claims" / "entities.yaml").write_text(ENTITIES)
    assert KnowledgeBase(base).mend().left == ()
    return base


def told(root: Path) -> list[tuple[str, str, int | None]]:
    return [(p.code, p.path.as_posix(), p.line) for p in KnowledgeBase(root).check() if p.code != "KB414"]


def change(path: Path, old: str, new: str) -> int:
    """Replace the one place of some words; its line."""
    text = path.read_text()
    assert text.count(old) == 1
    path.write_text(text.replace(old, new))
    return text.count("\n", 0, text.index(old)) + 1


YEAR = 'object: {date: "1961"}\n'
PERSONS = [
    ("    predicate: founded_in", "    predicate: foundedin", "KB401", 0, "founded_in?"),
    (YEAR, f"{YEAR}    qualifiers: {{colour: red}}\n", "KB402", 1, "no qualifier colour"),
    (YEAR, f"{YEAR}    qualifiers: {{scope: every}}\n", "KB402", 1, "all, most"),
    ("subject: sigma\n    predicate: founded_in", "subject: Sigma Corporation\n    predicate: founded_in", "KB403", 0,
     "did you mean sigma?"),
    ("subject: sigma\n    predicate: founded_in", "subject: sigma-gp\n    predicate: founded_in", "KB403", 0,
     "did you mean sigma-fp?"),
    ("subject: sigma\n    predicate: founded_in", "subject: wetzlar-museum\n    predicate: founded_in", "KB404", 0,
     "leica-kb declare wetzlar-museum"),
    (YEAR, "object: {entity: japan}\n", "KB405", 0, "is date, not place"),
    ("subject: sigma\n    predicate: founded_in", "subject: japan\n    predicate: founded_in", "KB405", 0, "not place"),
    (YEAR, 'object: {date: "13.2.1961"}\n', "KB406", 0, "1961"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "code", "below", "words"), PERSONS)
def test_a_persons_slip_is_told_at_its_line(tidy: Path, old: str, new: str, code: str, below: int, words: str) -> None:
    line = change(tidy / "claims" / "maker.yaml", old, new)
    assert told(tidy) == [(code, "claims/maker.yaml", line + below)]
    (problem,) = (p for p in KnowledgeBase(tidy).check() if p.code == code)
    assert words in problem.message
    assert problem.kind == load_codes()[code].kind


def test_other_digits_are_another_thing(tidy: Path) -> None:
    change(tidy / "claims" / "entities.yaml", "  sigma-fp: {", "  sigma-fp2: {")
    change(tidy / "claims" / "maker.yaml", "subject: sigma\n    predicate: founded_in",
           "subject: sigma-fp3\n    predicate: founded_in")  # fmt: skip
    assert [code for code, _, _ in told(tidy)] == ["KB404"]


def test_a_rejected_claim_is_left_alone(tidy: Path) -> None:
    change(tidy / "claims" / "maker.yaml", YEAR, "object: {text: x}\n    review: {state: rejected}\n")
    assert told(tidy) == []


def test_a_claim_that_is_repeated(tidy: Path) -> None:
    path = tidy / "claims" / "maker.yaml"
    text = path.read_text()
    entry = text[text.index("  - id") :].split("  # ")[0].split("\n  - id")[0]
    copy = "\n".join(line for line in entry.split("\n") if "id: c-" not in line).replace("    subject", "  - subject")
    path.write_text(f"{text}{copy}\n")
    assert [(code, name) for code, name, _ in told(tidy)] == [("KB407", "claims/maker.yaml")]


def test_claims_without_their_article_are_told_once(tidy: Path) -> None:
    (tidy / "seeds" / "blog.txt").unlink()
    assert told(tidy) == [("KB408", "claims/blog.yaml", 2), ("KB232", "seeds/blog.yaml", None)]


def test_words_that_moved_are_a_note_and_followed(tidy: Path) -> None:
    seed = tidy / "seeds" / "blog.txt"
    seed.write_text("New.\n\n" + seed.read_text())
    found = [p for p in KnowledgeBase(tidy).check() if p.code == "KB409"]
    assert found
    assert not any(is_fault(problem) for problem in found)
    done = KnowledgeBase(tidy).mend()
    assert [file.path for file in done.files] == ["claims/blog.yaml"]
    assert all(change.endswith("moved with its words") for change in done.files[0].changes[:-1])
    assert done.files[0].changes[-1] == "text_sha256"
    assert not [p for p in done.left if p.code != "KB412"]
    assert all(proof.verification.status == "exact" for proof in KnowledgeBase(tidy).verify().proofs)


def test_what_an_article_retells_must_be_declared(tidy: Path) -> None:
    path = tidy / "seeds" / "blog.yaml"
    path.write_text(path.read_text() + "retells:\n- focus-numerique\n- lens-podcast\n")
    assert told(tidy) == [("KB410", "seeds/blog.yaml", 5)]  # the pack knows Focus Numérique


def test_a_ruling_on_a_claim_that_is_gone(tidy: Path) -> None:
    save_decisions(tidy, [Decision("value", ("c-000000000001", "c-000000000002"), "d", "real")])
    assert told(tidy) == [("KB411", "claims/decisions/decisions.yaml", 3)]


def test_an_old_text_that_no_claims_speak_of(tidy: Path) -> None:
    seed = tidy / "seeds" / "blog.txt"
    seed.write_text("New.\n\n" + seed.read_text())
    KnowledgeBase(tidy).build()
    assert [code for code, _, _ in told(tidy)] == ["KB412"]


def test_a_name_that_two_things_of_a_type_have(tidy: Path) -> None:
    path = tidy / "claims" / "entities.yaml"
    path.write_text(ENTITIES + "  sigma-inc: {name: Sigma Inc, type: company, aliases: [sigma]}\n")
    assert told(tidy) == [("KB413", "claims/entities.yaml", 4)]


def test_a_hand_written_claim_waits_for_its_place_and_gets_it(tidy: Path) -> None:
    path = tidy / "claims" / "maker.yaml"
    before = path.read_text()
    draft = "  # mine\n  - {quote: based in Japan, subject: sigma, predicate: assessment, object: {text: no}} # so\n"
    path.write_text(before + draft)
    assert [code for code, _, _ in told(tidy)] == ["KB415"]
    done = KnowledgeBase(tidy).mend()
    assert done.left == ()
    assert [change.partition(" ")[2] for change in done.files[0].changes] == ["placed", "form"]
    after = path.read_text()
    assert "  # mine\n  - id: c-" in after
    assert "# so\n" in after
    assert '    object: {text: "no"}\n' in after
    assert '    after: "."\n' in after


def test_a_claim_without_context_gets_it(tidy: Path) -> None:
    path = tidy / "claims" / "maker.yaml"
    before = path.read_text()
    path.write_text("".join(line for line in before.splitlines(keepends=True) if "    before: " not in line
                            and "    after: " not in line))  # fmt: skip
    assert {code for code, _, _ in told(tidy)} == {"KB415"}
    KnowledgeBase(tidy).mend()
    assert path.read_text() == before


def _by_hand(hand: Random, text: str) -> str:
    """A file of claims as a person might leave it: keys and entries shuffled, comments and blank lines anywhere."""
    head, *entries = re.split(r"^  - ", text, flags=re.MULTILINE)
    hand.shuffle(entries)
    shuffled = []
    for entry in entries:
        keys = [line.strip() + hand.choice(("", "", "  # c1!")) for line in entry.splitlines()]
        hand.shuffle(keys)
        body = "".join(f"      {line}\n{hand.choice(('', '', '      # c2!', chr(10)))}" for line in keys)
        body = body.replace("# c2!", "# c2!\n")
        shuffled.append(f"{hand.choice(('', '# c3!' + chr(10), chr(10)))}  -   {body.lstrip()}")
    return head + "".join(shuffled) + "# c4!\n"


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.randoms(use_true_random=False))
def test_fixing_is_idempotent_and_changes_no_claim_and_loses_no_comment(tidy: Path, hand: Random) -> None:
    path = tidy / "claims" / "blog.yaml"
    canonical = path.read_text()
    written = _by_hand(hand, canonical)
    path.write_text(written)
    before = load_claim_file(tidy, Path("claims/blog.yaml"))[0]
    KnowledgeBase(tidy).mend()
    mended = path.read_text()
    after = load_claim_file(tidy, Path("claims/blog.yaml"))[0]
    assert before
    assert after
    assert after.claims == before.claims
    assert len(after.claims) == len(re.findall(r"^  - ", canonical, re.MULTILINE))
    for comment in ("# c1!", "# c2!", "# c3!", "# c4!"):
        assert mended.count(comment) == written.count(comment)
    assert KnowledgeBase(tidy).mend().files == ()
    assert path.read_text() == mended
    path.write_text(canonical)


def test_a_file_that_cannot_be_read_is_left_alone(tidy: Path) -> None:
    path = tidy / "claims" / "maker.yaml"
    path.write_text("claims: [")
    done = KnowledgeBase(tidy).mend()
    assert [(p.code, p.path.as_posix()) for p in done.left] == [("KB103", "claims/maker.yaml")]
    assert path.read_text() == "claims: ["


def test_a_file_that_cannot_be_written_is_told_and_never_stops_the_others(base: Path) -> None:
    path = base / "claims" / "blog.yaml"
    before = path.read_bytes()
    path.chmod(0o444)
    done = KnowledgeBase(base).mend()
    assert [file.path for file in done.files] == ["claims/maker.yaml", "seeds/blog.yaml"]
    assert [(p.code, p.path.as_posix()) for p in done.left if is_fault(p)] == [("KB103", "claims/blog.yaml")]
    assert path.read_bytes() == before


def test_a_name_that_nobody_declares_is_told_once_for_a_file(tidy: Path) -> None:
    path = tidy / "claims" / "maker.yaml"
    path.write_text(path.read_text().replace("subject: sigma\n", "subject: wetzlar-museum\n"))
    assert [code for code, _, _ in told(tidy)] == ["KB404"]


def test_the_hooks_run_commands_that_exist(tmp_path: Path) -> None:
    shipped = copy_base(tmp_path)
    hooks = parse_yaml((ROOT / ".pre-commit-hooks.yaml").read_bytes(), "hooks").value
    assert [hook["id"] for hook in hooks] == ["leica-kb-check", "leica-kb-fix"]
    for hook in hooks:
        program, *arguments = hook["entry"].split()
        assert program == "leica-kb"
        assert run([*arguments, "--root", str(shipped)]) == 0
        assert re.search(hook["files"], "my/base/claims/a.yaml")
        assert f"id: {hook['id']}" in CHECKS.read_text(encoding="utf-8")


# --- the table --------------------------------------------------------------------------------------------------------


def test_every_code_is_explained_and_no_other() -> None:
    kinds = {**STORE_CODES, **PACK_CODES, **LINT_CODES, "KB001": "name-clash"}
    kinds |= {code: kind for kind, code in CORPUS_CODES.items()}
    codes = load_codes()
    assert {name: code.kind for name, code in codes.items()} == kinds
    assert {name for name, code in codes.items() if code.note} == LINT_NOTES
    assert {name for name, code in codes.items() if code.fix} <= LINT_NOTES


def test_the_page_is_made_of_the_table() -> None:
    assert CHECKS.read_text(encoding="utf-8") == checks_page(), "to write it anew: python -m tests.documents"


def test_the_shipped_base_is_clean() -> None:
    assert KnowledgeBase(ROOT).check() == ()


# --- an unchanged base ------------------------------------------------------------------------------------------------


def test_an_unchanged_base_is_not_read_again(tidy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checked, "_SETTLED_NS", 0)
    found = KnowledgeBase(tidy).check()
    monkeypatch.setattr("leica_kb.kb.checking.linting.load_world", None)
    assert KnowledgeBase(tidy).check() == found


CHANGES = [
    ("claims/maker.yaml", "predicate: founded_in", "predicate: foundedin"),
    ("claims/entities.yaml", "type: product", "type: wizardy"),
    ("seeds/blog.txt", "1971", "1972"),
    ("seeds/blog.yaml", "publisher", "publishes"),
    ("claims/.proposed/maker.jsonl", "", "nonsense\n"),
    ("claims/log.jsonl", "", "nonsense\n"),
    ("claims/decisions/a.yaml", "", "nonsense\n"),
    ("seeds/new.txt", "", "\n"),
]
"""File, words, and others of the same length; without words a new text."""


@pytest.mark.parametrize(("name", "old", "new"), CHANGES, ids=[name for name, _, _ in CHANGES])
def test_a_change_of_any_file_is_seen(
    tidy: Path, monkeypatch: pytest.MonkeyPatch, name: str, old: str, new: str
) -> None:
    monkeypatch.setattr(checked, "_SETTLED_NS", 0)
    before = KnowledgeBase(tidy).check()
    path = tidy / name
    path.parent.mkdir(exist_ok=True)
    if old:
        status = path.stat()
        path.write_text(path.read_text().replace(old, new))
        os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    else:
        path.write_text(new)
    after = KnowledgeBase(tidy).check()
    (tidy / ".leica_kb" / "checked.json").unlink(missing_ok=True)
    assert after == KnowledgeBase(tidy).check()
    assert after != before


def test_a_pack_of_the_bases_own_is_watched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checked, "_SETTLED_NS", 0)
    root = tmp_path / "base"
    write_pack(root / "wine")
    write_pack(root / "rioja", pack="name: rioja\nextends: ../wine\n", predicates=None, entities=None)
    (root / "claims").mkdir()
    (root / "claims" / "kb.yaml").write_text("format: 1\npacks: [rioja]\n")
    assert "KB301" not in {p.code for p in KnowledgeBase(root).check()}
    (root / "wine" / "entities.yaml").write_text("entities:\n  a: {nam: A}\n")
    assert "KB301" in {p.code for p in KnowledgeBase(root).check()}


def test_the_cause_is_told_before_what_follows_from_it(tmp_path: Path) -> None:
    root = tmp_path / "base"
    (root / "claims").mkdir(parents=True)
    (root / "claims" / "kb.yaml").write_text("format: 1\npacks: [wine]\n")
    (root / "seeds").mkdir()
    (root / "seeds" / "b.txt").write_text("Torres owns Rioja.\n")
    write_pack(root / "wine", predicates="entity_types: [winery, region, grape]\npredicates:\n  owns: {topc: x}\n")
    assert told(root) == [
        ("KB301", "wine/predicates.yaml", 3),
        ("KB302", "wine/frames.yaml", 2),
        ("KB302", "wine/questions.yaml", 2),
        ("KB231", "seeds/b.txt", None),
    ]


def test_what_is_damaged_or_foreign_is_not_trusted(tidy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checked, "_SETTLED_NS", 0)
    KnowledgeBase(tidy).check()
    kept = tidy / ".leica_kb" / "checked.json"
    good = json.loads(kept.read_text())
    for foreign in ("", "[]", "{}", json.dumps({**good, "state": "0" * 64}), json.dumps({**good, "problems": [1]})):
        kept.write_text(foreign)
        assert KnowledgeBase(tidy).check() == ()


def test_a_file_written_a_moment_ago_is_read_again(tidy: Path) -> None:
    (tidy / "seeds" / "blog.yaml").touch()
    KnowledgeBase(tidy).check()
    assert not (tidy / ".leica_kb" / "checked.json").exists()


def test_other_limits_than_the_usual_ones_are_obeyed(tidy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checked, "_SETTLED_NS", 0)
    assert KnowledgeBase(tidy).check() == ()
    assert {p.code for p in KnowledgeBase(tidy, limits=Limits(max_bytes=10)).check()} >= {"KB205"}
    assert KnowledgeBase(tidy).check() == ()
