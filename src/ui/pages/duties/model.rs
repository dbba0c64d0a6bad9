//! What an area's offices or an official owe, sorted for the page. Pure.

use crate::indicators::{Due, Owed, State, Target, Who, WorkDays};
use crate::model::{
    Code, Date, DivisionCode, Kind, Level, MeetingKind, Official, PostKind, ReportKind, VisitPurpose,
    VisitTarget,
};
use crate::ui::route::{Query, Route, Section};

/// A duty in a period.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// What is owed.
    pub owed: Owed,
    /// How it stands.
    pub state: State,
    /// When it is due.
    pub due: Due,
    /// Days from the day until then, working days where the calendar is known.
    pub left: i64,
}

/// The duties of an area.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Board {
    /// Of the running periods, the most pressing first.
    pub running: Vec<Line>,
    /// Of periods that are over, the latest first.
    pub late: Vec<Line>,
    /// Duties of others that the area's records tell of.
    pub kept: Vec<Line>,
    /// How the areas right below stand.
    pub below: Vec<Below>,
}

/// How an area below stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Below {
    /// The area.
    pub area: DivisionCode,
    /// Done of the running periods.
    pub done: usize,
    /// Owed in them.
    pub owed: usize,
    /// Overdue.
    pub late: usize,
    /// What nobody can tell.
    pub unclear: usize,
}

/// How many of each there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Owed in the running periods.
    pub owed: usize,
    /// Of them done.
    pub done: usize,
    /// Of them open.
    pub open: usize,
    /// What nobody can tell, running or over.
    pub unclear: usize,
    /// Overdue.
    pub late: usize,
    /// The next day on which something open is due.
    pub next: Option<Date>,
}

impl Board {
    /// The duties of an area, or of one of its officials.
    pub fn of(
        area: DivisionCode,
        owed: &[Owed],
        official: Option<&Official>,
        days: &WorkDays,
        today: Date,
    ) -> Self {
        let mut board = Self::default();
        for one in owed {
            let Some(line) = Line::of(one, days, today) else {
                continue;
            };
            let is_asked = official.is_none_or(|official| one.is_of(official));
            let own = one.duty.of == area.level();
            match (one.period.runs_on(today), line.state) {
                _ if one.area != area || !is_asked => {}
                (false, State::Done) => {}
                (false, _) if own => board.late.push(line),
                (true, _) if own => board.running.push(line),
                (true, _) => board.kept.push(line),
                (false, _) => {}
            }
        }
        board.running.sort_by_key(|line| (line.state, line.due.day()));
        board.late.sort_by_key(|line| std::cmp::Reverse(line.due.day()));
        if official.is_none() {
            board.below = below(area, owed, today);
        }
        board
    }

    /// How many of each.
    pub fn standing(&self) -> Standing {
        let state = |lines: &[Line], state| lines.iter().filter(|line| line.state == state).count();
        let open = self.running.iter().filter(|line| line.state == State::Open);
        Standing {
            owed: self.running.len(),
            done: state(&self.running, State::Done),
            open: state(&self.running, State::Open),
            unclear: state(&self.running, State::Unclear) + state(&self.late, State::Unclear),
            late: state(&self.late, State::Overdue),
            next: open.map(|line| line.due.day()).min(),
        }
    }
}

impl Line {
    fn of(owed: &Owed, days: &WorkDays, today: Date) -> Option<Self> {
        let due = days.due(owed.period.from, owed.period.end);
        Some(Self {
            state: owed.state(today)?,
            due,
            left: days.left(today, due),
            owed: owed.clone(),
        })
    }
}

/// The areas right below, each by its own duties.
fn below(area: DivisionCode, owed: &[Owed], today: Date) -> Vec<Below> {
    let mut all: Vec<Below> = crate::plan::divisions::children(area.as_str())
        .iter()
        .filter_map(|row| DivisionCode::new(row.code))
        .map(|area| Below {
            area,
            done: 0,
            owed: 0,
            late: 0,
            unclear: 0,
        })
        .collect();
    for one in owed.iter().filter(|one| one.duty.of == one.area.level()) {
        let (Some(row), Some(state)) = (all.iter_mut().find(|row| row.area == one.area), one.state(today))
        else {
            continue;
        };
        match (state, one.period.runs_on(today)) {
            (State::Unclear, _) => row.unclear += 1,
            (State::Overdue, _) => row.late += 1,
            (State::Done, false) => {}
            (state, _) => {
                row.owed += 1;
                row.done += usize::from(state == State::Done);
            }
        }
    }
    all
}

/// The record by which something is done: its kind, the area that keeps it, and what is known of it.
pub fn record_of(owed: &Owed, target: Target, officials: &[Official]) -> Option<(Kind, DivisionCode, Query)> {
    let number = owed.duty.obligation.number();
    let query = Query::default();
    let visit = |area, purpose: VisitPurpose, kind: VisitTarget| {
        let by_post = match &owed.who {
            Who::Post(post) => Some(post.clone()),
            Who::Official(_) => Some(PostKind::DeptHead),
            Who::Leader(..) => Some(PostKind::CountyLinkedLeader),
            Who::Area(_) => None,
        };
        let by = officials.iter().filter(|official| owed.is_of(official));
        let only = by.map(|official| official.id.to_string()).collect::<Vec<_>>();
        let mut query = Query::default()
            .with("purpose", purpose.id())
            .with("target_kind", kind.id());
        if let Some(post) = by_post {
            query = query.with("post", post.id());
        }
        if let [only] = &only[..] {
            query = query.with("official_id", only);
        }
        (Kind::Visit, area, query)
    };
    let meeting = |kind: MeetingKind| (Kind::Meeting, owed.area, query.clone().with("kind", kind.id()));
    let report = |kind: ReportKind| {
        let month = crate::model::YearMonth::of(owed.period.from).to_string();
        let query = query.clone().with("kind", kind.id()).with("period", &month);
        (Kind::Report, owed.area, query)
    };
    Some(match (number, target) {
        (1, _) => meeting(MeetingKind::LeadingGroupThematic),
        (5, _) => meeting(MeetingKind::TownshipThematic),
        (10, _) => meeting(MeetingKind::VillageJoint),
        (8, _) => report(ReportKind::TownshipToCounty),
        (11, _) => report(ReportKind::VillageToTownship),
        (2 | 3 | 6, Target::Place(place)) => {
            let (kind, area, query) = visit(owed.area, VisitPurpose::Tour, kind_of(place));
            (kind, area, query.with("target_code", place.as_str()))
        }
        (4, Target::Place(place)) => {
            let (kind, area, query) = visit(owed.area, VisitPurpose::Linked, kind_of(place));
            (kind, area, query.with("target_code", place.as_str()))
        }
        (7, Target::Household(area, household)) => {
            let (kind, area, query) = visit(area, VisitPurpose::Tour, VisitTarget::Household);
            (kind, area, query.with("household_id", household.as_str()))
        }
        (9, _) => visit(owed.area, VisitPurpose::Research, VisitTarget::Village),
        (12, Target::Place(place)) => (Kind::TeamAssignment, place, query),
        _ => return None,
    })
}

fn kind_of(place: DivisionCode) -> VisitTarget {
    match place.level() {
        Level::Township | Level::County => VisitTarget::Township,
        Level::Village => VisitTarget::Village,
    }
}

/// Where a target is looked at by those who may not record anything.
pub fn place_of(target: Target) -> Option<Route> {
    Some(match target {
        Target::Itself => return None,
        Target::Place(place) => Route::Area(place, Query::default()),
        Target::Household(area, household) => Route::Household(area, household, Section::Visits, None),
        Target::Official(area, official) => Route::Record(area, Kind::Official, official.into()),
    })
}

/// The level whose offices have duties of their own in an area.
pub fn has_below(area: DivisionCode) -> bool {
    area.level() != Level::Village
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::indicators::{CountyFacts, owed};
    use crate::model::{Id, OfficialId, Records};
    use crate::plan::divisions::villages;

    const TODAY: Date = Date::of::<2018, 3, 15>();

    fn code(text: &str) -> DivisionCode {
        DivisionCode::new(text).unwrap()
    }

    /// A county in which 太桥村 is the one poor village.
    fn county() -> Records {
        let mut county = Records::default();
        for row in villages() {
            let flag = &mut county.divisions.row_mut(Id::new(row.code).unwrap()).record;
            flag.is_poverty_village = Some(row.code == "530427203200");
        }
        county
    }

    fn board(area: &str, records: &Records, official: Option<&Official>) -> Board {
        let county = county();
        let facts = CountyFacts::of(&county);
        let all = owed([(code(area), records)], &facts, TODAY);
        Board::of(code(area), &all, official, &WorkDays::default(), TODAY)
    }

    #[test]
    fn a_village_owes_a_meeting_and_a_report_a_month() {
        let mut village = Records::default();
        let row = &mut village.meetings.row_mut(Id::new("m1").unwrap()).record;
        (row.kind, row.date) = (Some(MeetingKind::VillageJoint), Some(TODAY));
        let board = board("530427203200", &village, None);
        let standing = board.standing();
        assert_eq!((standing.owed, standing.done, standing.open), (2, 1, 1));
        assert_eq!(standing.next, Date::new(2018, 3, 31));
        assert_eq!(
            standing.late, 4,
            "two meetings and two reports of January and February"
        );
        assert_eq!(board.running[0].left, 16, "no calendar: by days");
        assert_eq!(
            board.running[0].state,
            State::Open,
            "what is open comes before what is done"
        );
        assert!(board.kept.iter().all(|line| line.owed.duty.of != Level::Village));
    }

    #[test]
    fn an_official_sees_the_duties_of_the_own_post() {
        let mayor = Official {
            id: OfficialId::new("o1").unwrap(),
            posts: Some(vec![PostKind::TownshipMayor]),
            ..Official::default()
        };
        let board = board("530427203", &Records::default(), Some(&mayor));
        assert_eq!(board.running.len(), 1, "the month's round");
        assert_eq!(board.late.len(), 2);
        assert!(board.below.is_empty());
    }

    #[test]
    fn a_missing_village_is_a_visit_of_the_one_who_holds_the_post() {
        let mayor = Official {
            id: OfficialId::new("o1").unwrap(),
            posts: Some(vec![PostKind::TownshipMayor]),
            ..Official::default()
        };
        let board = board("530427203", &Records::default(), Some(&mayor));
        let line = &board.running[0];
        let target = line.owed.missing().next().unwrap().target;
        let (kind, area, query) = record_of(&line.owed, target, std::slice::from_ref(&mayor)).unwrap();
        assert_eq!((kind, area), (Kind::Visit, code("530427203")));
        assert_eq!(
            query.to_string(),
            "?official_id=o1&post=township_mayor&purpose=tour&target_code=530427203200&target_kind=village"
        );
    }

    #[test]
    fn an_office_sees_how_those_below_stand() {
        let (village, county) = (Records::default(), county());
        let all = owed(
            [(code("530427203200"), &village)],
            &CountyFacts::of(&county),
            TODAY,
        );
        let board = Board::of(code("530427203"), &all, None, &WorkDays::default(), TODAY);
        assert_eq!(board.below.len(), 11);
        let row = board
            .below
            .iter()
            .find(|row| row.area == code("530427203200"))
            .unwrap();
        assert_eq!((row.done, row.owed, row.late), (0, 2, 4));
    }
}
