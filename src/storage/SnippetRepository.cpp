// SPDX-License-Identifier: MIT
#include "storage/SnippetRepository.h"

#include "storage/Canonical.h"
#include "storage/Rows.h"

namespace palpate::storage {

namespace {

[[nodiscard]] std::string lineOf(const Snippet& snippet) {
    return "snippet " + snippet.shortcut + " " + escaped(snippet.text) + "\n";
}

[[nodiscard]] std::optional<Snippet> stored(Engine& engine, std::int64_t owner,
                                            std::string_view shortcut) {
    auto row = engine.use(
        "SELECT shortcut, text FROM snippet WHERE practitioner_no = ?1 AND shortcut = ?2");
    if (!row.with(owner, shortcut).next()) {
        return std::nullopt;
    }
    return Snippet{row.text(0), row.text(1)};
}

[[nodiscard]] Snippet required(std::optional<Snippet> snippet, std::string_view shortcut) {
    if (!snippet) {
        throw EditRefused{{tr("The snippet ;{1} is not there any more; open the list again."),
                           {std::string{shortcut}}}};
    }
    return std::move(*snippet);
}

void refuseTaken(const Snippet& snippet) {
    throw EditRefused{
        {tr("Shortcut: ;{1} is taken; choose another or change that one."), {snippet.shortcut}}};
}

void insert(Engine& engine, std::int64_t owner, const Snippet& snippet) {
    if (stored(engine, owner, snippet.shortcut)) {
        refuseTaken(snippet);
    }
    engine.use("INSERT INTO snippet (practitioner_no, shortcut, text) VALUES (?1, ?2, ?3)")
        .with(owner, snippet.shortcut, snippet.text)
        .run();
}

void erase(Engine& engine, std::int64_t owner, const Snippet& snippet) {
    engine.use("DELETE FROM snippet WHERE practitioner_no = ?1 AND shortcut = ?2")
        .with(owner, snippet.shortcut)
        .run();
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

std::vector<Snippet> SnippetRepository::list() const {
    return engine_.read("reading the snippets", [&] {
        std::vector<Snippet> snippets;
        auto rows = engine_.use("SELECT shortcut, text FROM snippet WHERE practitioner_no = ?1 "
                                "ORDER BY shortcut");
        rows.with(engine_.practitionerNo(engine_.signedIn().id));
        while (rows.next()) {
            snippets.push_back({rows.text(0), rows.text(1)});
        }
        return snippets;
    });
}

void SnippetRepository::add(const Snippet& snippet) {
    engine_.write("storing the snippet", [&] {
        insert(engine_, engine_.practitionerNo(engine_.signedIn().id), snippet);
        audit(engine_, AuditKind::Create, "+" + lineOf(snippet));
    });
}

void SnippetRepository::change(std::string_view shortcut, const Snippet& snippet) {
    engine_.write("storing the snippet", [&] {
        const auto owner = engine_.practitionerNo(engine_.signedIn().id);
        const auto before = required(stored(engine_, owner, shortcut), shortcut);
        if (before == snippet) {
            return;
        }
        erase(engine_, owner, before);
        insert(engine_, owner, snippet);
        audit(engine_, AuditKind::Change, "-" + lineOf(before) + "+" + lineOf(snippet));
    });
}

void SnippetRepository::remove(std::string_view shortcut) {
    engine_.write("removing the snippet", [&] {
        const auto owner = engine_.practitionerNo(engine_.signedIn().id);
        const auto before = required(stored(engine_, owner, shortcut), shortcut);
        erase(engine_, owner, before);
        audit(engine_, AuditKind::Discard, "-" + lineOf(before));
    });
}

} // namespace palpate::storage
