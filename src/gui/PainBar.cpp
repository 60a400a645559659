// SPDX-License-Identifier: MIT
#include "gui/PainBar.h"

#include "gui/ChipGroup.h"
#include "gui/LargeControls.h"
#include "gui/Phrases.h"
#include "gui/PillButton.h"
#include "gui/ScoreStrip.h"
#include "gui/SegmentedControl.h"
#include "gui/SizeSlider.h"
#include "gui/TextBlock.h"

#include <wx/dcclient.h>

#include <algorithm>
#include <cmath>

namespace palpate::gui {

namespace {

constexpr int kSideDip = 12;
constexpr int kTopDip = 6;
constexpr int kRowGapDip = 4;
constexpr int kPartGapDip = 8;

[[nodiscard]] std::shared_ptr<const drawing::Picture> shared(const drawing::Picture& picture) {
    return std::make_shared<const drawing::Picture>(picture);
}

} // namespace

PainBar::PainBar(wxWindow* parent, const wxString& name, std::vector<PainSwatch> qualities) {
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    Create(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize,
           wxBORDER_NONE | wxTAB_TRAVERSAL | wxFULL_REPAINT_ON_RESIZE, name);
    dress();
    tools_ = new SegmentedControl{
        this, name + ".tool", said("Tool"), {said("Brush"), said("Polygon"), said("Erase")}};
    brush_ =
        new SizeSlider{this, name + ".size", said("Brush size"), "mm", kLeastBrush, kMostBrush};
    std::vector<ChipGroup::Chip> chips;
    for (const PainSwatch& one : qualities) {
        qualities_.push_back(one.quality);
        chips.push_back({toWx(one.label), false, shared(one.swatch)});
    }
    quality_ = new ChipGroup{this,
                             name + ".quality",
                             said("What it feels like"),
                             ChipGroup::Kind::Single,
                             std::move(chips),
                             ChipGroup::Size::Compact};
    intensity_ =
        new ScoreStrip{this, name + ".intensity", said("intensity"), ScoreStrip::Size::Compact};
    depth_ = new ChipGroup{this,
                           name + ".depth",
                           said("Depth"),
                           ChipGroup::Kind::Single,
                           {{said("Deep")}, {said("Surface")}},
                           ChipGroup::Size::Compact};
    mirror_ = new PillButton{
        this, name + ".mirror", {}, PillButton::Kind::Secondary, PillButton::Size::Compact};
    mirror_->setIcon(Icon::Mirror);
    mirror_->setWords(said("Mirror the chosen area to the other side"));
    mirror_->SetToolTip(said("Mirror the chosen area to the other side"));
    remove_ = new PillButton{
        this, name + ".delete", {}, PillButton::Kind::Secondary, PillButton::Size::Compact};
    remove_->setIcon(Icon::Bin);
    remove_->setWords(said("Delete the chosen area"));
    remove_->SetToolTip(said("Delete the chosen area"));
    remark_ = new TextBlock{this, name + ".remark", {}, TextStyle::Small, TextBlock::Ink::Muted};
    remark_->setSingleLine();
    remark_->Hide();
    parts_ = {{tools_},  {brush_},  {intensity_}, {depth_, depth_}, {quality_, quality_},
              {mirror_}, {remove_}, {remark_}};
    tools_->onChange = [this](int tool) {
        change([&](PainSettings& now) { now.tool = static_cast<PainTool>(tool); });
    };
    brush_->onChange = [this](double radius) {
        change([&](PainSettings& now) { now.brush = radius; });
    };
    quality_->onChange = [this](int chip, ChipState state) {
        change([&](PainSettings& now) {
            now.quality.reset();
            if (state == ChipState::On) {
                now.quality = qualities_.at(static_cast<std::size_t>(chip));
            }
        });
    };
    intensity_->onChange = [this](std::optional<int> score) {
        change([&](PainSettings& now) { now.intensity = score; });
    };
    depth_->onChange = [this](int chip, ChipState state) {
        change([&](PainSettings& now) {
            now.depth.reset();
            if (state == ChipState::On) {
                now.depth = chip == 0 ? PainDepth::Deep : PainDepth::Surface;
            }
        });
    };
    mirror_->onClick = [this] {
        if (onMirror) {
            onMirror();
        }
    };
    remove_->onClick = [this] {
        if (onDelete) {
            onDelete();
        }
    };
    enableActions(false, false);
    show();
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        const int wanted = arrange(GetClientSize().x, true);
        if (wanted != GetMinSize().y) {
            SetMinSize({-1, wanted});
            CallAfter([this] { relayoutAround(*this); });
        }
        event.Skip();
    });
    Bind(EVT_CONTROL_HEIGHT, [this](wxCommandEvent&) {
        SetMinSize({-1, arrange(GetClientSize().x, true)});
    });
    Bind(wxEVT_PAINT, [this](wxPaintEvent&) {
        wxPaintDC dc{this};
        dc.SetBackground(wxBrush{palette().panel});
        dc.Clear();
        dc.SetPen(palette().hairline);
        dc.DrawLine(0, GetClientSize().y - 1, GetClientSize().x, GetClientSize().y - 1);
    });
    Bind(wxEVT_SYS_COLOUR_CHANGED, [this](wxSysColourChangedEvent& event) {
        dress();
        event.Skip();
    });
}

void PainBar::dress() {
    dressAsPanel(*this);
    Refresh();
}

wxSize PainBar::DoGetBestClientSize() const {
    return {FromDIP(400), arrange(std::max(FromDIP(400), GetClientSize().x), false)};
}

int PainBar::arrange(int width, bool apply) const {
    const int side = FromDIP(kSideDip);
    const int gap = FromDIP(kPartGapDip);
    const int right = std::max(side + 1, width - side);
    int x = side;
    int y = FromDIP(kTopDip);
    int tallest = 0;
    std::vector<std::pair<wxWindow*, wxRect>> row;
    const auto finishRow = [&] {
        if (apply) {
            for (auto& [window, area] : row) {
                area.y += (tallest - area.height) / 2;
                window->SetSize(area);
            }
        }
        row.clear();
    };
    for (const Part& part : parts_) {
        if (!part.window->IsShown()) {
            continue;
        }
        wxSize size = part.window->GetBestSize();
        if (part.chips) {
            size.x = part.chips->lineWidth();
        }
        if (x > side && x + size.x > right) {
            finishRow();
            x = side;
            y += tallest + FromDIP(kRowGapDip);
            tallest = 0;
        }
        if (part.chips) {
            size.x = std::min(size.x, right - x);
            size.y = part.chips->heightFor(size.x);
        }
        row.emplace_back(part.window, wxRect{x, y, size.x, size.y});
        tallest = std::max(tallest, size.y);
        x += size.x + gap;
    }
    finishRow();
    return y + tallest + FromDIP(kTopDip);
}

void PainBar::set(const PainSettings& settings) {
    settings_ = settings;
    settings_.brush = std::clamp(settings_.brush, kLeastBrush, kMostBrush);
    show();
}

void PainBar::show() {
    tools_->select(static_cast<int>(settings_.tool));
    brush_->setValue(settings_.brush);
    // A polygon has no thickness.
    brush_->Enable(settings_.tool != PainTool::Polygon);
    quality_->clearStates();
    for (std::size_t i = 0; i < qualities_.size(); ++i) {
        if (settings_.quality == qualities_[i]) {
            quality_->setState(static_cast<int>(i), ChipState::On);
        }
    }
    intensity_->setValue(settings_.intensity);
    depth_->clearStates();
    if (settings_.depth) {
        depth_->setState(*settings_.depth == PainDepth::Deep ? 0 : 1, ChipState::On);
    }
}

void PainBar::change(const std::function<void(PainSettings&)>& alter) {
    const PainSettings before = settings_;
    alter(settings_);
    brush_->Enable(settings_.tool != PainTool::Polygon);
    if (!onChange) {
        return;
    }
    try {
        onChange(settings_);
    } catch (...) { // shows what holds
        set(before);
        throw;
    }
}

void PainBar::stepBrush(int by) {
    constexpr double kStep = 1.2;
    const double wanted =
        std::clamp(settings_.brush * std::pow(kStep, by), kLeastBrush, kMostBrush);
    if (wanted != settings_.brush) {
        brush_->setValue(wanted);
        change([&](PainSettings& now) { now.brush = wanted; });
    }
}

void PainBar::enableActions(bool mirror, bool remove) {
    mirror_->Enable(mirror);
    remove_->Enable(remove);
}

void PainBar::setRemark(const wxString& remark) {
    if (remark == remark_->text()) {
        return;
    }
    remark_->setText(remark);
    remark_->Show(!remark.empty());
    SetMinSize({-1, arrange(GetClientSize().x, true)});
    relayoutAround(*this);
}

void PainBar::setSwatches(std::vector<PainSwatch> qualities) {
    std::vector<std::shared_ptr<const drawing::Picture>> pictures;
    for (const PainSwatch& one : qualities) {
        pictures.push_back(shared(one.swatch));
    }
    quality_->setSwatches(pictures);
}

} // namespace palpate::gui
