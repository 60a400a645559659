// SPDX-License-Identifier: MIT
#pragma once

#include "app/ClinicCopies.h"
#include "gui/FormDialog.h"
#include "gui/RunDialog.h"

#include <atomic>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace palpate::app {
class Knowledge;
class Prompter;
} // namespace palpate::app

namespace palpate::gui {

class RowList;

/// Makes a clinic of a backup: which one, where to, who opens it. A clinic that is there already is
/// put aside after a question, never overwritten. Everything must outlive it.
class RestoreDialog : public FormDialog {
public:
    /// `place` is the folder in which the clinic is offered to be put.
    RestoreDialog(wxWindow* parent, app::Prompter& prompter, const app::Knowledge& knowledge,
                  const Clock& clock, std::filesystem::path place);

    [[nodiscard]] const app::RestoredClinic& restored() const { return restored_.value(); }
    [[nodiscard]] std::string userName() const;

private:
    [[nodiscard]] std::vector<Message> accept() override;
    void chooseFolder();
    void list();
    void choose(int row);
    [[nodiscard]] std::vector<Message> problems() const;
    /// A clinic that is there already may be put aside; false: it may not.
    [[nodiscard]] bool mayTakePlace(app::RestoreRequest& request);

    app::Prompter& prompter_;
    const app::Knowledge& knowledge_;
    const Clock& clock_;
    std::filesystem::path place_;
    std::vector<app::BackupLine> found_;
    std::optional<std::size_t> chosen_;
    std::optional<app::RestoredClinic> restored_;

    wxTextCtrl* folder_; ///< children of this window, as all below
    TextBlock* none_;
    RowList* list_;
    wxTextCtrl* to_;
    wxTextCtrl* userName_;
    wxTextCtrl* password_;
    wxTextCtrl* code_;
};

/// The restoring itself, on a thread beside, and what was checked.
class RestoreRun : public RunDialog {
public:
    RestoreRun(wxWindow* parent, app::RestoreRequest request, const app::Knowledge& knowledge,
               const Clock& clock);

    /// Empty: it was given up or failed.
    [[nodiscard]] std::optional<app::RestoredClinic>& restored() noexcept { return restored_; }
    [[nodiscard]] const std::optional<Message>& failure() const noexcept { return failure_; }

private:
    void work() override;
    void over(bool isWhole) override;

    app::RestoreRequest request_;
    const app::Knowledge& knowledge_;
    const Clock& clock_;
    std::atomic<double> share_ = 0;
    std::atomic<bool> isWanted_ = true;
    std::optional<app::RestoredClinic> restored_;
    std::optional<Message> failure_;
};

} // namespace palpate::gui
