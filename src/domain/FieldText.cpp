// SPDX-License-Identifier: MIT
#include "domain/FieldText.h"

#include "domain/Text.h"

namespace palpate {

void checkText(std::vector<Message>& problems, const char* field, const std::string& text,
               std::size_t limit) {
    if (!isValidUtf8(text)) {
        problems.push_back(
            {tr("{1}: contains characters that are not valid UTF-8 text; type it again."),
             {field}});
    } else if (lengthInCharacters(text) > limit) {
        problems.push_back({tr("{1}: is longer than {2} characters; shorten it."),
                            {field, std::to_string(limit)}});
    }
}

} // namespace palpate
