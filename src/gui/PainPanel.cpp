// SPDX-License-Identifier: MIT
#include "gui/PainPanel.h"

#include "app/Words.h"
#include "gui/Bar.h"
#include "gui/CandidateList.h"
#include "gui/MapGround.h"
#include "gui/PainBar.h"
#include "gui/Phrases.h"
#include "gui/PillButton.h"
#include "gui/RowList.h"
#include "gui/SectionHeading.h"
#include "gui/TextBlock.h"
#include "gui/Theme.h"

#include <wx/sizer.h>

#include <algorithm>
#include <array>

namespace palpate::gui {

namespace {

constexpr int kVisibleAreas = 3;
constexpr std::array kPaintTools{app::PainTool::Brush, app::PainTool::Polygon,
                                 app::PainTool::Erase};

/// How each quality looks on the map: an area as large as the swatch.
[[nodiscard]] std::vector<PainSwatch> swatches() {
    constexpr double kWidth = 5;
    constexpr double kHeight = 3.5;
    std::vector<PainSwatch> all;
    for (const PainQuality quality : kPainQualities) {
        drawing::MapArea area;
        area.view = View::Posterior;
        area.quality = quality;
        area.shape = {{{{0.2, 0.2},
                        {kWidth - 0.2, 0.2},
                        {kWidth - 0.2, kHeight - 0.2},
                        {0.2, kHeight - 0.2}}}};
        if (quality == PainQuality::Radiating) {
            area.arrows = {{{0.8, kHeight / 2}, {kWidth - 0.8, kHeight / 2}}};
        }
        const drawing::MapWindow window{
            View::Posterior, {}, {0, 0, kWidth, kHeight}, kWidth, kHeight};
        all.push_back({quality, fromWx(said(app::painWord(quality).c_str())),
                       drawing::areaPicture(std::span{&area, 1}, window, groundNow())});
    }
    return all;
}

} // namespace

PainPanel::PainPanel(wxWindow* parent)
    : wxPanel{parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxBORDER_NONE,
              "pain"} {
    dressAsPanel(*this);
    build();
    Bind(wxEVT_SYS_COLOUR_CHANGED, [this](wxSysColourChangedEvent& event) {
        tools_->setSwatches(swatches());
        event.Skip();
    });
}

void PainPanel::build() {
    auto* column = new wxBoxSizer{wxVERTICAL};
    auto* header = new Bar{this, "pain.header", wxBOTTOM};
    auto* line = new wxBoxSizer{wxHORIZONTAL};
    title_ = new TextBlock{header, "pain.title", said("Where it hurts"), TextStyle::Heading};
    title_->setSingleLine();
    line->Add(title_, wxSizerFlags{1}.CentreVertical().Border(wxLEFT, FromDIP(18)));
    done_ = new PillButton{header, "pain.done", said("Back to the points"),
                           PillButton::Kind::Secondary, PillButton::Size::Compact};
    done_->onClick = [this] {
        if (onDone) {
            onDone();
        }
    };
    line->Add(done_, wxSizerFlags{}.CentreVertical().Border(wxRIGHT, FromDIP(18)));
    header->SetSizer(line);
    header->SetMinSize(FromDIP(wxSize{-1, 46}));
    column->Add(header, wxSizerFlags{}.Expand());
    buildTools(*column);
    const auto flags = wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(18));
    message_ =
        new TextBlock{this, "pain.message", {}, TextStyle::SmallStrong, TextBlock::Ink::Warning};
    message_->Hide();
    column->Add(message_, wxSizerFlags{flags}.Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(14)));
    hint_ = new TextBlock{this, "pain.hint",
                          said("Draw on the body where the patient feels it. A double click fills "
                               "a whole region; a click on an area chooses it."),
                          TextStyle::Body, TextBlock::Ink::Muted};
    column->Add(hint_, flags);
    copyLast_ = new PillButton{this, "pain.copyLast", said("As drawn last time"),
                               PillButton::Kind::Secondary, PillButton::Size::Compact};
    copyLast_->onClick = [this] {
        if (presenter_) {
            presenter_->pain().copyLast();
        }
    };
    column->Add(copyLast_, wxSizerFlags{}.Border(wxLEFT | wxTOP, FromDIP(18)));
    areasHeading_ = new SectionHeading{this, "pain.areas.heading", said("Drawn")};
    column->Add(areasHeading_, flags);
    areas_ = new RowList{this, "pain.areas", said("Pain areas"), 1};
    areas_->onOpen = [this](int row) {
        if (presenter_) {
            presenter_->pain().select(shown_.areas.at(static_cast<std::size_t>(row)).id);
        }
    };
    column->Add(areas_, wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT, FromDIP(4)));
    candidatesHeading_ = new SectionHeading{this, "pain.candidates.heading",
                                            said("Muscles that usually refer here")};
    column->Add(candidatesHeading_, flags);
    candidates_ = new CandidateList{this, "pain.candidates"};
    candidates_->onShow = [this](int row) {
        if (presenter_) {
            presenter_->pain().showCandidate(static_cast<std::size_t>(row));
            candidates_->setCurrent(row);
        }
    };
    candidates_->onPlace = [this](int row) {
        if (presenter_) {
            presenter_->pain().placeCandidate(static_cast<std::size_t>(row));
        }
    };
    column->Add(candidates_, wxSizerFlags{1}.Expand().Border(wxLEFT | wxRIGHT, FromDIP(8)));
    SetSizer(column);
}

void PainPanel::buildTools(wxBoxSizer& column) {
    tools_ = new PainBar{this, "pain.bar", swatches()};
    tools_->onChange = [this](const PainSettings& now) {
        if (!presenter_) {
            return;
        }
        const app::PainView was = presenter_->view().pain;
        app::PainPainter& painter = presenter_->pain();
        const app::PainTool tool = kPaintTools.at(static_cast<std::size_t>(now.tool));
        if (tool != was.tool) {
            painter.setTool(tool);
        }
        if (now.brush != was.radius) {
            painter.setRadius(now.brush);
        }
        if (now.quality != was.quality) {
            painter.setQuality(now.quality);
        }
        const auto intensity = now.intensity ? PainScore::from(*now.intensity) : std::nullopt;
        if (intensity != was.intensity) {
            painter.setIntensity(intensity);
        }
        if (now.depth != was.depth) {
            painter.setDepth(now.depth);
        }
    };
    tools_->onMirror = [this] {
        if (presenter_ && presenter_->view().pain.selected) {
            presenter_->pain().mirror(*presenter_->view().pain.selected);
        }
    };
    tools_->onDelete = [this] {
        if (presenter_ && presenter_->view().pain.selected) {
            presenter_->pain().remove(*presenter_->view().pain.selected);
        }
    };
    column.Add(tools_, wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT, FromDIP(8)));
}

void PainPanel::open(app::SessionPresenter* presenter) {
    presenter_ = presenter;
    shown_ = {};
}

void PainPanel::render(const app::SessionView& view) {
    bool changed = message_->text() != toWx(view.message);
    if (changed) {
        message_->setText(toWx(view.message));
        message_->Show(!view.message.empty());
    }
    const app::PainView& pain = view.pain;
    renderTools(pain);
    changed = hint_->Show(pain.areas.empty()) || changed;
    changed = copyLast_->Show(pain.canCopyLast) || changed;
    changed = areasHeading_->Show(!pain.areas.empty()) || changed;
    changed = areas_->Show(!pain.areas.empty()) || changed;
    changed = candidates_->Show(!pain.candidates.empty()) || changed;
    changed = candidatesHeading_->Show(!pain.candidates.empty()) || changed;
    if (!(pain.areas == shown_.areas) || pain.total != shown_.total ||
        pain.selected != shown_.selected || pain.painting != shown_.painting) {
        renderAreas(pain);
        changed = true;
    }
    if (!(pain.candidates == shown_.candidates) || pain.candidatesNote != shown_.candidatesNote) {
        renderCandidates(pain);
        changed = true;
    }
    shown_ = pain;
    if (changed) {
        Layout();
    }
}

void PainPanel::renderTools(const app::PainView& pain) {
    PainSettings settings;
    settings.tool = static_cast<PainTool>(
        std::find(kPaintTools.begin(), kPaintTools.end(), pain.tool) - kPaintTools.begin());
    settings.brush = pain.radius;
    settings.quality = pain.quality;
    settings.intensity = pain.intensity ? std::optional{pain.intensity->value()} : std::nullopt;
    settings.depth = pain.depth;
    tools_->set(settings);
    tools_->enableActions(pain.selected.has_value(), pain.selected.has_value());
}

void PainPanel::stepBrush(int by) {
    tools_->stepBrush(by);
}

void PainPanel::renderAreas(const app::PainView& pain) {
    areasHeading_->set(said("Drawn"), toWx(pain.total));
    std::vector<ListRow> rows;
    int chosen = RowList::kNone;
    for (const app::PainAreaRow& area : pain.areas) {
        ListRow row;
        row.title = toWx(area.label);
        row.aside = toWx(area.view);
        row.lines = {toWx(area.regions)};
        row.right = toWx(area.area);
        row.marked = area.selected;
        if (area.selected) {
            chosen = static_cast<int>(rows.size());
        }
        rows.push_back(std::move(row));
    }
    areas_->setRows(std::move(rows));
    areas_->growTo(kVisibleAreas);
    areas_->setCurrent(chosen);
}

void PainPanel::renderCandidates(const app::PainView& pain) {
    std::vector<Candidate> rows;
    for (const app::CandidateRow& candidate : pain.candidates) {
        Candidate row;
        row.rank = candidate.rank;
        row.tied = candidate.shared;
        row.name = candidate.label;
        row.share = candidate.covered;
        if (candidate.treated) {
            row.tags.push_back({fromWx(said("treated")), Badge::Tone::Teal});
        } else if (candidate.found) {
            row.tags.push_back({fromWx(said("found")), Badge::Tone::Amber});
        }
        row.reason = candidate.reason;
        if (!candidate.sources.empty()) {
            row.reason += fromWx(said(" Source: {1}.", {candidate.sources}));
        }
        row.canPlace = candidate.placeable;
        rows.push_back(std::move(row));
    }
    candidates_->setFootnote(toWx(pain.candidatesNote));
    candidates_->set(std::move(rows));
}

} // namespace palpate::gui
