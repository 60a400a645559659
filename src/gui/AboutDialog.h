// SPDX-License-Identifier: MIT
#pragma once

#include "app/DataPaths.h"
#include "gui/FormDialog.h"

namespace palpate::gui {

/// Version, licences, and the body map's attribution word for word, as its licence asks.
class AboutDialog : public FormDialog {
public:
    AboutDialog(wxWindow* parent, const app::DataPaths& paths);

private:
    [[nodiscard]] std::vector<Message> accept() override { return {}; }
};

} // namespace palpate::gui
