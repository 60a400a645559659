-- SPDX-License-Identifier: MIT
-- What somebody has typed into a form and not added yet: no part of any record until it is added, and gone then.
-- place    which text of which form: 'addendum', 'addendum.reason', 'contact'
-- about    id of the session or case the form is about

CREATE TABLE unfinished_text (
  practitioner_no INTEGER NOT NULL REFERENCES practitioner (no),
  place TEXT NOT NULL CHECK (length(place) BETWEEN 1 AND 60),
  about BLOB NOT NULL CHECK (length(about) = 16),
  text TEXT NOT NULL CHECK (text <> ''),
  changed_at INTEGER NOT NULL,
  PRIMARY KEY (practitioner_no, place, about)
) STRICT, WITHOUT ROWID;
