#!/usr/bin/env bash
# Fetches NVRTC and CUDA's driver library from the non-free packages of this Debian and unpacks them below a folder, whose
# name it prints: what the tests of CUDA need. Nothing is installed, and no card is needed. For its own machine's use:
# NVIDIA's licence applies to them.
set -euo pipefail

folder=${CREASE_CUDA_LIBRARIES:-${XDG_CACHE_HOME:-$HOME/.cache}/crease/nvidia}
found() { [[ -d $folder && -n $(find "$folder" -name "$1" -print -quit) ]]; }
if found 'libnvrtc.so.*' && found 'libnvrtc-builtins.so.*' && found 'libcuda.so.1'; then
    echo "$folder"
    exit
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
release=$(. /etc/os-release && echo "${VERSION_CODENAME:?}")
mirror=$(sed -nE 's/^(URIs:|deb( +\[[^]]*\])?) +(https?:[^ ]*debian\/?)( .*)?$/\3/p' \
    /etc/apt/sources.list /etc/apt/sources.list.d/*.sources /etc/apt/sources.list.d/*.list 2> /dev/null | head -n 1) || true
mirror=${mirror:-http://deb.debian.org/debian}
echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror $release non-free" > "$work/sources.list"
mkdir -p "$work/lists/partial" "$work/cache/archives/partial" "$work/packages" "$work/root"
options=(-o "Dir::Etc::SourceList=$work/sources.list" -o Dir::Etc::SourceParts=/dev/null
    -o "Dir::State::Lists=$work/lists" -o "Dir::Cache=$work/cache" -o APT::Sandbox::User=root)

if ! apt-get "${options[@]}" update -q >&2 || [[ -z $(apt-cache "${options[@]}" pkgnames libcuda1) ]]; then
    echo "$0: $mirror has no non-free packages of $release, and the tests of CUDA need libcuda1 and libnvrtc of them;" \
        "or set CREASE_CUDA_LIBRARIES to a folder that has libcuda.so.1 and libnvrtc.so.*" >&2
    exit 1
fi
newest() { apt-cache "${options[@]}" pkgnames "$1" | grep -E "^$1[0-9.]+\$" | sort -V | tail -n 1; }
packages=("$(newest libnvrtc)" "$(newest libnvrtc-builtins)" libcuda1)
(cd "$work/packages" && apt-get "${options[@]}" download -q "${packages[@]}" >&2)
for package in "$work"/packages/*.deb; do
    dpkg -x "$package" "$work/root"
done
mkdir -p "$folder"
cp -a "$work/root/usr/lib/." "$folder/"
echo "$folder"
