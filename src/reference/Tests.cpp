// SPDX-License-Identifier: MIT
#include "reference/Tests.h"

#include "reference/Table.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <sstream>

namespace palpate::reference {

namespace {

constexpr auto kKinds = std::to_array<Word<TestKind>>({{"neurological", TestKind::Neurological},
                                                       {"orthopaedic", TestKind::Orthopaedic},
                                                       {"functional", TestKind::Functional},
                                                       {"palpation", TestKind::Palpation}});
constexpr auto kTypes = std::to_array<Word<FieldType>>({{"choice", FieldType::Choice},
                                                        {"number", FieldType::Number},
                                                        {"integer", FieldType::Integer},
                                                        {"duration", FieldType::Duration}});

constexpr std::string_view kNotDone = "not assessed"; // such a test leaves no result
constexpr std::string_view kAnyRegion = "any";

[[nodiscard]] std::vector<DisplayUnit> displayOf(const Row& row) {
    std::vector<DisplayUnit> units;
    if (!row.has("display")) {
        return units;
    }
    for (const auto& unit : row.rows("display", "unit")) {
        units.push_back({.unit = unit.text("unit"),
                         .factor = unit.number("factor"),
                         .step = unit.number("step")});
        if (!(units.back().factor > 0 && units.back().step > 0)) {
            unit.refuse("factor", "and step must be greater than 0");
        }
    }
    return units;
}

[[nodiscard]] TestScale scaleOf(const Row& row, FieldType type) {
    TestScale scale{.type = type,
                    .unit = row.text("unit"),
                    .min = row.number("min"),
                    .max = row.number("max"),
                    .step = row.number("step"),
                    .display = displayOf(row),
                    .note = row.optionalText("note")};
    if (!(scale.min < scale.max)) {
        row.refuse("max", "must be greater than min");
    }
    if (!(scale.step > 0)) {
        row.refuse("step", "must be greater than 0");
    }
    return scale;
}

[[nodiscard]] std::vector<std::string> choicesOf(const Row& row) {
    auto choices = row.texts("choices");
    std::erase(choices, kNotDone);
    if (choices.size() < 2) {
        row.refuse("choices", "must hold at least two results");
    }
    if (std::set<std::string>{choices.begin(), choices.end()}.size() != choices.size()) {
        row.refuse("choices", "must not repeat a result");
    }
    return choices;
}

void readResult(const Row& row, KnownTest& test) {
    const auto type = row.oneOf<FieldType>("type", kTypes);
    test.meaning = row.optionalText("meaning");
    if (type == FieldType::Choice) {
        test.choices = choicesOf(row);
        test.choiceUnit = row.optionalText("unit");
    } else {
        test.scale = scaleOf(row, type);
    }
    if (!row.has("also")) {
        return;
    }
    const auto also = row.object("also");
    const auto alsoType = also.oneOf<FieldType>("type", kTypes);
    if ((type == FieldType::Choice) == (alsoType == FieldType::Choice)) {
        also.refuse("type", "must be a choice beside a number, or a number beside a choice");
    }
    if (alsoType == FieldType::Choice) {
        test.choices = choicesOf(also);
        test.also = test.scale;
    } else {
        test.also = scaleOf(also, alsoType);
    }
}

void readParts(const Row& row, KnownTest& test) {
    if (!row.has("parts")) {
        return;
    }
    for (const auto& part : row.rows("parts", "id")) {
        test.parts.push_back({.id = part.text("id"), .label = part.text("label")});
        if (partOf(test, test.parts.back().id) != &test.parts.back()) {
            part.refuse("id", "must not repeat the id of an earlier row");
        }
    }
}

[[nodiscard]] TestCluster clusterOf(const Row& row) {
    return {.of = row.keys<TestKey>("of"),
            .alongside = row.optionalText("and"),
            .positiveFrom = static_cast<int>(row.numberWithin("positive_from", 1, 100))};
}

[[nodiscard]] KnownTest testOf(const Row& row, const std::vector<std::string>& regions,
                               const Motions& motions, const Sources& sources) {
    KnownTest test{.key = row.key<TestKey>("id"),
                   .name = row.text("name"),
                   .alsoCalled = row.texts("also_called"),
                   .region = row.text("region"),
                   .kind = row.oneOf<TestKind>("kind", kKinds),
                   .sided = row.flag("sided"),
                   .choices = {},
                   .choiceUnit = {},
                   .scale = {},
                   .also = {},
                   .meaning = {},
                   .whatFor = row.text("what_for"),
                   .parts = {},
                   .cluster = {},
                   .caution = row.optionalText("caution"),
                   .note = row.optionalText("note"),
                   .motion = {},
                   .measure = row.optionalText("measure"),
                   .sources = row.citedFrom(sources)};
    if (std::ranges::find(regions, test.region) == regions.end()) {
        row.refuse("region", "must be one of the table's regions");
    }
    readResult(row.object("result"), test);
    readParts(row, test);
    if (row.has("cluster")) {
        test.cluster = clusterOf(row.object("cluster"));
    }
    if (row.has("rom")) {
        test.motion = row.key<MotionKey>("rom");
        if (motions.find(*test.motion) == nullptr) {
            row.refuse("rom", "names " + test.motion->text() + ", which rom.json lacks");
        }
    }
    return test;
}

[[nodiscard]] std::string plain(double number) {
    std::ostringstream out; // short form: 60, 0.5
    out << number;
    return out.str();
}

[[nodiscard]] std::optional<Message> problemOfNumber(const KnownTest& test, const TestScale& scale,
                                                     double value) {
    if (!std::isfinite(value) || value < scale.min || value > scale.max) {
        return Message{tr("{1} must lie between {2} and {3} {4}."),
                       {test.name, plain(scale.min), plain(scale.max), scale.unit}};
    }
    if (scale.type == FieldType::Integer && value != std::floor(value)) {
        return Message{tr("{1} must be a whole number."), {test.name}};
    }
    return std::nullopt;
}

[[nodiscard]] std::optional<Message> problemOfChoice(const KnownTest& test,
                                                     const std::string& choice) {
    if (choice == kNotDone) {
        return Message{tr("{1} was not assessed, so there is nothing to keep; leave it out."),
                       {test.name}};
    }
    if (test.choices.empty()) {
        return Message{tr("{1} gives a number, not \"{2}\"."), {test.name, choice}};
    }
    if (std::ranges::find(test.choices, choice) == test.choices.end()) {
        std::string known;
        for (const auto& one : test.choices) {
            known += (known.empty() ? "" : ", ") + one;
        }
        return Message{tr("{1} can't give \"{2}\"; it gives: {3}."), {test.name, choice, known}};
    }
    return std::nullopt;
}

[[nodiscard]] std::optional<Message> problemOfResult(const KnownTest& test,
                                                     const TestResult& result) {
    if (const auto* choice = std::get_if<std::string>(&result.result)) {
        if (auto wrong = problemOfChoice(test, *choice)) {
            return wrong;
        }
        if (!result.also) {
            return std::nullopt;
        }
        return test.also ? problemOfNumber(test, *test.also, *result.also)
                         : Message{tr("{1} takes no number beside its result."), {test.name}};
    }
    if (!test.scale) {
        return Message{tr("{1} gives no number; choose a result."), {test.name}};
    }
    if (result.also) {
        return Message{tr("{1} takes one number only."), {test.name}};
    }
    return problemOfNumber(test, *test.scale, std::get<double>(result.result));
}

[[nodiscard]] std::optional<Message> problemOfPlace(const KnownTest& test, const TestAt& at,
                                                    const Joints& joints) {
    if (!at.part.empty() && partOf(test, at.part) == nullptr) {
        return Message{tr("{1} has no part \"{2}\"."), {test.name, at.part}};
    }
    if (!test.sided && at.side != Side::Middle) {
        return Message{tr("{1} has no sides; leave left and right out."), {test.name}};
    }
    if (needsSite(test) && !at.site) {
        return Message{tr("{1} needs a place: a muscle, a joint or a region."), {test.name}};
    }
    if (!needsSite(test) && at.site) {
        return Message{tr("{1} is done at one place only; leave the place out."), {test.name}};
    }
    if (at.site) {
        const auto* joint = std::get_if<JointKey>(&*at.site);
        return joint != nullptr ? joints.problem({*joint, at.side}) : std::nullopt;
    }
    if (test.sided && at.side == Side::Middle) {
        return Message{tr("{1} needs a side, left or right."), {test.name}};
    }
    return std::nullopt;
}

} // namespace

bool needsSite(const KnownTest& test) noexcept {
    return test.kind == TestKind::Palpation && test.region == kAnyRegion;
}

const TestPart* partOf(const KnownTest& test, std::string_view part) noexcept {
    const auto found = std::ranges::find(test.parts, part, &TestPart::id);
    return found == test.parts.end() ? nullptr : &*found;
}

Tests Tests::load(const std::filesystem::path& file, const Motions& motions, Sources& sources) {
    const Table table{file, sources};
    Tests out;
    out.regions_ = table.top().texts("regions");
    const auto rows = table.rows("tests", "id");
    for (const auto& row : rows) {
        auto test = testOf(row, out.regions_, motions, sources);
        const auto at = out.tests_.size();
        place(out.places_, test.key, at, row, "id");
        out.names_.add(at, test.name);
        out.names_.add(at, test.key.text()); // "myotomes lower"
        for (const auto& name : test.alsoCalled) {
            out.names_.add(at, name);
        }
        out.tests_.push_back(std::move(test));
    }
    for (std::size_t at = 0; at < rows.size(); ++at) {
        if (!out.tests_[at].cluster) {
            continue;
        }
        for (const auto& member : out.tests_[at].cluster->of) {
            if (out.find(member) == nullptr) {
                rows[at].refuse("cluster", "names " + member.text() + ", which the table lacks");
            }
        }
    }
    return out;
}

const KnownTest* Tests::find(const TestKey& key) const noexcept {
    return findIn(tests_, places_, key);
}

std::vector<TestKey> Tests::lookUp(std::string_view text) const {
    return keysAt(tests_, names_.lookUp(text));
}

std::vector<TestKey> Tests::search(std::string_view typed, std::size_t limit) const {
    return keysAt(tests_, names_.search(typed, limit));
}

std::optional<Message> Tests::problem(const TestResult& result, const Joints& joints) const {
    const auto* test = find(result.at.test);
    if (test == nullptr) {
        return Message{tr("There is no test \"{1}\" in the table."), {result.at.test.text()}};
    }
    if (auto wrong = problemOfPlace(*test, result.at, joints)) {
        return wrong;
    }
    if (auto wrong = problemOfResult(*test, result)) {
        return wrong;
    }
    return problemOfNote(result.note, test->name);
}

} // namespace palpate::reference
