// SPDX-License-Identifier: MIT
#include "app/FillingForms.h"

#include <algorithm>

namespace palpate::test {

namespace {

using app::FormRowView;

class Filler {
public:
    Filler(OpenClinic& clinic, std::string_view name, const std::optional<SessionId>& session)
        : library_{app::formLibrary(*clinic)} {
        const auto* known = library_.find("urn:palpate:form/" + std::string{name});
        if (known == nullptr) {
            refuse(name);
        }
        form_.emplace(*clinic, *known,
                      app::FormSubject{.patient = clinic.patient(),
                                       .caseId = clinic.caseId(),
                                       .session = session});
    }

    void answer(std::string_view question, std::string_view text) {
        const auto& rows = form_->view().rows;
        const auto at = std::ranges::find_if(
            rows, [&](const FormRowView& each) { return each.place.back().linkId == question; });
        if (at == rows.end()) {
            refuse(question);
        }
        const auto row = *at;
        std::optional<Message> refused;
        const auto option = std::ranges::find(row.options, text);
        if (row.kind == app::FieldKind::YesNo) {
            refused = form_->setTruth(row.place, text == "yes");
        } else if (option != row.options.end()) {
            const auto index = static_cast<std::size_t>(option - row.options.begin());
            refused = form_->choose(row.place, index, true);
        } else {
            refused = form_->type(row.place, text);
        }
        if (refused) {
            refuse(question);
        }
    }

    [[nodiscard]] std::vector<std::string> flags() const {
        std::vector<std::string> questions;
        for (const auto& row : form_->view().rows) {
            if (row.place.back().linkId.starts_with("flag.")) {
                questions.push_back(row.place.back().linkId);
            }
        }
        return questions;
    }

    [[nodiscard]] FilledForm complete() {
        if (!form_->complete().empty()) {
            refuse(form_->view().title);
        }
        return {form_->record(), form_->raised()};
    }

private:
    app::FormLibrary library_;
    std::optional<app::FormPresenter> form_;
};

} // namespace

FilledForm fillForm(OpenClinic& clinic, std::string_view name,
                    const std::vector<TypedAnswer>& answers,
                    const std::optional<SessionId>& session) {
    Filler form{clinic, name, session};
    for (const auto& [question, text] : answers) {
        form.answer(question, text);
    }
    return form.complete();
}

FilledForm screenFor(OpenClinic& clinic, std::string_view name,
                     const std::vector<std::string_view>& yes,
                     const std::optional<SessionId>& session) {
    Filler form{clinic, name, session};
    for (const auto& question : form.flags()) {
        const auto key = std::string_view{question}.substr(5); // behind "flag."
        form.answer(question, std::ranges::count(yes, key) != 0 ? "yes" : "no");
    }
    return form.complete();
}

} // namespace palpate::test
