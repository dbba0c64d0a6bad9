#![allow(clippy::unwrap_used)]
use super::stored::{StoredTold, unpacked};
use super::*;
use crate::demo;
use crate::indicators::{Scores, figures};
use crate::plan::divisions::children;

const TOWNSHIP: &str = "530427204";
const DAY: Date = Date::of::<2018, 12, 31>();

/// The demo county's own records, a township's and its villages', without a village that never reports.
fn partitions() -> Vec<Partition> {
    let county = demo::County::new(1);
    let villages = children(TOWNSHIP).iter().skip(1).map(|row| row.code);
    let areas = [crate::plan::divisions::COUNTY, TOWNSHIP]
        .into_iter()
        .chain(villages);
    areas.filter_map(|area| county.partition(area)).collect()
}

fn scores(partitions: &[Partition]) -> Scores {
    let areas = partitions.iter().map(|one| (one.area(), one.records())).collect();
    Scores::of(&areas, DAY)
}

fn code(text: &str) -> DivisionCode {
    DivisionCode::new(text).unwrap()
}

/// The rows of a summary package that the township hands up.
fn handed_up(scores: &Scores) -> Vec<ScoreRow> {
    let within = scores
        .rows()
        .into_iter()
        .filter(|row| row.area.within(code(TOWNSHIP)));
    within.map(ScoreRow::from).collect()
}

#[test]
fn a_township_that_sends_a_summary_loses_none_of_its_own() {
    let sender = scores(&partitions());
    let (township, facts) = (code(TOWNSHIP), sender.facts());
    let told = Summary::told(&handed_up(&sender), DAY, facts);
    let own = told.iter().find(|one| one.area == township).unwrap();
    let meetings = figure("IND-OBL-05").unwrap();
    assert!(own.scored.card.tally(meetings).num > 6, "its own meetings");
    assert_eq!(
        own.scored.card.tally(figure("IND-POV-01").unwrap()),
        Tally::default()
    );
    for kept in [told.clone(), told.iter().map(read_again).collect()] {
        let cards = kept.into_iter().map(|one| (one.area, one.scored.card)).collect();
        let received = Scores::of_cards(
            cards,
            facts.clone(),
            DAY,
            crate::indicators::Silent::of(facts, DAY).into(),
        );
        let (theirs, ours) = (sender.card(township).unwrap(), received.card(township).unwrap());
        for at in figures() {
            assert_eq!(ours.tally(at), theirs.tally(at), "{}", at.figure.id);
        }
        assert_eq!(ours.reported, theirs.reported);
    }
}

fn read_again(summary: &Summary) -> Summary {
    Summary::from_bytes(summary.area, &summary.to_bytes(), unreported).unwrap()
}

#[test]
fn what_was_told_outlives_another_list_of_figures() {
    let sender = scores(&partitions());
    let village = code(children(TOWNSHIP)[1].code);
    let told = Summary::told(&handed_up(&sender), DAY, sender.facts());
    let kept = told.iter().find(|one| one.area == village).unwrap().to_bytes();
    // Another version had fewer figures, one of them unknown to this one.
    let mut stored: StoredTold = serde_json::from_slice(&kept).unwrap();
    stored
        .named
        .retain(|(id, _)| id == "IND-POV-01" || id == "IND-MED-01");
    stored.named.push(("IND-OLD-99".to_owned(), [1, 1, 1, 1]));
    let read = Summary::from_bytes(village, &serde_json::to_vec(&stored).unwrap(), unreported).unwrap();
    let tally = |id: &str| read.scored.card.tally(figure(id).unwrap());
    let before = sender.card(village).unwrap();
    assert_eq!(tally("IND-POV-01"), before.tally(figure("IND-POV-01").unwrap()));
    assert_eq!(tally("IND-MED-01"), before.tally(figure("IND-MED-01").unwrap()));
    assert_eq!(
        (tally("IND-VIL-04").known, tally("IND-VIL-04").expected),
        (0, 1),
        "what was not told is unknown"
    );
}

#[test]
fn own_figures_are_made_anew_when_the_list_of_figures_is_another() {
    let partition = &partitions()[2];
    let facts = CountyFacts::default();
    let size = JournalSize::of(partition);
    let own = Summary::of(
        partition.area(),
        partition.records(),
        size,
        &facts,
        Basis::new(DAY, &facts),
    );
    // For how long each figure stands is not kept, but for how long all do.
    let own = Summary {
        scored: Scored {
            spans: Spans::all(own.scored.spans.together()),
            ..own.scored.clone()
        },
        ..own
    };
    assert_eq!(read_again(&own), own);
    let bytes = own.to_bytes();
    let packed = |figures| unpacked(own.area, &bytes[1..], figures).unwrap();
    assert_eq!(packed(FIGURES), Some(own.clone()));
    assert_eq!(packed(FIGURES - 1), None);
    // Versions before wrote all of it, or its beginning, as JSON.
    for before in [
        &br#"{"as_of":"2018-12-31","figures":3,"told":false}"#[..],
        b"{}",
    ] {
        assert_eq!(Summary::from_bytes(own.area, before, unreported), None);
    }
    for cut in 1..bytes.len().min(200) {
        let cut = &bytes[..bytes.len() - cut];
        assert_ne!(Summary::from_bytes(own.area, cut, unreported), Some(own.clone()));
    }
}

#[test]
fn the_county_s_figures_carry_what_all_figures_rest_on() {
    let county = &partitions()[0];
    let facts = CountyFacts::of(county.records());
    let of = |facts: &CountyFacts| {
        let size = JournalSize::of(county);
        Summary::of(
            county.area(),
            county.records(),
            size,
            facts,
            Basis::new(DAY, facts),
        )
    };
    let kept = read_again(&of(&facts));
    assert_eq!(kept.facts.as_deref(), Some(&facts));
    assert_eq!(kept.basis, Basis::new(DAY, &facts));
    assert_ne!(kept.basis, Basis::new(DAY, &CountyFacts::default()));
}

#[test]
fn kept_figures_stand_for_the_days_on_which_none_of_them_changes() {
    let village = &partitions()[3];
    let facts = CountyFacts::of(partitions()[0].records());
    let size = JournalSize::of(village);
    let of = |day| {
        Summary::of(
            village.area(),
            village.records(),
            size,
            &facts,
            Basis::new(day, &facts),
        )
    };
    let own = read_again(&of(Date::of::<2018, 12, 10>()));
    let Span { from, until } = own.scored.spans.together();
    assert!(
        from < until.plus_days(-1),
        "more than a day, or the test shows nothing"
    );
    for day in [from, until.plus_days(-1)] {
        let on = own.on(Basis::new(day, &facts)).unwrap();
        assert_eq!((on.scored.card, on.basis.as_of), (of(day).scored.card, day));
    }
    for day in [from.plus_days(-1), until] {
        assert_eq!(own.on(Basis::new(day, &facts)), None);
        let again = own.again(village.records(), size, &facts, Basis::new(day, &facts));
        assert_eq!(again.scored.card, of(day).scored.card);
    }
    assert_eq!(own.on(Basis::new(from, &CountyFacts::default())), None);
}

#[test]
fn figures_of_other_records_are_not_gone_on_with() {
    let villages = partitions();
    let (one, other) = (&villages[2], &villages[3]);
    let facts = CountyFacts::default();
    let basis = Basis::new(DAY, &facts);
    let own = Summary::of(one.area(), one.records(), JournalSize::of(one), &facts, basis);
    let size = JournalSize::of(other);
    let again = own.again(other.records(), size, &facts, basis);
    let anew = Summary::of(one.area(), other.records(), size, &facts, basis);
    assert_eq!(again, anew);
    assert_ne!(again.scored.card, own.scored.card);
}
