// SPDX-License-Identifier: MIT
#include "domain/Message.h"
#include "forms/FormReading.h"
#include "forms/UnsoundForm.h"

#include <algorithm>

namespace palpate::forms {

namespace {

[[nodiscard]] const Item* findIn(const std::vector<Item>& items, std::string_view linkId) noexcept {
    for (const auto& item : items) {
        if (item.linkId == linkId) {
            return &item;
        }
        if (const auto* found = findIn(item.items, linkId)) {
            return found;
        }
    }
    return nullptr;
}

[[nodiscard]] std::size_t countIn(const std::vector<Item>& items) noexcept {
    auto count = items.size();
    for (const auto& item : items) {
        count += countIn(item.items);
    }
    return count;
}

} // namespace

const std::string& FormText::in(std::string_view language) const {
    for (auto wanted = std::string{language}; !wanted.empty();) {
        if (const auto found = translations.find(wanted); found != translations.end()) {
            return found->second;
        }
        const auto dash = wanted.rfind('-');
        wanted.resize(dash == std::string::npos ? 0 : dash);
    }
    return text;
}

const Item* Questionnaire::find(std::string_view linkId) const noexcept {
    return findIn(items, linkId);
}

std::size_t Questionnaire::itemCount() const noexcept {
    return countIn(items);
}

FormReading readUnsoundForm(std::string_view text) {
    FormReading reading;
    Faults faults{reading.faults};
    const auto json = jsonObject(text, faults);
    if (!json) {
        return reading;
    }
    const JsonObject whole{*json, {}, faults};
    if (!isResource(*json, "Questionnaire", faults)) {
        return reading;
    }
    if (whole.find("derivedFrom") != nullptr) {
        faults.note({}, tr("derivedFrom is not followed: the form is taken as it stands here."));
    }
    Questionnaire form;
    form.url = whole.text("url");
    form.version = whole.text("version");
    form.name = whole.text("name");
    form.title = textWithTranslations(whole, "title");
    form.description = whole.text("description");
    form.language = whole.text("language");
    form.copyright = whole.text("copyright");
    if (form.url.empty()) {
        faults.error({}, tr("The form has no url; answers are kept by it."));
    }
    if (form.title.empty() && form.name.empty()) {
        faults.error({}, tr("The form has neither title nor name; it could not be found."));
    }
    judgeFormExtensions(whole, form);
    std::size_t count = 0;
    form.items = itemsIn(whole, containedSets(*json, faults), 1, count);
    if (form.items.empty() && !faults.hasError()) {
        faults.error({}, tr("The form asks nothing: it has no items."));
    }
    checkWhole(form, faults);
    reading.form = std::move(form);
    return reading;
}

FormReading readForm(std::string_view text) {
    auto reading = readUnsoundForm(text);
    if (std::ranges::find(reading.faults, FormFault::Weight::Error, &FormFault::weight) !=
        reading.faults.end()) {
        reading.form.reset();
    }
    return reading;
}

} // namespace palpate::forms
