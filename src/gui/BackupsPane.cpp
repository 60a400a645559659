// SPDX-License-Identifier: MIT
#include "gui/BackupsPane.h"

#include "app/Backups.h"
#include "app/Prompter.h"
#include "domain/Error.h"
#include "gui/Card.h"
#include "gui/Phrases.h"
#include "gui/PillButton.h"
#include "gui/ProgressLine.h"
#include "gui/RowList.h"
#include "gui/SectionHeading.h"
#include "gui/TextBlock.h"
#include "gui/UnderMenu.h"

#include <wx/sizer.h>

namespace palpate::gui {

namespace {

constexpr std::size_t kProgressSteps = 1000;
constexpr int kMostFolders = 6; ///< in sight without scrolling the list

} // namespace

BackupsPane::BackupsPane(wxWindow* parent, app::Backups& backups, app::Prompter& prompter)
    : wxPanel{parent,
              wxID_ANY,
              wxDefaultPosition,
              wxDefaultSize,
              wxTAB_TRAVERSAL | wxBORDER_NONE,
              "backupsPane"},
      backups_{backups}, prompter_{prompter} {
    dressAsPage(*this);
    scroller_ = new wxScrolledWindow{this,
                                     wxID_ANY,
                                     wxDefaultPosition,
                                     wxDefaultSize,
                                     wxVSCROLL | wxBORDER_NONE | wxTAB_TRAVERSAL,
                                     "backups.scroller"};
    scroller_->SetScrollRate(0, FromDIP(12));
    dressAsPage(*scroller_);
    auto* column = new wxBoxSizer{wxVERTICAL};
    alarmCard_ = new Card{scroller_, "backups.alarmCard", Card::Look::Warning, wxVERTICAL, 16};
    alarm_ = new TextBlock{
        alarmCard_, "backups.alarm", {}, TextStyle::BodyStrong, TextBlock::Ink::Danger};
    alarmCard_->content().Add(alarm_, wxSizerFlags{}.Expand());
    alarmCard_->Hide();
    column->Add(alarmCard_, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(14)));
    buildNow(*column);
    buildFolders(*column);
    buildRehearsal(*column);
    auto* padded = new wxBoxSizer{wxVERTICAL};
    padded->Add(column, wxSizerFlags{1}.Expand().Border(wxALL, FromDIP(16)));
    scroller_->SetSizer(padded);
    auto* all = new wxBoxSizer{wxVERTICAL};
    all->Add(scroller_, wxSizerFlags{1}.Expand());
    SetSizer(all);
}

void BackupsPane::buildNow(wxSizer& column) {
    auto* card = new Card{scroller_, "backups.now", Card::Look::Raised, wxVERTICAL, 18};
    auto* top = new wxBoxSizer{wxHORIZONTAL};
    newest_ = new TextBlock{card, "backups.newest", {}, TextStyle::Heading};
    top->Add(newest_, wxSizerFlags{1}.CentreVertical());
    stop_ = new PillButton{card, "backups.stop", said("Stop")};
    stop_->setWords(said("Stop what is being copied or rehearsed"));
    stop_->onClick = [this] { attempt([this] { backups_.stop(); }); };
    top->Add(stop_, wxSizerFlags{}.CentreVertical().Border(wxLEFT, FromDIP(12)));
    backUp_ =
        new PillButton{card, "backups.backUp", said("Back up now"), PillButton::Kind::Primary};
    backUp_->onClick = [this] { attempt([this] { backups_.backUpNow(); }); };
    top->Add(backUp_, wxSizerFlags{}.CentreVertical().Border(wxLEFT, FromDIP(12)));
    card->content().Add(top, wxSizerFlags{}.Expand());
    doing_ = new TextBlock{card, "backups.doing", {}, TextStyle::Control, TextBlock::Ink::Muted};
    card->content().Add(doing_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(8)));
    progress_ = new ProgressLine{card, "backups.progress"};
    card->content().Add(progress_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(6)));
    warning_ = new TextBlock{card, "backups.warning", {}, TextStyle::Body, TextBlock::Ink::Warning};
    card->content().Add(warning_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(8)));
    told_ = new TextBlock{card, "backups.told", {}, TextStyle::Body, TextBlock::Ink::Danger};
    told_->Hide();
    card->content().Add(told_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(8)));
    card->content().Add(
        new TextBlock{card, "backups.what",
                      said("A backup is made by itself each day on which something was changed, "
                           "while you go on working. It is encrypted with the clinic's own key, "
                           "read again after it was written, and opened with the passwords of that "
                           "day. To restore one, sign out and choose “Restore from a backup” on "
                           "the first page."),
                      TextStyle::Small, TextBlock::Ink::Muted},
        wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(10)));
    column.Add(card, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(14)));
}

void BackupsPane::buildFolders(wxSizer& column) {
    auto* card = new Card{scroller_, "backups.where", Card::Look::Raised, wxVERTICAL, 1};
    auto* top = new wxBoxSizer{wxHORIZONTAL};
    top->Add(new SectionHeading{card, "backups.foldersHeading", said("Backup folders")},
             wxSizerFlags{1}.CentreVertical());
    addFolder_ = new PillButton{card, "backups.addFolder", said("Add a folder …")};
    addFolder_->setIcon(Icon::Plus);
    addFolder_->onClick = [this] { addFolder(); };
    top->Add(addFolder_, wxSizerFlags{}.CentreVertical().Border(wxLEFT, FromDIP(12)));
    card->content().Add(top, wxSizerFlags{}.Expand().Border(wxALL, FromDIP(14)));
    ownersOnly_ = new TextBlock{card, "backups.ownersOnly",
                                said("Only an owner of the clinic may add or remove one."),
                                TextStyle::Small, TextBlock::Ink::Muted};
    card->content().Add(ownersOnly_,
                        wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(18)));
    noFolder_ = new TextBlock{card, "backups.noFolder",
                              said("None is chosen. A disk that is kept apart from this computer "
                                   "is best, and two that take turns are better."),
                              TextStyle::Body, TextBlock::Ink::Muted};
    card->content().Add(noFolder_,
                        wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(18)));
    folders_ = new RowList{card, "backups.folders", said("Backup folders"), 1};
    folders_->onMenu = [this](int row, wxPoint at) { askAbout(row, at); };
    card->content().Add(folders_, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(8)));
    column.Add(card, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(14)));
}

void BackupsPane::buildRehearsal(wxSizer& column) {
    auto* card = new Card{scroller_, "backups.rehearsing", Card::Look::Raised, wxVERTICAL, 18};
    auto* top = new wxBoxSizer{wxHORIZONTAL};
    top->Add(new SectionHeading{card, "backups.rehearsalHeading", said("Rehearsal")},
             wxSizerFlags{1}.CentreVertical());
    rehearse_ = new PillButton{card, "backups.rehearse", said("Rehearse now")};
    rehearse_->setWords(said("Rehearse now: restore the newest backup on trial and check it"));
    rehearse_->onClick = [this] { attempt([this] { backups_.rehearseNow(); }); };
    top->Add(rehearse_, wxSizerFlags{}.CentreVertical().Border(wxLEFT, FromDIP(12)));
    card->content().Add(top, wxSizerFlags{}.Expand());
    rehearsal_ = new TextBlock{card, "backups.rehearsal", {}, TextStyle::Body};
    card->content().Add(rehearsal_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(8)));
    card->content().Add(
        new TextBlock{card, "backups.rehearsalWhat",
                      said("A rehearsal restores the newest backup into a place of its own, checks "
                           "everything there as after a real loss, and removes it again. It is "
                           "made each month by itself."),
                      TextStyle::Small, TextBlock::Ink::Muted},
        wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(10)));
    column.Add(card, wxSizerFlags{}.Expand());
}

void BackupsPane::renew() {
    const app::BackupsView& view = backups_.view();
    alarmCard_->Show(view.alarm.has_value());
    alarm_->setText(toWx(view.alarm.value_or("")));
    newest_->setText(toWx(view.newest));
    warning_->setText(toWx(view.warning.value_or("")));
    warning_->Show(view.warning.has_value());
    backUp_->Enable(!view.folders.empty() && !view.isRunning);
    rehearse_->Enable(!view.folders.empty() && !view.isRunning);
    stop_->Show(view.isRunning);
    doing_->setText(toWx(view.doing));
    doing_->Show(view.isRunning);
    progress_->set(static_cast<std::size_t>(view.share * kProgressSteps), kProgressSteps,
                   toWx(view.doing));
    progress_->Show(view.isRunning);
    std::vector<ListRow> rows;
    for (const app::BackupFolderLine& folder : view.folders) {
        ListRow row;
        row.title = toWx(folder.path);
        row.lines = {toWx(folder.state)};
        row.badge = folder.isProblem ? said("not backed up") : wxString{};
        row.tone = Badge::Tone::Amber;
        rows.push_back(std::move(row));
    }
    folders_->setRows(std::move(rows));
    folders_->growTo(kMostFolders);
    folders_->Show(!view.folders.empty());
    noFolder_->Show(view.folders.empty());
    addFolder_->Enable(view.mayChangeFolders);
    ownersOnly_->Show(!view.mayChangeFolders);
    rehearsal_->setText(toWx(view.rehearsal));
    rehearsal_->setInk(view.rehearsalFailed ? TextBlock::Ink::Danger : TextBlock::Ink::Normal);
    for (wxWindow* const each : std::initializer_list<wxWindow*>{newest_, noFolder_, rehearsal_}) {
        each->GetParent()->Layout();
    }
    scroller_->FitInside();
    scroller_->Layout();
}

void BackupsPane::addFolder() {
    const auto folder = prompter_.chooseFolder({tr("Where shall the backups go?"), {}});
    if (folder) {
        attempt([&] { backups_.addFolder(folder->string()); });
    }
}

void BackupsPane::askAbout(int row, wxPoint at) {
    const app::BackupFolderLine folder = backups_.view().folders.at(static_cast<std::size_t>(row));
    std::vector<UnderItem> items{{fromWx(said("Remove it from the backup folders …")), {}}};
    items.front().enabled = backups_.view().mayChangeFolders;
    const auto chosen = showMuscleMenu(*folders_, at, items, folder.path, false);
    if (chosen && prompter_.confirm({tr("Make no more backups in {1}? Those that are there stay."),
                                     {folder.path}},
                                    {tr("Remove"), {}})) {
        attempt([&] { backups_.removeFolder(folder.path); });
    }
}

void BackupsPane::attempt(const std::function<void()>& act) {
    told_->setText({});
    try {
        act();
    } catch (const Error& error) {
        told_->setText(said(error));
    }
    told_->Show(!told_->text().empty());
    renew();
}

} // namespace palpate::gui
