//! What every store owes the workspace, told once and held against each of them.

use huhuqing::model::DivisionCode;
use huhuqing::storage::{AreaSummary, Batch, Database, StoredPartition};
use std::collections::BTreeMap;
use std::rc::Rc;

/// A place where databases can be opened again and again.
pub trait Disk {
    /// Opens a database the way a new tab does; earlier handles stay as they are.
    async fn open(&self, name: &str) -> Rc<dyn Database>;
}

fn area(code: &str) -> DivisionCode {
    DivisionCode::new(code).unwrap()
}

fn summary(code: &str, bytes: &[u8]) -> AreaSummary {
    AreaSummary {
        area: area(code),
        summary: bytes.into(),
    }
}

fn partition(snapshot: &[u8], tail: &[&[u8]]) -> StoredPartition {
    StoredPartition {
        snapshot: snapshot.into(),
        tail: tail.iter().map(|entry| entry.to_vec()).collect(),
    }
}

async fn loaded(database: &Rc<dyn Database>, code: &str) -> Option<StoredPartition> {
    database.load(vec![area(code)]).await.unwrap().remove(0)
}

const A: &str = "530427203200";
const B: &str = "530427203201";
/// Begins as A does, and must not be taken for a part of it.
const TOWNSHIP: &str = "530427203";

pub async fn an_empty_database_holds_nothing(disk: &impl Disk) {
    let database = disk.open("empty").await;
    assert_eq!(database.index().await.unwrap().areas, []);
    assert_eq!(database.load(vec![area(A), area(B)]).await.unwrap(), [None, None]);
    assert_eq!(database.load(vec![]).await.unwrap(), []);
    assert_eq!(database.meta("device").await.unwrap(), None);
    assert_eq!(database.index().await.unwrap().meta, BTreeMap::new());
    database.write(Batch::new()).await.unwrap();
}

pub async fn what_was_saved_is_there_after_reopening(disk: &impl Disk) {
    let before = disk.open("reopen").await;
    before
        .write(Batch::new().append(area(A), vec![1, 2], vec![9]))
        .await
        .unwrap();
    before
        .write(Batch::new().append(area(A), vec![3], vec![8]))
        .await
        .unwrap();
    drop(before);
    let after = disk.open("reopen").await;
    assert_eq!(loaded(&after, A).await, Some(partition(&[], &[&[1, 2], &[3]])));
    assert_eq!(after.index().await.unwrap().areas, [summary(A, &[8])]);
}

pub async fn the_tail_keeps_the_order_of_saves(disk: &impl Disk) {
    let database = disk.open("order").await;
    for number in 0..12 {
        let batch =
            Batch::new()
                .append(area(A), vec![number], vec![])
                .append(area(B), vec![100 + number], vec![]);
        database
            .write(batch.append(area(A), vec![50 + number], vec![]))
            .await
            .unwrap();
    }
    let tail = loaded(&database, A).await.unwrap().tail;
    let expected: Vec<Vec<u8>> = (0..12)
        .flat_map(|number| [vec![number], vec![50 + number]])
        .collect();
    assert_eq!(tail, expected);
    assert_eq!(loaded(&database, B).await.unwrap().tail.len(), 12);
}

pub async fn saves_that_overlap_are_all_kept(disk: &impl Disk) {
    let database = disk.open("overlap").await;
    let first = database.write(Batch::new().append(area(A), vec![1], vec![1]));
    let second = database.write(Batch::new().append(area(A), vec![2], vec![2]));
    let (first, second) = (first.await, second.await);
    assert_eq!((first, second), (Ok(()), Ok(())));
    assert_eq!(loaded(&database, A).await.unwrap().tail, [[1], [2]]);
    assert_eq!(database.index().await.unwrap().areas, [summary(A, &[2])]);
}

pub async fn replacing_takes_the_tail_away_with_it(disk: &impl Disk) {
    let database = disk.open("replace").await;
    let batch = Batch::new()
        .append(area(A), vec![1], vec![1])
        .append(area(B), vec![2], vec![2]);
    database
        .write(batch.append(area(TOWNSHIP), vec![3], vec![3]))
        .await
        .unwrap();
    let batch = Batch::new()
        .replace(area(TOWNSHIP), vec![30], vec![33])
        .replace(area(A), vec![10], vec![11]);
    database.write(batch.meta("receipt/1", vec![7])).await.unwrap();
    assert_eq!(loaded(&database, TOWNSHIP).await, Some(partition(&[30], &[])));
    assert_eq!(loaded(&database, A).await, Some(partition(&[10], &[])));
    assert_eq!(loaded(&database, B).await, Some(partition(&[], &[&[2]])));
    let areas = database.index().await.unwrap().areas;
    assert_eq!(
        areas,
        [summary(TOWNSHIP, &[33]), summary(A, &[11]), summary(B, &[2])]
    );
    assert_eq!(database.meta("receipt/1").await.unwrap(), Some(vec![7]));
    database
        .write(Batch::new().append(area(A), vec![4], vec![4]))
        .await
        .unwrap();
    assert_eq!(loaded(&database, A).await, Some(partition(&[10], &[&[4]])));
}

/// A county takes in more areas at once than it asks about one by one.
pub async fn replacing_many_areas_takes_every_tail_away(disk: &impl Disk) {
    let database = disk.open("replace_many").await;
    let codes: Vec<String> = (200..220).map(|n| format!("530427203{n}")).collect();
    let with_tails = codes.iter().step_by(3).fold(Batch::new(), |batch, code| {
        batch
            .append(area(code), vec![1], vec![1])
            .append(area(code), vec![2], vec![2])
    });
    let other = "530427204200";
    database
        .write(with_tails.append(area(other), vec![9], vec![9]))
        .await
        .unwrap();
    let all = codes.iter().fold(Batch::new(), |batch, code| {
        batch.replace(area(code), vec![10], vec![11])
    });
    database
        .write(all.append(area(&codes[3]), vec![12], vec![12]))
        .await
        .unwrap();
    for (place, code) in codes.iter().enumerate() {
        let tail: &[&[u8]] = if place == 3 { &[&[12]] } else { &[] };
        assert_eq!(loaded(&database, code).await, Some(partition(&[10], tail)));
    }
    assert_eq!(loaded(&database, other).await, Some(partition(&[], &[&[9]])));
}

pub async fn a_batch_may_replace_and_append_at_once(disk: &impl Disk) {
    let database = disk.open("both").await;
    database
        .write(Batch::new().append(area(A), vec![1], vec![]))
        .await
        .unwrap();
    let batch = Batch::new()
        .append(area(A), vec![3], vec![5])
        .replace(area(A), vec![2], vec![6]);
    database.write(batch).await.unwrap();
    assert_eq!(loaded(&database, A).await, Some(partition(&[2], &[&[3]])));
}

pub async fn partitions_come_in_the_order_asked_for(disk: &impl Disk) {
    let database = disk.open("many").await;
    let batch = Batch::new()
        .replace(area(A), vec![1], vec![])
        .replace(area(B), vec![2; 100_000], vec![]);
    database
        .write(batch.append(area(B), vec![3], vec![]))
        .await
        .unwrap();
    let all = database
        .load(vec![area(B), area(TOWNSHIP), area(A)])
        .await
        .unwrap();
    assert_eq!(
        all,
        [
            Some(partition(&[2; 100_000], &[&[3]])),
            None,
            Some(partition(&[1], &[]))
        ]
    );
}

pub async fn a_removed_area_leaves_nothing_behind(disk: &impl Disk) {
    let database = disk.open("remove").await;
    let batch = Batch::new()
        .replace(area(A), vec![1], vec![1])
        .append(area(A), vec![2], vec![2]);
    database
        .write(batch.replace(area(B), vec![3], vec![3]))
        .await
        .unwrap();
    database.write(Batch::new().remove(area(A))).await.unwrap();
    assert_eq!(loaded(&database, A).await, None);
    assert_eq!(database.index().await.unwrap().areas, [summary(B, &[3])]);
}

pub async fn a_summary_changes_without_its_partition(disk: &impl Disk) {
    let database = disk.open("summary").await;
    database
        .write(Batch::new().replace(area(A), vec![1], vec![1]))
        .await
        .unwrap();
    database
        .write(Batch::new().summary(area(A), vec![2]))
        .await
        .unwrap();
    assert_eq!(loaded(&database, A).await, Some(partition(&[1], &[])));
    assert_eq!(database.index().await.unwrap().areas, [summary(A, &[2])]);
}

pub async fn keys_are_found_by_their_beginning(disk: &impl Disk) {
    let database = disk.open("meta").await;
    let batch = Batch::new()
        .meta("receipt/2", vec![2])
        .meta("receipt/1", vec![1])
        .meta("receipts", vec![0]);
    database.write(batch.meta("收据/1", vec![3])).await.unwrap();
    let index = database.index().await.unwrap();
    let under = |prefix| index.meta_under(prefix).collect::<Vec<_>>();
    assert_eq!(under("receipt/"), [("1", &[1_u8][..]), ("2", &[2])]);
    assert_eq!(under("收"), [("据/1", &[3_u8][..])]);
    assert_eq!(under("receipt/3"), []);
    database
        .write(Batch::new().forget("receipt/1").meta("receipt/2", vec![4]))
        .await
        .unwrap();
    assert_eq!(database.meta("receipt/1").await.unwrap(), None);
    assert_eq!(database.meta("receipt/2").await.unwrap(), Some(vec![4]));
}

pub async fn real_and_demo_records_never_meet(disk: &impl Disk) {
    let (real, demo) = (disk.open("real").await, disk.open("demo").await);
    real.write(
        Batch::new()
            .append(area(A), vec![1], vec![])
            .meta("device", vec![1]),
    )
    .await
    .unwrap();
    assert_eq!(loaded(&demo, A).await, None);
    assert_eq!(demo.meta("device").await.unwrap(), None);
    demo.wipe().await.unwrap();
    assert_eq!(loaded(&real, A).await, Some(partition(&[], &[&[1]])));
}

pub async fn what_is_set_aside_is_read_only_when_asked_for(disk: &impl Disk) {
    let database = disk.open("attic").await;
    let batch = Batch::new()
        .set_aside("undo:1:530427", vec![1, 2])
        .meta("device", vec![7]);
    database.write(batch).await.unwrap();
    assert_eq!(database.aside("undo:1:530427").await.unwrap(), Some(vec![1, 2]));
    assert_eq!(database.aside("device").await.unwrap(), None);
    let index = database.index().await.unwrap();
    assert_eq!(index.meta.keys().collect::<Vec<_>>(), ["device"]);
    let again = disk.open("attic").await;
    assert_eq!(again.aside("undo:1:530427").await.unwrap(), Some(vec![1, 2]));
    again.write(Batch::new().discard("undo:1:530427")).await.unwrap();
    assert_eq!(again.aside("undo:1:530427").await.unwrap(), None);
}

pub async fn wiping_leaves_a_database_that_works(disk: &impl Disk) {
    let database = disk.open("wipe").await;
    let batch = Batch::new()
        .replace(area(A), vec![1], vec![1])
        .append(area(A), vec![2], vec![2]);
    database.write(batch.meta("device", vec![1])).await.unwrap();
    database.wipe().await.unwrap();
    assert_eq!(database.index().await.unwrap().areas, []);
    assert_eq!(loaded(&database, A).await, None);
    assert_eq!(database.index().await.unwrap().meta, BTreeMap::new());
    database
        .write(Batch::new().append(area(A), vec![3], vec![3]))
        .await
        .unwrap();
    assert_eq!(loaded(&database, A).await, Some(partition(&[], &[&[3]])));
}

/// Makes a test of every fact above with `$test` as its attribute; `$run` turns a fact and its future into the body.
macro_rules! every_fact {
    ($run:ident) => {
        $run! {
            an_empty_database_holds_nothing
            what_was_saved_is_there_after_reopening
            the_tail_keeps_the_order_of_saves
            saves_that_overlap_are_all_kept
            replacing_takes_the_tail_away_with_it
            replacing_many_areas_takes_every_tail_away
            a_batch_may_replace_and_append_at_once
            partitions_come_in_the_order_asked_for
            a_removed_area_leaves_nothing_behind
            a_summary_changes_without_its_partition
            keys_are_found_by_their_beginning
            real_and_demo_records_never_meet
            what_is_set_aside_is_read_only_when_asked_for
            wiping_leaves_a_database_that_works
        }
    };
}
pub(crate) use every_fact;
