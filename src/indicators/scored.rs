//! Scoring an area: every figure of what it keeps itself in one go, and again on another day.

use super::explain::{judge_member, weigh};
use super::registry::{COUNT, INDICATORS, Judge};
use super::{Context, CountyFacts, HouseholdView, Indicator, Scorecard, Subjects, Tally, VillageIndex};
use crate::model::{Date, DivisionCode, KindSet, Level, Records, Span};
use std::cell::OnceCell;

/// What an area keeps itself, scored for a day, and for how long that stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Scored {
    /// The figures.
    pub card: Scorecard,
    /// For which days.
    pub spans: Spans,
}

/// For every indicator the days on which its figures are the same, as long as the records and what the county has entered
/// are.
#[derive(Clone, Debug, PartialEq)]
pub struct Spans(Box<[Span; COUNT]>);

impl Spans {
    /// The same days for all.
    pub fn all(span: Span) -> Self {
        Self(Box::new([span; COUNT]))
    }

    fn stands(&self, place: usize, day: Date) -> bool {
        self.0[place].contains(day)
    }

    /// The days of each indicator, in their order.
    pub fn iter(&self) -> impl Iterator<Item = Span> {
        self.0.iter().copied()
    }

    /// The days on which every figure is the same.
    pub fn together(&self) -> Span {
        let [first, others @ ..] = *self.0;
        others.into_iter().fold(first, Span::within)
    }
}

impl Scored {
    /// Scores an area's own records: every judgement once.
    pub fn of(area: DivisionCode, records: &Records, facts: &CountyFacts, as_of: Date) -> Self {
        let ties = records.ties_when_asked();
        score_index(&VillageIndex::new(area, records, &ties, as_of), facts)
    }

    /// The same records by the same facts on another day: judged again only where that day may make a difference.
    pub fn on(&self, as_of: Date, area: DivisionCode, records: &Records, facts: &CountyFacts) -> Self {
        let ties = records.ties_when_asked();
        let index = VillageIndex::new(area, records, &ties, as_of);
        judge_rest(&index, facts, |place| {
            self.spans.stands(place, as_of).then_some(self)
        })
        .0
    }
}

/// An area's figures with what they were found in, so that after a change only what looked there is judged again. Holds the
/// records: they are shared, and cost what has changed since.
#[derive(Clone, Debug)]
pub struct Traced {
    /// The figures.
    pub scored: Scored,
    area: DivisionCode,
    records: Records,
    facts: u64,
    looked_at: Box<[KindSet; COUNT]>,
}

impl Traced {
    /// Scores an area's own records.
    pub fn of(area: DivisionCode, records: &Records, facts: &CountyFacts, as_of: Date) -> Self {
        Self::judged(area, records, facts, as_of, None)
    }

    /// Scores the area's records after a change, or on another day: judged again only where either may make a difference.
    pub fn again(&self, records: &Records, facts: &CountyFacts, as_of: Date) -> Self {
        let kept = (self.facts == facts.digest()).then_some(self);
        Self::judged(self.area, records, facts, as_of, kept)
    }

    fn judged(
        area: DivisionCode,
        records: &Records,
        facts: &CountyFacts,
        as_of: Date,
        kept: Option<&Self>,
    ) -> Self {
        let ties = records.ties_when_asked();
        let index = VillageIndex::new(area, records, &ties, as_of);
        let changed = kept.map_or(KindSet::ALL, |kept| records.changed_since(&kept.records));
        let standing = |place: usize| {
            let kept = kept.filter(|kept| !kept.looked_at[place].meets(changed))?;
            kept.scored.spans.stands(place, as_of).then_some(&kept.scored)
        };
        let (scored, mut looked_at) = judge_rest(&index, facts, standing);
        for (place, judged) in looked_at.iter_mut().enumerate() {
            if let (None, Some(kept)) = (&judged, kept) {
                *judged = Some(kept.looked_at[place]);
            }
        }
        Self {
            scored,
            area,
            records: records.clone(),
            facts: facts.digest(),
            looked_at: Box::new(looked_at.map(|judged| judged.unwrap_or(KindSet::ALL))),
        }
    }

    /// Into which tables each indicator looked, in their order.
    pub fn looked_at(&self) -> impl Iterator<Item = KindSet> {
        self.looked_at.iter().copied()
    }
}

/// Scores what an area keeps itself, a village, a township or the county.
pub fn score_area(area: DivisionCode, records: &Records, facts: &CountyFacts, as_of: Date) -> Scorecard {
    Scored::of(area, records, facts, as_of).card
}

/// Judges by every indicator.
pub(super) fn score_index<'a>(index: &'a VillageIndex<'a>, facts: &'a CountyFacts) -> Scored {
    judge_rest(index, facts, |_| None).0
}

/// Judges by every indicator but those that stand: of these the figures that `standing` gives are copied. Says of those
/// that were judged where they looked.
fn judge_rest<'a, 'k>(
    index: &'a VillageIndex<'a>,
    facts: &'a CountyFacts,
    standing: impl Fn(usize) -> Option<&'k Scored>,
) -> (Scored, [Option<KindSet>; COUNT]) {
    let context = Context::new(index, facts);
    let level = index.area.level();
    let mut card = Scorecard {
        level,
        reported: i64::from(index.reported && level == Level::Village),
        offices: i64::from(index.reported && level != Level::Village),
        tolerance: facts.tolerance(context.year),
        ..Scorecard::default()
    };
    let mut spans = Spans::all(context.as_of.span());
    let mut looked_at = [None; COUNT];
    let views = Views::default();
    let mut place = 0;
    for (indicator, at) in INDICATORS.iter().zip(0..) {
        let places = place..place + indicator.figures.len();
        place = places.end;
        let tallies = &mut card.tallies[places.clone()];
        spans.0[at] = match standing(at) {
            Some(kept) => {
                tallies.copy_from_slice(&kept.card.tallies[places]);
                kept.spans.0[at]
            }
            None => {
                let judge = || judge_all(indicator, &views, &context, tallies);
                let ((_, span), looked) = KindSet::watch(|| context.as_of.watch(judge));
                looked_at[at] = Some(looked);
                span
            }
        };
    }
    (Scored { card, spans }, looked_at)
}

/// The households of an area, put together when an indicator first asks for them.
#[derive(Default)]
struct Views<'a>(OnceCell<Vec<HouseholdView<'a>>>);

impl<'a> Views<'a> {
    fn of(&self, context: &Context<'a>) -> &[HouseholdView<'a>] {
        // Asked by every indicator, because every one rests on them.
        let households = context.village.households();
        self.0.get_or_init(|| households.collect())
    }
}

/// Judges all subjects of one indicator in one area.
fn judge_all<'a>(indicator: &Indicator, views: &Views<'a>, context: &Context<'a>, tallies: &mut [Tally]) {
    let (area, figures) = (context.village.area, indicator.figures);
    match indicator.judge() {
        Judge::Household(judge) => {
            for view in views.of(context) {
                let judgement = judge(view, context);
                for (figure, tally) in figures.iter().zip(tallies.iter_mut()) {
                    let (judgement, weight) = weigh(judgement, figure.weight, view);
                    *tally += figure.tally(judgement, weight);
                }
            }
        }
        Judge::Person(judge) => {
            for view in views.of(context) {
                for (_, member) in view.members {
                    let judgement = judge_member(judge, view, member, context);
                    for (figure, tally) in figures.iter().zip(tallies.iter_mut()) {
                        *tally += figure.tally(judgement, 1);
                    }
                }
            }
        }
        Judge::Village(judge) | Judge::VillageAndTownship(judge, _) => {
            if area.level() == Level::Village {
                let judgement = judge(context);
                for (figure, tally) in figures.iter().zip(tallies.iter_mut()) {
                    *tally += figure.tally(judgement, 1);
                }
            }
        }
        Judge::Each(levels, judge) => {
            if levels.contains(&area.level()) {
                judge(context, &mut Subjects::sum(area, figures, tallies));
            }
        }
    }
}
