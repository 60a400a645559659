// SPDX-License-Identifier: MIT
#include "gui/KeepingDialogs.h"

#include "app/Prompter.h"
#include "domain/Text.h"
#include "gui/ChipGroup.h"
#include "gui/DeliveryFields.h"
#include "gui/Phrases.h"

#include <wx/utils.h>

#include <array>
#include <charconv>

namespace palpate::gui {

namespace {

constexpr std::array<std::optional<Profession>, 5> kProfessions{
    std::nullopt, Profession::Physiotherapist, Profession::Chiropractor,
    Profession::MassageTherapist, Profession::Other};

/// Empty: not a whole number.
[[nodiscard]] std::optional<int> numberIn(const std::string& typed) {
    int number = 0;
    const char* const end = typed.data() + typed.size();
    const auto [stop, error] = std::from_chars(typed.data(), end, number);
    return error == std::errc{} && stop == end ? std::optional{number} : std::nullopt;
}

[[nodiscard]] std::string textIn(const wxTextCtrl& field) {
    return trimmed(fromWx(field.GetValue()));
}

} // namespace

ExportDialog::ExportDialog(wxWindow* parent, const std::string& patient,
                           const std::string& physician)
    : FormDialog{parent, "export", said("Export the whole record"), said("Choose a folder …"),
                 560} {
    addWide(new TextBlock{&ground(), "export.what", toWx(patient), TextStyle::BodyStrong});
    addWide(new TextBlock{
        &ground(), "export.meaning",
        said("A folder is made with the record to read as a PDF, every kept document, and every "
             "entry as data for another program. Nothing in it is encrypted. That it left, for "
             "whom and why, is noted with the patient's record."),
        TextStyle::Control, TextBlock::Ink::Muted});
    delivery_ = new DeliveryFields{&ground(), "export.delivery"};
    delivery_->setPeople(patient, physician);
    addWide(delivery_);
    neverAsk();
    finish(&delivery_->recipient());
}

app::Delivery ExportDialog::delivery() const {
    return delivery_->delivery();
}

std::optional<std::filesystem::path> exportWholeRecord(wxWindow* parent, app::Clinic& clinic,
                                                       app::Prompter& prompter,
                                                       const PatientId& patient) {
    const auto people = app::exportPeople(clinic, patient);
    ExportDialog dialog{parent, people.patient, people.physician};
    if (dialog.ShowModal() != wxID_OK) {
        return std::nullopt;
    }
    const auto folder = prompter.chooseFolder({tr("Where the whole record is written"), {}});
    if (!folder) {
        return std::nullopt;
    }
    const wxBusyCursor busy;
    return app::exportRecord(clinic, patient, app::exportFolderIn(clinic, patient, *folder),
                             dialog.delivery())
        .folder;
}

RetentionRuleDialog::RetentionRuleDialog(wxWindow* parent, const std::optional<RetentionRule>& rule)
    : FormDialog{parent, "retention", rule ? said("A rule") : said("A new rule"),
                 rule ? said("Save") : said("Add"), 620} {
    country_ =
        addField(*addRow(), "retention.country", said("Country or state"), 1, 0, said("Germany"));
    std::vector<ChipGroup::Chip> chips;
    for (const auto& each : kProfessions) {
        chips.push_back({toWx(app::ruleProfession(each))});
    }
    profession_ = new ChipGroup{&ground(), "retention.profession", said("For whom it counts"),
                                ChipGroup::Kind::Single, std::move(chips)};
    addLabelled(*addRow(), said("For whom it counts"), profession_);
    auto* row = addRow();
    years_ = addField(*row, "retention.years", said("Years after the last session"));
    age_ = addField(*row, "retention.age", said("And until the patient is so old"), 1, 0,
                    said("empty: age does not matter"));
    source_ = addField(*addRow(), "retention.source", said("The law or guidance"), 1, 0,
                       said("or: our own choice"));
    problemsGoTo("Country", country_);
    problemsGoTo("Years after the last session", years_);
    problemsGoTo("Birthday", age_);
    problemsGoTo("Source", source_);
    int chosen = 0;
    if (rule) {
        rule_ = *rule;
        country_->ChangeValue(toWx(rule_.country));
        years_->ChangeValue(toWx(std::to_string(rule_.years)));
        age_->ChangeValue(rule_.untilAge ? toWx(std::to_string(*rule_.untilAge)) : wxString{});
        source_->ChangeValue(toWx(rule_.source));
        const auto at = std::ranges::find(kProfessions, rule_.profession);
        chosen = static_cast<int>(std::distance(kProfessions.begin(), at));
    }
    profession_->setState(chosen, ChipState::On);
    finish(country_);
}

std::vector<Message> RetentionRuleDialog::accept() {
    rule_.country = textIn(*country_);
    rule_.source = textIn(*source_);
    const int chosen = profession_->selected();
    rule_.profession = chosen == ChipGroup::kNone
                           ? std::nullopt
                           : kProfessions.at(static_cast<std::size_t>(chosen));
    const auto years = numberIn(textIn(*years_));
    const std::string age = textIn(*age_);
    rule_.years = years.value_or(-1);
    rule_.untilAge = age.empty() ? std::nullopt : std::optional{numberIn(age).value_or(-1)};
    return problems(rule_);
}

DestroyDialog::DestroyDialog(wxWindow* parent, app::Clinic& clinic, app::Prompter& prompter,
                             const app::DueRecord& record)
    : FormDialog{parent, "destroy", said("Destroy the record of {1}", {record.name}),
                 said("Destroy"), 620},
      clinic_{clinic}, prompter_{prompter}, patient_{record.patient} {
    addWide(new TextBlock{&ground(), "destroy.until",
                          toWx(record.lastSeen + " · " + record.state.until), TextStyle::BodyStrong,
                          record.state.mayBeDestroyed ? TextBlock::Ink::Normal
                                                      : TextBlock::Ink::Danger});
    addWide(new TextBlock{&ground(), "destroy.rule", toWx(record.state.rule), TextStyle::Control,
                          TextBlock::Ink::Muted});
    addWide(new TextBlock{
        &ground(), "destroy.meaning",
        said("Everything in the record goes, and nothing brings it back but a backup. First the "
             "whole record is exported; then a certificate says what was destroyed, when, by whom "
             "and why, and which backups still hold it."),
        TextStyle::Body});
    reason_ = addField(*addRow(), "destroy.reason", said("Why"));
    where_ = new TextBlock{&ground(), "destroy.where", said("No folder is chosen yet."),
                           TextStyle::Control, TextBlock::Ink::Muted};
    addLabelled(*addRow(), said("Export and certificate go into"), where_);
    choose_ = new PillButton{&ground(), "destroy.choose", said("Choose a folder …")};
    choose_->onClick = [this] { chooseFolder(); };
    addWide(choose_);
    name_ = addField(*addRow(), "destroy.name",
                     said("Type the full name, {1}, to confirm", {record.name}));
    problemsGoTo("Reason", reason_);
    problemsGoTo("Export", choose_);
    problemsGoTo("Name", name_);
    finish(reason_);
}

void DestroyDialog::chooseFolder() {
    if (const auto folder =
            prompter_.chooseFolder({tr("Where export and certificate are written"), {}})) {
        folder_ = *folder;
        where_->setText(toWx(folder_.string()));
        refit();
    }
}

std::vector<Message> DestroyDialog::accept() {
    app::DestructionRequest request{.patient = patient_,
                                    .reason = textIn(*reason_),
                                    .typedName = textIn(*name_),
                                    .exportFolder = {},
                                    .certificate = {}};
    if (!folder_.empty()) {
        request.exportFolder = app::exportFolderIn(clinic_, patient_, folder_);
        request.certificate = app::certificateFileIn(clinic_, patient_, folder_);
    }
    if (auto wrong = app::problems(clinic_, request); !wrong.empty()) {
        std::erase_if(wrong, [](const Message& each) { // one folder is chosen for both
            return std::string_view{each.id}.starts_with("Certificate");
        });
        return wrong;
    }
    const wxBusyCursor busy;
    destroyed_ = app::destroyRecord(clinic_, request);
    return {};
}

} // namespace palpate::gui
