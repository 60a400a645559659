#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# run.sh PROGRAM NAME FOLDER SECONDS: fuzzes for so long. New inputs worth keeping go to FOLDER/corpus/NAME, one that
# crashes or hangs to FOLDER/found. The time limit for one input leaves room for sanitizers and a busy machine.
set -euo pipefail
program=$1 name=$2 folder=$3 seconds=$4
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
mkdir -p "$folder/corpus/$name" "$folder/found"
exec "$program" "$folder/corpus/$name" "$here/corpus/$name" -dict="$here/dictionaries/$name.dict" \
    -artifact_prefix="$folder/found/$name-" -max_total_time="$seconds" -max_len=16384 -timeout=10 -rss_limit_mb=2048 \
    -print_final_stats=1 -verbosity=0 -print_funcs=0
