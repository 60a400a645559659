// SPDX-License-Identifier: MIT
#pragma once

#include "app/FormPresenter.h"
#include "app/OpenClinic.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>

namespace palpate::test {

/// A step into the first repetition of each, or the one behind '#': "activity#1/activity.what".
[[nodiscard]] inline forms::FormPlace place(std::string_view path) {
    forms::FormPlace place;
    while (!path.empty()) {
        const auto end = path.find('/');
        const auto step = path.substr(0, end);
        const auto number = step.find('#');
        place.push_back({std::string{step.substr(0, number)},
                         number == std::string_view::npos
                             ? 0U
                             : std::stoul(std::string{step.substr(number + 1)})});
        path.remove_prefix(end == std::string_view::npos ? path.size() : end + 1);
    }
    return place;
}

/// The row; throws std::invalid_argument when it is not shown.
[[nodiscard]] inline const app::FormRowView& row(const app::FormPresenter& form,
                                                 std::string_view path) {
    const auto wanted = place(path);
    const auto found = std::ranges::find(form.view().rows, wanted, &app::FormRowView::place);
    if (found == form.view().rows.end()) {
        throw std::invalid_argument{"no such row: " + std::string{path}};
    }
    return *found;
}
[[nodiscard]] inline bool isShown(const app::FormPresenter& form, std::string_view path) {
    return std::ranges::find(form.view().rows, place(path), &app::FormRowView::place) !=
           form.view().rows.end();
}

/// Writes a form of the clinic's own; `items` is the inside of a JSON list.
inline void ownForm(const OpenClinic& clinic, const std::string& name, const std::string& items,
                    const std::string& more = {}, const std::string& version = "1") {
    const auto folder = clinic.folder() / "forms";
    std::filesystem::create_directories(folder);
    std::ofstream{folder / (name + ".json"), std::ios::binary}
        << R"({"resourceType": "Questionnaire", "status": "active", "url": "urn:clinic:)" << name
        << R"(", "version": ")" << version << R"(", "title": "Form )" << name << "\", " << more
        << R"("item": [)" << items << "]}";
}

/// The form of that url as the clinic has it; throws std::invalid_argument when there is none.
[[nodiscard]] inline app::KnownForm formOf(OpenClinic& clinic, const std::string& url) {
    const auto library = app::formLibrary(*clinic);
    const auto* form = library.find(url);
    if (form == nullptr) {
        throw std::invalid_argument{"no such form: " + url};
    }
    return *form;
}
[[nodiscard]] inline app::KnownForm shippedForm(OpenClinic& clinic, const std::string& name) {
    return formOf(clinic, "urn:palpate:form/" + name);
}

[[nodiscard]] inline app::FormSubject subjectOf(const OpenClinic& clinic) {
    return {clinic.patient(), clinic.caseId(), {}};
}

} // namespace palpate::test
