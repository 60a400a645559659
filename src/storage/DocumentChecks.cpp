// SPDX-License-Identifier: MIT
// Documents and disclosures against their digests and against what the audit trail tells of them:
// neither is signed by itself, but the trail's heads are.
#include "storage/Canonical.h"
#include "storage/Checks.h"
#include "storage/Rows.h"

namespace palpate::storage {

Told toldBy(Query rows) {
    Told told;
    while (rows.next()) {
        told.insert_or_assign(rows.uuid(0),
                              rows.isNull(1) ? std::nullopt : std::optional{blake2b(rows.text(1))});
    }
    return told;
}

bool isAsTold(Told& told, const Uuid& id, std::string_view detail) {
    const auto entry = told.find(id);
    if (entry == told.end()) {
        return false;
    }
    const bool same = !entry->second || *entry->second == blake2b(detail);
    told.erase(entry);
    return same;
}

void checkDocuments(Engine& engine, CheckResult& result) {
    static const auto sql =
        "SELECT a.subject_id, d.text FROM audit a LEFT JOIN audit_detail d ON d.seq = a.seq WHERE "
        "a.subject = 'document' AND a.kind = 'create' AND a.subject_id IS NOT NULL" +
        std::string{kNotDestroyed};
    auto told = toldBy(engine.use(sql));
    auto rows = engine.use("SELECT d.id, d.digest, d.size, t.content FROM document d LEFT JOIN "
                           "document_content t ON t.document_no = d.no ORDER BY d.no");
    while (rows.next()) {
        ++result.examined;
        const auto id = rows.id<DocumentId>(0);
        if (rows.isNull(3)) {
            fault(result, {tr("Document {1}: its bytes are gone."), {id.text()}});
        } else {
            const auto content = rows.bytes(3);
            if (blake2b(content) != rows.fixed<32>(1) ||
                static_cast<std::int64_t>(content.size()) != rows.integer(2)) {
                fault(result,
                      {tr("Document {1}: its bytes are not those that were kept."), {id.text()}});
            }
        }
        const auto document = DocumentRepository{engine}.find(id);
        if (!document || !isAsTold(told, id.value(), difference({}, linesOf(*document)))) {
            fault(result, {tr("Document {1} is not as the audit trail tells of it."), {id.text()}});
        }
    }
    for (const auto& [id, hash] : told) {
        fault(result, {tr("Document {1} was kept, but is gone."), {id.text()}});
    }
    auto strays = engine.use("SELECT t.document_no FROM document_content t WHERE NOT EXISTS "
                             "(SELECT 1 FROM document d WHERE d.no = t.document_no)");
    while (strays.next()) {
        fault(result,
              {tr("Row {1} of document_content belongs to no document."), {strays.text(0)}});
    }
}

void checkDisclosures(Engine& engine, CheckResult& result) {
    static const auto sql =
        "SELECT a.subject_id, d.text FROM audit a LEFT JOIN audit_detail d ON d.seq = a.seq WHERE "
        "a.subject = 'disclosure' AND a.subject_id IS NOT NULL" +
        std::string{kNotDestroyed};
    auto told = toldBy(engine.use(sql));
    auto rows = engine.use("SELECT id FROM disclosure ORDER BY no");
    while (rows.next()) {
        ++result.examined;
        const auto id = rows.id<DisclosureId>(0);
        const auto disclosure = DisclosureRepository{engine}.find(id);
        if (!disclosure || !isAsTold(told, id.value(), difference({}, linesOf(*disclosure)))) {
            fault(result,
                  {tr("Disclosure {1} is not as the audit trail tells of it."), {id.text()}});
        }
    }
    for (const auto& [id, hash] : told) {
        fault(result, {tr("Disclosure {1} was recorded, but is gone."), {id.text()}});
    }
}

} // namespace palpate::storage
