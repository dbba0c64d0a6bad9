//! What is asked of members: work, school, health, insurance.

use super::fields::*;
use super::*;

impl Oracle<'_> {
    pub(super) fn person_says(
        &self,
        indicator: &str,
        suffix: &str,
        h: &Household,
        m: &HouseholdMembership,
    ) -> Say {
        let year = self.person_row(m);
        let yes = |field: &str| year.and_then(|row| row.yes(field));
        let code = |field: &str, of: &[&str]| year.and_then(|row| row.is(field, of));
        let student = || match year {
            Some(row) if !row.filled("student_status") => row.filled("education").then_some(false),
            _ => code("student_status", &["not_student", "preschool_age"]).map(|no| !no),
        };
        match indicator {
            "IND-EMP-01" => {
                let spells = self.of_person("employment_spell", m);
                let transfer = |row: &Named| row.is("kind", &["outward", "local_transfer"]);
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
                    .map(|row| {
                        let by_then = row.text("verified_on").is_none_or(|day| day <= self.today());
                        and(&[row.is("batch", &["unclassified"]).map(|no| !no), Some(by_then)])
                    })
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

    pub(super) fn sixteen(&self, m: &HouseholdMembership) -> Tri {
        let birth = self.person(m).and_then(|person| person.birth_date);
        let old = birth.map(|birth| {
            let birth = birth.to_string();
            let age = self.year_now() - birth[..4].parse::<i64>().unwrap();
            age > 16 || age == 16 && birth[5..] <= self.today()[5..]
        });
        let status = self
            .person_row(m)
            .and_then(|row| match row.filled("student_status") {
                false => row.filled("education").then_some(true),
                true => row.is("student_status", &["not_student", "preschool_age"]),
            });
        and(&[old, status])
    }

    /// Age on the first of September of the school year.
    pub(super) fn of_age(&self, m: &HouseholdMembership) -> Tri {
        let birth = self.person(m)?.birth_date?.to_string();
        let school_year = self.year_now() - i64::from(self.day.month() < 9);
        let mut age = school_year - birth[..4].parse::<i64>().unwrap();
        if &birth[5..] > "09-01" {
            age -= 1;
        }
        Some(age >= 6 && age < self.parameter("compulsory_age_to").unwrap_or(16))
    }

    pub(super) fn schooling_case(&self, indicator: &str, m: &HouseholdMembership) -> Say {
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

    pub(super) fn above_cap(&self, m: &HouseholdMembership) -> Say {
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

    pub(super) fn inpatient(&self, m: &HouseholdMembership) -> Result<Option<(i64, i64)>, ()> {
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

    pub(super) fn inpatient_share(&self) -> Sum {
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
}
