// SPDX-License-Identifier: MIT
#pragma once

#include "app/FormLibrary.h"
#include "domain/CarePlan.h"
#include "domain/Case.h"
#include "domain/FormRecord.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace palpate::app {

class Clinic;

/// A completed form with the questions that it asked; `form` is nullptr when there is no such form
/// any more.
struct AnsweredForm {
    FormRecord record;
    const forms::Questionnaire* form = nullptr;
    FormPurpose purpose = FormPurpose::Other;
};

/// The completed forms of a case, and those of its patient that belong to no case; the earliest
/// first. It keeps the forms that they point to.
class CaseAnswers {
public:
    CaseAnswers(Clinic& clinic, const Case& record);
    [[nodiscard]] const std::vector<AnsweredForm>& all() const noexcept { return forms_; }

private:
    std::optional<FormLibrary> library_; ///< read only when something was filled in
    std::vector<AnsweredForm> forms_;
};

/// A completed form of questions about red flags, of which at least one was answered.
struct Screened {
    FormRecordId form;
    std::optional<SessionId> session;
    Instant at;
    std::string title;
    std::size_t asked = 0; ///< questions about red flags that were to be answered
    std::size_t answered = 0;
    std::size_t yes = 0;
    /// Only then the person was screened: what was not asked may be there.
    [[nodiscard]] bool isWhole() const noexcept { return answered == asked; }
};
/// The earliest first.
[[nodiscard]] std::vector<Screened> screeningsIn(const CaseAnswers& forms);

/// A factor as a form told of it.
struct ToldFactor {
    FactorKey factor;
    bool yes = false;
    std::string note = {}; ///< the words beside it; may be empty
    Instant at;
};
/// One for each factor that was asked with yes or no, as it was answered last; in the order in
/// which they were told.
[[nodiscard]] std::vector<ToldFactor> factorsTold(const CaseAnswers& forms);

/// A number of everyday life that a form told, by the row and unit of its question.
enum class Everyday { Sleep, Stress, Water, Sitting, Activity };
struct ToldNumber {
    Everyday about = Everyday::Sleep;
    Instant at;
    double value = 0;
};
[[nodiscard]] std::vector<ToldNumber> everydayTold(const CaseAnswers& forms);

/// How often home care was done, of the last seven days, and what it did.
struct ToldCare {
    std::optional<HomeCareKey> item; ///< empty: all that was agreed
    Instant at;
    int days = 0;
    std::string effect = {}; ///< "It helped", in the form's words; may be empty
};
/// The earliest first.
[[nodiscard]] std::vector<ToldCare> careTold(const CaseAnswers& forms);

} // namespace palpate::app
