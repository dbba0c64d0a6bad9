//! Basic public services: IND-PUB-01 (plan line 26). The plan lists no indicators and gives no value, so that nothing is
//! computed: the county says whether the goal is reached.

use super::answers::said;
use super::index::of_year;
use super::{Aggregation, Context, Declaration, Figure, Judge, Subjects};
use crate::model::{CountyYear, DivisionCode, Kind, Label, Level};
use crate::plan::Chapter;

pub(super) const SERVICES: Declaration = Declaration::new(
    "IND-PUB-01",
    Label::new("基本公共服务主要领域指标", "Basic public services"),
    (Chapter::Overall, Aggregation::AllUnitsPass),
    Judge::Each(&[Level::County], services),
    &[Figure::new(
        "IND-PUB-01",
        Label::new("县级认定达到目标", "Reached, as the county says"),
        Label::new("年", "years"),
        None,
    )],
);

fn services(context: &Context, subjects: &mut Subjects) {
    let fields = |row: &CountyYear| (row.county_code.map(DivisionCode::id), row.year);
    let mut rows = of_year(&context.village.records.county_years, context.year, fields);
    let met = rows.find(|(code, _)| *code == context.village.area.id());
    let met = met.and_then(|(_, row)| row.public_services_met);
    let judge = || said(met, Kind::CountyYear, "public_services_met").into();
    subjects.area(&[(context.if_reported(judge), 1)]);
}

#[cfg(test)]
mod tests {
    use crate::indicators::fixture::{Fixture, id};

    #[test]
    fn pub_01_is_what_the_county_says() {
        let mut f = Fixture::default();
        assert_eq!(f.office_tally("IND-PUB-01", "530427", "2020-12-31"), [0, 1, 0, 1]);
        f.county
            .county_years
            .row_mut(id("530427-2020"))
            .record
            .public_services_met = Some(true);
        assert_eq!(f.office_tally("IND-PUB-01", "530427", "2020-12-31"), [1; 4]);
    }
}
