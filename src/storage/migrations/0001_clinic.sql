-- SPDX-License-Identifier: MIT
-- The first schema. Never edited once released. Described for strangers in docs/file-format.md.
--
-- no      the row's number inside this file: other tables refer to it, nobody else sees it
-- id      UUIDv7, 16 bytes in network order: the record's identity everywhere
-- *_at    Unix seconds, UTC; days are TEXT YYYY-MM-DD
-- NULL    not asked, not assessed, not measured; never the same as 0, "absent" or ""

CREATE TABLE clinic (
  no INTEGER PRIMARY KEY CHECK (no = 1),
  id BLOB NOT NULL CHECK (length(id) = 16),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 500),
  address TEXT NOT NULL,
  phone TEXT NOT NULL,
  time_zone TEXT NOT NULL CHECK (time_zone <> ''),
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE practitioner (
  no INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  user_name TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (user_name <> ''),
  display_name TEXT NOT NULL,
  profession TEXT NOT NULL CHECK (profession IN ('physiotherapist', 'chiropractor', 'massage_therapist', 'other')),
  role TEXT NOT NULL CHECK (role IN ('owner', 'practitioner', 'front_desk', 'auditor')),
  registration TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

-- Every public key a practitioner ever signed with: a renewed key does not make old signatures unreadable.
CREATE TABLE signing_key (
  no INTEGER PRIMARY KEY,
  practitioner_no INTEGER NOT NULL REFERENCES practitioner (no),
  public_key BLOB NOT NULL UNIQUE CHECK (length(public_key) = 32),
  since_at INTEGER NOT NULL
) STRICT;
CREATE INDEX signing_key_of_practitioner ON signing_key (practitioner_no, no);

CREATE TABLE patient (
  no INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  family_name TEXT NOT NULL CHECK (length(family_name) <= 200),
  given_name TEXT NOT NULL CHECK (length(given_name) <= 200),
  birth_date TEXT CHECK (birth_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  sex TEXT CHECK (sex IN ('female', 'male', 'other', 'unknown')),
  phone TEXT NOT NULL CHECK (length(phone) <= 200),
  email TEXT NOT NULL CHECK (length(email) <= 200),
  occupation TEXT NOT NULL CHECK (length(occupation) <= 200),
  note TEXT NOT NULL CHECK (length(note) <= 20000),
  alerts_asked INTEGER NOT NULL CHECK (alerts_asked IN (0, 1)),
  created_at INTEGER NOT NULL,
  recency INTEGER NOT NULL UNIQUE,  -- (newest session's start, or created_at) * 2^20 + a counter; rowid of patient_fts
  CHECK (family_name <> '' OR given_name <> '')
) STRICT;

CREATE TABLE patient_alert (
  patient_no INTEGER NOT NULL REFERENCES patient (no),
  position INTEGER NOT NULL CHECK (position >= 0),
  kind TEXT NOT NULL CHECK (kind <> ''),
  detail TEXT NOT NULL CHECK (length(detail) <= 200),
  PRIMARY KEY (patient_no, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE clinical_case (
  no INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  patient_no INTEGER NOT NULL REFERENCES patient (no),
  complaint TEXT NOT NULL CHECK (length(complaint) BETWEEN 1 AND 500),
  area TEXT NOT NULL CHECK (area <> ''),
  onset TEXT CHECK (onset GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  onset_note TEXT NOT NULL CHECK (length(onset_note) <= 500),
  diagnosis_code TEXT NOT NULL CHECK (length(diagnosis_code) <= 500),
  referrer TEXT NOT NULL CHECK (length(referrer) <= 500),
  goal TEXT NOT NULL CHECK (length(goal) <= 500),
  status TEXT NOT NULL CHECK (status IN ('open', 'discharged', 'referred_on')),
  opened TEXT NOT NULL CHECK (opened GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
CREATE INDEX clinical_case_of_patient ON clinical_case (patient_no, opened);

CREATE TABLE session (
  no INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  search_key INTEGER NOT NULL UNIQUE,  -- started_at * 2^20 + a counter; rowid of session_fts: newest first without sorting
  case_no INTEGER NOT NULL REFERENCES clinical_case (no),
  patient_no INTEGER NOT NULL REFERENCES patient (no),
  practitioner_no INTEGER NOT NULL REFERENCES practitioner (no),
  started_at INTEGER NOT NULL,
  written_at INTEGER NOT NULL,
  time_zone TEXT NOT NULL CHECK (time_zone <> ''),
  pain_now INTEGER CHECK (pain_now BETWEEN 0 AND 10),
  pain_best INTEGER CHECK (pain_best BETWEEN 0 AND 10),
  pain_worst INTEGER CHECK (pain_worst BETWEEN 0 AND 10),
  pain_after INTEGER CHECK (pain_after BETWEEN 0 AND 10),
  course TEXT CHECK (course IN ('worse', 'same', 'better', 'gone')),
  signed_at INTEGER,
  signing_key_no INTEGER REFERENCES signing_key (no),
  digest BLOB CHECK (length(digest) = 32),
  signature BLOB CHECK (length(signature) = 64),
  CHECK ((signed_at IS NULL) = (signing_key_no IS NULL)
         AND (signed_at IS NULL) = (digest IS NULL)
         AND (signed_at IS NULL) = (signature IS NULL))
) STRICT;
CREATE INDEX session_of_patient ON session (patient_no, started_at);
CREATE INDEX session_of_case ON session (case_no, started_at);
CREATE INDEX session_draft ON session (practitioner_no, started_at) WHERE signed_at IS NULL;

CREATE TABLE session_note (
  session_no INTEGER NOT NULL REFERENCES session (no),
  part INTEGER NOT NULL CHECK (part BETWEEN 0 AND 3),  -- subjective, objective, assessment, plan
  authorship TEXT NOT NULL CHECK (authorship IN ('composed', 'written', 'copied')),
  text TEXT NOT NULL,
  PRIMARY KEY (session_no, part)
) STRICT, WITHOUT ROWID;

CREATE TABLE trigger_point (
  no INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  case_no INTEGER NOT NULL REFERENCES clinical_case (no),
  number INTEGER NOT NULL CHECK (number >= 1),
  UNIQUE (case_no, number)
) STRICT;

CREATE TABLE finding (
  session_no INTEGER NOT NULL REFERENCES session (no),
  point_no INTEGER NOT NULL REFERENCES trigger_point (no),
  view TEXT NOT NULL CHECK (view IN ('anterior', 'posterior', 'left', 'right', 'plantar')),
  x REAL NOT NULL,  -- millimetres on the standard figure, see Body.h
  y REAL NOT NULL,
  muscle TEXT NOT NULL CHECK (muscle <> ''),
  side TEXT NOT NULL CHECK (side IN ('L', 'R', 'M')),
  layer INTEGER NOT NULL CHECK (layer BETWEEN 0 AND 5),
  reference_point TEXT CHECK (reference_point <> ''),
  taut_band TEXT CHECK (taut_band IN ('absent', 'present')),
  tender_spot TEXT CHECK (tender_spot IN ('absent', 'present')),
  referred_pain TEXT CHECK (referred_pain IN ('absent', 'present')),
  recognised TEXT CHECK (recognised IN ('no', 'partly', 'yes')),
  twitch TEXT CHECK (twitch IN ('absent', 'present')),
  jump TEXT CHECK (jump IN ('absent', 'present')),
  tenderness INTEGER CHECK (tenderness BETWEEN 0 AND 10),
  threshold REAL CHECK (threshold >= 0),  -- kPa
  state TEXT CHECK (state IN ('active', 'latent', 'resolved')),
  relation TEXT CHECK (relation IN ('primary', 'satellite', 'key')),
  note TEXT NOT NULL,
  PRIMARY KEY (session_no, point_no)
) STRICT, WITHOUT ROWID;
CREATE INDEX finding_of_point ON finding (point_no);

CREATE TABLE treatment (
  session_no INTEGER NOT NULL REFERENCES session (no),
  position INTEGER NOT NULL CHECK (position >= 0),
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  technique TEXT NOT NULL CHECK (technique <> ''),
  point_no INTEGER,
  muscle TEXT CHECK (muscle <> ''),
  region TEXT CHECK (region <> ''),
  side TEXT CHECK (side IN ('L', 'R', 'M')),
  tenderness_after INTEGER CHECK (tenderness_after BETWEEN 0 AND 10),
  pain_before INTEGER CHECK (pain_before BETWEEN 0 AND 10),
  pain_after INTEGER CHECK (pain_after BETWEEN 0 AND 10),
  note TEXT NOT NULL,
  PRIMARY KEY (session_no, position),
  FOREIGN KEY (session_no, point_no) REFERENCES finding (session_no, point_no),
  CHECK ((point_no IS NOT NULL) + (muscle IS NOT NULL) + (region IS NOT NULL) = 1),
  CHECK ((point_no IS NULL) = (side IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE treatment_value (
  session_no INTEGER NOT NULL,
  treatment_position INTEGER NOT NULL,
  position INTEGER NOT NULL CHECK (position >= 0),
  field TEXT NOT NULL CHECK (field <> ''),
  number REAL,
  flag INTEGER CHECK (flag IN (0, 1)),
  text TEXT,
  PRIMARY KEY (session_no, treatment_position, position),
  FOREIGN KEY (session_no, treatment_position) REFERENCES treatment (session_no, position),
  CHECK ((number IS NOT NULL) + (flag IS NOT NULL) + (text IS NOT NULL) = 1)
) STRICT, WITHOUT ROWID;

CREATE TABLE addendum (
  no INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  session_no INTEGER NOT NULL REFERENCES session (no),
  at INTEGER NOT NULL,
  text TEXT NOT NULL CHECK (text <> ''),
  reason TEXT NOT NULL,
  signing_key_no INTEGER NOT NULL REFERENCES signing_key (no),
  digest BLOB NOT NULL CHECK (length(digest) = 32),
  signature BLOB NOT NULL CHECK (length(signature) = 64)
) STRICT;
CREATE INDEX addendum_of_session ON addendum (session_no);

-- The audit keeps identities, not row numbers: it must still be read when a record is gone.
CREATE TABLE audit (
  seq INTEGER PRIMARY KEY CHECK (seq >= 1),
  at INTEGER NOT NULL,
  practitioner BLOB NOT NULL CHECK (length(practitioner) = 16),
  kind TEXT NOT NULL CHECK (kind <> ''),
  patient BLOB CHECK (length(patient) = 16),
  subject TEXT NOT NULL CHECK (subject <> ''),
  subject_id BLOB CHECK (length(subject_id) = 16),
  erases INTEGER,
  detail_hash BLOB CHECK (length(detail_hash) = 32),
  previous BLOB NOT NULL CHECK (length(previous) = 32),
  hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
CREATE INDEX audit_of_patient ON audit (patient, seq) WHERE patient IS NOT NULL;
CREATE INDEX audit_erasure ON audit (erases) WHERE erases IS NOT NULL;

CREATE TABLE audit_detail (
  seq INTEGER PRIMARY KEY REFERENCES audit (seq),
  salt BLOB NOT NULL CHECK (length(salt) = 16),
  text TEXT NOT NULL
) STRICT;

CREATE TABLE audit_head (
  seq INTEGER PRIMARY KEY REFERENCES audit (seq),
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  at INTEGER NOT NULL,
  signing_key_no INTEGER NOT NULL REFERENCES signing_key (no),
  signature BLOB NOT NULL CHECK (length(signature) = 64)
) STRICT;

CREATE VIRTUAL TABLE session_fts USING fts5 (
  text, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
CREATE VIRTUAL TABLE session_fts_word USING fts5vocab (session_fts, instance);
CREATE VIRTUAL TABLE patient_fts USING fts5 (
  text, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3 5');
