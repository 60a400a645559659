// SPDX-License-Identifier: MIT
// How far joints move: one sentence a motion, both sides in it.
#include "app/SentenceWords.h"
#include "app/Words.h"
#include "reference/Reference.h"

#include <algorithm>

namespace palpate::app {

namespace {

class MotionTeller {
public:
    MotionTeller(const Session& session, std::span<const Session> earlier,
                 const reference::Reference& reference)
        : session_{session}, earlier_{earlier}, reference_{reference} {}

    [[nodiscard]] std::string sentence(const std::vector<const RangeOfMotion*>& sides) const {
        const auto* known = reference_.motions().find(sides.front()->at.motion);
        const auto label =
            capitalised(known != nullptr ? known->label : sides.front()->at.motion.text());
        const auto usual = known != nullptr ? usualWords(*known) : std::string{};
        std::vector<std::string> parts;
        if (sides.size() == 2 && values(*sides[0], known) == values(*sides[1], known)) {
            parts.push_back(
                shown({tr("{1} on both sides {2}"), {label, values(*sides[0], known)}}));
        } else {
            for (const auto* side : sides) {
                parts.push_back((parts.empty() ? label + " " : std::string{}) +
                                sideWord(side->at.side) + values(*side, known));
            }
        }
        parts.push_back(usual);
        return joined(parts, "; ") + ".";
    }

private:
    [[nodiscard]] static std::string sideWord(Side side) {
        switch (side) {
        case Side::Left:
            return tr("left ");
        case Side::Right:
            return tr("right ");
        case Side::Middle:
            break;
        }
        return {};
    }

    /// "usual 15–25°"
    [[nodiscard]] static std::string usualWords(const reference::KnownMotion& known) {
        const auto high = quantity(known.high, known.unit);
        return known.low == known.high
                   ? shown({tr("usual {1}"), {high}})
                   : shown({tr("usual {1}–{2}"), {plainNumber(known.low), high}});
    }

    template <class Value>
    [[nodiscard]] auto lastOf(const RangeOfMotion& now,
                              std::optional<Value> RangeOfMotion::*field) const {
        return lastWith(earlier_, [&](const Session& session) {
            const auto* measured = motionOf(session, now.at);
            return measured != nullptr && now.*field ? measured->*field : std::optional<Value>{};
        });
    }

    using LastNumber = std::optional<std::pair<double, const Session*>>;
    using LastPain = std::optional<std::pair<PainScore, const Session*>>;

    /// " (was 17°)", " (unchanged)"; empty when it was never measured before.
    [[nodiscard]] static std::string change(double now, const LastNumber& before,
                                            const std::string& unit, const ComparedDays& days) {
        if (!before) {
            return {};
        }
        const auto day = days.behind(*before->second);
        if (before->first == now) {
            return day.empty() ? std::string{tr(" (unchanged)")} : shown({tr(" (as{1})"), {day}});
        }
        return shown({tr(" (was {1}{2})"), {quantity(before->first, unit), day}});
    }

    [[nodiscard]] static std::string pain(PainScore now, const LastPain& before,
                                          const ComparedDays& days) {
        const auto score = now.value() == 0
                               ? std::string{tr("no pain")}
                               : shown({tr("pain {1}/10"), {std::to_string(now.value())}});
        if (!before || before->first == now) {
            return score;
        }
        return score +
               shown({tr(" (was {1}/10{2})"),
                      {std::to_string(before->first.value()), days.behind(*before->second)}});
    }

    /// "22° active (was 17°), 25° passive, pain 3/10"
    [[nodiscard]] std::string values(const RangeOfMotion& now,
                                     const reference::KnownMotion* known) const {
        const auto unit = known != nullptr ? known->unit : std::string{};
        const auto active = lastOf(now, &RangeOfMotion::active);
        const auto passive = lastOf(now, &RangeOfMotion::passive);
        const auto painBefore = lastOf(now, &RangeOfMotion::pain);
        const ComparedDays days{
            session_,
            earlier_,
            {active ? active->second : nullptr, passive ? passive->second : nullptr,
             painBefore && painBefore->first != *now.pain ? painBefore->second : nullptr}};
        std::vector<std::string> parts;
        if (now.active) {
            // A distance on a tape is nobody's passive range: it goes without the word.
            const bool plain = unit == "cm" && !now.passive;
            const auto value = quantity(*now.active, unit);
            parts.push_back((plain ? value : shown({tr("{1} active"), {value}})) +
                            change(*now.active, active, unit, days));
        }
        if (now.passive) {
            parts.push_back(shown({tr("{1} passive"), {quantity(*now.passive, unit)}}) +
                            change(*now.passive, passive, unit, days));
        }
        if (now.pain) {
            parts.push_back(pain(*now.pain, painBefore, days));
        }
        if (!days.ofAll().empty()) {
            parts.push_back(shown({tr("last measured on {1}"), {days.ofAll()}}));
        }
        auto text = joined(parts, ", ");
        if (!now.note.empty()) {
            text += " (" + now.note + ")";
        }
        return text;
    }

    const Session& session_;
    std::span<const Session> earlier_;
    const reference::Reference& reference_;
};

} // namespace

std::vector<std::string> motionSentences(const Session& session, std::span<const Session> earlier,
                                         const reference::Reference& reference) {
    const MotionTeller teller{session, earlier, reference};
    std::vector<std::string> sentences;
    std::vector<MotionKey> said;
    for (const auto& measured : session.motions) {
        if (std::ranges::count(said, measured.at.motion) > 0) {
            continue;
        }
        said.push_back(measured.at.motion);
        std::vector<const RangeOfMotion*> sides;
        for (const auto& other : session.motions) {
            if (other.at.motion == measured.at.motion) {
                sides.push_back(&other);
            }
        }
        sentences.push_back(teller.sentence(sides));
    }
    return sentences;
}

} // namespace palpate::app
