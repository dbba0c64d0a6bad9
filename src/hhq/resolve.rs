//! `hhq resolve`.

use super::args::ResolveArgs;
use super::failure::Failure;
use super::files::{Together, now, read_together};
use super::history::record;
use super::keys::Keys;
use super::merge::{disclosure, draft, guard};
use super::output::{print, write_file};
use crate::exchange::{self, Contents, Signer};
use crate::journal::rework::{self, Step};
use crate::journal::{Change, Clock, DeviceId, FieldKey, Partition, RecordKey};
use crate::model::{DivisionCode, Id, Kind, Value};
use std::process::ExitCode;

/// Makes the changes that were asked for and writes everything with them.
pub(super) fn run(args: &ResolveArgs) -> Result<ExitCode, Failure> {
    let mut together = read_together(&args.inputs)?;
    if let Some((file, schema)) = together.newer {
        return Err(Failure::Newer(file, schema));
    }
    guard(&args.out)?;
    let changes = changes_of(&together, args)?;
    let made = changes.len();
    for change in changes {
        let area = change.area;
        let partition = together.partitions.entry(area);
        partition.or_insert_with(|| Partition::new(area)).merge([change]);
    }
    if let Some(to) = args.move_to {
        together.scope = together.scope_with(to);
    }
    let partitions: Vec<&Partition> = together.partitions.values().collect();
    let contents = Contents::Detail(&partitions, disclosure(&together));
    let keys = Keys::load(args.inputs.key.as_deref())?;
    let signer = keys.signer();
    let signer = signer.as_ref().map(|sign| sign as Signer<'_>);
    let sealed = exchange::write_signed(&draft(&together), contents, signer).map_err(Failure::Package)?;
    write_file(&args.out, &sealed.bytes)?;
    let note = format!("{}: {made} changes · 条变更\n", args.out.display());
    print(note.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

fn changes_of(together: &Together, args: &ResolveArgs) -> Result<Vec<Change>, Failure> {
    let partition = together.partitions.get(&args.area);
    let partition = partition.ok_or_else(|| Failure::NoArea(args.area.to_string()))?;
    let key = record(&args.record)?;
    let missing = || Failure::NoRecord(args.record.clone());
    if args.step_back.is_none() && !partition.records().contains(key.0, key.1) {
        return Err(missing());
    }
    let author = Id::new(&args.by).map_err(|_| Failure::NoRecord(args.by.clone()))?;
    let mut hand = Hand {
        clock: Clock::new(DeviceId::PROGRAM),
        now: now()?,
        author,
    };
    if let Some(kept) = &args.merge_into {
        let kept = Id::new(kept)
            .ok()
            .filter(|kept| partition.records().contains(key.0, *kept) && *kept != key.1);
        let kept = kept.ok_or_else(missing)?;
        return Ok(hand.carry_out(
            partition,
            rework::merge_into(partition.records(), key.0, kept, key.1),
        ));
    }
    if let Some(to) = args.move_to {
        if key.0 != Kind::Household || to == args.area {
            return Err(missing());
        }
        return Ok(hand.move_household(together, partition, key.1, to));
    }
    if let Some(stamp) = args.step_back {
        let steps = rework::step_back(partition, stamp);
        return match steps.is_empty() {
            true => Err(Failure::NoRecord(stamp.to_string())),
            false => Ok(hand.carry_out(partition, steps)),
        };
    }
    let (field, value) = args.field.as_ref().zip(args.value.as_ref()).ok_or_else(missing)?;
    hand.set(partition, key, field, value)
}

/// Whoever makes changes on the command line.
struct Hand {
    clock: Clock,
    now: u64,
    author: Id,
}

impl Hand {
    fn carry_out(&mut self, partition: &Partition, steps: Vec<Step>) -> Vec<Change> {
        partition.carry_out(&mut self.clock, self.now, self.author, steps)
    }

    /// Sets a field; where its values stand against each other, that settles it.
    fn set(
        &mut self,
        partition: &Partition,
        key: RecordKey,
        field: &str,
        value: &str,
    ) -> Result<Vec<Change>, Failure> {
        let place = key
            .0
            .def()
            .position(field)
            .ok_or_else(|| Failure::NoRecord(field.to_owned()))?;
        let value: Value = serde_json::from_str(value).unwrap_or_else(|_| value.into());
        let field = FieldKey::Known(place as u16);
        let conflict = partition
            .conflicts()
            .into_iter()
            .find(|one| one.record == key && one.field == field);
        Ok(vec![match conflict {
            Some(conflict) => partition.settle(&mut self.clock, self.now, self.author, &conflict, value),
            None => partition.change(&mut self.clock, self.now, self.author, key, vec![(place, value)]),
        }])
    }

    fn move_household(
        &mut self,
        together: &Together,
        from: &Partition,
        household: Id,
        to: DivisionCode,
    ) -> Vec<Change> {
        let kin = rework::household_and_kin(from.records(), household);
        let mut changes = rework::retold(from, &kin, to);
        let mut target = together
            .partitions
            .get(&to)
            .cloned()
            .unwrap_or(Partition::new(to));
        target.merge(changes.iter().cloned());
        changes.extend(self.carry_out(&target, rework::settled_in(&kin, to)));
        changes.extend(self.carry_out(from, rework::out_of_sight(&kin)));
        changes
    }
}
