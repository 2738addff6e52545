#!/bin/sh
# Time to the first view of runs in a browser, and memory; --help tells the options.
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
. "$here/java.sh"
measure org.crease.benchmarks.inspector.InspectorSpeed "$@"
