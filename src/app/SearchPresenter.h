// SPDX-License-Identifier: MIT
#pragma once

#include "app/SearchQuery.h"
#include "domain/FormRecord.h"
#include "domain/Id.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace palpate::app {

class Clinic;

/// A stretch of bytes to set in bold.
struct BoldSpan {
    std::size_t begin = 0;
    std::size_t length = 0;
    friend bool operator==(const BoldSpan&, const BoldSpan&) = default;
};

/// A search kept under a name, of the person signed in.
struct SavedSearch {
    std::string name;
    std::string query; ///< as typed
    friend bool operator==(const SavedSearch&, const SavedSearch&) = default;
};

/// Results as sessions, or the patients who have such a session.
enum class ResultsAs { Sessions, Patients };

struct SearchHit {
    PatientId patient;
    std::optional<SessionId> session; ///< of ResultsAs::Patients: the newest that matches
    std::string title;                ///< "Ana Kovács"
    std::string when;    ///< "Mon 23 Nov 2026", of patients "3 sessions, last 23 Nov 2026"
    std::string detail;  ///< "upper trapezius left: active, tenderness 7 · pressure release 60 s"
    std::string excerpt; ///< the match in its sentence; may be empty
    std::vector<BoldSpan> bold; ///< in `excerpt`
};

struct SearchView {
    std::string query;
    ParsedQuery parsed;
    ResultsAs as = ResultsAs::Sessions;
    std::vector<SearchHit> hits; ///< newest first
    std::string count; ///< "12 sessions", "1,000+ sessions", "no session"; empty: nothing asked
    bool isSearching = false; ///< what is shown belongs to an earlier text
    bool hasMore = false;
    std::vector<SavedSearch> saved;
    std::optional<std::string> problem; ///< one sentence when it could not be searched
};

/// Searches over the clinic beside the window: each new text drops the search of the one before.
/// The clinic must outlive it, and it must be gone before the person signs out. `onChange` is
/// called whenever the view has changed, on the thread that types and calls `deliver`.
class SearchPresenter {
public:
    /// `wake` is called on any thread when `deliver` has something to do.
    SearchPresenter(Clinic& clinic, std::function<void()> wake);
    ~SearchPresenter();
    SearchPresenter(const SearchPresenter&) = delete;
    SearchPresenter& operator=(const SearchPresenter&) = delete;

    std::function<void()> onChange;
    [[nodiscard]] const SearchView& view() const noexcept;
    void type(std::string query);
    void showAs(ResultsAs as);
    void more();    ///< the next page behind those shown
    void deliver(); ///< takes what the search beside has found
    /// Without a search beside: returns when the view is up to date. For tests and scripts.
    void finish();
    void save(const std::string& name); ///< EditRefused: no name, or one that is taken
    void forget(const std::string& name);
    /// All that match, as comma-separated values (RFC 4180, UTF-8, CRLF), written beside `file` and
    /// moved there; recorded as a disclosure of each patient before. `goesOn` is asked now and then
    /// with how many sessions are ready; its `false` ends the work, and nothing is written or
    /// recorded then: the answer is false. EditRefused: a mistake in the query, or recipient or
    /// purpose can't be recorded. ReportError, StorageError: it can't be written.
    bool writeCsv(const std::string& file, const std::string& recipient, const std::string& purpose,
                  const std::function<bool(std::size_t sessions)>& goesOn = {});

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

/// What Ctrl+K offers.
struct FoundThing {
    enum class Kind { Patient, Session, Point, Document, Form, Setting };
    Kind kind = Kind::Patient;
    std::string title;          ///< "Kovács, Ana", "Quadratus lumborum, right · point 1"
    std::string detail;         ///< "46 y · born 14 Mar 1980"
    std::vector<BoldSpan> bold; ///< in `title`
    std::optional<PatientId> patient = {};
    std::optional<SessionId> session = {};
    std::optional<TriggerPointId> point = {};
    std::optional<DocumentId> document = {};
    std::optional<FormRecordId> form = {};
    std::string setting = {}; ///< of Kind::Setting: the key given with it
};

/// A command or setting that the finder knows: its key and the words by which it is found.
struct FinderSetting {
    std::string key;
    std::string title;
    std::string words; ///< further words that find it, blank-separated
};

/// One list over everything, best first: patients (any part of a name, one slip, birth date,
/// phone), sessions newest first, points of open cases, kept documents, forms begun and filled in,
/// settings. Any text is allowed. `patient`: whose record is open; what is that one's comes first.
[[nodiscard]] std::vector<FoundThing> findAnything(Clinic& clinic, std::string_view text,
                                                   const std::vector<FinderSetting>& settings,
                                                   const std::optional<PatientId>& patient = {},
                                                   int limit = 20);

} // namespace palpate::app
