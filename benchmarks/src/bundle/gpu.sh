#!/bin/sh
# Speed of Crease's kernels on a graphics card beside the Java implementations; --help tells the options. Needs nothing but a
# driver: Java and all jars lie beside this file.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1
options="-XX:+UseParallelGC -Djava.awt.headless=true"
if "$here/java/bin/java" --sun-misc-unsafe-memory-access=allow -version > /dev/null 2>&1; then
    options="$options --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
fi
# shellcheck disable=SC2086
exec "$here/java/bin/java" $options ${CREASE_JAVA_OPTS:-} -cp "$here/lib/*" \
    org.crease.benchmarks.gpu.GpuSpeed "$@"
