//! V-MD: medical insurance and bills.

use super::area::{Area, Individual};
use super::breach::code;
use super::{Breach, Rule};
use crate::model::{BasicInsurance, InsurancePayer, Kind, MedicalEvent, PersonYear};

pub(super) fn check(area: &Area<'_>, found: &mut Vec<Breach>) {
    for one in area.people().filter(|one| one.is_member) {
        // The army looks after its own.
        if let Some(year) = one.year.filter(|year| year.soldier != Some(true)) {
            check_scheme(year, found);
            check_major_illness(one, year, found);
        }
    }
    for bill in area.records.medical_events.iter() {
        check_bill(bill, found);
    }
}

/// In exactly one scheme. The record has one field for both, so that being in two shows in who pays: the government pays no
/// employee's premium, no employer a resident's.
fn check_scheme(year: &PersonYear, found: &mut Vec<Breach>) {
    use BasicInsurance::{Employee, None as NotInsured, Resident};
    let Some(scheme) = &year.basic_insurance else {
        return;
    };
    let payer = year.basic_premium_payer.as_ref();
    let in_both = matches!(
        (scheme, payer),
        (Employee, Some(InsurancePayer::Government)) | (Resident, Some(InsurancePayer::Employer))
    );
    if *scheme == NotInsured || in_both {
        let field = if in_both {
            "basic_premium_payer"
        } else {
            "basic_insurance"
        };
        let detail = [code(Some(scheme)), code(payer)].join(" ");
        found.push(Breach::new(
            Rule::InsuranceScheme,
            Kind::PersonYear,
            year.id,
            field,
            detail.trim_end(),
        ));
    }
}

fn check_major_illness(one: &Individual<'_>, year: &PersonYear, found: &mut Vec<Breach>) {
    if one.is_registered && year.major_illness_insurance != Some(true) {
        let rule = Rule::MajorIllnessBlank;
        found.push(Breach::new(
            rule,
            Kind::PersonYear,
            year.id,
            "major_illness_insurance",
            "",
        ));
    }
}

fn check_bill(bill: &MedicalEvent, found: &mut Vec<Breach>) {
    let mut add = |field, detail: i64| {
        found.push(Breach::new(
            Rule::BillSums,
            Kind::MedicalEvent,
            bill.id,
            field,
            detail.to_string(),
        ));
    };
    let amounts = [
        ("total", bill.total),
        ("in_policy_scope", bill.in_policy_scope),
        ("pay_basic", bill.pay_basic),
        ("pay_major", bill.pay_major),
        ("pay_aid", bill.pay_aid),
        ("pay_fallback", bill.pay_fallback),
        ("pay_other", bill.pay_other),
        ("self_pay", bill.self_pay),
    ];
    let negative = amounts
        .into_iter()
        .find_map(|(field, fen)| Some((field, fen?.0)).filter(|(_, fen)| *fen < 0));
    if let Some((field, fen)) = negative {
        return add(field, fen);
    }
    if let (Some(expected), Some(paid)) = (bill.self_pay_expected(), bill.self_pay)
        && expected != paid
    {
        add("self_pay", expected.0);
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::Sound;
    use super::*;
    use crate::model::Fen;

    #[test]
    fn v_md_1_wants_exactly_one_scheme() {
        use BasicInsurance::{Employee, None as NotInsured, Resident};
        use InsurancePayer::{Employer, Government, Mixed};
        let at = |field: &str| Some(format!("person_year[p1-2018].{field}"));
        for (scheme, payer, expected) in [
            (Some(Resident), Some(Government), None),
            (Some(Employee), Some(Employer), None),
            (Some(Resident), None, None),
            (None, Some(Government), None),
            (Some(NotInsured), None, at("basic_insurance")),
            (Some(NotInsured), Some(Mixed), at("basic_insurance")),
            (Some(Employee), Some(Government), at("basic_premium_payer")),
            (Some(Resident), Some(Employer), at("basic_premium_payer")),
        ] {
            let mut f = Sound::new();
            let year = f.person_year("p1");
            (year.basic_insurance, year.basic_premium_payer) = (scheme.clone(), payer);
            assert_eq!(
                f.at(Rule::InsuranceScheme),
                Vec::from_iter(expected),
                "{scheme:?}"
            );
        }
        let mut f = Sound::new();
        let year = f.person_year("p1");
        (year.basic_insurance, year.soldier) = (Some(NotInsured), Some(true));
        assert!(!f.is_broken(Rule::InsuranceScheme), "a soldier");
    }

    #[test]
    fn v_md_2_wants_major_illness_insurance_of_registered_persons() {
        for (insured, fires) in [(Some(true), false), (Some(false), true), (None, true)] {
            let mut f = Sound::new();
            f.person_year("p1").major_illness_insurance = insured;
            assert_eq!(f.is_broken(Rule::MajorIllnessBlank), fires, "{insured:?}");
            f.household("h1").registered = None;
            assert!(!f.is_broken(Rule::MajorIllnessBlank), "perhaps not registered");
        }
        let mut f = Sound::new();
        f.forget_year_of("p1");
        assert!(!f.is_broken(Rule::MajorIllnessBlank), "no record says nothing");
    }

    #[test]
    fn v_md_3_reckons_what_a_person_paid() {
        let mut f = Sound::new();
        let bill = f.bill("b1", "p1");
        (bill.total, bill.pay_basic, bill.self_pay) = (Some(Fen(1_000)), Some(Fen(600)), Some(Fen(400)));
        assert!(!f.is_broken(Rule::BillSums));
        f.bill("b1", "p1").self_pay = Some(Fen(399));
        assert_eq!(f.at(Rule::BillSums), ["medical_event[b1].self_pay"]);
        let unknown: [fn(&mut MedicalEvent); 2] = [|bill| bill.self_pay = None, |bill| bill.total = None];
        for forget in unknown {
            let mut f = Sound::new();
            let bill = f.bill("b1", "p1");
            (bill.total, bill.pay_basic, bill.self_pay) = (Some(Fen(1_000)), Some(Fen(600)), Some(Fen(1)));
            forget(bill);
            assert!(!f.is_broken(Rule::BillSums));
        }
        f.bill("b1", "p1").pay_aid = Some(Fen(-5));
        assert_eq!(f.at(Rule::BillSums), ["medical_event[b1].pay_aid"]);
        assert!(Rule::BillSums.severity().blocks());
    }
}
