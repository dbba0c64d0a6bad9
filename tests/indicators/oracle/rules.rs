//! Rules about one household: insurance, schooling, assurances, measures, clarities.

use super::*;

impl Oracle<'_> {
    pub(super) fn insured(&self, m: &HouseholdMembership) -> Say {
        let row = self.person_year(m).and_then(|row| row.basic_insurance.as_ref());
        tri(row
            .filter(|code| !is_newer(*code))
            .map(|code| *code != BasicInsurance::None))
    }

    pub(super) fn medical(&self, indicator: &str) -> Sum {
        let mut says = Vec::new();
        for h in live(&self.village.households) {
            for m in self.members(h, self.day) {
                let year = self.person_year(m);
                says.push(match self.entry(h, self.day) {
                    Entry::NoIdea => Say::Unknown,
                    Entry::Never | Entry::NotYet | Entry::Gone => Say::Skip,
                    _ if m.start.is_none() => Say::Unknown,
                    _ if indicator == "IND-MED-01" => self.insured(m),
                    _ if indicator == "IND-MED-02" => tri(year.and_then(|row| row.major_illness_insurance)),
                    _ => tri(year.and_then(|row| row.medical_aid_covered)),
                });
            }
        }
        heads(says.into_iter().map(|say| (say, 1)))
    }

    pub(super) fn schooling(&self, m: &HouseholdMembership) -> Say {
        let Some(birth) = self.person(m).and_then(|person| person.birth_date) else {
            return Say::Unknown;
        };
        let school_year = if self.day.month() >= 9 {
            self.day.year().0
        } else {
            self.day.year().0 - 1
        };
        // Whole years of age on 1 September.
        let mut age = i64::from(school_year) - i64::from(birth.year().0);
        if (birth.month(), birth.day()) > (9, 1) {
            age -= 1;
        }
        if age < 6 || age >= self.parameter("compulsory_age_to").unwrap_or(16) {
            return Say::Yes;
        }
        let year = self.person_year(m);
        let status = year
            .and_then(|row| row.student_status.as_ref())
            .map(|status| status.id());
        let education = year
            .and_then(|row| row.education.as_ref())
            .map(|education| education.id());
        match (status, education) {
            (Some("primary" | "grade9" | "senior1"), _) => Say::Yes,
            (Some("kindergarten" | "preschool_age"), _) => Say::No,
            (None | Some("not_student"), Some("junior" | "senior")) => Say::Yes,
            (None | Some("not_student"), Some("illiterate" | "primary")) => Say::No,
            _ => Say::Unknown,
        }
    }

    pub(super) fn assured(&self, h: &Household) -> Say {
        let year = self.year(h);
        let mut says = vec![
            tri(year.and_then(|row| row.food_assured)),
            tri(year.and_then(|row| row.clothing_assured)),
            match year
                .and_then(|row| row.house_grade.as_ref())
                .map(|grade| grade.id())
            {
                Some("A" | "B") => Say::Yes,
                Some("C" | "D" | "no_house") => Say::No,
                _ => Say::Unknown,
            },
        ];
        let members = self.members(h, self.day);
        if members.is_empty() {
            says.push(Say::Unknown);
        }
        for m in members {
            says.push(self.schooling(m));
            says.push(self.insured(m));
            says.push(tri(self
                .person_year(m)
                .and_then(|row| row.major_illness_insurance)));
        }
        all(&says)
    }

    pub(super) fn measures(&self, h: &Household) -> Vec<&SupportMeasure> {
        let mut measures = live(&self.village.measures);
        measures.retain(|row| row.household_id == Some(h.id) && row.state != Some(RecordState::Cancelled));
        measures
    }

    pub(super) fn supported(&self, h: &Household) -> Say {
        let mut say = Say::No;
        for row in self.measures(h) {
            let stated = row.state.as_ref().is_some_and(|state| !is_newer(state));
            match row.year {
                Some(year) if year != self.day.year() => {}
                Some(_) if stated => return Say::Yes,
                _ => say = Say::Unknown,
            }
        }
        say
    }

    pub(super) fn open(&self, spells: &[(Option<Date>, Option<Date>)]) -> Say {
        let not_over: Vec<_> = spells
            .iter()
            .filter(|(_, end)| end.is_none() || end.unwrap() > self.day)
            .collect();
        if not_over
            .iter()
            .any(|(start, _)| start.is_some() && start.unwrap() <= self.day)
        {
            Say::Yes
        } else if not_over.iter().any(|(start, _)| start.is_none()) {
            Say::Unknown
        } else {
            Say::No
        }
    }

    pub(super) fn helped(&self, h: &Household) -> Say {
        let helpers = live(&self.village.helpers)
            .into_iter()
            .filter(|row| row.household_id == Some(h.id));
        self.open(&helpers.map(|row| (row.start, row.end)).collect::<Vec<_>>())
    }

    pub(super) fn clear(&self, number: u8, h: &Household) -> Say {
        let year = self.year(h);
        let (suggested, confirmed) = match number {
            1 => (self.means_clear(h), year.and_then(|row| row.clarity_family)),
            2 => (self.cause_clear(h), year.and_then(|row| row.clarity_cause)),
            3 => {
                let described = self.measures(h).into_iter().any(|row| {
                    row.year == Some(self.day.year()) && row.category.is_some() && row.content.is_some()
                });
                (tri(Some(described)), year.and_then(|row| row.clarity_measure))
            }
            4 => {
                let lacking = self.measures(h).into_iter().any(|row| {
                    let input = row.input_county.is_some() || row.input_loan.is_some();
                    let output = row.actual_income.is_some() || row.result_text.is_some();
                    row.year == Some(self.day.year())
                        && row.state == Some(RecordState::Done)
                        && !(input && output)
                });
                (tri(Some(!lacking)), year.and_then(|row| row.clarity_input_output))
            }
            5 => {
                let units = live(&self.village.units).into_iter();
                let units = units.filter(|row| row.village_code.is_none_or(|code| code.as_str() == AREA));
                let unit = self.open(&units.map(|row| (row.start, row.end)).collect::<Vec<_>>());
                (
                    all(&[self.helped(h), unit]),
                    year.and_then(|row| row.clarity_responsibility),
                )
            }
            _ => {
                let known = h.exit_year.or(h.planned_exit_year).is_some();
                (tri(Some(known)), year.and_then(|row| row.clarity_schedule))
            }
        };
        all(&[suggested, tri(confirmed)])
    }

    pub(super) fn means_clear(&self, h: &Household) -> Say {
        let members = self.members(h, self.day);
        let of_members = members.iter().all(|m| {
            let person = self
                .person(m)
                .is_some_and(|row| row.sex.is_some() && row.birth_date.is_some());
            let year = self
                .person_year(m)
                .is_some_and(|row| row.labour.is_some() && row.health.is_some());
            person && year && m.relation.is_some()
        });
        let of_year = self.year(h).is_some_and(|row| {
            row.arable.is_some()
                && row.house_grade.is_some()
                && row.house_area.is_some()
                && row.drinking_safe.is_some()
                && row.drinking_difficult.is_some()
                && row.living_power.is_some()
        });
        tri(Some(
            !members.is_empty() && of_members && of_year && self.net(h).is_some(),
        ))
    }

    pub(super) fn cause_clear(&self, h: &Household) -> Say {
        let Some(main) = &h.main_cause else { return Say::No };
        let mut causes = vec![main];
        causes.extend(h.other_causes.iter().flatten());
        let distinct: std::collections::BTreeSet<_> = causes.iter().collect();
        if distinct.len() < causes.len() || causes.len() > 3 {
            return Say::No;
        }
        let has = |m: &HouseholdMembership, wanted: &[HealthCondition]| {
            let health = self.person_year(m)?.health.as_ref()?;
            Some(health.iter().any(|condition| wanted.contains(condition)))
        };
        let fits = |m: &&HouseholdMembership| match main {
            PovertyCause::Illness => has(m, &[HealthCondition::Chronic, HealthCondition::Major]),
            PovertyCause::Disability
                if self
                    .person(m)
                    .is_some_and(|row| row.disability_category.is_some()) =>
            {
                Some(true)
            }
            PovertyCause::Disability => has(m, &[HealthCondition::Disabled]),
            PovertyCause::Schooling => {
                let row = self.person_year(m)?;
                match row.student_status.as_ref().map(|status| status.id()) {
                    Some("not_student" | "preschool_age") => Some(false),
                    Some("new") => None,
                    Some(_) => Some(true),
                    None => row.education.as_ref().map(|_| false),
                }
            }
            _ => Some(true),
        };
        let answers: Vec<_> = self.members(h, self.day).iter().map(fits).collect();
        let any_member_will_do = !matches!(
            main,
            PovertyCause::Illness | PovertyCause::Disability | PovertyCause::Schooling
        );
        if any_member_will_do || answers.contains(&Some(true)) {
            Say::Yes
        } else if answers.contains(&None) {
            Say::Unknown
        } else {
            Say::No
        }
    }
}
