// SPDX-License-Identifier: MIT
#include "gui/PreviewPane.h"

#include "gui/Bar.h"
#include "gui/Card.h"
#include "gui/PagesView.h"
#include "gui/Phrases.h"
#include "gui/PillButton.h"
#include "gui/SegmentedControl.h"
#include "gui/TextBlock.h"

#include <wx/sizer.h>

namespace palpate::gui {

namespace {

constexpr double kZoomStep = 1.2;
constexpr std::size_t kWarningsInSight = 4;

} // namespace

PreviewPane::PreviewPane(wxWindow* parent, const wxString& name)
    : wxPanel{parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxBORDER_NONE,
              name} {
    dressAsPage(*this);
    auto* column = new wxBoxSizer{wxVERTICAL};
    buildTools(*column);
    remark_ = new TextBlock{this, name + ".remark", {}, TextStyle::Small, TextBlock::Ink::Warning};
    remark_->Hide();
    column->Add(remark_, wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(14)));
    warningCard_ = new Card{this, name + ".warningCard", Card::Look::Warning, wxVERTICAL, 10};
    warnings_ = new TextBlock{warningCard_, name + ".warnings", {}, TextStyle::Small};
    warningCard_->content().Add(warnings_, wxSizerFlags{}.Expand());
    warningCard_->Hide();
    column->Add(warningCard_,
                wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(14)));
    nothing_ = new TextBlock{this, name + ".nothing", {}, TextStyle::Body, TextBlock::Ink::Muted};
    nothing_->Hide();
    column->Add(nothing_, wxSizerFlags{}.Expand().Border(wxALL, FromDIP(24)));
    pages_ = new PagesView{this, name + ".pages"};
    pages_->onChange = [this] { render(); };
    column->Add(pages_, wxSizerFlags{1}.Expand());
    SetSizer(column);
    render();
}

void PreviewPane::buildTools(wxSizer& column) {
    auto* bar = new Bar{this, GetName() + ".tools", wxBOTTOM};
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    place_ = new TextBlock{bar, GetName() + ".place", {}, TextStyle::Small, TextBlock::Ink::Muted};
    row->Add(place_, wxSizerFlags{1}.CentreVertical().Border(wxLEFT, FromDIP(14)));
    const auto button = [&](const wxString& name, const wxString& sign, const wxString& words,
                            double factor) {
        auto* made = new PillButton{bar, GetName() + name, sign, PillButton::Kind::Secondary,
                                    PillButton::Size::Compact};
        made->setWords(words);
        made->onClick = [this, factor] { pages_->zoomBy(factor); };
        row->Add(made, wxSizerFlags{}.CentreVertical().Border(wxLEFT, FromDIP(6)));
        return made;
    };
    smaller_ = button(".smaller", wxString::FromUTF8("−"), said("Smaller"), 1 / kZoomStep);
    larger_ = button(".larger", "+", said("Larger"), kZoomStep);
    fit_ = new SegmentedControl{
        bar, GetName() + ".fit", said("Size of the pages"), {said("Width"), said("Whole page")}};
    fit_->onChange = [this](int which) {
        pages_->setFit(which == 0 ? PagesView::Fit::Width : PagesView::Fit::Page);
        render();
    };
    row->Add(fit_, wxSizerFlags{}.CentreVertical().Border(wxLEFT | wxRIGHT, FromDIP(10)));
    auto* padded = new wxBoxSizer{wxVERTICAL};
    padded->Add(row, wxSizerFlags{1}.Expand().Border(wxTOP | wxBOTTOM, FromDIP(6)));
    bar->SetSizer(padded);
    column.Add(bar, wxSizerFlags{}.Expand());
}

void PreviewPane::show(app::ReportPages made, bool keepsPlace) {
    wxString words;
    for (std::size_t i = 0; i < made.warnings.size() && i < kWarningsInSight; ++i) {
        words += (i > 0 ? "\n" : "") + said(made.warnings[i]);
    }
    if (made.warnings.size() > kWarningsInSight) {
        words +=
            "\n" + said("and {1} more", {std::to_string(made.warnings.size() - kWarningsInSight)});
    }
    warnings_->setText(words);
    warningCard_->Show(!made.warnings.empty());
    nothing_->Hide();
    pages_->Show();
    pages_->setPages(std::move(made.pages), keepsPlace);
    Layout();
    render();
}

void PreviewPane::showNothing(const wxString& why) {
    pages_->setPages({});
    pages_->Hide();
    warningCard_->Hide();
    nothing_->setText(why);
    nothing_->Show(!why.empty());
    Layout();
    render();
}

void PreviewPane::remark(const wxString& sentence) {
    if (remark_->text() == sentence) {
        return;
    }
    remark_->setText(sentence);
    remark_->Show(!sentence.empty());
    Layout();
}

void PreviewPane::render() {
    const std::size_t count = pages_->count();
    place_->setText(count == 0 ? wxString{}
                               : said("Page {1} of {2} · {3} %",
                                      {std::to_string(pages_->current() + 1), std::to_string(count),
                                       std::to_string(wxRound(pages_->zoom() * 100))}));
    fit_->select(pages_->fit() == PagesView::Fit::Width  ? 0
                 : pages_->fit() == PagesView::Fit::Page ? 1
                                                         : SegmentedControl::kNone);
    for (PillButton* const each : {smaller_, larger_}) {
        each->Enable(count > 0);
    }
}

} // namespace palpate::gui
