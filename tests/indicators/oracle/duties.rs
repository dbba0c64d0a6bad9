//! Recurring duties.

use super::fields::*;
use super::*;
use huhuqing::plan::divisions::{children, townships, villages};

const COUNTY_LEADERS: [&str; 3] = ["county_secretary", "county_mayor", "county_deputy_secretary"];

impl Oracle<'_> {
    /// The periods of the year that are over, by their first and last days.
    pub(super) fn periods(&self, months: u32) -> Vec<(String, String)> {
        let year = self.year_now();
        let last = |month: u32| match month {
            2 if year % 4 == 0 => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        let mut periods = Vec::new();
        for first in (1..=12).step_by(months as usize) {
            let end = first + months - 1;
            let to = format!("{year}-{end:02}-{:02}", last(end));
            if to <= self.today() && year >= 2018 {
                periods.push((format!("{year}-{first:02}-01"), to));
            }
        }
        periods
    }

    pub(super) fn between(&self, row: &Named, field: &str, (from, to): &(String, String)) -> Tri {
        row.text(field).map(|date| date >= *from && date <= *to)
    }

    pub(super) fn meetings(&self, kind: &str) -> Sum {
        let all = self.own("meeting");
        let say = |month: &(String, String)| {
            let held: Vec<Tri> = all
                .iter()
                .map(|row| and(&[row.is("kind", &[kind]), self.between(row, "date", month)]))
                .collect();
            tri(or(&held))
        };
        ones(self.periods(1).iter().map(say).collect())
    }

    pub(super) fn reports(&self, kind: &str) -> Sum {
        let all = self.own("report");
        let say = |month: &(String, String)| {
            let done: Vec<Tri> = all
                .iter()
                .map(|row| {
                    let on_it = row.text("period").map(|period| period == month.0[..7]);
                    and(&[
                        row.is("kind", &[kind]),
                        on_it,
                        row.text("submitted_on").map(|day| day <= self.today()),
                    ])
                })
                .collect();
            tri(or(&done))
        };
        ones(self.periods(1).iter().map(say).collect())
    }

    pub(super) fn rounds(&self, indicator: &str, suffix: &str) -> Sum {
        let (posts, places): (&[&str], Vec<&str>) = match indicator {
            "IND-OBL-02" => (&COUNTY_LEADERS, townships().iter().map(|row| row.code).collect()),
            "IND-OBL-03" => (&COUNTY_LEADERS, villages().iter().map(|row| row.code).collect()),
            _ => (
                &["township_secretary", "township_mayor", "township_deputy"],
                children(&self.area).iter().map(|row| row.code).collect(),
            ),
        };
        let periods = match indicator {
            "IND-OBL-03" if self.year_now() < 2018 => Vec::new(),
            "IND-OBL-03" => vec![(format!("{}-01-01", self.year_now()), self.today())],
            _ => self.periods(1),
        };
        let visits = self.own("visit");
        let (mut says, mut sums) = (Vec::new(), Vec::new());
        for post in posts {
            for period in &periods {
                let (mut made, mut owed, mut open) = (0, 0, false);
                for place in &places {
                    match self.is_poor(place) {
                        Some(false) => continue,
                        None => open = true,
                        Some(true) => {
                            owed += 1;
                            let all: Vec<Tri> = visits
                                .iter()
                                .map(|row| {
                                    let there = row.text("target_code").map(|code| code == **place);
                                    and(&[
                                        row.is("post", &[post]),
                                        row.is("purpose", &["tour"]),
                                        there,
                                        self.between(row, "date", period),
                                    ])
                                })
                                .collect();
                            match or(&all) {
                                Some(true) => made += 1,
                                None => open = true,
                                Some(false) => {}
                            }
                        }
                    }
                }
                says.push(match (open, owed) {
                    (true, _) => Say::Unknown,
                    (false, 0) => Say::Skip,
                    _ => tri(Some(made == owed)),
                });
                sums.push(match (open, owed) {
                    (true, _) => (Say::Unknown, Some((made, owed))),
                    (false, 0) => (Say::Skip, None),
                    _ => (Say::Yes, Some((made, owed))),
                });
            }
        }
        if suffix.is_empty() {
            ones(says)
        } else {
            amounts(sums)
        }
    }

    pub(super) fn linked_leaders(&self) -> Sum {
        let visits: Vec<_> = self
            .own("visit")
            .into_iter()
            .filter(|row| !row.filled("household_id"))
            .collect();
        let mut says = Vec::new();
        for link in self.own("village_help_unit") {
            if !link.filled("leader_official_id") && !link.filled("leader_name") {
                continue;
            }
            let village = link
                .text("village_code")
                .or((self.area.len() == 12).then(|| self.area.clone()));
            for quarter in self.periods(3) {
                let linked = and(&[
                    link.text("start").map(|day| day <= quarter.1),
                    Some(link.text("end").is_none_or(|day| day > quarter.0)),
                ]);
                let poor = village.as_ref().and_then(|village| self.is_poor(village));
                let all: Vec<Tri> = visits
                    .iter()
                    .map(|row| {
                        let who = if link.filled("leader_official_id") {
                            row.text("official_id")
                                .map(|id| Some(id) == link.text("leader_official_id"))
                        } else {
                            row.text("official_name")
                                .map(|name| Some(name) == link.text("leader_name"))
                        };
                        and(&[
                            who,
                            row.is("purpose", &["linked"]),
                            row.text("target_code").map(|code| Some(code) == village),
                            self.between(row, "date", &quarter),
                        ])
                    })
                    .collect();
                says.push(gate(linked, gate(poor, tri(or(&all)))));
            }
        }
        ones(says)
    }

    pub(super) fn heads_at_households(&self, suffix: &str) -> Sum {
        let visits = self.own("visit");
        let by = |h: &Household, post: &str| {
            let ours = visits
                .iter()
                .filter(|row| row.text("household_id").as_deref() == Some(h.id.as_str()));
            let all: Vec<Tri> = ours
                .map(|row| {
                    and(&[
                        row.is("post", &[post]),
                        row.is("purpose", &["tour"]),
                        self.this_year(row, "date"),
                    ])
                })
                .collect();
            or(&all)
        };
        self.of_registered(|h| {
            let poor = match self.entry(h, self.day) {
                Entry::Poor | Entry::PoorAgain => Some(true),
                Entry::Free => Some(false),
                _ => None,
            };
            let (secretary, mayor) = (by(h, "township_secretary"), by(h, "township_mayor"));
            let visited = match suffix {
                ".secretary" => secretary,
                ".mayor" => mayor,
                _ => and(&[secretary, mayor]),
            };
            (gate(poor, tri(visited)), 1)
        })
    }

    pub(super) fn has_post(&self, row: &Named, wanted: &[&str]) -> Tri {
        let posts = row.list("posts")?;
        let all: Vec<Tri> = posts
            .iter()
            .map(|post| (post != "new").then(|| wanted.contains(&post.as_str())))
            .collect();
        or(&all)
    }

    pub(super) fn research(&self) -> Sum {
        let visits = self.own("visit");
        let mut says = Vec::new();
        for official in self.own("official") {
            for quarter in self.periods(3) {
                let in_post = official.text("active_from").is_none_or(|day| day <= quarter.1)
                    && official.text("active_to").is_none_or(|day| day > quarter.0);
                let all: Vec<Tri> = visits
                    .iter()
                    .map(|row| {
                        and(&[
                            row.text("official_id").map(|id| id == official.id.as_str()),
                            row.is("purpose", &["research"]),
                            self.between(row, "date", &quarter),
                            row.text("target_code").and_then(|code| self.is_poor(&code)),
                            row.number("problems_solved").map(|solved| solved > 0),
                        ])
                    })
                    .collect();
                says.push(gate(
                    self.has_post(&official, &["dept_head"]),
                    gate(Some(in_post), tri(or(&all))),
                ));
            }
        }
        ones(says)
    }

    pub(super) fn roster(&self) -> Sum {
        let judge = |official: &Named| {
            let roster = self.has_post(official, &["poverty_official", "first_secretary", "team_member"]);
            let in_post = self.not_after(official, "active_from")
                && official.text("active_to").is_none_or(|day| day > self.today());
            let mut trained = Vec::new();
            for row in self.own("training_attendance") {
                if row.text("official_id").as_deref() == Some(official.id.as_str()) {
                    trained.push(self.in_the_year(self.session(&row).0));
                }
            }
            for row in rows(&self.county, "training_attendance") {
                if row.text("official_id").as_deref() == Some(official.id.as_str()) {
                    let sessions = rows(&self.county, "training_session");
                    let session = sessions
                        .iter()
                        .find(|s| Some(s.id.to_string()) == row.text("session_id"));
                    trained.push(self.in_the_year(session.and_then(|session| session.text("date_from"))));
                }
            }
            gate(roster, gate(Some(in_post), tri(or(&trained))))
        };
        ones(self.own("official").iter().map(judge).collect())
    }
}
