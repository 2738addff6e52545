#!/usr/bin/env bash
# Makes the PTX of our kernels anew, after a change of their sources. It is part of the library, for machines without NVRTC;
# NVRTC 11.8 makes it, so that every driver since 520 can translate it. Arguments go to Maven.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

CREASE_CUDA_LIBRARIES=$(gpu/nvidia.sh)
export CREASE_CUDA_LIBRARIES CREASE_UPDATE=true CREASE_REQUIRE_ALL=true
exec mvn -B -q -Dspotless.check.skip "$@" -pl gpu -am test \
    -Dtest='ShippedPtxTest#everySourceHasItsPtx' -Dsurefire.failIfNoSpecifiedTests=false
