//! A save waits for the disk and not for its figures: these are kept a moment later, or made anew at the next opening.

use super::*;
use crate::indicators::Scored;
use futures::future::join3;

/// The village's figures as the disk has them.
fn on_the_disk(device: &Device) -> Summary {
    let database = device.disk.open(Edition::Real.database());
    let index = block_on(database.index()).unwrap();
    let kept = index
        .areas
        .iter()
        .find(|kept| kept.area == area(VILLAGE))
        .unwrap();
    Summary::from_bytes(area(VILLAGE), &kept.summary, crate::indicators::unreported).unwrap()
}

fn shown(workspace: &Workspace) -> Summary {
    (*workspace.summaries().get_untracked()[&area(VILLAGE)]).clone()
}

fn households(summary: &Summary) -> i64 {
    let registered = crate::indicators::figure("IND-POV-01").unwrap();
    summary.scored.card.tally(registered).num
}

#[test]
fn figures_are_right_with_a_save_and_kept_once_for_all_saves_of_a_moment() {
    Root::new().with(|| {
        let (device, workspace, _) = village();
        device.rest();
        block_on(workspace.add_household(area(VILLAGE), household("普小花"))).unwrap();
        block_on(workspace.add_household(area(VILLAGE), household("白小红"))).unwrap();
        let now = shown(&workspace);
        assert_eq!((now.households, households(&now)), (3, 3));
        let kept = on_the_disk(&device);
        assert_ne!(
            kept.basis.digest, now.basis.digest,
            "what is kept does not pass for these"
        );
        assert_eq!(kept.size(), now.size());
        assert_eq!(
            device.soon.borrow().len(),
            1,
            "two saves, and the figures are kept once"
        );
        device.rest();
        let kept = on_the_disk(&device);
        assert_eq!((kept.basis, kept.size()), (now.basis, now.size()));
        assert_eq!(kept.scored.card, now.scored.card);
        assert!(device.soon.borrow().is_empty());
        block_on(workspace.add_household(area(VILLAGE), household("李小花"))).unwrap();
        assert_eq!(device.soon.borrow().len(), 1, "the next save has its own");
    });
}

#[test]
fn a_tab_that_is_gone_before_figures_are_kept_leaves_them_to_the_next_opening() {
    Root::new().with(|| {
        let (device, workspace, id) = village();
        device.rest();
        leave_the_register(&workspace, id);
        let before = shown(&workspace);
        device.soon.borrow_mut().clear();
        assert_eq!(figure(&device.start(), "IND-POV-02", VILLAGE), 0);
        let kept = on_the_disk(&device);
        assert_eq!((kept.basis, kept.scored.card), (before.basis, before.scored.card));
    });
}

#[test]
fn who_takes_over_from_a_tab_that_is_gone_makes_its_figures_anew() {
    Root::new().with(|| {
        let (device, workspace, id) = village();
        let reader = Device {
            writer: false,
            when_free: Rc::default(),
            soon: Rc::default(),
            ..device.clone()
        };
        let second = reader.start();
        leave_the_register(&workspace, id);
        assert_eq!(
            figure(&second, "IND-POV-02", VILLAGE),
            1,
            "as it was when it opened"
        );
        block_on(second.reopen(Edition::Real));
        assert_eq!(figure(&second, "IND-POV-02", VILLAGE), 0);
    });
}

#[test]
fn a_day_chosen_before_figures_are_kept_keeps_those_of_that_day() {
    Root::new().with(|| {
        let (device, workspace, _) = village();
        block_on(workspace.set_as_of(day("2017-12-31"))).unwrap();
        device.rest();
        let (kept, now) = (on_the_disk(&device), shown(&workspace));
        assert_eq!((kept.basis, kept.scored.card), (now.basis, now.scored.card));
        assert_eq!(kept.basis.as_of, day("2017-12-31"));
    });
}

#[test]
fn a_day_chosen_while_a_save_fails_has_no_figures_of_what_was_not_saved() {
    Root::new().with(|| {
        let (device, workspace, _) = village();
        device.rest();
        let full = device.hold_next(Fault::Full);
        let save = workspace.add_household(area(VILLAGE), household("白小红"));
        let other_day = day("2018-12-30");
        let choose = workspace.set_as_of(other_day);
        let meanwhile = async { full.send(()) };
        let (saved, chosen, released) = block_on(join3(save, choose, meanwhile));
        assert!(matches!(saved, Err(CommandError::Storage(StorageError::Full))));
        assert_eq!((chosen, released), (Ok(()), Ok(())));
        device.rest();
        let (kept, now) = (on_the_disk(&device), shown(&workspace));
        assert_eq!((now.basis.as_of, households(&now)), (other_day, 1));
        assert_eq!((kept.basis, kept.scored.card), (now.basis, now.scored.card));
        assert_eq!(names(&workspace, VILLAGE), ["普小明"]);
    });
}

#[test]
fn figures_that_find_no_room_cost_nothing_that_was_saved() {
    Root::new().with(|| {
        let (device, workspace, _) = village();
        device.fail_next(Fault::Full);
        device.rest();
        assert!(matches!(
            workspace.save_state().get_untracked(),
            SaveState::Saved(_)
        ));
        assert_eq!(workspace.phase().get_untracked(), Phase::Ready);
        let again = device.start();
        assert_eq!(names(&again, VILLAGE), ["普小明"]);
        assert_eq!(figure(&again, "IND-POV-01", VILLAGE), 1);
    });
}

#[test]
fn a_register_that_is_locked_meanwhile_keeps_nothing_and_opens_with_its_figures() {
    Root::new().with(|| {
        let (device, workspace, _) = village();
        device.rest();
        let passphrase = "春眠不觉晓处处闻啼鸟";
        block_on(workspace.set_passphrase(passphrase)).unwrap();
        block_on(workspace.add_household(area(VILLAGE), household("白小红"))).unwrap();
        block_on(workspace.lock());
        device.rest();
        block_on(workspace.unlock(passphrase)).unwrap();
        assert_eq!(figure(&workspace, "IND-POV-01", VILLAGE), 2);
    });
}

#[test]
fn saves_one_after_the_other_leave_the_figures_that_the_records_give() {
    Root::new().with(|| {
        let (device, workspace, id) = village();
        let is_right = |after: &str| {
            let records = workspace.state.areas.get_untracked()[&area(VILLAGE)].clone();
            let facts = workspace.state.facts.get_untracked();
            let anew = Scored::of(area(VILLAGE), &records, &facts, shown(&workspace).basis.as_of);
            assert_eq!(shown(&workspace).scored.card, anew.card, "{after}");
        };
        block_on(workspace.add_household(area(VILLAGE), household("普小花"))).unwrap();
        is_right("a household");
        leave_the_register(&workspace, id);
        is_right("its status");
        block_on(workspace.set_as_of(day("2017-12-31"))).unwrap();
        is_right("another day");
        device.rest();
        device.fail_next(Fault::Full);
        let failed = block_on(workspace.add_household(area(VILLAGE), household("白小红")));
        assert!(failed.is_err());
        is_right("a save that failed");
        block_on(workspace.add_household(area(VILLAGE), household("李小花"))).unwrap();
        is_right("the next one");
        assert_eq!(shown(&workspace).households, 3);
    });
}
