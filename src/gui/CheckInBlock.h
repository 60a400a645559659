// SPDX-License-Identifier: MIT
#pragma once

#include "app/VisitView.h"
#include "gui/LineField.h"
#include "gui/ScoreStrip.h"
#include "gui/TextBlock.h"
#include "gui/TypedText.h"

#include <wx/panel.h>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace palpate::gui {

/// The questions about everyday life: what is counted in few whole numbers as a strip with last
/// time's dashed, hours and litres as small fields with last time's grey.
class CheckInBlock : public wxPanel {
public:
    CheckInBlock(wxWindow* parent, const wxString& name);
    ~CheckInBlock() override;

    /// May throw EditRefused with a sentence about the number.
    std::function<void(app::CheckInField, std::optional<double>)> onAnswer;

    void render(const std::vector<app::CheckInLine>& lines, bool readOnly);
    void flush();
    void forget();

private:
    struct Question;

    void build(const std::vector<app::CheckInLine>& lines);
    void addStrip(Question& question, wxSizer& column);
    void addField(Question& question, wxSizer& line);
    void store(Question& question, const std::string& typed);

    std::vector<std::unique_ptr<Question>> questions_; ///< made once: they never change
    TextBlock* problem_ = nullptr;                     ///< a child of this window
};

} // namespace palpate::gui
