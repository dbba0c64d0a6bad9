//! The program as a helper of a page: what it does there, and how the page speaks to it.

use super::Later;
use super::intake::{Channel, Helper, Message};
use crate::exchange::{Checksum, ForeignDigest, Seal};
use crate::platform::files::FileBytes;
use crate::platform::part::part;
use crate::platform::{digest, helper};
use std::cell::RefCell;
use std::rc::Rc;

impl Channel for helper::Helper {
    fn ask<'a>(&'a self, message: Message, file: Option<&'a FileBytes>) -> Later<'a, Option<Message>> {
        Box::pin(async move {
            let (words, parts) = self.ask((message.words, message.parts), file).await?;
            Some(Message { words, parts })
        })
    }
}

/// Serves the page that called this helper, once the part that reads packages is here.
pub fn serve() {
    helper::begin(SERVING.entry());
}

part! {
    /// What a helper does.
    static SERVING: fn() = packages(serve_at_a_desk);
}

fn serve_at_a_desk() {
    let desk = Rc::new(RefCell::new(Helper::default()));
    helper::serve(move |(words, parts)| {
        let desk = Rc::clone(&desk);
        let message = Message { words, parts };
        // The browser computes the digest of this file while the one before is read.
        let digest = message.parts.first().and_then(|file| begin_digest(file));
        async move {
            let digest = match digest {
                Some((seal, digest)) => digest.await.map(|bytes| ForeignDigest {
                    seal,
                    checksum: Checksum::from_bytes(bytes),
                }),
                None => None,
            };
            let Message { words, parts } = desk.borrow_mut().answer(&message, digest.as_ref())?;
            Some((words, parts))
        }
    });
}

fn begin_digest(file: &[u8]) -> Option<(Seal, impl Future<Output = Option<[u8; 32]>> + use<>)> {
    let seal = Seal::find(file)?;
    let digest = digest::sha256(&seal.pieces(file));
    Some((seal, digest))
}
