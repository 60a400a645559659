// SPDX-License-Identifier: MIT
#pragma once

#include <wx/string.h>
#include <wx/timer.h>

#include <functional>
#include <optional>
#include <string>

namespace palpate::gui {

/// Carries typed text to the record: at most 300 ms after the first keystroke that is not stored
/// yet, also while typing goes on. Text that could not be stored is kept and tried again.
class TypedText {
public:
    /// `store` may throw; the error then reaches the program's one place for errors.
    explicit TypedText(std::function<void(const std::string&)> store);

    void typed(const wxString& text);
    /// Stores at once what is waiting: the field lost the focus, or something else is about to be
    /// stored.
    void flush();
    /// What was typed and is not stored yet must not be overwritten by an older record.
    [[nodiscard]] bool isWaiting() const noexcept { return waiting_.has_value(); }

private:
    std::function<void(const std::string&)> store_;
    std::optional<std::string> waiting_;
    bool storing_ = false;
    wxTimer timer_;
};

} // namespace palpate::gui
