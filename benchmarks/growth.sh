#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# growth.sh FOLDER [PATIENTS...]: how searching grows with the clinic. For each number of patients (100 1000 10000 100000;
# some ten sessions each) makes a clinic in FOLDER by `palpatectl demo`, unless it is there, and asks it with bench_search
# and bench_finder; then the difference of two sessions, the window's memory with the largest, and the figures side by
# side. Leaves all that was printed in FOLDER/growth.md and the plot in FOLDER/growth.svg. The largest takes an hour and
# a half, and 11 GB. PALPATE_BUILD: the folder of a release build with benchmarks, build/release without it.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build=${PALPATE_BUILD:-$root/build/release}
folder=${1:?growth: name a folder for the clinics}
shift
sizes=("$@")
[[ ${#sizes[@]} -gt 0 ]] || sizes=(100 1000 10000 100000)
export PALPATE_PASSWORD="a long demo password here"
mkdir -p "$folder"

figures() {
    local clinic
    for size in "${sizes[@]}"; do
        clinic=$folder/$size.palpate
        if [[ ! -e $clinic/clinic.db ]]; then
            echo "growth: making $clinic" >&2
            "$build/bin/palpatectl" demo "$clinic" --patients "$size" --fast-keys >/dev/null
        fi
        printf '\n## %s patients\n\n' "$size"
        "$build/bin/bench_search" "$clinic" | tee "$folder/$size.txt"
        "$build/bin/bench_finder" "$clinic"
    done
    printf '\n## Difference of two sessions\n\n'
    "$build/bin/bench_app" --benchmark_filter='^(differenceOfTwoSessions|stepToTheNextSession)$' 2>/dev/null
    printf '\n## Memory of the window, %s patients\n\n' "${sizes[-1]}"
    "$root/benchmarks/window-memory.sh" "$folder/${sizes[-1]}.palpate" "$build"
}

# Of each bench_search: how many sessions, and one column of each question: 4, the 95th percentile as it comes, or 8, of the
# pages that were looked at.
growth() {
    for size in "${sizes[@]}"; do
        awk -F'|' -v column="$1" '
            NR == 1 { split($0, words, " "); sessions = words[3] }
            /^\| / && $4 + 0 > 0 && !/95th/ { gsub(/^ +| +$/, "", $2); print sessions "|" $2 "|" $column + 0 }' "$folder/$size.txt"
    done
}
side_by_side() {
    growth "$1" | awk -F'|' -v what="$2" '
        !($1 in seen) { seen[$1] = 1; columns[++n] = $1 }
        !($2 in row) { row[$2] = 1; rows[++m] = $2 }
        { value[$2, $1] = $3 }
        END {
            printf "| 95th percentile, %s |", what; for (i = 1; i <= n; i++) printf " %s sessions |", columns[i]
            printf "\n| --- |"; for (i = 1; i <= n; i++) printf " ---: |"; printf "\n"
            for (j = 1; j <= m; j++) {
                printf "| %s |", rows[j]
                for (i = 1; i <= n; i++) printf " %s |", value[rows[j], columns[i]]
                printf "\n"
            }
        }'
}
plot() { # both axes logarithmic: 1,000 to 1,000,000 sessions, 0.1 to 100 ms
    growth 4 | awk -F'|' '
        function x(sessions) { return 60 + 129 * log(sessions / 1000) / log(10) }
        function y(ms) { return 280 - 86.67 * log(ms / 0.1) / log(10) }
        { points[$2] = points[$2] sprintf("%.1f,%.1f ", x($1), y($3)); last[$2] = y($3) }
        END {
            print "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 640 320\" font-family=\"sans-serif\" font-size=\"12\">"
            print "<rect width=\"640\" height=\"320\" fill=\"#fff\"/>"
            split("0.1 1 10 100", ms, " ")
            for (i = 1; i <= 4; i++)
                printf "<line x1=\"60\" x2=\"450\" y1=\"%.0f\" y2=\"%.0f\" stroke=\"#ddd\"/><text x=\"52\" y=\"%.0f\" text-anchor=\"end\">%s ms</text>\n", y(ms[i]), y(ms[i]), y(ms[i]) + 4, ms[i]
            split("1,000 10,000 100,000 1,000,000_sessions", counts, " ")
            for (i = 1; i <= 4; i++) {
                sub("_", " ", counts[i])
                printf "<text x=\"%.0f\" y=\"304\" text-anchor=\"middle\">%s</text>\n", x(10 ^ (i + 2)), counts[i]
            }
            n = split("patients, a keystroke|text, first page|combined filters, first page|opening a patient with 500 sessions|what helps, the whole clinic", lines, "|")
            split("#1f5fa8 #a8431f #2f7d3a #555 #6b4a9a", colours, " ")
            split("none|6 3|2 2|10 4|8 3 2 3", dashes, "|")
            for (i = 1; i <= n; i++) {
                at[i] = last[lines[i]] + 4
                for (again = 1; again <= n; again++) # a line of text for each
                    for (j = 1; j < i; j++)
                        if (at[i] - at[j] < 13 && at[j] - at[i] < 13) at[i] = at[j] + (at[i] < at[j] ? -13 : 13)
                printf "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\" stroke-dasharray=\"%s\"/>", points[lines[i]], colours[i], dashes[i]
                name = lines[i]; sub(/ a patient with 500 sessions|, the whole clinic/, "", name)
                printf "<text x=\"458\" y=\"%.0f\" fill=\"%s\">%s</text>\n", at[i], colours[i], name
            }
            print "</svg>"
        }'
}

figures | tee "$folder/growth.md"
{
    printf '\n## How it grows\n\n'
    side_by_side 4 ms
    printf '\n'
    side_by_side 8 pages
} | tee -a "$folder/growth.md"
plot >"$folder/growth.svg"
echo "growth: the plot is $folder/growth.svg" >&2
