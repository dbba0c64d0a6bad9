//! `serve`: the app on this machine, rebuilt on every change.

use crate::failure::Failure;
use crate::project::Project;
use crate::step::Step;
use crate::tools::Toolbox;

/// What the command line of `serve` says.
#[derive(Debug, PartialEq, Eq)]
pub struct Options {
    port: u16,
    release: bool,
}

impl Options {
    /// Reads `[--port N] [--release]`.
    ///
    /// # Errors
    /// Another option, or a port that is none.
    pub fn parse(words: &[&str]) -> Result<Self, Failure> {
        let mut options = Self {
            port: 8080,
            release: false,
        };
        let mut words = words.iter();
        while let Some(word) = words.next() {
            match *word {
                "--release" => options.release = true,
                "--port" => {
                    let port = words.next().and_then(|port| port.parse().ok());
                    options.port =
                        port.ok_or_else(|| Failure::Usage("`--port` needs a number up to 65535".into()))?;
                }
                other => return Err(Failure::Usage(format!("`serve` has no option `{other}`"))),
            }
        }
        Ok(options)
    }
}

/// Builds and serves until interrupted.
///
/// # Errors
/// A tool cannot be installed, the first build fails, or the port is taken.
pub fn run(project: &Project, options: &Options) -> Result<(), Failure> {
    let tools = Toolbox::install(project)?;
    std::net::TcpListener::bind(("127.0.0.1", options.port)).map_err(|error| {
        let what = format!("127.0.0.1:{} cannot be served: {error}", options.port);
        Failure::new(what, "end the other program or choose a port with --port")
    })?;
    println!(
        "▸ the app will be at http://127.0.0.1:{}/ (end with Ctrl+C)",
        options.port
    );
    let mut trunk = tools.trunk(project)?;
    trunk.args([
        "serve",
        "--address",
        "127.0.0.1",
        "--port",
        &options.port.to_string(),
    ]);
    trunk.args(["--dist", "target/serve"]);
    if options.release {
        trunk.arg("--release");
    }
    Step::run("trunk: serving", &mut trunk, "read the compiler's messages above")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::Options;

    #[test]
    fn the_port_is_8080_unless_given() {
        assert_eq!(
            Options::parse(&[]).unwrap(),
            Options {
                port: 8080,
                release: false
            }
        );
        assert_eq!(
            Options::parse(&["--release", "--port", "9"]).unwrap(),
            Options {
                port: 9,
                release: true
            }
        );
    }
}
