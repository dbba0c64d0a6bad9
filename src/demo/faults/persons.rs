//! Deliberate faults of persons: school, labour, work and insurance.

use super::{Scene, is_healthy, is_worker, year_of};
use crate::demo::calendar::{LAST_YEAR, day};
use crate::demo::home::{Home, local_id};
use crate::model::{
    BasicInsurance, Count, Education, EmploymentSpell, Fen, HealthCondition, InsurancePayer, LabourCapacity,
    MedicalEvent, MedicalEventId, MedicalEventKind, Person, PersonYear, StudentStatus, WorkArea,
};

pub(super) fn card_of_no_kind(scene: &mut Scene<'_>) {
    let Some(head) = scene.first().map(Home::head) else {
        return;
    };
    let record = Person {
        id: head.id,
        disability_card_no: Some(format!("{}95", head.id_number)),
        ..Person::default()
    };
    scene.write(&record);
}

pub(super) fn pupil_with_schooling(scene: &mut Scene<'_>) {
    if let Some(year) = scene.child_of(6..15) {
        scene.write(&PersonYear {
            education: Some(Education::Primary),
            ..year
        });
    }
}

pub(super) fn out_of_school(scene: &mut Scene<'_>) {
    if let Some(year) = scene.child_of(6..15) {
        scene.write(&PersonYear {
            student_status: Some(StudentStatus::NotStudent),
            education: Some(Education::Primary),
            ..year
        });
    }
}

pub(super) fn senior_at_primary_age(scene: &mut Scene<'_>) {
    if let Some(year) = scene.child_of(6..14) {
        scene.write(&PersonYear {
            student_status: Some(StudentStatus::Senior1),
            ..year
        });
    }
}

pub(super) fn working_child(scene: &mut Scene<'_>) {
    if let Some(year) = scene.child_of(3..15) {
        scene.write(&PersonYear {
            labour: Some(LabourCapacity::Ordinary),
            ..year
        });
    }
}

pub(super) fn healthy_without_labour(scene: &mut Scene<'_>) {
    if let Some(year) = scene.grown(|_| true, |member| is_healthy(member) && !is_worker(member)) {
        scene.write(&PersonYear {
            labour: Some(LabourCapacity::Lost),
            health: Some(vec![HealthCondition::Healthy]),
            ..year
        });
    }
}

pub(super) fn old_and_able(scene: &mut Scene<'_>) {
    if let Some((_, member)) = scene.find(|member| member.age(LAST_YEAR) >= 67) {
        let year = year_of(member);
        scene.write(&PersonYear {
            labour: Some(LabourCapacity::Ordinary),
            ..year
        });
    }
}

pub(super) fn works_without_labour(scene: &mut Scene<'_>) {
    let somebody_works = |home: &Home| {
        home.members
            .iter()
            .any(|member| member.end.is_none() && is_worker(member))
    };
    if let Some(year) = scene.grown(somebody_works, |member| !is_healthy(member)) {
        scene.write(&PersonYear {
            labour: Some(LabourCapacity::Lost),
            work_months: Some(Count(3)),
            work_area: Some(WorkArea::InTownship),
            ..year
        });
    }
}

pub(super) fn too_many_months(scene: &mut Scene<'_>) {
    if let Some(year) = scene.grown(|_| true, is_worker) {
        scene.write(&PersonYear {
            work_months: Some(Count(14)),
            ..year
        });
    }
}

pub(super) fn work_without_wages(scene: &mut Scene<'_>) {
    let nobody_works = |home: &Home| !home.members.iter().any(is_worker);
    if let Some(year) = scene.grown(nobody_works, is_healthy) {
        scene.write(&PersonYear {
            work_months: Some(Count(5)),
            work_area: Some(WorkArea::InProvince),
            ..year
        });
    }
}

pub(super) fn ends_before_it_begins(scene: &mut Scene<'_>) {
    if let Some(spell) = scene.spell_of_worker() {
        scene.write(&EmploymentSpell {
            end: Some(day(2020, 2, 1)),
            ..spell
        });
    }
}

pub(super) fn low_wage(scene: &mut Scene<'_>) {
    if let Some(spell) = scene.spell_of_worker() {
        scene.write(&EmploymentSpell {
            monthly_wage: Some(Fen(3_500)),
            ..spell
        });
    }
}

pub(super) fn paid_but_not_insured(scene: &mut Scene<'_>) {
    let Some(year) = scene.first().map(|home| year_of(home.head())) else {
        return;
    };
    scene.write(&PersonYear {
        basic_insurance: Some(BasicInsurance::None),
        basic_premium_payer: Some(InsurancePayer::Government),
        ..year
    });
}

pub(super) fn no_major_illness_insurance(scene: &mut Scene<'_>) {
    let Some(year) = scene.first().map(|home| year_of(home.head())) else {
        return;
    };
    scene.write(&PersonYear {
        basic_insurance: Some(BasicInsurance::Resident),
        basic_premium_payer: Some(InsurancePayer::Government),
        major_illness_insurance: Some(false),
        ..year
    });
}

pub(super) fn bill_that_does_not_add_up(scene: &mut Scene<'_>) {
    let Some(home) = scene.first() else { return };
    let record = MedicalEvent {
        id: MedicalEventId(local_id('b', home.village, home.number, "-90")),
        person_id: Some(home.head().id),
        kind: Some(MedicalEventKind::Inpatient),
        date: Some(day(2020, 10, 16)),
        institution: Some("县人民医院".to_owned()),
        in_county: Some(true),
        total: Some(Fen(842_000)),
        pay_basic: Some(Fen(589_400)),
        pay_major: Some(Fen(101_000)),
        self_pay: Some(Fen(252_600)),
        ..MedicalEvent::default()
    };
    scene.write(&record);
}
