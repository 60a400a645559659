// SPDX-License-Identifier: MIT
#include "domain/Signing.h"

#include "domain/Text.h"

#include <algorithm>

namespace palpate {

namespace {

[[nodiscard]] bool hasContent(const Session& session) {
    const bool anyNote = std::ranges::any_of(session.note, [](const NoteText& note) {
        return note.authorship != Authorship::Composed && !trimmed(note.text).empty();
    });
    const bool anyPain = std::ranges::any_of(
        kPainMoments, [&](PainMoment moment) { return painOf(session, moment).has_value(); });
    return anyNote || anyPain || session.course || !session.treatments.empty() ||
           !session.painAreas.empty() || session.checkIn != CheckIn{} || !session.motions.empty() ||
           !session.tests.empty() || session.reaction || !session.homeCare.empty() ||
           std::ranges::any_of(session.findings, isAssessed);
}

/// "2, 3, 5": the numbers of the findings for which `lacks` holds.
template <class Lacks> [[nodiscard]] std::string numbersOf(const Session& session, Lacks lacks) {
    std::string out;
    for (const auto& finding : session.findings) {
        if (lacks(finding)) {
            out += (out.empty() ? "" : ", ") + std::to_string(finding.point.number);
        }
    }
    return out;
}

/// A point that is called gone and yet has what only a point that is there can have.
[[nodiscard]] bool contradictsItself(const Finding& finding) noexcept {
    const auto& signs = finding.signs;
    return finding.settled == Settled::Gone &&
           ((finding.tenderness && finding.tenderness->value() > 0) ||
            signs.tautBand == Sign::Present || signs.tenderSpot == Sign::Present ||
            signs.referredPain == Sign::Present);
}

void addPointGaps(std::vector<Message>& gaps, const Session& session) {
    const auto addNamed = [&](const char* sentence, const std::string& numbers) {
        if (!numbers.empty()) {
            gaps.push_back({sentence, {numbers}});
        }
    };
    addNamed(tr("Points not assessed today: {1}."),
             numbersOf(session, [](const Finding& f) { return !isAssessed(f); }));
    addNamed(tr("Points without tenderness: {1}."),
             numbersOf(session, [](const Finding& f) { return isAssessed(f) && !f.tenderness; }));
    addNamed(tr("Points without active, latent or resolved: {1}."),
             numbersOf(session, [](const Finding& f) { return isAssessed(f) && !f.state; }));
    addNamed(tr("Points called gone that have tenderness or signs of today: {1}."),
             numbersOf(session, contradictsItself));
    addNamed(tr("Treated points without tenderness after: {1}."),
             numbersOf(session, [&](const Finding& f) {
                 const auto given = treatmentsAt(session, f.point.id);
                 return !given.empty() && std::ranges::none_of(given, [](const Treatment& t) {
                     return t.tendernessAfter.has_value();
                 });
             }));
}

[[nodiscard]] const char* emptyNoteSentence(NotePart part) {
    switch (part) {
    case NotePart::Subjective:
        return tr("Subjective is empty.");
    case NotePart::Objective:
        return tr("Objective is empty.");
    case NotePart::Assessment:
        return tr("Assessment is empty.");
    case NotePart::Plan:
        return tr("Plan is empty.");
    case NotePart::Treatment:
        break;
    }
    return tr("Nothing is said about the treatment.");
}

[[nodiscard]] const char* copiedNoteSentence(NotePart part) {
    switch (part) {
    case NotePart::Subjective:
        return tr("Subjective is copied from an earlier session and not confirmed.");
    case NotePart::Objective:
        return tr("Objective is copied from an earlier session and not confirmed.");
    case NotePart::Assessment:
        return tr("Assessment is copied from an earlier session and not confirmed.");
    case NotePart::Plan:
        return tr("Plan is copied from an earlier session and not confirmed.");
    case NotePart::Treatment:
        break;
    }
    return tr("The treatment's text is copied from an earlier session and not confirmed.");
}

void addNoteGaps(std::vector<Message>& gaps, const Session& session) {
    for (const auto part : kNoteParts) {
        const auto& note = noteOf(session, part);
        if (part == NotePart::Treatment && session.treatments.empty()) {
            continue;
        }
        if (trimmed(note.text).empty()) {
            gaps.push_back({emptyNoteSentence(part), {}});
        } else if (note.authorship == Authorship::Copied) {
            gaps.push_back({copiedNoteSentence(part), {}});
        }
    }
}

void addTreatmentGaps(std::vector<Message>& gaps, const Session& session) {
    if (session.treatments.empty()) {
        return;
    }
    if (!session.consent) {
        gaps.push_back({tr("Consent to today's treatment was not recorded."), {}});
    } else if (*session.consent == TodayConsent::Declined) {
        gaps.push_back({tr("Treatment is recorded although consent was declined."), {}});
    }
    if (!session.painAfter) {
        gaps.push_back({tr("Pain after treatment was not asked."), {}});
    }
    if (!session.reaction) {
        gaps.push_back({tr("Unwanted effects were not asked about."), {}});
    }
}

} // namespace

SigningCheck checkSigning(const Session& session, const PractitionerId& signer, Instant now) {
    SigningCheck check;
    if (isSigned(session)) {
        check.blockers.push_back(
            {tr("This session is signed already; write an addendum instead."), {}});
    }
    if (session.practitioner != signer) {
        check.blockers.push_back(
            {tr("This session belongs to another practitioner; only its author can sign it."), {}});
    }
    if (!hasContent(session)) {
        check.blockers.push_back(
            {tr("Nothing is recorded in this session yet; record something first."), {}});
    }
    if (session.startedAt > now) {
        check.blockers.push_back(
            {tr("This session begins in the future; correct its date first."), {}});
    }
    if (!session.painNow) {
        check.gaps.push_back({tr("Pain now was not asked."), {}});
    }
    addTreatmentGaps(check.gaps, session);
    addPointGaps(check.gaps, session);
    addNoteGaps(check.gaps, session);
    return check;
}

} // namespace palpate
