//! What a command changes, as functions from a person's intention to a batch of changes. No browser, no storage: these
//! are tested natively.

use super::{Batch, NewHelper, NewHousehold, NewMeasure, NewPerson, NewVisit, Profile};
use crate::journal::RecordKey;
use crate::model::*;

/// Makes the record of the person at the tablet.
pub fn introduce(batch: &mut Batch<'_>, profile: &Profile, today: Date) {
    batch.put(&Official {
        id: OfficialId(profile.official),
        name: Some(profile.name.clone()),
        division_code: Some(profile.area),
        active_from: Some(today),
        ..Official::default()
    });
}

/// Adds a household with its head and the head's membership.
pub fn add_household(
    batch: &mut Batch<'_>,
    area: DivisionCode,
    draft: NewHousehold,
    today: Date,
) -> HouseholdId {
    let household = HouseholdId(batch.fresh_id());
    let since = draft.since.unwrap_or(today);
    let registered = draft.registered == Some(true);
    let head_name = draft.head.name.clone();
    let head = add_person(batch, draft.head);
    batch.put(&HouseholdMembership {
        id: HouseholdMembershipId(batch.fresh_id()),
        household_id: Some(household),
        person_id: Some(head),
        start: Some(since),
        relation: Some(RelationToHead::Head),
        ..HouseholdMembership::default()
    });
    let status = if registered {
        PovertyStatus::NotExited
    } else {
        PovertyStatus::NotRegistered
    };
    batch.put(&Household {
        id: household,
        village_code: Some(area),
        head_person_id: Some(head),
        head_name: Some(head_name),
        group_name: draft.group_name,
        registered: draft.registered,
        attribute: draft.attribute,
        main_cause: draft.main_cause,
        poverty_status: draft.registered.map(|_| status),
        first_identified: registered.then(|| YearMonth::of(since)),
        source: Some(SourceKind::Manual),
        ..Household::default()
    });
    if registered {
        batch.put(&HouseholdStatusEvent {
            id: HouseholdStatusEventId(batch.fresh_id()),
            household_id: Some(household),
            kind: Some(StatusEventKind::Identified),
            date: Some(since),
            ..HouseholdStatusEvent::default()
        });
    }
    household
}

/// Adds a person to a household.
pub fn add_member(
    batch: &mut Batch<'_>,
    household: HouseholdId,
    person: NewPerson,
    relation: RelationToHead,
    change_in: MemberChange,
    since: Date,
) -> PersonId {
    let person = add_person(batch, person);
    batch.put(&HouseholdMembership {
        id: HouseholdMembershipId(batch.fresh_id()),
        household_id: Some(household),
        person_id: Some(person),
        start: Some(since),
        relation: Some(relation),
        change_in: Some(change_in),
        ..HouseholdMembership::default()
    });
    person
}

fn add_person(batch: &mut Batch<'_>, draft: NewPerson) -> PersonId {
    let id = PersonId(batch.fresh_id());
    let number = draft.id_number.filter(|number| !number.is_empty());
    batch.put(&Person {
        id,
        name: Some(draft.name),
        id_doc_type: number.as_ref().map(|_| IdDocType::ResidentId),
        id_number: number,
        sex: draft.sex,
        birth_date: draft.birth_date,
        ethnic: draft.ethnic,
        phone: draft.phone,
        ..Person::default()
    });
    id
}

/// Ends a person's time in the household on that day.
pub fn end_membership(
    batch: &mut Batch<'_>,
    membership: HouseholdMembershipId,
    day: Date,
    why: MemberChange,
) {
    batch.update::<HouseholdMembership>(membership, |membership| {
        membership.end = Some(day);
        membership.change_out = Some(why);
    });
}

/// Records a visit by the person at the tablet.
pub fn add_visit(
    batch: &mut Batch<'_>,
    profile: &Profile,
    household: HouseholdId,
    visit: NewVisit,
) -> VisitId {
    let id = VisitId(batch.fresh_id());
    batch.put(&Visit {
        id,
        target_kind: Some(VisitTarget::Household),
        target_code: Some(batch.partition().area()),
        household_id: Some(household),
        date: Some(visit.date),
        official_id: Some(OfficialId(profile.official)),
        official_name: Some(profile.name.clone()),
        purpose: Some(visit.purpose),
        problems_found: (!visit.problems_found.is_empty()).then_some(visit.problems_found),
        problems_solved: visit.problems_solved,
        followups: (!visit.followups.is_empty()).then_some(visit.followups),
        ..Visit::default()
    });
    id
}

/// Records a measure for a household.
pub fn add_measure(batch: &mut Batch<'_>, household: HouseholdId, draft: NewMeasure) -> SupportMeasureId {
    let id = SupportMeasureId(batch.fresh_id());
    batch.put(&SupportMeasure {
        id,
        household_id: Some(household),
        year: Some(draft.year),
        category: Some(draft.category),
        content: Some(draft.content),
        state: Some(draft.state),
        input_county: draft.input_county,
        ..SupportMeasure::default()
    });
    id
}

/// Gives a household a helper; an earlier one ends the day the new one starts.
pub fn assign_helper(batch: &mut Batch<'_>, household: HouseholdId, draft: NewHelper) -> HelperAssignmentId {
    let open: Vec<HelperAssignment> = batch
        .partition()
        .records()
        .helper_assignments
        .iter()
        .filter(|assignment| assignment.household_id == Some(household) && assignment.end.is_none())
        .cloned()
        .collect();
    for assignment in open {
        batch.put(&HelperAssignment {
            end: Some(draft.start),
            ..assignment
        });
    }
    let official = known_official(batch, &draft).unwrap_or_else(|| add_official(batch, &draft));
    let id = HelperAssignmentId(batch.fresh_id());
    batch.put(&HelperAssignment {
        id,
        household_id: Some(household),
        official_id: Some(official),
        helper_name: Some(draft.name),
        unit_name: draft.unit,
        phone: draft.phone,
        start: Some(draft.start),
        ..HelperAssignment::default()
    });
    id
}

fn known_official(batch: &Batch<'_>, draft: &NewHelper) -> Option<OfficialId> {
    let same = |official: &&Official| {
        official.name.as_deref() == Some(&*draft.name)
            && (draft.unit.is_none() || official.unit_name == draft.unit)
    };
    batch
        .partition()
        .records()
        .officials
        .iter()
        .find(same)
        .map(|official| official.id)
}

fn add_official(batch: &mut Batch<'_>, draft: &NewHelper) -> OfficialId {
    let id = OfficialId(batch.fresh_id());
    batch.put(&Official {
        id,
        name: Some(draft.name.clone()),
        unit_name: draft.unit.clone(),
        posts: Some(vec![PostKind::Helper]),
        division_code: Some(batch.partition().area()),
        phone: draft.phone.clone(),
        active_from: Some(draft.start),
        ..Official::default()
    });
    id
}

/// Moves a household in the register: the event, and the status and years that follow from it.
pub fn change_status(
    batch: &mut Batch<'_>,
    household: HouseholdId,
    kind: StatusEventKind,
    day: Date,
    reason: Option<String>,
) {
    let year = day.year();
    batch.put(&HouseholdStatusEvent {
        id: HouseholdStatusEventId(batch.fresh_id()),
        household_id: Some(household),
        kind: Some(kind.clone()),
        date: Some(day),
        reason_text: reason,
        ..HouseholdStatusEvent::default()
    });
    let latest = latest_event(batch.partition().records(), household).is_none_or(|date| date <= day);
    if !latest {
        return;
    }
    batch.update::<Household>(household, |household| match kind {
        StatusEventKind::Exited => {
            household.poverty_status = Some(PovertyStatus::ExitedWithPolicy);
            household.exit_year = Some(year);
        }
        StatusEventKind::Returned => {
            household.poverty_status = Some(PovertyStatus::Returned);
            household.returned_year = Some(year);
        }
        StatusEventKind::Identified | StatusEventKind::ReIdentified => {
            household.registered = Some(true);
            household.poverty_status = Some(PovertyStatus::NotExited);
            household.first_identified = household.first_identified.or(Some(YearMonth::of(day)));
        }
        StatusEventKind::Deregistered => household.poverty_status = Some(PovertyStatus::NotRegistered),
        _ => {}
    });
}

fn latest_event(records: &Records, household: HouseholdId) -> Option<Date> {
    let own = records
        .status_events
        .iter()
        .filter(|event| event.household_id == Some(household));
    own.filter_map(|event| event.date).max()
}

/// Sets one field; a year record that was not there is made with its natural key.
pub fn set_field(batch: &mut Batch<'_>, key: RecordKey, place: usize, value: Value) {
    let (kind, id) = key;
    if !batch.partition().records().contains(kind, id) {
        begin_year_record(batch, kind, id);
    }
    batch.set(key, place, value);
}

/// The identifier of a year record tells whom it is about and the year.
fn begin_year_record(batch: &mut Batch<'_>, kind: Kind, id: Id) {
    let told = kind.natural_key().and_then(|key| key.read(id));
    let fields = told.into_iter().flatten();
    let fields: Vec<(usize, Value)> = fields
        .filter_map(|(field, value)| Some((kind.def().position(field)?, value)))
        .collect();
    if !fields.is_empty() {
        batch.set_all((kind, id), fields);
    }
}

/// Begins a record of any kind with those values. A record that has the same natural key is gone on with, and brought
/// back if it was deleted; none when a part of the natural key is missing.
pub fn begin_record(
    batch: &mut Batch<'_>,
    kind: Kind,
    area: DivisionCode,
    values: Vec<(usize, Value)>,
) -> Option<Id> {
    let mut fields = kind.told(area);
    fields.retain(|(place, _)| !values.iter().any(|(own, _)| own == place));
    fields.extend(values.into_iter().filter(|(_, value)| !value.is_null()));
    let id = match kind.natural_key() {
        _ if kind == Kind::Division => area_below(area, batch.fresh_id(), &mut fields),
        Some(_) => kind.id_of(&fields)?,
        None => batch.fresh_id(),
    };
    let known = batch.partition().records().with_row(kind, id, |row| {
        fields.retain(|(place, value)| row.get(*place) != *value);
        row.deleted
    });
    if known == Some(true) {
        batch.delete((kind, id), false);
    }
    if !fields.is_empty() {
        batch.set_all((kind, id), fields);
    }
    Some(id)
}

/// The code of a natural village or a group: the village's, the letter of what it is, and characters of chance, because two
/// tablets that number theirs on their own would give two places one code.
fn area_below(village: DivisionCode, fresh: Id, fields: &mut Vec<(usize, Value)>) -> Id {
    let place = |field: &str| Division::DEF.position(field);
    let is_kind =
        |(at, value): &(usize, Value)| Some(*at) == place("kind") && value.as_text() == Some("group");
    let (letter, level) = match fields.iter().any(is_kind) {
        true => ("G", DivisionLevel::Group),
        false => ("N", DivisionLevel::NaturalVillage),
    };
    let told = [("level", level.id()), ("parent_code", village.as_str())];
    fields.extend(
        told.into_iter()
            .filter_map(|(field, value)| Some((place(field)?, value.into()))),
    );
    let digits = fresh.as_str();
    let chance = &digits[digits.len().saturating_sub(6)..];
    Id::joined(&[village.as_str(), &format!("{letter}{chance}")])
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::journal::{Clock, DeviceId, Partition};

    const NOW: u64 = 1_543_371_243_123;

    fn day(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    fn village() -> DivisionCode {
        DivisionCode::new("530427203200").unwrap()
    }

    /// Runs an intention and folds its changes, as the workspace does.
    fn run<T>(partition: &mut Partition, intention: impl FnOnce(&mut Batch<'_>) -> T) -> T {
        let mut clock = Clock::new(DeviceId::from_chance(7));
        let counter = std::cell::Cell::new(partition.changes().len() as u64 * 1000);
        let chance = move || counter.replace(counter.get() + 1);
        let mut batch = Batch::new(partition, &mut clock, NOW, Id::new("o1").unwrap(), &chance);
        let outcome = intention(&mut batch);
        let changes = batch.into_changes();
        partition.merge(changes);
        outcome
    }

    fn with_household() -> (Partition, HouseholdId) {
        let mut partition = Partition::new(village());
        let draft = NewHousehold {
            head: NewPerson {
                name: "普小明".into(),
                ..NewPerson::default()
            },
            registered: Some(true),
            ..NewHousehold::default()
        };
        let id = run(&mut partition, |batch| {
            add_household(batch, village(), draft, day("2018-03-01"))
        });
        (partition, id)
    }

    #[test]
    fn a_record_is_begun_once_whoever_begins_it_again() {
        let (mut partition, household) = with_household();
        let place = |kind: Kind, field: &str| kind.def().position(field).unwrap();
        let kind = Kind::VillageYear;
        let values = || vec![(place(kind, "year"), Value::Int(2019))];
        let begin = |batch: &mut Batch<'_>| begin_record(batch, kind, village(), values());
        let id = run(&mut partition, begin).unwrap();
        assert_eq!(id.as_str(), "530427203200-2019");
        assert_eq!(run(&mut partition, begin), Some(id));
        assert_eq!(partition.changes_of(kind, id).count(), 1);
        run(&mut partition, |batch| batch.delete((kind, id), true));
        run(&mut partition, begin);
        assert!(partition.records().contains(kind, id));

        let kind = Kind::DangerousHouse;
        let about = vec![(place(kind, "household_id"), household.as_str().into())];
        let first = run(&mut partition, |batch| {
            begin_record(batch, kind, village(), about.clone())
        });
        let second = run(&mut partition, |batch| {
            begin_record(batch, kind, village(), about)
        });
        assert_ne!(first, second);
    }

    #[test]
    fn a_natural_village_gets_a_code_below_its_village() {
        let (mut partition, _) = with_household();
        let place = |field: &str| Kind::Division.def().position(field).unwrap();
        let mut begin = |name: &str, kind: &str| {
            let values = vec![(place("name"), name.into()), (place("kind"), kind.into())];
            let id = run(&mut partition, |batch| {
                begin_record(batch, Kind::Division, village(), values)
            });
            DivisionCode::new(id.unwrap().as_str()).unwrap()
        };
        let (upper, group) = (begin("上寨", "natural_village"), begin("一组", "group"));
        assert!(upper.within(village()) && !upper.is_partition());
        assert!(upper.as_str().starts_with("530427203200-N") && group.as_str().starts_with("530427203200-G"));
        assert_eq!(upper.parent(), Some(village()));
        let row = partition.records().divisions.get(upper.id()).unwrap();
        assert_eq!(
            (row.name.as_deref(), row.parent_code),
            (Some("上寨"), Some(village()))
        );
        assert_eq!(row.level, Some(DivisionLevel::NaturalVillage));
    }

    #[test]
    fn a_record_without_its_key_is_not_begun() {
        let (mut partition, _) = with_household();
        let outcome = run(&mut partition, |batch| {
            begin_record(batch, Kind::DoctorService, village(), vec![])
        });
        assert_eq!(outcome, None);
    }

    #[test]
    fn the_year_of_any_subject_is_begun_by_its_first_field() {
        let (mut partition, _) = with_household();
        let kind = Kind::BenefitLinkageYear;
        let id = Id::new("l1-2019").unwrap();
        run(&mut partition, |batch| {
            set_field(batch, (kind, id), 2, Value::Null)
        });
        let year = partition.records().benefit_linkage_years.get(id).unwrap();
        assert_eq!(
            (year.linkage_id.unwrap().as_str(), year.year),
            ("l1", Some(Year(2019)))
        );
    }

    #[test]
    fn a_new_household_has_its_head_membership_and_first_event() {
        let (partition, id) = with_household();
        let records = partition.records();
        let household = records.households.get(id).unwrap();
        assert_eq!(household.head_name.as_deref(), Some("普小明"));
        assert_eq!(household.poverty_status, Some(PovertyStatus::NotExited));
        assert_eq!(records.memberships.len(), 1);
        assert_eq!(
            records
                .persons
                .get(household.head_person_id.unwrap())
                .unwrap()
                .name
                .as_deref(),
            Some("普小明")
        );
        assert_eq!(
            records.status_events.iter().next().unwrap().kind,
            Some(StatusEventKind::Identified)
        );
    }

    #[test]
    fn an_exit_sets_status_and_year_with_the_event() {
        let (mut partition, id) = with_household();
        run(&mut partition, |b| {
            change_status(b, id, StatusEventKind::Exited, day("2018-12-01"), None)
        });
        let household = partition.records().households.get(id).unwrap();
        assert_eq!(household.poverty_status, Some(PovertyStatus::ExitedWithPolicy));
        assert_eq!(household.exit_year, Some(Year(2018)));
    }

    #[test]
    fn an_event_entered_late_does_not_overrule_a_later_one() {
        let (mut partition, id) = with_household();
        run(&mut partition, |b| {
            change_status(b, id, StatusEventKind::Returned, day("2019-06-01"), None)
        });
        run(&mut partition, |b| {
            change_status(b, id, StatusEventKind::Exited, day("2018-12-01"), None)
        });
        let household = partition.records().households.get(id).unwrap();
        assert_eq!(household.poverty_status, Some(PovertyStatus::Returned));
        assert_eq!(partition.records().status_events.len(), 3);
    }

    #[test]
    fn a_new_helper_ends_the_time_of_the_earlier_one() {
        let (mut partition, id) = with_household();
        let helper = |name: &str, start| NewHelper {
            name: name.into(),
            unit: None,
            phone: None,
            start: day(start),
        };
        run(&mut partition, |b| {
            assign_helper(b, id, helper("李一", "2018-01-01"))
        });
        run(&mut partition, |b| {
            assign_helper(b, id, helper("李二", "2018-07-01"))
        });
        let ends: Vec<_> = partition
            .records()
            .helper_assignments
            .iter()
            .map(|a| a.end)
            .collect();
        assert_eq!(ends.iter().filter(|end| end.is_none()).count(), 1);
        assert!(ends.contains(&Some(day("2018-07-01"))));
    }

    #[test]
    fn the_first_field_of_a_year_makes_the_year_record_with_its_key() {
        let (mut partition, id) = with_household();
        let year = HouseholdYearId::of(id, Year(2018));
        let place = HouseholdYear::DEF.position("food_assured").unwrap();
        run(&mut partition, |b| {
            set_field(b, (Kind::HouseholdYear, year.into()), place, Value::Bool(true))
        });
        let record = partition.records().household_years.get(year).unwrap();
        assert_eq!(
            (record.household_id, record.year, record.food_assured),
            (Some(id), Some(Year(2018)), Some(true))
        );
    }
}
