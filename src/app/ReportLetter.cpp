// SPDX-License-Identifier: MIT
// What a letter adds to the record: to whom, how urgent, which red flags, what is asked for.
#include "app/CaseSheet.h"
#include "app/Clinic.h"
#include "app/PainWords.h"
#include "app/ReportHandout.h"
#include "app/ReportInside.h"
#include "app/ReportMaps.h"
#include "app/ReportSources.h"
#include "app/ReportWords.h"
#include "app/SentenceWords.h"
#include "app/Sentences.h"
#include "app/TimeText.h"
#include "app/WhatHelps.h"
#include "app/WholePatient.h"
#include "app/Words.h"
#include "domain/Error.h"
#include "domain/Text.h"
#include "reference/Reference.h"
#include "storage/Store.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <sstream>

namespace palpate::app {

namespace {

[[nodiscard]] bool asksForAny(const report::Template& layout, std::string_view group) {
    return std::ranges::any_of(layout.fieldNames(),
                               [&](const std::string& name) { return name.starts_with(group); });
}

/// "Pain now 3 of 10 before treatment; at its best 2 ..., at its worst not asked."
[[nodiscard]] std::string painSentence(const Session& session) {
    const auto figure = [&](PainMoment moment) {
        const auto& score = painOf(session, moment);
        return score ? shown({tr("{1} of 10"), {std::to_string(score->value())}})
                     : std::string{tr("not asked")};
    };
    if (!session.painNow && !session.painBest && !session.painWorst) {
        return tr("Pain was not asked.");
    }
    return shown({tr("Pain now, before treatment: {1}; at its best since the last visit: {2}; at "
                     "its worst: {3} (numeric pain rating scale)."),
                  {figure(PainMoment::Now), figure(PainMoment::Best), figure(PainMoment::Worst)}});
}

/// "Pressure release in 6 of 7 sessions, heat in 2."
[[nodiscard]] std::string treatedSentence(const CaseStory& story,
                                          const reference::Reference& reference) {
    std::vector<std::string> parts;
    for (const auto& technique : story.techniques) {
        const auto sessions = std::ranges::count_if(story.sessions, [&](const Session& session) {
            return std::ranges::any_of(session.treatments, [&](const Treatment& treatment) {
                return treatment.technique == technique.technique;
            });
        });
        parts.push_back(shown({tr("{1} in {2}"),
                               {uncapitalised(techniqueLabel(reference, technique.technique)),
                                std::to_string(sessions)}}));
    }
    if (parts.empty()) {
        return tr("No treatment is recorded.");
    }
    return asSentence(
        shown({story.sessions.size() == 1 ? tr("in {1} session: {2}") : tr("in {1} sessions: {2}"),
               {std::to_string(story.sessions.size()), listed(parts)}}));
}

/// What helpedText() says of techniques that were measured often enough.
[[nodiscard]] std::string judgedText(const CaseStory& story,
                                     const reference::Reference& reference) {
    CaseStory judged{.record = story.record, .sessions = {}, .points = {}, .techniques = {}};
    std::ranges::copy_if(story.techniques, std::back_inserter(judged.techniques),
                         [](const TechniqueStory& each) { return each.measured >= kLeastUses; });
    return helpedText(judged, reference);
}

class Letter {
public:
    Letter(Clinic& clinic, const LetterWords& words, const ReportMatter& matter)
        : clinic_{clinic},
          reference_{clinic.reference()}, words_{words}, matter_{matter}, story_{matter.story} {}

    [[nodiscard]] report::Fields all() {
        setFrame();
        setFlags();
        setFindings();
        setAlerts();
        fields_.setList("sources", notes_.rows());
        return std::move(fields_);
    }

private:
    void setFrame() {
        const auto* urgency = reference_.redFlags().findUrgency(words_.urgency);
        if (urgency == nullptr && !words_.urgency.empty()) {
            throw EditRefused{
                {tr("There is no urgency \"{1}\"; choose one of the list."), {words_.urgency}}};
        }
        fields_.set("date", longDayText(clinic_.today()))
            .set("recipient", words_.recipient)
            .setList("addressLines", addressLines())
            .set("urgency", urgency != nullptr ? capitalised(urgency->key) : std::string{})
            .set("urgencyMeaning", urgency != nullptr ? urgency->meaning : std::string{})
            .setNote("request", words_.request);
    }

    [[nodiscard]] std::vector<report::Fields> addressLines() const {
        std::vector<report::Fields> lines;
        std::istringstream address{words_.recipientAddress};
        for (std::string line; std::getline(address, line);) {
            if (auto text = trimmed(line); !text.empty()) {
                lines.emplace_back().set("line", std::move(text));
            }
        }
        return lines;
    }

    /// Those that the writer chose, and no other; one that is raised as it was asked then.
    void setFlags() {
        const auto unsettled = clinic_.store().screenings().unsettled(matter_.patient.id);
        std::vector<report::Fields> rows;
        std::vector<RedFlagKey> told;
        for (const auto& key : words_.redFlags) {
            if (std::ranges::count(told, key) != 0) {
                continue;
            }
            told.push_back(key);
            const auto raised = std::ranges::find(unsettled, key, &RaisedFlag::flag);
            const auto* known = reference_.redFlags().find(key);
            if (raised != unsettled.end()) {
                rows.push_back(flagRow(*raised));
            } else if (known != nullptr) {
                rows.push_back(flagRow(*known));
            } else {
                throw EditRefused{
                    {tr("There is no red flag \"{1}\"; choose from the list."), {key.text()}}};
            }
        }
        fields_.setFlag("hasRedFlags", !rows.empty())
            .set("noRedFlags", rows.empty() ? std::string{tr("None is named in this letter. That "
                                                             "does not mean that each was looked "
                                                             "for and absent.")}
                                            : std::string{})
            .setList("redFlags", std::move(rows));
    }

    [[nodiscard]] report::Fields flagRow(const reference::KnownRedFlag& flag) {
        report::Fields row;
        row.set("ask", flag.ask)
            .set("pointsTo", flag.pointsTo)
            .set("action", flag.action)
            .set("urgency", reference_.redFlags().urgencyOf(flag).meaning)
            .set("strongerWith", joined(flag.strongerWith, ", "))
            .set("raised", {})
            .set("mark",
                 notes_.mark(sourcesNote(tr("red flag"), std::array{flag.sources}, reference_)));
        return row;
    }

    /// As it was asked then, be it in the table still or not.
    [[nodiscard]] report::Fields flagRow(const RaisedFlag& raised) {
        const auto* known = reference_.redFlags().find(raised.flag);
        auto row = known != nullptr ? flagRow(*known) : report::Fields{};
        const auto* urgency = reference_.redFlags().findUrgency(raised.urgency);
        if (known == nullptr) {
            row.set("strongerWith", {}).set("mark", {});
        }
        row.set("ask", raised.question)
            .set("pointsTo", raised.pointsTo)
            .set("action", raised.action)
            .set("urgency", urgency != nullptr ? urgency->meaning : raised.urgency)
            .set("raised", dayText(localDay(raised.raised, clinic_.profile().timeZone)));
        return row;
    }

    void setFindings() {
        const auto& latest = story_.latest();
        const auto earlier = std::span{story_.sessions}.first(story_.sessions.size() - 1);
        const auto pain = composedPain(latest.painAreas, drawnPain(clinic_.map(), latest.painAreas),
                                       std::nullopt);
        const auto found =
            composedObjective(latest, earlier, reference_, pain, clinic_.profile().pressureUnit);
        fields_.set("foundOn", longDayText(reportDay(latest)))
            .set("pain", painSentence(latest))
            .setNote("found", found.empty() ? std::string{tr("No finding was recorded.")} : found)
            .setNote("findings", words_.findings)
            .setNote("course", summaryOf(story_, reference_,
                                         {.audience = Audience::Clinician,
                                          .notes = &notes_,
                                          .hasOtherCases = matter_.hasOtherCases,
                                          .function =
                                              [this](Footnotes* sources) {
                                                  return functionText(clinic_, matter_, sources);
                                              }}))
            .set("treated", treatedSentence(story_, reference_))
            .set("helped", judgedText(story_, reference_));
    }

    void setAlerts() {
        const auto whole = wholePatient(clinic_, matter_.patient.id);
        const auto& patient = whole ? *whole : matter_.patient;
        std::vector<std::string> alerts;
        if (patient.alerts) {
            for (const auto& alert : *patient.alerts) {
                const auto text = alertText(reference_, alert);
                alerts.push_back(alerts.empty() ? text : uncapitalised(text));
            }
        }
        fields_
            .set("alerts", !patient.alerts  ? std::string{tr("not asked")}
                           : alerts.empty() ? std::string{tr("asked, none")}
                                            : joined(alerts, "; "))
            .set("allergies", joined(allergyLines(patient), "; "));
    }

    Clinic& clinic_;
    const reference::Reference& reference_;
    const LetterWords& words_;
    const ReportMatter& matter_;
    const CaseStory& story_; ///< of matter_
    Footnotes notes_;
    report::Fields fields_;
};

} // namespace

void addLetter(ReportContent& content, Clinic& clinic, const ReportRequest& request,
               const std::shared_ptr<const ReportMatter>& matter, const report::Template& layout) {
    if (asksForAny(layout, "letter.")) {
        content.fields.setGroup("letter", Letter{clinic, request.letter, *matter}.all());
    }
    if (asksForAny(layout, "handout.")) {
        addHandout(content, clinic, matter);
    }
    addMaps(content, clinic, matter);
}

} // namespace palpate::app
