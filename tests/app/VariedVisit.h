// SPDX-License-Identifier: MIT
#pragma once

#include "app/VariedSessions.h"
#include "support/Builders.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palpate::test {

/// Builds one session entry by entry, as one charts it. Points are named by their number.
class Visit {
public:
    /// Session `number` of the case; its day is `days` from the day of the stories.
    explicit Visit(std::uint32_t number, int days = 0);
    [[nodiscard]] Session& session() noexcept { return session_; }

    Visit& consent(TodayConsent consent);
    Visit& area(PainArea area);

    /// The next point of the case.
    Visit& point(std::string_view muscle, Side side, std::optional<State> state,
                 std::optional<int> tender = {}, std::optional<Relation> relation = {});
    Visit& unseen(std::string_view muscle, Side side);
    /// The points of the session before, not yet looked at.
    Visit& carry(const Session& before);
    Visit& settle(int number, Settled settled);
    Visit& state(int number, State state);
    Visit& tender(int number, int value);
    Visit& threshold(int number, double kilopascals);
    Visit& signs(int number, Signs signs);
    Visit& allSigns(int number);
    Visit& note(int number, std::string text);

    Visit& motion(std::string_view key, Side side, std::optional<double> active,
                  std::optional<double> passive = {}, std::optional<int> painIn = {},
                  std::string note = {});
    Visit& test(std::string_view key, Side side, std::string result,
                std::optional<double> also = {});
    Visit& measure(std::string_view key, Side side, double value);
    Visit& part(std::string_view key, std::string part, Side side, std::string result);
    Visit& palpate(std::string_view key, TestSite site, Side side, std::string result);

    /// Begins a treatment; what follows is of it.
    Visit& treat(int number, std::string_view technique);
    Visit& treatMuscle(std::string_view muscle, Side side, std::string_view technique);
    Visit& treatRegion(std::string_view region, Side side, std::string_view technique);
    Visit& treatJoint(std::string_view joint, Side side, std::string_view technique);
    Visit& dose(std::string_view field, double value);
    Visit& dose(std::string_view field, bool value);
    Visit& dose(std::string_view field, const char* value);
    Visit& after(int tenderness);
    Visit& pains(std::optional<int> before, std::optional<int> after);
    Visit& wentOn(std::string_view alert, std::string reason);
    Visit& treatmentNote(std::string text);

    Visit& homeCare(std::string_view item, std::string dose);
    Visit& nextVisit(int days);

private:
    [[nodiscard]] Finding& finding(int number);
    void begin(TreatmentTarget target, std::string_view technique);
    Visit& add(std::string_view field, std::variant<double, bool, std::string> value);

    Session session_;
    std::optional<Session> before_;
};

/// A place of palpation.
[[nodiscard]] TestSite muscleSite(std::string_view muscle);
[[nodiscard]] TestSite regionSite(std::string_view region);
[[nodiscard]] TestSite jointSite(std::string_view joint);

[[nodiscard]] std::vector<VariedSession> moreVariedSessions();

} // namespace palpate::test
