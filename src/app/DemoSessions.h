// SPDX-License-Identifier: MIT
#pragma once

#include "app/DemoBody.h"
#include "app/DemoChance.h"
#include "app/DemoEveryday.h"
#include "app/DemoMeasures.h"
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
    PractitionerId practitioner; ///< who charts it
    Profession profession;       ///< of the same person
    std::string timeZone;
};

/// One visit of a case as it takes place.
struct DemoVisit {
    Instant at;
    bool draft = false;       ///< still being written: end, assessment and plan are open
    int minutes = 30;         ///< how long it takes
    std::optional<Date> next; ///< when the patient comes again, if that is agreed on
    int daysToNext = 0;       ///< the same in days; 0: nothing agreed
};

/// Where a case is going.
enum class DemoOutcome { Improves, Stalls, Worsens, ComesBack };

/// One case going on, session by session: severity follows a course of its own, each point a
/// variation of it, and what is written down follows the values.
class DemoCourse {
public:
    /// `alerts` as the patient's record has them.
    DemoCourse(DemoChance chance, const DemoTopic& topic, Case record,
               std::optional<std::vector<Alert>> alerts, const reference::Reference& reference);

    /// The next session as it is charted, unsigned.
    [[nodiscard]] Session next(const DemoWorld& world, const DemoVisit& visit);
    /// Whether the next session is the last.
    [[nodiscard]] bool isLastNext() const noexcept { return made_ + 1 >= planned_; }
    /// How it ends; drawn before the last session, whose words tell it.
    [[nodiscard]] DemoEnding ending() const noexcept { return ending_; }
    /// The record as it stands when the case is over.
    [[nodiscard]] Case closed(Date day) const;

    [[nodiscard]] const Case& record() const noexcept { return record_; }
    [[nodiscard]] bool isOver() const noexcept { return made_ >= planned_; }
    [[nodiscard]] int visits() const noexcept { return made_; }
    /// 0 before the first visit, 1 when all are over.
    [[nodiscard]] double progress() const noexcept { return static_cast<double>(made_) / planned_; }
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
    /// Known from before and found again, in one word or with a word beside the values.
    [[nodiscard]] Finding settledFinding(const Finding& last, Finding today);
    void decideEnding();
    void draw(const DemoWorld& world, Session& session);
    void treat(const DemoWorld& world, Session& session);
    void treatPoint(const DemoWorld& world, Session& session, const Finding& finding);
    void treatRegion(const DemoWorld& world, Session& session);
    void treatJoint(const DemoWorld& world, Session& session);
    void treatMuscle(const DemoWorld& world, Session& session);
    void rate(Session& session);
    void rateAfter(Session& session);
    void write(const DemoWorld& world, Session& session, const DemoVisit& visit, int resolvedNow,
               const DemoHomeCare* before);

    DemoChance chance_;
    DemoChance drawing_; ///< of its own: whether pain is drawn changes nothing else
    const DemoTopic* topic_;
    Case record_;
    std::optional<std::vector<Alert>> alerts_;
    DemoOutcome outcome_ = DemoOutcome::Improves;
    int planned_ = 1;
    int made_ = 0;
    double pain_ = 6; ///< at the beginning
    double rate_ = 0.3;
    double floor_ = 0.1;
    double turn_ = 5;      ///< the session in which a healed case comes back
    int numbers_ = 0;      ///< given to points so far
    double settles_ = 0.5; ///< how often a known point is settled in one word
    DemoEnding ending_ = DemoEnding::StaysAway;
    std::string_view specialist_; ///< to whom the case is referred on; empty: to nobody
    bool isMuscularOnly_ = true;  ///< no test was positive so far
    DemoMeasures measures_;
    DemoEveryday everyday_;
    std::vector<Point> points_;
    std::optional<int> firstPain_;
    std::optional<int> lastPain_;
    std::vector<Session> earlier_;         ///< of this case, oldest first
    const DemoShrinking* drawn_ = nullptr; ///< empty: this person's pain is not drawn
    std::optional<PainQuality> quality_;
    std::optional<PainDepth> depth_;
    std::optional<DrawnPain> drawnBefore_; ///< in the session before
    std::string drawnWords_;               ///< what the Objective says of today's
};

} // namespace palpate::app
