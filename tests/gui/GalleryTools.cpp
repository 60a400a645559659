// SPDX-License-Identifier: MIT
#include "gui/GalleryTools.h"

#include "gui/CandidateList.h"
#include "gui/MuscleTree.h"
#include "gui/PaintedControl.h"
#include "gui/SectionHeading.h"
#include "gui/Words.h"

#include <wx/sizer.h>

namespace palpate::guitest {

using namespace palpate::gui;

namespace {

[[nodiscard]] drawing::Picture swatch(int which) {
    drawing::Picture picture{5.2, 3.6, {}, {}};
    const drawing::Colour ink = drawing::rgb(0xB45309);
    const auto rect = std::make_shared<const drawing::Path>(
        drawing::Path{{{{{0, 0}, {5.2, 0}, {5.2, 3.6}, {0, 3.6}}, true}}});
    picture.shapes.emplace_back(drawing::PathShape{rect, drawing::rgb(0xF5D58A, 140), {}});
    auto lines = std::make_shared<drawing::Path>();
    for (double x = -4; x < 6; x += 1 + 0.2 * which) {
        lines->contours.push_back({{{x, 3.6}, {x + (which % 3) * 1.5, 0}}, false});
    }
    picture.shapes.emplace_back(drawing::PathShape{lines, {}, drawing::Stroke{ink, 0.25, {}}});
    return picture;
}

} // namespace

PainBar* galleryPainBar(wxWindow* parent) {
    std::vector<PainSwatch> qualities;
    const char* words[] = {"Ache",     "Sharp",     "Burning",  "Numbness",
                           "Tingling", "Stiffness", "Radiating"};
    for (std::size_t i = 0; i < kPainQualities.size(); ++i) {
        qualities.push_back({kPainQualities.at(i), words[i], swatch(static_cast<int>(i))});
    }
    auto* bar = new PainBar{parent, "pain.bar", std::move(qualities)}; // taken by the parent
    PainSettings settings;
    settings.quality = PainQuality::Burning;
    settings.intensity = 6;
    settings.depth = PainDepth::Deep;
    settings.brush = 14;
    bar->set(settings);
    bar->enableActions(true, true);
    return bar;
}

QuickLine* galleryQuickLine(wxWindow* map) {
    auto* line = new QuickLine{map, "quick", "Quick line", "r ql 6 a"}; // taken by the map
    line->complete = [](const std::string&) {
        return std::vector<QuickChoice>{{"right gluteus maximus", "layer 1", {}},
                                        {"right gluteus medius", "layer 2", {}},
                                        {"right gluteus minimus", "layer 3", {}}};
    };
    line->onEnter = [line](const std::string& text, std::optional<std::size_t> chosen) {
        if (chosen) {
            return QuickAnswer{true, {}, {}};
        }
        return QuickAnswer{false, "\"" + text + "\" can be one of three muscles: which one?",
                           line->complete(text)};
    };
    return line;
}

wxWindow* galleryTools(wxWindow* parent) {
    auto* right = new wxPanel{parent};
    dressAsPanel(*right);
    right->SetMinSize(wxSize{textPx(*right, 440), -1});
    auto* column = new wxBoxSizer{wxVERTICAL};
    column->Add(new SectionHeading{right, "h.suggested", "Could come from", "rule and limits"}, 0,
                wxEXPAND | wxALL, 12);
    auto* list = new CandidateList{right, "candidates"};
    list->setHeader("Muscles whose usual referral covers what was drawn.");
    list->setFootnote(toWx("48 points share their essential zone with others. Usual, never must."));
    list->set(
        {{1,
          false,
          "R quadratus lumborum, superficial upper",
          0.82,
          "82 % of the drawing · 61 % of its zone",
          {{"found", Badge::Tone::Teal}, {"treated", Badge::Tone::Neutral}},
          "Its usual pain lies along the iliac crest and the outer hip, where most was drawn.",
          true,
          {}},
         {2,
          true,
          "R gluteus medius, TrP1",
          0.44,
          "44 % of the drawing · 70 % of its zone",
          {},
          "Its usual pain lies over the sacroiliac joint.",
          true,
          {}},
         {2,
          true,
          "R multifidus, L5",
          0.44,
          "44 % of the drawing · 70 % of its zone",
          {},
          "Same zone as the point above.",
          false,
          {}}});
    list->setCurrent(0);
    column->Add(list, 1, wxEXPAND);
    auto* tree = new MuscleTree{right, "muscles", toWx("Find a muscle …")};
    tree->setMuscles({{"quadratus_lumborum", "Low back", "Quadratus lumborum", "4 deepest", {"QL"}},
                      {"multifidus", "Low back", "Multifidus", "4 deepest", {"MF"}},
                      {"iliocostalis_lumborum", "Low back", "Iliocostalis lumborum", "2", {}},
                      {"gluteus_maximus", "Hip", "Gluteus maximus", "1 superficial", {"GMax"}},
                      {"gluteus_medius", "Hip", "Gluteus medius", "2 intermediate", {"GMed"}},
                      {"piriformis", "Hip", "Piriformis", "3 deep", {"PF"}},
                      {"procerus", "Head", "Procerus", "1 superficial", {}, false}});
    tree->setPoints({{"quadratus_lumborum", Side::Right, "a", "1 · active, 6"},
                     {"gluteus_medius", Side::Right, "b", "2 · latent, 4"}});
    tree->selectPoint("a");
    column->Add(tree, 1, wxEXPAND);
    right->SetSizer(column);
    return right;
}

} // namespace palpate::guitest
