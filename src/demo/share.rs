//! What falls to each village of the county's sites, projects and placements, so that the county's sums are exactly the
//! plan's: 11 sites for 396 households with 1,504 persons, 54 places that are rebuilt nearby for 411 with 1,500, 21
//! demonstration villages.

use super::dice::Dice;
use super::sizes::apportion;
use crate::plan::divisions::{Division, villages};

/// Households and persons.
pub(super) type Heads = (i64, i64);

/// Registered households and persons of the sites (line 83).
const AT_SITES: Heads = (396, 1_504);
/// Registered households and persons of the places that are rebuilt nearby (line 83).
const IN_SITU: Heads = (411, 1_500);
/// Everybody who lives in those places (line 83).
pub(super) const IN_SITU_ALL: Heads = (1_656, 6_221);
/// How many sites there are (line 83).
pub(super) const SITES: usize = 11;
/// How many places are rebuilt nearby (line 83).
pub(super) const IN_SITU_PLACES: usize = 54;
/// 小坝多, which the plan names among them (line 83).
const NAMED: &str = "530427101213";
/// How many natural villages are demonstrations (line 81).
const DEMONSTRATIONS: usize = 21;
/// How many persons find new work away; the plan wants 770 (line 50).
const PLACEMENTS: i64 = 838;

/// A village's share.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Share {
    /// The site that its households move to, and how many do.
    pub site: Option<(usize, Heads)>,
    /// The number of its place that is rebuilt, and how many registered households live there.
    pub in_situ: Option<(usize, Heads)>,
    /// Demonstration villages.
    pub demonstrations: usize,
    /// Persons who find new work away.
    pub placements: i64,
}

/// The shares of all villages, by the registered households of each.
pub(super) fn shares(seed: u64, households: &[i64]) -> Vec<Share> {
    let mut dice = Dice::new(seed, crate::plan::divisions::COUNTY, "shares");
    let rural: Vec<usize> = (0..households.len())
        .filter(|place| households[*place] >= 10 && is_village(&villages()[*place]))
        .collect();
    let mut shares = vec![Share::default(); households.len()];
    let moving = heads(&mut dice, &rural, households, AT_SITES);
    for (number, (place, heads)) in moving.into_iter().enumerate() {
        shares[place].site = Some((number % SITES, heads));
    }
    let mut places = draw(&mut dice, &rural, IN_SITU_PLACES - 1);
    places.retain(|place| villages()[*place].code != NAMED);
    places.extend(villages().iter().position(|village| village.code == NAMED));
    for place in rural.iter().filter(|place| households[**place] >= 14) {
        if places.len() < IN_SITU_PLACES && !places.contains(place) {
            places.push(*place);
        }
    }
    places.sort_unstable();
    let rebuilt = heads(&mut dice, &places, households, IN_SITU);
    for (number, (place, heads)) in rebuilt.into_iter().enumerate() {
        shares[place].in_situ = Some((number, heads));
    }
    for place in draw(&mut dice, &rural, DEMONSTRATIONS) {
        shares[place].demonstrations = 1;
    }
    let bounds: Vec<(i64, i64)> = households.iter().map(|count| (0, count / 2)).collect();
    for (share, count) in shares.iter_mut().zip(apportion(PLACEMENTS, households, &bounds)) {
        share.placements = count;
    }
    shares
}

fn is_village(division: &Division) -> bool {
    division.code.as_bytes().get(9) == Some(&b'2')
}

/// Households and persons of those villages, each at least one of a few persons; a household has 3 to 5 members.
fn heads(
    dice: &mut Dice,
    places: &[usize],
    households: &[i64],
    (count, persons): Heads,
) -> Vec<(usize, Heads)> {
    let weights: Vec<i64> = places
        .iter()
        .map(|place| households[*place] * dice.between(60, 140))
        .collect();
    let bounds: Vec<(i64, i64)> = places.iter().map(|place| (1, households[*place] / 3)).collect();
    let counts = apportion(count, &weights, &bounds);
    let bounds: Vec<(i64, i64)> = counts.iter().map(|count| (count * 3, count * 5)).collect();
    let persons = apportion(persons, &counts, &bounds);
    let heads = counts.into_iter().zip(persons);
    places.iter().copied().zip(heads).collect()
}

/// Some of the places, in order.
fn draw(dice: &mut Dice, from: &[usize], count: usize) -> Vec<usize> {
    let mut left = from.to_vec();
    while left.len() > count {
        left.remove(dice.below(left.len()));
    }
    left
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demo::census::census;

    #[test]
    fn the_shares_add_up_to_what_the_plan_says() {
        for seed in [0, 1, 2, u64::MAX] {
            let census = census(seed);
            let sum = |of: fn(&Share) -> Option<(usize, Heads)>| {
                let shares = census.iter().filter_map(|figures| of(&figures.share));
                shares.fold((0, 0, 0), |(count, households, persons), (_, heads)| {
                    (count + 1, households + heads.0, persons + heads.1)
                })
            };
            let (_, households, persons) = sum(|share| share.site);
            assert_eq!((households, persons), AT_SITES, "seed {seed}");
            assert_eq!(
                sum(|share| share.in_situ),
                (54, IN_SITU.0, IN_SITU.1),
                "seed {seed}"
            );
            let demonstrations: usize = census.iter().map(|figures| figures.share.demonstrations).sum();
            assert_eq!(demonstrations, DEMONSTRATIONS);
            for figures in &census {
                let all = figures.not_exited.0 + figures.exited.0;
                let moved = [figures.share.site, figures.share.in_situ];
                assert!(moved.iter().flatten().map(|(_, heads)| heads.0).sum::<i64>() <= all);
            }
        }
    }
}
