// SPDX-License-Identifier: MIT
#include "gui/PointsSection.h"

#include "gui/LargeControls.h"
#include "gui/Phrases.h"
#include "gui/Settling.h"

#include <wx/dcclient.h>
#include <wx/sizer.h>

#include <algorithm>
#include <memory>

namespace palpate::gui {

/// A row with its chips of settling.
struct PointsSection::Line {
    wxPanel* panel = nullptr;
    PointRowView* row = nullptr;
    ChipGroup* chips = nullptr;
    bool used = false;
};

PointsSection::PointsSection(wxWindow* parent, HoldNow now) : SessionSection{parent, "points"} {
    auto* column = new wxBoxSizer{wxVERTICAL};
    auto* head = new wxBoxSizer{wxHORIZONTAL};
    heading_ = new SectionHeading{this, "points.heading", said("Trigger points")};
    head->Add(heading_, wxSizerFlags{1}.CentreVertical());
    others_ = new PillButton{this, "points.others", said("all others unchanged") + toWx(" ⏎"),
                             PillButton::Kind::Quiet, PillButton::Size::Compact};
    others_->SetToolTip(said("Ctrl + Enter: all that are not settled are still as last time"));
    others_->setWords(said("All others unchanged"));
    others_->onClick = [this] {
        edit([](app::SessionPresenter& presenter) { presenter.settleOthers(); });
    };
    head->Add(others_, wxSizerFlags{}.CentreVertical());
    column->Add(head, wxSizerFlags{}.Expand());
    place_ = new wxPanel{
        this,         wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxBORDER_NONE,
        "points.list"};
    dressAsPanel(*place_);
    place_->SetSizer(new wxBoxSizer{wxVERTICAL});
    column->Add(place_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(4)));
    card_ = new PointCardView{place_, std::move(now)};
    // Its controls wrap to a width: they are never laid out in a window too narrow for them.
    card_->SetSize(FromDIP(wxSize{470, 700}));
    card_->Hide();
    card_->onEdit = [this](const auto& act) { edit(act); };
    card_->onResized = [this] { resized(); };
    place_->GetSizer()->Add(card_, wxSizerFlags{}.Expand());
    SetSizer(column);
}

void PointsSection::open(app::SessionPresenter* presenter) {
    SessionSection::open(presenter);
    card_->open(presenter);
}

void PointsSection::focusFirst() {
    if (!lines_.empty() && lines_.front()->used) {
        lines_.front()->row->SetFocus();
    } else {
        SessionSection::focusFirst();
    }
}

bool PointsSection::focusNextToSettle() {
    const std::size_t count = lines_.size();
    std::size_t from = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (lines_[i]->row->HasFocus() || lines_[i]->chips->HasFocus()) {
            from = i + 1;
        }
    }
    for (std::size_t i = 0; i < count; ++i) {
        const Line& line = *lines_[(from + i) % count];
        if (line.used && line.row->row().toSettle) {
            line.row->SetFocus();
            return true;
        }
    }
    return false;
}

int PointsSection::cardRowHeight() const {
    return cardAfter_ > 0 && cardAfter_ <= lines_.size()
               ? lines_[cardAfter_ - 1]->panel->GetSize().y
               : 0;
}

void PointsSection::choose(const Line& line) {
    flush();
    const TriggerPointId id = line.row->row().id;
    const bool ghost = line.row->isGhost();
    const bool wasOpen = line.row->row().selected;
    edit([&](app::SessionPresenter& presenter) {
        if (ghost) {
            presenter.carry(id);
        } else {
            presenter.select(wasOpen ? std::nullopt : std::optional{id});
        }
    });
}

void PointsSection::step(std::size_t from, int by) {
    const auto to = static_cast<std::ptrdiff_t>(from) + by;
    if (to >= 0 && to < static_cast<std::ptrdiff_t>(lines_.size()) &&
        lines_[static_cast<std::size_t>(to)]->used) {
        lines_[static_cast<std::size_t>(to)]->row->SetFocus();
    }
}

void PointsSection::addLine() {
    const wxString name = wxString::Format("point.%zu", lines_.size());
    auto line = std::make_unique<Line>();
    line->panel = new wxPanel{
        place_,        wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxBORDER_NONE,
        name + ".line"};
    dressAsPanel(*line->panel);
    line->panel->Bind(wxEVT_PAINT, [panel = line->panel](wxPaintEvent&) {
        wxPaintDC dc{panel};
        dc.SetPen(*wxTRANSPARENT_PEN);
        dc.SetBrush(wxBrush{palette().hairline}); // goes on above the chips
        dc.DrawRectangle(0, 0, panel->GetClientSize().x, 1);
    });
    auto* sizer = new wxBoxSizer{wxHORIZONTAL};
    line->row = new PointRowView{line->panel, name};
    line->chips = new ChipGroup{line->panel,
                                name + ".settle",
                                said("Compared with last time"),
                                ChipGroup::Kind::Single,
                                settledChips(),
                                ChipGroup::Size::Compact};
    line->chips->Hide();
    line->panel->Bind(EVT_CONTROL_HEIGHT, [this, chips = line->chips](wxCommandEvent&) {
        chips->SetMinSize(chips->sizeWithin(chipsRoom()));
    });
    sizer->Add(line->row, wxSizerFlags{1}.Expand());
    sizer->Add(line->chips, wxSizerFlags{}.CentreVertical());
    line->panel->SetSizer(sizer);
    Line* const mine = line.get();
    const std::size_t index = lines_.size();
    const auto settle = [this, mine](Settled word) {
        const TriggerPointId id = mine->row->row().id;
        edit([&](app::SessionPresenter& presenter) { presenter.settle(id, word); });
    };
    mine->row->onChoose = [this, mine] { choose(*mine); };
    mine->row->onSettle = settle;
    mine->chips->onChange = [mine, settle](int chip, ChipState) {
        const bool had = mine->chips->HasFocus();
        settle(settledAt(chip));
        if (had && !mine->chips->IsShownOnScreen()) {
            mine->row->SetFocus(); // the chips went with what was settled
        }
    };
    mine->row->onRate = [this, mine](int score) {
        const TriggerPointId id = mine->row->row().id;
        const bool ghost = mine->row->isGhost();
        edit([&](app::SessionPresenter& presenter) {
            if (ghost) {
                presenter.carry(id);
            } else {
                presenter.select(id);
            }
            presenter.setTenderness(Tenderness::from(score));
        });
    };
    mine->row->onRemove = [this, mine] {
        const TriggerPointId id = mine->row->row().id;
        flush(); // so that undo brings the point back as it was
        edit([&](app::SessionPresenter& presenter) { presenter.removePoint(id); });
    };
    mine->row->onStep = [this, index](int by) { step(index, by); };
    place_->GetSizer()->Add(line->panel, wxSizerFlags{}.Expand());
    lines_.push_back(std::move(line));
}

int PointsSection::chipsRoom() const {
    constexpr int kAcross = 440; // DIP in the narrowest window
    constexpr int kMuscle = 180; // DIP of text
    return FromDIP(kAcross) - textPx(*this, kMuscle);
}

bool PointsSection::renderLine(Line& line, bool readOnly) {
    // The open card has the chips itself, and the row its whole width for its words.
    const bool offers = line.row->row().toSettle && !line.row->row().selected && !readOnly;
    line.row->setReadOnly(readOnly);
    showSettled(*line.chips, {});
    const wxSize wanted = line.chips->sizeWithin(chipsRoom());
    const bool wider = line.chips->GetMinSize() != wanted;
    if (wider) {
        line.chips->SetMinSize(wanted);
    }
    if (!line.chips->Show(offers) && !wider) {
        return false;
    }
    line.panel->Layout();
    return true;
}

bool PointsSection::renderLines(const app::SessionView& view, bool readOnly) {
    bool changed = false;
    const std::size_t count = view.points.size() + view.ghosts.size();
    while (lines_.size() < count) {
        addLine();
        changed = true;
    }
    std::vector<app::GhostRow> ghosts = view.ghosts;
    std::sort(ghosts.begin(), ghosts.end(),
              [](const auto& a, const auto& b) { return a.number < b.number; });
    std::size_t point = 0;
    std::size_t ghost = 0;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        Line& line = *lines_[i];
        line.used = i < count;
        if (line.used) {
            const bool takesPoint =
                ghost >= ghosts.size() ||
                (point < view.points.size() && view.points[point].number <= ghosts[ghost].number);
            if (takesPoint) {
                line.row->set(view.points[point++]);
            } else {
                line.row->set(ghosts[ghost++]);
            }
            changed = renderLine(line, readOnly) || changed;
        }
        changed = line.panel->Show(line.used) || changed;
    }
    return changed;
}

bool PointsSection::placeCard(const app::SessionView& view, bool readOnly) {
    if (!view.card) {
        card_->leave();
        return card_->Hide();
    }
    std::size_t place = 0;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        if (lines_[i]->used && lines_[i]->row->row().selected) {
            place = i + 1;
        }
    }
    std::optional<app::CautionQuestion> asking;
    if (view.asking && view.asking->target == TreatmentTarget{view.card->id}) {
        asking = view.asking;
    }
    card_->renderUsual(view.referral);
    card_->render(*view.card, asking, view.hold, readOnly);
    wxSizer& sizer = *place_->GetSizer();
    bool changed = false;
    if (place != cardAfter_ || sizer.GetItem(place) == nullptr ||
        sizer.GetItem(place)->GetWindow() != card_) {
        sizer.Detach(card_);
        sizer.Insert(place, card_, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(4)));
        // Tab goes through the card right after its row.
        if (place > 0) {
            card_->MoveAfterInTabOrder(lines_[place - 1]->panel);
        }
        cardAfter_ = place;
        changed = true;
    }
    return card_->Show() || changed;
}

bool PointsSection::render(const app::SessionView& view, bool readOnly) {
    bool changed = renderLines(view, readOnly);
    changed = placeCard(view, readOnly) || changed;
    const bool empty = view.points.empty() && view.ghosts.empty();
    heading_->set(said("Trigger points"),
                  empty && !readOnly ? said("click a muscle on the map") : wxString{});
    return others_->Show(view.toSettle > 0 && !readOnly) || changed;
}

} // namespace palpate::gui
