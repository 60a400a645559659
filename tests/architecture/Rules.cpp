// SPDX-License-Identifier: MIT
#include "architecture/Rules.h"

#include "architecture/SourceText.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <optional>
#include <sstream>
#include <string_view>

namespace palpate::architecture {

namespace {

namespace fs = std::filesystem;

/// The floors of the house: an arrow goes to a lower floor only.
constexpr auto kFloors = std::to_array<std::pair<std::string_view, int>>({{"domain", 0},
                                                                          {"atlas", 1},
                                                                          {"reference", 1},
                                                                          {"forms", 1},
                                                                          {"storage", 1},
                                                                          {"drawing", 2},
                                                                          {"interop", 2},
                                                                          {"report", 3},
                                                                          {"app", 4},
                                                                          {"gui", 5},
                                                                          {"cli", 5}});

/// Libraries that stay behind one wall, whatever a room may declare.
constexpr auto kWalls = std::to_array<std::pair<std::string_view, std::string_view>>(
    {{"wx", "gui"}, {"SQLiteCpp", "storage"}, {"haru", "report"}});

/// How the headers of a library begin, and what palpate_layer() calls it.
constexpr auto kLibraries =
    std::to_array<std::pair<std::string_view, std::string_view>>({{"wx/", "wx"},
                                                                  {"SQLiteCpp/", "SQLiteCpp"},
                                                                  {"sqlite3", "SQLiteCpp"},
                                                                  {"sqlcipher/", "SQLiteCpp"},
                                                                  {"sodium", "sodium"},
                                                                  {"nlohmann/", "json"},
                                                                  {"pcre2.h", "pcre2"},
                                                                  {"polyclipping/", "polyclipping"},
                                                                  {"clipper.hpp", "polyclipping"},
                                                                  {"hpdf", "haru"},
                                                                  {"cmark-gfm", "cmark"},
                                                                  {"kainjow/", "mustache"},
                                                                  {"date/", "date"},
                                                                  {"CLI/", "CLI11"},
                                                                  {"hb", "harfbuzz"},
                                                                  {"fribidi", "fribidi"},
                                                                  {"thai/", "thai"},
                                                                  {"png.h", "png"},
                                                                  {"jpeglib.h", "jpeg"},
                                                                  {"jerror.h", "jpeg"},
                                                                  {"qpdf/", "qpdf"},
                                                                  {"zxcvbn", "zxcvbn"},
                                                                  {"spdlog/", "spdlog"},
                                                                  {"liboath/", "oath"},
                                                                  {"qrencode.h", "qrencode"}});

/// Of the operating system: any .cpp may have them, no header.
constexpr auto kSystem = std::to_array<std::string_view>(
    {"dlfcn.h", "errno.h", "fcntl.h", "pwd.h", "signal.h", "termios.h", "unistd.h", "sys/"});

/// What speaks to a network: the program does not, and this is why one may believe it.
constexpr auto kNetwork = std::to_array<std::string_view>(
    {"arpa/", "curl/", "gio/", "libsoup", "netdb.h", "netinet/", "openssl/", "sys/socket.h",
     "sys/un.h", "wx/fs_inet.h", "wx/protocol/", "wx/sckaddr.h", "wx/sckipc.h", "wx/sckstrm.h",
     "wx/socket.h", "wx/url.h", "wx/webrequest.h", "wx/webview"});

constexpr auto kSqlVerbs = std::to_array<std::string_view>(
    {"SELECT",  "INSERT",  "UPDATE", "DELETE", "CREATE",  "ALTER",    "DROP",
     "PRAGMA",  "REPLACE", "WITH",   "BEGIN",  "COMMIT",  "ROLLBACK", "SAVEPOINT",
     "RELEASE", "ATTACH",  "DETACH", "VACUUM", "REINDEX", "ANALYZE",  "EXPLAIN"});
constexpr auto kShapers = std::to_array<std::string_view>({"create", "alter", "drop"});
constexpr auto kShaped = std::to_array<std::string_view>(
    {"table", "index", "trigger", "view", "temp", "unique", "virtual"});
constexpr auto kAfterTable =
    std::to_array<std::string_view>({"where", "order", "group", "limit", "join", "as"});

constexpr std::string_view kLicence = "SPDX-License-Identifier: ";

struct File {
    fs::path path;
    std::string name; ///< below the root
};

[[nodiscard]] std::string contentOf(const fs::path& file) {
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

/// The files below a folder in the order of their names; none when the folder is missing.
[[nodiscard]] std::vector<File> filesBelow(const fs::path& root, const std::string& folder) {
    std::vector<File> files;
    if (fs::exists(root / folder)) {
        for (const auto& entry : fs::recursive_directory_iterator{root / folder}) {
            if (entry.is_regular_file()) {
                files.push_back({.path = entry.path(),
                                 .name = fs::relative(entry.path(), root).generic_string()});
            }
        }
    }
    std::ranges::sort(files, {}, &File::name);
    return files;
}

[[nodiscard]] bool isHeader(const fs::path& file) {
    return file.extension() == ".h" || file.extension() == ".hpp";
}

[[nodiscard]] bool isCode(const fs::path& file) {
    return isHeader(file) || file.extension() == ".cpp" || file.extension() == ".inc";
}

/// A header of the C++ library has neither a dot nor a folder in its name.
[[nodiscard]] bool isStandard(std::string_view header) {
    return header.find_first_of("./") == std::string_view::npos;
}

[[nodiscard]] bool isOfTheSystem(std::string_view header) {
    return std::ranges::any_of(kSystem, [header](std::string_view known) {
        return known.ends_with('/') ? header.starts_with(known) : header == known;
    });
}

[[nodiscard]] std::optional<std::string> libraryOf(std::string_view header) {
    for (const auto& [beginning, library] : kLibraries) {
        if (header.starts_with(beginning)) {
            return std::string{library};
        }
    }
    return std::nullopt;
}

[[nodiscard]] std::optional<int> floorOf(std::string_view room) {
    for (const auto& [name, floor] : kFloors) {
        if (name == room) {
            return floor;
        }
    }
    return std::nullopt;
}

[[nodiscard]] std::vector<std::string> wordsOf(const std::string& text) {
    std::istringstream in{text};
    std::vector<std::string> words;
    for (std::string word; in >> word;) {
        while (word.ends_with(';')) {
            word.pop_back();
        }
        words.push_back(std::move(word));
    }
    return words;
}

template <class Words> [[nodiscard]] bool isOneOf(std::string_view word, const Words& words) {
    return std::ranges::find(words, word) != std::ranges::end(words);
}

/// How a statement in small letters goes on; `words` hold one more place than there are words,
/// empty.
[[nodiscard]] bool goesOnAsSql(const std::vector<std::string>& words) {
    const auto& verb = words.front();
    const auto& next = words[1];
    if (verb == "select") {
        const auto from = std::ranges::find(words, "from");
        if (from == words.end() || words.end() - from < 3) {
            return false;
        }
        return from[2].empty() || isOneOf(from[2], kAfterTable);
    }
    if (verb == "update") {
        return words.size() > 3 && words[2] == "set";
    }
    return (verb == "insert" && (next == "into" || next == "or")) ||
           (verb == "delete" && next == "from") || (verb == "pragma" && !next.empty()) ||
           (isOneOf(verb, kShapers) && isOneOf(next, kShaped));
}

/// Whether the text is a statement to a database and no sentence: "SELECT a FROM b", not "Select a
/// muscle".
[[nodiscard]] bool isSql(const std::string& text) {
    auto words = wordsOf(text);
    if (words.empty()) {
        return false;
    }
    words.emplace_back();
    return isOneOf(words.front(), kSqlVerbs) || goesOnAsSql(words);
}

/// One room's files against its row of the table.
class RoomCheck {
public:
    RoomCheck(const LayerTable& table, std::string room, std::vector<Violation>& out)
        : table_{table}, room_{std::move(room)}, layer_{table.at(room_)}, out_{out} {}

    void check(const File& file) {
        file_ = file.name;
        const auto below = file.name.substr(("src/" + room_ + "/").size());
        isContract_ = layer_.contract.contains(below);
        const auto source = scan(contentOf(file.path));
        for (const auto& include : source.includes) {
            checkInclude(include);
        }
        if (room_ != "storage") {
            for (const auto& literal : source.literals) {
                if (isSql(literal.text)) {
                    report(literal.line, "SQL text outside storage: only storage speaks to the "
                                         "database");
                }
            }
        }
    }

private:
    void report(int line, const std::string& rule) {
        out_.push_back({.file = file_, .line = line, .rule = rule});
    }

    void checkInclude(const Include& include) {
        const auto& name = include.name;
        const auto room = name.substr(0, name.find('/'));
        const bool namesARoom = name.find('/') != std::string::npos &&
                                (table_.contains(room) || floorOf(room).has_value());
        if (std::ranges::any_of(kNetwork, [&](auto known) { return name.starts_with(known); })) {
            report(include.line, "<" + name + ">: nothing of ours speaks to a network");
        } else if (namesARoom) {
            checkArrow(include, room);
        } else if (libraryOf(name) || include.angled) {
            checkLibrary(include);
        } else {
            report(include.line, "\"" + name + "\" names no room: write \"room/" + name + "\"");
        }
    }

    void checkArrow(const Include& include, const std::string& room) {
        const auto header = include.name.substr(room.size() + 1);
        if (room != room_ && !layer_.uses.contains(room)) {
            report(include.line, room_ + " may not include " + room + " (" + include.name +
                                     "): there is no such arrow in src/Layers.cmake's table");
            return;
        }
        const auto target = table_.find(room);
        const bool isTheirContract =
            target != table_.end() && target->second.contract.contains(header);
        if (room != room_ && !isTheirContract) {
            report(include.line, include.name + " is private to " + room +
                                     ": other rooms include its HEADERS only");
        } else if (isContract_ && !isTheirContract) {
            report(include.line, include.name + " is private: one of our HEADERS may include "
                                                "HEADERS only");
        }
    }

    void checkLibrary(const Include& include) {
        const auto& name = include.name;
        if (include.angled && isStandard(name)) {
            return;
        }
        if (isContract_) {
            report(include.line, "<" + name +
                                     "> in one of our HEADERS: third-party headers stay "
                                     "in .cpp files and private headers");
            return;
        }
        if (isOfTheSystem(name)) {
            return;
        }
        const auto library = libraryOf(name);
        if (!library) {
            report(include.line, "<" + name +
                                     "> belongs to no library that the rules know: name it "
                                     "in cmake/Dependencies.cmake and in these rules");
            return;
        }
        for (const auto& [behindWall, owner] : kWalls) {
            if (*library == behindWall && room_ != owner) {
                report(include.line, "<" + name + "> outside " + std::string{owner} + ": " +
                                         *library + " stays in " + std::string{owner});
                return;
            }
        }
        if (!layer_.hides.contains(*library)) {
            report(include.line,
                   "<" + name + "> in " + room_ + ", whose HIDES don't name " + *library);
        }
    }

    const LayerTable& table_;
    std::string room_;
    const Layer& layer_;
    std::vector<Violation>& out_;
    std::string file_;
    bool isContract_ = false;
};

[[nodiscard]] bool needsLicence(const File& file) {
    const auto extension = file.path.extension();
    const auto name = file.path.filename();
    return isCode(file.path) || extension == ".cmake" || extension == ".sql" ||
           extension == ".sh" || extension == ".py" || name == "CMakeLists.txt";
}

[[nodiscard]] bool hasLicence(const std::string& content) {
    std::size_t end = 0;
    for (int line = 0; line < 2 && end != std::string::npos; ++line) { // second: after "#!"
        const auto begin = end;
        end = content.find('\n', begin + 1);
        if (content.substr(begin, end - begin).find(kLicence) != std::string::npos) {
            return true;
        }
    }
    return false;
}

} // namespace

std::string shown(const Violation& violation) {
    const auto line = violation.line > 0 ? ":" + std::to_string(violation.line) : std::string{};
    return violation.file + line + ": " + violation.rule;
}

std::vector<Violation> checkArrows(const LayerTable& table) {
    std::vector<Violation> out;
    const auto report = [&out](const std::string& room, const std::string& rule) {
        out.push_back({.file = "src/" + room + "/CMakeLists.txt", .line = 0, .rule = rule});
    };
    for (const auto& [room, layer] : table) {
        const auto floor = floorOf(room);
        if (!floor) {
            report(room, room + " is no room of the house");
            continue;
        }
        for (const auto& used : layer.uses) {
            const auto below = floorOf(used);
            if (!below || !table.contains(used)) {
                report(room, "USES " + used + ", which is no room");
            } else if (*below >= *floor) {
                report(room, "USES " + used + ", which lies no lower: arrows go down");
            }
        }
        for (const auto& [library, owner] : kWalls) {
            if (room != owner && layer.hides.contains(std::string{library})) {
                report(room,
                       "HIDES " + std::string{library} + ", which stays in " + std::string{owner});
            }
        }
    }
    return out;
}

std::vector<Violation> checkRooms(const fs::path& root, const LayerTable& table) {
    std::vector<Violation> out;
    for (const auto& file : filesBelow(root, "src")) {
        const auto inside = file.name.substr(std::string_view{"src/"}.size());
        const auto slash = inside.find('/');
        const auto room = slash == std::string::npos ? std::string{} : inside.substr(0, slash);
        if (file.path.extension() == ".sql" && room != "storage") {
            out.push_back({.file = file.name, .line = 0, .rule = "SQL file outside storage"});
        }
        if (!isCode(file.path)) {
            continue;
        }
        if (!table.contains(room)) {
            out.push_back({.file = file.name,
                           .line = 0,
                           .rule = "source in no room: palpate_layer() names the rooms"});
            continue;
        }
        RoomCheck{table, room, out}.check(file);
    }
    return out;
}

std::vector<Violation> checkLicences(const fs::path& root) {
    std::vector<Violation> out;
    for (const auto* folder : {"benchmarks", "cmake", "installer", "src", "tests"}) {
        for (const auto& file : filesBelow(root, folder)) {
            if (needsLicence(file) && !hasLicence(contentOf(file.path))) {
                out.push_back({.file = file.name,
                               .line = 1,
                               .rule = "no line \"SPDX-License-Identifier: ...\" at the top"});
            }
        }
    }
    return out;
}

} // namespace palpate::architecture
