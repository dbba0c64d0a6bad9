//! What happens to households and their people besides the yearly surveys, topic by topic.

use super::telling::Telling;
use super::{health, linkage, relief, resettlement, school, work};

/// Enters all topics.
pub(super) fn enter(telling: &mut Telling<'_>) {
    work::enter(telling);
    linkage::enter(telling);
    health::enter(telling);
    school::enter(telling);
    resettlement::enter(telling);
    relief::enter(telling);
}
