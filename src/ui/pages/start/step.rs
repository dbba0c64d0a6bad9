//! Where the first run has come to. Pure, tested natively.

use crate::model::{DivisionCode, Level};
use crate::plan::divisions;

/// What is being asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Real households, or the demo.
    Welcome,
    /// From which backup.
    Restore,
    /// At which level.
    Level,
    /// Which area of that level; a village is chosen within a township.
    Area(Level, Option<DivisionCode>),
    /// The name of whoever works for the area.
    Name(DivisionCode),
}

impl Step {
    /// The question after a level was chosen; a county has one area only.
    pub fn after_level(level: Level) -> Self {
        match (level, DivisionCode::new(divisions::COUNTY)) {
            (Level::County, Some(county)) => Self::Name(county),
            (level, _) => Self::Area(level, None),
        }
    }

    /// The question after an area was tapped: a township holds the villages of those who look for one.
    pub fn after_area(level: Level, area: DivisionCode) -> Self {
        if area.level() == level {
            Self::Name(area)
        } else {
            Self::Area(level, Some(area))
        }
    }

    /// The question before; none before the first.
    pub fn before(self) -> Option<Self> {
        match self {
            Self::Welcome => None,
            Self::Level | Self::Restore => Some(Self::Welcome),
            Self::Area(level, Some(_)) => Some(Self::Area(level, None)),
            Self::Area(_, None) => Some(Self::Level),
            Self::Name(area) => Some(match area.level() {
                Level::County => Self::Level,
                Level::Township => Self::Area(Level::Township, None),
                Level::Village => Self::Area(Level::Village, area.parent()),
            }),
        }
    }

    /// Its number among the three questions; none while nothing is asked.
    pub const fn number(self) -> Option<usize> {
        match self {
            Self::Welcome | Self::Restore => None,
            Self::Level => Some(1),
            Self::Area(..) => Some(2),
            Self::Name(_) => Some(3),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn code(text: &str) -> DivisionCode {
        DivisionCode::new(text).unwrap()
    }

    #[test]
    fn a_village_is_found_by_its_township_and_the_way_back_is_the_same() {
        let township = Step::after_area(Level::Village, code("530427203"));
        assert_eq!(township, Step::Area(Level::Village, Some(code("530427203"))));
        let name = Step::after_area(Level::Village, code("530427203200"));
        assert_eq!(name, Step::Name(code("530427203200")));
        let back: Vec<Step> = std::iter::successors(name.before(), |step| step.before()).collect();
        let villages = Step::Area(Level::Village, None);
        assert_eq!(back, [township, villages, Step::Level, Step::Welcome]);
    }

    #[test]
    fn a_county_is_not_asked_which() {
        assert_eq!(Step::after_level(Level::County), Step::Name(code("530427")));
        assert_eq!(Step::Name(code("530427")).before(), Some(Step::Level));
    }
}
