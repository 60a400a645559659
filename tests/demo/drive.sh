#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# tests/demo/drive.sh BIN_DIR OUT_DIR: charts a session in the demonstration clinic by real clicks, in the X server and
# window manager it is started in, and leaves OUT_DIR/chart.png and OUT_DIR/progress-report.pdf.
set -euo pipefail

if [[ $# -ne 2 ]]; then
    echo "usage: $0 BIN_DIR OUT_DIR" >&2
    exit 2
fi
for tool in xdotool import; do
    command -v "$tool" >/dev/null || { echo "drive.sh: $tool is not installed; see ./dev setup" >&2; exit 127; }
done
mkdir -p "$2"
exec timeout 120 "$1/palpate_drive" "$(cd "$2" && pwd)"
