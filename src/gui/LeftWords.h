// SPDX-License-Identifier: MIT
#pragma once

#include <wx/event.h>

#include <deque>
#include <functional>
#include <string>

namespace palpate::gui {

/// Words that were typed for something that is not shown any more, such as the note on a point
/// after another one was chosen: stored soon, after the rendering in which they were left, since
/// each store renders anew.
class LeftWords {
public:
    /// `owner` hears the event in which they are stored; it must outlive this.
    explicit LeftWords(wxEvtHandler& owner) noexcept : owner_{owner} {}

    /// `store` may throw; a refusal (EditRefused) carries the words and is never tried again.
    void leave(std::string words, std::function<void()> store);
    /// Stores at once what waits. Throws what storing throws.
    void store();
    void forget() noexcept { waiting_.clear(); }

private:
    struct Words {
        std::string words;
        std::function<void()> store;
    };
    wxEvtHandler& owner_;
    std::deque<Words> waiting_;
    bool storing_ = false;
    bool asked_ = false;
};

} // namespace palpate::gui
