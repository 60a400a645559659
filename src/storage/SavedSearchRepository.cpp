// SPDX-License-Identifier: MIT
#include "storage/SavedSearchRepository.h"

#include "domain/Text.h"
#include "storage/Canonical.h"
#include "storage/Rows.h"

namespace palpate::storage {

namespace {

constexpr std::size_t kLongestName = 100;
constexpr std::size_t kLongestQuery = 10'000;

[[nodiscard]] std::string lineOf(const SavedSearch& search) {
    return "saved_search " + escaped(search.name) + " " + escaped(search.query) + "\n";
}

[[nodiscard]] std::optional<SavedSearch> stored(Engine& engine, std::int64_t owner,
                                                std::string_view name) {
    auto row =
        engine.use("SELECT name, query FROM saved_search WHERE practitioner_no = ?1 AND name = ?2");
    if (!row.with(owner, name).next()) {
        return std::nullopt;
    }
    return SavedSearch{row.text(0), row.text(1)};
}

void requireStorable(const SavedSearch& search) {
    if (trimmed(search.name).empty() || lengthInCharacters(search.name) > kLongestName) {
        throw EditRefused{{tr("Name: give the search a name of at most {1} characters."),
                           {std::to_string(kLongestName)}}};
    }
    if (trimmed(search.query).empty() || lengthInCharacters(search.query) > kLongestQuery) {
        throw EditRefused{{tr("Search: there must be something to search for, of at most {1} "
                              "characters."),
                           {std::to_string(kLongestQuery)}}};
    }
}

void audit(Engine& engine, AuditKind kind, std::string detail) {
    engine.audit({kind,
                  {},
                  AuditSubject::Practitioner,
                  engine.signedIn().id.value(),
                  std::move(detail),
                  {}});
}

} // namespace

std::vector<SavedSearch> SavedSearchRepository::list() const {
    return engine_.read("reading the saved searches", [&] {
        std::vector<SavedSearch> searches;
        auto rows = engine_.use("SELECT name, query FROM saved_search WHERE practitioner_no = ?1 "
                                "ORDER BY name");
        rows.with(engine_.practitionerNo(engine_.signedIn().id));
        while (rows.next()) {
            searches.push_back({rows.text(0), rows.text(1)});
        }
        return searches;
    });
}

void SavedSearchRepository::add(const SavedSearch& search) {
    requireStorable(search);
    engine_.write("storing the search", [&] {
        const auto owner = engine_.practitionerNo(engine_.signedIn().id);
        if (stored(engine_, owner, search.name)) {
            throw EditRefused{{tr("Name: a search is already called {1}; choose another name, or "
                                  "remove that one first."),
                               {search.name}}};
        }
        engine_.use("INSERT INTO saved_search (practitioner_no, name, query) VALUES (?1, ?2, ?3)")
            .with(owner, search.name, search.query)
            .run();
        audit(engine_, AuditKind::Create, "+" + lineOf(search));
    });
}

void SavedSearchRepository::remove(std::string_view name) {
    engine_.write("removing the saved search", [&] {
        const auto owner = engine_.practitionerNo(engine_.signedIn().id);
        const auto before = stored(engine_, owner, name);
        if (!before) {
            throw EditRefused{{tr("The search {1} is not saved any more; open the list again."),
                               {std::string{name}}}};
        }
        engine_.use("DELETE FROM saved_search WHERE practitioner_no = ?1 AND name = ?2")
            .with(owner, name)
            .run();
        audit(engine_, AuditKind::Discard, "-" + lineOf(*before));
    });
}

} // namespace palpate::storage
