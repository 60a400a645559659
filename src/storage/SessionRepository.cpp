// SPDX-License-Identifier: MIT
#include "storage/SessionRepository.h"

#include "domain/Signing.h"
#include "domain/Text.h"
#include "storage/Canonical.h"
#include "storage/OpenCases.h"
#include "storage/OutcomeSums.h"
#include "storage/OutlineText.h"
#include "storage/SessionClaims.h"
#include "storage/SessionWriter.h"
#include "storage/UndoRows.h"

#include <algorithm>
#include <utility>

namespace palpate::storage {

namespace {

/// A session that must be there, in a record that is open to the person signed in.
[[nodiscard]] StoredSession required(Engine& engine, const SessionId& id) {
    auto stored = loadSession(engine, id);
    if (!stored) {
        throw EditRefused{
            {tr("The session is not in this clinic; it may have been discarded meanwhile."), {}}};
    }
    requireOpenTo(engine, stored->session.patient);
    return std::move(*stored);
}

[[nodiscard]] AuditAct actOn(const Session& session, AuditKind kind, std::string detail) {
    return {kind, session.patient, AuditSubject::Session, session.id.value(), std::move(detail),
            {}};
}

[[nodiscard]] std::string beginning(const Session& session) {
    return "+case " + session.caseId.text() + "\n+practitioner " + session.practitioner.text() +
           "\n+started " + isoInstant(session.startedAt) + "\n+findings " +
           std::to_string(session.findings.size()) + "\n+treatments " +
           std::to_string(session.treatments.size()) + "\n+pain_areas " +
           std::to_string(session.painAreas.size()) + "\n";
}

/// Empty: the clinic has no such case.
[[nodiscard]] std::optional<std::int64_t> caseNo(Engine& engine, const CaseId& id) {
    auto row = engine.use("SELECT no FROM clinical_case WHERE id = ?1");
    return row.with(id).next() ? std::optional{row.integer(0)} : std::nullopt;
}

/// A lasting sentence of what changed, never empty.
[[nodiscard]] std::string changeOf(const Session& before, const Session& after) {
    auto detail = difference(linesOf(before), linesOf(after));
    if (!detail.empty()) {
        return detail;
    }
    if (before.treatments != after.treatments) {
        return "order of the treatments\n";
    }
    if (before.painAreas != after.painAreas) {
        return "order of the pain areas\n";
    }
    if (before.motions != after.motions) {
        return "order of the motions\n";
    }
    return before.tests != after.tests ? "order of the tests\n" : "order of the home care\n";
}

void requireStorableAreas(std::span<const SessionEdit> edits) {
    for (const auto& edit : edits) {
        if (const auto* put = std::get_if<PutPainArea>(&edit)) {
            requireStorable(put->area);
        }
    }
}

[[nodiscard]] std::vector<Session> sessionsOf(std::vector<StoredSession>&& stored) {
    std::vector<Session> sessions;
    sessions.reserve(stored.size());
    for (auto& one : stored) {
        sessions.push_back(std::move(one.session));
    }
    return sessions;
}

constexpr std::string_view kRowColumns =
    "SELECT s.id, c.id, p.id, r.id, s.started_at, s.signed_at IS NOT NULL, "
    "(SELECT count(*) FROM finding f WHERE f.session_no = s.no), "
    "(SELECT count(*) FROM treatment t WHERE t.session_no = s.no), s.pain_now, "
    "(SELECT substr(n.text, 1, 160) FROM session_note n WHERE n.session_no = s.no AND trim(n.text) "
    "<> '' "
    "ORDER BY n.part <> 2, n.part LIMIT 1) " // the assessment says most
    "FROM session s JOIN clinical_case c ON c.no = s.case_no JOIN patient p ON p.no = s.patient_no "
    "JOIN practitioner r ON r.no = s.practitioner_no ";
/// And of those merged into the record of ?1.
constexpr const char* kOfPatient =
    "WHERE s.patient_no IN (SELECT p.no FROM patient w JOIN patient p ON p.no = w.no OR "
    "p.merged_into = w.no WHERE w.id = ?1) ";

/// As many rows as a statement has to give so that `limit` are left; -1: all.
[[nodiscard]] int limitOf(int limit, const ClosedRecords& closed) {
    return closed.isEmpty() ? limit : -1;
}

/// To `limit` (-1: all), but of records that are closed.
[[nodiscard]] std::vector<SessionRow> rowsOf(Query& found, int limit, const ClosedRecords& closed) {
    std::vector<SessionRow> rows;
    while ((limit < 0 || std::cmp_less(rows.size(), limit)) && found.next()) {
        if (closed.isClosed(found.id<PatientId>(2))) {
            continue;
        }
        auto snippet = trimmed(found.text(9));
        std::ranges::replace(snippet, '\n', ' ');
        rows.push_back({found.id<SessionId>(0), found.id<CaseId>(1), found.id<PatientId>(2),
                        found.id<PractitionerId>(3), found.instant(4), found.number(5) != 0,
                        found.number(6), found.number(7), scoreIn<PainScore>(found, 8),
                        std::move(snippet)});
    }
    return rows;
}

} // namespace

void SessionRepository::begin(const Session& session) {
    engine_.requireClinician();
    engine_.write("storing the session", [&] {
        requireOpenTo(engine_, session.patient);
        OutcomeChange outcomes{engine_};
        if (const auto no = caseNo(engine_, session.caseId)) {
            outcomes.touch(*no, {}, session.startedAt);
        }
        auto stored = insertSession(engine_, session);
        outcomes.settle(stored.no);
        refreshOpenCase(engine_, stored.caseNo);
        engine_.index().put(stored.searchKey, true, stored.session,
                            settingOf(engine_, stored.caseNo));
        refreshRecency(engine_, stored.patientNo);
        engine_.audit(actOn(session, AuditKind::Create, beginning(session)));
        engine_.justBegun().remember(engine_.transactionSerial(), std::move(stored));
    });
}

void SessionRepository::apply(const SessionId& id, std::span<const SessionEdit> edits,
                              const std::optional<Turn>& turn) {
    engine_.requireClinician();
    engine_.write("storing the change of the session", [&] {
        engine_.justBegun().forget();
        const auto before = required(engine_, id);
        if (!isSigned(before.session)) {
            engine_.claims().requireNotTaken(engine_, id);
        }
        const auto after = applied(before.session, edits);
        requireStorableAreas(edits);
        if (turn) {
            turnUndoList(engine_, before.no, *turn);
        }
        if (after == before.session) {
            return;
        }
        OutcomeChange outcomes{engine_};
        if (!sameOutcomes(before.session, after)) {
            outcomes.touch(before.caseNo, before.no, before.session.startedAt);
            outcomes.touch(before.caseNo, before.no, after.startedAt);
        }
        const auto searchKey = writeChanges(engine_, before, after);
        outcomes.settle();
        if (!sameForOpenCase(before.session, after)) {
            refreshOpenCase(engine_, before.caseNo);
        }
        const bool hasMoved = searchKey != before.searchKey;
        if (hasMoved) {
            engine_.index().remove(before.searchKey);
            refreshRecency(engine_, before.patientNo);
        }
        engine_.index().put(searchKey, hasMoved, after, settingOf(engine_, before.caseNo));
        engine_.audit(actOn(after, AuditKind::Change, changeOf(before.session, after)));
    });
}

UndoList SessionRepository::undoList(const SessionId& id) const {
    engine_.read("reading the list of undo", [&] { requireOpenTo(engine_, id); });
    return loadUndoList(engine_, id);
}

Signature SessionRepository::sign(const SessionId& id, Instant at) {
    engine_.requireClinician();
    return engine_.write("signing the session", [&] {
        // Bulk loading signs what it has just begun: nothing else can have touched it in the same
        // transaction.
        auto begun = engine_.justBegun().take(engine_.transactionSerial(), id);
        const bool isBegunHere = begun.has_value();
        const auto stored = begun ? std::move(*begun) : required(engine_, id);
        const auto& session = stored.session;
        const auto& signer = engine_.signedIn().id;
        if (!isSigned(session) && session.practitioner != signer) {
            throw AccessDenied{
                {tr("This session belongs to another practitioner; only its author can sign it."),
                 {}}};
        }
        if (!isSigned(session) && !isBegunHere) {
            engine_.claims().requireNotTaken(engine_, id);
        }
        if (const auto check = checkSigning(session, signer, at); !check.maySign()) {
            throw EditRefused{check.blockers.front()};
        }
        Signature signature{.by = signer, .at = at};
        signature.digest = blake2b(canonicalText(session, signer, at));
        signature.signature = storage::sign(signature.digest, engine_.signingKey());
        engine_
            .use("UPDATE session SET signed_at = ?1, signing_key_no = ?2, digest = ?3, signature = "
                 "?4 WHERE no = ?5")
            .with(at, engine_.signingKeyNo(), signature.digest, signature.signature, stored.no)
            .run();
        engine_.audit(actOn(session, AuditKind::Sign, "+digest " + hexOf(signature.digest) + "\n"));
        engine_.signHeadAtCommit();
        return signature;
    });
}

void SessionRepository::addAddendum(const SessionId& id, const Addendum& addendum) {
    engine_.requireClinician();
    if (addendum.by != engine_.signedIn().id) {
        throw AccessDenied{{tr("An addendum is written under one's own name only."), {}}};
    }
    engine_.write("storing the addendum", [&] {
        auto stored = required(engine_, id);
        if (!isSigned(stored.session)) {
            throw EditRefused{{tr("The session is still a draft; change the session itself."), {}}};
        }
        if (trimmed(addendum.text).empty()) {
            throw EditRefused{{tr("The addendum is empty."), {}}};
        }
        const auto digest = blake2b(canonicalText(id, addendum));
        engine_
            .use("INSERT INTO addendum (id, session_no, at, text, reason, signing_key_no, digest, "
                 "signature) "
                 "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
            .with(addendum.id, stored.no, addendum.at, addendum.text, addendum.reason,
                  engine_.signingKeyNo(), digest, storage::sign(digest, engine_.signingKey()))
            .run();
        stored.session.addenda.push_back(addendum);
        engine_.index().put(stored.searchKey, false, stored.session,
                            settingOf(engine_, stored.caseNo));
        engine_.audit(actOn(stored.session, AuditKind::Addendum,
                            "+addendum " + addendum.id.text() + "\n+reason " +
                                escaped(addendum.reason) + "\n+text " + escaped(addendum.text) +
                                "\n"));
        engine_.signHeadAtCommit();
    });
}

void SessionRepository::discardDraft(const SessionId& id) {
    engine_.requireClinician();
    engine_.write("discarding the draft", [&] {
        engine_.justBegun().forget();
        const auto stored = required(engine_, id);
        if (isSigned(stored.session)) {
            throw EditRefused{{tr("This session is signed and can't be discarded."), {}}};
        }
        engine_.claims().requireNotTaken(engine_, id);
        OutcomeChange outcomes{engine_};
        outcomes.touch(stored.caseNo, stored.no, stored.session.startedAt);
        removeSession(engine_, stored);
        outcomes.settle();
        refreshOpenCase(engine_, stored.caseNo);
        engine_.index().remove(stored.searchKey);
        refreshRecency(engine_, stored.patientNo);
        engine_.audit(
            actOn(stored.session, AuditKind::Discard, difference(linesOf(stored.session), {})));
    });
}

std::optional<SessionHolder> SessionRepository::claim(const SessionId& id, ClaimWish wish) {
    engine_.requireClinician();
    return engine_.write("claiming the session", [&] {
        const auto stored = required(engine_, id);
        if (isSigned(stored.session)) {
            throw EditRefused{
                {tr("This session is signed and can't be changed; write an addendum instead."),
                 {}}};
        }
        return engine_.claims().claim(engine_, stored, wish);
    });
}

void SessionRepository::release(const SessionId& id) {
    engine_.write("releasing the session", [&] { engine_.claims().release(engine_, id); });
}

std::optional<SessionHolder> SessionRepository::holder(const SessionId& id) const {
    return engine_.read("reading who charts the session",
                        [&] { return engine_.claims().holder(engine_, id); });
}

std::optional<SessionId> SessionRepository::leftOpen() const {
    return engine_.read("looking for what was left open",
                        [&] { return engine_.claims().leftOpen(engine_); });
}

std::optional<Session> SessionRepository::open(const SessionId& id) {
    return engine_.write("opening the session", [&]() -> std::optional<Session> {
        auto stored = loadSession(engine_, id);
        if (!stored) {
            return std::nullopt;
        }
        requireOpenTo(engine_, stored->session.patient);
        engine_.audit(actOn(stored->session, AuditKind::View, {}));
        return std::move(stored->session);
    });
}

std::optional<Session> SessionRepository::find(const SessionId& id) const {
    return engine_.read("reading the session", [&]() -> std::optional<Session> {
        auto stored = loadSession(engine_, id);
        if (stored) {
            requireOpenTo(engine_, stored->session.patient);
        }
        return stored ? std::optional{std::move(stored->session)} : std::nullopt;
    });
}

std::vector<Session> SessionRepository::ofCase(const CaseId& caseId) const {
    return engine_.read("reading the sessions", [&] {
        requireOpenTo(engine_, caseId);
        return sessionsOf(loadSessionsOfCase(engine_, caseId));
    });
}

std::vector<Session> SessionRepository::ofPatient(const PatientId& patient) const {
    return engine_.read("reading the sessions", [&] {
        requireOpenTo(engine_, patient);
        std::int64_t no = 0;
        {
            auto row = engine_.use("SELECT no FROM patient WHERE id = ?1");
            no = row.with(patient).next() ? row.integer(0) : 0;
        }
        return sessionsOf(loadSessionsOfPatient(engine_, no));
    });
}

std::vector<SessionRow> SessionRepository::list(const PatientId& patient, int limit) const {
    static const auto sql =
        std::string{kRowColumns} + kOfPatient + "ORDER BY s.started_at DESC, s.no DESC LIMIT ?2";
    return engine_.read("reading the sessions", [&] {
        requireOpenTo(engine_, patient);
        auto found = engine_.use(sql);
        found.with(patient, limit);
        return rowsOf(found, limit, engine_.closedRecords());
    });
}

std::vector<SessionRow> SessionRepository::draftsOf(const PatientId& patient) const {
    // The + keeps it from the index of all drafts of a clinic, which may be many.
    static const auto sql = std::string{kRowColumns} + kOfPatient +
                            "AND +s.signed_at IS NULL "
                            "ORDER BY s.started_at DESC, s.no DESC";
    return engine_.read("reading the drafts", [&] {
        requireOpenTo(engine_, patient);
        auto found = engine_.use(sql);
        found.with(patient);
        return rowsOf(found, -1, engine_.closedRecords());
    });
}

std::vector<SessionRow> SessionRepository::recentDrafts(const PractitionerId& practitioner,
                                                        int limit) const {
    static const auto sql =
        std::string{kRowColumns} +
        "WHERE s.signed_at IS NULL AND s.practitioner_no = (SELECT no FROM practitioner WHERE "
        "id = ?1) ORDER BY s.started_at DESC, s.no DESC LIMIT ?2";
    return engine_.read("reading the drafts", [&] {
        auto found = engine_.use(sql);
        found.with(practitioner, limitOf(limit, engine_.closedRecords()));
        return rowsOf(found, limit, engine_.closedRecords());
    });
}

std::vector<SessionRow> SessionRepository::unsignedDrafts(Instant begunBefore, int limit) const {
    static const auto sql =
        std::string{kRowColumns} +
        "WHERE s.signed_at IS NULL AND s.practitioner_no = (SELECT no FROM practitioner WHERE "
        "id = ?1) AND s.written_at < ?2 ORDER BY s.written_at, s.no LIMIT ?3";
    return engine_.read("reading the drafts", [&] {
        auto found = engine_.use(sql);
        found.with(engine_.signedIn().id, begunBefore, limitOf(limit, engine_.closedRecords()));
        return rowsOf(found, limit, engine_.closedRecords());
    });
}

int SessionRepository::count() const {
    return engine_.read("counting the sessions", [&] {
        auto row = engine_.use("SELECT count(*) FROM session");
        static_cast<void>(row.next());
        return row.number(0);
    });
}

} // namespace palpate::storage
