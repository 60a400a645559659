// SPDX-License-Identifier: MIT
#include "gui/CheckPane.h"

#include "app/Checking.h"
#include "app/Prompter.h"
#include "domain/Error.h"
#include "gui/Card.h"
#include "gui/Guarded.h"
#include "gui/Phrases.h"
#include "gui/PillButton.h"
#include "gui/ProgressLine.h"
#include "gui/RowList.h"
#include "gui/SectionHeading.h"
#include "gui/TextBlock.h"

#include <wx/sizer.h>

#include <algorithm>

namespace palpate::gui {

namespace {

constexpr std::size_t kProgressSteps = 1000;
constexpr int kFaultWidth = 420; ///< DIP: of what was found, beside the checks

[[nodiscard]] wxString foundText(const app::CheckLine& check) {
    if (check.faultCount == 0) {
        return said("Nothing is wrong; {1} looked at.", {std::to_string(check.examined)});
    }
    wxString text;
    for (const auto& fault : check.faults) {
        text += (text.empty() ? wxString{} : wxString{"\n"}) + toWx(fault);
    }
    const auto shown = static_cast<std::int64_t>(check.faults.size());
    if (check.faultCount > shown) {
        text += "\n" + said("… and {1} more.", {std::to_string(check.faultCount - shown)});
    }
    return text;
}

[[nodiscard]] ListRow rowOf(const app::CheckLine& check) {
    ListRow row;
    row.title = toWx(check.title);
    row.lines = {check.faultCount == 0
                     ? said("{1} looked at", {std::to_string(check.examined)})
                     : toWx(check.faults.empty() ? std::string{} : check.faults.front())};
    row.badge = check.faultCount == 0   ? said("sound")
                : check.faultCount == 1 ? said("1 fault")
                                        : said("{1} faults", {std::to_string(check.faultCount)});
    row.tone = check.faultCount == 0 ? Badge::Tone::Teal : Badge::Tone::Red;
    return row;
}

} // namespace

CheckPane::CheckPane(wxWindow* parent, app::Clinic& clinic, app::Prompter& prompter)
    : wxPanel{parent,
              wxID_ANY,
              wxDefaultPosition,
              wxDefaultSize,
              wxTAB_TRAVERSAL | wxBORDER_NONE,
              "checkPane"},
      prompter_{prompter} {
    dressAsPage(*this);
    checking_ = std::make_unique<app::Checking>(clinic, [this] {
        // From the thread beside: the event is kept until this one has time for it.
        CallAfter([this] { guarded([this] { checking_->deliver(); }); });
    });
    auto* column = new wxBoxSizer{wxVERTICAL};
    buildTop(*column);
    buildChecks(*column);
    auto* padded = new wxBoxSizer{wxVERTICAL};
    padded->Add(column, wxSizerFlags{1}.Expand().Border(wxALL, FromDIP(16)));
    SetSizer(padded);
    wire();
    render();
}

CheckPane::~CheckPane() {
    checking_.reset();
}

void CheckPane::buildTop(wxSizer& column) {
    auto* card = new Card{this, "check.top", Card::Look::Raised, wxVERTICAL, 18};
    auto* top = new wxBoxSizer{wxHORIZONTAL};
    verdict_ = new TextBlock{card, "check.verdict", {}, TextStyle::Heading};
    top->Add(verdict_, wxSizerFlags{1}.CentreVertical());
    save_ = new PillButton{card, "check.save", said("Save what was found …")};
    stop_ = new PillButton{card, "check.stop", said("Stop")};
    stop_->setWords(said("Stop the check"));
    check_ = new PillButton{card, "check.begin", said("Check now"), PillButton::Kind::Primary};
    for (PillButton* const button : {save_, stop_, check_}) {
        top->Add(button, wxSizerFlags{}.CentreVertical().Border(wxLEFT, FromDIP(12)));
    }
    card->content().Add(top, wxSizerFlags{}.Expand());
    doing_ = new TextBlock{card, "check.doing", said("Checking … You can go on working meanwhile."),
                           TextStyle::Control, TextBlock::Ink::Muted};
    card->content().Add(doing_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(8)));
    progress_ = new ProgressLine{card, "check.progress"};
    card->content().Add(progress_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(6)));
    told_ = new TextBlock{card, "check.told", {}, TextStyle::Control};
    told_->Hide();
    card->content().Add(told_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(8)));
    card->content().Add(
        new TextBlock{card, "check.what",
                      said("Reads every page of the encrypted file, every signature and the whole "
                           "audit trail, and changes nothing. On a large clinic it takes half a "
                           "minute."),
                      TextStyle::Small, TextBlock::Ink::Muted},
        wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(10)));
    column.Add(card, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(14)));
}

void CheckPane::buildChecks(wxSizer& column) {
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    auto* left = new Card{this, "check.checks", Card::Look::Raised, wxVERTICAL, 1};
    left->content().Add(new SectionHeading{left, "check.heading", said("What was checked")},
                        wxSizerFlags{}.Expand().Border(wxALL, FromDIP(14)));
    list_ = new RowList{left, "check.list", said("What was checked"), 1};
    left->content().Add(list_, wxSizerFlags{1}.Expand().Border(wxBOTTOM, FromDIP(8)));
    row->Add(left, wxSizerFlags{1}.Expand());
    auto* right = new Card{this, "check.found", Card::Look::Raised, wxVERTICAL, 18};
    title_ = new TextBlock{right, "check.title", {}, TextStyle::BodyStrong};
    right->content().Add(title_, wxSizerFlags{}.Expand());
    found_ = new TextBlock{right, "check.faults", {}, TextStyle::Body};
    right->content().Add(found_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(10)));
    toDoHeading_ = new SectionHeading{right, "check.toDoHeading", said("What to do")};
    right->content().Add(toDoHeading_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(16)));
    toDo_ = new TextBlock{right, "check.toDo", {}, TextStyle::Body};
    right->content().Add(toDo_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(8)));
    right->SetMinSize({FromDIP(kFaultWidth), -1});
    row->Add(right, wxSizerFlags{}.Expand().Border(wxLEFT, FromDIP(14)));
    column.Add(row, wxSizerFlags{1}.Expand());
}

void CheckPane::wire() {
    checking_->onChange = [this] { render(); };
    check_->onClick = [this] {
        tell({}, true);
        checking_->begin();
    };
    stop_->onClick = [this] { checking_->stop(); };
    save_->onClick = [this] { save(); };
    list_->onOpen = [this](int row) { showCheck(row); };
}

void CheckPane::renew() {
    render();
}

void CheckPane::render() {
    const app::CheckView& view = checking_->view();
    verdict_->setText(toWx(view.verdict));
    verdict_->setInk(view.isSound ? TextBlock::Ink::Normal : TextBlock::Ink::Danger);
    check_->Enable(!view.isRunning);
    stop_->Show(view.isRunning);
    save_->Enable(!view.checks.empty() && !view.isRunning);
    doing_->Show(view.isRunning);
    progress_->Show(view.isRunning);
    progress_->set(static_cast<std::size_t>(view.share * kProgressSteps), kProgressSteps,
                   doing_->text());
    if (view.problem) {
        tell(toWx(*view.problem), false);
    }
    renderChecks();
    Layout();
    verdict_->GetParent()->Layout();
}

void CheckPane::renderChecks() {
    const app::CheckView& view = checking_->view();
    std::vector<ListRow> rows;
    std::transform(view.checks.begin(), view.checks.end(), std::back_inserter(rows), rowOf);
    if (rows != rows_) {
        rows_ = rows;
        const auto wrong = std::ranges::find_if(
            view.checks, [](const app::CheckLine& check) { return check.faultCount > 0; });
        list_->setRows(std::move(rows));
        const auto at = wrong == view.checks.end() ? 0 : wrong - view.checks.begin();
        showCheck(static_cast<int>(at));
    }
    list_->GetParent()->Show(!view.checks.empty());
    title_->GetParent()->Show(!view.checks.empty());
}

void CheckPane::showCheck(int row) {
    const auto& checks = checking_->view().checks;
    const auto index = static_cast<std::size_t>(row);
    if (row < 0 || index >= checks.size()) {
        return;
    }
    const app::CheckLine& check = checks[index];
    list_->setCurrent(row);
    title_->setText(toWx(check.title));
    found_->setText(foundText(check));
    found_->setInk(check.faultCount == 0 ? TextBlock::Ink::Good : TextBlock::Ink::Danger);
    toDo_->setText(toWx(app::whatToDo(check.id)));
    toDo_->Show(check.faultCount > 0);
    toDoHeading_->Show(check.faultCount > 0);
    title_->GetParent()->Layout();
}

void CheckPane::save() {
    const auto file = prompter_.chooseSaveFile({tr("Save what the check found"), {}}, "check.txt");
    if (!file) {
        return;
    }
    try {
        checking_->save(*file);
        tell(said("Saved as {1}.", {file->string()}), true);
    } catch (const Error& error) {
        tell(said(error), false);
    }
}

void CheckPane::tell(const wxString& sentence, bool good) {
    told_->setText(sentence);
    told_->setInk(good ? TextBlock::Ink::Good : TextBlock::Ink::Danger);
    told_->Show(!sentence.empty());
    told_->GetParent()->Layout();
}

} // namespace palpate::gui
