// SPDX-License-Identifier: MIT
// A form on paper, empty or filled in.
#include "app/ReportForms.h"

#include "app/Clinic.h"
#include "app/FileNames.h"
#include "app/FormLanguages.h"
#include "app/FormPresenter.h"
#include "app/FormSources.h"
#include "app/ReportFilledForms.h"
#include "app/ReportFormFigures.h"
#include "app/ReportParts.h"
#include "app/Rights.h"
#include "app/TimeText.h"
#include "domain/Error.h"
#include "reference/Reference.h"
#include "report/Layout.h"
#include "report/Pdf.h"
#include "storage/Store.h"

#include <algorithm>

namespace palpate::app {

namespace {

using Lines = std::vector<AskedLine>;

void setBlank(ReportContent& content, const KnownForm& form, const Knowledge& knowledge,
              const drawing::BodyShapes& shapes) {
    auto lines = std::make_shared<const Lines>(blankLines(form));
    setFormLines(content.fields, form.form.get(), *lines, true);
    content.fields.set("form.title", titleOf(*form.form)).setFlag("form.isBlank", true);
    setFormSources(content.fields, formSources(*form.form, knowledge.reference()));
    content.fields.set("attribution", knowledge.attribution());
    content.figures = formFigures(shapes, std::move(lines));
    content.subject = titleOf(*form.form);
}

[[nodiscard]] FormRecord recordOf(Clinic& clinic, const ReportRequest& request) {
    auto record = clinic.store().forms().find(*request.form);
    if (!record) {
        throw StorageError{{tr("There is no such form in this clinic; list the patient's forms "
                               "first."),
                            {}}};
    }
    if (request.patient && clinic.store().patients().current(*request.patient) !=
                               clinic.store().patients().current(record->patient)) {
        throw EditRefused{{tr("This form is of another patient."), {}}};
    }
    return *std::move(record);
}

void setFilled(ReportContent& content, Clinic& clinic, const FormRecord& record,
               const std::optional<std::string>& language) {
    auto lines = setFilledForm(content.fields, clinic, formLibrary(clinic), record, language);
    content.fields.set("attribution", clinic.knowledge().attribution());
    const auto& zone = clinic.profile().timeZone;
    const auto at = record.completed.value_or(record.begun);
    const auto person = clinic.store().practitioners().find(record.by);
    content.figures = formFigures(clinic.shapes(), std::move(lines));
    content.author = person ? person->displayName : std::string{};
    content.subject = record.title;
    content.day = localDay(at, zone);
    content.created = at;
    content.draft = !record.completed;
    content.caseId = record.caseId;
    content.period = record.title + ", " + dayText(content.day);
}

/// "Patient-specific-function-PSFS": letters and digits of any script, the rest dashes.
[[nodiscard]] std::string fileWord(const std::string& title) {
    std::string word;
    for (const char c : title) {
        const bool isKept = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
                            (c >= 'a' && c <= 'z') || (static_cast<unsigned char>(c) & 0x80U) != 0;
        if (isKept) {
            word += c;
        } else if (!word.empty() && word.back() != '-') {
            word += '-';
        }
    }
    while (word.ends_with('-')) {
        word.pop_back();
    }
    return word;
}

[[nodiscard]] const KnownForm& knownForm(const FormLibrary& library, const std::string& url) {
    const auto* form =
        url.empty() && !library.all().empty() ? &library.all().front() : library.find(url);
    if (form == nullptr) {
        throw EditRefused{
            {tr("There is no form {1} in this clinic; list its forms first."), {url}}};
    }
    return *form;
}

} // namespace

ReportContent formContent(Clinic& clinic, const ReportRequest& given) {
    ReportContent content;
    auto request = given;
    std::optional<FormRecord> record;
    if (request.form) {
        record = recordOf(clinic, request);
        request.patient = record->patient;
    }
    setClinic(content.fields, clinic);
    content.footer = clinic.profile().name;
    if (request.patient) {
        const auto patient = openedPatient(clinic, request);
        setPatient(content.fields, patient);
        content.footer = fullName(patient);
        content.record = patient.id;
    }
    if (record) {
        setFilled(content, clinic, *record, request.language);
        return content;
    }
    content.day = clinic.today();
    content.created = std::chrono::sys_days{content.day};
    auto form = knownForm(formLibrary(clinic), request.formUrl);
    if (request.language) {
        form = inLanguage(std::move(form), *request.language);
    }
    setBlank(content, form, clinic.knowledge(), clinic.shapes());
    content.period = titleOf(*form.form);
    return content;
}

ReportRequest filledFormRequest(const PatientId& patient, const FormRecordId& form) {
    ReportRequest request;
    request.patient = patient;
    request.templateName = kFilledFormTemplate;
    request.form = form;
    return request;
}

ReportRequest blankFormRequest(const std::string& url, const std::optional<PatientId>& patient) {
    ReportRequest request;
    request.patient = patient;
    request.templateName = kBlankFormTemplate;
    request.formUrl = url;
    return request;
}

std::string formFileName(Clinic& clinic, const ReportRequest& request) {
    require(clinic, Right::ReadRecords, request.patient);
    const auto personOf = [&](const PatientId& id) {
        const auto patient = clinic.store().patients().find(clinic.store().patients().current(id));
        return patient ? patient->familyName + " " + patient->givenName : std::string{};
    };
    if (request.form) {
        const auto record = recordOf(clinic, request);
        return reportFileName(
            personOf(record.patient), fileWord(record.title),
            localDay(record.completed.value_or(record.begun), clinic.profile().timeZone));
    }
    return reportFileName(request.patient ? personOf(*request.patient) : std::string{},
                          fileWord(titleOf(*knownForm(formLibrary(clinic), request.formUrl).form)),
                          clinic.today());
}

report::Document blankFormSheet(const Knowledge& knowledge, const KnownForm& form) {
    const auto layout = report::Template::load(knowledge.paths().templates /
                                               (std::string{kBlankFormTemplate} + ".md"));
    ReportContent content;
    setBlank(content, form, knowledge, knowledge.shapes());
    content.fields.set("title", layout.title());
    report::PageStyle style;
    style.footer.left = titleOf(*form.form);
    auto document = report::layOut(layout, content.fields, content.figures, style);
    document.metadata.subject = content.subject;
    return document;
}

void writeBlankForm(const Knowledge& knowledge, const KnownForm& form,
                    const std::filesystem::path& file) {
    report::writePdf(blankFormSheet(knowledge, form), file);
}

} // namespace palpate::app
