// SPDX-License-Identifier: MIT
#include "gui/SessionPanel.h"

#include "gui/AddendaSection.h"
#include "gui/AfterSection.h"
#include "gui/Bar.h"
#include "gui/LargeControls.h"
#include "gui/MeasureSection.h"
#include "gui/PanelScroller.h"
#include "gui/Phrases.h"
#include "gui/PointsSection.h"
#include "gui/RequestsSection.h"
#include "gui/SessionFooter.h"
#include "gui/SubjectiveSection.h"
#include "gui/TreatmentSection.h"
#include "gui/VisitHeader.h"

#include <wx/sizer.h>

#include <algorithm>
#include <utility>

namespace palpate::gui {

namespace {

void layOutInside(wxWindow& window) {
    window.Layout();
    for (wxWindow* const child : window.GetChildren()) {
        if (child->IsShown() && child->GetSizer() && !child->IsTopLevel()) {
            layOutInside(*child);
        }
    }
}

} // namespace

SessionPanel::SessionPanel(wxWindow* parent, HoldNow now)
    : wxPanel{parent,   wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxBORDER_NONE,
              "session"} {
    dressAsPanel(*this);
    build(now);
    // After every control has taken up its new height.
    Bind(EVT_CONTROL_HEIGHT, [this](wxCommandEvent&) { CallAfter([this] { arrange(); }); });
}

SessionPanel::~SessionPanel() = default;

void SessionPanel::build(const HoldNow& now) {
    auto* column = new wxBoxSizer{wxVERTICAL};
    header_ = new VisitHeader{this};
    column->Add(header_, wxSizerFlags{}.Expand());
    buildBanner(*column);
    // Above what scrolls: a refusal is seen wherever one is in the session.
    message_ =
        new TextBlock{this, "session.message", {}, TextStyle::SmallStrong, TextBlock::Ink::Warning};
    message_->Hide();
    column->Add(message_, wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(12)));
    scroller_ = new PanelScroller{this, "session.scroller"};
    buildSheet(now);
    auto* outer = new wxBoxSizer{wxVERTICAL};
    outer->Add(sheet_, wxSizerFlags{1}.Expand());
    scroller_->SetSizer(outer);
    column->Add(scroller_, wxSizerFlags{1}.Expand());
    footer_ = new SessionFooter{this, now};
    column->Add(footer_, wxSizerFlags{}.Expand());
    SetSizer(column);
    sections_ = {header_, subjective_, points_,   treatments_, measures_,
                 after_,  addenda_,    requests_, footer_};
    for (SessionSection* const section : sections_) {
        section->onRefused = [this] { renderAgain(); };
        section->onResized = [this] { arrange(); };
    }
    connectFooter();
}

void SessionPanel::buildBanner(wxSizer& column) {
    banner_ = new Bar{this, "session.holder", wxBOTTOM};
    auto* line = new wxBoxSizer{wxHORIZONTAL};
    bannerWords_ = new TextBlock{
        banner_, "session.holder.words", {}, TextStyle::ControlStrong, TextBlock::Ink::Warning};
    line->Add(bannerWords_,
              wxSizerFlags{1}.CentreVertical().Border(wxLEFT | wxTOP | wxBOTTOM, FromDIP(10)));
    takeOver_ = new PillButton{banner_, "session.takeOver", said("Take over"),
                               PillButton::Kind::Secondary, PillButton::Size::Compact};
    takeOver_->SetToolTip(said("From then on the other program can only read this session"));
    takeOver_->onClick = [this] {
        edit([](app::SessionPresenter& presenter) { presenter.takeOver(); });
    };
    line->Add(takeOver_, wxSizerFlags{}.CentreVertical().Border(wxLEFT | wxRIGHT, FromDIP(14)));
    banner_->SetSizer(line);
    banner_->Hide();
    column.Add(banner_, wxSizerFlags{}.Expand());
}

template <class Section>
Section* SessionPanel::added(wxSizer& column, Section* section, int gapDip) {
    column.Add(section, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(gapDip)));
    return section;
}

void SessionPanel::buildSheet(const HoldNow& now) {
    // One child only: GTK complains about hidden ones when it scrolls.
    sheet_ = new wxPanel{
        scroller_,      wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxBORDER_NONE,
        "session.sheet"};
    dressAsPanel(*sheet_);
    auto* inner = new wxBoxSizer{wxVERTICAL};
    constexpr int kGap = 14;
    subjective_ = added(*inner, new SubjectiveSection{sheet_}, 10);
    notes_[static_cast<std::size_t>(NotePart::Subjective)] = &subjective_->note();
    points_ = added(*inner, new PointsSection{sheet_, now}, kGap);
    treatments_ = added(*inner, new TreatmentSection{sheet_, now}, kGap);
    measures_ = added(*inner, new MeasureSection{sheet_}, kGap);
    for (const NotePart part :
         {NotePart::Objective, NotePart::Treatment, NotePart::Assessment, NotePart::Plan}) {
        notes_.at(static_cast<std::size_t>(part)) =
            added(*inner, new NoteSection{sheet_, part, true}, kGap);
    }
    after_ = added(*inner, new AfterSection{sheet_}, kGap);
    addenda_ = added(*inner, new AddendaSection{sheet_}, kGap);
    requests_ = added(*inner, new RequestsSection{sheet_}, kGap);
    requests_->onAnswer = [this](const app::AmendmentLine& request) {
        if (onAnswer) {
            onAnswer(request);
        }
    };
    inner->AddSpacer(FromDIP(16));
    auto* padded = new wxBoxSizer{wxVERTICAL};
    padded->Add(inner, wxSizerFlags{1}.Expand().Border(wxLEFT | wxRIGHT, FromDIP(18)));
    sheet_->SetSizer(padded);
    scrollFrom(points_->card().note());
    for (const NotePart part : kNoteParts) {
        connectNote(*notes_.at(static_cast<std::size_t>(part)), part);
    }
}

void SessionPanel::connectNote(NoteSection& note, NotePart part) {
    scrollFrom(note.editor());
    note.onStore = [this, part](const std::string& text) {
        edit([&](app::SessionPresenter& presenter) { presenter.setNote(part, text); });
    };
    note.onLeft = [this] {
        if (presenter_) {
            presenter_->endTyping();
        }
    };
    note.onTakeProposal = [this, part] {
        edit([&](app::SessionPresenter& presenter) { presenter.takeProposal(part); });
    };
    note.onConfirm = [this, part] {
        edit([&](app::SessionPresenter& presenter) { presenter.confirm(part); });
    };
    note.onTakeComposed = [this, part] {
        edit([&](app::SessionPresenter& presenter) { presenter.takeComposed(part); });
    };
}

void SessionPanel::connectFooter() {
    footer_->onPlan = [this] {
        NoteSection& plan = *notes_.at(static_cast<std::size_t>(NotePart::Plan));
        scrollTo(plan);
        plan.editor().field().SetFocus();
    };
    footer_->onSign = [this] {
        if (onSign) {
            onSign();
        }
    };
    footer_->onAddendum = [this] {
        if (onAddendum) {
            onAddendum();
        }
    };
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

void SessionPanel::open(app::SessionPresenter* presenter) {
    flush();
    presenter_ = presenter;
    for (SessionSection* const section : sections_) {
        section->open(presenter);
    }
    for (NoteSection* const note : notes_) {
        note->forget();
    }
    for (wxWindow* const part : std::initializer_list<wxWindow*>{header_, scroller_, footer_}) {
        part->Show(presenter != nullptr);
    }
    banner_->Hide();
    message_->Hide();
    careShown_ = false;
    scroller_->Scroll(0, 0);
}

void SessionPanel::edit(const std::function<void(app::SessionPresenter&)>& act) {
    if (!presenter_) {
        return;
    }
    try {
        act(*presenter_);
    } catch (...) {
        renderAgain();
        throw;
    }
}

void SessionPanel::renderAgain() {
    if (presenter_) {
        points_->card().renderAgain();
        render(presenter_->view());
    }
}

void SessionPanel::flush() {
    if (!presenter_) {
        return;
    }
    for (SessionSection* const section : sections_) {
        section->flush();
    }
    for (NoteSection* const note : notes_) {
        note->flush();
    }
}

bool SessionPanel::renderBanner(const app::SessionView& view) {
    if (view.holder) {
        bannerWords_->setText(said("{1} has been charting this session since {2}.",
                                   {view.holder->name, view.holder->since}));
    }
    bool changed = banner_->Show(view.holder.has_value() && !view.frozen);
    message_->setText(toWx(view.message));
    return message_->Show(!view.message.empty()) || changed;
}

void SessionPanel::render(const app::SessionView& view) {
    const bool readOnly = view.frozen || view.holder.has_value();
    bool changed = renderBanner(view);
    for (SessionSection* const section : sections_) {
        changed = section->render(view, readOnly) || changed;
    }
    for (const NotePart part : kNoteParts) {
        if (part != NotePart::Subjective) { // of its section
            const auto index = static_cast<std::size_t>(part);
            notes_.at(index)->render(view.notes.at(index), readOnly);
        }
    }
    // What was not done and can't be any more needs no heading.
    changed = treatments_->Show(!readOnly || !view.otherTreatments.empty()) || changed;
    changed = measures_->Show(!readOnly || !view.motions.empty() || !view.tests.empty()) || changed;
    if (changed) {
        arrange();
    }
    revealNews(view);
}

SessionPanel::Care SessionPanel::careOf(const app::SessionView& view) {
    Care care;
    if (view.card) {
        care.point = view.card->id;
        care.atPoint = view.card->treatments.size();
    }
    care.elsewhere = view.otherTreatments.size();
    if (view.asking) {
        care.asked = view.asking->technique;
        care.askedAtPoint = std::holds_alternative<TriggerPointId>(view.asking->target);
    }
    return care;
}

void SessionPanel::arrange() {
    if (arranging_) {
        return;
    }
    arranging_ = true;
    // Text wraps once it has its width, and only then it knows its height: it is laid out again.
    constexpr int kPasses = 2;
    for (int pass = 0; pass < kPasses; ++pass) {
        Layout();
        relayoutAround(points_->card());
        sheet_->InvalidateBestSize();
        scroller_->FitInside();
        scroller_->Layout();
        layOutInside(*sheet_);
    }
    arranging_ = false;
}

void SessionPanel::setSnippets(const SharedSnippets& snippets) {
    for (NoteSection* const note : notes_) {
        note->setSnippets(snippets);
    }
}

} // namespace palpate::gui
