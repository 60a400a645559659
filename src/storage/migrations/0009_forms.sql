-- SPDX-License-Identifier: MIT
-- Forms filled in, the flags that screenings raised with what was done about them, and the home-care plans of cases.
--
-- session          id of the session during which it was asked; the draft of that session may have been discarded since
-- form_record.answers  JSON, the list "item" of a FHIR R4 QuestionnaireResponse; see docs/file-format.md
-- form_record.search_key  completed_at, else begun_at * 2^20 and a counter; rowid of form_fts
-- form_record.digest   BLAKE2b-256 of the canonical text of a form that was completed or put away; NULL while it is filled in
-- raised_flag.settled  1 as soon as a deed is there
-- care_plan_item.listed  whether the case is in open_case

CREATE TABLE form_record (
  no INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  search_key INTEGER NOT NULL UNIQUE,
  patient_no INTEGER NOT NULL REFERENCES patient (no),
  case_no INTEGER REFERENCES clinical_case (no),  -- NULL: of none
  session BLOB CHECK (length(session) = 16),      -- NULL: in none
  title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 500),
  form_url TEXT NOT NULL CHECK (length(form_url) BETWEEN 1 AND 1000),
  form_version TEXT NOT NULL CHECK (length(form_version) <= 200),  -- '': the form has none
  answers TEXT NOT NULL CHECK (length(answers) BETWEEN 2 AND 8000000),
  filled_by TEXT NOT NULL CHECK (filled_by IN ('practitioner', 'patient')),
  practitioner_no INTEGER NOT NULL REFERENCES practitioner (no),
  begun_at INTEGER NOT NULL,
  completed_at INTEGER CHECK (completed_at >= begun_at),
  put_away_at INTEGER CHECK (put_away_at IS NULL OR completed_at IS NULL),
  measure TEXT NOT NULL CHECK (length(measure) <= 80),  -- '': scores none
  score REAL CHECK (score IS NULL OR measure <> ''),    -- of the measure, in its unit; NULL: not all that it needs was answered
  digest BLOB CHECK (length(digest) = 32),
  CHECK ((digest IS NULL) = (completed_at IS NULL AND put_away_at IS NULL))
) STRICT;
CREATE INDEX form_record_of_patient ON form_record (patient_no, search_key);

CREATE VIRTUAL TABLE form_fts USING fts5 (
  text, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
CREATE VIRTUAL TABLE form_fts_word USING fts5vocab (form_fts, instance);

CREATE TABLE raised_flag (
  no INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  patient_no INTEGER NOT NULL REFERENCES patient (no),
  case_no INTEGER REFERENCES clinical_case (no),  -- NULL: of none
  session BLOB CHECK (length(session) = 16),      -- NULL: in none
  form_no INTEGER NOT NULL REFERENCES form_record (no),
  flag TEXT NOT NULL CHECK (flag <> ''),
  question TEXT NOT NULL CHECK (length(question) <= 2000),
  points_to TEXT NOT NULL CHECK (length(points_to) <= 2000),
  urgency TEXT NOT NULL CHECK (length(urgency) BETWEEN 1 AND 80),
  action TEXT NOT NULL CHECK (length(action) <= 4000),
  practitioner_no INTEGER NOT NULL REFERENCES practitioner (no),
  raised_at INTEGER NOT NULL,
  settled INTEGER NOT NULL DEFAULT 0 CHECK (settled IN (0, 1))
) STRICT;
CREATE INDEX raised_flag_of_patient ON raised_flag (patient_no, raised_at);
CREATE INDEX raised_flag_of_session ON raised_flag (session) WHERE session IS NOT NULL;
CREATE INDEX raised_flag_of_form ON raised_flag (form_no);
CREATE INDEX raised_flag_unsettled ON raised_flag (urgency, raised_at) WHERE settled = 0;

CREATE TABLE flag_deed (
  no INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  flag_no INTEGER NOT NULL REFERENCES raised_flag (no),
  kind TEXT NOT NULL CHECK (kind IN ('told', 'referred', 'goes_on')),
  whom TEXT NOT NULL CHECK (length(whom) <= 2000 AND (whom <> '' OR kind = 'goes_on')),
  reason TEXT NOT NULL CHECK (length(reason) <= 2000 AND (reason <> '' OR kind <> 'goes_on')),
  done_at INTEGER NOT NULL,
  written_at INTEGER NOT NULL CHECK (written_at >= done_at),
  practitioner_no INTEGER NOT NULL REFERENCES practitioner (no)
) STRICT;
CREATE INDEX flag_deed_of_flag ON flag_deed (flag_no, done_at);

CREATE TABLE care_plan_item (
  no INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  case_no INTEGER NOT NULL REFERENCES clinical_case (no),
  item TEXT NOT NULL CHECK (item <> ''),
  dose TEXT NOT NULL CHECK (length(dose) <= 500),  -- '': not said
  start TEXT NOT NULL CHECK (start GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  review TEXT CHECK (review GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND review >= start),    -- NULL: not agreed
  stopped TEXT CHECK (stopped GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND stopped >= start), -- NULL: goes on
  stopped_because TEXT NOT NULL CHECK (length(stopped_because) <= 500 AND (stopped_because = '' OR stopped IS NOT NULL)),
  practitioner_no INTEGER NOT NULL REFERENCES practitioner (no),
  written_at INTEGER NOT NULL,
  listed INTEGER NOT NULL CHECK (listed IN (0, 1))
) STRICT;
CREATE INDEX care_plan_item_of_case ON care_plan_item (case_no, start);
CREATE INDEX care_plan_item_review ON care_plan_item (review, no)
  WHERE listed = 1 AND stopped IS NULL AND review IS NOT NULL;

-- The contributing factors that an item answers.
CREATE TABLE care_plan_because (
  item_no INTEGER NOT NULL REFERENCES care_plan_item (no),
  position INTEGER NOT NULL CHECK (position >= 0),
  factor TEXT NOT NULL CHECK (factor <> ''),
  PRIMARY KEY (item_no, position)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER form_record_of_its_case BEFORE INSERT ON form_record
WHEN NEW.case_no IS NOT NULL
 AND NEW.patient_no IS NOT (SELECT patient_no FROM clinical_case WHERE no = NEW.case_no)
BEGIN SELECT RAISE(ABORT, 'a form belongs to the patient of its case'); END;

CREATE TRIGGER form_record_begun BEFORE INSERT ON form_record
WHEN NEW.completed_at IS NOT NULL OR NEW.put_away_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a form is begun before it is ended'); END;

CREATE TRIGGER form_record_kept_insert BEFORE INSERT ON form_record
WHEN EXISTS (SELECT 1 FROM form_record WHERE no = NEW.no OR id = NEW.id OR search_key = NEW.search_key)
BEGIN SELECT RAISE(ABORT, 'a form cannot be replaced'); END;

CREATE TRIGGER form_record_frozen_update BEFORE UPDATE ON form_record
WHEN OLD.completed_at IS NOT NULL OR OLD.put_away_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a form that was completed or put away cannot be changed'); END;

CREATE TRIGGER form_record_kept_update BEFORE UPDATE ON form_record
WHEN (NEW.no, NEW.id, NEW.patient_no, NEW.form_url, NEW.begun_at)
  IS NOT (OLD.no, OLD.id, OLD.patient_no, OLD.form_url, OLD.begun_at)
  OR (NEW.case_no IS NOT NULL
      AND NEW.patient_no IS NOT (SELECT patient_no FROM clinical_case WHERE no = NEW.case_no))
  OR EXISTS (SELECT 1 FROM form_record WHERE search_key = NEW.search_key AND no <> OLD.no)
BEGIN SELECT RAISE(ABORT, 'a form stays that form of that patient'); END;

CREATE TRIGGER form_record_kept_delete BEFORE DELETE ON form_record
BEGIN SELECT RAISE(ABORT, 'a form cannot be removed'); END;

CREATE TRIGGER raised_flag_of_its_form BEFORE INSERT ON raised_flag
WHEN NOT EXISTS (SELECT 1 FROM form_record WHERE no = NEW.form_no AND patient_no = NEW.patient_no
                 AND completed_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'a flag is raised by a completed form of its patient'); END;

CREATE TRIGGER raised_flag_frozen_insert BEFORE INSERT ON raised_flag
WHEN NEW.settled <> 0 OR EXISTS (SELECT 1 FROM raised_flag WHERE no = NEW.no OR id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a raised flag cannot be changed'); END;

CREATE TRIGGER raised_flag_frozen_update BEFORE UPDATE ON raised_flag
WHEN (NEW.no, NEW.id, NEW.patient_no, NEW.case_no, NEW.session, NEW.form_no, NEW.flag, NEW.question, NEW.points_to,
      NEW.urgency, NEW.action, NEW.practitioner_no, NEW.raised_at)
  IS NOT (OLD.no, OLD.id, OLD.patient_no, OLD.case_no, OLD.session, OLD.form_no, OLD.flag, OLD.question, OLD.points_to,
          OLD.urgency, OLD.action, OLD.practitioner_no, OLD.raised_at)
  OR NEW.settled <> EXISTS (SELECT 1 FROM flag_deed WHERE flag_no = OLD.no)
BEGIN SELECT RAISE(ABORT, 'a raised flag cannot be changed'); END;

CREATE TRIGGER raised_flag_frozen_delete BEFORE DELETE ON raised_flag
BEGIN SELECT RAISE(ABORT, 'a raised flag cannot be changed'); END;

CREATE TRIGGER flag_deed_frozen_insert BEFORE INSERT ON flag_deed
WHEN EXISTS (SELECT 1 FROM flag_deed WHERE no = NEW.no OR id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'what was done about a flag cannot be changed'); END;

CREATE TRIGGER flag_deed_frozen_update BEFORE UPDATE ON flag_deed
BEGIN SELECT RAISE(ABORT, 'what was done about a flag cannot be changed'); END;

CREATE TRIGGER flag_deed_frozen_delete BEFORE DELETE ON flag_deed
BEGIN SELECT RAISE(ABORT, 'what was done about a flag cannot be changed'); END;

CREATE TRIGGER flag_deed_settles AFTER INSERT ON flag_deed
BEGIN UPDATE raised_flag SET settled = 1 WHERE no = NEW.flag_no AND settled = 0; END;

CREATE TRIGGER care_plan_item_kept_insert BEFORE INSERT ON care_plan_item
WHEN EXISTS (SELECT 1 FROM care_plan_item WHERE no = NEW.no OR id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'an item of home care cannot be replaced'); END;

CREATE TRIGGER care_plan_item_kept_update BEFORE UPDATE ON care_plan_item
WHEN (NEW.no, NEW.id, NEW.case_no, NEW.practitioner_no, NEW.written_at)
  IS NOT (OLD.no, OLD.id, OLD.case_no, OLD.practitioner_no, OLD.written_at)
BEGIN SELECT RAISE(ABORT, 'an item of home care stays that of its case'); END;

CREATE TRIGGER care_plan_item_kept_delete BEFORE DELETE ON care_plan_item
BEGIN SELECT RAISE(ABORT, 'an item of home care is stopped, not removed'); END;

CREATE TRIGGER open_case_lists_care AFTER INSERT ON open_case
BEGIN UPDATE care_plan_item SET listed = 1 WHERE case_no = NEW.case_no AND listed = 0; END;

CREATE TRIGGER open_case_unlists_care AFTER DELETE ON open_case
BEGIN UPDATE care_plan_item SET listed = 0 WHERE case_no = OLD.case_no AND listed = 1; END;
