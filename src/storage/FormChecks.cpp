// SPDX-License-Identifier: MIT
// Ended forms against their digests, and with raised flags and what was done about them against
// what the audit trail tells.
#include "storage/Checks.h"
#include "storage/FormRows.h"
#include "storage/ScreeningRepository.h"

#include <vector>

namespace palpate::storage {

namespace {

void checkForm(Engine& engine, CheckResult& result, Told& told, const FormRecordId& id) {
    const auto form = loadForm(engine, id);
    if (!form || form->digest != digestOf(form->record)) {
        fault(result,
              {tr("Form {1} was altered after it was completed or put away."), {id.text()}});
    }
    if (!form || !isAsTold(told, id.value(), endText(form->record))) {
        fault(result, {tr("Form {1} is not as the audit trail tells of it."), {id.text()}});
    }
}

[[nodiscard]] Told createdBy(Engine& engine, AuditSubject subject) {
    static const auto sql = "SELECT a.subject_id, d.text FROM audit a LEFT JOIN audit_detail d ON "
                            "d.seq = a.seq WHERE a.subject = ?1 AND a.kind = 'create' AND "
                            "a.subject_id IS NOT NULL" +
                            std::string{kNotDestroyed};
    auto rows = engine.use(sql);
    rows.with(name(subject));
    return toldBy(std::move(rows));
}

} // namespace

void checkForms(Engine& engine, CheckResult& result) {
    static const auto sql =
        "SELECT a.subject_id, d.text FROM audit a LEFT JOIN audit_detail d ON d.seq = a.seq WHERE "
        "a.subject = 'form' AND a.kind IN ('complete', 'discard') AND a.subject_id IS NOT NULL" +
        std::string{kNotDestroyed};
    auto told = toldBy(engine.use(sql));
    auto rows = engine.use("SELECT id, completed_at IS NOT NULL OR put_away_at IS NOT NULL FROM "
                           "form_record ORDER BY no");
    while (rows.next()) {
        ++result.examined;
        const auto id = rows.id<FormRecordId>(0);
        try {
            if (rows.number(1) != 0) {
                checkForm(engine, result, told, id);
            } else {
                static_cast<void>(loadForm(engine, id));
            }
        } catch (const StorageError& error) { // what it holds can't be read
            fault(result, {tr("Form {1}: {2}"), {id.text(), error.what()}});
            told.erase(id.value());
        }
    }
    for (const auto& [id, hash] : told) {
        fault(result,
              {tr("Form {1} was completed or put away, but is gone or open again."), {id.text()}});
    }
}

void checkRaisedFlags(Engine& engine, CheckResult& result) {
    auto flags = createdBy(engine, AuditSubject::RaisedFlag);
    auto deeds = createdBy(engine, AuditSubject::FlagDeed);
    auto rows = engine.use("SELECT id, settled FROM raised_flag ORDER BY no");
    while (rows.next()) {
        ++result.examined;
        const auto id = rows.id<RaisedFlagId>(0);
        const auto flag = ScreeningRepository{engine}.find(id);
        if (!flag || !isAsTold(flags, id.value(), difference({}, linesOf(*flag)))) {
            fault(result,
                  {tr("Raised flag {1} is not as the audit trail tells of it."), {id.text()}});
        }
        if (flag && flag->isSettled() != (rows.number(1) != 0)) {
            fault(result, {tr("Raised flag {1} is settled without anything done about it, or the "
                              "other way round."),
                           {id.text()}});
        }
        for (const auto& deed : flag ? flag->deeds : std::vector<FlagDeed>{}) {
            ++result.examined;
            if (!isAsTold(deeds, deed.id.value(), difference({}, linesOf(id, deed)))) {
                fault(result, {tr("What was done about raised flag {1} is not as the audit trail "
                                  "tells of it."),
                               {id.text()}});
            }
        }
    }
    for (const auto& [id, hash] : flags) {
        fault(result, {tr("Raised flag {1} was written, but is gone."), {id.text()}});
    }
    for (const auto& [id, hash] : deeds) {
        fault(result, {tr("Deed {1} about a raised flag was written, but is gone."), {id.text()}});
    }
}

} // namespace palpate::storage
