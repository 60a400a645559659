// SPDX-License-Identifier: MIT
#include "storage/AuditTrail.h"

#include "storage/Canonical.h"
#include "storage/Engine.h"

namespace palpate::storage {

namespace {

constexpr std::size_t kSaltSize = 16;

/// Newest first; a page that filters may look at more rows than it gives.
constexpr std::string_view kNewest =
    "SELECT a.seq, a.at, a.practitioner, a.kind, a.patient, a.subject, a.subject_id, d.text, "
    "a.detail_hash "
    "FROM audit a LEFT JOIN audit_detail d ON d.seq = a.seq "
    "WHERE a.seq < ?1 AND (?2 IS NULL OR a.practitioner = ?2) AND (?3 IS NULL OR a.kind = ?3) "
    "AND (?4 IS NULL OR a.at >= ?4) AND (?5 IS NULL OR a.at < ?5) ORDER BY a.seq DESC LIMIT ?6";
constexpr std::string_view kNewestOfPatient =
    "SELECT a.seq, a.at, a.practitioner, a.kind, a.patient, a.subject, a.subject_id, d.text, "
    "a.detail_hash "
    "FROM audit a LEFT JOIN audit_detail d ON d.seq = a.seq "
    "WHERE a.seq < ?1 AND (?2 IS NULL OR a.practitioner = ?2) AND (?3 IS NULL OR a.kind = ?3) "
    "AND (?4 IS NULL OR a.at >= ?4) AND (?5 IS NULL OR a.at < ?5) AND a.patient = ?7 "
    "ORDER BY a.seq DESC LIMIT ?6";

/// The same act is told again after so long; looked for among the newest rows alone, so that it
/// costs the same in a long trail. Our own choice.
constexpr std::chrono::minutes kRefusedAgainAfter{1};
constexpr int kRowsLookedBack = 200;
constexpr std::string_view kRefusedLately =
    "SELECT 1 FROM audit a JOIN audit_detail d ON d.seq = a.seq "
    "WHERE a.seq > (SELECT max(seq) FROM audit) - ?1 AND a.practitioner = ?2 AND a.kind = ?3 "
    "AND a.at > ?4 AND a.patient IS ?5 AND d.text = ?6";

template <class IdType> [[nodiscard]] std::string textOf(const std::optional<IdType>& id) {
    return id ? id->text() : "-";
}

} // namespace

AuditEntry auditEntryFrom(const Query& row) {
    AuditEntry entry{.seq = row.integer(0),
                     .at = row.instant(1),
                     .by = row.id<PractitionerId>(2),
                     .kind = parseAuditKind(row.text(3)).value_or(AuditKind::Change),
                     .patient = {},
                     .subject = parseAuditSubject(row.text(5)).value_or(AuditSubject::Clinic),
                     .subjectId = {},
                     .detail = row.text(7),
                     .detailErased = row.isNull(7) && !row.isNull(8)};
    if (!row.isNull(4)) {
        entry.patient = row.id<PatientId>(4);
    }
    if (!row.isNull(6)) {
        entry.subjectId = row.uuid(6);
    }
    return entry;
}

std::string auditText(const AuditRowValues& row) {
    std::string text = "palpate-audit 1\nseq " + std::to_string(row.seq) + "\nat " +
                       isoInstant(row.at) + "\nby " + row.by.text() + "\nkind " + row.kind +
                       "\npatient " + textOf(row.patient) + "\nsubject " + row.subject + " " +
                       textOf(row.subjectId) + "\nerases ";
    text += row.erases ? std::to_string(*row.erases) : "-";
    text += "\ndetail " + (row.detailHash ? hexOf(*row.detailHash) : "-");
    text += "\nprevious " + hexOf(row.previous) + "\n";
    return text;
}

std::string headText(const Uuid& clinic, std::int64_t count, ByteView hash, Instant at,
                     const PractitionerId& by) {
    return "palpate-head 1\nclinic " + clinic.text() + "\ncount " + std::to_string(count) +
           "\nhash " + hexOf(hash) + "\nat " + isoInstant(at) + "\nby " + by.text() + "\n";
}

Engine::ChainEnd& Engine::chainEnd() {
    if (!chainEnd_) {
        ChainEnd end; // of an empty trail: zero, and a hash of zeros
        auto row = use("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1");
        if (row.next()) {
            end = {row.integer(0), row.fixed<32>(1)};
        }
        chainEnd_ = end;
    }
    return *chainEnd_;
}

void Engine::audit(const AuditAct& act) {
    auto& end = chainEnd();
    AuditRowValues values{.seq = end.seq + 1,
                          .at = clock_.now(),
                          .by = actor_,
                          .kind = std::string{name(act.kind)},
                          .patient = act.patient,
                          .subject = std::string{name(act.subject)},
                          .subjectId = act.subjectId,
                          .erases = act.erases,
                          .detailHash = {},
                          .previous = end.hash};
    Bytes salt;
    if (!act.detail.empty()) {
        salt = randomBytes(
            kSaltSize); // so that a short detail can't be guessed from its hash once erased
        values.detailHash = blake2b(salt, act.detail);
    }
    const auto hash = blake2b(auditText(values));
    use("INSERT INTO audit (seq, at, practitioner, kind, patient, subject, subject_id, erases, "
        "detail_hash, previous, "
        "hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)")
        .with(values.seq, values.at, values.by, values.kind, values.patient, values.subject,
              values.subjectId, values.erases, values.detailHash, values.previous, hash)
        .run();
    if (!act.detail.empty()) {
        use("INSERT INTO audit_detail (seq, salt, text) VALUES (?1, ?2, ?3)")
            .with(values.seq, salt, act.detail)
            .run();
    }
    end = {values.seq, hash};
}

void Engine::writeHead() {
    const auto& end = chainEnd();
    const auto at = clock_.now();
    const auto signature =
        sign(viewOf(headText(clinic(), end.seq, end.hash, at, actor_)), signingKey());
    use("INSERT INTO audit_head (seq, hash, at, signing_key_no, signature) VALUES (?1, ?2, ?3, ?4, "
        "?5)")
        .with(end.seq, end.hash, at, signingKeyNo_, signature)
        .run();
}

void AuditTrail::record(AuditKind kind, std::optional<PatientId> patient, std::string_view detail) {
    engine_.write("writing the audit trail", [&] {
        const auto subject = patient ? AuditSubject::Patient : AuditSubject::Clinic;
        const auto id = patient ? patient->value() : engine_.clinic();
        engine_.audit({kind, patient, subject, id, std::string{detail}, {}});
    });
}

void AuditTrail::recordRefusal(std::optional<PatientId> patient, std::string_view act) {
    const auto detail = "refused " + std::string{act} + "\n";
    engine_.write("writing the audit trail", [&] {
        auto same = engine_.use(kRefusedLately);
        same.with(kRowsLookedBack, engine_.actor(), name(AuditKind::Refuse),
                  engine_.clock().now() - kRefusedAgainAfter, patient, detail);
        if (!same.next()) {
            record(AuditKind::Refuse, patient, detail);
        }
    });
}

TrailHead AuditTrail::head() const {
    return engine_.read("reading the audit trail", [&] {
        auto row = engine_.use("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1");
        return row.next() ? TrailHead{row.integer(0), row.fixed<32>(1)} : TrailHead{};
    });
}

std::vector<AuditEntry> AuditTrail::list(const AuditFilter& filter) const {
    if (engine_.signedIn().role == Role::FrontDesk) {
        engine_.noteRefused({}, "to read the audit trail");
        throw AccessDenied{{tr("The front desk does not read the audit trail."), {}}};
    }
    return engine_.read("reading the audit trail", [&] {
        auto rows = engine_.use(filter.patient ? kNewestOfPatient : kNewest);
        const auto kind =
            filter.kind ? std::optional{std::string{name(*filter.kind)}} : std::nullopt;
        rows.with(filter.beforeSeq.value_or(INT64_MAX), filter.practitioner, kind, filter.from,
                  filter.to, filter.limit);
        if (filter.patient) {
            rows.with(*filter.patient);
        }
        std::vector<AuditEntry> entries;
        while (rows.next()) {
            entries.push_back(auditEntryFrom(rows));
        }
        return entries;
    });
}

void AuditTrail::eraseDetail(std::int64_t seq, std::string_view reason) {
    engine_.requireOwner();
    engine_.write("erasing a detail of the audit trail", [&] {
        std::optional<PatientId> patient;
        {
            auto row = engine_.use("SELECT a.patient FROM audit a JOIN audit_detail d ON d.seq = "
                                   "a.seq WHERE a.seq = ?1");
            if (!row.with(seq).next()) {
                throw EditRefused{
                    {tr("Row {1} of the audit trail has no detail."), {std::to_string(seq)}}};
            }
            if (!row.isNull(0)) {
                patient = row.id<PatientId>(0);
            }
        }
        engine_.audit({AuditKind::Erase,
                       patient,
                       AuditSubject::AuditRow,
                       {},
                       "reason " + escaped(reason) + "\n",
                       seq});
        engine_.use("DELETE FROM audit_detail WHERE seq = ?1").with(seq).run();
    });
}

} // namespace palpate::storage
