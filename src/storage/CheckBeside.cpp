// SPDX-License-Identifier: MIT
// Checking a clinic while somebody works in it: another connection looks on.
#include "storage/AskOn.h"
#include "storage/CopierParts.h"
#include "storage/Engine.h"

#include <sqlite3.h>

namespace palpate::storage {

namespace {

constexpr int kStepsBetween = 200'000; ///< of SQLite's machine: a few milliseconds

/// Lets a long statement be given up in its middle.
class GivesUp {
public:
    GivesUp(Connection& connection, const GoesOn& goesOn)
        : handle_{connection.raw().getHandle()}, goesOn_{goesOn} {
        if (goesOn_) {
            sqlite3_progress_handler(handle_, kStepsBetween, &GivesUp::ask, this);
        }
    }
    ~GivesUp() { sqlite3_progress_handler(handle_, 0, nullptr, nullptr); }
    GivesUp(const GivesUp&) = delete;
    GivesUp& operator=(const GivesUp&) = delete;

    [[nodiscard]] bool askOn(double share) {
        share_ = share;
        return goesOn_(share);
    }

private:
    static int ask(void* self) noexcept {
        const auto& that = *static_cast<GivesUp*>(self);
        return that.goesOn_(that.share_) ? 0 : 1;
    }

    sqlite3* handle_;
    const GoesOn& goesOn_;
    double share_ = 0;
};

} // namespace

void Engine::signIn(const Beside& beside) {
    connection_.guarded("opening the clinic for checking", [&] {
        connection_.run("PRAGMA query_only = ON");
        auto rows = use(kAllPractitioners);
        while (rows.next()) {
            if (auto person = practitionerFrom(rows); person.id == beside.keys.practitioner) {
                signedIn_ = std::move(person);
            }
        }
    });
}

VerificationReport Copier::Parts::check(const GoesOn& goesOn) {
    Engine engine{folder_, Engine::Beside{keys_}, clock_, options_};
    GivesUp givesUp{engine.connection(), goesOn};
    return verifyAll(engine, goesOn ? GoesOn{[&](double share) { return givesUp.askOn(share); }}
                                    : GoesOn{});
}

} // namespace palpate::storage
