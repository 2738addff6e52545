#!/bin/sh
# Speed of the rank probe beside NumPy's matrix_rank; --help tells the options.
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
. "$here/java.sh"
measure org.crease.benchmarks.rank.RankSpeed "$@"
