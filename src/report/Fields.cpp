// SPDX-License-Identifier: MIT
#include "report/Fields.h"

#include <utility>

namespace palpate::report {

Fields& Fields::put(std::string_view name, Value value) {
    const std::size_t dot = name.find('.');
    if (dot == std::string_view::npos) {
        values_.insert_or_assign(std::string{name}, std::move(value));
        return *this;
    }
    Value& group = values_[std::string{name.substr(0, dot)}];
    if (group.kind != Kind::Group || group.items.empty()) {
        group = Value{Kind::Group, {}, false, {Fields{}}};
    }
    group.items.front().put(name.substr(dot + 1), std::move(value));
    return *this;
}

Fields& Fields::set(std::string_view name, std::string text) {
    return put(name, {Kind::Text, std::move(text), false, {}});
}

Fields& Fields::setNote(std::string_view name, std::string text) {
    return put(name, {Kind::Note, std::move(text), false, {}});
}

Fields& Fields::setFlag(std::string_view name, bool flag) {
    return put(name, {Kind::Flag, {}, flag, {}});
}

Fields& Fields::setGroup(std::string_view name, Fields group) {
    Value value{Kind::Group, {}, false, {}};
    value.items.push_back(std::move(group));
    return put(name, std::move(value));
}

Fields& Fields::setList(std::string_view name, std::vector<Fields> items) {
    return put(name, {Kind::List, {}, false, std::move(items)});
}

} // namespace palpate::report
