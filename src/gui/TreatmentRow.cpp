// SPDX-License-Identifier: MIT
#include "gui/TreatmentRow.h"

#include "gui/LargeControls.h"
#include "gui/LateReason.h"
#include "gui/Phrases.h"
#include "gui/ThemeMemory.h"

#include <wx/sizer.h>
#include <wx/utils.h>

#include <cmath>

namespace palpate::gui {

namespace {

constexpr int kLabelWidth = 66; ///< DIP, as in the card of a point
constexpr int kDoseLines = 3;

[[nodiscard]] std::chrono::seconds wholeSeconds(std::optional<double> seconds) {
    return std::chrono::seconds{std::lround(seconds.value_or(0))};
}

[[nodiscard]] std::optional<PainScore> painOf(std::optional<int> value) {
    return value ? PainScore::from(*value) : std::nullopt;
}

void show(ScoreStrip& strip, const std::optional<PainScore>& score) {
    strip.setValue(score ? std::optional{score->value()} : std::nullopt);
}

} // namespace

TreatmentRow::TreatmentRow(wxWindow* parent, const wxString& name, HoldNow now, bool wide)
    : wxPanel{parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxBORDER_NONE,
              name},
      wide_{wide}, typedNote_{[this](const std::string& text) {
          edit([&](app::TreatmentPresenter& care, const TreatmentId& id) {
              care.setNote(id, text);
          });
      }} {
    SetBackgroundColour(parent->GetBackgroundColour());
    build(name, std::move(now));
    connect();
}

void TreatmentRow::build(const wxString& name, HoldNow now) {
    auto* column = new wxBoxSizer{wxVERTICAL};
    auto* head = new wxBoxSizer{wxHORIZONTAL};
    label_ = new TextBlock{this, name + ".label", {}, TextStyle::SmallStrong};
    label_->setSingleLine();
    head->Add(label_, wxSizerFlags{wide_ ? 1 : 0}.CentreVertical());
    dose_ =
        new PillButton{this, name + ".open", {}, PillButton::Kind::Line, PillButton::Size::Compact};
    dose_->setMostLines(kDoseLines); // else what takes the treatment away has no room beside it
    if (!wide_) {
        head->Add(dose_, wxSizerFlags{1}.CentreVertical().Border(wxLEFT, FromDIP(6)));
    }
    remove_ = new PillButton{this, name + ".remove", toWx("×"), PillButton::Kind::Quiet,
                             PillButton::Size::Compact};
    head->Add(remove_, wxSizerFlags{}.CentreVertical());
    column->Add(head, wxSizerFlags{}.Expand());
    if (wide_) {
        column->Add(dose_, wxSizerFlags{}.Expand());
    }
    cautions_ =
        new TextBlock{this, name + ".cautions", {}, TextStyle::Small, TextBlock::Ink::Warning};
    cautions_->Hide();
    column->Add(cautions_, wxSizerFlags{}.Expand());
    lateReason_ = new LateReason{this, name + ".reason"};
    column->Add(lateReason_, wxSizerFlags{}.Expand());
    careOpen_ =
        new PillButton{this, name + ".care", {}, PillButton::Kind::Line, PillButton::Size::Compact};
    careOpen_->Hide();
    column->Add(careOpen_, wxSizerFlags{}.Expand());
    careText_ =
        new TextBlock{this, name + ".care.text", {}, TextStyle::Small, TextBlock::Ink::Normal};
    careText_->Hide();
    column->Add(careText_, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(4)));
    auto* line = new wxBoxSizer{wxHORIZONTAL}; // what is added is meant for a row
    timer_ = new HoldTimer{this, name + ".timer", said("Time held"), std::move(now)};
    timer_->SetToolTip(said("F4 starts and stops it"));
    line->Add(timer_, wxSizerFlags{}.CentreVertical().Border(wxRIGHT, FromDIP(6)));
    line->AddStretchSpacer();
    after_ = new ScoreStrip{this, name + ".after", said("after"), ScoreStrip::Size::Compact};
    line->Add(after_, wxSizerFlags{}.CentreVertical());
    column->Add(line, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(2)));
    constexpr double kLargeText = 1.3; // timer and boxes have no room beside each other
    const auto turn = [line] {
        line->SetOrientation(hasLargeControls() || textScale() > kLargeText ? wxVERTICAL
                                                                            : wxHORIZONTAL);
    };
    turn();
    Bind(EVT_CONTROL_HEIGHT, [turn](wxCommandEvent&) { turn(); });
    fields_ = new DoseFields{this, name + ".dose"};
    column->Add(fields_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(6)));
    painBefore_ = new ScoreStrip{this, name + ".painBefore", said("pain before")};
    painBefore_->setLabelWidth(kLabelWidth + 16);
    column->Add(painBefore_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(2)));
    painAfter_ = new ScoreStrip{this, name + ".painAfter", said("pain after")};
    painAfter_->setLabelWidth(kLabelWidth + 16);
    column->Add(painAfter_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(2)));
    note_ = new LineField{this, name + ".note", said("Note on this treatment"),
                          said("note on this treatment")};
    column->Add(note_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(6)));
    for (wxWindow* const later :
         std::initializer_list<wxWindow*>{fields_, painBefore_, painAfter_, note_}) {
        later->Hide();
    }
    SetSizer(column);
}

void TreatmentRow::connect() {
    timer_->onPress = [this] { pressTimer(); };
    timer_->onTarget = [] {
        if (holdSounds()) {
            wxBell();
        }
    };
    dose_->onClick = [this] {
        openDose(!open_);
        if (onResized) {
            onResized();
        }
    };
    careOpen_->onClick = [this] {
        careIsOpen_ = !careIsOpen_;
        renderCare();
        relayoutAround(*careOpen_);
        if (onUnfolded) {
            onUnfolded();
        }
    };
    lateReason_->onUnfolded = [this] {
        if (onUnfolded) {
            onUnfolded();
        }
    };
    lateReason_->onReason = [this](const std::string& reason) {
        dose_->SetFocus(); // what one typed in goes away
        edit([&](app::TreatmentPresenter& care, const TreatmentId& id) {
            care.giveReason(id, reason);
        });
    };
    remove_->onClick = [this] {
        edit([](app::TreatmentPresenter& care, const TreatmentId& id) { care.remove(id); });
    };
    after_->onChange = [this](std::optional<int> value) {
        edit([&](app::TreatmentPresenter& care, const TreatmentId& id) {
            care.setTendernessAfter(id, value ? Tenderness::from(*value) : std::nullopt);
        });
    };
    painBefore_->onChange = [this](std::optional<int> value) {
        edit([&](app::TreatmentPresenter& care, const TreatmentId& id) {
            care.setPainBefore(id, painOf(value));
        });
    };
    painAfter_->onChange = [this](std::optional<int> value) {
        edit([&](app::TreatmentPresenter& care, const TreatmentId& id) {
            care.setPainAfter(id, painOf(value));
        });
    };
    fields_->onStore = [this](const TreatmentId& id, const LogFieldKey& key,
                              const std::string& typed) {
        std::optional<Message> problem;
        if (onEdit) {
            onEdit([&](app::SessionPresenter& presenter) {
                problem = presenter.care().setDose(id, key, typed);
            });
        }
        return problem;
    };
    note_->onText = [this](const wxString& text) { typedNote_.typed(text); };
    note_->onLeave = [this] { typedNote_.flush(); };
    note_->onEnter = [this] { typedNote_.flush(); };
}

void TreatmentRow::edit(
    const std::function<void(app::TreatmentPresenter&, const TreatmentId&)>& act) {
    if (id_ && onEdit) {
        onEdit([&, id = TreatmentId{*id_}](app::SessionPresenter& presenter) {
            act(presenter.care(), id);
        });
    }
}

void TreatmentRow::pressTimer() {
    if (!timer_->IsShown() || readOnly_) {
        return;
    }
    const bool running = timer_->isRunning();
    edit([&](app::TreatmentPresenter& care, const TreatmentId& id) {
        if (running) {
            care.stopHold();
        } else {
            care.startHold(id);
        }
    });
}

void TreatmentRow::focusOpenEnd() {
    if (lateReason_->IsShown()) {
        lateReason_->ask();
    } else if (timer_->IsShown()) {
        timer_->SetFocus();
    } else {
        dose_->SetFocus();
    }
}

void TreatmentRow::openDose(bool open) {
    if (open == open_) {
        return;
    }
    open_ = open;
    if (!open_) {
        flush();
    }
    renderDose();
}

void TreatmentRow::renderDose() {
    if (!shown_) {
        return;
    }
    const wxString words =
        shown_->doseText.empty() ? (readOnly_ ? wxString{} : said("dose")) : toWx(shown_->doseText);
    dose_->setText(words + toWx(open_ ? "\u00a0▴" : "\u00a0▾"));
    dose_->setWords(said("Dose of {1}: {2}", {shown_->label, shown_->doseText}));
    dose_->Show(!readOnly_ || !shown_->doseText.empty());
    fields_->Show(open_ && !shown_->dose.empty());
    painBefore_->Show(open_);
    painAfter_->Show(open_);
    note_->Show(open_);
}

void TreatmentRow::renderCare() {
    wxString first;
    wxString all;
    for (const app::CautionLine& caution : shown_->cautions) {
        if (caution.mark == app::CautionMark::Nothing || caution.text.empty()) {
            continue;
        }
        first = first.empty() ? toWx(caution.text) : first;
        all += (all.empty() ? "" : "\n") + toWx(caution.heading) + "\n" + toWx(caution.text);
        if (!caution.sources.empty()) {
            all += "\n" + said("Sources: {1}", {caution.sources});
        }
    }
    // Folded it is one line with the care itself, so that nothing has to be opened to see what it
    // is about.
    careOpen_->setText(first + toWx(careIsOpen_ ? "  ▴" : "  ▾"));
    careOpen_->setWords(said("What to mind with {1}: {2}", {shown_->label, fromWx(all)}));
    careOpen_->Show(!all.empty());
    careText_->setText(all);
    careText_->Show(careIsOpen_ && !all.empty());
}

void TreatmentRow::render(const app::TreatmentCard& treatment,
                          const std::optional<app::HoldView>& hold, bool readOnly,
                          LeftWords& words) {
    if (id_ != treatment.id) {
        leave(words);
        id_ = treatment.id;
        careIsOpen_ = false;
        lateReason_->forget();
    }
    shown_ = treatment;
    readOnly_ = readOnly;
    const std::string name =
        wide_ ? treatment.targetLabel + " · " + treatment.label : treatment.label;
    label_->setText(toWx(name));
    remove_->setWords(said("Take away {1}", {name}));
    remove_->Show(!readOnly);
    timer_->Show(treatment.timed);
    timer_->setTarget(wholeSeconds(treatment.usualSeconds));
    if (hold && hold->treatment == treatment.id) {
        timer_->run(hold->startedAt.time_since_epoch(), wholeSeconds(hold->before));
    } else {
        timer_->setHeld(wholeSeconds(treatment.seconds));
    }
    after_->Show(!wide_);
    after_->setValue(treatment.after ? std::optional{treatment.after->value()} : std::nullopt);
    show(*painBefore_, treatment.painBefore);
    show(*painAfter_, treatment.painAfter);
    fields_->render(treatment.id, treatment.dose, readOnly, words);
    wxString cautions;
    for (const app::CautionLine& caution : treatment.cautions) {
        if (caution.mark == app::CautionMark::Nothing) {
            continue;
        }
        cautions += (cautions.empty() ? "" : "\n") + toWx(caution.heading);
        if (!caution.reason.empty()) {
            cautions += ". " + said("Gone on because: {1}", {caution.reason});
        }
    }
    cautions_->setText(cautions);
    cautions_->Show(!cautions.empty());
    lateReason_->render(readOnly ? std::nullopt : treatment.unanswered);
    renderCare();
    if (!typedNote_.isWaiting() && (readOnly || !typedNote_.isRefused())) {
        note_->set(toWx(treatment.note));
    }
    note_->setReadOnly(readOnly);
    for (wxWindow* const control :
         std::initializer_list<wxWindow*>{timer_, after_, painBefore_, painAfter_}) {
        if (control->IsThisEnabled() == readOnly) {
            control->Enable(!readOnly);
        }
    }
    renderDose();
}

void TreatmentRow::leave(LeftWords& words) {
    fields_->leave(words);
    if (auto typed = typedNote_.take(); typed && id_) {
        words.leave(*typed, [edits = onEdit, id = TreatmentId{*id_}, typed = *typed] {
            edits([&](app::SessionPresenter& presenter) { presenter.care().setNote(id, typed); });
        });
    }
    forget();
}

void TreatmentRow::flush() {
    fields_->flush();
    typedNote_.flush();
}

void TreatmentRow::forget() {
    id_.reset();
    shown_.reset();
    open_ = false;
    fields_->forget();
    typedNote_.forget();
}

} // namespace palpate::gui
