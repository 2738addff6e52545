#!/usr/bin/env python3
"""Panels H and I in NumPy, for an independent check: active units and rank of the last hidden layer before and after training.

    python3 reference.py FUNCTION LEVELS EPOCHS SEED [--points N] [--rate R] [--raw] [--mean]

LEVELS 0 is the continuous function; --mean cuts it at its mean. Takes half a minute of one core for 1,000 epochs of panel I.
"""
import argparse
import os
os.environ.setdefault("OMP_NUM_THREADS", "1")
import numpy as np

DOMAINS = {"dixon-price": (-10, 10), "rosenbrock": (-5, 10), "sphere": (-5.12, 5.12), "zakharov": (-5, 10),
           "michalewicz": (0, np.pi), "schwefel": (-500, 500), "styblinski-tang": (-5, 5)}


def value(name, x):
    i = np.arange(1, x.shape[1] + 1)
    if name == "dixon-price":
        return (x[:, 0] - 1) ** 2 + (i[1:] * (2 * x[:, 1:] ** 2 - x[:, :-1]) ** 2).sum(1)
    if name == "rosenbrock":
        return (100 * (x[:, 1:] - x[:, :-1] ** 2) ** 2 + (x[:, :-1] - 1) ** 2).sum(1)
    if name == "sphere":
        return (x ** 2).sum(1)
    if name == "zakharov":
        w = (0.5 * i * x).sum(1)
        return (x ** 2).sum(1) + w ** 2 + w ** 4
    if name == "michalewicz":
        return -(np.sin(x) * np.sin(i * x ** 2 / np.pi) ** 20).sum(1)
    if name == "schwefel":
        return 418.9829 * x.shape[1] - (x * np.sin(np.sqrt(np.abs(x)))).sum(1)
    return 0.5 * (x ** 4 - 16 * x ** 2 + 5 * x).sum(1)


def main():
    p = argparse.ArgumentParser()
    p.add_argument("function"); p.add_argument("levels", type=int); p.add_argument("epochs", type=int)
    p.add_argument("seed", type=int); p.add_argument("--points", type=int, default=10000)
    p.add_argument("--rate", type=float, default=1e-3); p.add_argument("--raw", action="store_true")
    p.add_argument("--mean", action="store_true"); p.add_argument("--log", type=int, default=0)
    a = p.parse_args()
    rng = np.random.default_rng(a.seed)
    x = rng.uniform(*DOMAINS[a.function], (a.points, 20))
    f = value(a.function, x)
    n = a.points // 2
    if a.mean:
        y = (f > f[:n].mean()).astype(float)
    elif a.levels:
        y = np.searchsorted(np.quantile(f[:n], np.arange(1, a.levels) / a.levels), f, side="right") / a.levels
    else:
        y = f
    y = (y - y[:n].mean()) / y[:n].std()
    if not a.raw:
        x = (x - x[:n].mean(0)) / x[:n].std(0)
    x = x.astype(np.float32); y = y.astype(np.float32)[:, None]
    sizes = [20, 160, 80, 40, 1]
    theta = []
    for m, k in zip(sizes, sizes[1:]):
        theta += [rng.uniform(-m ** -0.5, m ** -0.5, (m, k)).astype(np.float32),
                  rng.uniform(-m ** -0.5, m ** -0.5, k).astype(np.float32)]
    first = [np.zeros_like(t) for t in theta]; second = [np.zeros_like(t) for t in theta]

    def forward(z):
        values = [z]
        for l in range(4):
            z = z @ theta[2 * l] + theta[2 * l + 1]
            if l < 3:
                z = np.maximum(z, 0)
            values.append(z)
        return values

    def told():
        hidden = forward(x[n:])
        active = (hidden[3] > 0).sum(1).mean()
        ranks = []
        for i in range(200):
            m = theta[0] * (hidden[1][i] > 0)
            m = (m @ theta[2]) * (hidden[2][i] > 0)
            m = (m @ theta[4]) * (hidden[3][i] > 0)
            s = np.linalg.svd(m.astype(np.float64), compute_uv=False)
            ranks.append((s > 40 * 1.1920929e-07 * s[0]).sum() if s[0] > 0 else 0)
        return f"{active:.2f} {np.mean(ranks):.2f}"

    before = told()
    step = 0
    for epoch in range(1, a.epochs + 1):
        order = rng.permutation(n)
        for at in range(0, n, 64):
            rows = order[at:at + 64]
            values = forward(x[rows])
            g = 2 * (values[4] - y[rows]) / len(rows)
            step += 1
            c1 = 1 - 0.9 ** step; c2 = 1 - 0.999 ** step
            grads = [None] * 8
            for l in (3, 2, 1, 0):
                grads[2 * l] = values[l].T @ g; grads[2 * l + 1] = g.sum(0)
                if l:
                    g = (g @ theta[2 * l].T) * (values[l] > 0)
            for t, m, v, d in zip(theta, first, second, grads):
                m += 0.1 * (d - m); v += 0.001 * (d * d - v)
                t -= np.float32(a.rate / c1) * m / (np.sqrt(v / np.float32(c2)) + 1e-8)
        if a.log and epoch % a.log == 0:
            print("#", epoch, told(), flush=True)
    name = "mean" if a.mean else str(a.levels)
    print(a.function, name, a.epochs, a.seed, "before", before, "after", told(), flush=True)


main()
