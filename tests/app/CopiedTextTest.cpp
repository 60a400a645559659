// SPDX-License-Identifier: MIT
#include "app/CopiedText.h"

#include "support/Builders.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>

namespace palpate::app {

namespace {

constexpr auto kEarlier = "Low back pain on the right since lifting a box; worse when sitting.";

[[nodiscard]] Session noted(NotePart part, std::string text, Authorship authorship) {
    auto session = test::aSession();
    session.note.at(static_cast<std::size_t>(part)) = {std::move(text), authorship};
    return session;
}

} // namespace

TEST_CASE("copied are the words in runs of at least five that stood there before") {
    const auto share = [](std::string_view text) { return copiedShare(text, kEarlier); };
    CHECK(share("") == CopiedShare{0, 0});
    CHECK(share("").percent() == 0);
    CHECK(share(kEarlier) == CopiedShare{13, 13});
    CHECK(share(kEarlier).percent() == 100);
    CHECK(share("Pain on the right hip.") == CopiedShare{5, 0});      // a run of four
    CHECK(share("Back pain on the right hip.") == CopiedShare{6, 5}); // a run of five
    CHECK(share("Worse when sitting, low back pain on the right hip.") == CopiedShare{10, 6});
    // Two runs that meet, and one that is copied twice.
    CHECK(share("since lifting a box worse Low back pain on the") == CopiedShare{10, 10});
    CHECK(share("pain on the right since pain on the right since") == CopiedShare{10, 10});
}

TEST_CASE("case, punctuation and white space don't hide that a text was copied") {
    CHECK(copiedShare("LOW BACK PAIN,\non the   right – since lifting… a “box”", kEarlier)
              .percent() == 100);
    CHECK(copiedShare("can't sit for long at all", "Can’t sit for long at all!").percent() == 100);
    CHECK(copiedShare("Schmerzen über dem linken Gesäß", "schmerzen über dem linken gesäß").words ==
          5);
}

TEST_CASE("a share is never rounded to nothing or to all") {
    CHECK(CopiedShare{1000, 5}.percent() == 1);
    CHECK(CopiedShare{1000, 999}.percent() == 99);
    CHECK(CopiedShare{200, 67}.percent() == 34);
}

TEST_CASE("over a session it is what a person took from last time") {
    const auto last = noted(NotePart::Subjective, kEarlier, Authorship::Written);
    SECTION("a paragraph marked as copied counts whole") {
        CHECK(copiedShare(noted(NotePart::Subjective, "As before.", Authorship::Copied), last) ==
              CopiedShare{2, 2});
    }
    SECTION("one that was copied and edited counts by its runs, in whatever paragraph it stands") {
        CHECK(copiedShare(noted(NotePart::Assessment, "Still low back pain on the right.",
                                Authorship::Written),
                          last) == CopiedShare{7, 6});
    }
    SECTION("what was written anew counts as nothing copied") {
        CHECK(copiedShare(noted(NotePart::Plan, "Walk daily.", Authorship::Written), last) ==
              CopiedShare{2, 0});
    }
    SECTION("nor does what the program composed, though it says the same again") {
        auto now = noted(NotePart::Plan, kEarlier, Authorship::Composed);
        CHECK(copiedShare(now, last) == CopiedShare{13, 0});
        now.note[0] = {kEarlier, Authorship::Copied};
        CHECK(copiedShare(now, last).percent() == 50);
    }
    SECTION("a run does not reach from one paragraph into the next") {
        auto before = noted(NotePart::Subjective, "one two three", Authorship::Written);
        before.note[static_cast<std::size_t>(NotePart::Assessment)] = test::written("four five");
        CHECK(copiedShare(noted(NotePart::Plan, "one two three four five", Authorship::Written),
                          before) == CopiedShare{5, 0});
    }
    SECTION("Objective and Treatment are not looked at") {
        CHECK(copiedShare(noted(NotePart::Objective, kEarlier, Authorship::Written), last) ==
              CopiedShare{0, 0});
    }
}

} // namespace palpate::app
