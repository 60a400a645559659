// SPDX-License-Identifier: MIT
#include "gui/FormEditor.h"

#include "gui/Bar.h"
#include "gui/FormPane.h"
#include "gui/Phrases.h"
#include "gui/PillButton.h"
#include "gui/ProgressLine.h"
#include "gui/TextBlock.h"
#include "gui/Theme.h"

#include <wx/sizer.h>

#include <algorithm>
#include <utility>

namespace palpate::gui {

namespace {

constexpr std::size_t kGapsTold = 3;

} // namespace

FormEditor::FormEditor(wxWindow* parent, app::Clinic& clinic, app::Prompter& prompter)
    : wxPanel{
          parent,      wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxBORDER_NONE,
          "formEditor"} {
    dressAsPanel(*this);
    auto* column = new wxBoxSizer{wxVERTICAL};
    buildHead(*column);
    pane_ = new FormPane{this, "formEditor.form", clinic, prompter};
    pane_->onRendered = [this] { render(); };
    column->Add(pane_, wxSizerFlags{1}.Expand());
    buildFoot(*column);
    SetSizer(column);
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        const int key = event.GetKeyCode();
        const bool enter = key == WXK_RETURN || key == WXK_NUMPAD_ENTER;
        if (enter && event.GetModifiers() == wxMOD_CONTROL && form_ && !form_->view().completed) {
            complete();
        } else {
            event.Skip();
        }
    });
}

FormEditor::~FormEditor() {
    pane_->open(nullptr); // it goes after the form
}

void FormEditor::buildHead(wxSizer& column) {
    auto* head = new Bar{this, "formEditor.head", wxBOTTOM};
    auto* rows = new wxBoxSizer{wxVERTICAL};
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    back_ = new PillButton{head, "formEditor.back", toWx("‹ ") + said("All forms"),
                           PillButton::Kind::Quiet};
    back_->setWords(said("Back to all forms; the answers are stored already"));
    back_->onClick = [this] { onBack(); };
    row->Add(back_, wxSizerFlags{}.CentreVertical());
    title_ = new TextBlock{head, "formEditor.title", {}, TextStyle::Heading};
    title_->setSingleLine();
    row->Add(title_, wxSizerFlags{1}.CentreVertical().Border(wxLEFT, FromDIP(10)));
    progress_ = new TextBlock{
        head, "formEditor.progressText", {}, TextStyle::Control, TextBlock::Ink::Muted};
    progress_->setSingleLine();
    row->Add(progress_, wxSizerFlags{}.CentreVertical().Border(wxLEFT, FromDIP(12)));
    line_ = new ProgressLine{head, "formEditor.progress"};
    row->Add(line_, wxSizerFlags{}.CentreVertical().Border(wxLEFT | wxRIGHT, FromDIP(10)));
    const auto button = [&](const wxString& name, const wxString& words,
                            std::function<void()> FormEditor::*act) {
        auto* made = new PillButton{head, name, words};
        made->onClick = [this, act] { (this->*act)(); };
        row->Add(made, wxSizerFlags{}.CentreVertical().Border(wxLEFT, FromDIP(6)));
        return made;
    };
    handOver_ = button("formEditor.handOver", said("Hand over …"), &FormEditor::onHandOver);
    handOver_->setWords(said("Hand the screen over to the patient with this form"));
    print_ = button("formEditor.print", said("Print …"), &FormEditor::onPrint);
    putAway_ = button("formEditor.putAway", said("Put away …"), &FormEditor::onPutAway);
    rows->Add(row, wxSizerFlags{}.Expand());
    case_ = new TextBlock{
        head, "formEditor.case", {}, TextStyle::ControlStrong, TextBlock::Ink::Accent};
    rows->Add(case_, wxSizerFlags{}.Expand().Border(wxLEFT | wxTOP, FromDIP(6)));
    about_ = new TextBlock{head, "formEditor.about", {}, TextStyle::Control, TextBlock::Ink::Muted};
    rows->Add(about_, wxSizerFlags{}.Expand().Border(wxLEFT | wxTOP, FromDIP(6)));
    auto* padded = new wxBoxSizer{wxVERTICAL};
    padded->Add(rows, wxSizerFlags{}.Expand().Border(wxALL, FromDIP(8)));
    head->SetSizer(padded);
    column.Add(head, wxSizerFlags{}.Expand());
}

void FormEditor::buildFoot(wxSizer& column) {
    foot_ = new Bar{this, "formEditor.foot", wxTOP};
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    auto* words = new wxBoxSizer{wxVERTICAL};
    told_ = new TextBlock{
        foot_, "formEditor.told", {}, TextStyle::ControlStrong, TextBlock::Ink::Danger};
    told_->Hide();
    words->Add(told_, wxSizerFlags{}.Expand());
    sources_ =
        new TextBlock{foot_, "formEditor.sources", {}, TextStyle::Small, TextBlock::Ink::Muted};
    words->Add(sources_, wxSizerFlags{}.Expand());
    row->Add(words, wxSizerFlags{1}.CentreVertical().Border(wxALL, FromDIP(10)));
    complete_ =
        new PillButton{foot_, "formEditor.complete", said("Complete"), PillButton::Kind::Primary};
    complete_->setWords(said("Complete the form: its answers are fixed then"));
    complete_->setKeyHint("Ctrl Enter");
    complete_->onClick = [this] { complete(); };
    row->Add(complete_, wxSizerFlags{}.CentreVertical().Border(wxALL, FromDIP(10)));
    foot_->SetSizer(row);
    column.Add(foot_, wxSizerFlags{}.Expand());
}

void FormEditor::open(std::unique_ptr<app::FormPresenter> form, const std::string& caseTitle) {
    pane_->open(nullptr);
    form_ = std::move(form);
    tell({});
    case_->setText(said("Case: {1}", {caseTitle}));
    case_->Show(!caseTitle.empty());
    about_->setText(toWx(form_->view().about));
    about_->Show(!form_->view().about.empty());
    pane_->open(form_.get());
    Layout();
}

std::unique_ptr<app::FormPresenter> FormEditor::release() {
    flush();
    pane_->open(nullptr);
    if (form_) {
        form_->onChange = nullptr;
    }
    return std::move(form_);
}

void FormEditor::close() {
    static_cast<void>(release());
}

void FormEditor::flush() {
    if (form_) {
        pane_->flush();
    }
}

void FormEditor::focusFirst() {
    if (form_ && form_->view().completed) {
        back_->SetFocus();
    } else {
        pane_->focusFirst();
    }
}

void FormEditor::render() {
    if (!form_) {
        return;
    }
    const app::FormView& view = form_->view();
    title_->setText(toWx(view.title)); // in the language that is chosen
    wxString progress = toWx(view.progressText);
    if (view.completed) {
        progress = said("Completed");
    }
    if (progress_->text() != progress) {
        progress_->setText(progress);
        progress_->GetParent()->Layout();
    }
    line_->set(view.answered, view.asked, progress);
    wxString sources = toWx(view.sourcesText);
    for (const std::string& lost : view.leftOut) {
        sources +=
            (sources.empty() ? "" : "\n") + said("No place in the form any more: {1}", {lost});
    }
    sources_->setText(sources);
    for (wxWindow* const open : std::initializer_list<wxWindow*>{complete_, handOver_, putAway_}) {
        if (open->IsShown() == view.completed) {
            open->Show(!view.completed);
            open->GetParent()->Layout();
        }
    }
}

void FormEditor::tell(const wxString& sentence) {
    told_->setText(sentence);
    told_->Show(!sentence.empty());
    Layout();
    foot_->Layout();
}

void FormEditor::complete() {
    pane_->flush();
    const auto gaps = form_->complete();
    if (gaps.empty()) {
        tell({});
        onCompleted();
        return;
    }
    std::vector<Message> first;
    for (std::size_t i = 0; i < std::min(gaps.size(), kGapsTold); ++i) {
        first.push_back(gaps[i].second);
    }
    wxString sentence = saidLines(first);
    if (gaps.size() > kGapsTold) {
        sentence += "\n" + said("and {1} more", {std::to_string(gaps.size() - kGapsTold)});
    }
    tell(sentence);
    pane_->goTo(gaps.front().first);
}

} // namespace palpate::gui
