"""Makes ranks.npz: single-precision matrices and the ranks that numpy.linalg.matrix_rank gives them. Run: python3 ranks.py"""
import numpy as np

rng = np.random.default_rng(20261122)
arrays = {}
count = 0


def keep(matrix):
    global count
    arrays[f"matrix_{count}"] = matrix.astype(np.float64)
    arrays[f"rank_{count}"] = np.array([np.linalg.matrix_rank(matrix)], dtype=np.int32)
    count += 1


def weights(rows, columns):
    bound = 1 / np.sqrt(columns)
    return rng.uniform(-bound, bound, (rows, columns)).astype(np.float32)


# Layers with some of their rows switched off, as the ranks of a sweep are of.
for rows, columns in ((5, 2), (10, 25), (25, 10), (40, 40), (60, 12)):
    w = weights(rows, columns)
    for point in range(6):
        active = w @ rng.uniform(-5, 5, columns).astype(np.float32) > 0
        keep(np.diag(active.astype(np.float32)) @ w)

# Rows that depend on others, exactly and nearly: 0.3 and 30 times the tolerance away.
for distance in (0.0, 0.3, 30.0):
    for rows, columns in ((8, 8), (30, 12), (12, 30)):
        u, s, v = np.linalg.svd(rng.standard_normal((rows, columns)), full_matrices=False)
        s = np.linspace(3, 1, len(s))
        s[-3:] = distance * max(rows, columns) * np.finfo(np.float32).eps * s[0]
        keep((u * s @ v).astype(np.float32))

keep(np.zeros((4, 3), dtype=np.float32))
keep(np.ones((4, 3), dtype=np.float32))
np.savez_compressed("ranks.npz", **arrays)
print(count, [int(arrays[f"rank_{i}"][0]) for i in range(count)])

# One network of three layers, its points, and the ranks of the composed maps of each point up to each layer.
layers = []
previous = 12
for units in (20, 9, 14):
    bound = 1 / np.sqrt(previous)
    layers.append((weights(units, previous), rng.uniform(-bound, bound, units).astype(np.float32)))
    previous = units
points = rng.uniform(-5, 5, (40, 12)).astype(np.float32)
ranks = np.zeros((3, len(points)), dtype=np.int32)
for i, x in enumerate(points):
    composed = np.eye(12, dtype=np.float32)
    for k, (w, b) in enumerate(layers):
        z = w @ x + b
        composed = np.diag((z > 0).astype(np.float32)) @ w @ composed
        x = np.maximum(z, 0)
        ranks[k, i] = np.linalg.matrix_rank(composed)
network = {"points": points.astype(np.float64), "ranks": ranks}
for k, (w, b) in enumerate(layers):
    network[f"weights_{k}"] = w.astype(np.float64)
    network[f"biases_{k}"] = b.astype(np.float64)
np.savez_compressed("network.npz", **network)
print(ranks)
