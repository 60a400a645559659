// SPDX-License-Identifier: MIT
#pragma once

#include "report/Fields.h"
#include "report/Template.h"

#include <string>
#include <vector>

namespace palpate::report {

/// A field that a template may ask for.
struct FieldInfo {
    std::string name; ///< "patient.name", "points"
    Fields::Kind kind = Fields::Kind::Text;
    std::string meaning;               ///< one sentence, for whoever writes a template
    std::vector<FieldInfo> items = {}; ///< the fields of each item of a List
};

/// A parameter of a figure. Where `values` is empty any value is taken.
struct ParameterInfo {
    std::string name;
    std::vector<std::string> values = {};
    std::string meaning = {};
};
struct FigureInfo {
    std::string name;                           ///< "body-map"
    std::vector<ParameterInfo> parameters = {}; ///< beside `width`, which all take
    std::string meaning = {};
    bool needsAttribution = false; ///< a template that shows it must print `attribution`
};

/// What a template about one kind of record may ask for.
struct Catalogue {
    std::vector<FieldInfo> fields;
    std::vector<FigureInfo> figures;
};

/// The template's own problems() and what the catalogue does not know: unknown fields, with the
/// nearest that is known in that place; fields of a list outside it; unknown figures, parameters
/// and values; a figure whose attribution is nowhere printed. In the order of the text.
[[nodiscard]] std::vector<Issue> check(const Template& layout, const Catalogue& catalogue);

} // namespace palpate::report
