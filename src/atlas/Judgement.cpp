// SPDX-License-Identifier: MIT
#include "atlas/Judgement.h"

#include "atlas/Crossings.h"
#include "atlas/MapContent.h"
#include "domain/Error.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <initializer_list>

namespace palpate::atlas {

namespace {

constexpr std::size_t kMostFaults = 20;
/// A stated area may differ by so much of it, and by so many mm2: small outlines suffer most from
/// rounding.
constexpr double kAreaShare = 0.05;
constexpr double kAreaRounding = 20;
constexpr double kTilingShare = 0.01;
/// From head to heel, in millimetres; the standard figure has about 1,710.
constexpr double kShortest = 1200;
constexpr double kTallest = 2500;

[[nodiscard]] std::string decimal(double value) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.1f", value); // within a frame of 10 m
    return text.data();
}

[[nodiscard]] double shoelace(const Ring& ring) noexcept {
    double twice = 0;
    Place from = ring.back();
    for (const Place to : ring) {
        twice += from.x * to.y - to.x * from.y;
        from = to;
    }
    return std::abs(twice) / 2;
}

/// Square millimetres of polygons that do not overlap.
[[nodiscard]] double areaOf(const Outline& outline) noexcept {
    double area = 0;
    for (const Polygon& polygon : outline.polygons()) {
        area += 2 * shoelace(polygon.front());
        for (const Ring& ring : polygon) {
            area -= shoelace(ring);
        }
    }
    return area;
}

/// The way to an entry, as the reader of the file tells it.
[[nodiscard]] std::string way(std::initializer_list<std::string_view> words) {
    std::string text;
    for (const auto word : words) {
        text.append(text.empty() || word.empty() ? "" : ", ").append(word);
    }
    return text;
}

[[nodiscard]] std::string_view planeName(Plane plane) noexcept {
    return plane == Plane::Arm ? "arm" : "body";
}

template <class Entry> [[nodiscard]] std::string idOf(const Entry& entry) {
    return entry.key.text() + " " + std::string{name(entry.side)};
}

/// Collects the faults of one file.
class Judge {
public:
    Judge(const MapContent& content, std::string_view file, std::size_t most)
        : content_{content}, file_{file}, most_{most} {}

    void lookForCrossings() {
        for (const auto& planes : content_.skin) {
            for (const SkinPlane& skin : planes) {
                crossing(skin.outline,
                         way({"skin", name(skin.view), planeName(skin.plane), "outline"}));
            }
        }
        for (const Bone& bone : content_.bones) {
            const auto id = bone.id + " " + std::string{name(bone.side)};
            for (const BoneShape& shape : bone.shapes) {
                crossing(shape.outline, way({"bones", id, name(shape.view), "polys"}));
            }
        }
        for (const Muscle& muscle : content_.muscles) {
            for (const MuscleShape& shape : muscle.shapes) {
                crossing(shape.visible, way({"muscles", idOf(muscle), name(shape.view), "polys"}));
                if (shape.full) {
                    crossing(*shape.full, way({"muscles", idOf(muscle), name(shape.view), "full"}));
                }
            }
        }
        for (const Region& region : content_.regions) {
            for (const RegionShape& shape : region.shapes) {
                crossing(shape.outline, way({"regions", idOf(region), name(shape.view), "polys"}));
            }
        }
    }

    void lookForMisfits() {
        lookAtFigure();
        for (const Muscle& muscle : content_.muscles) {
            for (const MuscleShape& shape : muscle.shapes) {
                fit(shape.visible, shape.visibleArea, shape.anchor,
                    way({"muscles", idOf(muscle), name(shape.view)}));
            }
        }
        for (const Region& region : content_.regions) {
            for (const RegionShape& shape : region.shapes) {
                fit(shape.outline, shape.area, shape.anchor,
                    way({"regions", idOf(region), name(shape.view)}));
            }
        }
        lookAtTiling();
    }

    [[nodiscard]] std::vector<Message> faults() { return std::move(faults_); }

private:
    void fault(const char* sentence, std::vector<std::string> more) {
        if (faults_.size() < most_) {
            more.insert(more.begin(), std::string{file_});
            faults_.push_back({sentence, std::move(more)});
        }
    }

    void crossing(const Outline& outline, const std::string& where) {
        if (faults_.size() >= most_ || search_.isExhausted()) {
            return;
        }
        if (const auto place = search_.find(outline)) {
            fault(tr("The body atlas {1} is damaged: the outline of {2} crosses itself near {3}, "
                     "{4}."),
                  {where, decimal(place->x), decimal(place->y)});
        }
        if (search_.isExhausted()) {
            fault(tr("The body atlas {1} can't be used: with {2} its outlines are too tangled to "
                     "be checked."),
                  {where});
        }
    }

    void lookAtFigure() {
        for (const View view : {View::Anterior, View::Posterior}) {
            const Box& box = content_.skin[at(view)].front().outline.box();
            const double height = box.bottom - box.top;
            if (height < kShortest || height > kTallest) {
                fault(
                    tr("The body atlas {1} is damaged: the figure in {2} is {3} mm high, which is "
                       "no standing person in millimetres."),
                    {way({"skin", name(view), "body"}), decimal(height)});
            }
        }
    }

    void fit(const Outline& outline, double stated, Place anchor, const std::string& where) {
        const double area = areaOf(outline);
        if (std::abs(area - stated) > kAreaRounding + kAreaShare * area) {
            fault(tr("The body atlas {1} is damaged: the area of {2} is {3} mm2 and not the {4} "
                     "that it states."),
                  {where, decimal(area), decimal(stated)});
        }
        if (!outline.contains(anchor)) {
            fault(tr("The body atlas {1} is damaged: the anchor of {2} lies outside of it."),
                  {where});
        }
    }

    /// The regions cover the skin without gap or overlap.
    void lookAtTiling() {
        MapContent::PerPlane<double> covered{};
        for (const Region& region : content_.regions) {
            for (const RegionShape& shape : region.shapes) {
                covered[at(shape.view)][at(shape.plane)] += areaOf(shape.outline);
            }
        }
        for (const auto& planes : content_.skin) {
            for (const SkinPlane& skin : planes) {
                const double area = areaOf(skin.outline);
                const double regions = covered[at(skin.view)][at(skin.plane)];
                if (std::abs(area - regions) > kTilingShare * area) {
                    fault(tr("The body atlas {1} is damaged: the regions in {2} have {3} mm2 "
                             "together, the skin there {4}."),
                          {way({name(skin.view), planeName(skin.plane)}), decimal(regions),
                           decimal(area)});
                }
            }
        }
    }

    const MapContent& content_;
    std::string_view file_;
    std::size_t most_;
    CrossingSearch search_;
    std::vector<Message> faults_;
};

} // namespace

void mustNotCross(const MapContent& content, std::string_view file) {
    Judge judge{content, file, 1};
    judge.lookForCrossings();
    const auto faults = judge.faults();
    if (!faults.empty()) {
        throw DataError{faults.front()};
    }
}

std::vector<Message> judge(std::string_view json, std::string_view file) {
    MapContent content;
    try {
        readAtlas(json, file, content);
    } catch (const DataError& error) {
        return {error.message()};
    }
    Judge judge{content, file, kMostFaults};
    judge.lookForCrossings();
    judge.lookForMisfits();
    return judge.faults();
}

std::vector<Message> judge(const std::filesystem::path& file) {
    try {
        return judge(textOfAtlas(file), file.string());
    } catch (const DataError& error) {
        return {error.message()};
    }
}

} // namespace palpate::atlas
