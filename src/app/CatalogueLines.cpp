// SPDX-License-Identifier: MIT
#include "app/CatalogueLines.h"

#include "app/ReportTemplates.h"
#include "domain/Message.h"
#include "report/Catalogue.h"

namespace palpate::app {

namespace {

using Kind = CatalogueLine::Kind;

[[nodiscard]] Kind kindOf(report::Fields::Kind kind) noexcept {
    switch (kind) {
    case report::Fields::Kind::Text:
        return Kind::Text;
    case report::Fields::Kind::Note:
        return Kind::Note;
    case report::Fields::Kind::Flag:
        return Kind::Flag;
    case report::Fields::Kind::Group:
        return Kind::Group;
    case report::Fields::Kind::List:
        break;
    }
    return Kind::List;
}

void add(const std::vector<report::FieldInfo>& fields, std::size_t depth,
         std::vector<CatalogueLine>& into) {
    for (const auto& field : fields) {
        into.push_back({.kind = kindOf(field.kind),
                        .depth = depth,
                        .name = field.name,
                        .meaning = field.meaning});
        add(field.items, depth + 1, into);
    }
}

} // namespace

std::string word(CatalogueLine::Kind kind) {
    switch (kind) {
    case Kind::Text:
        return tr("text");
    case Kind::Note:
        return tr("note");
    case Kind::Flag:
        return tr("flag");
    case Kind::Group:
        return tr("group");
    case Kind::List:
        return tr("list");
    case Kind::Figure:
        return tr("figure");
    case Kind::Parameter:
        break;
    }
    return tr("parameter");
}

std::vector<CatalogueLine> catalogueLines(ReportAbout about) {
    const auto& catalogue = catalogueOf(about);
    std::vector<CatalogueLine> lines;
    add(catalogue.fields, 0, lines);
    for (const auto& figure : catalogue.figures) {
        lines.push_back({.kind = Kind::Figure, .name = figure.name, .meaning = figure.meaning});
        for (const auto& parameter : figure.parameters) {
            lines.push_back({.kind = Kind::Parameter,
                             .depth = 1,
                             .name = parameter.name,
                             .meaning = parameter.meaning,
                             .values = parameter.values});
        }
    }
    lines.push_back({.kind = Kind::Figure,
                     .name = "logo",
                     .meaning = tr("the clinic's logo, which a header block shows by itself")});
    return lines;
}

} // namespace palpate::app
