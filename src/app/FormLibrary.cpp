// SPDX-License-Identifier: MIT
#include "app/FormLibrary.h"

#include "app/Clinic.h"
#include "domain/Error.h"
#include "forms/UnsoundForm.h"
#include "storage/Store.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <iterator>
#include <tuple>
#include <utility>

namespace palpate::app {

namespace {

namespace fs = std::filesystem;
using forms::FormFault;
using forms::Item;

[[nodiscard]] bool asksForFlags(const std::vector<Item>& items) {
    return std::ranges::any_of(
        items, [](const Item& item) { return !item.flag.empty() || asksForFlags(item.items); });
}

[[nodiscard]] FormPurpose purposeOf(const forms::Questionnaire& form) {
    const auto* told = std::ranges::find(forms::kPurposes, form.purpose);
    if (told != forms::kPurposes.end()) { // in the order of FormPurpose
        return static_cast<FormPurpose>(std::distance(forms::kPurposes.begin(), told));
    }
    if (!form.measure.empty()) {
        return FormPurpose::OutcomeMeasure;
    }
    return asksForFlags(form.items) ? FormPurpose::Screening : FormPurpose::Other;
}

[[nodiscard]] forms::FormReading refusedWith(std::string sentence) {
    return {std::nullopt, {{FormFault::Weight::Error, {}, std::move(sentence)}}};
}

[[nodiscard]] bool isError(const FormFault& fault) {
    return fault.weight == FormFault::Weight::Error;
}

/// "10" after "9", "1.2" after "1".
[[nodiscard]] bool isNewer(std::string_view one, std::string_view other) {
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    const auto take = [&](std::string_view& text) {
        std::size_t length = 0;
        while (length < text.size() && isDigit(text[length])) {
            ++length;
        }
        auto digits = text.substr(0, length);
        text.remove_prefix(length);
        digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
        return digits;
    };
    while (!one.empty() && !other.empty()) {
        if (isDigit(one.front()) && isDigit(other.front())) {
            const auto a = take(one);
            const auto b = take(other);
            if (a != b) {
                return std::pair{a.size(), a} > std::pair{b.size(), b};
            }
        } else if (one.front() != other.front()) {
            return one.front() > other.front();
        } else {
            one.remove_prefix(1);
            other.remove_prefix(1);
        }
    }
    return one.size() > other.size();
}

[[nodiscard]] forms::FormReading judged(const fs::path& file, const reference::Reference* tables) {
    std::error_code failure;
    const auto size = fs::file_size(file, failure);
    if (failure) {
        return refusedWith(
            tr("The file can't be read: check that it is a file and may be opened."));
    }
    if (size > forms::kMostFormBytes) { // nor is it taken into memory
        return refusedWith(shown({tr("The file is larger than the {1} MB that a form may have."),
                                  {std::to_string(forms::kMostFormBytes / 1'000'000)}}));
    }
    std::ifstream in{file, std::ios::binary};
    const std::string text{std::istreambuf_iterator<char>{in}, {}};
    if (!in && !in.eof()) {
        return refusedWith(
            tr("The file can't be read: check that it is a file and may be opened."));
    }
    auto reading = forms::readUnsoundForm(text);
    if (tables != nullptr && reading.form) { // with its other errors: told in one go
        std::ranges::move(faultsAgainst(*tables, *reading.form),
                          std::back_inserter(reading.faults));
    }
    if (std::ranges::any_of(reading.faults, isError)) {
        reading.form.reset();
    }
    return reading;
}

} // namespace

std::string words(FormPurpose purpose) {
    switch (purpose) {
    case FormPurpose::FirstVisit:
        return tr("First visit");
    case FormPurpose::Symptoms:
        return tr("Symptoms");
    case FormPurpose::Factors:
        return tr("Contributing factors");
    case FormPurpose::CheckIn:
        return tr("Check-ins");
    case FormPurpose::Screening:
        return tr("Screening");
    case FormPurpose::OutcomeMeasure:
        return tr("Outcome measures");
    case FormPurpose::Consent:
        return tr("Consent");
    case FormPurpose::Other:
        break;
    }
    return tr("Other forms");
}

std::string titleOf(const forms::Questionnaire& form) {
    return form.title.empty() ? form.name : form.title.text;
}

std::optional<KnownForm> readFormFile(const fs::path& file, const reference::Reference* tables,
                                      std::vector<FormFault>& faults) {
    auto reading = judged(file, tables);
    faults = reading.faults;
    if (!reading.form) {
        return std::nullopt;
    }
    const auto purpose = purposeOf(*reading.form);
    return KnownForm{std::make_shared<const forms::Questionnaire>(*std::move(reading.form)),
                     file.filename().string(), false, purpose, std::move(reading.faults)};
}

const FormFiles::Read& FormFiles::read(const fs::path& file, const reference::Reference* tables) {
    std::error_code failure;
    const auto written = fs::last_write_time(file, failure);
    const auto size = failure ? 0 : fs::file_size(file, failure);
    const auto found = kept_.find(file);
    if (!failure && found != kept_.end() && found->second.written == written &&
        found->second.size == size) {
        return found->second.read;
    }
    auto& kept = kept_[file];
    kept = {written, size, {}};
    kept.read.form = readFormFile(file, tables, kept.read.faults);
    return kept.read;
}

FormLibrary::FormLibrary(const fs::path& shipped, const fs::path& own,
                         const reference::Reference* tables, FormFiles* files)
    : shipped_{shipped}, own_{own}, tables_{tables}, files_{files} {
    readAll();
}

void FormLibrary::readAll() {
    forms_.clear();
    refused_.clear();
    read(shipped_, true);
    read(own_, false);
    std::ranges::stable_sort(forms_, {}, [](const KnownForm& known) {
        return std::tuple{known.purpose, titleOf(*known.form)};
    });
}

void FormLibrary::read(const fs::path& folder, bool shipped) {
    std::vector<fs::path> files;
    std::error_code failure; // no folder: no forms
    for (fs::directory_iterator at{folder, failure}; !failure && at != fs::directory_iterator{};
         at.increment(failure)) {
        if (at->path().extension() == ".json") {
            files.push_back(at->path());
        }
    }
    std::ranges::sort(files);
    FormFiles once;
    for (const auto& file : files) {
        auto [form, faults] = (files_ != nullptr ? *files_ : once).read(file, tables_);
        if (!form) {
            std::erase_if(faults, [](const FormFault& fault) { return !isError(fault); });
            refused_.push_back({file.filename().string(), std::move(faults)});
            continue;
        }
        form->shipped = shipped;
        take(*std::move(form));
    }
}

void FormLibrary::take(KnownForm form) {
    const auto same = std::ranges::find(forms_, form.form->url,
                                        [](const KnownForm& known) { return known.form->url; });
    if (same == forms_.end()) {
        forms_.push_back(std::move(form));
        return;
    }
    if (same->shipped || isNewer(form.form->version, same->form->version)) {
        std::swap(*same, form); // `form` is now the one that is not used
    }
    if (!form.shipped) {
        refused_.push_back(
            {form.file,
             {{FormFault::Weight::Error,
               {},
               shown({tr("{1} is the same form ({2}) in a version as new or newer; this one is not "
                         "used."),
                      {same->file, form.form->url}})}}});
    }
}

const KnownForm* FormLibrary::find(std::string_view url, std::string_view version) const {
    const auto found = std::ranges::find_if(forms_, [&](const KnownForm& known) {
        return known.form->url == url && (version.empty() || known.form->version == version);
    });
    return found != forms_.end() ? &*found : nullptr;
}

const KnownForm* FormLibrary::scoring(std::string_view measure) const {
    const auto found = std::ranges::find_if(forms_, [&](const KnownForm& known) {
        return !measure.empty() && known.form->measure == measure;
    });
    return found != forms_.end() ? &*found : nullptr;
}

std::vector<FormFault> FormLibrary::add(const fs::path& file) {
    std::vector<FormFault> faults;
    const auto form = readFormFile(file, tables_, faults);
    if (!form) {
        return faults;
    }
    auto name = file.filename();
    if (name.extension() != ".json") {
        name += ".json";
    }
    const auto target = own_ / name;
    std::error_code failure;
    if (fs::exists(target, failure)) {
        const auto there = judged(target, tables_);
        if (!there.form || there.form->url != form->form->url) {
            throw StorageError{{tr("Another form of the clinic is called {1}; rename the file and "
                                   "add it again."),
                                {name.string()}}};
        }
    }
    const auto beside = own_ / (name.string() + ".new");
    fs::create_directories(own_, failure);
    if (!failure) {
        fs::copy_file(file, beside, fs::copy_options::overwrite_existing, failure);
    }
    if (!failure) {
        fs::rename(beside, target, failure);
    }
    if (failure) {
        std::error_code gone;
        fs::remove(beside, gone);
        throw StorageError{{tr("The form can't be kept in {1}: {2}. Check that there is room and "
                               "that the folder may be written."),
                            {own_.string(), failure.message()}}};
    }
    readAll();
    return faults;
}

FormLibrary formLibrary(Clinic& clinic) {
    return {clinic.knowledge().paths().forms, clinic.store().folder() / "forms",
            &clinic.reference(), &clinic.formFiles()};
}

} // namespace palpate::app
