//! `chromedriver`, one for each browser.

use crate::Problem;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::os::unix::process::CommandExt as _;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

/// How long the driver may take to start, and to end its browsers.
const PATIENCE: Duration = Duration::from_secs(20);

/// A running `chromedriver` on a free port; dropping it ends it and the browsers it started.
#[derive(Debug)]
pub struct Driver {
    process: Child,
    port: u16,
}

impl Driver {
    /// Starts the program named by `CHROMEDRIVER`, or `chromedriver` from the path.
    ///
    /// # Errors
    /// The program is absent or does not come up.
    pub fn start() -> Result<Self, Problem> {
        let program = std::env::var_os("CHROMEDRIVER").unwrap_or_else(|| "chromedriver".into());
        let mut process = Command::new(&program)
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            // Its own group: what it starts can be ended with it, whatever happens.
            .process_group(0)
            .spawn()
            .map_err(Problem::system(program.to_string_lossy()))?;
        match announced_port(&mut process) {
            Some(port) => Ok(Self { process, port }),
            None => {
                end(&mut process);
                Err(Problem::NoDriver)
            }
        }
    }

    /// Where it listens for commands.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Asks it to close its browsers and to end, over a connection of its own: there may be no async runtime left.
    fn shut_down(&self) -> std::io::Result<()> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port))?;
        stream.set_read_timeout(Some(PATIENCE))?;
        write!(
            stream,
            "GET /shutdown HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n\r\n",
            self.port
        )?;
        stream.read_to_end(&mut Vec::new()).map(drop)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let asked = Instant::now();
        let polite = self.shut_down().is_ok();
        while polite && asked.elapsed() < PATIENCE && matches!(self.process.try_wait(), Ok(None)) {
            std::thread::sleep(Duration::from_millis(20));
        }
        end(&mut self.process);
    }
}

/// Ends the driver and all that is left of its group.
fn end(process: &mut Child) {
    let group = format!("-{}", process.id());
    let _ = Command::new("kill")
        .args(["-KILL", "--", &group])
        .stderr(Stdio::null())
        .status();
    let _ = process.wait();
}

/// Reads "…started successfully on port 41234." and keeps reading, so that the driver never waits for its reader.
fn announced_port(process: &mut Child) -> Option<u16> {
    let output = process.stdout.take()?;
    let (sender, receiver) = mpsc::channel();
    std::thread::spawn(move || {
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            let port = line
                .rsplit_once("started successfully on port ")
                .and_then(|(_, port)| port.trim_end_matches('.').parse().ok());
            if let Some(port) = port {
                let _ = sender.send(port);
            }
        }
    });
    receiver.recv_timeout(PATIENCE).ok()
}
