//! The one list of record kinds; everything that goes over all kinds goes over this.

use super::kinds::*;
use super::rows::{AnyRow, Rows};
use super::ties::{AskedTies, Kept, Ties};
use super::{Id, KindDef, KindSet, Record, RecordView, Row, RowEdit, Slot, Table, Topic, Value, ValueError};
use std::sync::Arc;

/// A record type with its place in the registry.
pub trait Stored: Record {
    /// Its kind.
    const KIND: Kind;

    /// Its table.
    fn table(records: &Records) -> &Table<Self>;
}

macro_rules! registry {
    ($($topic:ident { $($member:ident $members:ident;)+ })+) => {
        registry! { $($($member $members $topic;)+)+ }
    };
    ($($kind:ident $table:ident $topic:ident;)+) => {
        /// A record kind.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind {$(
            #[doc = concat!("[`", stringify!($kind), "`](super::", stringify!($kind), ").")]
            $kind,
        )+}

        impl Kind {
            /// Every kind, in reading order.
            pub const ALL: &'static [Self] = &[$(Self::$kind),+];

            /// The topic that people find the kind under.
            pub const fn topic(self) -> Topic {
                match self {
                    $(Self::$kind => Topic::$topic,)+
                }
            }

            /// The kind's definition.
            pub const fn def(self) -> &'static KindDef {
                match self {
                    $(Self::$kind => <$kind as Record>::DEF,)+
                }
            }
        }

        /// The folded state: one table per kind.
        #[derive(Clone, Debug, Default)]
        pub struct Records {$(
            #[doc = concat!("Records of [`", stringify!($kind), "`](super::", stringify!($kind), ").")]
            pub $table: Table<$kind>,
        )+
            ties: Kept,
        }

        $(impl Stored for $kind {
            const KIND: Kind = Kind::$kind;

            fn table(records: &Records) -> &Table<Self> {
                &records.$table
            }
        })+

        impl Records {
            pub(super) fn rows(&self, kind: Kind) -> &Rows {
                KindSet::of(&[kind]).look();
                self.table(kind)
            }

            /// The table of a kind, for whoever does not look into it.
            pub(super) fn table(&self, kind: Kind) -> &Rows {
                match kind {
                    $(Kind::$kind => &self.$table.rows,)+
                }
            }

            fn rows_mut(&mut self, kind: Kind) -> &mut Rows {
                match kind {
                    $(Kind::$kind => &mut self.$table.rows,)+
                }
            }
        }

        /// How an empty row of a kind is made.
        fn empty_row(kind: Kind) -> fn(Id) -> Arc<dyn AnyRow> {
            match kind {
                $(Kind::$kind => Row::<$kind>::empty,)+
            }
        }

        #[cfg(test)]
        pub(crate) const TABLES: &[(Kind, &str)] = &[$((Kind::$kind, stringify!($table))),+];
    };
}

registry! {
    Places {
        Division divisions;
        OrgUnit org_units;
        Official officials;
        PolicyParameter policy_parameters;
        Holiday holidays;
    }
    People {
        Household households;
        Person persons;
        HouseholdMembership memberships;
        HouseholdStatusEvent status_events;
        HouseholdYear household_years;
        PersonYear person_years;
        MonitoringCase monitoring_cases;
    }
    Income {
        HouseholdIncomeYear income_years;
        IncomeItem income_items;
        SocialGrant social_grants;
        BenefitLinkage benefit_linkages;
        BenefitLinkageYear benefit_linkage_years;
    }
    House {
        DangerousHouse dangerous_houses;
        Relocation relocations;
        WaterAssessment water_assessments;
    }
    School {
        StudentCase student_cases;
        StudentCaseAction student_case_actions;
        EducationAid education_aids;
    }
    Health {
        IllnessCase illness_cases;
        MedicalEvent medical_events;
        DoctorContract doctor_contracts;
        DoctorService doctor_services;
        MedicalInstitution medical_institutions;
    }
    Work {
        EmploymentSpell employment_spells;
        TrainingSession training_sessions;
        TrainingAttendance training_attendances;
        PublicPost public_posts;
        PostAssignment post_assignments;
        JobDemand job_demands;
    }
    Support {
        SupportMeasure support_measures;
        HelperAssignment helper_assignments;
        VillageHelpUnit village_help_units;
    }
    Visits {
        Visit visits;
    }
    Village {
        VillageYear village_years;
        CollectiveIncomeEntry collective_income_entries;
        EnterprisePairing enterprise_pairings;
        Donation donations;
    }
    Infrastructure {
        NaturalVillageYear natural_village_years;
        WaterWork water_works;
        RelocationSite relocation_sites;
    }
    Organisation {
        TeamAssignment team_assignments;
        PartyBranchCase party_branch_cases;
        VillageActivity village_activities;
    }
    Projects {
        Project projects;
        ProjectPayment project_payments;
        ProjectBeneficiary project_beneficiaries;
        ClinicChecklistItem clinic_checklist_items;
    }
    Governance {
        Meeting meetings;
        Report reports;
        FormalDocument formal_documents;
        TownshipYear township_years;
        CountyYear county_years;
        Issue issues;
        IssueProgress issue_progress;
        ChecklistAnswer checklist_answers;
        DataIssue data_issues;
        Question questions;
        Attachment attachments;
    }
}

impl Kind {
    /// The kind of that JSON name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.def().id == id)
    }
}

impl Records {
    /// Whose each record is, found once for this state of the records.
    pub fn ties(&self) -> Arc<Ties> {
        self.ties.of(self)
    }

    /// The same, found when somebody asks for it.
    pub fn ties_when_asked(&self) -> AskedTies<'_> {
        AskedTies::of(self)
    }

    /// The kinds whose tables are not those of the other, told by where they are: any change makes another table.
    pub fn changed_since(&self, other: &Self) -> KindSet {
        let kinds = Kind::ALL.iter().copied();
        kinds
            .filter(|kind| !self.table(*kind).is_same(other.table(*kind)))
            .collect()
    }

    /// A record to write to, which is made if it was not there.
    pub fn row_mut(&mut self, kind: Kind, id: Id) -> &mut dyn RowEdit {
        self.rows_mut(kind).row_mut(id, empty_row(kind)).edit()
    }

    /// Sets one field of a record, which is made if it was not there. A value that does not fit its field is kept beside
    /// the record, and the field becomes unknown.
    ///
    /// # Errors
    /// When the value did not fit.
    pub fn set(&mut self, kind: Kind, id: Id, field: usize, value: &Value) -> Result<(), ValueError> {
        self.row_mut(kind, id).set(field, value)
    }

    /// Sets or lifts the tombstone of a record.
    pub fn set_deleted(&mut self, kind: Kind, id: Id, deleted: bool) {
        self.row_mut(kind, id).set_deleted(deleted);
    }

    /// Keeps a field that this version does not know.
    pub fn set_extra(&mut self, kind: Kind, id: Id, field: &str, value: &Value) {
        self.row_mut(kind, id).set_extra(field, value);
    }

    /// The value of a field; null when the record is not there.
    pub fn get(&self, kind: Kind, id: Id, field: usize) -> Value {
        self.rows(kind)
            .get(id)
            .and_then(|row| row.slot(field))
            .map_or(Value::Null, Slot::get)
    }

    /// Whether a record is there and not deleted.
    pub fn contains(&self, kind: Kind, id: Id) -> bool {
        self.rows(kind).get(id).is_some_and(|row| !row.deleted())
    }

    /// Some of the records alone; their rows are shared.
    pub fn only(&self, keys: impl IntoIterator<Item = (Kind, Id)>) -> Self {
        let mut some = Self::default();
        for (kind, id) in keys {
            self.rows(kind).share(id, some.rows_mut(kind));
        }
        some
    }

    /// How many records of a kind are not deleted.
    pub fn count(&self, kind: Kind) -> usize {
        self.rows(kind).len()
    }

    /// Takes a record away entirely, for a fold of this record that starts anew.
    pub fn forget(&mut self, kind: Kind, id: Id) {
        self.rows_mut(kind).remove(id);
    }

    /// Calls `visit` with every record of a kind that is not deleted, in identifier order: its identifier, a reader of its
    /// fields by place, and the fields that this version does not know.
    pub fn for_each(&self, kind: Kind, mut visit: impl FnMut(RecordView<'_>)) {
        self.for_each_row(kind, |row| {
            if !row.deleted {
                visit(row);
            }
        });
    }

    /// As [`for_each`](Self::for_each), with the deleted records too.
    pub fn for_each_row(&self, kind: Kind, mut visit: impl FnMut(RecordView<'_>)) {
        for (id, row) in self.rows(kind).iter() {
            visit(RecordView::of(kind, *id, row));
        }
    }

    /// Calls `visit` with one record, deleted or not, if it is there.
    pub fn with_row<R>(&self, kind: Kind, id: Id, visit: impl FnOnce(RecordView<'_>) -> R) -> Option<R> {
        Some(visit(RecordView::of(kind, id, self.rows(kind).get(id)?)))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::model::{FieldType, PovertyStatus};
    use std::collections::BTreeSet;

    #[test]
    fn names_of_kinds_and_fields_are_unique_snake_case() {
        let mut kinds = BTreeSet::new();
        for kind in Kind::ALL {
            let def = kind.def();
            assert!(kinds.insert(def.id), "{} twice", def.id);
            assert_eq!(Kind::from_id(def.id), Some(*kind));
            let mut fields = BTreeSet::from(["id", "deleted"]);
            for field in def.fields {
                assert!(fields.insert(field.id), "{}.{} twice", def.id, field.id);
                let snake = field
                    .id
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
                assert!(snake, "{}.{}", def.id, field.id);
                assert!(!field.label.zh.is_empty() && !field.label.en.is_empty());
            }
        }
        assert_eq!(TABLES.len(), Kind::ALL.len());
    }

    #[test]
    fn references_name_kinds_that_exist() {
        for kind in Kind::ALL {
            for field in kind.def().fields {
                if let FieldType::Reference(target) = field.ty {
                    assert!(
                        Kind::from_id(target).is_some(),
                        "{}.{} -> {target}",
                        kind.def().id,
                        field.id
                    );
                }
            }
        }
    }

    #[test]
    fn a_value_that_does_not_fit_makes_the_field_unknown_and_is_kept() {
        let mut records = Records::default();
        let id = Id::new("h1").unwrap();
        let place = Kind::Household.def().position("exit_year").unwrap();
        records
            .set(Kind::Household, id, place, &Value::Int(2017))
            .unwrap();
        assert!(
            records
                .set(Kind::Household, id, place, &Value::from("soon"))
                .is_err()
        );
        let row = records.households.row(id).unwrap();
        assert_eq!(row.record.exit_year, None);
        assert_eq!(row.extra.get("exit_year"), Some(&Value::from("soon")));
    }

    #[test]
    fn a_code_from_a_newer_version_survives() {
        let mut records = Records::default();
        let id = Id::new("h1").unwrap();
        let place = Kind::Household.def().position("poverty_status").unwrap();
        records
            .set(Kind::Household, id, place, &Value::from("paused_by_reform"))
            .unwrap();
        assert_eq!(
            records.get(Kind::Household, id, place),
            Value::from("paused_by_reform")
        );
        let status = records.households.get(id).unwrap().poverty_status.clone();
        assert_eq!(
            status,
            Some(PovertyStatus::Unrecognised("paused_by_reform".into()))
        );
    }
}
