// SPDX-License-Identifier: MIT
#include "gui/KeepingPane.h"

#include "app/Clinic.h"
#include "app/Prompter.h"
#include "domain/Error.h"
#include "gui/Card.h"
#include "gui/KeepingDialogs.h"
#include "gui/Phrases.h"
#include "gui/PillButton.h"
#include "gui/RowList.h"
#include "gui/SegmentedControl.h"
#include "gui/TextBlock.h"
#include "gui/UnderMenu.h"

#include <wx/sizer.h>

#include <algorithm>

namespace palpate::gui {

namespace {

enum Part { Due, Rules, Destroyed };

} // namespace

KeepingPane::KeepingPane(wxWindow* parent, app::Clinic& clinic, app::Prompter& prompter)
    : wxPanel{parent,   wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxBORDER_NONE,
              "keeping"},
      clinic_{clinic}, prompter_{prompter}, keeping_{clinic} {
    dressAsPage(*this);
    auto* card = new Card{this, "keeping.card"};
    auto& column = card->content();
    buildTop(card, column);
    meaning_ = new TextBlock{card, "keeping.meaning", {}, TextStyle::Body, TextBlock::Ink::Muted};
    column.Add(meaning_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(12)));
    told_ = new TextBlock{card, "keeping.told", {}, TextStyle::ControlStrong};
    told_->Hide();
    column.Add(told_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(10)));
    list_ = new RowList{card, "keeping.list", said("How long records are kept"), 2};
    list_->onOpen = [this](int row) { CallAfter([this, row] { open(row); }); };
    list_->onMenu = [this](int row, wxPoint at) { askMore(row, at); };
    column.Add(list_, wxSizerFlags{1}.Expand().Border(wxTOP, FromDIP(10)));
    auto* whole = new wxBoxSizer{wxVERTICAL};
    whole->Add(card, wxSizerFlags{1}.Expand().Border(wxALL, FromDIP(16)));
    SetSizer(whole);
}

void KeepingPane::buildTop(wxWindow* card, wxSizer& column) {
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    parts_ = new SegmentedControl{
        card, "keeping.parts", said("Records"), {said("Due"), said("Rules"), said("Destroyed")}};
    parts_->select(Due);
    parts_->onChange = [this](int) { renew(); };
    row->Add(parts_, wxSizerFlags{}.CentreVertical());
    row->AddStretchSpacer();
    const auto button = [&](const wxString& name, const wxString& words,
                            std::function<void()> act) {
        auto* made = new PillButton{card, name, words};
        made->onClick = std::move(act);
        row->Add(made, wxSizerFlags{}.CentreVertical().Border(wxLEFT, FromDIP(8)));
        return made;
    };
    country_ = button("keeping.country", said("Country …"), [this] { chooseCountry(); });
    add_ = button("keeping.add", said("Add a rule …"), [this] { addRule(); });
    reset_ = button("keeping.reset", said("The shipped rules"), [this] { resetRules(); });
    column.Add(row, wxSizerFlags{}.Expand());
}

void KeepingPane::renew() {
    told_->Hide();
    show();
}

void KeepingPane::show() {
    const auto country = keeping_.country();
    country_->setText(country ? said("Country: {1} …", {*country}) : said("Country …"));
    const int part = parts_->selected();
    country_->Show(part != Destroyed);
    add_->Show(part == Rules);
    reset_->Show(part == Rules && !keeping_.isShipped());
    if (part == Due) {
        showDue();
    } else if (part == Rules) {
        showRules();
    } else {
        showDestroyed();
    }
    Layout();
    list_->GetParent()->Layout();
}

void KeepingPane::showDue() {
    due_ = keeping_.due();
    meaning_->setText(!due_.hint.empty() ? toWx(due_.hint)
                      : due_.records.empty()
                          ? said("By the rules chosen, every record is still to be kept.")
                      : due_.isCut ? said("Only those that were not seen for longest are listed. "
                                          "Nothing is ever destroyed by itself.")
                                   : said("Nothing is ever destroyed by itself."));
    std::vector<ListRow> rows;
    for (const app::DueRecord& record : due_.records) {
        ListRow row;
        row.title = toWx(record.name);
        row.aside = toWx(record.lastSeen);
        row.lines = {toWx(record.state.until), toWx(record.state.rule)};
        row.badge = record.state.mayBeDestroyed ? said("due") : said("can't be told");
        row.tone = record.state.mayBeDestroyed ? Badge::Tone::Teal : Badge::Tone::Amber;
        rows.push_back(std::move(row));
    }
    list_->setRows(std::move(rows));
}

void KeepingPane::showRules() {
    rules_ = keeping_.rules();
    meaning_->setText(toWx(keeping_.advice()));
    const auto country = keeping_.country();
    std::vector<ListRow> rows;
    for (const app::RetentionLine& line : rules_) {
        ListRow row;
        row.title = toWx(line.country);
        row.aside = toWx(line.profession);
        row.lines = {toWx(line.kept), toWx(line.source)};
        row.marked = country == line.country;
        row.badge = row.marked ? said("counts") : wxString{};
        row.tone = Badge::Tone::Teal;
        rows.push_back(std::move(row));
    }
    list_->setRows(std::move(rows));
}

void KeepingPane::showDestroyed() {
    destroyed_ = app::destructionsOf(clinic_);
    meaning_->setText(destroyed_.empty()
                          ? said("No record was destroyed.")
                          : said("What is kept of a destroyed record: that it was, when, by whom "
                                 "and why. Its name is kept nowhere."));
    std::vector<ListRow> rows;
    for (const app::DestructionLine& line : destroyed_) {
        ListRow row;
        row.title = toWx(line.when);
        row.aside = toWx(line.by);
        row.lines = {toWx(line.destruction.reason), toWx(line.amount)};
        rows.push_back(std::move(row));
    }
    list_->setRows(std::move(rows));
}

void KeepingPane::open(int row) {
    const auto at = static_cast<std::size_t>(row);
    switch (parts_->selected()) {
    case Due:
        destroy(due_.records.at(at));
        break;
    case Rules:
        changeRule(at);
        break;
    default:
        saveCertificate(destroyed_.at(at));
    }
}

void KeepingPane::askMore(int row, wxPoint at) {
    const auto index = static_cast<std::size_t>(row);
    const auto ask = [&](const std::vector<UnderItem>& items) {
        return showMuscleMenu(*list_, at, items, {}, false);
    };
    switch (parts_->selected()) {
    case Due: {
        const app::DueRecord record{due_.records.at(index)};
        const auto chosen = ask({{fromWx(said("Export the whole record …")), {}},
                                 {fromWx(said("Destroy the record …")), {}}});
        if (chosen == 0) {
            exportRecord(record);
        } else if (chosen == 1) {
            destroy(record);
        }
        break;
    }
    case Rules: {
        const auto chosen =
            ask({{fromWx(said("Change the rule …")), {}}, {fromWx(said("Remove the rule …")), {}}});
        if (chosen == 0) {
            changeRule(index);
        } else if (chosen == 1) {
            removeRule(index);
        }
        break;
    }
    default:
        if (ask({{fromWx(said("Save the certificate …")), {}}})) {
            saveCertificate(app::DestructionLine{destroyed_.at(index)});
        }
    }
}

void KeepingPane::chooseCountry() {
    const auto countries = keeping_.countries();
    const auto current = keeping_.country();
    std::vector<UnderItem> items;
    for (const std::string& country : countries) {
        items.push_back({country, {}, country == current});
    }
    const auto chosen = showMuscleMenu(*country_, {0, country_->GetSize().y}, items, {}, false);
    if (chosen) {
        const std::string country{countries.at(static_cast<std::size_t>(*chosen))};
        attempt([&] {
            keeping_.setCountry(country);
            return said("The rules of {1} count now.", {country});
        });
    }
}

void KeepingPane::addRule() {
    RetentionRuleDialog dialog{wxGetTopLevelParent(this), {}};
    if (dialog.ShowModal() == wxID_OK) {
        std::vector<RetentionRule> rules;
        for (const app::RetentionLine& line : rules_) {
            rules.push_back(line.rule);
        }
        rules.push_back(dialog.rule());
        store(std::move(rules), said("The rule is added."));
    }
}

void KeepingPane::changeRule(std::size_t row) {
    RetentionRuleDialog dialog{wxGetTopLevelParent(this), rules_.at(row).rule};
    if (dialog.ShowModal() == wxID_OK) {
        std::vector<RetentionRule> rules;
        for (const app::RetentionLine& line : rules_) {
            rules.push_back(line.rule);
        }
        rules.at(row) = dialog.rule();
        store(std::move(rules), said("The rule is changed."));
    }
}

void KeepingPane::removeRule(std::size_t row) {
    if (!prompter_.confirm(
            {tr("Remove the rule of {1}: {2}?"), {rules_.at(row).country, rules_.at(row).kept}},
            {tr("Remove"), {}})) {
        return;
    }
    std::vector<RetentionRule> rules;
    for (std::size_t i = 0; i < rules_.size(); ++i) {
        if (i != row) {
            rules.push_back(rules_.at(i).rule);
        }
    }
    store(std::move(rules), said("The rule is removed."));
}

void KeepingPane::resetRules() {
    if (prompter_.confirm({tr("Put the shipped rules in the place of your own?"), {}},
                          {tr("Replace"), {}})) {
        attempt([this] {
            keeping_.reset();
            return said("The shipped rules count again.");
        });
    }
}

void KeepingPane::store(std::vector<RetentionRule> rules, const wxString& sentence) {
    attempt([&] {
        keeping_.setRules(rules);
        return sentence;
    });
}

void KeepingPane::destroy(const app::DueRecord& record) {
    const app::DueRecord asked{record}; // the list may be made anew meanwhile
    DestroyDialog dialog{wxGetTopLevelParent(this), clinic_, prompter_, asked};
    if (dialog.ShowModal() != wxID_OK || !dialog.destroyed()) {
        return;
    }
    show();
    tell(said("The record is destroyed. The certificate is {1}.",
              {dialog.destroyed()->certificate.string()}),
         true);
    if (onDestroyed) {
        onDestroyed(asked.patient);
    }
}

void KeepingPane::exportRecord(const app::DueRecord& record) {
    attempt([&] {
        const auto folder =
            exportWholeRecord(wxGetTopLevelParent(this), clinic_, prompter_, record.patient);
        return folder ? said("The whole record is in {1}.", {folder->string()}) : wxString{};
    });
}

void KeepingPane::saveCertificate(const app::DestructionLine& line) {
    const DestructionId id = line.destruction.id;
    if (const auto file = prompter_.chooseSaveFile({tr("Save the certificate"), {}},
                                                   "destruction-certificate.pdf")) {
        attempt([&] {
            app::writeCertificate(clinic_, id, *file);
            return said("The certificate is {1}.", {file->string()});
        });
    }
}

void KeepingPane::attempt(const std::function<wxString()>& act) {
    try {
        const wxString sentence = act();
        show();
        if (!sentence.empty()) {
            tell(sentence, true);
        }
    } catch (const Error& error) {
        tell(said(error), false);
    }
}

void KeepingPane::tell(const wxString& sentence, bool isGood) {
    told_->setText(sentence);
    told_->setInk(isGood ? TextBlock::Ink::Good : TextBlock::Ink::Danger);
    told_->Show();
    Layout();
    list_->GetParent()->Layout();
}

} // namespace palpate::gui
