#!/bin/sh
# Speed of the probes partition and overlap; --help tells the options.
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
. "$here/java.sh"
measure org.crease.benchmarks.regions.RegionSpeed "$@"
