//! Packages on their way from their counters to the page.

use super::Incoming;
use super::counter::Counter;
use super::desk::Taken;
use crate::workspace::CommandError;
use futures::future::{FutureExt as _, LocalBoxFuture, Shared, try_join_all};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Packages that are fetched from a helper in one go.
const AN_ARMFUL: usize = 32;

/// What packages give, by the place of the file.
pub type Packages = BTreeMap<usize, Vec<Taken>>;

/// Packages on their way from their counters to the page. It is begun while a person looks at the preview, so that nobody
/// waits for it afterwards; once they are here the helpers are gone.
#[derive(Clone)]
pub struct Fetching(Shared<LocalBoxFuture<'static, Fetched>>);

/// What has come; whoever is first takes it.
type Fetched = Rc<RefCell<Result<Packages, CommandError>>>;

impl Fetching {
    /// Has packages come. They come in armfuls, so that the next is put together while one is looked at.
    pub(in crate::workspace) fn of<'a>(incoming: impl IntoIterator<Item = &'a mut Incoming>) -> Self {
        let mut counters: Vec<(Rc<Counter>, Vec<usize>)> = Vec::new();
        for one in incoming {
            let Some(counter) = one.counter.take() else {
                continue;
            };
            let own = counters.iter_mut().find(|(own, _)| Rc::ptr_eq(own, &counter));
            match own {
                Some((_, places)) => places.push(one.place),
                None => counters.push((counter, vec![one.place])),
            }
        }
        let fetch = async move {
            let armfuls = counters
                .iter()
                .flat_map(|(counter, places)| places.chunks(AN_ARMFUL).map(move |some| (counter, some)));
            let fetched = armfuls.map(async |(counter, places)| {
                let packages = counter.take(places.to_vec()).await?;
                Ok::<_, CommandError>(places.iter().copied().zip(packages).collect::<Vec<_>>())
            });
            let fetched = try_join_all(fetched).await;
            let fetched = fetched.map(|armfuls| armfuls.into_iter().flatten().collect());
            Rc::new(RefCell::new(fetched))
        };
        Self(fetch.boxed_local().shared())
    }

    /// Waits until they are here and leaves them for whoever takes them.
    pub(in crate::workspace) async fn come(self) {
        self.0.await;
    }

    /// The packages, once they are here.
    pub(in crate::workspace) async fn packages(self) -> Result<Packages, CommandError> {
        self.0.await.replace(Ok(Packages::new()))
    }
}

impl Default for Fetching {
    fn default() -> Self {
        Self::of([])
    }
}

impl std::fmt::Debug for Fetching {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Fetching")
    }
}
