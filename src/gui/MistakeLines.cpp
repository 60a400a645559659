// SPDX-License-Identifier: MIT
#include "gui/MistakeLines.h"

#include "gui/Phrases.h"
#include "gui/PillButton.h"

#include <wx/sizer.h>

#include <utility>

namespace palpate::gui {

MistakeLines::MistakeLines(wxWindow* parent, const wxString& name)
    : wxPanel{parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxBORDER_NONE,
              name} {
    SetBackgroundColour(parent->GetBackgroundColour());
    SetSizer(new wxBoxSizer{wxVERTICAL});
    Bind(wxEVT_SYS_COLOUR_CHANGED, [this](wxSysColourChangedEvent& event) {
        SetBackgroundColour(GetParent()->GetBackgroundColour());
        event.Skip();
    });
    Hide();
}

void MistakeLines::set(std::vector<Mistake> mistakes) {
    if (mistakes == shown_) {
        return;
    }
    shown_ = std::move(mistakes);
    while (lines_.size() < shown_.size()) {
        const std::size_t index = lines_.size();
        auto* line = new PillButton{
            this, wxString::Format("%s.%zu", GetName(), index), {}, PillButton::Kind::Line};
        line->setMostLines(3);
        line->onClick = [this, index] {
            if (onPress) {
                onPress(index);
            }
        };
        GetSizer()->Add(line, wxSizerFlags{}.Expand());
        lines_.push_back(line);
    }
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        const bool used = i < shown_.size();
        if (used) {
            const Mistake& mistake = shown_[i];
            lines_[i]->setText(
                mistake.place.empty()
                    ? mistake.sentence
                    : said("“{1}”: {2}", {fromWx(mistake.place), fromWx(mistake.sentence)}));
        }
        lines_[i]->Show(used);
    }
    Show(!shown_.empty());
}

} // namespace palpate::gui
