// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace palpate::storage {

class Engine;

/// A search kept under a name.
struct SavedSearch {
    std::string name;  ///< 1 to 100 characters
    std::string query; ///< as typed; 1 to 10,000 characters
    friend bool operator==(const SavedSearch&, const SavedSearch&) = default;
};

/// The saved searches of the person signed in; a name's case does not matter. Audited. Every call
/// may throw StorageError; nothing is changed then.
class SavedSearchRepository {
public:
    explicit SavedSearchRepository(Engine& engine) noexcept : engine_{engine} {}

    /// By name.
    [[nodiscard]] std::vector<SavedSearch> list() const;
    /// EditRefused: the name is taken, empty or too long, or nothing is searched for.
    void add(const SavedSearch& search);
    /// EditRefused: it is not there.
    void remove(std::string_view name);

private:
    Engine& engine_;
};

} // namespace palpate::storage
