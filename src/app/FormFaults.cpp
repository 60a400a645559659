// SPDX-License-Identifier: MIT
#include "app/FormFaults.h"

#include "forms/Questionnaire.h"

namespace palpate::app {

FormJudgement judgeForm(std::string_view text) {
    const auto reading = forms::readForm(text);
    FormJudgement judged;
    judged.isUsable = reading.isUsable();
    if (reading.form) {
        judged.title = reading.form->title.empty() ? reading.form->name : reading.form->title.text;
        judged.items = reading.form->itemCount();
    }
    for (const auto& fault : reading.faults) {
        judged.faults.push_back(
            {fault.weight == forms::FormFault::Weight::Error, fault.linkId, fault.sentence});
    }
    return judged;
}

} // namespace palpate::app
