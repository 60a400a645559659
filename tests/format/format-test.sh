#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# format-test.sh PALPATECTL: a clinic is read and proved by check_clinic.py, which shares no code with Palpate, and what was
# changed behind Palpate's back is found by it. Exits with 77 where python3-nacl or sqlcipher 4 is missing.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
palpatectl=$1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export PALPATE_PASSWORD="correct horse battery staple"
unset PALPATE_USER ASAN_OPTIONS
python=/usr/bin/python3 # Debian's own: the one that has the package

skip() {
    printf 'SKIPPED: %s\n' "$1"
    exit 77
}
fail() {
    printf 'FAILED: %s\n' "$*"
    exit 1
}
"$python" -c 'import nacl.bindings' 2>/dev/null || skip "python3-nacl is not installed"
sqlcipher --version 2>/dev/null | grep -q 'SQLCipher 4' || skip "the command sqlcipher 4 is not installed"

check() { "$python" "$here/check_clinic.py" "$1" demo >"$scratch/said" 2>&1; }
# The database key, as a thief with the password has it.
key_of() {
    "$python" - "$here" "$1" <<'PY'
import json, os, pathlib, sys
sys.path.insert(0, sys.argv[1])
sys.dont_write_bytecode = True
import check_clinic
keys = json.loads((pathlib.Path(sys.argv[2]) / "keys.json").read_text())
print(check_clinic.database_key(keys, "demo", os.environ["PALPATE_PASSWORD"]).hex())
PY
}
# What a forger does who has the key: the triggers go first.
forge() { # NAME SQL WHAT-MUST-BE-SAID
    local folder=$scratch/$1 triggers
    cp -r "$scratch/clinic" "$folder"
    triggers=$(printf '%s\n' "PRAGMA key = \"x'$key'\"; SELECT 'DROP TRIGGER \"' || name || '\";' FROM sqlite_schema WHERE type = 'trigger';" |
        sqlcipher -batch "$folder/clinic.db" | grep '^DROP')
    {
        printf "PRAGMA key = \"x'%s'\";\n" "$key"
        printf '%s\n' "$triggers"
        printf '%s\n' "$2"
    } | sqlcipher -batch "$folder/clinic.db" >"$scratch/forged" 2>&1 || fail "$1 could not be forged: $(<"$scratch/forged")"
    if check "$folder"; then fail "$1 was not noticed: $(<"$scratch/said")"; fi
    grep -q "$3" "$scratch/said" || fail "$1 was noticed with other words: $(<"$scratch/said")"
}

"$palpatectl" demo "$scratch/clinic" --patients 8 --seed 11 --fast-keys >"$scratch/made" 2>&1 || fail "$(<"$scratch/made")"
check "$scratch/clinic" || fail "a sound clinic: $(<"$scratch/said")"
cat "$scratch/said"
read -r signed < <(grep -o '[0-9]* signed sessions' "$scratch/said")
[[ ${signed%% *} -ge 20 ]] || fail "only $signed were there to check"

key=$(key_of "$scratch/clinic")
forge another-score "UPDATE finding SET tenderness = (tenderness + 1) % 10 WHERE (session_no, point_no) IN
    (SELECT f.session_no, f.point_no FROM finding f JOIN session s ON s.no = f.session_no
     WHERE s.signed_at IS NOT NULL AND f.tenderness IS NOT NULL LIMIT 1);" "its content has another digest"
forge a-note-rewritten "UPDATE session_note SET text = text || ' Nothing hurt.' WHERE session_no =
    (SELECT no FROM session WHERE signed_at IS NOT NULL LIMIT 1) AND part = 0;" "its content has another digest"
forge a-treatment-removed "DELETE FROM treatment_value WHERE session_no = (SELECT s.no FROM session s JOIN treatment_value v ON
    v.session_no = s.no WHERE s.signed_at IS NOT NULL LIMIT 1);" "its content has another digest"
forge a-row-of-the-trail-removed "DELETE FROM audit_head WHERE seq >= 5; DELETE FROM audit_detail WHERE seq = 5;
    DELETE FROM audit WHERE seq = 5;" "it should be row 5"
forge a-later-time "UPDATE audit SET at = at + 60 WHERE seq = 3;" "its content has another hash"
forge another-detail "UPDATE audit_detail SET text = text || '+' WHERE seq = (SELECT min(seq) FROM audit_detail);" "its detail has another hash"
forge a-false-signature "UPDATE session SET signature = zeroblob(64) WHERE no =
    (SELECT no FROM session WHERE signed_at IS NOT NULL LIMIT 1);" "the signature is false"

PALPATE_PASSWORD="wrong" check "$scratch/clinic" && fail "a wrong password opened it"
grep -q "password is wrong" "$scratch/said" || fail "a wrong password: $(<"$scratch/said")"
