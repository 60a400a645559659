// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Id.h"
#include "domain/Session.h"

#include <array>
#include <compare>
#include <string>
#include <string_view>
#include <vector>

namespace palpate::atlas {
class BodyMap;
}

namespace palpate::app {

/// What calls for asking about red flags again when it is new. Source: [SEED], "Seek medical
/// attention": numbness, weakness, radiating pain. Tingling stands beside numbness in the questions
/// of red-flags.json.
enum class NerveSign { Numbness, Tingling, Weakness, Radiating };
inline constexpr std::array kNerveSigns{NerveSign::Numbness, NerveSign::Tingling,
                                        NerveSign::Weakness, NerveSign::Radiating};

/// "numbness", "radiating pain": within a sentence.
[[nodiscard]] std::string nerveSignWord(NerveSign sign);

/// The signs that a text tells of, each once: by whole words, without those that it denies ("no
/// numbness", "numbness: none") or only speaks of ("if weakness occurs"). Where it can be read both
/// ways, the sign counts: asking once more harms nobody.
[[nodiscard]] std::vector<NerveSign> signsTold(std::string_view text);

/// A sign, and where it was entered: "foot_sole left", "dermatomes_lower L5 left"; empty: nowhere
/// in particular, as in a text. `grade`: of a weakness, how strong it still is, 0 to 5 in thirds.
struct PlacedSign {
    NerveSign sign = NerveSign::Numbness;
    std::vector<std::string> places = {};
    double grade = 0;
    friend bool operator==(const PlacedSign&, const PlacedSign&) = default;
};

/// All that a session holds: drawn areas by quality and arrows, neurological tests, notes of
/// findings and of all else, and the paragraphs that a person wrote but for the plan, which tells
/// what to look out for. Referred pain on pressing a trigger point is a sign of the point, not of a
/// nerve, and does not count.
[[nodiscard]] std::vector<PlacedSign> signsIn(const Session& session, const atlas::BodyMap& map);

/// What of `now` was not there in `before`: a kind of sign that was nowhere, one in a place where
/// there was none of its kind, a weakness that has become worse. A sign without a place is new only
/// when its kind is.
[[nodiscard]] std::vector<NerveSign> newSigns(const std::vector<PlacedSign>& now,
                                              const std::vector<PlacedSign>& before);

} // namespace palpate::app
