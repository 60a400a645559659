// SPDX-License-Identifier: MIT
#include "app/FormLanguages.h"

#include "domain/Error.h"
#include "forms/FormLanguages.h"

#include <algorithm>
#include <array>
#include <memory>

namespace palpate::app {

namespace {

struct Language {
    std::string_view code;
    std::string_view own; ///< as its speakers call it: a patient finds it in the list
    const char* english;
};
constexpr std::array kLanguages{
    Language{"ar", "العربية", tr("Arabic")},       Language{"bg", "Български", tr("Bulgarian")},
    Language{"cs", "Čeština", tr("Czech")},        Language{"da", "Dansk", tr("Danish")},
    Language{"de", "Deutsch", tr("German")},       Language{"el", "Ελληνικά", tr("Greek")},
    Language{"en", "English", tr("English")},      Language{"es", "Español", tr("Spanish")},
    Language{"et", "Eesti", tr("Estonian")},       Language{"fa", "فارسی", tr("Persian")},
    Language{"fi", "Suomi", tr("Finnish")},        Language{"fr", "Français", tr("French")},
    Language{"he", "עברית", tr("Hebrew")},         Language{"hi", "हिन्दी", tr("Hindi")},
    Language{"hr", "Hrvatski", tr("Croatian")},    Language{"hu", "Magyar", tr("Hungarian")},
    Language{"it", "Italiano", tr("Italian")},     Language{"ja", "日本語", tr("Japanese")},
    Language{"ko", "한국어", tr("Korean")},        Language{"lt", "Lietuvių", tr("Lithuanian")},
    Language{"lv", "Latviešu", tr("Latvian")},     Language{"nb", "Norsk bokmål", tr("Norwegian")},
    Language{"nl", "Nederlands", tr("Dutch")},     Language{"no", "Norsk", tr("Norwegian")},
    Language{"pl", "Polski", tr("Polish")},        Language{"pt", "Português", tr("Portuguese")},
    Language{"ro", "Română", tr("Romanian")},      Language{"ru", "Русский", tr("Russian")},
    Language{"sk", "Slovenčina", tr("Slovak")},    Language{"sl", "Slovenščina", tr("Slovenian")},
    Language{"sq", "Shqip", tr("Albanian")},       Language{"sr", "Српски", tr("Serbian")},
    Language{"sv", "Svenska", tr("Swedish")},      Language{"tr", "Türkçe", tr("Turkish")},
    Language{"uk", "Українська", tr("Ukrainian")}, Language{"vi", "Tiếng Việt", tr("Vietnamese")},
    Language{"zh", "中文", tr("Chinese")}};

} // namespace

std::string languageWords(std::string_view code) {
    if (code.empty()) {
        return tr("as the form was written");
    }
    const auto dash = code.find('-');
    const auto known = std::ranges::find(kLanguages, code.substr(0, dash), &Language::code);
    if (known == kLanguages.end()) {
        return std::string{code};
    }
    auto words = std::string{known->own};
    if (dash != std::string_view::npos) { // "Português BR": two of one language are told apart
        words += ' ' + std::string{code.substr(dash + 1)};
    }
    return known->own == known->english
               ? words
               : shown({tr("{1} ({2})"), {words, shown({known->english, {}})}});
}

const forms::FormPlace& languagePlace() {
    static const forms::FormPlace place{{"", 0}}; // no question has an empty link id
    return place;
}

std::optional<std::string> languageShown(const FormView& form) {
    if (form.rows.empty() || form.rows.front().place != languagePlace()) {
        return std::nullopt;
    }
    return form.rows.front().hint;
}

std::vector<std::string> languagesOf(const KnownForm& form) {
    return forms::languagesOf(*form.form);
}

KnownForm inLanguage(KnownForm form, const std::string& language) {
    const auto languages = languagesOf(form);
    if (std::ranges::find(languages, language) == languages.end()) {
        std::string known;
        for (const auto& each : languages) {
            known += (known.empty() ? "" : ", ") + (each.empty() ? languageWords(each) : each);
        }
        throw EditRefused{{tr("The form is not there in the language \"{1}\", only in: {2}."),
                           {language, known}}};
    }
    form.form =
        std::make_shared<const forms::Questionnaire>(forms::inLanguage(*form.form, language));
    return form;
}

ReportRequest inLanguage(ReportRequest request, const std::string& language) {
    request.language = language;
    return request;
}

} // namespace palpate::app
