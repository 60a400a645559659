// SPDX-License-Identifier: MIT
#include "app/FormTold.h"

#include "app/Clinic.h"
#include "app/FormEntry.h"
#include "domain/Text.h"
#include "forms/FormRun.h"
#include "storage/Store.h"

#include <algorithm>
#include <array>
#include <functional>
#include <string_view>

namespace palpate::app {

namespace {

using forms::Item;
using forms::ItemType;

constexpr std::string_view kFactorRows = "factors/";
constexpr std::string_view kCareRows = "home-care/";
/// Of home-care-check-in.json: all that was agreed together.
constexpr std::string_view kAllCare = "adherence.days";
constexpr std::string_view kHelpedRow = "findings/helped";
const std::string kNoZone = "UTC"; // a choice has no time

/// Each answered question of a form, in its order.
using Seen = std::function<void(const Item& asked, const AnsweredItem& item)>;
void eachAnswered(const forms::Questionnaire& form, const std::vector<AnsweredItem>& items,
                  const Seen& seen) {
    for (const auto& item : items) {
        const auto* asked = form.find(item.linkId);
        if (asked != nullptr && !item.answers.empty()) {
            seen(*asked, item);
        }
        for (const auto& answer : item.answers) {
            eachAnswered(form, answer.items, seen);
        }
        eachAnswered(form, item.items, seen);
    }
}

[[nodiscard]] std::optional<double> numberOf(const Answer& answer) {
    if (const auto* whole = std::get_if<std::int64_t>(&answer.value)) {
        return static_cast<double>(*whole);
    }
    if (const auto* number = std::get_if<double>(&answer.value)) {
        return *number;
    }
    if (const auto* quantity = std::get_if<Quantity>(&answer.value)) {
        return quantity->value;
    }
    return std::nullopt;
}

/// The key behind `prefix` in the first row that has it.
template <class Key>
[[nodiscard]] std::vector<Key> keysOf(const Item& item, std::string_view prefix) {
    std::vector<Key> keys;
    for (const auto& row : item.rows) {
        if (row.starts_with(prefix)) {
            if (auto key = Key::from(std::string_view{row}.substr(prefix.size()))) {
                keys.push_back(*std::move(key));
            }
        }
    }
    return keys;
}

/// What was typed into a text question that is asked only because of this one.
[[nodiscard]] std::string noteOf(const forms::Questionnaire& form, const FormAnswers& answers,
                                 const Item& of) {
    std::string note;
    eachAnswered(form, answers.items, [&](const Item& asked, const AnsweredItem& item) {
        const bool isText = asked.type == ItemType::String || asked.type == ItemType::Text;
        const bool follows =
            std::ranges::any_of(asked.enableWhen, [&](const forms::EnableWhen& when) {
                return when.question == of.linkId;
            });
        if (isText && follows && note.empty()) {
            if (const auto* text = std::get_if<std::string>(&item.answers.front().value)) {
                note = trimmed(*text);
            }
        }
    });
    return note;
}

struct NumberRow {
    std::string_view row;
    std::string_view unit; ///< code, as UCUM writes it; empty: a rating
    Everyday about;
};
constexpr std::array kNumberRows{NumberRow{"factors/sleep", "h", Everyday::Sleep},
                                 NumberRow{"factors/stress", "", Everyday::Stress},
                                 NumberRow{"factors/hydration", "L", Everyday::Water},
                                 NumberRow{"factors/sitting", "h", Everyday::Sitting},
                                 NumberRow{"factors/inactivity", "d", Everyday::Activity}};

[[nodiscard]] std::optional<Everyday> everydayOf(const Item& item) {
    const std::string_view unit = item.units.empty() ? "" : std::string_view{item.units[0].code};
    for (const auto& known : kNumberRows) {
        if (known.unit == unit && std::ranges::count(item.rows, known.row) != 0) {
            return known.about;
        }
    }
    return std::nullopt;
}

/// The words of the answer to the question about the effect that follows `days`.
[[nodiscard]] std::string effectOf(const forms::Questionnaire& form, const FormAnswers& answers,
                                   const Item& days) {
    std::string effect;
    eachAnswered(form, answers.items, [&](const Item& asked, const AnsweredItem& item) {
        const bool isEffect = std::ranges::count(asked.rows, kHelpedRow) != 0 &&
                              std::ranges::any_of(asked.enableWhen, [&](const auto& when) {
                                  return when.question == days.linkId;
                              });
        if (isEffect && effect.empty()) {
            effect = answerWords(asked, item.answers.front().value, kNoZone);
        }
    });
    return effect;
}

} // namespace

CaseAnswers::CaseAnswers(Clinic& clinic, const Case& record) {
    auto& store = clinic.store();
    for (auto& form : store.forms().ofPatient(store.patients().current(record.patient))) {
        if (form.completed && (!form.caseId || *form.caseId == record.id)) {
            forms_.push_back({std::move(form), nullptr, FormPurpose::Other});
        }
    }
    if (forms_.empty()) {
        return;
    }
    std::ranges::stable_sort(forms_, {}, [](const AnsweredForm& f) { return *f.record.completed; });
    library_.emplace(formLibrary(clinic));
    for (auto& each : forms_) {
        const auto& answers = each.record.answers;
        const auto* known = library_->find(answers.formUrl, answers.formVersion);
        known = known != nullptr ? known : library_->find(answers.formUrl);
        if (known != nullptr) {
            each.form = known->form.get();
            each.purpose = known->purpose;
        }
    }
}

std::vector<Screened> screeningsIn(const CaseAnswers& forms) {
    std::vector<Screened> screenings;
    for (const auto& [record, form, purpose] : forms.all()) {
        if (form == nullptr || purpose != FormPurpose::Screening) {
            continue;
        }
        Screened screened{.form = record.id,
                          .session = record.session,
                          .at = *record.completed,
                          .title = record.title};
        std::vector<forms::FormFault> leftOut; // told when the form is opened
        const forms::FormRun run{*form, record.answers, leftOut};
        for (const auto& line : run.lines()) {
            if (!line.enabled || line.item->flag.empty()) {
                continue;
            }
            ++screened.asked;
            if (!line.answers.empty()) {
                const auto* yes = std::get_if<bool>(&line.answers.front());
                ++screened.answered;
                screened.yes += yes != nullptr && *yes ? 1 : 0;
            }
        }
        if (screened.answered > 0) {
            screenings.push_back(std::move(screened));
        }
    }
    return screenings;
}

std::vector<ToldFactor> factorsTold(const CaseAnswers& forms) {
    std::vector<ToldFactor> told;
    for (const auto& [record, form, purpose] : forms.all()) {
        if (form == nullptr) {
            continue;
        }
        eachAnswered(*form, record.answers.items, [&](const Item& asked, const AnsweredItem& item) {
            const auto* yes = std::get_if<bool>(&item.answers.front().value);
            if (yes == nullptr) {
                return;
            }
            for (const auto& factor : keysOf<FactorKey>(asked, kFactorRows)) {
                std::erase_if(told, [&](const ToldFactor& t) { return t.factor == factor; });
                told.push_back(
                    {factor, *yes, noteOf(*form, record.answers, asked), *record.completed});
            }
        });
    }
    return told;
}

std::vector<ToldNumber> everydayTold(const CaseAnswers& forms) {
    std::vector<ToldNumber> told;
    for (const auto& [record, form, purpose] : forms.all()) {
        if (form == nullptr) {
            continue;
        }
        eachAnswered(*form, record.answers.items, [&](const Item& asked, const AnsweredItem& item) {
            const auto about = everydayOf(asked);
            const auto value = numberOf(item.answers.front());
            if (about && value) {
                told.push_back({*about, *record.completed, *value});
            }
        });
    }
    return told;
}

std::vector<ToldCare> careTold(const CaseAnswers& forms) {
    std::vector<ToldCare> told;
    for (const auto& [record, form, purpose] : forms.all()) {
        if (form == nullptr) {
            continue;
        }
        eachAnswered(*form, record.answers.items, [&](const Item& asked, const AnsweredItem& item) {
            const auto value = numberOf(item.answers.front());
            if (!value) {
                return;
            }
            const auto days = static_cast<int>(*value);
            if (asked.linkId == kAllCare) {
                told.push_back({std::nullopt, *record.completed, days});
            }
            for (auto& key : keysOf<HomeCareKey>(asked, kCareRows)) {
                told.push_back({std::move(key), *record.completed, days,
                                effectOf(*form, record.answers, asked)});
            }
        });
    }
    return told;
}

} // namespace palpate::app
