"""Keep two runs from writing into one folder of results at the same time.

The operating system gives the lock back when the process ends, however it ends: unlike Snakemake's own
lock files it cannot be left behind by a crash.
"""

from __future__ import annotations

import sys
from pathlib import Path

from filelock import FileLock, Timeout

_held: list[FileLock] = []


def lock(results: Path) -> None:
    """Hold a folder of results until this process ends; leave the process if another holds it."""
    results.mkdir(parents=True, exist_ok=True)
    guard = FileLock(results / ".lock")
    try:
        guard.acquire(timeout=0)
    except Timeout:
        sys.exit(f"Another run is writing to {results}. Wait for it, or give another results folder.")
    _held.append(guard)
