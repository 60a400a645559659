// SPDX-License-Identifier: MIT
// What a therapist waits for on the chart of a patient with 500 sessions, from the key to the
// painted window: the act, its row in the file, the composed text, every section laid out anew and
// painted. Target 100 ms an act. Needs a display, as canvas.cpp does.
#include "Frames.h"
#include "LongCase.h"
#include "gui/ChartPage.h"
#include "gui/WindowPrompter.h"

#include <wx/app.h>
#include <wx/frame.h>
#include <wx/sizer.h>
#include <wx/utils.h>

#include <benchmark/benchmark.h>

namespace {

using namespace palpate;
using bench::Frames;
using bench::LongCase;

constexpr int kActs = 60;

/// The chart in a window of the size that it is designed for.
class ChartWindow {
public:
    ChartWindow()
        : frame_{new wxFrame{nullptr, wxID_ANY, "benchmark", wxPoint{0, 0}, wxDefaultSize,
                             wxBORDER_NONE}},
          prompter_{*frame_}, page_{new gui::ChartPage{frame_, longCase().clinic(), prompter_}} {
        auto* sizer = new wxBoxSizer{wxVERTICAL};
        sizer->Add(page_, wxSizerFlags{1}.Expand());
        frame_->SetSizer(sizer);
        frame_->SetClientSize(1440, 820);
        page_->open(draft());
        frame_->Show();
        for (int i = 0; i < 60; ++i) {
            wxMilliSleep(10);
            rest();
        }
        chart().settleOthers();
        chart().select(
            longCase().clinic().store().sessions().find(draft())->findings.at(0).point.id);
        rest();
    }
    ~ChartWindow() {
        page_->close();
        frame_->Destroy();
        rest();
    }
    ChartWindow(const ChartWindow&) = delete;
    ChartWindow& operator=(const ChartWindow&) = delete;

    [[nodiscard]] app::SessionPresenter& chart() { return *page_->presenter(); }
    void press(int key) {
        wxKeyEvent event{wxEVT_KEY_DOWN};
        event.m_keyCode = key;
        event.m_uniChar = static_cast<wxChar>(key);
        static_cast<void>(page_->handleKey(event));
    }
    /// Everything that is due: what was put off until the window is idle, the layout, the paint.
    void frame() {
        rest();
        updateAll(*frame_);
        bench::waitForServer();
    }
    static void rest() {
        wxYield();
        wxTheApp->ProcessIdle();
    }

private:
    static LongCase& longCase() {
        static LongCase made{500};
        return made;
    }
    static SessionId draft() {
        static const auto id = longCase().draft();
        return id;
    }
    static void updateAll(wxWindow& window) {
        window.Update();
        for (auto* child : window.GetChildren()) {
            updateAll(*child);
        }
    }

    wxFrame* frame_;
    gui::WindowPrompter prompter_;
    gui::ChartPage* page_;
};

/// A digit on the map: the tenderness of the chosen point.
void chartTenderness(benchmark::State& state) {
    ChartWindow window;
    Frames frames{state};
    int step = 0;
    for (auto _ : state) {
        frames.measure([&] {
            window.press('1' + ++step % 8);
            window.frame();
        });
    }
}

/// A, L: how the chosen point is judged.
void chartState(benchmark::State& state) {
    ChartWindow window;
    Frames frames{state};
    int step = 0;
    for (auto _ : state) {
        frames.measure([&] {
            window.press(++step % 2 == 0 ? 'A' : 'L');
            window.frame();
        });
    }
}

/// To the next point: its card opens, the other one closes.
void chartNextPoint(benchmark::State& state) {
    ChartWindow window;
    Frames frames{state};
    for (auto _ : state) {
        frames.measure([&] {
            window.press('.');
            window.frame();
        });
    }
}

/// The pain now, in the first section.
void chartPain(benchmark::State& state) {
    ChartWindow window;
    Frames frames{state};
    int step = 0;
    for (auto _ : state) {
        frames.measure([&] {
            window.chart().setPain(PainMoment::Now, PainScore::from(++step % 11));
            window.frame();
        });
    }
}

/// Undo of a score, and redo.
void chartUndoAndRedo(benchmark::State& state) {
    ChartWindow window;
    window.press('7');
    window.press('3');
    Frames frames{state};
    bool back = false;
    for (auto _ : state) {
        frames.measure([&] {
            (back = !back) ? window.chart().undo() : window.chart().redo();
            window.frame();
        });
    }
}

BENCHMARK(chartTenderness)->Iterations(kActs)->UseManualTime();
BENCHMARK(chartState)->Iterations(kActs)->UseManualTime();
BENCHMARK(chartNextPoint)->Iterations(kActs)->UseManualTime();
BENCHMARK(chartPain)->Iterations(kActs)->UseManualTime();
BENCHMARK(chartUndoAndRedo)->Iterations(kActs)->UseManualTime();

} // namespace
