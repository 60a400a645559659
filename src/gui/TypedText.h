// SPDX-License-Identifier: MIT
#pragma once

#include <wx/string.h>
#include <wx/timer.h>

#include <functional>
#include <optional>
#include <string>

namespace palpate::gui {

/// Carries typed text to the record: at most 300 ms after the first keystroke that is not stored
/// yet, also while typing goes on. What fails for now (a full disk, a locked record) waits for the
/// next keystroke or flush; what the record refuses (EditRefused) is said in the error's sentence
/// and never tried again, so that nobody is kept from leaving.
class TypedText {
public:
    /// `store` may throw; the error then reaches the program's one place for errors.
    explicit TypedText(std::function<void(const std::string&)> store);

    void typed(const wxString& text);
    /// Stores at once what is waiting: the field lost the focus, or something else is about to be
    /// stored. Throws what `store` throws; a refusal carries the words.
    void flush();
    /// Hands out what waits, for another to store; empty also while it is being stored.
    [[nodiscard]] std::optional<std::string> take();
    /// The field shows something else now.
    void forget();
    /// What was typed and is not stored yet must not be overwritten by an older record.
    [[nodiscard]] bool isWaiting() const noexcept { return waiting_.has_value(); }
    /// The last words were refused; they are on the screen only, for their author to take along.
    [[nodiscard]] bool isRefused() const noexcept { return refused_; }

private:
    std::function<void(const std::string&)> store_;
    std::optional<std::string> waiting_;
    bool storing_ = false;
    bool refused_ = false;
    wxTimer timer_;
};

/// Calls `store` and adds the words to a refusal, for the sentence is their last place.
void storeWords(const std::string& words, const std::function<void()>& store);

} // namespace palpate::gui
