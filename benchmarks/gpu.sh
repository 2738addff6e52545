#!/bin/sh
# Speed of the kernels on a graphics card beside the Java implementations; --help tells the options.
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
. "$here/java.sh"
measure org.crease.benchmarks.gpu.GpuSpeed "$@"
