// SPDX-License-Identifier: MIT
#include "storage/FormSearch.h"

#include "domain/Text.h"
#include "storage/AnswersText.h"
#include "storage/FormRows.h"
#include "storage/IndexText.h"
#include "storage/IndexWords.h"
#include "storage/ReadSeam.h"
#include "storage/SearchTags.h"

#include <utility>

namespace palpate::storage {

namespace {

constexpr int kBatch = 500;

/// A question with what was answered to it is one text, so that an excerpt shows both.
void addTexts(std::vector<std::string>& texts, const std::vector<AnsweredItem>& items) {
    for (const auto& item : items) {
        std::string answers;
        for (const auto& answer : item.answers) {
            if (const auto words = wordsOf(answer.value); !words.empty()) {
                answers += (answers.empty() ? "" : ", ") + words;
            }
        }
        texts.push_back(item.text.empty() || answers.empty() ? item.text + answers
                                                             : item.text + ": " + answers);
        for (const auto& answer : item.answers) {
            addTexts(texts, answer.items);
        }
        addTexts(texts, item.items);
    }
}

[[nodiscard]] std::vector<std::string> textsOf(const std::string& title,
                                               const std::vector<AnsweredItem>& items) {
    std::vector<std::string> texts{title};
    addTexts(texts, items);
    return texts;
}

[[nodiscard]] FormHit hitAt(Connection& connection, std::int64_t key,
                            const std::vector<Wanted>& wanted, const Tokenizer& tokenizer) {
    auto row = connection.use(
        "SELECT f.id, p.id, p.family_name, p.given_name, f.title, coalesce(f.completed_at, "
        "f.begun_at), f.answers FROM form_record f JOIN patient o ON o.no = f.patient_no JOIN "
        "patient p ON p.no = coalesce(o.merged_into, o.no) WHERE f.search_key = ?1");
    if (!row.with(key).next()) {
        throw StorageError{{tr("The index of the forms leads to a form that is not there. Check "
                               "the clinic with \"verify\"."),
                            {}}};
    }
    return {.form = row.id<FormRecordId>(0),
            .patient = row.id<PatientId>(1),
            .familyName = row.text(2),
            .givenName = row.text(3),
            .title = row.text(4),
            .at = row.instant(5),
            .excerpt =
                excerptOf(textsOf(row.text(4), answersIn(row.text(6))), wanted, tokenizer).text};
}

[[nodiscard]] bool isClosed(Connection& connection, std::int64_t key, const ClosedRecords& closed) {
    if (closed.isEmpty()) {
        return false;
    }
    auto row = connection.use("SELECT patient_no FROM form_record WHERE search_key = ?1");
    return row.with(key).next() && closed.isClosed(row.integer(0));
}

} // namespace

void removeFormWords(Engine& engine, std::int64_t key) {
    engine.use("DELETE FROM form_fts WHERE rowid = ?1").with(key).run();
}

void putFormWords(Engine& engine, std::int64_t key, const FormRecord& record) {
    removeFormWords(engine, key);
    IndexText row;
    row.tag(everySessionTag());
    for (const auto& text : textsOf(record.title, record.answers.items)) {
        row.text(text);
    }
    engine.use("INSERT INTO form_fts (rowid, text) VALUES (?1, ?2)").with(key, row.result()).run();
}

void rebuildFormWords(Engine& engine) {
    static const auto sql =
        std::string{kFormColumns} +
        "FROM form_record f JOIN patient p ON p.no = f.patient_no LEFT JOIN clinical_case c ON "
        "c.no = f.case_no JOIN practitioner r ON r.no = f.practitioner_no WHERE f.search_key > ?1 "
        "AND f.put_away_at IS NULL ORDER BY f.search_key LIMIT ?2";
    engine.use("INSERT INTO form_fts (form_fts) VALUES ('delete-all')").run();
    std::int64_t after = INT64_MIN;
    for (bool isEnd = false; !isEnd;) {
        std::vector<StoredForm> forms;
        {
            auto rows = engine.use(sql);
            rows.with(after, kBatch);
            while (rows.next()) {
                forms.push_back(formFrom(rows));
            }
        }
        isEnd = forms.empty();
        for (const auto& form : forms) {
            putFormWords(engine, form.searchKey, form.record);
            after = form.searchKey;
        }
    }
}

std::vector<FormHit> searchForms(ReadSeam& seam, std::string_view typed, int limit) {
    std::vector<FormHit> hits;
    seam.read("searching the forms", [&] {
        const auto wanted = wantedIn(typed, seam.tokenizer());
        if (wanted.empty() || limit <= 0) {
            return;
        }
        auto& connection = seam.connection();
        const auto expression = matchExpression(wanted, {}, [&](const std::string& beginning) {
            return wordsBeginning(connection, formWords(), beginning);
        });
        std::vector<std::int64_t> keys;
        {
            // Newest first, as the keys rise with time: no further than the list is long.
            auto rows = connection.use(
                "SELECT rowid FROM form_fts WHERE form_fts MATCH ?1 ORDER BY rowid DESC");
            rows.with(expression);
            while (std::cmp_less(keys.size(), limit) && rows.next()) {
                seam.checkWanted();
                const auto key = rows.integer(0);
                if (!isClosed(connection, key, seam.closedRecords())) {
                    keys.push_back(key);
                }
            }
        }
        for (const auto key : keys) {
            seam.checkWanted();
            hits.push_back(hitAt(connection, key, wanted, seam.tokenizer()));
        }
    });
    return hits;
}

} // namespace palpate::storage
