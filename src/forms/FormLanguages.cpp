// SPDX-License-Identifier: MIT
#include "forms/FormLanguages.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

namespace palpate::forms {

namespace {

/// No language has this code: the words that stood there before a translation took their place.
const std::string kAsWritten;

using Seen = std::function<void(const FormText&)>;

void eachText(const std::vector<Item>& items, const Seen& seen) {
    for (const auto& item : items) {
        seen(item.text);
        for (const auto& option : item.options) {
            seen(option.display);
        }
        eachText(item.items, seen);
    }
}

/// `own`: the form's own language, in which it was written whatever translations say.
[[nodiscard]] const std::string& wordsIn(const FormText& text, std::string_view own,
                                         std::string_view language) {
    if (language == own || language.empty()) {
        return asWritten(text);
    }
    const auto& words = text.in(language);
    return &words == &text.text ? asWritten(text) : words;
}

void translate(FormText& text, std::string_view own, std::string_view language) {
    auto words = wordsIn(text, own, language);
    if (words != text.text) {
        text.translations.emplace(kAsWritten, text.text);
        text.text = std::move(words);
    }
}

void translate(std::vector<Item>& items, std::string_view own, std::string_view language) {
    for (auto& item : items) {
        translate(item.text, own, language);
        for (auto& option : item.options) {
            translate(option.display, own, language);
        }
        translate(item.items, own, language);
    }
}

/// How many of the answered questions have their words of a language.
class Tally {
public:
    Tally(const Questionnaire& form, const std::vector<std::string>& languages)
        : form_{form}, languages_{languages}, counts_(languages.size()) {}

    void add(const std::vector<AnsweredItem>& items) {
        for (const auto& item : items) {
            const auto* asked = item.text.empty() ? nullptr : form_.find(item.linkId);
            for (std::size_t i = 0; asked != nullptr && i < languages_.size(); ++i) {
                counts_[i] +=
                    wordsIn(asked->text, form_.language, languages_[i]) == item.text ? 1 : 0;
            }
            add(item.items);
            for (const auto& answer : item.answers) {
                add(answer.items);
            }
        }
    }
    /// The first of those with the most.
    [[nodiscard]] const std::string& most() const {
        const auto most = std::ranges::max_element(counts_);
        return languages_[static_cast<std::size_t>(most - counts_.begin())];
    }

private:
    const Questionnaire& form_;
    const std::vector<std::string>& languages_;
    std::vector<std::size_t> counts_;
};

} // namespace

std::vector<std::string> languagesOf(const Questionnaire& form) {
    std::set<std::string> others;
    const auto add = [&](const FormText& text) {
        for (const auto& [language, words] : text.translations) {
            if (language != kAsWritten && language != form.language) {
                others.insert(language);
            }
        }
    };
    add(form.title);
    eachText(form.items, add);
    std::vector<std::string> languages{form.language};
    languages.insert(languages.end(), others.begin(), others.end());
    return languages;
}

Questionnaire inLanguage(const Questionnaire& form, const std::string& language) {
    auto made = form;
    translate(made.title, form.language, language);
    translate(made.items, form.language, language);
    return made;
}

const std::string& asWritten(const FormText& text) {
    const auto found = text.translations.find(kAsWritten);
    return found != text.translations.end() ? found->second : text.text;
}

bool reads(const FormText& text, std::string_view words) {
    return text.text == words || std::ranges::any_of(text.translations, [&](const auto& other) {
               return other.second == words;
           });
}

std::string languageOf(const Questionnaire& form, const FormAnswers& answers) {
    const auto languages = languagesOf(form);
    if (languages.size() == 1) {
        return languages.front();
    }
    Tally tally{form, languages};
    tally.add(answers.items);
    return tally.most();
}

} // namespace palpate::forms
