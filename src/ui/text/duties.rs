//! Words of duties.
use super::texts;
texts! {
    title "履职" "Duties";
}
