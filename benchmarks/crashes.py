"""Writers that are killed, starved of disk, forbidden and raced: how many files were left corrupt or half-written.

    python benchmarks/crashes.py [TRIALS]     default: 150 of each kind; Linux only

After each trial every file of the base must be one of the whole versions that a writer meant to leave, and load without
a problem. A full disk is a tmpfs of 256 KB where mounting is allowed, else a limit on the size of files.
"""
# ruff: noqa: S311 - chance is to be repeated

from __future__ import annotations

import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from leica_kb.errors import BusyError, InputError
from leica_kb.files import lock
from leica_kb.model import Claim, EntityValue
from leica_kb.store import ClaimFile, assign_ids, claims_path, dump_claims, load_claim_file, save_claims
from leica_kb.store.paths import editor_line

SOURCE = "s"


def version(number: int, claims: int = 40) -> ClaimFile:
    """A file whose claims all carry the number, so that a mixture of two versions shows."""
    made = [
        Claim("", SOURCE, f"subject-{number}", "made_by", EntityValue("leica"), f"words {at} " + "x" * 40, at, at + 47)
        for at in range(claims)
    ]
    return ClaimFile(SOURCE, claims=assign_ids(made))


def write(root: Path, number: int) -> None:
    """One whole locked write, from what is there to the version."""
    with lock(root):
        current = load_claim_file(root, claims_path(SOURCE))[0] if (root / claims_path(SOURCE)).exists() else None
        wanted = version(number)
        save_claims(root, replace(current, claims=wanted.claims) if current else wanted)


def child(work: Callable[[], None]) -> int:
    """Run the work in a process of its own; its id."""
    pid = os.fork()
    if pid == 0:
        try:
            work()
        except (BusyError, InputError):
            os._exit(3)
        os._exit(0)
    return pid


def is_whole(root: Path) -> bool:
    """Whether the file is exactly one version, and nothing but a killed writer's leavings lies beside it."""
    file, problems = load_claim_file(root, claims_path(SOURCE))
    if file is None or problems:
        return False
    numbers = {claim.subject.removeprefix("subject-") for claim in file.claims}
    data = (root / claims_path(SOURCE)).read_bytes()
    whole = editor_line(claims_path(SOURCE), "claims").encode() + dump_claims(version(int(min(numbers))))
    return len(numbers) == 1 and data == whole


def kill(root: Path, chance: random.Random) -> bool:
    def work() -> None:
        for number in range(1, 1000):
            write(root, number)

    pid = child(work)
    time.sleep(chance.uniform(0, 0.06))
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    if not is_whole(root):
        return False
    write(root, 0)  # the lock died with its owner, and its leavings are swept
    return is_whole(root) and sorted(path.name for path in (root / "claims").iterdir()) == ["s.yaml"]


def starve(root: Path, chance: random.Random) -> bool:
    def work() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (chance.randrange(1, 4000), 4000))
        write(root, 1)

    _, status = os.waitpid(child(work), 0)
    return os.waitstatus_to_exitcode(status) == 3 and is_whole(root)


def forbid(root: Path, chance: random.Random) -> bool:
    path = root / claims_path(SOURCE)
    path.chmod(chance.choice((0o444, 0o400, 0o000)))
    before = path.read_bytes() if os.access(path, os.R_OK) else None
    _, status = os.waitpid(child(lambda: write(root, 1)), 0)
    path.chmod(0o644)
    return os.waitstatus_to_exitcode(status) == 3 and is_whole(root) and before in (None, path.read_bytes())


def race(root: Path, chance: random.Random) -> bool:
    pids = [child(lambda number=number: write(root, number)) for number in range(1, 2 + chance.randrange(1, 4))]
    statuses = [os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) for pid in pids]
    return {0, 3} >= set(statuses) and 0 in statuses and is_whole(root)


def fill(folder: Path, chance: random.Random) -> bool:
    """A disk with room for the file but not for its next version."""
    for path in folder.iterdir():
        path.unlink() if path.is_file() else None
    write(folder, 0)
    room = os.statvfs(folder)
    (folder / "ballast").write_bytes(b"x" * max(room.f_bavail * room.f_frsize - chance.randrange(1, 2) * 4096, 0))
    _, status = os.waitpid(child(lambda: write(folder, 1)), 0)
    return os.waitstatus_to_exitcode(status) == 3 and is_whole(folder)


@contextmanager
def small_disk() -> Iterator[Path | None]:
    with tempfile.TemporaryDirectory() as folder:
        command = ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", folder]
        mounted = subprocess.run(command, capture_output=True, check=False).returncode == 0
        try:
            yield Path(folder) if mounted else None
        finally:
            if mounted:
                subprocess.run(["umount", folder], check=True)


def main(trials: int) -> int:
    chance = random.Random(7)
    bad = 0
    for kind in (kill, starve, forbid, race):
        failed = 0
        for _ in range(trials):
            with tempfile.TemporaryDirectory() as folder:
                root = Path(folder)
                write(root, 0)
                failed += not kind(root, chance)
        print(f"{kind.__name__}: {failed} of {trials} trials left a file that is not whole")
        bad += failed
    with small_disk() as disk:
        if disk is None:
            print("fill: no tmpfs may be mounted here; see starve")
        else:
            failed = sum(not fill(disk, chance) for _ in range(trials))
            print(f"fill: {failed} of {trials} trials left a file that is not whole")
            bad += failed
    return bad


if __name__ == "__main__":
    sys.exit(bool(main(int(sys.argv[1]) if len(sys.argv) > 1 else 150)))
