// SPDX-License-Identifier: MIT
// What was typed into a form and not added yet outlives the program, and belongs to its author.
#include "storage/TestClinic.h"

#include <catch2/catch_test_macros.hpp>

namespace palpate::test {

TEST_CASE("an unfinished text is there again in a new program, with when it was typed",
          "[storage]") {
    OpenClinic clinic;
    const auto about = aCase().id.value();
    CHECK_FALSE(clinic.store->unfinishedTexts().find("contact", about));
    clinic.store->unfinishedTexts().keep("contact", about, "Rang, will");
    clinic.store->unfinishedTexts().keep("contact", about, "Rang, will rest; \"ring\" again");
    clinic.store.reset(); // without signing out, as after a power cut
    clinic.store = clinic.open();
    const auto found = clinic.store->unfinishedTexts().find("contact", about);
    REQUIRE(found);
    CHECK(found->text == "Rang, will rest; \"ring\" again");
    CHECK(found->changedAt == clinic.time.clock.now());
    CHECK_FALSE(clinic.store->unfinishedTexts().find("addendum", about));
    CHECK_FALSE(clinic.store->unfinishedTexts().find("contact", aCase(5).id.value()));
    CHECK(clinic.store->verify().isSound());
}

TEST_CASE("it is no part of the record: gone without a trace when it is removed", "[storage]") {
    OpenClinic clinic;
    const auto rows = clinic.store->audit().list({}).size();
    clinic.store->unfinishedTexts().keep("addendum", aCase().id.value(), "Left, not right.");
    clinic.store->unfinishedTexts().keep("addendum", aCase().id.value(), "");
    CHECK_FALSE(clinic.store->unfinishedTexts().find("addendum", aCase().id.value()));
    CHECK(clinic.store->audit().list({}).size() == rows);
}

TEST_CASE("a colleague sees only what they typed themselves", "[storage]") {
    OpenClinic clinic;
    auto colleague = aPractitioner();
    colleague.id = idOf<PractitionerId>(2);
    colleague.userName = "lee";
    colleague.role = Role::Practitioner;
    clinic.store->practitioners().add(colleague, kPassword, storage::KdfCost::forTests());
    clinic.store->unfinishedTexts().keep("contact", aCase().id.value(), "Mine");
    const auto other = clinic.open("lee", kPassword);
    CHECK_FALSE(other->unfinishedTexts().find("contact", aCase().id.value()));
    other->unfinishedTexts().keep("contact", aCase().id.value(), "Theirs");
    CHECK(clinic.store->unfinishedTexts().find("contact", aCase().id.value())->text == "Mine");
}

} // namespace palpate::test
