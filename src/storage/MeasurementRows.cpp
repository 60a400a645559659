// SPDX-License-Identifier: MIT
#include "storage/MeasurementRows.h"

#include "domain/Error.h"
#include "storage/Rows.h"

#include <algorithm>
#include <iterator>
#include <optional>

namespace palpate::storage {

namespace {

template <class Value, class Identity>
void requireOnce(const std::vector<Value>& values, Identity Value::*identity,
                 const char* sentence) {
    for (auto at = values.begin(); at != values.end(); ++at) {
        if (std::ranges::find(std::next(at), values.end(), (*at).*identity, identity) !=
            values.end()) {
            throw EditRefused{{sentence, {}}};
        }
    }
}

void requireFinite(const std::optional<double>& value) {
    if (value) {
        storage::requireFinite(*value);
    }
}

void insert(Engine& engine, std::int64_t sessionNo, std::size_t position,
            const RangeOfMotion& motion) {
    engine
        .use("INSERT INTO range_of_motion (session_no, position, motion, side, active, passive, "
             "pain, note) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
        .with(sessionNo, asPosition(position), motion.at.motion, name(motion.at.side),
              motion.active, motion.passive, valueOf(motion.pain), motion.note)
        .run();
}

template <class SomeKey>
[[nodiscard]] std::optional<std::string> keyOf(const std::optional<TestSite>& site) {
    const auto* key = site ? std::get_if<SomeKey>(&*site) : nullptr;
    return key != nullptr ? std::optional{key->text()} : std::nullopt;
}

void insert(Engine& engine, std::int64_t sessionNo, std::size_t position, const TestResult& test) {
    const auto* number = std::get_if<double>(&test.result);
    const auto* choice = std::get_if<std::string>(&test.result);
    engine
        .use("INSERT INTO test_result (session_no, position, test, part, side, region, muscle, "
             "joint, number, choice, also, note) "
             "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)")
        .with(sessionNo, asPosition(position), test.at.test, test.at.part, name(test.at.side),
              keyOf<RegionKey>(test.at.site), keyOf<MuscleKey>(test.at.site),
              keyOf<JointKey>(test.at.site),
              number != nullptr ? std::optional{*number} : std::nullopt,
              choice != nullptr ? std::optional{*choice} : std::nullopt, test.also, test.note)
        .run();
}

void insert(Engine& engine, std::int64_t sessionNo, std::size_t position,
            const HomeCareItem& item) {
    engine
        .use("INSERT INTO home_care_item (session_no, position, item, dose) "
             "VALUES (?1, ?2, ?3, ?4)")
        .with(sessionNo, asPosition(position), item.item, item.dose)
        .run();
}

/// The rows from the first one that differs on are written again: the lists are short, and what has
/// moved can't meet its own old row.
template <class Value>
void writeList(Engine& engine, std::int64_t sessionNo, const std::vector<Value>& before,
               const std::vector<Value>& after, std::string_view removeFrom) {
    const auto kept =
        static_cast<std::size_t>(std::ranges::mismatch(before, after).in1 - before.begin());
    if (kept < before.size()) {
        engine.use(removeFrom).with(sessionNo, asPosition(kept)).run();
    }
    for (auto i = kept; i < after.size(); ++i) {
        insert(engine, sessionNo, i, after[i]);
    }
}

constexpr std::string_view kRemoveMotions =
    "DELETE FROM range_of_motion WHERE session_no = ?1 AND position >= ?2";
constexpr std::string_view kRemoveTests =
    "DELETE FROM test_result WHERE session_no = ?1 AND position >= ?2";
constexpr std::string_view kRemoveHomeCare =
    "DELETE FROM home_care_item WHERE session_no = ?1 AND position >= ?2";

[[nodiscard]] std::optional<TestSite> siteFrom(const Query& row) {
    if (!row.isNull(4)) {
        return keyIn<RegionKey>(row, 4);
    }
    if (!row.isNull(5)) {
        return keyIn<MuscleKey>(row, 5);
    }
    return row.isNull(6) ? std::nullopt : std::optional<TestSite>{keyIn<JointKey>(row, 6)};
}

} // namespace

void requireStorableMeasurements(const Session& session) {
    if (const auto slips = problems(session.checkIn); !slips.empty()) {
        throw EditRefused{slips.front()};
    }
    requireOnce(session.motions, &RangeOfMotion::at,
                tr("A motion is in the session twice; keep one of the two."));
    requireOnce(session.tests, &TestResult::at,
                tr("A test is in the session twice; keep one of the two."));
    requireOnce(session.homeCare, &HomeCareItem::item,
                tr("A home care is in the session twice; keep one of the two."));
    for (const auto& motion : session.motions) {
        if (!motion.active && !motion.passive && !motion.pain && motion.note.empty()) {
            throw EditRefused{
                {tr("A motion needs a value; enter one, or remove the motion from the list."), {}}};
        }
        requireFinite(motion.active);
        requireFinite(motion.passive);
    }
    for (const auto& test : session.tests) {
        const auto* number = std::get_if<double>(&test.result);
        requireFinite(number != nullptr ? std::optional{*number} : std::nullopt);
        requireFinite(test.also);
    }
}

void writeMeasurements(Engine& engine, std::int64_t sessionNo, const Session& before,
                       const Session& after) {
    writeList(engine, sessionNo, before.motions, after.motions, kRemoveMotions);
    writeList(engine, sessionNo, before.tests, after.tests, kRemoveTests);
    writeList(engine, sessionNo, before.homeCare, after.homeCare, kRemoveHomeCare);
}

void removeMeasurements(Engine& engine, std::int64_t sessionNo) {
    for (const auto sql : {kRemoveMotions, kRemoveTests, kRemoveHomeCare}) {
        engine.use(sql).with(sessionNo, asPosition(0)).run();
    }
}

RangeOfMotion motionFrom(const Query& row) {
    return {.at = {keyIn<MotionKey>(row, 1), word(row, 2, parseSide)},
            .active = realIn(row, 3),
            .passive = realIn(row, 4),
            .pain = scoreIn<PainScore>(row, 5),
            .note = row.text(6)};
}

TestResult testFrom(const Query& row) {
    TestResult test{.at = {.test = keyIn<TestKey>(row, 1),
                           .part = row.text(2),
                           .side = word(row, 3, parseSide),
                           .site = siteFrom(row)},
                    .result = row.real(7),
                    .also = realIn(row, 9),
                    .note = row.text(10)};
    if (!row.isNull(8)) {
        test.result = row.text(8);
    }
    return test;
}

HomeCareItem homeCareFrom(const Query& row) {
    return {keyIn<HomeCareKey>(row, 1), row.text(2)};
}

} // namespace palpate::storage
