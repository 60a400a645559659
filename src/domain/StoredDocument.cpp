// SPDX-License-Identifier: MIT
#include "domain/StoredDocument.h"

#include "domain/FieldText.h"
#include "domain/Named.h"
#include "domain/Text.h"

#include <array>

namespace palpate {

namespace {

constexpr std::array kOrigins{DocumentOrigin::Produced, DocumentOrigin::Attached};
constexpr std::size_t kLongestField = 200;

} // namespace

std::vector<Message> problems(const StoredDocument& document) {
    std::vector<Message> out;
    if (trimmed(document.title).empty()) {
        out.push_back({tr("Title: is missing; say what the document is."), {}});
    }
    checkText(out, tr("Title"), document.title, kLongestField);
    checkText(out, tr("File name"), document.fileName, kLongestField);
    if (document.size == 0) {
        out.push_back({tr("File: is empty, so there is nothing to keep."), {}});
    }
    if (document.size > kLargestDocument) {
        out.push_back({tr("File: is larger than {1} MB; save it smaller and attach it again."),
                       {std::to_string(kLargestDocument / 1'000'000)}});
    }
    return out;
}

std::string_view name(DocumentOrigin origin) noexcept {
    return origin == DocumentOrigin::Produced ? "produced" : "attached";
}

std::optional<DocumentOrigin> parseDocumentOrigin(std::string_view text) noexcept {
    return named(kOrigins, text);
}

} // namespace palpate
