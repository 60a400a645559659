// SPDX-License-Identifier: MIT
#include "app/AuditTexts.h"

#include "app/SentenceWords.h"
#include "domain/Message.h"
#include "storage/AuditTrail.h"

#include <algorithm>
#include <sstream>
#include <string_view>

namespace palpate::app {

namespace {

constexpr std::size_t kLongestDetail = 160; ///< characters of a detail, on one line

using storage::AuditEntry;
using storage::AuditKind;
using storage::AuditSubject;

[[nodiscard]] std::string subjectWord(AuditSubject subject) {
    switch (subject) {
    case AuditSubject::Clinic:
        return tr("the clinic");
    case AuditSubject::Practitioner:
        return tr("a user");
    case AuditSubject::Patient:
        return tr("the record");
    case AuditSubject::Case:
        return tr("a case");
    case AuditSubject::Session:
        return tr("a session");
    case AuditSubject::AuditRow:
        return tr("a row of the trail");
    case AuditSubject::ContactNote:
        return tr("a contact note");
    case AuditSubject::Document:
        return tr("a document");
    case AuditSubject::Disclosure:
        return tr("a disclosure");
    case AuditSubject::Form:
        return tr("a form");
    case AuditSubject::RaisedFlag:
        return tr("a raised flag");
    case AuditSubject::FlagDeed:
        return tr("what was done about a flag");
    case AuditSubject::CarePlanItem:
        return tr("an item of home care");
    case AuditSubject::Restriction:
        return tr("who may open the record");
    case AuditSubject::Amendment:
        return tr("a request to change the record");
    case AuditSubject::Retention:
        return tr("how long records are kept");
    case AuditSubject::Template:
        break;
    }
    return tr("a template");
}

[[nodiscard]] std::string shortened(const std::string& text) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool begins = (static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U;
        if (begins && ++count > kLongestDetail) {
            return text.substr(0, i) + "…";
        }
    }
    return text;
}

[[nodiscard]] std::vector<std::string> linesOf(const std::string& detail) {
    std::vector<std::string> lines;
    std::istringstream in{detail};
    for (std::string line; std::getline(in, line);) {
        lines.push_back(std::move(line));
    }
    return lines;
}

/// As a person reads a text that was spelled on one line.
[[nodiscard]] std::string readable(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\\' || i + 1 == text.size()) {
            out += text[i];
            continue;
        }
        ++i;
        out += text[i] == 'n' || text[i] == 'r' ? ' ' : text[i];
    }
    return out;
}

/// A line of a detail: which field, its value, and whether it is the old or the new one.
struct Field {
    char mark = ' '; ///< '-', '+' or ' ': a word that was noted
    std::string name;
    std::string value;
};

[[nodiscard]] Field fieldOf(const std::string& line) {
    Field field;
    const bool isMarked = !line.empty() && (line.front() == '-' || line.front() == '+');
    field.mark = isMarked ? line.front() : ' ';
    const auto text = std::string_view{line}.substr(isMarked ? 1 : 0);
    const auto end = std::min(text.find(' '), text.size());
    field.name = text.substr(0, end);
    std::ranges::replace(field.name, '_', ' ');
    field.value = readable(text.substr(std::min(end + 1, text.size())));
    return field;
}

[[nodiscard]] std::string told(const std::string& name, const std::string& value) {
    return value.empty() ? name : name + ": " + value;
}

/// Where the new value of an old one stands; the end: it was taken out.
[[nodiscard]] std::vector<Field>::iterator newOf(const Field& old, std::vector<Field>& fields) {
    return std::ranges::find_if(
        fields, [&](const Field& each) { return each.mark == '+' && each.name == old.name; });
}

} // namespace

std::string actWord(AuditKind kind) {
    switch (kind) {
    case AuditKind::SignIn:
        return tr("signed in");
    case AuditKind::FailedSignIn:
        return tr("was refused at sign-in");
    case AuditKind::SignOut:
        return tr("signed out");
    case AuditKind::View:
        return tr("looked at");
    case AuditKind::Create:
        return tr("made");
    case AuditKind::Change:
        return tr("changed");
    case AuditKind::Discard:
        return tr("discarded");
    case AuditKind::Sign:
        return tr("signed");
    case AuditKind::Addendum:
        return tr("added an addendum to");
    case AuditKind::Print:
        return tr("printed");
    case AuditKind::Export:
        return tr("exported");
    case AuditKind::Erase:
        return tr("erased a detail of");
    case AuditKind::Migrate:
        return tr("renewed the file format of");
    case AuditKind::Complete:
        return tr("completed");
    case AuditKind::Refuse:
        return tr("was refused");
    case AuditKind::Emergency:
        return tr("opened in an emergency");
    case AuditKind::Destroy:
        return tr("destroyed");
    case AuditKind::Lock:
        return tr("locked the screen");
    case AuditKind::Unlock:
        return tr("unlocked the screen");
    case AuditKind::TakeOver:
        break;
    }
    return tr("took over");
}

/// Nothing is said of where somebody signs in or out, or of what was refused.
std::string actText(const AuditEntry& entry) {
    switch (entry.kind) {
    case AuditKind::SignIn:
    case AuditKind::FailedSignIn:
    case AuditKind::SignOut:
    case AuditKind::Refuse:
    case AuditKind::Lock:
    case AuditKind::Unlock:
        return actWord(entry.kind);
    default:
        return joined({actWord(entry.kind), subjectWord(entry.subject)}, " ");
    }
}

std::string notedShortly(const AuditEntry& entry) {
    if (entry.detailErased) {
        return tr("(lawfully erased)");
    }
    if (entry.kind == AuditKind::Create || entry.kind == AuditKind::Discard) {
        return {};
    }
    std::vector<std::string> parts;
    std::istringstream lines{entry.detail};
    for (std::string line; std::getline(lines, line);) {
        if (!line.empty() && (line.front() == '+' || line.front() == '-')) {
            line = line.substr(1, line.find(' ') - 1);
            std::ranges::replace(line, '_', ' ');
        }
        if (std::ranges::count(parts, line) == 0) {
            parts.push_back(line);
        }
    }
    return shortened(joined(parts, ", "));
}

std::vector<std::string> notedLines(const AuditEntry& entry, bool withValues) {
    std::vector<Field> fields;
    for (const auto& line : linesOf(entry.detail)) {
        fields.push_back(fieldOf(line));
    }
    std::vector<std::string> lines;
    for (auto& field : fields) {
        const bool isWord = field.mark == ' ';
        std::string line;
        if (field.mark == 'x') {
            continue; // told with its old value
        }
        if (!withValues && !isWord) {
            line = field.name;
        } else if (field.mark == '-') {
            const auto fresh = newOf(field, fields);
            const std::string before = field.value.empty() ? std::string{"–"} : field.value;
            if (fresh == fields.end()) {
                line = shown({tr("{1}: {2} (taken out)"), {field.name, before}});
            } else {
                line = field.name + ": " + before + " → " +
                       (fresh->value.empty() ? std::string{"–"} : fresh->value);
                fresh->mark = 'x';
            }
        } else {
            line = told(field.name, field.value);
        }
        if (std::ranges::find(lines, line) == lines.end()) {
            lines.push_back(std::move(line));
        }
    }
    return lines;
}

} // namespace palpate::app
