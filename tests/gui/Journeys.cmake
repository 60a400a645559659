# SPDX-License-Identifier: MIT
# The program as its users meet it: whole journeys by real clicks on a real encrypted clinic.
if(TARGET palpate_person)
  add_executable(test_journeys journeyMain.cpp JourneyClinic.cpp JourneyTest.cpp KeyboardJourneyTest.cpp MapJourneyTest.cpp
    PainJourneyTest.cpp StartTest.cpp)
  target_link_libraries(test_journeys PRIVATE palpate_person palpate_test_support palpate_test_builders palpate_compiler)
  add_test(NAME "gui: journeys by real clicks"
    COMMAND ${PROJECT_SOURCE_DIR}/tests/xvfb-wm.sh $<TARGET_FILE:test_journeys>)
  set_tests_properties("gui: journeys by real clicks" PROPERTIES LABELS gui RUN_SERIAL ON TIMEOUT 300)
endif()
