#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# tests/demo/pictures.sh BIN_DIR OUT_DIR [NAME...]: takes the pictures of the documentation, all or those named, on a
# screen of each size they belong to, and leaves them in OUT_DIR.
set -euo pipefail

if [[ ${PALPATE_PICTURES_INSIDE:-} == 1 ]]; then
    # A caret that blinks would be in every second picture only.
    mkdir -p "$XDG_CONFIG_HOME/gtk-3.0"
    printf '[Settings]\ngtk-cursor-blink=false\ngtk-enable-animations=false\n' >"$XDG_CONFIG_HOME/gtk-3.0/settings.ini"
    exec timeout 1800 "$@"
fi
if [[ $# -lt 2 ]]; then
    echo "usage: $0 BIN_DIR OUT_DIR [NAME...]" >&2
    exit 2
fi
for tool in xdotool import convert montage pdftoppm; do
    command -v "$tool" >/dev/null || { echo "pictures.sh: $tool is not installed; see ./dev setup" >&2; exit 127; }
done
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$2"
out=$(cd "$2" && pwd)
program=$1/palpate_pictures
shift 2
missing=0
on() { # SIZE SCALE
    PALPATE_PICTURES_INSIDE=1 PALPATE_SCREEN=$1 GDK_SCALE=$2 "$here/../xvfb-wm.sh" "$here/pictures.sh" \
        "$program" "$out" "${names[@]}" || missing=1
}
names=("$@")
on 1440x900 1
on 1280x800 1
on 2880x1800 2
exit "$missing"
