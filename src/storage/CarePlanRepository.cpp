// SPDX-License-Identifier: MIT
#include "storage/CarePlanRepository.h"

#include "storage/Canonical.h"
#include "storage/LineWords.h"
#include "storage/PatientRows.h"
#include "storage/Rows.h"

namespace palpate::storage {

namespace {

struct StoredItem {
    std::int64_t no = 0;
    PatientId patient; ///< whose record the case is in
    CarePlanItem item;
};

constexpr std::string_view kColumns =
    "SELECT i.no, p.id, i.id, c.id, i.item, i.dose, i.start, i.review, i.stopped, "
    "i.stopped_because, r.id, i.written_at FROM care_plan_item i JOIN clinical_case c ON c.no = "
    "i.case_no JOIN patient p ON p.no = c.patient_no JOIN practitioner r ON r.no = "
    "i.practitioner_no WHERE ";

[[nodiscard]] StoredItem itemFrom(Engine& engine, const Query& row) {
    StoredItem stored{.no = row.integer(0),
                      .patient = row.id<PatientId>(1),
                      .item = {.id = row.id<CarePlanItemId>(2),
                               .caseId = row.id<CaseId>(3),
                               .item = keyIn<HomeCareKey>(row, 4),
                               .dose = row.text(5),
                               .start = word(row, 6, parseIsoDate),
                               .review = wordIn(row, 7, parseIsoDate),
                               .stopped = wordIn(row, 8, parseIsoDate),
                               .stoppedBecause = row.text(9),
                               .by = row.id<PractitionerId>(10),
                               .written = row.instant(11)}};
    auto factors =
        engine.use("SELECT factor FROM care_plan_because WHERE item_no = ?1 ORDER BY position");
    factors.with(stored.no);
    while (factors.next()) {
        stored.item.because.push_back(keyIn<FactorKey>(factors, 0));
    }
    return stored;
}

void insertFactors(Engine& engine, std::int64_t no, const std::vector<FactorKey>& because) {
    int position = 0;
    for (const auto& factor : because) {
        engine.use("INSERT INTO care_plan_because (item_no, position, factor) VALUES (?1, ?2, ?3)")
            .with(no, position++, factor)
            .run();
    }
}

[[nodiscard]] Lines linesOf(const CarePlanItem& item) {
    Lines lines{"care_plan_item " + item.id.text(), "case " + item.caseId.text(),
                "item " + item.item.text(), field("dose", item.dose)};
    for (const auto& factor : item.because) {
        lines.push_back("because " + factor.text());
    }
    lines.push_back("start " + isoDate(item.start));
    lines.push_back("review " + day(item.review));
    lines.push_back("stopped " + day(item.stopped));
    lines.push_back(field("stopped_because", item.stoppedBecause));
    lines.push_back("practitioner " + item.by.text());
    lines.push_back("written " + isoInstant(item.written));
    return lines;
}

void audit(Engine& engine, AuditKind kind, const PatientId& patient, const CarePlanItem& item,
           std::string detail) {
    engine.audit(
        {kind, patient, AuditSubject::CarePlanItem, item.id.value(), std::move(detail), {}});
}

} // namespace

void CarePlanRepository::add(const CarePlanItem& item) {
    if (item.by != engine_.signedIn().id) {
        throw AccessDenied{{tr("Home care is agreed on under one's own name only."), {}}};
    }
    engine_.write("storing the home care", [&] {
        std::int64_t caseNo = 0;
        std::optional<PatientId> patient;
        {
            auto row = engine_.use("SELECT c.no, p.id FROM clinical_case c JOIN patient p ON p.no "
                                   "= c.patient_no WHERE c.id = ?1");
            if (!row.with(item.caseId).next()) {
                throw EditRefused{
                    {tr("The case is not in this clinic any more; open the patient again."), {}}};
            }
            caseNo = row.integer(0);
            patient = row.id<PatientId>(1);
        }
        requireOpenTo(engine_, *patient);
        engine_
            .use("INSERT INTO care_plan_item (id, case_no, item, dose, start, review, stopped, "
                 "stopped_because, practitioner_no, written_at, listed) VALUES (?1, ?2, ?3, ?4, "
                 "?5, ?6, ?7, ?8, ?9, ?10, EXISTS (SELECT 1 FROM open_case WHERE case_no = ?2))")
            .with(item.id, caseNo, item.item, item.dose, item.start, item.review, item.stopped,
                  item.stoppedBecause, engine_.practitionerNo(item.by), item.written)
            .run();
        insertFactors(engine_, engine_.connection().lastRow(), item.because);
        audit(engine_, AuditKind::Create, *patient, item, difference({}, linesOf(item)));
    });
}

void CarePlanRepository::change(const CarePlanItem& item, const CarePlanItem& seen) {
    static const auto sql = std::string{kColumns} + "i.id = ?1";
    engine_.write("storing the home care", [&] {
        std::optional<StoredItem> before;
        {
            auto row = engine_.use(sql);
            if (row.with(item.id).next()) {
                before = itemFrom(engine_, row);
            }
        }
        if (!before) {
            throw EditRefused{{tr("The home care is not in this clinic any more; open the patient "
                                  "again."),
                               {}}};
        }
        requireOpenTo(engine_, before->patient);
        if (before->item != seen) {
            refuseChanged(engine_, AuditSubject::CarePlanItem, item.id.value());
        }
        if (item.caseId != seen.caseId || item.by != seen.by || item.written != seen.written) {
            throw EditRefused{{tr("Home care stays with its case and with whom it was agreed on; "
                                  "stop it and agree on another."),
                               {}}};
        }
        if (item == seen) {
            return;
        }
        engine_
            .use("UPDATE care_plan_item SET item = ?1, dose = ?2, start = ?3, review = ?4, stopped "
                 "= ?5, stopped_because = ?6 WHERE no = ?7")
            .with(item.item, item.dose, item.start, item.review, item.stopped, item.stoppedBecause,
                  before->no)
            .run();
        engine_.use("DELETE FROM care_plan_because WHERE item_no = ?1").with(before->no).run();
        insertFactors(engine_, before->no, item.because);
        audit(engine_, AuditKind::Change, before->patient, item,
              recordDifference(linesOf(seen), linesOf(item)));
    });
}

std::vector<CarePlanItem> CarePlanRepository::ofCase(const CaseId& caseId) const {
    static const auto sql =
        std::string{kColumns} + "c.id = ?1 ORDER BY i.stopped IS NOT NULL, i.start, i.no";
    return engine_.read("reading the home care", [&] {
        requireOpenTo(engine_, caseId);
        std::vector<CarePlanItem> items;
        auto rows = engine_.use(sql);
        rows.with(caseId);
        while (rows.next()) {
            items.push_back(itemFrom(engine_, rows).item);
        }
        return items;
    });
}

} // namespace palpate::storage
