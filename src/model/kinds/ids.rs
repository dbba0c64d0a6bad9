//! Identifiers that name the kind of record they point to.

use crate::model::id::typed_ids;

typed_ids! {
    /// Points to a [`Division`](super::Division); its text is the division's code.
    DivisionId => "division";
    /// Points to an [`OrgUnit`](super::OrgUnit).
    OrgUnitId => "org_unit";
    /// Points to an [`Official`](super::Official).
    OfficialId => "official";
    /// Points to a [`PolicyParameter`](super::PolicyParameter).
    PolicyParameterId => "policy_parameter";
    /// Points to a [`Holiday`](super::Holiday).
    HolidayId => "holiday";
    /// Points to a [`Household`](super::Household).
    HouseholdId => "household";
    /// Points to a [`Person`](super::Person).
    PersonId => "person";
    /// Points to a [`HouseholdMembership`](super::HouseholdMembership).
    HouseholdMembershipId => "household_membership";
    /// Points to a [`HouseholdStatusEvent`](super::HouseholdStatusEvent).
    HouseholdStatusEventId => "household_status_event";
    /// Points to a [`HouseholdYear`](super::HouseholdYear).
    HouseholdYearId => "household_year";
    /// Points to a [`PersonYear`](super::PersonYear).
    PersonYearId => "person_year";
    /// Points to a [`MonitoringCase`](super::MonitoringCase).
    MonitoringCaseId => "monitoring_case";
    /// Points to a [`HouseholdIncomeYear`](super::HouseholdIncomeYear).
    HouseholdIncomeYearId => "household_income_year";
    /// Points to an [`IncomeItem`](super::IncomeItem).
    IncomeItemId => "income_item";
    /// Points to a [`SocialGrant`](super::SocialGrant).
    SocialGrantId => "social_grant";
    /// Points to a [`BenefitLinkage`](super::BenefitLinkage).
    BenefitLinkageId => "benefit_linkage";
    /// Points to a [`BenefitLinkageYear`](super::BenefitLinkageYear).
    BenefitLinkageYearId => "benefit_linkage_year";
    /// Points to a [`DangerousHouse`](super::DangerousHouse).
    DangerousHouseId => "dangerous_house";
    /// Points to a [`Relocation`](super::Relocation).
    RelocationId => "relocation";
    /// Points to a [`WaterAssessment`](super::WaterAssessment).
    WaterAssessmentId => "water_assessment";
    /// Points to a [`StudentCase`](super::StudentCase).
    StudentCaseId => "student_case";
    /// Points to a [`StudentCaseAction`](super::StudentCaseAction).
    StudentCaseActionId => "student_case_action";
    /// Points to an [`EducationAid`](super::EducationAid).
    EducationAidId => "education_aid";
    /// Points to an [`IllnessCase`](super::IllnessCase).
    IllnessCaseId => "illness_case";
    /// Points to a [`MedicalEvent`](super::MedicalEvent).
    MedicalEventId => "medical_event";
    /// Points to a [`DoctorContract`](super::DoctorContract).
    DoctorContractId => "doctor_contract";
    /// Points to a [`DoctorService`](super::DoctorService).
    DoctorServiceId => "doctor_service";
    /// Points to a [`MedicalInstitution`](super::MedicalInstitution).
    MedicalInstitutionId => "medical_institution";
    /// Points to an [`EmploymentSpell`](super::EmploymentSpell).
    EmploymentSpellId => "employment_spell";
    /// Points to a [`TrainingSession`](super::TrainingSession).
    TrainingSessionId => "training_session";
    /// Points to a [`TrainingAttendance`](super::TrainingAttendance).
    TrainingAttendanceId => "training_attendance";
    /// Points to a [`PublicPost`](super::PublicPost).
    PublicPostId => "public_post";
    /// Points to a [`PostAssignment`](super::PostAssignment).
    PostAssignmentId => "post_assignment";
    /// Points to a [`JobDemand`](super::JobDemand).
    JobDemandId => "job_demand";
    /// Points to a [`SupportMeasure`](super::SupportMeasure).
    SupportMeasureId => "support_measure";
    /// Points to a [`HelperAssignment`](super::HelperAssignment).
    HelperAssignmentId => "helper_assignment";
    /// Points to a [`VillageHelpUnit`](super::VillageHelpUnit).
    VillageHelpUnitId => "village_help_unit";
    /// Points to a [`Visit`](super::Visit).
    VisitId => "visit";
    /// Points to a [`VillageYear`](super::VillageYear).
    VillageYearId => "village_year";
    /// Points to a [`CollectiveIncomeEntry`](super::CollectiveIncomeEntry).
    CollectiveIncomeEntryId => "collective_income_entry";
    /// Points to an [`EnterprisePairing`](super::EnterprisePairing).
    EnterprisePairingId => "enterprise_pairing";
    /// Points to a [`Donation`](super::Donation).
    DonationId => "donation";
    /// Points to a [`NaturalVillageYear`](super::NaturalVillageYear).
    NaturalVillageYearId => "natural_village_year";
    /// Points to a [`WaterWork`](super::WaterWork).
    WaterWorkId => "water_work";
    /// Points to a [`RelocationSite`](super::RelocationSite).
    RelocationSiteId => "relocation_site";
    /// Points to a [`TeamAssignment`](super::TeamAssignment).
    TeamAssignmentId => "team_assignment";
    /// Points to a [`PartyBranchCase`](super::PartyBranchCase).
    PartyBranchCaseId => "party_branch_case";
    /// Points to a [`VillageActivity`](super::VillageActivity).
    VillageActivityId => "village_activity";
    /// Points to a [`Project`](super::Project).
    ProjectId => "project";
    /// Points to a [`ProjectPayment`](super::ProjectPayment).
    ProjectPaymentId => "project_payment";
    /// Points to a [`ProjectBeneficiary`](super::ProjectBeneficiary).
    ProjectBeneficiaryId => "project_beneficiary";
    /// Points to a [`ClinicChecklistItem`](super::ClinicChecklistItem).
    ClinicChecklistItemId => "clinic_checklist_item";
    /// Points to a [`Meeting`](super::Meeting).
    MeetingId => "meeting";
    /// Points to a [`Report`](super::Report).
    ReportId => "report";
    /// Points to a [`FormalDocument`](super::FormalDocument).
    FormalDocumentId => "formal_document";
    /// Points to a [`TownshipYear`](super::TownshipYear).
    TownshipYearId => "township_year";
    /// Points to a [`CountyYear`](super::CountyYear).
    CountyYearId => "county_year";
    /// Points to an [`Issue`](super::Issue).
    IssueId => "issue";
    /// Points to an [`IssueProgress`](super::IssueProgress).
    IssueProgressId => "issue_progress";
    /// Points to a [`ChecklistAnswer`](super::ChecklistAnswer).
    ChecklistAnswerId => "checklist_answer";
    /// Points to a [`DataIssue`](super::DataIssue).
    DataIssueId => "data_issue";
    /// Points to a [`Question`](super::Question).
    QuestionId => "question";
    /// Points to an [`Attachment`](super::Attachment).
    AttachmentId => "attachment";
}
