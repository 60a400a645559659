// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Message.h"

#include <filesystem>
#include <string_view>
#include <vector>

namespace palpate::atlas {

/// What is wrong with an atlas file, one sentence each that names the file and the entry; empty:
/// it is sound. A fault of form, as BodyMap::load refuses it, comes alone, since nothing behind it
/// can be trusted. Else all faults of the drawing come together, at most twenty: outlines that
/// cross themselves (BodyMap::load refuses the first of these, too), anchors outside of their
/// outline, areas that are not those of the outline, a figure that is no standing person in
/// millimetres.
[[nodiscard]] std::vector<Message> judge(const std::filesystem::path& file);
/// The same from text; `file` is the name used in the sentences.
[[nodiscard]] std::vector<Message> judge(std::string_view json, std::string_view file);

} // namespace palpate::atlas
