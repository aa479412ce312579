"""Matrices in little room: eight bits a number, on a scale of its own for every column."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

    from interview_coding.engines.base import Arrays

_LEVELS = 127


def pack_matrix(name: str, matrix: np.ndarray) -> dict[str, np.ndarray]:
    """Return a matrix as arrays; `unpack_matrix` makes it anew to 1/254 of a column's largest number."""
    scale = np.abs(matrix).max(axis=0, initial=1e-12) / _LEVELS
    return {name: np.rint(matrix / scale).astype(np.int8), f"{name} scale": scale.astype(np.float32)}


def unpack_matrix(name: str, arrays: Arrays) -> np.ndarray:
    """Return the matrix that `pack_matrix` packed."""
    matrix: np.ndarray = arrays[name].astype(np.float32) * arrays[f"{name} scale"]
    return matrix


def rounded(matrix: np.ndarray) -> np.ndarray:
    """Return a matrix as it comes back when it was packed."""
    return unpack_matrix("", pack_matrix("", matrix))


def pack_sparse(name: str, matrix: csr_matrix) -> dict[str, np.ndarray]:
    """Return a sparse matrix as arrays, its numbers with half precision."""
    return {
        f"{name} data": matrix.data.astype(np.float16),
        f"{name} indices": matrix.indices.astype(np.int32),
        f"{name} indptr": matrix.indptr.astype(np.int32),
        f"{name} shape": np.array(matrix.shape, np.int32),
    }


def unpack_sparse(name: str, arrays: Arrays) -> csr_matrix:
    """Return the matrix that `pack_sparse` packed."""
    from scipy.sparse import csr_matrix

    parts = tuple(arrays[f"{name} {part}"] for part in ("data", "indices", "indptr"))
    return csr_matrix((parts[0].astype(np.float32), *parts[1:]), shape=tuple(arrays[f"{name} shape"]))
