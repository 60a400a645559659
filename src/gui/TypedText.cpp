// SPDX-License-Identifier: MIT
#include "gui/TypedText.h"

#include "gui/Guarded.h"
#include "gui/Words.h"

namespace palpate::gui {

namespace {

/// Leaves time to write within the 300 ms that are promised.
constexpr int kMilliseconds = 250;

struct While {
    bool& flag;
    explicit While(bool& f) : flag{f} { flag = true; }
    ~While() { flag = false; }
    While(const While&) = delete;
    While& operator=(const While&) = delete;
};

} // namespace

TypedText::TypedText(std::function<void(const std::string&)> store) : store_{std::move(store)} {
    timer_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { guarded([this] { flush(); }); });
}

void TypedText::typed(const wxString& text) {
    waiting_ = fromWx(text);
    if (!timer_.IsRunning()) {
        timer_.StartOnce(kMilliseconds);
    }
}

void TypedText::flush() {
    timer_.Stop();
    if (!waiting_ || storing_) {
        return;
    }
    const While storing{storing_};
    const std::string text = *waiting_;
    store_(text);
    if (waiting_ == text) {
        waiting_.reset();
    }
}

} // namespace palpate::gui
