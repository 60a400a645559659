// SPDX-License-Identifier: MIT
// What a frame of the body map costs on screen, with the real body at 1200 x 900, 30 points and 10
// painted areas. Needs a display:
//   tests/xvfb-wm.sh BUILD/bin/bench_gui
//   GDK_SCALE=2 PALPATE_SCREEN=2400x1800 tests/xvfb-wm.sh BUILD/bin/bench_gui
// p50, p95: wall time of a frame in ms, until the X server has it. cpu95: what the program itself
// took of it.
#include "Frames.h"
#include "atlas/BodyMap.h"
#include "drawing/BodyMapPicture.h"
#include "gui/MapCanvas.h"
#include "gui/MuscleTree.h"
#include "gui/Theme.h"

#include <wx/app.h>
#include <wx/frame.h>
#include <wx/utils.h>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <optional>
#include <vector>

namespace {

using namespace palpate;
using namespace palpate::gui;
using bench::Frames;

/// A shown window with nothing but the map, zoomed to the lower back, wired as the Chart page does.
class Window {
public:
    explicit Window(Layer top = Layer::Superficial)
        : shapes_{atlas::BodyMap::load(PALPATE_SOURCE_DIR "/src/atlas/data/body-atlas.json")},
          top_{top}, frame_{new wxFrame{nullptr, wxID_ANY, "benchmark", wxPoint{0, 0},
                                        wxDefaultSize, wxBORDER_NONE}} {
        const auto& size = shapes_.map().frame(View::Posterior);
        canvas_ = new MapCanvas{frame_, {0, 0, size.width, size.height}, "map"};
        canvas_->base = [this](const MapViewport& v) {
            ++baseAsked_;
            return drawing::basePicture(shapes_, window(v), {});
        };
        canvas_->overlay = [this](const MapViewport& v) { return over(v, resting_); };
        canvas_->above = [this](const MapViewport& v) {
            drawing::MapOverlay marks;
            marks.marks = resting_.marks;
            return over(v, marks);
        };
        canvas_->moving = [this](const MapViewport& v) { return over(v, moving_); };
        canvas_->onHover = [this](drawing::Point at) { hover(at); };
        canvas_->onGrab = [this](drawing::Point) { return grabs; };
        canvas_->onDrag = [this](drawing::Point at) {
            if (onDrag) {
                onDrag(at);
                canvas_->refreshMoving();
            }
        };
        fillIn();
        frame_->SetClientSize(1200, 900);
        frame_->Show();
        // A frame is painted only once the X server shows the window.
        for (int i = 0; i < 500 && baseAsked_ == 0; ++i) {
            wxMilliSleep(10);
            rest();
            frame();
        }
        canvas_->showBody({180, 640, 360, 270});
        settle();
    }
    ~Window() {
        frame_->Destroy();
        wxYield();
    }
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    bool grabs = false;
    std::function<void(drawing::Point)> onDrag;

    void hover(drawing::Point at) {
        const atlas::Muscle* muscle =
            shapes_.map().muscleAt({View::Posterior, at.x, at.y}, {top_, false});
        moving_.hovered.reset();
        if (muscle) {
            moving_.hovered = drawing::MuscleRef{muscle->key, muscle->side, muscle->name};
        }
        canvas_->refreshMoving();
    }
    /// Paints now what is due, and waits until the X server has drawn it.
    void frame() {
        canvas_->Update();
        bench::waitForServer();
    }
    /// What happens between two frames: the map paints ahead.
    static void rest() {
        wxYield();
        wxTheApp->ProcessIdle();
    }
    void settle() {
        canvas_->settleNow();
        frame();
        for (int i = 0; i < 80; ++i) {
            rest();
        }
    }
    MapCanvas& canvas() { return *canvas_; }
    drawing::MapOverlay& moving() { return moving_; }
    void setLayer(Layer top) {
        top_ = top;
        canvas_->refreshBase();
    }
    /// The first point is taken out of what rests and moves.
    void lift() {
        moving_.marks = {resting_.marks.front()};
        resting_.marks.erase(resting_.marks.begin());
        canvas_->refreshOverlay();
        settle();
    }
    void send(wxMouseEvent event) {
        event.SetEventObject(canvas_);
        canvas_->HandleWindowEvent(event);
    }

private:
    void fillIn() {
        constexpr int kPoints = 30;
        constexpr int kAreas = 10;
        for (int i = 0; i < kPoints; ++i) {
            drawing::MapMark mark;
            mark.at = {View::Posterior, 210.0 + 58 * (i % 6), 660.0 + 48 * (i / 6)};
            mark.number = i + 1;
            mark.state = i % 3 == 0 ? State::Latent : State::Active;
            mark.treated = i % 4 == 0;
            mark.tenderness = Tenderness::from(i % 11);
            resting_.marks.push_back(mark);
        }
        for (int i = 0; i < kAreas; ++i) {
            drawing::MapArea area;
            area.view = View::Posterior;
            area.shape = {{blob({230.0 + 62 * (i % 5), 700.0 + 110 * (i / 5)}, 44)}};
            area.quality = kPainQualities.at(static_cast<std::size_t>(i) % kPainQualities.size());
            area.intensity = PainScore::from(3 + i % 7);
            area.depth = i % 2 == 0 ? PainDepth::Deep : PainDepth::Surface;
            resting_.areas.push_back(std::move(area));
        }
    }
    /// A lobed outline, as a painted stroke leaves it.
    [[nodiscard]] static Ring blob(Place middle, double radius) {
        constexpr int kPlaces = 120;
        Ring ring;
        for (int i = 0; i < kPlaces; ++i) {
            const double angle = i * 2 * M_PI / kPlaces;
            const double r = radius * (1 + 0.15 * std::sin(7 * angle));
            ring.push_back({middle.x + r * std::cos(angle), middle.y + r * std::sin(angle)});
        }
        return ring;
    }
    drawing::MapWindow window(const MapViewport& v) const {
        return {View::Posterior, {top_, false}, v.body, v.width, v.height};
    }
    drawing::Picture over(const MapViewport& v, const drawing::MapOverlay& what) const {
        drawing::MarkStyle style;
        style.diameter = 8.4;
        style.textSize = 4.3;
        return drawing::overlayPicture(shapes_, window(v), {}, style, what);
    }
    drawing::BodyShapes shapes_;
    Layer top_;
    int baseAsked_ = 0;
    drawing::MapOverlay resting_;
    drawing::MapOverlay moving_;
    wxFrame* frame_;
    MapCanvas* canvas_ = nullptr;
};

[[nodiscard]] wxMouseEvent mouse(wxEventType type, int x, int y) {
    wxMouseEvent event{type};
    event.SetX(x);
    event.SetY(y);
    return event;
}

/// A way that wanders over the middle of the window.
[[nodiscard]] wxPoint wander(int step) {
    return {600 + wxRound(380 * std::sin(step * 0.021)),
            450 + wxRound(300 * std::cos(step * 0.033))};
}

/// The pointer moves; the muscle under it lights up.
void hovering(benchmark::State& state) {
    Window window{static_cast<Layer>(state.range(0))};
    Frames frames{state};
    int step = 0;
    for (auto _ : state) {
        const wxPoint at = wander(step += 2);
        frames.measure([&] {
            window.send(mouse(wxEVT_MOTION, at.x, at.y));
            window.frame();
        });
        Window::rest();
    }
}

/// The map is dragged; idle time between the frames paints ahead, as it does in use, and is not
/// counted.
void panning(benchmark::State& state) {
    Window window;
    Frames frames{state};
    window.send(mouse(wxEVT_LEFT_DOWN, 600, 450));
    int x = 600;
    int direction = 9;
    for (auto _ : state) {
        x += direction;
        if (x < 300 || x > 900) {
            direction = -direction;
        }
        frames.measure([&] {
            window.send(mouse(wxEVT_MOTION, x, 450 + (x - 600) / 2));
            window.frame();
        });
        Window::rest();
    }
    window.send(mouse(wxEVT_LEFT_UP, x, 450));
}

/// A point is dragged over the others.
void draggingPoint(benchmark::State& state) {
    Window window;
    window.grabs = true;
    window.onDrag = [&](drawing::Point at) {
        window.moving().marks.front().at = {View::Posterior, at.x, at.y};
    };
    window.lift();
    window.send(mouse(wxEVT_LEFT_DOWN, 600, 450));
    Frames frames{state};
    int step = 0;
    for (auto _ : state) {
        const wxPoint at = wander(step += 2);
        frames.measure([&] {
            window.send(mouse(wxEVT_MOTION, at.x, at.y));
            window.frame();
        });
        Window::rest();
    }
    window.send(mouse(wxEVT_LEFT_UP, 600, 450));
}

/// A stroke of the brush grows, one place a frame, up to 200; then the next begins.
void painting(benchmark::State& state) {
    Window window;
    window.grabs = true;
    window.canvas().setBrush(12);
    std::vector<drawing::Point> way;
    window.onDrag = [&](drawing::Point at) {
        way.push_back(at);
        // What a brush leaves: both sides of its way, rounded at the ends only.
        Ring left;
        Ring right;
        constexpr double kRadius = 12;
        for (std::size_t i = 1; i < way.size(); ++i) {
            const double dx = way[i].x - way[i - 1].x;
            const double dy = way[i].y - way[i - 1].y;
            const double length = std::max(1e-6, std::hypot(dx, dy));
            left.push_back({way[i].x - dy / length * kRadius, way[i].y + dx / length * kRadius});
            right.push_back({way[i].x + dy / length * kRadius, way[i].y - dx / length * kRadius});
        }
        left.insert(left.end(), right.rbegin(), right.rend());
        if (left.size() > 3) {
            drawing::MapArea area;
            area.view = View::Posterior;
            area.quality = PainQuality::Burning;
            area.intensity = PainScore::from(6);
            area.sketch = true;
            area.shape = {{std::move(left)}};
            window.moving().areas = {std::move(area)};
        }
    };
    window.send(mouse(wxEVT_LEFT_DOWN, 600, 450));
    Frames frames{state};
    int step = 0;
    for (auto _ : state) {
        if (++step % 200 == 0) {
            way.clear();
        }
        const wxPoint at = wander(step * 2);
        frames.measure([&] {
            window.send(mouse(wxEVT_MOTION, at.x, at.y));
            window.frame();
        });
        Window::rest();
    }
    window.send(mouse(wxEVT_LEFT_UP, 600, 450));
}

/// A point is placed: the overlay is painted anew on the kept body.
void overlayRedraw(benchmark::State& state) {
    Window window;
    Frames frames{state};
    for (auto _ : state) {
        frames.measure([&] {
            window.canvas().refreshOverlay();
            window.frame();
        });
        Window::rest();
    }
}

/// All of the visible body is painted anew, as after a zoom. zoomed 1 is the lower back, 0 the
/// whole body.
void fullRedraw(benchmark::State& state) {
    Window window{static_cast<Layer>(state.range(0))};
    if (state.range(1) == 0) {
        window.canvas().fit();
        window.settle();
    }
    Frames frames{state};
    for (auto _ : state) {
        frames.measure([&] {
            window.canvas().refreshBase();
            window.frame();
        });
        Window::rest();
    }
}

/// Another layer every time.
void layerChange(benchmark::State& state) {
    Window window;
    Frames frames{state};
    int layer = 1;
    for (auto _ : state) {
        layer = layer % 4 + 1;
        frames.measure([&] {
            window.setLayer(static_cast<Layer>(layer));
            window.frame();
        });
        Window::rest();
    }
}

/// One step of the wheel: the old bitmap is shown stretched at once.
void zoomStep(benchmark::State& state) {
    Window window;
    Frames frames{state};
    double factor = 1.02;
    int step = 0;
    for (auto _ : state) {
        frames.measure([&] {
            window.canvas().zoomBy(factor);
            window.frame();
        });
        Window::rest();
        if (++step % 20 == 0) {
            factor = 1 / factor;
        }
    }
}

/// What the map keeps painted after panning about, in MB.
void memory(benchmark::State& state) {
    Window window;
    std::size_t most = 0;
    int step = 0;
    window.send(mouse(wxEVT_LEFT_DOWN, 600, 450));
    for (auto _ : state) {
        const wxPoint at = wander(step += 5);
        window.send(mouse(wxEVT_MOTION, at.x, at.y));
        window.frame();
        Window::rest();
        most = std::max(most, window.canvas().bitmapBytes());
        state.SetIterationTime(1e-3);
    }
    window.send(mouse(wxEVT_LEFT_UP, 600, 450));
    window.settle();
    state.counters["MB"] = static_cast<double>(window.canvas().bitmapBytes()) / 1e6;
    state.counters["mostMB"] = static_cast<double>(most) / 1e6;
}

/// A letter more in the field above all muscles of the body.
void filteringTree(benchmark::State& state) {
    const atlas::BodyMap map =
        atlas::BodyMap::load(PALPATE_SOURCE_DIR "/src/atlas/data/body-atlas.json");
    std::vector<MuscleItem> muscles;
    for (const atlas::Muscle& muscle : map.muscles()) {
        const std::string key = std::string{muscle.key.text()};
        if (std::none_of(muscles.begin(), muscles.end(),
                         [&](const MuscleItem& one) { return one.key == key; })) {
            muscles.push_back({key,
                               "Part " + std::to_string(muscles.size() / 12),
                               muscle.name,
                               "layer",
                               {"musculus " + muscle.name, "short"},
                               muscle.side != Side::Middle});
        }
    }
    auto* frame = new wxFrame{nullptr, wxID_ANY, "benchmark"};
    auto* tree = new MuscleTree{frame, "muscles", "Find"};
    tree->setMuscles(muscles);
    frame->SetClientSize(400, 800);
    frame->Show();
    wxYield();
    const char* typed[] = {"g", "gl", "glu", "glut", "glut m", "l", "lo", "lon", "q", ""};
    int step = 0;
    Frames frames{state};
    for (auto _ : state) {
        frames.measure([&] { tree->setFilter(typed[step++ % 10]); });
        Window::rest();
    }
    state.counters["muscles"] = static_cast<double>(muscles.size());
    frame->Destroy();
    wxYield();
}

constexpr int kFrames = 400;
constexpr int kRedraws = 40;
BENCHMARK(hovering)->ArgName("layer")->Arg(1)->Arg(4)->Iterations(kFrames)->UseManualTime();
BENCHMARK(panning)->Iterations(kFrames)->UseManualTime();
BENCHMARK(draggingPoint)->Iterations(kFrames)->UseManualTime();
BENCHMARK(painting)->Iterations(kFrames)->UseManualTime();
BENCHMARK(zoomStep)->Iterations(kFrames / 4)->UseManualTime();
BENCHMARK(overlayRedraw)->Iterations(kRedraws)->UseManualTime();
BENCHMARK(fullRedraw)
    ->ArgNames({"layer", "zoomed"})
    ->Args({1, 0})
    ->Args({1, 1})
    ->Args({4, 1})
    ->Iterations(kRedraws)
    ->UseManualTime();
BENCHMARK(layerChange)->Iterations(kRedraws)->UseManualTime();
BENCHMARK(filteringTree)->Iterations(kFrames)->UseManualTime();
BENCHMARK(memory)->Iterations(kFrames)->UseManualTime();

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
