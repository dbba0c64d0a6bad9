//! Raw, gzip and brotli sizes of what ships.

use crate::failure::Failure;
use crate::parts;
use crate::project::{Project, files_below, read_bytes};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::Write as _;

/// Bytes of one file, plain and packed.
#[derive(Debug, Clone, Copy, Default)]
struct Size {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

impl Size {
    const fn and(self, other: Self) -> Self {
        Self {
            raw: self.raw + other.raw,
            gzip: self.gzip + other.gzip,
            brotli: self.brotli + other.brotli,
        }
    }
}

/// Prints the sizes of every code file of the folder edition, the sum of what opens and of what comes later, and the single
/// file.
///
/// # Errors
/// The editions are not there.
pub fn print(project: &Project) -> Result<(), Failure> {
    println!(
        "\n{:<64} {:>10} {:>10} {:>10}",
        "kilobytes (1000 bytes)", "raw", "gzip", "brotli"
    );
    let folder = project.pwa();
    let (mut first, mut later) = (Size::default(), Size::default());
    for name in files_below(&folder)? {
        let is_code = ["wasm", "js", "css", "html"]
            .iter()
            .any(|ending| name.ends_with(&format!(".{ending}")));
        if !is_code {
            continue;
        }
        let size = measure(&read_bytes(&folder.join(&name))?)?;
        let (sum, note) = if parts::is_part(&name) {
            (&mut later, " *")
        } else {
            (&mut first, "")
        };
        print_line(&format!("pwa/{name}{note}"), size);
        *sum = sum.and(size);
    }
    print_line("pwa, what opens", first);
    print_line("pwa, * loaded on first use", later);
    print_line("pwa, all code", first.and(later));
    print_line("huhuqing.html", measure(&read_bytes(&project.single_file())?)?);
    Ok(())
}

fn print_line(name: &str, size: Size) {
    let thousand = |bytes: usize| format!("{}.{}", bytes / 1000, bytes % 1000 / 100);
    println!(
        "{name:<64} {:>10} {:>10} {:>10}",
        thousand(size.raw),
        thousand(size.gzip),
        thousand(size.brotli)
    );
}

fn measure(content: &[u8]) -> Result<Size, Failure> {
    Ok(Size {
        raw: content.len(),
        gzip: gzip(content)?.len(),
        brotli: brotli(content)?.len(),
    })
}

/// The content as the smallest gzip; the same content gives the same bytes.
///
/// # Errors
/// The packer fails, which memory alone could cause.
pub fn gzip(content: &[u8]) -> Result<Vec<u8>, Failure> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::best());
    packer
        .write_all(content)
        .and_then(|()| packer.finish())
        .map_err(|error| unpackable("gzip", &error))
}

fn brotli(content: &[u8]) -> Result<Vec<u8>, Failure> {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 24,
        ..Default::default()
    };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &content[..], &mut packed, &parameters)
        .map_err(|error| unpackable("brotli", &error))?;
    Ok(packed)
}

fn unpackable(packer: &str, error: &std::io::Error) -> Failure {
    Failure::new(format!("{packer}: {error}"), "check the free memory")
}
