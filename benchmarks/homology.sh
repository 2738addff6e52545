#!/bin/sh
# Speed of persistent homology beside Ripser and GUDHI; --help tells the options.
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
. "$here/java.sh"
measure org.crease.benchmarks.homology.HomologySpeed "$@"
