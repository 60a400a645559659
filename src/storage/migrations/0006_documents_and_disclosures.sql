-- SPDX-License-Identifier: MIT
-- What a clinic keeps beside the charts: files of patients, what left the clinic and for whom, the clinic's own report
-- templates, and how its pages look.
--
-- A document and a disclosure are written once. Their bytes lie apart from what a list shows.
-- digest   BLAKE2b-256 of the bytes: of a document's content, of the file that left

CREATE TABLE document (
  no INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  patient_no INTEGER NOT NULL REFERENCES patient (no),
  case_no INTEGER REFERENCES clinical_case (no),  -- NULL: of none
  origin TEXT NOT NULL CHECK (origin IN ('produced', 'attached')),
  title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  file_name TEXT NOT NULL CHECK (length(file_name) <= 200),
  media_type TEXT NOT NULL CHECK (media_type <> ''),
  template TEXT NOT NULL CHECK (length(template) <= 60),  -- of a produced one; else ''
  size INTEGER NOT NULL CHECK (size BETWEEN 1 AND 25000000),  -- bytes
  digest BLOB NOT NULL CHECK (length(digest) = 32),
  practitioner_no INTEGER NOT NULL REFERENCES practitioner (no),
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX document_of_patient ON document (patient_no, at);

CREATE TABLE document_content (
  document_no INTEGER PRIMARY KEY REFERENCES document (no),
  content BLOB NOT NULL
) STRICT;

CREATE TABLE disclosure (
  no INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  patient_no INTEGER NOT NULL REFERENCES patient (no),
  case_no INTEGER REFERENCES clinical_case (no),  -- NULL: of none
  means TEXT NOT NULL CHECK (means IN ('saved_file', 'printed', 'copied', 'exported')),
  what TEXT NOT NULL CHECK (length(what) BETWEEN 1 AND 200),
  recipient TEXT NOT NULL CHECK (length(recipient) <= 200),  -- '': not stated
  purpose TEXT NOT NULL CHECK (length(purpose) <= 200),      -- '': not stated
  document_no INTEGER REFERENCES document (no),  -- the copy that was kept; NULL: none
  digest BLOB CHECK (length(digest) = 32),       -- NULL: what left was no file
  practitioner_no INTEGER NOT NULL REFERENCES practitioner (no),
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX disclosure_of_patient ON disclosure (patient_no, at);

-- Every storing is a row; the greatest no of a name is the one in use. text NULL: removed.
CREATE TABLE clinic_template (
  no INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 60 AND name NOT GLOB '*[^a-z0-9-]*'),
  text TEXT CHECK (length(text) BETWEEN 1 AND 1000000),
  practitioner_no INTEGER NOT NULL REFERENCES practitioner (no),
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX clinic_template_by_name ON clinic_template (name, no);

-- No row: nothing was ever set.
CREATE TABLE letterhead (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  email TEXT NOT NULL CHECK (length(email) <= 200),
  website TEXT NOT NULL CHECK (length(website) <= 200),
  paper TEXT NOT NULL CHECK (paper IN ('a4', 'letter')),
  accent INTEGER CHECK (accent BETWEEN 0 AND 16777215),  -- red * 65536 + green * 256 + blue; NULL: Palpate's
  logo BLOB CHECK (length(logo) BETWEEN 1 AND 1000000)   -- a PNG or JPEG file; NULL: none
) STRICT;

CREATE TRIGGER document_of_its_case BEFORE INSERT ON document
WHEN NEW.case_no IS NOT NULL
 AND NEW.patient_no IS NOT (SELECT patient_no FROM clinical_case WHERE no = NEW.case_no)
BEGIN SELECT RAISE(ABORT, 'a document belongs to the patient of its case'); END;

CREATE TRIGGER document_frozen_insert BEFORE INSERT ON document
WHEN EXISTS (SELECT 1 FROM document WHERE no = NEW.no OR id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a document cannot be changed'); END;

CREATE TRIGGER document_frozen_update BEFORE UPDATE ON document
BEGIN SELECT RAISE(ABORT, 'a document cannot be changed'); END;

CREATE TRIGGER document_frozen_delete BEFORE DELETE ON document
BEGIN SELECT RAISE(ABORT, 'a document cannot be changed'); END;

CREATE TRIGGER document_content_fits BEFORE INSERT ON document_content
WHEN length(NEW.content) IS NOT (SELECT size FROM document WHERE no = NEW.document_no)
BEGIN SELECT RAISE(ABORT, 'a content has the size of its document'); END;

CREATE TRIGGER document_content_frozen_insert BEFORE INSERT ON document_content
WHEN EXISTS (SELECT 1 FROM document_content WHERE document_no = NEW.document_no)
BEGIN SELECT RAISE(ABORT, 'a document cannot be changed'); END;

CREATE TRIGGER document_content_frozen_update BEFORE UPDATE ON document_content
BEGIN SELECT RAISE(ABORT, 'a document cannot be changed'); END;

CREATE TRIGGER document_content_frozen_delete BEFORE DELETE ON document_content
BEGIN SELECT RAISE(ABORT, 'a document cannot be changed'); END;

CREATE TRIGGER disclosure_of_its_case BEFORE INSERT ON disclosure
WHEN NEW.case_no IS NOT NULL
 AND NEW.patient_no IS NOT (SELECT patient_no FROM clinical_case WHERE no = NEW.case_no)
BEGIN SELECT RAISE(ABORT, 'a disclosure belongs to the patient of its case'); END;

CREATE TRIGGER disclosure_frozen_insert BEFORE INSERT ON disclosure
WHEN EXISTS (SELECT 1 FROM disclosure WHERE no = NEW.no OR id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a disclosure cannot be changed'); END;

CREATE TRIGGER disclosure_frozen_update BEFORE UPDATE ON disclosure
BEGIN SELECT RAISE(ABORT, 'a disclosure cannot be changed'); END;

CREATE TRIGGER disclosure_frozen_delete BEFORE DELETE ON disclosure
BEGIN SELECT RAISE(ABORT, 'a disclosure cannot be changed'); END;

CREATE TRIGGER clinic_template_kept_insert BEFORE INSERT ON clinic_template
WHEN EXISTS (SELECT 1 FROM clinic_template WHERE no = NEW.no)
BEGIN SELECT RAISE(ABORT, 'an older template cannot be changed'); END;

CREATE TRIGGER clinic_template_kept_update BEFORE UPDATE ON clinic_template
BEGIN SELECT RAISE(ABORT, 'an older template cannot be changed'); END;

CREATE TRIGGER clinic_template_kept_delete BEFORE DELETE ON clinic_template
BEGIN SELECT RAISE(ABORT, 'an older template cannot be changed'); END;
