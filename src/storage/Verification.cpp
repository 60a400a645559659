// SPDX-License-Identifier: MIT
#include "storage/Verification.h"

#include "storage/AskOn.h"
#include "storage/Canonical.h"
#include "storage/Checks.h"
#include "storage/Files.h"
#include "storage/SessionReader.h"
#include "storage/Store.h"

#include <SQLiteCpp/Exception.h>

#include <algorithm>
#include <array>
#include <unordered_set>
#include <utility>

namespace palpate::storage {

namespace {

constexpr std::size_t kMostFaults = 20;
constexpr int kBatch = 500;
constexpr std::string_view kRehearsal = "rehearsal-"; ///< a backup restored on trial (Copier)

/// The pages of the file are looked at without the log. One that a power cut has torn while it was
/// taken over from the log is still whole there: it is taken over again, as the next opening would.
void takeLogOver(Engine& engine) {
    try {
        engine.connection().run("PRAGMA wal_checkpoint");
    } catch (const SQLite::Exception&) {
        return; // a full disk, say: what the file holds is looked at as it is
    }
}

void checkPages(Engine& engine, CheckResult& result) {
    takeLogOver(engine);
    listFrom(engine, result, "cipher_integrity_check", "");
    result.examined = engine.connection().pragma("page_count");
}

void checkStructure(Engine& engine, CheckResult& result) {
    listFrom(engine, result, "integrity_check", "ok");
    result.examined = engine.connection().pragma("page_count");
}

void checkForeignKeys(Engine& engine, CheckResult& result) {
    SQLite::Statement rows{engine.connection().raw(), "PRAGMA foreign_key_check"};
    while (rows.executeStep()) {
        fault(result, {tr("Table {1}, row {2} refers to a row of {3} that is not there."),
                       {rows.getColumn(0).getString(), rows.getColumn(1).getString(),
                        rows.getColumn(2).getString()}});
    }
}

template <class IdType> [[nodiscard]] std::optional<IdType> idIn(const Query& row, int column) {
    return row.isNull(column) ? std::nullopt : std::optional{row.id<IdType>(column)};
}

void checkAuditChain(Engine& engine, CheckResult& result) {
    auto rows = engine.use(
        "SELECT seq, at, practitioner, kind, patient, subject, subject_id, erases, detail_hash, "
        "previous, hash FROM audit ORDER BY seq");
    Digest previous{};
    while (rows.next()) {
        AuditRowValues values{.seq = rows.integer(0),
                              .at = rows.instant(1),
                              .by = rows.id<PractitionerId>(2),
                              .kind = rows.text(3),
                              .patient = idIn<PatientId>(rows, 4),
                              .subject = rows.text(5),
                              .subjectId = {},
                              .erases = {},
                              .detailHash = {},
                              .previous = rows.fixed<32>(9)};
        if (!rows.isNull(6)) {
            values.subjectId = rows.uuid(6);
        }
        if (!rows.isNull(7)) {
            values.erases = rows.integer(7);
        }
        if (!rows.isNull(8)) {
            values.detailHash = rows.fixed<32>(8);
        }
        ++result.examined;
        const auto place = std::to_string(values.seq);
        if (values.seq != result.examined) {
            fault(result,
                  {tr("Audit trail: row {1} is missing."), {std::to_string(result.examined)}});
            result.examined = values.seq;
        }
        if (values.previous != previous) {
            fault(result, {tr("Audit trail: row {1} does not follow the row before it."), {place}});
        }
        const auto hash = rows.fixed<32>(10);
        if (blake2b(auditText(values)) != hash) {
            fault(result, {tr("Audit trail: row {1} was altered."), {place}});
        }
        previous = hash;
    }
    if (result.examined == 0) {
        fault(result, {tr("Audit trail: it is empty."), {}});
    }
}

void checkAuditDetails(Engine& engine, CheckResult& result) {
    auto rows = engine.use("SELECT a.seq, a.detail_hash, d.salt, d.text, "
                           "EXISTS (SELECT 1 FROM audit e WHERE e.erases = a.seq) OR "
                           "EXISTS (SELECT 1 FROM destruction x JOIN audit e ON e.patient = "
                           "x.patient AND e.kind = 'destroy' AND e.seq > a.seq WHERE x.patient = "
                           "a.patient) FROM audit a LEFT JOIN audit_detail d ON d.seq = a.seq "
                           "WHERE a.detail_hash IS NOT NULL OR d.seq IS NOT NULL ORDER BY a.seq");
    while (rows.next()) {
        ++result.examined;
        const auto place = rows.text(0);
        const bool isThere = !rows.isNull(2);
        if (!isThere && rows.number(4) == 0) {
            fault(result,
                  {tr("Audit trail: the detail of row {1} is missing, and nobody erased it."),
                   {place}});
        } else if (isThere &&
                   (rows.isNull(1) || blake2b(rows.bytes(2), rows.text(3)) != rows.fixed<32>(1))) {
            fault(result, {tr("Audit trail: the detail of row {1} was altered."), {place}});
        }
    }
}

void checkHeads(Engine& engine, CheckResult& result) {
    auto rows = engine.use(
        "SELECT h.seq, h.hash, h.at, h.signature, k.public_key, p.id, a.hash FROM audit_head h "
        "LEFT JOIN signing_key k ON k.no = h.signing_key_no "
        "LEFT JOIN practitioner p ON p.no = k.practitioner_no "
        "LEFT JOIN audit a ON a.seq = h.seq ORDER BY h.seq");
    while (rows.next()) {
        ++result.examined;
        const auto place = rows.text(0);
        if (rows.isNull(6) || rows.bytes(6) != rows.bytes(1)) {
            fault(result, {tr("Audit trail: it was rewritten before the head signed at row {1}."),
                           {place}});
        }
        const auto by = idIn<PractitionerId>(rows, 5);
        if (!by || !isSignedBy(viewOf(headText(engine.clinic(), rows.integer(0), rows.bytes(1),
                                               rows.instant(2), *by)),
                               rows.bytes(3), rows.bytes(4))) {
            fault(result, {tr("Audit trail: the signature of the head at row {1} is not genuine."),
                           {place}});
        }
    }
}

void checkKeys(Engine& engine, CheckResult& result) {
    const auto keys = KeyFile::read(engine.keysPath());
    if (keys.clinic() != engine.clinic()) {
        fault(result, {tr("keys.json belongs to another clinic."), {}});
    }
    auto rows = engine.use(
        "SELECT p.id, p.user_name, (SELECT k.public_key FROM signing_key k "
        "WHERE k.practitioner_no = p.no ORDER BY k.no DESC LIMIT 1), p.disabled_at IS NOT NULL "
        "FROM practitioner p");
    while (rows.next()) {
        ++result.examined;
        const auto id = rows.id<PractitionerId>(0);
        const auto holder = std::ranges::find(keys.holders(), id, &KeyHolder::practitioner);
        if (holder != keys.holders().end() &&
            !std::ranges::equal(holder->publicKey, rows.bytes(2))) {
            fault(result, {tr("The signing key of {1} in keys.json is not the one in clinic.db."),
                           {rows.text(1)}});
        }
        if (holder != keys.holders().end() && rows.number(3) != 0) {
            fault(result, {tr("{1} may not sign in, but their password still opens keys.json: "
                              "disable them once more."),
                           {rows.text(1)}});
        }
    }
}

/// Sessions that the trail says were signed.
[[nodiscard]] std::unordered_set<Uuid> signedByTrail(Engine& engine) {
    std::unordered_set<Uuid> ids;
    static const auto sql =
        "SELECT a.subject_id FROM audit a WHERE a.kind = 'sign' AND a.subject_id IS NOT NULL" +
        std::string{kNotDestroyed};
    auto rows = engine.use(sql);
    while (rows.next()) {
        ids.insert(rows.uuid(0));
    }
    return ids;
}

void checkSession(Engine& engine, CheckResult& result, const StoredSession& stored) {
    const auto& signature = *stored.session.signature;
    const auto place = stored.session.id.text();
    if (blake2b(canonicalText(stored.session, signature.by, signature.at)) != signature.digest) {
        fault(result, {tr("Session {1} of {2} was altered after it was signed."),
                       {place, isoInstant(stored.session.startedAt)}});
        return;
    }
    auto key = engine.use(
        "SELECT k.public_key FROM session s JOIN signing_key k ON k.no = s.signing_key_no "
        "WHERE s.no = ?1");
    if (signature.by != stored.session.practitioner || !key.with(stored.no).next() ||
        !isSignedBy(signature.digest, signature.signature, key.bytes(0))) {
        fault(result, {tr("Session {1} of {2}: its signature is not genuine."),
                       {place, isoInstant(stored.session.startedAt)}});
    }
}

void checkUndoEnded(Engine& engine, CheckResult& result) {
    auto rows = engine.use("SELECT id FROM session s WHERE signed_at IS NOT NULL AND EXISTS "
                           "(SELECT 1 FROM undo_step u WHERE u.session_no = s.no)");
    while (rows.next()) {
        fault(result, {tr("Session {1} is signed, but still has a list of undo."),
                       {rows.id<SessionId>(0).text()}});
    }
}

void checkSessions(Engine& engine, CheckResult& result) {
    checkUndoEnded(engine, result);
    auto expected = signedByTrail(engine);
    std::int64_t last = 0;
    for (;;) {
        const auto batch = loadSessionsAfter(engine, last, kBatch);
        if (batch.empty()) {
            break;
        }
        for (const auto& stored : batch) {
            last = std::max(last, stored.no);
            if (isSigned(stored.session)) {
                ++result.examined;
                checkSession(engine, result, stored);
                if (expected.erase(stored.session.id.value()) == 0) {
                    fault(result,
                          {tr("Session {1} bears a signature that the audit trail does not know."),
                           {stored.session.id.text()}});
                }
            }
        }
    }
    for (const auto& id : expected) {
        fault(result,
              {tr("Session {1} was signed, but is gone or no longer signed."), {id.text()}});
    }
}

void checkAddenda(Engine& engine, CheckResult& result) {
    auto rows = engine.use(
        "SELECT a.id, s.id, p.id, a.at, a.text, a.reason, a.digest, a.signature, k.public_key "
        "FROM addendum a JOIN session s ON s.no = a.session_no "
        "JOIN signing_key k ON k.no = a.signing_key_no JOIN practitioner p ON p.no = "
        "k.practitioner_no");
    while (rows.next()) {
        ++result.examined;
        const Addendum addendum{rows.id<AddendumId>(0), rows.id<PractitionerId>(2), rows.instant(3),
                                rows.text(4), rows.text(5)};
        const auto session = rows.id<SessionId>(1);
        const auto digest = blake2b(canonicalText(session, addendum));
        if (digest != rows.fixed<32>(6) || !isSignedBy(digest, rows.bytes(7), rows.bytes(8))) {
            fault(result, {tr("Addendum {1} of session {2} was altered."),
                           {addendum.id.text(), session.text()}});
        }
    }
}

void checkPermissions(Engine& engine, CheckResult& result) {
    const auto look = [&](const std::filesystem::path& path) {
        ++result.examined;
        if (isOpenToOthers(path)) {
            fault(result, {tr("{1} can be reached by others than its owner."), {path.string()}});
        }
    };
    look(engine.folder());
    for (std::filesystem::recursive_directory_iterator at{engine.folder()}, end; at != end; ++at) {
        look(at->path());
        if (at->path().filename().string().starts_with(kRehearsal)) {
            at.disable_recursion_pending(); // another thread removes it when it is done
        }
    }
}

using Examine = void (*)(Engine&, CheckResult&);

/// A check that can't be carried out has found a fault.
[[nodiscard]] CheckResult examined(Engine& engine, Check check, Examine examine) {
    CheckResult result{check, 0, {}, 0};
    try {
        examine(engine, result);
    } catch (const SQLite::Exception& error) {
        fault(result, engine.connection().storageError(error, "checking the clinic").message());
    } catch (const Error& error) {
        fault(result, error.message());
    } catch (const std::filesystem::filesystem_error& error) {
        fault(result, {tr("The folder of the clinic can't be read: {1}."), {error.what()}});
    }
    return result;
}

} // namespace

void fault(CheckResult& result, Message message) {
    ++result.faultCount;
    if (result.faults.size() < kMostFaults) {
        result.faults.push_back(std::move(message));
    }
}

VerificationReport verifyAll(Engine& engine, const GoesOn& goesOn) {
    constexpr std::array kComparing{
        std::pair{Check::ForeignKeys, &checkForeignKeys},
        std::pair{Check::SearchIndex, &checkSearchIndex},
        std::pair{Check::AuditChain, &checkAuditChain},
        std::pair{Check::AuditDetails, &checkAuditDetails},
        std::pair{Check::SignedHeads, &checkHeads},
        std::pair{Check::SigningKeys, &checkKeys},
        std::pair{Check::SignedSessions, &checkSessions},
        std::pair{Check::Addenda, &checkAddenda},
        std::pair{Check::Documents, &checkDocuments},
        std::pair{Check::Disclosures, &checkDisclosures},
        std::pair{Check::Forms, &checkForms},
        std::pair{Check::RaisedFlags, &checkRaisedFlags},
        std::pair{Check::Amendments, &checkAmendments},
        std::pair{Check::Emergencies, &checkEmergencies},
        std::pair{Check::Destructions, &checkDestructions},
    };
    VerificationReport report;
    const auto add = [&](Check check, Examine examine) {
        constexpr auto kAll = static_cast<double>(kComparing.size() + 3);
        askOn(goesOn, static_cast<double>(report.checks.size()) / kAll);
        report.checks.push_back(examined(engine, check, examine));
        askOn(goesOn,
              static_cast<double>(report.checks.size()) / kAll); // a check that was cut short
    };
    add(Check::CipherPages, checkPages);
    add(Check::Structure, checkStructure);
    const auto before = report.checks.size();
    try {
        engine.read("checking the clinic", [&] { // one moment's state for all that compares rows
            const Engine::EverythingOpen whole{engine};
            for (const auto& [check, examine] : kComparing) {
                add(check, examine);
            }
        });
    } catch (const WorkDropped&) {
        throw;
    } catch (const StorageError& error) { // a damaged page may not even let a reading begin
        for (auto missing = report.checks.size() - before; missing < kComparing.size(); ++missing) {
            CheckResult result{kComparing.at(missing).first, 0, {}, 0};
            fault(result, error.message());
            report.checks.push_back(std::move(result));
        }
    }
    add(Check::FilePermissions, checkPermissions);
    return report;
}

std::vector<CheckResult> AuditTrail::check() const {
    return engine_.read("checking the audit trail", [&] {
        return std::vector{examined(engine_, Check::AuditChain, checkAuditChain),
                           examined(engine_, Check::AuditDetails, checkAuditDetails),
                           examined(engine_, Check::SignedHeads, checkHeads)};
    });
}

} // namespace palpate::storage
