// SPDX-License-Identifier: MIT
#include "gui/LeftWords.h"

#include "domain/Error.h"
#include "gui/Guarded.h"
#include "gui/TypedText.h"

#include <utility>

namespace palpate::gui {

void LeftWords::leave(std::string words, std::function<void()> store) {
    waiting_.push_back({std::move(words), std::move(store)});
    if (!asked_) {
        asked_ = true;
        owner_.CallAfter([this] {
            asked_ = false;
            guarded([this] { this->store(); });
        });
    }
}

void LeftWords::store() {
    if (storing_) {
        return;
    }
    struct Busy {
        bool& flag;
        explicit Busy(bool& f) : flag{f} { flag = true; }
        ~Busy() { flag = false; }
        Busy(const Busy&) = delete;
        Busy& operator=(const Busy&) = delete;
    };
    const Busy busy{storing_};
    while (!waiting_.empty()) {
        const Words next = waiting_.front(); // kept until it is stored
        try {
            storeWords(next.words, next.store);
        } catch (const EditRefused&) {
            waiting_.pop_front(); // said in the sentence; it must keep nobody from leaving
            throw;
        }
        if (!waiting_.empty()) {
            waiting_.pop_front();
        }
    }
}

} // namespace palpate::gui
