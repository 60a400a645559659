// SPDX-License-Identifier: MIT
#include "storage/UnfinishedTexts.h"

#include "storage/Rows.h"

namespace palpate::storage {

std::optional<UnfinishedText> UnfinishedTexts::find(std::string_view place,
                                                    const Uuid& about) const {
    return engine_.read("reading what was not finished", [&]() -> std::optional<UnfinishedText> {
        auto row = engine_.use("SELECT text, changed_at FROM unfinished_text WHERE "
                               "practitioner_no = ?1 AND place = ?2 AND about = ?3");
        if (!row.with(engine_.practitionerNo(engine_.signedIn().id), place, about).next()) {
            return std::nullopt;
        }
        return UnfinishedText{row.text(0), row.instant(1)};
    });
}

void UnfinishedTexts::keep(std::string_view place, const Uuid& about, std::string_view text) {
    engine_.write("storing what was typed", [&] {
        const auto owner = engine_.practitionerNo(engine_.signedIn().id);
        if (text.empty()) {
            engine_
                .use("DELETE FROM unfinished_text WHERE practitioner_no = ?1 AND place = ?2 AND "
                     "about = ?3")
                .with(owner, place, about)
                .run();
            return;
        }
        engine_
            .use("INSERT INTO unfinished_text (practitioner_no, place, about, text, changed_at) "
                 "VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (practitioner_no, place, about) DO "
                 "UPDATE SET text = excluded.text, changed_at = excluded.changed_at")
            .with(owner, place, about, text, engine_.clock().now())
            .run();
    });
}

} // namespace palpate::storage
