//! Meetings and reports of every month: O-01, O-05, O-08, O-10 and O-11 (plan line 102).

use super::owed::{Duty, Owed, Part, Target, Who};
use super::periods::Period;
use crate::indicators::answers::{all, any, is};
use crate::indicators::{Aggregation, Cause, Context, Declaration, Figure, Goal, Judge, Reason};
use crate::model::{Kind, Label, Level, MeetingKind, ReportKind, YearMonth};
use crate::plan::{Chapter, ObligationId};

const HELD: Label = Label::new("已召开的月", "Months with a meeting");
const REPORTED: Label = Label::new("已汇报的月", "Months with a report");
const MONTHS: Label = Label::new("个月", "months");

/// What is to be held or handed in.
enum Done {
    Meeting(MeetingKind),
    Report(ReportKind),
}

macro_rules! monthly {
    ($($indicator:ident $duty:ident $number:literal $id:literal $level:ident $done:expr, $said:ident $zh:literal $en:literal;)+) => {$(
        pub(super) static $duty: Duty = Duty {
            obligation: ObligationId::of::<$number>(),
            of: Level::$level,
            levels: &[Level::$level],
            owed: |duty, context, period| {
                const DONE: Done = $done;
                owed(duty, context, period, &DONE)
            },
        };

        pub(in crate::indicators) const $indicator: Declaration = Declaration::new(
            $id,
            Label::new($zh, $en),
            (Chapter::Safeguards, Aggregation::Share),
            Judge::Each(&[Level::$level], |context, subjects| $duty.say(context, subjects)),
            &[Figure::new($id, $said, MONTHS, Some(Goal::of_duty::<$number>()))],
        );
    )+};
}

monthly! {
    COUNTY_MEETINGS LEADING_GROUP 1 "IND-OBL-01" County Done::Meeting(MeetingKind::LeadingGroupThematic),
        HELD "县领导小组月度专题会" "Meetings of the leading group";
    TOWNSHIP_MEETINGS TOWNSHIP_STUDY 5 "IND-OBL-05" Township Done::Meeting(MeetingKind::TownshipThematic),
        HELD "乡镇月度专题研究" "Townships study poverty work";
    TOWNSHIP_REPORTS TOWNSHIP_REPORT 8 "IND-OBL-08" Township Done::Report(ReportKind::TownshipToCounty),
        REPORTED "乡镇月汇报" "Monthly reports of townships";
    JOINT_MEETINGS VILLAGE_MEETING 10 "IND-OBL-10" Village Done::Meeting(MeetingKind::VillageJoint),
        HELD "村联席会议" "Joint meetings of villages";
    VILLAGE_REPORTS VILLAGE_REPORT 11 "IND-OBL-11" Village Done::Report(ReportKind::VillageToTownship),
        REPORTED "村月汇报" "Monthly reports of villages";
}

/// The area's meeting in the month, or its report on it, handed in by the day.
fn owed(duty: &'static Duty, context: &Context, period: &Period, done: &Done) -> Vec<Owed> {
    let records = context.village.records;
    let area = Who::Area(context.village.area);
    let (answer, owed) = match done {
        Done::Meeting(kind) => {
            let held = records
                .meetings
                .iter()
                .map(|row| match context.in_period(period, row.date) {
                    Some(false) => Some(false),
                    in_period => all(&[in_period, is(&row.kind, std::slice::from_ref(kind))]),
                });
            (any(held), duty.owed_by(area, context, period, Kind::Meeting))
        }
        Done::Report(kind) => {
            let handed_in = records.reports.iter().map(|row| {
                match row.period.map(|month| month == YearMonth::of(period.from)) {
                    Some(false) => Some(false),
                    of_period => all(&[
                        of_period,
                        is(&row.kind, std::slice::from_ref(kind)),
                        context.has_come(row.submitted_on),
                    ]),
                }
            });
            let owed = Owed {
                missed: Reason::new(Cause::NotSubmitted, Kind::Report, "submitted_on"),
                missing: Reason::missing(Kind::Report, "submitted_on"),
                ..duty.owed_by(area, context, period, Kind::Report)
            };
            (any(handed_in), owed)
        }
    };
    vec![Owed {
        parts: vec![Part::of(Target::Itself, answer)],
        ..owed
    }]
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
