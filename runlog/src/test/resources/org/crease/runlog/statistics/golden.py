#!/usr/bin/env python3
"""Writes golden.csv: what SciPy says of samples, for TestsTest. Run as

    python3 golden.py > golden.csv

permutation: two-sided, of the difference of means; ranks: of the midranks (scipy.stats.rankdata), so with ties too; delta: from
scipy.stats.mannwhitneyu's statistic. The statistic is the absolute difference, so that "at least as large" is in both directions.
Where nothing is tied, ranks is checked against mannwhitneyu(method="exact").
"""
import numpy as np
import scipy
from scipy import stats


def permutation(a, b):
    def distance(x, y, axis):
        return np.abs(np.mean(x, axis=axis) - np.mean(y, axis=axis))

    return stats.permutation_test(
        (a, b), distance, vectorized=True, n_resamples=np.inf, alternative="greater").pvalue


def samples():
    rng = np.random.default_rng(20261122)
    for n, m in [(2, 2), (2, 6), (3, 3), (3, 5), (5, 3), (5, 5), (6, 7), (7, 7)]:
        yield rng.normal(0, 1, n).round(3), rng.normal(0.8, 1.5, m).round(3)
        yield rng.integers(0, 4, n).astype(float), rng.integers(0, 5, m).astype(float)
    yield np.array([1.0, 2, 3]), np.array([10.0, 11, 12])
    yield np.array([0.1, 0.2, 0.3]), np.array([0.3, 0.2, 0.1])
    yield np.array([5.0, 5, 5]), np.array([5.0, 5])
    yield np.array([0.0, 0, 0, 1]), np.array([0.0, 1, 1, 1, 1])


def text(values):
    return " ".join(repr(float(v)) for v in values)


print("# SciPy", scipy.__version__, "NumPy", np.__version__, "by golden.py")
print("first,second,permutation,ranks,delta")
for a, b in samples():
    ranks = stats.rankdata(np.concatenate([a, b]))
    p = permutation(ranks[:len(a)], ranks[len(a):])
    u = stats.mannwhitneyu(b, a)
    if len(set(ranks)) == len(ranks):
        exact = stats.mannwhitneyu(b, a, method="exact").pvalue
        assert abs(exact - p) < 1e-12, (a, b, exact, p)
    delta = 2 * u.statistic / (len(a) * len(b)) - 1
    print(",".join([text(a), text(b), repr(float(permutation(a, b))), repr(float(p)), repr(float(delta))]))
