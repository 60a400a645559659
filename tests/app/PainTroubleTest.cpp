// SPDX-License-Identifier: MIT
// Strokes that the record does not take, and what the eraser leaves alone.
#include "app/Charting.h"
#include "app/PainPainter.h"
#include "domain/Error.h"
#include "support/Printing.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <sys/resource.h>

#include <csignal>

namespace palpate::app {
namespace {

using Catch::Approx;
using test::back;
using test::holds;
using test::Painting;
using test::squareCentimetresOf;

/// While it lives no file of this program can be written to: as on a full disk.
class FullDisk {
public:
    FullDisk() {
        old_ = std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &limit_);
        auto none = limit_;
        none.rlim_cur = 0;
        ::setrlimit(RLIMIT_FSIZE, &none);
    }
    ~FullDisk() {
        ::setrlimit(RLIMIT_FSIZE, &limit_);
        static_cast<void>(std::signal(SIGXFSZ, old_));
    }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;

private:
    rlimit limit_{};
    void (*old_)(int) = nullptr;
};

struct Stroke : Painting {
    Stroke() {
        pain().setRadius(10);
        pain().pressed(back(400, 700));
        pain().draggedTo(back(440, 700));
    }
    [[nodiscard]] bool isDrawing() const { return !pain().stroke().shape.empty(); }
};

} // namespace

SCENARIO("a stroke on a full disk waits, and locks nothing") {
    Stroke session;
    const auto before = session.stored();
    {
        const FullDisk full;
        CHECK_THROWS_AS(session.pain().released(), StorageError);
    }
    REQUIRE(session.isDrawing());
    CHECK(session.stored() == before);
    WHEN("there is room again") {
        session.pain().released();
        THEN("it is stored after all") {
            CHECK(holds(session.only(), {430, 700}));
            CHECK_FALSE(session.isDrawing());
            CHECK(session.stored() == session.chart->session());
        }
    }
    WHEN("there is room again, and it fails once more later on") {
        session.pain().released();
        session.pain().pressed(back(400, 760));
        {
            const FullDisk full;
            CHECK_THROWS_AS(session.pain().released(), StorageError);
        }
        THEN("that one waits too") {
            CHECK(session.isDrawing());
        }
    }
    WHEN("it is given up") {
        const FullDisk full;
        session.pain().cancelled();
        THEN("it is gone, and nothing is thrown any more") {
            CHECK_FALSE(session.isDrawing());
            session.chart->map().setView(View::Anterior);
            CHECK(session.seen().view == View::Anterior);
        }
    }
    WHEN("the disk stays full and the page is used on") {
        const FullDisk full;
        const auto throwsOnce = [&](auto act) {
            CHECK_THROWS_AS(act(), StorageError);
            CHECK_FALSE(session.isDrawing());
            CHECK_NOTHROW(act());
        };
        THEN("the view turns at the second try") {
            throwsOnce([&] { session.chart->map().setView(View::Anterior); });
            CHECK(session.seen().view == View::Anterior);
        }
        THEN("painting is put away at the second try") {
            throwsOnce([&] { session.pain().setPainting(false); });
            CHECK_FALSE(session.view().pain.painting);
        }
        THEN("nothing is selected at the second try") {
            throwsOnce([&] { session.pain().select({}); });
        }
        THEN("undo does not throw because of it again") {
            throwsOnce([&] { session.chart->undo(); });
        }
    }
}

SCENARIO("a stroke that can't be kept on its way is tried once, and stored at its end") {
    Stroke session;
    {
        const FullDisk full;
        CHECK_THROWS_AS(session.pain().keep(), StorageError);
        session.pain().draggedTo(back(470, 700));
        CHECK_NOTHROW(session.pain().keep()); // a timer calls it; one sentence is enough
    }
    session.pain().released();
    CHECK(holds(session.only(), {465, 700}));
}

SCENARIO("a stroke that was kept and can't be taken back is let go of") {
    Stroke session;
    session.pain().keep();
    {
        const FullDisk full;
        CHECK_THROWS_AS(session.pain().cancelled(), StorageError);
    }
    CHECK_FALSE(session.isDrawing());
    CHECK(session.stored() == session.chart->session());
    session.chart->undo();
    CHECK(session.stored().painAreas.empty());
}

SCENARIO("a stroke that the record refuses is forgotten at once") {
    Stroke session;
    session.clinic->store().sessions().discardDraft(session.id);
    int told = 0;
    session.chart->onChanged = [&] { ++told; };
    WHEN("it is finished") {
        CHECK_THROWS_AS(session.pain().released(), EditRefused);
        CHECK_FALSE(session.isDrawing());
    }
    WHEN("it is kept on its way") {
        CHECK_THROWS_AS(session.pain().keep(), EditRefused);
        CHECK_FALSE(session.isDrawing());
    }
    CHECK(told == 1); // it is seen to be gone
    CHECK_NOTHROW(session.chart->map().setView(View::Anterior));
}

SCENARIO("the eraser takes from the plane that it began on") {
    Painting session;
    session.chart->map().setView(View::Right);
    session.pain().setRadius(8);
    const auto arm = session.clinic.on("biceps_brachii_long", Side::Right, View::Right);
    const std::vector<Place> way{{arm.x, arm.y}, {arm.x, arm.y + 20}};
    session.stroke(way, View::Right);
    session.chart->map().setShowArm(true);
    session.pain().select({});
    session.stroke(way, View::Right);
    REQUIRE(session.areas().size() == 2);
    REQUIRE_FALSE(session.areas()[0].onArm);
    REQUIRE(session.areas()[1].onArm);
    const auto trunk = session.areas()[0];
    const auto onArm = session.areas()[1];
    session.pain().select({});
    session.pain().setTool(PainTool::Erase);
    WHEN("it begins on the arm that hangs before the trunk") {
        session.stroke({{arm.x, arm.y}, {arm.x, arm.y + 8}}, View::Right);
        THEN("the trunk behind it stays as it was") {
            REQUIRE(session.areas().size() == 2);
            CHECK(session.areas()[0] == trunk);
            CHECK(squareCentimetresOf(session.areas()[1]) < squareCentimetresOf(onArm) * 0.8);
        }
    }
    WHEN("the arm is put aside") {
        session.chart->map().setShowArm(false);
        session.stroke({{arm.x, arm.y}, {arm.x, arm.y + 8}}, View::Right);
        THEN("only the trunk is erased") {
            REQUIRE(session.areas().size() == 2);
            CHECK(squareCentimetresOf(session.areas()[0]) < squareCentimetresOf(trunk) * 0.8);
            CHECK(session.areas()[1] == onArm);
        }
    }
}

} // namespace palpate::app
