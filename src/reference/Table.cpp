// SPDX-License-Identifier: MIT
#include "reference/Table.h"

#include "domain/Error.h"
#include "domain/Text.h"

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <sstream>

namespace palpate::reference {

namespace {

constexpr auto kReads = std::to_array<Word<Read>>({{"full", Read::Full},
                                                   {"excerpt", Read::Excerpt},
                                                   {"abstract", Read::Abstract},
                                                   {"list", Read::List},
                                                   {"none", Read::None}});

// The largest shipped table has 270 kB, its longest list 697 rows. No sound one comes near these
// limits; a file beyond them is refused before it costs memory or time.
constexpr std::uintmax_t kLargestFile = 2'000'000;
constexpr std::size_t kMostRows = 5'000;
constexpr std::size_t kMostTexts = 1'000;
constexpr std::size_t kMostMembers = 1'000;

constexpr const char* kFileItself = "the file itself";

[[nodiscard]] std::string contentOf(const std::filesystem::path& file) {
    const auto unreadable = [&file] {
        return DataError{{tr("The reference table {1} can't be read from the folder {2}; install "
                             "Palpate again or restore the file."),
                          {file.filename().string(), file.parent_path().string()}}};
    };
    std::error_code failure;
    if (!std::filesystem::is_regular_file(file, failure)) {
        throw unreadable();
    }
    const auto size = std::filesystem::file_size(file, failure);
    if (!failure && size > kLargestFile) {
        throw DataError{{tr("The reference table {1} is larger than any table can be; install "
                            "Palpate again or restore the file."),
                         {file.filename().string()}}};
    }
    std::ifstream in{file, std::ios::binary};
    if (failure || !in) {
        throw unreadable();
    }
    std::string content(static_cast<std::size_t>(size), '\0');
    in.read(content.data(), static_cast<std::streamsize>(content.size()));
    content.resize(static_cast<std::size_t>(in.gcount()));
    return content;
}

[[nodiscard]] std::string lineAndColumn(const std::string& content, std::size_t byte) {
    std::size_t line = 1;
    std::size_t column = 1;
    for (std::size_t i = 0; i + 1 < byte && i < content.size(); ++i) {
        ++column;
        if (content[i] == '\n') {
            ++line;
            column = 1;
        }
    }
    return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

/// Objects keep the order of the file and so look for a name from the beginning: too many names
/// are refused before they are looked for.
class NameCount {
public:
    explicit NameCount(const std::string& file) : file_{file} {}

    void see(Json::parse_event_t event) {
        if (event == Json::parse_event_t::object_start) {
            open_.push_back(0);
        } else if (event == Json::parse_event_t::object_end) {
            open_.pop_back();
        } else if (event == Json::parse_event_t::key && ++open_.back() > kMostMembers) {
            throw DataError{{tr("The reference table {1} has an object of more than {2} fields; "
                                "install Palpate again or restore the file."),
                             {file_, std::to_string(kMostMembers)}}};
        }
    }

private:
    const std::string& file_;
    std::vector<std::size_t> open_; ///< names met in each object that has not ended yet
};

[[nodiscard]] Json parsed(const std::string& file, const std::string& content) {
    NameCount names{file};
    try {
        return Json::parse(content, [&](int /*depth*/, Json::parse_event_t event, Json& /*value*/) {
            names.see(event);
            return true;
        });
    } catch (const Json::parse_error& error) {
        throw DataError{{tr("The reference table {1} is no well-formed JSON at {2}; install "
                            "Palpate again or restore the file."),
                         {file, lineAndColumn(content, error.byte)}}};
    } catch (const Json::exception&) {
        // A number too large for a double is reported without its place.
        throw DataError{{tr("The reference table {1} holds a number that is too large; install "
                            "Palpate again or restore the file."),
                         {file}}};
    }
}

/// Words of the file as a sentence can bear them: on one line, and not long.
[[nodiscard]] std::string brief(std::string_view words) {
    constexpr std::size_t kMost = 200;
    auto end = std::min(words.size(), kMost);
    // Not within a character: those begin with a byte that is none of 10xxxxxx.
    while (end > 0 && end < words.size() &&
           (static_cast<unsigned char>(words[end]) & 0xC0U) == 0x80U) {
        --end;
    }
    std::string text{words.substr(0, end)};
    std::ranges::replace_if(
        text, [](char c) { return c >= '\0' && c < ' '; }, ' ');
    return end < words.size() ? text + "..." : text;
}

} // namespace

Row::Row(const Json& json, const std::string& file, std::string place)
    : json_{&json}, file_{&file}, place_{std::move(place)} {}

void Row::refuse(std::string_view field, const std::string& what) const {
    throw DataError{
        {tr("The reference table {1} can't be used: in {2}, the field \"{3}\" {4}; install "
            "Palpate again or correct the file."),
         {*file_, place_.empty() ? kFileItself : place_, brief(field), brief(what)}}};
}

bool Row::has(std::string_view field) const {
    const auto found = json_->find(field);
    return found != json_->end() && !found->is_null();
}

const Json& Row::member(std::string_view field) const {
    const auto found = json_->find(field);
    if (found == json_->end()) {
        refuse(field, "is missing");
    }
    return *found;
}

const std::string& Row::text(std::string_view field) const {
    const auto& json = member(field);
    if (!json.is_string() || json.get_ref<const std::string&>().empty()) {
        refuse(field, "must be a text");
    }
    return json.get_ref<const std::string&>();
}

std::string Row::optionalText(std::string_view field) const {
    if (!has(field)) {
        return {};
    }
    const auto& json = member(field);
    if (!json.is_string()) {
        refuse(field, "must be a text");
    }
    return json.get<std::string>();
}

double Row::number(std::string_view field) const {
    const auto& json = member(field);
    if (!json.is_number()) {
        refuse(field, "must be a number");
    }
    return json.get<double>();
}

double Row::numberWithin(std::string_view field, double least, double most) const {
    const auto value = number(field);
    if (!(value >= least && value <= most)) {
        std::ostringstream limits; // short form: 0.5, 1770
        limits << "must lie between " << least << " and " << most;
        refuse(field, limits.str());
    }
    return value;
}

std::optional<double> Row::optionalNumber(std::string_view field) const {
    return has(field) ? std::optional{number(field)} : std::nullopt;
}

bool Row::flag(std::string_view field) const {
    if (!has(field)) {
        return false;
    }
    const auto& json = member(field);
    if (!json.is_boolean()) {
        refuse(field, "must be true or false");
    }
    return json.get<bool>();
}

std::vector<double> Row::numbers(std::string_view field) const {
    const auto& json = member(field);
    if (!json.is_array() || json.size() > kMostTexts) {
        refuse(field, "must be a list of numbers");
    }
    std::vector<double> out;
    for (const auto& one : json) {
        if (!one.is_number()) {
            refuse(field, "must be a list of numbers");
        }
        out.push_back(one.get<double>());
    }
    return out;
}

std::vector<std::string> Row::texts(std::string_view field) const {
    const auto& json = member(field);
    std::vector<std::string> out;
    if (!json.is_array()) {
        refuse(field, "must be a list of texts");
    }
    if (json.size() > kMostTexts) {
        refuse(field, "must hold no more than " + std::to_string(kMostTexts) + " texts");
    }
    out.reserve(json.size());
    for (const auto& one : json) {
        if (!one.is_string() || one.get_ref<const std::string&>().empty()) {
            refuse(field, "must be a list of texts");
        }
        out.push_back(one.get<std::string>());
    }
    return out;
}

std::vector<std::string> Row::optionalTexts(std::string_view field) const {
    return has(field) ? texts(field) : std::vector<std::string>{};
}

Row Row::object(std::string_view field) const {
    const auto& json = member(field);
    if (!json.is_object()) {
        refuse(field, "must be an object");
    }
    return {json, *file_, place_ + ", " + brief(field)};
}

std::vector<Row> Row::rows(std::string_view field, std::string_view label) const {
    const auto& json = member(field);
    if (!json.is_array()) {
        refuse(field, "must be a list of objects");
    }
    if (json.size() > kMostRows) {
        refuse(field, "must hold no more than " + std::to_string(kMostRows) + " rows");
    }
    std::vector<Row> out;
    out.reserve(json.size());
    for (const auto& one : json) {
        auto where = place_.empty() ? std::string{} : place_ + ", ";
        where.append(field).append(", row ").append(std::to_string(out.size() + 1));
        if (!one.is_object()) {
            refuse(field, "must be a list of objects, and row " + std::to_string(out.size() + 1) +
                              " is none");
        }
        if (const auto name = one.find(label); name != one.end() && name->is_string()) {
            where.append(" (").append(brief(name->get_ref<const std::string&>())).append(")");
        }
        out.emplace_back(one, *file_, std::move(where));
    }
    return out;
}

std::vector<std::pair<std::string, const Json*>> Row::members(std::string_view field) const {
    const auto& json = member(field);
    if (!json.is_object()) {
        refuse(field, "must be an object");
    }
    std::vector<std::pair<std::string, const Json*>> out;
    for (auto it = json.begin(); it != json.end(); ++it) {
        out.emplace_back(it.key(), &it.value());
    }
    return out;
}

std::vector<SourceKey> Row::citedFrom(const Sources& sources) const {
    auto cited = keys<SourceKey>("sources");
    if (cited.empty()) {
        refuse("sources", "must name at least one source");
    }
    for (const auto& key : cited) {
        if (sources.find(key) == nullptr) {
            refuse("sources", "names " + key.text() + ", which the table doesn't list");
        }
    }
    return cited;
}

Table::Table(const std::filesystem::path& file, Sources& sources)
    // Round brackets: braces would make a list of one.
    : file_{file.filename().string()}, json_(parsed(file_, contentOf(file))) {
    if (!json_.is_object()) {
        throw DataError{
            {tr("The reference table {1} holds no JSON object; install Palpate again or "
                "restore the file."),
             {file_}}};
    }
    top_.emplace(json_, file_, kFileItself);
    for (const auto& row : rows("sources", "key")) {
        const bool isNew = sources.add({.key = row.key<SourceKey>("key"),
                                        .citation = row.text("citation"),
                                        .read = row.oneOf<Read>("read", kReads)});
        if (!isNew) {
            row.refuse("key", "stands for another citation, or another way of reading, already");
        }
    }
}

std::vector<Row> Table::rows(std::string_view list, std::string_view label) const {
    auto rows = Row{json_, file_, ""}.rows(list, label);
    if (rows.empty()) {
        top_->refuse(list, "must hold at least one row");
    }
    return rows;
}

std::optional<Message> problemOfNote(std::string_view note, const std::string& what) {
    constexpr std::size_t kLongest = 500; // characters
    if (!isValidUtf8(note)) {
        return Message{tr("The note on {1} contains characters that are damaged."), {what}};
    }
    if (lengthInCharacters(note) > kLongest) {
        return Message{tr("The note on {1} is longer than {2} characters."),
                       {what, std::to_string(kLongest)}};
    }
    return std::nullopt;
}

} // namespace palpate::reference
