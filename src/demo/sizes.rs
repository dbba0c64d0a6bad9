//! Sharing out totals exactly: the county's baselines over villages, a village's persons over households.

use super::dice::Dice;

/// Shares a total by weights, each share within its bounds; exact whenever the bounds leave room for the total.
pub(super) fn apportion(total: i64, weights: &[i64], bounds: &[(i64, i64)]) -> Vec<i64> {
    let sum: i64 = weights.iter().sum::<i64>().max(1);
    let mut shares: Vec<i64> = weights
        .iter()
        .zip(bounds)
        .map(|(weight, (low, high))| (total * weight / sum).clamp(*low, *high))
        .collect();
    let mut open = total - shares.iter().sum::<i64>();
    while open != 0 {
        let step = open.signum();
        // The share that lies farthest from what its weight asks for gives or takes one.
        let movable = (0..shares.len())
            .filter(|at| (bounds[*at].0..=bounds[*at].1).contains(&(shares[*at] + step)))
            .max_by_key(|at| step * (total * weights[*at] - shares[*at] * sum));
        let Some(at) = movable else { break };
        shares[at] += step;
        open -= step;
    }
    shares
}

/// How often households of 1 to 7 members occur among a hundred.
const SIZE_WEIGHTS: [u32; 7] = [9, 15, 23, 27, 15, 8, 3];
/// The largest household.
const LARGEST: i64 = 8;

/// Sizes of `households` households that have `persons` members together.
pub(super) fn household_sizes(dice: &mut Dice, households: i64, persons: i64) -> Vec<i64> {
    let mut sizes: Vec<i64> = (0..households)
        .map(|_| dice.place(&SIZE_WEIGHTS) as i64 + 1)
        .collect();
    let persons = persons.clamp(households, households * LARGEST);
    let mut open = persons - sizes.iter().sum::<i64>();
    while open != 0 {
        let size = &mut sizes[dice.below(households as usize)];
        if (1..=LARGEST).contains(&(*size + open.signum())) {
            *size += open.signum();
            open -= open.signum();
        }
    }
    sizes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_exact_and_within_their_bounds() {
        let weights = [1, 5, 9, 0, 40];
        let bounds = [(4, 90), (4, 90), (4, 90), (0, 0), (4, 20)];
        let shares = apportion(100, &weights, &bounds);
        assert_eq!(shares.iter().sum::<i64>(), 100);
        assert!(
            shares
                .iter()
                .zip(bounds)
                .all(|(share, (low, high))| (low..=high).contains(share))
        );
        assert_eq!(shares[3], 0);
    }

    #[test]
    fn household_sizes_meet_their_total_at_both_ends() {
        let mut dice = Dice::new(1, "530427203200", "test");
        for persons in [10, 23, 36, 80] {
            let sizes = household_sizes(&mut dice, 10, persons);
            assert_eq!(sizes.iter().sum::<i64>(), persons);
            assert!(sizes.iter().all(|size| (1..=8).contains(size)));
        }
    }
}
