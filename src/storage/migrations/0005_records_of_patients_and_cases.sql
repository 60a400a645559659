-- SPDX-License-Identifier: MIT
-- Patients and cases as a clinic keeps them: names, contacts, allergies, consents, archive and merging; goals, plan,
-- further diagnoses and the end of a case; words with the patient between sessions; each practitioner's snippets; the
-- unit in which the clinic reads pressures.
--
-- allergies_asked   0: not known; 1 without rows in patient_allergy: asked, none
-- merged_into       the row of the record that goes on instead; no row ever moves with it

ALTER TABLE clinic ADD COLUMN pressure_unit TEXT NOT NULL DEFAULT 'kPa'
  CHECK (pressure_unit IN ('kPa', 'kg/cm2', 'N/cm2'));

ALTER TABLE patient ADD COLUMN preferred_name TEXT NOT NULL DEFAULT '' CHECK (length(preferred_name) <= 200);
ALTER TABLE patient ADD COLUMN gender TEXT NOT NULL DEFAULT '' CHECK (length(gender) <= 200);
ALTER TABLE patient ADD COLUMN address TEXT NOT NULL DEFAULT '' CHECK (length(address) <= 200);
ALTER TABLE patient ADD COLUMN hand TEXT CHECK (hand IN ('right', 'left', 'both'));
ALTER TABLE patient ADD COLUMN emergency_name TEXT NOT NULL DEFAULT '' CHECK (length(emergency_name) <= 200);
ALTER TABLE patient ADD COLUMN emergency_relation TEXT NOT NULL DEFAULT '' CHECK (length(emergency_relation) <= 200);
ALTER TABLE patient ADD COLUMN emergency_phone TEXT NOT NULL DEFAULT '' CHECK (length(emergency_phone) <= 200);
ALTER TABLE patient ADD COLUMN physician_name TEXT NOT NULL DEFAULT '' CHECK (length(physician_name) <= 200);
ALTER TABLE patient ADD COLUMN physician_practice TEXT NOT NULL DEFAULT '' CHECK (length(physician_practice) <= 200);
ALTER TABLE patient ADD COLUMN physician_phone TEXT NOT NULL DEFAULT '' CHECK (length(physician_phone) <= 200);
ALTER TABLE patient ADD COLUMN allergies_asked INTEGER NOT NULL DEFAULT 0 CHECK (allergies_asked IN (0, 1));
ALTER TABLE patient ADD COLUMN archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1));
ALTER TABLE patient ADD COLUMN merged_into INTEGER REFERENCES patient (no) CHECK (merged_into <> no);
CREATE INDEX patient_merged ON patient (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX patient_birth_date ON patient (birth_date) WHERE birth_date IS NOT NULL;

CREATE TABLE patient_allergy (
  patient_no INTEGER NOT NULL REFERENCES patient (no),
  position INTEGER NOT NULL CHECK (position >= 0),
  substance TEXT NOT NULL CHECK (length(substance) BETWEEN 1 AND 200),
  reaction TEXT NOT NULL CHECK (length(reaction) <= 200),
  PRIMARY KEY (patient_no, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE patient_consent (
  patient_no INTEGER NOT NULL REFERENCES patient (no),
  position INTEGER NOT NULL CHECK (position >= 0),
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  scope TEXT NOT NULL CHECK (length(scope) BETWEEN 1 AND 200),
  given TEXT NOT NULL CHECK (given GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  withdrawn TEXT CHECK (withdrawn GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  note TEXT NOT NULL CHECK (length(note) <= 200),
  PRIMARY KEY (patient_no, position)
) STRICT, WITHOUT ROWID;

-- A record leads to one that goes on, in one step: no chains.
CREATE TRIGGER patient_merge_update BEFORE UPDATE OF merged_into ON patient
WHEN NEW.merged_into IS NOT NULL
 AND (EXISTS (SELECT 1 FROM patient WHERE no = NEW.merged_into AND merged_into IS NOT NULL)
      OR EXISTS (SELECT 1 FROM patient WHERE merged_into = NEW.no))
BEGIN SELECT RAISE(ABORT, 'a record is merged into one that goes on'); END;

CREATE TRIGGER patient_merge_insert BEFORE INSERT ON patient
WHEN NEW.merged_into IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a new record is merged into none'); END;

ALTER TABLE clinical_case ADD COLUMN onset_about TEXT NOT NULL DEFAULT '' CHECK (length(onset_about) <= 500);
ALTER TABLE clinical_case ADD COLUMN plan_visits REAL CHECK (plan_visits > 0);  -- a week
ALTER TABLE clinical_case ADD COLUMN plan_weeks INTEGER CHECK (plan_weeks >= 1);
ALTER TABLE clinical_case ADD COLUMN closed TEXT
  CHECK (closed GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND (closed IS NULL OR status <> 'open'));
ALTER TABLE clinical_case ADD COLUMN outcome TEXT NOT NULL DEFAULT '' CHECK (length(outcome) <= 500);
ALTER TABLE clinical_case ADD COLUMN referred_to TEXT NOT NULL DEFAULT '' CHECK (length(referred_to) <= 500);

-- Beside diagnosis_code, which stays the first.
CREATE TABLE case_diagnosis (
  case_no INTEGER NOT NULL REFERENCES clinical_case (no),
  position INTEGER NOT NULL CHECK (position >= 0),
  code TEXT NOT NULL CHECK (length(code) BETWEEN 1 AND 500),
  PRIMARY KEY (case_no, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE case_goal (
  case_no INTEGER NOT NULL REFERENCES clinical_case (no),
  position INTEGER NOT NULL CHECK (position >= 0),
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 500),
  measure TEXT NOT NULL CHECK (length(measure) <= 500),
  target TEXT NOT NULL CHECK (length(target) <= 500),
  due TEXT CHECK (due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  reached TEXT CHECK (reached GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  PRIMARY KEY (case_no, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE case_technique (
  case_no INTEGER NOT NULL REFERENCES clinical_case (no),
  position INTEGER NOT NULL CHECK (position >= 0),
  technique TEXT NOT NULL CHECK (technique <> ''),
  PRIMARY KEY (case_no, position)
) STRICT, WITHOUT ROWID;

-- A word with the patient that was no session. Written once.
CREATE TABLE contact_note (
  no INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  case_no INTEGER NOT NULL REFERENCES clinical_case (no),
  practitioner_no INTEGER NOT NULL REFERENCES practitioner (no),
  at INTEGER NOT NULL,
  written_at INTEGER NOT NULL CHECK (written_at >= at),
  kind TEXT NOT NULL CHECK (kind IN ('telephone', 'message', 'letter', 'in_person')),
  text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 20000)
) STRICT;
CREATE INDEX contact_note_of_case ON contact_note (case_no, at);

CREATE TRIGGER contact_note_frozen_insert BEFORE INSERT ON contact_note
WHEN EXISTS (SELECT 1 FROM contact_note WHERE no = NEW.no OR id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a contact note cannot be changed'); END;

CREATE TRIGGER contact_note_frozen_update BEFORE UPDATE ON contact_note
BEGIN SELECT RAISE(ABORT, 'a contact note cannot be changed'); END;

CREATE TRIGGER contact_note_frozen_delete BEFORE DELETE ON contact_note
BEGIN SELECT RAISE(ABORT, 'a contact note cannot be changed'); END;

CREATE TABLE snippet (
  practitioner_no INTEGER NOT NULL REFERENCES practitioner (no),
  shortcut TEXT NOT NULL COLLATE NOCASE CHECK (length(shortcut) BETWEEN 1 AND 20),
  text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 20000),
  PRIMARY KEY (practitioner_no, shortcut)
) STRICT, WITHOUT ROWID;
