-- SPDX-License-Identifier: MIT
-- What is signed stays as it is, and what was audited stays audited: the database itself refuses, whoever asks.
-- An INSERT OR REPLACE or UPDATE OR REPLACE removes rows without their DELETE trigger, so inserts and updates are
-- also refused when they would push a frozen row aside.


CREATE TRIGGER session_frozen_update BEFORE UPDATE ON session
WHEN OLD.signed_at IS NOT NULL
  OR EXISTS (SELECT 1 FROM session WHERE signed_at IS NOT NULL AND no <> OLD.no
             AND (no = NEW.no OR id = NEW.id OR search_key = NEW.search_key))
BEGIN SELECT RAISE(ABORT, 'a signed session cannot be changed'); END;

CREATE TRIGGER session_frozen_delete BEFORE DELETE ON session
WHEN OLD.signed_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a signed session cannot be changed'); END;

CREATE TRIGGER session_frozen_insert BEFORE INSERT ON session
WHEN EXISTS (SELECT 1 FROM session WHERE signed_at IS NOT NULL AND no = NEW.no)
  OR EXISTS (SELECT 1 FROM session WHERE signed_at IS NOT NULL AND id = NEW.id)
  OR EXISTS (SELECT 1 FROM session WHERE signed_at IS NOT NULL AND search_key = NEW.search_key)
BEGIN SELECT RAISE(ABORT, 'a signed session cannot be changed'); END;

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

CREATE TRIGGER finding_frozen_insert BEFORE INSERT ON finding
WHEN EXISTS (SELECT 1 FROM session WHERE no = NEW.session_no AND signed_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'a signed session cannot be changed'); END;

CREATE TRIGGER finding_frozen_update BEFORE UPDATE ON finding
WHEN EXISTS (SELECT 1 FROM session WHERE no = OLD.session_no AND signed_at IS NOT NULL)
  OR EXISTS (SELECT 1 FROM session WHERE no = NEW.session_no AND signed_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'a signed session cannot be changed'); END;

CREATE TRIGGER finding_frozen_delete BEFORE DELETE ON finding
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

CREATE TRIGGER trigger_point_frozen_insert BEFORE INSERT ON trigger_point
WHEN EXISTS (SELECT 1 FROM trigger_point p JOIN finding f ON f.point_no = p.no JOIN session s ON s.no = f.session_no
          WHERE s.signed_at IS NOT NULL AND p.no = NEW.no)
  OR EXISTS (SELECT 1 FROM trigger_point p JOIN finding f ON f.point_no = p.no JOIN session s ON s.no = f.session_no
          WHERE s.signed_at IS NOT NULL AND p.id = NEW.id)
  OR EXISTS (SELECT 1 FROM trigger_point p JOIN finding f ON f.point_no = p.no JOIN session s ON s.no = f.session_no
          WHERE s.signed_at IS NOT NULL AND p.case_no = NEW.case_no AND p.number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'a trigger point of a signed session cannot be changed'); END;

CREATE TRIGGER trigger_point_frozen_update BEFORE UPDATE ON trigger_point
WHEN EXISTS (SELECT 1 FROM trigger_point p JOIN finding f ON f.point_no = p.no JOIN session s ON s.no = f.session_no
          WHERE s.signed_at IS NOT NULL AND p.no = OLD.no)
  OR EXISTS (SELECT 1 FROM trigger_point p JOIN finding f ON f.point_no = p.no JOIN session s ON s.no = f.session_no
          WHERE s.signed_at IS NOT NULL AND p.no = NEW.no)
  OR EXISTS (SELECT 1 FROM trigger_point p JOIN finding f ON f.point_no = p.no JOIN session s ON s.no = f.session_no
          WHERE s.signed_at IS NOT NULL AND p.id = NEW.id)
  OR EXISTS (SELECT 1 FROM trigger_point p JOIN finding f ON f.point_no = p.no JOIN session s ON s.no = f.session_no
          WHERE s.signed_at IS NOT NULL AND p.case_no = NEW.case_no AND p.number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'a trigger point of a signed session cannot be changed'); END;

CREATE TRIGGER trigger_point_frozen_delete BEFORE DELETE ON trigger_point
WHEN EXISTS (SELECT 1 FROM trigger_point p JOIN finding f ON f.point_no = p.no JOIN session s ON s.no = f.session_no
          WHERE s.signed_at IS NOT NULL AND p.no = OLD.no)
BEGIN SELECT RAISE(ABORT, 'a trigger point of a signed session cannot be changed'); END;

CREATE TRIGGER addendum_of_signed BEFORE INSERT ON addendum
WHEN NOT EXISTS (SELECT 1 FROM session WHERE no = NEW.session_no AND signed_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'an addendum belongs to a signed session'); END;

CREATE TRIGGER addendum_frozen_insert BEFORE INSERT ON addendum
WHEN EXISTS (SELECT 1 FROM addendum WHERE no = NEW.no OR id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'an addendum cannot be changed'); END;

CREATE TRIGGER addendum_frozen_update BEFORE UPDATE ON addendum
BEGIN SELECT RAISE(ABORT, 'an addendum cannot be changed'); END;

CREATE TRIGGER addendum_frozen_delete BEFORE DELETE ON addendum
BEGIN SELECT RAISE(ABORT, 'an addendum cannot be changed'); END;

CREATE TRIGGER audit_in_order BEFORE INSERT ON audit
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM audit)
BEGIN SELECT RAISE(ABORT, 'the audit trail only grows at its end'); END;

CREATE TRIGGER audit_frozen_update BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit trail cannot be changed'); END;

CREATE TRIGGER audit_frozen_delete BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit trail cannot be changed'); END;

CREATE TRIGGER audit_detail_once BEFORE INSERT ON audit_detail
WHEN NEW.seq IS NOT (SELECT max(seq) FROM audit)
BEGIN SELECT RAISE(ABORT, 'a detail comes with its audit row'); END;

CREATE TRIGGER audit_detail_again BEFORE INSERT ON audit_detail
WHEN EXISTS (SELECT 1 FROM audit_detail WHERE seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'the audit trail cannot be changed'); END;

CREATE TRIGGER audit_detail_frozen_update BEFORE UPDATE ON audit_detail
BEGIN SELECT RAISE(ABORT, 'the audit trail cannot be changed'); END;

CREATE TRIGGER audit_detail_erased BEFORE DELETE ON audit_detail
WHEN NOT EXISTS (SELECT 1 FROM audit WHERE erases = OLD.seq)
BEGIN SELECT RAISE(ABORT, 'a detail is only erased by an audited act'); END;

CREATE TRIGGER audit_head_again BEFORE INSERT ON audit_head
WHEN EXISTS (SELECT 1 FROM audit_head WHERE seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'a signed head cannot be changed'); END;

CREATE TRIGGER audit_head_frozen_update BEFORE UPDATE ON audit_head
BEGIN SELECT RAISE(ABORT, 'a signed head cannot be changed'); END;

CREATE TRIGGER audit_head_frozen_delete BEFORE DELETE ON audit_head
BEGIN SELECT RAISE(ABORT, 'a signed head cannot be changed'); END;

CREATE TRIGGER signing_key_again BEFORE INSERT ON signing_key
WHEN EXISTS (SELECT 1 FROM signing_key WHERE no = NEW.no OR public_key = NEW.public_key)
BEGIN SELECT RAISE(ABORT, 'a signing key cannot be changed'); END;

CREATE TRIGGER signing_key_frozen_update BEFORE UPDATE ON signing_key
BEGIN SELECT RAISE(ABORT, 'a signing key cannot be changed'); END;

CREATE TRIGGER signing_key_frozen_delete BEFORE DELETE ON signing_key
BEGIN SELECT RAISE(ABORT, 'a signing key cannot be changed'); END;

CREATE TRIGGER practitioner_kept BEFORE DELETE ON practitioner
WHEN TRUE
BEGIN SELECT RAISE(ABORT, 'a practitioner cannot be removed'); END;
