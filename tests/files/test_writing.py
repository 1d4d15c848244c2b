"""A reader finds the old bytes or the new, whatever happens to the writer."""

from __future__ import annotations

import errno
import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from leica_kb.errors import BusyError, InputError, OutsideRootError
from leica_kb.files import lock, locking, write_atomic


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def _git(folder: Path, *words: str) -> str:
    done = subprocess.run(["git", "-C", str(folder), *words], check=True, capture_output=True, text=True)  # noqa: S603, S607  a repository of the test's own
    return done.stdout


def test_new_files_and_folders_are_made(tmp_path: Path) -> None:
    write_atomic(tmp_path / "claims" / "decisions" / "a.yaml", b"one")
    assert (tmp_path / "claims" / "decisions" / "a.yaml").read_bytes() == b"one"
    assert _names(tmp_path / "claims" / "decisions") == ["a.yaml"]


def test_git_is_told_to_keep_nothing_that_can_be_made_anew(tmp_path: Path) -> None:
    write_atomic(tmp_path / "claims" / "a.yaml", b"one")
    write_atomic(tmp_path / ".leica_kb" / "texts" / "a", b"one")
    with lock(tmp_path / "other"):
        _git(tmp_path, "init", "-q")
        _git(tmp_path, "add", ".")
    assert _git(tmp_path, "ls-files") == "claims/a.yaml\n"
    assert _names(tmp_path / "other" / ".leica_kb") == [".gitignore", "lock"]


def test_a_person_may_have_git_keep_it(tmp_path: Path) -> None:
    write_atomic(tmp_path / ".leica_kb" / "a", b"one")
    (tmp_path / ".leica_kb" / ".gitignore").write_text("lock\n")
    write_atomic(tmp_path / ".leica_kb" / "a", b"two")
    assert (tmp_path / ".leica_kb" / ".gitignore").read_text() == "lock\n"


def test_permissions_are_kept_and_new_ones_follow_the_mask(tmp_path: Path) -> None:
    path = tmp_path / "a"
    mask = os.umask(0o027)
    try:
        write_atomic(path, b"one")
    finally:
        os.umask(mask)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    path.chmod(0o604)
    write_atomic(path, b"two")
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"two", 0o604)


def test_a_file_made_read_only_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    path.chmod(0o444)
    with pytest.raises(InputError, match="no permission"):
        write_atomic(path, b"new")
    assert (path.read_bytes(), _names(tmp_path)) == (b"old", ["a"])


@pytest.mark.parametrize(
    ("step", "number", "words"),
    [
        ("fsync", errno.ENOSPC, "disk is full"),
        ("fchmod", errno.EPERM, "no permission"),
        ("replace", errno.EROFS, "read-only"),
        ("replace", errno.EIO, "Input/output"),
    ],
)
def test_a_failing_system_leaves_the_old_file_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, number: int, words: str
) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patched:
        patched.setattr(os, step, fail)
        with pytest.raises(InputError, match=words):
            write_atomic(path, b"new")
    assert (path.read_bytes(), _names(tmp_path)) == (b"old", ["a"])


def test_a_folder_that_cannot_be_synced_is_no_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.fsync

    def only_files(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "not for folders")
        real(handle)

    monkeypatch.setattr(os, "fsync", only_files)
    write_atomic(tmp_path / "a", b"new")
    assert (tmp_path / "a").read_bytes() == b"new"


def test_a_name_that_is_too_long_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="name is too long"):
        write_atomic(tmp_path / ("x" * 300), b"new")


def test_one_writer_at_a_time_and_the_next_one_after(tmp_path: Path) -> None:
    with lock(tmp_path), pytest.raises(BusyError, match="wait for it"), lock(tmp_path):
        pass
    with lock(tmp_path):
        pass


def test_the_lock_sweeps_what_a_killed_writer_left(tmp_path: Path) -> None:
    left = tmp_path / "claims" / ".leica-kb-abc.tmp"
    left.parent.mkdir()
    left.write_bytes(b"half")
    kept = tmp_path / "claims" / "mine.tmp"
    kept.write_bytes(b"whole")
    with lock(tmp_path):
        assert _names(left.parent) == ["mine.tmp"]


HOLDER = """
import os, sys, time
from pathlib import Path
from leica_kb.files import lock
with lock(Path(sys.argv[1])):
    if os.fork() == 0:
        print("held", flush=True)
        time.sleep(60)
        os._exit(0)
    time.sleep(60)
"""


def test_the_lock_dies_with_its_owner_even_if_a_child_lives_on(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLDER, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, start_new_session=True) as owner:  # noqa: S603 - our own text
        assert owner.stdout is not None
        owner.stdout.readline()
        try:
            with pytest.raises(BusyError), lock(tmp_path):
                pass
            owner.kill()
            owner.wait()
            time.sleep(0.05)
            with lock(tmp_path):
                pass
        finally:
            os.killpg(owner.pid, signal.SIGKILL)


def test_a_child_lets_go_of_every_held_lock(tmp_path: Path) -> None:
    handle = os.open(tmp_path, os.O_RDONLY)
    locking._held.update({handle, 10**6})
    locking._let_go()
    assert locking._held == set()
    with pytest.raises(OSError, match="Bad file descriptor"):
        os.fstat(handle)


def test_a_lock_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / ".leica_kb").write_text("a file in the way")
    with pytest.raises(InputError, match="cannot be locked"), lock(tmp_path):
        pass


def test_a_lock_that_is_a_link_out_is_refused(tmp_path: Path) -> None:
    base = tmp_path / "base"
    base.mkdir()
    (tmp_path / "other").mkdir()
    (base / ".leica_kb").symlink_to(tmp_path / "other")
    with pytest.raises(OutsideRootError), lock(base):
        pass
    assert _names(tmp_path / "other") == []
