// SPDX-License-Identifier: MIT
// What a patient's hands may do: paint on the body, and not open the record.
#include "app/HandedOver.h"

#include "app/BodyPainter.h"
#include "app/OpenClinic.h"
#include "support/Builders.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <algorithm>
#include <filesystem>

namespace {

using namespace palpate;
using Catch::Matchers::ContainsSubstring;

TEST_CASE("only the password of who is signed in opens the record again", "[handed-over]") {
    test::OpenClinic clinic;
    CHECK(app::isPassword(*clinic, "a long enough pass phrase"));
    CHECK_FALSE(app::isPassword(*clinic, "a long enough pass phrase "));
    CHECK_FALSE(app::isPassword(*clinic, ""));
    // The clinic is as usable as before.
    CHECK_THAT(app::handOverGreeting(*clinic, clinic.patient()), ContainsSubstring("Hello"));
    CHECK_THAT(app::handOverGreeting(*clinic, clinic.patient()),
               !ContainsSubstring(test::aPatient().familyName));
}

TEST_CASE("the password is known although the database takes no sign-in", "[handed-over]") {
    test::OpenClinic clinic;
    // As with a full disk: opening it anew fails, while the program that is open goes on.
    const auto database = clinic.folder() / "clinic.db";
    std::filesystem::rename(database, clinic.temp() / "elsewhere.db");
    const bool right = app::isPassword(*clinic, "a long enough pass phrase");
    const bool wrong = app::isPassword(*clinic, "a wrong pass phrase");
    std::filesystem::remove(database);
    std::filesystem::rename(clinic.temp() / "elsewhere.db", database);
    CHECK(right);
    CHECK_FALSE(wrong);
}

SCENARIO("a patient paints where it hurts", "[handed-over]") {
    GIVEN("a body on which nothing is painted") {
        test::OpenClinic clinic;
        app::BodyPainter painter{clinic->map()};
        CHECK(painter.isEmpty());
        CHECK(painter.text().empty());
        const BodyPoint at = clinic.on("quadratus_lumborum", Side::Left);
        WHEN("a stroke goes over the low back") {
            painter.press(at);
            painter.drag({at.view, at.x, at.y + 40});
            CHECK(painter.stroke(at.view).size() == 1);
            CHECK(painter.areas(at.view).empty());
            CHECK(painter.release());
            THEN("it is kept as text that reads back as the same") {
                CHECK(painter.areas(at.view).size() == 1);
                CHECK_FALSE(painter.words().empty());
                app::BodyPainter other{clinic->map()};
                other.set(painter.text());
                CHECK(other.text() == painter.text());
                CHECK(other.areas(at.view) == painter.areas(at.view));
            }
            THEN("the eraser takes it away again, and only where it goes") {
                painter.setErasing(true);
                painter.press({at.view, at.x, at.y + 300});
                CHECK_FALSE(painter.release());
                painter.setRadius(200);
                painter.press(at);
                CHECK(painter.release());
                CHECK(painter.isEmpty());
            }
        }
        WHEN("the stroke is beside the body") {
            painter.press({View::Posterior, -500, 10});
            THEN("nothing is painted") {
                CHECK_FALSE(painter.release());
                CHECK(painter.isEmpty());
            }
        }
        WHEN("a part is chosen from the list") {
            const auto parts = painter.bodyParts(View::Posterior);
            REQUIRE(parts.size() > 10);
            CHECK(std::ranges::none_of(parts, &app::BodyPart::painted));
            painter.toggle(View::Posterior, 3);
            THEN("it is painted whole, named, and wiped when it is chosen again") {
                CHECK(painter.bodyParts(View::Posterior).at(3).painted);
                CHECK_THAT(painter.words(), ContainsSubstring(parts.at(3).label));
                painter.toggle(View::Posterior, 3);
                CHECK(painter.isEmpty());
            }
        }
        WHEN("the text is none of ours") {
            painter.set("posterior body nonsense");
            THEN("nothing is painted") {
                CHECK(painter.isEmpty());
            }
        }
    }
}

} // namespace
