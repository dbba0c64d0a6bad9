//! Health beyond insurance: IND-MED-04 to 11 (plan line 59).

use super::answers::{all, any, is, judged, not, only_if, open_on, said, scoped};
use super::projects::{accepted, is_of_batch};
use super::registry::{ITEMS, PERSONS, Weight};
use super::{
    Aggregation, Cause, Context, Declaration, Figure, Finding, Goal, Judge, Judgement, Member, Reason,
    Subjects, Test,
};
use crate::model::{
    BasicInsurance, HealthCondition, IllnessBatch, InsurancePayer, Kind, Label, Level, MedicalEvent,
    MedicalEventKind, ProjectBatch,
};
use crate::plan::{self, Chapter, ParameterKey, TargetId};

pub(super) const SUBSIDISED: Declaration = Declaration::new(
    "IND-MED-04",
    Label::new("医保个人缴费补贴到位率", "Insurance premiums subsidised"),
    (Chapter::Welfare, Aggregation::Share),
    Judge::Person(|member, _| subsidised(member)),
    &[Figure::new(
        "IND-MED-04",
        Label::new("享受补贴人数", "Persons subsidised"),
        PERSONS,
        Some(Goal::of_duty::<17>()),
    )],
);

/// Of those insured by the residents' scheme, those whose premium the government pays at least in part.
fn subsidised(member: &Member) -> Judgement {
    let year = member.year;
    let resident = year.and_then(|row| is(&row.basic_insurance, &[BasicInsurance::Resident]));
    only_if(
        resident,
        (Cause::NotEligible, Kind::PersonYear, "basic_insurance"),
        || {
            let paid = [InsurancePayer::Government, InsurancePayer::Mixed];
            let paid = year.and_then(|row| is(&row.basic_premium_payer, &paid));
            judged(paid, Cause::NotDone, Kind::PersonYear, "basic_premium_payer")
        },
    )
}

const BILL: Reason = Reason::missing(Kind::MedicalEvent, "self_pay");

pub(super) const ABOVE_CAP: Declaration = Declaration::new(
    "IND-MED-05",
    Label::new("年度自付超封顶线人数", "Persons above the cap on own payment"),
    (Chapter::Welfare, Aggregation::Sum),
    Judge::Person(above_cap),
    &[Figure::new(
        "IND-MED-05",
        Label::new("超封顶线", "Above the cap"),
        PERSONS,
        Some(Goal::of_target::<26>(Test::Nobody)),
    )],
);

/// The own payment of the year for proper referrals is above the income of the city. Who paid nothing is within
/// any cap.
fn above_cap(member: &Member, context: &Context) -> Judgement {
    let (mut least, mut open) = (0, false);
    for (_, bill) in context.village.rows_of(member).bills {
        match all(&[context.in_year(bill.date), bill.referral_compliant]) {
            Some(false) => {}
            Some(true) if bill.self_pay.is_some() => least += bill.self_pay.unwrap_or_default().0,
            _ => open |= bill.self_pay.is_none_or(|fen| fen.0 > 0),
        }
    }
    let cap = context
        .facts
        .parameter(ParameterKey::YuxiRuralIncome, context.year);
    match cap {
        _ if least == 0 && !open => Judgement::Fails(Reason::of(Cause::WithinCap)),
        None => Judgement::Unknown(Reason::new(
            Cause::ParameterNotVerified,
            Kind::PolicyParameter,
            "value",
        )),
        Some(cap) if least > cap => Judgement::Counts,
        Some(_) if open => Judgement::Unknown(BILL),
        Some(_) => Judgement::Fails(Reason::of(Cause::WithinCap)),
    }
}

pub(super) const INPATIENT_WITHIN: Declaration = Declaration::new(
    "IND-MED-06",
    Label::new("住院自付比例达标人数", "Inpatients who pay within the limit"),
    (Chapter::Welfare, Aggregation::Share),
    Judge::Person(inpatient_within),
    &[Figure::new(
        "IND-MED-06",
        Label::new("达标人数", "Persons within"),
        PERSONS,
        Some(Goal::of_target::<27>(Test::Everybody)),
    )],
);

pub(super) const INPATIENT_SHARE: Declaration = Declaration::new(
    "IND-MED-07",
    Label::new("住院综合自付比例", "Share of inpatient costs paid by patients"),
    (Chapter::Welfare, Aggregation::Share),
    Judge::Person(inpatient_share),
    &[Figure::new(
        "IND-MED-07",
        Label::new("自付占总费用", "Own payment of the total"),
        Label::new("元", "yuan"),
        Some(Goal::of_target::<27>(Test::ShareWithin(0))),
    )
    .weighing(Weight::Amounts)],
);

/// What a person's stays of the year cost: own payment and total; none when there was none.
fn inpatient(member: &Member, context: &Context) -> Result<Option<(i64, i64)>, Reason> {
    let mut sum = None;
    for (_, bill) in context.village.rows_of(member).bills {
        match all(&[is_inpatient(bill), context.in_year(bill.date)]) {
            Some(false) => continue,
            None => return Err(Reason::missing(Kind::MedicalEvent, "kind")),
            Some(true) => {}
        }
        let (Some(own), Some(total)) = (bill.self_pay, bill.total) else {
            return Err(BILL);
        };
        let (owns, totals) = sum.unwrap_or((0, 0));
        sum = Some((owns + own.0, totals + total.0));
    }
    Ok(sum)
}

fn is_inpatient(bill: &MedicalEvent) -> Option<bool> {
    is(&bill.kind, &[MedicalEventKind::Inpatient])
}

const NO_INPATIENT: Judgement =
    Judgement::Excluded(Reason::new(Cause::NoInpatient, Kind::MedicalEvent, "kind"));

fn inpatient_within(member: &Member, context: &Context) -> Judgement {
    match inpatient(member, context) {
        Err(reason) => Judgement::Unknown(reason),
        Ok(None) => NO_INPATIENT,
        Ok(Some((own, total))) => {
            let target = plan::target(TargetId::of::<27>());
            let limit = target.figures.first().and_then(|figure| figure.goal.threshold());
            let within = limit.map(|limit| i128::from(own) * 10_000 <= i128::from(total) * i128::from(limit));
            judged(within, Cause::SelfPayTooHigh, Kind::MedicalEvent, "self_pay")
        }
    }
}

fn inpatient_share(member: &Member, context: &Context) -> Judgement {
    match inpatient(member, context) {
        Err(reason) => Judgement::Unknown(reason),
        Ok(None) => NO_INPATIENT,
        Ok(Some((num, den))) => Judgement::Amount { num, den },
    }
}

pub(super) const SERVED: Declaration = Declaration::new(
    "IND-MED-08",
    Label::new("家庭医生签约履约率", "Doctors’ contracts performed"),
    (Chapter::Welfare, Aggregation::Share),
    Judge::Each(&[Level::Village], served),
    &[Figure::new(
        "IND-MED-08",
        Label::new("有服务的签约", "Contracts with a service"),
        ITEMS,
        None,
    )],
);

/// Of the contracts open on the day, those with a service in the year so far.
fn served(context: &Context, subjects: &mut Subjects) {
    let records = context.village.records;
    for contract in records.doctor_contracts.iter() {
        let open = open_on(contract.start, contract.end, context.as_of);
        let judgement = only_if(open, (Cause::NotOfTheDay, Kind::DoctorContract, "start"), || {
            let services = records.doctor_services.iter();
            let ours = services.filter(|service| service.contract_id == Some(contract.id));
            let served = any(ours.map(|service| context.in_year(service.date)));
            judged(served, Cause::NotDone, Kind::DoctorService, "date")
        });
        subjects.record(contract, judgement);
    }
}

pub(super) const CLASSIFIED: Declaration = Declaration::new(
    "IND-MED-09",
    Label::new("患病核实分类率", "Illnesses verified and classified"),
    (Chapter::Welfare, Aggregation::Share),
    Judge::Person(classified),
    &[Figure::new(
        "IND-MED-09",
        Label::new("已分类管理", "Classified"),
        PERSONS,
        Some(Goal::of_target::<31>(Test::Everybody)),
    )],
);

/// Of those chronically or severely ill, those whose illness is in one of the three batches by the day.
fn classified(member: &Member, context: &Context) -> Judgement {
    let health = member.year.and_then(|row| row.health.as_ref());
    let ill = health.map(|health| {
        health
            .iter()
            .any(|condition| matches!(condition, HealthCondition::Chronic | HealthCondition::Major))
    });
    only_if(ill, (Cause::NotIll, Kind::PersonYear, "health"), || {
        let cases = context.village.rows_of(member).illnesses.iter();
        let in_batch = any(cases.map(|(_, case)| {
            let by_then = context.has_come_or_undated(case.verified_on);
            all(&[not(is(&case.batch, &[IllnessBatch::Unclassified])), Some(by_then)])
        }));
        judged(in_batch, Cause::NotDone, Kind::IllnessCase, "batch")
    })
}

pub(super) const CLINICS: Declaration = Declaration::new(
    "IND-MED-10",
    Label::new("村卫生室标准化改造", "Village clinics standardised"),
    (Chapter::Welfare, Aggregation::Sum),
    Judge::Each(&[Level::County], clinics),
    &[Figure::new(
        "IND-MED-10",
        Label::new("验收卫生室", "Clinics accepted"),
        ITEMS,
        Some(Goal::of_target::<30>(Test::Reach(0))),
    )],
);

fn clinics(context: &Context, subjects: &mut Subjects) {
    for project in context.village.records.projects.iter() {
        let batch: Finding = is_of_batch(project, &[ProjectBatch::Clinic]);
        subjects.record(project, scoped(batch, || accepted(project, context).into()));
    }
}

pub(super) const ONE_STOP: Declaration = Declaration::new(
    "IND-MED-11",
    Label::new("一站式结算定点医院", "Institutions that settle at one stop"),
    (Chapter::Welfare, Aggregation::Sum),
    Judge::Each(&[Level::County], one_stop),
    &[Figure::new(
        "IND-MED-11",
        Label::new("实现机构", "Institutions"),
        ITEMS,
        Some(Goal::of_target::<29>(Test::Everybody)),
    )
    .of_declared::<29>(0)],
);

fn one_stop(context: &Context, subjects: &mut Subjects) {
    for institution in context.village.records.medical_institutions.iter() {
        let settles = said(institution.one_stop, Kind::MedicalInstitution, "one_stop");
        subjects.record(institution, settles.into());
    }
}

#[cfg(test)]
mod tests {
    use crate::indicators::Cause;
    use crate::indicators::fixture::{Fixture, day, id};
    use crate::model::{
        BasicInsurance, DoctorContractId, Fen, HealthCondition, IllnessBatch, InsurancePayer,
        MedicalEventKind, PersonId, ProjectBatch, ProjectStage,
    };

    const END: &str = "2018-12-31";

    fn bill(f: &mut Fixture, name: &str, own: i64, total: i64) {
        let row = &mut f.village.medical_events.row_mut(id(name)).record;
        (row.person_id, row.date) = (Some(PersonId(id("h1p1"))), Some(day("2018-06-01")));
        (row.kind, row.referral_compliant) = (Some(MedicalEventKind::Inpatient), Some(true));
        (row.self_pay, row.total) = (Some(Fen(own)), Some(Fen(total)));
    }

    #[test]
    fn med_04_asks_who_pays_the_premium_of_residents() {
        let mut f = Fixture::default();
        f.household("h1", 1);
        f.person_year("h1p1", 2018).basic_insurance = Some(BasicInsurance::Employee);
        assert_eq!(f.tally("IND-MED-04", END), [0; 4]);
        f.person_year("h1p1", 2018).basic_insurance = Some(BasicInsurance::Resident);
        assert_eq!(f.tally("IND-MED-04", END), [0, 1, 0, 1]);
        f.person_year("h1p1", 2018).basic_premium_payer = Some(InsurancePayer::Mixed);
        assert_eq!(f.tally("IND-MED-04", END), [1; 4]);
        f.person_year("h1p1", 2018).basic_premium_payer = Some(InsurancePayer::SelfPaid);
        assert_eq!(f.tally("IND-MED-04", END), [0, 1, 1, 1]);
    }

    #[test]
    fn med_05_compares_the_year_with_the_citys_income() {
        let mut f = Fixture::default();
        f.household("h1", 1);
        assert_eq!(
            f.tally("IND-MED-05", END),
            [0, 1, 1, 1],
            "who paid nothing is within any cap"
        );
        bill(&mut f, "m1", 600, 1_000);
        bill(&mut f, "m2", 600, 1_000);
        assert_eq!(f.why("IND-MED-05", "h1p1", END).1, Cause::ParameterNotVerified);
        f.parameter("yuxi_rural_disposable_income", Some(2018), 1_200);
        assert_eq!(f.tally("IND-MED-05", END), [0, 1, 1, 1]);
        f.parameter("yuxi_rural_disposable_income", Some(2018), 1_199);
        assert_eq!(f.tally("IND-MED-05", END), [1; 4]);
        f.village
            .medical_events
            .row_mut(id("m2"))
            .record
            .referral_compliant = Some(false);
        assert_eq!(f.tally("IND-MED-05", END), [0, 1, 1, 1]);
        f.village
            .medical_events
            .row_mut(id("m2"))
            .record
            .referral_compliant = None;
        assert_eq!(f.tally("IND-MED-05", END), [0, 1, 0, 1]);
    }

    #[test]
    fn med_06_and_07_take_a_person_year_of_stays() {
        let mut f = Fixture::default();
        f.household("h1", 2);
        assert_eq!(f.tally("IND-MED-06", END), [0; 4]);
        bill(&mut f, "m1", 50, 1_000);
        bill(&mut f, "m2", 150, 1_000);
        assert_eq!(f.tally("IND-MED-06", END), [1; 4], "200 of 2000");
        assert_eq!(f.tally("IND-MED-07", END), [200, 2_000, 1, 1]);
        bill(&mut f, "m2", 151, 1_000);
        assert_eq!(f.why("IND-MED-06", "h1p1", END).1, Cause::SelfPayTooHigh);
        f.village.medical_events.row_mut(id("m2")).record.total = None;
        assert_eq!(f.tally("IND-MED-06", END), [0, 1, 0, 1]);
        assert_eq!(f.tally("IND-MED-07", END), [0, 0, 0, 1]);
    }

    #[test]
    fn med_08_and_09_follow_contracts_and_illnesses() {
        let mut f = Fixture::default();
        f.household("h1", 1);
        let contract = &mut f.village.doctor_contracts.row_mut(id("c1")).record;
        (contract.person_id, contract.start) = (Some(PersonId(id("h1p1"))), Some(day("2018-01-01")));
        assert_eq!(f.tally("IND-MED-08", END), [0, 1, 1, 1]);
        let service = &mut f.village.doctor_services.row_mut(id("s1")).record;
        (service.contract_id, service.date) = (Some(DoctorContractId(id("c1"))), Some(day("2018-05-01")));
        assert_eq!(f.tally("IND-MED-08", END), [1; 4]);
        assert_eq!(f.tally("IND-MED-08", "2019-05-01"), [0, 1, 1, 1]);
        f.person_year("h1p1", 2018).health = Some(vec![HealthCondition::Chronic]);
        assert_eq!(f.tally("IND-MED-09", END), [0, 1, 1, 1]);
        let illness = &mut f.village.illness_cases.row_mut(id("i1")).record;
        (illness.person_id, illness.batch) =
            (Some(PersonId(id("h1p1"))), Some(IllnessBatch::ChronicContract));
        assert_eq!(f.tally("IND-MED-09", END), [1; 4]);
    }

    #[test]
    fn med_10_and_11_are_the_countys() {
        let mut f = Fixture::default();
        for name in ["j1", "j2"] {
            let project = &mut f.county.projects.row_mut(id(name)).record;
            (project.batch, project.stage) = (Some(ProjectBatch::Clinic), Some(ProjectStage::Accepted));
            project.accepted_on = Some(day("2018-06-01"));
        }
        assert_eq!(f.county_tally("IND-MED-10", END), [2; 4]);
        assert_eq!(f.county_tally("IND-MED-10", "2018-05-31"), [0, 2, 2, 2]);
        f.county.medical_institutions.row_mut(id("y1")).record.one_stop = Some(true);
        assert_eq!(
            f.county_tally("IND-MED-11", END),
            [1, 19, 1, 19],
            "18 are not entered"
        );
    }
}
