// SPDX-License-Identifier: MIT
#include "gui/HomeCareList.h"

#include "gui/Phrases.h"
#include "gui/Theme.h"

#include <wx/sizer.h>

#include <algorithm>

namespace palpate::gui {

namespace {

constexpr std::size_t kProposals = 6; ///< in sight; the line finds all

} // namespace

struct HomeCareList::Row {
    wxPanel* panel = nullptr; ///< children of the list, as all below
    TextBlock* label = nullptr;
    LineField* dose = nullptr;
    PillButton* remove = nullptr;
    TextBlock* about = nullptr;
    std::unique_ptr<TypedText> typed;
    std::optional<HomeCareKey> item;
};

HomeCareList::HomeCareList(wxWindow* parent)
    : wxPanel{
          parent,    wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxBORDER_NONE,
          "homeCare"} {
    dressAsPanel(*this);
    auto* column = new wxBoxSizer{wxVERTICAL};
    column->Add(new TextBlock{this, "homeCare.label", said("Home care"), TextStyle::ControlStrong},
                wxSizerFlags{}.Expand().Border(wxLEFT, FromDIP(2)));
    place_ = new wxPanel{
        this,           wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxBORDER_NONE,
        "homeCare.list"};
    dressAsPanel(*place_);
    place_->SetSizer(new wxBoxSizer{wxVERTICAL});
    column->Add(place_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(2)));
    chips_ = new ChipGroup{this, "homeCare.proposals",    said("Agree on"), ChipGroup::Kind::Multi,
                           {},   ChipGroup::Size::Compact};
    chips_->onAction = [this](int chip) {
        agree(app::HomeCareRow{proposals_.at(static_cast<std::size_t>(chip))});
    };
    column->Add(chips_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(4)));
    find_ = new ChoiceField{this, "homeCare.find", said("Find home care"),
                            said("Find an exercise or advice …")};
    find_->complete = [this](const std::string& text) {
        found_.clear();
        if (presenter_ && !text.empty()) {
            found_ = presenter_->visit().homeCareMatching(text);
        }
        std::vector<QuickChoice> choices;
        for (const app::HomeCareRow& row : found_) {
            choices.push_back({row.label, row.usual, {}});
        }
        return choices;
    };
    find_->onEnter = [this](const std::string& text, std::optional<std::size_t> chosen) {
        QuickAnswer answer;
        if (!chosen && found_.size() != 1) {
            answer.message = found_.empty()
                                 ? fromWx(said("Nothing in the list begins with “{1}”.", {text}))
                                 : fromWx(said("Which of these?"));
            for (const app::HomeCareRow& row : found_) {
                answer.choices.push_back({row.label, row.usual, {}});
            }
            return answer;
        }
        agree(app::HomeCareRow{found_.at(chosen.value_or(0))});
        answer.done = true;
        return answer;
    };
    column->AddSpacer(FromDIP(2));
    column->Add(find_,
                wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(dip::kFocusRoom)));
    SetSizer(column);
}

HomeCareList::~HomeCareList() = default;

void HomeCareList::open(app::SessionPresenter* presenter) {
    presenter_ = presenter;
    left_.forget();
    for (const auto& row : rows_) {
        row->item.reset();
        row->typed->forget();
    }
}

void HomeCareList::agree(const app::HomeCareRow& row) {
    onEdit([&](app::SessionPresenter& presenter) { presenter.visit().putHomeCare(row.item); });
}

void HomeCareList::addRow() {
    const wxString name = wxString::Format("homeCare.%zu", rows_.size());
    auto row = std::make_unique<Row>();
    Row* const mine = row.get();
    row->panel = new wxPanel{
        place_, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxBORDER_NONE, name};
    dressAsPanel(*row->panel);
    auto* column = new wxBoxSizer{wxVERTICAL};
    auto* line = new wxBoxSizer{wxHORIZONTAL};
    row->label = new TextBlock{row->panel, name + ".label", {}, TextStyle::Control};
    line->Add(row->label, wxSizerFlags{2}.CentreVertical().Border(wxLEFT, FromDIP(4)));
    row->dose = new LineField{row->panel, name + ".dose", said("Dose")};
    line->Add(row->dose, wxSizerFlags{3}.CentreVertical());
    row->remove = new PillButton{row->panel, name + ".remove", toWx("×"), PillButton::Kind::Quiet,
                                 PillButton::Size::Compact};
    line->Add(row->remove, wxSizerFlags{}.CentreVertical());
    column->Add(line, wxSizerFlags{}.Expand());
    row->about =
        new TextBlock{row->panel, name + ".about", {}, TextStyle::Small, TextBlock::Ink::Warning};
    row->about->Hide();
    column->Add(row->about, wxSizerFlags{}.Expand().Border(wxLEFT, FromDIP(4)));
    row->panel->SetSizer(column);
    row->typed = std::make_unique<TypedText>([this, mine](const std::string& text) {
        if (mine->item) {
            onEdit([&, item = HomeCareKey{*mine->item}](app::SessionPresenter& presenter) {
                presenter.visit().putHomeCare({item, text});
            });
        }
    });
    row->dose->onText = [mine](const wxString& text) { mine->typed->typed(text); };
    row->dose->onLeave = [mine] { mine->typed->flush(); };
    row->dose->onEnter = [mine] { mine->typed->flush(); };
    row->remove->onClick = [this, mine] {
        if (mine->item) {
            mine->typed->flush(); // so that undo brings it back as it was
            onEdit([&, item = HomeCareKey{*mine->item}](app::SessionPresenter& presenter) {
                presenter.visit().removeHomeCare(item);
            });
        }
    };
    place_->GetSizer()->Add(row->panel, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(4)));
    rows_.push_back(std::move(row));
}

bool HomeCareList::renderProposals(const app::VisitView& visit, bool readOnly) {
    std::vector<app::HomeCareRow> wanted = visit.homeCareProposals;
    if (wanted.size() > kProposals) {
        wanted.resize(kProposals, wanted.front());
    }
    bool changed = false;
    if (wanted != proposals_) {
        proposals_ = wanted;
        std::vector<ChipGroup::Chip> chips;
        for (const app::HomeCareRow& row : proposals_) {
            ChipGroup::Chip chip{toWx("+ " + row.label), true};
            chip.tip = row.fromLast ? said("agreed last time; {1}", {row.usual}) : toWx(row.usual);
            chips.push_back(std::move(chip));
        }
        chips_->setChips(std::move(chips));
        changed = true;
    }
    changed = chips_->Show(!readOnly && !proposals_.empty()) || changed;
    return find_->Show(!readOnly) || changed;
}

bool HomeCareList::render(const app::VisitView& visit, bool readOnly) {
    bool changed = false;
    while (rows_.size() < visit.homeCare.size()) {
        addRow();
        changed = true;
    }
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        Row& row = *rows_[i];
        const bool used = i < visit.homeCare.size();
        const auto item =
            used ? std::optional{visit.homeCare[i].item.item} : std::optional<HomeCareKey>{};
        if (row.item != item) {
            if (auto typed = row.typed->take(); typed && row.item) {
                left_.leave(*typed, [edits = onEdit, was = HomeCareKey{*row.item}, typed = *typed] {
                    edits([&](app::SessionPresenter& presenter) {
                        if (homeCareOf(presenter.session(), was)) { // not when it was taken away
                            presenter.visit().putHomeCare({was, typed});
                        }
                    });
                });
            }
            row.item = item;
        }
        if (used) {
            const app::HomeCareRow& agreed = visit.homeCare[i];
            row.label->setText(toWx(agreed.label));
            row.dose->setHint(toWx(agreed.usual));
            if (!row.typed->isWaiting() && !row.typed->isRefused()) {
                row.dose->set(toWx(agreed.item.dose));
            }
            row.dose->setReadOnly(readOnly);
            row.remove->setWords(said("Take away {1}", {agreed.label}));
            changed = row.remove->Show(!readOnly) || changed;
            row.about->setText(toWx(agreed.cautions));
            changed = row.about->Show(!agreed.cautions.empty()) || changed;
        }
        changed = row.panel->Show(used) || changed;
    }
    return renderProposals(visit, readOnly) || changed;
}

void HomeCareList::flush() {
    left_.store();
    for (const auto& row : rows_) {
        row->typed->flush();
    }
}

} // namespace palpate::gui
