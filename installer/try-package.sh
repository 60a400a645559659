#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# try-package.sh PACKAGE.deb [FOLDER]: installs the package in a bare Debian 12 made by debootstrap, runs both programs there, and
# removes it again. Needs root. FOLDER keeps the bare Debian for the next time.
set -euo pipefail
package=$(readlink -f "$1")
scratch=$(mktemp -d)
bare=${2:-$scratch/debian}
finish() {
    ! mountpoint -q "$bare/proc" || umount "$bare/proc"
    rm -rf "$scratch"
}
trap finish EXIT

fail() {
    printf 'FAILED: %s\n' "$*"
    exit 1
}
say() { printf '== %s\n' "$*"; }
inside() { chroot "$bare" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/srv LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
    PALPATE_PASSWORD="correct horse battery staple" "$@"; }

# The address from which this machine has its own Debian 12.
# shellcheck disable=SC2016 # these are apt's own names, not the shell's
mirror=$(apt-get indextargets --format '$(REPO_URI) $(RELEASE) $(ORIGIN)' 'Created-By: Packages' |
    awk '$2 == "bookworm" && $3 == "Debian" { print $1; exit }')
[[ -n $mirror ]] || fail "apt knows no mirror of Debian 12"
if [[ ! -x $bare/usr/bin/apt-get ]]; then
    say "Making a bare Debian 12"
    debootstrap --variant=minbase --include=ca-certificates bookworm "$bare" "$mirror" >"$scratch/out" 2>&1 ||
        fail "debootstrap: $(tail -n 3 "$scratch/out")"
fi
cp -L /etc/resolv.conf "$bare/etc/resolv.conf" 2>/dev/null || true
for file in /etc/apt/apt.conf.d/*proxy* /etc/apt/apt.conf; do # the way to the mirror is this machine's
    [[ ! -f $file ]] || cp "$file" "$bare/etc/apt/apt.conf.d/99-$(basename "$file")"
done
mountpoint -q "$bare/proc" || mount -t proc proc "$bare/proc"

say "Installing"
cp "$package" "$bare/srv/palpate.deb"
inside apt-get -q update >"$scratch/out" 2>&1 || fail "apt-get update: $(tail -n 3 "$scratch/out")"
inside apt-get -q install -y --no-install-recommends /srv/palpate.deb >"$scratch/out" 2>&1 || fail "$(tail -n 5 "$scratch/out")"
inside dpkg -s palpate | grep -q '^Status: install ok installed' || fail "dpkg does not call it installed"
mapfile -t files < <(inside dpkg -L palpate | grep -v '/$')

say "Running"
inside palpatectl --version | grep -Eq '[0-9]+\.[0-9]+\.[0-9]+' || fail "palpatectl says no version"
inside palpatectl demo /srv/Demo.palpate --patients 3 --seed 7 >"$scratch/out" 2>&1 || fail "demo: $(<"$scratch/out")"
inside palpatectl verify /srv/Demo.palpate --user demo >"$scratch/out" 2>&1 || fail "verify: $(<"$scratch/out")"
patient=$(inside palpatectl patients /srv/Demo.palpate --user demo --json | grep -o '[0-9a-f]\{8\}-[0-9a-f-]\{27\}' | head -n 1)
inside palpatectl report /srv/Demo.palpate --user demo --patient "$patient" --template progress-report --out /srv/report.pdf \
    >"$scratch/out" 2>&1 || fail "report: $(<"$scratch/out")"
[[ $(head -c 5 "$bare/srv/report.pdf") == %PDF- ]] || fail "the report is no PDF"
inside palpatectl form check /usr/share/palpate/forms/nprs.json >"$scratch/out" 2>&1 || fail "a shipped form: $(<"$scratch/out")"
inside palpate --version | grep -Eq '[0-9]+\.[0-9]+\.[0-9]+' || fail "palpate says no version"
inside apt-get -q install -y --no-install-recommends xvfb xauth xdotool openbox >"$scratch/out" 2>&1 || fail "$(tail -n 3 "$scratch/out")"
# The main window shows only once the body map and the tables are read; a message about their absence is small.
# shellcheck disable=SC2016 # for the shell inside
inside xvfb-run -a -s "-screen 0 1440x900x24" sh -c '
    openbox & palpate & program=$!
    window=$(timeout 60 xdotool search --sync --onlyvisible --name "^Palpate$" | head -n 1)
    eval "$(xdotool getwindowgeometry --shell "$window")"
    kill $program
    [ "${WIDTH:-0}" -ge 800 ]' >"$scratch/out" 2>&1 || fail "no window: $(tail -n 3 "$scratch/out")"

say "Removing"
inside apt-get -q purge -y palpate >"$scratch/out" 2>&1 || fail "$(tail -n 3 "$scratch/out")"
for file in "${files[@]}"; do
    case $file in
        */palpate*) [[ ! -e $bare$file ]] || fail "$file is left over" ;;
    esac
done
[[ -e $bare/srv/Demo.palpate/clinic.db ]] || fail "removing the program took a clinic with it"
say "It installs, runs and goes"
