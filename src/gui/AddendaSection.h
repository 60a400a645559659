// SPDX-License-Identifier: MIT
#pragma once

#include "gui/SectionHeading.h"
#include "gui/SessionSection.h"

#include <vector>

namespace palpate::gui {

/// Later words on a signed session, oldest first.
class AddendaSection : public SessionSection {
public:
    explicit AddendaSection(wxWindow* parent);

    [[nodiscard]] bool render(const app::SessionView& view, bool readOnly) override;

private:
    wxPanel* place_; ///< a child of this window
    std::vector<app::AddendumRow> shown_;
};

} // namespace palpate::gui
