"""Trains with PyTorch when told to; PyTorch.java starts it.

usage: training.py INPUTS LABELS SAMPLES    raw float32 images of 28 x 28, raw int32 labels

Says PyTorch's version, then reads lines "NETWORK STEPS" and answers each with wall seconds and CPU seconds of the updates.
"""
import sys
import time

import torch
from torch import nn

BATCH = 128

NETWORKS = {
    "mlp": lambda: nn.Sequential(
        nn.Flatten(), nn.Linear(784, 256), nn.ReLU(), nn.Linear(256, 128), nn.ReLU(), nn.Linear(128, 10)),
    "lenet": lambda: nn.Sequential(
        nn.Conv2d(1, 20, 5), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(20, 50, 5), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(), nn.Linear(800, 128), nn.ReLU(), nn.Linear(128, 10)),
}


def train(network, inputs, labels, steps):
    optimizer = torch.optim.Adam(network.parameters(), lr=1e-3)
    loss = nn.CrossEntropyLoss()
    per_epoch = len(labels) // BATCH
    for step in range(steps):
        if step % per_epoch == 0:
            order = torch.randperm(len(labels))
        rows = order[step % per_epoch * BATCH:][:BATCH]
        optimizer.zero_grad()
        loss(network(inputs[rows]), labels[rows]).backward()
        optimizer.step()


def main():
    samples = int(sys.argv[3])
    torch.set_num_threads(1)
    inputs = torch.from_file(sys.argv[1], size=samples * 784, dtype=torch.float32).reshape(-1, 1, 28, 28).clone()
    labels = torch.from_file(sys.argv[2], size=samples, dtype=torch.int32).long()
    print("PyTorch", torch.__version__, flush=True)
    for line in sys.stdin:
        name, steps = line.split()
        network = NETWORKS[name]()
        wall, cpu = time.perf_counter(), time.thread_time()
        train(network, inputs, labels, int(steps))
        print(time.perf_counter() - wall, time.thread_time() - cpu, flush=True)


if __name__ == "__main__":
    main()
