//! Poverty and income: IND-POV-01 to 14 (plan lines 17, 26, 63, 104).

mod assured;
mod disposable;
mod identified;
mod incidence;
mod income;
mod register;

pub(super) use assured::{ASSURED, SUPPORTED, has_measure, measures_of_year};
pub(super) use disposable::{GROWTH, RATIO};
pub(super) use identified::LEFT_OVER;
pub(super) use incidence::{INCIDENCE, POOR_UNITS_WITHIN, VILLAGES_WITHIN, of_poor_unit, of_poverty_village};
pub(super) use income::{BELOW_LINE, NET_INCOME};
pub(super) use register::{COHORT, FELL_BACK, NOT_EXITED, REGISTERED};

use crate::model::Label;

const HOUSEHOLD_COUNT: Label = Label::new("户数", "Households");
const PERSON_COUNT: Label = Label::new("人数", "Persons");
