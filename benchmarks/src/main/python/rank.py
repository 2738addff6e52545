"""Ranks of a network's composed maps, one input after another, as with NumPy alone; NumPy.java starts it.

usage: rank.py FILE.npz float32|float64    weights w1, w2, ... of shape (units, inputs); masks m1, m2, ... of shape (inputs, units)

The map to a layer is the product of full matrices whose rows are masked, its rank the number of singular values above
max(rows, columns) times float32's epsilon times the largest: numpy.linalg.matrix_rank's rule for float32.

Says NumPy's version; then for each input the ranks; then, after "near", one line "INPUT LAYER RATIO" for each singular value
within 1e-3 of its threshold; then, after "seconds", the wall and CPU seconds of all.
"""
import sys
import time

import numpy as np

NEAR = 1e-3


def ranks(weights, masks, near, number):
    found = []
    product = None
    for layer, (weight, mask) in enumerate(zip(weights, masks)):
        masked = mask[:, None] * weight
        product = masked if product is None else masked @ product
        if product.dtype == np.float32:
            found.append(np.linalg.matrix_rank(product))
        else:
            values = np.linalg.svd(product, compute_uv=False)
            threshold = max(product.shape) * np.finfo(np.float32).eps * values[0]
            found.append(np.count_nonzero(values > threshold))
            ratios = values / threshold if threshold > 0 else values
            near += [(number, layer, ratio) for ratio in ratios[np.abs(ratios - 1) < NEAR]]
    return found


def main():
    kind = np.dtype(sys.argv[2])
    with np.load(sys.argv[1]) as arrays:
        layers = range(1, 1 + len(arrays.files) // 2)
        weights = [np.ascontiguousarray(arrays["w%d" % layer], dtype=kind) for layer in layers]
        masks = [np.ascontiguousarray(arrays["m%d" % layer], dtype=kind) for layer in layers]
    near = []
    found = []
    wall, cpu = time.perf_counter(), time.process_time()
    for number in range(len(masks[0])):
        found.append(ranks(weights, [mask[number] for mask in masks], near, number))
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    print(np.__version__)
    for line in found:
        print(*line)
    print("near")
    for line in near:
        print(*line)
    print("seconds")
    print(wall, cpu)


if __name__ == "__main__":
    main()
