//! The chapters whose records are of one kind each: read field by field, by the names that stand in files.

use super::*;
use crate::village::more::{COUNTY, TOWNSHIP};
use huhuqing::plan::divisions::{children, townships, villages};

/// One record, its fields by name.
#[derive(Clone, Copy)]
pub(super) struct Row<'a> {
    records: &'a Records,
    kind: Kind,
    id: Id,
}

pub(super) fn rows<'a>(records: &'a Records, kind: &str) -> Vec<Row<'a>> {
    let kind = Kind::from_id(kind).unwrap();
    let mut rows = Vec::new();
    records.for_each(kind, |row| {
        rows.push(Row {
            records,
            kind,
            id: row.id,
        });
    });
    rows
}

impl Row<'_> {
    fn value(&self, field: &str) -> Value {
        let place = self.kind.def().position(field).expect(field);
        self.records.get(self.kind, self.id, place)
    }

    fn text(&self, field: &str) -> Option<String> {
        self.value(field).as_text().map(str::to_owned)
    }

    fn number(&self, field: &str) -> Option<i64> {
        match self.value(field) {
            Value::Int(number) => Some(number),
            _ => None,
        }
    }

    fn yes(&self, field: &str) -> Option<bool> {
        match self.value(field) {
            Value::Bool(yes) => Some(yes),
            _ => None,
        }
    }

    /// Whether a code is one of these; `new` is one that this version does not know.
    fn is(&self, field: &str, of: &[&str]) -> Option<bool> {
        let code = self.text(field)?;
        (code != "new").then(|| of.contains(&code.as_str()))
    }

    fn list(&self, field: &str) -> Option<Vec<String>> {
        match self.value(field) {
            Value::List(all) => Some(
                all.iter()
                    .filter_map(|v| v.as_text().map(str::to_owned))
                    .collect(),
            ),
            _ => None,
        }
    }

    fn filled(&self, field: &str) -> bool {
        self.value(field) != Value::Null
    }
}

type Tri = Option<bool>;

fn and(of: &[Tri]) -> Tri {
    if of.contains(&Some(false)) {
        return Some(false);
    }
    of.iter().all(Option::is_some).then_some(true)
}

fn or(of: &[Tri]) -> Tri {
    if of.contains(&Some(true)) {
        return Some(true);
    }
    of.iter().all(Option::is_some).then_some(false)
}

/// Asked only where the condition holds.
fn gate(condition: Tri, then: Say) -> Say {
    match condition {
        Some(true) => then,
        Some(false) => Say::Skip,
        None => Say::Unknown,
    }
}

/// A head that weighs an amount.
fn weigh(say: Say, amount: Option<i64>) -> (Say, i64) {
    match (say, amount) {
        (Say::Skip, _) => (Say::Skip, 0),
        (say, Some(amount)) => (say, amount),
        (Say::No, None) => (Say::No, 0),
        (_, None) => (Say::Unknown, 1),
    }
}

/// What the county has said of townships and villages.
pub(super) fn flags(county: &Records) -> std::collections::BTreeMap<String, bool> {
    let said = |row: &Row| {
        let field = if row.id.as_str().len() == 9 {
            "is_poverty_township"
        } else {
            "is_poverty_village"
        };
        Some((row.id.to_string(), row.yes(field)?))
    };
    rows(county, "division").iter().filter_map(said).collect()
}

fn ones(says: Vec<Say>) -> Sum {
    heads(says.into_iter().map(|say| (say, 1)))
}

/// Amounts: skipped, unknown, or known.
fn amounts(all: Vec<(Say, Option<(i64, i64)>)>) -> Sum {
    all.into_iter().fold([0; 4], |sum, (say, amount)| {
        let row = match (say, amount) {
            (Say::Skip, _) => [0; 4],
            (Say::Yes, Some((num, den))) => [num, den, 1, 1],
            (_, Some((num, den))) => [num, den, 0, 1],
            (_, None) => [0, 0, 0, 1],
        };
        plus(sum, row)
    })
}

impl Oracle<'_> {
    pub(super) fn plain(&self, indicator: &str, suffix: &str) -> Option<Sum> {
        let level = self.area.len();
        let (village, township, county) = (level == 12, level == 9, level == 6);
        let only = |here: bool, sum: &dyn Fn() -> Sum| Some(if here { sum() } else { [0; 4] });
        match indicator {
            "IND-POV-10" | "IND-POV-11" => only(!county, &|| self.disposable(indicator)),
            "IND-POV-13" => only(village, &|| self.left_over(suffix)),
            "IND-VIL-01" => only(village, &|| self.collective(suffix)),
            "IND-VIL-02" => only(village, &|| ones(vec![self.of_poor(|| self.enough_income())])),
            "IND-VIL-03" => only(village, &|| ones(vec![self.of_poor(|| self.rules_revised())])),
            "IND-VIL-04" => only(village, &|| {
                let councils = [
                    "org_villagers_council",
                    "org_moral_council",
                    "org_red_white_council",
                ];
                ones(vec![tri(
                    and(&councils.map(|field| self.village_year_yes(field))),
                )])
            }),
            "IND-VIL-05" => only(village, &|| {
                let team = self.own("team_assignment");
                let there: Vec<Tri> = team
                    .iter()
                    .map(|row| {
                        and(&[
                            row.is("role", &["first_secretary"]),
                            self.open_now(row, "start", "end"),
                        ])
                    })
                    .collect();
                ones(vec![self.of_poor(|| tri(or(&there)))])
            }),
            "IND-VIL-06" => only(township, &|| {
                let cases = self.own("party_branch_case");
                let judge = |row: &Row| {
                    let accepted = and(&[
                        row.is("stage", &["accepted"]),
                        Some(self.not_after(row, "accepted_on")),
                    ]);
                    gate(
                        row.text("surveyed_on").map(|day| day <= self.today()),
                        tri(accepted),
                    )
                };
                ones(cases.iter().map(judge).collect())
            }),
            "IND-VIL-07" => only(village, &|| {
                let field = match suffix {
                    "" => "new_party_members_youth",
                    ".migrants" => "new_party_members_migrant_youth",
                    _ => "new_party_members_women",
                };
                heads(std::iter::once(weigh(Say::Yes, self.village_year_number(field))))
            }),
            "IND-VIL-08" => {
                let wanted = suffix.trim_start_matches('.');
                let judge = |row: &Row| {
                    let kind = if wanted.is_empty() {
                        Some(true)
                    } else {
                        row.is("kind", &[wanted])
                    };
                    gate(self.this_year(row, "date"), gate(kind, Say::Yes))
                };
                Some(ones(self.own("village_activity").iter().map(judge).collect()))
            }
            "IND-VIL-09" if suffix.is_empty() => {
                let judge = |row: &Row| gate(self.open_now(row, "start", "end"), Say::Yes);
                Some(ones(self.own("enterprise_pairing").iter().map(judge).collect()))
            }
            "IND-VIL-09" => {
                let judge = |row: &Row| {
                    let goods = !row.filled("amount") && row.filled("goods_text");
                    let say = gate(
                        self.this_year(row, "date"),
                        if goods { Say::Skip } else { Say::Yes },
                    );
                    weigh(say, row.number("amount"))
                };
                Some(heads(self.own("donation").iter().map(judge)))
            }
            "IND-IND-01" => only(village, &|| self.of_registered(|h| (self.linked(h), 1))),
            "IND-IND-02" => only(township, &|| {
                let year = self.year_row("township_year", "township_code", TOWNSHIP, self.year_now());
                ones(vec![tri(year.and_then(|row| row.yes("service_group")))])
            }),
            "IND-IND-03" => only(village, &|| self.linkage_income()),
            "IND-EMP-03" => Some(self.trainings(suffix)),
            "IND-EMP-04" => only(village, &|| self.posts(suffix)),
            "IND-EMP-05" => only(village, &|| self.rangers()),
            "IND-EMP-07" => Some(self.workshops(suffix)),
            "IND-EMP-01" | "IND-EMP-02" | "IND-EMP-06" | "IND-EDU-01" | "IND-EDU-02" | "IND-EDU-03"
            | "IND-EDU-05" | "IND-MED-04" | "IND-MED-05" | "IND-MED-06" | "IND-MED-09" | "IND-SOC-01"
            | "IND-SOC-02" | "IND-SOC-03" | "IND-SOC-05" | "IND-SOC-07" => only(village, &|| {
                self.of_members(|h, m| self.person_says(indicator, suffix, h, m))
            }),
            "IND-MED-07" => only(village, &|| self.inpatient_share()),
            "IND-ECO-01" => only(village, &|| {
                self.of_registered(|h| {
                    let year = self.household_year(h);
                    let land = year
                        .and_then(|row| row.number("grain_green"))
                        .map(|land| land > 0);
                    (
                        gate(year.and_then(|row| row.yes("grain_green_eligible")), tri(land)),
                        1,
                    )
                })
            }),
            "IND-ECO-02" => only(county, &|| {
                let judge = |row: &Row| {
                    let stands = row.is("stage", &["cancelled"]).map(|gone| !gone);
                    let of_year = row.number("plan_year").map(|year| year == self.year_now());
                    gate(row.is("category", &["ecology"]), gate(of_year, tri(stands)))
                };
                ones(self.own("project").iter().map(judge).collect())
            }),
            "IND-EDU-04" | "IND-ROD-04" | "IND-WAT-04" => only(village, &|| {
                let field = match indicator {
                    "IND-EDU-04" => "preschool_available",
                    "IND-ROD-04" => "passenger_bus",
                    _ => "water_standard_met",
                };
                ones(vec![self.of_poor(|| tri(self.village_year_yes(field)))])
            }),
            "IND-MED-08" => only(village, &|| {
                let services = self.own("doctor_service");
                let judge = |row: &Row| {
                    let ours = services
                        .iter()
                        .filter(|s| s.text("contract_id").as_deref() == Some(row.id.as_str()));
                    let served: Vec<Tri> = ours.map(|service| self.this_year(service, "date")).collect();
                    gate(self.open_now(row, "start", "end"), tri(or(&served)))
                };
                ones(self.own("doctor_contract").iter().map(judge).collect())
            }),
            "IND-MED-11" => only(county, &|| {
                let all = self.own("medical_institution");
                ones(all.iter().map(|row| tri(row.yes("one_stop"))).collect())
            }),
            "IND-HOU-01" | "IND-HOU-02" | "IND-HOU-03" | "IND-HOU-04" => {
                only(village, &|| self.houses(indicator))
            }
            "IND-SOC-04" => only(village, &|| self.relief()),
            "IND-SOC-06" => only(county, &|| {
                let judge = |row: &Row| gate(row.is("category", &["barrier_free"]), tri(self.accepted(row)));
                ones(self.own("project").iter().map(judge).collect())
            }),
            "IND-REL-01" | "IND-REL-04" | "IND-REL-05" | "IND-REL-06" => {
                only(village, &|| self.moves(indicator, suffix))
            }
            "IND-REL-02" | "IND-REL-03" => only(county, &|| self.sites(indicator, suffix)),
            "IND-PRJ-01" => only(county, &|| {
                ones(
                    self.own("project")
                        .iter()
                        .map(|row| tri(self.completed(row)))
                        .collect(),
                )
            }),
            "IND-PRJ-02" => only(county, &|| {
                let judge = |row: &Row| {
                    let (paid, open) = self.paid(row);
                    let planned = self.planned(row);
                    let known = !open && planned.is_some();
                    (
                        if known { Say::Yes } else { Say::Unknown },
                        Some((paid, planned.unwrap_or_default())),
                    )
                };
                amounts(self.own("project").iter().map(judge).collect())
            }),
            "IND-PRJ-03" => only(county, &|| {
                let judge = |row: &Row| {
                    tri(and(&[
                        Some(row.filled("performance_goal")),
                        row.yes("publicity_done"),
                    ]))
                };
                ones(self.own("project").iter().map(judge).collect())
            }),
            "IND-MED-10" => only(county, &|| self.batch(&["clinic_20"], "")),
            "IND-ROD-01" => only(county, &|| {
                self.batch(&["road_A35"], measure(suffix, "works_count"))
            }),
            "IND-ROD-02" => only(county, &|| {
                self.batch(&["road_ZG30"], measure(suffix, "works_count"))
            }),
            "IND-ROD-03" => only(county, &|| self.batch(&["road_group"], "length")),
            "IND-WAT-06" => only(county, &|| {
                self.batch(&["water_2017_1"], measure(suffix, "works_count"))
            }),
            "IND-WAT-07" => only(county, &|| {
                self.batch(&["water_2017_2"], measure(suffix, "works_count"))
            }),
            "IND-WAT-08" => only(county, &|| self.batch(&["water_taiqiao"], measure(suffix, ""))),
            "IND-WAT-09" => only(county, &|| {
                self.batch(&["water_central_2017", "water_central_2018"], measure(suffix, ""))
            }),
            "IND-DTP-01" => only(county, &|| self.batch(&["dt_46"], "")),
            "IND-WAT-10" => only(county, &|| {
                let judge = |row: &Row| {
                    let of_year = row.number("plan_year").map(|year| year == self.year_now());
                    let say = gate(
                        self.of_batch(row, &["water_yearly"]),
                        gate(of_year, tri(self.completed(row))),
                    );
                    let amount = match suffix {
                        "" => self.planned(row),
                        _ => row.number("served_persons"),
                    };
                    weigh(say, amount)
                };
                heads(self.own("project").iter().map(judge))
            }),
            "IND-WAT-01" | "IND-WAT-02" => only(village, &|| {
                let field = if indicator == "IND-WAT-01" {
                    "water_pop_centralised"
                } else {
                    "water_pop_tap"
                };
                let (num, den) = (
                    self.village_year_number(field),
                    self.village_year_number("water_pop_total"),
                );
                amounts(vec![match (num, den) {
                    (Some(num), Some(den)) => (Say::Yes, Some((num, den))),
                    _ => (Say::Unknown, None),
                }])
            }),
            "IND-WAT-03" => {
                let judge = |row: &Row| {
                    let both = row.number("guarantee_num").zip(row.number("guarantee_den"));
                    (
                        gate(
                            row.is("scale", &["large"]),
                            both.map_or(Say::Unknown, |_| Say::Yes),
                        ),
                        both,
                    )
                };
                let works = self.own("water_work");
                let all = works.iter().map(judge).map(|(say, both)| match say {
                    Say::Yes => (say, both),
                    say => (say, None),
                });
                Some(amounts(all.collect()))
            }
            "IND-WAT-05" => only(village, &|| {
                self.of_registered(|h| {
                    let year = self.year(h);
                    let easy = year.and_then(|row| row.drinking_difficult).map(|hard| !hard);
                    (tri(and(&[year.and_then(|row| row.drinking_safe), easy])), 1)
                })
            }),
            "IND-DTP-02" => only(village, &|| self.direct_transition()),
            "IND-NET-01" => only(village, &|| {
                let field = match suffix {
                    "" => {
                        return heads(std::iter::once(weigh(
                            Say::Yes,
                            self.village_year_number("broadband_households"),
                        )));
                    }
                    ".stations" => "info_service_station",
                    ".ecommerce" => "ecommerce_point",
                    _ => "express_point",
                };
                ones(vec![tri(self.village_year_yes(field))])
            }),
            "IND-HAB-01" => only(county, &|| self.facilities(suffix)),
            "IND-HAB-02" | "IND-HAB-03" | "IND-HAB-04" | "IND-HAB-05" => {
                only(village, &|| self.demonstrations(indicator))
            }
            "IND-ISS-01" => only(county, &|| {
                let judge = |row: &Row| {
                    let of_plan = row.number("problem_no").map(|number| number > 0 && number < 204);
                    gate(of_plan, tri(self.issue_closed(row)))
                };
                ones(self.own("issue").iter().map(judge).collect())
            }),
            "IND-ISS-02" => only(county, &|| {
                let judge = |row: &Row| {
                    let late = row.text("deadline").map(|day| day < self.today());
                    tri(and(&[self.issue_closed(row).map(|closed| !closed), late]))
                };
                ones(self.own("issue").iter().map(judge).collect())
            }),
            "IND-OBL-01" => only(county, &|| self.meetings("leading_group_thematic")),
            "IND-OBL-05" => only(township, &|| self.meetings("township_thematic")),
            "IND-OBL-10" => only(village, &|| self.meetings("village_joint")),
            "IND-OBL-08" => only(township, &|| self.reports("township_to_county")),
            "IND-OBL-11" => only(village, &|| self.reports("village_to_township")),
            "IND-OBL-02" | "IND-OBL-03" => only(county, &|| self.rounds(indicator, suffix)),
            "IND-OBL-06" => only(township, &|| self.rounds(indicator, suffix)),
            "IND-OBL-04" => only(!township, &|| self.linked_leaders()),
            "IND-OBL-07" => only(village, &|| self.heads_at_households(suffix)),
            "IND-OBL-09" => only(county, &|| self.research()),
            "IND-OBL-12" => only(village, &|| {
                let team = self.own("team_assignment");
                let joined: Vec<Tri> = team.iter().map(|row| self.this_year(row, "start")).collect();
                ones(vec![self.of_poor(|| tri(or(&joined)))])
            }),
            "IND-OBL-13" => Some(self.roster()),
            "IND-FIN-01" | "IND-FIN-02" => only(county, &|| self.funds(indicator, suffix)),
            "IND-DOC-01" => only(!village, &|| self.action_plans()),
            "IND-DOC-02" => only(!county, &|| {
                let judge = |row: &Row| {
                    let of_year = row.number("year").map(|year| year == self.year_now());
                    and(&[
                        row.is("kind", &["responsibility_letter"]),
                        of_year,
                        Some(self.submitted(row)),
                    ])
                };
                let all: Vec<Tri> = self.own("formal_document").iter().map(judge).collect();
                ones(vec![tri(or(&all))])
            }),
            "IND-DOC-03" => only(county, &|| self.assessed()),
            "IND-PUB-01" => only(county, &|| {
                let year = self.year_row("county_year", "county_code", COUNTY, self.year_now());
                ones(vec![tri(year.and_then(|row| row.yes("public_services_met")))])
            }),
            _ => None,
        }
    }

    fn own(&self, kind: &str) -> Vec<Row<'_>> {
        rows(&self.records, kind)
    }

    fn today(&self) -> String {
        self.day.to_string()
    }

    fn year_now(&self) -> i64 {
        i64::from(self.day.year().0)
    }

    /// In the year of the day, and not after it.
    fn this_year(&self, row: &Row, field: &str) -> Tri {
        self.in_the_year(row.text(field))
    }

    fn in_the_year(&self, date: Option<String>) -> Tri {
        date.map(|date| date[..4] == self.today()[..4] && date <= self.today())
    }

    /// No date says otherwise.
    fn not_after(&self, row: &Row, field: &str) -> bool {
        row.text(field).is_none_or(|date| date <= self.today())
    }

    fn open_now(&self, row: &Row, start: &str, end: &str) -> Tri {
        self.open_on(row, start, end, &self.today())
    }

    fn open_on(&self, row: &Row, start: &str, end: &str, day: &str) -> Tri {
        let over = row.text(end).is_some_and(|end| end.as_str() <= day);
        and(&[Some(!over), row.text(start).map(|start| start.as_str() <= day)])
    }

    fn year_row(&self, kind: &str, field: &str, subject: &str, year: i64) -> Option<Row<'_>> {
        self.own(kind).into_iter().find(|row| {
            match row.id.as_str().ends_with(|c: char| c.is_ascii_digit()) && row.id.as_str().contains('-') {
                true => row.id.as_str() == format!("{subject}-{year}"),
                false => row.text(field).as_deref() == Some(subject) && row.number("year") == Some(year),
            }
        })
    }

    fn village_year_row(&self) -> Option<Row<'_>> {
        self.year_row("village_year", "village_code", AREA, self.year_now())
    }

    fn village_year_yes(&self, field: &str) -> Tri {
        self.village_year_row()?.yes(field)
    }

    fn village_year_number(&self, field: &str) -> Option<i64> {
        self.village_year_row()?.number(field)
    }

    fn household_year(&self, h: &Household) -> Option<Row<'_>> {
        self.year_row("household_year", "household_id", h.id.as_str(), self.year_now())
    }

    fn person_row(&self, m: &HouseholdMembership) -> Option<Row<'_>> {
        self.year_row("person_year", "person_id", m.person_id?.as_str(), self.year_now())
    }

    fn of_person<'b>(&'b self, kind: &str, m: &HouseholdMembership) -> Vec<Row<'b>> {
        let Some(person) = m.person_id else {
            return Vec::new();
        };
        let mut all = self.own(kind);
        all.retain(|row| row.text("person_id").as_deref() == Some(person.as_str()));
        all
    }

    /// Whether an area is a poor one, by what the county has said of it.
    fn is_poor(&self, code: &str) -> Tri {
        let of_level = || self.poor.iter().filter(|(other, _)| other.len() == code.len());
        let named = of_level().filter(|(_, poor)| **poor).count();
        let rest = (named >= if code.len() == 9 { 3 } else { 32 }).then_some(false);
        self.poor.get(code).copied().or(rest)
    }

    fn of_poor(&self, say: impl Fn() -> Say) -> Say {
        match self.is_poor(&self.area) {
            Some(true) => say(),
            Some(false) => Say::Skip,
            None => Say::Unknown,
        }
    }

    fn of_registered(&self, say: impl Fn(&Household) -> (Say, i64)) -> Sum {
        heads(
            live(&self.village.households)
                .into_iter()
                .map(|h| match self.entry(h, self.day) {
                    Entry::NoIdea => (Say::Unknown, 1),
                    Entry::Never | Entry::NotYet | Entry::Gone => (Say::Skip, 1),
                    _ => say(h),
                }),
        )
    }

    fn of_members(&self, say: impl Fn(&Household, &HouseholdMembership) -> Say) -> Sum {
        let mut says = Vec::new();
        for h in live(&self.village.households) {
            for m in self.members(h, self.day) {
                says.push(match self.entry(h, self.day) {
                    Entry::NoIdea => Say::Unknown,
                    Entry::Never | Entry::NotYet | Entry::Gone => Say::Skip,
                    _ if m.start.is_none() => Say::Unknown,
                    _ => say(h, m),
                });
            }
        }
        ones(says)
    }

    fn disposable(&self, indicator: &str) -> Sum {
        let income = |year: i64| {
            let (kind, field) = if self.area.len() == 12 {
                ("village_year", "village_code")
            } else {
                ("township_year", "township_code")
            };
            self.year_row(kind, field, &self.area, year)?
                .number("per_capita_disposable_income")
        };
        let now = income(self.year_now());
        let say = self.of_poor(|| {
            if indicator == "IND-POV-11" {
                let county = self.parameter("county_rural_disposable_income");
                return tri(now.zip(county).map(|(now, county)| now * 10 >= county * 8));
            }
            let years = self.year_now() - 2017;
            if years <= 0 {
                return Say::Skip;
            }
            tri(now.zip(income(2017)).map(|(now, then)| {
                let (mut left, mut right) = (i128::from(now), i128::from(then));
                for _ in 0..years {
                    (left, right) = (left * 100, right * 114);
                }
                left >= right
            }))
        });
        ones(vec![say])
    }

    fn left_over(&self, suffix: &str) -> Sum {
        let ready = |h: &Household| {
            let year = self.year(h);
            let easy = year.and_then(|row| row.drinking_difficult).map(|hard| !hard);
            let water = and(&[year.and_then(|row| row.drinking_safe), easy]);
            all(&[self.assured(h), tri(water), tri(self.above_line(h))])
        };
        let say = |h: &Household| match (self.entry(h, self.day), suffix) {
            (Entry::NoIdea, _) => Say::Unknown,
            (Entry::Never | Entry::NotYet | Entry::Gone, "") => Say::Skip,
            (Entry::Never | Entry::NotYet | Entry::Gone, _) => match self.net(h) {
                None => Say::Skip,
                Some(_) => tri(self.above_line(h).map(|above| !above)),
            },
            (Entry::Somehow, "") => Say::Unknown,
            (Entry::Poor | Entry::PoorAgain, "") => ready(h),
            _ => Say::Skip,
        };
        ones(live(&self.village.households).into_iter().map(say).collect())
    }

    fn entries(&self) -> Vec<Row<'_>> {
        let mut all = self.own("collective_income_entry");
        all.retain(|row| row.text("village_code").is_none_or(|code| code == AREA));
        all
    }

    fn entry_counts(&self, row: &Row) -> Say {
        let grants = self.parameter("collective_income_include_grant") == Some(1);
        let counts = if grants {
            Some(true)
        } else {
            row.is("source", &["grant"]).map(|grant| !grant)
        };
        gate(self.this_year(row, "date"), gate(counts, Say::Yes))
    }

    fn collective(&self, suffix: &str) -> Sum {
        let of_source = |row: &Row, source| {
            gate(
                self.this_year(row, "date"),
                gate(row.is("source", &[source]), Say::Yes),
            )
        };
        heads(self.entries().iter().map(|row| {
            let say = match suffix {
                "" => self.entry_counts(row),
                ".with_grants" => gate(self.this_year(row, "date"), Say::Yes),
                ".activation" => of_source(row, "asset_activation"),
                ".shares" => of_source(row, "shareholding"),
                ".quantified" => of_source(row, "quantified_asset"),
                _ => of_source(row, "cooperative"),
            };
            weigh(say, row.number("amount"))
        }))
    }

    fn enough_income(&self) -> Say {
        let entries = self.entries();
        let (mut sum, mut open) = (0, false);
        for row in &entries {
            match weigh(self.entry_counts(row), row.number("amount")) {
                (Say::Yes, fen) => sum += fen,
                (Say::Unknown, _) => open = true,
                _ => {}
            }
        }
        if entries
            .iter()
            .all(|row| self.this_year(row, "date") == Some(false))
        {
            match self.village_year_number("collective_income_reported") {
                Some(fen) => sum = fen,
                None => open = true,
            }
        }
        match (sum >= 5_000_000, open) {
            (true, _) => Say::Yes,
            (false, false) => Say::No,
            (false, true) => Say::Unknown,
        }
    }

    fn rules_revised(&self) -> Say {
        let of_village = |row: &&Row| match row.id.as_str().contains('-') {
            true => row.id.as_str().starts_with(&format!("{AREA}-")),
            false => row.text("village_code").as_deref() == Some(AREA),
        };
        let all = self.own("village_year");
        let dates: Vec<String> = all
            .iter()
            .filter(of_village)
            .filter_map(|row| row.text("village_rules_revised_on"))
            .collect();
        if dates.is_empty() {
            return Say::Unknown;
        }
        let in_period = |date: &String| date.as_str() >= "2018-01-01" && *date <= self.today();
        tri(Some(dates.iter().any(in_period)))
    }

    fn can_work(&self, m: &HouseholdMembership) -> Tri {
        self.person_row(m)?.is("labour", &["ordinary", "skilled", "weak"])
    }

    fn linked(&self, h: &Household) -> Say {
        let members = self.members(h, self.day);
        let labour = or(&members.iter().map(|m| self.can_work(m)).collect::<Vec<_>>());
        let asked = match (labour, self.parameter("scope_requires_labour")) {
            (Some(true), _) | (_, Some(0)) => Some(true),
            (None, _) | (_, None) => None,
            (Some(false), Some(_)) => Some(false),
        };
        let ties = self.own("benefit_linkage");
        let ours = ties
            .iter()
            .filter(|row| row.text("household_id").as_deref() == Some(h.id.as_str()));
        let open: Vec<Tri> = ours.map(|row| self.open_now(row, "start", "end")).collect();
        gate(asked, tri(or(&open)))
    }

    /// The household of an identifier, whether it is here.
    fn household_of(&self, id: Option<String>) -> Option<&Household> {
        let id = id?;
        live(&self.village.households)
            .into_iter()
            .find(|h| h.id.as_str() == id)
    }

    /// The household in which a person lives on the day.
    fn home(&self, person: Option<String>) -> Option<&Household> {
        let person = person?;
        live(&self.village.households).into_iter().find(|h| {
            self.members(h, self.day)
                .iter()
                .any(|m| m.person_id.is_some_and(|id| id.as_str() == person))
        })
    }

    fn registered(&self, h: &Household) -> Tri {
        match self.entry(h, self.day) {
            Entry::NoIdea => None,
            Entry::Never | Entry::NotYet | Entry::Gone => Some(false),
            _ => Some(true),
        }
    }

    fn linkage_income(&self) -> Sum {
        let mut sum = [0; 4];
        for row in self.own("benefit_linkage_year") {
            let year = format!("-{}", self.year_now());
            let linkage = match row.id.as_str().contains('-') {
                true => row.id.as_str().strip_suffix(year.as_str()).map(str::to_owned),
                false => row
                    .text("linkage_id")
                    .filter(|_| row.number("year") == Some(self.year_now())),
            };
            let Some(linkage) = linkage else { continue };
            let linkages = self.own("benefit_linkage");
            let linkage = linkages.iter().find(|row| row.id.as_str() == linkage);
            let Some(h) = linkage.and_then(|row| self.household_of(row.text("household_id"))) else {
                continue;
            };
            let say = gate(self.registered(h), Say::Yes);
            sum = plus(sum, heads(std::iter::once(weigh(say, row.number("income")))));
        }
        sum
    }

    /// First day and trade of an attendance's training.
    fn session(&self, row: &Row) -> (Option<String>, Option<Row<'_>>) {
        let Some(id) = row.text("session_id") else {
            return (None, None);
        };
        let of = |records| {
            rows(records, "training_session")
                .into_iter()
                .find(|s| s.id.as_str() == id)
        };
        let session = of(&self.records).or_else(|| of(&self.county));
        (session.and_then(|session| session.text("date_from")), session)
    }

    fn trainings(&self, suffix: &str) -> Sum {
        let all = self.own("training_attendance");
        let judge = |row: &Row| {
            let (from, session) = self.session(row);
            let trade = match suffix.trim_start_matches('.') {
                "" => Some(true),
                trade => session.and_then(|session| session.is("trade", &[trade])),
            };
            gate(self.in_the_year(from), gate(trade, Say::Yes))
        };
        ones(
            all.iter()
                .filter(|row| row.filled("person_id"))
                .map(judge)
                .collect(),
        )
    }

    fn post_kind(&self, row: &Row, kind: &str) -> Tri {
        let id = row.text("post_id")?;
        self.own("public_post")
            .into_iter()
            .find(|post| post.id.as_str() == id)?
            .is("kind", &[kind])
    }

    fn posts(&self, suffix: &str) -> Sum {
        if suffix == ".places" {
            return heads(self.own("public_post").iter().map(|row| {
                let of_year = row.number("year").map(|year| year == self.year_now());
                weigh(gate(of_year, Say::Yes), row.number("quota"))
            }));
        }
        let judge = |row: &Row| {
            let kind = match suffix.trim_start_matches('.') {
                "" => Some(true),
                kind => self.post_kind(row, kind),
            };
            gate(self.open_now(row, "start", "end"), gate(kind, Say::Yes))
        };
        ones(self.own("post_assignment").iter().map(judge).collect())
    }

    fn rangers(&self) -> Sum {
        let judge = |row: &Row| {
            let registered = match self.home(row.text("person_id")) {
                None => Some(false),
                Some(h) => self.registered(h),
            };
            let ranger = self.post_kind(row, "forest_ranger");
            gate(self.open_now(row, "start", "end"), gate(ranger, tri(registered)))
        };
        ones(self.own("post_assignment").iter().map(judge).collect())
    }

    fn workshops(&self, suffix: &str) -> Sum {
        if suffix.is_empty() {
            let judge = |row: &Row| gate(row.is("kind", &["workshop"]), Say::Yes);
            return ones(self.own("org_unit").iter().map(judge).collect());
        }
        let judge = |row: &Row| {
            gate(
                row.is("kind", &["workshop"]),
                gate(self.open_now(row, "start", "end"), Say::Yes),
            )
        };
        ones(self.own("employment_spell").iter().map(judge).collect())
    }

    fn person_says(&self, indicator: &str, suffix: &str, h: &Household, m: &HouseholdMembership) -> Say {
        let year = self.person_row(m);
        let yes = |field: &str| year.and_then(|row| row.yes(field));
        let code = |field: &str, of: &[&str]| year.and_then(|row| row.is(field, of));
        let student = || code("student_status", &["not_student", "preschool_age"]).map(|no| !no);
        match indicator {
            "IND-EMP-01" => {
                let spells = self.of_person("employment_spell", m);
                let transfer = |row: &Row| row.is("kind", &["outward", "local_transfer"]);
                let last = self.today().min("2020-12-31".into());
                let began: Vec<Tri> = spells
                    .iter()
                    .map(|row| {
                        let start = row.text("start");
                        and(&[
                            transfer(row),
                            start.map(|start| start.as_str() >= "2018-01-01" && start <= last),
                        ])
                    })
                    .collect();
                let before: Vec<Tri> = spells
                    .iter()
                    .map(|row| and(&[transfer(row), self.open_on(row, "start", "end", "2017-12-31")]))
                    .collect();
                tri(and(&[or(&began), or(&before).map(|was| !was)]))
            }
            "IND-EMP-02" => {
                let attended = self.of_person("training_attendance", m);
                let mut ways: Vec<Tri> = attended
                    .iter()
                    .map(|row| {
                        let (from, _) = self.session(row);
                        from.map(|from| from.as_str() >= "2018-01-01" && from <= self.today())
                    })
                    .collect();
                ways.extend(self.of_person("employment_spell", m).iter().map(|row| {
                    let work = row.is("kind", &["farming"]).map(|farming| !farming);
                    and(&[work, self.open_now(row, "start", "end")])
                }));
                gate(self.can_work(m), tri(or(&ways)))
            }
            "IND-EMP-06" => {
                let both = year
                    .is_some_and(|row| row.filled("employment_willing") && row.filled("employment_trades"));
                gate(self.can_work(m), tri(Some(both)))
            }
            "IND-EDU-01" | "IND-EDU-02" => self.schooling_case(indicator, m),
            "IND-EDU-03" => {
                let entitled = match (yes("education_aid_eligible"), student()) {
                    (None, Some(false)) => Some(false),
                    (entitled, _) => entitled,
                };
                let aids = self.of_person("education_aid", m);
                let aided: Vec<Tri> = aids
                    .iter()
                    .map(|row| row.number("year").map(|year| year == self.year_now()))
                    .collect();
                gate(entitled, tri(or(&aided)))
            }
            "IND-EDU-05" => {
                let willing = match (yes("vocational_willing"), student()) {
                    (Some(true), _) => Some(true),
                    (None, Some(true)) => None,
                    _ => Some(false),
                };
                let school = year.and_then(|row| {
                    let status = row.text("student_status").filter(|status| status != "new")?;
                    Some(
                        ["voc", "hvoc", "tech"]
                            .iter()
                            .any(|kind| status.starts_with(kind)),
                    )
                });
                gate(willing, tri(or(&[school, yes("vocational_completed")])))
            }
            "IND-MED-04" => gate(
                code("basic_insurance", &["resident"]),
                tri(code("basic_premium_payer", &["government", "mixed"])),
            ),
            "IND-MED-05" => self.above_cap(m),
            "IND-MED-06" => match self.inpatient(m) {
                Err(()) => Say::Unknown,
                Ok(None) => Say::Skip,
                Ok(Some((own, total))) => tri(Some(own * 10 <= total)),
            },
            "IND-MED-09" => {
                let ill = year.and_then(|row| row.list("health"));
                let ill = ill.map(|all| all.iter().any(|one| one == "chronic" || one == "major"));
                let cases = self.of_person("illness_case", m);
                let classified: Vec<Tri> = cases
                    .iter()
                    .map(|row| row.is("batch", &["unclassified"]).map(|no| !no))
                    .collect();
                gate(ill, tri(or(&classified)))
            }
            "IND-SOC-01" => gate(
                self.sixteen(m),
                tri(code("pension", &["resident", "employee", "receiving"])),
            ),
            "IND-SOC-02" => {
                let entitled = match (yes("pension_aid_eligible"), self.sixteen(m)) {
                    (None, Some(false)) => Some(false),
                    (entitled, _) => entitled,
                };
                gate(entitled, tri(code("pension_premium_payer", &["government"])))
            }
            "IND-SOC-03" => {
                let entitled = self.household_year(h).and_then(|row| row.yes("dibao_eligible"));
                gate(entitled, tri(yes("dibao")))
            }
            "IND-SOC-05" => tri(match suffix {
                "" => code("tekun", &["none"]).map(|none| !none),
                ".centralised" => code("tekun", &["centralised"]),
                _ => code("tekun", &["dispersed"]),
            }),
            _ => tri(match suffix {
                "" => code("left_behind", &["none"]).map(|none| !none),
                ".elders" => code("left_behind", &["elder"]),
                ".women" => code("left_behind", &["woman"]),
                _ => code("left_behind", &["child"]),
            }),
        }
    }

    fn sixteen(&self, m: &HouseholdMembership) -> Tri {
        let birth = self.person(m).and_then(|person| person.birth_date);
        let old = birth.map(|birth| {
            let birth = birth.to_string();
            let age = self.year_now() - birth[..4].parse::<i64>().unwrap();
            age > 16 || age == 16 && birth[5..] <= self.today()[5..]
        });
        let status = self
            .person_row(m)
            .and_then(|row| row.is("student_status", &["not_student", "preschool_age"]));
        and(&[old, status])
    }

    /// Age on the first of September of the school year.
    fn of_age(&self, m: &HouseholdMembership) -> Tri {
        let birth = self.person(m)?.birth_date?.to_string();
        let school_year = self.year_now() - i64::from(self.day.month() < 9);
        let mut age = school_year - birth[..4].parse::<i64>().unwrap();
        if &birth[5..] > "09-01" {
            age -= 1;
        }
        Some(age >= 6 && age < self.parameter("compulsory_age_to").unwrap_or(16))
    }

    fn schooling_case(&self, indicator: &str, m: &HouseholdMembership) -> Say {
        let cases = self.of_person("student_case", m);
        let open: Vec<Tri> = cases
            .iter()
            .map(|row| self.open_now(row, "opened", "closed"))
            .collect();
        let state = |of: &[&str]| {
            let all: Vec<Tri> = cases
                .iter()
                .zip(&open)
                .map(|(row, open)| and(&[*open, row.is("state", of)]))
                .collect();
            or(&all)
        };
        let in_school = match self.schooling(m) {
            Say::Yes => Some(true),
            Say::No => Some(false),
            _ => None,
        };
        if indicator == "IND-EDU-01" {
            let excused = state(&["exempt", "home_teaching"]).map(|excused| !excused);
            let out = or(&[
                state(&["dropped", "persuading"]),
                and(&[in_school.map(|there| !there), excused]),
            ]);
            return gate(self.of_age(m), tri(out));
        }
        match state(&["at_risk", "dropped", "persuading"]) {
            Some(true) => Say::Yes,
            None => Say::Unknown,
            Some(false) => match (self.of_age(m), in_school) {
                (Some(true), Some(false)) => tri(or(&open)),
                (Some(true), Some(true)) | (Some(false), _) => Say::Skip,
                _ => Say::Unknown,
            },
        }
    }

    fn above_cap(&self, m: &HouseholdMembership) -> Say {
        let (mut sum, mut perhaps) = (0, false);
        for row in self.of_person("medical_event", m) {
            let counts = and(&[self.this_year(&row, "date"), row.yes("referral_compliant")]);
            match (counts, row.number("self_pay")) {
                (Some(false), _) | (_, Some(0)) => {}
                (Some(true), Some(fen)) => sum += fen,
                _ => perhaps = true,
            }
        }
        match self.parameter("yuxi_rural_disposable_income") {
            _ if sum == 0 && !perhaps => Say::No,
            None => Say::Unknown,
            Some(cap) if sum > cap => Say::Yes,
            Some(_) if perhaps => Say::Unknown,
            Some(_) => Say::No,
        }
    }

    fn inpatient(&self, m: &HouseholdMembership) -> Result<Option<(i64, i64)>, ()> {
        let mut found = Vec::new();
        for row in self.of_person("medical_event", m) {
            match and(&[row.is("kind", &["inpatient"]), self.this_year(&row, "date")]) {
                Some(false) => {}
                None => return Err(()),
                Some(true) => found.push(row.number("self_pay").zip(row.number("total")).ok_or(())?),
            }
        }
        let sum = found
            .iter()
            .fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
        Ok((!found.is_empty()).then_some(sum))
    }

    fn inpatient_share(&self) -> Sum {
        let mut all = Vec::new();
        for h in live(&self.village.households) {
            for m in self.members(h, self.day) {
                all.push(match (self.registered(h), m.start, self.inpatient(m)) {
                    (Some(false), _, _) => (Say::Skip, None),
                    (None, _, _) | (_, None, _) | (_, _, Err(())) => (Say::Unknown, None),
                    (_, _, Ok(None)) => (Say::Skip, None),
                    (_, _, Ok(sum)) => (Say::Yes, sum),
                });
            }
        }
        amounts(all)
    }

    fn houses(&self, indicator: &str) -> Sum {
        let mut says = Vec::new();
        for row in self.own("dangerous_house") {
            if self.household_of(row.text("household_id")).is_none() {
                continue;
            }
            let other = row.is("category", &["non_key"]);
            let key = other.map(|other| !other);
            let done = and(&[
                row.is("state", &["accepted", "closed"]),
                Some(self.not_after(&row, "accepted")),
            ]);
            let entered = row.number("identified_year");
            says.push(match indicator {
                "IND-HOU-01" => {
                    let known = entered.map(|year| year <= 2018 && year <= self.year_now());
                    gate(key, gate(known, tri(done)))
                }
                "IND-HOU-02" => {
                    let added = if self.year_now() == 2018 {
                        row.yes("added_by_adjustment")
                    } else {
                        Some(true)
                    };
                    let in_time = !row.filled("accepted") || self.this_year(&row, "accepted") == Some(true);
                    let of_year = entered.map(|year| year == self.year_now());
                    gate(key, gate(of_year, gate(added, tri(and(&[done, Some(in_time)])))))
                }
                "IND-HOU-03" => {
                    let closed = and(&[row.is("state", &["closed"]), Some(self.not_after(&row, "closed"))]);
                    gate(done, tri(closed))
                }
                _ => gate(other, tri(done)),
            });
        }
        ones(says)
    }

    fn relief(&self) -> Sum {
        let say = |h: &Household| match self.entry(h, self.day) {
            Entry::PoorAgain => {
                let months = self.events(h).into_iter().filter_map(|event| {
                    let date = event.date?.to_string();
                    let returned = event.kind == Some(StatusEventKind::Returned) && date <= self.today();
                    returned.then(|| date[..7].to_owned())
                });
                let since = months.max().or(h.returned_year.map(|year| format!("{year}-01")));
                let grants = self.own("social_grant");
                let ours = grants
                    .iter()
                    .filter(|row| row.text("household_id").as_deref() == Some(h.id.as_str()));
                let all: Vec<Tri> = ours
                    .map(|row| {
                        let in_time = row.text("from_month").zip(since.clone());
                        let in_time = in_time
                            .map(|(month, since)| month >= since && month[..] <= self.today()[..7]);
                        and(&[row.is("kind", &["temporary"]), in_time])
                    })
                    .collect();
                tri(or(&all))
            }
            Entry::NoIdea | Entry::Somehow => Say::Unknown,
            _ => Say::Skip,
        };
        ones(live(&self.village.households).into_iter().map(say).collect())
    }

    fn moves(&self, indicator: &str, suffix: &str) -> Sum {
        let mut all = Vec::new();
        for row in self.own("relocation") {
            if self.household_of(row.text("household_id")).is_none() {
                continue;
            }
            let to = |kind: &str| {
                let id = row.text("site_id")?;
                rows(&self.county, "relocation_site")
                    .into_iter()
                    .find(|site| site.id.as_str() == id)?
                    .is("kind", &[kind])
            };
            let registered = row.yes("registered");
            let in_situ = indicator == "IND-REL-04" || suffix == ".in_situ";
            let site = to(if in_situ { "in_situ" } else { "centralised_site" });
            all.push(match indicator {
                "IND-REL-06" => {
                    let ways = ["industry", "sector_help", "training", "transfer"];
                    let ways = ways.map(|way| row.yes(&format!("followup_{way}")));
                    (gate(registered, tri(or(&ways))), 1)
                }
                "IND-REL-05" => {
                    let ours = and(&[or(&[registered, row.yes("accompanying")]), site]);
                    let owed = row
                        .is("old_house", &["none_required", "preserved"])
                        .map(|free| !free);
                    let dates = [row.text("reclaimed_on"), row.text("regreened_on")];
                    let first = dates.into_iter().flatten().min();
                    let by_then = first.is_none_or(|date| date <= self.today());
                    let cleared = and(&[row.is("old_house", &["reclaimed", "regreened"]), Some(by_then)]);
                    (gate(ours, gate(owed, tri(cleared))), 1)
                }
                _ => {
                    let there = and(&[row.yes("occupied"), Some(self.not_after(&row, "moved_in_on"))]);
                    let say = gate(and(&[registered, site]), tri(there));
                    if suffix == ".persons" {
                        weigh(say, row.number("persons"))
                    } else {
                        (say, 1)
                    }
                }
            });
        }
        heads(all.into_iter())
    }

    fn sites(&self, indicator: &str, suffix: &str) -> Sum {
        let kind = if indicator == "IND-REL-02" {
            "centralised_site"
        } else {
            "in_situ"
        };
        heads(self.own("relocation_site").iter().map(|row| {
            let accepted = row.text("accepted").is_some_and(|date| date <= self.today());
            let say = gate(row.is("kind", &[kind]), tri(Some(accepted)));
            match suffix {
                ".households" => weigh(say, row.number("planned_households")),
                ".persons" => weigh(say, row.number("planned_persons")),
                _ => (say, 1),
            }
        }))
    }

    fn accepted(&self, row: &Row) -> Tri {
        Some(row.is("stage", &["accepted"])? && self.not_after(row, "accepted_on"))
    }

    fn completed(&self, row: &Row) -> Tri {
        let stage = row.text("stage").filter(|stage| stage != "new")?;
        let date = row
            .text("completed_on")
            .or(row.text("accepted_on").filter(|_| stage == "accepted"));
        Some(
            ["completed", "accepted"].contains(&stage.as_str())
                && date.is_none_or(|date| date <= self.today()),
        )
    }

    fn of_batch(&self, row: &Row, batches: &[&str]) -> Tri {
        if row.filled("batch") {
            row.is("batch", batches)
        } else {
            Some(false)
        }
    }

    fn planned(&self, row: &Row) -> Option<i64> {
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

    fn batch(&self, batches: &[&str], measure: &str) -> Sum {
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
    fn paid(&self, project: &Row) -> (i64, bool) {
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

    fn facilities(&self, suffix: &str) -> Sum {
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

    fn demonstrations(&self, indicator: &str) -> Sum {
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

    fn direct_transition(&self) -> Sum {
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

    fn issue_closed(&self, row: &Row) -> Tri {
        and(&[
            row.is("state", &["closed"]),
            Some(self.not_after(row, "closed_on")),
        ])
    }

    /// The periods of the year that are over, by their first and last days.
    fn periods(&self, months: u32) -> Vec<(String, String)> {
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

    fn between(&self, row: &Row, field: &str, (from, to): &(String, String)) -> Tri {
        row.text(field).map(|date| date >= *from && date <= *to)
    }

    fn meetings(&self, kind: &str) -> Sum {
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

    fn reports(&self, kind: &str) -> Sum {
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

    fn rounds(&self, indicator: &str, suffix: &str) -> Sum {
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

    fn linked_leaders(&self) -> Sum {
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

    fn heads_at_households(&self, suffix: &str) -> Sum {
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

    fn has_post(&self, row: &Row, wanted: &[&str]) -> Tri {
        let posts = row.list("posts")?;
        let all: Vec<Tri> = posts
            .iter()
            .map(|post| (post != "new").then(|| wanted.contains(&post.as_str())))
            .collect();
        or(&all)
    }

    fn research(&self) -> Sum {
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

    fn roster(&self) -> Sum {
        let judge = |official: &Row| {
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

    fn funds(&self, indicator: &str, suffix: &str) -> Sum {
        if self.year_now() < 2018 {
            return [0; 4];
        }
        let field = if indicator == "IND-FIN-01" {
            "integrated_fund"
        } else {
            "special_fund"
        };
        let of = |year| {
            self.year_row("county_year", "county_code", COUNTY, year)?
                .number(field)
        };
        let (now, before) = (of(self.year_now()), of(self.year_now() - 1));
        if suffix == ".funds" {
            return heads(std::iter::once(weigh(Say::Yes, now)));
        }
        if indicator == "IND-FIN-02" {
            return ones(vec![tri(now.zip(before).map(|(now, before)| now >= before))]);
        }
        let floor = now.map(|now| now >= 500_000_000);
        let grown = match before {
            None if self.year_now() == 2018 => Some(true),
            before => now.zip(before).map(|(now, before)| now * 10 >= before * 11),
        };
        ones(vec![tri(and(&[floor, grown]))])
    }

    fn submitted(&self, row: &Row) -> bool {
        row.text("submitted").is_some_and(|date| date <= self.today())
    }

    fn action_plans(&self) -> Sum {
        let documents = self.own("formal_document");
        let plan = |row: &Row| and(&[row.is("kind", &["action_plan"]), Some(self.submitted(row))]);
        if self.area.len() == 9 {
            let all: Vec<Tri> = documents.iter().map(plan).collect();
            return ones(vec![tri(or(&all))]);
        }
        let bodies = huhuqing::plan::Body::ALL.iter().filter(|body| !body.is_group());
        let say = |body: &huhuqing::plan::Body| {
            let names: Vec<&str> = std::iter::once(body.label().zh)
                .chain(body.aliases().iter().copied())
                .collect();
            let all: Vec<Tri> = documents
                .iter()
                .map(|row| {
                    let units = self.own("org_unit");
                    let unit = units
                        .iter()
                        .find(|unit| Some(unit.id.to_string()) == row.text("from_unit_id"));
                    let name = unit.and_then(|unit| unit.text("name")).or(row.text("from_name"));
                    and(&[plan(row), name.map(|name| names.contains(&name.as_str()))])
                })
                .collect();
            tri(or(&all))
        };
        ones(bodies.map(say).collect())
    }

    fn assessed(&self) -> Sum {
        let documents = self.own("formal_document");
        let say = |field: &str, id: &str| {
            let all: Vec<Tri> = documents
                .iter()
                .map(|row| {
                    and(&[
                        row.is("kind", &["assessment"]),
                        row.number("year").map(|year| year == self.year_now()),
                        Some(row.filled("score") || row.filled("grade")),
                        Some(row.text(field).as_deref() == Some(id)),
                        row.yes("applied"),
                    ])
                })
                .collect();
            tri(or(&all))
        };
        let mut says: Vec<Say> = townships().iter().map(|row| say("to_code", row.code)).collect();
        for unit in self.own("org_unit") {
            if unit.text("kind").as_deref() == Some("helper_unit") {
                says.push(say("to_unit_id", unit.id.as_str()));
            }
        }
        ones(says)
    }
}

const COUNTY_LEADERS: [&str; 3] = ["county_secretary", "county_mayor", "county_deputy_secretary"];

/// The field that a figure of projects sums.
fn measure(suffix: &str, main: &'static str) -> &'static str {
    match suffix {
        ".length" => "length",
        ".persons" => "served_persons",
        ".groups" => "served_groups",
        ".new_land" => "irrigated_new",
        ".better_land" => "irrigated_improved",
        _ => main,
    }
}
