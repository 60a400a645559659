// SPDX-License-Identifier: MIT
// A clinic whose file holds any bytes, and one whose rows hold any values: what somebody with the
// database key, or a fault below the encryption, could leave.
#include "SeedClinic.h"
#include "Sentence.h"
#include "storage/Connection.h"
#include "storage/KeyFile.h"

#include <cstddef>
#include <cstdint>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace palpate;

/// Takes numbers and texts off the front of an input.
class Chance {
public:
    Chance(const std::uint8_t* data, std::size_t size) : left_{data, size} {}
    [[nodiscard]] bool isOver() const noexcept { return left_.empty(); }
    [[nodiscard]] std::size_t byte() {
        if (left_.empty()) {
            return 0;
        }
        const auto value = left_.front();
        left_ = left_.subspan(1);
        return value;
    }
    [[nodiscard]] std::size_t number() { return byte() << 16U | byte() << 8U | byte(); }
    [[nodiscard]] std::string text(std::size_t size) {
        const auto taken = left_.first(std::min(size, left_.size()));
        left_ = left_.subspan(taken.size());
        return {taken.begin(), taken.end()};
    }

private:
    std::span<const std::uint8_t> left_;
};

void spoilBytes(const std::filesystem::path& file, Chance& chance) {
    const auto size = std::filesystem::file_size(file);
    if (chance.byte() % 4 == 0) {
        std::filesystem::resize_file(file, chance.number() % (size + 1));
    }
    std::fstream stream{file, std::ios::binary | std::ios::in | std::ios::out};
    while (!chance.isOver()) {
        stream.seekp(static_cast<std::streamoff>(chance.number() % size));
        stream.put(static_cast<char>(chance.byte()));
    }
}

/// Names of one column of text, by a statement that gives them.
[[nodiscard]] std::vector<std::string> names(storage::Connection& database,
                                             const std::string& sql) {
    std::vector<std::string> found;
    SQLite::Statement rows{database.raw(), sql};
    while (rows.executeStep()) {
        found.push_back(rows.getColumn(0).getString());
    }
    return found;
}

/// Without triggers and checks: what the file's own rules would refuse gets in, too.
class Door {
public:
    explicit Door(const fuzz::SeedClinic& clinic)
        : database_{clinic.database(),
                    storage::KeyFile::read(clinic.folder() / "keys.json")
                        .open(fuzz::SeedClinic::credentials())
                        .databaseKey,
                    std::chrono::milliseconds{1000}} {
        database_.run("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON;"
                      "PRAGMA recursive_triggers = OFF; PRAGMA synchronous = OFF");
        for (const auto& trigger :
             names(database_, "SELECT name FROM sqlite_master WHERE type = 'trigger'")) {
            database_.run("DROP TRIGGER " + trigger);
        }
        tables_ = names(
            database_, "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE "
                       "'CREATE VIRTUAL%' AND name NOT LIKE '%\\_fts\\_%' ESCAPE '\\' AND name NOT "
                       "LIKE 'sqlite%' ORDER BY name");
    }

    /// One value of one row becomes another, or the row goes.
    void spoil(Chance& chance) {
        const auto& table = tables_[chance.byte() % tables_.size()];
        const auto columns =
            names(database_, "SELECT name FROM pragma_table_info('" + table + "') ORDER BY cid");
        const auto& column = columns[chance.byte() % columns.size()];
        const auto count = names(database_, "SELECT count(*) FROM " + table).front();
        const auto rows = std::stoull(count);
        const auto skipped = rows == 0 ? 0 : chance.byte() % rows;
        const auto kind = chance.byte() % 6;
        const auto key = columns.front();
        const auto where = " WHERE " + key + " = (SELECT " + key + " FROM " + table +
                           " LIMIT 1 OFFSET " + std::to_string(skipped) + ")";
        const auto text = chance.text(chance.byte());
        if (kind == 0) {
            run("DELETE FROM " + table + where, {});
        } else {
            static constexpr std::string_view kValues[] = {"NULL", "?1", "CAST(?1 AS BLOB)",
                                                           "CAST(?1 AS INTEGER)", "-1"};
            run("UPDATE " + table + " SET " + column + " = " + std::string{kValues[kind - 1]} +
                    where,
                text);
        }
    }

private:
    void run(const std::string& sql, const std::string& text) {
        try {
            SQLite::Statement statement{database_.raw(), sql};
            if (statement.getBindParameterCount() > 0) {
                statement.bind(1, text);
            }
            statement.exec();
        } catch (const SQLite::Exception&) {
            // a STRICT column or a unique index refuses some values whatever one does
        }
    }

    storage::Connection database_;
    std::vector<std::string> tables_;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static fuzz::SeedClinic clinic;
    Chance chance{data, size};
    clinic.restore();
    if (chance.byte() % 2 == 0) {
        spoilBytes(clinic.database(), chance);
    } else {
        constexpr int kMost = 8;
        Door door{clinic};
        for (int i = 0; i < kMost && !chance.isOver(); ++i) {
            door.spoil(chance);
        }
    }
    fuzz::readEverything(clinic);
    return 0;
}
