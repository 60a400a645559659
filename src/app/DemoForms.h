// SPDX-License-Identifier: MIT
#pragma once

#include "app/FormLibrary.h"
#include "domain/Case.h"
#include "domain/FormRecord.h"
#include "domain/Screening.h"
#include "domain/Session.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace palpate::app {

class Clinic;
class Knowledge;

/// A question of a form by its link id, and its answer; of a choice the code.
struct DemoAnswer {
    std::string_view question;
    AnswerValue value;
};
/// An activity that is hard, and how well it goes: 0 not at all, 10 as before.
struct DemoActivity {
    std::string_view what;
    int rating = 0;
};

/// Forms, screening and home-care plans of the demonstration. Filled in by the person signed in, at
/// the moment of the clinic's clock.
class DemoForms {
public:
    explicit DemoForms(const Knowledge& knowledge);

    /// What is asked and agreed on in a visit of somebody who is told in full: patient 0 is Ana
    /// Kovács, 1 the chiropractor's, 2 the massage therapist's. `visit` from 0.
    void told(Clinic& clinic, int patient, int visit, const Case& record, const Session& session);
    /// The first visit of everybody else's case: red flags, none of them present, and what is hard.
    /// Each fourth visit asks again what is hard. `course` is how far it has come, 0 to 1.
    void invented(Clinic& clinic, int visit, const Case& record, const Session& session,
                  double course);

private:
    void ana(Clinic& clinic, int visit, const Case& record, const Session& session);
    void firstOfAna(Clinic& clinic, const Case& record, const Session& session);
    [[nodiscard]] const forms::Questionnaire& form(std::string_view name) const;
    /// Completed at once. A question that the form does not have throws DataError.
    [[nodiscard]] std::vector<RaisedFlag> fill(Clinic& clinic, std::string_view name,
                                               const Case& record, const Session& session,
                                               const std::vector<DemoAnswer>& answers,
                                               FilledBy by = FilledBy::Practitioner);
    /// All flags of the form answered with no, but for one.
    std::vector<RaisedFlag> screen(Clinic& clinic, std::string_view name, const Case& record,
                                   const Session& session, std::string_view yes = {});
    void rateActivities(Clinic& clinic, const Case& record, const Session& session,
                        std::initializer_list<DemoActivity> activities);

    FormLibrary library_;
};

} // namespace palpate::app
