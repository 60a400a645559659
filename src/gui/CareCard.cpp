// SPDX-License-Identifier: MIT
#include "gui/CareCard.h"

#include "app/Clinic.h"
#include "app/MeasureTrends.h"
#include "app/TimeText.h"
#include "gui/CareDialog.h"
#include "gui/FactTable.h"
#include "gui/Phrases.h"
#include "gui/RowList.h"
#include "gui/SectionHeading.h"
#include "gui/TextBlock.h"
#include "gui/TrendRows.h"
#include "gui/UnderMenu.h"

#include <algorithm>
#include <map>
#include <utility>

namespace palpate::gui {

namespace {

constexpr int kPad = 14;     ///< DIP
constexpr int kMostRows = 6; ///< of a list in sight
constexpr int kMostProposals = 4;
constexpr int kMostDays = 8; ///< of the table in sight
constexpr const char* kPainMeasure = "nprs";

/// One behind the other; what is not said leaves no gap.
[[nodiscard]] std::string joined(const std::vector<std::string>& parts, const char* between) {
    std::string all;
    for (const std::string& part : parts) {
        all += (all.empty() || part.empty() ? "" : between) + part;
    }
    return all;
}

/// No row is higher than the one with most lines needs.
void fill(RowList& list, std::vector<ListRow> rows, int most = kMostRows) {
    const bool isAny = !rows.empty();
    std::size_t lines = 0;
    for (const ListRow& row : rows) {
        lines = std::max(lines, row.lines.size());
    }
    list.setLines(static_cast<int>(lines));
    list.setRows(std::move(rows));
    list.growTo(most);
    list.Show(isAny);
}

} // namespace

CareCard::CareCard(wxWindow* parent, app::Clinic& clinic)
    : Card{parent, "care", Look::Raised, wxVERTICAL, 1}, clinic_{clinic} {
    build();
}

void CareCard::build() {
    const auto padded = [&](wxWindow* window, int border) {
        content().Add(window, wxSizerFlags{}.Expand().Border(border, FromDIP(kPad)));
        return window;
    };
    const auto heading = [&](const wxString& name, const wxString& words, const wxString& hint) {
        auto* made = new SectionHeading{this, name, words, hint};
        padded(made, wxLEFT | wxRIGHT | wxTOP);
        return made;
    };
    const auto list = [&](const wxString& name, const wxString& label) {
        auto* made = new RowList{this, name, label, 1}; // as many as its rows have, once it has any
        content().Add(made, wxSizerFlags{}.Expand());
        return made;
    };
    itemsHeading_ = heading("care.itemsHeading", said("Home-care plan"), {});
    items_ = list("care.items", said("Home-care plan"));
    items_->onOpen = [this](int row) {
        const app::CareLine line = view_.items.at(static_cast<std::size_t>(row));
        if (!line.stopped) {
            changeItem(line);
        }
    };
    items_->onMenu = [this](int row, wxPoint at) { itemMenu(row, at); };
    adherence_ = new TextBlock{this, "care.adherence", {}, TextStyle::Control};
    padded(adherence_, wxLEFT | wxRIGHT | wxTOP);
    proposalsHeading_ =
        heading("care.proposalsHeading", said("Proposed"), said("choose one to agree on it"));
    proposals_ = list("care.proposals", said("Proposed home care"));
    proposals_->onOpen = [this](int row) { agreeOn(row); };
    factorsHeading_ = heading("care.factorsHeading", said("Contributing factors told"),
                              said("and how sure it is that they matter"));
    factors_ = list("care.factors", said("Contributing factors"));
    nothing_ = new TextBlock{this, "care.nothing",
                             said("No contributing factor has been told yet: the forms on "
                                  "contributing factors and lifestyle ask for them."),
                             TextStyle::Control, TextBlock::Ink::Muted};
    padded(nothing_, wxLEFT | wxRIGHT | wxTOP);
    everydayHeading_ = heading("care.everydayHeading", said("Everyday life beside pain"),
                               said("each on its own scale"));
    everyday_ = new TrendRows{this, "care.everyday", said("Everyday life beside pain")};
    padded(everyday_, wxLEFT | wxRIGHT);
    everydayTable_ = nullptr;
    content().AddSpacer(FromDIP(kPad));
}

void CareCard::show(const std::optional<CaseId>& caseId) {
    case_ = caseId;
    Show(caseId.has_value());
    if (case_) {
        reload();
    }
}

void CareCard::reload() {
    view_ = app::carePlan(clinic_, *case_);
    renderItems();
    renderProposals();
    renderFactors();
    renderEveryday();
    relayoutAround(*itemsHeading_);
}

void CareCard::renderItems() {
    std::vector<ListRow> rows;
    for (const app::CareLine& line : view_.items) {
        ListRow row;
        row.title = toWx(line.title);
        row.lines = {toWx(line.dose), toWx(joined({line.when, line.because}, " · "))};
        std::erase(row.lines, wxString{});
        if (line.stopped) {
            row.badge = said("stopped");
        } else if (line.reviewDue) {
            row.badge = said("review is due");
            row.tone = Badge::Tone::Amber;
        }
        rows.push_back(std::move(row));
    }
    fill(*items_, std::move(rows));
    itemsHeading_->set(said("Home-care plan"),
                       view_.items.empty() ? said("nothing agreed on yet") : wxString{});
    adherence_->setText(toWx(view_.adherence));
    adherence_->Show(!view_.adherence.empty());
}

void CareCard::renderProposals() {
    std::vector<ListRow> rows;
    for (const app::CareProposal& proposal : view_.proposals) {
        ListRow row;
        row.title = toWx(proposal.title);
        row.badge = toWx(proposal.evidence);
        // Each on a line of its own, as none of them may be cut off by another.
        row.lines = {toWx(proposal.usual), toWx(proposal.because),
                     toWx(joined(proposal.cautions, "; ")),
                     said("Sources: {1}", {proposal.sources})};
        std::erase(row.lines, wxString{});
        rows.push_back(std::move(row));
    }
    fill(*proposals_, std::move(rows), kMostProposals);
    proposalsHeading_->Show(!view_.proposals.empty());
}

void CareCard::renderFactors() {
    std::vector<ListRow> rows;
    for (const app::FactorLine& factor : view_.factors) {
        ListRow row;
        row.title = toWx(factor.title);
        row.right = toWx(factor.told);
        row.lines = {toWx(factor.evidence)};
        rows.push_back(std::move(row));
    }
    fill(*factors_, std::move(rows));
    factorsHeading_->Show(!view_.factors.empty());
    nothing_->Show(view_.factors.empty() && view_.proposals.empty());
}

void CareCard::renderEveryday() {
    std::vector<TrendRows::Row> rows;
    if (!view_.everyday.empty()) {
        for (const app::MeasureTrend& trend : app::measureTrends(clinic_, *case_)) {
            if (trend.measure.text() == kPainMeasure) {
                TrendRows::Row pain{said("Pain now"), said("of 10"), {}};
                for (const app::ScoredDay& day : trend.days) {
                    pain.days.emplace_back(day.at, day.score);
                }
                rows.push_back(std::move(pain));
            }
        }
    }
    for (const app::EverydayTrend& trend : view_.everyday) {
        rows.push_back({toWx(trend.title), toWx(trend.unit), trend.days});
    }
    // The same as a table: a column for each, a row a day, the newest first.
    const std::string zone = clinic_.profile().timeZone;
    std::map<Date, std::vector<wxString>, std::greater<>> days;
    std::vector<FactTable::Column> columns{{said("Day"), 96, false}};
    for (std::size_t i = 0; i < rows.size(); ++i) {
        columns.push_back({rows[i].label, 70, true});
        for (const auto& [at, value] : rows[i].days) {
            auto& cells = days[app::localDay(at, zone)];
            cells.resize(rows.size());
            cells[i] = wxString::FromCDouble(value);
        }
    }
    FactTable::Rows table;
    for (auto& [day, cells] : days) {
        std::vector<wxString> line{toWx(app::dayText(day))};
        std::ranges::move(cells, std::back_inserter(line));
        table.push_back(std::move(line));
    }
    const bool any = !rows.empty();
    if (everydayTable_) {
        everydayTable_->Destroy();
        everydayTable_ = nullptr;
    }
    if (any) {
        everydayTable_ = new FactTable{this, "care.everydayTable", said("Everyday life"), columns};
        everydayTable_->setRows(std::move(table));
        everydayTable_->growTo(kMostDays);
        content().Insert(content().GetItemCount() - 1, everydayTable_,
                         wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(kPad)));
    }
    everyday_->set(std::move(rows));
    everyday_->Show(any);
    everydayHeading_->Show(any);
}

void CareCard::itemMenu(int row, wxPoint at) {
    const app::CareLine line = view_.items.at(static_cast<std::size_t>(row));
    if (line.stopped) {
        return;
    }
    const auto chosen = showMuscleMenu(
        *items_, at, {{fromWx(said("Change dose or review …")), {}}, {fromWx(said("Stop …")), {}}},
        {}, false);
    if (chosen == 0) {
        changeItem(line);
    } else if (chosen == 1) {
        stopItem(line);
    }
}

void CareCard::changeItem(const app::CareLine& line) {
    CareDialog dialog{wxGetTopLevelParent(this),
                      CareDialog::For::Change,
                      line.title,
                      line.because,
                      {.dose = line.dose},
                      [&](const CareDialog::Words& words) {
                          app::changeCare(clinic_, *case_, line.id, words.dose, words.review);
                      }};
    if (dialog.ShowModal() == wxID_OK) {
        reload();
    }
}

void CareCard::stopItem(const app::CareLine& line) {
    CareDialog dialog{wxGetTopLevelParent(this),
                      CareDialog::For::Stop,
                      line.title,
                      {},
                      {},
                      [&](const CareDialog::Words& words) {
                          app::stopCare(clinic_, *case_, line.id, words.reason);
                      }};
    if (dialog.ShowModal() == wxID_OK) {
        reload();
    }
}

void CareCard::agreeOn(int row) {
    const app::CareProposal proposal = view_.proposals.at(static_cast<std::size_t>(row));
    CareDialog dialog{wxGetTopLevelParent(this),
                      CareDialog::For::Agree,
                      proposal.title,
                      joined(proposal.cautions, "; "),
                      {.dose = proposal.usual},
                      [&](const CareDialog::Words& words) {
                          app::agree(clinic_, *case_, proposal.item, words.dose, words.review,
                                     proposal.factors);
                      }};
    if (dialog.ShowModal() == wxID_OK) {
        reload();
    }
}

} // namespace palpate::gui
