"""Commands: what they print in which form, what they say on stderr, and how they end."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from leica_kb.cli import run
from leica_kb.packs import pack_names
from tests.cli.conftest import Runner

YEAR, OTHER_YEAR = "c-9de37e45a6e5", "c-776073c928a1"


def change_year(base: Path) -> None:
    seed = base / "seeds" / "maker.txt"
    seed.write_text(seed.read_text().replace("founded in 1961", "founded in 1962"))


def test_report_shows_all_parts(leica: Runner) -> None:
    code, out, err = leica("report")
    assert (code, err) == (0, "")
    places = [out.index(f"{part}\n---") for part in ("Sources", "Claims", "Contradictions", "Provenance")]
    assert places == sorted(places)
    assert "“The company was founded in *1961*”" in out
    assert "every quote stands in its article" in out
    assert max(map(len, out.splitlines())) <= 80


def test_report_as_json(leica: Runner) -> None:
    data = json.loads(leica("report", "--json")[1])
    assert list(data) == ["sources", "claims", "findings", "verification", "problems"]
    assert {row["status"] for row in data["verification"]} == {"exact"}
    assert [finding["kind"] for finding in data["findings"]] == ["date"]


def test_report_to_a_file(leica: Runner, tmp_path: Path) -> None:
    code, out, err = leica("report", "--output", str(tmp_path / "report.md"))
    assert (code, out) == (0, "")
    assert "written: " in err
    assert "| The Making of Sigma |" in (tmp_path / "report.md").read_text().replace("**", "")
    assert leica("report", "--format", "markdown")[1] == (tmp_path / "report.md").read_text()


def test_report_of_a_base_with_a_bad_file_is_whole_but_ends_with_2(leica: Runner, base: Path) -> None:
    (base / "seeds" / "bad.txt").write_bytes(b"\xff\xfe\xfa")
    code, out, err = leica("report")
    assert code == 2
    assert "KB203" in out
    assert "Provenance" in out
    assert "some files were left out" in err


def test_a_base_without_articles_says_what_to_do_and_that_nothing_else_is_wrong(
    new_base: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for article in (new_base / "seeds").glob("*.txt"):
        article.unlink()
    assert run(["report", "--root", str(new_base)]) == 2
    out, err = capsys.readouterr()
    assert "put one .txt file into seeds/" in " ".join(out.split())
    assert "left out" not in err


def test_ask(leica: Runner) -> None:
    code, out, err = leica("ask", "when was sigma founded")
    assert (code, err) == (0, "")
    assert "“The company was founded in 1961”\n    — “The Making of Sigma”, Lens World, between Mar and Dec 2013" in out
    assert "contradiction f-" in out
    assert "caveat Rumour Blog, May 2014 says of itself" in out
    data = json.loads(leica("ask", "when was sigma founded", "--json")[1])
    assert list(data)[:5] == ["question", "understood", "answered", "answers", "nearest"]


def test_an_honest_no(leica: Runner) -> None:
    code, out, _ = leica("ask", "who is the chairman of sigma")
    assert code == 0
    assert out.startswith("The corpus does not say")


def test_claims_in_every_form(leica: Runner) -> None:
    assert leica("claims", "predicate:founded_in")[1].endswith("2 claims\n")
    data = json.loads(leica("claims", "predicate:founded_in", "sort:id", "--json")[1])
    assert [claim["id"] for claim in data] == [OTHER_YEAR, YEAR]
    lines = leica("claims", f"id:{YEAR}", "--format", "jsonl")[1]
    assert json.loads(lines)["quote"] == "The company was founded in 1961"
    drawn = leica("claims", "predicate:founded_in", "sort:-id", "--format", "table")[1]
    assert drawn.splitlines()[0].split() == ["claim", "words", "said", "by"]
    assert drawn.index(YEAR) < drawn.index(OTHER_YEAR)
    assert leica("claims", "id:c-0*", "--format", "table")[1] == "0 claims\n"
    table = list(csv.DictReader(io.StringIO(leica("claims", f"id:{YEAR}", "--format", "csv")[1])))
    assert [row["stated"] for row in table] == ["2013-03/2013-12"]


def test_claims_as_of_a_date(leica: Runner) -> None:
    by_2013 = json.loads(leica("claims", "predicate:founded_in", "--as-of", "2013", "--json")[1])
    assert [claim["id"] for claim in by_2013] == [YEAR]
    assert by_2013 == json.loads(leica("claims", "predicate:founded_in", "as-of:2013", "--json")[1])


def test_export_is_the_interchange_format(leica: Runner) -> None:
    rows = [json.loads(row) for row in leica("export")[1].splitlines()]
    assert {YEAR, OTHER_YEAR} <= {row["id"] for row in rows}
    assert leica("export", "--json")[1] == leica("claims", "--json")[1]
    assert len(leica("export", f"id:{YEAR}", "--format", "csv")[1].splitlines()) == 2


def test_a_filter_that_cannot_be_read(leica: Runner) -> None:
    code, out, err = leica("claims", "subjct:sigma")
    assert (code, out) == (2, "")
    assert "subject" in err


def test_show(leica: Runner) -> None:
    claim = leica("show", YEAR)[1]
    assert "[The company was founded in 1961]." in claim
    assert "the article itself\n└─ “The Making of Sigma”, Lens World, between Mar and Dec 2013" in claim
    assert "seeds/maker.txt 60–91 exact" in claim
    assert "contradiction f-" in claim
    assert json.loads(leica("show", YEAR, "--json")[1])["kind"] == "claim"
    comment = leica("show", "c-d20cb8d91886")[1]
    assert "reader's comment 1\n└─ “Sigma was founded in 1971." in comment
    assert "says the same: “The Making of Sigma”" in comment


def test_show_an_article(leica: Runner) -> None:
    whole = leica("show", "maker")[1]
    told = "[paragraph] [1: Sigma was founded by Michihiro Yamaki :1]. [2: The company was founded in 1961 :2]."
    assert told in " ".join(whole.split())
    assert "phone" in whole
    folded = leica("show", "maker", "--claims-only")[1]
    assert "phone" not in folded
    assert "1961" in folded


def test_show_an_entity(leica: Runner) -> None:
    out = leica("show", "Sigma")[1]
    assert "type: company" in out
    assert "Sigma is based in Japan" in out
    assert "No claim speaks of it." in leica("show", "portugal")[1]


def test_show_what_is_not_there(leica: Runner) -> None:
    code, out, err = leica("show", "sigmma")
    assert (code, out) == (2, "")
    assert err.startswith("leica-kb: no claim, source or entity «sigmma» in this base; did you mean sigma")


def test_a_rejected_claim_shows_its_review(leica: Runner, base: Path) -> None:
    path = base / "claims" / "maker.yaml"
    review = '    review: {state: rejected, by: eva, "on": 2026-01-02, because: misread}\n'
    path.write_text(path.read_text().replace('    origin: "person:hand"\n', f'    origin: "person:hand"\n{review}', 1))
    assert "review: rejected by eva 2026-01-02 (misread)" in leica("show", YEAR)[1]
    assert YEAR not in leica("claims")[1]


def test_compare(leica: Runner) -> None:
    out = leica("compare", "sigma")[1]
    assert out.index("Lens World") < out.index("Rumour Blog")
    assert f"1961 {YEAR}" in " ".join(out.split())
    assert [row["predicate"] for row in json.loads(leica("compare", "sigma", "based_in", "--json")[1])] == ["based_in"]
    assert "No claim has it as its subject." in leica("compare", "japan")[1]


def test_contradictions_and_exit_codes(leica: Runner) -> None:
    code, out, _ = leica("contradictions")
    assert code == 0
    assert out.endswith("1 finding\n")
    assert leica("contradictions", "--fail-on", "contradiction")[0] == 1
    assert leica("contradictions", "--fail-on", "any")[0] == 1
    assert json.loads(leica("contradictions", "--json")[1])[0]["severity"] == "contradiction"
    assert "> — “The Making of Sigma”" in leica("contradictions", "--all", "--format", "markdown")[1]


def test_why(leica: Runner) -> None:
    assert "contradiction (date): no gate stopped it" in leica("contradictions", "--why", YEAR, OTHER_YEAR)[1]
    assert "stopped at the gate of slot" in leica("contradictions", "--why", YEAR, "c-d20cb8d91886")[1]
    assert json.loads(leica("contradictions", "--why", YEAR, OTHER_YEAR, "--json")[1])["kind"] == "date"


def test_findings_as_sarif(leica: Runner) -> None:
    (result,) = json.loads(leica("contradictions", "--format", "sarif")[1])["runs"][0]["results"]
    assert (result["ruleId"], result["level"]) == ("date", "error")
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"].startswith("claims/")
    assert place["region"]["startLine"] > 1
    assert len(result["relatedLocations"]) == 1


def test_verify(leica: Runner, base: Path) -> None:
    code, out, _ = leica("verify")
    assert (code, out) == (0, "5 of 5 claims exact: every quote stands in its article\n")
    change_year(base)
    code, out, _ = leica("verify")
    assert code == 1
    assert f"changed {YEAR} claims/maker.yaml:" in out
    assert "4 exact, 1 changed" in out
    assert [row["status"] for row in json.loads(leica("verify", YEAR, "--json")[1])] == ["changed"]


def test_verify_is_no_whole_proof_where_a_file_of_claims_cannot_be_read(leica: Runner, base: Path) -> None:
    with (base / "claims" / "blog.yaml").open("a") as file:
        file.write("claims: [\n")
    code, out, err = leica("verify")
    assert (code, out.count("claims exact")) == (2, 1)
    assert "left out" in err


def test_fixing_nothing_says_nothing_of_it(leica: Runner) -> None:
    leica("check", "--fix")
    assert leica("check", "--fix")[1] == leica("check")[1]


def test_verify_fix_says_what_it_wrote(leica: Runner, base: Path) -> None:
    seed = base / "seeds" / "blog.txt"
    seed.write_text("New.\n\n" + seed.read_text())
    code, out, _ = leica("verify", "--fix", OTHER_YEAR)
    assert code == 0
    assert "(fixed)" in out


UNTIDY = """\
claims/blog.yaml: KB414 not-canonical: not in canonical form; to bring it there: leica-kb check --fix
claims/maker.yaml: KB414 not-canonical: not in canonical form; to bring it there: leica-kb check --fix
seeds/blog.yaml: KB414 not-canonical: not in canonical form; to bring it there: leica-kb check --fix
nothing is wrong, 3 notes
"""
MENDED = """\
mended claims/blog.yaml: canonical form
mended claims/maker.yaml: canonical form
mended seeds/blog.yaml: canonical form
nothing is wrong
"""


def test_check(leica: Runner, base: Path) -> None:
    assert leica("check") == (0, UNTIDY, "")
    assert leica("check", "--fix") == (0, MENDED, "")
    assert leica("check") == (0, "nothing is wrong\n", "")
    change_year(base)
    code, out, _ = leica("check")
    assert code == 1
    assert "KB101 quote-missing" in out
    assert json.loads(leica("check", "--json")[1])[0]["code"] == "KB101"
    (result,) = json.loads(leica("check", "--format", "sarif")[1])["runs"][0]["results"]
    assert result["ruleId"] == "KB101"


def test_check_explains_its_codes(leica: Runner) -> None:
    code, out, _ = leica("check", "--explain", "kb414")
    assert code == 0
    assert out.startswith("KB414 not-canonical\n")
    assert out.endswith("leica-kb check --fix mends it\na note: check does not fail on it\n")
    assert json.loads(leica("check", "--explain", "quote-missing", "--json")[1])["code"] == "KB101"
    assert leica("check", "--explain", "KB999") == (2, "", "leica-kb: no code «KB999»; did you mean KB409, KB209?\n")


def test_check_fix_tells_in_every_form_what_is_left(leica: Runner, base: Path) -> None:
    change_year(base)
    code, out, _ = leica("check", "--fix", "--json")
    done = json.loads(out)
    assert code == 1
    assert [row["path"] for row in done["mended"]] == ["claims/blog.yaml", "claims/maker.yaml", "seeds/blog.yaml"]
    assert [row["code"] for row in done["left"]] == ["KB101"]
    code, out, _ = leica("check", "--fix", "--format", "sarif")
    driver = json.loads(out)["runs"][0]["tool"]["driver"]
    assert code == 1
    assert [rule["name"] for rule in driver["rules"]] == ["quote-missing"]


def test_build(leica: Runner, base: Path) -> None:
    code, out, _ = leica("build")
    assert code == 0
    assert out == "blog: up to date, 2 claims\nmaker: up to date, 3 claims\n1 loud finding\n"
    change_year(base)
    out = leica("build")[1]
    assert f"words gone: {YEAR}" in out
    assert "sentences without a claim: " in out
    assert json.loads(leica("build", "--json")[1])[1]["source"] == "maker"


def test_build_reads_other_encodings_and_refuses_large_files(leica: Runner, base: Path) -> None:
    (base / "seeds" / "old.txt").write_bytes("Sigma was founded in Fukushima — café.\n".encode("cp1252"))
    code, out, err = leica("build", "--json")
    assert code == 2
    assert "KB203" in err
    assert leica("build", "--encoding", "cp1252")[0] == 0
    code, out, _ = leica("build", "--max-bytes", "10")
    assert code == 2
    assert "KB205" in out
    assert "no text encoding" in leica("build", "--encoding", "klingon")[2]


def test_forget(leica: Runner) -> None:
    out = leica("forget", "blog")[1]
    assert out.startswith("blog: 2 claims retracted\n  removed claims/blog.yaml\n")
    assert "rested on it" in out
    assert leica("sources")[1].count("Rumour Blog") == 0


def test_forget_as_json(leica: Runner) -> None:
    assert json.loads(leica("forget", "blog", "--json")[1])["source"] == "blog"


def test_init(leica: Runner, tmp_path: Path) -> None:
    code, out, err = leica("init", str(tmp_path / "mine"), "--pack", "companies")
    assert (code, out) == (0, "")
    assert "put articles into" in err
    assert leica("claims", "--root", str(tmp_path / "mine"))[:2] == (0, "0 claims\n")


def test_the_help_of_init_names_every_pack_that_ships(leica: Runner) -> None:
    told = " ".join(leica("init", "--help")[1].split())
    assert f"read with: {' or '.join(pack_names())}." in told


def test_sources_and_entities(leica: Runner) -> None:
    assert "The Making of Sigma" in leica("sources")[1]
    assert [row["id"] for row in json.loads(leica("sources", "--json")[1])] == ["blog", "maker"]
    assert leica("entities")[1].endswith("3 entities\n")
    assert len(json.loads(leica("entities", "--all", "--json")[1])) > 50


def test_extract_reads_standard_input(leica: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    words = "Tamron was founded by Takeyuki Arai."
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(words.encode())))
    code, out, _ = leica("extract", "-")
    assert (code, json.loads(out)["quote"]) == (0, "Tamron was founded by Takeyuki Arai")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(words.encode())))
    code, out, err = leica("extract", "-", "--max-bytes", "10")
    assert (code, out) == (2, "")
    assert "standard input: more than the 10 bytes that are read" in err
    assert leica("extract", "-", "a.txt")[0] == 2
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("Zürich".encode("latin-1"))))
    code, out, err = leica("extract", "-")
    assert (code, out) == (2, "")
    assert "standard input: not UTF-8: byte 1" in err
    monkeypatch.setattr(
        "sys.stdin", io.TextIOWrapper(io.BytesIO("Zürichs Orlik was founded by Tom Ek.".encode("latin-1")))
    )
    assert json.loads(leica("extract", "-", "--encoding", "latin-1")[1])["subject"]


def test_extract_needs_no_base_for_a_text_or_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    article = tmp_path / "article.txt"
    article.write_text("By Jane Doe | March 3, 2021\n\nTamron was founded by Takeyuki Arai.\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for given in (["--text", article.read_text(encoding="utf-8")], [str(article)]):
        assert run(["extract", *given]) == 0
        printed = capsys.readouterr()
        claim = json.loads(printed.out)
        assert (claim["subject"], claim["time"]["stated"]) == ("tamron", "2021-03-03")
        assert printed.err == "note: no base here; read with the vocabulary of the pack leica\n"
    assert list(tmp_path.iterdir()) == [article]
    for given in ([], ["--text", "x", "--root", str(tmp_path)]):
        assert run(["extract", *given]) == 2
        assert "no base here or above" in capsys.readouterr().err


def test_a_markdown_title_is_shown_without_its_signs(leica: Runner) -> None:
    for title in ("# The Making of Tamron", "**The Making of Tamron**"):
        out = leica("extract", "--text", f"{title}\n\nTamron was founded by Takeyuki Arai.", "--format", "text")[1]
        assert "“The Making of Tamron”" in out


def test_extract(leica: Runner) -> None:
    text = "Tamron was founded by Takeyuki Arai. Was Sigma founded by Eva Ray?"
    claim, refused = (json.loads(row) for row in leica("extract", "--text", text, "--explain")[1].splitlines())
    assert claim["quote"] == "Tamron was founded by Takeyuki Arai"
    assert refused["refused"]
    out = leica("extract", "--text", text, "--explain", "--format", "text")[1]
    assert "Tamron was founded by Takeyuki Arai\n" in out
    assert "refused, " in out
    assert all(word in out for word in ("frame ", "rule ", "mention "))
    assert out.endswith("1 claim, 1 sentence without one\n")


def test_what_a_person_should_know_stands_on_stderr(leica: Runner, base: Path) -> None:
    change_year(base)
    code, _, err = leica("ask", "when was sigma founded")
    assert code == 0
    assert err.startswith("note: maker is newer than the claims")


def test_a_person_at_a_terminal_gets_frames(leica: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("leica_kb.cli.output.is_terminal", lambda: True)
    assert "╭─" in leica("contradictions")[1]
    monkeypatch.setattr("leica_kb.cli.exchanging.is_terminal", lambda: True)
    assert "without one" in leica("extract", "--text", "Sigma was founded by Eva Ray.")[1]


def test_escape_sequences_of_articles_do_nothing(leica: Runner, base: Path) -> None:
    seed = base / "seeds" / "maker.yaml"
    seed.write_text('title: "Red \\e[31m alert"\npublisher: Lens World\n')
    text, data = leica("sources")[1], leica("sources", "--json")[1]
    assert "\x1b" not in text + data
    assert "␛[31m" in text
    assert json.loads(data)[1]["title"] == "Red \x1b[31m alert"


def test_a_finding_spells_undeclared_names_as_the_articles_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    assert run(["init", str(tmp_path / "base"), "--pack", "companies"]) == 0
    for name, year in (("one", 1917), ("two", 1918)):
        (tmp_path / "base" / "seeds" / f"{name}.txt").parent.mkdir(exist_ok=True)
        (tmp_path / "base" / "seeds" / f"{name}.txt").write_text(f"Zorkman Corporation was founded in {year}.\n")
    run(["build", "--root", str(tmp_path / "base")])
    run(["contradictions", "--root", str(tmp_path / "base")])
    out = " ".join(capsys.readouterr().out.split())
    assert "says that Zorkman Corporation was founded in 1917, but" in out
    assert "that zorkman" not in out
