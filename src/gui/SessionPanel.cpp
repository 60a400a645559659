// SPDX-License-Identifier: MIT
#include "gui/SessionPanel.h"

#include "gui/Bar.h"
#include "gui/Phrases.h"

#include <wx/sizer.h>

#include <algorithm>

namespace palpate::gui {

class SessionPanel::Scroller : public wxScrolledWindow {
public:
    explicit Scroller(wxWindow* parent)
        : wxScrolledWindow{parent,
                           wxID_ANY,
                           wxDefaultPosition,
                           wxDefaultSize,
                           wxVSCROLL | wxTAB_TRAVERSAL | wxBORDER_NONE,
                           "session.scroller"} {
        SetScrollRate(0, FromDIP(8));
    }

protected:
    bool ShouldScrollToChildOnFocus(wxWindow* child) override {
        return !wxGetMouseState().LeftIsDown() &&
               wxScrolledWindow::ShouldScrollToChildOnFocus(child);
    }
};

/// A point of last time with the button that takes it into this session.
struct SessionPanel::GhostLine {
    wxPanel* line;
    TextBlock* text;
    PillButton* carry;
    std::optional<TriggerPointId> id;
};

SessionPanel::SessionPanel(wxWindow* parent)
    : wxPanel{parent,   wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxBORDER_NONE,
              "session"} {
    dressAsPanel(*this);
    build();
}

SessionPanel::~SessionPanel() = default;

void SessionPanel::build() {
    auto* column = new wxBoxSizer{wxVERTICAL};
    buildHeader(*column);
    // Above what scrolls: a refusal is seen wherever one is in the session.
    message_ =
        new TextBlock{this, "session.message", {}, TextStyle::SmallStrong, TextBlock::Ink::Warning};
    message_->Hide();
    column->Add(message_, wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(12)));
    scroller_ = new Scroller{this};
    dressAsPanel(*scroller_);
    // One child only: GTK complains about hidden ones when it scrolls.
    sheet_ = new wxPanel{
        scroller_,      wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxBORDER_NONE,
        "session.sheet"};
    dressAsPanel(*sheet_);
    auto* inner = new wxBoxSizer{wxVERTICAL};
    buildSubjective(*inner);
    buildPoints(*inner);
    for (const NotePart part : {NotePart::Objective, NotePart::Assessment, NotePart::Plan}) {
        auto* note = new NoteSection{sheet_, part, true};
        notes_[static_cast<std::size_t>(part)] = note;
        inner->Add(note, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(14)));
    }
    painAfter_ = new ScoreStrip{sheet_, "pain.after", said("Pain after")};
    painAfter_->setLabelWidth(68);
    painAfter_->onChange = [this](std::optional<int> value) {
        edit([&](app::SessionPresenter& presenter) {
            presenter.setPain(PainMoment::After, value ? PainScore::from(*value) : std::nullopt);
        });
    };
    inner->Add(painAfter_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(14)));
    addendaHeading_ = new SectionHeading{sheet_, "addenda.heading", said("Addenda")};
    inner->Add(addendaHeading_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(14)));
    addendaPlace_ = new wxPanel{sheet_, wxID_ANY};
    dressAsPanel(*addendaPlace_);
    addendaPlace_->SetSizer(new wxBoxSizer{wxVERTICAL});
    inner->Add(addendaPlace_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(4)));
    inner->AddSpacer(FromDIP(16));
    auto* padded = new wxBoxSizer{wxVERTICAL};
    padded->Add(inner, wxSizerFlags{1}.Expand().Border(wxLEFT | wxRIGHT, FromDIP(18)));
    sheet_->SetSizer(padded);
    auto* outer = new wxBoxSizer{wxVERTICAL};
    outer->Add(sheet_, wxSizerFlags{1}.Expand());
    scroller_->SetSizer(outer);
    column->Add(scroller_, wxSizerFlags{1}.Expand());
    buildFooter(*column);
    SetSizer(column);
    scrollFrom(card_->note());
    for (const NotePart part : kNoteParts) {
        scrollFrom(notes_.at(static_cast<std::size_t>(part))->editor());
        notes_.at(static_cast<std::size_t>(part))->onStore = [this, part](const std::string& text) {
            edit([&](app::SessionPresenter& presenter) { presenter.setNote(part, text); });
        };
    }
}

void SessionPanel::scrollFrom(NoteEditor& editor) {
    editor.field().Bind(wxEVT_MOUSEWHEEL, [this](wxMouseEvent& event) {
        constexpr double kStepsANotch = 6;
        wheelRest_ -= kStepsANotch * event.GetWheelRotation() / event.GetWheelDelta();
        const int steps = static_cast<int>(wheelRest_);
        wheelRest_ -= steps; // a touchpad sends parts of a notch
        scroller_->Scroll(-1, std::max(0, scroller_->GetViewStart().y + steps));
    });
}

void SessionPanel::buildHeader(wxBoxSizer& column) {
    auto* header = new Bar{this, "session.header", wxBOTTOM};
    auto* line = new wxBoxSizer{wxHORIZONTAL};
    title_ = new TextBlock{header, "session.title", {}, TextStyle::Heading};
    title_->setSingleLine();
    line->Add(title_, wxSizerFlags{1}.CentreVertical().Border(wxLEFT, FromDIP(18)));
    status_ = new Badge{header, "session.status", {}, Badge::Tone::Teal};
    line->Add(status_, wxSizerFlags{}.CentreVertical().Border(wxLEFT | wxRIGHT, FromDIP(16)));
    header->SetSizer(line);
    header->SetMinSize(FromDIP(wxSize{-1, 46}));
    column.Add(header, wxSizerFlags{}.Expand());
}

void SessionPanel::buildSubjective(wxBoxSizer& inner) {
    subjectiveHeading_ = new SectionHeading{sheet_, "subjective.heading", said("Subjective")};
    inner.Add(subjectiveHeading_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(10)));
    painNow_ = new ScoreStrip{sheet_, "pain.now", said("Pain now")};
    painNow_->setLabelWidth(68);
    painNow_->onChange = [this](std::optional<int> value) {
        edit([&](app::SessionPresenter& presenter) {
            presenter.setPain(PainMoment::Now, value ? PainScore::from(*value) : std::nullopt);
        });
    };
    inner.Add(painNow_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(4)));
    course_ = new ChipGroup{
        sheet_, "course", said("Compared with last time"), ChipGroup::Kind::Single, {}};
    course_->onChange = [this](int chip, ChipState now) {
        edit([&](app::SessionPresenter& presenter) {
            const auto& choices = presenter.view().course;
            presenter.setCourse(
                now == ChipState::On
                    ? std::optional{choices.at(static_cast<std::size_t>(chip)).value}
                    : std::nullopt);
        });
    };
    inner.Add(course_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(6)));
    auto* note = new NoteSection{sheet_, NotePart::Subjective, false};
    notes_[0] = note;
    inner.Add(note, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(8)));
}

void SessionPanel::buildPoints(wxBoxSizer& inner) {
    pointsHeading_ = new SectionHeading{sheet_, "points.heading", said("Trigger points")};
    inner.Add(pointsHeading_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(14)));
    pointPlace_ = new wxPanel{
        sheet_,  wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxBORDER_NONE,
        "points"};
    dressAsPanel(*pointPlace_);
    pointPlace_->SetSizer(new wxBoxSizer{wxVERTICAL});
    inner.Add(pointPlace_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(4)));
    card_ = new PointCardView{pointPlace_};
    // Its controls wrap to a width: they are never laid out in a window too narrow for them.
    card_->SetSize(FromDIP(wxSize{470, 700}));
    card_->Hide();
    pointPlace_->GetSizer()->Add(card_, wxSizerFlags{}.Expand());
    ghostHeading_ =
        new SectionHeading{sheet_, "ghosts.heading", said("Last time"), said("dashed on the map")};
    inner.Add(ghostHeading_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(12)));
    ghostPlace_ = new wxPanel{
        sheet_,  wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxBORDER_NONE,
        "ghosts"};
    dressAsPanel(*ghostPlace_);
    ghostPlace_->SetSizer(new wxBoxSizer{wxVERTICAL});
    inner.Add(ghostPlace_, wxSizerFlags{}.Expand());
}

void SessionPanel::buildFooter(wxBoxSizer& column) {
    auto* bar = new Bar{this, "session.footer", wxTOP};
    auto* line = new wxBoxSizer{wxHORIZONTAL};
    footer_ = new TextBlock{bar, "session.counts", {}, TextStyle::Control, TextBlock::Ink::Muted};
    footer_->setSingleLine();
    line->Add(footer_, wxSizerFlags{1}.CentreVertical().Border(wxLEFT, FromDIP(18)));
    addAddendum_ = new PillButton{bar, "session.addAddendum", said("Add addendum …")};
    addAddendum_->onClick = [this] {
        if (onAddendum) {
            onAddendum();
        }
    };
    line->Add(addAddendum_, wxSizerFlags{}.CentreVertical().Border(wxRIGHT, FromDIP(16)));
    sign_ = new PillButton{bar, "session.sign", said("Sign …"), PillButton::Kind::Primary};
    sign_->onClick = [this] {
        if (onSign) {
            onSign();
        }
    };
    line->Add(sign_, wxSizerFlags{}.CentreVertical().Border(wxRIGHT, FromDIP(16)));
    bar->SetSizer(line);
    bar->SetMinSize(FromDIP(wxSize{-1, 56}));
    column.Add(bar, wxSizerFlags{}.Expand());
}

void SessionPanel::open(app::SessionPresenter* presenter) {
    flush();
    presenter_ = presenter;
    card_->open(presenter);
    for (NoteSection* note : notes_) {
        note->forget();
    }
    for (wxWindow* part : GetChildren()) {
        part->Show(presenter != nullptr);
    }
    scroller_->Scroll(0, 0);
}

void SessionPanel::edit(const std::function<void(app::SessionPresenter&)>& act) {
    if (!presenter_) {
        return;
    }
    try {
        act(*presenter_);
    } catch (...) {
        render(presenter_->view());
        card_->renderAgain();
        throw;
    }
}

void SessionPanel::flush() {
    if (!presenter_) {
        return;
    }
    card_->flush();
    for (NoteSection* note : notes_) {
        note->flush();
    }
}

void SessionPanel::render(const app::SessionView& view) {
    layoutNeeded_ = false;
    title_->setText(toWx(view.title));
    // The whole signature stands at the foot, where it has room.
    status_->set(view.frozen ? said("Signed") : toWx(view.status),
                 view.frozen ? Badge::Tone::Neutral : Badge::Tone::Teal,
                 view.frozen ? std::optional{Icon::Lock} : std::nullopt);
    message_->setText(toWx(view.message));
    layoutNeeded_ = message_->Show(!view.message.empty()) || layoutNeeded_;
    renderAnswers(view);
    renderPoints(view);
    renderGhosts(view);
    for (const app::NoteView& note : view.notes) {
        notes_.at(static_cast<std::size_t>(note.part))->render(note, view.frozen);
    }
    renderAddenda(view);
    footer_->setText(toWx(view.frozen ? view.status : view.footer));
    layoutNeeded_ = sign_->Show(!view.frozen) || layoutNeeded_;
    layoutNeeded_ = addAddendum_->Show(view.frozen) || layoutNeeded_;
    if (layoutNeeded_) {
        arrange();
    }
}

void SessionPanel::arrange() {
    Layout();
    relayoutAround(*card_);
    sheet_->InvalidateBestSize();
    scroller_->FitInside();
    scroller_->Layout();
    sheet_->Layout();
}

void SessionPanel::renderAnswers(const app::SessionView& view) {
    subjectiveHeading_->set(said("Subjective"),
                            view.painNowLast ? said("dashed = last time") : wxString{});
    painNow_->setValue(view.painNow ? std::optional{view.painNow->value()} : std::nullopt);
    painNow_->setLastTime(view.painNowLast ? std::optional{view.painNowLast->value()}
                                           : std::nullopt);
    painAfter_->setValue(view.painAfter ? std::optional{view.painAfter->value()} : std::nullopt);
    if (course_->count() != static_cast<int>(view.course.size())) {
        std::vector<ChipGroup::Chip> chips;
        for (const auto& choice : view.course) {
            chips.push_back({toWx(choice.label)});
        }
        course_->setChips(std::move(chips));
    }
    for (std::size_t i = 0; i < view.course.size(); ++i) {
        const ChipState wanted = view.course[i].chosen ? ChipState::On : ChipState::Off;
        if (course_->state(static_cast<int>(i)) != wanted) {
            course_->setState(static_cast<int>(i), wanted);
        }
    }
    for (wxWindow* control : std::initializer_list<wxWindow*>{painNow_, painAfter_, course_}) {
        if (control->IsThisEnabled() == view.frozen) {
            control->Enable(!view.frozen);
        }
    }
}

void SessionPanel::renderPoints(const app::SessionView& view) {
    wxSizer& sizer = *pointPlace_->GetSizer();
    while (rows_.size() < view.points.size()) {
        auto* row = new PointRowView{pointPlace_, wxString::Format("point.%zu", rows_.size())};
        row->onChoose = [this, row] {
            flush();
            const bool wasOpen = row->row().selected;
            const TriggerPointId id = row->row().id;
            edit([&](app::SessionPresenter& presenter) {
                presenter.select(wasOpen ? std::nullopt : std::optional{id});
            });
        };
        sizer.Add(row, wxSizerFlags{}.Expand());
        rows_.push_back(row);
        layoutNeeded_ = true;
    }
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        const bool used = i < view.points.size();
        if (used) {
            rows_[i]->set(view.points[i]);
        }
        layoutNeeded_ = rows_[i]->Show(used) || layoutNeeded_;
    }
    placeCard(view);
    pointsHeading_->set(said("Trigger points"), view.points.empty() && !view.frozen
                                                    ? said("click a muscle on the map")
                                                    : wxString{});
}

void SessionPanel::placeCard(const app::SessionView& view) {
    if (!view.card) {
        card_->leave();
        layoutNeeded_ = card_->Hide() || layoutNeeded_;
        return;
    }
    std::size_t place = 0;
    for (std::size_t i = 0; i < view.points.size(); ++i) {
        if (view.points[i].selected) {
            place = i + 1;
        }
    }
    card_->renderUsual(view.referral);
    card_->render(*view.card, view.frozen);
    wxSizer& sizer = *pointPlace_->GetSizer();
    if (place != cardAfter_ || sizer.GetItem(place) == nullptr ||
        sizer.GetItem(place)->GetWindow() != card_) {
        sizer.Detach(card_);
        sizer.Insert(place, card_, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(4)));
        // Tab goes through the card right after its row.
        if (place > 0) {
            card_->MoveAfterInTabOrder(rows_[place - 1]);
        }
        cardAfter_ = place;
        layoutNeeded_ = true;
    }
    layoutNeeded_ = card_->Show() || layoutNeeded_;
}

void SessionPanel::renderGhosts(const app::SessionView& view) {
    while (ghosts_.size() < view.ghosts.size()) {
        const wxString id = wxString::Format("ghost.%zu", ghosts_.size());
        auto* line = new wxPanel{ghostPlace_,
                                 wxID_ANY,
                                 wxDefaultPosition,
                                 wxDefaultSize,
                                 wxTAB_TRAVERSAL | wxBORDER_NONE,
                                 id};
        dressAsPanel(*line);
        auto* sizer = new wxBoxSizer{wxHORIZONTAL};
        auto* text = new TextBlock{line, id + ".text", {}, TextStyle::Control};
        auto* carry = new PillButton{line, id + ".carry", said("Re-assess"),
                                     PillButton::Kind::Secondary, PillButton::Size::Compact};
        sizer->Add(text, wxSizerFlags{1}.CentreVertical().Border(wxLEFT, FromDIP(4)));
        sizer->Add(carry, wxSizerFlags{}.CentreVertical());
        line->SetSizer(sizer);
        ghostPlace_->GetSizer()->Add(line, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(4)));
        const std::size_t index = ghosts_.size();
        carry->onClick = [this, index] {
            flush();
            const auto ghost = ghosts_.at(index).id;
            if (ghost) {
                edit([&](app::SessionPresenter& presenter) { presenter.carry(*ghost); });
            }
        };
        ghosts_.push_back({line, text, carry, {}});
        layoutNeeded_ = true;
    }
    for (std::size_t i = 0; i < ghosts_.size(); ++i) {
        const bool used = i < view.ghosts.size();
        if (used) {
            const app::GhostRow& ghost = view.ghosts[i];
            ghosts_[i].id = ghost.id;
            ghosts_[i].text->setText(toWx(std::to_string(ghost.number) + "  " + ghost.muscle +
                                          "  ·  " + ghost.lastText));
            ghosts_[i].carry->setWords(said("Re-assess {1}", {ghost.muscle}));
        }
        layoutNeeded_ = ghosts_[i].line->Show(used) || layoutNeeded_;
    }
    layoutNeeded_ = ghostHeading_->Show(!view.ghosts.empty()) || layoutNeeded_;
    layoutNeeded_ = ghostPlace_->Show(!view.ghosts.empty()) || layoutNeeded_;
}

void SessionPanel::renderAddenda(const app::SessionView& view) {
    if (view.addenda != shownAddenda_) {
        shownAddenda_ = view.addenda;
        addendaPlace_->GetSizer()->Clear(true);
        int index = 0;
        for (const app::AddendumRow& addendum : view.addenda) {
            const wxString id = wxString::Format("addendum.%d", index++);
            wxString heading = toWx(addendum.heading);
            if (!addendum.reason.empty()) {
                heading += toWx(" · ") + toWx(addendum.reason);
            }
            addendaPlace_->GetSizer()->Add(new TextBlock{addendaPlace_, id + ".heading", heading,
                                                         TextStyle::SmallStrong,
                                                         TextBlock::Ink::Muted},
                                           wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(6)));
            addendaPlace_->GetSizer()->Add(
                new TextBlock{addendaPlace_, id, toWx(addendum.text), TextStyle::Body},
                wxSizerFlags{}.Expand());
        }
        layoutNeeded_ = true;
    }
    layoutNeeded_ = addendaHeading_->Show(!view.addenda.empty()) || layoutNeeded_;
    layoutNeeded_ = addendaPlace_->Show(!view.addenda.empty()) || layoutNeeded_;
}

void SessionPanel::showCard() {
    if (!card_->IsShown()) {
        return;
    }
    // The row above the card belongs to it; where both do not fit, the top is what must be seen.
    const int unit = FromDIP(8);
    const int rowHeight = FromDIP(48);
    const int top =
        card_->ClientToScreen(wxPoint{}).y - rowHeight - scroller_->ClientToScreen(wxPoint{}).y;
    const int bottom = top + rowHeight + card_->GetSize().y;
    const int now = scroller_->GetViewStart().y;
    const int down = (std::max(0, bottom - scroller_->GetClientSize().y) + unit - 1) / unit;
    const int mostDown = top >= 0 ? top / unit : -((-top + unit - 1) / unit);
    const int by = std::min(down, mostDown);
    if (by != 0) {
        scroller_->Scroll(-1, std::max(0, now + by));
    }
}

} // namespace palpate::gui
