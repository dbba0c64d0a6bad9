//! Villages, industry, employment and training.

use super::fields::*;
use super::*;

impl Oracle<'_> {
    pub(super) fn disposable(&self, indicator: &str) -> Sum {
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

    pub(super) fn left_over(&self, suffix: &str) -> Sum {
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

    pub(super) fn entries(&self) -> Vec<Named<'_>> {
        let mut all = self.own("collective_income_entry");
        all.retain(|row| row.text("village_code").is_none_or(|code| code == AREA));
        all
    }

    pub(super) fn entry_counts(&self, row: &Named) -> Say {
        let grants = self.parameter("collective_income_include_grant") == Some(1);
        let counts = if grants {
            Some(true)
        } else {
            row.is("source", &["grant"]).map(|grant| !grant)
        };
        gate(self.this_year(row, "date"), gate(counts, Say::Yes))
    }

    pub(super) fn collective(&self, suffix: &str) -> Sum {
        let of_source = |row: &Named, source| {
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

    pub(super) fn enough_income(&self) -> Say {
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

    pub(super) fn rules_revised(&self) -> Say {
        let of_village = |row: &&Named| match row.id.as_str().contains('-') {
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

    pub(super) fn can_work(&self, m: &HouseholdMembership) -> Tri {
        self.person_row(m)?.is("labour", &["ordinary", "skilled", "weak"])
    }

    pub(super) fn linked(&self, h: &Household) -> Say {
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
    pub(super) fn household_of(&self, id: Option<String>) -> Option<&Household> {
        let id = id?;
        live(&self.village.households)
            .into_iter()
            .find(|h| h.id.as_str() == id)
    }

    /// The household in which a person lives on the day.
    pub(super) fn home(&self, person: Option<String>) -> Option<&Household> {
        let person = person?;
        live(&self.village.households).into_iter().find(|h| {
            self.members(h, self.day)
                .iter()
                .any(|m| m.person_id.is_some_and(|id| id.as_str() == person))
        })
    }

    pub(super) fn registered(&self, h: &Household) -> Tri {
        match self.entry(h, self.day) {
            Entry::NoIdea => None,
            Entry::Never | Entry::NotYet | Entry::Gone => Some(false),
            _ => Some(true),
        }
    }

    pub(super) fn linkage_income(&self) -> Sum {
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
    pub(super) fn session(&self, row: &Named) -> (Option<String>, Option<Named<'_>>) {
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

    pub(super) fn trainings(&self, suffix: &str) -> Sum {
        let all = self.own("training_attendance");
        let judge = |row: &Named| {
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

    pub(super) fn post_kind(&self, row: &Named, kind: &str) -> Tri {
        let id = row.text("post_id")?;
        self.own("public_post")
            .into_iter()
            .find(|post| post.id.as_str() == id)?
            .is("kind", &[kind])
    }

    pub(super) fn posts(&self, suffix: &str) -> Sum {
        if suffix == ".places" {
            return heads(self.own("public_post").iter().map(|row| {
                let of_year = row.number("year").map(|year| year == self.year_now());
                weigh(gate(of_year, Say::Yes), row.number("quota"))
            }));
        }
        let judge = |row: &Named| {
            let kind = match suffix.trim_start_matches('.') {
                "" => Some(true),
                kind => self.post_kind(row, kind),
            };
            gate(self.open_now(row, "start", "end"), gate(kind, Say::Yes))
        };
        ones(self.own("post_assignment").iter().map(judge).collect())
    }

    pub(super) fn rangers(&self) -> Sum {
        let judge = |row: &Named| {
            let registered = match self.home(row.text("person_id")) {
                None => Some(false),
                Some(h) => self.registered(h),
            };
            let ranger = self.post_kind(row, "forest_ranger");
            gate(self.open_now(row, "start", "end"), gate(ranger, tri(registered)))
        };
        ones(self.own("post_assignment").iter().map(judge).collect())
    }

    pub(super) fn workshops(&self, suffix: &str) -> Sum {
        if suffix.is_empty() {
            let judge = |row: &Named| gate(row.is("kind", &["workshop"]), Say::Yes);
            return ones(self.own("org_unit").iter().map(judge).collect());
        }
        let judge = |row: &Named| {
            gate(
                row.is("kind", &["workshop"]),
                gate(self.open_now(row, "start", "end"), Say::Yes),
            )
        };
        ones(self.own("employment_spell").iter().map(judge).collect())
    }
}
