// SPDX-License-Identifier: MIT
#pragma once

#include "app/Amendments.h"

#include <wx/panel.h>

#include <functional>
#include <vector>

namespace palpate::app {
class Clinic;
class Prompter;
} // namespace palpate::app

namespace palpate::gui {

class PanelScroller;
class RequestCard;
class TextBlock;

/// What patients ask to be changed in their records and nobody has answered yet, the longest
/// waiting first. The clinic must outlive it.
class RequestsPane : public wxPanel {
public:
    RequestsPane(wxWindow* parent, app::Clinic& clinic, app::Prompter& prompter);

    /// To a patient's record; without it no card leads there.
    std::function<void(const PatientId&)> onPatient;

    void renew(); ///< as they are now

private:
    void answer(const app::AmendmentLine& request);

    app::Clinic& clinic_;
    std::vector<app::AmendmentLine> shown_;
    TextBlock* none_; ///< children of this window, as all below
    PanelScroller* scroller_;
    wxPanel* sheet_;
    std::vector<RequestCard*> cards_;
};

} // namespace palpate::gui
