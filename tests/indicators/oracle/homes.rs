//! Dangerous houses, relief, resettlement.

use super::fields::*;
use super::*;

impl Oracle<'_> {
    pub(super) fn houses(&self, indicator: &str) -> Sum {
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

    pub(super) fn relief(&self) -> Sum {
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
                        let in_time =
                            in_time.map(|(month, since)| month >= since && month[..] <= self.today()[..7]);
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

    pub(super) fn moves(&self, indicator: &str, suffix: &str) -> Sum {
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

    pub(super) fn sites(&self, indicator: &str, suffix: &str) -> Sum {
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
}
