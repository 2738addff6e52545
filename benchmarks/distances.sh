#!/bin/sh
# Speed of distances between diagrams beside GUDHI; --help tells the options.
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
. "$here/java.sh"
measure org.crease.benchmarks.distances.DistanceSpeed "$@"
