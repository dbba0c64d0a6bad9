//! The program that drives a browser, one for each browser.

use crate::{Engine, Problem};
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::os::unix::process::CommandExt as _;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// How long the driver may take to start, and to end its browsers.
const PATIENCE: Duration = Duration::from_secs(20);

/// A running driver on a free port; dropping it ends it and the browsers it started.
#[derive(Debug)]
pub struct Driver {
    engine: Engine,
    process: Child,
    port: u16,
    /// The display of a browser that cannot do without.
    display: Option<Child>,
}

impl Driver {
    /// Starts the engine's driver, and a display where it needs one.
    ///
    /// # Errors
    /// A program is absent or does not come up.
    pub fn start(engine: Engine) -> Result<Self, Problem> {
        let program = engine.driver();
        let port = free_port()?;
        let mut command = Command::new(&program);
        command.arg(format!("--port={port}"));
        let display = match engine {
            Engine::WebKit => {
                let (display, name) = start_display()?;
                command.env("DISPLAY", name);
                Some(display)
            }
            Engine::Chromium | Engine::Firefox => None,
        };
        let process = command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            // Its own group: what it starts can be ended with it, whatever happens.
            .process_group(0)
            .spawn()
            .map_err(Problem::system(program.to_string_lossy()))?;
        let driver = Self {
            engine,
            process,
            port,
            display,
        };
        if driver.answers() {
            Ok(driver)
        } else {
            Err(Problem::NoDriver(engine.name()))
        }
    }

    /// Where it listens for commands.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    fn answers(&self) -> bool {
        let began = Instant::now();
        while began.elapsed() < PATIENCE {
            if TcpStream::connect(("127.0.0.1", self.port)).is_ok() {
                return true;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        false
    }

    /// Asks it to close its browsers and to end, over a connection of its own: there may be no async runtime left. Only
    /// `chromedriver` knows the question.
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
        let polite = self.engine == Engine::Chromium && self.shut_down().is_ok();
        while polite && asked.elapsed() < PATIENCE && matches!(self.process.try_wait(), Ok(None)) {
            std::thread::sleep(Duration::from_millis(20));
        }
        end(&mut self.process);
        if let Some(display) = &mut self.display {
            end(display);
        }
    }
}

/// Ends a process and all that is left of its group.
fn end(process: &mut Child) {
    let group = format!("-{}", process.id());
    let _ = Command::new("kill")
        .args(["-KILL", "--", &group])
        .stderr(Stdio::null())
        .status();
    let _ = process.wait();
}

/// A port that nobody listens on; the driver takes it at once.
fn free_port() -> Result<u16, Problem> {
    let listener = TcpListener::bind("127.0.0.1:0").map_err(Problem::system("free port"))?;
    let address = listener.local_addr().map_err(Problem::system("free port"))?;
    Ok(address.port())
}

/// A display without a screen; it says its number when it is ready.
fn start_display() -> Result<(Child, String), Problem> {
    let mut process = Command::new("Xvfb")
        .args([
            "-displayfd",
            "1",
            "-screen",
            "0",
            "1600x1400x24",
            "-nolisten",
            "tcp",
        ])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .process_group(0)
        .spawn()
        .map_err(Problem::system("Xvfb"))?;
    let mut number = String::new();
    if let Some(output) = process.stdout.take() {
        let _nothing_comes_from_one_that_failed = BufReader::new(output).read_line(&mut number);
    }
    match number.trim() {
        "" => {
            end(&mut process);
            Err(Problem::NoDriver("Xvfb"))
        }
        number => Ok((process, format!(":{number}"))),
    }
}
