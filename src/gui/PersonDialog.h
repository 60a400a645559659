// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Practitioner.h"
#include "gui/FormDialog.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace palpate::app {
class People;
}

namespace palpate::gui {

class ChipGroup;
class NewPasswordPanel;
class ProfessionChips;

/// Somebody who signs in: added with a first password, or changed. The people must outlive it.
class PersonDialog : public FormDialog {
public:
    /// Adds one; `fresh` has the new id and nothing else. `clinicName`: a guesser would try it.
    PersonDialog(wxWindow* parent, app::People& people, const Practitioner& fresh,
                 const std::string& clinicName);
    /// Changes one.
    PersonDialog(wxWindow* parent, app::People& people, const Practitioner& person);

private:
    void build(bool isNew);
    void showRole();
    [[nodiscard]] Practitioner typed() const;
    [[nodiscard]] std::vector<Message> accept() override;

    app::People& people_;
    Practitioner person_;
    wxTextCtrl* name_ = nullptr; ///< children of this window, as all below
    wxTextCtrl* userName_ = nullptr;
    wxTextCtrl* registration_ = nullptr;
    ProfessionChips* profession_ = nullptr;
    ChipGroup* role_ = nullptr;
    TextBlock* roleMeaning_ = nullptr;
    NewPasswordPanel* password_ = nullptr; ///< only of somebody new
};

} // namespace palpate::gui
