// SPDX-License-Identifier: MIT
// What a frame of the body map costs on screen, with the real body at 1200 x 900. Needs a display:
//   tests/xvfb-wm.sh BUILD/bin/bench_gui
#include "atlas/BodyMap.h"
#include "drawing/BodyMapPicture.h"
#include "gui/MapCanvas.h"

#include <wx/app.h>
#include <wx/frame.h>
#include <wx/utils.h>

#include <benchmark/benchmark.h>

#include <cstdio>
#include <cstdlib>
#include <memory>

namespace {

using namespace palpate;
using namespace palpate::gui;

/// A shown window with nothing but the map, zoomed to the lower back, a point and a muscle in the
/// overlay.
class Window {
public:
    explicit Window(Layer top = Layer::Superficial)
        : shapes_{atlas::BodyMap::load(PALPATE_SOURCE_DIR "/src/atlas/data/body-atlas.json")},
          top_{top}, frame_{new wxFrame{nullptr, wxID_ANY, "benchmark", wxPoint{0, 0},
                                        wxDefaultSize, wxBORDER_NONE}} {
        const auto& size = shapes_.map().frame(View::Posterior);
        canvas_ = new MapCanvas{frame_, {0, 0, size.width, size.height}, "map"};
        canvas_->base = [this](const MapViewport& v) {
            return drawing::basePicture(shapes_, window(v), {});
        };
        canvas_->overlay = [this](const MapViewport& v) {
            return drawing::overlayPicture(shapes_, window(v), {}, {}, overlay_);
        };
        drawing::MapMark mark;
        mark.at = {View::Posterior, 432, 700};
        mark.number = 1;
        mark.state = State::Active;
        overlay_.marks.assign(8, mark);
        canvas_->onHover = [this](drawing::Point at) { hover(at); };
        frame_->SetClientSize(1200, 900);
        frame_->Show();
        wxYield();
        canvas_->showBody({180, 640, 360, 270});
        settle();
    }
    ~Window() {
        frame_->Destroy();
        wxYield();
    }
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    void hover(drawing::Point at) {
        const atlas::Muscle* muscle =
            shapes_.map().muscleAt({View::Posterior, at.x, at.y}, {top_, false});
        overlay_.hovered.reset();
        if (muscle) {
            overlay_.hovered = drawing::MuscleRef{muscle->key, muscle->side, muscle->name};
        }
        canvas_->refreshOverlay();
    }
    /// Paints now what is due.
    void frame() {
        canvas_->Update();
        wxYield();
    }
    void settle() {
        canvas_->settleNow();
        frame();
        for (int i = 0; i < 40; ++i) {
            wxTheApp->ProcessIdle();
            wxYield();
        }
    }
    MapCanvas& canvas() { return *canvas_; }
    void send(wxMouseEvent event) {
        event.SetEventObject(canvas_);
        canvas_->HandleWindowEvent(event);
    }

private:
    drawing::MapWindow window(const MapViewport& v) const {
        return {View::Posterior, {top_, false}, v.body, v.width, v.height};
    }
    drawing::BodyShapes shapes_;
    Layer top_;
    drawing::MapOverlay overlay_;
    wxFrame* frame_;
    MapCanvas* canvas_ = nullptr;
};

[[nodiscard]] wxMouseEvent mouse(wxEventType type, int x, int y) {
    wxMouseEvent event{type};
    event.SetX(x);
    event.SetY(y);
    return event;
}

/// The pointer moves; the muscle under it lights up.
void hovering(benchmark::State& state) {
    Window window;
    int step = 0;
    for (auto _ : state) {
        step = (step + 7) % 400;
        window.send(mouse(wxEVT_MOTION, 400 + step, 300 + step / 2));
        window.frame();
    }
}

/// The map is dragged; idle time between the frames paints ahead, as it does in use, and is not
/// counted.
void panning(benchmark::State& state) {
    Window window;
    window.send(mouse(wxEVT_LEFT_DOWN, 600, 450));
    int x = 600;
    int direction = 9;
    for (auto _ : state) {
        x += direction;
        if (x < 300 || x > 900) {
            direction = -direction;
        }
        window.send(mouse(wxEVT_MOTION, x, 450 + (x - 600) / 2));
        window.frame();
        state.PauseTiming();
        wxTheApp->ProcessIdle();
        state.ResumeTiming();
    }
    window.send(mouse(wxEVT_LEFT_UP, x, 450));
}

/// All of the visible body is painted anew, as after a zoom. 1 is the lower back, 0 the whole body.
void fullRedraw(benchmark::State& state) {
    Window window{static_cast<Layer>(state.range(0))};
    if (state.range(1) == 0) {
        window.canvas().fit();
        window.settle();
    }
    for (auto _ : state) {
        window.canvas().refreshBase();
        window.frame();
    }
}

/// One step of the wheel: the old bitmap is shown stretched at once.
void zoomStep(benchmark::State& state) {
    Window window;
    double factor = 1.02;
    int step = 0;
    for (auto _ : state) {
        window.canvas().zoomBy(factor);
        window.frame();
        if (++step % 20 == 0) {
            factor = 1 / factor;
        }
    }
}

BENCHMARK(hovering)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(panning)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(fullRedraw)
    ->ArgNames({"layer", "zoomed"})
    ->Args({1, 0})
    ->Args({1, 1})
    ->Args({4, 1})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK(zoomStep)->Unit(benchmark::kMillisecond)->UseRealTime();

class BenchApp : public wxApp {
public:
    bool OnInit() override { return true; }
    int OnRun() override {
        SetExitOnFrameDelete(false);
        CallAfter([this] {
            benchmark::RunSpecifiedBenchmarks();
            ExitMainLoop();
        });
        return wxApp::OnRun();
    }
};

} // namespace

wxIMPLEMENT_APP_NO_MAIN(BenchApp);

int main(int argc, char** argv) {
    benchmark::Initialize(&argc, argv);
    if (!std::getenv("DISPLAY") && !std::getenv("WAYLAND_DISPLAY")) {
        std::puts("bench_gui needs a display: tests/xvfb-wm.sh bench_gui");
        return 0;
    }
    int one = 1;
    return wxEntry(one, argv);
}
