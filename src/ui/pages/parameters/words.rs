//! Parameters in words. Pure, tested natively.

use super::slots::{Slot, SlotState};
use crate::indicators::indicator;
use crate::model::{Code, Fen, ParameterUnit};
use crate::plan::{self, Parameter};
use crate::ui::text::parameters::Texts;
use crate::ui::text::{fields, format};

/// A value with its unit.
pub fn value(parameter: &Parameter, value: i64, t: Texts) -> String {
    let choice = usize::try_from(value)
        .ok()
        .and_then(|place| parameter.choices.get(place));
    if let Some(choice) = choice {
        return t.0.pick(*choice).to_owned();
    }
    match parameter.unit {
        ParameterUnit::FenPerPersonYear => t.with_unit(&plain_money(value), t.yuan_per_year()),
        ParameterUnit::FenPerMonth => t.with_unit(&plain_money(value), t.yuan_per_month()),
        ParameterUnit::Flag => fields::Texts(t.0).yes_or_no(value != 0).to_owned(),
        ParameterUnit::Mmdd => t.month_day(&(value / 100).to_string(), &(value % 100).to_string()),
        ParameterUnit::BasisPoints => format::percent(value),
        _ => t.with_unit(&format::number(value), unit(parameter, t)),
    }
}

/// The unit beside an input.
pub fn unit(parameter: &Parameter, t: Texts) -> &'static str {
    match parameter.unit {
        ParameterUnit::FenPerPersonYear => t.yuan_per_year(),
        ParameterUnit::FenPerMonth => t.yuan_per_month(),
        ParameterUnit::Flag | ParameterUnit::Number | ParameterUnit::Plain | ParameterUnit::Mmdd => "",
        _ => ParameterUnit::LIST
            .find(parameter.unit.id())
            .map_or("", |unit| t.0.pick(unit.label)),
    }
}

/// The line of a slot: its year, its value, and whether the value is used.
pub fn line(slot: &Slot, state: SlotState, t: Texts) -> String {
    let year = slot
        .year
        .map_or_else(|| t.every_year().to_owned(), |year| format::year(year, t.0));
    let shown = |stored| value(slot.parameter, stored, t);
    let state = match state {
        SlotState::Empty => t.state_empty().to_owned(),
        SlotState::Default(stored) => t.state_default(&shown(stored)),
        SlotState::Unverified(stored) => t.state_unverified(&shown(stored)),
        SlotState::Verified(stored) => t.state_verified(&shown(stored)),
    };
    t.slot_line(&year, &state)
}

/// The names of what a parameter decides: indicators of this version, targets of the plan.
pub fn decides(parameter: &Parameter, t: Texts) -> Vec<String> {
    let shown = parameter.indicators.iter().filter_map(|id| indicator(id));
    let targets = parameter.targets.iter().map(|id| plan::target(*id));
    shown
        .map(|indicator| t.0.pick(indicator.label).to_owned())
        .chain(targets.map(|target| format!("{} {}", target.id, t.0.pick(target.label))))
        .collect()
}

fn plain_money(fen: i64) -> String {
    let text = format::money(Fen(fen), crate::ui::text::Language::En);
    text.trim_start_matches('¥').to_owned()
}

#[cfg(test)]
mod tests {
    use super::super::slots::slots;
    use super::*;
    use crate::plan::{ParameterKey, parameter};
    use crate::ui::text::Language;

    const ZH: Texts = Texts(Language::Zh);

    #[test]
    fn values_are_shown_in_the_units_that_people_use() {
        let shown = |key, stored| value(parameter(key), stored, ZH);
        assert_eq!(shown(ParameterKey::PovertyLine, 350_050), "3,500.50元/人·年");
        assert_eq!(shown(ParameterKey::IncomePeriodStart, 101), "1月1日");
        assert_eq!(shown(ParameterKey::GrantsCountAsIncome, 0), "否");
        assert_eq!(shown(ParameterKey::CompulsoryAgeFrom, 6), "6周岁");
        assert_eq!(shown(ParameterKey::ApproximateTolerance, 250), "2.50%");
        assert_eq!(shown(ParameterKey::HouseholdCountRule, 1), "登记的计收入人口");
    }

    #[test]
    fn an_unverified_value_says_that_it_is_not_used() {
        let slot = slots(parameter(ParameterKey::PovertyLine))[1];
        assert_eq!(
            line(&slot, SlotState::Unverified(350_000), ZH),
            "2018年：3,500元/人·年，未核实，不采用"
        );
        assert_eq!(line(&slot, SlotState::Empty, ZH), "2018年：未录入");
    }

    #[test]
    fn a_parameter_names_the_targets_it_decides() {
        let names = decides(parameter(ParameterKey::PovertyLine), ZH);
        assert!(names.iter().any(|name| name.starts_with("T-09")), "{names:?}");
    }
}
