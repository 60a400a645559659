// SPDX-License-Identifier: MIT
#include "app/SideGuard.h"

#include "app/Words.h"
#include "reference/Reference.h"

#include <algorithm>
#include <cctype>
#include <set>

namespace palpate::app {

namespace {

[[nodiscard]] std::string lowered(std::string_view text) {
    std::string out{text};
    std::ranges::transform(out, out.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return out;
}

[[nodiscard]] bool isWordCharacter(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 ||
           static_cast<unsigned char>(c) >= 0x80;
}

/// Whether `words` stand in `text` with no word character just before or behind them. Both lower
/// case.
[[nodiscard]] bool holdsWords(std::string_view text, std::string_view words) {
    for (auto at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1)) {
        const bool begins = at == 0 || !isWordCharacter(text[at - 1]);
        const auto end = at + words.size();
        if (begins && (end == text.size() || !isWordCharacter(text[end]))) {
            return true;
        }
    }
    return false;
}

} // namespace

std::vector<Message> sideWarnings(const std::string& text, const Session& session,
                                  const reference::Reference& reference,
                                  std::span<const std::pair<RegionKey, Side>>) {
    std::vector<Message> warnings;
    const auto plain = lowered(text);
    std::set<MuscleKey> muscles;
    for (const auto& finding : session.findings) {
        muscles.insert(finding.muscle);
    }
    for (const auto& muscle : muscles) {
        const auto isMarked = [&](Side side) {
            return std::ranges::any_of(session.findings, [&](const Finding& f) {
                return f.muscle == muscle && (f.side == side || f.side == Side::Middle);
            });
        };
        const auto says = [&](Side side) {
            const auto words = reference.muscleNames().searchWords(muscle);
            return std::ranges::any_of(words, [&](const std::string& word) {
                const auto named = lowered(word);
                return holdsWords(plain, (side == Side::Left ? "left " : "right ") + named) ||
                       holdsWords(plain, (side == Side::Left ? "l " : "r ") + named);
            });
        };
        for (const auto side : {Side::Left, Side::Right}) {
            if (says(side) && !isMarked(side)) {
                warnings.push_back(
                    {tr("The text says {1}; the point is marked on the {2}. Check the side."),
                     {longMuscle(reference, muscle, side),
                      side == Side::Left ? tr("right") : tr("left")}});
            }
        }
    }
    return warnings;
}

} // namespace palpate::app
