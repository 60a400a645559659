// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Id.h"
#include "domain/Measurement.h"
#include "domain/Message.h"
#include "reference/Joints.h"
#include "reference/LogFields.h"
#include "reference/Motions.h"
#include "reference/Names.h"
#include "reference/Sources.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace palpate::reference {

enum class TestKind { Neurological, Orthopaedic, Functional, Palpation };

/// A number that a test may give, and what is taken as one.
struct TestScale {
    FieldType type = FieldType::Number; ///< Number, Integer or Duration
    std::string unit;                   ///< "degrees", "s", "positive tests"
    double min = 0;                     ///< a guard against slips of typing
    double max = 0;
    double step = 1;                  ///< for spinners; a value between two steps is allowed
    std::vector<DisplayUnit> display; ///< empty: shown as stored
    std::string note;                 ///< what is measured; may be empty
    friend bool operator==(const TestScale&, const TestScale&) = default;
};

/// Something that a test records one by one: "L5", big toe extension.
struct TestPart {
    std::string id;
    std::string label;
    friend bool operator==(const TestPart&, const TestPart&) = default;
};

/// A total of other tests.
struct TestCluster {
    std::vector<TestKey> of;
    std::string alongside; ///< something else that counts, in words; may be empty
    int positiveFrom = 0;  ///< that many positive ones speak for it
    friend bool operator==(const TestCluster&, const TestCluster&) = default;
};

/// A neurological, orthopaedic or functional test or a palpation. No single one diagnoses.
struct KnownTest {
    TestKey key;
    std::string name;
    std::vector<std::string> alsoCalled;
    std::string region; ///< "low_back", "neck" ... "any": of the table's own list
    TestKind kind = TestKind::Orthopaedic;
    bool sided = false;
    std::vector<std::string> choices; ///< without "not assessed", which is never stored
    std::string choiceUnit;           ///< "mmHg": of choices that are numbers; mostly empty
    std::optional<TestScale> scale;   ///< of a result that is a number
    /// A second number beside a result that is a choice: the angle of a leg raise. Of a test that
    /// gives a number and may be judged by a choice, too, that same number.
    std::optional<TestScale> also;
    std::string meaning; ///< of the choices; may be empty
    std::string whatFor;
    std::vector<TestPart> parts; ///< empty: recorded as a whole
    std::optional<TestCluster> cluster;
    std::string caution;             ///< may be empty
    std::string note;                ///< may be empty
    std::optional<MotionKey> motion; ///< the row of rom.json that measures the same
    std::string measure;             ///< id of an outcome measure; mostly empty
    std::vector<SourceKey> sources;
    friend bool operator==(const KnownTest&, const KnownTest&) = default;
};

/// Whether the test needs a place said with it: a palpation of any region.
[[nodiscard]] bool needsSite(const KnownTest& test) noexcept;
/// nullptr when it has no such part.
[[nodiscard]] const TestPart* partOf(const KnownTest& test, std::string_view part) noexcept;

/// tests.json.
class Tests {
public:
    /// Adds the file's sources to `sources`. Throws DataError naming file, row and field; a motion
    /// that `motions` lacks is one.
    [[nodiscard]] static Tests load(const std::filesystem::path& file, const Motions& motions,
                                    Sources& sources);

    /// In the order of the table.
    [[nodiscard]] const std::vector<KnownTest>& all() const noexcept { return tests_; }
    /// The regions that tests are ordered by, "any" last.
    [[nodiscard]] const std::vector<std::string>& regions() const noexcept { return regions_; }
    /// nullptr when there is none. It lives as long as this table.
    [[nodiscard]] const KnownTest* find(const TestKey& key) const noexcept;
    /// The tests of which the whole text is the name or another name.
    [[nodiscard]] std::vector<TestKey> lookUp(std::string_view text) const;
    /// Those of lookUp(), then those with a name in which each typed word begins a word, in any
    /// order; at most `limit`.
    [[nodiscard]] std::vector<TestKey> search(std::string_view typed, std::size_t limit) const;
    /// Why the result can't be taken, one sentence; empty when it can. A muscle or region of the
    /// site is not looked up here, a joint is.
    [[nodiscard]] std::optional<Message> problem(const TestResult& result,
                                                 const Joints& joints) const;

private:
    std::vector<KnownTest> tests_;
    std::vector<std::string> regions_;
    std::unordered_map<TestKey, std::size_t> places_;
    Names names_;
};

} // namespace palpate::reference
