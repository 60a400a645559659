// SPDX-License-Identifier: MIT
#pragma once

#include "app/DemoBody.h"
#include "app/DemoChance.h"
#include "app/DemoNotes.h"
#include "app/DemoTechniques.h"
#include "domain/Case.h"
#include "domain/Session.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palpate::app {

/// What every invented session is made from. Everything must outlive it.
struct DemoWorld {
    const reference::Reference& reference;
    const DemoBody& body;
    const DemoTechniques& techniques;
    IdMaker& ids;
    PractitionerId practitioner;
    std::string timeZone;
};

/// Where a case is going.
enum class DemoOutcome { Improves, Stalls, Worsens, ComesBack };

/// One case going on, session by session: severity follows a course of its own, each point a
/// variation of it, and what is written down follows the values.
class DemoCourse {
public:
    DemoCourse(DemoChance chance, const DemoTopic& topic, Case record,
               std::vector<AlertKey> alerts);

    /// The next session as it was charted at `at`, unsigned. A draft is one still being written:
    /// its assessment and plan are open.
    [[nodiscard]] Session next(const DemoWorld& world, Instant at, bool draft, int daysToNext);

    [[nodiscard]] const Case& record() const noexcept { return record_; }
    [[nodiscard]] DemoOutcome outcome() const noexcept { return outcome_; }
    [[nodiscard]] bool isOver() const noexcept { return made_ >= planned_; }
    [[nodiscard]] DemoChance& chance() noexcept { return chance_; }

private:
    /// A point of the case, before and after it is first found.
    struct Point {
        const DemoPlace* place = nullptr;
        int appears = 0;       ///< in which session, from 0
        double start = 5;      ///< tenderness at the beginning
        double pace = 1;       ///< above 1: heals faster than the case
        bool irritable = true; ///< begins as active
        std::optional<Relation> relation;
        std::optional<Finding> last;
        bool resolved = false;
    };

    [[nodiscard]] double severity(double sessions) const;
    void planPoints(const DemoTopic& topic);
    void addPoint(const DemoPlace& place, int appears);
    [[nodiscard]] std::optional<Finding> findingAt(Point& point, IdMaker& ids);
    [[nodiscard]] Signs signsFor(State state);
    void draw(const DemoWorld& world, Session& session);
    void treat(const DemoWorld& world, Session& session);
    void treatRegion(const DemoWorld& world, Session& session);
    void rate(Session& session);
    void write(const DemoWorld& world, Session& session, bool draft, int daysToNext,
               int resolvedNow);

    DemoChance chance_;
    DemoChance drawing_; ///< of its own: whether pain is drawn changes nothing else
    const DemoTopic* topic_;
    Case record_;
    std::vector<AlertKey> alerts_;
    DemoOutcome outcome_ = DemoOutcome::Improves;
    int planned_ = 1;
    int made_ = 0;
    double pain_ = 6; ///< at the beginning
    double rate_ = 0.3;
    double floor_ = 0.1;
    double turn_ = 5; ///< the session in which a healed case comes back
    int numbers_ = 0; ///< given to points so far
    std::string_view homeCare_;
    std::vector<Point> points_;
    std::optional<int> lastPain_;
    std::optional<Session> previous_;
    const DemoShrinking* drawn_ = nullptr; ///< empty: this person's pain is not drawn
    std::optional<PainQuality> quality_;
    std::optional<PainDepth> depth_;
    std::optional<DrawnPain> drawnBefore_; ///< in the session before
    std::string drawnWords_;               ///< what the Objective says of today's
};

} // namespace palpate::app
