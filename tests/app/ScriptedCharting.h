// SPDX-License-Identifier: MIT
#pragma once

#include "app/SessionPresenter.h"
#include "domain/Clock.h"
#include "support/Pipe.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <random>
#include <string>

namespace palpate::test {

/// What the charting program says.
namespace words {
inline constexpr char kAct = 'a';    ///< before an act; payload: one of `acts` and what it enters
inline constexpr char kStored = '+'; ///< after it returned; payload: wholeText of the session
inline constexpr char kFailed = '!'; ///< payload: why
} // namespace words

namespace acts {
inline constexpr char kType = 't'; ///< then the part as a digit and its whole new text
inline constexpr char kBegin = 'b';
inline constexpr char kSign = 's';
inline constexpr char kOther = 'o'; ///< a step of its own, or one undone or redone
} // namespace acts

/// The identity, a line end, then all that was charted, with all digits; the addenda are left out.
[[nodiscard]] std::string wholeText(const Session& session);

/// A practitioner who charts for ever, session after session, through the presenter: marks, rates,
/// treats, paints, types, undoes, signs. Goes on where the case was left. Says each act before it
/// begins and after it returned.
class ScriptedCharting {
public:
    ScriptedCharting(app::Clinic& clinic, const CaseId& caseId, SetClock& clock, const Pipe& pipe,
                     std::uint32_t seed)
        : clinic_{clinic}, caseId_{caseId}, clock_{clock}, pipe_{pipe}, chance_{seed} {}

    [[noreturn]] void go();

private:
    [[nodiscard]] int below(std::size_t limit) { return static_cast<int>(chance_() % limit); }
    void open();
    void act();
    /// Says it, does it, says what is stored now.
    void take(const std::string& announced, const std::function<void()>& work);
    void step(const std::function<void()>& work);
    void typeKey();
    void mark();
    void rate();
    void treat();
    void paint();
    void sign();

    app::Clinic& clinic_;
    CaseId caseId_;
    SetClock& clock_;
    const Pipe& pipe_;
    std::mt19937 chance_;
    std::unique_ptr<app::SessionPresenter> chart_;
};

} // namespace palpate::test
