// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Body.h"

#include <wx/string.h>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace palpate::gui {

struct MuscleItem;

/// What a typed text leaves of the muscles. Knows no window.
struct FilteredMuscles {
    std::vector<std::size_t> left; ///< indices, in the order given
    std::optional<Side> side;      ///< a side was typed too: "r ql", "ql left"
    /// The one that is meant: the only one left, or the only one whose whole name or short form
    /// was typed.
    std::optional<std::size_t> meant;
};

/// Finds muscles by the beginnings of all typed words, in any order, among name, other names, short
/// forms and part of the body; without case.
class MuscleFilter {
public:
    explicit MuscleFilter(const std::vector<MuscleItem>& muscles);
    [[nodiscard]] FilteredMuscles matches(const wxString& typed) const;

private:
    struct Entry {
        std::wstring words;              ///< " quadratus lumborum ql ": each word after a blank
        std::vector<std::wstring> names; ///< whole names and short forms
    };
    [[nodiscard]] std::vector<std::size_t> holding(const std::vector<std::wstring>& words) const;

    std::vector<Entry> entries_;
};

} // namespace palpate::gui
