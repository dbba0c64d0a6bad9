//! Scoring an area: every figure of what it keeps itself in one go, and again on another day.

use super::explain::{judge_member, weigh};
use super::registry::{COUNT, INDICATORS, Judge};
use super::{Context, CountyFacts, HouseholdView, Indicator, Scorecard, Subjects, Tally, VillageIndex};
use crate::model::{Date, DivisionCode, Level, Records, Span};
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
        let ties = records.ties();
        score_index(&VillageIndex::new(area, records, &ties, as_of), facts, None)
    }

    /// The same records by the same facts on another day: judged again only where that day may make a difference.
    pub fn on(&self, as_of: Date, area: DivisionCode, records: &Records, facts: &CountyFacts) -> Self {
        let ties = records.ties();
        score_index(
            &VillageIndex::new(area, records, &ties, as_of),
            facts,
            Some((self, as_of)),
        )
    }
}

/// Scores what an area keeps itself, a village, a township or the county.
pub fn score_area(area: DivisionCode, records: &Records, facts: &CountyFacts, as_of: Date) -> Scorecard {
    Scored::of(area, records, facts, as_of).card
}

/// Judges by every indicator, but for those whose figures of another day stand on this one.
pub(super) fn score_index<'a>(
    index: &'a VillageIndex<'a>,
    facts: &'a CountyFacts,
    kept: Option<(&Scored, Date)>,
) -> Scored {
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
    let views = Views::default();
    let mut place = 0;
    for (indicator, span) in INDICATORS.iter().zip(0..) {
        let places = place..place + indicator.figures.len();
        place = places.end;
        let tallies = &mut card.tallies[places.clone()];
        let stands = kept.filter(|(kept, as_of)| kept.spans.0[span].contains(*as_of));
        spans.0[span] = match stands {
            Some((kept, _)) => {
                tallies.copy_from_slice(&kept.card.tallies[places]);
                kept.spans.0[span]
            }
            None => {
                let judge = || judge_all(indicator, &views, &context, tallies);
                context.as_of.watch(judge).1
            }
        };
    }
    Scored { card, spans }
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
