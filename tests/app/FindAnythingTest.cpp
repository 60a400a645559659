// SPDX-License-Identifier: MIT
// Ctrl+K beside the window, and the forms that it finds.
#include "app/FindAnything.h"

#include "app/FormFilling.h"
#include "domain/Error.h"
#include "storage/Store.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <atomic>
#include <string>
#include <vector>

namespace palpate::app {

using test::place;
using test::shippedForm;
using test::subjectOf;
using Kind = FoundThing::Kind;

namespace {

[[nodiscard]] std::vector<FoundThing> ofKind(const std::vector<FoundThing>& things, Kind kind) {
    std::vector<FoundThing> found;
    std::ranges::copy_if(things, std::back_inserter(found),
                         [&](const FoundThing& thing) { return thing.kind == kind; });
    return found;
}

[[nodiscard]] std::vector<std::string> titles(const std::vector<FoundThing>& things) {
    std::vector<std::string> all;
    for (const auto& thing : things) {
        all.push_back(thing.title + "|" + thing.detail);
    }
    return all;
}

} // namespace

SCENARIO("a form is found by its title and by what was answered, begun or completed") {
    test::OpenClinic clinic;
    FormPresenter form{*clinic, shippedForm(clinic, "psfs"), subjectOf(clinic)};
    CHECK_FALSE(form.type(place("activity/activity.what"), "climbing the belfry"));
    CHECK_FALSE(form.type(place("activity/activity.rating"), "4"));
    auto found = ofKind(findAnything(*clinic, "belfry", {}), Kind::Form);
    REQUIRE(found.size() == 1);
    CHECK(found[0].form == form.record());
    CHECK(found[0].patient == clinic.patient());
    CHECK(found[0].title == "Patient-specific function (PSFS) · 23 Nov 2026");
    CHECK(found[0].detail.starts_with("Kovács, Ana"));
    CHECK(form.complete().empty());
    found = ofKind(findAnything(*clinic, "climb belf", {}), Kind::Form);
    REQUIRE(found.size() == 1); // once, though it was stored many times
    CHECK(ofKind(findAnything(*clinic, "patient-specific", {}), Kind::Form).size() == 1);
    CHECK(ofKind(findAnything(*clinic, "steeple", {}), Kind::Form).empty());
    WHEN("one is put away") {
        FormPresenter other{*clinic, shippedForm(clinic, "symptoms"), subjectOf(clinic)};
        CHECK_FALSE(other.type(place("moving/eases"), "sauna"));
        CHECK(ofKind(findAnything(*clinic, "sauna", {}), Kind::Form).size() == 1);
        other.putAway();
        THEN("it is not found any more") {
            CHECK(ofKind(findAnything(*clinic, "sauna", {}), Kind::Form).empty());
        }
    }
}

SCENARIO("beside the window the same is found as with it") {
    test::OpenClinic clinic;
    FormPresenter form{*clinic, shippedForm(clinic, "psfs"), subjectOf(clinic)};
    CHECK_FALSE(form.type(place("activity/activity.what"), "climbing the belfry"));
    clinic->store().sessions().begin(test::aSession());
    const std::vector<FinderSetting> settings{{"keys", "Keys", "keyboard shortcuts"}};
    std::atomic<int> woken = 0;
    AnythingFinder finder{*clinic, [&] { ++woken; }};
    for (const std::string text :
         {"", "kova", "kovasc", "belfry", "keys", "kovacs belfry", "1984-03-09", "lumbar", "\"",
          "%_*'", "since:90x", "\xFF\xFE", "'; DROP TABLE patient; --"}) {
        CAPTURE(text);
        for (const auto& open : {std::optional<PatientId>{}, std::optional{clinic.patient()}}) {
            finder.ask(text, settings, open);
            CHECK(finder.finish());
            CHECK(finder.foundFor() == text);
            CHECK_FALSE(finder.problem().has_value());
            CHECK(titles(finder.things()) == titles(findAnything(*clinic, text, settings, open)));
        }
    }
    CHECK(woken > 0);
    CHECK_FALSE(finder.deliver()); // nothing new
    WHEN("keys come faster than answers") {
        for (const std::string text : {"k", "ko", "kov", "kova", "belf"}) {
            finder.ask(text, settings);
        }
        THEN("only the last text is answered") {
            CHECK(finder.finish());
            CHECK(finder.foundFor() == "belf");
            REQUIRE(ofKind(finder.things(), Kind::Form).size() == 1);
        }
    }
    WHEN("the field is emptied") {
        finder.ask("kova", settings);
        finder.drop();
        THEN("no late answer comes") {
            finder.finish();
            CHECK(finder.foundFor() != "kova");
        }
    }
}

} // namespace palpate::app
