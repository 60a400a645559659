// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Message.h"

#include <string>
#include <vector>

namespace palpate {

/// Adds a sentence to `problems` when the text of the field is no UTF-8 or has more than `limit`
/// characters. `field` is its name on the form.
void checkText(std::vector<Message>& problems, const char* field, const std::string& text,
               std::size_t limit);

} // namespace palpate
