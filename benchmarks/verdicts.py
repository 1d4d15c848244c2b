"""Reviewers that are killed, starved of disk and raced: how many left a file, a comment or the log less than whole.

    python benchmarks/verdicts.py [TRIALS]     default: 150 of each kind; Linux only

Each trial writes verdicts on all claims of a base (two files, one line of the log, one act). After it every claim and
comment must be there, every file must load without a problem, every review that was written must stand in the log, and
a trial that told of a failure must have changed nothing.
"""
# ruff: noqa: S311 - chance is to be repeated

from __future__ import annotations

import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from crashes import child

from leica_kb.corpus import Limits
from leica_kb.kb import KnowledgeBase
from leica_kb.kb.ruling.verdicts import Known, judge
from leica_kb.model import Claim
from leica_kb.review import ClaimVerdict
from leica_kb.store import load_claims, load_log
from tests.conftest import write_base

COMMENT = b"# the year stands on the company's own page"


def claims_of(root: Path) -> Mapping[str, Claim]:
    return {claim.id: claim for file in load_claims(root)[0] for claim in file.claims}


def files_of(root: Path) -> Mapping[str, bytes]:
    paths = [*(root / "claims").glob("*.yaml"), root / "claims" / "log.jsonl"]
    return {path.name: path.read_bytes() for path in paths if path.exists()}


def rule(root: Path, number: int) -> None:
    """One act on every claim, told from others by its reason."""
    claims = claims_of(root)
    judge(root, Limits(), Known(claims), [ClaimVerdict(name, "reject", f"reason {number}") for name in sorted(claims)])


def ended(pid: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def is_whole(root: Path) -> bool:
    files, problems = load_claims(root)
    log = load_log(root)[0]
    told = {str(change["after"]["review"].get("because")) for entry in log for change in entry.change.values()}
    claims = [claim for file in files for claim in file.claims]
    reasons = {claim.review.because for claim in claims} - {None}
    return not problems and len(claims) == 5 and reasons <= told and COMMENT in files_of(root)["maker.yaml"]


def kill(root: Path, chance: random.Random) -> bool:
    def work() -> None:
        for number in range(1000):
            rule(root, number)

    pid = child(work)
    time.sleep(chance.uniform(0, 0.2))
    os.kill(pid, signal.SIGKILL)
    ended(pid)
    if not is_whole(root):
        return False

    rule(root, 5000)  # the lock died with its owner; a line cut short is closed by the next
    reasons = {claim.review.because for claim in claims_of(root).values()}
    return is_whole(root) and reasons == {"reason 5000"} and len(load_log(root)[1]) <= 1


def starve(root: Path, chance: random.Random) -> bool:
    before = files_of(root)

    def work() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (chance.randrange(1, 2500), 2500))
        rule(root, 1)

    code = ended(child(work))
    return is_whole(root) and (code == 0 or (code == 3 and files_of(root) == before))


def race(root: Path, chance: random.Random) -> bool:
    count = chance.randrange(2, 5)
    codes = [ended(pid) for pid in [child(lambda number=number: rule(root, number)) for number in range(count)]]
    reasons = {claim.review.because for claim in claims_of(root).values()}
    return {0, 3} >= set(codes) and is_whole(root) and len(reasons) == 1 and len(load_log(root)[0]) == codes.count(0)


def fill(root: Path, chance: random.Random) -> bool:
    """A disk with a little room, sometimes for the log and not for the files."""
    before = files_of(root)
    room = os.statvfs(root)
    ballast = root / "ballast"
    ballast.write_bytes(b"x" * max(room.f_bavail * room.f_frsize - chance.randrange(6) * 4096, 0))
    code = ended(child(lambda: rule(root, 1)))
    ballast.unlink()
    return is_whole(root) and (code == 0 or (code == 3 and files_of(root) == before))


def main(trials: int) -> int:
    chance = random.Random(17)
    bad = 0
    with tempfile.TemporaryDirectory() as folder:
        made = write_base(Path(folder) / "made")
        KnowledgeBase(made).build()
        (made / "claims" / "log.jsonl").unlink()
        disk = Path(folder) / "disk"
        disk.mkdir()
        command = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(disk)]
        mounted = subprocess.run(command, capture_output=True, check=False).returncode == 0
        try:
            for kind in (kill, starve, race, *([fill] if mounted else [])):
                failed = 0
                for _ in range(trials):
                    root = disk / "base"
                    shutil.copytree(made, root, ignore=shutil.ignore_patterns(".leica_kb"))
                    failed += not kind(root, chance)
                    shutil.rmtree(root)
                print(f"{kind.__name__}: {failed} of {trials} trials left less than whole", flush=True)
                bad += failed
        finally:
            if mounted:
                subprocess.run(["umount", str(disk)], check=True)
    return bad


if __name__ == "__main__":
    sys.exit(bool(main(int(sys.argv[1]) if len(sys.argv) > 1 else 150)))
