#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# tests/xvfb-wm.sh tests/gui/with-at-spi.sh PROGRAM [ARG...]: runs the program with an accessibility bus of its own, as a
# screen reader needs it. Exit status 77: this computer has none.
set -u
launcher=/usr/libexec/at-spi-bus-launcher
if [[ ! -x $launcher ]] || ! command -v dbus-run-session >/dev/null ||
    ! /usr/bin/python3 -c 'import gi; gi.require_version("Atspi", "2.0")' 2>/dev/null; then
    echo "with-at-spi.sh: at-spi2-core, dbus and python3-gi with gir1.2-atspi-2.0 are needed" >&2
    exit 77
fi
unset NO_AT_BRIDGE
export PALPATE_AT_SPI=1
exec dbus-run-session -- bash -c '"$0" --launch-immediately & "$@"' "$launcher" "$@"
