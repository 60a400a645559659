// SPDX-License-Identifier: MIT
// Whether red flags are to be asked about now, and why.
#include "app/Clinic.h"
#include "app/FormTold.h"
#include "app/NerveSigns.h"
#include "app/ReadSessions.h"
#include "app/Rights.h"
#include "app/Screenings.h"
#include "app/SessionDays.h"
#include "app/TimeText.h"
#include "app/Words.h"
#include "storage/AuditTrail.h"
#include "storage/Store.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <functional>
#include <iterator>
#include <memory>

namespace palpate::app {

namespace {

/// Urls of the shipped forms; one of the clinic's own with the same url takes its place.
[[nodiscard]] std::string screeningFor(BodyArea area) {
    switch (area) {
    case BodyArea::LowBack:
        return "urn:palpate:form/red-flags-low-back";
    case BodyArea::Neck:
        return "urn:palpate:form/red-flags-neck";
    case BodyArea::Headache:
        return "urn:palpate:form/red-flags-headache";
    case BodyArea::Shoulder:
        return "urn:palpate:form/red-flags-shoulder";
    case BodyArea::Hip:
    case BodyArea::Knee:
    case BodyArea::AnkleFoot:
        return "urn:palpate:form/red-flags-hip-leg";
    case BodyArea::Any:
        break;
    }
    return "urn:palpate:form/red-flags-general";
}

struct RowSign {
    std::string_view row;
    NerveSign sign;
};
/// Rows that a question of a form may be about.
constexpr std::array kRowSigns{RowSign{"findings/symptom_numb", NerveSign::Numbness},
                               RowSign{"findings/symptom_tingling", NerveSign::Tingling},
                               RowSign{"findings/symptom_weak", NerveSign::Weakness},
                               RowSign{"findings/symptom_radiating", NerveSign::Radiating},
                               RowSign{"red-flags/numb_limb", NerveSign::Numbness},
                               RowSign{"red-flags/numb_limb", NerveSign::Tingling},
                               RowSign{"red-flags/weak_limb", NerveSign::Weakness},
                               RowSign{"red-flags/motor_loss", NerveSign::Weakness},
                               RowSign{"red-flags/radiating_leg", NerveSign::Radiating}};

/// What an answered form tells of signs. `form` may be nullptr: then only chosen words and texts
/// tell.
class FormSigns {
public:
    explicit FormSigns(const forms::Questionnaire* form) : form_{form} {}

    [[nodiscard]] std::vector<PlacedSign> of(const FormAnswers& answers) {
        read(answers.items);
        return std::move(signs_);
    }

private:
    void read(const std::vector<AnsweredItem>& items) {
        for (const auto& item : items) {
            const auto* asked = form_ != nullptr ? form_->find(item.linkId) : nullptr;
            for (const auto& answer : item.answers) {
                read(answer.value, asked);
                read(answer.items);
            }
            read(item.items);
        }
    }

    void read(const AnswerValue& value, const forms::Item* asked) {
        if (const auto* yes = std::get_if<bool>(&value)) {
            if (*yes && asked != nullptr) {
                for (const auto& row : asked->rows) {
                    addOf(row);
                }
            }
        } else if (const auto* chosen = std::get_if<Coding>(&value)) {
            addOf("findings/" + chosen->code);
        } else if (const auto* text = std::get_if<std::string>(&value);
                   text != nullptr &&
                   (asked == nullptr || asked->control != forms::ItemControl::BodyMap)) {
            for (const auto sign : signsTold(*text)) {
                signs_.push_back({sign});
            }
        }
    }

    void addOf(std::string_view row) {
        for (const auto& known : kRowSigns) {
            if (known.row == row) {
                signs_.push_back({known.sign});
            }
        }
    }

    const forms::Questionnaire* form_;
    std::vector<PlacedSign> signs_;
};

/// Something that tells of signs, at its time.
struct Telling {
    Instant at;
    std::vector<PlacedSign> signs;
    const char* where; ///< a sentence's part, with the day and the title
    std::string title = {};
    /// Of a session begun before the screening: whether it was written in after it.
    std::function<bool()> isWrittenAfter = {};
};

/// Whether a session was changed after that moment; by the audit trail, as it has no times within.
[[nodiscard]] bool isChangedAfter(Clinic& clinic, const Session& session, Instant moment) {
    if (session.signature && session.signature->at <= moment) {
        return false;
    }
    storage::AuditFilter filter{.patient = session.patient,
                                .practitioner = {},
                                .kind = storage::AuditKind::Change,
                                .from = moment + Instant::duration{1},
                                .to = {},
                                .beforeSeq = {}};
    for (;;) {
        const auto page = clinic.store().audit().list(filter);
        for (const auto& entry : page) {
            if (entry.subject == storage::AuditSubject::Session &&
                entry.subjectId == session.id.value()) {
                return true;
            }
        }
        if (page.empty()) {
            return false;
        }
        filter.beforeSeq = page.back().seq;
    }
}

class DueReader {
public:
    DueReader(Clinic& clinic, const Case& record, std::span<const Session> sessions)
        : clinic_{clinic}, record_{record}, sessions_{sessions} {}

    [[nodiscard]] std::optional<ScreeningDue> due() {
        readForms();
        for (const auto& session : sessions_) {
            tellings_.push_back({session.startedAt,
                                 signsIn(session, clinic_.map()),
                                 tr("{1}, in the session of {2}"),
                                 {},
                                 [&] { return isChangedAfter(clinic_, session, *screened_); }});
        }
        std::ranges::stable_sort(tellings_, {}, &Telling::at);
        const auto sign = newSign();
        if (!screened_) {
            auto why = sessions_.size() < 2 ? std::string{tr("First session of this case")}
                                            : std::string{tr("Never screened in this case")};
            return dueFor(sign ? shown({tr("{1}; {2}"), {why, *sign}}) : why, sign.has_value());
        }
        if (sign) {
            return dueFor(shown({tr("New: {1}"), {*sign}}), true);
        }
        const auto day = localDay(*screened_, clinic_.profile().timeZone);
        if (daysBetween(day, clinic_.today()) >= kScreenAgainAfterDays) {
            return dueFor(shown({tr("Last screened on {1}"), {dayText(day)}}), false);
        }
        return std::nullopt;
    }

private:
    [[nodiscard]] ScreeningDue dueFor(std::string why, bool pressing) const {
        if (begun_) {
            why = shown({tr("{1}; {2} of {3} asked on {4}"),
                         {why, std::to_string(begun_->answered), std::to_string(begun_->asked),
                          dayText(localDay(begun_->at, clinic_.profile().timeZone))}});
        }
        return {.formUrl = screeningFor(record_.area), .why = std::move(why), .pressing = pressing};
    }

    /// The last screening in which all was asked, one after it in which not, and what all other
    /// forms tell.
    void readForms() {
        const CaseAnswers forms{clinic_, record_};
        std::optional<FormRecordId> last;
        for (auto& screening : screeningsIn(forms)) {
            if (screening.isWhole()) {
                screened_ = screening.at;
                last = screening.form;
                begun_.reset();
            } else {
                begun_ = std::move(screening);
            }
        }
        for (const auto& [form, questions, purpose] : forms.all()) {
            if (form.id == last) {
                for (const auto& sign : FormSigns{questions}.of(form.answers)) {
                    toldInScreening_.push_back(sign.sign);
                }
            }
            if (purpose != FormPurpose::Screening) {
                tellings_.push_back({*form.completed, FormSigns{questions}.of(form.answers),
                                     tr("{1}, in the form “{3}” of {2}"), form.title});
            }
        }
    }

    /// Of what was told after the screening, the first that was not there before it. What stands
    /// in a session that was written in after it may have come since: it counts as before only when
    /// an earlier one has it or the screening itself told it.
    [[nodiscard]] std::optional<std::string> newSign() const {
        std::vector<PlacedSign> before;
        for (const auto& telling : tellings_) {
            const bool isBefore = screened_ && telling.at <= *screened_;
            auto found = newSigns(telling.signs, before);
            if (isBefore) {
                std::erase_if(found, [&](NerveSign sign) {
                    return std::ranges::count(toldInScreening_, sign) != 0;
                });
            }
            if (isBefore &&
                (found.empty() || !telling.isWrittenAfter || !telling.isWrittenAfter())) {
                std::ranges::copy(telling.signs, std::back_inserter(before));
            } else if (!found.empty()) {
                std::vector<std::string> words;
                for (const auto sign : found) {
                    words.push_back(nerveSignWord(sign));
                }
                return shown(
                    {telling.where,
                     {listed(words), dayText(localDay(telling.at, clinic_.profile().timeZone)),
                      telling.title}});
            }
        }
        return std::nullopt;
    }

    Clinic& clinic_;
    const Case& record_;
    std::span<const Session> sessions_;
    std::optional<Instant> screened_;
    std::optional<Screened> begun_; ///< after that, and not all was asked
    std::vector<NerveSign> toldInScreening_;
    std::vector<Telling> tellings_;
};

} // namespace

std::optional<ScreeningDue> screeningDue(Clinic& clinic, const CaseId& caseId) {
    require(clinic, Right::ReadRecords);
    const auto record = clinic.store().cases().find(caseId);
    if (!record || record->status != CaseStatus::Open) {
        return std::nullopt; // without reading its sessions
    }
    return screeningDue(clinic, *record, clinic.store().sessions().ofCase(caseId));
}

std::optional<ScreeningDue> screeningDue(Clinic& clinic, const Case& record,
                                         std::span<const Session> sessions) {
    return record.status == CaseStatus::Open ? DueReader{clinic, record, sessions}.due()
                                             : std::nullopt;
}

} // namespace palpate::app
