//! Which rule answers for a figure: the chapters whose records are of one kind each.

use super::fields::*;
use super::*;
use crate::village::more::{COUNTY, TOWNSHIP};

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
                let judge = |row: &Named| {
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
                let judge = |row: &Named| {
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
                let judge = |row: &Named| gate(self.open_now(row, "start", "end"), Say::Yes);
                Some(ones(self.own("enterprise_pairing").iter().map(judge).collect()))
            }
            "IND-VIL-09" => {
                let judge = |row: &Named| {
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
                if suffix == ".guided" {
                    let number = |field: &str| year.as_ref().and_then(|row| row.number(field));
                    let both = number("industry_projects_guided").zip(number("industry_projects"));
                    return amounts(vec![(if both.is_some() { Say::Yes } else { Say::Unknown }, both)]);
                }
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
                let judge = |row: &Named| {
                    let stands = row.is("stage", &["cancelled"]).map(|gone| !gone);
                    let of_year = row.number("plan_year").map(|year| year == self.year_now());
                    let say = gate(row.is("category", &["ecology"]), gate(of_year, tri(stands)));
                    match suffix {
                        ".area" => weigh(say, row.number("forest_area")),
                        _ => (say, 1),
                    }
                };
                heads(self.own("project").iter().map(judge))
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
                let judge = |row: &Named| {
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
                let judge =
                    |row: &Named| gate(row.is("category", &["barrier_free"]), tri(self.accepted(row)));
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
                let judge = |row: &Named| {
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
                let judge = |row: &Named| {
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
                let judge = |row: &Named| {
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
                let judge = |row: &Named| {
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
                let judge = |row: &Named| {
                    let of_plan = row.number("problem_no").map(|number| number > 0 && number < 204);
                    gate(of_plan, tri(self.issue_closed(row)))
                };
                ones(self.own("issue").iter().map(judge).collect())
            }),
            "IND-ISS-02" => only(county, &|| {
                let judge = |row: &Named| {
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
                let judge = |row: &Named| {
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
}

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
