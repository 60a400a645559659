// SPDX-License-Identifier: MIT
#pragma once

#include "drawing/Picture.h"

#include <cstddef>
#include <memory>
#include <string_view>

namespace palpate::report {

/// One JPEG file being read. Each step throws ReportError when the file is damaged; `bytes` must
/// outlive it.
class JpegReading {
public:
    explicit JpegReading(std::string_view bytes);
    JpegReading(const JpegReading&) = delete;
    JpegReading& operator=(const JpegReading&) = delete;
    ~JpegReading();

    /// As stored, before it is turned upright.
    [[nodiscard]] std::size_t width() const noexcept;
    [[nodiscard]] std::size_t height() const noexcept;
    /// Opaque, upright. Once only.
    [[nodiscard]] drawing::Image read();

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace palpate::report
