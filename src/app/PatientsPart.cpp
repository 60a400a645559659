// SPDX-License-Identifier: MIT
#include "app/PatientsPart.h"

#include <algorithm>
#include <utility>

namespace palpate::app {

bool awaitsFile(const FormView& form) {
    return std::ranges::any_of(form.rows, [](const FormRowView& row) {
        return row.kind == FieldKind::File && !row.readOnly && !row.isAnswered;
    });
}

std::vector<forms::FormPlace> openForPatient(FormPresenter& form) {
    std::vector<forms::FormPlace> asked;
    for (const auto& row : form.view().rows) {
        if (row.kind != FieldKind::File) {
            asked.push_back(row.place);
        }
    }
    const auto tell = std::exchange(form.onChange, {}); // once for all, behind the last
    for (const auto& place : asked) {
        form.leave(place);
    }
    form.onChange = tell;
    if (tell) {
        tell();
    }
    std::vector<forms::FormPlace> open;
    for (const auto& row : form.view().rows) {
        if (row.kind != FieldKind::File && !row.problems.empty()) {
            open.push_back(row.place);
        }
    }
    return open;
}

} // namespace palpate::app
