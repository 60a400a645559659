// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Id.h"
#include "gui/FormDialog.h"
#include "gui/RowList.h"
#include "gui/SegmentedControl.h"

#include <optional>
#include <string>
#include <vector>

namespace palpate::app {
class Clinic;
}

namespace palpate::gui {

/// Two records of the same person become one that goes on. Those that look alike are offered first,
/// any other can be searched. The clinic must outlive it.
class MergeDialog : public FormDialog {
public:
    MergeDialog(wxWindow* parent, app::Clinic& clinic, const PatientId& patient,
                const std::string& name);

    /// The record that goes on, once ShowModal returned wxID_OK.
    [[nodiscard]] std::optional<PatientId> goesOn() const noexcept { return goesOn_; }

private:
    struct Candidate {
        PatientId id;
        std::string name;
        std::string detail;
        std::string reason;
        std::string last;
    };
    [[nodiscard]] std::vector<Message> accept() override;
    void search();
    void showCandidates();
    void choose(int row);
    void explain();

    app::Clinic& clinic_;
    PatientId patient_;
    std::string name_;
    std::vector<Candidate> candidates_;
    std::optional<Candidate> chosen_;
    std::optional<PatientId> goesOn_;

    wxTextCtrl* search_; ///< children of this window, as all below
    TextBlock* found_;
    RowList* list_;
    SegmentedControl* keep_;
    TextBlock* meaning_;
};

} // namespace palpate::gui
