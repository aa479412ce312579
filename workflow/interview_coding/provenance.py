"""Which of the package's code a step runs, as a digest that changes when the code does."""

from __future__ import annotations

import ast
import hashlib
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parent


@cache
def code_digest(module: str) -> str:
    """Return a digest of a module of this package and of all that it imports from the package.

    Parameters
    ----------
    module
        Dotted name below the package, such as ``stages.annotate``.

    Returns
    -------
    str
        16 hex digits.

    Raises
    ------
    ModuleNotFoundError
        If the package has no such module.
    """
    if _path(module) is None:
        raise ModuleNotFoundError(f"{PACKAGE.name} has no module {module}")
    digest = hashlib.sha256()
    for path in sorted(_reached(module)):
        digest.update(path.relative_to(PACKAGE).as_posix().encode())
        digest.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()[:16]


def _reached(module: str) -> set[Path]:
    reached: set[Path] = set()
    waiting = [module]
    while waiting:
        path = _path(waiting.pop())
        if path is not None and path not in reached:
            reached.add(path)
            waiting.extend(_imports(path))
    return reached


def _path(module: str) -> Path | None:
    base = PACKAGE.joinpath(*module.split("."))
    return next((p for p in (base.with_suffix(".py"), base / "__init__.py") if p.is_file()), None)


def _imports(path: Path) -> list[str]:
    """Return the modules of this package that a file imports, at the top or inside functions."""
    prefix = f"{PACKAGE.name}."
    names = []
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith(prefix):
            module = node.module.removeprefix(prefix)
            names += [module, *(f"{module}.{alias.name}" for alias in node.names)]
        elif isinstance(node, ast.ImportFrom) and node.module == PACKAGE.name:
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.Import):
            names += [a.name.removeprefix(prefix) for a in node.names if a.name.startswith(prefix)]
    return names
