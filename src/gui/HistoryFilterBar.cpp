// SPDX-License-Identifier: MIT
#include "gui/HistoryFilterBar.h"

#include "gui/ChipGroup.h"
#include "gui/Phrases.h"
#include "gui/SearchField.h"

#include <wx/menu.h>
#include <wx/sizer.h>

#include <algorithm>
#include <array>

namespace palpate::gui {

namespace {

constexpr int kPad = 14;
constexpr std::array kLastDays{30, 90, 365};

[[nodiscard]] wxString menuChip(const wxString& words) {
    return words + toWx(" ▾");
}

} // namespace

HistoryFilterBar::HistoryFilterBar(wxWindow* parent)
    : wxPanel{parent,
              wxID_ANY,
              wxDefaultPosition,
              wxDefaultSize,
              wxBORDER_NONE | wxTAB_TRAVERSAL,
              "history.filters"} {
    dressAsPanel(*this);
    search_ = new SearchField{this, "history.filter", said("Words of the session …")};
    search_->SetMinSize({-1, FromDIP(36)});
    search_->onText = [this](const wxString& text) {
        app::HistoryFilter filter = view_.filter;
        filter.text = fromWx(text);
        onChange(std::move(filter));
    };
    search_->onStep = [this](int by) { onStep(-by); };
    search_->onEnter = [this] { onOpen(); };
    chips_ =
        new ChipGroup{this, "history.chips", said("Which sessions"), ChipGroup::Kind::Multi, {}};
    chips_->onChange = [this](int chip, ChipState) {
        // The menu has an event loop of its own, which the press must not stand around.
        CallAfter([this, chip] { press(chip); });
    };
    auto* column = new wxBoxSizer{wxVERTICAL};
    column->Add(search_, wxSizerFlags{}.Expand());
    column->Add(chips_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(8)));
    auto* padded = new wxBoxSizer{wxVERTICAL};
    padded->Add(column, wxSizerFlags{1}.Expand().Border(wxALL, FromDIP(kPad)));
    SetSizer(padded);
}

void HistoryFilterBar::render(const app::HistoryView& view) {
    view_ = view;
    if (fromWx(search_->text()) != view.filter.text) {
        search_->setText(toWx(view.filter.text));
    }
    search_->setRemark(toWx(view.count));
    renderChips();
}

void HistoryFilterBar::renderChips() {
    std::vector<ChipGroup::Chip> chips;
    std::vector<ChipState> states;
    std::vector<Chip> shown;
    const auto add = [&](Chip which, const wxString& words, bool on) {
        chips.push_back({words});
        states.push_back(on ? ChipState::On : ChipState::Off);
        shown.push_back(which);
    };
    if (view_.hasOtherCases) {
        add(Chip::Case, said("This case"), !view_.filter.allCases);
    }
    const auto addMenu = [&](Chip which, const wxString& words, const std::string& chosen) {
        add(which, menuChip(chosen.empty() ? words : toWx(chosen)), !chosen.empty());
    };
    addMenu(Chip::Muscle, said("Muscle"), view_.muscleWord);
    addMenu(Chip::Technique, said("Technique"), view_.techniqueWord);
    addMenu(Chip::Days, said("Date"), view_.daysWord);
    if (view_.practitioners.size() > 1) {
        addMenu(Chip::Practitioner, said("Therapist"), view_.practitionerWord);
    }
    app::HistoryFilter open;
    open.allCases = view_.filter.allCases;
    if (!(view_.filter == open)) {
        add(Chip::Clear, said("Clear"), false);
    }
    // Chips are made anew only when their words change: the keyboard's place stays.
    bool same = shown == shown_ && chips_->count() == static_cast<int>(chips.size());
    for (std::size_t i = 0; same && i < chips.size(); ++i) {
        same = chips_->chipNamed(chips[i].text) == static_cast<int>(i);
    }
    if (!same) {
        shown_ = std::move(shown);
        chips_->setChips(std::move(chips));
    }
    for (std::size_t i = 0; i < states.size(); ++i) {
        chips_->setState(static_cast<int>(i), states[i]);
    }
    if (!same) {
        relayoutAround(*chips_);
    }
}

void HistoryFilterBar::press(int chip) {
    app::HistoryFilter filter = view_.filter;
    switch (shown_.at(static_cast<std::size_t>(chip))) {
    case Chip::Case:
        filter.allCases = !filter.allCases;
        onChange(std::move(filter));
        return;
    case Chip::Muscle:
        askMuscle();
        return;
    case Chip::Technique:
        askTechnique();
        return;
    case Chip::Days:
        askDays();
        return;
    case Chip::Practitioner:
        askPractitioner();
        return;
    case Chip::Clear:
        filter = {};
        filter.allCases = view_.filter.allCases;
        onChange(std::move(filter));
        return;
    }
}

std::optional<int> HistoryFilterBar::ask(Chip under, const std::vector<wxString>& entries,
                                         std::optional<int> checked) {
    renderChips(); // the press has turned the chip; what it shows follows from the filter alone
    wxMenu menu;
    constexpr int kFirst = 1;
    for (int i = 0; i < static_cast<int>(entries.size()); ++i) {
        wxString words = entries[static_cast<std::size_t>(i)];
        words.Replace("&", "&&");
        menu.AppendCheckItem(kFirst + i, words)->Check(checked == i);
        if (i == 0) {
            menu.AppendSeparator();
        }
    }
    const auto at = std::find(shown_.begin(), shown_.end(), under);
    const wxRect area = chips_->chipArea(static_cast<int>(at - shown_.begin()));
    const int chosen =
        chips_->GetPopupMenuSelectionFromUser(menu, {area.x, area.GetBottom()}) - kFirst;
    return chosen >= 0 ? std::optional{chosen} : std::nullopt;
}

template <class Key>
void HistoryFilterBar::askFor(Chip chip, const wxString& any,
                              const std::vector<app::HistoryChoice<Key>>& choices,
                              std::optional<Key> app::HistoryFilter::*what) {
    std::vector<wxString> entries{any};
    std::optional<int> checked = 0;
    for (const app::HistoryChoice<Key>& choice : choices) {
        if (view_.filter.*what == choice.key) {
            checked = static_cast<int>(entries.size());
        }
        entries.push_back(said("{1} ({2})", {choice.label, std::to_string(choice.sessions)}));
    }
    if (const auto chosen = ask(chip, entries, checked)) {
        app::HistoryFilter filter = view_.filter;
        filter.*what = *chosen == 0
                           ? std::nullopt
                           : std::optional<Key>{choices[static_cast<std::size_t>(*chosen - 1)].key};
        onChange(std::move(filter));
    }
}

void HistoryFilterBar::askMuscle() {
    askFor(Chip::Muscle, said("Any muscle"), view_.muscles, &app::HistoryFilter::muscle);
}

void HistoryFilterBar::askTechnique() {
    askFor(Chip::Technique, said("Any technique"), view_.techniques,
           &app::HistoryFilter::technique);
}

void HistoryFilterBar::askPractitioner() {
    askFor(Chip::Practitioner, said("Whoever treated"), view_.practitioners,
           &app::HistoryFilter::practitioner);
}

void HistoryFilterBar::askDays() {
    const std::vector<wxString> entries{said("Any time"), said("Last 30 days"),
                                        said("Last 90 days"), said("Last 12 months"),
                                        said("From … to …")};
    const auto chosen =
        ask(Chip::Days, entries, view_.filter.days.isOpen() ? std::optional{0} : std::nullopt);
    if (!chosen) {
        return;
    }
    const auto entry = static_cast<std::size_t>(*chosen);
    if (entry == 0) {
        onLastDays(std::nullopt);
    } else if (entry <= kLastDays.size()) {
        onLastDays(kLastDays[entry - 1]);
    } else {
        onOwnDays();
    }
}

} // namespace palpate::gui
