// SPDX-License-Identifier: MIT
#include "gui/ChipGroup.h"

#include "domain/Message.h"
#include "gui/Painting.h"
#include "gui/Words.h"

#include <algorithm>

namespace palpate::gui {

namespace {

constexpr int kLeastDip = 120;    ///< a narrower group has not been laid out yet
constexpr int kEndlessDip = 9000; ///< longer than any line

[[nodiscard]] ChipState after(ChipState state) noexcept {
    return state == ChipState::Off  ? ChipState::On
           : state == ChipState::On ? ChipState::Absent
                                    : ChipState::Off;
}

} // namespace

ChipGroup::ChipGroup(wxWindow* parent, const wxString& name, const wxString& label, Kind kind,
                     std::vector<Chip> chips, Size size)
    : PaintedControl{parent, name}, label_{label}, kind_{kind}, size_{size} {
    setChips(std::move(chips));
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        arrange();
        event.Skip();
    });
}

void ChipGroup::setChips(std::vector<Chip> chips) {
    chips_.clear();
    for (Chip& chip : chips) {
        Item item;
        item.chip = std::move(chip);
        chips_.push_back(std::move(item));
    }
    hot_ = kNone;
    pressed_.forget();
    current_ = 0;
    arrange();
    tell();
    sizeChanged();
}

ChipState ChipGroup::state(int chip) const {
    return chips_.at(static_cast<std::size_t>(chip)).state;
}

void ChipGroup::setState(int chip, ChipState state) {
    if (kind_ == Kind::Single && state == ChipState::On) {
        clearStates();
    }
    chips_.at(static_cast<std::size_t>(chip)).state = state;
    tell();
    Refresh();
}

void ChipGroup::clearStates() {
    for (Item& item : chips_) {
        item.state = ChipState::Off;
    }
    tell();
    Refresh();
}

int ChipGroup::selected() const noexcept {
    const auto found = std::find_if(chips_.begin(), chips_.end(),
                                    [](const Item& item) { return item.state == ChipState::On; });
    return found == chips_.end() ? kNone : static_cast<int>(found - chips_.begin());
}

void ChipGroup::enableChip(int chip, bool enabled) {
    chips_.at(static_cast<std::size_t>(chip)).enabled = enabled;
    Refresh();
}

int ChipGroup::chipNamed(const wxString& text) const {
    const auto found = std::find_if(chips_.begin(), chips_.end(),
                                    [&](const Item& item) { return item.chip.text == text; });
    return found == chips_.end() ? kNone : static_cast<int>(found - chips_.begin());
}

wxRect ChipGroup::chipArea(int chip) const {
    return chips_.at(static_cast<std::size_t>(chip)).area;
}

int ChipGroup::chipWidth(const Item& item) const {
    // Room for the mark and the bold face is kept always: a press must not move the chips under
    // the pointer.
    const int mark = item.chip.mark != ChipMark::Nothing           ? px(kCautionDip)
                     : kind_ == Kind::Signs && !item.chip.isAction ? px(kMarkDip)
                                                                   : 0;
    const int swatch =
        item.chip.swatch ? wxRound(item.chip.swatch->width * kPixelsPerMm) + px(kSwatchGapDip) : 0;
    return std::max(textSize(item.chip.text, TextStyle::ControlStrong).x + mark + swatch +
                        2 * px(item.chip.swatch         ? 8
                               : size_ == Size::Compact ? 11
                                                        : 12),
                    px(32));
}

int ChipGroup::lineWidth() const {
    int width = 2 * FromDIP(dip::kFocusRoom) - px(size_ == Size::Compact ? 5 : 8);
    for (const Item& item : chips_) {
        width += chipWidth(item) + px(size_ == Size::Compact ? 5 : 8);
    }
    return std::max(0, width);
}

int ChipGroup::heightFor(int width) const {
    return arranged(width, nullptr).y;
}

wxSize ChipGroup::sizeWithin(int room) const {
    const int width = std::min(lineWidth(), std::max(room, arranged(room, nullptr).x));
    return {width, heightFor(width)};
}

void ChipGroup::setSwatches(const std::vector<std::shared_ptr<const drawing::Picture>>& swatches) {
    for (std::size_t i = 0; i < std::min(swatches.size(), chips_.size()); ++i) {
        chips_[i].chip.swatch = swatches[i];
    }
    arrange();
}

wxSize ChipGroup::arranged(int width, std::vector<wxRect>* areas) const {
    const bool compact = size_ == Size::Compact;
    const int height = tall(compact ? dip::kCompact : dip::kRegular);
    const int gap = px(compact ? 5 : 8);
    const int room = FromDIP(dip::kFocusRoom);
    int x = room;
    int y = room;
    int widest = 0;
    // A chip that is longer than the line is cut there: its tip and the screen reader say all of
    // it.
    const int longest = width >= px(kLeastDip) ? width - 2 * room : px(kEndlessDip);
    for (const Item& item : chips_) {
        const int wide = std::min(chipWidth(item), longest);
        if (x > room && x + wide + room > width) {
            x = room;
            y += height + gap;
        }
        if (areas) {
            areas->push_back({x, y, wide, height});
        }
        widest = std::max(widest, wide);
        x += wide + gap;
    }
    return {widest + 2 * room, chips_.empty() ? 0 : y + height + room};
}

void ChipGroup::arrange() {
    std::vector<wxRect> areas;
    const wxSize wanted = arranged(GetClientSize().x, &areas);
    for (std::size_t i = 0; i < chips_.size(); ++i) {
        chips_[i].area = areas[i];
    }
    const wxSize asks{GetClientSize().x, wanted.y};
    if (wanted.y == GetClientSize().y) {
        asked_ = {};
    } else if (asks != asked_) { // once: who has no room to give is not asked for ever
        asked_ = asks;
        sizeChanged();
    }
    Refresh();
}

wxSize ChipGroup::DoGetBestSize() const {
    return arranged(GetClientSize().x, nullptr);
}

int ChipGroup::chipAt(wxPoint at) const {
    for (int i = 0; i < count(); ++i) {
        if (pressArea(i).Contains(at)) {
            return i;
        }
    }
    return kNone;
}

wxRect ChipGroup::pressArea(int chip) const {
    return wxRect{chips_[static_cast<std::size_t>(chip)].area}.Inflate(px(2));
}

void ChipGroup::put(int chip, ChipState state) {
    if (chip < 0 || chip >= count() || !chips_[static_cast<std::size_t>(chip)].enabled) {
        return;
    }
    current_ = chip;
    const std::vector<ChipState> before = states();
    setState(chip, state);
    if (!onChange) {
        return;
    }
    const std::vector<ChipState> wanted = states();
    try {
        onChange(chip, state);
    } catch (...) {
        if (states() == wanted) {
            for (std::size_t i = 0; i < before.size(); ++i) {
                chips_[i].state = before[i];
            }
            tell();
            Refresh();
        }
        throw;
    }
}

std::vector<ChipState> ChipGroup::states() const {
    std::vector<ChipState> all;
    for (const Item& item : chips_) {
        all.push_back(item.state);
    }
    return all;
}

void ChipGroup::press(int chip) {
    if (chip < 0 || chip >= count()) {
        return;
    }
    const Item& item = chips_[static_cast<std::size_t>(chip)];
    if (item.chip.isAction) {
        current_ = chip;
        if (item.enabled && onAction) {
            onAction(chip);
        }
        return;
    }
    put(chip, kind_ == Kind::Signs          ? after(item.state)
              : item.state == ChipState::On ? ChipState::Off
                                            : ChipState::On);
}

void ChipGroup::pressed(wxPoint at) {
    pressed_.forget();
    if (const int chip = chipAt(at); chip != kNone) {
        pressed_.press(*this, chip, pressArea(chip));
    }
}

void ChipGroup::released(wxPoint at) {
    const std::optional<int> part = pressed_.part();
    if (part && pressed_.release(*this, at, pressArea(*part)) && IsEnabled()) {
        press(*part);
    }
}

void ChipGroup::pointed(wxPoint at) {
    const int now = chipAt(at);
    const std::optional<int> part = pressed_.part();
    const bool looksOther = part && pressed_.point(*this, at, pressArea(*part));
    if (now != hot_ || looksOther) {
        hot_ = now;
        showTip();
        Refresh();
    }
}

void ChipGroup::showTip() {
    wxString tip;
    if (hot_ != kNone) {
        const Item& item = chips_[static_cast<std::size_t>(hot_)];
        const bool isCut = item.area.width < chipWidth(item);
        tip = item.chip.tip.empty() && isCut ? item.chip.text : item.chip.tip;
    }
    if (tip.empty()) {
        UnsetToolTip();
    } else {
        SetToolTip(tip);
    }
}

void ChipGroup::moveTo(int chip) {
    current_ = std::clamp(chip, 0, std::max(0, count() - 1));
    tell();
    Refresh();
}

bool ChipGroup::key(wxKeyEvent& event) {
    if (event.ControlDown() || event.AltDown() || chips_.empty()) {
        return false;
    }
    const bool sign =
        kind_ == Kind::Signs && !chips_[static_cast<std::size_t>(current_)].chip.isAction;
    switch (event.GetKeyCode()) {
    case WXK_LEFT:
    case WXK_UP:
        moveTo(current_ - 1);
        return true;
    case WXK_RIGHT:
    case WXK_DOWN:
        moveTo(current_ + 1);
        return true;
    case WXK_HOME:
        moveTo(0);
        return true;
    case WXK_END:
        moveTo(count() - 1);
        return true;
    case WXK_SPACE:
    case WXK_RETURN:
    case WXK_NUMPAD_ENTER:
        press(current_);
        return true;
    case '+':
    case '=':
    case WXK_NUMPAD_ADD:
        if (sign) {
            put(current_, ChipState::On);
        }
        return sign;
    case '-':
    case WXK_NUMPAD_SUBTRACT:
        if (sign) {
            put(current_, ChipState::Absent);
        }
        return sign;
    case WXK_BACK:
    case WXK_DELETE:
        if (!chips_[static_cast<std::size_t>(current_)].chip.isAction) {
            put(current_, ChipState::Off);
        }
        return true;
    default:
        return false;
    }
}

void ChipGroup::focusChanged() {
    tell();
}

void ChipGroup::tell() {
    const auto words = [this](const Item& item) {
        const wxString text =
            item.chip.text + (item.chip.tip.empty() ? wxString{} : " (" + item.chip.tip + ")");
        if (item.chip.isAction) {
            return text;
        }
        const bool signs = kind_ == Kind::Signs;
        const Message state{item.state == ChipState::On ? (signs ? tr("present") : tr("chosen"))
                            : item.state == ChipState::Absent ? tr("absent")
                            : signs                           ? tr("not assessed")
                                                              : tr("not chosen"),
                            {}};
        return text + " " + toWx(shown(state));
    };
    wxString all;
    for (const Item& item : chips_) {
        all += (all.empty() ? "" : ", ") + words(item);
    }
    const bool inside = HasFocus() && current_ < count();
    const wxString now =
        inside ? ": " + words(chips_[static_cast<std::size_t>(current_)]) : wxString{};
    setAccessible(*this, Role::List, label_ + now, all);
}

} // namespace palpate::gui
