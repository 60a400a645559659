// SPDX-License-Identifier: MIT
#pragma once

#include "app/FormLibrary.h"
#include "domain/FormRecord.h"
#include "domain/Id.h"
#include "domain/Message.h"
#include "domain/Screening.h"
#include "forms/FormRun.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palpate::app {

class Clinic;

/// How a line of a form is answered.
enum class FieldKind {
    Section,    ///< a heading
    Note,       ///< a text to read
    YesNo,      ///< yes, no, or not asked
    ChooseOne,  ///< shown whole
    ChooseMany, ///< shown whole
    DropDown,   ///< one of many
    Typed,      ///< a line: text, number, date, time, url; `hint` says how
    LongText,
    Slider, ///< a whole strip from least to most, nothing chosen at first
    File,
    BodyMap,
    Calculated
};

/// What the window shows of one line of a form.
struct FormRowView {
    forms::FormPlace place;
    FieldKind kind = FieldKind::Note;
    int depth = 0;
    std::string label; ///< "3. Where does it hurt?"
    std::string help = {};
    std::string hint = {};               ///< "7", "14 Mar 1980"
    std::string unit = {};               ///< of a number that has one only
    std::vector<std::string> units = {}; ///< of a quantity with several
    std::size_t unitChosen = 0;
    bool required = false;
    bool readOnly = false;
    bool isAnswered = false;
    std::optional<bool> truth = {};        ///< of YesNo; empty: not asked
    std::vector<std::string> options = {}; ///< of the choices
    std::vector<bool> chosen = {};         ///< as many
    bool takesOther = false;               ///< of the choices: an answer of one's own in `text`
    std::string text = {};                 ///< as typed, or as worked out; of File its name
    double least = 0;                      ///< of Slider
    double most = 10;
    double step = 1;
    std::optional<double> value = {};       ///< of Slider
    std::vector<std::string> problems = {}; ///< once it was left, or completion was tried
    bool repeats = false;                   ///< of Section: another can be added behind it
    bool removable = false;                 ///< of Section: one of several
    friend bool operator==(const FormRowView&, const FormRowView&) = default;
};

struct FormView {
    std::string title;
    std::string about;             ///< the form's description; may be empty
    std::vector<FormRowView> rows; ///< those that are asked, in the order of the page
    std::size_t asked = 0;
    std::size_t answered = 0;
    std::string progressText; ///< "7 of 12 answered"
    std::string sourcesText;  ///< where the form comes from; "source not yet checked" where none of
                              ///< them was opened
    bool completed = false;
    /// What a changed form does with answers, each a whole sentence: those it has no place for any
    /// more, and those that count for a question asked in other words.
    std::vector<std::string> leftOut = {};
};

/// For whom a form is filled in. With a case it is filled in for the case's own record, which may
/// have been merged into the patient's.
struct FormSubject {
    PatientId patient;
    std::optional<CaseId> caseId = {};
    std::optional<SessionId> session = {};
};

/// A form being filled in. Each answer is in the clinic's file when the call returns. The clinic
/// must outlive it. What a call can't store throws StorageError, and RecordChanged when another
/// program has changed the form: nothing is changed then.
class FormPresenter {
public:
    /// Begins it. `FilledBy::Patient`: on a screen handed over.
    FormPresenter(Clinic& clinic, const KnownForm& form, const FormSubject& subject,
                  FilledBy filledBy = FilledBy::Practitioner);
    /// Goes on with one that was begun, or shows a completed one. EditRefused: the form is no
    /// longer there and the answers can't be shown as a form; use the list of answers.
    FormPresenter(Clinic& clinic, const FormRecordId& record);
    ~FormPresenter();
    FormPresenter(const FormPresenter&) = delete;
    FormPresenter& operator=(const FormPresenter&) = delete;

    std::function<void()> onChange; ///< the view has changed
    [[nodiscard]] const FormView& view() const noexcept;
    [[nodiscard]] const FormRecordId& record() const noexcept;
    [[nodiscard]] const FormSubject& subject() const noexcept;
    [[nodiscard]] FilledBy filledBy() const noexcept;
    /// Who answers from now on: the screen is handed over, or came back. EditRefused: it is
    /// completed.
    void fillIn(FilledBy who);

    // Each answers with the sentence when the answer can't be taken; nothing changes then.
    std::optional<Message> setTruth(const forms::FormPlace& place, std::optional<bool> truth);
    std::optional<Message> choose(const forms::FormPlace& place, std::size_t option, bool chosen);
    /// Of Typed, LongText, DropDown with an answer of one's own, and a Slider's number. What can't
    /// be read as the kind that is asked stays on the line with its problem and is not stored.
    std::optional<Message> type(const forms::FormPlace& place, std::string_view text);
    std::optional<Message> setUnit(const forms::FormPlace& place, std::size_t unit);
    /// The file is kept among the patient's documents.
    std::optional<Message> attach(const forms::FormPlace& place, const std::filesystem::path& file);
    /// The areas as text, see docs/file-format.md; empty: nothing is painted.
    std::optional<Message> paint(const forms::FormPlace& place, const std::string& outlines);
    void clear(const forms::FormPlace& place); ///< back to "not asked"
    void leave(const forms::FormPlace& place); ///< from now on its problems show
    void addRepetition(const forms::FormPlace& group);
    void removeRepetition(const forms::FormPlace& group);

    /// Where there is still something to do before it can be completed; problems show from now on.
    /// Empty: it was completed, with the flags that it raised. EditRefused: it can't be kept so.
    std::vector<std::pair<forms::FormPlace, Message>> complete();
    /// Flags raised by the completion, the most pressing first.
    [[nodiscard]] const std::vector<RaisedFlag>& raised() const noexcept;
    /// As putAwayForm().
    void putAway();

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

/// Takes a form being filled in out of the lists, also one whose questions are no longer there.
/// EditRefused: it is completed, or a "yes" in it is a red flag that nobody has been told of.
void putAwayForm(Clinic& clinic, const FormRecordId& record);

/// "4 of 10"; empty: the form has none.
[[nodiscard]] std::string scoreText(const Clinic& clinic, const FormRecord& record);
/// "score 4 of 10"; empty: the form has none.
[[nodiscard]] std::string scoreWords(const Clinic& clinic, const FormRecord& record);

/// A line of the list of a patient's forms.
struct FormLineView {
    std::optional<FormRecordId> record; ///< empty: not begun
    std::string url;                    ///< of its form
    std::string title;
    std::string detail;   ///< "completed 23 Nov 2026 by the patient · score 4 of 10"
    std::string why = {}; ///< of those due: "first session", "new numbness on 20 Nov"
    bool begun = false;
    bool completed = false;
    bool raisedFlags = false; ///< of one begun: it will, once completed
    friend bool operator==(const FormLineView&, const FormLineView&) = default;
};

/// What the page of forms shows of a patient and a case.
struct PatientForms {
    std::vector<FormLineView> due;    ///< offered now, with the reason
    std::vector<FormLineView> begun;  ///< being filled in
    std::vector<FormLineView> filled; ///< newest first
    std::vector<std::pair<std::string, std::vector<FormLineView>>> empty; ///< by purpose in words
    std::vector<RefusedForm> refused; ///< the clinic's own that can't be used
};
[[nodiscard]] PatientForms patientForms(Clinic& clinic, const PatientId& patient,
                                        const std::optional<CaseId>& caseId);

/// Question and answer of a filled-in form, for reading and printing; of an empty form `answer` is
/// empty and `options` are what can be ticked.
struct AskedLine {
    int depth = 0;
    bool heading = false;
    std::string question;
    std::string answer; ///< "not asked" where nothing was answered of a filled-in one
    std::vector<std::string> options = {};
    bool isBodyMap = false;
    std::string outlines = {};  ///< of a body map, see FormBodyMap.h
    bool note = false;          ///< a text to read; nothing is asked
    std::string help = {};      ///< explains the question
    std::string condition = {}; ///< of an empty form: "Only if ... is yes"
    std::string unit = {};      ///< of an empty form: stands behind the line
    int writingLines = 0;       ///< of an empty form: how many lines there are to write on
    bool takesMany = false;     ///< of an empty form: more than one option can be ticked
    bool isDetail = false;      ///< of an empty form: only after a "yes" to the line before
    FieldKind kind = FieldKind::Note;
    friend bool operator==(const AskedLine&, const AskedLine&) = default;
};
/// Without its form, or with one that has changed since, all that was answered and nothing of what
/// was not. `zone` is an IANA name for times of day; empty: that of the computer.
[[nodiscard]] std::vector<AskedLine> askedLines(const FormRecord& record, const KnownForm* form,
                                                const std::string& zone = {});
[[nodiscard]] std::vector<AskedLine> blankLines(const KnownForm& form);

} // namespace palpate::app
