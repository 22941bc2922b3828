#!/bin/sh
# The whole check by hand: check.sh [SEEDS]. Builds everything, plays the seeds, and wants every planted fault caught.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
seeds=${1:-20000}
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
sh "$here/build.sh" "$out/build"
"$out/build/sim" --seeds "$seeds"
for name in $("$out/build/sim" --list); do
  [ "$name" != real ] || continue
  if "$out/build/sim" --ea "$name" --seeds 2000 > "$out/log" 2>&1; then
    echo "not caught: $name" >&2
    exit 1
  fi
  tail -n 1 "$out/log"
done
