// SPDX-License-Identifier: MIT
// The paragraphs of a note: typed, composed, taken over from last time.
#include "app/Clinic.h"
#include "app/Sentences.h"
#include "app/SessionInside.h"
#include "app/SessionPresenter.h"
#include "app/TimeText.h"
#include "domain/Error.h"
#include "domain/Text.h"

namespace palpate::app {

namespace {

/// The parts that go on from session to session; what was found and done today is not among them.
[[nodiscard]] bool goesOn(NotePart part) noexcept {
    return part == NotePart::Subjective || part == NotePart::Assessment || part == NotePart::Plan;
}

} // namespace

std::string SessionInside::proposalFor(NotePart part) const {
    const auto& now = noteOf(session, part);
    // What the patient said of everyday life stands in the way of no words of last time.
    const bool free = trimmed(now.text).empty() ||
                      (part == NotePart::Subjective && now.authorship == Authorship::Composed);
    if (isSigned(session) || previous() == nullptr || !goesOn(part) || !free) {
        return {};
    }
    const auto& last = noteOf(*previous(), part);
    return last.authorship == Authorship::Composed ? std::string{} : last.text;
}

void SessionInside::renderNotes() {
    for (const auto part : kNoteParts) {
        auto& note = shown.notes[static_cast<std::size_t>(part)];
        note.part = part;
        note.note = noteOf(session, part);
        note.composed.clear();
        if (isSigned(session)) {
            note.composed = note.note.text; // what was signed, and nothing computed since
        } else if (!painting.drawing) {     // else it is about to change
            note.composed = composed(part, session);
        }
        note.warnings.clear();
        if (note.note.authorship != Authorship::Composed && !note.note.text.empty()) {
            std::vector<SidedPart> painted;
            for (const auto& drawing : drawnOf(session.painAreas).parts) {
                painted.insert(painted.end(), drawing.regions.begin(), drawing.regions.end());
            }
            for (const auto& warning :
                 sideWarnings(note.note.text, session, clinic.reference(), painted)) {
                note.warnings.push_back(palpate::shown(warning));
            }
        }
        note.proposal = proposalFor(part);
        note.proposalFrom =
            note.proposal.empty()
                ? std::string{}
                : shortDayText(localDay(previous()->startedAt, previous()->timeZone));
    }
}

void SessionPresenter::setNote(NotePart part, const std::string& text) {
    auto& inside = *inside_;
    if (!isValidUtf8(text)) {
        throw EditRefused{{tr("The text holds characters that are not valid; type it again."), {}}};
    }
    const auto& old = noteOf(inside.session, part);
    if (old.text == text) {
        return;
    }
    const auto authorship = trimmed(text).empty() ? Authorship::Composed : Authorship::Written;
    SessionStep edits{
        SetNote{part, {authorship == Authorship::Composed ? std::string{} : text, authorship}}};
    if (authorship == Authorship::Written) {
        inside.type(part, std::move(edits));
    } else {
        inside.commit(std::move(edits)); // what stood there can be had again whatever is typed next
        inside.typing = Typing{part, inside.clinic.clock().preciseNow()};
    }
    changed();
}

void SessionPresenter::takeProposal(NotePart part) {
    auto& inside = *inside_;
    inside.requireDraft();
    auto text = inside.proposalFor(part);
    if (text.empty()) {
        throw EditRefused{{tr("There is nothing from last time to take over here."), {}}};
    }
    inside.commit({SetNote{part, {std::move(text), Authorship::Copied}}});
    changed();
}

void SessionPresenter::confirm(NotePart part) {
    auto& inside = *inside_;
    inside.requireDraft();
    const auto& note = noteOf(inside.session, part);
    if (note.authorship != Authorship::Copied) {
        return;
    }
    inside.commit({SetNote{part, {note.text, Authorship::Written}}});
    changed();
}

void SessionPresenter::takeComposed(NotePart part) {
    auto& inside = *inside_;
    inside.requireDraft();
    if (noteOf(inside.session, part).authorship == Authorship::Composed) {
        return;
    }
    inside.commit({SetNote{part, {{}, Authorship::Composed}}}); // which writes what is composed
    changed();
}

} // namespace palpate::app
