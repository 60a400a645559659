// SPDX-License-Identifier: MIT
#include "app/ReportTemplates.h"

#include "app/Clinic.h"
#include "app/FormFields.h"
#include "app/ReportParts.h"
#include "app/Rights.h"
#include "app/TimeText.h"
#include "domain/Error.h"
#include "storage/Store.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

namespace palpate::app {

namespace {

/// In the order in which a clinic needs them; one that is not named here comes after, by name.
constexpr auto kShippedOrder = std::to_array<std::string_view>(
    {"progress-report", "progress-report-patient", "progress-report-insurer", "session-note",
     "handover", "home-care-handout", "patient-map", "referral-letter", "discharge-summary",
     "complete-record", "disclosures", "form-blank", "form-filled", "audit-report", "recovery-key",
     "recovery-codes", "destruction-certificate"});

[[nodiscard]] std::size_t placeOf(const std::string& name) {
    return static_cast<std::size_t>(
        std::distance(kShippedOrder.begin(), std::ranges::find(kShippedOrder, name)));
}

[[nodiscard]] std::vector<std::filesystem::path> shippedFiles(const Clinic& clinic) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry :
         std::filesystem::directory_iterator{clinic.knowledge().paths().templates}) {
        if (entry.path().extension() == ".md") {
            files.push_back(entry.path());
        }
    }
    std::ranges::sort(files, [](const auto& one, const auto& other) {
        const auto name = one.stem().string();
        const auto otherName = other.stem().string();
        const auto place = placeOf(name);
        const auto otherPlace = placeOf(otherName);
        return place != otherPlace ? place < otherPlace : name < otherName;
    });
    return files;
}

[[nodiscard]] std::string textOf(const std::filesystem::path& file) {
    std::ifstream in{file, std::ios::binary};
    std::ostringstream text;
    if (!(in && text << in.rdbuf())) {
        throw DataError{{tr("{1} can't be read; install Palpate again."), {file.string()}}};
    }
    return std::move(text).str();
}

[[nodiscard]] TemplateChoice choiceOf(const report::Template& layout, bool isOwn) {
    const auto& names = layout.fieldNames();
    const auto asksFor = [&](std::string_view beginning) {
        return std::ranges::any_of(
            names, [&](const std::string& name) { return name.starts_with(beginning); });
    };
    return {.name = layout.name(),
            .title = layout.title(),
            .audience = layout.audience(),
            .about = layout.about(),
            .isLetter = asksFor("letter."),
            .namesFlags = asksFor("letter.redFlags"),
            // A patient's record lists forms among other things.
            .isForm = layout.about() == ReportAbout::Clinic && asksFor("form."),
            .isOwn = isOwn,
            .isSound = layout.problems().empty()};
}

[[nodiscard]] std::string textNamed(Clinic& clinic, const std::string& name) {
    if (auto own = clinic.store().templates().find(name)) {
        return std::move(own->text);
    }
    std::string known;
    for (const auto& file : shippedFiles(clinic)) {
        if (file.stem() == name) {
            return textOf(file);
        }
        known += (known.empty() ? "" : ", ") + file.stem().string();
    }
    for (const auto& own : clinic.store().templates().list()) {
        known += ", " + own.name;
    }
    throw DataError{{tr("There is no report template \"{1}\"; there are: {2}."), {name, known}}};
}

} // namespace

std::vector<TemplateChoice> templateChoices(Clinic& clinic) {
    std::map<std::string, std::string> own;
    for (auto& stored : clinic.store().templates().list()) {
        own.emplace(std::move(stored.name), std::move(stored.text));
    }
    std::vector<TemplateChoice> choices;
    for (const auto& file : shippedFiles(clinic)) {
        auto name = file.stem().string();
        if (const auto changed = own.find(name); changed != own.end()) {
            choices.push_back(
                choiceOf(report::Template::parse(changed->second, changed->first), true));
            own.erase(changed);
        } else {
            choices.push_back(
                choiceOf(report::Template::parse(textOf(file), std::move(name)), false));
        }
    }
    const auto shipped = static_cast<std::ptrdiff_t>(choices.size());
    for (const auto& [name, text] : own) {
        choices.push_back(choiceOf(report::Template::parse(text, name), true));
        choices.back().isShipped = false;
    }
    std::ranges::stable_sort(choices.begin() + shipped, choices.end(), {}, &TemplateChoice::title);
    return choices;
}

std::string templateText(Clinic& clinic, const std::string& name) {
    require(clinic, Right::ReadRecords);
    return textNamed(clinic, name);
}

report::Template templateNamed(Clinic& clinic, const std::string& name) {
    return report::Template::parse(textNamed(clinic, name), name);
}

std::vector<TemplateFault> checkTemplate(const std::string& text, const std::string& name) {
    const auto layout = report::Template::parse(text, name);
    std::vector<TemplateFault> faults;
    for (auto& issue : report::check(layout, catalogueOf(layout.about()))) {
        faults.push_back({issue.line, issue.column, std::move(issue.message)});
    }
    return faults;
}

void storeTemplate(Clinic& clinic, const std::string& name, const std::string& text) {
    require(clinic, Right::ManageClinic);
    const ClinicTemplate own{name, text, clinic.practitioner().id, clinic.clock().now()};
    refuseWith(problems(own));
    clinic.store().templates().store(own);
}

void removeTemplate(Clinic& clinic, const std::string& name) {
    require(clinic, Right::ManageClinic);
    clinic.store().templates().remove(name);
}

std::vector<TemplateVersion> templateHistory(Clinic& clinic, const std::string& name) {
    require(clinic, Right::ReadRecords);
    const auto& zone = clinic.profile().timeZone;
    std::vector<TemplateVersion> versions;
    for (auto& step : clinic.store().templates().history(name)) {
        const auto person = clinic.store().practitioners().find(step.by);
        versions.push_back(
            {.text = std::move(step.text),
             .when = dayText(localDay(step.at, zone)) + ", " + clockText(step.at, zone),
             .by = person ? person->displayName : std::string{}});
    }
    return versions;
}

} // namespace palpate::app
