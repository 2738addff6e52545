"""Ranks of a ReLU network's affine maps by NumPy, one input at a time.

Reads a network and inputs as JSON from standard input; prints one line a layer: the rank at each input, by the float32 rule.
"""
import json
import sys

import numpy


def window_sum(stack, weights, stride, padding):
    """Cross-correlation of a stack of images, shape (n, channels, height, width)."""
    stack = numpy.pad(stack, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    kernel = weights.shape[2]
    height = (stack.shape[2] - kernel) // stride + 1
    width = (stack.shape[3] - kernel) // stride + 1
    result = numpy.zeros((len(stack), len(weights), height, width))
    for y in range(height):
        for x in range(width):
            patch = stack[:, :, y * stride:y * stride + kernel, x * stride:x * stride + kernel]
            result[:, :, y, x] = numpy.tensordot(patch, weights, ((1, 2, 3), (1, 2, 3)))
    return result


def max_pool(value, tangents, kernel, stride):
    _, channels, rows, columns = value.shape
    height, width = (rows - kernel) // stride + 1, (columns - kernel) // stride + 1
    new_value = numpy.zeros((1, channels, height, width))
    new_tangents = numpy.zeros((len(tangents), channels, height, width))
    for c, y, x in numpy.ndindex(channels, height, width):
        patch = value[0, c, y * stride:y * stride + kernel, x * stride:x * stride + kernel]
        dy, dx = numpy.unravel_index(patch.argmax(), patch.shape)
        new_value[0, c, y, x] = patch[dy, dx]
        new_tangents[:, c, y, x] = tangents[:, c, y * stride + dy, x * stride + dx]
    return new_value, new_tangents


def rank(tangents):
    matrix = tangents.reshape(len(tangents), -1)
    values = numpy.linalg.svd(matrix, compute_uv=False)
    tolerance = max(matrix.shape) * numpy.finfo(numpy.float32).eps * values.max()
    return int(numpy.linalg.matrix_rank(matrix, tol=tolerance))


def ranks(point, shape, layers):
    value = numpy.array(point).reshape((1, *shape))
    tangents = numpy.eye(value.size).reshape((value.size, *shape))
    for layer in layers:
        if layer["kind"] == "max":
            value, tangents = max_pool(value, tangents, layer["kernel"], layer["stride"])
        elif layer["kind"] == "flatten":
            value, tangents = value.reshape(1, -1), tangents.reshape(len(tangents), -1)
        else:
            weights = numpy.array(layer["weights"]).reshape(layer["shape"])
            bias = numpy.array(layer["bias"])
            if layer["kind"] == "dense":
                value, tangents = value @ weights + bias, tangents @ weights
            else:
                value = window_sum(value, weights, layer["stride"], layer["padding"]) + bias[:, None, None]
                tangents = window_sum(tangents, weights, layer["stride"], layer["padding"])
        if layer["relu"]:
            tangents = tangents * (value > 0)
            value = numpy.maximum(value, 0)
        yield rank(tangents)


def main():
    case = json.load(sys.stdin)
    table = [list(ranks(point, case["input"], case["layers"])) for point in case["points"]]
    for row in zip(*table):
        print(*row)


main()
