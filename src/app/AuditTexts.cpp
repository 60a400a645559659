// SPDX-License-Identifier: MIT
#include "app/AuditTexts.h"

#include "app/SentenceWords.h"
#include "domain/Id.h"
#include "domain/Message.h"
#include "storage/AuditTrail.h"

#include <algorithm>
#include <array>
#include <optional>
#include <sstream>
#include <string_view>

namespace palpate::app {

namespace {

constexpr std::size_t kLongestDetail = 160; ///< characters of a detail, on one line
constexpr std::size_t kDigestDigits = 64;

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

/// A text without the words that are identities: they tell a person nothing. Nor do the dashes at
/// the end of such a line, which stand for what was not given, and its keys are read with blanks.
[[nodiscard]] std::string withoutIdentities(std::string_view text) {
    std::string kept;
    for (std::size_t from = 0; from < text.size();) {
        const auto end = std::min(text.find(' ', from), text.size() - 1) + 1;
        const auto word = text.substr(from, end - from); // with the blank behind it
        if (!Uuid::parse(word.substr(0, word.ends_with(' ') ? word.size() - 1 : word.size()))) {
            kept += word;
        }
        from = end;
    }
    if (kept.size() != text.size()) {
        std::ranges::replace(kept, '_', ' ');
        while (kept.ends_with(' ') || kept.ends_with(" -")) {
            kept.pop_back();
        }
    }
    return kept;
}

/// A line of a detail: which field, its value, and whether it is the old or the new one.
struct Field {
    char mark = ' '; ///< '-', '+' or ' ': a word that was noted
    std::string name;
    std::string value;            ///< without identities
    std::optional<Uuid> identity; ///< the whole value
    bool isDigest = false;
};

[[nodiscard]] Field fieldOf(const std::string& line) {
    Field field;
    const bool isMarked = !line.empty() && (line.front() == '-' || line.front() == '+');
    field.mark = isMarked ? line.front() : ' ';
    const auto text = std::string_view{line}.substr(isMarked ? 1 : 0);
    const auto end = std::min(text.find(' '), text.size());
    field.name = text.substr(0, end);
    std::ranges::replace(field.name, '_', ' ');
    const auto value = text.substr(std::min(end + 1, text.size()));
    field.value = readable(withoutIdentities(value));
    field.identity = Uuid::parse(value);
    field.isDigest = value.size() == kDigestDigits &&
                     value.find_first_not_of("0123456789abcdef") == std::string_view::npos;
    return field;
}

[[nodiscard]] std::vector<Field> fieldsOf(const AuditEntry& entry) {
    std::vector<Field> fields;
    for (const auto& line : linesOf(entry.detail)) {
        fields.push_back(fieldOf(line));
    }
    return fields;
}

/// Words that were noted begin with a field's name, or are a phrase of their own: "3 wrong
/// passwords for ...".
[[nodiscard]] bool isPhrase(const Field& field) {
    constexpr std::array<std::string_view, 4> kNames{"title", "report", "reason", "digest"};
    return field.mark == ' ' && std::ranges::find(kNames, field.name) == kNames.end();
}

[[nodiscard]] std::string told(const Field& field) {
    return field.value.empty() ? field.name
                               : field.name + (isPhrase(field) ? " " : ": ") + field.value;
}

/// Where the new value of an old one stands; the end: it was taken out.
[[nodiscard]] std::vector<Field>::iterator newOf(const Field& old, std::vector<Field>& fields) {
    return std::ranges::find_if(
        fields, [&](const Field& each) { return each.mark == '+' && each.name == old.name; });
}

[[nodiscard]] bool isOfOnePiece(AuditKind kind) {
    return kind == AuditKind::Create || kind == AuditKind::Discard || kind == AuditKind::Complete;
}

/// An identity of what the row is about anyway, or of what was made as a whole. The digest of a
/// file that left says which file it was; that of a form only the program compares.
[[nodiscard]] bool tellsNothing(const AuditEntry& entry, const Field& field) {
    if (!field.identity) {
        return field.isDigest && entry.subject == AuditSubject::Form;
    }
    return isOfOnePiece(entry.kind) || field.identity == entry.subjectId ||
           (entry.patient && *field.identity == entry.patient->value()) ||
           (field.name == "practitioner" && *field.identity == entry.by.value());
}

/// The old value and the new one, which is told by that.
[[nodiscard]] std::string changeText(const Field& old, Field& fresh) {
    const auto orDash = [](const std::string& value) {
        return value.empty() ? std::string{"–"} : value;
    };
    fresh.mark = 'x';
    return old.identity || fresh.identity
               ? old.name
               : old.name + ": " + orDash(old.value) + " → " + orDash(fresh.value);
}

[[nodiscard]] std::string takenOutText(const Field& old) {
    if (old.identity) {
        return shown({tr("{1} (taken out)"), {old.name}});
    }
    return shown(
        {tr("{1}: {2} (taken out)"), {old.name, old.value.empty() ? std::string{"–"} : old.value}});
}

/// Empty when it was not noted, or about no form.
[[nodiscard]] std::string formTitle(const AuditEntry& entry) {
    if (entry.subject == AuditSubject::Form) {
        for (const auto& field : fieldsOf(entry)) {
            if (field.name == "title") {
                return shortened(field.value);
            }
        }
    }
    return {};
}

/// What was done and to what, where the two words beside each other would not say it well.
[[nodiscard]] std::string ownText(const AuditEntry& entry) {
    if (entry.kind == AuditKind::Create && entry.subject == AuditSubject::RaisedFlag) {
        return tr("raised a flag");
    }
    if (entry.kind == AuditKind::Create && entry.subject == AuditSubject::FlagDeed) {
        return tr("wrote what was done about a flag");
    }
    const auto title = formTitle(entry);
    return title.empty() ? std::string{}
                         : shown({tr("{1} the form “{2}”"), {actWord(entry.kind), title}});
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
        break;
    }
    auto text = ownText(entry);
    return !text.empty() ? text : joined({actWord(entry.kind), subjectWord(entry.subject)}, " ");
}

std::string notedShortly(const AuditEntry& entry) {
    if (entry.detailErased) {
        return tr("(lawfully erased)");
    }
    if (isOfOnePiece(entry.kind) || !formTitle(entry).empty()) {
        return {};
    }
    auto fields = fieldsOf(entry);
    std::vector<std::string> parts;
    for (const auto& field : fields) {
        const bool isWord = field.mark == ' ';
        const bool isChange = field.mark == '-' && newOf(field, fields) != fields.end();
        if (field.isDigest || (tellsNothing(entry, field) && !isChange)) {
            continue;
        }
        auto part = isWord ? joined({field.name, field.value}, " ") : field.name;
        if (std::ranges::count(parts, part) == 0) {
            parts.push_back(std::move(part));
        }
    }
    return shortened(joined(parts, ", "));
}

std::vector<std::string> notedLines(const AuditEntry& entry, bool withValues) {
    auto fields = fieldsOf(entry);
    std::vector<std::string> lines;
    for (auto& field : fields) {
        const auto fresh = field.mark == '-' ? newOf(field, fields) : fields.end();
        const bool isChange = fresh != fields.end();
        if (field.mark == 'x' || (tellsNothing(entry, field) && !isChange)) {
            continue; // told with its old value, or nothing to tell
        }
        std::string line;
        if (!withValues && field.mark != ' ') {
            line = field.name;
        } else if (isChange) {
            line = changeText(field, *fresh);
        } else if (field.mark == '-') {
            line = takenOutText(field);
        } else {
            line = told(field);
        }
        if (std::ranges::find(lines, line) == lines.end()) {
            lines.push_back(std::move(line));
        }
    }
    return lines;
}

} // namespace palpate::app
