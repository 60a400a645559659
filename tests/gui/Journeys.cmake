# SPDX-License-Identifier: MIT
# The program as its users meet it: whole journeys by real clicks on a real encrypted clinic.
if(TARGET palpate_person)
  add_executable(test_journeys journeyMain.cpp ErrorWatch.cpp AccessJourneyTest.cpp AccessibleJourneyTest.cpp ClinicJourneyTest.cpp DocumentsJourneyTest.cpp FirstSessionJourneyTest.cpp
    FollowUpJourneyTest.cpp FlagsJourneyTest.cpp FormsClinic.cpp FormsJourneyTest.cpp HistoryJourneyTest.cpp KeepingJourneyTest.cpp LockJourneyTest.cpp JourneyClinic.cpp JourneyTest.cpp KeyboardJourneyTest.cpp KeysJourneyTest.cpp MapJourneyTest.cpp
    OtherProgram.cpp PainJourneyTest.cpp PrivacyJourneyTest.cpp RecordsClinic.cpp QuietJourneyTest.cpp RecordsJourneyTest.cpp RolesJourneyTest.cpp SearchJourneyTest.cpp SessionJourneyTest.cpp
    StartTest.cpp Authenticator.cpp FirstStartJourneyTest.cpp PeopleJourneyTest.cpp TwoProgramsJourneyTest.cpp)
  target_link_libraries(test_journeys PRIVATE palpate_person palpate_test_support
    palpate_test_builders palpate_compiler foreign_oath foreign_SQLiteCpp foreign_sodium)
  palpate_test_flags(test_journeys)
  palpate_test_precompile(test_journeys gui)
  # Some stories need a second program beside the first.
  target_compile_definitions(test_journeys PRIVATE PALPATE_PROGRAM="$<TARGET_FILE:palpate>")
  add_dependencies(test_journeys palpate)
  # In parts, so that one that hangs is known long before all of them would be over.
  foreach(part RANGE 3)
    math(EXPR shown "${part} + 1")
    add_test(NAME "gui: journeys by real clicks, part ${shown} of 4"
      COMMAND ${PROJECT_SOURCE_DIR}/tests/xvfb-wm.sh $<TARGET_FILE:test_journeys> "~[charting]" --shard-count 4 --shard-index ${part})
    set_tests_properties("gui: journeys by real clicks, part ${shown} of 4" PROPERTIES LABELS gui RUN_SERIAL ON TIMEOUT 900)
  endforeach()
  # Whole sessions; also prints how many actions they take.
  add_test(NAME "gui: whole sessions by real clicks and keys"
    COMMAND ${PROJECT_SOURCE_DIR}/tests/xvfb-wm.sh $<TARGET_FILE:test_journeys> "[charting]")
  set_tests_properties("gui: whole sessions by real clicks and keys" PROPERTIES LABELS gui RUN_SERIAL ON TIMEOUT 900)
  # The same over at-spi; left out where there is no accessibility bus.
  add_test(NAME "gui: what a screen reader hears of the chart"
    COMMAND ${PROJECT_SOURCE_DIR}/tests/xvfb-wm.sh ${CMAKE_CURRENT_SOURCE_DIR}/with-at-spi.sh
            $<TARGET_FILE:test_journeys> "[at-spi]")
  set_tests_properties("gui: what a screen reader hears of the chart" PROPERTIES LABELS gui RUN_SERIAL ON TIMEOUT 300
    SKIP_RETURN_CODE 77)
endif()
