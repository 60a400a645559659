// SPDX-License-Identifier: MIT
#include "gui/FirstStartSteps.h"

#include "app/ClinicSettings.h"
#include "app/Prompter.h"
#include "app/TimeText.h"
#include "domain/Error.h"
#include "domain/Text.h"
#include "gui/NewPasswordPanel.h"
#include "gui/Phrases.h"
#include "gui/PillButton.h"
#include "gui/ProfessionChips.h"
#include "gui/RecoveryKeyPanel.h"
#include "gui/TextBlock.h"

#include <wx/textctrl.h>

#include <system_error>

namespace palpate::gui {

namespace {

[[nodiscard]] std::string typedIn(const wxTextCtrl* field) {
    return trimmed(fromWx(field->GetValue()));
}

/// A file name that every system takes.
[[nodiscard]] std::string folderName(const std::string& clinic) {
    std::string name;
    for (const char c : clinic) {
        const bool bad = static_cast<unsigned char>(c) < 0x20 ||
                         std::string_view{"/\\:*?\"<>|"}.find(c) != std::string_view::npos;
        name += bad ? '-' : c;
    }
    return name + ".palpate";
}

/// A button that asks for a folder and puts it into the field.
[[nodiscard]] PillButton* chooseButton(wxWindow* parent, const wxString& name, wxTextCtrl* field,
                                       app::Prompter& prompter, const char* question) {
    auto* choose = new PillButton{parent, name, said("Choose …")};
    choose->onClick = [field, &prompter, question] {
        if (const auto folder = prompter.chooseFolder({question, {}})) {
            field->SetValue(toWx(folder->string()));
            field->SetFocus();
        }
    };
    return choose;
}

} // namespace

WelcomeStep::WelcomeStep(wxWindow* parent) : StepPanel{parent, "firstStart.welcome"} {
    addWords("firstStart.welcome.what",
             said("Trigger-point charting for manual therapists. Each clinic is one encrypted "
                  "folder on this computer; nothing leaves it unless you send it."));
    addWords("firstStart.welcome.how",
             said("Setting up takes a few minutes: the clinic, yourself, a sheet of paper for the "
                  "recovery key, a folder for backups."));
}

ClinicStep::ClinicStep(wxWindow* parent, app::Prompter& prompter)
    : StepPanel{parent, "firstStart.clinic"} {
    addWords("firstStart.clinic.words", said("One clinic is one encrypted folder on this computer. "
                                             "Name and address stand on its reports."));
    wxBoxSizer* row = addRow();
    name_ = addField(*row, "firstStart.name", said("Name of the clinic"), 1, said("Back and Neck"));
    row = addRow();
    address_ = addField(*row, "firstStart.address", said("Address, as on reports"), 2);
    phone_ = addField(*row, "firstStart.phone", said("Phone"));
    row = addRow();
    timeZone_ = addField(*row, "firstStart.timeZone", said("Time zone"), 1, "Europe/London");
    row = addRow();
    place_ = addField(*row, "firstStart.place", said("Kept in the folder"));
    auto* choose = chooseButton(this, "firstStart.choosePlace", place_, prompter,
                                tr("Where shall the clinic be kept?"));
    addBeside(*row, choose);
    folder_ =
        new TextBlock{this, "firstStart.folder", {}, TextStyle::Control, TextBlock::Ink::Muted};
    column().Add(folder_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(4)));
    for (wxTextCtrl* field : {name_, place_}) {
        field->Bind(wxEVT_TEXT, [this](wxCommandEvent& event) {
            showFolder();
            event.Skip();
        });
    }
}

void ClinicStep::begin(const std::filesystem::path& place) {
    for (wxTextCtrl* field : {name_, address_, phone_}) {
        field->ChangeValue({});
    }
    timeZone_->ChangeValue(toWx(app::systemTimeZone()));
    place_->ChangeValue(toWx(place.string()));
    showFolder();
    (void)show({});
}

void ClinicStep::showFolder() {
    const bool known = !typedIn(name_).empty() && !typedIn(place_).empty();
    folder_->setText(known ? said("Its folder will be {1}.", {folder().string()})
                           : said("Its folder gets the clinic's name. It must lie on a disk of "
                                  "this computer."));
    resized();
}

ClinicProfile ClinicStep::profile() const {
    ClinicProfile profile;
    profile.name = typedIn(name_);
    profile.address = typedIn(address_);
    profile.phone = typedIn(phone_);
    profile.timeZone = typedIn(timeZone_);
    return profile;
}

std::filesystem::path ClinicStep::folder() const {
    return std::filesystem::path{typedIn(place_)} / folderName(typedIn(name_));
}

void ClinicStep::showPlaceProblem(const wxString& sentence) {
    showProblem(place_, sentence);
}

bool ClinicStep::complete() {
    std::vector<Problem> found;
    if (typedIn(name_).empty()) {
        found.emplace_back(name_, said("Give the clinic a name."));
    } else if (const auto wrong = app::problems(profile()); !wrong.empty()) {
        const std::string sentence = shown(wrong.front());
        found.emplace_back(sentence.starts_with("Address")     ? address_
                           : sentence.starts_with("Phone")     ? phone_
                           : sentence.starts_with("Time zone") ? timeZone_
                                                               : name_,
                           said(wrong.front()));
    }
    std::error_code ignored;
    if (typedIn(place_).empty()) {
        found.emplace_back(place_, said("Choose the folder in which the clinic is kept."));
    } else if (!typedIn(name_).empty() && std::filesystem::exists(folder(), ignored)) {
        found.emplace_back(place_, said("{1} is there already. Give the clinic another name, or "
                                        "choose another folder.",
                                        {folder().string()}));
    }
    return show(found);
}

wxWindow* ClinicStep::first() {
    return name_;
}

OwnerStep::OwnerStep(wxWindow* parent) : StepPanel{parent, "firstStart.owner"} {
    addWords("firstStart.owner.words",
             said("The owner adds colleagues later and decides who may do what. Nothing is written "
                  "before you make the clinic."));
    wxBoxSizer* row = addRow();
    name_ =
        addField(*row, "firstStart.ownerName", said("Your name, as printed"), 1, said("D. Okafor"));
    userName_ =
        addField(*row, "firstStart.userName", said("User name, for signing in"), 1, said("okafor"));
    row = addRow();
    profession_ = new ProfessionChips{this, "firstStart.profession"};
    addLabelled(*row, said("Profession: decides which techniques stand first"), profession_);
    row = addRow();
    registration_ = addField(*row, "firstStart.registration",
                             said("Number at the professional body, where there is one"));
    row = addRow();
    password_ = new NewPasswordPanel{this, "firstStart.password"};
    password_->known = [this] {
        return std::vector{typedIn(name_), typedIn(userName_), clinicName_};
    };
    password_->onResized = [this] { resized(); };
    addLabelled(*row, {}, password_);
    profession_->onChange = [this](int, ChipState) { forgetProblem(profession_); };
    password_->first().Bind(wxEVT_TEXT, [this](wxCommandEvent& event) {
        forgetProblem(password_);
        event.Skip();
    });
    for (wxTextCtrl* field : {name_, userName_}) {
        field->Bind(wxEVT_TEXT, [this](wxCommandEvent& event) {
            password_->judge();
            event.Skip();
        });
    }
}

void OwnerStep::tell(NewClinicAnswers& answers) const {
    answers.ownerName = typedIn(name_);
    answers.userName = typedIn(userName_);
    answers.profession = profession_->profession().value_or(Profession::Other);
    answers.registration = typedIn(registration_);
    answers.password = password_->password();
}

void OwnerStep::setClinicName(const std::string& name) {
    clinicName_ = name;
    password_->judge();
}

void OwnerStep::forgetPassword() {
    password_->clear();
}

bool OwnerStep::complete() {
    std::vector<Problem> found;
    if (typedIn(name_).empty()) {
        found.emplace_back(name_, said("Type your name as it shall be printed."));
    }
    if (typedIn(userName_).empty()) {
        found.emplace_back(userName_, said("Type the user name with which you will sign in."));
    }
    if (!profession_->profession()) {
        found.emplace_back(profession_, said("Choose your profession."));
    }
    if (const auto wrong = password_->problems(); !wrong.empty()) {
        found.emplace_back(password_, said(wrong.front()));
    }
    const bool isComplete = show(found);
    if (!isComplete && found.front().first == password_) {
        password_->first().SetFocus();
    }
    return isComplete;
}

wxWindow* OwnerStep::first() {
    return name_;
}

KeyStep::KeyStep(wxWindow* parent, const app::DataPaths& paths, app::Prompter& prompter)
    : StepPanel{parent, "firstStart.key"} {
    panel_ = new RecoveryKeyPanel{this, paths, prompter};
    panel_->onResized = [this] { resized(); };
    column().Add(panel_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(4)));
}

void KeyStep::set(app::RecoverySheet sheet) {
    panel_->set(std::move(sheet));
}

void KeyStep::forget() {
    panel_->forget();
}

bool KeyStep::complete() {
    return panel_->check();
}

wxWindow* KeyStep::first() {
    return nullptr; // the field for the last group would cover it at once
}

BackupStep::BackupStep(wxWindow* parent, app::Prompter& prompter)
    : StepPanel{parent, "firstStart.backup"} {
    addWords("firstStart.backup.words",
             said("Once a day Palpate copies the clinic, encrypted, into a folder that you choose. "
                  "Take another disk than the clinic's: a stick, a network drive. Without a folder "
                  "there is no backup, and Palpate reminds you of it."));
    wxBoxSizer* const row = addRow();
    folder_ = addField(*row, "firstStart.backupFolder", said("Folder for backups"), 1,
                       said("Empty: later"));
    auto* choose = chooseButton(this, "firstStart.chooseBackup", folder_, prompter,
                                tr("Where shall the backups go?"));
    addBeside(*row, choose);
    folder_->Bind(wxEVT_TEXT, [this](wxCommandEvent& event) {
        onChanged();
        event.Skip();
    });
}

std::string BackupStep::folder() const {
    return typedIn(folder_);
}

void BackupStep::clear() {
    taken_.clear();
    folder_->ChangeValue({});
    (void)show({});
}

bool BackupStep::complete() {
    if (const std::string wanted = folder(); !wanted.empty() && wanted != taken_) {
        try {
            onFolder(wanted);
            taken_ = wanted;
        } catch (const Error& error) {
            return show({{folder_, said(error)}});
        }
    }
    return show({});
}

wxWindow* BackupStep::first() {
    return folder_;
}

DoneStep::DoneStep(wxWindow* parent) : StepPanel{parent, "firstStart.done"} {
    const auto line = [this](const wxString& name) {
        auto* block = new TextBlock{this, name, {}, TextStyle::Body};
        column().Add(block, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(10)));
        return block;
    };
    folder_ = line("firstStart.done.folder");
    owner_ = line("firstStart.done.owner");
    backups_ = line("firstStart.done.backups");
    addWords("firstStart.done.practise",
             said("To practise first, look around in the demonstration clinic: its invented "
                  "patients stay there and never mix with yours."));
}

void DoneStep::render(const NewClinicAnswers& made, const std::string& backups) {
    folder_->setText(
        said("{1} is made, encrypted, in {2}.", {made.profile.name, made.folder.string()}));
    owner_->setText(
        said("You sign in as {1}. The recovery key is on your paper.", {made.userName}));
    backups_->setInk(backups.empty() ? TextBlock::Ink::Warning : TextBlock::Ink::Normal);
    backups_->setText(backups.empty()
                          ? said("There is no folder for backups yet: choose one soon, under "
                                 "Clinic, Backups.")
                          : said("Backups go to {1}.", {backups}));
}

} // namespace palpate::gui
