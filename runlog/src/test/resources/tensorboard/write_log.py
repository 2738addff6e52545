"""Writes the log directory beside this file as trainings of others do, with PyTorch's SummaryWriter and TensorBoard's own
summary functions, and golden.csv: what TensorBoard's reader makes of it.

    python3 write_log.py .        made with torch 2.13.0, tensorboard 2.21.0, numpy 2.4.6

The tests need none of these. Runs: mlp (PyTorch), mlp/both_a, mlp/both_b and mlp/trial (which it makes by itself),
resumed (two files, the second with purge_step), tensors (summaries of TensorFlow 2's form). golden.csv has no resumed: the
reader in Python takes the first session start of a run for its beginning and keeps what purge_step means to purge;
TensorBoard's data server does not.
"""

import csv
import glob
import os
import shutil
import sys

import numpy as np
from tensorboard.backend.event_processing.plugin_event_accumulator import EventAccumulator
from tensorboard.compat.proto import event_pb2, summary_pb2, types_pb2
from tensorboard.plugins.histogram import metadata as histogram_metadata
from tensorboard.plugins.scalar import metadata as scalar_metadata
from tensorboard.summary.writer.event_file_writer import EventFileWriter
from tensorboard.util import tensor_util
from torch.utils.tensorboard import SummaryWriter

START = 1700000000


def rename(directory, seconds):
    """Takes the machine's name and the time out of the newest file's name."""
    newest = max(glob.glob(directory + "/events.out.tfevents.*"), key=os.path.getmtime)
    os.rename(newest, f"{directory}/events.out.tfevents.{seconds}.host.1.0")


def pytorch(directory):
    with SummaryWriter(directory) as w:
        for step in range(0, 50, 5):
            time = START + step
            w.add_scalar("Loss/train", 1 / (1 + step), step, walltime=time)
            w.add_scalar("Loss/new", 2 / (1 + step), step, walltime=time, new_style=True)
            w.add_scalar("Loss/double", 3 / (1 + step), step, walltime=time, new_style=True, double_precision=True)
        w.add_scalar("odd", float("nan"), 1, walltime=START)
        w.add_scalar("odd", float("-inf"), 2, walltime=START)
        for step in (0, 25):
            w.add_histogram("fc1/weight", np.linspace(-1 - step, 1, 101), step, walltime=START + step)
            w.add_histogram("fc1/auto", np.linspace(0, 1, 64), step, bins=4, walltime=START + step)
            w.add_histogram("fc1/equal", np.full(9, 3.0), step, walltime=START + step)
        w.add_text("notes", "**hello**", 0, walltime=START)
        w.add_image("digit", np.zeros((1, 4, 4), dtype=np.uint8), 0, walltime=START)
        w.add_scalars("both", {"a": 1.0, "b": 2.0}, 3, walltime=START + 3)
        w.add_hparams({"lr": 0.1, "bs": 32, "opt": "sgd"}, {"hparam/acc": 0.5}, run_name="trial")
    for inner in ("", "/both_a", "/both_b", "/trial"):
        rename(directory + inner, START)


def resumed(directory):
    with SummaryWriter(directory) as w:
        for step in range(10):
            w.add_scalar("x", step, step, walltime=START + step)
    rename(directory, START)
    with SummaryWriter(directory, purge_step=6) as w:
        for step in range(6, 9):
            w.add_scalar("x", 100 + step, step, walltime=START + 50 + step)
    rename(directory, START + 50)


def tensors(directory):
    writer = EventFileWriter(directory)

    def write(step, tag, metadata, tensor):
        value = summary_pb2.Summary.Value(tag=tag, metadata=metadata, tensor=tensor)
        event = event_pb2.Event(wall_time=START + step, step=step, summary=summary_pb2.Summary(value=[value]))
        writer.add_event(event)

    scalar = scalar_metadata.create_summary_metadata("", "")
    histogram = histogram_metadata.create_summary_metadata("", "")
    for step in range(3):
        write(step, "loss", scalar, tensor_util.make_tensor_proto(np.float32(0.5 / (step + 1))))
        write(step, "count", scalar, tensor_util.make_tensor_proto(np.int64(7 * step)))
        rows = np.array([[0, 1, 3], [1, 2, 4 + step]], dtype=np.float64)
        write(step, "weights", histogram, tensor_util.make_tensor_proto(rows))
        alike = tensor_util.make_tensor_proto(np.ones((2, 3), dtype=np.float32))
        del alike.float_val[:]
        alike.ClearField("tensor_content")
        alike.float_val.append(1)
        write(step, "alike", histogram, alike)
    writer.close()
    rename(directory, START)


def golden(root):
    runs = {os.path.dirname(f) for f in glob.glob(root + "/**/*tfevents*", recursive=True)}
    for run in sorted(runs - {root + "/resumed"}):
        accumulator = EventAccumulator(run, size_guidance={"tensors": 0})
        accumulator.Reload()
        for tag in sorted(accumulator.Tags()["tensors"]):
            plugin = accumulator.SummaryMetadata(tag).plugin_data.plugin_name
            if plugin in ("scalars", "histograms"):
                for e in accumulator.Tensors(tag):
                    numbers = tensor_util.make_ndarray(e.tensor_proto).astype(np.float64).reshape(-1)
                    yield [os.path.relpath(run, root), tag, plugin, e.step, e.wall_time, *map(repr, map(float, numbers))]


root = sys.argv[1]
shutil.rmtree(root + "/log", ignore_errors=True)
pytorch(root + "/log/mlp")
resumed(root + "/log/resumed")
tensors(root + "/log/tensors")
with open(root + "/golden.csv", "w", newline="") as out:
    csv.writer(out, lineterminator="\n").writerows(golden(root + "/log"))
