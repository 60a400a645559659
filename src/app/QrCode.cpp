// SPDX-License-Identifier: MIT
#include "app/People.h"
#include "domain/Error.h"

#include <qrencode.h>

#include <cerrno>
#include <memory>
#include <system_error>

namespace palpate::app {

namespace {

constexpr int kMargin = 4; // ISO/IEC 18004 wants a quiet zone of four squares

struct Free {
    void operator()(QRcode* code) const noexcept { QRcode_free(code); }
};

} // namespace

QrCode qrCode(const std::string& text) {
    const std::unique_ptr<QRcode, Free> made{
        QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_M)};
    if (!made) {
        throw ReportError{{tr("A QR code of {1} bytes can't be made: {2}."),
                           {std::to_string(text.size()), std::generic_category().message(errno)}}};
    }
    QrCode code{made->width + 2 * kMargin, {}};
    code.dark.resize(static_cast<std::size_t>(code.size) * static_cast<std::size_t>(code.size));
    for (int y = 0; y < made->width; ++y) {
        for (int x = 0; x < made->width; ++x) {
            const auto at = static_cast<std::size_t>((y + kMargin) * code.size + x + kMargin);
            code.dark[at] = (made->data[y * made->width + x] & 1U) != 0;
        }
    }
    return code;
}

} // namespace palpate::app
