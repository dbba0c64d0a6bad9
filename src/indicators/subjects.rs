//! Where a judgement says what it found in an area's records: summed for a scorecard, or listed for the drill-down.

use super::registry::Figure;
use super::{Judgement, Member, Reason, Subject, Tally};
use crate::model::{DivisionCode, Id, Stored};

/// What is said about the subjects of one indicator.
pub struct Subjects<'a> {
    area: DivisionCode,
    figures: &'static [Figure],
    to: To<'a>,
}

enum To<'a> {
    /// One tally a figure.
    Sum(&'a mut [Tally]),
    /// The subjects of the figure at that place.
    List(usize, &'a mut Vec<Said>),
}

/// A subject with what is said about it in one figure.
pub(super) struct Said {
    pub subject: Subject,
    pub id: Id,
    pub judgement: Judgement,
    pub tally: Tally,
}

impl<'a> Subjects<'a> {
    /// Adds to the tallies of an indicator's figures.
    pub(super) fn sum(area: DivisionCode, figures: &'static [Figure], tallies: &'a mut [Tally]) -> Self {
        Self {
            area,
            figures,
            to: To::Sum(tallies),
        }
    }

    /// Lists the subjects of one figure.
    pub(super) fn list(
        area: DivisionCode,
        figures: &'static [Figure],
        place: usize,
        said: &'a mut Vec<Said>,
    ) -> Self {
        Self {
            area,
            figures,
            to: To::List(place, said),
        }
    }

    /// Says something about a subject: a judgement with its weight for every figure, or one for all of them.
    pub fn say(&mut self, subject: Subject, id: Id, said: &[(Judgement, i64)]) {
        self.say_of(subject, &|| id, said);
    }

    /// The same of a subject whose identifier has to be put together: a sum asks for none.
    pub fn say_of(&mut self, subject: Subject, id: &dyn Fn() -> Id, said: &[(Judgement, i64)]) {
        for place in 0..self.figures.len() {
            if let Some((judgement, weight)) = said.get(place).or(said.first()) {
                self.only_of(place, subject, id, *judgement, *weight);
            }
        }
    }

    /// Says something in the figure at that place only.
    pub fn only(&mut self, place: usize, subject: Subject, id: Id, judgement: Judgement, weight: i64) {
        self.only_of(place, subject, &|| id, judgement, weight);
    }

    fn only_of(
        &mut self,
        place: usize,
        subject: Subject,
        id: &dyn Fn() -> Id,
        judgement: Judgement,
        weight: i64,
    ) {
        let Some(figure) = self.figures.get(place) else {
            return;
        };
        let tally = figure.tally(judgement, weight);
        match &mut self.to {
            To::Sum(tallies) => tallies[place] += tally,
            To::List(wanted, said) if *wanted == place => said.push(Said {
                subject,
                id: id(),
                judgement,
                tally,
            }),
            To::List(..) => {}
        }
    }

    /// The same judgement of a record in every figure.
    pub fn record<T: Stored>(&mut self, record: &T, judgement: Judgement) {
        self.weighed(record, &[(judgement, 1)]);
    }

    /// Judgements of a record with their weights, one a figure.
    pub fn weighed<T: Stored>(&mut self, record: &T, said: &[(Judgement, i64)]) {
        self.say(Subject::Record(T::KIND), record.record_id(), said);
    }

    /// Judgements of a member.
    pub fn person(&mut self, member: &Member, said: &[(Judgement, i64)]) {
        let membership = member.membership;
        let id = membership.person_id.map_or(membership.id.into(), Id::from);
        self.say(Subject::Person, id, said);
    }

    /// Judgements of the area itself.
    pub fn area(&mut self, said: &[(Judgement, i64)]) {
        self.say(Subject::of_area(self.area), self.area.id(), said);
    }

    /// Another area that the records tell of, such as a township that a document is from.
    pub fn place(&mut self, code: DivisionCode, judgement: Judgement) {
        self.say(Subject::of_area(code), code.id(), &[(judgement, 1)]);
    }
}

/// A head whose weight is an amount; without the amount it is unknown.
pub(super) fn amount(judgement: Judgement, amount: Option<i64>, missing: Reason) -> (Judgement, i64) {
    match (judgement, amount) {
        (Judgement::Excluded(_), _) => (judgement, 0),
        (_, Some(amount)) => (judgement, amount),
        (Judgement::Fails(_), None) => (judgement, 0),
        (_, None) => (Judgement::Unknown(missing), 1),
    }
}
