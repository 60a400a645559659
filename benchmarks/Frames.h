// SPDX-License-Identifier: MIT
#pragma once

#include <benchmark/benchmark.h>
#include <dlfcn.h>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <vector>

namespace palpate::bench {

[[nodiscard]] inline double cpuSeconds() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

/// Times of single frames; their percentiles become counters.
class Frames {
public:
    explicit Frames(benchmark::State& state) : state_{state} {}
    ~Frames() {
        state_.counters["p50"] = share(wall_, 0.50);
        state_.counters["p95"] = share(wall_, 0.95);
        state_.counters["cpu95"] = share(cpu_, 0.95);
    }
    Frames(const Frames&) = delete;
    Frames& operator=(const Frames&) = delete;

    template <class Frame> void measure(Frame frame) {
        const auto begin = std::chrono::steady_clock::now();
        const double cpu = cpuSeconds();
        frame();
        cpu_.push_back((cpuSeconds() - cpu) * 1e3);
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
        wall_.push_back(took.count() * 1e3);
        state_.SetIterationTime(took.count());
    }

private:
    [[nodiscard]] static double share(std::vector<double> times, double part) {
        if (times.empty()) {
            return 0;
        }
        std::sort(times.begin(), times.end());
        return times[static_cast<std::size_t>(part * static_cast<double>(times.size() - 1))];
    }

    benchmark::State& state_;
    std::vector<double> wall_;
    std::vector<double> cpu_;
};

/// Until the X server has drawn all that it was asked to draw.
inline void waitForServer() {
    static const auto display =
        reinterpret_cast<void* (*)()>(dlsym(RTLD_DEFAULT, "gdk_display_get_default"));
    static const auto sync =
        reinterpret_cast<void (*)(void*)>(dlsym(RTLD_DEFAULT, "gdk_display_sync"));
    if (display && sync) {
        sync(display());
    }
}

} // namespace palpate::bench
