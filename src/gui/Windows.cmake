# SPDX-License-Identifier: MIT
# The windows on top of the controls, and the program itself. They need app; the controls do not.
target_sources(palpate_gui PRIVATE
  AboutDialog.cpp AddendaSection.cpp AddendumDialog.cpp AfterSection.cpp Bar.cpp CaseDialog.cpp CautionCard.cpp ChartKeys.cpp ChartMap.cpp ChartMapPictures.cpp ChartMenus.cpp ChartPage.cpp ChartPageBuild.cpp ChartToolbar.cpp CheckInBlock.cpp ClinicDialog.cpp ClosingDialog.cpp ColourSample.cpp CommandLine.cpp ComparePane.cpp ContactDialog.cpp DaysDialog.cpp DemoClinic.cpp DiagnosisPicker.cpp
  DayLists.cpp DeliveryFields.cpp Disclosures.cpp DocumentDialogs.cpp DocumentsPage.cpp DoseFields.cpp FactTable.cpp FigureRow.cpp FilmStripView.cpp FormDialog.cpp FormField.cpp FormLines.cpp Guarded.cpp KeptField.cpp HelpsPane.cpp HistoryFilterBar.cpp HistoryMap.cpp HistoryPage.cpp HomeCareList.cpp ImageView.cpp KeepingDialogs.cpp KeepingPane.cpp KeptDocuments.cpp KeysDialog.cpp LateReason.cpp LeftWords.cpp LetterFields.cpp LifeStrips.cpp MainFrame.cpp ManyReportsDialog.cpp MapNumbersPicture.cpp MeasureRendering.cpp MeasureRowView.cpp MeasureSection.cpp MergeDialog.cpp MistakeLines.cpp NewClinicDialog.cpp NoteSection.cpp
  Notice.cpp MapCardPictures.cpp OverviewPage.cpp OverviewRendering.cpp PagesView.cpp PainPanel.cpp PaintedRows.cpp PalpateApp.cpp PasswordDialog.cpp PatientDialog.cpp PatientFields.cpp PatientsPage.cpp
  PictureView.cpp PointCardBuild.cpp PointCardView.cpp PointRowView.cpp PointsPane.cpp PointsSection.cpp PreviewPane.cpp RecentClinics.cpp RecoveryKeyDialog.cpp RedFlagsDialog.cpp RunDialog.cpp ReportForm.cpp ReportPage.cpp ReportPageWays.cpp RowList.cpp
  SearchDialogs.cpp SearchFilters.cpp SearchHelp.cpp SearchPage.cpp SearchPageWays.cpp SessionFooter.cpp SessionPanel.cpp SessionPanelWays.cpp SessionSection.cpp SessionTimeline.cpp Settling.cpp SigningDialog.cpp SignInPage.cpp SnippetsDialog.cpp StartPage.cpp SubjectiveSection.cpp TabOrder.cpp TechniquePicker.cpp TemplateEditor.cpp TemplateEditorBuild.cpp TopBar.cpp TreatmentRow.cpp TreatmentSection.cpp TypedNumber.cpp TypedText.cpp
  BodyQuestion.cpp CareCard.cpp CareDialog.cpp FlagBanner.cpp FlagCard.cpp FlagsDialog.cpp FlagSign.cpp FormEditor.cpp FormPane.cpp FormPaneWays.cpp FormRow.cpp FormRowAnswers.cpp FormRowControls.cpp
  FormsLists.cpp FormsPage.cpp HandOverPage.cpp LeaveDialog.cpp MeasureCards.cpp ProgressLine.cpp ScreeningOffer.cpp TrendRows.cpp ValueSlider.cpp WorkplaceForms.cpp
  VisitHeader.cpp
  WindowPrompter.cpp Workplace.cpp WorkplaceKeeping.cpp WorkplaceFinding.cpp WorkplaceRecords.cpp)
target_compile_definitions(palpate_gui PRIVATE PALPATE_VERSION="${PROJECT_VERSION}")

add_executable(palpate main.cpp)
target_link_libraries(palpate PRIVATE palpate_gui palpate_compiler foreign_wx)
