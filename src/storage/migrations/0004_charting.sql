-- SPDX-License-Identifier: MIT
-- What a whole session asks, measures, does and agrees on; and which program charts a draft.
--
-- Everywhere NULL is not told, not asked or not measured; never the same as 0, "none" or "".

ALTER TABLE session ADD COLUMN ended_at INTEGER CHECK (ended_at >= started_at);
ALTER TABLE session ADD COLUMN consent TEXT CHECK (consent IN ('given', 'declined'));
ALTER TABLE session ADD COLUMN sleep_hours REAL CHECK (sleep_hours BETWEEN 0 AND 24);  -- a night
ALTER TABLE session ADD COLUMN stress INTEGER CHECK (stress BETWEEN 0 AND 10);
ALTER TABLE session ADD COLUMN water_litres REAL CHECK (water_litres BETWEEN 0 AND 20);  -- a day
ALTER TABLE session ADD COLUMN sitting_hours REAL CHECK (sitting_hours BETWEEN 0 AND 24);  -- a day
ALTER TABLE session ADD COLUMN active_days INTEGER CHECK (active_days BETWEEN 0 AND 7);  -- of the last seven
ALTER TABLE session ADD COLUMN home_care_days INTEGER CHECK (home_care_days BETWEEN 0 AND 7);
ALTER TABLE session ADD COLUMN reaction TEXT CHECK (reaction IN ('none', 'mild', 'moderate', 'severe'));
ALTER TABLE session ADD COLUMN reaction_text TEXT CHECK ((reaction_text IS NULL) = (reaction IS NULL));
ALTER TABLE session ADD COLUMN next_visit TEXT CHECK (next_visit GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');

ALTER TABLE finding ADD COLUMN settled TEXT CHECK (settled IN ('still', 'better', 'worse', 'gone'));

-- A fifth part of the note. A check can't be changed in place: the rows move to a new table.
ALTER TABLE session_note RENAME TO old_session_note;
CREATE TABLE session_note (
  session_no INTEGER NOT NULL REFERENCES session (no),
  part INTEGER NOT NULL CHECK (part BETWEEN 0 AND 4),  -- subjective, objective, assessment, plan, treatment
  authorship TEXT NOT NULL CHECK (authorship IN ('composed', 'written', 'copied')),
  text TEXT NOT NULL,
  PRIMARY KEY (session_no, part)
) STRICT, WITHOUT ROWID;
INSERT INTO session_note (session_no, part, authorship, text)
  SELECT session_no, part, authorship, text FROM old_session_note;
DROP TABLE old_session_note;

-- A joint as a target. The dose refers to its treatment, so both move.
ALTER TABLE treatment_value RENAME TO old_treatment_value;
ALTER TABLE treatment RENAME TO old_treatment;
CREATE TABLE treatment (
  session_no INTEGER NOT NULL REFERENCES session (no),
  position INTEGER NOT NULL CHECK (position >= 0),
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  technique TEXT NOT NULL CHECK (technique <> ''),
  point_no INTEGER,
  muscle TEXT CHECK (muscle <> ''),
  region TEXT CHECK (region <> ''),
  joint TEXT CHECK (joint <> ''),
  side TEXT CHECK (side IN ('L', 'R', 'M')),
  tenderness_after INTEGER CHECK (tenderness_after BETWEEN 0 AND 10),
  pain_before INTEGER CHECK (pain_before BETWEEN 0 AND 10),
  pain_after INTEGER CHECK (pain_after BETWEEN 0 AND 10),
  note TEXT NOT NULL,
  PRIMARY KEY (session_no, position),
  FOREIGN KEY (session_no, point_no) REFERENCES finding (session_no, point_no),
  CHECK ((point_no IS NOT NULL) + (muscle IS NOT NULL) + (region IS NOT NULL) + (joint IS NOT NULL) = 1),
  CHECK ((point_no IS NULL) = (side IS NOT NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO treatment (session_no, position, id, technique, point_no, muscle, region, side, tenderness_after,
                       pain_before, pain_after, note)
  SELECT session_no, position, id, technique, point_no, muscle, region, side, tenderness_after,
         pain_before, pain_after, note FROM old_treatment;
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
INSERT INTO treatment_value (session_no, treatment_position, position, field, number, flag, text)
  SELECT session_no, treatment_position, position, field, number, flag, text FROM old_treatment_value;
DROP TABLE old_treatment_value;
DROP TABLE old_treatment;

-- Why a technique was used although an alert of the patient speaks against it.
CREATE TABLE treatment_went_on (
  session_no INTEGER NOT NULL,
  treatment_position INTEGER NOT NULL,
  position INTEGER NOT NULL CHECK (position >= 0),
  alert TEXT NOT NULL CHECK (alert <> ''),
  reason TEXT NOT NULL CHECK (reason <> ''),
  PRIMARY KEY (session_no, treatment_position, position),
  FOREIGN KEY (session_no, treatment_position) REFERENCES treatment (session_no, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE range_of_motion (
  session_no INTEGER NOT NULL REFERENCES session (no),
  position INTEGER NOT NULL CHECK (position >= 0),
  motion TEXT NOT NULL CHECK (motion <> ''),
  side TEXT NOT NULL CHECK (side IN ('L', 'R', 'M')),
  active REAL,  -- in the unit of the motion's row
  passive REAL,
  pain INTEGER CHECK (pain BETWEEN 0 AND 10),
  note TEXT NOT NULL,
  PRIMARY KEY (session_no, position),
  UNIQUE (session_no, motion, side),
  CHECK (active IS NOT NULL OR passive IS NOT NULL OR pain IS NOT NULL OR note <> '')
) STRICT, WITHOUT ROWID;

CREATE TABLE test_result (
  session_no INTEGER NOT NULL REFERENCES session (no),
  position INTEGER NOT NULL CHECK (position >= 0),
  test TEXT NOT NULL CHECK (test <> ''),
  part TEXT NOT NULL,  -- '': the whole test
  side TEXT NOT NULL CHECK (side IN ('L', 'R', 'M')),
  region TEXT CHECK (region <> ''),
  muscle TEXT CHECK (muscle <> ''),
  joint TEXT CHECK (joint <> ''),
  number REAL,  -- in the unit of the test's row
  choice TEXT,
  also REAL,
  note TEXT NOT NULL,
  PRIMARY KEY (session_no, position),
  CHECK ((region IS NOT NULL) + (muscle IS NOT NULL) + (joint IS NOT NULL) <= 1),
  CHECK ((number IS NOT NULL) + (choice IS NOT NULL) = 1)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX test_result_once ON test_result
  (session_no, test, part, side, ifnull(region, ''), ifnull(muscle, ''), ifnull(joint, ''));

CREATE TABLE home_care_item (
  session_no INTEGER NOT NULL REFERENCES session (no),
  position INTEGER NOT NULL CHECK (position >= 0),
  item TEXT NOT NULL CHECK (item <> ''),
  dose TEXT NOT NULL,
  PRIMARY KEY (session_no, position),
  UNIQUE (session_no, item)
) STRICT, WITHOUT ROWID;

-- The program that charts a draft, or was the last to. It lives as long as it keeps its file in-use/HOLDER locked; the
-- row of one that has died, or has released the draft, keeps nobody out.
CREATE TABLE session_claim (
  session_no INTEGER PRIMARY KEY REFERENCES session (no),
  holder BLOB NOT NULL CHECK (length(holder) = 16),
  practitioner_no INTEGER NOT NULL REFERENCES practitioner (no),
  since_at INTEGER NOT NULL,
  released INTEGER NOT NULL CHECK (released IN (0, 1))
) STRICT;

CREATE TRIGGER session_note_frozen_insert BEFORE INSERT ON session_note
WHEN EXISTS (SELECT 1 FROM session WHERE no = NEW.session_no AND signed_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'a signed session cannot be changed'); END;

CREATE TRIGGER session_note_frozen_update BEFORE UPDATE ON session_note
WHEN EXISTS (SELECT 1 FROM session WHERE no = OLD.session_no AND signed_at IS NOT NULL)
  OR EXISTS (SELECT 1 FROM session WHERE no = NEW.session_no AND signed_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'a signed session cannot be changed'); END;

CREATE TRIGGER session_note_frozen_delete BEFORE DELETE ON session_note
WHEN EXISTS (SELECT 1 FROM session WHERE no = OLD.session_no AND signed_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'a signed session cannot be changed'); END;

CREATE TRIGGER treatment_frozen_insert BEFORE INSERT ON treatment
WHEN EXISTS (SELECT 1 FROM session WHERE no = NEW.session_no AND signed_at IS NOT NULL)
  OR EXISTS (SELECT 1 FROM treatment t JOIN session s ON s.no = t.session_no
             WHERE t.id = NEW.id AND s.signed_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'a signed session cannot be changed'); END;

CREATE TRIGGER treatment_frozen_update BEFORE UPDATE ON treatment
WHEN EXISTS (SELECT 1 FROM session WHERE no = OLD.session_no AND signed_at IS NOT NULL)
  OR EXISTS (SELECT 1 FROM session WHERE no = NEW.session_no AND signed_at IS NOT NULL)
  OR EXISTS (SELECT 1 FROM treatment t JOIN session s ON s.no = t.session_no
             WHERE t.id = NEW.id AND s.signed_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'a signed session cannot be changed'); END;

CREATE TRIGGER treatment_frozen_delete BEFORE DELETE ON treatment
WHEN EXISTS (SELECT 1 FROM session WHERE no = OLD.session_no AND signed_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'a signed session cannot be changed'); END;

CREATE TRIGGER treatment_value_frozen_insert BEFORE INSERT ON treatment_value
WHEN EXISTS (SELECT 1 FROM session WHERE no = NEW.session_no AND signed_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'a signed session cannot be changed'); END;

CREATE TRIGGER treatment_value_frozen_update BEFORE UPDATE ON treatment_value
WHEN EXISTS (SELECT 1 FROM session WHERE no = OLD.session_no AND signed_at IS NOT NULL)
  OR EXISTS (SELECT 1 FROM session WHERE no = NEW.session_no AND signed_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'a signed session cannot be changed'); END;

CREATE TRIGGER treatment_value_frozen_delete BEFORE DELETE ON treatment_value
WHEN EXISTS (SELECT 1 FROM session WHERE no = OLD.session_no AND signed_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'a signed session cannot be changed'); END;

CREATE TRIGGER treatment_went_on_frozen_insert BEFORE INSERT ON treatment_went_on
WHEN EXISTS (SELECT 1 FROM session WHERE no = NEW.session_no AND signed_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'a signed session cannot be changed'); END;

CREATE TRIGGER treatment_went_on_frozen_update BEFORE UPDATE ON treatment_went_on
WHEN EXISTS (SELECT 1 FROM session WHERE no = OLD.session_no AND signed_at IS NOT NULL)
  OR EXISTS (SELECT 1 FROM session WHERE no = NEW.session_no AND signed_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'a signed session cannot be changed'); END;

CREATE TRIGGER treatment_went_on_frozen_delete BEFORE DELETE ON treatment_went_on
WHEN EXISTS (SELECT 1 FROM session WHERE no = OLD.session_no AND signed_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'a signed session cannot be changed'); END;

CREATE TRIGGER range_of_motion_frozen_insert BEFORE INSERT ON range_of_motion
WHEN EXISTS (SELECT 1 FROM session WHERE no = NEW.session_no AND signed_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'a signed session cannot be changed'); END;

CREATE TRIGGER range_of_motion_frozen_update BEFORE UPDATE ON range_of_motion
WHEN EXISTS (SELECT 1 FROM session WHERE no = OLD.session_no AND signed_at IS NOT NULL)
  OR EXISTS (SELECT 1 FROM session WHERE no = NEW.session_no AND signed_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'a signed session cannot be changed'); END;

CREATE TRIGGER range_of_motion_frozen_delete BEFORE DELETE ON range_of_motion
WHEN EXISTS (SELECT 1 FROM session WHERE no = OLD.session_no AND signed_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'a signed session cannot be changed'); END;

CREATE TRIGGER test_result_frozen_insert BEFORE INSERT ON test_result
WHEN EXISTS (SELECT 1 FROM session WHERE no = NEW.session_no AND signed_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'a signed session cannot be changed'); END;

CREATE TRIGGER test_result_frozen_update BEFORE UPDATE ON test_result
WHEN EXISTS (SELECT 1 FROM session WHERE no = OLD.session_no AND signed_at IS NOT NULL)
  OR EXISTS (SELECT 1 FROM session WHERE no = NEW.session_no AND signed_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'a signed session cannot be changed'); END;

CREATE TRIGGER test_result_frozen_delete BEFORE DELETE ON test_result
WHEN EXISTS (SELECT 1 FROM session WHERE no = OLD.session_no AND signed_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'a signed session cannot be changed'); END;

CREATE TRIGGER home_care_item_frozen_insert BEFORE INSERT ON home_care_item
WHEN EXISTS (SELECT 1 FROM session WHERE no = NEW.session_no AND signed_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'a signed session cannot be changed'); END;

CREATE TRIGGER home_care_item_frozen_update BEFORE UPDATE ON home_care_item
WHEN EXISTS (SELECT 1 FROM session WHERE no = OLD.session_no AND signed_at IS NOT NULL)
  OR EXISTS (SELECT 1 FROM session WHERE no = NEW.session_no AND signed_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'a signed session cannot be changed'); END;

CREATE TRIGGER home_care_item_frozen_delete BEFORE DELETE ON home_care_item
WHEN EXISTS (SELECT 1 FROM session WHERE no = OLD.session_no AND signed_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'a signed session cannot be changed'); END;

CREATE TRIGGER claim_ends_with_signing AFTER UPDATE ON session
WHEN NEW.signed_at IS NOT NULL
BEGIN DELETE FROM session_claim WHERE session_no = NEW.no; END;

CREATE TRIGGER claim_ends_with_signed_insert AFTER INSERT ON session
WHEN NEW.signed_at IS NOT NULL
BEGIN DELETE FROM session_claim WHERE session_no = NEW.no; END;

CREATE TRIGGER session_claim_of_draft_insert BEFORE INSERT ON session_claim
WHEN EXISTS (SELECT 1 FROM session WHERE no = NEW.session_no AND signed_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'a signed session cannot be claimed'); END;

CREATE TRIGGER session_claim_of_draft_update BEFORE UPDATE ON session_claim
WHEN EXISTS (SELECT 1 FROM session WHERE no = NEW.session_no AND signed_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'a signed session cannot be claimed'); END;
