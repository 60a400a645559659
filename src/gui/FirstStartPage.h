// SPDX-License-Identifier: MIT
#pragma once

#include "gui/NewClinicAnswers.h"

#include <wx/panel.h>

#include <array>
#include <filesystem>
#include <functional>
#include <string>

namespace palpate::app {
struct DataPaths;
class Prompter;
struct RecoverySheet;
} // namespace palpate::app

namespace palpate::gui {

class BackupStep;
class ClinicStep;
class DoneStep;
class KeyStep;
class OwnerStep;
class PanelScroller;
class PillButton;
class ProgressLine;
class StepPanel;
class TextBlock;

/// A clinic is made, one step a page: the clinic, its owner, the recovery key, backups. Nothing is
/// written before the owner's step is left with Next; from then on there is no way back. Paths and
/// prompter must outlive it.
class FirstStartPage : public wxPanel {
public:
    FirstStartPage(wxWindow* parent, const app::DataPaths& paths, app::Prompter& prompter);

    /// Makes the clinic and opens it; gives the sheet of its recovery key. May throw Error: then
    /// nothing is made.
    std::function<app::RecoverySheet(const NewClinicAnswers&)> onMake;
    std::function<void(const std::string& folder)> onBackupFolder; ///< may throw Error
    std::function<void()> onFinish; ///< the clinic is opened to work in it
    std::function<void()> onDemonstration;
    std::function<void()> onOther; ///< a clinic that is there already, or none after all

    /// From the beginning; `isFirst`: nobody has used Palpate here before, so it welcomes first.
    void begin(const std::filesystem::path& place, bool isFirst);
    /// The recovery key is on the screen and not known to be noted.
    [[nodiscard]] bool holdsKey() const noexcept { return step_ == Key; }

private:
    enum Step : std::size_t { Welcome, Clinic, Owner, Key, Backup, Done };
    static constexpr std::size_t kSteps = 6;

    void build(const app::DataPaths& paths, app::Prompter& prompter);
    void buildButtons(wxWindow* card, wxSizer& column);
    void go(Step step);
    void next();
    void back();
    void make();
    void arrange();
    void onCharHook(wxKeyEvent& event);

    Step step_ = Welcome;
    bool isFirst_ = false;
    NewClinicAnswers answers_;               ///< without the password once the clinic is made
    std::array<StepPanel*, kSteps> steps_{}; ///< children of this window, as all below
    ClinicStep* clinic_ = nullptr;
    OwnerStep* owner_ = nullptr;
    KeyStep* key_ = nullptr;
    BackupStep* backup_ = nullptr;
    DoneStep* done_ = nullptr;
    PanelScroller* scroller_ = nullptr;
    wxPanel* sheet_ = nullptr;
    TextBlock* title_ = nullptr;
    TextBlock* where_ = nullptr;
    ProgressLine* progress_ = nullptr;
    TextBlock* fault_ = nullptr;
    PillButton* back_ = nullptr;
    PillButton* demonstration_ = nullptr;
    PillButton* next_ = nullptr;
};

} // namespace palpate::gui
