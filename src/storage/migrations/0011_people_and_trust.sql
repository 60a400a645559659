-- SPDX-License-Identifier: MIT
-- Who may sign in and see what; what patients ask to be changed; how long records are kept and how they end.
--
-- practitioner.disabled_at      since when they may not sign in any more; NULL: they may
-- second_factor.secret          20 bytes, for time-based codes (RFC 6238: SHA-1, 6 digits, 30 seconds)
-- second_factor.last_step       the 30-second step (Unix seconds / 30) of the newest code that was used: each serves once
-- recovery_code.hash            BLAKE2b-256 of second_factor.secret followed by the code's 16 symbols
-- recovery_code.used_at         NULL: not used yet
-- patient_restriction           the record opens only for owners and those in patient_access; NULL lifted_at: it holds
-- emergency_access              somebody without access opened a restricted record, and why
-- emergency_seen                an owner has taken note of it
-- amendment                     a patient's request to change the record, in the patient's words
-- amendment_step.kind           'accepted', 'refused' (with the reason), 'extended' (more time is needed, with the
--                               reason), 'disagreement' (the patient's answer to a refusal)
-- amendment_step.addendum_no    the addendum that changed the record; NULL: none
-- retention_rule.years          after the last session
-- retention_rule.until_age      not before this birthday; NULL: age does not matter
-- retention_rule.profession     '' every profession
-- retention_setting.country     whose rules count; one of retention_rule.country
-- destruction                   a record that was destroyed, and why; nothing else of it is left but its rows in the trail
-- destruction.id                the same for records of one person that were destroyed together
-- destruction.backups           those known then that still hold it, a line each

ALTER TABLE practitioner ADD COLUMN disabled_at INTEGER;

CREATE TABLE second_factor (
  practitioner_no INTEGER PRIMARY KEY REFERENCES practitioner (no),
  secret BLOB NOT NULL CHECK (length(secret) = 20),
  since_at INTEGER NOT NULL,
  last_step INTEGER NOT NULL CHECK (last_step >= 0)
) STRICT;

CREATE TABLE recovery_code (
  practitioner_no INTEGER NOT NULL REFERENCES second_factor (practitioner_no) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  used_at INTEGER,
  PRIMARY KEY (practitioner_no, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE patient_restriction (
  no INTEGER PRIMARY KEY,
  patient_no INTEGER NOT NULL REFERENCES patient (no),
  reason TEXT NOT NULL CHECK (length(reason) <= 2000),
  practitioner_no INTEGER NOT NULL REFERENCES practitioner (no),
  at INTEGER NOT NULL,
  lifted_at INTEGER
) STRICT;
CREATE UNIQUE INDEX patient_restriction_that_holds ON patient_restriction (patient_no) WHERE lifted_at IS NULL;

CREATE TABLE patient_access (
  patient_no INTEGER NOT NULL REFERENCES patient (no),
  practitioner_no INTEGER NOT NULL REFERENCES practitioner (no),
  PRIMARY KEY (patient_no, practitioner_no)
) STRICT, WITHOUT ROWID;

CREATE TABLE emergency_access (
  no INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  patient_no INTEGER NOT NULL REFERENCES patient (no),
  practitioner_no INTEGER NOT NULL REFERENCES practitioner (no),
  reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX emergency_access_of_patient ON emergency_access (patient_no, practitioner_no, at);

CREATE TABLE emergency_seen (
  emergency_no INTEGER PRIMARY KEY REFERENCES emergency_access (no),
  practitioner_no INTEGER NOT NULL REFERENCES practitioner (no),
  at INTEGER NOT NULL
) STRICT;

CREATE TABLE amendment (
  no INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  patient_no INTEGER NOT NULL REFERENCES patient (no),
  session_no INTEGER REFERENCES session (no),
  wish TEXT NOT NULL CHECK (length(wish) BETWEEN 1 AND 20000),
  asked_on TEXT NOT NULL CHECK (asked_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  practitioner_no INTEGER NOT NULL REFERENCES practitioner (no),
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX amendment_of_patient ON amendment (patient_no, no);
CREATE INDEX amendment_of_session ON amendment (session_no) WHERE session_no IS NOT NULL;

CREATE TABLE amendment_step (
  no INTEGER PRIMARY KEY,
  amendment_no INTEGER NOT NULL REFERENCES amendment (no),
  kind TEXT NOT NULL CHECK (kind IN ('accepted', 'refused', 'extended', 'disagreement')),
  text TEXT NOT NULL CHECK (length(text) <= 20000),
  addendum_no INTEGER REFERENCES addendum (no),
  practitioner_no INTEGER NOT NULL REFERENCES practitioner (no),
  at INTEGER NOT NULL,
  CHECK (text <> '' OR kind = 'accepted'),
  CHECK (addendum_no IS NULL OR kind = 'accepted')
) STRICT;
CREATE UNIQUE INDEX amendment_step_answer ON amendment_step (amendment_no) WHERE kind IN ('accepted', 'refused');
CREATE UNIQUE INDEX amendment_step_extended ON amendment_step (amendment_no) WHERE kind = 'extended';
CREATE INDEX amendment_step_of_amendment ON amendment_step (amendment_no, no);
CREATE INDEX amendment_step_of_addendum ON amendment_step (addendum_no) WHERE addendum_no IS NOT NULL;

CREATE TABLE retention_rule (
  no INTEGER PRIMARY KEY,
  position INTEGER NOT NULL UNIQUE CHECK (position >= 0),
  country TEXT NOT NULL CHECK (length(country) BETWEEN 1 AND 200),
  profession TEXT NOT NULL CHECK (profession IN ('', 'physiotherapist', 'chiropractor', 'massage_therapist', 'other')),
  years INTEGER NOT NULL CHECK (years BETWEEN 0 AND 200),
  until_age INTEGER CHECK (until_age BETWEEN 1 AND 200),
  source TEXT NOT NULL CHECK (length(source) BETWEEN 1 AND 2000)
) STRICT;

CREATE TABLE retention_setting (
  no INTEGER PRIMARY KEY CHECK (no = 1),
  country TEXT NOT NULL CHECK (length(country) BETWEEN 1 AND 200)
) STRICT;

CREATE TABLE destruction (
  no INTEGER PRIMARY KEY,
  id BLOB NOT NULL CHECK (length(id) = 16),
  patient BLOB NOT NULL UNIQUE CHECK (length(patient) = 16),
  reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
  rule TEXT NOT NULL CHECK (length(rule) <= 2000),
  last_session TEXT CHECK (last_session GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  rows_gone INTEGER NOT NULL CHECK (rows_gone > 0),
  sessions_gone INTEGER NOT NULL CHECK (sessions_gone >= 0),
  documents_gone INTEGER NOT NULL CHECK (documents_gone >= 0),
  export_digest BLOB NOT NULL CHECK (length(export_digest) = 32),
  backups TEXT NOT NULL,
  practitioner_no INTEGER NOT NULL REFERENCES practitioner (no),
  at INTEGER NOT NULL
) STRICT;

CREATE TRIGGER patient_restriction_kept_delete BEFORE DELETE ON patient_restriction
BEGIN SELECT RAISE(ABORT, 'a restriction is lifted, never removed'); END;
CREATE TRIGGER patient_restriction_kept_insert BEFORE INSERT ON patient_restriction
WHEN EXISTS (SELECT 1 FROM patient_restriction WHERE no = NEW.no)
BEGIN SELECT RAISE(ABORT, 'a restriction is lifted, never removed'); END;
CREATE TRIGGER patient_restriction_kept_update BEFORE UPDATE ON patient_restriction
WHEN OLD.lifted_at IS NOT NULL OR NEW.lifted_at IS NULL OR NEW.no IS NOT OLD.no OR NEW.patient_no IS NOT OLD.patient_no
  OR NEW.reason IS NOT OLD.reason OR NEW.practitioner_no IS NOT OLD.practitioner_no OR NEW.at IS NOT OLD.at
BEGIN SELECT RAISE(ABORT, 'a restriction is lifted, never changed'); END;

CREATE TRIGGER emergency_access_frozen_insert BEFORE INSERT ON emergency_access
WHEN EXISTS (SELECT 1 FROM emergency_access WHERE no = NEW.no OR id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'an emergency access is written once'); END;
CREATE TRIGGER emergency_access_frozen_update BEFORE UPDATE ON emergency_access
BEGIN SELECT RAISE(ABORT, 'an emergency access is written once'); END;
CREATE TRIGGER emergency_access_frozen_delete BEFORE DELETE ON emergency_access
BEGIN SELECT RAISE(ABORT, 'an emergency access is written once'); END;
CREATE TRIGGER emergency_seen_frozen_insert BEFORE INSERT ON emergency_seen
WHEN EXISTS (SELECT 1 FROM emergency_seen WHERE emergency_no = NEW.emergency_no)
BEGIN SELECT RAISE(ABORT, 'that an emergency was seen is written once'); END;
CREATE TRIGGER emergency_seen_frozen_update BEFORE UPDATE ON emergency_seen
BEGIN SELECT RAISE(ABORT, 'that an emergency was seen is written once'); END;
CREATE TRIGGER emergency_seen_frozen_delete BEFORE DELETE ON emergency_seen
BEGIN SELECT RAISE(ABORT, 'that an emergency was seen is written once'); END;

CREATE TRIGGER amendment_of_its_patient BEFORE INSERT ON amendment
WHEN NEW.session_no IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM session s JOIN patient p ON p.no = s.patient_no
  WHERE s.no = NEW.session_no AND (p.no = NEW.patient_no OR p.merged_into = NEW.patient_no))
BEGIN SELECT RAISE(ABORT, 'a request is about a session of its patient'); END;
CREATE TRIGGER amendment_frozen_insert BEFORE INSERT ON amendment
WHEN EXISTS (SELECT 1 FROM amendment WHERE no = NEW.no OR id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a request is written once'); END;
CREATE TRIGGER amendment_frozen_update BEFORE UPDATE ON amendment
BEGIN SELECT RAISE(ABORT, 'a request is written once'); END;
CREATE TRIGGER amendment_frozen_delete BEFORE DELETE ON amendment
BEGIN SELECT RAISE(ABORT, 'a request is written once'); END;

CREATE TRIGGER amendment_step_in_order BEFORE INSERT ON amendment_step
WHEN (NEW.kind = 'disagreement' AND NOT EXISTS (
        SELECT 1 FROM amendment_step WHERE amendment_no = NEW.amendment_no AND kind = 'refused'))
  OR (NEW.kind = 'extended' AND EXISTS (
        SELECT 1 FROM amendment_step WHERE amendment_no = NEW.amendment_no AND kind IN ('accepted', 'refused')))
BEGIN SELECT RAISE(ABORT, 'this does not follow what was answered before'); END;
CREATE TRIGGER amendment_step_of_its_session BEFORE INSERT ON amendment_step
WHEN NEW.addendum_no IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM amendment m JOIN addendum a ON a.no = NEW.addendum_no JOIN session s ON s.no = a.session_no
    JOIN patient p ON p.no = s.patient_no
  WHERE m.no = NEW.amendment_no AND (m.session_no IS NULL OR m.session_no = s.no)
    AND (p.no = m.patient_no OR p.merged_into = m.patient_no))
BEGIN SELECT RAISE(ABORT, 'the addendum belongs to another record'); END;
CREATE TRIGGER amendment_step_frozen_insert BEFORE INSERT ON amendment_step
WHEN EXISTS (SELECT 1 FROM amendment_step WHERE no = NEW.no)
  OR (NEW.kind IN ('accepted', 'refused') AND EXISTS (
        SELECT 1 FROM amendment_step WHERE amendment_no = NEW.amendment_no AND kind IN ('accepted', 'refused')))
  OR (NEW.kind = 'extended' AND EXISTS (
        SELECT 1 FROM amendment_step WHERE amendment_no = NEW.amendment_no AND kind = 'extended'))
BEGIN SELECT RAISE(ABORT, 'an answer is written once'); END;
CREATE TRIGGER amendment_step_frozen_update BEFORE UPDATE ON amendment_step
BEGIN SELECT RAISE(ABORT, 'an answer is written once'); END;
CREATE TRIGGER amendment_step_frozen_delete BEFORE DELETE ON amendment_step
BEGIN SELECT RAISE(ABORT, 'an answer is written once'); END;

CREATE TRIGGER destruction_frozen_insert BEFORE INSERT ON destruction
WHEN EXISTS (SELECT 1 FROM destruction WHERE no = NEW.no OR patient = NEW.patient)
BEGIN SELECT RAISE(ABORT, 'a destruction is written once'); END;
CREATE TRIGGER destruction_frozen_update BEFORE UPDATE ON destruction
BEGIN SELECT RAISE(ABORT, 'a destruction is written once'); END;
CREATE TRIGGER destruction_frozen_delete BEFORE DELETE ON destruction
BEGIN SELECT RAISE(ABORT, 'a destruction is written once'); END;

-- So that the trail of one person, or of one kind, is read without reading all of it.
CREATE INDEX audit_of_practitioner ON audit (practitioner, seq);
CREATE INDEX audit_of_kind ON audit (kind, seq);

-- Of the screen, for everybody: locked after so long without a key or a movement (NULL: never), and how long patients' data
-- stay on the clipboard (NULL: until something else is copied).
CREATE TABLE lock_setting (
  no INTEGER PRIMARY KEY CHECK (no = 1),
  idle_minutes INTEGER CHECK (idle_minutes BETWEEN 1 AND 240),
  clipboard_seconds INTEGER CHECK (clipboard_seconds BETWEEN 5 AND 3600)
) STRICT;
