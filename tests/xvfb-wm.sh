#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# tests/xvfb-wm.sh PROGRAM [ARG...]: runs the program in an X server of its own with a small window manager, since
# focus needs one, and passes its exit status on. PALPATE_SCREEN=1440x900 chooses the size.
set -uo pipefail

if [[ ${PALPATE_INSIDE_XVFB:-} != 1 ]]; then
    for tool in xvfb-run xauth openbox; do
        command -v "$tool" >/dev/null || { echo "xvfb-wm.sh: $tool is not installed; see ./dev setup" >&2; exit 127; }
    done
    # --auto-servernum: several of these may run at once.
    PALPATE_INSIDE_XVFB=1 exec xvfb-run --auto-servernum \
        --server-args="-screen 0 ${PALPATE_SCREEN:-1440x900}x24 -nolisten tcp -noreset" "$0" "$@"
fi
unset PALPATE_INSIDE_XVFB WAYLAND_DISPLAY

scratch=$(mktemp -d)
window_manager=
cleanUp() {
    [[ -z $window_manager ]] || kill "$window_manager" 2>/dev/null
    rm -rf "$scratch"
}
trap cleanUp EXIT

# The same window for everyone: no theme, settings, session bus or language of the person who runs this.
export NO_AT_BRIDGE=1 GDK_BACKEND=x11 GSETTINGS_BACKEND=memory GTK_THEME=Adwaita LC_ALL=C.UTF-8
export XDG_CONFIG_HOME=$scratch/config XDG_DATA_HOME=$scratch/data XDG_RUNTIME_DIR=$scratch/run
mkdir -m 700 "$XDG_CONFIG_HOME" "$XDG_DATA_HOME" "$XDG_RUNTIME_DIR"

# openbox runs its start-up command once it manages the screen; reading the pipe waits for exactly that.
mkfifo "$scratch/ready"
openbox --sm-disable --startup "sh -c 'echo ready > $scratch/ready'" >"$scratch/openbox.log" 2>&1 &
window_manager=$!
if ! read -r -t 20 <>"$scratch/ready"; then
    echo "xvfb-wm.sh: openbox did not start:" >&2
    cat "$scratch/openbox.log" >&2
    exit 126
fi

"$@"
