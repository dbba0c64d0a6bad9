//! Who, when and whom in words. Pure but for the language.

use super::model::{Line, Standing};
use crate::indicators::{Due, Owed, Period, State, Target, Who};
use crate::model::{Date, DivisionCode, Official, PostKind, Records, YearMonth};
use crate::ui::text::{duties, format};

/// The first sentence of the page.
pub fn sentence(standing: &Standing, today: Date, place: DivisionCode, t: duties::Texts) -> String {
    if standing.owed + standing.late + standing.unclear == 0 {
        return t.nothing_owed(&format::area(place));
    }
    let next = standing.next.map(|day| t.next_due(day, standing.open));
    let late = (standing.late > 0).then(|| t.overdue(standing.late));
    let unclear = (standing.unclear > 0).then(|| t.unclear(standing.unclear));
    let parts = [t.sentence(standing.owed, today, standing.done)];
    let parts: Vec<String> = parts.into_iter().chain(next).chain(late).chain(unclear).collect();
    format!("{}{}", parts.join(t.separator()), t.stop())
}

/// A month, a quarter or a year.
pub fn period(period: &Period, t: duties::Texts) -> String {
    if period.is_year() {
        format::year(period.from.year(), t.0)
    } else if YearMonth::of(period.from) == YearMonth::of(period.end) {
        format::month(YearMonth::of(period.from), t.0)
    } else {
        t.quarter(period.from.year(), period.from.quarter())
    }
}

/// Who owes it, by name where the records tell it.
pub fn who(owed: &Owed, records: &[&Records], t: duties::Texts) -> String {
    let official = |id| records.iter().find_map(|records| records.officials.get(id));
    match &owed.who {
        Who::Area(area) => format::area(*area),
        Who::Official(id) => official(*id).and_then(|one| one.name.clone()).unwrap_or_default(),
        Who::Leader(link, _) => {
            let link = records
                .iter()
                .find_map(|records| records.village_help_units.get(*link));
            let name = link
                .and_then(|link| link.leader_name.as_deref())
                .unwrap_or(t.nobody_named());
            let village = link.and_then(|link| link.village_code).unwrap_or(owed.area);
            t.of_leader(name, &format::area(village))
        }
        Who::Post(post) => {
            let all = records.iter().flat_map(|records| records.officials.iter());
            let named: Vec<&str> = all
                .filter(|one| holds(one, post, owed.area))
                .filter_map(|one| one.name.as_deref())
                .collect();
            let label = post_label(post, t);
            match named.is_empty() {
                true => label,
                false => format!("{label} {}", named.join(" ")),
            }
        }
    }
}

fn holds(official: &Official, post: &PostKind, area: DivisionCode) -> bool {
    official.posts.as_ref().is_some_and(|posts| posts.contains(post))
        && official.division_code.is_none_or(|own| own == area)
}

fn post_label(post: &PostKind, t: duties::Texts) -> String {
    use crate::model::Code;
    format::code(PostKind::LIST, post.id(), t.0)
}

/// How far it is done, in a word or as 已访 k/N.
pub fn progress(line: &Line, t: duties::Texts) -> String {
    let (k, n) = line.owed.reached();
    match (n, line.state) {
        (0 | 1, State::Done) => t.done().to_owned(),
        (0 | 1, State::Unclear) => String::new(),
        (0 | 1, _) => t.not_done().to_owned(),
        _ => t.reached(k, n),
    }
}

/// What is to be reached.
pub fn target(target: Target, records: &[&Records], t: duties::Texts) -> String {
    match target {
        Target::Itself => t.not_done().to_owned(),
        Target::Place(place) => format::area(place),
        Target::Household(area, household) => {
            let head = records
                .iter()
                .find_map(|records| records.households.get(household)?.head_name.clone());
            format!("{} {}", format::area(area), head.unwrap_or_default())
        }
        Target::Official(area, official) => {
            let name = records
                .iter()
                .find_map(|records| records.officials.get(official)?.name.clone());
            format!("{} {}", format::area(area), name.unwrap_or_default())
        }
    }
}

/// When it is due, and how long that is.
pub fn due(line: &Line, today: Date, t: duties::Texts) -> String {
    let day = t.due(line.due.day());
    let over = today.days_since(line.due.day());
    let left = match (line.state, line.due) {
        (State::Done, _) => return day,
        _ if over > 0 => t.days_over(over),
        _ if over == 0 => t.due_today().to_owned(),
        (_, Due::WorkDay(_)) => t.work_days_left(line.left),
        (_, Due::CalendarDay(_)) => t.days_left(line.left),
    };
    format!("{day} · {left}")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::ui::text::Language;

    #[test]
    fn the_sentence_says_how_much_is_owed_what_is_next_and_what_is_late() {
        let t = duties::Texts(Language::Zh);
        let village = DivisionCode::new("530427203200").unwrap();
        let today = Date::of::<2018, 11, 28>();
        let standing = Standing {
            owed: 3,
            done: 1,
            open: 2,
            late: 4,
            unclear: 1,
            next: Date::new(2018, 11, 30),
        };
        assert_eq!(
            sentence(&standing, today, village, t),
            "2018年11月28日：本期应办3项，已办1项，还差2项，最近的2018年11月30日到期，另有4项逾期未办，1项说不清。"
        );
        let none = Standing::default();
        assert_eq!(sentence(&none, today, village, t), "太桥村目前没有要办的职责。");
    }
}
