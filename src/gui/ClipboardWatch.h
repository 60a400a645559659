// SPDX-License-Identifier: MIT
#pragma once

#include "gui/IdleWatch.h"

#include <chrono>
#include <optional>

namespace palpate::gui {

/// Empties the clipboard some time after this program put something there, be it a picture of the
/// map or a word that was copied from a field; what another program put there stays. Must be asked
/// now and then: it has no timer of its own.
class ClipboardWatch {
public:
    explicit ClipboardWatch(TimeAwake now);
    ~ClipboardWatch();
    ClipboardWatch(const ClipboardWatch&) = delete;
    ClipboardWatch& operator=(const ClipboardWatch&) = delete;

    /// Empty: what was copied stays, also at emptyIfOurs().
    void setPatience(std::optional<std::chrono::seconds> patience) { patience_ = patience; }
    /// Empties it when the time is over.
    void look();
    /// At once, and the selection, which the middle button pastes, too.
    void emptyIfOurs();

private:
    static void changed(void* clipboard, void* event, void* self) noexcept;
    void takeNote() noexcept;
    void empty();

    TimeAwake now_;
    std::optional<std::chrono::seconds> patience_;
    std::optional<std::chrono::milliseconds> since_; ///< empty: nothing of ours is there
    bool isEmptying_ = false;
    unsigned long handler_ = 0;
};

/// Whether what can be pasted was put there by this program; `selection`: by the middle button.
[[nodiscard]] bool ownsClipboard(bool selection = false) noexcept;
/// Puts an empty text there: clearing alone takes away only what wx put there.
void emptyClipboard(bool selection);

} // namespace palpate::gui
