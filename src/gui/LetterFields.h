// SPDX-License-Identifier: MIT
#pragma once

#include "app/ReportChoices.h"
#include "app/ReportRequest.h"

#include <wx/panel.h>

#include <functional>
#include <vector>

class wxTextCtrl;

namespace palpate::gui {

class ChipGroup;
class PillButton;
class TextBlock;

/// What a letter says that the record does not: to whom, how urgent, which red flags, what is
/// asked.
class LetterFields : public wxPanel {
public:
    LetterFields(wxWindow* parent, const wxString& name);

    std::function<void()> onChange;
    std::function<void()> onResized; ///< other red flags are listed: it is higher or lower now

    /// Another patient or case: what was written stays only with `keepsWords`. The red flags that
    /// are not settled are chosen. `choices` must stay until the next call.
    void setChoices(const app::ReportChoices& choices, bool keepsWords);
    /// All that a screening raised and nobody settled, with the urgency of the most pressing.
    void nameRaisedFlags();
    [[nodiscard]] app::LetterWords words() const;
    [[nodiscard]] wxTextCtrl& recipient() noexcept { return *recipient_; }

private:
    void build();
    void chooseFlags();
    void showFlags();
    void showUrgency();
    void changed();

    const app::ReportChoices* choices_ = nullptr;
    std::vector<RedFlagKey> flags_;
    std::vector<RedFlagKey> offered_; ///< raised and not settled: chosen once, then left alone
    ChipGroup* physician_ = nullptr;  ///< children of this window, as all below
    wxTextCtrl* recipient_ = nullptr;
    wxTextCtrl* address_ = nullptr;
    ChipGroup* urgency_ = nullptr;
    TextBlock* urgencyMeaning_ = nullptr;
    TextBlock* flagLines_ = nullptr;
    PillButton* chooseFlags_ = nullptr;
    wxTextCtrl* findings_ = nullptr;
    wxTextCtrl* request_ = nullptr;
};

} // namespace palpate::gui
