// SPDX-License-Identifier: MIT
#pragma once

#include "app/MotionLine.h"
#include "app/TypedWords.h"
#include "domain/Body.h"
#include "domain/Practitioner.h"
#include "reference/Reference.h"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace palpate::app {

inline constexpr const char* kMotionExample = "lx rot r 22 p 25 pain 3";

/// What the words of a MotionLine are, before they become a measurement or a result. The tables and
/// the map must outlive it.
class MotionReader {
public:
    MotionReader(const reference::Reference& reference, const atlas::BodyMap& map,
                 PressureUnit pressure)
        : reference_{reference}, map_{map}, pressure_{pressure} {}

    void read(std::string_view text);

    [[nodiscard]] bool isBlank() const noexcept { return words_.empty(); }
    /// A line that measures the motion.
    [[nodiscard]] std::string example(const reference::KnownMotion& motion) const;

    struct ReadResult {
        TestResult result;
        std::optional<Message> problem;
    };
    /// The words as a result of that test.
    [[nodiscard]] ReadResult resultOf(const reference::KnownTest& test) const;
    /// What the line may become.
    [[nodiscard]] std::vector<MotionChoice> choices(std::size_t limit) const;

    /// That may be meant: one when the name is clear.
    std::vector<const reference::KnownMotion*> motions;
    std::vector<const reference::KnownTest*> tests;
    std::optional<Side> side;
    std::optional<double> active;  ///< the bare number
    std::optional<double> passive; ///< said to be passive
    std::optional<PainScore> pain;
    std::string unit; ///< behind a number, as the tables write it; "" when none was typed
    Words results;    ///< "pos", "4+": words that only a test can take
    Words unknown;    ///< neither name nor value: a place, a part, a choice, or a mistake
    std::optional<Message> mistake; ///< the first one

private:
    struct Site {
        TestSite where;
        bool inMiddle = false;
        std::string name;
    };
    void readWords();
    [[nodiscard]] bool readSide(const std::string& word);
    [[nodiscard]] bool readMeasure(std::size_t& at);
    [[nodiscard]] bool readPair(const std::string& word);
    void setNumber(std::optional<double>& into, double value, const std::string& word);
    void setUnit(std::string_view typed);
    void setPain(double value, const std::string& word);
    void complain(Message message);

    void findName();
    [[nodiscard]] bool isTaken(std::size_t at) const { return taken_.contains(at); }
    void findByBeginnings();
    void narrow();
    [[nodiscard]] bool fits(const reference::KnownTest& test) const;
    [[nodiscard]] std::vector<Site> sitesIn(Words& words) const;
    [[nodiscard]] std::vector<Site> sitesCalled(const std::string& name) const;
    [[nodiscard]] std::string ownName(const reference::KnownMotion& motion) const;
    [[nodiscard]] std::string ownName(const reference::KnownTest& test) const;
    [[nodiscard]] std::string values() const;
    /// A typed number of that scale in the stored unit.
    [[nodiscard]] std::variant<double, Message>
    stored(double typed, const reference::KnownTest& test, const reference::TestScale& scale) const;

    const reference::Reference& reference_;
    const atlas::BodyMap& map_;
    PressureUnit pressure_;
    Words words_;
    std::set<std::size_t> taken_; ///< words of the name
    bool asTyped_ = false;        ///< the name is whole, no beginning of one
};

} // namespace palpate::app
