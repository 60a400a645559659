// SPDX-License-Identifier: MIT
#include "cli/LongWork.h"

#include <unistd.h>

#include <ostream>
#include <utility>

namespace palpate::cli {

LongWork::LongWork(std::ostream& notes, std::string what)
    : notes_{notes}, what_{std::move(what)}, isWatched_{isatty(STDERR_FILENO) != 0} {}

LongWork::~LongWork() {
    if (percent_ >= 0) {
        notes_ << '\n';
    }
}

std::function<bool(double share)> LongWork::asking() {
    return [this](double share) {
        if (const int now = static_cast<int>(share * 100); isWatched_ && now != percent_) {
            percent_ = now;
            notes_ << '\r' << what_ << ": " << percent_ << " %" << std::flush;
        }
        return !interrupt_.wasAsked();
    };
}

} // namespace palpate::cli
