#!/bin/sh
# Speed of training beside bare Deeplearning4j and PyTorch; --help tells the options.
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
. "$here/java.sh"
measure org.crease.benchmarks.training.TrainingSpeed "$@"
