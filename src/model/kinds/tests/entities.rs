//! Each entity of DOMAIN C2 has its place.

use crate::model::{Kind, Topic};
use std::collections::BTreeSet;

/// Where an entity of DOMAIN C2 is.
enum Place {
    /// In one kind, or in a kind and those of its dated rows.
    Kinds(&'static [&'static str]),
    /// In a layer of its own.
    Layer(&'static str),
}
use Place::{Kinds, Layer};

const ENTITIES: &[(&str, Place)] = &[
    ("Division", Kinds(&["division"])),
    ("OrgUnit", Kinds(&["org_unit"])),
    ("MeasureDef", Layer("plan")),
    ("PolicyParameter", Kinds(&["policy_parameter"])),
    ("Official", Kinds(&["official"])),
    ("Household", Kinds(&["household"])),
    ("Person", Kinds(&["person"])),
    ("HouseholdMembership", Kinds(&["household_membership"])),
    ("HouseholdStatusEvent", Kinds(&["household_status_event"])),
    ("HouseholdYear", Kinds(&["household_year"])),
    ("HouseholdIncomeYear", Kinds(&["household_income_year"])),
    ("IncomeItem", Kinds(&["income_item"])),
    ("PersonYear", Kinds(&["person_year"])),
    ("EmploymentSpell", Kinds(&["employment_spell"])),
    ("TrainingSession", Kinds(&["training_session"])),
    ("TrainingAttendance", Kinds(&["training_attendance"])),
    ("PublicPost", Kinds(&["public_post"])),
    ("PostAssignment", Kinds(&["post_assignment"])),
    ("JobDemand", Kinds(&["job_demand"])),
    ("StudentCase", Kinds(&["student_case", "student_case_action"])),
    ("EducationAid", Kinds(&["education_aid"])),
    ("IllnessCase", Kinds(&["illness_case"])),
    ("MedicalEvent", Kinds(&["medical_event"])),
    ("DoctorContract", Kinds(&["doctor_contract", "doctor_service"])),
    ("SocialGrant", Kinds(&["social_grant"])),
    ("SupportMeasure", Kinds(&["support_measure"])),
    ("HelperAssignment", Kinds(&["helper_assignment"])),
    ("VillageHelpUnit", Kinds(&["village_help_unit"])),
    (
        "BenefitLinkage",
        Kinds(&["benefit_linkage", "benefit_linkage_year"]),
    ),
    ("MonitoringCase", Kinds(&["monitoring_case"])),
    ("DangerousHouse", Kinds(&["dangerous_house"])),
    ("RelocationSite", Kinds(&["relocation_site"])),
    ("Relocation", Kinds(&["relocation"])),
    ("VillageYear", Kinds(&["village_year"])),
    ("NaturalVillageYear", Kinds(&["natural_village_year"])),
    ("WaterAssessment", Kinds(&["water_assessment"])),
    ("WaterWork", Kinds(&["water_work"])),
    ("CollectiveIncomeEntry", Kinds(&["collective_income_entry"])),
    ("VillageActivity", Kinds(&["village_activity"])),
    ("EnterprisePairing", Kinds(&["enterprise_pairing"])),
    ("Donation", Kinds(&["donation"])),
    ("Visit", Kinds(&["visit"])),
    ("Meeting", Kinds(&["meeting"])),
    ("Report", Kinds(&["report"])),
    ("TeamAssignment", Kinds(&["team_assignment"])),
    ("FormalDocument", Kinds(&["formal_document"])),
    ("Project", Kinds(&["project"])),
    ("ProjectPayment", Kinds(&["project_payment"])),
    ("ProjectBeneficiary", Kinds(&["project_beneficiary"])),
    ("CountyYear", Kinds(&["county_year"])),
    ("TownshipYear", Kinds(&["township_year"])),
    ("Issue", Kinds(&["issue", "issue_progress"])),
    ("DataIssue", Kinds(&["data_issue"])),
    ("Attachment", Kinds(&["attachment"])),
    ("ChangeLog", Layer("journal")),
    ("ExportReceipt", Layer("exchange")),
    ("ImportReceipt", Layer("exchange")),
];

/// Kinds that other parts of DOMAIN ask for: A8's checklist, L-10, L-22, P-11 and the calendar of deadlines.
const BESIDE_C2: &[&str] = &[
    "holiday",
    "medical_institution",
    "clinic_checklist_item",
    "party_branch_case",
    "checklist_answer",
    "question",
];

#[test]
fn every_entity_of_the_domain_has_its_place_and_every_kind_an_entity() {
    let mut placed = BTreeSet::new();
    for (entity, place) in ENTITIES {
        match place {
            Kinds(kinds) => {
                for kind in *kinds {
                    assert!(Kind::from_id(kind).is_some(), "{entity}: no kind {kind}");
                    placed.insert(*kind);
                }
            }
            Layer(layer) => assert!(["plan", "journal", "exchange"].contains(layer), "{entity}"),
        }
    }
    placed.extend(BESIDE_C2);
    let kinds: BTreeSet<&str> = Kind::ALL.iter().map(|kind| kind.def().id).collect();
    assert_eq!(placed, kinds);
}

#[test]
fn every_topic_has_kinds_and_they_stand_together() {
    let mut topics: Vec<Topic> = Kind::ALL.iter().map(|kind| kind.topic()).collect();
    topics.dedup();
    assert_eq!(topics, Topic::ALL);
}
