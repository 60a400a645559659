// SPDX-License-Identifier: MIT
// The page that a patient takes home: where it is sore, what was agreed on, when to get help.
#include "app/ReportHandout.h"

#include "app/Cautions.h"
#include "app/Clinic.h"
#include "app/ReportInside.h"
#include "app/ReportSources.h"
#include "app/ReportWords.h"
#include "app/SentenceWords.h"
#include "app/TimeText.h"
#include "app/WholePatient.h"
#include "app/Words.h"
#include "atlas/BodyMap.h"
#include "reference/Reference.h"

#include <algorithm>
#include <array>
#include <ranges>
#include <utility>

namespace palpate::app {

namespace {

constexpr double kNearBody = 6; ///< mm off the outline that still are the body

/// Self-care and the technique of the tables that it is, done by oneself: what speaks against the
/// one speaks against the other. The item's key begins with the first.
struct SelfCare {
    std::string_view item;
    std::string_view technique;
};
constexpr std::array kSelfCare{
    SelfCare{"self_pressure", "pressure_release"}, SelfCare{"foam_roll", "stripping_massage"},
    SelfCare{"stretch_", "static_stretch"},        SelfCare{"heat", "heat_application"},
    SelfCare{"cold", "cold_application"},          SelfCare{"exercise_", "exercise_therapy"},
    SelfCare{"walking", "exercise_therapy"},       SelfCare{"breathing", "relaxation"},
    SelfCare{"stress_mgmt", "relaxation"}};
constexpr std::string_view kPressing = "self_pressure";

[[nodiscard]] std::optional<TechniqueKey> techniqueOf(const HomeCareKey& item) {
    const auto found = std::ranges::find_if(kSelfCare, [&](const SelfCare& each) {
        return item.text().starts_with(each.item) &&
               (each.item.ends_with('_') || item.text() == each.item);
    });
    return found == kSelfCare.end() ? std::nullopt : TechniqueKey::from(found->technique);
}

/// How much of each list the page has room for.
struct Room {
    std::size_t views;
    std::size_t points;
    std::size_t items;
    std::size_t emergencies;
    std::size_t urgent;
    bool tellsHow; ///< how each item is done
};
/// From the fullest to the barest; what is left out is said. What was agreed on goes last.
constexpr std::array kRooms{
    Room{2, 8, 6, 7, 4, true},  Room{2, 8, 6, 6, 3, true},  Room{2, 6, 6, 5, 2, true},
    Room{1, 5, 6, 4, 2, true},  Room{1, 5, 6, 4, 2, false}, Room{1, 4, 6, 3, 1, false},
    Room{1, 3, 6, 3, 1, false}, Room{1, 3, 5, 3, 1, false}, Room{1, 3, 4, 3, 1, false},
    Room{1, 3, 3, 3, 1, false}, Room{1, 3, 2, 3, 1, false}, Room{1, 2, 1, 2, 1, false},
    Room{1, 0, 1, 1, 1, false}};

[[nodiscard]] std::vector<const PointStory*> openPoints(const CaseStory& story) {
    std::vector<const PointStory*> open;
    for (const auto& point : story.points) {
        if (point.state != State::Resolved) {
            open.push_back(&point);
        }
    }
    return open;
}

[[nodiscard]] std::string moreText(std::size_t left, const char* one, const char* many) {
    return left == 0 ? std::string{} : shown({left == 1 ? one : many, {std::to_string(left)}});
}

class Handout {
public:
    Handout(Clinic& clinic, std::shared_ptr<const ReportMatter> matter)
        : clinic_{clinic}, reference_{clinic.reference()}, matter_{std::move(matter)},
          story_{matter_->story}, open_{openPoints(story_)}, advice_{agreedCare(story_.sessions,
                                                                                matter_->care)} {
        const auto whole = wholePatient(clinic, matter_->patient.id);
        alerts_ = whole ? whole->alerts : matter_->patient.alerts;
        for (const auto* point : open_) {
            const auto& at = point->last.at;
            const bool onArm = at.view == View::Left || at.view == View::Right;
            if (const auto* region =
                    clinic.map().regionAt(at, atlas::Millimetres{kNearBody}, onArm)) {
                place_.regions.push_back(region->key);
            }
        }
    }

    void fill(report::Fields& fields, const Room& room) const {
        Footnotes notes;
        setPoints(fields, room);
        setItems(fields, room, notes);
        setHelp(fields, room, notes);
        fields.setList("handout.sources", notes.rows());
    }

    [[nodiscard]] std::vector<Message> warnings() const {
        std::vector<Message> warnings;
        if (advice_.empty()) {
            warnings.push_back(
                {tr("No home care was agreed on in this period, so the handout names none."), {}});
            return warnings;
        }
        if (!alerts_) {
            warnings.push_back(
                {tr("The patient was not asked for alerts, so the handout's cautions "
                    "take none into account."),
                 {}});
        }
        for (const auto& [item, agreed] : advice_) {
            for (const auto& caution : cautionsOf(item.item)) {
                if (caution.kind == CautionKind::Absolute) {
                    warnings.push_back(
                        {tr("{1} is on the handout, and the tables say of {2}: {3}."),
                         {nameOf(item.item), caution.label, caution.meaning}});
                }
            }
        }
        return warnings;
    }

private:
    [[nodiscard]] std::string nameOf(const HomeCareKey& key) const {
        const auto* known = reference_.homeCare().find(key);
        return known != nullptr ? known->name : key.text();
    }

    /// What the tables say of the patient's alerts and that self-care; pairs without a row say
    /// nothing.
    [[nodiscard]] std::vector<Caution> cautionsOf(const HomeCareKey& item) const {
        const auto technique = techniqueOf(item);
        if (!technique || !alerts_) {
            return {};
        }
        auto cautions = cautionsFor(alerts_, *technique, place_, reference_);
        std::erase_if(cautions, [](const Caution& caution) {
            return caution.kind == CautionKind::NotChecked ||
                   caution.kind == CautionKind::NotAsked ||
                   caution.holds == CautionHolds::Elsewhere;
        });
        return cautions;
    }

    /// The views with most open points, as many as there is room for.
    [[nodiscard]] std::vector<report::Fields> viewRows(const Room& room) const {
        const auto countIn = [&](View view) {
            return std::ranges::count_if(
                open_, [view](const PointStory* point) { return point->last.at.view == view; });
        };
        std::vector<View> views{kViews.begin(), kViews.end()};
        std::erase_if(views, [&](View view) { return countIn(view) == 0; });
        std::ranges::stable_sort(views, std::greater{}, countIn);
        std::vector<report::Fields> rows;
        for (const auto view : views) {
            if (rows.size() < room.views) {
                rows.emplace_back()
                    .set("view", std::string{name(view)})
                    .set("title", viewWord(view));
            }
        }
        return rows;
    }

    void setPoints(report::Fields& fields, const Room& room) const {
        // The most tender ones stay when there is no room for all.
        auto chosen = open_;
        std::ranges::stable_sort(chosen, std::greater{}, [](const PointStory* point) {
            return point->now ? point->now->value() : -1;
        });
        chosen.resize(std::min(chosen.size(), room.points));
        std::ranges::sort(chosen, {},
                          [](const PointStory* point) { return point->last.point.number; });
        std::vector<report::Fields> rows;
        for (const auto* point : chosen) {
            report::Fields row;
            row.set("number", std::to_string(point->last.point.number))
                .set("place", capitalised(plainPlace(point->last, clinic_)))
                .set("muscle", reference_.muscleNames().shortLabel(point->last.muscle));
            rows.push_back(std::move(row));
        }
        const auto left = open_.size() - rows.size();
        fields.setFlag("handout.hasPoints", !open_.empty())
            .setList("handout.points", std::move(rows))
            .set("handout.pointsLeft",
                 moreText(left, tr("{1} more spot is not listed here; ask us."),
                          tr("{1} more spots are not listed here; ask us.")))
            .setList("handout.views", viewRows(room));
    }

    void setItems(report::Fields& fields, const Room& room, Footnotes& notes) const {
        std::vector<report::Fields> rows;
        std::vector<report::Fields> alerts;
        std::vector<std::vector<SourceKey>> cited;
        std::string pressing;
        std::size_t left = 0;
        bool isPressing = false;
        for (const auto& [item, agreed] : advice_) {
            if (rows.size() >= room.items) {
                ++left;
                continue;
            }
            const auto* known = reference_.homeCare().find(item.item);
            if (item.item.text() == kPressing) {
                isPressing = true;
                pressing = room.tellsHow ? item.dose : std::string{}; // it stands below, too
            }
            report::Fields row;
            row.set("name", nameOf(item.item)).set("dose", item.dose);
            if (known != nullptr) {
                row.set("how", room.tellsHow ? asSentence(known->what) : std::string{})
                    .set("care", known->cautions.empty()
                                     ? std::string{}
                                     : asSentence(joined(known->cautions, "; ")));
                cited.push_back(known->sources);
            }
            rows.push_back(std::move(row));
            addAlerts(item.item, alerts, cited);
        }
        const auto mark = notes.mark(sourcesNote(tr("self-care"), cited, reference_));
        fields.setFlag("handout.hasItems", !rows.empty())
            .setList("handout.items", std::move(rows))
            .set("handout.itemsMark", mark)
            .set("handout.itemsLeft",
                 moreText(left, tr("{1} more thing was agreed on; ask us for it."),
                          tr("{1} more things were agreed on; ask us for them.")))
            .set("handout.agreed", agreedOn())
            .setFlag("handout.isPressing", isPressing)
            .set("handout.pressing", pressing)
            .setFlag("handout.hasAlerts", !alerts.empty())
            .setList("handout.alerts", std::move(alerts));
    }

    /// The day, where all was agreed on at once.
    [[nodiscard]] std::string agreedOn() const {
        const bool isOneDay = !advice_.empty() && std::ranges::all_of(advice_, [&](const auto& it) {
            return it.agreed == advice_.front().agreed;
        });
        return isOneDay ? longDayText(advice_.front().agreed) : std::string{};
    }

    void addAlerts(const HomeCareKey& item, std::vector<report::Fields>& rows,
                   std::vector<std::vector<SourceKey>>& cited) const {
        for (const auto& caution : cautionsOf(item)) {
            report::Fields row;
            row.set("item", nameOf(item))
                .set("alert", uncapitalised(caution.label))
                .set("text", caution.text);
            rows.push_back(std::move(row));
            const auto technique = techniqueOf(item);
            const auto* found = caution.alert && technique
                                    ? reference_.alerts().rowFor(*caution.alert, *technique)
                                    : nullptr;
            if (found != nullptr) {
                cited.push_back(found->sources);
            }
        }
    }

    /// The questions of the most pressing urgencies, in the words of the table.
    void setHelp(report::Fields& fields, const Room& room, Footnotes& notes) const {
        const auto flags = reference_.redFlags().concerning(flagRegions(story_, clinic_.map()));
        const std::array most{room.emergencies, room.urgent};
        std::vector<report::Fields> groups;
        std::vector<std::vector<SourceKey>> cited;
        std::size_t left = 0;
        for (std::size_t urgency = 0; urgency < most.size(); ++urgency) {
            std::vector<report::Fields> asks;
            for (const auto* flag : flags) {
                if (flag->urgency != urgency) {
                    continue;
                }
                if (asks.size() >= most.at(urgency)) {
                    ++left;
                    continue;
                }
                report::Fields row;
                row.set("ask", flag->ask);
                asks.push_back(std::move(row));
                cited.push_back(flag->sources);
            }
            if (!asks.empty()) {
                report::Fields group;
                group
                    .set("when", capitalised(reference_.redFlags().urgencies().at(urgency).meaning))
                    .setList("asks", std::move(asks));
                groups.push_back(std::move(group));
            }
        }
        fields.setFlag("handout.hasHelp", !groups.empty())
            .set("handout.helpMark",
                 notes.mark(sourcesNote(tr("warning signs"), cited, reference_)))
            .setList("handout.help", std::move(groups))
            .set("handout.helpLeft", moreText(left,
                                              tr("The list is shortened to this page; {1} more "
                                                 "question is kept at the clinic."),
                                              tr("The list is shortened to this page; {1} more "
                                                 "questions are kept at the clinic.")));
    }

    Clinic& clinic_;
    const reference::Reference& reference_;
    std::shared_ptr<const ReportMatter> matter_;
    const CaseStory& story_; ///< of matter_
    std::vector<const PointStory*> open_;
    std::vector<AgreedCare> advice_; ///< of story_
    std::optional<std::vector<Alert>> alerts_;
    TreatedPlace place_;
};

} // namespace

void addHandout(ReportContent& content, Clinic& clinic,
                std::shared_ptr<const ReportMatter> matter) {
    const auto handout = std::make_shared<const Handout>(clinic, std::move(matter));
    handout->fill(content.fields, kRooms.front());
    content.shorten = [handout, level = std::size_t{0}](report::Fields& fields) mutable {
        if (++level >= kRooms.size()) {
            return false;
        }
        handout->fill(fields, kRooms.at(level));
        return true;
    };
    auto warnings = handout->warnings();
    content.warnings.insert(content.warnings.end(), std::make_move_iterator(warnings.begin()),
                            std::make_move_iterator(warnings.end()));
}

} // namespace palpate::app
