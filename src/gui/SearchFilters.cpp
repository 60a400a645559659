// SPDX-License-Identifier: MIT
#include "gui/SearchFilters.h"

#include "app/DiagnosisChoices.h"
#include "app/MuscleList.h"
#include "domain/Text.h"
#include "gui/Phrases.h"

#include <wx/control.h>
#include <wx/menu.h>
#include <wx/window.h>

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <utility>

namespace palpate::gui {

namespace {

constexpr int kMostChoices = 300;

enum class Kind { Muscle, Groups, Side, Values, Doses, Diagnoses, Scores, Days };

using Differ = bool (*)(const SessionFilter&, const SessionFilter&);

struct Filter {
    const char* words;
    Kind kind;
    const char* field; ///< of the typed form, with its colon
    Differ differ;     ///< whether two filters restrict it differently
};

[[nodiscard]] bool placesDiffer(const SessionFilter& a, const SessionFilter& b) {
    return a.finding.muscles != b.finding.muscles || a.treatment.muscles != b.treatment.muscles ||
           a.finding.side != b.finding.side || a.treatment.side != b.treatment.side;
}

constexpr std::array kFilters{
    Filter{tr("Muscle"), Kind::Muscle, "muscle:", placesDiffer},
    Filter{tr("Group or layer"), Kind::Groups, "group:", placesDiffer},
    Filter{tr("Side"), Kind::Side, "side:", placesDiffer},
    Filter{tr("Technique"), Kind::Values, "technique:",
           [](const SessionFilter& a, const SessionFilter& b) {
               return a.treatment.techniques != b.treatment.techniques;
           }},
    Filter{tr("Dose"), Kind::Doses, "dose:",
           [](const SessionFilter& a, const SessionFilter& b) {
               return a.treatment.doses != b.treatment.doses;
           }},
    Filter{tr("State"), Kind::Values, "state:",
           [](const SessionFilter& a, const SessionFilter& b) {
               return a.finding.states != b.finding.states;
           }},
    Filter{tr("Tenderness"), Kind::Scores, "tender:",
           [](const SessionFilter& a, const SessionFilter& b) {
               return a.finding.tenderness != b.finding.tenderness;
           }},
    Filter{tr("Change"), Kind::Values, "change:",
           [](const SessionFilter& a, const SessionFilter& b) {
               return a.finding.changes != b.finding.changes;
           }},
    Filter{tr("Pain now"), Kind::Scores, "pain:",
           [](const SessionFilter& a, const SessionFilter& b) { return a.painNow != b.painNow; }},
    Filter{tr("Pain drawn"), Kind::Values, "painted:",
           [](const SessionFilter& a, const SessionFilter& b) {
               return a.painted != b.painted || a.paintedSide != b.paintedSide;
           }},
    Filter{tr("Home care"), Kind::Values, "home-care:",
           [](const SessionFilter& a, const SessionFilter& b) { return a.homeCare != b.homeCare; }},
    Filter{tr("Red flag"), Kind::Values, "flag:",
           [](const SessionFilter& a, const SessionFilter& b) {
               return a.flags != b.flags || a.flagState != b.flagState;
           }},
    Filter{
        tr("Diagnosis"), Kind::Diagnoses, "diagnosis:",
        [](const SessionFilter& a, const SessionFilter& b) { return a.diagnosis != b.diagnosis; }},
    Filter{tr("Case"), Kind::Values, "case:",
           [](const SessionFilter& a, const SessionFilter& b) {
               return a.caseStatus != b.caseStatus || a.caseId != b.caseId;
           }},
    Filter{tr("Therapist"), Kind::Values, "by:",
           [](const SessionFilter& a, const SessionFilter& b) {
               return a.practitioner != b.practitioner;
           }},
    Filter{tr("Profession"), Kind::Values, "profession:",
           [](const SessionFilter& a, const SessionFilter& b) {
               return a.profession != b.profession;
           }},
    Filter{tr("Date"), Kind::Days, "since:", [](const SessionFilter& a, const SessionFilter& b) {
               return a.from != b.from || a.to != b.to;
           }}};

/// One entry of a menu: what it puts into the query, once it is chosen.
struct Entry {
    wxString label;
    std::function<std::string()> written;
    bool newGroup = false;
};
/// Entries below a heading of their own; those without one stand in the menu itself.
struct Branch {
    wxString heading;
    std::vector<Entry> entries;
};

[[nodiscard]] std::function<std::string()> just(std::string text) {
    return [text = std::move(text)] { return text; };
}

[[nodiscard]] std::string written(app::Clinic& clinic, const std::vector<MuscleKey>& muscles,
                                  std::optional<Side> side) {
    SessionFilter filter;
    filter.finding.muscles = muscles;
    filter.finding.side = side;
    return app::written(clinic, filter);
}

/// Where the query asks for: of the points, else of the treatments.
[[nodiscard]] std::pair<std::vector<MuscleKey>, std::optional<Side>>
placeOf(const SessionFilter& filter) {
    const bool isFound = !filter.finding.muscles.empty() || filter.finding.side;
    return isFound ? std::pair{filter.finding.muscles, filter.finding.side}
                   : std::pair{filter.treatment.muscles, filter.treatment.side};
}

[[nodiscard]] std::vector<Branch> muscleMenu(app::Clinic& clinic, const SessionFilter& now) {
    std::vector<Branch> menu;
    const auto side = placeOf(now).second;
    for (const app::MuscleEntry& muscle : app::muscleList(clinic)) {
        const wxString heading = toWx(muscle.group);
        if (menu.empty() || menu.back().heading != heading) {
            menu.push_back({heading, {}});
        }
        const auto its = muscle.paired ? side : std::nullopt;
        menu.back().entries.push_back({toWx(muscle.label), [&clinic, key = muscle.muscle, its] {
                                           return written(clinic, {key}, its);
                                       }});
    }
    return menu;
}

[[nodiscard]] std::vector<Branch> sideMenu(app::Clinic& clinic, const SessionFilter& now) {
    const auto muscles = placeOf(now).first;
    Branch all;
    const auto offer = [&](const wxString& label, std::optional<Side> side) {
        all.entries.push_back(
            {label, [&clinic, muscles, side] { return written(clinic, muscles, side); }});
    };
    offer(said("left"), Side::Left);
    offer(said("right"), Side::Right);
    return {all};
}

[[nodiscard]] std::vector<Branch> valueMenu(app::Clinic& clinic, const char* field) {
    Branch all;
    for (const app::QueryCompletion& each : app::completionsOf(clinic, field, kMostChoices)) {
        all.entries.push_back({toWx(each.words), just(each.text)});
    }
    return {all};
}

/// Parts of the body and layers, each on the side that is asked for already.
[[nodiscard]] std::vector<Branch> groupMenu(app::Clinic& clinic, const SessionFilter& now) {
    const auto side = placeOf(now).second;
    const std::string also = side ? " side:" + std::string{name(*side)} : std::string{};
    std::vector<Branch> menu;
    for (const auto& [heading, field] :
         {std::pair{tr("Layer"), "layer:"}, std::pair{tr("Group or part of the body"), "group:"}}) {
        Branch branch{said(heading), {}};
        for (const app::QueryCompletion& each : app::completionsOf(clinic, field, kMostChoices)) {
            branch.entries.push_back({toWx(each.words), just(each.text + also)});
        }
        menu.push_back(std::move(branch));
    }
    return menu;
}

/// For each log field the amounts that are asked for most.
[[nodiscard]] std::vector<Branch> doseMenu(app::Clinic& clinic) {
    std::vector<Branch> menu;
    for (const app::QueryCompletion& field : app::completionsOf(clinic, "dose:", kMostChoices)) {
        Branch branch{toWx(field.words), {}};
        for (const char* const amount : {"1", "3", "5", "10", "20", "30", "60", "90", "120"}) {
            const std::string asked = field.text + amount;
            if (app::parseQuery(clinic, asked).mistakes.empty()) {
                branch.entries.push_back({said("{1} or more", {amount}), just(asked)});
            }
        }
        if (!branch.entries.empty()) {
            menu.push_back(std::move(branch));
        }
    }
    return menu;
}

/// Those of the clinic's table by their first characters, as the code sorts them.
[[nodiscard]] std::vector<Branch> diagnosisMenu(app::Clinic& clinic) {
    constexpr std::size_t kChapter = 3;
    std::map<std::string, std::map<std::string, std::string>> chapters; // code to text
    for (char letter = 'A'; letter <= 'Z'; ++letter) {
        const std::string begun(1, letter);
        for (const auto& choice : app::diagnosisChoices(clinic, begun, kMostChoices)) {
            if (choice.choosable && choice.code.starts_with(begun)) { // else a word begins so
                chapters[choice.code.substr(0, kChapter)][choice.code] = choice.text;
            }
        }
    }
    std::vector<Branch> menu;
    for (const auto& [chapter, choices] : chapters) {
        Branch branch{toWx(chapter), {{said("any {1}", {chapter}), just("diagnosis:" + chapter)}}};
        for (const auto& [code, text] : choices) {
            branch.entries.push_back({toWx(code + "  " + text), just("diagnosis:" + code)});
        }
        menu.push_back(std::move(branch));
    }
    return menu;
}

[[nodiscard]] std::vector<Branch> scoreMenu(const std::string& field) {
    Branch all;
    for (const int least : {1, 3, 4, 5, 6, 7, 8, 9}) {
        all.entries.push_back({said("{1} or more", {std::to_string(least)}),
                               just(field + ">=" + std::to_string(least))});
    }
    for (const int most : {0, 2, 3, 4}) {
        all.entries.push_back(
            {most == 0 ? wxString{"0"} : said("{1} or less", {std::to_string(most)}),
             just(field + (most == 0 ? "0" : "<=" + std::to_string(most))), most == 0});
    }
    return {all};
}

[[nodiscard]] std::vector<Branch> dayMenu() {
    Branch all;
    all.entries = {{said("today"), just("since:today")},
                   {said("the last 7 days"), just("since:7d")},
                   {said("the last 30 days"), just("since:30d")},
                   {said("the last 90 days"), just("since:90d")},
                   {said("the last 12 months"), just("since:1y")},
                   {said("more than 30 days ago"), just("until:30d"), true},
                   {said("more than a year ago"), just("until:1y")}};
    return {all};
}

[[nodiscard]] std::vector<Branch> menuOf(const Filter& filter, app::Clinic& clinic,
                                         const SessionFilter& now) {
    switch (filter.kind) {
    case Kind::Muscle:
        return muscleMenu(clinic, now);
    case Kind::Groups:
        return groupMenu(clinic, now);
    case Kind::Side:
        return sideMenu(clinic, now);
    case Kind::Doses:
        return doseMenu(clinic);
    case Kind::Diagnoses:
        return diagnosisMenu(clinic);
    case Kind::Scores:
        return scoreMenu(filter.field);
    case Kind::Days:
        return dayMenu();
    case Kind::Values:
        break;
    }
    return valueMenu(clinic, filter.field);
}

/// Shows the branches under `at`; the number of the entry chosen, all branches in a row.
[[nodiscard]] std::optional<std::size_t> chosenFrom(wxWindow& window, const wxRect& at,
                                                    const std::vector<Branch>& branches,
                                                    const wxString& any) {
    wxMenu menu;
    constexpr int kAny = 1;
    int id = kAny;
    if (!any.empty()) {
        menu.Append(kAny, wxControl::EscapeMnemonics(any));
        menu.AppendSeparator();
    }
    for (const Branch& branch : branches) {
        wxMenu* const into = branch.heading.empty() ? &menu : new wxMenu;
        for (const Entry& entry : branch.entries) {
            if (entry.newGroup) {
                into->AppendSeparator();
            }
            into->Append(++id, wxControl::EscapeMnemonics(entry.label));
        }
        if (into != &menu) {
            menu.AppendSubMenu(into, wxControl::EscapeMnemonics(branch.heading));
        }
    }
    const int chosen = window.GetPopupMenuSelectionFromUser(menu, at.GetBottomLeft());
    return chosen < kAny ? std::nullopt : std::optional{static_cast<std::size_t>(chosen - kAny)};
}

/// The query without what restricts this already.
[[nodiscard]] std::string without(app::Clinic& clinic, std::string query, Differ differ) {
    const app::ParsedQuery parsed = app::parseQuery(clinic, query);
    SessionFilter now = parsed.filter;
    // From the end, so that the places of those before stay right.
    for (auto part = parsed.parts.rbegin(); part != parsed.parts.rend(); ++part) {
        std::string less = withoutPart(query, *part);
        SessionFilter rest = app::parseQuery(clinic, less).filter;
        if (differ(rest, now)) {
            query = std::move(less);
            now = std::move(rest);
        }
    }
    return query;
}

} // namespace

std::vector<ChipGroup::Chip> filterChips() {
    std::vector<ChipGroup::Chip> chips;
    for (const Filter& filter : kFilters) {
        chips.push_back({said(filter.words) + toWx(" ▾"), true});
    }
    return chips;
}

std::optional<std::string> askFilter(wxWindow& window, const wxRect& at, app::Clinic& clinic,
                                     int filter, const std::string& query) {
    const Filter& asked = kFilters.at(static_cast<std::size_t>(filter));
    const SessionFilter now = app::parseQuery(clinic, query).filter;
    const std::vector<Branch> menu = menuOf(asked, clinic, now);
    const bool isSet = asked.differ(now, {});
    const auto chosen = chosenFrom(
        window, at, menu, isSet ? said("{1}: any", {fromWx(said(asked.words))}) : wxString{});
    if (!chosen) {
        return std::nullopt;
    }
    std::string rest = without(clinic, query, asked.differ);
    if (*chosen == 0) {
        if (asked.kind == Kind::Side && !placeOf(now).first.empty()) { // the muscle stays
            rest += " " + written(clinic, placeOf(now).first, std::nullopt);
        }
        return trimmed(rest);
    }
    std::size_t index = *chosen - 1;
    for (const Branch& branch : menu) {
        if (index < branch.entries.size()) {
            return trimmed(trimmed(rest) + " " + branch.entries[index].written());
        }
        index -= branch.entries.size();
    }
    return std::nullopt;
}

std::string withoutPart(std::string query, const app::QueryPart& part) {
    if (part.begin > query.size()) {
        return query;
    }
    query.erase(part.begin, part.length);
    // One blank where two words meet now.
    if (part.begin > 0 && part.begin < query.size() && query[part.begin - 1] == ' ' &&
        query[part.begin] == ' ') {
        query.erase(part.begin, 1);
    }
    return trimmed(query);
}

} // namespace palpate::gui
