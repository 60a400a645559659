// SPDX-License-Identifier: MIT
#include "app/ContactNotes.h"

#include "app/Clinic.h"
#include "app/FormFields.h"
#include "app/LocalDay.h"
#include "app/Rights.h"
#include "app/TimeText.h"
#include "app/TypedTimes.h"
#include "app/Unfinished.h"
#include "domain/Error.h"
#include "domain/Text.h"
#include "storage/Store.h"

#include <algorithm>

namespace palpate::app {

namespace {

/// Written within the hour it was told: nobody calls that late.
constexpr std::chrono::minutes kAtOnce{60};

[[nodiscard]] std::string wordOf(ContactKind kind) {
    switch (kind) {
    case ContactKind::Telephone:
        return tr("Telephone");
    case ContactKind::Message:
        return tr("Message");
    case ContactKind::Letter:
        return tr("Letter");
    case ContactKind::InPerson:
        break;
    }
    return tr("In person");
}

[[nodiscard]] std::string momentText(Instant at, const std::string& zone) {
    return weekdayText(localDay(at, zone)) + ", " + clockText(at, zone);
}

/// Empty unless day and time are such.
[[nodiscard]] std::optional<Instant> momentOf(const ContactForm& form, const Clinic& clinic) {
    const auto day = typedDay(form.day, clinic.today(), Meant::Past);
    const auto time = typedTime(form.time);
    if (!day || !time) {
        return std::nullopt;
    }
    const auto now = clinic.clock().now();
    const auto at = momentIn(*day, *time, clinic.profile().timeZone);
    // The present minute, as the form proposes it, is now and no late entry.
    return at <= now && now < at + std::chrono::minutes{1} ? now : at;
}

[[nodiscard]] ContactNote noteFrom(const ContactForm& form, const ContactNoteId& id,
                                   const CaseId& caseId, const Clinic& clinic) {
    const auto now = clinic.clock().now();
    return {.id = id,
            .caseId = caseId,
            .by = clinic.practitioner().id,
            .at = momentOf(form, clinic).value_or(now),
            .writtenAt = now,
            .kind = form.kind,
            .text = trimmed(form.text)};
}

} // namespace

std::vector<ContactLine> contactLines(Clinic& clinic, const CaseId& caseId) {
    require(clinic, Right::ReadRecords);
    const auto notes = clinic.store().contactNotes().ofCase(caseId);
    const auto people =
        notes.empty() ? std::vector<Practitioner>{} : clinic.store().practitioners().list();
    const auto& zone = clinic.profile().timeZone;
    std::vector<ContactLine> lines;
    for (const auto& note : notes) {
        const auto who = std::ranges::find(people, note.by, &Practitioner::id);
        const bool isLate = note.writtenAt - note.at > kAtOnce;
        lines.push_back(
            {.id = note.id,
             .kind = note.kind,
             .kindWord = wordOf(note.kind),
             .when = momentText(note.at, zone),
             .by = who != people.end() ? who->displayName : std::string{},
             .written = isLate ? shown({tr("written {1}"), {momentText(note.writtenAt, zone)}})
                               : std::string{},
             .text = note.text});
    }
    return lines;
}

ContactForm newContact(const Clinic& clinic) {
    const auto now = clinic.clock().now();
    const auto& zone = clinic.profile().timeZone;
    return {.kind = ContactKind::Telephone,
            .day = dayText(localDay(now, zone)),
            .time = clockText(now, zone),
            .text = {}};
}

std::vector<Message> problems(const ContactForm& form, const Clinic& clinic) {
    auto all = palpate::problems(noteFrom(form, anyId<ContactNoteId>(), anyId<CaseId>(), clinic),
                                 clinic.clock().now());
    if (!typedDay(form.day, clinic.today(), Meant::Past)) {
        all.push_back({tr("Day: is not a date; type it as 23.11.2026 or 2026-11-23."), {}});
    }
    if (!typedTime(form.time)) {
        all.push_back({tr("Time: is no time of day; type it as 10:30."), {}});
    }
    return all;
}

ContactNoteId addContact(Clinic& clinic, const CaseId& caseId, const ContactForm& form) {
    require(clinic, Right::WriteRecords);
    refuseWith(problems(form, clinic));
    const auto id = ContactNoteId::create(clinic.ids());
    clinic.store().atomically([&] {
        clinic.store().contactNotes().add(noteFrom(form, id, caseId, clinic));
        keepUnfinished(clinic, ContactText{caseId}, {});
    });
    return id;
}

std::vector<std::pair<ContactKind, std::string>> contactKinds() {
    std::vector<std::pair<ContactKind, std::string>> kinds;
    for (const auto kind : kContactKinds) {
        kinds.emplace_back(kind, wordOf(kind));
    }
    return kinds;
}

} // namespace palpate::app
