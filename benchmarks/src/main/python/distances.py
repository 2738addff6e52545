"""GUDHI's distances, for DistanceSpeed: reads a question a line, answers with the distance and the seconds it took."""

import sys
import time

import gudhi
import gudhi.hera
import numpy


def diagram(text):
    return numpy.array([float(word) for word in text.split()], dtype=float).reshape(-1, 2)


print("GUDHI " + gudhi.__version__, flush=True)
for line in sys.stdin:
    order, norm, a, b = line.split(";")
    order, norm, a, b = float(order), float(norm), diagram(a), diagram(b)
    wall, cpu = time.perf_counter(), time.process_time()
    if order == numpy.inf:
        distance = gudhi.bottleneck_distance(a, b)
    else:
        distance = gudhi.hera.wasserstein_distance(a, b, order=order, internal_p=norm, delta=0.01)
    print(repr(float(distance)), time.perf_counter() - wall, time.process_time() - cpu, flush=True)
