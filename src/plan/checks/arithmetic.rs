//! The sums of the domain reference, worked out by hand there and computed from the tables here.

use super::PlanData;
use crate::plan::divisions::NamedAs;
use crate::plan::{BaselineId, TargetId};

/// One sum over the plan's figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sum {
    /// `X-00a` to `X-00i`, or the two entries that repeat one figure.
    pub note: &'static str,
    /// What is summed.
    pub what: &'static str,
    /// As worked out by hand, in the figure's stored unit unless `what` says otherwise.
    pub expected: i64,
    /// From the tables; nothing when a figure is missing.
    pub computed: Option<i64>,
}

impl Sum {
    /// Whether both agree.
    pub fn holds(&self) -> bool {
        self.computed == Some(self.expected)
    }
}

/// A row a sum: note, what is summed, the result by hand, the same from the tables.
macro_rules! sums {
    ($($note:literal $what:literal $expected:literal = $computed:expr;)+) => {
        vec![$(Sum { note: $note, what: $what, expected: $expected, computed: $computed }),+]
    };
}

/// All sums, in the order of the domain reference.
pub fn sums(plan: &PlanData<'_>) -> Vec<Sum> {
    let b = Figures {
        plan,
        of: baseline_figure,
    };
    let t = Figures {
        plan,
        of: target_figure,
    };
    let mut all = sums! {
        "X-00a" "registered households: not exited and exited" 3_183 = b.add(&[(4, 0), (3, 0)]);
        "X-00a" "registered households as stated" 3_183 = b.get(6, 0);
        "X-00b" "registered persons: not exited and exited" 11_287 = b.add(&[(4, 1), (3, 1)]);
        "X-00b" "registered persons as stated" 11_287 = b.get(6, 1);
        "X-00c" "townships of the 2018 programme" 3 = t.get(58, 1);
        "X-00c" "townships named for it" 3 = named(plan, NamedAs::FacilityTownship);
        "X-00c" "villages of the 2018 programme" 7 = t.get(58, 2);
        "X-00c" "of them in 水塘镇" 2 = lies_in(plan, NamedAs::FacilityPovertyVillage, "530427103");
        "X-00c" "of them in 建兴乡" 3 = lies_in(plan, NamedAs::FacilityPovertyVillage, "530427202");
        "X-00c" "of them in 老厂乡" 2 = lies_in(plan, NamedAs::FacilityPovertyVillage, "530427203");
        "X-00d" "villages of the pumping project in 老厂乡" 1 = lies_in(plan, NamedAs::PumpingProject, "530427203");
        "X-00d" "villages of in-situ rebuilding in 漠沙镇" 1 = lies_in(plan, NamedAs::InSituRebuilding, "530427101");
        "X-00e" "paved roads" 122 = t.add(&[(43, 0), (44, 0)]);
        "X-00e" "length of paved roads, metres" 425_500 = t.add(&[(43, 1), (44, 1)]);
        "X-00f" "persons served by water projects" 37_732 = t.add(&[(50, 1), (51, 1), (52, 2), (53, 1)]);
        "X-00f" "newly irrigated, 1/100 mu" 157_000 = t.add(&[(50, 2), (51, 2)]);
        "X-00f" "better irrigated, 1/100 mu" 1_638_100 = t.add(&[(50, 3), (51, 3)]);
        "X-00g" "registered households to move in" 807 = t.add(&[(63, 1), (67, 1)]);
        "X-00g" "registered persons to move in" 3_004 = t.add(&[(63, 2), (67, 2)]);
        "X-00g" "share of households, per mille" 254 = per(t.add(&[(63, 1), (67, 1)]), 1_000, b.get(6, 0), 1);
        "X-00g" "share of persons, per mille" 266 = per(t.add(&[(63, 2), (67, 2)]), 1_000, b.get(6, 1), 1);
        "X-00h" "investment a project, 100 yuan" 16_173 = per(b.get(9, 0), 1, b.get(8, 0), 10_000);
        "X-00h" "investment a person, 100 yuan" 649 = per(b.get(9, 0), 1, b.get(6, 1), 10_000);
        "X-00i" "in-situ households not registered" 1_245 = b.subtract((15, 1), (15, 3));
        "X-00i" "in-situ persons not registered" 4_721 = b.subtract((15, 2), (15, 4));
    };
    all.extend(repeated(&b, &t));
    all
}

/// Figures the plan prints as a baseline and again as a target.
fn repeated(b: &Figures<'_>, t: &Figures<'_>) -> Vec<Sum> {
    let twice = [
        ("B-04/T-01", "remaining households", 630, (4, 0), (1, 0)),
        ("B-04/T-01", "remaining persons", 2_026, (4, 1), (1, 1)),
        ("B-08/T-41", "projects", 453, (8, 0), (41, 0)),
        ("B-09/T-41", "investment, fen", 73_263_240_000, (9, 0), (41, 1)),
        ("B-10/T-29", "medical institutions", 19, (10, 0), (29, 0)),
        ("B-11/T-74", "problems", 203, (11, 2), (74, 0)),
        ("B-14/T-64", "resettlement sites", 11, (14, 0), (64, 0)),
        ("B-15/T-66", "in-situ projects", 54, (15, 0), (66, 0)),
        ("B-15/T-66", "in-situ households", 1_656, (15, 1), (66, 1)),
        ("B-15/T-66", "in-situ persons", 6_221, (15, 2), (66, 2)),
        (
            "B-15/T-67",
            "in-situ registered households",
            411,
            (15, 3),
            (67, 1),
        ),
        ("B-15/T-67", "in-situ registered persons", 1_500, (15, 4), (67, 2)),
    ];
    let both = twice.map(|(note, what, expected, (from, nth), (to, figure))| {
        [b.get(from, nth), t.get(to, figure)].map(|computed| Sum {
            note,
            what,
            expected,
            computed,
        })
    });
    both.into_iter().flatten().collect()
}

/// Figures of one table by entry number and place.
struct Figures<'a> {
    plan: &'a PlanData<'a>,
    of: fn(&PlanData<'_>, u8, usize) -> Option<i64>,
}

impl Figures<'_> {
    fn get(&self, entry: u8, nth: usize) -> Option<i64> {
        (self.of)(self.plan, entry, nth)
    }

    fn add(&self, parts: &[(u8, usize)]) -> Option<i64> {
        parts.iter().map(|(entry, nth)| self.get(*entry, *nth)).sum()
    }

    fn subtract(&self, whole: (u8, usize), part: (u8, usize)) -> Option<i64> {
        Some(self.get(whole.0, whole.1)? - self.get(part.0, part.1)?)
    }
}

fn baseline_figure(plan: &PlanData<'_>, entry: u8, nth: usize) -> Option<i64> {
    let id = BaselineId::new(entry)?;
    let baseline = plan.baselines.iter().find(|row| row.id == id)?;
    baseline.figures.get(nth).map(|figure| figure.quantity.value)
}

fn target_figure(plan: &PlanData<'_>, entry: u8, nth: usize) -> Option<i64> {
    let id = TargetId::new(entry)?;
    plan.targets
        .iter()
        .find(|row| row.id == id)?
        .figures
        .get(nth)?
        .goal
        .threshold()
}

/// `part * times / (whole * by)`, rounded half up.
fn per(part: Option<i64>, times: i64, whole: Option<i64>, by: i64) -> Option<i64> {
    let (part, whole) = (part?.checked_mul(times)?, whole?.checked_mul(by)?);
    part.checked_mul(2)?
        .checked_add(whole)?
        .checked_div(whole.checked_mul(2)?)
}

fn named(plan: &PlanData<'_>, named_as: NamedAs) -> Option<i64> {
    i64::try_from(
        plan.named_places
            .iter()
            .filter(|place| place.named_as == named_as)
            .count(),
    )
    .ok()
}

/// How many places named so are divisions right below this one.
fn lies_in(plan: &PlanData<'_>, named_as: NamedAs, parent: &str) -> Option<i64> {
    let below = |code: &str| {
        plan.divisions
            .iter()
            .any(|row| row.code == code && row.parent == Some(parent))
    };
    let places = plan
        .named_places
        .iter()
        .filter(|place| place.named_as == named_as && below(place.code));
    i64::try_from(places.count()).ok()
}
