-- SPDX-License-Identifier: MIT
-- What the patient feels, drawn on the body map; and what can be undone in a draft.
--
-- shape, arrows   outlines as text, see docs/file-format.md: a polygon or an arrow a line, places in whole tenths of a
--                 millimetre

CREATE TABLE pain_area (
  session_no INTEGER NOT NULL REFERENCES session (no),
  position INTEGER NOT NULL CHECK (position >= 0),
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  view TEXT NOT NULL CHECK (view IN ('anterior', 'posterior', 'left', 'right', 'plantar')),
  on_arm INTEGER NOT NULL CHECK (on_arm IN (0, 1)),
  shape TEXT NOT NULL CHECK (shape <> ''),
  arrows TEXT NOT NULL,
  quality TEXT CHECK (quality IN ('ache', 'sharp', 'burning', 'numbness', 'tingling', 'stiffness', 'radiating')),
  intensity INTEGER CHECK (intensity BETWEEN 0 AND 10),
  depth TEXT CHECK (depth IN ('surface', 'deep')),
  note TEXT NOT NULL,
  PRIMARY KEY (session_no, position),
  CHECK (on_arm = 0 OR view IN ('left', 'right'))
) STRICT, WITHOUT ROWID;

-- The steps that lead a draft back and forth again; the greatest position comes first. Gone when the session is signed.
CREATE TABLE undo_step (
  session_no INTEGER NOT NULL REFERENCES session (no),
  list TEXT NOT NULL CHECK (list IN ('undo', 'redo')),
  position INTEGER NOT NULL CHECK (position >= 1),
  step TEXT NOT NULL CHECK (step <> ''),
  PRIMARY KEY (session_no, list, position)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER pain_area_frozen_insert BEFORE INSERT ON pain_area
WHEN EXISTS (SELECT 1 FROM session WHERE no = NEW.session_no AND signed_at IS NOT NULL)
  OR EXISTS (SELECT 1 FROM pain_area a JOIN session s ON s.no = a.session_no
             WHERE a.id = NEW.id AND s.signed_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'a signed session cannot be changed'); END;

CREATE TRIGGER pain_area_frozen_update BEFORE UPDATE ON pain_area
WHEN EXISTS (SELECT 1 FROM session WHERE no = OLD.session_no AND signed_at IS NOT NULL)
  OR EXISTS (SELECT 1 FROM session WHERE no = NEW.session_no AND signed_at IS NOT NULL)
  OR EXISTS (SELECT 1 FROM pain_area a JOIN session s ON s.no = a.session_no
             WHERE a.id = NEW.id AND s.signed_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'a signed session cannot be changed'); END;

CREATE TRIGGER pain_area_frozen_delete BEFORE DELETE ON pain_area
WHEN EXISTS (SELECT 1 FROM session WHERE no = OLD.session_no AND signed_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'a signed session cannot be changed'); END;

CREATE TRIGGER undo_ends_with_signing AFTER UPDATE ON session
WHEN NEW.signed_at IS NOT NULL
BEGIN DELETE FROM undo_step WHERE session_no = NEW.no; END;

CREATE TRIGGER undo_ends_with_signed_insert AFTER INSERT ON session
WHEN NEW.signed_at IS NOT NULL
BEGIN DELETE FROM undo_step WHERE session_no = NEW.no; END;

CREATE TRIGGER undo_step_of_draft_insert BEFORE INSERT ON undo_step
WHEN EXISTS (SELECT 1 FROM session WHERE no = NEW.session_no AND signed_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'a signed session cannot be undone'); END;

CREATE TRIGGER undo_step_of_draft_update BEFORE UPDATE ON undo_step
WHEN EXISTS (SELECT 1 FROM session WHERE no = NEW.session_no AND signed_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'a signed session cannot be undone'); END;
