//! Reading.

use super::connection::{Connection, Purpose};
use super::request::{refused, result_of};
use super::schema::{ATTIC, META, SNAPSHOTS, STORES, SUMMARIES, TAIL};
use super::{area_key, from_js, tail_range};
use crate::model::DivisionCode;
use crate::storage::{AreaSummary, Contents, Index, StorageError, StoredPartition};
use js_sys::Array;
use std::collections::BTreeMap;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbObjectStore, IdbTransaction};

pub(super) async fn index(connection: &Connection) -> Result<Index, StorageError> {
    let transaction = connection.begin(&[META, SUMMARIES], Purpose::Read).await?;
    let summaries = entries(&transaction, SUMMARIES)?;
    let meta = entries(&transaction, META)?;
    Ok(index_of(summaries.await?, meta.await?))
}

/// The index out of what the page read (`boot/boot.js`): keys and values of the summaries, then of what is kept beside
/// them. None when it could not read them.
pub(super) fn index_by_page(answers: JsValue) -> Option<Index> {
    let answers: Array = answers.dyn_into().ok()?;
    let answer = |number| answers.get(number).dyn_into::<Array>().ok();
    let entries = |keys, values| Some(paired(&answer(keys)?, &answer(values)?));
    Some(index_of(entries(0, 1)?, entries(2, 3)?))
}

fn index_of(summaries: Entries, meta: Entries) -> Index {
    let areas = summaries.into_iter().filter_map(|(key, summary)| {
        let area = DivisionCode::new(&key)?;
        Some(AreaSummary { area, summary })
    });
    Index {
        areas: areas.collect(),
        meta: meta.into_iter().collect(),
    }
}

/// Keys and their values.
type Entries = Vec<(String, Vec<u8>)>;

/// Every key of a store with its value; asked for from now on.
fn entries(
    transaction: &IdbTransaction,
    store: &str,
) -> Result<impl Future<Output = Result<Entries, StorageError>> + use<>, StorageError> {
    let store = transaction.object_store(store).map_err(refused)?;
    let keys = result_of(store.get_all_keys().map_err(refused)?);
    let values = result_of(store.get_all().map_err(refused)?);
    Ok(async move { Ok(paired(&list(keys.await?), &list(values.await?))) })
}

fn paired(keys: &Array, values: &Array) -> Entries {
    let entry = |(key, value): (JsValue, JsValue)| Some((key.as_string()?, from_js(&value)));
    keys.iter().zip(values.iter()).filter_map(entry).collect()
}

/// Everything, asked for at once.
pub(super) async fn contents(connection: &Connection) -> Result<Contents, StorageError> {
    let transaction = connection.begin(&STORES, Purpose::Read).await?;
    let snapshots = entries(&transaction, SNAPSHOTS)?;
    let summaries = entries(&transaction, SUMMARIES)?;
    let (meta, attic) = (entries(&transaction, META)?, entries(&transaction, ATTIC)?);
    let tails = transaction.object_store(TAIL).map_err(refused)?;
    let tail_keys = result_of(tails.get_all_keys().map_err(refused)?);
    let tail = result_of(tails.get_all().map_err(refused)?);
    let mut contents = Contents {
        snapshots: by_area(snapshots.await?),
        summaries: by_area(summaries.await?),
        meta: meta.await?.into_iter().collect(),
        attic: attic.await?.into_iter().collect(),
        ..Contents::default()
    };
    // Keys come in their order, which is that of the numbers.
    for (key, entry) in list(tail_keys.await?).iter().zip(list(tail.await?).iter()) {
        let area = list(key).get(0).as_string();
        if let Some(area) = area.and_then(|area| DivisionCode::new(&area)) {
            contents.tail.entry(area).or_default().push(from_js(&entry));
        }
    }
    Ok(contents)
}

fn by_area(entries: Entries) -> BTreeMap<DivisionCode, Vec<u8>> {
    let of_area = |(key, value): (String, Vec<u8>)| Some((DivisionCode::new(&key)?, value));
    entries.into_iter().filter_map(of_area).collect()
}

/// Issues every request first and waits afterwards, so that the browser reads ahead.
pub(super) async fn partitions(
    connection: &Connection,
    areas: &[DivisionCode],
) -> Result<Vec<Option<StoredPartition>>, StorageError> {
    let transaction = connection.begin(&[SNAPSHOTS, TAIL], Purpose::Read).await?;
    let snapshots = transaction.object_store(SNAPSHOTS).map_err(refused)?;
    let tails = transaction.object_store(TAIL).map_err(refused)?;
    let mut asked = Vec::with_capacity(areas.len());
    for area in areas {
        let snapshot = snapshots.get(&area_key(*area)).map_err(refused)?;
        let tail = tail_range(*area)
            .and_then(|range| tails.get_all_with_key(&range))
            .map_err(refused)?;
        asked.push((result_of(snapshot), result_of(tail)));
    }
    let mut partitions = Vec::with_capacity(asked.len());
    for (snapshot, tail) in asked {
        partitions.push(partition(&snapshot.await?, &list(tail.await?)));
    }
    Ok(partitions)
}

fn partition(snapshot: &JsValue, tail: &Array) -> Option<StoredPartition> {
    let there = !snapshot.is_undefined() || tail.length() > 0;
    there.then(|| StoredPartition {
        snapshot: from_js(snapshot),
        tail: tail.iter().map(|entry| from_js(&entry)).collect(),
    })
}

/// The value under a key of a store.
pub(super) async fn value(
    connection: &Connection,
    name: &str,
    key: &JsValue,
) -> Result<Option<Vec<u8>>, StorageError> {
    let request = store(connection, name).await?.get(key).map_err(refused)?;
    let value = result_of(request).await?;
    Ok((!value.is_undefined()).then(|| from_js(&value)))
}

async fn store(connection: &Connection, name: &str) -> Result<IdbObjectStore, StorageError> {
    let transaction = connection.begin(&[name], Purpose::Read).await?;
    transaction.object_store(name).map_err(refused)
}

/// A `getAll` answers with an array.
fn list(answer: JsValue) -> Array {
    answer.unchecked_into()
}
