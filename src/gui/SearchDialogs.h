// SPDX-License-Identifier: MIT
#pragma once

#include "app/ReportRequest.h"
#include "gui/FormDialog.h"
#include "gui/RunDialog.h"

#include <cstddef>
#include <functional>
#include <string>

class wxTextCtrl;

namespace palpate::gui {

class DeliveryFields;

/// Under which name a search is kept.
class SaveSearchDialog : public FormDialog {
public:
    /// `save` stores it; what it throws is shown.
    SaveSearchDialog(wxWindow* parent, const std::string& query,
                     std::function<void(const std::string& name)> save);
    [[nodiscard]] std::string name() const;

private:
    [[nodiscard]] std::vector<Message> accept() override;

    std::function<void(const std::string&)> save_;
    wxTextCtrl* name_; ///< a child of this window
};

/// For whom and why the sessions found leave the clinic as a file.
class CsvDialog : public FormDialog {
public:
    CsvDialog(wxWindow* parent, const std::string& query, const std::string& count);
    [[nodiscard]] app::Delivery delivery() const;

private:
    [[nodiscard]] std::vector<Message> accept() override { return {}; }

    DeliveryFields* delivery_; ///< a child of this window
};

/// Writes it, says how far it is, and can be stopped: then nothing was written.
class CsvRun : public RunDialog {
public:
    /// `write` is handed what to ask now and then with how many sessions are ready; `false` ends
    /// it. It gives whether the file was written, and may throw.
    using GoesOn = std::function<bool(std::size_t sessions)>;
    CsvRun(wxWindow* parent, std::function<bool(const GoesOn&)> write);
    [[nodiscard]] bool isWritten() const noexcept { return written_; }

private:
    void work() override;
    /// Nothing to read is left when it went well.
    void over(bool isWhole) override;

    std::function<bool(const GoesOn&)> write_;
    bool written_ = false;
};

} // namespace palpate::gui
