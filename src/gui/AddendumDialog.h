// SPDX-License-Identifier: MIT
#pragma once

#include "gui/FormDialog.h"
#include "gui/KeptField.h"

#include <functional>
#include <optional>
#include <string>

namespace palpate::gui {

/// A later word on a signed session. What is typed outlives the program. The clinic must outlive
/// it.
class AddendumDialog : public FormDialog {
public:
    using Store = std::function<void(const std::string& text, const std::string& reason)>;
    AddendumDialog(wxWindow* parent, app::Clinic& clinic, const SessionId& session, Store store);

private:
    [[nodiscard]] std::vector<Message> accept() override;

    Store store_;
    wxTextCtrl* text_; ///< children of this window
    wxTextCtrl* reason_;
    std::optional<KeptField> keptText_;
    std::optional<KeptField> keptReason_;
};

} // namespace palpate::gui
