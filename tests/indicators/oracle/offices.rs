//! Funds and documents of offices.

use super::fields::*;
use super::*;
use crate::village::more::COUNTY;
use huhuqing::plan::divisions::townships;

impl Oracle<'_> {
    pub(super) fn funds(&self, indicator: &str, suffix: &str) -> Sum {
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

    pub(super) fn submitted(&self, row: &Named) -> bool {
        row.text("submitted").is_some_and(|date| date <= self.today())
    }

    pub(super) fn action_plans(&self) -> Sum {
        let documents = self.own("formal_document");
        let plan = |row: &Named| and(&[row.is("kind", &["action_plan"]), Some(self.submitted(row))]);
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

    pub(super) fn assessed(&self) -> Sum {
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
