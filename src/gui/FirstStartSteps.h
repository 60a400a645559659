// SPDX-License-Identifier: MIT
#pragma once

#include "app/RecoverySheet.h"
#include "gui/NewClinicAnswers.h"
#include "gui/StepPanel.h"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace palpate::app {
struct DataPaths;
class Prompter;
} // namespace palpate::app

namespace palpate::gui {

class NewPasswordPanel;
class ProfessionChips;
class RecoveryKeyPanel;

// The steps of FirstStartPage, in their order.

/// What this is.
class WelcomeStep : public StepPanel {
public:
    explicit WelcomeStep(wxWindow* parent);
    [[nodiscard]] bool complete() override { return true; }
    [[nodiscard]] wxWindow* first() override { return nullptr; }
};

/// The clinic: its name, how it is reached, where it is kept.
class ClinicStep : public StepPanel {
public:
    ClinicStep(wxWindow* parent, app::Prompter& prompter);

    /// `place`: the folder in which the clinic's own is offered to be made.
    void begin(const std::filesystem::path& place);
    [[nodiscard]] ClinicProfile profile() const;
    [[nodiscard]] std::filesystem::path folder() const;
    /// The clinic could not be made where it was asked to be.
    void showPlaceProblem(const wxString& sentence);

    [[nodiscard]] bool complete() override;
    [[nodiscard]] wxWindow* first() override;

private:
    void showFolder();

    wxTextCtrl* name_; ///< children of this window, as all below
    wxTextCtrl* address_;
    wxTextCtrl* phone_;
    wxTextCtrl* timeZone_;
    wxTextCtrl* place_;
    TextBlock* folder_;
};

/// Its owner, with the password.
class OwnerStep : public StepPanel {
public:
    explicit OwnerStep(wxWindow* parent);

    /// Puts the owner and the password into it.
    void tell(NewClinicAnswers& answers) const;
    /// What a guesser of the password would try too.
    void setClinicName(const std::string& name);
    void forgetPassword();

    [[nodiscard]] bool complete() override;
    [[nodiscard]] wxWindow* first() override;

private:
    std::string clinicName_;
    wxTextCtrl* name_; ///< children of this window, as all below
    wxTextCtrl* userName_;
    wxTextCtrl* registration_;
    ProfessionChips* profession_;
    NewPasswordPanel* password_;
};

/// The recovery key, to be noted.
class KeyStep : public StepPanel {
public:
    KeyStep(wxWindow* parent, const app::DataPaths& paths, app::Prompter& prompter);

    void set(app::RecoverySheet sheet);
    void forget();
    [[nodiscard]] bool complete() override;
    [[nodiscard]] wxWindow* first() override;

private:
    RecoveryKeyPanel* panel_; ///< a child of this window
};

/// Where backups go.
class BackupStep : public StepPanel {
public:
    BackupStep(wxWindow* parent, app::Prompter& prompter);

    /// Empty: later.
    [[nodiscard]] std::string folder() const;
    void clear();
    [[nodiscard]] bool complete() override;
    [[nodiscard]] wxWindow* first() override;

    std::function<void(const std::string& folder)> onFolder; ///< takes it; may throw Error
    std::function<void()> onChanged;                         ///< another folder is typed

private:
    std::string taken_;
    wxTextCtrl* folder_; ///< a child of this window
};

/// What is there now.
class DoneStep : public StepPanel {
public:
    explicit DoneStep(wxWindow* parent);

    /// `backups`: their folder; empty: none yet.
    void render(const NewClinicAnswers& made, const std::string& backups);
    [[nodiscard]] bool complete() override { return true; }
    [[nodiscard]] wxWindow* first() override { return nullptr; }

private:
    TextBlock* folder_; ///< children of this window, as all below
    TextBlock* owner_;
    TextBlock* backups_;
};

} // namespace palpate::gui
