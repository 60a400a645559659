// SPDX-License-Identifier: MIT
#pragma once

#include "storage/FormRepository.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace palpate::storage {

class Engine;
class ReadSeam;

/// Replaces the form's row in the index of words; `key` is its search key. Inside a transaction, as
/// the two behind it.
void putFormWords(Engine& engine, std::int64_t key, const FormRecord& record);
void removeFormWords(Engine& engine, std::int64_t key);
/// All of the index again, from the forms that were not put away.
void rebuildFormWords(Engine& engine);

/// FormRepository::search, on the store's own connection or a reader's.
[[nodiscard]] std::vector<FormHit> searchForms(ReadSeam& seam, std::string_view typed, int limit);

} // namespace palpate::storage
