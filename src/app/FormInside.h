// SPDX-License-Identifier: MIT
#pragma once

#include "app/FormEntry.h"
#include "app/FormPresenter.h"
#include "app/FormRows.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace palpate::app {

/// Questions of a filled-in form that are asked otherwise today, each told; but for the answers
/// that are `homeless`.
void addReworded(const forms::Questionnaire& form, const std::vector<AnsweredItem>& items,
                 const std::string& zone, std::vector<std::string>& told,
                 const std::vector<AnsweredItem>& homeless = {});

/// The form, its record as it is stored, and what stands on its lines.
struct FormPresenter::Inside {
    Inside(Clinic& its, KnownForm form, FormRecord begun);

    Clinic& clinic;
    std::vector<std::string> languages; ///< of the form, its own first
    std::string language;               ///< that the questions are in
    KnownForm known;                    ///< in that language; keeps the form alive
    FormHelp help;
    FormRecord record; ///< with the answers as they are stored
    FormSubject subject;
    forms::FormRun run;
    std::vector<AnsweredItem> homeless = {}; ///< answers that the form has no place for
    std::vector<std::string> leftOut = {};   ///< told of them, and of reworded questions
    FormMarks marks = {};
    std::vector<RaisedFlag> raised = {};
    FormView view = {};

    [[nodiscard]] const std::string& zone() const;
    [[nodiscard]] EntryPlace entry(const forms::FormPlace& place) const;
    [[nodiscard]] FormAnswers withHomeless(FormAnswers answers) const;

    /// Fills the form with what is stored.
    void goOn();
    /// What the view says once, and its rows.
    void show();
    void refresh();
    void store();

    /// The questions in another of the languages: those of the answers, too, unless it is
    /// completed. Everything is as it was when that can't be stored.
    [[nodiscard]] std::optional<Message> askIn(std::size_t which);

    /// Makes a change and stores it; what can't be stored leaves everything as it was.
    template <class Change> std::optional<Message> change(const Change& make);

    // Within a change; the answers are stored behind it.
    [[nodiscard]] std::optional<Message> answer(const forms::FormPlace& place,
                                                std::vector<AnswerValue> values);
    [[nodiscard]] std::optional<Message> choose(const forms::FormPlace& place, std::size_t option,
                                                bool chosen);
    [[nodiscard]] std::optional<Message> type(const forms::FormPlace& place, std::string_view text);
    [[nodiscard]] std::optional<Message> setUnit(const forms::FormPlace& place, std::size_t unit);
    [[nodiscard]] std::optional<Message> attach(const forms::FormPlace& place,
                                                const std::filesystem::path& file);
    [[nodiscard]] std::optional<Message> paint(const forms::FormPlace& place,
                                               const std::string& outlines);

    [[nodiscard]] std::vector<std::pair<forms::FormPlace, Message>> gaps() const;
    [[nodiscard]] std::vector<std::pair<forms::FormPlace, Message>> complete();

private:
    void tellChanges();
    void putIn(const std::string& wanted);
    [[nodiscard]] FormRowView languageRow() const;
};

/// That a completed form does not change.
[[nodiscard]] Message formIsFrozen();

template <class Change> std::optional<Message> FormPresenter::Inside::change(const Change& make) {
    if (record.completed) {
        return formIsFrozen();
    }
    auto marksBefore = marks;
    std::optional<Message> refused;
    try {
        refused = make();
        store();
    } catch (...) {
        marks = std::move(marksBefore);
        goOn();
        throw;
    }
    refresh();
    return refused;
}

} // namespace palpate::app
