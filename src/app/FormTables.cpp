// SPDX-License-Identifier: MIT
// What a form names, held against the clinical tables.
#include "app/FormLibrary.h"
#include "domain/FieldText.h"
#include "domain/FormRecord.h"
#include "domain/Text.h"
#include "reference/Reference.h"
#include "report/Nearest.h"

#include <algorithm>
#include <map>
#include <utility>

namespace palpate::app {

namespace {

using forms::FormFault;
using forms::Item;
using Ids = std::vector<std::string_view>;

constexpr std::size_t kMostMeant = 100; // of a file with more slips nobody wrote each by hand

template <class Row> [[nodiscard]] Ids idsOf(const std::vector<Row>& rows) {
    Ids ids;
    for (const auto& row : rows) {
        ids.push_back(row.key.text());
    }
    return ids;
}

class TableCheck {
public:
    explicit TableCheck(const reference::Reference& tables)
        : tables_{{"factors", idsOf(tables.factors().all())},
                  {"home-care", idsOf(tables.homeCare().all())},
                  {"outcome-measures", idsOf(tables.outcomeMeasures().all())},
                  {"red-flags", idsOf(tables.redFlags().all())}} {}

    [[nodiscard]] std::vector<FormFault> faultsIn(const forms::Questionnaire& form) {
        const auto& measures = tables_.at("outcome-measures");
        if (!form.measure.empty() && !has(measures, form.measure)) {
            add({},
                {tr("There is no outcome measure \"{1}\" in the clinical tables: its score would "
                    "say nothing."),
                 {form.measure}},
                nearest(form.measure, measures));
        }
        judgeNames(form);
        judge(form.items);
        return std::move(faults_);
    }

private:
    [[nodiscard]] static bool has(const Ids& ids, std::string_view id) {
        return std::ranges::find(ids, id) != ids.end();
    }

    /// The known id that was probably meant; empty: none is near.
    [[nodiscard]] std::string nearest(std::string_view id, const Ids& known) const {
        return faults_.size() < kMostMeant ? report::nearestOf(id, known) : std::string{};
    }

    void add(const std::string& linkId, const Message& message, const std::string& near = {}) {
        auto sentence = shown(message);
        if (!near.empty()) {
            sentence += ' ' + shown({tr("Did you mean \"{1}\"?"), {near}});
        }
        faults_.push_back({FormFault::Weight::Error, linkId, std::move(sentence)});
    }

    /// What could not be stored once it is begun.
    void judgeNames(const forms::Questionnaire& form) {
        std::vector<Message> unfit;
        checkText(unfit, tr("Title"), titleOf(form), kLongestFormTitle);
        checkText(unfit, tr("Address of the form"), form.url, kLongestFormUrl);
        checkText(unfit, tr("Version of the form"), form.version, kLongestFormVersion);
        for (const auto& problem : unfit) {
            add({}, problem);
        }
    }

    void judge(const std::vector<Item>& items) {
        for (const auto& item : items) {
            if (!item.flag.empty()) {
                judgeFlag(item);
            }
            for (const auto& row : item.rows) {
                judgeRow(item, row);
            }
            judge(item.items);
        }
    }

    void judgeFlag(const Item& item) {
        const auto& flags = tables_.at("red-flags");
        if (!has(flags, item.flag)) {
            add(item.linkId,
                {tr("There is no red flag \"{1}\" in the clinical tables: a \"yes\" would not say "
                    "what to do."),
                 {item.flag}},
                nearest(item.flag, flags));
        }
        if (lengthInCharacters(item.text.text) > kLongestFlagQuestion) {
            add(item.linkId, {tr("The question is longer than the {1} characters that are kept "
                                 "with a red flag; shorten it."),
                              {std::to_string(kLongestFlagQuestion)}});
        }
    }

    /// Of a table that is not read here, such as findings, only the name can be a slip.
    void judgeRow(const Item& item, std::string_view row) {
        const auto slash = row.find('/');
        const auto table = row.substr(0, slash);
        const auto id = slash == std::string_view::npos ? row : row.substr(slash + 1);
        std::string near;
        if (slash == std::string_view::npos) {
            const auto meant = std::ranges::find_if(
                tables_, [&](const auto& each) { return has(each.second, id); });
            near = meant != tables_.end() ? meant->first + '/' + std::string{id} : std::string{};
        } else if (const auto known = tables_.find(table); known != tables_.end()) {
            if (has(known->second, id)) {
                return;
            }
            near = nearest(id, known->second);
            near = near.empty() ? near : known->first + '/' + near;
        } else {
            const auto meant = tables_.find(nearest(table, tableNames()));
            if (meant == tables_.end()) {
                return;
            }
            near = nearest(id, meant->second);
            near = meant->first + '/' + (near.empty() ? std::string{id} : near);
        }
        add(item.linkId,
            {tr("There is no row \"{1}\" in the clinical tables: nothing would come of the "
                "answer."),
             {std::string{row}}},
            near);
    }

    [[nodiscard]] Ids tableNames() const {
        Ids names;
        for (const auto& [name, ids] : tables_) {
            names.push_back(name);
        }
        return names;
    }

    std::map<std::string, Ids, std::less<>> tables_; ///< their ids, by the names of their files
    std::vector<FormFault> faults_;
};

} // namespace

std::vector<FormFault> faultsAgainst(const reference::Reference& tables,
                                     const forms::Questionnaire& form) {
    return TableCheck{tables}.faultsIn(form);
}

} // namespace palpate::app
