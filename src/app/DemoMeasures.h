// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Session.h"
#include "reference/Motions.h"
#include "reference/Tests.h"

#include <optional>
#include <vector>

namespace palpate::reference {
class Reference;
}

namespace palpate::app {

class DemoChance;
struct DemoTopic;

/// What is measured and tested in one case: drawn once, so that a value of today follows from the
/// one of last time. Rows of the tables that it points at must outlive it.
class DemoMeasures {
public:
    /// Throws DataError when a table lacks a row that the complaint uses.
    DemoMeasures(DemoChance& chance, const DemoTopic& topic, const reference::Reference& reference);

    /// Ranges of motion, tests and palpation of visit `number`, from 0, of a complaint that is now
    /// as bad as `severity` says (1: as at the beginning). Palpation is of the places where the
    /// session found tender points, so its findings must be there.
    void measure(DemoChance& chance, Session& session, int number, double severity) const;
    /// Springs the joint by hand, as is done before it is treated.
    static void spring(DemoChance& chance, Session& session, const JointTarget& at,
                       double severity);

private:
    struct Motion {
        const reference::KnownMotion* known = nullptr;
        Side side = Side::Middle;
        double free = 0;    ///< without complaint
        double lost = 0;    ///< share of it that the complaint takes at severity 1
        double passive = 0; ///< what is gained when moved by the practitioner; 0: not measured
    };
    struct Test {
        const reference::KnownTest* known = nullptr;
        Side side = Side::Middle;
        double turns = 1; ///< positive while the severity is above it
    };
    void planMotion(DemoChance& chance, const reference::KnownMotion& known, Side of);
    void planTest(DemoChance& chance, const reference::KnownTest& known, Side of);
    void addMotion(DemoChance& chance, Session& session, const Motion& motion,
                   double severity) const;
    static void addTest(DemoChance& chance, Session& session, const Test& test, double severity);
    static void palpate(DemoChance& chance, Session& session);

    std::vector<Motion> motions_; ///< both sides of a motion follow one another
    std::vector<Test> tests_;
    bool asksPain_ = true; ///< whether this practitioner asks for the pain in each motion
    bool isMeasuring_ = true;
};

/// Whether a test of this session speaks for something beside the muscles.
[[nodiscard]] bool hasPositiveTest(const Session& session);

} // namespace palpate::app
