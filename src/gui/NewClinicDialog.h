// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Practitioner.h"
#include "gui/ChipGroup.h"
#include "gui/FormDialog.h"

#include <filesystem>
#include <functional>
#include <string>

namespace palpate::gui {

/// What a new clinic needs to know: itself, its owner, a password.
class NewClinicDialog : public FormDialog {
public:
    struct Answers {
        std::filesystem::path folder;
        ClinicProfile profile; ///< the time zone is left to the caller
        std::string ownerName;
        std::string userName;
        Profession profession = Profession::Other; ///< always one that was chosen
        std::string password;
    };
    /// `make` makes the clinic; what it throws is shown below the fields. `place` is the folder
    /// offered at first.
    NewClinicDialog(wxWindow* parent, const std::filesystem::path& place,
                    std::function<void(const Answers&)> make);

private:
    [[nodiscard]] std::vector<Message> accept() override;
    [[nodiscard]] Answers answers() const;

    std::function<void(const Answers&)> make_;
    wxTextCtrl* name_; ///< children of this window, as all below
    wxTextCtrl* place_;
    wxTextCtrl* address_;
    wxTextCtrl* phone_;
    wxTextCtrl* ownerName_;
    wxTextCtrl* userName_;
    ChipGroup* profession_;
    wxTextCtrl* password_;
    wxTextCtrl* again_;
};

} // namespace palpate::gui
