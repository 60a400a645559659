// SPDX-License-Identifier: MIT
#pragma once

#include "gui/SectionHeading.h"
#include "gui/SessionSection.h"

#include <vector>

namespace palpate::gui {

/// What the patient asked to be changed in a signed session, and what was answered. Hidden without
/// any.
class RequestsSection : public SessionSection {
public:
    explicit RequestsSection(wxWindow* parent);

    std::function<void(const app::AmendmentLine&)> onAnswer;

    [[nodiscard]] bool render(const app::SessionView& view, bool readOnly) override;

private:
    wxPanel* place_; ///< a child of this window
    std::vector<app::AmendmentLine> shown_;
};

} // namespace palpate::gui
