//! Medical insurance: IND-MED-01 to 03 (plan line 59).

use super::assurance::{has_major_illness_cover, has_medical_aid, is_insured};
use super::registry::PERSONS;
use super::{Aggregation, Figure, Goal, Indicator, Judge, Test};
use crate::model::Label;
use crate::plan::Chapter;

const EVERYBODY: Option<Goal> = Some(Goal::of_target::<25>(Test::Everybody));

pub(super) static BASIC: Indicator = Indicator {
    id: "IND-MED-01",
    label: Label::new("基本医保参保率", "Basic medical insurance"),
    chapter: Chapter::Welfare,
    aggregation: Aggregation::Share,
    judge: Judge::Person(|member, _| is_insured(member).into()),
    figures: &[Figure::new(
        "IND-MED-01",
        Label::new("参保人数", "Persons insured"),
        PERSONS,
        EVERYBODY,
    )],
};

pub(super) static MAJOR_ILLNESS: Indicator = Indicator {
    id: "IND-MED-02",
    label: Label::new("大病保险覆盖率", "Major-illness insurance"),
    chapter: Chapter::Welfare,
    aggregation: Aggregation::Share,
    judge: Judge::Person(|member, _| has_major_illness_cover(member).into()),
    figures: &[Figure::new(
        "IND-MED-02",
        Label::new("纳入人数", "Persons covered"),
        PERSONS,
        EVERYBODY,
    )],
};

pub(super) static MEDICAL_AID: Indicator = Indicator {
    id: "IND-MED-03",
    label: Label::new("医疗救助纳入率", "Medical aid"),
    chapter: Chapter::Welfare,
    aggregation: Aggregation::Share,
    judge: Judge::Person(|member, _| has_medical_aid(member).into()),
    figures: &[Figure::new(
        "IND-MED-03",
        Label::new("纳入人数", "Persons covered"),
        PERSONS,
        EVERYBODY,
    )],
};
