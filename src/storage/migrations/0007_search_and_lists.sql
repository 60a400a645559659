-- SPDX-License-Identifier: MIT
-- Searching inside the maps, the lists with which a day begins, and what was seen after the techniques: all of it but
-- saved_search can be made again from the other tables, and is when search_state.version is older than the program's.

CREATE TABLE search_state (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  version INTEGER NOT NULL CHECK (version >= 0)  -- of what stands in the derived tables; 0: nothing yet
) STRICT;
INSERT INTO search_state (one, version) VALUES (1, 0);

-- Empty, to be filled from the records.
DROP TABLE session_fts_word;
DROP TABLE session_fts;
DROP TABLE patient_fts;
CREATE VIRTUAL TABLE session_fts USING fts5 (
  text, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
CREATE VIRTUAL TABLE session_fts_word USING fts5vocab (session_fts, instance);
CREATE VIRTUAL TABLE patient_fts USING fts5 (
  text, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3 4 5');

-- Every open case that has a session, of a patient who is not archived (nor merged into one who is).
CREATE TABLE open_case (
  case_no INTEGER PRIMARY KEY REFERENCES clinical_case (no),
  seen_at INTEGER NOT NULL,       -- start of the newest session
  rated INTEGER NOT NULL CHECK (rated IN (0, 1)),  -- whether pain now was ever asked
  rated_at INTEGER NOT NULL,      -- start of the newest session in which it was; else of the oldest session
  home_care_at INTEGER,           -- start of the session since which home care waits to be asked about; NULL: none agreed
  next_visit TEXT                 -- as agreed in the newest session that agreed one; NULL: in none
) STRICT;
CREATE INDEX open_case_seen ON open_case (seen_at, next_visit);
CREATE INDEX open_case_rated ON open_case (rated_at);
CREATE INDEX open_case_home_care ON open_case (home_care_at) WHERE home_care_at IS NOT NULL;
CREATE INDEX open_case_next_visit ON open_case (next_visit) WHERE next_visit IS NOT NULL;

-- Sums over all treatments of a technique in a muscle. once: tenderness after minus before; next: before, in the case's
-- next session, minus before.
CREATE TABLE outcome (
  technique TEXT NOT NULL,
  muscle TEXT NOT NULL,
  uses INTEGER NOT NULL CHECK (uses >= 0),
  once_count INTEGER NOT NULL CHECK (once_count >= 0),
  once_sum INTEGER NOT NULL,
  once_squares INTEGER NOT NULL CHECK (once_squares >= 0),
  next_count INTEGER NOT NULL CHECK (next_count >= 0),
  next_sum INTEGER NOT NULL,
  next_squares INTEGER NOT NULL CHECK (next_squares >= 0),
  patients INTEGER NOT NULL CHECK (patients >= 0),
  once_patients INTEGER NOT NULL CHECK (once_patients >= 0),  -- of patients, those with a difference
  next_patients INTEGER NOT NULL CHECK (next_patients >= 0),
  PRIMARY KEY (technique, muscle)
) STRICT, WITHOUT ROWID;

-- How often with whom, and how many differences that gave; patient_no is the record that goes on.
CREATE TABLE outcome_patient (
  patient_no INTEGER NOT NULL REFERENCES patient (no),
  technique TEXT NOT NULL,
  muscle TEXT NOT NULL,
  uses INTEGER NOT NULL CHECK (uses >= 1),
  once_count INTEGER NOT NULL CHECK (once_count >= 0),
  next_count INTEGER NOT NULL CHECK (next_count >= 0),
  PRIMARY KEY (patient_no, technique, muscle)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER outcome_patient_added AFTER INSERT ON outcome_patient
BEGIN
  UPDATE outcome SET patients = patients + 1, once_patients = once_patients + (NEW.once_count > 0),
    next_patients = next_patients + (NEW.next_count > 0)
  WHERE technique = NEW.technique AND muscle = NEW.muscle;
END;

CREATE TRIGGER outcome_patient_changed AFTER UPDATE ON outcome_patient
BEGIN
  UPDATE outcome SET once_patients = once_patients + (NEW.once_count > 0) - (OLD.once_count > 0),
    next_patients = next_patients + (NEW.next_count > 0) - (OLD.next_count > 0)
  WHERE technique = NEW.technique AND muscle = NEW.muscle;
END;

CREATE TRIGGER outcome_patient_gone AFTER DELETE ON outcome_patient
BEGIN
  UPDATE outcome SET patients = patients - 1, once_patients = once_patients - (OLD.once_count > 0),
    next_patients = next_patients - (OLD.next_count > 0)
  WHERE technique = OLD.technique AND muscle = OLD.muscle;
END;

CREATE TABLE saved_search (
  practitioner_no INTEGER NOT NULL REFERENCES practitioner (no),
  name TEXT NOT NULL COLLATE NOCASE CHECK (length(name) BETWEEN 1 AND 100),
  query TEXT NOT NULL CHECK (length(query) BETWEEN 1 AND 10000),
  PRIMARY KEY (practitioner_no, name)
) STRICT, WITHOUT ROWID;
