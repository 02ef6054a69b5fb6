#!/usr/bin/env bash
# Libraries that the tools share with the platform are in the archive once: those of the tools that lie in system/ too go, and a jar
# without classes, whose manifest names them there, takes their place. So "tools/lib/*" stays the class path of every tool.
set -eu
ASSEMBLY=$1
JAR=$2
cd "$ASSEMBLY/tools/lib"
rm -f shared.jar
manifest=$(mktemp)
trap 'rm -f "$manifest"' EXIT
echo "Class-Path: ." >"$manifest"
declare -A platform
while IFS= read -r -d '' file; do platform[${file##*/}]=$file; done < <(find ../../system -name '*.jar' -print0)
for jar in *.jar; do
  same=${platform[$jar]:-}
  if [ -n "$same" ] && cmp -s "$jar" "$same"; then
    echo "  $same" >>"$manifest"
    rm "$jar"
  fi
done
"$JAR" --create --file shared.jar --manifest "$manifest"
