//! What ledgers are made from: the records of the area and below, the county's, and the day.

use crate::ledgers::Scope;
use crate::model::DivisionCode;
use crate::plan::divisions::COUNTY;
use crate::workspace::Workspace;
use leptos::prelude::*;

/// Follows the records that an area's ledgers are made from; what `make` gives of them, and none while they are being read.
pub fn made_of<T: Send + Sync + 'static>(
    workspace: Workspace,
    area: DivisionCode,
    make: impl Fn(&Scope<'_>) -> T + Send + Sync + 'static,
) -> Memo<Option<T>> {
    let (registers, county) = (workspace.registers_within(area), workspace.county_records());
    let (facts, as_of) = (workspace.facts(), workspace.as_of());
    Memo::new_with_compare(
        move |_| {
            let (parts, county) = (registers.get()?, county.get());
            let (facts, as_of) = (facts.get(), as_of.get());
            let county = DivisionCode::new(COUNTY).zip(county.as_deref());
            let own = parts.iter().map(|(code, records)| (*code, &**records));
            let scope = Scope::new(area, county.into_iter().chain(own), as_of, &facts);
            Some(make(&scope))
        },
        |_, _| true,
    )
}
