#!/usr/bin/env python3
"""Makes the shipped data sets from Debian's packages; writes them beside this file and prints their SHA-256.

    apt-get install dataset-fashion-mnist
    apt-get download python3-sklearn
    python3 datasets/make.py python3-sklearn_*_all.deb

Needs only Python's standard library and dpkg-deb. The SHA-256 of the uncompressed files, which the manifest holds, do not
depend on the version of zlib; the compressed bytes may.

Fashion-MNIST is thinned to 1200 training and 200 test images of each class: those whose pixels have the smallest SHA-256,
in their original order.
"""

import gzip
import hashlib
import io
import struct
import subprocess
import sys
import tarfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
FASHION = Path("/usr/share/datasets/fashion-mnist")
SKLEARN = "./usr/lib/python3/dist-packages/sklearn/datasets/data/"
PIXELS = 28 * 28
MEASURES = ["radius", "texture", "perimeter", "area", "smoothness", "compactness", "concavity", "concave_points",
            "symmetry", "fractal_dimension"]


def write(folder, name, content):
    target = HERE / folder / (name + ".gz")
    target.parent.mkdir(exist_ok=True)
    with open(target, "wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as packed:
        packed.write(content)
    print(f"{folder}/{name}.gz bytes: {len(content)} sha256: {hashlib.sha256(content).hexdigest()}")


def thin_fashion(split, per_class):
    images = gzip.open(FASHION / f"{split}-images-idx3-ubyte.gz").read()[16:]
    labels = gzip.open(FASHION / f"{split}-labels-idx1-ubyte.gz").read()[8:]
    pictures = [images[i * PIXELS:(i + 1) * PIXELS] for i in range(len(labels))]
    by_hash = sorted(range(len(labels)), key=lambda i: (hashlib.sha256(pictures[i]).digest(), i))
    chosen = sorted(i for c in range(10) for i in [j for j in by_hash if labels[j] == c][:per_class])
    write("fashion-mnist-small", f"{split}-images-idx3-ubyte",
          struct.pack(">IIII", 0x803, len(chosen), 28, 28) + b"".join(pictures[i] for i in chosen))
    write("fashion-mnist-small", f"{split}-labels-idx1-ubyte",
          struct.pack(">II", 0x801, len(chosen)) + bytes(labels[i] for i in chosen))


def sklearn_file(package, name):
    tar = subprocess.run(["dpkg-deb", "--fsys-tarfile", package], check=True, stdout=subprocess.PIPE).stdout
    return tarfile.open(fileobj=io.BytesIO(tar)).extractfile(SKLEARN + name).read()


def digits(package):
    write("digits", "digits.csv", gzip.decompress(sklearn_file(package, "digits.csv.gz")))


def breast_cancer(package):
    rows = sklearn_file(package, "breast_cancer.csv").split(b"\n", 1)[1]
    columns = [f"{figure}_{measure}" for figure in ("mean", "error", "worst") for measure in MEASURES]
    write("breast-cancer", "breast-cancer.csv", ",".join(columns + ["class"]).encode() + b"\n" + rows)


def main():
    thin_fashion("train", 1200)
    thin_fashion("t10k", 200)
    digits(sys.argv[1])
    breast_cancer(sys.argv[1])


if __name__ == "__main__":
    main()
