// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Practitioner.h"
#include "domain/Session.h"
#include "reference/Reference.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace palpate::app {

/// "3 marked": a grade with its number.
[[nodiscard]] bool isGrade(std::string_view choice);

/// The words for the results of the tests of one session, as parts of sentences. Everything that is
/// handed to it must outlive it.
class TestTeller {
public:
    TestTeller(const Session& session, std::span<const Session> earlier,
               const reference::Reference& reference, PressureUnit unit)
        : session_{session}, earlier_{earlier}, reference_{reference}, unit_{unit} {}

    /// " (was negative)", " (was 7 cm on 4 Nov) (on the heel only)": what follows a result.
    [[nodiscard]] std::string tail(const TestResult& test, const reference::KnownTest* known) const;

    /// "positive at 60° (was negative)", "8.5 cm", "4/5": without side and name.
    [[nodiscard]] std::string outcome(const TestResult& test,
                                      const reference::KnownTest* known) const;

    [[nodiscard]] static std::string noted(const TestResult& test);

    /// "was negative", "was 7 cm on 4 Nov"; empty when it was the same or never done before.
    [[nodiscard]] std::string before(const TestResult& test,
                                     const reference::KnownTest* known) const;

    [[nodiscard]] std::string value(const TestResult& test,
                                    const reference::KnownTest* known) const;

    [[nodiscard]] static bool isStrength(const reference::KnownTest& test);

    /// The same result on both sides once, else one side after the other: "negative on both sides",
    /// "4/5 on the left (was 3/5) and 5/5 on the right".
    [[nodiscard]] std::string predicate(const std::vector<const TestResult*>& sides,
                                        const reference::KnownTest* known) const;

    [[nodiscard]] std::string place(const TestSite& site, Side side) const;

    [[nodiscard]] const reference::KnownTest* known(const TestResult& test) const;
    [[nodiscard]] static std::string nameOf(const TestResult& test,
                                            const reference::KnownTest* known);

private:
    [[nodiscard]] std::string numberWords(double number, const reference::KnownTest* known) const;

    const Session& session_;
    std::span<const Session> earlier_;
    const reference::Reference& reference_;
    PressureUnit unit_;
};

} // namespace palpate::app
