// SPDX-License-Identifier: MIT
// What a form's line says.
#include "gui/FormRow.h"
#include "gui/Phrases.h"

#include <string>
#include <vector>

namespace palpate::gui {

namespace {

[[nodiscard]] wxString joined(const std::vector<std::string>& words) {
    wxString all;
    for (const std::string& word : words) {
        all += (all.empty() ? "" : ", ") + toWx(word);
    }
    return all;
}

} // namespace

TextStyle FormRow::labelStyle() const noexcept {
    const bool patient = ways_.reader == FormReader::Patient;
    switch (view_.kind) {
    case app::FieldKind::Section:
        return view_.depth == 0 || patient ? TextStyle::Heading : TextStyle::Name;
    case app::FieldKind::Note:
        return patient ? TextStyle::Name : TextStyle::Body;
    default:
        return patient ? TextStyle::Name : TextStyle::BodyStrong;
    }
}

wxString FormRow::notAsked() const {
    return ways_.reader == FormReader::Patient ? said("no answer") : said("not asked");
}

wxString FormRow::answerWords() const {
    using app::FieldKind;
    if (!view_.isAnswered && view_.kind != FieldKind::Calculated) {
        return view_.kind == FieldKind::File && ways_.reader == FormReader::Patient
                   ? said("Your therapist adds this file.")
                   : notAsked();
    }
    if (view_.kind == FieldKind::Calculated && view_.text.empty()) {
        return said("not all answered yet");
    }
    switch (view_.kind) {
    case FieldKind::YesNo:
        return !view_.truth ? notAsked() : *view_.truth ? said("yes") : said("no");
    case FieldKind::ChooseOne:
    case FieldKind::ChooseMany:
    case FieldKind::DropDown: {
        std::vector<std::string> chosen;
        for (std::size_t i = 0; i < view_.options.size(); ++i) {
            if (i < view_.chosen.size() && view_.chosen[i]) {
                chosen.push_back(view_.options[i]);
            }
        }
        if (!view_.text.empty()) {
            chosen.push_back(view_.text);
        }
        return joined(chosen);
    }
    case FieldKind::Slider:
        return view_.value ? wxString::FromCDouble(*view_.value) : toWx(view_.text);
    default: {
        const std::string& unit =
            view_.units.empty() ? view_.unit : view_.units.at(view_.unitChosen);
        return toWx(view_.text + (unit.empty() || view_.text.empty() ? "" : " " + unit));
    }
    }
}

wxString FormRow::wholeLabel() const {
    wxString words = toWx(view_.label);
    if (view_.required) {
        words += toWx(", ") + said("needed");
    }
    return words;
}

} // namespace palpate::gui
