// SPDX-License-Identifier: MIT
#include "storage/SessionClaims.h"

#include "domain/Error.h"
#include "storage/Engine.h"

namespace palpate::storage {

namespace {

struct ClaimRow {
    Uuid holder;
    SessionHolder who;
    std::string name; ///< of the practitioner
    bool isReleased = false;
};

[[nodiscard]] std::optional<ClaimRow> rowOf(Engine& engine, const SessionId& session) {
    auto row = engine.use("SELECT c.holder, p.id, c.since_at, p.display_name, c.released "
                          "FROM session s JOIN session_claim c ON c.session_no = s.no "
                          "JOIN practitioner p ON p.no = c.practitioner_no WHERE s.id = ?1");
    if (!row.with(session).next()) {
        return std::nullopt;
    }
    return ClaimRow{
        row.uuid(0), {row.id<PractitionerId>(1), row.instant(2)}, row.text(3), row.number(4) != 0};
}

/// "2026-11-23 10:45 UTC"
[[nodiscard]] std::string minuteOf(Instant at) {
    auto text = isoInstant(at);
    text.replace(text.find('T'), 1, " ");
    return text.substr(0, text.rfind(':')) + " UTC";
}

} // namespace

std::optional<SessionHolder> SessionClaims::claim(Engine& engine, const StoredSession& session,
                                                  ClaimWish wish) {
    const auto& id = session.session.id;
    const auto row = rowOf(engine, id);
    const bool isHeld = row && !row->isReleased && presence_.isAlive(row->holder);
    const bool isOurs = isHeld && row->holder == presence_.known();
    if (isOurs) {
        return std::nullopt;
    }
    if (isHeld && wish == ClaimWish::IfFree) {
        return row->who;
    }
    const auto& clock = engine.clock();
    engine
        .use("INSERT INTO session_claim (session_no, holder, practitioner_no, since_at, released) "
             "VALUES (?1, ?2, ?3, ?4, 0) ON CONFLICT (session_no) DO UPDATE SET holder = "
             "excluded.holder, practitioner_no = excluded.practitioner_no, since_at = "
             "excluded.since_at, released = 0")
        .with(session.no, presence_.self(clock), engine.practitionerNo(engine.signedIn().id),
              clock.now())
        .run();
    if (isHeld) {
        engine.audit({AuditKind::TakeOver,
                      session.session.patient,
                      AuditSubject::Session,
                      id.value(),
                      "-charting " + row->who.practitioner.text() + " since " +
                          isoInstant(row->who.since) + "\n+charting " +
                          engine.signedIn().id.text() + "\n",
                      {}});
    }
    ours_.insert(id);
    return std::nullopt;
}

void SessionClaims::release(Engine& engine, const SessionId& session) {
    ours_.erase(session);
    if (presence_.known()) {
        engine
            .use("UPDATE session_claim SET released = 1 WHERE holder = ?1 AND session_no = "
                 "(SELECT no FROM session WHERE id = ?2)")
            .with(*presence_.known(), session)
            .run();
    }
}

std::optional<SessionHolder> SessionClaims::holder(Engine& engine, const SessionId& session) const {
    const auto row = rowOf(engine, session);
    if (!row || row->holder == presence_.known()) {
        return std::nullopt;
    }
    const bool isHeld = !row->isReleased && presence_.isAlive(row->holder);
    return isHeld || ours_.contains(session) ? std::optional{row->who} : std::nullopt;
}

void SessionClaims::requireNotTaken(Engine& engine, const SessionId& session) const {
    const auto row = rowOf(engine, session);
    if (!row || row->holder == presence_.known()) {
        return;
    }
    // Whoever took it may have changed it, also when they have closed since: what this store knows
    // of the session is old until it claims and reads it again.
    if (ours_.contains(session)) {
        throw SessionTaken{{tr("{1} has taken this session over at {2}; nothing was changed. Open "
                               "the session again to go on."),
                            {row->name, minuteOf(row->who.since)}}};
    }
    if (!row->isReleased && presence_.isAlive(row->holder)) {
        throw SessionTaken{{tr("{1} has been charting this session in another window since {2}; "
                               "nothing was changed. Wait until it is closed there, or take it "
                               "over."),
                            {row->name, minuteOf(row->who.since)}}};
    }
}

bool SessionClaims::isCharted(Engine& engine, const SessionId& session) const {
    const auto row = rowOf(engine, session);
    return row && !row->isReleased &&
           (row->holder == presence_.known() || presence_.isAlive(row->holder));
}

std::optional<SessionId> SessionClaims::leftOpen(Engine& engine) const {
    auto row = engine.use(
        "SELECT s.id, c.holder, s.patient_no FROM session_claim c JOIN session s ON s.no = "
        "c.session_no "
        "WHERE c.released = 0 AND c.practitioner_no = (SELECT no FROM practitioner WHERE id = ?1) "
        "ORDER BY c.since_at DESC, c.session_no DESC");
    row.with(engine.signedIn().id);
    while (row.next()) {
        const auto holder = row.uuid(1);
        if (!engine.closedRecords().isClosed(row.integer(2)) && holder != presence_.known() &&
            !presence_.isAlive(holder)) {
            return row.id<SessionId>(0);
        }
    }
    return std::nullopt;
}

void SessionClaims::releaseAll(Engine& engine) {
    ours_.clear();
    if (presence_.known()) {
        engine.use("UPDATE session_claim SET released = 1 WHERE holder = ?1")
            .with(*presence_.known())
            .run();
    }
}

void SessionClaims::end() noexcept {
    ours_.clear();
    presence_.end();
}

} // namespace palpate::storage
