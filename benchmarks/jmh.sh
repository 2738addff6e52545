#!/bin/sh
# The micro-benchmarks whose names match a pattern, all without one. What follows goes to JMH: -h lists it.
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
. "$here/java.sh"
measure org.openjdk.jmh.Main "$@"
