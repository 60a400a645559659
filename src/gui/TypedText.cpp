// SPDX-License-Identifier: MIT
#include "gui/TypedText.h"

#include "domain/Error.h"
#include "gui/Guarded.h"
#include "gui/Words.h"

#include <utility>

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
    refused_ = false;
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
    try {
        storeWords(text, [&] { store_(text); });
    } catch (const EditRefused&) {
        waiting_.reset();
        refused_ = true;
        throw;
    }
    if (waiting_ == text) {
        waiting_.reset();
    }
}

std::optional<std::string> TypedText::take() {
    if (storing_) {
        return {};
    }
    timer_.Stop();
    return std::exchange(waiting_, std::nullopt);
}

void TypedText::forget() {
    timer_.Stop();
    waiting_.reset();
    refused_ = false;
}

void storeWords(const std::string& words, const std::function<void()>& store) {
    try {
        store();
    } catch (const EditRefused& refusal) {
        if (words.empty()) {
            throw;
        }
        throw EditRefused{
            {tr("{1} These words are not stored: “{2}”"), {shown(refusal.message()), words}}};
    }
}

} // namespace palpate::gui
