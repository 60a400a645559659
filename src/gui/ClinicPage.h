// SPDX-License-Identifier: MIT
#pragma once

#include "app/Rights.h"

#include <wx/panel.h>
#include <wx/simplebook.h>
#include <wx/timer.h>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace palpate::app {
class Backups;
class Clinic;
class Prompter;
struct BackupsView;
} // namespace palpate::app

namespace palpate::gui {

class SegmentedControl;

/// The clinic itself: its backups, whether its record is whole, who did what. Shows each person
/// the parts that their role may see, and makes the backups that are due while it lives. Clinic and
/// prompter must outlive it.
class ClinicPage : public wxPanel {
public:
    ClinicPage(wxWindow* parent, app::Clinic& clinic, app::Prompter& prompter);
    ~ClinicPage() override;

    /// What is known of the backups has changed.
    std::function<void(const app::BackupsView&)> onBackups;
    std::function<void(const PatientId&)> onPatient;   ///< to a record
    std::function<void(const PatientId&)> onDestroyed; ///< a record is gone

    [[nodiscard]] bool isEmpty() const noexcept { return parts_.empty(); }
    [[nodiscard]] bool has(const std::string& part) const;
    /// "backups", "check", "audit", "people", "requests"; one that is not there changes nothing.
    void choose(const std::string& part);
    void renew(); ///< what is shown, as it is now
    void focusFirst();

private:
    struct Part {
        std::string key;
        wxString title;
        std::function<void()> renew;
    };
    /// A pane that whoever has the right may see; nullptr: this person has not.
    template <class Pane, class... With>
    Pane* add(app::Right right, const std::string& key, const wxString& title, With&&... with);
    void go(std::size_t part);
    void addParts(app::Prompter& prompter);
    void lookForDue();

    app::Clinic& clinic_;
    std::unique_ptr<app::Backups> backups_; ///< its thread calls back: ended before the panes are
    std::vector<Part> parts_;
    wxTimer soon_; ///< until the next look for what is due

    SegmentedControl* tabs_ = nullptr; ///< children of this window, as all below
    wxSimplebook* book_ = nullptr;
};

} // namespace palpate::gui
