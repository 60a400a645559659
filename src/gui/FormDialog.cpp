// SPDX-License-Identifier: MIT
#include "gui/FormDialog.h"

#include "domain/Error.h"
#include "gui/Phrases.h"
#include "gui/Theme.h"

#include <wx/display.h>
#include <wx/panel.h>

#include <algorithm>

namespace palpate::gui {

namespace {

constexpr int kBarRoom = 10; ///< DIP

} // namespace

FormDialog::FormDialog(wxWindow* parent, const wxString& name, const wxString& title,
                       const wxString& acceptText, int widthDip)
    : wxDialog{parent, wxID_ANY, title, wxDefaultPosition, wxDefaultSize, wxDEFAULT_DIALOG_STYLE,
               name},
      width_{FromDIP(widthDip)} {
    auto* whole = new wxBoxSizer{wxVERTICAL};
    ground_ = new wxPanel{this,
                          wxID_ANY,
                          wxDefaultPosition,
                          wxDefaultSize,
                          wxTAB_TRAVERSAL | wxBORDER_NONE,
                          name + ".ground"};
    dressAsPanel(*this);
    dressAsPanel(*ground_);
    whole->Add(ground_, wxSizerFlags{1}.Expand());
    SetSizer(whole);

    auto* column = new wxBoxSizer{wxVERTICAL};
    column->Add(new TextBlock{ground_, name + ".title", title, TextStyle::Heading},
                wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(14)));
    scroller_ = new wxScrolledWindow{ground_,
                                     wxID_ANY,
                                     wxDefaultPosition,
                                     wxDefaultSize,
                                     wxVSCROLL | wxTAB_TRAVERSAL | wxBORDER_NONE,
                                     name + ".scroller"};
    scroller_->SetScrollRate(0, FromDIP(8));
    dressAsPanel(*scroller_);
    // One child only: GTK complains about hidden ones when it scrolls.
    sheet_ = new wxPanel{scroller_,
                         wxID_ANY,
                         wxDefaultPosition,
                         wxDefaultSize,
                         wxTAB_TRAVERSAL | wxBORDER_NONE,
                         name + ".fields"};
    dressAsPanel(*sheet_);
    auto* outer = new wxBoxSizer{wxVERTICAL};
    // The scroll bar lies over the content's edge.
    outer->Add(sheet_, wxSizerFlags{1}.Expand().Border(wxRIGHT, FromDIP(kBarRoom)));
    scroller_->SetSizer(outer);
    fields_ = new wxBoxSizer{wxVERTICAL};
    sheet_->SetSizer(fields_);
    column->Add(scroller_, wxSizerFlags{1}.Expand());
    problems_ = new TextBlock{
        ground_, name + ".problems", {}, TextStyle::ControlStrong, TextBlock::Ink::Danger};
    problems_->Hide();
    column->Add(problems_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(10)));
    auto* buttons = new wxBoxSizer{wxHORIZONTAL};
    cancel_ = new PillButton{ground_, name + ".cancel", said("Cancel")};
    accept_ = new PillButton{ground_, name + ".accept", acceptText, PillButton::Kind::Primary};
    buttons->AddStretchSpacer();
    buttons->Add(cancel_, wxSizerFlags{}.Border(wxRIGHT, FromDIP(10)));
    buttons->Add(accept_, wxSizerFlags{}.Border(wxRIGHT, FromDIP(kBarRoom)));
    column->Add(buttons, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(18)));
    auto* padded = new wxBoxSizer{wxVERTICAL};
    padded->Add(column, wxSizerFlags{1}.Expand().Border(wxALL, FromDIP(22)));
    ground_->SetSizer(padded);

    cancel_->onClick = [this] { EndModal(wxID_CANCEL); };
    accept_->onClick = [this] { tryAccept(); };
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        const int key = event.GetKeyCode();
        if (key == WXK_ESCAPE && !event.HasAnyModifiers()) {
            EndModal(wxID_CANCEL);
            return;
        }
        if ((key == WXK_RETURN || key == WXK_NUMPAD_ENTER) && !event.ShiftDown()) {
            const auto* field = dynamic_cast<wxTextCtrl*>(FindFocus());
            const bool inLines = field != nullptr && field->IsMultiLine() && !event.ControlDown();
            const bool onButton = dynamic_cast<PillButton*>(FindFocus()) != nullptr;
            if (field != nullptr ? !inLines : !onButton && event.ControlDown()) {
                tryAccept();
                return;
            }
        }
        event.Skip();
    });
    Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent&) { EndModal(wxID_CANCEL); });
}

wxBoxSizer* FormDialog::addRow() {
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    fields_->Add(row, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(10)));
    return row;
}

void FormDialog::addLabelled(wxSizer& row, const wxString& label, wxWindow* control, int share) {
    auto* column = new wxBoxSizer{wxVERTICAL};
    if (!label.empty()) {
        auto* words = new TextBlock{sheet_, control->GetName() + ".label", label,
                                    TextStyle::SmallStrong, TextBlock::Ink::Muted};
        column->Add(words, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(2)));
    }
    column->Add(control, wxSizerFlags{1}.Expand());
    const bool first = row.GetItemCount() == 0;
    row.Add(column, wxSizerFlags{share}.Expand().Border(wxLEFT, first ? 0 : FromDIP(12)));
}

wxTextCtrl* FormDialog::addField(wxSizer& row, const wxString& name, const wxString& label,
                                 int share, long style, const wxString& hint) {
    auto* field = new wxTextCtrl{sheet_, wxID_ANY,           {},  wxDefaultPosition, wxDefaultSize,
                                 style,  wxDefaultValidator, name};
    field->SetFont(font(TextStyle::Body));
    if (isDark()) { // the desktop's own dark fields are of another hue than our panels
        field->SetBackgroundColour(palette().page);
        field->SetForegroundColour(palette().ink);
    }
    field->SetMinSize({FromDIP(60), (style & wxTE_MULTILINE) != 0 ? FromDIP(64) : FromDIP(34)});
    field->SetHint(hint);
    setAccessible(*field, label, hint);
    addLabelled(row, label, field, share);
    return field;
}

void FormDialog::showProblems(const wxString& sentences) {
    problems_->setText(sentences);
    problems_->Show(!sentences.empty());
    refit();
}

void FormDialog::fitHeight() {
    sheet_->InvalidateBestSize();
    ground_->InvalidateBestSize();
    const int most = wxDisplay{this}.GetClientArea().height - FromDIP(230);
    const int wanted = fields_->CalcMin().y;
    scroller_->SetMinSize({-1, std::min(wanted, most)});
    const int height = ground_->GetSizer()->CalcMin().y;
    if (height != GetClientSize().y || GetClientSize().x != width_) {
        SetClientSize(width_, height);
    }
    Layout();
    ground_->Layout();
    scroller_->FitInside();
    scroller_->Layout();
    sheet_->Layout();
}

void FormDialog::refit() {
    fitHeight();
    // Texts and chips have wrapped by then: only now is their height known.
    CallAfter([this] { fitHeight(); });
}

void FormDialog::finish(wxWindow* first) {
    // The buttons come last in the order of Tab although they were made first.
    cancel_->MoveAfterInTabOrder(ground_->GetChildren().GetLast()->GetData());
    accept_->MoveAfterInTabOrder(cancel_);
    SetClientSize(width_, FromDIP(400));
    Layout();
    fitHeight();
    fitHeight(); // at this width everything has wrapped
    CentreOnParent();
    CallAfter([this, first] {
        fitHeight();
        CentreOnParent();
        if (first != nullptr) {
            first->SetFocus();
        }
    });
}

void FormDialog::tryAccept() {
    try {
        const std::vector<Message> problems = accept();
        if (problems.empty()) {
            EndModal(wxID_OK);
        } else {
            showProblems(saidLines(problems));
        }
    } catch (const Error& error) {
        showProblems(said(error));
    }
}

} // namespace palpate::gui
