//! The county’s projects and problems, and demonstration villages.

use super::fields::*;
use super::*;

impl Oracle<'_> {
    pub(super) fn accepted(&self, row: &Named) -> Tri {
        Some(row.is("stage", &["accepted"])? && self.not_after(row, "accepted_on"))
    }

    pub(super) fn completed(&self, row: &Named) -> Tri {
        let stage = row.text("stage").filter(|stage| stage != "new")?;
        let date = row
            .text("completed_on")
            .or(row.text("accepted_on").filter(|_| stage == "accepted"));
        Some(
            ["completed", "accepted"].contains(&stage.as_str())
                && date.is_none_or(|date| date <= self.today()),
        )
    }

    pub(super) fn of_batch(&self, row: &Named, batches: &[&str]) -> Tri {
        if row.filled("batch") {
            row.is("batch", batches)
        } else {
            Some(false)
        }
    }

    pub(super) fn planned(&self, row: &Named) -> Option<i64> {
        let levels = [
            "county",
            "central",
            "provincial",
            "municipal",
            "society",
            "household",
            "loan",
        ];
        let parts: Vec<i64> = levels
            .iter()
            .filter_map(|level| row.number(&format!("planned_{level}")))
            .collect();
        (!parts.is_empty()).then(|| parts.iter().sum())
    }

    pub(super) fn batch(&self, batches: &[&str], measure: &str) -> Sum {
        heads(self.own("project").iter().map(|row| {
            let say = gate(self.of_batch(row, batches), tri(self.accepted(row)));
            if measure.is_empty() {
                (say, 1)
            } else {
                weigh(say, row.number(measure))
            }
        }))
    }

    /// What is paid for certain, and whether something is unclear.
    pub(super) fn paid(&self, project: &Named) -> (i64, bool) {
        let (mut sum, mut open) = (0, false);
        for row in self.own("project_payment") {
            if row.text("project_id").as_deref() == Some(project.id.as_str()) {
                match (
                    row.text("date").map(|date| date <= self.today()),
                    row.number("amount"),
                ) {
                    (Some(false), _) => {}
                    (Some(true), Some(fen)) => sum += fen,
                    _ => open = true,
                }
            }
        }
        (sum, open)
    }

    pub(super) fn facilities(&self, suffix: &str) -> Sum {
        let projects = self.own("project");
        let named: &[&str] = match suffix {
            "" => {
                return heads(projects.iter().map(|row| {
                    let (paid, open) = self.paid(row);
                    match gate(self.of_batch(row, &["habitat_2018_426"]), Say::Yes) {
                        Say::Yes if open => (Say::Unknown, 1),
                        Say::Unknown => (Say::Unknown, 1),
                        say => (say, paid),
                    }
                }));
            }
            ".townships" => &["530427103", "530427202", "530427203"],
            _ => &[
                "530427103202",
                "530427103204",
                "530427202201",
                "530427202204",
                "530427202200",
                "530427203201",
                "530427203208",
            ],
        };
        let there = |code: &&str| {
            let all: Vec<Tri> = projects
                .iter()
                .map(|row| {
                    let place = row.text("division_code").map(|at| at.starts_with(code));
                    and(&[self.of_batch(row, &["habitat_2018_426"]), place])
                })
                .collect();
            tri(or(&all))
        };
        ones(named.iter().map(there).collect())
    }

    pub(super) fn demonstrations(&self, indicator: &str) -> Sum {
        let mut all = Vec::new();
        for row in self.own("natural_village_year") {
            let key = row
                .id
                .as_str()
                .rsplit_once('-')
                .filter(|(code, _)| code.contains("-N"));
            let of_year = match key {
                Some((_, year)) => year == self.year_now().to_string(),
                None => row.filled("natural_village_code") && row.number("year") == Some(self.year_now()),
            };
            if !of_year {
                continue;
            }
            let works = [
                "separate_livestock",
                "separate_sewage",
                "greening_lighting",
                "inner_road",
                "villager_quality",
            ];
            let states: Vec<Option<String>> = works
                .iter()
                .map(|work| row.text(&format!("work_{work}")))
                .collect();
            let done = states.iter().flatten().filter(|state| *state == "done").count() as i64;
            let known = states.iter().flatten().count() as i64;
            let demo = row.yes("is_habitat_demo");
            let both = row
                .number("sanitary_toilet_households")
                .zip(row.number("toilet_households"));
            all.push(match indicator {
                "IND-HAB-02" => {
                    let finished = if done < known {
                        Some(false)
                    } else {
                        (done == 5).then_some(true)
                    };
                    (gate(demo, tri(finished)), None)
                }
                "IND-HAB-03" => (gate(demo, tri(row.yes("waste_treated"))), None),
                "IND-HAB-04" => match gate(demo, both.map_or(Say::Unknown, |_| Say::Yes)) {
                    Say::Yes => (Say::Yes, both),
                    say => (say, None),
                },
                _ => match gate(demo, if known == 5 { Say::Yes } else { Say::No }) {
                    Say::Unknown => (Say::Unknown, None),
                    Say::Skip => (Say::Skip, None),
                    say => (say, Some((done, 5))),
                },
            });
        }
        match indicator {
            "IND-HAB-02" | "IND-HAB-03" => ones(all.into_iter().map(|(say, _)| say).collect()),
            _ => amounts(all),
        }
    }

    pub(super) fn direct_transition(&self) -> Sum {
        let mut says = Vec::new();
        for row in self.own("training_attendance") {
            let Some(h) = self.home(row.text("person_id")) else {
                continue;
            };
            let households = self.own("household");
            let home = households.iter().find(|row| row.id == h.id.into()).unwrap();
            let (from, _) = self.session(&row);
            says.push(gate(
                self.in_the_year(from),
                gate(home.yes("direct_transition_group"), Say::Yes),
            ));
        }
        ones(says)
    }

    pub(super) fn issue_closed(&self, row: &Named) -> Tri {
        and(&[
            row.is("state", &["closed"]),
            Some(self.not_after(row, "closed_on")),
        ])
    }
}
