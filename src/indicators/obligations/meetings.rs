//! Meetings and reports of every month: IND-OBL-01, 05, 08, 10 and 11 (plan line 102).

use super::periods::{each, months};
use crate::indicators::answers::{all, any, between, is, judged};
use crate::indicators::{Aggregation, Cause, Context, Figure, Goal, Indicator, Judge, Subjects};
use crate::model::{Kind, Label, Level, MeetingKind, ReportKind, YearMonth};
use crate::plan::Chapter;

const HELD: Label = Label::new("已召开的月", "Months with a meeting");
const REPORTED: Label = Label::new("已汇报的月", "Months with a report");
const MONTHS: Label = Label::new("个月", "months");

pub(in crate::indicators) static COUNTY_MEETINGS: Indicator = Indicator::new(
    "IND-OBL-01",
    Label::new("县领导小组月度专题会", "Meetings of the leading group"),
    (Chapter::Safeguards, Aggregation::Share),
    Judge::Each(&[Level::County], |context, subjects| {
        meetings(context, subjects, MeetingKind::LeadingGroupThematic);
    }),
    &[Figure::new(
        "IND-OBL-01",
        HELD,
        MONTHS,
        Some(Goal::of_duty::<1>()),
    )],
);

pub(in crate::indicators) static TOWNSHIP_MEETINGS: Indicator = Indicator::new(
    "IND-OBL-05",
    Label::new("乡镇月度专题研究", "Townships study poverty work"),
    (Chapter::Safeguards, Aggregation::Share),
    Judge::Each(&[Level::Township], |context, subjects| {
        meetings(context, subjects, MeetingKind::TownshipThematic);
    }),
    &[Figure::new(
        "IND-OBL-05",
        HELD,
        MONTHS,
        Some(Goal::of_duty::<5>()),
    )],
);

pub(in crate::indicators) static JOINT_MEETINGS: Indicator = Indicator::new(
    "IND-OBL-10",
    Label::new("村联席会议", "Joint meetings of villages"),
    (Chapter::Safeguards, Aggregation::Share),
    Judge::Each(&[Level::Village], |context, subjects| {
        meetings(context, subjects, MeetingKind::VillageJoint);
    }),
    &[Figure::new(
        "IND-OBL-10",
        HELD,
        MONTHS,
        Some(Goal::of_duty::<10>()),
    )],
);

fn meetings(context: &Context, subjects: &mut Subjects, kind: MeetingKind) {
    let records = context.village.records;
    each(
        context,
        subjects,
        context.village.area.as_str(),
        &months(context),
        |month| {
            let held = records.meetings.iter().map(|row| {
                all(&[
                    is(&row.kind, std::slice::from_ref(&kind)),
                    between(row.date, month.from, month.to),
                ])
            });
            judged(any(held), Cause::NotDone, Kind::Meeting, "date")
        },
    );
}

pub(in crate::indicators) static TOWNSHIP_REPORTS: Indicator = Indicator::new(
    "IND-OBL-08",
    Label::new("乡镇月汇报", "Monthly reports of townships"),
    (Chapter::Safeguards, Aggregation::Share),
    Judge::Each(&[Level::Township], |context, subjects| {
        reports(context, subjects, ReportKind::TownshipToCounty);
    }),
    &[Figure::new(
        "IND-OBL-08",
        REPORTED,
        MONTHS,
        Some(Goal::of_duty::<8>()),
    )],
);

pub(in crate::indicators) static VILLAGE_REPORTS: Indicator = Indicator::new(
    "IND-OBL-11",
    Label::new("村月汇报", "Monthly reports of villages"),
    (Chapter::Safeguards, Aggregation::Share),
    Judge::Each(&[Level::Village], |context, subjects| {
        reports(context, subjects, ReportKind::VillageToTownship);
    }),
    &[Figure::new(
        "IND-OBL-11",
        REPORTED,
        MONTHS,
        Some(Goal::of_duty::<11>()),
    )],
);

/// A report on the month, handed in by the day.
fn reports(context: &Context, subjects: &mut Subjects, kind: ReportKind) {
    let records = context.village.records;
    each(
        context,
        subjects,
        context.village.area.as_str(),
        &months(context),
        |month| {
            let done = records.reports.iter().map(|row| {
                all(&[
                    is(&row.kind, std::slice::from_ref(&kind)),
                    row.period.map(|period| period == YearMonth::of(month.from)),
                    row.submitted_on.map(|day| day <= context.as_of),
                ])
            });
            judged(any(done), Cause::NotSubmitted, Kind::Report, "submitted_on")
        },
    );
}

#[cfg(test)]
mod tests {
    use crate::indicators::Cause;
    use crate::indicators::fixture::{Fixture, VILLAGE, day, id};
    use crate::model::{MeetingKind, Records, ReportKind, YearMonth};

    const TOWNSHIP: &str = "530427203";

    fn meeting(records: &mut Records, kind: MeetingKind, date: &str) {
        let row = &mut records.meetings.row_mut(id(&format!("m-{date}"))).record;
        (row.kind, row.date) = (Some(kind), Some(day(date)));
    }

    #[test]
    fn obl_01_05_and_10_want_a_meeting_in_every_month_that_is_over() {
        use MeetingKind as M;
        let mut f = Fixture::default();
        for date in ["2018-01-31", "2018-03-01", "2018-04-01"] {
            meeting(&mut f.county, M::LeadingGroupThematic, date);
            meeting(&mut f.township, M::TownshipThematic, date);
            meeting(&mut f.village, M::VillageJoint, date);
        }
        assert_eq!(f.office_tally("IND-OBL-01", "530427", "2018-04-29"), [2, 3, 3, 3]);
        assert_eq!(f.office_tally("IND-OBL-01", "530427", "2018-04-30"), [3, 4, 4, 4]);
        assert_eq!(f.office_tally("IND-OBL-05", TOWNSHIP, "2018-04-30"), [3, 4, 4, 4]);
        assert_eq!(f.tally("IND-OBL-10", "2018-04-30"), [3, 4, 4, 4]);
        assert_eq!(f.tally("IND-OBL-10", "2017-12-31"), [0; 4], "before the plan");
        assert_eq!(
            f.why("IND-OBL-10", &format!("{VILLAGE}-2018-02"), "2018-04-30").1,
            Cause::NotDone
        );
        f.village.meetings.row_mut(id("m-2018-03-01")).record.date = None;
        assert_eq!(
            f.tally("IND-OBL-10", "2018-04-30"),
            [2, 4, 2, 4],
            "it may have been in two months"
        );
        assert_eq!(
            f.county_tally("IND-OBL-05", "2018-04-30"),
            [3, 48, 4, 48],
            "11 townships are not here"
        );
    }

    #[test]
    fn obl_08_and_11_want_a_report_on_every_month() {
        let mut f = Fixture::default();
        for (records, kind) in [
            (&mut f.township, ReportKind::TownshipToCounty),
            (&mut f.village, ReportKind::VillageToTownship),
        ] {
            let row = &mut records.reports.row_mut(id("r1")).record;
            (row.kind, row.period) = (Some(kind), YearMonth::parse("2018-01"));
            row.submitted_on = Some(day("2018-02-03"));
        }
        assert_eq!(f.office_tally("IND-OBL-08", TOWNSHIP, "2018-02-28"), [1, 2, 2, 2]);
        assert_eq!(f.tally("IND-OBL-11", "2018-02-02"), [0, 1, 1, 1]);
        assert_eq!(f.tally("IND-OBL-11", "2018-02-03"), [1, 1, 1, 1]);
    }
}
