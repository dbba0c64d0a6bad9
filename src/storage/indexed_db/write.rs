//! Writing: one strict transaction each.

use super::connection::{Connection, Purpose};
use super::numbers::Numbers;
use super::request::{end_of, refused, result_of};
use super::schema::{ATTIC, META, SNAPSHOTS, STORES, SUMMARIES, TAIL};
use super::{area_key, area_of_tail, tail_key, tail_range, to_js};
use crate::model::DivisionCode;
use crate::storage::{Batch, Contents, Placed, StorageError};
use js_sys::Array;
use std::collections::{BTreeMap, BTreeSet};
use wasm_bindgen::JsValue;
use web_sys::{IdbObjectStore, IdbTransaction};

/// So many areas are worth asking first which of them have a tail.
const WORTH_A_QUESTION: usize = 8;

pub(super) async fn batch(
    connection: &Connection,
    numbers: &Numbers,
    batch: &Batch,
    entry: &Placed,
) -> Result<(), StorageError> {
    if batch.is_empty() {
        return Ok(());
    }
    let known = numbers.take(batch);
    let outcome = match attempt(connection, &known, batch, entry).await {
        // A number was taken after all, perhaps: it is asked for.
        Err(StorageError::Failed(_)) if !known.is_empty() => {
            attempt(connection, &BTreeMap::new(), batch, entry).await
        }
        outcome => outcome,
    };
    numbers.note(batch, &outcome?);
    Ok(())
}

/// Writes the batch or nothing of it; gives the numbers of its tail entries.
async fn attempt(
    connection: &Connection,
    known: &BTreeMap<DivisionCode, u32>,
    batch: &Batch,
    entry: &Placed,
) -> Result<Vec<u32>, StorageError> {
    let transaction = connection.begin(&STORES, Purpose::Write).await?;
    let end = end_of(&transaction);
    let issued = issue(&transaction, known, batch, entry).await;
    let Issued { given, added } = or_abort(&transaction, issued)?;
    end.await?;
    // A browser was seen to end a transaction well that was told to commit and of which an entry had been refused.
    for entry in added {
        entry.await?;
    }
    Ok(given)
}

/// What was asked of a transaction.
struct Issued<A> {
    /// The numbers of its tail entries.
    given: Vec<u32>,
    /// What becomes of each of these.
    added: Vec<A>,
}

/// Empties every store and fills it anew.
pub(super) async fn contents(connection: &Connection, with: &Contents) -> Result<(), StorageError> {
    let transaction = connection.begin(&STORES, Purpose::Write).await?;
    let end = end_of(&transaction);
    or_abort(&transaction, refill(&transaction, with).map_err(refused))?;
    end.await
}

fn refill(transaction: &IdbTransaction, with: &Contents) -> Result<(), JsValue> {
    let cleared = |name: &str| {
        let store = transaction.object_store(name)?;
        store.clear()?;
        Ok::<_, JsValue>(store)
    };
    for (name, areas) in [(SNAPSHOTS, &with.snapshots), (SUMMARIES, &with.summaries)] {
        let store = cleared(name)?;
        for (area, value) in areas {
            store.put_with_key(&to_js(value), &area_key(*area))?;
        }
    }
    for (name, values) in [(META, &with.meta), (ATTIC, &with.attic)] {
        let store = cleared(name)?;
        for (key, value) in values {
            store.put_with_key(&to_js(value), &key.into())?;
        }
    }
    let tails = cleared(TAIL)?;
    for (area, tail) in &with.tail {
        for (number, entry) in (0..).zip(tail) {
            tails.add_with_key(&to_js(entry), &tail_key(*area, number))?;
        }
    }
    Ok(())
}

/// What was asked before a request was refused would be committed: it is undone instead.
fn or_abort<T>(transaction: &IdbTransaction, issued: Result<T, StorageError>) -> Result<T, StorageError> {
    let issued = issued.inspect_err(|_| {
        let _already_over = transaction.abort();
    })?;
    commit_now(transaction);
    Ok(issued)
}

/// Spares the turn that the browser waits to see whether more is asked.
#[expect(
    deprecated,
    reason = "the standard has it; web-sys is made from a description older than the method"
)]
fn commit_now(transaction: &IdbTransaction) {
    let _ends_by_itself = transaction.commit();
}

async fn issue(
    transaction: &IdbTransaction,
    known: &BTreeMap<DivisionCode, u32>,
    batch: &Batch,
    entry: &Placed,
) -> Result<Issued<impl Future<Output = Result<JsValue, StorageError>> + use<>>, StorageError> {
    let tails = transaction.object_store(TAIL).map_err(refused)?;
    let numbers = tail_numbers(&tails, known, batch).await?;
    let placed = batch.tail.iter().zip(&numbers);
    let placed = placed.map(|((area, changes), number)| {
        let written = entry(*area, *number, changes.clone())?;
        Ok((tail_key(*area, *number), written))
    });
    let placed: Vec<(JsValue, Vec<u8>)> = placed.collect::<Result<_, StorageError>>()?;
    let with_tails = areas_with_tails(&tails, batch).await?;
    let mut added = Vec::with_capacity(placed.len());
    let mut put = || -> Result<(), JsValue> {
        let snapshots = transaction.object_store(SNAPSHOTS)?;
        let summaries = transaction.object_store(SUMMARIES)?;
        for (area, snapshot) in &batch.snapshots {
            if with_tails.contains(area.as_str()) {
                tails.delete(&tail_range(*area)?)?;
            }
            put_or_delete(&snapshots, &area_key(*area), snapshot.as_deref())?;
            if snapshot.is_none() {
                summaries.delete(&area_key(*area))?;
            }
        }
        for (key, entry) in &placed {
            // A number that is taken after all fails the write rather than losing an entry.
            added.push(result_of(tails.add_with_key(&to_js(entry), key)?));
        }
        for (area, summary) in &batch.summaries {
            summaries.put_with_key(&to_js(summary), &area_key(*area))?;
        }
        let meta = transaction.object_store(META)?;
        let mut entries = batch.meta.iter();
        entries.try_for_each(|(key, value)| put_or_delete(&meta, &key.into(), value.as_deref()))?;
        let attic = transaction.object_store(ATTIC)?;
        let mut entries = batch.attic.iter();
        entries.try_for_each(|(key, value)| put_or_delete(&attic, &key.into(), value.as_deref()))
    };
    put().map_err(refused)?;
    Ok(Issued {
        given: numbers,
        added,
    })
}

/// The areas whose tails may have to go. When many areas are written, as when a county takes in its packages, one question
/// spares a request for each that has none.
async fn areas_with_tails(tails: &IdbObjectStore, batch: &Batch) -> Result<BTreeSet<String>, StorageError> {
    if batch.snapshots.len() < WORTH_A_QUESTION {
        return Ok(batch.snapshots.keys().map(ToString::to_string).collect());
    }
    let keys = result_of(tails.get_all_keys().map_err(refused)?).await?;
    Ok(Array::from(&keys)
        .iter()
        .filter_map(|key| area_of_tail(&key))
        .collect())
}

/// The number of each new tail entry: entries only go all at once, so an area's next number is how many it has, where it is
/// not known.
async fn tail_numbers(
    tails: &IdbObjectStore,
    known: &BTreeMap<DivisionCode, u32>,
    batch: &Batch,
) -> Result<Vec<u32>, StorageError> {
    let mut counts = BTreeMap::new();
    let mut next: BTreeMap<DivisionCode, u32> = BTreeMap::new();
    for (area, _) in &batch.tail {
        if batch.snapshots.contains_key(area) {
            continue;
        }
        if let Some(number) = known.get(area) {
            next.insert(*area, *number);
        } else if !counts.contains_key(area) {
            let count = tail_range(*area).and_then(|range| tails.count_with_key(&range));
            counts.insert(*area, result_of(count.map_err(refused)?));
        }
    }
    for (area, count) in counts {
        next.insert(area, count.await?.as_f64().unwrap_or_default() as u32);
    }
    let number = |(area, _): &(DivisionCode, Vec<u8>)| {
        let number = next.entry(*area).or_default();
        *number += 1;
        *number - 1
    };
    Ok(batch.tail.iter().map(number).collect())
}

fn put_or_delete(store: &IdbObjectStore, key: &JsValue, value: Option<&[u8]>) -> Result<(), JsValue> {
    match value {
        Some(value) => store.put_with_key(&to_js(value), key).map(drop),
        None => store.delete(key).map(drop),
    }
}
