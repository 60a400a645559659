// SPDX-License-Identifier: MIT
// Whether red flags are to be asked about now, and why.
#include "app/Clinic.h"
#include "app/FormTold.h"
#include "app/NerveSigns.h"
#include "app/Screenings.h"
#include "app/SessionDays.h"
#include "app/TimeText.h"
#include "app/Words.h"
#include "storage/Store.h"

#include <algorithm>
#include <array>
#include <chrono>
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
                               RowSign{"findings/symptom_radiating", NerveSign::Radiating}};

[[nodiscard]] std::optional<NerveSign> signOf(std::string_view row) {
    const auto known = std::ranges::find(kRowSigns, row, &RowSign::row);
    return known != kRowSigns.end() ? std::optional{known->sign} : std::nullopt;
}

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
                    add(signOf(row));
                }
            }
        } else if (const auto* chosen = std::get_if<Coding>(&value)) {
            add(signOf("findings/" + chosen->code));
        } else if (const auto* text = std::get_if<std::string>(&value);
                   text != nullptr &&
                   (asked == nullptr || asked->control != forms::ItemControl::BodyMap)) {
            for (const auto sign : signsTold(*text)) {
                add(sign);
            }
        }
    }

    void add(std::optional<NerveSign> sign) {
        if (sign) {
            signs_.push_back({*sign});
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
};

class DueReader {
public:
    DueReader(Clinic& clinic, const Case& record) : clinic_{clinic}, record_{record} {}

    [[nodiscard]] std::optional<ScreeningDue> due() {
        readForms();
        for (const auto& session : clinic_.store().sessions().ofCase(record_.id)) {
            ++sessions_;
            tellings_.push_back({session.startedAt, signsIn(session, clinic_.map()),
                                 tr("{1}, in the session of {2}")});
        }
        std::ranges::stable_sort(tellings_, {}, &Telling::at);
        const auto sign = newSign();
        if (!screened_) {
            auto why = sessions_ < 2 ? std::string{tr("First session of this case")}
                                     : std::string{tr("Never screened in this case")};
            return ScreeningDue{.formUrl = screeningFor(record_.area),
                                .why = sign ? shown({tr("{1}; {2}"), {why, *sign}}) : why,
                                .pressing = sign.has_value()};
        }
        if (sign) {
            return ScreeningDue{.formUrl = screeningFor(record_.area),
                                .why = shown({tr("New: {1}"), {*sign}}),
                                .pressing = true};
        }
        const auto day = localDay(*screened_, clinic_.profile().timeZone);
        if (daysBetween(day, clinic_.today()) >= kScreenAgainAfterDays) {
            return ScreeningDue{.formUrl = screeningFor(record_.area),
                                .why = shown({tr("Last screened on {1}"), {dayText(day)}}),
                                .pressing = false};
        }
        return std::nullopt;
    }

private:
    /// The last completed screening, and what all other forms tell.
    void readForms() {
        const CaseAnswers forms{clinic_, record_};
        for (const auto& screening : screeningsIn(forms)) {
            screened_ = screening.at;
        }
        for (const auto& [form, questions, purpose] : forms.all()) {
            if (purpose != FormPurpose::Screening) {
                tellings_.push_back({*form.completed, FormSigns{questions}.of(form.answers),
                                     tr("{1}, in the form “{3}” of {2}"), form.title});
            }
        }
    }

    /// Of what was told after the screening, the first that was not there before it. A session in
    /// which the screening was done counts as before: it has no times of its own within.
    [[nodiscard]] std::optional<std::string> newSign() const {
        std::vector<PlacedSign> before;
        for (const auto& telling : tellings_) {
            if (screened_ && telling.at <= *screened_) {
                std::ranges::copy(telling.signs, std::back_inserter(before));
            } else if (const auto found = newSigns(telling.signs, before); !found.empty()) {
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
    std::size_t sessions_ = 0;
    std::optional<Instant> screened_;
    std::vector<Telling> tellings_;
};

} // namespace

std::optional<ScreeningDue> screeningDue(Clinic& clinic, const CaseId& caseId) {
    const auto record = clinic.store().cases().find(caseId);
    if (!record || record->status != CaseStatus::Open) {
        return std::nullopt;
    }
    return DueReader{clinic, *record}.due();
}

} // namespace palpate::app
