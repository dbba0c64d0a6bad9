//! Horizontal bars: lengths in ten-thousandths of the plot's width.

/// The whole width of the plot.
pub const FULL: i64 = 10_000;

/// One bar to draw: a value, and the target line across it where there is one. None is unknown, which is no bar.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bar {
    /// The length in the unit of the figure.
    pub value: Option<i64>,
    /// Where the target lies, in the same unit.
    pub target: Option<i64>,
}

/// Where a bar lies on the plot, in ten-thousandths of its width.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BarGeometry {
    /// The length; none when the value is unknown.
    pub length: Option<i64>,
    /// The place of the target's line.
    pub target: Option<i64>,
}

/// The geometry of bars on one common scale that begins at zero (bars never begin elsewhere) and ends at `whole`, or at
/// the largest value or target when there is no natural whole such as 100 %.
pub fn bars(bars: &[Bar], whole: Option<i64>) -> Vec<BarGeometry> {
    let largest = bars
        .iter()
        .flat_map(|bar| [bar.value, bar.target])
        .flatten()
        .max()
        .unwrap_or(0);
    let end = whole.unwrap_or(0).max(largest).max(1);
    let place = |value: i64| {
        i64::try_from(i128::from(value.max(0)) * i128::from(FULL) / i128::from(end)).unwrap_or(FULL)
    };
    bars.iter()
        .map(|bar| BarGeometry {
            length: bar.value.map(place),
            target: bar.target.map(place),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bar(value: i64, target: Option<i64>) -> Bar {
        Bar {
            value: Some(value),
            target,
        }
    }

    #[test]
    fn bars_share_one_scale_from_zero() {
        let drawn = bars(&[bar(50, None), bar(200, Some(100))], None);
        assert_eq!(drawn[0].length, Some(2_500));
        assert_eq!(drawn[1].length, Some(FULL));
        assert_eq!(drawn[1].target, Some(5_000));
    }

    #[test]
    fn a_natural_whole_is_kept_unless_a_value_passes_it() {
        assert_eq!(bars(&[bar(50, None)], Some(100))[0].length, Some(5_000));
        assert_eq!(bars(&[bar(200, None)], Some(100))[0].length, Some(FULL));
    }

    #[test]
    fn an_unknown_value_has_no_bar_and_a_negative_one_no_length() {
        assert_eq!(
            bars(&[Bar::default()], None)[0],
            BarGeometry {
                length: None,
                target: None
            }
        );
        assert_eq!(bars(&[bar(-5, None)], None)[0].length, Some(0));
    }

    #[test]
    fn large_amounts_of_money_do_not_overflow() {
        assert_eq!(bars(&[bar(i64::MAX, None)], None)[0].length, Some(FULL));
    }
}
