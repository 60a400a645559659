// SPDX-License-Identifier: MIT
#include "forms/Pattern.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <array>
#include <memory>

namespace palpate::forms {

namespace {

constexpr std::uint32_t kMostSteps = 200'000;
constexpr std::uint32_t kMostDepth = 20'000;
constexpr std::uint32_t kMostHeap = 16'384; ///< kibibytes

using Code = std::unique_ptr<pcre2_code, void (*)(pcre2_code*)>;

[[nodiscard]] Code compiled(const std::string& pattern, int& failure, std::size_t& at) {
    const auto whole = "(?:" + pattern + ")";
    return {pcre2_compile(reinterpret_cast<PCRE2_SPTR>(whole.c_str()), whole.size(),
                          PCRE2_UTF | PCRE2_UCP | PCRE2_ANCHORED | PCRE2_ENDANCHORED, &failure, &at,
                          nullptr),
            pcre2_code_free};
}

} // namespace

std::optional<std::string> patternFault(const std::string& pattern) {
    int failure = 0;
    std::size_t at = 0;
    if (compiled(pattern, failure, at)) {
        return std::nullopt;
    }
    std::array<PCRE2_UCHAR, 200> words{};
    pcre2_get_error_message(failure, words.data(), words.size());
    return std::string{reinterpret_cast<const char*>(words.data())};
}

PatternAnswer matchWhole(const std::string& pattern, std::string_view text) {
    int failure = 0;
    std::size_t at = 0;
    const auto code = compiled(pattern, failure, at);
    if (!code) {
        return PatternAnswer::TooLong;
    }
    const std::unique_ptr<pcre2_match_data, void (*)(pcre2_match_data*)> found{
        pcre2_match_data_create_from_pattern(code.get(), nullptr), pcre2_match_data_free};
    const std::unique_ptr<pcre2_match_context, void (*)(pcre2_match_context*)> limits{
        pcre2_match_context_create(nullptr), pcre2_match_context_free};
    pcre2_set_match_limit(limits.get(), kMostSteps);
    pcre2_set_depth_limit(limits.get(), kMostDepth);
    pcre2_set_heap_limit(limits.get(), kMostHeap);
    const int result = pcre2_match(code.get(), reinterpret_cast<PCRE2_SPTR>(text.data()),
                                   text.size(), 0, 0, found.get(), limits.get());
    return result >= 0                     ? PatternAnswer::Matches
           : result == PCRE2_ERROR_NOMATCH ? PatternAnswer::Differs
                                           : PatternAnswer::TooLong;
}

} // namespace palpate::forms
