// SPDX-License-Identifier: MIT
// Every control and the canvas in one window, arranged as on the Chart screen, to look at in each
// scale and theme.
//   gallery [--shot FILE] [--states | --tools] [--theme light|dark|contrast]
//   --states shows the rarer looks instead, --tools those of the body map; --shot saves the screen
//   and ends
#include "atlas/BodyMap.h"
#include "drawing/BodyMapPicture.h"
#include "drawing/MapMarks.h"
#include "gui/Badge.h"
#include "gui/Card.h"
#include "gui/ChipGroup.h"
#include "gui/GalleryTools.h"
#include "gui/HoldTimer.h"
#include "gui/MapCanvas.h"
#include "gui/NavButton.h"
#include "gui/NoteEditor.h"
#include "gui/PillButton.h"
#include "gui/PlaceMenu.h"
#include "gui/ScoreStrip.h"
#include "gui/SearchField.h"
#include "gui/SectionHeading.h"
#include "gui/SegmentedControl.h"
#include "gui/Theme.h"
#include "gui/Words.h"

#include <wx/app.h>
#include <wx/dcclient.h>
#include <wx/frame.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/timer.h>
#include <wx/utils.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace {

using namespace palpate;
using namespace palpate::gui;

[[nodiscard]] wxString u8(const char* text) {
    return wxString::FromUTF8(text);
}

wxStaticText* words(wxWindow* parent, const char* text, TextStyle style, bool muted = false) {
    auto* label = new wxStaticText{parent, wxID_ANY, u8(text)};
    label->SetFont(font(style));
    label->SetForegroundColour(muted ? palette().muted : palette().ink);
    return label;
}

/// A bar with a hairline on one side.
wxPanel* bar(wxWindow* parent, wxDirection line) {
    auto* panel = new wxPanel{parent};
    dressAsPanel(*panel);
    panel->Bind(wxEVT_PAINT, [panel, line](wxPaintEvent&) {
        wxPaintDC dc{panel};
        const wxSize size = panel->GetClientSize();
        dc.SetPen(palette().hairline);
        if (line == wxBOTTOM) {
            dc.DrawLine(0, size.y - 1, size.x, size.y - 1);
        } else if (line == wxTOP) {
            dc.DrawLine(0, 0, size.x, 0);
        } else if (line == wxRIGHT) {
            dc.DrawLine(size.x - 1, 0, size.x - 1, size.y);
        } else {
            dc.DrawLine(0, 0, 0, size.y);
        }
    });
    return panel;
}

enum class Column { Session, States, Tools };

class Gallery : public wxFrame {
public:
    Gallery(Column right, bool bare)
        : wxFrame{nullptr,       wxID_ANY,      "Palpate gallery",
                  wxPoint{0, 0}, wxDefaultSize, bare ? wxBORDER_NONE : wxDEFAULT_FRAME_STYLE},
          shapes_{atlas::BodyMap::load(PALPATE_ATLAS_FILE)} {
        dressAsPage(*this);
        auto* all = new wxBoxSizer{wxVERTICAL};
        all->Add(patientBar(), 0, wxEXPAND);
        auto* below = new wxBoxSizer{wxHORIZONTAL};
        below->Add(rail(), 0, wxEXPAND);
        below->Add(map(right == Column::Tools), 1, wxEXPAND);
        below->Add(right == Column::States  ? statesColumn()
                   : right == Column::Tools ? guitest::galleryTools(this)
                                            : session(),
                   0, wxEXPAND);
        all->Add(below, 1, wxEXPAND);
        SetSizer(all);
        Layout();
        SetClientSize(1440, 900);
        canvas_->showBody({180, 640, 360, 280});
    }

private:
    wxWindow* patientBar() {
        wxPanel* top = bar(this, wxBOTTOM);
        top->SetMinSize(FromDIP(wxSize{-1, dip::kTopBar}));
        auto* row = new wxBoxSizer{wxHORIZONTAL};
        auto* product = words(top, "Palpate", TextStyle::Name);
        product->SetForegroundColour(palette().accentText);
        row->Add(product, 0, wxALIGN_CENTRE_VERTICAL | wxLEFT, 16);
        auto* search = new SearchField{top, "search", u8("Find anything …"), "Ctrl K"};
        search->SetMinSize(FromDIP(wxSize{230, 34}));
        row->Add(search, 0, wxALIGN_CENTRE_VERTICAL | wxLEFT, 14);
        row->Add(words(top, "Ana Kovács", TextStyle::Name), 0, wxALIGN_CENTRE_VERTICAL | wxLEFT,
                 14);
        row->Add(words(top, "46 y · female", TextStyle::Body, true), 0,
                 wxALIGN_CENTRE_VERTICAL | wxLEFT, 14);
        row->Add(new Badge{top, "badge.case", "Low back pain, right"}, 0,
                 wxALIGN_CENTRE_VERTICAL | wxLEFT, 14);
        row->Add(
            new Badge{top, "badge.caution", "Anticoagulant", Badge::Tone::Amber, Icon::Warning}, 0,
            wxALIGN_CENTRE_VERTICAL | wxLEFT, 14);
        row->Add(new Badge{top, "badge.flag", u8("Numb right foot · referred 12 Oct"),
                           Badge::Tone::Red, Icon::Flag},
                 0, wxALIGN_CENTRE_VERTICAL | wxLEFT, 14);
        row->AddStretchSpacer();
        row->Add(words(top, "D. Okafor", TextStyle::Body, true), 0,
                 wxALIGN_CENTRE_VERTICAL | wxRIGHT, 12);
        row->Add(new PillButton{top, "lock", "Lock", PillButton::Kind::Secondary,
                                PillButton::Size::Compact},
                 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, 14);
        top->SetSizer(row);
        return top;
    }

    wxWindow* rail() {
        wxPanel* left = bar(this, wxRIGHT);
        left->SetMinSize(FromDIP(wxSize{dip::kRail, -1}));
        auto* column = new wxBoxSizer{wxVERTICAL};
        column->AddSpacer(10);
        const std::pair<Icon, const char*> places[] = {
            {Icon::Person, "Overview"}, {Icon::Pen, "Chart"},       {Icon::Clock, "History"},
            {Icon::Page, "Documents"},  {Icon::Checklist, "Forms"}, {Icon::People, "Patients"},
            {Icon::Gear, "Clinic"}};
        for (const auto& [icon, text] : places) {
            auto* button = new NavButton{left, wxString{"nav."} + text, icon, text};
            button->setSelected(icon == Icon::Pen);
            column->Add(button, 0, wxALIGN_CENTRE | wxBOTTOM, 4);
        }
        left->SetSizer(column);
        return left;
    }

    drawing::Ground ground() const {
        return isHighContrast() ? drawing::Ground::HighContrast
               : isDark()       ? drawing::Ground::Dark
                                : drawing::Ground::Light;
    }

    wxWindow* map(bool withTools) {
        auto* side = new wxPanel{this};
        auto* column = new wxBoxSizer{wxVERTICAL};
        wxPanel* tools = bar(side, wxBOTTOM);
        tools->SetMinSize(FromDIP(wxSize{-1, 46}));
        auto* row = new wxBoxSizer{wxHORIZONTAL};
        auto* views = new SegmentedControl{
            tools, "views", "View", {"Front", "Back", "Left", "Right", "Soles"}};
        views->select(1);
        auto* layers = new SegmentedControl{
            tools, "layers", "Layer", {"Skin", "1", "2", "3", "4 deepest", "Bones"}};
        layers->select(4);
        auto* tool = new SegmentedControl{tools, "tool", "Tool", {"Point", "Pain"}};
        auto* undo = new SegmentedControl{
            tools, "undo", "Undo", {u8("↶"), u8("↷")}, SegmentedControl::Kind::Buttons};
        row->Add(views, 0, wxALIGN_CENTRE_VERTICAL | wxLEFT, 12);
        row->Add(layers, 0, wxALIGN_CENTRE_VERTICAL | wxLEFT, 10);
        row->Add(tool, 0, wxALIGN_CENTRE_VERTICAL | wxLEFT, 10);
        row->AddStretchSpacer();
        row->Add(undo, 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, 12);
        tools->SetSizer(row);
        column->Add(tools, 0, wxEXPAND);
        if (withTools) {
            tool->select(1);
            views->Hide();
            row->Insert(0,
                        new PlaceMenu{tools,
                                      "places",
                                      u8("Go to …"),
                                      {{"Low back", "L"}, {"Neck", "N"}, {"Shoulder, left", "S"}}},
                        0, wxALIGN_CENTRE_VERTICAL | wxLEFT, 12);
            column->Add(guitest::galleryPainBar(side), 0, wxEXPAND);
        }

        const auto& frame = shapes_.map().frame(view_);
        canvas_ = new MapCanvas{side, {0, 0, frame.width, frame.height}, "map"};
        canvas_->base = [this](const MapViewport& v) {
            return drawing::basePicture(shapes_, window(v), style());
        };
        canvas_->overlay = [this](const MapViewport& v) {
            return drawing::overlayPicture(shapes_, window(v), style(), marks(), overlay_);
        };
        canvas_->miniature = [this] {
            const auto& f = shapes_.map().frame(view_);
            const drawing::MapWindow small{
                view_, peel(), {0, 0, f.width, f.height}, f.width / 30.0, f.height / 30.0};
            drawing::MapStyle plain = style();
            plain.fibres = plain.labels = false;
            return drawing::basePicture(shapes_, small, plain);
        };
        canvas_->insets = [this] { return std::vector<MapInset>{{Corner::BottomLeft, legend()}}; };
        canvas_->onHover = [this](drawing::Point at) {
            const atlas::Muscle* muscle = shapes_.map().muscleAt({view_, at.x, at.y}, peel());
            std::optional<drawing::MuscleRef> now;
            if (muscle) {
                now = drawing::MuscleRef{muscle->key, muscle->side, muscle->name};
            }
            if (now != overlay_.hovered) {
                overlay_.hovered = now;
                canvas_->refreshOverlay();
            }
        };
        canvas_->onLeave = [this] {
            overlay_.hovered.reset();
            canvas_->refreshOverlay();
        };
        canvas_->onClick = [this](drawing::Point at) {
            overlay_.marks.push_back(
                mark(at, static_cast<int>(overlay_.marks.size()) + 1, State::Active));
            canvas_->refreshOverlay();
        };
        overlay_.marks = {mark({432, 700}, 1, State::Active), mark({452, 790}, 2, State::Active),
                          mark({424, 850}, 3, State::Latent), mark({476, 840}, 4, State::Latent)};
        overlay_.marks.back().relation = Relation::Satellite;
        drawing::MapMark last = mark({272, 800}, 0, State::Active);
        last.ghost = true;
        last.label = "last time: L gluteus medius";
        overlay_.marks.push_back(last);
        if (const auto key = MuscleKey::from("quadratus_lumborum")) {
            overlay_.selected.push_back({*key, Side::Right, "R quadratus lumborum"});
        }
        views->onChange = [this](int chosen) {
            view_ = kViews.at(static_cast<std::size_t>(chosen));
            const auto& f = shapes_.map().frame(view_);
            canvas_->setFrame({0, 0, f.width, f.height});
        };
        layers->onChange = [this](int chosen) {
            top_ = kLayers.at(static_cast<std::size_t>(chosen));
            canvas_->refreshBase();
        };
        column->Add(canvas_, 1, wxEXPAND);
        if (withTools) {
            canvas_->setBrush(14);
            CallAfter([line = guitest::galleryQuickLine(canvas_)] {
                line->open("r gm 4");
                wxKeyEvent enter{wxEVT_KEY_DOWN};
                enter.m_keyCode = WXK_RETURN;
                line->field().GetEventHandler()->ProcessEvent(enter);
                enter.m_keyCode = WXK_DOWN;
                line->field().GetEventHandler()->ProcessEvent(enter);
            });
        }
        side->SetSizer(column);
        return side;
    }

    atlas::Peel peel() const { return {top_, false}; }
    drawing::MapStyle style() const {
        drawing::MapStyle s;
        s.ground = ground();
        return s;
    }
    drawing::MarkStyle marks() const {
        drawing::MarkStyle s;
        s.ground = ground();
        s.diameter = 8;
        s.textSize = 4.2;
        return s;
    }
    drawing::MapWindow window(const MapViewport& v) const {
        return {view_, peel(), v.body, v.width, v.height};
    }
    drawing::MapMark mark(drawing::Point at, int number, State state) const {
        drawing::MapMark m;
        m.at = {view_, at.x, at.y};
        m.number = number;
        m.state = state;
        return m;
    }
    drawing::Picture legend() const {
        drawing::MarkStyle s;
        s.ground = ground();
        s.diameter = 3.4;
        s.textSize = 3.2;
        std::vector<drawing::LegendEntry> entries;
        const std::pair<State, const char*> states[] = {
            {State::Active, "active"}, {State::Latent, "latent"}, {State::Resolved, "resolved"}};
        for (const auto& [state, word] : states) {
            drawing::MapMark m;
            m.state = state;
            entries.push_back({m, word});
        }
        drawing::MapMark ghost;
        ghost.state = State::Active;
        ghost.ghost = true;
        entries.push_back({ghost, "last session"});
        return drawing::markLegend(entries, 75, s);
    }

    wxWindow* session() {
        wxPanel* right = bar(this, wxLEFT);
        right->SetMinSize(wxSize{textPx(*right, 508), -1});
        auto* column = new wxBoxSizer{wxVERTICAL};
        auto* title = new wxBoxSizer{wxHORIZONTAL};
        title->Add(words(right, "Session 7 · Mon 23 Nov 2026", TextStyle::Heading), 1,
                   wxALIGN_CENTRE_VERTICAL);
        title->Add(new Badge{right, "badge.saved", u8("Draft · saved 10:42"), Badge::Tone::Teal}, 0,
                   wxALIGN_CENTRE_VERTICAL);
        column->Add(title, 0, wxEXPAND | wxLEFT | wxRIGHT | wxTOP, 12);
        auto* scroll = new wxScrolledWindow{right};
        dressAsPanel(*scroll);
        scroll->SetScrollRate(0, 12);
        scroll->SetSizer(entries(scroll));
        column->Add(scroll, 1, wxEXPAND | wxTOP | wxLEFT, 10);
        wxPanel* foot = bar(right, wxTOP);
        auto* buttons = new wxBoxSizer{wxHORIZONTAL};
        buttons->Add(new PillButton{foot, "plan", "Plan & home care"}, 0, wxALL, 8);
        buttons->Add(words(foot, "2 of 4 points treated · 41 s charting", TextStyle::Body, true), 1,
                     wxALIGN_CENTRE_VERTICAL);
        buttons->Add(new PillButton{foot, "sign", u8("Sign …"), PillButton::Kind::Primary}, 0,
                     wxALL, 8);
        foot->SetSizer(buttons);
        column->Add(foot, 0, wxEXPAND | wxLEFT, 1);
        right->SetSizer(column);
        return right;
    }

    wxSizer* entries(wxWindow* parent) {
        auto* column = new wxBoxSizer{wxVERTICAL};
        const int sides = wxEXPAND | wxLEFT | wxRIGHT;
        column->Add(new SectionHeading{parent, "h.subjective", "Subjective", "dashed = last time"},
                    0, sides, 8);
        auto* pain = new ScoreStrip{parent, "pain", "Pain now"};
        pain->setLabelWidth(70);
        pain->setValue(3);
        pain->setLastTime(4);
        column->Add(pain, 0, sides | wxTOP, 6);
        auto* change = new ChipGroup{parent,
                                     "change",
                                     "Since last time",
                                     ChipGroup::Kind::Single,
                                     {{"Worse"}, {"Same"}, {"Better"}, {"Gone"}}};
        change->setState(2, ChipState::On);
        column->Add(change, 0, sides | wxTOP, 6);
        column->Add(words(parent, "slept 7 h · stress 4 · sat 6 h · stretches 5 of 7 days",
                          TextStyle::Small, true),
                    0, sides | wxTOP, 8);
        auto* points = new wxBoxSizer{wxHORIZONTAL};
        points->Add(new SectionHeading{parent, "h.points", "Trigger points"}, 1,
                    wxALIGN_CENTRE_VERTICAL);
        points->Add(new PillButton{parent, "unchanged", u8("all unchanged ⏎"),
                                   PillButton::Kind::Quiet, PillButton::Size::Compact},
                    0, wxALIGN_CENTRE_VERTICAL);
        column->Add(points, 0, sides | wxTOP, 8);

        auto* opened = new Card{parent, "point.1", Card::Look::Soft, wxVERTICAL, 8};
        auto* before = new ScoreStrip{opened, "before", "before"};
        before->setLabelWidth(52);
        before->setValue(6);
        before->setLastTime(7);
        opened->content().Add(before, 0, wxEXPAND);
        auto* signs = new ChipGroup{
            opened,
            "signs",
            "Signs",
            ChipGroup::Kind::Signs,
            {{"Taut band"}, {"Tender spot"}, {"Refers"}, {"Recognised"}, {"Twitch"}, {"Jump"}},
            ChipGroup::Size::Compact};
        for (int i = 0; i < 4; ++i) {
            signs->setState(i, ChipState::On);
        }
        signs->setState(5, ChipState::Absent);
        opened->content().Add(signs, 0, wxEXPAND | wxTOP, 6);
        opened->content().Add(words(opened,
                                    "Signs say active: 3 of 3 Delphi criteria, pain recognised",
                                    TextStyle::Tiny, true),
                              0, wxTOP, 6);
        auto* technique =
            new ChipGroup{opened,
                          "technique",
                          "Technique",
                          ChipGroup::Kind::Single,
                          {{"Pressure release"}, {"MFR"}, {"PIR"}, {"Dry needling"}, {"+", true}},
                          ChipGroup::Size::Compact};
        technique->setState(0, ChipState::On);
        opened->content().Add(technique, 0, wxEXPAND | wxTOP, 6);
        auto* dose = new wxBoxSizer{wxHORIZONTAL};
        auto* timer = new HoldTimer{opened, "timer", "Held"};
        timer->setTarget(std::chrono::seconds{60});
        timer->start();
        dose->Add(timer, 0, wxALIGN_CENTRE_VERTICAL);
        dose->AddStretchSpacer();
        auto* after = new ScoreStrip{opened, "after", "after", ScoreStrip::Size::Compact};
        after->setValue(3);
        dose->Add(after, 0, wxALIGN_CENTRE_VERTICAL);
        opened->content().Add(dose, 0, wxEXPAND | wxTOP, 6);
        column->Add(opened, 0, sides | wxTOP, 6);

        column->Add(new SectionHeading{parent, "h.objective", "Objective",
                                       u8("composed from the entries · edit freely")},
                    0, sides | wxTOP, 10);
        auto* objective = new NoteEditor{parent, "objective", "Objective"};
        objective->set(u8("Active trigger point in the right quadratus lumborum (tenderness 6/10, "
                          "was 7; 3 after "
                          "pressure release) reproducing the recognised buttock pain; right "
                          "gluteus medius active "
                          "(5/10, was 6). Left gluteus medius no longer tender. Lumbar "
                          "side-bending right 22° (was "
                          "17°)."),
                       NoteEditor::Origin::Composed);
        column->Add(objective, 0, sides | wxTOP, 8);
        auto* plan = new NoteEditor{parent, "plan.text", "Plan", "What is planned", 1};
        plan->set("Re-test side-bending; ask about lifting at work.", NoteEditor::Origin::Copied);
        column->Add(plan, 0, sides | wxTOP, 8);
        return column;
    }

    wxWindow* statesColumn() {
        wxPanel* right = bar(this, wxLEFT);
        right->SetMinSize(wxSize{textPx(*right, 508), -1});
        auto* column = new wxBoxSizer{wxVERTICAL};
        const auto add = [column](wxWindow* window) {
            column->Add(window, 0, wxEXPAND | wxALL, 8);
        };
        const auto addNatural = [column](wxWindow* window) { column->Add(window, 0, wxALL, 8); };
        add(new SectionHeading{right, "h1", "Buttons", "large, regular, compact"});
        auto* start = new PillButton{right, "b1", "Start session 7", PillButton::Kind::Primary,
                                     PillButton::Size::Large};
        start->setKeyHint("F2");
        add(start);
        auto* row = new wxBoxSizer{wxHORIZONTAL};
        for (const auto kind :
             {PillButton::Kind::Primary, PillButton::Kind::Secondary, PillButton::Kind::Quiet}) {
            auto* off = new PillButton{right, "off", "Disabled", kind};
            off->Disable();
            row->Add(off, 0, wxRIGHT, 8);
        }
        auto* withIcon = new PillButton{right, "icon", "Add patient", PillButton::Kind::Primary};
        withIcon->setIcon(Icon::Plus);
        row->Add(withIcon);
        column->Add(row, 0, wxALL, 8);
        auto* score = new ScoreStrip{right, "score.focus", "Focused, same as last"};
        score->setValue(4);
        score->setLastTime(4);
        add(score);
        auto* off = new ScoreStrip{right, "score.off", "Disabled"};
        off->setValue(2);
        off->Disable();
        add(off);
        auto* segments =
            new SegmentedControl{right, "seg.off", "Disabled", {"One", "Two", "Three"}};
        segments->enableSegment(2, false);
        addNatural(segments);
        auto* chips = new ChipGroup{right,
                                    "chips.off",
                                    "Disabled",
                                    ChipGroup::Kind::Signs,
                                    {{"Present"}, {"Absent"}, {"Not assessed"}}};
        chips->setState(0, ChipState::On);
        chips->setState(1, ChipState::Absent);
        chips->Disable();
        add(chips);
        auto* card = new Card{right, "card", Card::Look::Raised};
        card->content().Add(new SectionHeading{card, "h2", "Raised card", "hint"}, 0, wxEXPAND);
        card->content().Add(words(card, "Low back pain, right", TextStyle::BodyStrong));
        add(card);
        auto* chosen = new Card{right, "card2", Card::Look::Chosen, wxVERTICAL, 10};
        chosen->content().Add(words(chosen, "Today", TextStyle::SmallStrong));
        add(chosen);
        auto* note = new NoteEditor{right, "note.empty", "Subjective", "What the patient says", 2};
        add(note);
        auto* timer = new HoldTimer{right, "timer.done", "Held"};
        timer->setTarget(std::chrono::seconds{60});
        timer->setHeld(std::chrono::seconds{75});
        addNatural(timer);
        auto* remark = new SearchField{right, "search.remark", "Search"};
        remark->setRemark("5 of 7 sessions");
        add(remark);
        right->SetSizer(column);
        CallAfter([score] { score->SetFocus(); });
        return right;
    }

    drawing::BodyShapes shapes_;
    View view_ = View::Posterior;
    Layer top_ = Layer::Deepest;
    drawing::MapOverlay overlay_;
    MapCanvas* canvas_ = nullptr;
};

} // namespace

class GalleryApp : public wxApp {
public:
    bool OnInit() override {
        Column right = Column::Session;
        wxString shot;
        for (int i = 1; i < argc; ++i) {
            if (argv[i] == "--states" || argv[i] == "--tools") {
                right = argv[i] == "--states" ? Column::States : Column::Tools;
            }
            if (argv[i] == "--theme" && i + 1 < argc) {
                setThemeChoice(argv[i + 1] == "dark"       ? ThemeChoice::Dark
                               : argv[i + 1] == "contrast" ? ThemeChoice::HighContrast
                                                           : ThemeChoice::Light);
            }
            if (argv[i] == "--shot" && i + 1 < argc) {
                shot = argv[i + 1];
            }
        }
        auto* gallery = new Gallery{right, !shot.empty()}; // closes itself
        gallery->SetClientSize(1440, 900);
        gallery->Show();
        if (!shot.empty()) {
            timer_.Bind(wxEVT_TIMER, [gallery, shot](wxTimerEvent&) {
                wxExecute("import -window root " + shot, wxEXEC_SYNC | wxEXEC_NODISABLE);
                gallery->Close(true);
            });
            timer_.StartOnce(1200);
        }
        return true;
    }

private:
    wxTimer timer_;
};

wxIMPLEMENT_APP(GalleryApp);
