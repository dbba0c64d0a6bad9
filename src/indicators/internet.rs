//! Internet plus: IND-NET-01 (plan line 77).

use super::answers::said;
use super::registry::{HOUSEHOLDS, VILLAGES};
use super::subjects::amount;
use super::{Aggregation, Context, Declaration, Figure, Judge, Judgement, Reason, Subjects};
use crate::model::{Kind, Label, Level};
use crate::plan::Chapter;

pub(super) const FACILITIES: Declaration = Declaration::new(
    "IND-NET-01",
    Label::new("互联网+设施", "Internet, e-commerce and parcels"),
    (Chapter::Infrastructure, Aggregation::Sum),
    Judge::Each(&[Level::Village], facilities),
    &[
        Figure::new(
            "IND-NET-01",
            Label::new("通宽带户", "Households with broadband"),
            HOUSEHOLDS,
            None,
        ),
        Figure::new(
            "IND-NET-01.stations",
            Label::new("信息惠民服务站", "Information stations"),
            VILLAGES,
            None,
        ),
        Figure::new(
            "IND-NET-01.ecommerce",
            Label::new("电商服务点", "E-commerce points"),
            VILLAGES,
            None,
        ),
        Figure::new(
            "IND-NET-01.express",
            Label::new("快递点", "Parcel points"),
            VILLAGES,
            None,
        ),
    ],
);

fn facilities(context: &Context, subjects: &mut Subjects) {
    let year = context.village.year();
    let broadband = year.and_then(|row| row.broadband_households).map(|count| count.0);
    let missing = Reason::missing(Kind::VillageYear, "broadband_households");
    let of = |value: Option<bool>, field| (said(value, Kind::VillageYear, field).into(), 1);
    subjects.area(&[
        amount(Judgement::Counts, broadband, missing),
        of(
            year.and_then(|row| row.info_service_station),
            "info_service_station",
        ),
        of(year.and_then(|row| row.ecommerce_point), "ecommerce_point"),
        of(year.and_then(|row| row.express_point), "express_point"),
    ]);
}

#[cfg(test)]
mod tests {
    use crate::indicators::fixture::Fixture;
    use crate::model::Count;

    #[test]
    fn net_01_sums_what_villages_have() {
        let mut f = Fixture::default();
        assert_eq!(f.tally("IND-NET-01", "2018-12-31"), [0, 1, 0, 1]);
        let year = f.village_year(2018);
        (year.broadband_households, year.express_point) = (Some(Count(120)), Some(false));
        year.ecommerce_point = Some(true);
        assert_eq!(f.tally("IND-NET-01", "2018-12-31"), [120; 4]);
        assert_eq!(f.tally("IND-NET-01.ecommerce", "2018-12-31"), [1; 4]);
        assert_eq!(f.tally("IND-NET-01.express", "2018-12-31"), [0, 1, 1, 1]);
        assert_eq!(f.tally("IND-NET-01.stations", "2018-12-31"), [0, 1, 0, 1]);
    }
}
