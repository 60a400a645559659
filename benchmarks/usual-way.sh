#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# usual-way.sh [BUILD]: the same two pages by bench_report and by the usual way, HTML printed by a headless browser
# (Debian: chromium), in one run; prints both times and their ratio. The HTML has the same words, the same tables and the
# same maps (as SVG, from palpatectl map). BUILD is the folder of a release build, build/release without it.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build=${1:-$root/build/release}
rounds=5
command -v chromium >/dev/null || { echo "usual-way: install chromium (apt install --no-install-recommends chromium)" >&2; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# A map of the demonstration clinic, as both ways show it.
export PALPATE_PASSWORD="a long enough pass phrase"
"$build/bin/palpatectl" demo "$work/demo.palpate" --patients 3 --seed 7 >/dev/null
patient=$("$build/bin/palpatectl" patients "$work/demo.palpate" --json | grep -m1 '"id"' | cut -d'"' -f4)
"$build/bin/palpatectl" map "$work/demo.palpate" --patient "$patient" --view posterior --out "$work/map.svg"

{
    echo '<!doctype html><html lang="en"><meta charset="utf-8"><title>Progress report</title><style>'
    echo '@page{size:A4;margin:12mm 14mm 14mm}body{font:8.9pt "Noto Sans";color:#1f2a33}table{width:100%;border-collapse:collapse}'
    echo 'td,th{border-bottom:.2mm solid #dde3e9;padding:.8mm 1.3mm;text-align:left}.row{display:flex;gap:4mm}.row>*{flex:1}'
    echo 'h2{color:#0f766e;font-size:9.7pt}svg{width:auto;height:90mm}</style><h1>Progress report</h1><p><b>Ana Kovács</b> · 12 October to 23 November 2026</p>'
    echo '<p>Pain has fallen from 7 to 3 of 10.</p><div class="row">'
    for _ in 1 2; do sed -e '/<?xml/d' "$work/map.svg"; done
    echo '</div><h2>Trigger points</h2><table><thead><tr><th>Muscle<th>first<th>now<th>treatment</tr></thead>'
    for _ in $(seq 20); do echo '<tr><td>R quadratus lumborum<td>7<td><b>3</b><td>pressure release 60 s × 6</tr>'; done
    echo '</table><h2>Plan</h2>'
    for _ in $(seq 12); do
        echo '<p>Weekly for four weeks: pressure release and post-isometric relaxation for the right quadratus lumborum and'
        echo 'gluteus medius, side-bending stretch 3 × 30 s daily, stand up every 40 minutes, heat 15 min in the evening.</p>'
    done
    echo '</html>'
} >"$work/report.html"

ours=$("$build/bin/bench_report" --benchmark_filter='^twoPages$' --benchmark_format=csv 2>/dev/null |
    awk -F, '/^"twoPages"/ { print $4 }')

browse() {
    chromium --headless --no-sandbox --disable-gpu --no-first-run --user-data-dir="$work/profile" --no-pdf-header-footer \
        --print-to-pdf="$work/usual.pdf" "file://$work/report.html" >/dev/null 2>&1
}
browse # once unmeasured: makes its profile and warms the disk
TIMEFORMAT='%U %S'
theirs=$( { time for _ in $(seq $rounds); do browse; done; } 2>&1 | awk -v n=$rounds '{ printf "%.0f", ($1 + $2) / n * 1000 }')

pages=$(pdfinfo "$work/usual.pdf" | awk '/^Pages/ { print $2 }')
echo "two pages by Palpate:            $ours ms of processor time"
echo "$pages pages by a headless browser: $theirs ms of processor time"
awk -v a="$theirs" -v b="$ours" 'BEGIN { printf "ratio: %.0f\n", a / b }'
