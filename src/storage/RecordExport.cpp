// SPDX-License-Identifier: MIT
// A patient's whole record as JSON: the rows as they stand, for whoever reads them without Palpate.
#include "storage/AccessRepository.h"
#include "storage/PatientRows.h"
#include "storage/RecordRows.h"
#include "storage/RecordTables.h"
#include "storage/RetentionRepository.h"

#include <nlohmann/json.hpp>

#include <sodium.h>

#include <set>

namespace palpate::storage {

namespace {

using Json = nlohmann::ordered_json;

/// Bytes that are no UTF-8 become U+FFFD: one stray byte must not keep a record from being given
/// out.
[[nodiscard]] std::string textOf(const Json& value) {
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

[[nodiscard]] Json valueOf(const SQLite::Column& column) {
    if (column.isInteger()) {
        return column.getInt64();
    }
    if (column.isFloat()) {
        return column.getDouble();
    }
    if (column.isText()) {
        return column.getString();
    }
    if (column.isBlob()) {
        const auto* bytes = static_cast<const std::uint8_t*>(column.getBlob());
        return hexOf({bytes, static_cast<std::size_t>(column.getBytes())});
    }
    return nullptr;
}

/// BLAKE2b-256 of a text that comes in pieces.
class Hash {
public:
    Hash() { static_cast<void>(crypto_generichash_init(&state_, nullptr, 0, Digest{}.size())); }
    void add(std::string_view piece) {
        const auto bytes = viewOf(piece);
        static_cast<void>(crypto_generichash_update(&state_, bytes.data(), bytes.size()));
    }
    [[nodiscard]] Digest digest() {
        Digest digest{};
        static_cast<void>(crypto_generichash_final(&state_, digest.data(), digest.size()));
        return digest;
    }

private:
    crypto_generichash_state state_{};
};

/// Writes the tables one after the other, and notes to which practitioners and keys their rows
/// refer.
class RowWriter {
public:
    using Write = std::function<void(std::string_view)>;
    RowWriter(Engine& engine, const Write& write) : engine_{engine}, write_{write} {}

    void writeAll(const std::vector<RecordRow>& records) {
        write_("{\n");
        for (const auto& table : recordTables()) {
            if (table.holding != Holding::Derived && table.holding != Holding::Words) {
                begin(table.table);
                for (const auto& record : records) {
                    writeRows("SELECT * " + fromClause(table) + " ORDER BY " + keyOf(table.table),
                              record);
                }
                end();
            }
        }
        writeReferred();
        write_("\n}\n");
    }

private:
    void begin(std::string_view table) {
        write_(isFirstTable_ ? "" : ",\n");
        write_(textOf(Json(std::string{table})) + ": [");
        isFirstTable_ = false;
        isFirstRow_ = true;
    }
    void end() { write_(isFirstRow_ ? "]" : "\n]"); }

    /// The columns of its primary key.
    [[nodiscard]] std::string keyOf(std::string_view table) {
        std::string columns;
        auto rows = engine_.use("SELECT name FROM pragma_table_info(?1) WHERE pk > 0 ORDER BY pk");
        rows.with(table);
        while (rows.next()) {
            columns += (columns.empty() ? "" : ", ") + rows.text(0);
        }
        return columns;
    }

    void writeRows(const std::string& sql, const RecordRow& record) {
        Prepared statement{engine_.connection().raw(), sql};
        Query row{statement};
        row.with(record.no, record.id);
        while (row.next()) {
            writeRow(statement.statement());
        }
    }
    void writeRow(SQLite::Statement& statement) {
        Json row = Json::object();
        for (int i = 0; i < statement.getColumnCount(); ++i) {
            const auto column = statement.getColumn(i);
            const std::string name = column.getName();
            row[name] = valueOf(column);
            if (column.isInteger() && name == "practitioner_no") {
                practitioners_.insert(column.getInt64());
            } else if (column.isInteger() && name == "signing_key_no") {
                keys_.insert(column.getInt64());
            } else if (name == "practitioner") {
                notePractitioner(column);
            }
        }
        write_(isFirstRow_ ? "\n" : ",\n");
        write_(textOf(row));
        isFirstRow_ = false;
    }
    /// Named by identity in the trail.
    void notePractitioner(const SQLite::Column& column) {
        const auto* bytes = static_cast<const std::uint8_t*>(column.getBlob());
        auto row = engine_.use("SELECT no FROM practitioner WHERE id = ?1");
        if (row.with(ByteView{bytes, static_cast<std::size_t>(column.getBytes())}).next()) {
            practitioners_.insert(row.integer(0));
        }
    }

    void writeReferred() {
        writeNumbered("signing_key", keys_);
        writeNumbered("practitioner", practitioners_);
        writeNumbered("clinic", {1});
    }
    /// A key leads to its practitioner.
    void writeNumbered(std::string_view table, const std::set<std::int64_t>& numbers) {
        begin(table);
        for (const auto number : numbers) {
            Prepared statement{engine_.connection().raw(),
                               "SELECT * FROM " + std::string{table} + " WHERE no = ?1"};
            Query row{statement};
            if (row.with(number).next()) {
                writeRow(statement.statement());
            }
        }
        end();
    }

    Engine& engine_;
    const Write& write_;
    bool isFirstTable_ = true;
    bool isFirstRow_ = true;
    std::set<std::int64_t> practitioners_;
    std::set<std::int64_t> keys_;
};

} // namespace

std::array<std::uint8_t, 32>
RetentionRepository::exportRows(const PatientId& patient,
                                const std::function<void(std::string_view)>& write) const {
    engine_.requireClinician();
    Hash hash;
    engine_.read("writing the record out", [&] {
        const auto goesOn = currentPatient(engine_.connection(), patient);
        const auto records = wholeRecord(engine_, goesOn);
        AccessRepository{engine_}.require(goesOn);
        const RowWriter::Write take = [&](std::string_view piece) {
            hash.add(piece);
            write(piece);
        };
        RowWriter{engine_, take}.writeAll(records);
    });
    return hash.digest();
}

} // namespace palpate::storage
