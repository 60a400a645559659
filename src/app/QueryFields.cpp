// SPDX-License-Identifier: MIT
#include "app/QueryFields.h"

#include "domain/Message.h"

#include <algorithm>
#include <array>

namespace palpate::app {

namespace {

using enum QueryField;

constexpr std::array kWords{
    FieldWord{"muscle", Muscle, tr("in this muscle, with its side"), "muscle:ql"},
    FieldWord{"muscles", Muscle, "", ""},
    FieldWord{"group", Group, tr("in a group of muscles or a part of the body"), "group:back"},
    FieldWord{"layer", Layer, tr("in the muscles of a layer, 1 to 4"), "layer:deep"},
    FieldWord{"side", Side, tr("on one side"), "side:left"},
    FieldWord{"found", Found, tr("a point found there, wherever was treated"), "found:\"left ql\""},
    FieldWord{"treated", Treated, tr("treated there, wherever a point was found"),
              "treated:\"left ql\""},
    FieldWord{"state", State, tr("active, latent or resolved"), "state:active"},
    FieldWord{"tender", Tender, tr("tenderness before treatment, 0 to 10"), "tender:6-8"},
    FieldWord{"tenderness", Tender, "", ""},
    FieldWord{"change", Change, tr("still, better, worse or gone"), "change:worse"},
    FieldWord{"technique", Technique, tr("done in the session"), "technique:\"dry needling\""},
    FieldWord{"dose", Dose, tr("how long, how strong, how often"), "dose:pressure>=20kPa"},
    FieldWord{"by", By, tr("the practitioner"), "by:me"},
    FieldWord{"practitioner", By, "", ""},
    FieldWord{"profession", Profession, tr("of the practitioner"), "profession:physiotherapist"},
    FieldWord{"case", Case, tr("open, discharged or referred on"), "case:open"},
    FieldWord{"patient", Patient, tr("the id of a record"),
              "patient:0192f3a0-7c1e-7d40-9b2a-1f0e3d4c5b6a"},
    FieldWord{"diagnosis", Diagnosis, tr("code or its beginning, or its words"), "diagnosis:M54.5"},
    FieldWord{"dx", Diagnosis, "", ""},
    FieldWord{"home-care", HomeCare, tr("agreed in the session"), "home-care:\"foam rolling\""},
    FieldWord{"homecare", HomeCare, "", ""},
    FieldWord{"painted", Painted, tr("pain drawn in this region"), "painted:\"left lumbar\""},
    FieldWord{"region", Painted, "", ""},
    FieldWord{"pain", Pain, tr("pain now, before treatment, 0 to 10"), "pain:>=7"},
    FieldWord{"nprs", Pain, "", ""},
    FieldWord{"flag", Flag, tr("a red flag raised in the session"), "flag:unsettled"},
    FieldWord{"flags", Flag, "", ""},
    FieldWord{"red-flag", Flag, "", ""},
    FieldWord{"redflag", Flag, "", ""},
    FieldWord{"since", Since, tr("from this day on"), "since:90d"},
    FieldWord{"from", Since, "", ""},
    FieldWord{"until", Until, tr("up to this day, included"), "until:yesterday"},
    FieldWord{"to", Until, "", ""},
    FieldWord{"text", Text, tr("a word of the texts, also when it is a name"), "text:psoas"},
    FieldWord{"word", Text, "", ""}};

} // namespace

std::span<const FieldWord> fieldWords() noexcept {
    return kWords;
}

std::optional<QueryField> fieldCalled(std::string_view word) noexcept {
    const auto* const found = std::ranges::find(kWords, word, &FieldWord::word);
    return found == kWords.end() ? std::nullopt : std::optional{found->field};
}

const char* exampleOf(QueryField field) noexcept {
    return std::ranges::find(kWords, field, &FieldWord::field)->example;
}

} // namespace palpate::app
