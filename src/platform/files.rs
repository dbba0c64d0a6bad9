//! Files: handed out as downloads, taken in from a picker or a drop.

use super::window;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, DataTransfer, File, FileList, HtmlAnchorElement, Url};

/// The largest file that is read: a detail package of the whole county, four times over. A greater one is a mistake, and
/// reading it could end the tab.
pub const MAX_FILE_BYTES: u64 = 256 << 20;

/// How long a download's bytes stay in memory, since browsers don't say when they have taken them.
const KEEP_DOWNLOAD_MILLIS: i32 = 60_000;

/// Why a file was not read or handed out.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    /// It is larger than [`MAX_FILE_BYTES`].
    #[error("the file has {bytes} bytes, more than {MAX_FILE_BYTES}")]
    TooLarge {
        /// Its size.
        bytes: u64,
    },
    /// It went away, the stick was pulled, or it may not be read.
    #[error("the file cannot be read: {0}")]
    Unreadable(String),
    /// The browser did not take the download.
    #[error("the browser takes no download")]
    NoDownload,
}

impl FileError {
    /// The error's stable code.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "file_too_large",
            Self::Unreadable(_) => "file_unreadable",
            Self::NoDownload => "file_no_download",
        }
    }
}

/// A file that a person chose, not yet read.
#[derive(Clone, Debug)]
pub struct ChosenFile(File);

impl ChosenFile {
    /// Its name, without the folder.
    pub fn name(&self) -> String {
        self.0.name()
    }

    /// Its type as the browser tells it; empty when it does not know.
    pub fn mime(&self) -> String {
        self.0.type_()
    }

    /// Its size.
    pub fn size(&self) -> u64 {
        self.0.size() as u64
    }

    /// Its bytes, left where the browser has them.
    ///
    /// # Errors
    /// [`TooLarge`](FileError::TooLarge) before anything is read, [`Unreadable`](FileError::Unreadable).
    pub async fn read(&self) -> Result<FileBytes, FileError> {
        let bytes = self.size();
        if bytes > MAX_FILE_BYTES {
            return Err(FileError::TooLarge { bytes });
        }
        let buffer = JsFuture::from(self.0.array_buffer()).await;
        let buffer = buffer.map_err(|error| FileError::Unreadable(format!("{error:?}")))?;
        Ok(FileBytes::Browser(Uint8Array::new(&buffer), self.clone()))
    }
}

/// The bytes of a file.
#[derive(Clone, Debug)]
pub enum FileBytes {
    /// In the browser's hands, and the file that they came from.
    Browser(Uint8Array, ChosenFile),
    /// In the program's own memory.
    Own(Vec<u8>),
}

impl FileBytes {
    /// A copy in the program's own memory; empty when they were given away.
    pub fn to_vec(&self) -> Vec<u8> {
        match self {
            Self::Browser(bytes, _) => bytes.to_vec(),
            Self::Own(bytes) => bytes.clone(),
        }
    }

    /// How many they are; none when they were given away.
    pub fn len(&self) -> usize {
        match self {
            Self::Browser(bytes, _) => bytes.length() as usize,
            Self::Own(bytes) => bytes.len(),
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// A copy of the first of them.
    pub fn first(&self, count: usize) -> Vec<u8> {
        match self {
            Self::Browser(bytes, _) => bytes.subarray(0, (count as u32).min(bytes.length())).to_vec(),
            Self::Own(bytes) => bytes[..count.min(bytes.len())].to_vec(),
        }
    }

    /// A copy of the last of them.
    pub fn last(&self, count: usize) -> Vec<u8> {
        match self {
            Self::Browser(bytes, _) => {
                let start = bytes.length().saturating_sub(count as u32);
                bytes.subarray(start, bytes.length()).to_vec()
            }
            Self::Own(bytes) => bytes[bytes.len().saturating_sub(count)..].to_vec(),
        }
    }

    /// The bytes after they were given away: the file is read again.
    ///
    /// # Errors
    /// As [`ChosenFile::read`].
    pub async fn again(&self) -> Result<Vec<u8>, FileError> {
        match self {
            Self::Browser(bytes, file) if bytes.length() == 0 => Ok(Box::pin(file.read()).await?.to_vec()),
            here => Ok(here.to_vec()),
        }
    }
}

impl From<Vec<u8>> for FileBytes {
    fn from(bytes: Vec<u8>) -> Self {
        Self::Own(bytes)
    }
}

/// The files of an `<input type="file">` (its `files`), in the order the picker gives.
pub fn chosen(files: Option<FileList>) -> Vec<ChosenFile> {
    let Some(files) = files else { return Vec::new() };
    (0..files.length())
        .filter_map(|place| files.get(place))
        .map(ChosenFile)
        .collect()
}

/// The files of a drop.
pub fn dropped(transfer: Option<DataTransfer>) -> Vec<ChosenFile> {
    chosen(transfer.and_then(|transfer| transfer.files()))
}

/// Hands bytes to the person as a file; the browser asks where it goes, or puts it with the downloads.
///
/// # Errors
/// [`NoDownload`](FileError::NoDownload).
pub fn download(name: &str, mime: &str, bytes: &[u8]) -> Result<(), FileError> {
    click_link(name, mime, bytes).map_err(|_| FileError::NoDownload)
}

fn click_link(name: &str, mime: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let window = window().ok_or(JsValue::UNDEFINED)?;
    let document = window.document().ok_or(JsValue::UNDEFINED)?;
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let parts = Array::of1(&Uint8Array::from(bytes));
    let url =
        Url::create_object_url_with_blob(&Blob::new_with_u8_array_sequence_and_options(&parts, &options)?)?;
    let link: HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    let revoke = Closure::once_into_js(move || Url::revoke_object_url(&url));
    let revoke = revoke.unchecked_ref();
    window
        .set_timeout_with_callback_and_timeout_and_arguments_0(revoke, KEEP_DOWNLOAD_MILLIS)
        .map(drop)
}
