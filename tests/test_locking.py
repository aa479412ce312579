import subprocess
import sys

import pytest

from interview_coding.locking import lock

HOLD = (
    "import sys; from pathlib import Path; from interview_coding.locking import lock; lock(Path(sys.argv[1]))"
)
WAIT = "; print('held', flush=True); sys.stdin.read()"


def run(results):
    command = [sys.executable, "-c", HOLD, str(results)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60)


def test_the_folder_is_made_and_a_second_run_in_it_stops(tmp_path):
    results = tmp_path / "ud" / "results"
    lock(results)
    with pytest.raises(SystemExit) as stop:
        lock(results)
    message = f"Another run is writing to {results}. Wait for it, or give another results folder."
    assert stop.value.code == message
    other = run(results)
    assert (other.returncode, other.stderr.strip()) == (1, message)


def test_other_folders_are_free(tmp_path):
    lock(tmp_path / "a")
    assert run(tmp_path / "b").returncode == 0


def test_a_killed_process_leaves_no_lock(tmp_path):
    command = [sys.executable, "-c", HOLD + WAIT, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout.readline() == "held\n"
        assert run(tmp_path).returncode == 1
        holder.kill()
        holder.wait()
        assert run(tmp_path).returncode == 0
