// SPDX-License-Identifier: MIT
#pragma once

#include "app/ReportRequest.h"

#include <wx/panel.h>

#include <functional>
#include <string>
#include <utility>
#include <vector>

class wxTextCtrl;

namespace palpate::gui {

class ChipGroup;

/// For whom a part of the record leaves the clinic, and why: usual answers to press, or one's own
/// words. Both may stay empty: not stated.
class DeliveryFields : public wxPanel {
public:
    DeliveryFields(wxWindow* parent, const wxString& name);

    /// The names behind the usual answers; `physician` may be empty.
    void setPeople(const std::string& patient, const std::string& physician);
    void clear();
    /// Recipient and purpose; the rest is the caller's.
    [[nodiscard]] app::Delivery delivery() const;
    [[nodiscard]] wxTextCtrl& recipient() noexcept { return *recipient_; }

private:
    /// Pressing a chip puts its words into the field; typing something else lets go of it.
    void join(ChipGroup& chips, wxTextCtrl& field,
              std::function<const std::vector<std::string>&()> words);

    std::vector<std::string> people_;   ///< what the chips of the recipient stand for
    std::vector<std::string> purposes_; ///< of the purpose
    ChipGroup* recipientChips_;         ///< children of this window, as all below
    wxTextCtrl* recipient_;
    ChipGroup* purposeChips_;
    wxTextCtrl* purpose_;
};

} // namespace palpate::gui
