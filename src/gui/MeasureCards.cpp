// SPDX-License-Identifier: MIT
#include "gui/MeasureCards.h"

#include "gui/Accessible.h"
#include "gui/Card.h"
#include "gui/FactTable.h"
#include "gui/MapGround.h"
#include "gui/Phrases.h"
#include "gui/PictureView.h"
#include "gui/SectionHeading.h"
#include "gui/TextBlock.h"
#include "gui/Theme.h"

#include <wx/sizer.h>

#include <algorithm>
#include <utility>

namespace palpate::gui {

namespace {

constexpr int kGap = 14;         ///< DIP between cards
constexpr int kMostRows = 5;     ///< of the table in sight
constexpr int kTableWidth = 178; ///< DIP

} // namespace

MeasureCards::MeasureCards(wxWindow* parent)
    : wxPanel{parent,
              wxID_ANY,
              wxDefaultPosition,
              wxDefaultSize,
              wxTAB_TRAVERSAL | wxBORDER_NONE,
              "measures"},
      column_{new wxBoxSizer{wxVERTICAL}} {
    dressAsPage(*this);
    SetSizer(column_);
}

bool MeasureCards::isShown(const std::vector<app::MeasureTrend>& trends) const {
    return std::ranges::equal(trends, trends_,
                              [](const app::MeasureTrend& a, const app::MeasureTrend& b) {
                                  return a.measure == b.measure && a.days == b.days &&
                                         a.sentence == b.sentence && a.sources == b.sources;
                              });
}

void MeasureCards::render(std::vector<app::MeasureTrend> trends) {
    if (isShown(trends)) {
        return;
    }
    for (Card* const card : cards_) {
        card->Destroy();
    }
    cards_.clear();
    column_->Clear();
    trends_ = std::move(trends);
    for (std::size_t i = 0; i < trends_.size(); ++i) {
        add(i);
    }
    Layout();
}

void MeasureCards::add(std::size_t index) {
    const app::MeasureTrend& trend = trends_[index];
    const wxString name = wxString::Format("measure%zu", index);
    auto* card = new Card{this, name};
    card->content().Add(
        new SectionHeading{card, name + ".heading", toWx(trend.name), toWx(trend.direction)},
        wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(6)));
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    auto* picture = new PictureView{card, name + ".picture", {200, 110}};
    picture->setMake([this, index](double width, double height) {
        return app::trendPicture(trends_.at(index), width, height, groundNow());
    });
    setAccessible(*picture, Role::Drawing, toWx(trend.name), toWx(trend.sentence));
    row->Add(picture, wxSizerFlags{1}.Expand());
    auto* table = new FactTable{card,
                                name + ".table",
                                said("Scores: {1}", {trend.name}),
                                {{said("Day"), 92, false}, {said("Score"), 70, true}}};
    FactTable::Rows rows;
    for (auto day = trend.days.rbegin(); day != trend.days.rend(); ++day) {
        rows.push_back({toWx(day->day), toWx(day->text)});
    }
    table->setRows(std::move(rows));
    table->growTo(kMostRows);
    table->SetMinSize({textPx(*this, kTableWidth), table->GetMinSize().y});
    row->Add(table, wxSizerFlags{}.Top().Border(wxLEFT, FromDIP(10)));
    card->content().Add(row, wxSizerFlags{}.Expand());
    auto sentence = trend.sentence.empty() ? said("Scored once: a second score shows a change.")
                                           : toWx(trend.sentence);
    sentence = sentence.Left(1).Upper() + sentence.Mid(1); // in reports it follows other words
    card->content().Add(new TextBlock{card, name + ".sentence", sentence, TextStyle::BodyStrong},
                        wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(8)));
    if (!trend.sources.empty()) {
        card->content().Add(new TextBlock{card, name + ".sources",
                                          said("Sources: {1}", {trend.sources}), TextStyle::Small,
                                          TextBlock::Ink::Muted},
                            wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(3)));
    }
    column_->Add(card, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(kGap)));
    cards_.push_back(card);
}

} // namespace palpate::gui
