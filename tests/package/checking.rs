//! The check of a package names what is wrong and where.

use super::*;
use huhuqing::model::consistency::Terms;
use huhuqing::model::*;

/// The village with what the rules miss in it: a helper and the floor space.
fn complete_village() -> Tablet {
    let mut tablet = village(VILLAGE, "k7f3q9zd");
    let household = format!("h-{VILLAGE}");
    tablet
        .set(
            Kind::HouseholdYear,
            &format!("{household}-2018"),
            &[("house_area", 800.into())],
        )
        .set(
            Kind::HelperAssignment,
            "a1",
            &[("household_id", household.as_str().into())],
        );
    tablet
}

fn findings(tablet: &Tablet) -> Vec<Finding> {
    check_partition(&tablet.partition, &Terms::on(Date::of::<2018, 12, 31>()))
}

#[test]
fn the_check_of_a_sound_village_finds_nothing() {
    assert_eq!(findings(&complete_village()), []);
}

#[test]
fn the_check_names_each_fault_and_its_place() {
    let mut tablet = complete_village();
    let h = format!("h-{VILLAGE}");
    let good = identity::number_without_place(Date::parse("1990-05-06").unwrap(), 17);
    tablet
        .set(
            Kind::Person,
            "q1",
            &[
                ("id_number", good.as_str().into()),
                ("sex", "female".into()),
                ("birth_date", "1990-05-06".into()),
            ],
        )
        .set(Kind::Person, "q2", &[("id_number", "999999199005060170".into())])
        .set(
            Kind::Person,
            "q3",
            &[
                ("id_number", "99999919900506".into()),
                ("mood", "good".into()),
                ("disability_grade", "two".into()),
            ],
        )
        .set(
            Kind::Person,
            "q4",
            &[
                ("id_number", good.into()),
                ("sex", "male".into()),
                ("birth_date", "1990-06-05".into()),
                ("ethnic", "martian".into()),
            ],
        )
        .set(Kind::Household, "h-empty", &[("village_code", TOWNSHIP.into())])
        .set(
            Kind::HouseholdMembership,
            "m3",
            &[
                ("household_id", h.as_str().into()),
                ("person_id", "q1".into()),
                ("relation", "head".into()),
            ],
        )
        .set(
            Kind::HouseholdMembership,
            "m4",
            &[
                ("household_id", "h-none".into()),
                ("person_id", "q1".into()),
                ("relation", "son".into()),
            ],
        );
    let found: Vec<(String, &str, Severity)> = findings(&tablet)
        .into_iter()
        .map(|finding| (finding.path, finding.code.id(), finding.code.severity()))
        .collect();
    let expected = [
        (
            "records.person[q3].disability_grade",
            "misfit_value",
            Severity::Warn,
        ),
        ("records.person[q3].mood", "unknown_field", Severity::Info),
        ("records.person[q4].ethnic", "unknown_code", Severity::Info),
        ("records.household[h-530427203200]", "V-HH-1", Severity::Error),
        ("records.household[h-empty]", "V-HH-5", Severity::Error),
        (
            "records.household[h-empty].village_code",
            "outside_village",
            Severity::Warn,
        ),
        ("records.person[q1]", "two_households", Severity::Error),
        ("records.person[q1].id_number", "V-ID-4", Severity::Warn),
        ("records.person[q1].sex", "V-ID-5", Severity::Warn),
        ("records.person[q2].id_number", "V-ID-2", Severity::Warn),
        ("records.person[q3].id_number", "V-ID-1", Severity::Warn),
        ("records.person[q4].birth_date", "V-ID-5", Severity::Warn),
        ("records.person[q4].id_number", "V-ID-4", Severity::Warn),
        (
            "records.household_membership[m4].household_id",
            "dangling_reference",
            Severity::Warn,
        ),
        (
            "records.household_membership[m4].relation",
            "V-HH-4",
            Severity::Warn,
        ),
    ];
    let expected: Vec<_> = expected
        .into_iter()
        .map(|(path, code, severity)| (path.to_owned(), code, severity))
        .collect();
    assert_eq!(found, expected);
}
