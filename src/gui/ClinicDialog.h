// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Letterhead.h"
#include "domain/LockSettings.h"
#include "domain/Practitioner.h"
#include "gui/FormDialog.h"
#include "gui/SegmentedControl.h"

#include <string>
#include <utility>
#include <vector>

namespace palpate::app {
class Clinic;
class Prompter;
} // namespace palpate::app

namespace palpate::gui {

class ColourSample;
class ImageView;

/// What heads a printed page and how it looks, the unit in which pressure is shown, and when the
/// screen is locked. Clinic and prompter must outlive it.
class ClinicDialog : public FormDialog {
public:
    ClinicDialog(wxWindow* parent, app::Clinic& clinic, app::Prompter& prompter);

private:
    void buildClinic();
    void buildLetterhead();
    void buildColour();
    void buildLogo();
    void buildLocking();
    [[nodiscard]] std::vector<Message> accept() override;
    void chooseColour();
    /// What is typed as a colour, and whether it can be read, at once.
    void showColour();
    void chooseLogo();
    void showLogo();
    /// As typed; what is no colour is told in `found`.
    [[nodiscard]] LockSettings locking(std::vector<Message>& found) const;
    [[nodiscard]] Letterhead letterhead(std::vector<Message>& found) const;

    app::Clinic& clinic_;
    app::Prompter& prompter_;
    std::vector<std::pair<PressureUnit, std::string>> units_;
    std::string logo_;
    wxTextCtrl* name_ = nullptr; ///< children of this window, as all below
    wxTextCtrl* address_ = nullptr;
    wxTextCtrl* phone_ = nullptr;
    wxTextCtrl* timeZone_ = nullptr;
    SegmentedControl* unit_ = nullptr;
    wxTextCtrl* email_ = nullptr;
    wxTextCtrl* website_ = nullptr;
    SegmentedControl* paper_ = nullptr;
    wxTextCtrl* colour_ = nullptr;
    ColourSample* sample_ = nullptr;
    TextBlock* colourRemark_ = nullptr;
    ImageView* logoView_ = nullptr;
    TextBlock* noLogo_ = nullptr;
    PillButton* removeLogo_ = nullptr;
    wxTextCtrl* idle_ = nullptr;
    wxTextCtrl* clipboard_ = nullptr;
};

} // namespace palpate::gui
