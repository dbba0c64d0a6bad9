//! Why a move is not made.

use crate::model::{Date, Label};

/// Why a move is not made. Nothing was changed; the labels are those of the states, fields and kinds concerned.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Another state comes first.
    #[error("“{}” comes first", .0.en)]
    Skips(Label),
    /// No way leads from the one to the other.
    #[error("no way leads from “{}” to “{}”", .0.en, .1.en)]
    NoWay(Label, Label),
    /// The record cannot begin there.
    #[error("a record does not begin as “{}”", .0.en)]
    NotFirst(Label),
    /// A state is never taken away.
    #[error("the state cannot be left empty")]
    Blank,
    /// A later step stands.
    #[error("the later step “{}” stands", .0.en)]
    LaterStands(Label),
    /// The field has to be filled in.
    #[error("“{}” has to be filled in", .0.en)]
    Empty(Label),
    /// The field has to say yes.
    #[error("“{}” has to be yes", .0.en)]
    NotYes(Label),
    /// The field has to have one of these values.
    #[error("“{}” does not have a value that fits", .0.en)]
    NotOneOf(Label, Vec<Label>),
    /// A record of that kind has to be there.
    #[error("there is no record under “{}”", .0.en)]
    NoRecord(Label),
    /// A rule does not hold; the label says what it asks.
    #[error("{}", .0.en)]
    Rule(Label),
    /// The day lies before that of an earlier step.
    #[error("the day lies before “{}”, {}", .0.en, .1)]
    TooEarly(Label, Date),
    /// The day lies in the future.
    #[error("the day lies in the future")]
    InFuture,
}
