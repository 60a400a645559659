// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>

namespace palpate {

/// A moment in UTC, to the second. A session also keeps the clinic's time zone.
using Instant = std::chrono::sys_seconds;
using Milliseconds = std::chrono::sys_time<std::chrono::milliseconds>;

/// The only thing that tells the time. Handed to whoever needs it; nobody else asks the computer.
class Clock {
public:
    Clock() = default;
    Clock(const Clock&) = delete;
    Clock& operator=(const Clock&) = delete;
    virtual ~Clock() = default;

    [[nodiscard]] virtual Milliseconds preciseNow() const = 0;
    [[nodiscard]] Instant now() const {
        return std::chrono::floor<std::chrono::seconds>(preciseNow());
    }
};

/// The computer's own clock.
class SystemClock final : public Clock {
public:
    [[nodiscard]] Milliseconds preciseNow() const override;
};

/// A clock that stands still until it is moved: for demonstration data and tests.
class SetClock final : public Clock {
public:
    explicit SetClock(Milliseconds now) : now_{now} {}
    [[nodiscard]] Milliseconds preciseNow() const override { return now_; }
    void set(Milliseconds now) { now_ = now; }
    void advance(std::chrono::milliseconds by) { now_ += by; }

private:
    Milliseconds now_;
};

} // namespace palpate
