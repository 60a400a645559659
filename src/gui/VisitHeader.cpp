// SPDX-License-Identifier: MIT
#include "gui/VisitHeader.h"

#include "gui/LargeControls.h"
#include "gui/Phrases.h"

#include <wx/dcbuffer.h>
#include <wx/sizer.h>

namespace palpate::gui {

namespace {

constexpr int kRoom = 440;  ///< DIP across in the narrowest window
constexpr int kTimes = 124; ///< DIP of text for the times

} // namespace

VisitHeader::VisitHeader(wxWindow* parent) : SessionSection{parent, "session.header"} {
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    Bind(wxEVT_PAINT, &VisitHeader::onPaint, this);
    auto* column = new wxBoxSizer{wxVERTICAL};
    auto* line = new wxBoxSizer{wxHORIZONTAL};
    title_ = new TextBlock{this, "session.title", {}, TextStyle::Heading};
    title_->setSingleLine();
    // Below each other with what keeps room for its focus ring.
    const int ring = FromDIP(dip::kFocusRoom);
    line->Add(title_, wxSizerFlags{1}.CentreVertical().Border(wxLEFT, ring));
    status_ = new Badge{this, "session.status", {}, Badge::Tone::Teal};
    line->Add(status_, wxSizerFlags{}.CentreVertical().Border(wxRIGHT, ring));
    column->Add(line, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(3)));
    buildLine(*column);
    buildTimes(*column);
    auto* padded = new wxBoxSizer{wxVERTICAL};
    padded->AddSpacer(FromDIP(10));
    padded->Add(column, wxSizerFlags{1}.Expand().Border(wxLEFT | wxRIGHT, FromDIP(18)));
    padded->AddSpacer(FromDIP(7));
    SetSizer(padded);
}

void VisitHeader::onPaint(wxPaintEvent&) {
    wxAutoBufferedPaintDC dc{this};
    dc.SetBackground(wxBrush{palette().panel});
    dc.Clear();
    const wxSize size = GetClientSize();
    dc.SetPen(*wxTRANSPARENT_PEN);
    dc.SetBrush(wxBrush{palette().hairline});
    dc.DrawRectangle(0, size.y - 1, size.x, 1);
}

void VisitHeader::buildLine(wxSizer& column) {
    auto* line = new wxBoxSizer{wxHORIZONTAL};
    times_ =
        new PillButton{this, "visit.times", {}, PillButton::Kind::Line, PillButton::Size::Compact};
    times_->SetToolTip(said("Day and times of this session"));
    times_->onClick = [this] { openTimes(!fields_->IsShown()); };
    line->Add(times_, wxSizerFlags{1}.CentreVertical());
    consent_ = new ChipGroup{this,
                             "visit.consent",
                             said("Consent to today's treatment"),
                             ChipGroup::Kind::Single,
                             {{said("Consent to treatment")}, {said("Declined")}},
                             ChipGroup::Size::Compact};
    consent_->onChange = [this](int chip, ChipState now) {
        edit([&](app::SessionPresenter& presenter) {
            presenter.visit().setConsent(now != ChipState::On ? std::nullopt
                                         : chip == 0          ? std::optional{TodayConsent::Given}
                                                     : std::optional{TodayConsent::Declined});
        });
    };
    const auto fit = [this] { // beside the times
        consent_->SetMinSize(consent_->sizeWithin(FromDIP(kRoom) - textPx(*this, kTimes)));
    };
    fit();
    Bind(EVT_CONTROL_HEIGHT, [fit](wxCommandEvent&) { fit(); });
    line->Add(consent_, wxSizerFlags{}.CentreVertical());
    column.Add(line, wxSizerFlags{}.Expand());
    // On a line of its own: beside times and consent there is no room for it.
    late_ = new Badge{this, "visit.late", {}, Badge::Tone::Amber};
    late_->Hide();
    column.Add(late_, wxSizerFlags{}.Left().Border(wxTOP, FromDIP(3)));
}

void VisitHeader::buildTimes(wxSizer& column) {
    fields_ = new wxPanel{
        this,          wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxBORDER_NONE,
        "visit.fields"};
    dressAsPanel(*fields_);
    auto* rows = new wxBoxSizer{wxVERTICAL};
    auto* line = new wxBoxSizer{wxHORIZONTAL};
    const auto field = [&](const wxString& name, const wxString& label, int width) {
        auto* made = new LineField{fields_, "visit." + name, label};
        made->setBefore(label);
        made->setWidth(width);
        made->keepUntilEntered();
        made->onEnter = [this] { storeTimes(); };
        made->onKey = [this](wxKeyEvent& event) {
            if (event.GetKeyCode() == WXK_ESCAPE) {
                openTimes(false);
                times_->SetFocus();
                return true;
            }
            return false;
        };
        line->Add(made, wxSizerFlags{}.CentreVertical().Border(wxRIGHT, FromDIP(6)));
        return made;
    };
    day_ = field("day", said("day"), 92);
    start_ = field("start", said("from"), 48);
    end_ = field("end", said("to"), 48);
    keep_ = new PillButton{fields_, "visit.keep", said("Set"), PillButton::Kind::Secondary,
                           PillButton::Size::Compact};
    keep_->onClick = [this] { storeTimes(); };
    line->Add(keep_, wxSizerFlags{}.CentreVertical());
    rows->Add(line, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(4)));
    problem_ = new TextBlock{
        fields_, "visit.problem", {}, TextStyle::SmallStrong, TextBlock::Ink::Warning};
    problem_->Hide();
    rows->Add(problem_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(3)));
    fields_->SetSizer(rows);
    fields_->Hide();
    column.Add(fields_, wxSizerFlags{}.Expand());
}

void VisitHeader::open(app::SessionPresenter* presenter) {
    SessionSection::open(presenter);
    fields_->Hide();
}

void VisitHeader::openTimes(bool open) {
    if (readOnly_ || !presenter_) {
        return;
    }
    fields_->Show(open);
    if (open) {
        const app::VisitView& visit = presenter_->view().visit;
        day_->set(toWx(visit.day));
        start_->set(toWx(visit.start));
        end_->set(toWx(visit.end));
        problem_->Hide();
    }
    resized();
    if (open) {
        day_->field().SetFocus();
        day_->field().SelectAll();
    }
}

void VisitHeader::storeTimes() {
    std::optional<Message> problem;
    edit([&](app::SessionPresenter& presenter) {
        problem = presenter.visit().setTimes(fromWx(day_->text()), fromWx(start_->text()),
                                             fromWx(end_->text()));
    });
    problem_->setText(problem ? said(*problem) : wxString{});
    problem_->Show(problem.has_value());
    if (!problem) {
        fields_->Hide();
        times_->SetFocus();
    }
    resized();
}

bool VisitHeader::renderConsent(const app::VisitView& visit, bool readOnly) {
    for (int chip = 0; chip < 2; ++chip) {
        const TodayConsent means = chip == 0 ? TodayConsent::Given : TodayConsent::Declined;
        const ChipState wanted = visit.consent == means ? ChipState::On : ChipState::Off;
        if (consent_->state(chip) != wanted) {
            consent_->setState(chip, wanted);
        }
    }
    enable(*consent_, !readOnly);
    return false;
}

bool VisitHeader::render(const app::SessionView& view, bool readOnly) {
    readOnly_ = readOnly;
    title_->setText(toWx(view.title));
    // The whole signature stands at the foot, where it has room.
    status_->set(view.frozen   ? said("Signed")
                 : view.holder ? said("Reading only") // the banner says who charts it
                               : toWx(view.status),
                 view.frozen ? Badge::Tone::Neutral : Badge::Tone::Teal,
                 view.frozen ? std::optional{Icon::Lock} : std::nullopt);
    times_->setText(toWx(view.visit.timesText));
    times_->setWords(said("Day and times: {1}", {view.visit.timesText}));
    late_->set(toWx(view.visit.lateText), Badge::Tone::Amber);
    bool changed = late_->Show(!view.visit.lateText.empty());
    if (readOnly && fields_->IsShown()) {
        fields_->Hide();
        changed = true;
    }
    return renderConsent(view.visit, readOnly) || changed;
}

} // namespace palpate::gui
