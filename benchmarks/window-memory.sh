#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# window-memory.sh CLINIC [BUILD]: opens the clinic in Palpate's window, on a screen of its own, signs in with
# PALPATE_PASSWORD, opens the patient with 500 sessions that bench_search adds, looks at overview, chart and history and
# searches with Ctrl+K; prints how much memory the program held after each and at most. BUILD: build/release without it.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
clinic=${1:?window-memory: name a clinic of palpatectl demo}
build=${2:-$root/build/release}
: "${PALPATE_PASSWORD:?window-memory: the clinic\'s password is taken from PALPATE_PASSWORD}"
if [[ ${PALPATE_MEMORY_INSIDE:-} != 1 ]]; then
    command -v xdotool >/dev/null || { echo "window-memory: xdotool is not installed; see ./dev setup" >&2; exit 127; }
    PALPATE_MEMORY_INSIDE=1 exec "$root/tests/xvfb-wm.sh" "$0" "$@"
fi

patient=$("$build/bin/palpatectl" patients "$clinic" --search Longcase --json | grep -m1 '"id"' | cut -d'"' -f4)
[[ -n $patient ]] || { echo "window-memory: run bench_search on the clinic first; it adds the long record" >&2; exit 1; }
"$build/bin/palpate" "$clinic" --patient "$patient" >/dev/null 2>&1 &
program=$!
trap 'kill "$program" 2>/dev/null || true' EXIT

held() { awk -v what="$1" '/^VmRSS/ { printf "| %s | %.0f MB |\n", what, $2 / 1024 }' "/proc/$program/status"; }
at_rest() { # until the program has used no processor time for a second
    local before after
    for _ in $(seq 60); do
        before=$(awk '{ print $14 + $15 }' "/proc/$program/stat")
        sleep 1
        after=$(awk '{ print $14 + $15 }' "/proc/$program/stat")
        ((after - before > 2)) || return 0
    done
}
picture() { [[ -z ${PALPATE_MEMORY_PICTURES:-} ]] || import -window root "$PALPATE_MEMORY_PICTURES/$1.png"; }

for _ in $(seq 60); do
    xdotool search --onlyvisible --name Palpate >/dev/null 2>&1 && break
    sleep 1
done
at_rest
held "before anybody has signed in"
picture before
xdotool type --delay 20 demo
xdotool key Tab Tab # past the names of those who work in the clinic
xdotool type --delay 20 "$PALPATE_PASSWORD"
xdotool key Return
sleep 2
at_rest
held "overview of 500 sessions"
picture overview
xdotool key F2
sleep 1
at_rest
held "chart"
picture chart
xdotool key ctrl+h
sleep 1
at_rest
held "history of 500 sessions"
picture history
xdotool key ctrl+k
sleep 1
xdotool type --delay 60 "pressure release"
sleep 1
at_rest
held "Ctrl+K"
picture finder
awk '/^VmHWM/ { printf "| at most | %.0f MB |\n", $2 / 1024 }' "/proc/$program/status"
