// SPDX-License-Identifier: MIT
#include "domain/Disclosure.h"

#include "domain/FieldText.h"
#include "domain/Named.h"
#include "domain/Text.h"

#include <array>

namespace palpate {

namespace {

constexpr std::array kMeans{DisclosureMeans::SavedFile, DisclosureMeans::Printed,
                            DisclosureMeans::Copied, DisclosureMeans::Exported};
constexpr std::size_t kLongestField = 200;

} // namespace

std::vector<Message> problems(const Disclosure& disclosure) {
    std::vector<Message> out;
    if (trimmed(disclosure.what).empty()) {
        out.push_back({tr("What: is missing; say what left the clinic."), {}});
    }
    checkText(out, tr("What"), disclosure.what, kLongestField);
    checkText(out, tr("For whom"), disclosure.recipient, kLongestField);
    checkText(out, tr("Why"), disclosure.purpose, kLongestField);
    return out;
}

std::string_view name(DisclosureMeans means) noexcept {
    switch (means) {
    case DisclosureMeans::SavedFile:
        return "saved_file";
    case DisclosureMeans::Printed:
        return "printed";
    case DisclosureMeans::Copied:
        return "copied";
    case DisclosureMeans::Exported:
        break;
    }
    return "exported";
}

std::optional<DisclosureMeans> parseDisclosureMeans(std::string_view text) noexcept {
    return named(kMeans, text);
}

} // namespace palpate
