import numpy as np
from scipy.sparse import random as random_sparse

from interview_coding.engines.packing import pack_matrix, pack_sparse, rounded, unpack_matrix, unpack_sparse


def test_a_matrix_comes_back_to_within_half_a_level() -> None:
    matrix = np.random.default_rng(0).normal(size=(50, 4)) * [1, 10, 1e-3, 0]

    packed = pack_matrix("m", matrix)
    again = unpack_matrix("m", packed)

    assert packed["m"].dtype == np.int8
    assert (np.abs(again - matrix) <= np.abs(matrix).max(axis=0) / 254 * 1.001).all()
    np.testing.assert_allclose(rounded(again), again, rtol=1e-6)


def test_a_sparse_matrix_comes_back_with_half_precision() -> None:
    matrix = random_sparse(20, 30, 0.2, format="csr", random_state=0, dtype=np.float32)

    again = unpack_sparse("m", pack_sparse("m", matrix))

    assert again.shape == (20, 30)
    np.testing.assert_allclose(again.toarray(), matrix.toarray(), rtol=1e-3)
