"""A build touches only what is not up to date, and loses nothing that a person wrote."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from leica_kb.errors import BusyError
from leica_kb.files import lock
from leica_kb.kb import KnowledgeBase
from leica_kb.kb.answers.builds import BuildReport, SourceBuild
from leica_kb.kb.building import updating

YEAR = "c-9de37e45a6e5"
FOUNDER = "c-2ecf46c19cd2"


def files(root: Path) -> Mapping[str, bytes]:
    """Every file of the base but the index and the log, whose lines bear the time."""
    paths = (p for p in sorted(root.rglob("*")) if p.is_file() and p.name != "log.jsonl" and ".leica_kb" not in p.parts)
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in paths}


def outcome(report: BuildReport, source: str) -> SourceBuild:
    return next(done for done in report.sources if done.source == source)


def test_the_second_build_reads_nothing_and_writes_nothing(base: Path) -> None:
    KnowledgeBase(base).build()
    before = files(base)
    index = (base / ".leica_kb" / "index.sqlite").stat().st_mtime_ns
    again = KnowledgeBase(base).build()
    assert [(done.read, done.wrote) for done in again.sources] == [(False, False), (False, False)]
    assert files(base) == before
    assert (base / ".leica_kb" / "index.sqlite").stat().st_mtime_ns == index


def test_a_folder_that_has_only_articles_is_read_with_the_pack_that_ships_with_articles(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text("The Nikon Z9 is made in Thailand.")
    KnowledgeBase(tmp_path).build()
    assert "made_in" in (tmp_path / "claims" / "a.yaml").read_text()


@pytest.mark.parametrize("where", ["merge", "write_edits", "save_proposed"])
def test_an_interrupted_build_keeps_what_it_read_and_the_next_goes_on(
    new_base: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    """Stopped at its second article, before or between its writes, and built again: the files of a build in one go."""
    import shutil

    whole = tmp_path / "whole"
    shutil.copytree(new_base, whole)
    KnowledgeBase(whole).build()
    times: list[object] = []
    real = getattr(updating, where)

    def stop_at_the_second(*given: object, **named: object) -> object:
        times.append(given)
        if len(times) == 2:
            raise KeyboardInterrupt
        return real(*given, **named)

    monkeypatch.setattr(updating, where, stop_at_the_second)
    with pytest.raises(KeyboardInterrupt):
        KnowledgeBase(new_base).build()
    monkeypatch.undo()
    again = KnowledgeBase(new_base).build()
    assert [done.read for done in again.sources] == [False, True]
    assert files(new_base) == files(whole)


def test_a_clean_checkout_needs_no_parser_and_changes_no_file(base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import shutil

    shutil.rmtree(base / ".leica_kb")
    before = files(base)
    monkeypatch.setattr("leica_kb.extract.Extractor.of", lambda pack: pytest.fail(f"the parser woke for {pack.name}"))
    report = KnowledgeBase(base).report()
    assert files(base) == before
    assert {claim.id for claim in report.claims} > {YEAR}


def test_a_claim_written_by_hand_is_completed_and_its_comment_stays(base: Path) -> None:
    text = (base / "claims" / "maker.yaml").read_text()
    assert "# the year stands on the company's own page" in text
    claim = next(c for c in KnowledgeBase(base).claims().claims if c.id == YEAR)
    assert (claim.quote, claim.start, claim.end) == ("The company was founded in 1961", 60, 91)
    assert claim.before == "as founded by Michihiro Yamaki. "
    assert claim.time.stated == "2013-03/2013-12"
    assert claim.origin == "person:hand"


def test_a_claim_in_a_comment_belongs_to_its_commenter(new_base: Path) -> None:
    (new_base / "claims" / "blog.yaml").write_text(
        "format: 1\nsource: blog\nclaims:\n"
        "  - {subject: sigma, predicate: assessment, object: {text: sure}, quote: I think}\n"
    )
    KnowledgeBase(new_base).build()
    found = KnowledgeBase(new_base).claims("predicate:assessment").claims
    assert [claim.attribution for claim in found] == [("commenter:1",)]


def test_words_that_do_not_stand_there_are_answered_with_the_nearest(new_base: Path) -> None:
    path = new_base / "claims" / "maker.yaml"
    path.write_text(
        path.read_text().replace("quote: The company was founded in 1961", "quote: the firm was founded 1961")
    )
    report = KnowledgeBase(new_base).build()
    (found,) = report.problems
    assert (found.code, found.path.as_posix(), found.line) == ("KB101", "claims/maker.yaml", 6)
    assert "nearest, on line 3: «The company was founded in 1961" in found.message
    assert "quote: the firm was founded 1961" in path.read_text()


def test_words_that_resemble_nothing_are_only_told(new_base: Path) -> None:
    path = new_base / "claims" / "maker.yaml"
    path.write_text(path.read_text().replace("quote: The company was founded in 1961", "quote: ZZZZ 99"))
    (found,) = KnowledgeBase(new_base).build().problems
    assert found.message.endswith("copy them from the article")


def test_words_that_stand_twice_are_not_guessed(new_base: Path) -> None:
    path = new_base / "claims" / "maker.yaml"
    path.write_text(path.read_text().replace("quote: The company was founded in 1961", "quote: Sigma"))
    (found,) = KnowledgeBase(new_base).build().problems
    assert "stand 2 times in seeds/maker.txt (lines 1, 3)" in found.message


def test_typography_does_not_keep_a_quote_from_its_place(new_base: Path) -> None:
    path = new_base / "claims" / "maker.yaml"
    addition = (
        "  - {subject: sigma, predicate: assessment, object: {text: no}, quote: '\"We will not make a phone,\" said'}\n"
    )
    path.write_text(path.read_text() + addition)
    KnowledgeBase(new_base).build()
    (claim,) = KnowledgeBase(new_base).claims("predicate:assessment").claims
    assert claim.quote == "“We will not make a phone,” said"


def test_an_edited_article_moves_its_claims_and_keeps_the_old_text(base: Path) -> None:
    seed = base / "seeds" / "maker.txt"
    seed.write_text("A new first line.\n\n" + seed.read_text())
    done = outcome(KnowledgeBase(base).build(), "maker")
    assert done.read
    assert done.orphaned == ()
    moved = next(c for c in KnowledgeBase(base).claims().claims if c.id == YEAR)
    assert moved.start == 60 + len("A new first line.\n\n")
    assert len(list((base / "seeds" / ".texts").glob("*.txt.gz"))) == 1


def test_a_claim_whose_words_are_gone_is_kept_and_told(base: Path) -> None:
    seed = base / "seeds" / "maker.txt"
    seed.write_text(seed.read_text().replace("founded in 1961", "founded in 1962"))
    done = outcome(KnowledgeBase(base).build(), "maker")
    assert done.orphaned == (YEAR,)
    assert "quote: The company was founded in 1961" in (base / "claims" / "maker.yaml").read_text()
    (broken,) = KnowledgeBase(base).verify().broken
    assert (broken.claim.id, broken.verification.status) == (YEAR, "changed")
    assert broken.path == "claims/maker.yaml"
    assert "c-9de37e45a6e5" in (base / broken.path).read_text().splitlines()[(broken.line or 0) - 1]


def test_a_quote_that_a_person_shortens_is_found_at_its_place(base: Path) -> None:
    path = base / "claims" / "maker.yaml"
    text = path.read_text().replace("quote: Sigma was founded by", "quote: founded by")
    path.write_text(text.replace("quote: The company was founded in", "quote: founded in"))
    done = outcome(KnowledgeBase(base).build(), "maker")
    assert (done.read, done.new, done.orphaned) == (False, (), ())
    claims = {claim.id: claim for claim in KnowledgeBase(base).claims("source:maker").claims}
    assert (claims[YEAR].quote, claims[YEAR].start, claims[YEAR].end) == ("founded in 1961", 76, 91)
    assert claims[YEAR].before == "chihiro Yamaki. The company was "
    shortened = claims[FOUNDER]
    assert (shortened.quote, shortened.start, shortened.review.state) == (
        "founded by Michihiro Yamaki",
        31,
        "corrected",
    )
    before = files(base)
    KnowledgeBase(base).build()
    assert files(base) == before


def test_what_a_person_took_out_stays_out_though_its_sentence_went_and_came_back(base: Path) -> None:
    path, seed = base / "claims" / "maker.yaml", base / "seeds" / "maker.txt"
    head, _, rest = path.read_text().partition(f"  - id: {FOUNDER}\n")
    path.write_text(head + rest[rest.index("  # the year") :])
    text = seed.read_text()
    seed.write_text(text.replace("Sigma was founded by Michihiro Yamaki. ", ""))
    KnowledgeBase(base).build()
    seed.write_text(text)
    done = outcome(KnowledgeBase(base).build(), "maker")
    assert done.new == ()
    assert FOUNDER not in path.read_text()


def test_where_a_person_took_everything_out_an_edit_brings_nothing_back(base: Path) -> None:
    path, seed = base / "claims" / "maker.yaml", base / "seeds" / "maker.txt"
    path.write_text(path.read_text().partition("claims:")[0] + "claims: []\n")
    seed.write_text("Sigma was founded by Kazuto Yamaki.\n\n" + seed.read_text())
    done = outcome(KnowledgeBase(base).build(), "maker")
    (new,) = KnowledgeBase(base).claims("source:maker").claims
    assert done.new == (new.id,)
    assert (new.quote, new.start) == ("Sigma was founded by Kazuto Yamaki", 0)


@pytest.mark.parametrize("repair", [KnowledgeBase.build, lambda kb: kb.verify(fix=True)], ids=["build", "verify"])
def test_cue_words_far_from_their_quote_move_with_it(base: Path, repair: Callable[[KnowledgeBase], object]) -> None:
    path, seed = base / "claims" / "maker.yaml", base / "seeds" / "maker.txt"
    path.write_text(path.read_text().replace("    origin", "    cues: {modality: [[4, 10]]}\n    origin", 3))
    seed.write_text("First.\n\n" + seed.read_text())
    repair(KnowledgeBase(base))
    found = KnowledgeBase(base).claims("source:maker").claims
    cues = [span.of(seed.read_text()) for claim in found for spans in claim.cues.values() for span in spans]
    assert cues == ["Making"] * 3


def test_without_its_index_an_edited_seed_is_known_from_git(base: Path) -> None:
    import shutil
    import subprocess

    git = ["git", "-C", str(base), "-c", "user.name=a", "-c", "user.email=a@b"]
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "base"]):
        subprocess.run([*git, *command], check=True)  # noqa: S603  fixed words
    shutil.rmtree(base / ".leica_kb")
    seed = base / "seeds" / "maker.txt"
    seed.write_text("New line.\n\n" + seed.read_text())
    KnowledgeBase(base).build()
    assert list((base / "seeds" / ".texts").glob("*.txt.gz"))


def test_two_builds_at_once_do_not_mix(base: Path) -> None:
    seed = base / "seeds" / "maker.txt"
    seed.write_text(seed.read_text() + "\nMore.\n")
    with lock(base), pytest.raises(BusyError):
        KnowledgeBase(base).build()


def test_progress_is_told_article_by_article(new_base: Path) -> None:
    told: list[tuple[str, int, int]] = []
    KnowledgeBase(new_base).build(progress=lambda what, done, total: told.append((what, done, total)))
    assert told == [("reading articles", 1, 2), ("reading articles", 2, 2)]


def test_any_number_of_processes_gives_the_same_files(new_base: Path, base: Path) -> None:
    KnowledgeBase(new_base).build(jobs=2)
    assert files(new_base) == files(base)


def test_one_bad_file_does_not_stop_the_others(base: Path) -> None:
    (base / "claims" / "blog.yaml").write_text("format: 1\nsource: blog\nclaims: [{")
    (base / "seeds" / "empty.txt").write_text("")
    report = KnowledgeBase(base).build()
    assert {problem.code for problem in report.problems} >= {"KB103", "KB202"}
    assert YEAR in {claim.id for claim in KnowledgeBase(base).claims().claims}


def test_damaged_proposals_are_told_and_made_anew(base: Path) -> None:
    path = base / "claims" / ".proposed" / "maker.jsonl"
    before = path.read_bytes()
    path.write_text("nonsense\n")
    report = KnowledgeBase(base).build()
    assert [problem.code for problem in report.problems] == ["KB109"]
    assert path.read_bytes() == before


def test_words_that_stand_nowhere_are_told_with_the_line_that_they_have_after_the_build(new_base: Path) -> None:
    path = new_base / "claims" / "blog.yaml"
    bad = "  - {subject: sigma, predicate: based_in, object: {entity: japan}, quote: nobody wrote this}\n"
    path.write_text(path.read_text().replace("claims:\n", f"claims:\n{bad}"))
    (told,) = [found for found in KnowledgeBase(new_base).build().problems if found.code == "KB101"]
    assert told.line is not None
    assert "nobody wrote this" in path.read_text().splitlines()[told.line - 1]
