// SPDX-License-Identifier: MIT
#include "Sentence.h"
#include "forms/FormAnswersText.h"
#include "forms/FormRun.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace {

using namespace palpate;

void mustBeTold(const std::vector<forms::FormFault>& faults, bool isUsable) {
    for (const auto& fault : faults) {
        fuzz::mustBeSentence(fault.sentence);
    }
    if (!isUsable && faults.empty()) {
        std::abort(); // refused without a word
    }
}

/// Some answer of each kind to every question; what is refused is fine.
void answerAll(forms::FormRun& run) {
    std::vector<forms::FormPlace> places;
    for (const auto& line : run.lines()) {
        if (line.item->isQuestion()) {
            places.push_back(line.place);
        }
    }
    constexpr std::size_t kEnough = 20;
    places.resize(std::min(places.size(), kEnough));
    for (const auto& place : places) {
        for (const AnswerValue& value :
             {AnswerValue{true}, AnswerValue{std::int64_t{3}}, AnswerValue{2.5},
              AnswerValue{std::string{"words"}}, AnswerValue{*parsePartialDate("2026-11-23")}}) {
            (void)run.answer(place, {value});
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    // The bytes are only read.
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    const auto response = forms::readResponse(text);
    mustBeTold(response.faults, response.answers.has_value());
    const auto reading = forms::readForm(text);
    mustBeTold(reading.faults, reading.isUsable());
    if (!reading.form) {
        return 0;
    }
    forms::FormRun run{*reading.form};
    answerAll(run);
    (void)run.gaps();
    // What was answered can always be kept and taken up again.
    const auto again = forms::readResponse(forms::responseText(run.everything()));
    std::vector<forms::FormFault> leftOut;
    if (!again.answers) {
        std::abort();
    }
    const forms::FormRun taken{*reading.form, *again.answers, leftOut};
    mustBeTold(leftOut, true);
    return 0;
}
