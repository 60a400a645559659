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
constexpr std::array kBackGoals{
    DemoGoal{"Sit for an hour without pain", "sitting", "60 min"},
    DemoGoal{"Lift 10 kg without pain", "lifting", "10 kg"},
    DemoGoal{"Work a full day in the garden", "gardening", "a full day"},
    DemoGoal{"Sleep through the night", "waking at night", "none"},
    DemoGoal{"Put on socks without help", "putting on socks", "without help"},
    DemoGoal{"Drive to work without stopping", "driving", "35 min"},
    DemoGoal{"Walk the dog for an hour", "walking", "60 min"},
    DemoGoal{"Run 5 km again", "running", "5 km"},
    DemoGoal{"Carry the grandchild upstairs", "carrying upstairs", "12 kg"},
    DemoGoal{"Stand through a whole shift", "standing", "8 h"}};
constexpr std::array kBackHome{
    DemoHomeCare{"stretch_ql", "side-bending stretch, three times 30 s a day"},
    DemoHomeCare{"posture_breaks", "standing up every 40 minutes"},
    DemoHomeCare{"heat", "heat for 15 minutes in the evening"},
    DemoHomeCare{"stretch_lumbar_flexion", "knees-to-chest stretch each morning"},
    DemoHomeCare{"exercise_core", "side plank, three times 20 s"},
    DemoHomeCare{"self_pressure", "a ball against the wall for the buttock, one minute a side"},
    DemoHomeCare{"walking", "a short walk after lunch"},
    DemoHomeCare{"exercise_back", "bridge, two sets of ten"},
    DemoHomeCare{"stretch_gentle", "cat and camel, ten slow rounds"},
    DemoHomeCare{"hydration", "drinking a glass of water with each break"}};

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
constexpr std::array kNeckGoals{
    DemoGoal{"Turn the head freely when driving", "turning the head", "no pain"},
    DemoGoal{"Work four hours at the screen without pain", "screen work", "4 h"},
    DemoGoal{"Sleep through the night", "waking at night", "none"},
    DemoGoal{"Swim breaststroke again", "swimming", "500 m"},
    DemoGoal{"Read for an hour in the evening", "reading", "60 min"},
    DemoGoal{"Play the violin for an hour", "playing", "60 min"}};
constexpr std::array kNeckHome{
    DemoHomeCare{"stretch_neck", "neck side-bending stretch, three times 20 s"},
    DemoHomeCare{"exercise_scapular", "chin tucks, ten each hour"},
    DemoHomeCare{"heat", "heat on the shoulder for 15 minutes"},
    DemoHomeCare{"posture_work", "screen raised to eye height"},
    DemoHomeCare{"posture_breaks", "shoulder rolls with each break"},
    DemoHomeCare{"breathing", "five minutes of slow breathing at night"},
    DemoHomeCare{"sleep_position", "a lower pillow"}};

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
constexpr std::array kShoulderGoals{
    DemoGoal{"Reach the top shelf", "reaching up", "top shelf"},
    DemoGoal{"Sleep on that side", "sleeping on that side", "all night"},
    DemoGoal{"Swim 1,000 m", "swimming", "1,000 m"},
    DemoGoal{"Work overhead for an hour", "overhead work", "60 min"},
    DemoGoal{"Hang out the washing without pain", "hanging out washing", "no pain"},
    DemoGoal{"Serve at tennis again", "serving", "20 serves"}};
constexpr std::array kShoulderHome{
    DemoHomeCare{"stretch_gentle", "cross-body stretch, three times 30 s"},
    DemoHomeCare{"self_pressure", "a ball against the wall behind the shoulder"},
    DemoHomeCare{"exercise_scapular", "outward rotation with a band, two sets of twelve"},
    DemoHomeCare{"relative_rest", "pendulum swings morning and evening"},
    DemoHomeCare{"sleep_position", "sleeping with a pillow under the arm"},
    DemoHomeCare{"exercise_scapular", "wall slides, ten slow ones"}};

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
constexpr std::array kHeadGoals{
    DemoGoal{"Fewer than two headache days a week", "headache days a week", "under 2"},
    DemoGoal{"Work a week without tablets", "tablets a week", "none"},
    DemoGoal{"Read in the evening again", "reading", "30 min"},
    DemoGoal{"Get through a working day without lying down", "lying down at work", "never"}};
constexpr std::array kHeadHome{
    DemoHomeCare{"exercise_scapular", "chin tucks, ten each hour"},
    DemoHomeCare{"posture_breaks", "a break from the screen every 30 minutes"},
    DemoHomeCare{"self_pressure", "two tennis balls under the back of the head, two minutes"},
    DemoHomeCare{"review_response", "a headache diary"},
    DemoHomeCare{"stress_mgmt", "jaw relaxed, teeth apart, checked on the hour"},
    DemoHomeCare{"sleep", "going to bed at the same time"}};

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
constexpr std::array kHipGoals{DemoGoal{"Run 10 km again", "running", "10 km"},
                               DemoGoal{"Sleep on that side", "sleeping on that side", "all night"},
                               DemoGoal{"Climb three floors", "stairs", "three floors"},
                               DemoGoal{"Walk for two hours", "walking", "120 min"},
                               DemoGoal{"Dance through an evening", "dancing", "3 h"}};
constexpr std::array kHipHome{
    DemoHomeCare{"exercise_back", "side-lying leg raises, two sets of ten"},
    DemoHomeCare{"stretch_hip_flexor", "hip flexor stretch, three times 30 s"},
    DemoHomeCare{"foam_roll", "a roller along the outer thigh, two minutes"},
    DemoHomeCare{"exercise_back", "clam, two sets of twelve"},
    DemoHomeCare{"warm_up", "shorter strides when walking"}};

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
constexpr std::array kKneeGoals{
    DemoGoal{"Walk downstairs without the rail", "stairs", "without the rail"},
    DemoGoal{"Kneel in the garden", "kneeling", "10 min"},
    DemoGoal{"Play football again", "football", "60 min"},
    DemoGoal{"Cycle to work", "cycling", "40 min"}};
constexpr std::array kKneeHome{
    DemoHomeCare{"stretch_hip_flexor", "quadriceps stretch, three times 30 s"},
    DemoHomeCare{"exercise_back", "wall sits, five times 15 s"},
    DemoHomeCare{"exercise_back", "step-downs, two sets of eight"},
    DemoHomeCare{"foam_roll", "a roller along the front of the thigh"},
    DemoHomeCare{"exercise_aerobic", "cycling without load, ten minutes a day"}};

// What is measured and tested, by complaint. Nerve tests are of the complaint's side first.
constexpr auto kBackMotions = words({"lumbar.flexion", "lumbar.lateral_flexion", "lumbar.extension",
                                     "lumbar.rotation", "spine.fingertip_to_floor"});
constexpr auto kThoracolumbarMotions =
    words({"thoracic.rotation", "lumbar.flexion", "thoracic.extension"});
constexpr auto kNeckMotions = words(
    {"cervical.rotation", "cervical.lateral_flexion", "cervical.flexion", "cervical.extension"});
constexpr auto kHeadMotions = words({"cervical.rotation", "cervical.flexion", "jaw.opening"});
constexpr auto kShoulderMotions =
    words({"shoulder.abduction", "shoulder.flexion", "shoulder.external_rotation",
           "shoulder.internal_rotation"});
constexpr auto kHipMotions = words({"hip.internal_rotation", "hip.flexion", "hip.extension"});
constexpr auto kKneeMotions =
    words({"knee.flexion", "knee.extension", "hip.popliteal_angle_90_90"});

constexpr auto kBackTests =
    words({"straight_leg_raise", "kemp", "slump", "prone_instability", "repeated_movements"});
constexpr auto kLegPainTests = words({"straight_leg_raise", "slump", "reflexes_lower",
                                      "myotomes_lower", "dermatomes_lower", "piriformis_fair"});
constexpr auto kPelvicTests = words(
    {"sij_thigh_thrust", "sij_distraction", "sij_compression", "gaenslen", "straight_leg_raise"});
constexpr auto kThoracolumbarTests = words({"kemp", "prone_instability", "slump"});
constexpr auto kNeckTests =
    words({"spurling", "cervical_distraction", "ultt_a", "craniocervical_flexion"});
constexpr auto kHeadTests = words({"flexion_rotation", "craniocervical_flexion", "spurling"});
constexpr auto kShoulderTests =
    words({"hawkins_kennedy", "neer", "painful_arc", "empty_can", "drop_arm"});
constexpr auto kHipTests = words({"faber", "fadir", "trendelenburg", "ober", "thomas"});
constexpr auto kKneeTests =
    words({"joint_line_tenderness", "mcmurray", "patellar_grind", "lachman", "valgus_stress_knee"});

constexpr auto kLumbarJoints = words({"L4-L5", "L5-S1", "L3-L4", "sacroiliac"});
constexpr auto kPelvicJoints = words({"sacroiliac", "L5-S1", "L4-L5"});
constexpr auto kThoracolumbarJoints = words({"T12-L1", "T11-T12", "L1-L2", "T9-T10"});
constexpr auto kNeckJoints = words({"C5-C6", "C4-C5", "C2-C3", "C7-T1", "T2-T3"});
constexpr auto kHeadJoints = words({"C1-C2", "C2-C3", "C0-C1", "T3-T4"});
constexpr auto kShoulderJoints = words({"T3-T4", "acromioclavicular", "shoulder", "C5-C6"});
constexpr auto kHipJoints = words({"hip", "sacroiliac", "L5-S1"});
constexpr auto kKneeJoints = words({"knee", "patellofemoral", "tibiofibular"});

constexpr auto kBackCodes = words({"M62.830", "M99.03", "M79.18"});
constexpr auto kNeckCodes = words({"M99.01", "M79.12"});
constexpr auto kOtherCodes = words({"M79.18"});

constexpr std::array kComplaints{
    DemoComplaint{34, BodyArea::LowBack, "Low back pain", "low back", true, "M54.59", "M54.59",
                  kBackPoints, kBackOther, kBackRegions, kBackOnset, kBackProvoked, kBackGoals,
                  kBackHome, kBackMotions, kBackTests, kLumbarJoints, kBackCodes},
    DemoComplaint{9, BodyArea::LowBack, "Low back pain with leg pain", "low back and leg", true,
                  "M54.41", "M54.42", kSciaticPoints, kSciaticOther, kSciaticRegions, kBackOnset,
                  kSciaticProvoked, kBackGoals, kBackHome, kBackMotions, kLegPainTests,
                  kLumbarJoints, kBackCodes},
    DemoComplaint{7, BodyArea::LowBack, "Low back and pelvic girdle pain", "pelvic girdle", true,
                  "M53.88", "M53.88", kSacralPoints, kBackOther, kSacralRegions, kSacralOnset,
                  kBackProvoked, kBackGoals, kBackHome, kBackMotions, kPelvicTests, kPelvicJoints,
                  kBackCodes},
    DemoComplaint{5, BodyArea::LowBack, "Thoracolumbar back pain", "lower back", true, "M53.85",
                  "M53.85", kThoracolumbarPoints, kBackOther, kThoracolumbarRegions, kBackOnset,
                  kBackProvoked, kBackGoals, kBackHome, kThoracolumbarMotions, kThoracolumbarTests,
                  kThoracolumbarJoints, kBackCodes},
    DemoComplaint{14, BodyArea::Neck, "Neck pain", "neck", true, "M54.2", "M54.2", kNeckPoints,
                  kNeckOther, kNeckRegions, kNeckOnset, kNeckProvoked, kNeckGoals, kNeckHome,
                  kNeckMotions, kNeckTests, kNeckJoints, kNeckCodes},
    DemoComplaint{11, BodyArea::Shoulder, "Shoulder pain", "shoulder", true, "M25.511", "M25.512",
                  kShoulderPoints, kShoulderOther, kShoulderRegions, kShoulderOnset,
                  kShoulderProvoked, kShoulderGoals, kShoulderHome, kShoulderMotions,
                  kShoulderTests, kShoulderJoints, kOtherCodes},
    DemoComplaint{7, BodyArea::Headache, "Tension-type headache", "head and neck", false, "G44.219",
                  "G44.219", kHeadPoints, kHeadOther, kHeadRegions, kHeadOnset, kHeadProvoked,
                  kHeadGoals, kHeadHome, kHeadMotions, kHeadTests, kHeadJoints, kNeckCodes},
    DemoComplaint{8, BodyArea::Hip, "Hip pain", "hip", true, "M25.551", "M25.552", kHipPoints,
                  kHipOther, kHipRegions, kHipOnset, kHipProvoked, kHipGoals, kHipHome, kHipMotions,
                  kHipTests, kHipJoints, kOtherCodes},
    DemoComplaint{5, BodyArea::Knee, "Knee pain", "knee", true, "M25.561", "M25.562", kKneePoints,
                  kKneeOther, kKneeRegions, kKneeOnset, kKneeProvoked, kKneeGoals, kKneeHome,
                  kKneeMotions, kKneeTests, kKneeJoints, kOtherCodes},
};

} // namespace

std::span<const DemoComplaint> demoComplaints() {
    return kComplaints;
}

} // namespace palpate::app
