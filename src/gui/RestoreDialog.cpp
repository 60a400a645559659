// SPDX-License-Identifier: MIT
#include "gui/RestoreDialog.h"

#include "app/Clinic.h"
#include "app/Prompter.h"
#include "app/TimeText.h"
#include "domain/Error.h"
#include "domain/Text.h"
#include "gui/Phrases.h"
#include "gui/RowList.h"

#include <algorithm>
#include <future>

namespace palpate::gui {

namespace {

constexpr int kWidth = 640;   ///< DIP
constexpr int kMostShown = 4; ///< backups in sight without scrolling the list
constexpr int kPercent = 100;
constexpr std::chrono::milliseconds kLook{50}; ///< between two looks at the thread beside

/// "Back-and-Neck-20261126T104500Z.palpate-backup" is of "Back-and-Neck".
[[nodiscard]] std::string clinicStem(const std::filesystem::path& backup) {
    const std::string stem = backup.stem().string();
    const auto dash = stem.rfind("-20");
    return dash == std::string::npos || dash == 0 ? stem : stem.substr(0, dash);
}

[[nodiscard]] ListRow rowOf(const app::BackupLine& line, bool isChosen) {
    ListRow row;
    const std::string zone = app::systemTimeZone();
    row.title = line.takenAt ? toWx(app::weekdayText(app::localDay(*line.takenAt, zone)) + ", " +
                                    app::clockText(*line.takenAt, zone))
                             : toWx(line.folder.filename().string());
    row.lines = {line.problem.empty() ? toWx(line.folder.filename().string()) : toWx(line.problem)};
    row.right = line.problem.empty() ? toWx(line.sizeWords) : wxString{};
    row.badge = line.problem.empty() ? wxString{} : said("can't be used");
    row.tone = Badge::Tone::Amber;
    row.marked = isChosen;
    return row;
}

} // namespace

RestoreDialog::RestoreDialog(wxWindow* parent, app::Prompter& prompter,
                             const app::Knowledge& knowledge, const Clock& clock,
                             std::filesystem::path place)
    : FormDialog{parent, "restore", said("Restore from a backup"), said("Restore"), kWidth},
      prompter_{prompter}, knowledge_{knowledge}, clock_{clock}, place_{std::move(place)} {
    wxBoxSizer* row = addRow();
    folder_ = addField(*row, "restore.folder", said("Folder with the backups, or one backup"));
    folder_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { list(); });
    auto* chooseButton = new PillButton{&ground(), "restore.choose", said("Choose …")};
    chooseButton->setWords(said("Choose the folder with the backups"));
    chooseButton->onClick = [this] { chooseFolder(); };
    row->Add(chooseButton, wxSizerFlags{}.Bottom().Border(wxLEFT, FromDIP(12)));
    none_ = new TextBlock{&ground(), "restore.none", {}, TextStyle::Control, TextBlock::Ink::Muted};
    addWide(none_);
    list_ = new RowList{&ground(), "restore.list", said("Backups, newest first"), 1};
    list_->onOpen = [this](int which) { choose(which); };
    list_->SetMinSize({-1, FromDIP(4 * 52)});
    addWide(list_);
    to_ = addField(*addRow(), "restore.to", said("Where to: the clinic's new folder"));
    row = addRow();
    userName_ = addField(*row, "restore.userName", said("User name, as in the backup"));
    password_ = addField(*row, "restore.password", said("Password of that day"), 1, wxTE_PASSWORD);
    code_ = addField(*row, "restore.code", said("Code, with a second factor"));
    problemsGoTo("Backup", folder_);
    problemsGoTo("Where to", to_);
    problemsGoTo("User name", userName_);
    neverAsk();
    list();
    finish(folder_);
}

std::string RestoreDialog::userName() const {
    return trimmed(fromWx(userName_->GetValue()));
}

void RestoreDialog::chooseFolder() {
    const auto folder = prompter_.chooseFolder({tr("Where are the backups?"), {}});
    if (folder) {
        folder_->SetValue(toWx(folder->string())); // which lists them
    }
}

void RestoreDialog::list() {
    found_.clear();
    chosen_.reset();
    const std::string typed = trimmed(fromWx(folder_->GetValue()));
    wxString told =
        typed.empty() ? said("Choose the folder in which backups were made.") : wxString{};
    if (!typed.empty()) {
        try {
            found_ = app::backupsAt(typed);
            if (found_.empty()) {
                told = said("There is no backup in this folder.");
            }
        } catch (const Error& error) {
            told = said(error);
        }
    }
    none_->setText(told);
    none_->Show(!told.empty());
    list_->Show(found_.size() > 0);
    const auto usable = std::ranges::find_if(
        found_, [](const app::BackupLine& line) { return line.problem.empty(); });
    if (usable != found_.end()) {
        choose(static_cast<int>(usable - found_.begin()));
    } else {
        choose(-1);
    }
    refit();
}

void RestoreDialog::choose(int row) {
    const auto index = static_cast<std::size_t>(row);
    if (row >= 0 && index < found_.size() && found_[index].problem.empty()) {
        chosen_ = index;
        if (to_) {
            const auto& backup = found_[index].folder;
            to_->ChangeValue(toWx((place_ / (clinicStem(backup) + ".palpate")).string()));
        }
    }
    std::vector<ListRow> rows;
    for (std::size_t i = 0; i < found_.size(); ++i) {
        rows.push_back(rowOf(found_[i], chosen_ == i));
    }
    list_->setRows(std::move(rows));
    list_->growTo(kMostShown);
}

std::vector<Message> RestoreDialog::problems() const {
    std::vector<Message> problems;
    const auto need = [&](bool missing, const char* sentence) {
        if (missing) {
            problems.push_back({sentence, {}});
        }
    };
    need(!chosen_, tr("Backup: choose one that can be used."));
    need(trimmed(fromWx(to_->GetValue())).empty(),
         tr("Where to: type the folder that shall hold the clinic."));
    need(userName().empty(), tr("User name: type the one with which you signed in that day."));
    return problems;
}

bool RestoreDialog::mayTakePlace(app::RestoreRequest& request) {
    std::error_code failure;
    if (!std::filesystem::exists(request.to / "clinic.db", failure)) {
        return true; // anything else that is there is refused
    }
    request.putAside = prompter_.confirm(
        {tr("There is a clinic at {1} already. Shall it be put aside, under another name beside "
            "it, with everything kept?"),
         {request.to.string()}},
        {tr("Put it aside"), {}});
    return request.putAside;
}

std::vector<Message> RestoreDialog::accept() {
    auto found = problems();
    if (!found.empty()) {
        return found;
    }
    app::RestoreRequest request{.backup = found_.at(*chosen_).folder,
                                .to = trimmed(fromWx(to_->GetValue())),
                                .userName = userName(),
                                .password = fromWx(password_->GetValue()),
                                .code = trimmed(fromWx(code_->GetValue()))};
    if (!mayTakePlace(request)) {
        return {{tr("Where to: choose a folder that is not taken."), {}}};
    }
    RestoreRun run{this, std::move(request), knowledge_, clock_};
    run.ShowModal();
    restored_ = std::move(run.restored());
    if (restored_) {
        return {};
    }
    return {run.failure().value_or(Message{tr("It was given up, and nothing was changed."), {}})};
}

RestoreRun::RestoreRun(wxWindow* parent, app::RestoreRequest request,
                       const app::Knowledge& knowledge, const Clock& clock)
    : RunDialog{parent, "restoreRun", said("Restoring"), 520}, request_{std::move(request)},
      knowledge_{knowledge}, clock_{clock} {
    begin();
}

void RestoreRun::work() {
    auto beside = std::async(std::launch::async, [this] {
        return app::restoreClinic(request_, knowledge_, clock_, [this](double share) {
            share_ = share;
            return isWanted_.load();
        });
    });
    while (beside.wait_for(kLook) != std::future_status::ready) {
        const auto percent = static_cast<int>(share_ * kPercent);
        if (!step(said("Copying, opening and checking it: {1} %", {std::to_string(percent)}))) {
            isWanted_ = false;
        }
    }
    try {
        restored_ = beside.get();
    } catch (const Error& error) {
        failure_ = error.message();
        throw;
    }
}

void RestoreRun::over(bool isWhole) {
    if (!isWhole || !restored_) {
        return;
    }
    std::int64_t examined = 0;
    for (const auto& check : restored_->checks) {
        examined += check.examined;
    }
    wxString text =
        said("The clinic is at {1}. It was checked whole before it got its place: {2} "
             "checks of {3} things, and all is sound. It holds {4} patients, {5} "
             "sessions and {6} rows of the audit trail.",
             {restored_->folder.string(), std::to_string(restored_->checks.size()),
              std::to_string(examined), std::to_string(restored_->patients),
              std::to_string(restored_->sessions), std::to_string(restored_->auditRows)});
    if (restored_->aside) {
        text += "\n\n" + said("The clinic that was there before is kept at {1}.",
                              {restored_->aside->string()});
    }
    words().setText(text);
    refit();
}

} // namespace palpate::gui
