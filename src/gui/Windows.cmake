# SPDX-License-Identifier: MIT
# The windows on top of the controls, and the program itself. They need app; the controls do not.
target_sources(palpate_gui PRIVATE
  AboutDialog.cpp AddendumDialog.cpp Bar.cpp CaseDialog.cpp ChartKeys.cpp ChartMap.cpp ChartMapPictures.cpp ChartMenus.cpp ChartPage.cpp ChartToolbar.cpp CommandLine.cpp DemoClinic.cpp
  DocumentsPage.cpp FilmStripView.cpp FormDialog.cpp Guarded.cpp HistoryPage.cpp KeysDialog.cpp MainFrame.cpp MapNumbersPicture.cpp NewClinicDialog.cpp NoteSection.cpp
  Notice.cpp OverviewPage.cpp PagesView.cpp PainPanel.cpp PalpateApp.cpp PatientDialog.cpp PatientsPage.cpp
  PictureView.cpp PointCardView.cpp PointRowView.cpp RecentClinics.cpp RecoveryKeyDialog.cpp RowList.cpp
  SessionPanel.cpp SignDialog.cpp SignInPage.cpp StartPage.cpp TabOrder.cpp ThemeMemory.cpp TopBar.cpp TreatmentRow.cpp TypedText.cpp
  WindowPrompter.cpp Workplace.cpp)
target_compile_definitions(palpate_gui PRIVATE PALPATE_VERSION="${PROJECT_VERSION}")

add_executable(palpate main.cpp)
target_link_libraries(palpate PRIVATE palpate_gui palpate_compiler foreign_wx)
