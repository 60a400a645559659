// SPDX-License-Identifier: MIT
#include "gui/ReportForm.h"

#include "app/Clinic.h"
#include "app/TimeText.h"
#include "domain/Text.h"
#include "gui/ChipGroup.h"
#include "gui/DeliveryFields.h"
#include "gui/FormField.h"
#include "gui/LetterFields.h"
#include "gui/PanelScroller.h"
#include "gui/Phrases.h"
#include "gui/PlaceMenu.h"
#include "gui/RowList.h"
#include "gui/SectionHeading.h"
#include "gui/TextBlock.h"

#include <wx/sizer.h>

#include <algorithm>

namespace palpate::gui {

namespace {

constexpr int kFewestInSight = 4; ///< templates; more where there is room
constexpr int kProtect = 0;       ///< chips of the ways
constexpr int kKeep = 1;
constexpr int kBarRoom = 12; ///< DIP; the scroll bar lies over the content's edge

[[nodiscard]] wxString menuWords(const wxString& words) {
    return words + wxString::FromUTF8("  ▾");
}

} // namespace

ReportForm::ReportForm(wxWindow* parent, app::Clinic& clinic)
    : wxPanel{parent,
              wxID_ANY,
              wxDefaultPosition,
              wxDefaultSize,
              wxTAB_TRAVERSAL | wxBORDER_NONE,
              "reportForm"},
      clinic_{clinic} {
    dressAsPanel(*this);
    scroller_ = new PanelScroller{this, "reportForm.scroller"};
    // One child only: GTK complains about hidden ones when it scrolls.
    sheet_ = new wxPanel{scroller_,
                         wxID_ANY,
                         wxDefaultPosition,
                         wxDefaultSize,
                         wxTAB_TRAVERSAL | wxBORDER_NONE,
                         "reportForm.sheet"};
    dressAsPanel(*sheet_);
    build();
    auto* inner = new wxBoxSizer{wxVERTICAL};
    inner->Add(sheet_, wxSizerFlags{1}.Expand().Border(wxRIGHT, FromDIP(kBarRoom)));
    scroller_->SetSizer(inner);
    auto* outer = new wxBoxSizer{wxVERTICAL};
    outer->Add(scroller_, wxSizerFlags{1}.Expand());
    SetSizer(outer);
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        CallAfter([this] { arrange(); });
    });
}

void ReportForm::build() {
    auto* column = new wxBoxSizer{wxVERTICAL};
    heading_ = new SectionHeading{sheet_, "reportForm.heading", said("Template")};
    column->Add(heading_, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(4)));
    list_ = new RowList{sheet_, "documents.templates", said("Templates"), 0};
    list_->onOpen = [this](int row) { choose(static_cast<std::size_t>(row)); };
    column->Add(list_, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(6)));
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    const auto button = [&](const wxString& name, const wxString& words,
                            std::function<void()> act) {
        auto* made =
            new PillButton{sheet_, name, words, PillButton::Kind::Quiet, PillButton::Size::Compact};
        made->onClick = std::move(act);
        row->Add(made, wxSizerFlags{}.Border(wxRIGHT, FromDIP(4)));
    };
    button("documents.editTemplate", said("Change …"), [this] {
        if (const auto* const layout = chosen(); layout != nullptr && onEditTemplate) {
            onEditTemplate(layout->name);
        }
    });
    button("documents.newTemplate", said("New …"), [this] {
        if (onNewTemplate) {
            onNewTemplate();
        }
    });
    button("documents.many", said("For many patients …"), [this] {
        if (onMany) {
            onMany();
        }
    });
    column->Add(row, wxSizerFlags{}.Border(wxBOTTOM, FromDIP(12)));
    buildRecord(*column);
    letter_ = new LetterFields{sheet_, "letter"};
    letter_->onChange = [this] { changed(); };
    letter_->onResized = [this] { fit(); };
    column->Add(letter_, wxSizerFlags{}.Expand());
    buildWays(*column);
    sheet_->SetSizer(column);
}

void ReportForm::buildRecord(wxSizer& column) {
    const auto label = [&](wxWindow* parent, const wxString& name, const wxString& words) {
        return new TextBlock{parent, name + ".label", words, TextStyle::SmallStrong,
                             TextBlock::Ink::Muted};
    };
    const auto menu = [&](TextBlock*& words, PlaceMenu*& made, const wxString& name,
                          const wxString& text) {
        words = label(sheet_, name, text);
        column.Add(words, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(2)));
        made = new PlaceMenu{sheet_, name, {}, {}};
        column.Add(made, wxSizerFlags{}.Border(wxBOTTOM, FromDIP(10)));
    };
    menu(caseLabel_, caseMenu_, "documents.case", said("Case"));
    caseMenu_->onPlace = [this](int which) {
        case_ = choices_.cases.at(static_cast<std::size_t>(which)).id;
        session_.reset();
        showCase();
        changed();
    };
    menu(sessionLabel_, sessionMenu_, "documents.session", said("Session"));
    sessionMenu_->onPlace = [this](int which) {
        session_ = caseChoice()->sessions.at(static_cast<std::size_t>(which)).id;
        showCase();
        changed();
    };
    period_ = new wxPanel{sheet_,
                          wxID_ANY,
                          wxDefaultPosition,
                          wxDefaultSize,
                          wxTAB_TRAVERSAL | wxBORDER_NONE,
                          "documents.period"};
    dressAsPanel(*period_);
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    const auto day = [&](const wxString& name, const wxString& words, const wxString& hint) {
        auto* one = new wxBoxSizer{wxVERTICAL};
        one->Add(label(period_, name, words), wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(2)));
        auto* const field = newFormField(period_, name, words, hint);
        field->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { changed(); });
        one->Add(field, wxSizerFlags{}.Expand());
        row->Add(one, wxSizerFlags{1}.Border(wxLEFT, row->IsEmpty() ? 0 : FromDIP(8)));
        return field;
    };
    from_ = day("documents.from", said("From"), said("the first session"));
    to_ = day("documents.to", said("To"), said("the latest"));
    period_->SetSizer(row);
    column.Add(period_, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(12)));
}

void ReportForm::buildWays(wxSizer& column) {
    column.Add(new SectionHeading{sheet_, "reportForm.leaving", said("When it leaves the clinic")},
               wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(4)));
    delivery_ = new DeliveryFields{sheet_, "delivery"};
    column.Add(delivery_, wxSizerFlags{}.Expand());
    ways_ = new ChipGroup{sheet_,
                          "documents.ways",
                          said("How"),
                          ChipGroup::Kind::Multi,
                          {{said("Protect with a password")}, {said("Keep in documents")}},
                          ChipGroup::Size::Compact};
    column.Add(ways_, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(10)));
}

void ReportForm::show(const std::optional<PatientId>& patient,
                      const std::optional<CaseId>& caseId) {
    const bool same = patient == patient_ && patient;
    if (!same) {
        from_->ChangeValue({});
        to_->ChangeValue({});
        delivery_->clear();
        session_.reset();
    }
    if (!same || caseId != case_) {
        session_.reset();
    }
    patient_ = patient;
    case_ = caseId;
    choices_ = patient ? app::reportChoices(clinic_, *patient, caseId) : app::ReportChoices{};
    if (!case_ && !choices_.cases.empty()) {
        case_ = choices_.cases.front().id;
    }
    delivery_->setPeople(choices_.patientName, choices_.physicianName);
    letter_->setChoices(choices_, same);
    reloadTemplates(chosen_);
}

void ReportForm::reloadTemplates(std::string chosen) {
    templates_ = app::printableTemplates(clinic_);
    if (std::ranges::count(templates_, chosen, &app::TemplateChoice::name) > 0) {
        chosen_ = std::move(chosen);
    } else if (!templates_.empty()) {
        chosen_ = templates_.front().name;
    }
    showTemplates();
    showParts();
}

void ReportForm::showTemplates() {
    std::vector<ListRow> rows;
    int current = RowList::kNone;
    for (const app::TemplateChoice& each : templates_) {
        ListRow row;
        row.title = toWx(each.title.empty() ? each.name : each.title);
        row.aside = each.audience.empty() ? wxString{} : said("for: {1}", {each.audience});
        row.marked = each.name == chosen_;
        row.badge = !each.isSound     ? said("has faults")
                    : !each.isShipped ? said("your own")
                    : each.isOwn      ? said("changed")
                                      : wxString{};
        row.tone = each.isSound ? Badge::Tone::Teal : Badge::Tone::Amber;
        if (row.marked) {
            current = static_cast<int>(rows.size());
        }
        rows.push_back(std::move(row));
    }
    list_->setRows(std::move(rows));
    list_->setCurrent(current);
    heading_->set(said("Template"), said("{1} in all", {std::to_string(templates_.size())}));
}

const app::TemplateChoice* ReportForm::chosen() const {
    const auto found = std::ranges::find(templates_, chosen_, &app::TemplateChoice::name);
    return found == templates_.end() ? nullptr : &*found;
}

const app::CaseChoice* ReportForm::caseChoice() const {
    const auto found = std::ranges::find_if(
        choices_.cases, [this](const app::CaseChoice& each) { return each.id == case_; });
    return found == choices_.cases.end() ? nullptr : &*found;
}

void ReportForm::choose(std::size_t which) {
    chosen_ = templates_.at(which).name;
    showTemplates();
    showParts();
    changed();
}

void ReportForm::choose(const std::string& name) {
    reloadTemplates(name);
    changed();
}

void ReportForm::showParts() {
    const auto* const layout = chosen();
    const ReportAbout about = layout != nullptr ? layout->about : ReportAbout::Case;
    const bool ofCase = about == ReportAbout::Case || about == ReportAbout::Session;
    for (wxWindow* const each :
         {static_cast<wxWindow*>(caseLabel_), static_cast<wxWindow*>(caseMenu_)}) {
        each->Show(ofCase && choices_.cases.size() > 1);
    }
    for (wxWindow* const each :
         {static_cast<wxWindow*>(sessionLabel_), static_cast<wxWindow*>(sessionMenu_)}) {
        each->Show(about == ReportAbout::Session);
    }
    period_->Show(about != ReportAbout::Session);
    letter_->Show(layout != nullptr && layout->isLetter);
    ways_->enableChip(kKeep, about != ReportAbout::Clinic);
    showCase();
}

void ReportForm::showCase() {
    const app::CaseChoice* const at = caseChoice();
    std::vector<MapPlace> cases;
    for (const app::CaseChoice& each : choices_.cases) {
        cases.push_back({each.title + " · " + each.detail, {}, false});
    }
    caseMenu_->setPlaces(std::move(cases));
    caseMenu_->setText(menuWords(at ? toWx(at->title) : said("none")));
    std::vector<MapPlace> sessions;
    wxString shown = at && !at->sessions.empty() ? toWx(at->sessions.front().title) : said("none");
    if (at) {
        for (const app::SessionChoice& each : at->sessions) {
            sessions.push_back({each.title, {}, false});
            if (each.id == session_) {
                shown = toWx(each.title);
            }
        }
    }
    sessionMenu_->setPlaces(std::move(sessions));
    sessionMenu_->setText(menuWords(shown));
    fit();
}

void ReportForm::fit() {
    arrange();
    CallAfter([this] { arrange(); }); // texts and chips have wrapped by then
}

void ReportForm::arrange() {
    sheet_->InvalidateBestSize();
    // The list takes what the rest leaves, so that nothing has to scroll where there is room.
    const int row = std::max(1, list_->rowArea(0).height);
    const int others = sheet_->GetSizer()->CalcMin().y - list_->GetMinSize().y;
    const int before = list_->GetMinSize().y;
    list_->growTo(std::max(kFewestInSight, (scroller_->GetClientSize().y - others) / row));
    scroller_->FitInside();
    scroller_->Layout();
    sheet_->Layout();
    if (list_->GetMinSize().y != before) {
        list_->setCurrent(list_->current()); // it stays in sight
    }
}

void ReportForm::changed() {
    if (onChange) {
        onChange();
    }
}

std::optional<app::ReportRequest> ReportForm::request(wxString& problem) const {
    const auto* const layout = chosen();
    if (layout == nullptr) {
        problem = said("There is no template; install Palpate again.");
        return std::nullopt;
    }
    app::ReportRequest wanted;
    wanted.patient = patient_;
    wanted.templateName = layout->name;
    if (layout->about == ReportAbout::Clinic) {
        wanted.patient.reset();
    } else if (layout->about != ReportAbout::Patient) {
        wanted.caseId = case_;
    }
    if (layout->about == ReportAbout::Session) {
        wanted.session = session_;
    } else {
        for (const auto& [field, day] :
             {std::pair{from_, &wanted.from}, std::pair{to_, &wanted.to}}) {
            const std::string typed = trimmed(fromWx(field->GetValue()));
            if (!typed.empty()) {
                *day = app::parseTypedDay(typed);
                if (!*day) {
                    problem = said("“{1}” is not a date yet; type it as 14.3.2026.", {typed});
                    return std::nullopt;
                }
            }
        }
    }
    if (layout->isLetter) {
        wanted.letter = letter_->words();
    }
    return wanted;
}

app::Delivery ReportForm::delivery() const {
    app::Delivery delivery = delivery_->delivery();
    const auto* const layout = chosen();
    delivery.keep = ways_->state(kKeep) == ChipState::On && layout != nullptr &&
                    layout->about != ReportAbout::Clinic;
    return delivery;
}

bool ReportForm::wantsPassword() const {
    return ways_->state(kProtect) == ChipState::On;
}

void ReportForm::nameRaisedFlags() {
    if (letter_->IsShown()) {
        letter_->nameRaisedFlags();
        CallAfter([this] { letter_->recipient().SetFocus(); });
    }
}

void ReportForm::focusFirst() {
    list_->SetFocus();
}

} // namespace palpate::gui
