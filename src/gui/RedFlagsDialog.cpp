// SPDX-License-Identifier: MIT
#include "gui/RedFlagsDialog.h"

#include "gui/Phrases.h"
#include "gui/RowList.h"
#include "gui/SearchField.h"

#include <algorithm>

namespace palpate::gui {

namespace {

constexpr int kInSight = 6;

} // namespace

RedFlagsDialog::RedFlagsDialog(wxWindow* parent, const app::ReportChoices& choices,
                               std::vector<RedFlagKey> chosen)
    : FormDialog{parent, "redFlags", said("Red flags that were found"), said("Take them"), 820},
      choices_{choices}, chosen_{std::move(chosen)} {
    addWide(new TextBlock{
        &ground(), "redFlags.meaning",
        said("Pick those whose question was answered with yes. One alone says little: the course "
             "and the whole person count. What is not picked is not reported as absent."),
        TextStyle::Control, TextBlock::Ink::Muted});
    std::vector<wxString> names;
    for (const auto& each : choices.flagRegions) {
        names.push_back(said(each.name.c_str()));
    }
    regions_ = new SegmentedControl{&ground(), "redFlags.region", said("Region"), std::move(names)};
    regions_->select(static_cast<int>(choices.likelyRegion));
    regions_->onChange = [this](int) { showList(); };
    addWide(regions_);
    search_ = new SearchField{&ground(), "redFlags.search", said("Search among these")};
    search_->onText = [this](const wxString&) { showList(); };
    search_->onStep = [this](int by) { // Space picks there; Enter here takes them all
        if (by > 0 && list_->count() > 0) {
            list_->SetFocus();
            list_->setCurrent(std::max(0, list_->current()));
        }
    };
    addWide(search_);
    list_ = new RowList{&ground(), "redFlags.list", said("Red flags"), 1};
    list_->onOpen = [this](int row) { toggle(row); };
    addWide(list_);
    action_ =
        new TextBlock{&ground(), "redFlags.action", {}, TextStyle::Control, TextBlock::Ink::Accent};
    addWide(action_);
    neverAsk();
    showList();
    list_->growTo(kInSight);
    finish(&search_->field());
}

const app::FlagRegionChoice& RedFlagsDialog::region() const {
    return choices_.flagRegions.at(static_cast<std::size_t>(std::max(0, regions_->selected())));
}

void RedFlagsDialog::showList() {
    shown_ = app::matching(region(), fromWx(search_->text()));
    std::vector<ListRow> rows;
    for (const std::size_t place : shown_) {
        const app::FlagChoice& flag = region().flags[place];
        ListRow row;
        row.title = toWx(flag.pointsTo);
        row.aside = toWx(flag.urgency);
        row.lines = {toWx(flag.ask)};
        row.marked = std::ranges::count(chosen_, flag.key) > 0;
        row.badge = row.marked ? said("picked") : wxString{};
        row.tone = Badge::Tone::Amber;
        rows.push_back(std::move(row));
    }
    list_->setRows(std::move(rows));
    wxString actions;
    for (const app::FlagRegionChoice& each : choices_.flagRegions) {
        for (const app::FlagChoice& flag : each.flags) {
            const wxString line = toWx(flag.pointsTo + ": " + flag.action);
            if (std::ranges::count(chosen_, flag.key) > 0 && !actions.Contains(line)) {
                actions += (actions.empty() ? "" : "\n") + line;
            }
        }
    }
    action_->setText(actions);
    fields().Show(action_, !actions.empty());
    refit();
}

void RedFlagsDialog::toggle(int row) {
    const RedFlagKey key = region().flags.at(shown_.at(static_cast<std::size_t>(row))).key;
    if (std::erase(chosen_, key) == 0) {
        chosen_.push_back(key);
    }
    showList();
}

} // namespace palpate::gui
