# Read by the scripts in this folder: builds the benchmarks, then has `measure CLASS ARGUMENTS..` run one of them.
# JAVA_HOME chooses the JDK, as for ../crease.
set -eu

root=$(CDPATH='' cd -- "$here/.." && pwd -P)
built=$root/benchmarks/target/launcher
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

printf 'building\n' >&2
mkdir -p "$root/benchmarks/target"
if ! mvn -q -B -f "$root/pom.xml" -P launcher -pl benchmarks -am package > "$root/benchmarks/target/build.log" 2>&1; then
    tail -n 25 "$root/benchmarks/target/build.log" >&2
    exit 1
fi

measure() {
    # One thread of arithmetic for every contender, so that they do not fight for cores.
    export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1
    options="-Xmx4g -Djava.awt.headless=true -Dcrease.home=$root"
    options="$options -Dorg.deeplearning4j.crash.reporting.enabled=false"
    if "$java" --sun-misc-unsafe-memory-access=allow -version > /dev/null 2>&1; then
        options="$options --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
    fi
    # The collector that ../crease takes.
    case ${CREASE_JAVA_OPTS:-} in
        *-XX:+Use*GC*) ;;
        *) options="$options -XX:+UseParallelGC" ;;
    esac
    # shellcheck disable=SC2086
    exec "$java" $options ${CREASE_JAVA_OPTS:-} -cp "$built/classes:$(cat "$built/classpath")" "$@"
}
