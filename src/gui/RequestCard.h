// SPDX-License-Identifier: MIT
#pragma once

#include "app/Amendments.h"
#include "gui/Card.h"

#include <functional>

namespace palpate::gui {

/// A patient's request to change the record, with what was answered and what can be done next.
class RequestCard : public Card {
public:
    /// `withPatient`: the name stands on it, and a button leads to the record.
    RequestCard(wxWindow* parent, const wxString& name, const app::AmendmentLine& request,
                bool withPatient);

    std::function<void()> onAnswer; ///< an answer, or what the patient says to a refusal
    std::function<void()> onOpen;   ///< the record

private:
    void addWords(bool withPatient);
    void addButtons(bool withPatient);

    app::AmendmentLine request_;
};

} // namespace palpate::gui
