"""GUDHI's Rips persistence for HomologySpeed: homology.py FILE FORMAT DIM THRESHOLD COLLAPSE prints as Ripser does.

FORMAT is point-cloud or lower-distance, THRESHOLD may be inf (then it is the enclosing radius), COLLAPSE the rounds of edge collapse.
"""

import sys

import gudhi
import numpy

file, form, dim, threshold, collapse = sys.argv[1], sys.argv[2], int(sys.argv[3]), float(sys.argv[4]), int(sys.argv[5])


def enclosing_radius(distances):
    return distances.max(axis=1).min()


def full(rows):
    square = numpy.zeros((len(rows), len(rows)))
    for i, row in enumerate(rows):
        square[i, :i] = row
    return square + square.T


def between(points):
    squares = (points**2).sum(axis=1)
    return numpy.sqrt(numpy.maximum(squares[:, None] + squares[None, :] - 2 * points @ points.T, 0))


if form == "point-cloud":
    points = numpy.loadtxt(file, ndmin=2)
    if numpy.isinf(threshold):
        threshold = enclosing_radius(between(points)) * (1 + 1e-6)
    rips = gudhi.RipsComplex(points=points, max_edge_length=threshold)
else:
    rows = [[]] + [[float(word) for word in line.split(",") if word.strip()] for line in open(file)]
    if numpy.isinf(threshold):
        threshold = enclosing_radius(full(rows))
    rips = gudhi.RipsComplex(distance_matrix=rows, max_edge_length=threshold)
tree = rips.create_simplex_tree(max_dimension=1)
if collapse:
    tree.collapse_edges(nb_iterations=collapse)
tree.expansion(dim + 1)
tree.compute_persistence(homology_coeff_field=2, min_persistence=0)
for k in range(dim + 1):
    print(f"persistence intervals in dim {k}:")
    for birth, death in tree.persistence_intervals_in_dimension(k):
        print(f" [{birth:.9g},{'' if numpy.isinf(death) else format(death, '.9g')} )")
