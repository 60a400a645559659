// SPDX-License-Identifier: MIT
#include "gui/HandOverPage.h"

#include "app/Clinic.h"
#include "app/HandedOver.h"
#include "app/PatientsPart.h"
#include "domain/Error.h"
#include "gui/FormPane.h"
#include "gui/LargeControls.h"
#include "gui/LeaveDialog.h"
#include "gui/Phrases.h"
#include "gui/PillButton.h"
#include "gui/ProgressLine.h"
#include "gui/TextBlock.h"
#include "gui/Theme.h"

#include <wx/clipbrd.h>
#include <wx/dataobj.h>
#include <wx/sizer.h>

#include <utility>
#include <vector>

namespace palpate::gui {

namespace {

constexpr int kHead = 720; ///< DIP, as wide as the questions
constexpr int kMargin = 24;

[[nodiscard]] wxPanel* newPanel(wxWindow* parent, const wxString& name) {
    auto* made = new wxPanel{
        parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxBORDER_NONE, name};
    dressAsPanel(*made);
    made->Bind(wxEVT_SYS_COLOUR_CHANGED, [made](wxSysColourChangedEvent& event) {
        dressAsPanel(*made);
        event.Skip();
    });
    return made;
}

} // namespace

HandOverPage::HandOverPage(wxWindow* parent, app::Clinic& clinic, app::Prompter& prompter)
    : wxPanel{parent,
              wxID_ANY,
              wxDefaultPosition,
              wxDefaultSize,
              wxTAB_TRAVERSAL | wxBORDER_NONE,
              "handOver"},
      clinic_{clinic}, prompter_{prompter} {
    dressAsPanel(*this);
    book_ = new wxSimplebook{this,          wxID_ANY,      wxDefaultPosition,
                             wxDefaultSize, wxBORDER_NONE, "handOver.pages"};
    buildQuestions();
    buildThanks();
    book_->AddPage(questions_, {});
    book_->AddPage(thanks_, {});
    auto* column = new wxBoxSizer{wxVERTICAL};
    column->Add(book_, wxSizerFlags{1}.Expand());
    SetSizer(column);
    Hide();
}

HandOverPage::~HandOverPage() {
    letGoOfSelection();
    pane_->open(nullptr); // it goes after the form
}

void HandOverPage::buildQuestions() {
    questions_ = newPanel(book_, "handOver.questions");
    auto* column = new wxBoxSizer{wxVERTICAL};
    auto* head = new wxBoxSizer{wxVERTICAL};
    auto* top = new wxBoxSizer{wxHORIZONTAL};
    greeting_ = new TextBlock{questions_, "handOver.greeting", {}, TextStyle::Number};
    top->Add(greeting_, wxSizerFlags{1}.CentreVertical());
    leave_ = new PillButton{questions_, "handOver.leave", said("Practitioner …"),
                            PillButton::Kind::Quiet};
    leave_->setWords(said("For the practitioner: back to the record, with the password"));
    leave_->onClick = [this] { askToLeave(); };
    top->Add(leave_, wxSizerFlags{}.CentreVertical());
    head->Add(top, wxSizerFlags{}.Expand());
    title_ = new TextBlock{questions_, "handOver.title", {}, TextStyle::Heading};
    head->Add(title_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(4)));
    auto* done = new wxBoxSizer{wxHORIZONTAL};
    line_ = new ProgressLine{questions_, "handOver.progress"};
    done->Add(line_, wxSizerFlags{1}.CentreVertical());
    progress_ = new TextBlock{
        questions_, "handOver.progressText", {}, TextStyle::Control, TextBlock::Ink::Muted};
    progress_->setSingleLine();
    done->Add(progress_, wxSizerFlags{}.CentreVertical().Border(wxLEFT, FromDIP(12)));
    head->Add(done, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(10)));
    head->SetMinSize({textPx(*this, kHead), -1});
    auto* padded = new wxBoxSizer{wxVERTICAL};
    padded->Add(head, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(20)));
    auto* centred = new wxBoxSizer{wxHORIZONTAL};
    centred->AddStretchSpacer();
    centred->Add(padded, wxSizerFlags{});
    centred->AddStretchSpacer();
    column->Add(centred, wxSizerFlags{}.Expand());
    pane_ = new FormPane{questions_, "handOver.form", clinic_, prompter_, FormReader::Patient};
    pane_->onRendered = [this] { render(); };
    column->Add(pane_, wxSizerFlags{1}.Expand().Border(wxTOP, FromDIP(6)));
    problem_ =
        new TextBlock{questions_, "handOver.problem", {}, TextStyle::Name, TextBlock::Ink::Danger};
    problem_->Hide();
    auto* foot = new wxBoxSizer{wxVERTICAL};
    foot->Add(problem_, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(8)));
    auto* ways = new wxBoxSizer{wxHORIZONTAL};
    back_ = new PillButton{questions_, "handOver.back", said("Back"), PillButton::Kind::Secondary,
                           PillButton::Size::Large};
    back_->onClick = [this] { back(); };
    back_->SetMinSize({textPx(*this, 140), -1});
    ways->Add(back_);
    ways->AddStretchSpacer();
    next_ = new PillButton{questions_, "handOver.next", said("Next"), PillButton::Kind::Primary,
                           PillButton::Size::Large};
    next_->onClick = [this] { forth(); };
    next_->SetMinSize({textPx(*this, 220), -1});
    ways->Add(next_);
    foot->Add(ways, wxSizerFlags{}.Expand());
    foot->SetMinSize({textPx(*this, kHead), -1});
    auto* footRow = new wxBoxSizer{wxHORIZONTAL};
    footRow->AddStretchSpacer();
    footRow->Add(foot, wxSizerFlags{}.Border(wxTOP | wxBOTTOM, FromDIP(14)));
    footRow->AddStretchSpacer();
    column->Add(footRow, wxSizerFlags{}.Expand());
    questions_->SetSizer(column);
}

void HandOverPage::buildThanks() {
    thanks_ = newPanel(book_, "handOver.thanks");
    auto* column = new wxBoxSizer{wxVERTICAL};
    column->AddStretchSpacer(2);
    thankYou_ = new TextBlock{thanks_, "handOver.thankYou", {}, TextStyle::Number};
    thankYou_->setAlign(TextAlign::Centre);
    column->Add(thankYou_, wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT, FromDIP(kMargin)));
    auto* words = new TextBlock{
        thanks_, "handOver.giveBack",
        said("Your answers are stored. Please give the screen back to your therapist."),
        TextStyle::Name, TextBlock::Ink::Muted};
    words->setAlign(TextAlign::Centre);
    column->Add(words, wxSizerFlags{}.Expand().Border(wxALL, FromDIP(kMargin)));
    leaveAtEnd_ = new PillButton{thanks_, "handOver.leaveAtEnd", said("For the practitioner …"),
                                 PillButton::Kind::Secondary, PillButton::Size::Large};
    leaveAtEnd_->setWords(said("For the practitioner: back to the record, with the password"));
    leaveAtEnd_->onClick = [this] { askToLeave(); };
    column->Add(leaveAtEnd_, wxSizerFlags{}.CentreHorizontal());
    column->AddStretchSpacer(3);
    thanks_->SetSizer(column);
}

void HandOverPage::open(std::unique_ptr<app::FormPresenter> form) {
    const wxString greeting = toWx(app::handOverGreeting(clinic_, form->subject().patient));
    form->fillIn(FilledBy::Patient);
    form_ = std::move(form);
    emptyClipboard();
    greeting_->setText(greeting);
    thankYou_->setText(said("Thank you"));
    problem_->Hide();
    hadLargeControls_ = hasLargeControls();
    setLargeControls(true);
    book_->ChangeSelection(Questions);
    Show();
    pane_->open(form_.get(), true);
    Layout();
    questions_->Layout();
    CallAfter([this] { pane_->focusFirst(); });
}

void HandOverPage::render() {
    if (!form_) {
        return;
    }
    const app::FormView& view = form_->view();
    title_->setText(toWx(view.title)); // its description is meant for the practitioner
    const std::size_t steps = pane_->stepCount();
    const std::size_t step = pane_->step();
    const wxString words =
        steps > 1 ? said("Part {1} of {2}", {std::to_string(step + 1), std::to_string(steps)}) +
                        toWx(" · " + view.progressText)
                  : toWx(view.progressText);
    line_->set(view.answered, view.asked, words);
    progress_->setText(words);
    back_->Show(step > 0);
    next_->setText(step + 1 < steps ? said("Next") : said("Done"));
    questions_->Layout();
}

void HandOverPage::back() {
    problem_->Hide();
    pane_->showStep(pane_->step() - 1);
    pane_->focusFirst();
}

void HandOverPage::forth() {
    problem_->Hide();
    if (pane_->step() + 1 < pane_->stepCount()) {
        pane_->showStep(pane_->step() + 1);
        pane_->focusFirst();
        return;
    }
    finishForm();
}

void HandOverPage::finishForm() {
    pane_->flush();
    std::vector<forms::FormPlace> gaps;
    if (app::awaitsFile(form_->view())) { // the practitioner adds it, and completes the form
        gaps = app::openForPatient(*form_);
    } else {
        for (const auto& [place, words] : form_->complete()) {
            gaps.push_back(place);
        }
    }
    if (!gaps.empty()) {
        problem_->setText(gaps.size() == 1 ? said("One answer is still missing or not right yet.")
                                           : said("{1} answers are still missing or not right yet.",
                                                  {std::to_string(gaps.size())}));
        problem_->Show();
        questions_->Layout();
        pane_->goTo(gaps.front());
        return;
    }
    book_->ChangeSelection(Thanks);
    thanks_->Layout();
    thanks_->SetFocus();
}

bool HandOverPage::askToLeave() {
    if (isAsking_) {
        return false;
    }
    const Unstored before = unstoredWords();
    isAsking_ = true;
    LeaveDialog dialog{wxGetTopLevelParent(this), clinic_, hint_, before.told};
    const bool left = dialog.ShowModal() == wxID_OK;
    isAsking_ = false;
    if (!left) {
        return false;
    }
    wxString lost = before.told;
    if (!before.areGone && !lost.empty()) { // there may be room again by now
        lost = unstoredWords().told;
    }
    if (lost.empty()) { // where the words can't be stored, that can't be either
        lost = giveBack();
    }
    pane_->open(nullptr);
    form_.reset();
    setLargeControls(hadLargeControls_);
    Hide();
    // The button that asked is in the page, and its press is not over yet.
    CallAfter([this, lost] { onLeft(lost); });
    return true;
}

HandOverPage::Unstored HandOverPage::unstoredWords() {
    const auto told = [](const Error& error) {
        return said("The last words that were typed are not stored.") + " " + said(error);
    };
    try {
        flush();
    } catch (const EditRefused& refusal) {
        return {told(refusal), true}; // the refusal names them
    } catch (const Error& error) {
        return {told(error), false};
    }
    return {};
}

wxString HandOverPage::giveBack() {
    try {
        if (!form_->view().completed) {
            form_->fillIn(FilledBy::Practitioner);
        }
    } catch (const Error& error) {
        return said(error);
    }
    return {};
}

void HandOverPage::sayFault() {
    if (!form_ || book_->GetSelection() != static_cast<int>(Questions)) {
        return;
    }
    problem_->setText(said("Something could not be stored. Please tell your therapist."));
    problem_->Show();
    questions_->Layout();
}

void HandOverPage::emptyClipboard() {
    // What the practitioner copied may be another patient's, and pasting has many ways (keys, the
    // middle button, the menu of each native field): emptied, none of them brings anything. Ours
    // to own with an empty text, since clearing takes away only what this program put there.
    for (const bool primary : {true, false}) {
        wxTheClipboard->UsePrimarySelection(primary);
        if (wxTheClipboard->Open()) {
            wxTheClipboard->SetData(new wxTextDataObject{}); // the clipboard takes it
            wxTheClipboard->Close();
        }
    }
}

void HandOverPage::letGoOfSelection() {
    // At its end the toolkit lets go of the clipboard's data only, not of the selection's.
    wxTheClipboard->UsePrimarySelection(true);
    if (wxTheClipboard->Open()) {
        wxTheClipboard->Clear();
        wxTheClipboard->Close();
    }
    wxTheClipboard->UsePrimarySelection(false);
}

void HandOverPage::flush() {
    if (form_) {
        pane_->flush();
    }
}

bool HandOverPage::swallows(const wxKeyEvent& event) const {
    const int key = event.GetKeyCode();
    const bool isFunction = key >= WXK_F1 && key <= WXK_F24;
    // What edits a field stays: select all, copy, paste, cut, undo.
    const bool edits = key == 'A' || key == 'C' || key == 'V' || key == 'X' || key == 'Z' ||
                       key == WXK_LEFT || key == WXK_RIGHT || key == WXK_HOME || key == WXK_END ||
                       key == WXK_BACK || key == WXK_DELETE || key == WXK_TAB;
    return isFunction || key == WXK_ESCAPE || event.AltDown() || (event.ControlDown() && !edits);
}

} // namespace palpate::gui
