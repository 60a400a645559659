// SPDX-License-Identifier: MIT
#pragma once

#include "app/ReportRequest.h"
#include "gui/FormDialog.h"

#include <filesystem>
#include <string>

namespace palpate::gui {

class ChipGroup;
class DeliveryFields;
class ImageView;

/// For whom and why a kept document leaves the clinic, asked before it is saved elsewhere.
class CopyDialog : public FormDialog {
public:
    /// A picture can't be protected with a password.
    CopyDialog(wxWindow* parent, const wxString& title, bool isPdf, const std::string& patient,
               const std::string& physician);
    [[nodiscard]] app::Delivery delivery() const;
    [[nodiscard]] bool wantsPassword() const;

private:
    [[nodiscard]] std::vector<Message> accept() override { return {}; }

    DeliveryFields* delivery_; ///< children of this window
    ChipGroup* ways_;
};

/// Under which title a file is kept.
class AttachDialog : public FormDialog {
public:
    AttachDialog(wxWindow* parent, const std::filesystem::path& file);
    [[nodiscard]] std::string title() const;

private:
    [[nodiscard]] std::vector<Message> accept() override;

    wxTextCtrl* title_; ///< a child of this window
};

/// A kept picture, as large as the screen allows.
class ImageDialog : public FormDialog {
public:
    ImageDialog(wxWindow* parent, const wxString& title, const std::string& bytes);

private:
    [[nodiscard]] std::vector<Message> accept() override { return {}; }
};

} // namespace palpate::gui
