#!/bin/sh
# What attached probes cost a training; --help tells the options.
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
. "$here/java.sh"
measure org.crease.benchmarks.probing.ProbingCost "$@"
