// SPDX-License-Identifier: MIT
#pragma once

namespace palpate::gui {

/// What somebody typed into a form, on top of the record as a colleague has changed it meanwhile:
/// of each field that was changed here the typed value, of all others what is stored now.
template <class Form, class... Fields>
[[nodiscard]] Form onTopOf(Form stored, const Form& asRead, const Form& typed,
                           Fields Form::*... fields) {
    const auto take = [&](auto field) {
        if (typed.*field != asRead.*field) {
            stored.*field = typed.*field;
        }
    };
    (take(fields), ...);
    return stored;
}

} // namespace palpate::gui
