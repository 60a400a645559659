// SPDX-License-Identifier: MIT
#include "domain/LockSettings.h"

namespace palpate {

namespace {

constexpr int kLongestIdle = 240;
constexpr int kShortestOnClipboard = 5;
constexpr int kLongestOnClipboard = 3600;

} // namespace

std::vector<Message> problems(const LockSettings& settings) {
    std::vector<Message> found;
    if (settings.idleMinutes &&
        (*settings.idleMinutes < 1 || *settings.idleMinutes > kLongestIdle)) {
        found.push_back({tr("Lock: 1 to {1} minutes, or nothing for never by itself."),
                         {std::to_string(kLongestIdle)}});
    }
    if (settings.clipboardSeconds && (*settings.clipboardSeconds < kShortestOnClipboard ||
                                      *settings.clipboardSeconds > kLongestOnClipboard)) {
        found.push_back(
            {tr("Clipboard: {1} to {2} seconds, or nothing to leave what was copied."),
             {std::to_string(kShortestOnClipboard), std::to_string(kLongestOnClipboard)}});
    }
    return found;
}

} // namespace palpate
