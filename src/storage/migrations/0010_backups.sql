-- SPDX-License-Identifier: MIT
-- Where copies of the clinic go, and what became of each.
-- backup_folder.path   as it was chosen; not there while its disk is not connected
-- backup_run.kind      'backup' one was made, or could not be; 'rehearsal' one was restored into a place of its own and
--                      checked
-- backup_run.place     the backup folder
-- backup_run.name      the backup's own folder in it; empty: none was made
-- backup_run.by_hand   1 when somebody asked for it
-- backup_run.size      of its clinic.db in bytes; NULL: none was made
-- backup_run.trail     rows of the audit trail once it was noted: what comes later is not in it; NULL: not verified
-- backup_run.problem   what went wrong, in a sentence; empty: it was verified

CREATE TABLE backup_folder (
  no INTEGER PRIMARY KEY,
  path TEXT NOT NULL UNIQUE CHECK (length(path) BETWEEN 1 AND 4096),
  added_at INTEGER NOT NULL
) STRICT;

CREATE TABLE backup_run (
  no INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('backup', 'rehearsal')),
  place TEXT NOT NULL CHECK (place <> ''),
  name TEXT NOT NULL,
  at INTEGER NOT NULL,
  by_hand INTEGER NOT NULL CHECK (by_hand IN (0, 1)),
  size INTEGER CHECK (size >= 0),
  trail INTEGER CHECK (trail >= 0),
  problem TEXT NOT NULL,
  CHECK ((problem = '') = (trail IS NOT NULL))
) STRICT;

CREATE INDEX backup_run_of_place ON backup_run (place, kind, no);
