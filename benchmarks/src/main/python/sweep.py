"""Panel A's sweep in plain NumPy: a loop of networks, the codewords of 100 points, matrix_rank for each distinct codeword.

Usage: sweep.py NETWORKS. Prints NumPy's version; for each cell its inputs, units, and the mean and deviation of the smallest
rank; then seconds and processor seconds, imports left out.
"""
import sys
import time

import numpy as np

SIZES = (2, 5, 10, 25, 50, 100)


def smallest_rank(inputs, units, rng):
    bound = 1 / np.sqrt(inputs)
    weights = rng.uniform(-bound, bound, (units, inputs)).astype(np.float32)
    biases = rng.uniform(-bound, bound, units).astype(np.float32)
    points = rng.uniform(-5, 5, (100, inputs)).astype(np.float32)
    codewords = np.unique(points @ weights.T + biases > 0, axis=0)
    return min(np.linalg.matrix_rank(np.diag(active.astype(np.float32)) @ weights) for active in codewords)


def main():
    networks = int(sys.argv[1])
    print(np.__version__)
    rng = np.random.default_rng(1)
    wall, cpu = time.perf_counter(), time.process_time()
    for inputs in SIZES:
        for units in SIZES:
            ranks = [smallest_rank(inputs, units, rng) for _ in range(networks)]
            print(inputs, units, np.mean(ranks), np.std(ranks, ddof=1))
    print(time.perf_counter() - wall, time.process_time() - cpu)


main()
