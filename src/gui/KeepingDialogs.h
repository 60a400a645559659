// SPDX-License-Identifier: MIT
#pragma once

#include "app/RecordDestruction.h"
#include "app/RecordKeeping.h"
#include "gui/FormDialog.h"

#include <filesystem>
#include <optional>
#include <string>

namespace palpate::app {
class Clinic;
class Prompter;
} // namespace palpate::app

namespace palpate::gui {

class ChipGroup;
class DeliveryFields;

/// For whom and why a whole record leaves the clinic.
class ExportDialog : public FormDialog {
public:
    ExportDialog(wxWindow* parent, const std::string& patient, const std::string& physician);
    [[nodiscard]] app::Delivery delivery() const;

private:
    [[nodiscard]] std::vector<Message> accept() override { return {}; }

    DeliveryFields* delivery_; ///< a child of this window
};

/// Asks for whom and where to, and exports; empty when the user thinks better of it. Throws as
/// app::exportRecord.
[[nodiscard]] std::optional<std::filesystem::path> exportWholeRecord(wxWindow* parent,
                                                                     app::Clinic& clinic,
                                                                     app::Prompter& prompter,
                                                                     const PatientId& patient);

/// One rule of how long records are kept.
class RetentionRuleDialog : public FormDialog {
public:
    /// Empty: a new one.
    RetentionRuleDialog(wxWindow* parent, const std::optional<RetentionRule>& rule);
    [[nodiscard]] const RetentionRule& rule() const noexcept { return rule_; }

private:
    [[nodiscard]] std::vector<Message> accept() override;

    RetentionRule rule_;
    wxTextCtrl* country_ = nullptr; ///< children of this window, as all below
    ChipGroup* profession_ = nullptr;
    wxTextCtrl* years_ = nullptr;
    wxTextCtrl* age_ = nullptr;
    wxTextCtrl* source_ = nullptr;
};

/// The end of a record: what it means, why, where export and certificate go, whose it is. Clinic
/// and prompter must outlive it.
class DestroyDialog : public FormDialog {
public:
    DestroyDialog(wxWindow* parent, app::Clinic& clinic, app::Prompter& prompter,
                  const app::DueRecord& record);
    /// Once it was accepted.
    [[nodiscard]] const std::optional<app::DestroyedRecord>& destroyed() const noexcept {
        return destroyed_;
    }

private:
    void chooseFolder();
    [[nodiscard]] std::vector<Message> accept() override;

    app::Clinic& clinic_;
    app::Prompter& prompter_;
    PatientId patient_;
    std::filesystem::path folder_;
    std::optional<app::DestroyedRecord> destroyed_;
    wxTextCtrl* reason_ = nullptr; ///< children of this window, as all below
    TextBlock* where_ = nullptr;
    PillButton* choose_ = nullptr;
    wxTextCtrl* name_ = nullptr;
};

} // namespace palpate::gui
