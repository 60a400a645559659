// SPDX-License-Identifier: MIT
#pragma once

#include "app/ReportTemplates.h"
#include "app/Reports.h"
#include "gui/FormDialog.h"
#include "gui/RunDialog.h"

#include <string>

class wxGauge;

namespace palpate::app {
class Prompter;
} // namespace palpate::app

namespace palpate::gui {

class ChipGroup;
class DeliveryFields;

/// Which patients a report is written for, and into which folder. Clinic and prompter must outlive
/// it.
class ManyReportsDialog : public FormDialog {
public:
    /// Of `request` the template, the period and the words of a letter are taken.
    ManyReportsDialog(wxWindow* parent, app::Clinic& clinic, app::Prompter& prompter,
                      const app::TemplateChoice& layout, app::ReportRequest request, bool keep);
    ~ManyReportsDialog() override;

    /// After the dialog was accepted.
    [[nodiscard]] const app::ManyReports& asked() const noexcept { return asked_; }

private:
    [[nodiscard]] std::vector<Message> accept() override;
    void showCount();

    app::Clinic& clinic_;
    app::ManyReports asked_;
    wxTextCtrl* search_; ///< children of this window, as all below
    TextBlock* count_;
    wxTextCtrl* folder_;
    DeliveryFields* delivery_;
    ChipGroup* ways_;
};

/// Writes the reports while it is shown, one after the other on this thread, and says at the end
/// what became of them. Escape or its button ends between two reports. The clinic must outlive it.
class ManyReportsRun : public RunDialog {
public:
    ManyReportsRun(wxWindow* parent, app::Clinic& clinic, app::ManyReports asked);
    ~ManyReportsRun() override;

private:
    void work() override;
    void over(bool) override {}
    void tell(const app::ManyWritten& result);

    app::Clinic& clinic_;
    app::ManyReports asked_;
    wxGauge* gauge_; ///< children of this window
    TextBlock* details_;
};

} // namespace palpate::gui
