#!/bin/sh
# Speed of a sweep of random networks beside the same in plain NumPy; --help tells the options.
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
. "$here/java.sh"
measure org.crease.benchmarks.sweep.SweepSpeed "$@"
