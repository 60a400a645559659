// SPDX-License-Identifier: MIT
#include "gui/MapNumbersPicture.h"

#include "gui/Phrases.h"

namespace palpate::gui {

namespace {

constexpr double kWidth = 50;
constexpr double kRow = 7.4;
constexpr double kText = 3.3;
constexpr double kQuiet = 2.9;

/// Writes the card line by line.
class Card {
public:
    explicit Card(drawing::Ground ground) : ink_{drawing::inks(ground)} {
        picture_.width = kWidth;
        picture_.title = fromWx(said("On this map"));
        write(0, 3.4, fromWx(said("On this map").Upper()), 2.75, drawing::Align::Start,
              drawing::Weight::Bold, ink_.quietText);
        y_ = 3.4;
    }

    /// A short difference stands beside the value, a longer one in a line of its own.
    void line(const wxString& label, const std::string& value, const std::string& change) {
        const auto length = static_cast<double>(toWx(change).length());
        const bool beside = !change.empty() && length <= 5;
        y_ += kRow;
        write(0, y_, fromWx(label), kText, drawing::Align::Start, drawing::Weight::Regular,
              ink_.text);
        double right = kWidth;
        if (beside) {
            // What grew is not shown in the colour of what got less.
            write(right, y_, change, kText, drawing::Align::End, drawing::Weight::Regular,
                  change.starts_with('+') ? ink_.text : ink_.selection);
            right -= 1.6 + length * 2.1;
        }
        write(right, y_, value, kText, drawing::Align::End, drawing::Weight::Bold, ink_.text);
        if (!change.empty() && !beside) {
            quiet(change);
        }
    }

    void quiet(const std::string& text) {
        if (!text.empty()) {
            y_ += 5.2;
            write(0, y_, text, kQuiet, drawing::Align::Start, drawing::Weight::Regular,
                  ink_.quietText);
        }
    }

    [[nodiscard]] drawing::Picture finished() {
        picture_.height = y_ + 1.4;
        return std::move(picture_);
    }

private:
    void write(double x, double y, const std::string& text, double size, drawing::Align align,
               drawing::Weight weight, drawing::Colour colour) {
        picture_.shapes.emplace_back(
            drawing::TextShape{{x, y}, text, size, align, weight, false, colour, {}});
    }

    const drawing::Inks& ink_;
    drawing::Picture picture_;
    double y_ = 0;
};

} // namespace

drawing::Picture mapNumbersPicture(const app::MapNumbers& numbers, drawing::Ground ground) {
    Card card{ground};
    card.line(said("active / latent"), numbers.activeLatent, {});
    card.line(said("total tenderness"),
              numbers.totalTenderness.empty() ? "–" : numbers.totalTenderness,
              numbers.tendernessDelta);
    card.quiet(numbers.assessed);
    if (!numbers.painArea.empty()) {
        card.line(said("pain area"), numbers.painArea, numbers.painAreaDelta);
    }
    return card.finished();
}

} // namespace palpate::gui
