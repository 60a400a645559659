#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# install-test.sh CMAKE BUILD_DIR BINDIR DATADIR: the program finds its data both ways, started where it was built and
# started where it was installed, and an installed one reads the installed copy.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cmake=$1 build=$2 bin=$3 data=$4
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
unset PALPATE_DATA PALPATE_USER
export PALPATE_PASSWORD="correct horse battery staple"

fail() {
    printf 'FAILED: %s\n' "$*"
    exit 1
}
# The main window shows only once the body map and the tables are read; a message about their absence is small.
window_opens() { # FOLDER_OF_PROGRAM
    # shellcheck disable=SC2016 # for the shell inside
    "$here/../xvfb-wm.sh" bash -c '
        "$1/palpate" & program=$!
        window=$(timeout 60 xdotool search --sync --onlyvisible --name "^Palpate$" | head -n 1)
        eval "$(xdotool getwindowgeometry --shell "$window")"
        kill "$program" 2>/dev/null
        [ "${WIDTH:-0}" -ge 800 ]' - "$1" >"$scratch/out" 2>&1
}
make_clinic() { "$1/palpatectl" demo "$scratch/$2" --patients 1 --seed 7 >"$scratch/out" 2>&1; }

DESTDIR='' "$cmake" --install "$build" --prefix "$scratch/first" >"$scratch/install.log" || fail "cmake --install: $(<"$scratch/install.log")"
mv "$scratch/first" "$scratch/moved" # relative to its own place, so the tree may move
installed=$scratch/moved

"$installed/$bin/palpatectl" --version | grep -Eq '[0-9]+\.[0-9]+\.[0-9]+' || fail "palpatectl --version names no version"
make_clinic "$build/bin" from-build || fail "started from the build folder: $(<"$scratch/out")"
make_clinic "$installed/$bin" from-install || fail "started from the installed tree: $(<"$scratch/out")"

# The programs ask the system for no network. Sanitizers bring such names along; there the walls between the rooms tell.
for program in "$installed/$bin"/palpate*; do
    names=$(nm -D --undefined-only "$program" | sed 's/@.*//')
    if ! grep -q __sanitizer <<<"$names$(nm "$program" 2>/dev/null | grep -m1 __sanitizer)"; then
        ! grep -wE 'socket|connect|bind|listen|getaddrinfo|gethostbyname|sendto' <<<"$names" || fail "$program speaks to a network"
    fi
done

if [[ -x $build/bin/palpate ]]; then
    window_opens "$build/bin" || fail "no window, started from the build folder: $(<"$scratch/out")"
    window_opens "$installed/$bin" || fail "no window, started from the installed tree: $(<"$scratch/out")"
fi

for file in "doc/palpate/LICENSE" "doc/palpate/LICENSE-body-map.md" "palpate/atlas/ATTRIBUTION.txt" \
    "palpate/atlas/LICENSE.md" "applications/palpate.desktop" "icons/hicolor/scalable/apps/palpate.svg"; do
    [[ -s $installed/$data/$file ]] || fail "$file was not installed"
done

# With the installed copy damaged the installed program must stumble over it, or it reads another.
echo '{' >"$installed/$data/palpate/atlas/body-atlas.json"
! make_clinic "$installed/$bin" damaged || fail "the installed program did not read the installed body map"
grep -q body-atlas.json "$scratch/out" || fail "the message does not name the damaged file: $(<"$scratch/out")"

# A folder that the user names is the only one looked in.
! PALPATE_DATA=$scratch/nowhere make_clinic "$build/bin" nowhere || fail "PALPATE_DATA was not heeded"
grep -q "$scratch/nowhere" "$scratch/out" || fail "the message does not name the folder: $(<"$scratch/out")"
echo "ok: found from the build folder, from an installed and moved tree, and through PALPATE_DATA"
