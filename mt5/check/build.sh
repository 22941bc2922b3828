#!/bin/sh
# Compiles the Expert Advisor as it stands, and one build for each planted fault, with a fake terminal around.
#   build.sh TARGET_FOLDER [PLANTED_FAULTS]    makes sim and host in the folder; needs g++ and sed
set -eu
here=$(cd "$(dirname "$0")" && pwd)
out=$1
most=${2:-999}
CXX=${CXX:-g++}
FLAGS="-std=c++17 -O1 -Wall -Wextra -Wshadow -Wno-unused-parameter -Werror -I$here"
QUICK="-I$out -std=c++17 -w -I$here"

# variant NAME: the two sources, planted, rewritten for g++ and put in a namespace of their own
variant() {
  name=$1
  dir="$out/$name"
  plant=$(sed -n "s/^$name|//p" "$here/mutants.txt")
  mkdir -p "$dir"
  same=yes
  for file in BittenBridge.mq5 BittenTerminal.mqh BittenJournal.mqh; do
    sed -e "$plant" "$here/../$file" > "$dir/$file"
    cmp -s "$here/../$file" "$dir/$file" || same=no
  done
  if [ "$name" != real ] && [ "$same" = yes ]; then
    echo "the planted fault $name changes nothing: its sed commands fit the source no more" >&2
    return 1
  fi
  for part in BittenTerminal BittenJournal; do
    sed -f "$here/rewrite.sed" "$dir/$part.mqh" > "$dir/$part.h"
  done
  {
    echo '#include "terminal.h"'
    echo "namespace ea_$name {"
    echo '#line 1 "BittenBridge.mq5"'
    sed -f "$here/rewrite.sed" "$dir/BittenBridge.mq5"
    echo "static bool added = AddEa({\"$name\", OnInit, OnTimer, OnDeinit, Meaning, &InpSettleSeconds});"
    echo '}'
  } > "$dir/ea.cpp"
  if [ "$name" = real ]; then how=$FLAGS; else how=$QUICK; fi
  $CXX $how -I"$dir" -c "$dir/ea.cpp" -o "$out/ea_$name.o"
}

if [ "${VARIANT:-}" ]; then
  variant "$VARIANT"
  exit
fi

rm -rf "$out"
mkdir -p "$out"
names=$(grep -v '^#' "$here/mutants.txt" | cut -d'|' -f1 | head -n "$most")
$CXX $QUICK -x c++-header "$here/terminal.h" -o "$out/terminal.h.gch"
for source in "$here"/*.cpp; do basename "$source" .cpp; done | xargs -P 2 -I{} $CXX $FLAGS -c "$here/{}.cpp" -o "$out/{}.o"
for name in real $names; do echo "$name"; done | xargs -P 2 -I{} env VARIANT={} sh "$here/build.sh" "$out" "$most"
$CXX "$out/sim.o" "$out/job.o" "$out"/story*.o "$out"/terminal*.o "$out"/ea_*.o -o "$out/sim"
$CXX "$out/host.o" "$out"/terminal*.o "$out/ea_real.o" -o "$out/host"
