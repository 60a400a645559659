// SPDX-License-Identifier: MIT
#include "gui/FormPane.h"

#include "app/Clinic.h"
#include "app/FormLanguages.h"
#include "app/Prompter.h"
#include "domain/Error.h"
#include "gui/Guarded.h"
#include "gui/PaintedControl.h"
#include "gui/PanelScroller.h"
#include "gui/Phrases.h"
#include "gui/Theme.h"

#include <wx/app.h>
#include <wx/sizer.h>
#include <wx/wupdlock.h>

#include <algorithm>
#include <chrono>
#include <utility>

namespace palpate::gui {

namespace {

constexpr int kColumn = 640;       ///< DIP, its greatest width
constexpr int kLargeColumn = 720;  ///< the same on a screen that was handed over
constexpr int kMargin = 24;        ///< at least so much beside it
constexpr int kGuessedHeight = 78; ///< DIP, of a row that is not made yet
constexpr int kSlice = 8;          ///< milliseconds of making rows between two events
constexpr int kBetweenSlices = 1;  ///< milliseconds
constexpr int kFarStep = 12;       ///< rows that a part of the form has at most before it is cut

} // namespace

/// Holds the rows; laid out by its owner.
class FormPane::Sheet : public wxPanel {
public:
    Sheet(wxWindow* parent, const wxString& name, std::function<void()> layOut)
        : wxPanel{parent,
                  wxID_ANY,
                  wxDefaultPosition,
                  wxDefaultSize,
                  wxTAB_TRAVERSAL | wxBORDER_NONE,
                  name},
          layOut_{std::move(layOut)} {
        Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
            event.Skip();
            layOut_();
        });
    }
    bool Layout() override {
        layOut_();
        return true;
    }

private:
    std::function<void()> layOut_;
};

FormPane::FormPane(wxWindow* parent, const wxString& name, app::Clinic& clinic,
                   app::Prompter& prompter, FormReader reader)
    : wxPanel{parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxBORDER_NONE,
              name},
      clinic_{clinic}, prompter_{prompter} {
    ways_.reader = reader;
    dressAsPanel(*this);
    scroller_ = new PanelScroller{this, name + ".scroller"};
    sheet_ = new Sheet{scroller_, name + ".sheet", [this] { place(); }};
    dressAsPanel(*sheet_);
    auto* inside = new wxBoxSizer{wxVERTICAL};
    inside->Add(sheet_, wxSizerFlags{1}.Expand());
    scroller_->SetSizer(inside);
    auto* whole = new wxBoxSizer{wxVERTICAL};
    whole->Add(scroller_, wxSizerFlags{1}.Expand());
    SetSizer(whole);
    wireWays();
    rest_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { guarded([this] { buildSome(0, kSlice); }); });
    Bind(wxEVT_SYS_COLOUR_CHANGED, [this](wxSysColourChangedEvent& event) {
        dressAsPanel(*this);
        dressAsPanel(*scroller_);
        dressAsPanel(*sheet_);
        event.Skip();
    });
    scroller_->Bind(wxEVT_CHILD_FOCUS, [this](wxChildFocusEvent& event) {
        event.Skip();
        if (!wxGetMouseState().LeftIsDown() && event.GetWindow() != sheet_) {
            bringIntoSight(*event.GetWindow());
        }
    });
}

FormPane::~FormPane() {
    // The rows tell their last words to members of this.
    rest_.Stop();
    form_ = nullptr;
    DestroyChildren();
}

wxWindow* FormPane::sheet() const noexcept {
    return sheet_;
}

void FormPane::wireWays() {
    ways_.knowledge = &clinic_.knowledge();
    ways_.edit = [this](FormRow& row, const FormRowWays::Edit& what) { edit(row, what); };
    ways_.leave = [this](FormRow& row) {
        if (form_ && indexOf(row)) {
            form_->leave(forms::FormPlace{row.view().place});
        }
    };
    ways_.next = [this](FormRow& row) { next(row); };
    ways_.resized = [this] { placeSoon(); };
    ways_.repeat = [this](FormRow& row, bool another) { repeat(row, another); };
    ways_.chooseFile = [this] {
        return prompter_.chooseFile({tr("Choose a file"), {}}, {"pdf", "png", "jpg", "jpeg"});
    };
}

void FormPane::open(app::FormPresenter* form, bool inSteps) {
    rest_.Stop();
    const wxWindowUpdateLocker quiet{this};
    form_ = nullptr; // a row that loses the focus as it goes tells nobody
    for (const Row& row : std::exchange(rows_, {})) {
        if (row.row) {
            retire(row.row);
        }
    }
    form_ = form;
    inSteps_ = inSteps;
    step_ = 0;
    steps_ = 1;
    scroller_->Scroll(0, 0);
    if (form_) {
        form_->onChange = [this] { render(); };
        render();
    }
}

void FormPane::retire(FormRow* row) {
    row->Hide();
    // Its own callback may be running. At the program's end it goes with its parent.
    if (wxTheApp && !wxTheApp->IsScheduledForDestruction(row)) {
        wxTheApp->ScheduleForDestruction(row);
    }
}

void FormPane::numberSteps(std::vector<Row>& rows) {
    steps_ = 1;
    if (!inSteps_) {
        return;
    }
    // A part begins with each outermost section, and where a part without sections grows long.
    std::size_t step = 0;
    int inStep = 0;
    const bool anySection = std::ranges::any_of(rows, [](const Row& row) {
        return row.view.kind == app::FieldKind::Section && row.view.depth == 0;
    });
    for (Row& row : rows) {
        const bool begins = row.view.kind == app::FieldKind::Section && row.view.depth == 0;
        const bool cut = !anySection && inStep >= kFarStep && row.view.depth == 0;
        if ((begins || cut) && inStep > 0) {
            ++step;
            inStep = 0;
        }
        row.step = step;
        const bool asks =
            row.view.kind != app::FieldKind::Note && row.view.place != app::languagePlace();
        inStep += asks ? 1 : 0;
    }
    steps_ = step + 1;
    step_ = std::min(step_, steps_ - 1);
}

void FormPane::render() {
    if (isRendering_) { // what goes away may take the focus along, and its answer comes here
        renderAgain_ = true;
        return;
    }
    isRendering_ = true;
    try {
        do {
            renderAgain_ = false;
            renderOnce();
        } while (renderAgain_);
    } catch (...) {
        isRendering_ = false;
        throw;
    }
    isRendering_ = false;
    if (form_ && onRendered) {
        onRendered();
    }
}

void FormPane::renderOnce() {
    if (!form_) {
        return;
    }
    std::map<forms::FormPlace, Row*> known;
    for (Row& row : rows_) {
        known.emplace(row.view.place, &row);
    }
    std::vector<Row> rows;
    rows.reserve(form_->view().rows.size());
    bool changed = rows_.size() != form_->view().rows.size();
    for (const app::FormRowView& view : form_->view().rows) {
        Row row{view};
        const auto found = known.find(view.place);
        if (found != known.end()) {
            Row& before = *found->second;
            const bool same =
                before.view.kind == view.kind && before.view.readOnly == view.readOnly &&
                before.view.options == view.options && before.view.repeats == view.repeats &&
                before.view.removable == view.removable && before.view.label == view.label &&
                before.view.help == view.help;
            if (same) {
                row.row = std::exchange(before.row, nullptr);
                changed = changed || before.view != view;
            }
        }
        changed = changed || !row.row;
        rows.push_back(std::move(row));
    }
    const std::vector<Row> before = std::exchange(rows_, std::move(rows));
    numberSteps(rows_);
    for (const Row& gone : before) {
        if (gone.row) {
            retire(gone.row);
        }
    }
    for (Row& row : rows_) {
        if (row.row) {
            row.row->render(row.view);
        }
    }
    if (changed) {
        const int inSight = scroller_->GetViewStart().y * FromDIP(PanelScroller::kUnit) +
                            2 * std::max(GetClientSize().y, FromDIP(400));
        buildSome(inSight, 0);
    }
}

void FormPane::build(std::size_t index) {
    Row& row = rows_[index];
    row.row = new FormRow{sheet_, rowName(row.view.place), row.view, ways_};
    row.row->Show(isShown(row));
    // Tab goes in the order of the page.
    for (std::size_t before = index; before-- > 0;) {
        if (rows_[before].row) {
            row.row->MoveAfterInTabOrder(rows_[before].row);
            return;
        }
    }
    const auto& children = sheet_->GetChildren();
    if (children.GetCount() > 1 && children.GetFirst()->GetData() != row.row) {
        row.row->MoveBeforeInTabOrder(children.GetFirst()->GetData());
    }
}

void FormPane::buildSome(int untilY, int milliseconds) {
    const auto begun = std::chrono::steady_clock::now();
    const auto spent = [&] {
        return std::chrono::duration_cast<std::chrono::milliseconds>(
                   std::chrono::steady_clock::now() - begun)
            .count();
    };
    const int width = columnWidth();
    int y = 0;
    bool all = true;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        if (!isShown(rows_[i])) {
            continue; // a part that is not shown is made when it is
        }
        if (!rows_[i].row) {
            const bool now = milliseconds > 0 ? spent() < milliseconds : y < untilY;
            if (!now) {
                all = false;
                break;
            }
            build(i);
        }
        if (milliseconds == 0) {
            y += rows_[i].row->heightFor(width);
        }
    }
    place();
    if (!all) {
        rest_.StartOnce(kBetweenSlices);
    }
}

std::size_t FormPane::builtRows() const noexcept {
    return static_cast<std::size_t>(
        std::ranges::count_if(rows_, [](const Row& row) { return row.row != nullptr; }));
}

int FormPane::columnWidth() const {
    const int most = textPx(*this, ways_.reader == FormReader::Patient ? kLargeColumn : kColumn);
    const int room = scroller_->GetClientSize().x - 2 * FromDIP(kMargin);
    return std::clamp(room, FromDIP(200), most);
}

void FormPane::placeSoon() {
    if (!placeAsked_) {
        placeAsked_ = true;
        CallAfter([this] {
            placeAsked_ = false;
            place();
        });
    }
}

void FormPane::place() {
    if (placing_) {
        return;
    }
    placing_ = true;
    const int width = columnWidth();
    const int left = std::max(FromDIP(kMargin), (scroller_->GetClientSize().x - width) / 2);
    int y = FromDIP(8);
    for (Row& row : rows_) {
        if (row.row && row.row->IsShown() != isShown(row)) {
            row.row->Show(isShown(row));
        }
        if (!isShown(row)) {
            continue;
        }
        const int height = row.row ? row.row->heightFor(width) : FromDIP(kGuessedHeight);
        if (row.row) {
            const wxRect wanted{left, y, width, height};
            if (row.row->GetRect() != wanted) {
                const bool resized = row.row->GetSize() != wanted.GetSize();
                row.row->SetSize(wanted);
                if (resized) {
                    row.row->arrange();
                }
            }
        }
        y += height;
    }
    y += FromDIP(24);
    if (sheet_->GetMinSize().y != y) {
        sheet_->SetMinSize({-1, y});
        scroller_->FitInside();
        scroller_->Layout();
    }
    placing_ = false;
}

} // namespace palpate::gui
