// SPDX-License-Identifier: MIT
#pragma once

#include "app/FormPresenter.h"
#include "app/ReportRequest.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palpate::app {

/// "Deutsch (German)", "English"; of a language that is not known here its code, of "" that it is
/// the form's own.
[[nodiscard]] std::string languageWords(std::string_view code);

/// Where the language of a form with translations is chosen: the first row of its view, which
/// choose() changes like an answer. The choice is none: the questions take the words of that
/// language, and what has no translation stays as it was written. A completed form is read in
/// another language without being changed.
[[nodiscard]] const forms::FormPlace& languagePlace();
/// The code of the language that is shown; empty: there is nothing to choose.
[[nodiscard]] std::optional<std::string> languageShown(const FormView& form);

/// By their codes, its own first, which is "" where it does not say; one alone without
/// translations.
[[nodiscard]] std::vector<std::string> languagesOf(const KnownForm& form);
/// The form in one of languagesOf(). EditRefused: it has no such language.
[[nodiscard]] KnownForm inLanguage(KnownForm form, const std::string& language);
/// Of filledFormRequest() and blankFormRequest(): the page in that language. Without it a filled-in
/// form is printed as it was asked, an empty one as it was written.
[[nodiscard]] ReportRequest inLanguage(ReportRequest request, const std::string& language);

} // namespace palpate::app
