#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""check_clinic.py CLINIC USER: proves a clinic's record with none of Palpate's code.

Written after docs/file-format.md alone: unwraps the database key with the password (read from PALPATE_PASSWORD), opens a
copy of the database with Debian's sqlcipher, and works out again the hash chain of the audit trail, the signed heads, and the
digest and signature of every signed session and addendum. Prints what was checked; says what does not hold and exits with 1.
"""
import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import uuid
from datetime import datetime, timezone

from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_decrypt, crypto_pwhash_alg
from nacl.bindings import crypto_pwhash_ALG_ARGON2ID13
from nacl.exceptions import BadSignatureError, CryptoError
from nacl.signing import VerifyKey


class Broken(Exception):
    """The folder can't be read at all; one sentence."""


def blake2b(data):
    return hashlib.blake2b(data, digest_size=32).digest()


def lines(words):
    return "".join(word + "\n" for word in words).encode()


# keys.json

def database_key(keys, user, password):
    if keys["format"] != "palpate-keys" or keys["version"] != 1:
        raise Broken("keys.json is of another format or version.")
    for person in keys["practitioners"]:
        if person["user"].lower() == user.lower():
            kdf = person["kdf"]
            wrapping = crypto_pwhash_alg(32, password.encode(), bytes.fromhex(kdf["salt"]), kdf["passes"],
                                         kdf["memory_kib"] * 1024, crypto_pwhash_ALG_ARGON2ID13)
            about = lines(["palpate-keys 1", "clinic " + keys["clinic"], "user " + person["user"],
                           "purpose database-key"])
            box = person["database_key"]
            try:
                return crypto_aead_xchacha20poly1305_ietf_decrypt(
                    bytes.fromhex(box["box"]), about, bytes.fromhex(box["nonce"]), wrapping)
            except CryptoError:
                raise Broken("The password is wrong, or keys.json was changed.") from None
    raise Broken(f"keys.json has nobody named {user}.")


# clinic.db, through the sqlcipher command

class Database:
    """Rows as dictionaries: blobs as bytes, reals exact, NULL as None."""

    def __init__(self, folder, key):
        self.scratch = tempfile.TemporaryDirectory()
        for name in ("clinic.db", "clinic.db-wal"):
            if (folder / name).exists():
                shutil.copy(folder / name, self.scratch.name)
        self.file = os.path.join(self.scratch.name, "clinic.db")
        self.key = key.hex()
        self.columns = {}
        if self.run("SELECT count(*) AS n FROM sqlite_schema;")[0]["n"] == 0:
            raise Broken("clinic.db is empty.")

    def run(self, sql):
        script = f"PRAGMA key = \"x'{self.key}'\";\n.mode json\n{sql}\n"
        done = subprocess.run(["sqlcipher", "-batch", self.file], input=script, capture_output=True, text=True, check=False)
        if done.stderr.strip():
            raise Broken("sqlcipher can't read clinic.db: " + done.stderr.strip().splitlines()[0])
        out = done.stdout.strip()
        out = out[2:].lstrip() if out.startswith("ok") else out  # the answer to the key
        start = out.find('[{"ok":"ok"}]')
        out = out[start + 13:].strip() if start == 0 else out
        return json.loads(out) if out else []

    def rows(self, table, order):
        if table not in self.columns:
            self.columns[table] = [(c["name"], c["type"]) for c in self.run(f"PRAGMA table_info({table});")]
        wanted = []
        for name, kind in self.columns[table]:
            quoted = f'"{name}"'
            if kind == "BLOB":
                wanted.append(f"hex({quoted}) AS {quoted}, {quoted} IS NULL AS \"{name} is null\"")
            elif kind == "REAL":
                wanted.append(f"CASE WHEN {quoted} IS NOT NULL THEN printf('%!.17g', {quoted}) END AS {quoted}")
            else:
                wanted.append(quoted)
        found = self.run(f"SELECT {', '.join(wanted)} FROM {table} ORDER BY {order};")
        for row in found:
            for name, kind in self.columns[table]:
                if kind == "BLOB":
                    row[name] = None if row.pop(name + " is null") else bytes.fromhex(row[name])
                elif kind == "REAL" and row[name] is not None:
                    row[name] = float(row[name])
        return found


# How values are spelled

def uuid_text(data):
    return "-" if data is None else str(uuid.UUID(bytes=data))


def instant(seconds):
    if seconds is None:
        return "-"
    return datetime.fromtimestamp(seconds, timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def word(value):
    return "-" if value is None else str(value)


def decimal(value):
    if value is None:
        return "-"
    text = f"{value:.6f}"
    return "0.000000" if text == "-0.000000" else text


def text_of(value):
    return value.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r")


def part_of(value):
    if value == "":
        return "-"
    return "\\-" if value == "-" else text_of(value).replace(" ", "\\s")


class Record:
    """All that sessions hold, by session."""

    def __init__(self, database):
        self.sessions = database.rows("session", "no")
        self.people = {row["no"]: row for row in database.rows("practitioner", "no")}
        self.keys = {row["no"]: row for row in database.rows("signing_key", "no")}
        self.cases = {row["no"]: row["id"] for row in database.rows("clinical_case", "no")}
        self.patients = {row["no"]: row["id"] for row in database.rows("patient", "no")}
        self.points = {row["no"]: row for row in database.rows("trigger_point", "no")}
        self.parts = {}
        for table, order in (("session_note", "session_no, part"), ("finding", "session_no, point_no"),
                             ("pain_area", "session_no, position"), ("range_of_motion", "session_no, position"),
                             ("test_result", "session_no, position"), ("treatment", "session_no, position"),
                             ("treatment_value", "session_no, treatment_position, position"),
                             ("treatment_went_on", "session_no, treatment_position, position"),
                             ("home_care_item", "session_no, position")):
            for row in database.rows(table, order):
                self.parts.setdefault((table, row["session_no"]), []).append(row)

    def of(self, table, session):
        return self.parts.get((table, session["no"]), [])


def session_lines(record, s):
    out = []
    notes = {row["part"]: row for row in record.of("session_note", s)}
    version = 1

    def note(name, part):
        row = notes.get(part)
        return f"note {name} {row['authorship'] if row else 'composed'} {text_of(row['text']) if row else ''}"

    out += ["id " + uuid_text(s["id"]), "case " + uuid_text(record.cases[s["case_no"]]),
            "patient " + uuid_text(record.patients[s["patient_no"]]),
            "practitioner " + uuid_text(record.people[s["practitioner_no"]]["id"]),
            "started " + instant(s["started_at"]), "written " + instant(s["written_at"]), "zone " + text_of(s["time_zone"])]
    if s["ended_at"] is not None:
        version = 3
        out.append("ended " + instant(s["ended_at"]))
    if s["consent"] is not None:
        version = 3
        out.append("consent " + s["consent"])
    out += [f"pain {name} {word(s['pain_' + name])}" for name in ("now", "best", "worst", "after")]
    out.append("course " + word(s["course"]))
    asked = [s[name] for name in ("sleep_hours", "stress", "water_litres", "sitting_hours", "active_days", "home_care_days")]
    if any(value is not None for value in asked):
        version = 3
        out.append("check_in " + " ".join([decimal(asked[0]), word(asked[1]), decimal(asked[2]), decimal(asked[3]),
                                           word(asked[4]), word(asked[5])]))
    out += [note("subjective", 0), note("objective", 1)]
    if 4 in notes and not (notes[4]["authorship"] == "composed" and notes[4]["text"] == ""):
        version = 3
        out.append(note("treatment", 4))
    out += [note("assessment", 2), note("plan", 3)]

    for f in sorted(record.of("finding", s), key=lambda row: record.points[row["point_no"]]["number"]):
        point = record.points[f["point_no"]]
        out.append(" ".join(["finding", uuid_text(point["id"]), str(point["number"]), f["view"], decimal(f["x"]),
                             decimal(f["y"]), f["muscle"], f["side"], str(f["layer"]), word(f["reference_point"]),
                             word(f["taut_band"]), word(f["tender_spot"]), word(f["referred_pain"]), word(f["recognised"]),
                             word(f["twitch"]), word(f["jump"]), word(f["tenderness"]), decimal(f["threshold"]),
                             word(f["state"]), word(f["relation"]), text_of(f["note"])]))
        if f["settled"] is not None:
            version = 3
            out.append(f"settled {uuid_text(point['id'])} {f['settled']}")
    for a in record.of("pain_area", s):
        version = max(version, 2)
        name = uuid_text(a["id"])
        out.append(" ".join(["pain_area", name, a["view"], "arm" if a["on_arm"] else "body", word(a["quality"]),
                             word(a["intensity"]), word(a["depth"]), text_of(a["note"])]))
        out += [f"outline {name} {line}" for line in a["shape"].split("\n")]
        out += [f"arrow {name} {line}" for line in a["arrows"].split("\n") if line]
    for m in record.of("range_of_motion", s):
        version = 3
        out.append(" ".join(["motion", m["motion"], m["side"], decimal(m["active"]), decimal(m["passive"]), word(m["pain"]),
                             text_of(m["note"])]))
    for t in record.of("test_result", s):
        version = 3
        place = next(((kind, t[kind]) for kind in ("region", "muscle", "joint") if t[kind] is not None), ("-", "-"))
        value = ("number", decimal(t["number"])) if t["number"] is not None else ("choice", part_of(t["choice"]))
        out.append(" ".join(["test", t["test"], part_of(t["part"]), t["side"], *place, *value, decimal(t["also"]),
                             text_of(t["note"])]))
    for t in record.of("treatment", s):
        name = uuid_text(t["id"])
        if t["point_no"] is not None:
            target = ["point", uuid_text(record.points[t["point_no"]]["id"]), "-"]
        else:
            kind = next(kind for kind in ("muscle", "region", "joint") if t[kind] is not None)
            version = 3 if kind == "joint" else version
            target = [kind, t[kind], t["side"]]
        out.append(" ".join(["treatment", name, t["technique"], *target, word(t["tenderness_after"]), word(t["pain_before"]),
                             word(t["pain_after"]), text_of(t["note"])]))
        for dose in record.of("treatment_value", s):
            if dose["treatment_position"] == t["position"]:
                if dose["number"] is not None:
                    value = "number " + decimal(dose["number"])
                elif dose["flag"] is not None:
                    value = "flag " + str(dose["flag"])
                else:
                    value = "text " + text_of(dose["text"])
                out.append(f"dose {dose['field']} {value}")
        for reason in record.of("treatment_went_on", s):
            if reason["treatment_position"] == t["position"]:
                version = 3
                out.append(f"went_on {name} {reason['alert']} {text_of(reason['reason'])}")
    if s["reaction"] is not None:
        version = 3
        out.append(f"reaction {s['reaction']} {text_of(s['reaction_text'])}")
    for item in record.of("home_care_item", s):
        version = 3
        out.append(f"home_care {item['item']} {text_of(item['dose'])}")
    if s["next_visit"] is not None:
        version = 3
        out.append("next_visit " + s["next_visit"])
    key = record.keys[s["signing_key_no"]]
    out.append(f"signed {instant(s['signed_at'])} {uuid_text(record.people[key['practitioner_no']]['id'])}")
    return [f"palpate-session {version}"] + out


def is_signed(key, digest, signature):
    try:
        VerifyKey(key).verify(digest, signature)
    except (BadSignatureError, ValueError):
        return False
    return True


class Checker:
    def __init__(self):
        self.faults = []
        self.counts = []

    def expect(self, holds, what):
        if not holds:
            self.faults.append(what)

    def sessions(self, record):
        signed = [s for s in record.sessions if s["signed_at"] is not None]
        for s in signed:
            what = f"session {uuid_text(s['id'])}"
            key = record.keys[s["signing_key_no"]]
            self.expect(key["practitioner_no"] == s["practitioner_no"], f"{what}: signed by somebody else")
            self.expect(blake2b(lines(session_lines(record, s))) == s["digest"], f"{what}: its content has another digest")
            self.expect(is_signed(key["public_key"], s["digest"], s["signature"]), f"{what}: the signature is false")
        self.counts.append(f"{len(signed)} signed sessions")

    def addenda(self, record, addenda):
        ids = {s["no"]: s["id"] for s in record.sessions}
        for a in addenda:
            what = f"addendum {uuid_text(a['id'])}"
            key = record.keys[a["signing_key_no"]]
            digest = blake2b(lines(["palpate-addendum 1", "id " + uuid_text(a["id"]),
                                    "session " + uuid_text(ids[a["session_no"]]),
                                    "practitioner " + uuid_text(record.people[key["practitioner_no"]]["id"]),
                                    "at " + instant(a["at"]), "reason " + text_of(a["reason"]), "text " + text_of(a["text"])]))
            self.expect(digest == a["digest"], f"{what}: its content has another digest")
            self.expect(is_signed(key["public_key"], a["digest"], a["signature"]), f"{what}: the signature is false")
        self.counts.append(f"{len(addenda)} addenda")

    def trail(self, rows, details):
        previous = bytes(32)
        texts = {row["seq"]: row for row in details}
        erased = {row["erases"] for row in rows if row["kind"] == "erase"}
        destroyed = {row["patient"]: row["seq"] for row in rows if row["kind"] == "destroy"}
        for number, row in enumerate(rows, 1):
            what = f"row {row['seq']} of the trail"
            self.expect(row["seq"] == number, f"{what}: it should be row {number}")
            self.expect(row["previous"] == previous, f"{what}: it does not follow the row before")
            spelled = lines(["palpate-audit 1", f"seq {row['seq']}", "at " + instant(row["at"]),
                             "by " + uuid_text(row["practitioner"]), "kind " + row["kind"],
                             "patient " + uuid_text(row["patient"]),
                             f"subject {row['subject']} {uuid_text(row['subject_id'])}", "erases " + word(row["erases"]),
                             "detail " + (row["detail_hash"].hex() if row["detail_hash"] else "-"),
                             "previous " + row["previous"].hex()])
            self.expect(blake2b(spelled) == row["hash"], f"{what}: its content has another hash")
            detail = texts.pop(row["seq"], None)
            if detail is not None:
                self.expect(row["detail_hash"] == blake2b(detail["salt"] + detail["text"].encode()),
                            f"{what}: its detail has another hash")
            elif row["detail_hash"] is not None:
                self.expect(row["seq"] in erased or row["seq"] < destroyed.get(row["patient"], 0),
                            f"{what}: its detail is missing")
            previous = row["hash"]
        self.expect(not texts, "there are details of rows that are not in the trail")
        self.counts.append(f"{len(rows)} rows of the trail")

    def heads(self, heads, rows, record, clinic):
        for head in heads:
            what = f"the head at row {head['seq']}"
            key = record.keys[head["signing_key_no"]]
            self.expect(head["seq"] <= len(rows) and rows[head["seq"] - 1]["hash"] == head["hash"],
                        f"{what}: the trail says something else")
            spelled = lines(["palpate-head 1", "clinic " + uuid_text(clinic["id"]), f"count {head['seq']}",
                             "hash " + head["hash"].hex(), "at " + instant(head["at"]),
                             "by " + uuid_text(record.people[key["practitioner_no"]]["id"])])
            self.expect(is_signed(key["public_key"], spelled, head["signature"]), f"{what}: the signature is false")
        self.counts.append(f"{len(heads)} signed heads")


def check(folder, user, password):
    keys = json.loads((folder / "keys.json").read_text())
    database = Database(folder, database_key(keys, user, password))
    clinic = database.rows("clinic", "no")[0]
    checker = Checker()
    checker.expect(uuid_text(clinic["id"]) == keys["clinic"], "keys.json belongs to another clinic")
    record = Record(database)
    checker.sessions(record)
    checker.addenda(record, database.rows("addendum", "no"))
    rows = database.rows("audit", "seq")
    checker.trail(rows, database.rows("audit_detail", "seq"))
    checker.heads(database.rows("audit_head", "seq"), rows, record, clinic)
    return checker


def main():
    if len(sys.argv) != 3 or "PALPATE_PASSWORD" not in os.environ:
        print(__doc__.strip(), file=sys.stderr)
        return 2
    try:
        checker = check(pathlib.Path(sys.argv[1]), sys.argv[2], os.environ["PALPATE_PASSWORD"])
    except (Broken, OSError, KeyError, ValueError) as error:
        print(f"This clinic can't be read: {error}", file=sys.stderr)
        return 1
    print("checked: " + ", ".join(checker.counts))
    for fault in checker.faults:
        print("does not hold: " + fault)
    return 1 if checker.faults else 0


if __name__ == "__main__":
    sys.exit(main())
