// SPDX-License-Identifier: MIT
#include "atlas/AtlasNode.h"
#include "atlas/MapContent.h"
#include "domain/Error.h"

#include <algorithm>
#include <cctype>
#include <set>
#include <tuple>

namespace palpate::atlas {

namespace {

[[nodiscard]] Side side(const Node& entry) {
    const auto side = parseSide(entry.child("side").text());
    if (!side) {
        entry.fail(tr("The body atlas {1} is damaged: {2} has a side that is neither L, R nor M."));
    }
    return *side;
}

template <class Key> [[nodiscard]] Key key(const Node& node) {
    const auto key = Key::from(node.text());
    if (!key) {
        node.fail(tr("The body atlas {1} is damaged: {2} is no identifier (letters, digits, \"_\", "
                     "\".\", \"-\")."));
    }
    return *key;
}

[[nodiscard]] Plane plane(const Node& shape, View view) {
    if (!shape.has("overlay")) {
        return Plane::Body;
    }
    if (shape.child("overlay").text() != "arm" || (view != View::Left && view != View::Right)) {
        shape.fail(tr("The body atlas {1} is damaged: {2} has an overlay; only \"arm\" in a side "
                      "view is known."));
    }
    return Plane::Arm;
}

/// Calls with (Node, View) for the entries of "views" in the order of kViews; there must be at
/// least one.
template <class Do> void forEachView(const Node& entry, Do todo) {
    const Node views = entry.child("views");
    forEachNamed(views,
                 [](const Node& node, const std::string& name) { (void)viewNamed(node, name); });
    if (views.size() == 0) {
        entry.fail(tr("The body atlas {1} is damaged: {2} shows in no view."));
    }
    for (const View view : kViews) {
        const std::string name{palpate::name(view)};
        if (views.has(name.c_str())) {
            todo(Node{views.json().at(name), views, name}, view);
        }
    }
}

void mustBeNew(const Node& entry, bool isNew) {
    if (!isNew) {
        entry.fail(tr("The body atlas {1} is damaged: {2} is there twice."));
    }
}

class Reader {
public:
    Reader(const Node& root, MapContent& into) : root_{root}, into_{into} {}

    void read() {
        root_.mustHold({"format", "version", "units", "views", "layers", "composites", "skin",
                        "bones", "muscles", "regions", "landmarks", "tones", "provenance"});
        readViews();
        readLayers();
        readComposites();
        readSkin();
        readTones();
        forEach(root_.child("bones"), kMostEntries, [&](const Node& entry) { readBone(entry); });
        forEach(root_.child("muscles"), kMostEntries,
                [&](const Node& entry) { readMuscle(entry); });
        forEach(root_.child("regions"), kMostEntries,
                [&](const Node& entry) { readRegion(entry); });
        forEach(root_.child("landmarks"), kMostEntries,
                [&](const Node& entry) { readLandmark(entry); });
        checkComposites();
        readAttribution();
    }

private:
    [[nodiscard]] const ViewFrame& frame(View view) const { return into_.frames[at(view)]; }

    void readViews() {
        const Node views = root_.child("views");
        views.mustHold({"anterior", "posterior", "left", "right", "plantar"});
        forEachNamed(views, [&](const Node& node, const std::string& name) {
            node.mustHold({"width", "height", "title"});
            into_.frames[at(viewNamed(node, name))] = {
                node.child("width").number(1, kLargestFrame),
                node.child("height").number(1, kLargestFrame), node.child("title").text()};
        });
    }

    void readLayers() const { root_.child("layers").mustHold({"1", "2", "3", "4"}); }

    void readComposites() {
        const Node composites = root_.child("composites");
        forEachNamed(composites, [&](const Node& node, const std::string& name) {
            const auto whole = MuscleKey::from(name);
            if (!whole) {
                node.fail(tr("The body atlas {1} is damaged: {2} is no identifier "
                             "(letters, digits, \"_\", \".\", \"-\")."));
            }
            Composite composite{*whole, inWords(name), {}};
            forEach(node, kMostEntries,
                    [&](const Node& part) { composite.parts.push_back(key<MuscleKey>(part)); });
            into_.composites.push_back(std::move(composite));
        });
    }

    [[nodiscard]] static std::string inWords(std::string text) {
        std::replace(text.begin(), text.end(), '_', ' ');
        text.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(text.front())));
        return text;
    }

    /// "body" always, "arm" as well in the side views.
    template <class Do> void forEachPlane(const Node& views, Do todo) const {
        views.mustHold({"anterior", "posterior", "left", "right"}, {"plantar"});
        forEachNamed(views, [&](const Node& node, const std::string& name) {
            const View view = viewNamed(node, name);
            const bool isSide = view == View::Left || view == View::Right;
            isSide ? node.mustHold({"body", "arm"}) : node.mustHold({"body"});
            todo(node.child("body"), view, Plane::Body);
            if (isSide) {
                todo(node.child("arm"), view, Plane::Arm);
            }
        });
    }

    void readSkin() {
        const Node skin = root_.child("skin");
        forEachPlane(skin, [&](const Node& node, View view, Plane plane) {
            node.mustHold({"outline", "strokes"});
            SkinPlane one{view,
                          plane,
                          outline(node.child("outline"), frame(view)),
                          polylines(node.child("strokes"), frame(view)),
                          {}};
            into_.skin[at(view)].push_back(std::move(one));
        });
        if (into_.skin[at(View::Plantar)].empty()) {
            skin.fail(tr("The body atlas {1} is damaged: {2} has no \"{3}\"."), {"plantar"});
        }
    }

    void readTones() {
        // The soles carry no shading.
        forEachPlane(root_.child("tones"), [&](const Node& node, View view, Plane plane) {
            node.mustHold({"0", "1", "2", "3", "4"});
            for (std::size_t top = 0; top < 5; ++top) {
                const std::string name = std::to_string(top);
                const Node pair = node.child(name.c_str());
                pair.mustBeList(2);
                if (pair.size() != 2) {
                    pair.fail(tr("The body atlas {1} is damaged: {2} must be two lists, soft and "
                                 "deep shading."));
                }
                into_.skin[at(view)][at(plane)].tones[top] = {
                    outline(Node{pair.json()[0], pair, 0}, frame(view), true),
                    outline(Node{pair.json()[1], pair, 1}, frame(view), true)};
            }
        });
    }

    void readBone(const Node& entry) {
        entry.mustHold({"id", "side", "name", "views"});
        Bone bone{entry.child("id").text(), side(entry), entry.child("name").text(), {}};
        forEachView(entry, [&](const Node& node, View view) {
            node.mustHold({"polys", "depth"}, {"overlay"});
            mustBeNew(node, seenBones_.emplace(bone.id, bone.side, view, plane(node, view)).second);
            bone.shapes.push_back({view, plane(node, view),
                                   outline(node.child("polys"), frame(view)),
                                   node.child("depth").number(-kLargestFrame, kLargestFrame)});
        });
        into_.bones.push_back(std::move(bone));
    }

    void readMuscle(const Node& entry) {
        entry.mustHold(
            {"id", "side", "name", "latin", "fma", "group", "layer", "kind", "source", "views"},
            {"part_of", "see_through", "note"});
        Muscle muscle{key<MuscleKey>(entry.child("id")),
                      side(entry),
                      entry.child("name").text(),
                      entry.child("latin").text(),
                      {},
                      entry.child("group").text(),
                      layer(entry.child("layer")),
                      kind(entry.child("kind")),
                      {},
                      entry.has("see_through") && entry.child("see_through").flag(),
                      {}};
        mustBeNew(entry, seenMuscles_.emplace(muscle.key, muscle.side).second);
        forEach(entry.child("fma"), kMostEntries,
                [&](const Node& id) { muscle.fma.push_back(id.text()); });
        if (entry.has("part_of")) {
            muscle.partOf = key<MuscleKey>(entry.child("part_of"));
        }
        forEachView(entry, [&](const Node& node, View view) {
            muscle.shapes.push_back(muscleShape(node, view));
        });
        into_.muscles.push_back(std::move(muscle));
    }

    [[nodiscard]] MuscleShape muscleShape(const Node& node, View view) const {
        node.mustHold({"polys", "anchor", "area", "full_area", "order"},
                      {"full", "fibres", "overlay"});
        const ViewFrame& within = frame(view);
        const double largest = within.width * within.height;
        MuscleShape shape;
        shape.view = view;
        shape.plane = plane(node, view);
        shape.visible = outline(node.child("polys"), within);
        if (node.has("full")) {
            shape.full = outline(node.child("full"), within);
        }
        shape.anchor = place(node.child("anchor"), within);
        shape.visibleArea = node.child("area").number(0, largest);
        shape.fullArea = node.child("full_area").number(0, largest);
        shape.order = static_cast<int>(node.child("order").number(-1'000'000, 1'000'000));
        if (node.has("fibres")) {
            shape.fibres = polylines(node.child("fibres"), within);
        }
        return shape;
    }

    [[nodiscard]] static Layer layer(const Node& node) {
        const double number = node.json().is_number() ? node.json().get<double>() : 0;
        if (number != 1 && number != 2 && number != 3 && number != 4) {
            node.fail(tr("The body atlas {1} is damaged: {2} must be 1, 2, 3 or 4."));
        }
        return static_cast<Layer>(static_cast<int>(number));
    }

    [[nodiscard]] static MuscleKind kind(const Node& node) {
        const std::string& text = node.text();
        if (text == "muscle") {
            return MuscleKind::Muscle;
        }
        if (text == "tendon") {
            return MuscleKind::Tendon;
        }
        if (text != "fascia") {
            node.fail(tr("The body atlas {1} is damaged: {2} must be muscle, tendon or fascia."));
        }
        return MuscleKind::Fascia;
    }

    void readRegion(const Node& entry) {
        entry.mustHold({"id", "side", "name", "views"});
        Region region{
            key<RegionKey>(entry.child("id")), side(entry), entry.child("name").text(), {}};
        mustBeNew(entry, seenRegions_.emplace(region.key, region.side).second);
        forEachView(entry, [&](const Node& node, View view) {
            node.mustHold({"polys", "anchor", "area"}, {"overlay"});
            const ViewFrame& within = frame(view);
            region.shapes.push_back({view, plane(node, view), outline(node.child("polys"), within),
                                     place(node.child("anchor"), within),
                                     node.child("area").number(0, within.width * within.height)});
        });
        into_.regions.push_back(std::move(region));
    }

    void readLandmark(const Node& entry) {
        entry.mustHold({"id", "side", "name", "xyz", "at"});
        Landmark landmark{entry.child("id").text(), side(entry), entry.child("name").text(), {}};
        mustBeNew(entry, seenLandmarks_.emplace(landmark.id, landmark.side).second);
        forEachNamed(entry.child("at"), [&](const Node& node, const std::string& name) {
            const View view = viewNamed(node, name);
            landmark.at[at(view)] = place(node, frame(view));
        });
        into_.landmarks.push_back(std::move(landmark));
    }

    /// Every part names its whole, and every whole has its parts, each once.
    void checkComposites() const {
        const Node composites = root_.child("composites");
        std::set<std::pair<MuscleKey, MuscleKey>> parts; // with their wholes, as the muscles say
        for (const Muscle& muscle : into_.muscles) {
            if (muscle.partOf) {
                parts.emplace(muscle.key, *muscle.partOf);
            }
        }
        std::set<MuscleKey> wholes;
        for (const Composite& composite : into_.composites) {
            wholes.insert(composite.key);
            std::set<MuscleKey> seen;
            for (const MuscleKey& part : composite.parts) {
                if (!parts.contains({part, composite.key})) {
                    composites.fail(
                        tr("The body atlas {1} is damaged: {2} name {3} as a part of {4}, "
                           "but no such muscle is there."),
                        {part.text(), composite.key.text()});
                }
                if (!seen.insert(part).second) {
                    composites.fail(tr("The body atlas {1} is damaged: {2} name {3} twice as a "
                                       "part of {4}."),
                                    {part.text(), composite.key.text()});
                }
            }
        }
        for (const auto& [part, whole] : parts) {
            if (!wholes.contains(whole)) {
                root_.child("muscles").fail(tr("The body atlas {1} is damaged: {2} name {3} as a "
                                               "part of {4}, which is no composite."),
                                            {part.text(), whole.text()});
            }
        }
    }

    void readAttribution() {
        const Node provenance = root_.child("provenance");
        provenance.mustBeObject();
        if (!provenance.has("attribution")) {
            provenance.fail(tr("The body atlas {1} is damaged: {2} has no \"{3}\"."),
                            {"attribution"});
        }
        forEach(provenance.child("attribution"), kMostEntries,
                [&](const Node& text) { into_.attribution.push_back(text.text()); });
    }

    const Node& root_;
    MapContent& into_;
    std::set<std::tuple<std::string, Side, View, Plane>> seenBones_;
    std::set<std::pair<MuscleKey, Side>> seenMuscles_;
    std::set<std::pair<RegionKey, Side>> seenRegions_;
    std::set<std::pair<std::string, Side>> seenLandmarks_;
};

void checkHeader(const Node& root, std::string_view file) {
    root.mustBeObject();
    const Json& json = root.json();
    if (!json.contains("format") || json["format"] != "body-atlas") {
        throw DataError{{tr("{1} is no body atlas; restore the file that came with Palpate."),
                         {std::string{file}}}};
    }
    if (!json.contains("version") || json["version"] != 1) {
        throw DataError{{tr("The body atlas {1} has a version that this Palpate does not know; "
                            "only version 1 can be "
                            "read."),
                         {std::string{file}}}};
    }
    if (!json.contains("units") || json["units"] != "mm") {
        throw DataError{
            {tr("The body atlas {1} is damaged: units must be mm."), {std::string{file}}}};
    }
}

[[noreturn]] void failSyntax(std::string_view json, std::string_view file, std::size_t byte) {
    const std::size_t end = std::min(byte, json.size());
    const auto line =
        std::count(json.begin(), json.begin() + static_cast<std::ptrdiff_t>(end), '\n') + 1;
    throw DataError{{tr("The body atlas {1} is no sound JSON at line {2}, byte {3}; restore the "
                        "file that came with "
                        "Palpate."),
                     {std::string{file}, std::to_string(line), std::to_string(byte)}}};
}

} // namespace

void readAtlas(std::string_view json, std::string_view file, MapContent& into) {
    Json document;
    try {
        document = Json::parse(json.begin(), json.end());
    } catch (const Json::parse_error& error) {
        failSyntax(json, file, error.byte);
    } catch (const Json::exception&) {
        // A number too large for a double is reported without its place.
        throw DataError{{tr("The body atlas {1} holds a number that is too large; restore the file "
                            "that came with "
                            "Palpate."),
                         {std::string{file}}}};
    }
    const Node root{document, file};
    checkHeader(root, file);
    Reader{root, into}.read();
}

} // namespace palpate::atlas
