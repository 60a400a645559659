// SPDX-License-Identifier: MIT
#include "gui/DayLists.h"

#include "gui/CountedTabs.h"
#include "gui/Phrases.h"
#include "gui/RowList.h"
#include "gui/SectionHeading.h"

#include <algorithm>

namespace palpate::gui {

namespace {

constexpr int kMoreRows = 50;

[[nodiscard]] CountedTabs::Tab tabOf(const app::ClinicListView& list) {
    return {toWx(list.title), list.isMore ? said("{1}+", {std::to_string(list.count)})
                                          : wxString::Format("%d", list.count)};
}

} // namespace

DayLists::DayLists(wxWindow* parent) : Card{parent, "lists", Card::Look::Raised, wxVERTICAL, 1} {
    heading_ = new SectionHeading{this, "lists.heading", said("Your day")};
    content().Add(heading_, wxSizerFlags{}.Expand().Border(wxALL, FromDIP(18)));
    tabs_ = new CountedTabs{this, "lists.tabs", said("What waits in the clinic")};
    tabs_->onChange = [this](int tab) {
        chosen_ = shown_.at(static_cast<std::size_t>(tab)).list;
        rows_->setCurrent(RowList::kNone);
        showChosen();
    };
    content().Add(tabs_, wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT, FromDIP(6)));
    which_ = new SectionHeading{this, "lists.which", {}};
    content().Add(which_, wxSizerFlags{}.Expand().Border(wxALL, FromDIP(18)));
    rows_ = new RowList{this, "lists.rows", said("What waits"), 1};
    rows_->onOpen = [this](int row) {
        if (const app::ClinicListView* const list = chosenList(); list && onOpen) {
            const app::ClinicListRow chosen = list->rows.at(static_cast<std::size_t>(row));
            onOpen(chosen);
        }
    };
    rows_->onNearEnd = [this] {
        const app::ClinicListView* const list = chosenList();
        if (list && onMore && (list->isMore || list->count > static_cast<int>(list->rows.size()))) {
            onMore(list->list, static_cast<int>(list->rows.size()) + kMoreRows);
        }
    };
    content().Add(rows_, wxSizerFlags{1}.Expand().Border(wxBOTTOM, FromDIP(8)));
    render({});
}

const app::ClinicListView* DayLists::chosenList() const {
    const auto found = std::find_if(shown_.begin(), shown_.end(),
                                    [this](const auto& list) { return list.list == chosen_; });
    return found == shown_.end() ? nullptr : &*found;
}

void DayLists::render(std::vector<app::ClinicListView> lists) {
    shown_ = std::move(lists);
    std::erase_if(shown_, [](const auto& list) { return list.count == 0; });
    if (!chosenList() && !shown_.empty()) {
        chosen_ = shown_.front().list;
    }
    std::vector<CountedTabs::Tab> tabs;
    std::transform(shown_.begin(), shown_.end(), std::back_inserter(tabs), tabOf);
    tabs_->setTabs(std::move(tabs));
    showChosen();
}

void DayLists::renew(app::ClinicListView list) {
    const auto old = std::find_if(shown_.begin(), shown_.end(),
                                  [&](const auto& each) { return each.list == list.list; });
    if (old != shown_.end()) {
        *old = std::move(list);
        auto all = std::move(shown_);
        render(std::move(all)); // its count as well
    }
}

void DayLists::showChosen() {
    const app::ClinicListView* const list = chosenList();
    tabs_->select(list ? static_cast<int>(list - shown_.data()) : CountedTabs::kNone);
    std::vector<ListRow> rows;
    if (list) {
        which_->set(toWx(list->title), {});
        for (const app::ClinicListRow& line : list->rows) {
            ListRow row;
            row.title = toWx(line.patientName);
            row.right = toWx(line.when);
            row.lines = {toWx(line.what)};
            rows.push_back(std::move(row));
        }
    }
    rows_->setRows(std::move(rows));
    Layout();
}

} // namespace palpate::gui
