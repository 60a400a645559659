// SPDX-License-Identifier: MIT
#include "app/DemoComplaints.h"

#include <array>

namespace palpate::app {

namespace {

template <std::size_t N>
constexpr std::array<std::string_view, N> words(const std::string_view (&items)[N]) {
    return std::to_array(items);
}

constexpr auto kBackPoints =
    words({"quadratus_lumborum.superficial_upper", "gluteus_medius.posterior",
           "quadratus_lumborum.superficial_lower", "longissimus_thoracis.upper_lumbar",
           "iliocostalis_lumborum.upper", "multifidus.lumbar_upper",
           "quadratus_lumborum.deep_lower", "multifidus.lumbosacral", "gluteus_maximus.sacral",
           "gluteus_medius.middle", "longissimus_thoracis.low_thoracic", "psoas_major.abdominal",
           "quadratus_lumborum.deep_upper", "piriformis.medial", "gluteus_minimus.posterior"});
constexpr auto kBackOther =
    words({"quadratus_lumborum.superficial_upper", "gluteus_medius.posterior",
           "iliocostalis_lumborum.upper", "multifidus.lumbosacral"});
constexpr auto kBackRegions = words({"lumbar", "buttock_upper", "thoracic_lower"});
constexpr auto kBackOnset =
    words({"lifting a box", "after a day of gardening", "no clear reason, over some weeks",
           "bending to tie a shoe", "long drive", "moving furniture", "slipped on wet steps",
           "after weeks of sitting at a deadline", "shovelling snow", "carrying a child on one hip",
           "a new mattress, perhaps", "first long run after a break"});
constexpr auto kBackProvoked = words(
    {"sitting for more than half an hour", "getting up from a low chair", "bending forward",
     "lifting", "standing at the sink", "the first minutes after waking", "driving",
     "turning over in bed", "carrying shopping", "vacuum cleaning", "coughing", "long meetings"});
constexpr auto kBackGoals =
    words({"Sit for an hour without pain", "Lift 10 kg without pain",
           "Work a full day in the garden", "Sleep through the night", "Put on socks without help",
           "Drive to work without stopping", "Walk the dog for an hour", "Run 5 km again",
           "Carry the grandchild upstairs", "Stand through a whole shift"});
constexpr auto kBackHome = words(
    {"side-bending stretch, three times 30 s a day", "standing up every 40 minutes",
     "heat for 15 minutes in the evening", "knees-to-chest stretch each morning",
     "side plank, three times 20 s", "a ball against the wall for the buttock, one minute a side",
     "a short walk after lunch", "bridge, two sets of ten", "cat and camel, ten slow rounds",
     "drinking a glass of water with each break"});

constexpr auto kSciaticPoints =
    words({"gluteus_minimus.posterior", "piriformis.medial", "piriformis.lateral",
           "quadratus_lumborum.superficial_lower", "gluteus_medius.posterior",
           "gluteus_minimus.anterior_lower", "semimembranosus.middle", "multifidus.lumbosacral",
           "gluteus_maximus.ischial", "gastrocnemius_medial.proximal"});
constexpr auto kSciaticOther = words({"gluteus_medius.posterior", "multifidus.lumbosacral"});
constexpr auto kSciaticRegions = words({"buttock_upper", "buttock_lower", "thigh_posterior"});
constexpr auto kSciaticProvoked =
    words({"sitting on a hard bench", "long car journeys", "climbing stairs", "bending forward",
           "crossing the legs", "sitting at the computer", "walking uphill", "lying on that side"});

constexpr auto kSacralPoints =
    words({"gluteus_maximus.sacral", "multifidus.sacral", "gluteus_medius.posterior",
           "multifidus.lumbosacral", "quadratus_lumborum.deep_lower", "piriformis.medial",
           "longissimus_thoracis.upper_lumbar", "gluteus_maximus.coccygeal"});
constexpr auto kSacralRegions = words({"buttock_upper", "sacrum", "lumbar"});
constexpr auto kSacralOnset =
    words({"landed hard on the heel", "since the pregnancy", "after a fall on the seat",
           "long standing on one leg at work", "no clear reason, slowly over a month",
           "after a weekend of skating"});

constexpr auto kThoracolumbarPoints = words(
    {"longissimus_thoracis.low_thoracic", "iliocostalis_thoracis.low_thoracic",
     "serratus_posterior_inferior.belly", "iliocostalis_lumborum.upper", "multifidus.lumbar_upper",
     "quadratus_lumborum.deep_upper", "latissimus_dorsi.lower", "rotatores.lumbar"});
constexpr auto kThoracolumbarRegions = words({"thoracic_lower", "lumbar"});

constexpr auto kNeckPoints =
    words({"trapezius_descending.horizontal", "levator_scapulae.lower", "splenius_cervicis.lower",
           "trapezius_descending.anterior", "levator_scapulae.upper", "semispinalis_capitis.middle",
           "trapezius_transverse.medial", "splenius_capitis.upper", "scalenus_medius.lower",
           "sternocleidomastoid.clavicular_middle", "rhomboid_minor.lateral"});
constexpr auto kNeckOther =
    words({"trapezius_descending.horizontal", "levator_scapulae.lower", "splenius_capitis.upper"});
constexpr auto kNeckRegions = words({"neck_posterior", "shoulder_top", "neck_lateral"});
constexpr auto kNeckOnset = words(
    {"woke up with it", "a week of long hours at the laptop", "rear-end collision at low speed",
     "painting a ceiling", "slept on a sofa", "no clear reason, over some weeks",
     "a draught in the car, the patient thinks", "a new pair of glasses"});
constexpr auto kNeckProvoked = words(
    {"looking over the shoulder", "work at the screen", "holding the telephone with the shoulder",
     "reading in bed", "carrying a bag on that side", "looking up", "reversing the car", "stress"});
constexpr auto kNeckGoals =
    words({"Turn the head freely when driving", "Work four hours at the screen without pain",
           "Sleep through the night", "Swim breaststroke again", "Read for an hour in the evening",
           "Play the violin for an hour"});
constexpr auto kNeckHome =
    words({"neck side-bending stretch, three times 20 s", "chin tucks, ten each hour",
           "heat on the shoulder for 15 minutes", "screen raised to eye height",
           "shoulder rolls with each break", "five minutes of slow breathing at night",
           "a lower pillow"});

constexpr auto kShoulderPoints =
    words({"infraspinatus.upper_medial", "supraspinatus.medial", "infraspinatus.upper_lateral",
           "teres_minor.belly", "trapezius_descending.horizontal", "deltoid_spinal.belly",
           "teres_major.lateral", "latissimus_dorsi.axillary", "pectoralis_minor.upper",
           "subscapularis.axillary_lower", "levator_scapulae.lower", "deltoid_clavicular.belly"});
constexpr auto kShoulderOther = words({"trapezius_descending.horizontal"});
constexpr auto kShoulderRegions = words({"shoulder_posterior", "scapular", "shoulder_top"});
constexpr auto kShoulderOnset =
    words({"overhead work on a ceiling", "a fall on the outstretched arm", "swimming training",
           "no clear reason, over two months", "lifting a suitcase into the rack",
           "throwing a ball with the children", "a new weight programme"});
constexpr auto kShoulderProvoked =
    words({"reaching overhead", "lying on that side", "putting on a coat", "reaching the back seat",
           "fastening a bra or a belt", "lifting a pan", "writing on the board"});
constexpr auto kShoulderGoals =
    words({"Reach the top shelf", "Sleep on that side", "Swim 1,000 m", "Work overhead for an hour",
           "Hang out the washing without pain", "Serve at tennis again"});
constexpr auto kShoulderHome = words(
    {"cross-body stretch, three times 30 s", "a ball against the wall behind the shoulder",
     "outward rotation with a band, two sets of twelve", "pendulum swings morning and evening",
     "sleeping with a pillow under the arm", "wall slides, ten slow ones"});

constexpr auto kHeadPoints = words(
    {"trapezius_descending.anterior", "semispinalis_capitis.upper", "splenius_capitis.upper",
     "sternocleidomastoid.sternal_upper", "temporalis.anterior", "obliquus_capitis_inferior.belly",
     "semispinalis_capitis.middle", "masseter.superficial_middle", "occipitofrontalis.occipital",
     "sternocleidomastoid.clavicular_upper"});
constexpr auto kHeadOther = words({"trapezius_descending.anterior", "semispinalis_capitis.upper",
                                   "temporalis.anterior", "splenius_capitis.upper"});
constexpr auto kHeadRegions = words({"occiput", "neck_posterior", "temple"});
constexpr auto kHeadOnset = words({"for years, more often since spring", "since an office move",
                                   "after a winter of overtime", "since a dental treatment",
                                   "no clear beginning", "since the examination weeks"});
constexpr auto kHeadProvoked =
    words({"long screen work", "too little sleep", "clenching the teeth", "missed meals",
           "stress at work", "driving at night", "looking down at a telephone"});
constexpr auto kHeadGoals =
    words({"Fewer than two headache days a week", "Work a week without tablets",
           "Read in the evening again", "Get through a working day without lying down"});
constexpr auto kHeadHome =
    words({"chin tucks, ten each hour", "a break from the screen every 30 minutes",
           "two tennis balls under the back of the head, two minutes", "a headache diary",
           "jaw relaxed, teeth apart, checked on the hour", "going to bed at the same time"});

constexpr auto kHipPoints =
    words({"gluteus_medius.middle", "gluteus_minimus.anterior_lower", "tensor_fasciae_latae.belly",
           "gluteus_medius.anterior", "piriformis.lateral", "gluteus_maximus.ischial",
           "vastus_lateralis.proximal", "adductor_longus.proximal", "psoas_major.distal",
           "gluteus_minimus.posterior"});
constexpr auto kHipOther = words({"gluteus_medius.middle", "tensor_fasciae_latae.belly"});
constexpr auto kHipRegions = words({"hip_lateral", "buttock_upper", "thigh_lateral"});
constexpr auto kHipOnset =
    words({"training for a half marathon", "no clear reason, over a month",
           "a fall from the bicycle", "after a walking holiday", "a new job, standing all day"});
constexpr auto kHipProvoked =
    words({"lying on that side", "climbing stairs", "getting out of the car", "walking downhill",
           "standing on one leg", "the first steps after sitting", "running beyond 3 km"});
constexpr auto kHipGoals = words({"Run 10 km again", "Sleep on that side", "Climb three floors",
                                  "Walk for two hours", "Dance through an evening"});
constexpr auto kHipHome =
    words({"side-lying leg raises, two sets of ten", "hip flexor stretch, three times 30 s",
           "a roller along the outer thigh, two minutes", "clam, two sets of twelve",
           "shorter strides when walking"});

constexpr auto kKneePoints = words(
    {"vastus_medialis.distal", "vastus_lateralis.distal_front", "gastrocnemius_lateral.proximal",
     "vastus_medialis.proximal", "gastrocnemius_medial.proximal", "vastus_intermedius.upper",
     "biceps_femoris.distal", "popliteus.belly", "semitendinosus.middle", "sartorius.lower"});
constexpr auto kKneeOther = words({"vastus_medialis.distal"});
constexpr auto kKneeRegions = words({"thigh_anterior", "thigh_lateral", "calf"});
constexpr auto kKneeOnset =
    words({"football match", "kneeling to lay a floor", "after a mountain descent",
           "no clear reason, over some weeks", "a twist on the stairs", "more running than usual"});
constexpr auto kKneeProvoked =
    words({"walking downstairs", "kneeling", "squatting", "sitting long with the knee bent",
           "running downhill", "getting up from the floor"});
constexpr auto kKneeGoals = words({"Walk downstairs without the rail", "Kneel in the garden",
                                   "Play football again", "Cycle to work"});
constexpr auto kKneeHome =
    words({"quadriceps stretch, three times 30 s", "wall sits, five times 15 s",
           "step-downs, two sets of eight", "a roller along the front of the thigh",
           "cycling without load, ten minutes a day"});

constexpr std::array kComplaints{
    DemoComplaint{34, BodyArea::LowBack, "Low back pain", "low back", true, "M54.59", "M54.59",
                  kBackPoints, kBackOther, kBackRegions, kBackOnset, kBackProvoked, kBackGoals,
                  kBackHome},
    DemoComplaint{9, BodyArea::LowBack, "Low back pain with leg pain", "low back and leg", true,
                  "M54.41", "M54.42", kSciaticPoints, kSciaticOther, kSciaticRegions, kBackOnset,
                  kSciaticProvoked, kBackGoals, kBackHome},
    DemoComplaint{7, BodyArea::LowBack, "Low back and pelvic girdle pain", "pelvic girdle", true,
                  "M53.88", "M53.88", kSacralPoints, kBackOther, kSacralRegions, kSacralOnset,
                  kBackProvoked, kBackGoals, kBackHome},
    DemoComplaint{5, BodyArea::LowBack, "Thoracolumbar back pain", "lower back", true, "M53.85",
                  "M53.85", kThoracolumbarPoints, kBackOther, kThoracolumbarRegions, kBackOnset,
                  kBackProvoked, kBackGoals, kBackHome},
    DemoComplaint{14, BodyArea::Neck, "Neck pain", "neck", true, "M54.2", "M54.2", kNeckPoints,
                  kNeckOther, kNeckRegions, kNeckOnset, kNeckProvoked, kNeckGoals, kNeckHome},
    DemoComplaint{11, BodyArea::Shoulder, "Shoulder pain", "shoulder", true, "M25.511", "M25.512",
                  kShoulderPoints, kShoulderOther, kShoulderRegions, kShoulderOnset,
                  kShoulderProvoked, kShoulderGoals, kShoulderHome},
    DemoComplaint{7, BodyArea::Headache, "Tension-type headache", "head and neck", false, "G44.219",
                  "G44.219", kHeadPoints, kHeadOther, kHeadRegions, kHeadOnset, kHeadProvoked,
                  kHeadGoals, kHeadHome},
    DemoComplaint{8, BodyArea::Hip, "Hip pain", "hip", true, "M25.551", "M25.552", kHipPoints,
                  kHipOther, kHipRegions, kHipOnset, kHipProvoked, kHipGoals, kHipHome},
    DemoComplaint{5, BodyArea::Knee, "Knee pain", "knee", true, "M25.561", "M25.562", kKneePoints,
                  kKneeOther, kKneeRegions, kKneeOnset, kKneeProvoked, kKneeGoals, kKneeHome},
};

} // namespace

std::span<const DemoComplaint> demoComplaints() {
    return kComplaints;
}

} // namespace palpate::app
