// SPDX-License-Identifier: MIT
#include "gui/TechniquePicker.h"

#include "gui/Phrases.h"

#include <wx/sizer.h>

#include <algorithm>
#include <utility>

namespace palpate::gui {

namespace {

/// So many of the profession's techniques, usual ones first, are in sight before the list is
/// opened.
constexpr std::size_t kUsualTechniques = 5;

[[nodiscard]] const char* signOf(app::CautionMark mark) {
    switch (mark) {
    case app::CautionMark::NotChecked:
        return "?  ";
    case app::CautionMark::Care:
        return "!  ";
    case app::CautionMark::Weigh:
        return "▲  ";
    case app::CautionMark::Never:
        return "⊘  ";
    case app::CautionMark::Nothing:
        break;
    }
    return "";
}

/// All that a chip looks like, its being chosen aside.
[[nodiscard]] bool looksAlike(const app::TechniqueChip& a, const app::TechniqueChip& b) {
    return a.label == b.label && a.mark == b.mark && a.caution == b.caution;
}

} // namespace

TechniquePicker::TechniquePicker(wxWindow* parent, const wxString& name)
    : wxPanel{parent,
              wxID_ANY,
              wxDefaultPosition,
              wxDefaultSize,
              wxTAB_TRAVERSAL | wxBORDER_NONE,
              name + ".picker"} {
    SetBackgroundColour(parent->GetBackgroundColour());
    auto* column = new wxBoxSizer{wxVERTICAL};
    chips_ =
        new ChipGroup{this, name + ".techniques",    said("Techniques"), ChipGroup::Kind::Multi,
                      {},   ChipGroup::Size::Compact};
    column->Add(chips_, wxSizerFlags{}.Expand());
    cautions_ =
        new TextBlock{this, name + ".cautions", {}, TextStyle::Small, TextBlock::Ink::Warning};
    cautions_->Hide();
    column->Add(cautions_, wxSizerFlags{}.Expand().Border(wxTOP | wxLEFT, FromDIP(3)));
    question_ = new CautionCard{this, name + ".caution"};
    question_->Hide();
    column->Add(question_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(6)));
    SetSizer(column);
    chips_->onChange = [this](int chip, ChipState) {
        const TechniqueKey technique =
            techniques_.at(shown_.at(static_cast<std::size_t>(chip))).value;
        if (onChoose) {
            onChoose(technique);
        }
    };
    chips_->onAction = [this](int) {
        all_ = !all_;
        renderChips();
        cautions_->setText(cautionsShown());
        cautions_->Show(!cautions_->text().empty());
        relayoutAround(*chips_);
        if (onResized) {
            onResized();
        }
    };
    question_->onGoOn = [this](const std::string& reason) {
        if (onGoOn) {
            onGoOn(reason);
        }
    };
    question_->onHoldBack = [this] {
        if (onHoldBack) {
            onHoldBack();
        }
        chips_->SetFocus();
    };
}

bool TechniquePicker::render(const std::vector<app::TechniqueChip>& techniques,
                             const std::optional<app::CautionQuestion>& asking, bool readOnly) {
    techniques_ = techniques;
    renderChips();
    if (chips_->IsThisEnabled() == readOnly) {
        chips_->Enable(!readOnly);
    }
    const wxString cautions = readOnly ? wxString{} : cautionsShown();
    bool changed = cautions_->text() != cautions;
    cautions_->setText(cautions);
    changed = cautions_->Show(!cautions.empty()) || changed;
    if (asking) {
        question_->render(*asking);
    } else {
        question_->forget();
    }
    if (question_->Show(asking.has_value())) {
        changed = true;
        if (asking) {
            // Shown and laid out first: what is hidden takes no focus.
            CallAfter([this] {
                if (question_->IsShownOnScreen()) {
                    question_->focusFirst();
                }
            });
        }
    }
    return changed;
}

void TechniquePicker::renderChips() {
    std::vector<std::size_t> shown;
    for (std::size_t i = 0; i < techniques_.size(); ++i) {
        if (all_ || i < kUsualTechniques || techniques_[i].chosen) {
            shown.push_back(i);
        }
    }
    std::vector<app::TechniqueChip> wanted;
    for (const std::size_t i : shown) {
        wanted.push_back(techniques_[i]);
    }
    const bool alike = all_ == madeAll_ && wanted.size() == made_.size() &&
                       std::equal(wanted.begin(), wanted.end(), made_.begin(), looksAlike);
    shown_ = std::move(shown);
    if (!alike) {
        made_ = wanted;
        madeAll_ = all_;
        std::vector<ChipGroup::Chip> chips;
        for (const app::TechniqueChip& technique : wanted) {
            ChipGroup::Chip chip{toWx(technique.label)};
            chip.mark = chipMark(technique.mark);
            chip.tip = toWx(technique.caution);
            chips.push_back(std::move(chip));
        }
        if (techniques_.size() > kUsualTechniques) {
            chips.push_back({all_ ? said("Fewer") : said("More …"), true});
        }
        chips_->setChips(std::move(chips));
    }
    for (std::size_t chip = 0; chip < wanted.size(); ++chip) {
        const ChipState state = wanted[chip].chosen ? ChipState::On : ChipState::Off;
        if (chips_->state(static_cast<int>(chip)) != state) {
            chips_->setState(static_cast<int>(chip), state);
        }
    }
}

wxString TechniquePicker::cautionsShown() const {
    // One line a sentence, with the techniques it is about: no pointer has to hover to read it.
    std::vector<std::pair<const app::TechniqueChip*, std::string>> lines;
    for (const std::size_t i : shown_) {
        const app::TechniqueChip& technique = techniques_[i];
        if (technique.caution.empty() || technique.mark == app::CautionMark::Nothing) {
            continue;
        }
        const auto same = std::find_if(lines.begin(), lines.end(), [&](const auto& line) {
            return line.first->caution == technique.caution && line.first->mark == technique.mark;
        });
        if (same == lines.end()) {
            lines.emplace_back(&technique, technique.label);
        } else {
            same->second += ", " + technique.label;
        }
    }
    std::stable_sort(lines.begin(), lines.end(), [](const auto& a, const auto& b) {
        return static_cast<int>(a.first->mark) > static_cast<int>(b.first->mark);
    });
    wxString text;
    for (const auto& [technique, labels] : lines) {
        text += (text.empty() ? "" : "\n") + toWx(signOf(technique->mark)) +
                said("{1}: {2}", {labels, technique->caution});
    }
    return text;
}

} // namespace palpate::gui
