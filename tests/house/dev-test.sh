#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# dev-test.sh: the front door finds the machine's own Debian entry in either form of apt's files, keeps what belongs to
# it and takes nobody else's.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source-path=SCRIPTDIR/../.. source=dev
source "$here/../../dev"

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failures=0
readonly MIRROR=http://mirror.example.org/debian

expect() { # WHAT EXPECTED ACTUAL
    if [[ $2 == "$3" ]]; then
        printf 'ok: %s\n' "$1"
    else
        printf 'FAILED: %s\n  expected: %q\n  was:      %q\n' "$1" "$2" "$3"
        failures=$((failures + 1))
    fi
}
entry() { entry_for_suite "$1" "$MIRROR/" bookworm bookworm-backports || printf 'none'; }

cat >"$scratch/signed.list" <<ENTRIES
# deb $MIRROR bookworm main
deb http://other.example.org/debian bookworm main
deb-src $MIRROR bookworm main
deb [arch=amd64 signed-by=/usr/share/keyrings/debian.gpg] $MIRROR/ bookworm main contrib
ENTRIES
expect "a one-line entry keeps its address and options" \
    "deb [arch=amd64 signed-by=/usr/share/keyrings/debian.gpg] $MIRROR/ bookworm-backports main" \
    "$(entry "$scratch/signed.list")"

echo "deb $MIRROR bookworm main" >"$scratch/plain.list"
expect "a one-line entry without options" "deb $MIRROR bookworm-backports main" "$(entry "$scratch/plain.list")"

cat >"$scratch/debian.sources" <<ENTRIES
Types: deb
URIs: http://mirror.example.org/debian-security
Suites: bookworm-security
Components: main
Signed-By: /usr/share/keyrings/security.gpg

Enabled: no
Types: deb
URIs: $MIRROR
Suites: bookworm
Components: main

# the one meant
Types: deb deb-src
URIs:
 http://first.example.org/debian
 $MIRROR
Suites: bookworm bookworm-updates
Components: main contrib
Signed-By:
 -----BEGIN PGP PUBLIC KEY BLOCK-----
 .
 xyz
ENTRIES
expect "a stanza keeps addresses and key, and its neighbours are left alone" \
    "Types: deb
Suites: bookworm-backports
Components: main
URIs:
 http://first.example.org/debian
 $MIRROR
Signed-By:
 -----BEGIN PGP PUBLIC KEY BLOCK-----
 .
 xyz" "$(entry "$scratch/debian.sources")"

printf 'Types: deb\nURIs: http://other.example.org/debian\nSuites: bookworm\nComponents: main\n' >"$scratch/other.sources"
expect "another vendor's entry is never taken" none "$(entry "$scratch/other.sources")"

expect "an unknown verb is refused" "dev: no such verb: fly (see ./dev help)" "$("$here/../../dev" fly 2>&1 || true)"
for verb in demo pictures test build bench format lint setup; do
    "$here/../../dev" help | grep -q "^  $verb " || expect "help tells of $verb" yes no
done

exit "$((failures > 0))"
