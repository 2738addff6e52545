"""The sweep of panel A in plain NumPy: a loop of networks, the codewords of 100 points, matrix_rank for each distinct one.

Prints seconds, and the mean of each cell for comparison. Usage: sweep.py NETWORKS
"""
import sys
import time

import numpy as np


def smallest_rank(inputs, units, rng):
    bound = 1 / np.sqrt(inputs)
    weights = rng.uniform(-bound, bound, (units, inputs)).astype(np.float32)
    biases = rng.uniform(-bound, bound, units).astype(np.float32)
    points = rng.uniform(-5, 5, (100, inputs)).astype(np.float32)
    codewords = np.unique(points @ weights.T + biases > 0, axis=0)
    return min(np.linalg.matrix_rank(np.diag(active.astype(np.float32)) @ weights) for active in codewords)


networks = int(sys.argv[1])
rng = np.random.default_rng(1)
start = time.perf_counter()
for inputs in (2, 5, 10, 25, 50, 100):
    for units in (2, 5, 10, 25, 50, 100):
        ranks = [smallest_rank(inputs, units, rng) for _ in range(networks)]
        print("cell", inputs, units, np.mean(ranks))
print("seconds", time.perf_counter() - start)
