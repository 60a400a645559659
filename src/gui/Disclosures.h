// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Id.h"

#include <wx/panel.h>

#include <functional>
#include <optional>

namespace palpate::app {
class Clinic;
}

namespace palpate::gui {

class PillButton;
class RowList;
class SectionHeading;
class TextBlock;

/// What of a patient's record left the clinic: what, how, for whom, why, when. The clinic must
/// outlive it.
class Disclosures : public wxPanel {
public:
    Disclosures(wxWindow* parent, app::Clinic& clinic);

    std::function<void()> onPrint; ///< the list on paper
    std::function<void()> onSave;  ///< and as a PDF

    void show(const std::optional<PatientId>& patient);
    void tell(const wxString& sentence, bool good);

private:
    app::Clinic& clinic_;
    SectionHeading* heading_; ///< children of this window, as all below
    PillButton* print_;
    PillButton* save_;
    TextBlock* none_;
    RowList* list_;
    TextBlock* told_;
};

} // namespace palpate::gui
