// SPDX-License-Identifier: MIT
#pragma once

#include "forms/Questionnaire.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palpate::reference {
class Reference;
}

namespace palpate::app {

class Clinic;

/// What a form is for: what it says itself, else by what it scores and asks. Other: none of these.
enum class FormPurpose {
    FirstVisit,
    Symptoms,
    Factors,
    CheckIn,
    Screening,
    OutcomeMeasure,
    Consent,
    Other
};

struct KnownForm {
    std::shared_ptr<const forms::Questionnaire> form;
    std::string file;     ///< "red-flags-neck.json"
    bool shipped = false; ///< else the clinic's own
    FormPurpose purpose = FormPurpose::Other;
    std::vector<forms::FormFault> notes = {}; ///< what looks different here
};

/// A file of the clinic's own that can't be used, and why.
struct RefusedForm {
    std::string file;
    std::vector<forms::FormFault> faults;
};

/// Forms' files as they were read last: one is read again only when its size or its time of writing
/// has changed. One thread at a time.
class FormFiles {
public:
    struct Read {
        std::optional<KnownForm> form = {}; ///< as one that is not shipped; empty: refused
        std::vector<forms::FormFault> faults = {};
    };
    /// As readFormFile. What it gave before for the same file may be no longer valid.
    [[nodiscard]] const Read& read(const std::filesystem::path& file,
                                   const reference::Reference* tables);

private:
    struct Kept {
        std::filesystem::file_time_type written;
        std::uintmax_t size = 0;
        Read read;
    };
    std::map<std::filesystem::path, Kept> kept_;
};

/// The shipped forms, and those of the folder `forms` in the clinic's own folder; one of the
/// clinic's own takes the place of a shipped one with the same url. Read once and kept; a file that
/// can't be read is among the refused, never an exception.
class FormLibrary {
public:
    /// With `tables`, which must outlive it, forms that name what is not in them are refused too;
    /// with `files`, likewise, only what has changed since is read.
    FormLibrary(const std::filesystem::path& shipped, const std::filesystem::path& own,
                const reference::Reference* tables = nullptr, FormFiles* files = nullptr);

    /// By purpose in the order above, then by title.
    [[nodiscard]] const std::vector<KnownForm>& all() const noexcept { return forms_; }
    [[nodiscard]] const std::vector<RefusedForm>& refused() const noexcept { return refused_; }
    /// nullptr when there is none. With `version` only that one.
    [[nodiscard]] const KnownForm* find(std::string_view url, std::string_view version = {}) const;
    /// The outcome measure's form; nullptr: there is none.
    [[nodiscard]] const KnownForm* scoring(std::string_view measure) const;

    /// Checks the file and copies it to the clinic's own folder under its name. The faults; with an
    /// Error among them nothing was copied. Throws StorageError when it can't be written, or when
    /// another form of the clinic stands under that name. What all() and find() gave is no longer
    /// valid then.
    std::vector<forms::FormFault> add(const std::filesystem::path& file);

private:
    void readAll();
    void read(const std::filesystem::path& folder, bool shipped);
    void take(KnownForm form);
    std::filesystem::path shipped_;
    std::filesystem::path own_;
    const reference::Reference* tables_;
    FormFiles* files_;
    std::vector<KnownForm> forms_;
    std::vector<RefusedForm> refused_;
};

/// "First visit", "Outcome measures".
[[nodiscard]] std::string words(FormPurpose purpose);
/// What a form names that is not in the clinical tables, and what is too long to be kept, each an
/// Error with its item.
[[nodiscard]] std::vector<forms::FormFault> faultsAgainst(const reference::Reference& tables,
                                                          const forms::Questionnaire& form);
/// The form in a file, as one that is not shipped, and what is to be said of it; empty with an
/// Error among the faults. Never throws for what the file holds.
[[nodiscard]] std::optional<KnownForm> readFormFile(const std::filesystem::path& file,
                                                    const reference::Reference* tables,
                                                    std::vector<forms::FormFault>& faults);
/// Its title, else its name.
[[nodiscard]] std::string titleOf(const forms::Questionnaire& form);

/// Those of the clinic as its files are now.
[[nodiscard]] FormLibrary formLibrary(Clinic& clinic);

} // namespace palpate::app
